"""What a sheet of a form was when it went out: its words, formulas, inputs, by their cells."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from generator.vietnamese import tidy

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from generator.sources.workbook_file import Grid
    from generator.sources.workbook_scan import Spot
    from generator.tables import Cell, Sheet


@dataclass(frozen=True, slots=True)
class Shape:
    """A sheet of the form: its fixed words, its formulas, its inputs, every cell it uses.

    Words and inputs stand in the order of the sheet; `marked` are texts with a mark in them.
    """

    name: str
    labels: Mapping[Spot, str]
    formulas: frozenset[Spot]
    inputs: Mapping[Spot, Cell]
    used: frozenset[Spot]
    merged: frozenset[tuple[Spot, Spot]]
    height: int
    width: int
    protected: bool
    marked: Mapping[Spot, str]


def shape_of(sheet: Sheet, marks: Collection[str] = ()) -> Shape:
    """The shape of a sheet, in whose texts marks may stand for words that come later."""
    cells = dict(_cells(sheet))
    texts = {spot: cell.value for spot, cell in cells.items() if isinstance(cell.value, str)}
    labels = {spot: words_of(cell.value) for spot, cell in cells.items() if _is_fixed(cell)}
    areas = {_area(spot, cell) for spot, cell in cells.items() if cell.span * cell.rows > 1}
    return Shape(
        sheet.name,
        {spot: words for spot, words in labels.items() if words},
        frozenset(spot for spot, cell in cells.items() if cell.formula is not None),
        {spot: cell for spot, cell in cells.items() if cell.input and cell.path},
        frozenset((*cells, *(spot for area in areas for spot in spots_in(area)))),
        frozenset(areas),
        len(sheet.rows),
        max((len(row) for row in sheet.rows), default=0),
        sheet.protected,
        {spot: text for spot, text in texts.items() if any(mark in text for mark in marks)},
    )


def with_words(shape: Shape, words: Mapping[str, str]) -> Shape:
    """The shape with the words that its marks stand for."""
    if not shape.marked:
        return shape
    said = {spot: words_of(unmarked(text, words)) for spot, text in shape.marked.items()}
    return replace(shape, labels={**shape.labels, **said}, marked={})


def unmarked(text: str, words: Mapping[str, str]) -> str:
    """A text with the words that its marks stand for."""
    for mark, said in words.items():
        text = text.replace(mark, said)
    return text


def words_of(value: Any) -> str:
    """What a cell shows, as words that can be compared.

    >>> words_of(" Họ và\\ntên "), words_of(3.0), words_of(""), words_of(None)
    ('Họ và tên', '3', '', '')
    """
    if isinstance(value, str):
        return tidy(" ".join(value.split()))
    if value is None:
        return ""
    is_whole = isinstance(value, float) and value.is_integer()
    return str(int(value)) if is_whole else str(value)


def differs(grid: Grid, spot: Spot, words: str) -> bool:
    """Whether a cell of a file holds other words than these."""
    value = grid.value(*spot)
    return bool(value != words and words_of(value) != words)


def words_at(grid: Grid, spot: Spot) -> str:
    """The words in a cell of a file."""
    return words_of(grid.value(*spot))


def spots_in(area: tuple[Spot, Spot]) -> Iterator[Spot]:
    """The cells of an area."""
    (top, left), (bottom, right) = area
    for row in range(top, bottom + 1):
        yield from ((row, column) for column in range(left, right + 1))


def _cells(sheet: Sheet) -> Iterator[tuple[Spot, Cell]]:
    for row, cells in enumerate(sheet.rows):
        yield from (((row, column), cell) for column, cell in enumerate(cells) if cell)


def _is_fixed(cell: Cell) -> bool:
    return cell.input is None and cell.formula is None


def _area(spot: Spot, cell: Cell) -> tuple[Spot, Spot]:
    return spot, (spot[0] + cell.rows - 1, spot[1] + cell.span - 1)
