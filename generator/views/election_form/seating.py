"""Of a common list who wins a seat, who stands beyond the seats, by formulas.

As `elections.ranking.seated`: ballot by ballot; those with equal votes of whom some would win
a seat and some not are neither. Without alternates every winner has a seat.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.views.election_form.counting import (
    BEYOND,
    CODE,
    FIT,
    NEITHER,
    NEW,
    OFFICIAL,
    ORDER,
    ROOM,
    SEATED,
    SEATS,
    WON,
)
from generator.views.election_form.page import cases, computed

if TYPE_CHECKING:
    from generator.views.election_form.counting import Counting

SEAT, AFTER, BETWEEN = 1, 2, 3  # what SEATED holds
UNLIMITED = 9999


def put_seating_numbers(found: Counting, number: int) -> None:
    """The seats that are left before a ballot, and how many it gives away."""
    spare, seated = found.wanted, found.span(number, SEATED)
    before = "".join(f"-{found.number(n, OFFICIAL)}" for n in range(number))
    room = str(UNLIMITED)
    if spare:
        left = f"MAX(0,{found.number(0, SEATS)}{before})"
        room = f"IF(N({spare})>0,{left},{UNLIMITED})"
    formulas = {
        ROOM: (room, UNLIMITED),
        OFFICIAL: (f"COUNTIF({seated},{SEAT})", 0),
        BEYOND: (f"COUNTIF({seated},{AFTER})", 0),
        NEITHER: (f"COUNTIF({seated},{BETWEEN})", 0),
    }
    for what, (expression, value) in formulas.items():
        found.page.put(what, found.column(number, FIT), computed(expression, value))


def put_seating_row(found: Counting, number: int, row: int) -> None:
    """Whether a name is newly elected by a ballot, its place among those, its seat."""
    votes, all_votes = found.votes(number, row), found.all_votes(number)
    new, news = found.cell(number, NEW, row), found.span(number, NEW)
    over = found.inputs.top - 1
    news_above = found.page.span(over, found.column(number, NEW), row - 1)
    votes_above = found.all_votes(number, row - 1, over)
    first = ",".join(
        (
            f"{found.cell(number, CODE, row)}={WON}",
            *(f"{found.cell(n, SEATED, row)}<>{SEAT}" for n in range(number)),
        )
    )
    above = f'COUNTIFS({news},1,{all_votes},">"&{votes})'
    same = f"COUNTIFS({news},1,{all_votes},{votes})"
    room = found.number(number, ROOM)
    seat = cases(
        (f"{new}=0", "0"),
        (f"{above}+{same}<={room}", str(SEAT)),
        (f"{above}<{room}", str(BETWEEN)),
        otherwise=str(AFTER),
    )
    order = f"{above}+COUNTIFS({news_above},1,{votes_above},{votes})+1"
    formulas = {
        NEW: f"IF(AND({first}),1,0)",
        ORDER: f"IF({new}=1,{order},0)",
        SEATED: seat,
    }
    for what, expression in formulas.items():
        found.page.put(row, found.column(number, what), computed(expression, 0))
