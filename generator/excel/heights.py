"""How high a row must be for its wrapped text to be seen whole.

Excel stores heights; a program that opens the file need not compute them anew, and for merged
cells none does. The widths of the letters are those of Times New Roman, in classes, rounded up.
"""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from generator.excel.looks import font_size, is_bold
from generator.tables import Look

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.tables import Cell, Sheet

FITTED = (Look.FITTED, Look.PLAIN_FITTED)
KNOWN, LONG = 10_000, 200  # texts that are remembered, and how long such a text may be
MAX_HEIGHT = 409.0  # Excel's limit in points
LINE_SPACING = 1.22
PADDING = 4.0
POINTS_A_CHARACTER = 5.25  # Excel's unit of width: 7 pixels, the digit of the default font
CELL_MARGIN = 0.5
SPARE, BOLD = 1.04, 1.07
ORDINARY = 0.5
_CLASSES = (
    (" .,", 0.25),
    (":;'|ijlt/\\", 0.28),
    ("()[]-fIr!", 0.34),
    ("sJ", 0.39),
    ("acez?", 0.45),
    ("FPS", 0.56),
    ("ELTZ", 0.62),
    ("BCR", 0.67),
    ("ADĐGHKNOQUVXYw", 0.73),
    ("m", 0.78),
    ("MW%@…", 1.0),
)
_WIDTHS = {letter: width for letters, width in _CLASSES for letter in letters}


def row_heights(sheet: Sheet) -> list[float | None]:
    """The height of each row in points, None where it may grow while a person types."""
    return [row_height(row, sheet.widths) for row in sheet.rows]


def row_height(row: Sequence[Cell | None], columns: tuple[float, ...]) -> float | None:
    """The height of one row: see `row_heights`."""
    height, typed_into = 0.0, False
    for column, cell in enumerate(row):
        if cell:
            height = max(height, share_of_row(cell, columns[column : column + cell.span]))
            typed_into = typed_into or cell.input is not None
    return shown_height(height, typed_into=typed_into)


def share_of_row(cell: Cell, widths: tuple[float, ...]) -> float:
    """The height that a cell asks of its row."""
    return cell_height(cell, widths) / cell.rows


def shown_height(height: float, *, typed_into: bool) -> float | None:
    """The height of a row whose highest cell is so high: see `row_heights`."""
    return None if typed_into and height <= line_height(12) else min(height, MAX_HEIGHT) or None


def line_height(size: float) -> float:
    """The height of a row of one line."""
    return size * LINE_SPACING + PADDING


def cell_height(cell: Cell, widths: tuple[float, ...]) -> float:
    """The height that the text of a cell takes in columns of these widths."""
    size, wide = _letters(cell.look)
    shown = 1
    text = cell.value
    if isinstance(text, str) and text and cell.look not in FITTED:  # a number never wraps
        room = (sum(widths) * POINTS_A_CHARACTER - CELL_MARGIN) / (size * wide)
        shown = _lines(text, room) if len(text) <= LONG else _count(text, room)
    return size * LINE_SPACING * max(shown, cell.lines) + PADDING


@cache
def _letters(look: Look) -> tuple[float, float]:
    """The size of a look's letters, and how much wider than ours they run."""
    return font_size(look), SPARE * (BOLD if is_bold(look) else 1)


def _count(text: str, room: float) -> int:
    """How many lines a text wraps to."""
    return sum(1 for line in text.split("\n") for _ in _wrapped(line, room))


_lines = lru_cache(maxsize=KNOWN)(_count)


def _wrapped(line: str, room: float) -> Iterator[float]:
    """The widths of the lines that a text wraps to, in ems; a word too long is cut."""
    space = _WIDTHS[" "]
    used = 0.0
    for word in line.split(" "):
        width = _word_width(word) if len(word) <= LONG else text_width(word)
        if used and used + space + width > room:
            yield used
            used = 0.0
        used += width + (space if used else 0.0)
        while used > room:
            yield room
            used -= room
    yield used


def text_width(text: str) -> float:
    """The width of a text in ems; marks above and below letters take no room."""
    plain = unicodedata.normalize("NFD", text)
    return sum(_WIDTHS.get(c, ORDINARY) for c in plain if not unicodedata.combining(c))


_word_width = lru_cache(maxsize=KNOWN)(text_width)
