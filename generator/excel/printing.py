"""How a sheet prints: A4, margins, one page wide, page number, blocks kept whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.excel.looks import FONT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.tables import Sheet

A4 = 9
SIDES, TOP, BOTTOM, FOOTER = 0.5, 0.6, 0.7, 0.3  # inches
LONG_EDGE, SHORT_EDGE = 842.0, 595.0  # points
INCH = 72.0
WIDEST_CHARACTER = 5.5 / 7  # points a pixel where the digit is not rounded: LibreOffice
SPARE_WIDTH, SPARE_HEIGHT = 0.97, 0.95  # printers differ a little
MIN_SCALE = 10
ORDINARY_ROW = 15.0


def set_page(page: Any, sheet: Sheet, heights: Sequence[float | None]) -> None:
    """Paper, margins, footer, repeated rows, print area; then the scale or the breaks."""
    page.set_paper(A4)
    page.set_landscape() if sheet.landscape else page.set_portrait()
    page.set_margins(left=SIDES, right=SIDES, top=TOP, bottom=BOTTOM)
    page.center_horizontally()
    page.set_footer(_footer(sheet), {"margin": FOOTER})
    if sheet.rows and not sheet.hidden:  # LibreOffice prints a hidden sheet that has one
        page.print_area(0, 0, len(sheet.rows) - 1, max(len(sheet.widths) - 1, 0))
    if sheet.repeat:
        page.repeat_rows(*sheet.repeat)
        page.freeze_panes(sheet.repeat[1] + 1, sheet.repeat_columns)
    if sheet.repeat_columns:
        page.repeat_columns(0, sheet.repeat_columns - 1)
    if sheet.blocks:
        scale = _scale(sheet)
        page.set_print_scale(scale)
        page.set_h_pagebreaks(breaks(sheet, heights, _page_height(sheet) * 100 / scale))
    else:
        page.fit_to_pages(sheet.pages_wide, 0)


def _footer(sheet: Sheet) -> str:
    font = f'&"{FONT},Regular"&9'
    left = sheet.footer.replace("&", "&&")
    return f"&L{font}{left}&R{font}Trang &P/&N"


def _scale(sheet: Sheet) -> int:
    """The percentage at which the columns are one page wide: breaks rule out "fit to"."""
    room = (LONG_EDGE if sheet.landscape else SHORT_EDGE) - 2 * SIDES * INCH
    width = sum(7 * width + 5 for width in sheet.widths) * WIDEST_CHARACTER
    return max(MIN_SCALE, min(100, int(100 * SPARE_WIDTH * room / width)))


def _page_height(sheet: Sheet) -> float:
    edge = SHORT_EDGE if sheet.landscape else LONG_EDGE
    return (edge - (TOP + BOTTOM) * INCH) * SPARE_HEIGHT


def breaks(sheet: Sheet, heights: Sequence[float | None], room: float) -> list[int]:
    """The rows before which a page begins, so that each block stays on one page."""
    ends = (*sheet.blocks[1:], len(sheet.rows))
    top = sheet.blocks[0]
    repeated = _sum(heights[sheet.repeat[0] : sheet.repeat[1] + 1]) if sheet.repeat else 0.0
    used, found = _sum(heights[:top]), []
    for first, end in zip(sheet.blocks, ends, strict=True):
        height = _sum(heights[first:end])
        if used + height > room and first > top:
            found.append(first)
            used = repeated
        used += height
    return found


def _sum(heights: Sequence[float | None]) -> float:
    return sum(ORDINARY_ROW if height is None else height for height in heights)
