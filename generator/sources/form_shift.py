"""Where the cells of a form are in a sheet that came back: rows and columns may have moved."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.sources.form_alignment import Alignment, aligned, unmoved
from generator.sources.form_shape import differs, words_at

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from generator.sources.form_alignment import Marks
    from generator.sources.form_shape import Shape
    from generator.sources.workbook_file import Grid
    from generator.sources.workbook_scan import Spot

FORMULA = "="
MOST_CHANGED = 0.2  # of the words of a sheet, where no line moved; else one word
LEAST_KEPT = 0.6  # of them: what is deleted with all words cannot be told from what is wrong
FARTHEST = 300  # lines beyond the form that are looked at


@dataclass(frozen=True, slots=True)
class Shift:
    """Where each row and column of the form is; the words that differ; whether that is sure.

    `is_sorted` says that only numbers of rows changed places.
    """

    rows: Alignment
    columns: Alignment
    changed: tuple[Spot, ...] = ()
    is_sure: bool = True
    is_sorted: bool = False

    def spot(self, spot: Spot) -> Spot | None:
        """Where a cell of the form is in the file, None where it was deleted."""
        row, column = self.rows.places.get(spot[0]), self.columns.places.get(spot[1])
        return None if row is None or column is None else (row, column)

    @property
    def moves(self) -> int:
        """How many lines were deleted, put in or put elsewhere."""
        sides = (self.rows, self.columns)
        return sum(len(side.lost + side.added + side.moved) for side in sides)

    @property
    def _cost(self) -> tuple[bool, int, int]:
        return not self.is_sure, len(self.changed), self.moves


def shift_of(shape: Shape, grid: Grid) -> Shift:
    """Where the cells of a form are in a sheet; nearly always where they were."""
    still = _judged(shape, grid, unmoved(shape.height), unmoved(shape.width))
    if not still.changed and not _formulas_moved(shape, grid):
        return still
    if _is_sorted_only(shape, grid, still.changed):
        return replace(still, is_sorted=True, is_sure=True)
    found = [still, *_moved(shape, grid)]
    best = min(found, key=lambda shift: shift._cost)  # noqa: SLF001 - ours
    return best if best.is_sure else still


def _moved(shape: Shape, grid: Grid) -> Iterable[Shift]:
    """Rows moved, columns moved, or first the one and then the other."""
    still_rows, still_columns = unmoved(shape.height), unmoved(shape.width)
    rows = _aligned_rows(shape, grid, still_columns)
    columns = _aligned_columns(shape, grid, still_rows)
    yield _judged(shape, grid, rows, still_columns)
    yield _judged(shape, grid, still_rows, columns)
    yield _judged(shape, grid, rows, _aligned_columns(shape, grid, rows))
    yield _judged(shape, grid, _aligned_rows(shape, grid, columns), columns)


def _judged(shape: Shape, grid: Grid, rows: Alignment, columns: Alignment) -> Shift:
    shift = Shift(rows, columns)
    there = {spot: shift.spot(spot) for spot in shape.labels}
    changed = tuple(
        spot for spot, at in there.items() if at and differs(grid, at, shape.labels[spot])
    )
    known = {words for words in shape.labels.values() if not words.isdigit()}
    moved = any(words_at(grid, there[spot] or spot) in known for spot in changed)
    most = 1 if shift.moves else max(1, MOST_CHANGED * len(shape.labels))
    known_still = sum(at is not None for at in there.values()) >= LEAST_KEPT * len(there)
    return Shift(rows, columns, changed, len(changed) <= most and known_still and not moved)


def _formulas_moved(shape: Shape, grid: Grid) -> bool:
    """Whether formulas stand where none was, or nothing where there was one."""
    if grid.formulas - shape.formulas - shape.inputs.keys():
        return True
    return any(grid.is_blank(*spot) for spot in shape.formulas - grid.formulas)


def _is_sorted_only(shape: Shape, grid: Grid, changed: tuple[Spot, ...]) -> bool:
    """Whether only numbers of rows changed places: a table was sorted with its numbers."""
    before: dict[int, list[str]] = {}
    after: dict[int, list[str]] = {}
    for spot in changed:
        before.setdefault(spot[1], []).append(shape.labels[spot])
        after.setdefault(spot[1], []).append(words_at(grid, spot))
    numbers = all(words.isdigit() for column in before.values() for words in column)
    return numbers and bool(changed) and _sorted(before) == _sorted(after)


def _sorted(columns: Mapping[int, list[str]]) -> dict[int, list[str]]:
    return {column: sorted(words) for column, words in columns.items()}


def _aligned_rows(shape: Shape, grid: Grid, columns: Alignment) -> Alignment:
    before = _marks(shape, shape.height, lambda spot: spot)
    size = min(max(len(grid.rows), shape.height), shape.height + FARTHEST)
    words = _vocabulary(before)
    after = [
        frozenset(
            (across, _mark(grid, (row, column), words[across]))
            for across, column in columns.places.items()
            if across in words and not grid.is_blank(row, column)
        )
        for row in range(size)
    ]
    return aligned(before, after)


def _aligned_columns(shape: Shape, grid: Grid, rows: Alignment) -> Alignment:
    before = _marks(shape, shape.width, lambda spot: (spot[1], spot[0]))
    widest = max((len(row) for row in grid.rows[:1]), default=0)
    size = min(max(widest, shape.width), shape.width + FARTHEST)
    words = _vocabulary(before)
    after = [
        frozenset(
            (across, _mark(grid, (row, column), words[across]))
            for across, row in rows.places.items()
            if across in words and not grid.is_blank(row, column)
        )
        for column in range(size)
    ]
    return aligned(before, after)


def _marks(shape: Shape, size: int, turned: Callable[[Spot], Spot]) -> list[Marks]:
    """The marks of each line of the form: its words and its formulas."""
    lines: list[set[tuple[int, str]]] = [set() for _ in range(size)]
    for spot, words in shape.labels.items():
        line, across = turned(spot)
        lines[line].add((across, words))
    for spot in shape.formulas:
        line, across = turned(spot)
        lines[line].add((across, FORMULA))
    return [frozenset(line) for line in lines]


def _vocabulary(lines: Iterable[Marks]) -> dict[int, set[str]]:
    found: dict[int, set[str]] = {}
    for line in lines:
        for across, words in line:
            found.setdefault(across, set()).add(words)
    return found


def _mark(grid: Grid, spot: Spot, known: set[str]) -> str:
    """The words of a cell where they are the form's, nothing for what a person typed."""
    words = FORMULA if spot in grid.formulas else words_at(grid, spot)
    return words if words in known else ""
