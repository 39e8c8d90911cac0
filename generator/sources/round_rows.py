"""The rows of a sheet of round.xlsx, each put into the list of records to which it belongs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.sources import round_layout as layout
from generator.sources.nearest import Nearest
from generator.sources.round_fields import Takes
from generator.sources.workbook_cells import typed
from generator.vietnamese import tidy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.sources.round_layout import Entry, Table
    from generator.sources.tree import PathTo
    from generator.sources.workbook_page import Page


def read_table(page: Page, table: Table) -> None:
    """The rows of a sheet into the tree."""
    start = page.row_of(layout.NUMBER)
    if start < 0:
        return
    columns = page.columns(start, table.columns)
    rows = list(page.rows(start))
    for row in rows:
        page.outside(row, page.grid.filled(start))
    if not table.way:
        _read_lists(page, columns, start, rows)
        return
    if table.owner:
        _read_owned(_Rows(page, table, columns), rows)
        return
    page.mark(table.way, start)
    found: list[Any] = []
    _put(page.tree.value, table.way, found)
    levels = _Levels(_Rows(page, table, columns))
    for row in rows:
        levels.read(row, found)


def _read_lists(
    page: Page, columns: Mapping[int, Entry], heading_row: int, rows: list[int]
) -> None:
    """A list in each column, from the top down."""
    for column, entry in columns.items():
        page.mark(entry.way, heading_row, column)
        found: list[str] = []
        for row in rows:
            path: PathTo = (*entry.way, len(found))
            if not page.grid.is_blank(row, column):
                found.append(page.cell((row, column), entry, path))
        if found or entry.required:
            _put(page.tree.value, entry.way, found)


@dataclass(frozen=True, slots=True)
class _Rows:
    """Reads a row of a sheet into a record."""

    page: Page
    table: Table
    columns: Mapping[int, Entry]

    @property
    def lead(self) -> int | None:
        """The column that is no field of the record: its level, or whose it is."""
        return next((c for c, entry in self.columns.items() if not entry.way), None)

    def record(self, row: int, path: PathTo) -> dict[str, Any]:
        """The record of a row."""
        self.page.mark(path, row)
        found: dict[str, Any] = {}
        for column, entry in self.columns.items():
            if entry.way:
                take(self.page, found, (row, column), entry, (*path, *entry.way))
        for way, required in self.table.parts:
            if required:
                record_at(found, way)
        return found


def _read_owned(rows: _Rows, numbers: list[int]) -> None:
    """Each row of a list within other records, into the record that it names."""
    *way, name = rows.table.way
    outer = _at(rows.page.tree.value, way)
    owners = _Owners(rows, [record.get(rows.table.owner) for record in outer])
    for row in numbers:
        i = owners.of(row)
        if i is not None:
            found = outer[i].setdefault(name, [])
            found.append(rows.record(row, (*way, i, name, len(found))))


class _Owners:
    """Finds the record that a row names, by the names of the records."""

    def __init__(self, rows: _Rows, known: list[Any]) -> None:
        self.rows = rows
        self.known: dict[Any, int] = {name: i for i, name in reversed(list(enumerate(known)))}
        self.unsure = _unsure(rows, known)
        self.names = dict.fromkeys(filter(None, known))
        self.nearest = Nearest()

    def of(self, row: int) -> int | None:
        """Which record a row names, counted from 0; one that is not there is told."""
        page, column = self.rows.page, self.rows.lead
        if column is None or page.is_odd((row, column), ()):
            return None
        words = tidy(typed(page.grid.value(row, column), Takes.REFERENCE).text)
        if words in self.known:
            return self.known[words]
        if words in self.unsure:
            return None
        values = {"value": words, "hint": self.nearest.to(words, self.names)}
        code = "row-of-nobody" if words else "empty"
        page.tree.wrong(code, self.rows.table.way, page.place(row, column), **values)
        return None


def _unsure(rows: _Rows, known: list[Any]) -> set[Any]:
    """The names to say nothing of: declared, while the list that they are not in is wrong."""
    refers = next((entry.refers for entry in rows.columns.values() if not entry.way), "")
    ids = {one.get("id") for one in _at(rows.page.tree.value, [refers])}
    is_right = len({*known}) == len(known) and {*known} <= ids
    return set() if is_right else ids


class _Levels:
    """Puts each row where its level says; without levels, one after the other."""

    def __init__(self, rows: _Rows) -> None:
        self.rows = rows
        self.open: list[tuple[PathTo, dict[str, Any]]] = []

    def read(self, row: int, top: list[Any]) -> None:
        level = self.level(row)
        del self.open[level - 1 :]
        way: PathTo = self.rows.table.way
        siblings = top
        if self.open:
            above, record = self.open[-1]
            way = (*above, self.rows.table.inner)
            siblings = record.setdefault(self.rows.table.inner, [])
        path = (*way, len(siblings))
        siblings.append(self.rows.record(row, path))
        self.open.append((path, siblings[-1]))

    def level(self, row: int) -> int:
        """The level of a row, from 1; one that cannot be is told, and the nearest taken."""
        page, column = self.rows.page, self.rows.lead
        if column is None:
            return 1
        most = len(self.open) + 1
        text = typed(page.grid.value(row, column), Takes.LEVEL).text.strip()
        level = int(text) if text.isascii() and text.isdigit() else 0
        if not 1 <= level <= most:
            place = page.place(row, column)
            page.tree.wrong("level", (), place, value=text, most=str(most))
        return max(1, min(level, most))


def take(
    page: Page, record: dict[str, Any], spot: tuple[int, int], entry: Entry, path: PathTo
) -> None:
    """Put what a cell holds into its record; of a list, add its parts."""
    text = page.cell(spot, entry, path)
    if not entry.many:
        _put(record, entry.way, text)
        return
    for part in filter(None, map(str.strip, text.split(layout.SEPARATOR.strip()))):
        items = record_at(record, entry.way[:-1]).setdefault(entry.way[-1], [])
        page.mark((*path, len(items)), *spot)
        items.append(part)


def _at(value: dict[str, Any], way: list[str]) -> list[dict[str, Any]]:
    """The records of the list at a way, none where there is no list."""
    found: Any = value
    for step in way:
        found = found.get(step, {})
    return found or []


def record_at(value: dict[str, Any], way: layout.Way) -> dict[str, Any]:
    """The record at a way, made where there was none."""
    for step in way:
        value = value.setdefault(step, {})
    return value


def _put(value: dict[str, Any], way: layout.Way, found: Any) -> None:
    """Put what was found at its way; an empty text is left out."""
    if found != "":
        record_at(value, way[:-1])[way[-1]] = found
