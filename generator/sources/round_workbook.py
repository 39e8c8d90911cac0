"""round.xlsx to the same tree that round.yaml gives: plain text values, each with its cell."""

from __future__ import annotations

from difflib import get_close_matches
from functools import partial
from typing import TYPE_CHECKING

from generator.errors import Place, Problem
from generator.guard import UnsafeFileError
from generator.sources import round_layout as layout
from generator.sources.round_rows import read_table, record_at, take
from generator.sources.tree import Tree
from generator.sources.workbook_file import UnreadableWorkbookError, read_book
from generator.sources.workbook_page import Page
from generator.tables import LISTS

if TYPE_CHECKING:
    from collections.abc import Container

    from generator.sources.round_layout import Entry, Group, Layout
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
    """The tree of a workbook; what is wrong with it is in its problems.

    A place for each cell weighs more than the sheets: those asked for are found by reading
    again.
    """
    try:
        tree = _read(content, file, ())
    except UnreadableWorkbookError as error:
        raise UnsafeFileError(Problem("not-a-workbook", place=Place(file))) from error
    if any(problem.code in BROKEN for problem in tree.problems):
        tree.value = None
    tree.finder = partial(_find, content)
    return tree


def _find(content: bytes, tree: Tree, wanted: Container[PathTo]) -> None:
    """Add the places of what is wanted to the tree that was read from this content."""
    again = _read(content, tree.file, wanted)
    tree.places |= again.places
    tree.keys |= again.keys
    tree.empty |= again.empty


def _read(content: bytes, file: str, wanted: Container[PathTo]) -> Tree:
    book = read_book(content)
    tree = Tree(file, {}, sheets=tuple(book.sheets))
    shape = layout.round_layout()
    _check_names(tree, book, shape)
    for name in shape.sheets:
        if name in book.sheets:
            page = Page(tree, name, book.sheets[name], wanted, book.counts_from_1904)
            table = next((table for table in shape.tables if table.name == name), None)
            read_table(page, table) if table else _read_general(page, shape.groups)
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


def _read_general(page: Page, groups: tuple[Group, ...]) -> None:
    """The lines of the first sheet, each under the title of its record."""
    start = page.row_of(layout.LABEL)
    if start < 0:
        return
    for group in groups:
        page.mark(group.way)
        if group.required:
            record_at(page.tree.value, group.way)
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
            self.page.mark(self.group.way, row)
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
        take(self.page, self.page.tree.value, (row, VALUE_COLUMN), entry, entry.way)

    def finish(self) -> None:
        for group in self.titles.values():
            gone = (e for e in group.entries if (group.title, e.heading) not in self.seen)
            if group.required:
                self.page.missing(gone)
