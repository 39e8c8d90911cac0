"""The check sheet: each comparison in words, where it is, whether it holds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.tables import Cell, Look, Sheet
from generator.views.election_form.page import Page
from generator.views.election_form.shape import CHECKS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.views.election_form.page import Check, Ref
    from generator.views.election_form.shape import Shape

HEADING, TOP = 3, 4
TITLES = (("TT", 5.0), ("Trang", 24.0), ("Nội dung kiểm tra", 38.0), ("Kết quả", 52.0))
STATE = 3
CELLS_OF_A_PAGE = 4 * 46
NOTE = (
    "SAI (đỏ): số liệu không khớp, phải sửa. CHÚ Ý (vàng): khớp nhưng nên xem lại. "
    "Còn dòng SAI thì biên bản, báo cáo chỉ lập được ở dạng dự thảo."
)


def check_sheet(shape: Shape, checks: Sequence[Check]) -> Page:
    """The sheet: a row for each check."""
    page = Page(CHECKS, tuple(width for _, width in TITLES))
    page.put(0, 0, Cell("KIỂM TRA SỐ LIỆU", Look.TITLE, span=len(TITLES)))
    page.put(
        1, 0, Cell(f"{shape.unit}, nhiệm kỳ {shape.term}", Look.SUBTITLE, span=len(TITLES))
    )
    page.put(2, 0, Cell(NOTE, Look.NOTE, span=len(TITLES)))
    for column, (title, _) in enumerate(TITLES):
        page.put(HEADING, column, Cell(title, Look.HEADING))
    for n, check in enumerate(checks):
        row = TOP + n
        page.put(row, 0, Cell(n + 1, Look.CENTER))
        page.put(row, 1, Cell(check.sheet))
        page.put(row, 2, Cell(check.what))
        state = Cell(
            check.value, formula=f"={check.expression}", alarm=True, path=("checks", n), lines=2
        )
        page.put(row, STATE, state)
    return page


def states(page: Page, count: int) -> Ref:
    """The words of all checks."""
    return page.span(TOP, STATE, TOP + count - 1)


def sheet_of(page: Page) -> Sheet:
    """The sheet as it is written."""
    return Sheet(
        CHECKS,
        page.widths,
        page.rows(),
        repeat=(HEADING, HEADING),
        protected=True,
        landscape=False,
        pages_tall=-(-len(page.cells) // CELLS_OF_A_PAGE),
        footer=CHECKS,
    )
