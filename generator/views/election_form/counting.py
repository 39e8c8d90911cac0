"""The hidden working sheet of one body: who is elected, by formulas, as `elections` counts.

A row for each name, eight columns for each ballot. What a column holds is said beside its
number; the rules are those of `elections.counting`, on whole numbers alone.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.election import BallotKind, Mode
from generator.tables import Sheet
from generator.views.election_form.page import Page, Ref, cases, computed, words

if TYPE_CHECKING:
    from collections.abc import Sequence

WON, ALTERNATE, TIED, BEATEN, SHORT = 1, 2, 3, 4, 5
NAME = 0
FIT, ABOVE, SAME, CODE, SPARE, NEW, ORDER, SEATED = range(8)  # the columns of a ballot
PER_BALLOT = 8
# the numbers of a ballot, in the rows above its column FIT
LIVE, SEATS, HALF, FIRST, TIE, WINNERS, SPARES, ROOM, OFFICIAL, BEYOND, NEITHER = range(11)
VALID = 11


@dataclass(frozen=True, slots=True)
class BallotInputs:
    """What refers to the inputs of one ballot: its numbers, the votes of the list."""

    kind: Ref | None
    number: Ref
    valid: Ref
    figures: Ref
    votes: Ref
    votes_left: tuple[int, int]


@dataclass(frozen=True, slots=True)
class BodyInputs:
    """What refers to the inputs of one body; the list stands at rows `top` to `bottom`."""

    page: Page
    top: int
    bottom: int
    mode: Ref
    planned: Ref
    planned_now: str | int
    alternates: Ref | None
    base: Ref
    names: Ref
    name_column: int
    settled_column: int
    placed: Ref
    ballots: tuple[BallotInputs, ...]


@dataclass(slots=True)
class Counting:
    """The working sheet under construction, and what refers to its results."""

    page: Page
    inputs: BodyInputs

    @property
    def summary(self) -> int:
        """The first column after those of the ballots."""
        return 1 + PER_BALLOT * len(self.inputs.ballots)

    def column(self, ballot: int, what: int) -> int:
        """A column of a ballot."""
        return 1 + PER_BALLOT * ballot + what

    def cell(self, ballot: int, what: int, row: int) -> Ref:
        """A cell of a ballot for one name."""
        return self.page.ref(row, self.column(ballot, what))

    def span(self, ballot: int, what: int) -> Ref:
        """A column of a ballot over the whole list."""
        return self.page.span(self.inputs.top, self.column(ballot, what), self.inputs.bottom)

    def number(self, ballot: int, what: int) -> Ref:
        """A number of a ballot."""
        return self.page.ref(what, self.column(ballot, FIT))

    def of(self, row: int, what: int) -> Ref:
        """A result for one name: see the columns below."""
        return self.page.ref(row, self.summary + what)

    def all(self, what: int) -> Ref:
        """The same for the whole list."""
        return self.page.span(self.inputs.top, self.summary + what, self.inputs.bottom)

    def total(self, what: int) -> Ref:
        """A number of the whole election."""
        return self.page.ref(what, self.summary)

    @property
    def copies(self) -> int:
        """The first column of what is copied from the body's sheet: votes, then settled.

        A formula that names its own sheet alone is short, and is kept once for all rows.
        """
        return self.summary + RESULTS

    def votes(self, ballot: int, row: int) -> Ref:
        """The votes of a name in a ballot."""
        return self.page.ref(row, self.copies + ballot)

    def all_votes(self, ballot: int, last: int | None = None, top: int | None = None) -> Ref:
        """The votes of the whole list, or of rows of it."""
        first = self.inputs.top if top is None else top
        bottom = self.inputs.bottom if last is None else last
        return self.page.span(first, self.copies + ballot, bottom)

    def is_settled(self, row: int) -> Ref:
        """Whether the name was taken after a tie, as typed."""
        return self.page.ref(row, self.copies + len(self.inputs.ballots))

    def told(self, row: int, what: int) -> Ref:
        """What the body's sheet says of a name: see the columns below."""
        return self.page.ref(row, self.copies + len(self.inputs.ballots) + 1 + what)

    def tell(self, row: int, what: int, expression: str, value: str | int = "") -> Ref:
        """The same, put in its place."""
        column = self.copies + len(self.inputs.ballots) + 1 + what
        return self.page.put(row, column, computed(expression, value))

    @property
    def wanted(self) -> Ref | None:
        """How many alternates the common list is to have, None where there are none."""
        return self.total(WANTED) if self.inputs.alternates else None

    def put(self, row: int, what: int, expression: str, value: str | int = 0) -> None:
        """A result for one name."""
        self.page.put(row, self.summary + what, computed(expression, value))

    def put_total(self, what: int, expression: str, value: str | int = 0) -> None:
        """A number of the whole election."""
        self.page.put(what, self.summary, computed(expression, value))

    def sheet(self) -> Sheet:
        """The hidden sheet."""
        page = self.page
        return Sheet(page.name, page.widths, page.rows(), protected=True, hidden=True)


# results for one name
LAST_CODE, ASKED, SETTLED, STATUS, ELECTED_PLACE, ALTERNATE_PLACE, BALLOT, VOTES = range(8)
RESULTS = 8
# what is told of one name; of a share, a verdict, votes against there is one a ballot
SHARES, VERDICTS, AGAINSTS, FINAL, PLACE, MEMBER, STATE = (0, 3, 6, 9, 10, 11, 12)
TOLD = 13
# numbers of the whole election
LAST, ELECTED, ALTERNATES, UNFILLED, VACANT, OPEN, STEP, PLACED, SETTLES, BASE, WANTED = range(
    11
)


def put_ballot_numbers(found: Counting, number: int, ballot: BallotInputs) -> None:
    """The numbers of one ballot: whether it was held, its seats, ties, winners."""
    kind, inputs = ballot.kind, found.inputs
    fit, above, same, code = (found.span(number, n) for n in (FIT, ABOVE, SAME, CODE))
    seats = found.number(number, SEATS)
    live = (
        f"IF(AND({inputs.mode}={words(Mode.BAU.value)},N({ballot.number})>0,"
        f"COUNT({ballot.figures})>0,ISNUMBER({inputs.base})),1,0)"
    )
    tie_kind, first_kind = (words(k.value) for k in (BallotKind.BANG_PHIEU, BallotKind.LAN_DAU))
    formulas: dict[int, tuple[str, str | float]] = {
        LIVE: (live, 0),
        SEATS: (f"IF({found.number(number, LIVE)}=1,{ballot.number},0)", 0),
        HALF: (f"IF({kind}={tie_kind},0,1)" if kind else "1", 1),
        FIRST: (f'IF(OR({kind}="",{kind}={first_kind}),1,0)' if kind else "1", 1),
        TIE: (
            f"IF(SUMPRODUCT(({fit}=1)*({above}<{seats})*({above}+{same}>{seats}))>0,1,0)",
            0,
        ),
        VALID: (f'IF(ISNUMBER({ballot.valid}),{ballot.valid},"")', ""),
        WINNERS: (f"COUNTIF({code},{WON})", 0),
        SPARES: (f"COUNTIF({code},{ALTERNATE})", 0),
    }
    for what, (expression, value) in formulas.items():
        found.page.put(what, found.column(number, FIT), computed(expression, value))


def put_ballot_row(found: Counting, number: int, row: int) -> None:
    """What one ballot means for one name."""
    votes, all_votes = found.votes(number, row), found.all_votes(number)
    fit, above, same, code = (found.cell(number, n, row) for n in (FIT, ABOVE, SAME, CODE))
    fits, half = found.span(number, FIT), found.number(number, HALF)
    stood = f"AND({found.number(number, LIVE)}=1,ISNUMBER({votes}))"
    enough = f"IF(OR({half}=0,2*{votes}>{found.total(BASE)}),1,0)"
    over = found.inputs.top - 1
    fits_above = found.page.span(over, found.column(number, FIT), row - 1)
    votes_above = found.all_votes(number, row - 1, over)
    earlier = f"COUNTIFS({fits_above},1,{votes_above},{votes})"
    seats = found.number(number, SEATS)
    formulas = {
        FIT: (f"IF({stood},{enough},-1)", -1),
        ABOVE: (f'IF({fit}=1,COUNTIFS({fits},1,{all_votes},">"&{votes}),0)', 0),
        SAME: (f"IF({fit}=1,COUNTIFS({fits},1,{all_votes},{votes}),0)", 0),
        CODE: (_code(found, number, (fit, above, same)), 0),
        SPARE: (f"IF({code}={ALTERNATE},{above}-{seats}+{earlier}+1,0)", 0),
    }
    for what, (expression, value) in formulas.items():
        found.page.put(row, found.column(number, what), computed(expression, value))


def _code(found: Counting, number: int, cells: Sequence[Ref]) -> str:
    """What the ballot means for a name: elected, alternate, tied, beaten, short of half."""
    fit, above, same = cells
    seats, spare = found.number(number, SEATS), found.wanted
    beaten = str(BEATEN)
    if spare:
        asked = (
            f"AND(N({spare})>0,{found.number(number, FIRST)}=1,{found.number(number, TIE)}=0)"
        )
        among = cases(
            (f"{above}+{same}<={seats}+{spare}", str(ALTERNATE)),
            (f"{above}<{seats}+{spare}", str(TIED)),
            otherwise=beaten,
        )
        beaten = f"IF({asked},{among},{BEATEN})"
    return cases(
        (f"{fit}=-1", "0"),
        (f"{fit}=0", str(SHORT)),
        (f"{above}+{same}<={seats}", str(WON)),
        (f"{above}<{seats}", str(TIED)),
        otherwise=beaten,
    )
