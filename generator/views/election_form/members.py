"""Who is in each body, one list for all: elected high to low, alternates, appointed; hidden."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.election import PlacementKind
from generator.tables import Cell, Sheet
from generator.vietnamese import upper_first
from generator.views.election_form import counting as c
from generator.views.election_form.appointments import NAME, NOMINATED
from generator.views.election_form.delegates import rounded
from generator.views.election_form.page import Page, Ref, cases, computed, said, words
from generator.views.election_form.shape import MEMBERS
from generator.views.election_form.sorting import tidy_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.views.election_form.body import BodyPage
    from generator.views.election_form.shape import Shape

# the columns; INDEX is the row of the list, SEQUENCE the line on the printed sheet
SEQUENCE, FILLED, BODY, KIND, POSITION, WHO, FORM, VOTES, SHARE, BALLOT, NOTE, INDEX = range(12)
PRINTED = 12  # the row of this sheet that a line of the printed one shows
OF_ELECTED, OF_ALTERNATES, OF_BASE = 13, 19, 20  # in the row of a body: its numbers
HEAD, ELECTED, ALTERNATE, PLACED = range(4)
SHOWN = (POSITION, WHO, FORM, VOTES, SHARE, BALLOT, NOTE)
TOP = 1


@dataclass(frozen=True, slots=True)
class Members:
    """The hidden sheet, and what others refer to."""

    page: Page
    count: int

    def column(self, what: int) -> Ref:
        """One of the columns."""
        return self.page.span(TOP, what, TOP + self.count - 1)

    def shown(self, what: int) -> Ref:
        """The same with the empty row after the last one."""
        return self.page.span(TOP, what, TOP + self.count)

    def is_member(self, body: int, name: str) -> str:
        """How often a name is in a body; alternates are not."""
        return (
            f"(COUNTIFS({self.column(BODY)},{body},{self.column(KIND)},{ELECTED},"
            f"{self.column(WHO)},{name})+{self.is_placed(body, name)})"
        )

    def is_elected(self, body: int, name: str) -> str:
        """How often a name was elected to a body."""
        return self._count(body, ELECTED, name)

    def is_placed(self, body: int, name: str) -> str:
        """How often a name is in a body without a vote."""
        return self._count(body, PLACED, name)

    def _count(self, body: int, kind: int, name: str) -> str:
        who, bodies, kinds = self.column(WHO), self.column(BODY), self.column(KIND)
        return f"COUNTIFS({bodies},{body},{kinds},{kind},{who},{name})"

    def sheet(self) -> Sheet:
        """The hidden sheet."""
        page = self.page
        return Sheet(MEMBERS, page.widths, page.rows(), protected=True, hidden=True)


def members(shape: Shape, pages: Sequence[BodyPage]) -> Members:
    """The list of all members, a block for each body."""
    page = Page(MEMBERS, (12.0,) * 21)
    row = TOP
    for one in pages:
        row = _block(page, shape, one, row)
    found = Members(page, row - TOP)
    for what in SHOWN:  # what a line beyond the last one shows
        page.put(row, what, computed('""'))
    for n in range(found.count):
        filled = page.span(TOP, FILLED, TOP + n)
        own = page.ref(TOP + n, FILLED)
        page.put(TOP + n, SEQUENCE, computed(f"IF({own}=1,SUM({filled}),0)", 0))
        none = found.count + 1
        printed = f"IFERROR(MATCH(ROW()-{TOP},{found.column(SEQUENCE)},0),{none})"
        page.put(TOP + n, PRINTED, computed(printed, none))
    return found


def _block(page: Page, shape: Shape, one: BodyPage, top: int) -> int:
    """The rows of a body; the row after them."""
    _head(page, one, top)
    row = top + 1
    for k in range(1, one.body.rows + 1):
        _elected(page, shape, one, (row, k, top))
        row += 1
    for n in range(one.placements):
        _placed(page, one, row, n)
        row += 1
    return row


def _head(page: Page, one: BodyPage, row: int) -> None:
    counted = one.counted
    elected, alternates, placed = (
        counted.total(what) for what in (c.ELECTED, c.ALTERNATES, c.PLACED)
    )
    vacant = counted.total(c.VACANT)
    spare = Ref(f'IF({alternates}>0,"; dự khuyết "&{alternates},"")')
    by_order = Ref(f'IF({placed}>0,"; không qua bầu "&{placed},"")')
    left = Ref(f'IF(N({vacant})>0,"; khuyết "&{vacant},"")')
    base = Ref(f'IF({counted.total(c.LAST)}>0,"; cơ sở "&{one.voter.base},"")')
    seats = counted.number(0, c.SEATS)
    note = said(Ref(f'"Bầu "&{elected}&"/"&{seats}'), spare, by_order, left, base)
    values = {
        FILLED: f"IF({elected}+{alternates}+{placed}>0,1,0)",
        NOTE: f"IF({page.ref(row, FILLED)}=1,{note},{words('')})",
    }
    page.put(row, FILLED, computed(values[FILLED], 0))
    page.put(row, NOTE, computed(values[NOTE]))
    page.put(row, BODY, Cell(one.number))
    page.put(row, KIND, Cell(HEAD))
    page.put(row, WHO, Cell(one.body.title.upper()))
    page.put(row, INDEX, Cell(0))
    page.put(row, OF_ELECTED, computed(str(elected), 0))
    page.put(row, OF_ALTERNATES, computed(str(alternates), 0))
    page.put(row, OF_BASE, computed(str(counted.total(c.BASE))))
    for what in (POSITION, FORM, VOTES, SHARE, BALLOT):
        page.put(row, what, computed('""'))


def _elected(page: Page, shape: Shape, one: BodyPage, at: tuple[int, int, int]) -> None:
    row, k, top = at
    elected, alternates, base = (
        page.ref(top, what) for what in (OF_ELECTED, OF_ALTERNATES, OF_BASE)
    )
    counted = one.counted
    nth = f"(ROW()-{row - k + 1})"
    index, is_won = page.ref(row, INDEX), f"{nth}<={elected}"
    own = page.ref(row, WHO)
    later = f"IFERROR(MATCH({nth}-{elected},{counted.all(c.ALTERNATE_PLACE)},0),0)"
    found = cases(
        (is_won, f"IFERROR(MATCH({nth},{counted.all(c.ELECTED_PLACE)},0),0)"),
        (f"{nth}<={elected}+{alternates}", later),
        otherwise="0",
    )
    names = counted.page.span(counted.inputs.top, c.NAME, counted.inputs.bottom)
    votes = page.ref(row, VOTES)
    share = rounded(votes, base, shape)
    shown: dict[int, tuple[str, str | int]] = {
        INDEX: (found, 0),
        FILLED: (f"IF({index}>0,1,0)", 0),
        KIND: (f"IF({is_won},{ELECTED},{ALTERNATE})", ALTERNATE),
        WHO: (f'IF({index}>0,INDEX({names},{index}),"")', ""),
        POSITION: (f'IF({index}>0,{nth},"")', ""),
        FORM: (
            cases(
                (f"{index}=0", '""'),
                (is_won, words("Trúng cử")),
                otherwise=words("Trúng cử dự khuyết"),
            ),
            "",
        ),
        VOTES: (f'IF({index}>0,INDEX({counted.all(c.VOTES)},{index}),"")', ""),
        SHARE: (f'IF(AND({own}<>"",N({base})>0),{share},"")', ""),
        BALLOT: (f'IF({index}>0,INDEX({counted.all(c.BALLOT)},{index}),"")', ""),
        NOTE: ('""', ""),
    }
    _put_all(page, row, one, shown)


def _placed(page: Page, one: BodyPage, row: int, n: int) -> None:
    source = one.placed_top + n
    name = page.ref(row, WHO)
    kind, decision = one.page.ref(source, NOMINATED), one.page.ref(source, 3)
    usual = words(upper_first(PlacementKind.CHI_DINH.value))
    form = f'IF({kind}="",{usual},UPPER(LEFT({kind},1))&MID({kind},2,50))'
    shown: dict[int, tuple[str, str | int]] = {
        INDEX: ("0", 0),
        FILLED: (f'IF({name}<>"",1,0)', 0),
        KIND: (str(PLACED), PLACED),
        WHO: (tidy_name(one.page.ref(source, NAME)), ""),
        POSITION: ('""', ""),
        FORM: (f'IF({name}<>"",{form},"")', ""),
        VOTES: ('""', ""),
        SHARE: ('""', ""),
        BALLOT: ('""', ""),
        NOTE: (f'IF({decision}="","",{decision})', ""),
    }
    _put_all(page, row, one, shown)


def _put_all(
    page: Page, row: int, one: BodyPage, shown: dict[int, tuple[str, str | int]]
) -> None:
    page.put(row, BODY, Cell(one.number))
    for what, (expression, value) in shown.items():
        page.put(row, what, computed(expression, value))
