"""Workbooks as values: sheets, cells, inputs, addresses. Pure: nothing here knows Excel.

Whoever lays out a sheet answers for its addresses: `build` hands the layout to `excel`, a
reader is handed the same one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

LETTERS = 26
LISTS = "Danh mục chọn"  # the sheet that `excel` adds for long lists of choices
_ADDRESS = re.compile(r"([A-Z]+)([0-9]+)")


class Look(StrEnum):
    """How a cell looks; `excel` alone knows what that is in colours and lines."""

    TITLE = "tiêu đề trang"
    SUBTITLE = "dòng phụ"
    HEADING = "đầu cột"
    GROUP = "dòng nhóm"
    TEXT = "chữ"
    CENTER = "giữa"
    NUMBER = "số"
    DATE = "ngày"
    TOTAL = "tổng"
    INPUT = "ô nhập"
    SAMPLE = "dòng mẫu"
    NOTE = "ghi chú"
    DAY_HEADING = "đầu cột ngày"
    DAY = "ô ngày"
    MARK = "đánh dấu"
    MARK_SOFT = "đánh dấu nhạt"
    OFF = "ngày nghỉ"
    WRONG = "sai"
    PLAIN = "trơn"


class InputKind(StrEnum):
    """What an input cell takes."""

    TEXT = "chữ"
    CHOICE = "chọn"
    WHOLE = "số nguyên"


@dataclass(frozen=True, slots=True)
class Input:
    """What a person may type into a cell: its kind, what Excel says before and after.

    `choices` are the allowed words of a CHOICE, or a range such as "=DanhMuc!$A$2:$A$20".
    """

    kind: InputKind
    title: str
    prompt: str
    choices: tuple[str, ...] | str = ()
    low: int = 0
    high: int = 1_000_000
    required: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. Text is written as text; a formula carries the value that Python computed.

    An input cell is the only kind that is not locked on a protected sheet.
    """

    value: str | int | float | None = None
    look: Look = Look.TEXT
    formula: str | None = None
    input: Input | None = None
    span: int = 1
    rows: int = 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: rows of cells from A1, widths in characters, how it prints.

    `repeat` rows at the top stay in view and print on each page; None in a row is a cell that
    another one covers or that stays empty. `blocks` are the rows (from 0) at which a block
    begins that must not break over pages. The first `repeat_columns` stay in view too, and
    print on each of the `pages_wide` pages that the columns take.
    """

    name: str
    widths: tuple[float, ...]
    rows: tuple[tuple[Cell | None, ...], ...]
    repeat: tuple[int, int] | None = None
    landscape: bool = True
    protected: bool = False
    hidden: bool = False
    footer: str = ""
    blocks: tuple[int, ...] = ()
    repeat_columns: int = 0
    pages_wide: int = 1


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook as a value."""

    title: str
    sheets: tuple[Sheet, ...]


def column_letters(index: int) -> str:
    """The letters of a column, counted from 0.

    >>> column_letters(0), column_letters(25), column_letters(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters


def address(row: int, column: int) -> str:
    """The address of a cell, row and column counted from 0.

    >>> address(0, 0), address(4, 2)
    ('A1', 'C5')
    """
    return f"{column_letters(column)}{row + 1}"


def position(cell: str) -> tuple[int, int]:
    """The row and column of an address, counted from 0; (-1, -1) where it is none.

    >>> position("A1"), position("C5"), position("AA10"), position("")
    ((0, 0), (4, 2), (9, 26), (-1, -1))
    """
    found = _ADDRESS.fullmatch(cell)
    if not found:
        return -1, -1
    column = 0
    for letter in found[1]:
        column = column * LETTERS + ord(letter) - ord("A") + 1
    return int(found[2]) - 1, column - 1
