"""The printed sheet of results: who is in each body, without a blank row between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.tables import Cell, Look, Sheet, address
from generator.views.election_form import members as m
from generator.views.election_form.page import Page, Ref, said, words
from generator.views.election_form.shape import RESULTS

if TYPE_CHECKING:
    from generator.views.election_form.members import Members
    from generator.views.election_form.shape import Shape

HEADING, TOP = 3, 4
LOOKS = {
    m.POSITION: Look.PLAIN_CENTER,
    m.BALLOT: Look.PLAIN_CENTER,
    m.WHO: Look.PLAIN_FITTED,
    m.NOTE: Look.PLAIN_FITTED,
}
LINES_OF_A_PAGE, SPARE_LINES = 64, 8
TITLES = (
    ("TT", 5.0),
    ("Họ và tên", 36.0),
    ("Hình thức", 20.0),
    ("Số phiếu", 9.0),
    ("Tỷ lệ (%)", 10.0),
    ("Lần bầu", 8.0),
    ("Ghi chú", 46.0),
)
NOTE = (
    "Tỷ lệ là số phiếu so với số người được triệu tập sau khi trừ theo quy chế (cơ sở tính "
    "quá nửa), không so với số phiếu."
)


def results(shape: Shape, everybody: Members) -> Sheet:
    """The sheet: a line for each body, then its members, high to low."""
    page = Page(RESULTS, tuple(width for _, width in TITLES))
    page.put(0, 0, Cell("KẾT QUẢ BẦU CỬ", Look.TITLE, span=len(TITLES)))
    page.put(
        1,
        0,
        Cell(f"Đại hội {shape.unit}, nhiệm kỳ {shape.term}", Look.SUBTITLE, span=len(TITLES)),
    )
    lines = min(everybody.count, _lines(shape))
    page.put(2, 0, _note(everybody, lines))
    for column, (title, _) in enumerate(TITLES):
        page.put(HEADING, column, Cell(title, Look.HEADING))
    for n in range(lines):
        at = everybody.page.ref(m.TOP + n, m.PRINTED)
        for column, what in enumerate(m.SHOWN):
            formula = f"=INDEX({everybody.shown(what)},{at})"
            page.put(TOP + n, column, _cell(shape, what, formula, TOP + n))
    return Sheet(
        RESULTS,
        page.widths,
        page.rows(),
        repeat=(HEADING, HEADING),
        protected=True,
        landscape=False,
        pages_tall=-(-(TOP + lines) // LINES_OF_A_PAGE),
        footer=RESULTS,
    )


def _lines(shape: Shape) -> int:
    """Lines for all that the plan lets one expect; where it knows no number, for the list."""
    return SPARE_LINES + sum(1 + (body.seats or body.rows) for body in shape.bodies)


def _note(everybody: Members, lines: int) -> Cell:
    """What the shares are of; that there are more people than lines, should it ever be so."""
    count = Ref(f"SUM({everybody.column(m.FILLED)})")
    over = said("SAI: ", Ref(f"({count}-{lines})"), " dòng không còn chỗ trên trang này")
    formula = f"=IF({count}>{lines},{over},{words(NOTE)})"
    return Cell(NOTE, Look.NOTE, formula, span=len(TITLES), alarm=True)


def _cell(shape: Shape, what: int, formula: str, row: int) -> Cell:
    """A cell that has lines only where the row says something."""
    framed = f'=${address(row, 1)}<>""'
    decimals = shape.decimals if what == m.SHARE else None
    return Cell("", LOOKS.get(what, Look.PLAIN), formula, framed=framed, decimals=decimals)
