"""The whole roll-up workbook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.statistics import ScopeKind
from generator.tables import Workbook
from generator.vietnamese import lower_first
from generator.views.plan import title_of
from generator.views.roll_up.congresses import congress_source
from generator.views.roll_up.drawings import chart_sheet
from generator.views.roll_up.lists import absent_sheet, data_sheet, lost_sheet
from generator.views.roll_up.page import Book, topic_sheet
from generator.views.roll_up.topics import topics
from generator.views.roll_up.units import codes, unit_source

if TYPE_CHECKING:
    from generator.model import Round
    from generator.statistics import RollUp

PAPER = "Tổng hợp kết quả bầu cử"


def roll_up_workbook(found: Round, rollup: RollUp) -> Workbook:
    """The tables of a round's results, over the data of every unit; charts; what is missing."""
    numbers = {kind: codes(rollup, kind) for kind in ScopeKind}
    book = Book(found, rollup, unit_source(rollup), congress_source(rollup), numbers)
    tables = [
        topic_sheet(book, topic, number) for number, topic in enumerate(topics(rollup), start=1)
    ]
    last = len(tables)
    return Workbook(
        f"{PAPER} {lower_first(title_of(found))}",
        (
            *tables,
            lost_sheet(book, last + 1),
            chart_sheet(book, tables),
            absent_sheet(book, last + 2),
            data_sheet(book, book.congresses),
            data_sheet(book, book.units),
        ),
    )
