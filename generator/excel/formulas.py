"""Formulas as a file holds them: those that are one formula filled down a column, once.

So Excel writes what a person fills down: the file is smaller, opened and calculated sooner.
A formula that names another sheet is written out each time: Excel keeps no such one shared
(github.com/JanKallman/EPPlus/issues/92).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.excel.live import live_rows
from generator.tables import address

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.tables import Sheet

    Place = tuple[int, int]

# XlsxWriter leaves a formula alone that says so, and spares thirty searches of each
MARK = "_xlfn.~"
FEWEST = 3
OTHER_SHEET = "!"
_ROW = re.compile(r"\$(\d+)")  # of an absolute reference; a column's letters follow their sign
_TEXT = re.compile(r'"[^"]*"')
_MARKED = re.compile(rb"<f>_xlfn\.~(?:(\d+),([A-Z0-9:]*))?\|([^<]*)</f>")


@dataclass(slots=True)
class _Run:
    """A formula and those below it that it becomes when it is filled down."""

    top: int
    words: Sequence[str]
    rows: Sequence[int]
    moves: Sequence[bool] = ()
    count: int = 1
    pattern: str = ""
    moving: Sequence[int] = ()

    def takes(self, formula: str) -> bool:
        """Whether the next formula is this one filled down; it is counted then.

        The second says which rows move; each after it is known before it is looked at.
        """
        if self.count == 1 and not self._learns(formula):
            return False
        if formula != self.pattern % tuple([row + self.count for row in self.moving]):
            return False
        self.count += 1
        return True

    def _learns(self, formula: str) -> bool:
        """Whether the second formula has the words of the first; which rows move then."""
        words, rows = _parts(formula)
        if words != self.words:
            return False
        self.moves = [mine != first for mine, first in zip(rows, self.rows, strict=True)]
        pairs = list(zip(self.rows, self.moves, strict=True))
        self.moving = [row for row, moves in pairs if moves]
        places = ["$%d" if moves else f"${row}" for row, moves in pairs]
        literal = [word.replace("%", "%%") for word in self.words]
        joined = (one + place for one, place in zip(literal, (*places, ""), strict=True))
        self.pattern = f"={''.join(joined)}"
        return True

    def text(self) -> str:
        """The first formula with relative rows where they move."""
        rows = (
            f"{'' if moves else '$'}{row}"
            for row, moves in zip(self.rows, self.moves, strict=True)
        )
        return "".join(word + row for word, row in zip(self.words, (*rows, ""), strict=True))


def marked_formulas(sheet: Sheet) -> dict[Place, str]:
    """What to write for each formula of a sheet, so that `unmarked` knows what it is."""
    found = {
        (row, column): f"{MARK}|{cell.formula[1:]}"
        for row, cells in enumerate(live_rows(sheet))
        for column, cell in enumerate(cells)
        if cell and cell.formula is not None
    }
    shared = (one for one in _runs(sheet) if one[1].count >= FEWEST)
    for number, (column, run) in enumerate(shared):
        last = run.top + run.count - 1
        area = f"{address(run.top, column)}:{address(last, column)}"
        found[run.top, column] = f"{MARK}{number},{area}|{run.text()}"
        for row in range(run.top + 1, last + 1):
            found[row, column] = f"{MARK}{number},|"
    return found


def _runs(sheet: Sheet) -> Iterator[tuple[int, _Run]]:
    """Of each column the formulas, those that are one filled down taken together."""
    for column in range(max(map(len, live_rows(sheet)), default=0)):
        for run in _runs_of(_formulas(sheet, column)):
            yield column, run


def _runs_of(formulas: Iterator[tuple[int, str]]) -> Iterator[_Run]:
    run: _Run | None = None
    for row, formula in formulas:
        if run and row == run.top + run.count and run.takes(formula):
            continue
        if _can_be_filled_down(formula):
            if run:
                yield run
            run = _Run(row, *_parts(formula))
    if run:
        yield run


def _formulas(sheet: Sheet, column: int) -> Iterator[tuple[int, str]]:
    """The formulas of a column with their rows."""
    for row, cells in enumerate(live_rows(sheet)):
        cell = cells[column] if column < len(cells) else None
        if cell and cell.formula:
            yield row, cell.formula


def _parts(formula: str) -> tuple[list[str], list[int]]:
    """The words of a formula, and the rows between them."""
    parts = _ROW.split(formula[1:])
    return parts[::2], [int(row) for row in parts[1::2]]


def _can_be_filled_down(formula: str) -> bool:
    """Whether it names no other sheet, and says nothing that looks like a reference."""
    return OTHER_SHEET not in formula and "$" not in "".join(_TEXT.findall(formula))


def unmarked(part: bytes) -> bytes:
    """A part of the file with its formulas as they are to stand."""
    return _MARKED.sub(_element, part)


def _element(found: re.Match[bytes]) -> bytes:
    number, area, text = found.groups()
    if number is None:
        return b"<f>" + text + b"</f>"
    head = b'<f t="shared" '
    if not area:
        return head + b'si="' + number + b'"/>'
    return head + b'ref="' + area + b'" si="' + number + b'">' + text + b"</f>"
