"""What changes its looks while a person types: alarms, cells that do not apply, frames."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Any

from generator.excel.live import live_rows
from generator.excel.looks import (
    BROWN,
    DARK_GREY,
    GREY,
    LINE,
    PALE_AMBER,
    PALE_RED,
    RED,
)
from generator.tables import DOUBT_SIGN, WRONG_SIGN, address

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.tables import Cell, Sheet

WRONG = {"font_color": RED, "bg_color": PALE_RED, "bold": True}
DOUBT = {"font_color": BROWN, "bg_color": PALE_AMBER}
MUTED = {"font_color": DARK_GREY, "bg_color": GREY}
FRAMED = {"border": 1, "border_color": LINE}


def set_conditions(file: Any, page: Any, sheet: Sheet) -> None:
    """The conditional formats of a sheet, one for each run of cells of a column."""
    looks: dict[str, Any] = {}
    for sign, look in ((WRONG_SIGN, WRONG), (DOUBT_SIGN, DOUBT)):
        for top, bottom, column in _runs(sheet, _is_alarm):
            rule = f'=LEFT({address(top, column)},{len(sign)})="{sign}"'
            _set(page, (top, bottom, column), rule, file.add_format(look))
    for name, look in (("muted", MUTED), ("framed", FRAMED)):
        for top, bottom, column in _same(sheet, name):
            rule = getattr(live_rows(sheet)[top][column], name)
            looks[name] = looks.get(name) or file.add_format(look)
            _set(page, (top, bottom, column), rule, looks[name])


def _same(sheet: Sheet, name: str) -> Iterator[tuple[int, int, int]]:
    """Runs of cells that change by one rule, each by its own row."""
    rules = {
        (column, row): _filled_down(getattr(cell, name), row)
        for row, cells in enumerate(live_rows(sheet))
        for column, cell in enumerate(cells)
        if cell and getattr(cell, name)
    }
    for _, run in groupby(
        enumerate(sorted(rules)), lambda at: (at[1][0], at[1][1] - at[0], rules[at[1]])
    ):
        places = [place for _, place in run]
        yield places[0][1], places[-1][1], places[0][0]


def _filled_down(rule: str, row: int) -> str:
    """A rule without its own row, where that is relative."""
    return re.sub(rf"(?<=[A-Z]){row + 1}\b", "@", rule)


def _is_alarm(cell: Cell) -> bool:
    return cell.alarm


def _set(page: Any, place: tuple[int, int, int], rule: str, look: Any) -> None:
    top, bottom, column = place
    given = {"type": "formula", "criteria": rule, "format": look}
    page.conditional_format(top, column, bottom, column, given)


def _runs(sheet: Sheet, chosen: Callable[[Cell], bool]) -> Iterator[tuple[int, int, int]]:
    """First row, last row, column of cells that stand under one another."""
    places = sorted(
        (column, row)
        for row, cells in enumerate(live_rows(sheet))
        for column, cell in enumerate(cells)
        if cell and chosen(cell)
    )
    for (column, _), run in groupby(enumerate(places), lambda at: (at[1][0], at[1][1] - at[0])):
        rows = [row for _, (_, row) in run]
        yield rows[0], rows[-1], column
