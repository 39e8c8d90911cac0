"""How high a row must be for its wrapped text to be seen whole.

Excel stores heights; a program that opens the file need not compute them anew, and for merged
cells none does. The widths of the letters are those of Times New Roman, in classes, rounded up.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from generator.excel.looks import font_size, is_bold

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.tables import Cell, Sheet

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
    return [_row_height(sheet, row) for row in sheet.rows]


def _row_height(sheet: Sheet, row: tuple[Cell | None, ...]) -> float | None:
    needed = [
        cell_height(cell, sheet.widths[column : column + cell.span]) / cell.rows
        for column, cell in enumerate(row)
        if cell
    ]
    height = max(needed, default=0.0)
    typed_into = any(cell and cell.input for cell in row)
    return None if typed_into and height <= line_height(12) else min(height, MAX_HEIGHT) or None


def line_height(size: float) -> float:
    """The height of a row of one line."""
    return size * LINE_SPACING + PADDING


def cell_height(cell: Cell, widths: tuple[float, ...]) -> float:
    """The height that the text of a cell takes in columns of these widths."""
    size = font_size(cell.look)
    room = sum(widths) * POINTS_A_CHARACTER - CELL_MARGIN
    wide = SPARE * (BOLD if is_bold(cell.look) else 1)
    text = "" if cell.value is None else str(cell.value)
    count = sum(1 for line in text.split("\n") for _ in _wrapped(line, room / (size * wide)))
    return size * LINE_SPACING * count + PADDING


def _wrapped(line: str, room: float) -> Iterator[float]:
    """The widths of the lines that a text wraps to, in ems; a word too long is cut."""
    space = _WIDTHS[" "]
    used = 0.0
    for word in line.split(" "):
        width = text_width(word)
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
