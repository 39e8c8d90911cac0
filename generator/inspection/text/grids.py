"""A table as a grid: what its columns are called, what kind of row each row is."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from generator.inspection.document.values import Piece, paragraphs_of
from generator.inspection.text.figures import Figure, figure
from generator.inspection.text.once import once
from generator.inspection.text.passages import passage_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.inspection.document.values import Cell, Document, Table

UNSAID = frozenset({"", "-", "–", "—", "…", "..."})
BLANK = UNSAID | {"0", "00"}
_ORDINAL_COLUMN = re.compile(r"(?:stt|tt|số tt|số thứ tự|s\.t\.t|t\.t)\.?", re.IGNORECASE)
_TOTAL = re.compile(
    r"(?:tổng cộng|tổng số|tổng|cộng|cộng chung|toàn (?:tỉnh|thành phố|huyện|xã|phường|đảng bộ|"
    r"ngành|quốc|khối|trường|đơn vị)|cả nước)\s*(?:[(][^()]*[)])?\s*:?",
    re.IGNORECASE,
)
_SUBSET = re.compile(r"[-+•*]|trong đó|tỷ lệ|tỉ lệ|bình quân|trung bình|ghi chú", re.IGNORECASE)
_COUNT_AND_SHARE = re.compile(r"(?P<count>[\d.]+) ?[(](?P<share>\d{1,3}(?:,\d{1,4})?) ?%?[)]")
_FORMULA = re.compile(r"[(]?(?:\d{1,2}|[A-Z])[)]?(?: ?[(]?=[^)]*[)]?)?")
_ROMAN = re.compile(r"[IVX]+")
_LETTER = re.compile(r"[A-HĐ]")
_INTEGER = re.compile(r"\d{1,4}")
_DEEPER = re.compile(r"\d{1,3}(?:\.\d{1,3})+|[a-zđ]")

_MARK = re.compile(r"(?P<mark>[IVX]{1,5}|[A-HĐ]|\d{1,4}(?:\.\d{1,3}){0,3}|[a-zđ]|[-+])[.)]?")
_MARKED = re.compile(
    r"(?P<mark>[IVX]{1,5}|[A-HĐ]|\d{1,3}(?:\.\d{1,3}){0,3}|[a-zđ])[.)-] (?P<rest>.+)"
)
_YEAR = re.compile(r"(?:năm )?(?:19|20)\d\d", re.IGNORECASE)
_FEWEST_COLUMNS = 2


class Kind(Enum):
    """What a row is in a table with totals."""

    LETTER = auto()  # A, B: a group of groups
    ROMAN = auto()  # I, II: a group
    ITEM = auto()  # 1, 2: what is counted
    PLAIN = auto()  # no number before it
    SUBSET = auto()  # "trong đó", a bullet, 1.1, a share
    TOTAL = auto()


def text_of(cell: Cell) -> str:
    """What a cell says on one line, NFC, spaces and hyphens plain."""
    said = (passage_of(one) for one in paragraphs_of(cell.blocks))
    text = " ".join(f"{one.paragraph.label} {one.text}" for one in said)
    return " ".join(text.split())


@dataclass(frozen=True)
class Row:
    """A row of the grid: the text of each column, and the cell that begins in it."""

    texts: tuple[str, ...]
    cells: dict[int, Cell]
    ordinal: str = ""
    label: str = ""

    @cached_property
    def kind(self) -> Kind:
        """What the row is."""
        mark = self.ordinal.rstrip(".)- ")
        if _TOTAL.fullmatch(self.label) and not _INTEGER.fullmatch(mark):
            return Kind.TOTAL
        if _SUBSET.match(self.label) or _DEEPER.fullmatch(mark) or mark in ("-", "+"):
            return Kind.SUBSET
        kinds = ((Kind.ROMAN, _ROMAN), (Kind.LETTER, _LETTER), (Kind.ITEM, _INTEGER))
        return next((kind for kind, is_it in kinds if is_it.fullmatch(mark)), Kind.PLAIN)

    def number(self, column: int) -> Figure | None:
        """The number of a cell, None where it has another text; blanks and dashes are 0."""
        text = self.texts[column]
        if text in BLANK:
            return Figure(Fraction(0))
        found = _COUNT_AND_SHARE.fullmatch(text)
        return figure(found["count"] if found else text)

    def share(self, column: int) -> Figure | None:
        """The share of a cell: all it says, or what stands in brackets after a count."""
        text = self.texts[column]
        found = _COUNT_AND_SHARE.fullmatch(text)
        return figure(found["share"] if found else text.rstrip("% "))

    def is_blank(self, column: int) -> bool:
        """Whether nothing is counted there."""
        return self.texts[column] in BLANK

    def piece(self, column: int) -> Piece | None:
        """Where to point at a cell."""
        cell = self.cells.get(column)
        first = next(paragraphs_of(cell.blocks), None) if cell else None
        return Piece(first) if first else None


@dataclass(frozen=True)
class Grid:
    """A table of data: `columns` are the names of the columns, in small letters.

    `groups` are the names that stand over several columns; "" where there is none.
    """

    table: Table
    columns: tuple[str, ...]
    groups: tuple[str, ...]
    rows: tuple[Row, ...]
    ordinal: int | None


@once
def grids(document: Document) -> Iterator[Grid]:
    """The tables that have names of columns and rows under them."""
    for table in document.tables():
        grid = grid_of(table)
        if grid is not None:
            yield grid


def grid_of(table: Table) -> Grid | None:
    """A table as a grid, or None: a head block, a single row, no names of columns."""
    width = max((cell.column + cell.columns for row in table.rows for cell in row), default=0)
    titles = _titles(table, width)
    head = max(titles + _depth(table.rows[titles:]), table.heading_rows)
    rows = [_row(row, width) for row in table.rows]
    names = _names(table.rows[titles:head], width)
    if width < _FEWEST_COLUMNS or len(rows) <= head or _has_numbers(rows[titles:head]):
        return None
    data = rows[head:]
    while data and _says_formulas(data[0]):
        data = data[1:]
    ordinal = 0 if _is_ordinal(names[0], data) else None
    labelled = tuple(_labelled(row, ordinal) for row in data)
    return Grid(table, names, _groups(table.rows[titles:head], width), labelled, ordinal)


def _row(cells: Sequence[Cell], width: int) -> Row:
    texts = [""] * width
    for cell in cells:
        texts[cell.column] = text_of(cell)
    return Row(tuple(texts), {cell.column: cell for cell in cells})


def _titles(table: Table, width: int) -> int:
    """How many of the first rows are one cell over the whole width."""
    at = 0
    while at < len(table.rows) and any(cell.columns == width for cell in table.rows[at]):
        at += 1
    return at


def _depth(rows: Sequence[Sequence[Cell]]) -> int:
    """How many rows name the columns: a cell over several columns has names under it."""
    if not rows:
        return 0
    deep = max((cell.rows for cell in rows[0]), default=1)
    return max(deep, 2) if any(cell.columns > 1 for cell in rows[0]) else deep


def _names(rows: Sequence[Sequence[Cell]], width: int) -> tuple[str, ...]:
    """What each column is called, with what stands over it."""
    names: list[list[str]] = [[] for _ in range(width)]
    for row in rows:
        for cell in row:
            for column in range(cell.column, cell.column + cell.columns):
                names[column].append(text_of(cell).lower())
    return tuple(" ".join(said).strip() for said in names)


def _groups(rows: Sequence[Sequence[Cell]], width: int) -> tuple[str, ...]:
    """What stands over several columns, each named by its place and its words."""
    groups = [""] * width
    for cell in rows[0] if rows else ():
        for column in range(cell.column, cell.column + cell.columns):
            if cell.columns > 1:
                groups[column] = f"{cell.column} {text_of(cell).lower()}"
    return tuple(groups)


def _has_numbers(rows: Sequence[Row]) -> bool:
    """Whether a row that should name columns counts something: then it is no heading."""
    texts = [text for row in rows for text in row.texts if text and not _YEAR.fullmatch(text)]
    return any(figure(text) is not None for text in texts) and not all(
        _says_formulas(row) for row in rows[1:]
    )


def _says_formulas(row: Row) -> bool:
    """Whether a row numbers the columns: (1), 2, "4 (=2+3)", A, B."""
    said = [text for text in row.texts if text]
    numbers = [int(found[0]) for text in said if (found := re.search(r"\d+", text))]
    ordered = (
        numbers == list(range(numbers[0], numbers[0] + len(numbers))) if numbers else False
    )
    return len(said) > 1 and ordered and all(_FORMULA.fullmatch(text) for text in said)


def _is_ordinal(name: str, rows: Sequence[Row]) -> bool:
    if _ORDINAL_COLUMN.fullmatch(name):
        return True
    said = [row.texts[0] for row in rows if row.texts[0]]
    return not name and bool(said) and all(_mark_of(one) for one in said[:-1])


def _mark_of(text: str) -> str:
    """A text that is only a number of order: "1", "II.", "a)"; else nothing."""
    found = _MARK.fullmatch(text)
    return found["mark"] if found else ""


def _labelled(row: Row, ordinal: int | None) -> Row:
    """The row with its number of order and its name."""
    if ordinal is not None and (not row.texts[0] or _mark_of(row.texts[0])):
        said = (text for text in row.texts[1:] if text and figure(text) is None)
        return Row(row.texts, row.cells, _mark_of(row.texts[0]), next(said, ""))
    found = _MARKED.match(row.texts[0]) if ordinal is None else None
    if found:
        return Row(row.texts, row.cells, found["mark"], found["rest"])
    return Row(row.texts, row.cells, "", row.texts[0])
