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
        columns = sheet.print_columns or max(len(sheet.widths), 1)
        page.print_area(0, 0, len(sheet.rows) - 1, columns - 1)
    if sheet.repeat:
        page.repeat_rows(*sheet.repeat)
    _freeze(page, sheet)
    if sheet.repeat_columns:
        page.repeat_columns(0, sheet.repeat_columns - 1)
    _fit(page, sheet, heights)


def _fit(page: Any, sheet: Sheet, heights: Sequence[float | None]) -> None:
    """The scale and the breaks, or as many pages wide as asked."""
    if sheet.column_break:
        page.set_print_scale(_scale(sheet))
        page.set_v_pagebreaks([sheet.column_break])
    elif sheet.blocks:
        scale = _scale(sheet)
        page.set_print_scale(scale)
        page.set_h_pagebreaks(breaks(sheet, heights, _page_height(sheet) * 100 / scale))
    else:
        page.fit_to_pages(sheet.pages_wide, sheet.pages_tall)


def _freeze(page: Any, sheet: Sheet) -> None:
    rows = sheet.repeat[1] + 1 if sheet.repeat else 0
    rows = rows if sheet.frozen is None else sheet.frozen
    if rows or (sheet.repeat_columns and not sheet.hidden):
        page.freeze_panes(rows, sheet.repeat_columns)


def _footer(sheet: Sheet) -> str:
    font = f'&"{FONT},Regular"&9'
    left = sheet.footer.replace("&", "&&")
    return f"&L{font}{left}&R{font}Trang &P/&N"


def _scale(sheet: Sheet) -> int:
    """The percentage at which the columns are one page wide: breaks rule out "fit to"."""
    room = (LONG_EDGE if sheet.landscape else SHORT_EDGE) - 2 * SIDES * INCH
    width = max(map(_width, _pages(sheet))) * WIDEST_CHARACTER
    return max(MIN_SCALE, min(100, int(100 * SPARE_WIDTH * room / width)))


def _pages(sheet: Sheet) -> tuple[tuple[float, ...], ...]:
    """The widths of the columns on each page from left to right."""
    end = sheet.column_break
    if not end:
        return (sheet.widths,)
    return sheet.widths[:end], sheet.widths[: sheet.repeat_columns] + sheet.widths[end:]


def _width(widths: Sequence[float]) -> float:
    return sum(7 * width + 5 for width in widths)


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
