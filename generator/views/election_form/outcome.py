"""What the rounds of voting together mean, by formulas: who is elected, what is left to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.elections import NextStep
from generator.vietnamese import upper_first
from generator.views.election_form.counting import (
    ALTERNATE,
    ALTERNATE_PLACE,
    ALTERNATES,
    ASKED,
    BALLOT,
    BASE,
    BEYOND,
    CODE,
    ELECTED,
    ELECTED_PLACE,
    HALF,
    LAST,
    LAST_CODE,
    LIVE,
    NAME,
    NEITHER,
    OFFICIAL,
    OPEN,
    ORDER,
    PER_BALLOT,
    PLACED,
    RESULTS,
    SEATED,
    SEATS,
    SETTLED,
    SETTLES,
    SPARE,
    SPARES,
    STATUS,
    STEP,
    TIE,
    TIED,
    TOLD,
    UNFILLED,
    VACANT,
    VOTES,
    WANTED,
    WINNERS,
    WON,
    Counting,
    put_ballot_numbers,
    put_ballot_row,
)
from generator.views.election_form.page import YES, Page, Ref, cases, computed, words
from generator.views.election_form.seating import (
    AFTER,
    SEAT,
    UNLIMITED,
    put_seating_numbers,
    put_seating_row,
)
from generator.views.election_form.sorting import tidy_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.views.election_form.counting import BodyInputs


def counting(name: str, inputs: BodyInputs) -> Counting:
    """The working sheet of a body."""
    columns = 2 + (PER_BALLOT + 1) * len(inputs.ballots) + RESULTS + TOLD
    found = Counting(Page(name, (10.0,) * columns), inputs)
    for number, ballot in enumerate(inputs.ballots):
        put_ballot_numbers(found, number, ballot)
        put_seating_numbers(found, number)
    for row in range(inputs.top, inputs.bottom + 1):
        source = inputs.page.ref(row, inputs.name_column)
        found.page.put(row, NAME, computed(tidy_name(source)))
        _copies(found, row)
        for number in range(len(inputs.ballots)):
            put_ballot_row(found, number, row)
            put_seating_row(found, number, row)
        _results(found, row)
    _totals(found)
    return found


def _copies(found: Counting, row: int) -> None:
    """What is typed in the body's sheet, beside what follows from it."""
    inputs = found.inputs
    typed = [inputs.page.ref(row, one.votes_left[0]) for one in inputs.ballots]
    for number, votes in enumerate(typed):
        shown = f'IF({votes}="","",{votes})'
        found.page.put(row, found.copies + number, computed(shown))
    settled = f'IF({inputs.page.ref(row, inputs.settled_column)}="{YES}",1,0)'
    found.page.put(row, found.copies + len(typed), computed(settled, 0))


def _results(found: Counting, row: int) -> None:
    """What the rounds of voting together mean for a name."""
    codes = [found.cell(n, CODE, row) for n in range(len(found.inputs.ballots))]
    last = found.total(LAST)
    found.put(row, LAST_CODE, f"IF({last}=0,0,CHOOSE(MAX(1,{last}),{','.join(codes)}))")
    no_win = ",".join(f"{code}<>{WON}" for code in codes)
    asked = f"IF(AND({found.is_settled(row)}=1,{found.of(row, LAST_CODE)}={TIED},{no_win}),1,0)"
    found.put(row, ASKED, asked)
    settled = f"IF({found.of(row, ASKED)}*{found.total(SETTLES)}=1,1,0)"
    found.put(row, SETTLED, settled)
    _places(found, row, codes)
    _put_status(found, row)
    _of_which(found, row, codes)


def _sum(found: Counting, what: int, end: int) -> str:
    """A number of the ballots before one of them, added up."""
    return "+".join(("0", *(found.number(n, what) for n in range(end))))


def _places(found: Counting, row: int, codes: Sequence[Ref]) -> None:
    """The place among the elected, or among the alternates: spares, then those beyond."""
    inputs, count = found.inputs, len(codes)
    settled = found.of(row, SETTLED)
    above = found.page.span(inputs.top - 1, found.summary + SETTLED, row - 1)
    nth = f"(SUM({above})+1)"
    seats = _sum(found, OFFICIAL, count)
    room = str(UNLIMITED)
    if found.wanted:
        left = f"MAX(0,{found.number(0, SEATS)}-({seats}))"
        room = f"IF(N({found.wanted})>0,{left},{UNLIMITED})"
    won = [
        (
            f"{found.cell(n, SEATED, row)}={SEAT}",
            f"{_sum(found, OFFICIAL, n)}+{found.cell(n, ORDER, row)}",
        )
        for n in range(count)
    ]
    by_settling = (f"AND({settled}=1,{nth}<={room})", f"{seats}+{nth}")
    found.put(row, ELECTED_PLACE, cases(*won, by_settling, otherwise="0"))
    spares = [
        (f"{code}={ALTERNATE}", f"{_sum(found, SPARES, n)}+{found.cell(n, SPARE, row)}")
        for n, code in enumerate(codes)
    ]
    later = [
        (f"{found.cell(n, SEATED, row)}={AFTER}", _beyond(found, n, row, count))
        for n in range(count)
    ]
    rest = f"{_sum(found, SPARES, count)}+{_sum(found, BEYOND, count)}+{nth}-{room}"
    last = (f"{settled}=1", rest)
    elected = (f"{found.of(row, ELECTED_PLACE)}>0", "0")
    found.put(row, ALTERNATE_PLACE, cases(elected, *spares, *later, last, otherwise="0"))


def _put_status(found: Counting, row: int) -> None:
    """Elected, alternate, or neither."""
    is_alternate = f"IF({found.of(row, ALTERNATE_PLACE)}>0,{ALTERNATE},0)"
    found.put(row, STATUS, f"IF({found.of(row, ELECTED_PLACE)}>0,{WON},{is_alternate})")


def _beyond(found: Counting, number: int, row: int, count: int) -> str:
    """The place among the alternates of one whom a ballot elected beyond the seats."""
    ahead = f"{found.number(number, OFFICIAL)}-{found.number(number, NEITHER)}"
    place = f"{found.cell(number, ORDER, row)}-{ahead}"
    return f"{_sum(found, SPARES, count)}+{_sum(found, BEYOND, number)}+{place}"


def _of_which(found: Counting, row: int, codes: Sequence[Ref]) -> None:
    """The ballot that took a name into the body, and its votes there."""
    ballot = found.of(row, BALLOT)
    taken = [(f"{found.cell(n, SEATED, row)}={SEAT}", str(n + 1)) for n in range(len(codes))]
    settled = (f"{found.of(row, SETTLED)}=1", str(found.total(LAST)))
    later = [
        (f"OR({code}={ALTERNATE},{found.cell(n, SEATED, row)}={AFTER})", str(n + 1))
        for n, code in enumerate(codes)
    ]
    found.put(row, BALLOT, cases(*taken, settled, *later, otherwise="0"))
    votes = [found.votes(n, row) for n in range(len(codes))]
    found.put(row, VOTES, f"IF({ballot}=0,0,CHOOSE(MAX(1,{ballot}),{','.join(votes)}))")


def _totals(found: Counting) -> None:
    inputs, status = found.inputs, found.all(STATUS)
    count = len(inputs.ballots)
    last = cases(
        *((f"{found.number(n, LIVE)}=1", str(n + 1)) for n in reversed(range(count))),
        otherwise="0",
    )
    taken = f"SUMPRODUCT(({found.all(LAST_CODE)}={TIED})*({status}>0))"
    open_tie = f"IF({taken}>0,0,COUNTIF({found.all(LAST_CODE)},{TIED}))"
    elected, placed = found.total(ELECTED), found.total(PLACED)
    found.put_total(BASE, f'IF(ISNUMBER({inputs.base}),{inputs.base},"")', "")
    if inputs.alternates:
        found.put_total(WANTED, f"N({inputs.alternates})")
    found.put_total(LAST, last)
    found.put_total(SETTLES, _settles(found), 1)
    found.put_total(ELECTED, f"COUNTIF({status},{WON})")
    found.put_total(ALTERNATES, f"COUNTIF({status},{ALTERNATE})")
    found.put_total(UNFILLED, f"MAX(0,{found.number(0, SEATS)}-{elected})")
    has_plan = f'AND(ISNUMBER({inputs.planned}),{inputs.mode}<>"")'
    vacant = f'IF({has_plan},MAX(0,{inputs.planned}-{elected}-{placed}),"")'
    found.put_total(VACANT, vacant, inputs.planned_now)
    found.put_total(OPEN, open_tie)
    found.put_total(STEP, _step(found), "")
    found.put_total(PLACED, f"COUNTA({inputs.placed})")


def _settles(found: Counting) -> str:
    """Whether no more names were taken after a tie than it has seats."""
    last = f"MAX(1,{found.total(LAST)})"

    def of_last(what: int) -> str:
        refs = ",".join(found.number(n, what) for n in range(len(found.inputs.ballots)))
        return f"CHOOSE({last},{refs})"

    spare = found.wanted
    seats = f"{of_last(SEATS)}-{of_last(WINNERS)}"
    alternates = f"N({spare})-{of_last(SPARES)}" if spare else "0"
    left = f"IF({of_last(TIE)}=1,{seats},{alternates})"
    return f"IF(SUM({found.all(ASKED)})<={left},1,0)"


def _step(found: Counting) -> str:
    last = found.total(LAST)
    halves = ",".join(found.number(n, HALF) for n in range(len(found.inputs.ballots)))
    again = f"CHOOSE(MAX(1,{last}),{halves})=0"
    text = {step: words(upper_first(step.value)) for step in NextStep}
    return cases(
        (f"{last}=0", '""'),
        (f"AND({found.total(OPEN)}>0,{again})", text[NextStep.QUYET_DINH_BANG_PHIEU]),
        (f"{found.total(OPEN)}>0", text[NextStep.BAU_LAI_BANG_PHIEU]),
        (f"{found.total(UNFILLED)}>0", text[NextStep.BAU_TIEP]),
        otherwise=text[NextStep.XONG],
    )
