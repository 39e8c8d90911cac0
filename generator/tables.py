"""Workbooks as values: sheets, cells, inputs, addresses. Pure: nothing here knows Excel.

Whoever lays out a sheet answers for its addresses: `build` hands the layout to `excel`, a
reader is handed the same one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

LETTERS = 26
LISTS = "Danh mục chọn"  # the sheet that `excel` adds for long lists of choices
WRONG_SIGN, DOUBT_SIGN = "SAI", "CHÚ Ý"  # how the words of an alarm begin
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
    SIGN = "dòng ký"
    DAY_HEADING = "đầu cột ngày"
    DAY = "ô ngày"
    MARK = "đánh dấu"
    MARK_SOFT = "đánh dấu nhạt"
    OFF = "ngày nghỉ"
    WRONG = "sai"
    FITTED = "chữ co vừa ô"
    STATUS = "tình trạng"
    PLAIN = "trơn"
    PLAIN_CENTER = "trơn giữa"
    PLAIN_FITTED = "trơn co vừa ô"


class InputKind(StrEnum):
    """What an input cell takes."""

    TEXT = "chữ"
    CHOICE = "chọn"
    WHOLE = "số nguyên"


@dataclass(frozen=True, slots=True)
class Input:
    """What a person may type into a cell: its kind, what Excel says before and after.

    `choices` are the allowed words of a CHOICE, or a range such as "=DanhMuc!$A$2:$A$20"; a
    CHOICE that is not `strict` takes other words too.
    """

    kind: InputKind
    title: str
    prompt: str
    choices: tuple[str, ...] | str = ()
    low: int = 0
    high: int = 1_000_000
    required: bool = False
    strict: bool = True


class Cell(NamedTuple):
    """One cell. Text is written as text; a formula carries the value that Python computed.

    A named tuple: a round's workbooks have millions, and these are made four times faster.
    An input cell is the only kind that is not locked on a protected sheet. `path` says which
    value of the data an input is, or which result a formula is. An `alarm` turns red while its
    words begin with WRONG_SIGN, amber while they begin with DOUBT_SIGN. While the formula
    `muted` is true the cell is grey; while `framed` is, it has lines. A share has `decimals`; a
    formula that may say more than it says now needs room for so many `lines`.
    """

    value: str | int | float | None = None
    look: Look = Look.TEXT
    formula: str | None = None
    input: Input | None = None
    span: int = 1
    rows: int = 1
    path: tuple[str | int, ...] = ()
    alarm: bool = False
    muted: str = ""
    framed: str = ""
    decimals: int | None = None
    lines: int = 1


class ChartKind(StrEnum):
    """What a chart looks like."""

    BARS = "thanh ngang"
    COLUMNS = "cột"
    PIE = "tròn"


@dataclass(frozen=True, slots=True)
class Area:
    """Cells of one sheet, rows and columns from 0, both ends within."""

    sheet: str
    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Series:
    """One series of a chart: its name, the words under its points, its numbers.

    A `line` lies over the columns of the others: a threshold.
    """

    name: str
    labels: Area
    values: Area
    line: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A chart on a sheet, its upper left corner in a cell, its size in pixels."""

    kind: ChartKind
    title: str
    series: tuple[Series, ...]
    row: int
    column: int
    width: int = 640
    height: int = 360
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: rows of cells from A1, widths in characters, how it prints.

    `repeat` rows at the top stay in view and print on each page; None in a row is a cell that
    another one covers or that stays empty. `blocks` are the rows (from 0) at which a block
    begins that must not break over pages. The first `repeat_columns` stay in view too, and
    print on each of the `pages_wide` pages that the columns take; with a `column_break` the
    second page begins at that column. Only the first `print_columns` print where that is
    said, on no more than `pages_tall` pages. `frozen` rows stay in view where not those of
    `repeat`. Rows that are made on demand hold words and numbers, and nothing else.
    """

    name: str
    widths: tuple[float, ...]
    rows: Sequence[tuple[Cell | None, ...]]
    repeat: tuple[int, int] | None = None
    landscape: bool = True
    protected: bool = False
    hidden: bool = False
    footer: str = ""
    blocks: tuple[int, ...] = ()
    repeat_columns: int = 0
    pages_wide: int = 1
    charts: tuple[Chart, ...] = ()
    column_break: int = 0
    print_columns: int = 0
    pages_tall: int = 0
    frozen: int | None = None


@dataclass(frozen=True, slots=True)
class Workbook:
    """A workbook as a value."""

    title: str
    sheets: tuple[Sheet, ...]


# Of the private use area, in no text of a person. In a workbook that many share each stands
# for what one of them calls its own: a text, or a number (a mark alone, as a formula's value).
TEXT_MARK, NUMBER_MARK, LAST_MARK = "\ue000", "\ue800", "\uefff"


def is_number_mark(value: str) -> bool:
    """Whether a text is a mark alone that stands for a number.

    >>> is_number_mark(NUMBER_MARK), is_number_mark(TEXT_MARK), is_number_mark("")
    (True, False, False)
    """
    return len(value) == 1 and NUMBER_MARK <= value <= LAST_MARK


@dataclass(frozen=True, slots=True)
class Filling:
    """A workbook told apart: what it shares with others, and what is its own.

    `common` lays out the shared one, with marks; those of an equal `key` have the same. `own`
    is what each mark stands for. `whole` lays out the workbook itself. Nothing is laid out
    before it is asked for; key and own together tell all of the workbook.
    """

    key: str
    own: tuple[tuple[str, str | int], ...]
    common: Callable[[], Workbook]
    whole: Callable[[], Workbook]


STAMP = "vankien"  # the hidden sheet by which a form that comes back is known


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a form says of itself: which paper and version, of which round and congress.

    `shape` is what its layout was made from, in the words of whoever laid it out.
    """

    form: str
    version: str
    round: str
    congress: str
    shape: str

    def sheet(self) -> Sheet:
        """The hidden sheet: a name and a value in each row."""
        values = (getattr(self, name) for name in STAMPED)
        rows = zip(STAMPED, values, strict=True)
        cells = tuple((Cell(name), Cell(value)) for name, value in rows)
        return Sheet(STAMP, (20.0, 80.0), cells, protected=True, hidden=True)


STAMPED = ("form", "version", "round", "congress", "shape")


@dataclass(frozen=True, slots=True)
class Form:
    """A workbook that a person fills in and sends back; the data is what its inputs say.

    Each input has the path of its value. `fixed` are values of the data that nobody types, by
    their paths; `weak` are paths that alone do not make a record: they may be prefilled.
    """

    workbook: Workbook
    stamp: Stamp
    fixed: tuple[tuple[tuple[str | int, ...], str], ...] = ()
    weak: frozenset[tuple[str | int, ...]] = frozenset()


@cache
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
