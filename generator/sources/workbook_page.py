"""One sheet of round.xlsx, read into a tree: headings, cells with their places, what is odd."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING

from generator.errors import Place, Problem, Severity
from generator.sources.round_layout import GIVEN, SAMPLE, STAR
from generator.sources.workbook_cells import typed
from generator.tables import address
from generator.vietnamese import tidy

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator

    from generator.sources.round_layout import Entry
    from generator.sources.tree import PathTo, Tree
    from generator.sources.workbook_file import Grid
    from generator.sources.workbook_scan import Spot

NUMBER_COLUMN = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A sheet, the tree that it is read into, and whether its days are counted from 1904.

    `wanted` are the paths whose places the tree keeps.
    """

    tree: Tree
    name: str
    grid: Grid
    wanted: Container[PathTo] = ()
    counts_from_1904: bool = False

    def place(self, row: int = -1, column: int = 0) -> Place:
        """The place of a cell, or of the sheet."""
        cell = address(row, column) if row >= 0 else ""
        return Place(self.tree.file, sheet=self.name, cell=cell)

    def mark(self, path: PathTo, row: int = -1, column: int = 0) -> None:
        """Keep the place of what begins in a cell, if it is asked for."""
        if path in self.wanted:
            self.tree.keys[path] = self.place(row, column)

    def text(self, row: int, column: int) -> str:
        """The words in a cell that nobody types into: a heading, a label."""
        value = self.grid.value(row, column)
        return tidy(value) if isinstance(value, str) else ""

    def heading(self, row: int, column: int) -> str:
        """A heading or label without the star that says that its value must be there."""
        return self.text(row, column).removesuffix(STAR)

    def row_of(self, words: str) -> int:
        """The row below which the data stands; it is told where there is none."""
        for row in range(len(self.grid.rows)):
            if self.text(row, 0) == words:
                return row
        self.tree.wrong("heading-missing", (), self.place(), heading=words)
        return -1

    def columns(self, row: int, entries: tuple[Entry, ...]) -> dict[int, Entry]:
        """The columns by their headings; unknown, repeated and missing ones are told."""
        known = {entry.heading: entry for entry in entries}
        said = {column: self.heading(row, column) for column in self.grid.filled(row)[1:]}
        for column, heading in said.items():
            if heading not in known:
                missing = [one for one in known if one not in said.values()]
                self.unknown("heading-unknown", (row, column), missing)
        self.twice({(row, column): heading for column, heading in said.items()})
        self.missing(entry for entry in entries if entry.heading not in said.values())
        return {column: known[words] for column, words in said.items() if words in known}

    def unknown(self, code: str, spot: Spot, known: list[str]) -> None:
        """Tell a heading or label that means nothing, with the one that it may stand for."""
        words = self.heading(*spot) or str(self.grid.value(*spot))
        close = get_close_matches(words, known, n=1, cutoff=0.5)
        values = {"value": words, "hint": close[0] if close else ""}
        self.tree.wrong(code, (), self.place(*spot), **values)

    def twice(self, headings: dict[Spot, str]) -> None:
        """Tell the headings that stand more than once, at their last place."""
        counted = Counter(headings.values())
        for words, spot in {words: spot for spot, words in headings.items()}.items():
            if counted[words] > 1:
                self.tree.wrong("heading-twice", (), self.place(*spot), heading=words)

    def missing(self, entries: Iterable[Entry]) -> None:
        """Tell the required entries that have no place to be typed in."""
        for entry in entries:
            if entry.required:
                values = {"heading": entry.heading}
                self.tree.wrong("heading-missing", (), self.place(), **values)

    def rows(self, heading_row: int) -> Iterator[int]:
        """The rows below the headings that hold data; a sample or what is given does not."""
        for row in range(heading_row + 1, len(self.grid.rows)):
            filled = [column for column in self.grid.filled(row) if column != NUMBER_COLUMN]
            if filled and self.text(row, NUMBER_COLUMN) not in (SAMPLE, GIVEN):
                self.see_hidden(row, filled)
                yield row

    def see_hidden(self, row: int, filled: list[int]) -> None:
        """Warn of data that whoever looks at the sheet does not see."""
        hidden = row in self.grid.hidden_rows
        if hidden or self.grid.hidden_columns.intersection(filled) or self.grid.hidden:
            column = (
                filled[0]
                if hidden or self.grid.hidden
                else min(self.grid.hidden_columns.intersection(filled))
            )
            self.say("cell-hidden", Severity.WARNING, (), (row, column))

    def outside(self, row: int, columns: Iterable[int]) -> None:
        """Tell what stands in a row beside the columns that are read."""
        for column in sorted(set(self.grid.filled(row)) - {NUMBER_COLUMN} - set(columns)):
            self.tree.wrong("cell-outside", (), self.place(row, column))

    def cell(self, spot: Spot, entry: Entry, path: PathTo) -> str:
        """The text typed into a cell, "" where nothing usable is.

        The values of a list stand in several cells: the first one's place is that of the list.
        """
        if path not in self.tree.keys:
            self.mark(path, *spot)
        text = "" if self.is_odd(spot, path) else self.typed(spot, entry, path)
        if not text and path in self.wanted:
            self.tree.empty.add(path)
        return text

    def is_odd(self, spot: Spot, path: PathTo) -> bool:
        """Whether the cell holds no value of its own, which is told."""
        merged = self.grid.merged
        around = (
            next((area for area in merged if _within(spot, area)), None) if merged else None
        )
        if spot in self.grid.formulas:
            self.tree.wrong("cell-formula", path, self.place(*spot))
        elif spot in self.grid.errors:
            value = self.grid.errors[spot]
            self.tree.wrong("cell-error", path, self.place(*spot), value=value)
        elif around:
            self.tree.wrong("cell-merged", path, self.place(*around[0]))
        else:
            return False
        return True

    def typed(self, spot: Spot, entry: Entry, path: PathTo) -> str:
        """The text of an ordinary cell; what Excel changed is told."""
        found = typed(self.grid.value(*spot), entry.takes)
        if found.refused:
            self.tree.wrong(found.refused, path, self.place(*spot), value=found.shown)
        elif found.is_date and self.counts_from_1904:
            self.tree.wrong("cell-date-1904", path, self.place(*spot), value=found.shown)
        elif found.is_date:
            self.say("cell-date", Severity.NOTE, path, spot, value=found.shown)
        known = self.tree.texts.get(found.text)
        return self.tree.text(found.text, path, self.place(*spot)) if known is None else known

    def say(
        self, code: str, severity: Severity, path: PathTo, spot: Spot, **values: str
    ) -> None:
        """Remember what is worth saying and stops nothing."""
        place = self.place(*spot)
        self.tree.problems.append(Problem(code, path, values, severity, place))


def _within(spot: Spot, area: tuple[Spot, Spot]) -> bool:
    (top, left), (bottom, right) = area
    return top <= spot[0] <= bottom and left <= spot[1] <= right
