"""round.xlsx to the same tree that round.yaml gives: plain text values, each with its cell."""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from generator.errors import Place, Problem
from generator.guard import UnsafeFileError
from generator.sources import round_layout as layout
from generator.sources.round_fields import Takes
from generator.sources.tree import Tree
from generator.sources.workbook_cells import typed
from generator.sources.workbook_file import UnreadableWorkbookError, read_book
from generator.sources.workbook_page import Page
from generator.tables import LISTS
from generator.vietnamese import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.sources.round_layout import Entry, Group, Layout, Table
    from generator.sources.tree import PathTo
    from generator.sources.workbook_file import Book

UNREAD = (layout.GUIDE, LISTS)
BROKEN = (
    "sheet-missing",
    "sheet-unknown",
    "heading-missing",
    "heading-unknown",
    "heading-twice",
    "label-unknown",
)
VALUE_COLUMN, TOLD_COLUMNS = 1, (2, 3)  # of the first sheet: value; example, explanation


def read_workbook(content: bytes, file: str) -> Tree:
    """The tree of a workbook; what is wrong with it is in its problems."""
    try:
        book = read_book(content)
    except UnreadableWorkbookError as error:
        raise UnsafeFileError(Problem("not-a-workbook", place=Place(file))) from error
    tree = Tree(file, {}, sheets=tuple(book.sheets))
    shape = layout.round_layout()
    _check_names(tree, book, shape)
    for name, page in _pages(tree, book, shape.sheets):
        table = next((table for table in shape.tables if table.name == name), None)
        _read_table(page, table) if table else _read_general(page, shape.groups)
    if any(problem.code in BROKEN for problem in tree.problems):
        tree.value = None
    return tree


def _check_names(tree: Tree, book: Book, shape: Layout) -> None:
    missing = [name for name in shape.sheets if name not in book.sheets]
    for name in missing:
        if name in shape.needed:
            tree.wrong("sheet-missing", (), Place(tree.file), sheet=name)
    for name in book.sheets:
        if name not in (*shape.sheets, *UNREAD):
            hint = "".join(get_close_matches(name, missing, n=1, cutoff=0.5))
            tree.wrong("sheet-unknown", (), Place(tree.file, sheet=name), hint=hint)


def _pages(tree: Tree, book: Book, wanted: tuple[str, ...]) -> Iterator[tuple[str, Page]]:
    for name in wanted:
        if name in book.sheets:
            yield name, Page(tree, name, book.sheets[name], book.counts_from_1904)


def _read_general(page: Page, groups: tuple[Group, ...]) -> None:
    """The lines of the first sheet, each under the title of its record."""
    start = page.row_of(layout.LABEL)
    if start < 0:
        return
    for group in groups:
        page.tree.keys.setdefault(group.way, page.place())
        if group.required:
            _record_at(page.tree.value, group.way)
    lines = _Lines(page, groups)
    for row in range(start + 1, len(page.grid.rows)):
        if page.grid.filled(row):
            lines.read(row)
    lines.finish()


class _Lines:
    """Goes down the first sheet once, knowing under which title it is."""

    def __init__(self, page: Page, groups: tuple[Group, ...]) -> None:
        self.page = page
        self.titles = {group.title: group for group in groups}
        self.group = groups[0]
        self.seen: dict[tuple[str, str], int] = {}

    def read(self, row: int) -> None:
        label = self.page.heading(row, 0)
        if label in self.titles:
            self.group = self.titles[label]
            self.page.tree.keys[self.group.way] = self.page.place(row)
            self.page.outside(row, ())
            return
        entries = {entry.heading: entry for entry in self.group.entries}
        if label not in entries:
            self.page.unknown(
                "label-unknown", (row, 0 if label else VALUE_COLUMN), list(entries)
            )
            return
        self.page.outside(row, (VALUE_COLUMN, *TOLD_COLUMNS))
        if not self.page.grid.is_blank(row, VALUE_COLUMN):
            self.page.see_hidden(row, [VALUE_COLUMN])
        self.value(row, entries[label])

    def value(self, row: int, entry: Entry) -> None:
        if (self.group.title, entry.heading) in self.seen:
            values = {"heading": entry.heading}
            self.page.tree.wrong("heading-twice", (), self.page.place(row), **values)
        self.seen[self.group.title, entry.heading] = row
        _take(self.page, self.page.tree.value, (row, VALUE_COLUMN), entry, entry.way)

    def finish(self) -> None:
        for group in self.titles.values():
            gone = (e for e in group.entries if (group.title, e.heading) not in self.seen)
            if group.required:
                self.page.missing(gone)


def _read_table(page: Page, table: Table) -> None:
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
    page.tree.keys[table.way] = page.tree.places[table.way] = page.place(start)
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
        page.tree.keys[entry.way] = page.tree.places[entry.way] = page.place(
            heading_row, column
        )
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
        self.page.tree.keys[path] = self.page.place(row)
        found: dict[str, Any] = {}
        for column, entry in self.columns.items():
            if entry.way:
                _take(self.page, found, (row, column), entry, (*path, *entry.way))
        for way, required in self.table.parts:
            if required:
                _record_at(found, way)
        return found


def _read_owned(rows: _Rows, numbers: list[int]) -> None:
    """Each row of a list within other records, into the record that it names."""
    *way, name = rows.table.way
    outer = _at(rows.page.tree.value, way)
    for row in numbers:
        i = _owner(rows, row, [record.get(rows.table.owner) for record in outer])
        if i is not None:
            found = outer[i].setdefault(name, [])
            found.append(rows.record(row, (*way, i, name, len(found))))


def _owner(rows: _Rows, row: int, known: list[Any]) -> int | None:
    """Which record a row names, counted from 0; one that is not there is told."""
    page, column = rows.page, rows.lead
    if column is None or page.is_odd((row, column), ()):
        return None
    words = tidy(typed(page.grid.value(row, column), Takes.REFERENCE).text)
    if words in known:
        return known.index(words)
    if words in _unsure(rows, known):
        return None
    close = get_close_matches(words, filter(None, known), n=1, cutoff=0.5)
    values = {"value": words, "hint": "".join(close)}
    code = "row-of-nobody" if words else "empty"
    page.tree.wrong(code, rows.table.way, page.place(row, column), **values)
    return None


def _unsure(rows: _Rows, known: list[Any]) -> list[Any]:
    """The names to say nothing of: declared, while the list that they are not in is wrong."""
    refers = next((entry.refers for entry in rows.columns.values() if not entry.way), "")
    ids = [one.get("id") for one in _at(rows.page.tree.value, [refers])]
    is_right = len({*known}) == len(known) and {*known} <= {*ids}
    return [] if is_right else ids


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


def _take(
    page: Page, record: dict[str, Any], spot: tuple[int, int], entry: Entry, path: PathTo
) -> None:
    """Put what a cell holds into its record; of a list, add its parts."""
    text = page.cell(spot, entry, path)
    if not entry.many:
        _put(record, entry.way, text)
        return
    for part in filter(None, map(str.strip, text.split(layout.SEPARATOR.strip()))):
        items = _record_at(record, entry.way[:-1]).setdefault(entry.way[-1], [])
        page.tree.places[*path, len(items)] = page.place(*spot)
        items.append(part)


def _at(value: dict[str, Any], way: list[str]) -> list[dict[str, Any]]:
    """The records of the list at a way, none where there is no list."""
    found: Any = value
    for step in way:
        found = found.get(step, {})
    return found or []


def _record_at(value: dict[str, Any], way: layout.Way) -> dict[str, Any]:
    """The record at a way, made where there was none."""
    for step in way:
        value = value.setdefault(step, {})
    return value


def _put(value: dict[str, Any], way: layout.Way, found: Any) -> None:
    """Put what was found at its way; an empty text is left out."""
    if found != "":
        _record_at(value, way[:-1])[way[-1]] = found
