"""The sheets of data: one row a congress, one row a congress and body; where each column is.

Rows of one body, and within it of one superior, stand together, so that a total reads only the
rows that it needs, however many units there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from generator.tables import Cell, Look, column_letters

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    Row = tuple[Cell | None, ...]

UNITS, CONGRESSES = "Đơn vị", "Đại hội"
KNOWN = 10_000  # cells that are remembered
RULED = 2_000  # rows up to which empty cells have lines; more would be millions of cells
DATA_TOP = 5  # rows above the data: two of titles, a note, headings, numbers


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a data sheet that stand together, from 1, both ends within."""

    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Field:
    """A column of a data sheet: its value in a row, or the formula that makes it."""

    key: str
    title: str
    of: Callable[[Any], str | int | float | None]
    width: float = 9
    formula: Callable[[Source, Any, int], str | None] | None = None
    decimals: int | None = None
    look: Look = Look.NUMBER


@dataclass(frozen=True, slots=True)
class Source:
    """A data sheet: its columns and its rows; `blocks` are the rows of a body or superior."""

    sheet: str
    fields: tuple[Field, ...]
    rows: tuple[Any, ...]
    blocks: Mapping[tuple[str, ...], Rows]
    columns: Mapping[str, str]

    def letters(self, key: str) -> str:
        """The letters of a column."""
        return self.columns[key]

    def area(self, key: str, rows: Rows) -> str:
        """The cells of a column in some rows, for a formula of another sheet."""
        column = self.letters(key)
        return f"'{self.sheet}'!${column}${rows.first}:${column}${rows.last}"

    def cells(self) -> Iterable[Row]:
        """The data, row by row; nothing is written for a number that is nothing."""
        ruled = len(self.rows) <= RULED
        for number, row in enumerate(self.rows, start=DATA_TOP + 1):
            yield tuple(self._cell(one, row, number, ruled=ruled) for one in self.fields)

    def _cell(self, one: Field, row: Any, number: int, *, ruled: bool) -> Cell | None:
        value = one.of(row)
        formula = one.formula(self, row, number) if one.formula and value is not None else None
        if formula is not None:
            return Cell(value, one.look, formula, decimals=one.decimals)
        if not value:
            return _plain(None, one.look) if ruled else None
        return _plain(value, one.look, one.decimals)


@lru_cache(maxsize=KNOWN, typed=True)
def _plain(value: str | float | None, look: Look, decimals: int | None = None) -> Cell:
    """A cell without a formula; equal ones are one: there are millions."""
    return Cell(value, look, decimals=decimals)


def blocks_of(keys: Sequence[tuple[str, ...]]) -> dict[tuple[str, ...], Rows]:
    """Where the rows of each key begin and end, and those of each beginning of a key."""
    found: dict[tuple[str, ...], Rows] = {}
    for number, key in enumerate(keys, start=DATA_TOP + 1):
        for length in range(len(key) + 1):
            part = key[:length]
            first = found[part].first if part in found else number
            found[part] = Rows(first, number)
    return found


def source_of(
    sheet: str, fields: Sequence[Field], rows: Sequence[Any], keys: Sequence[tuple[str, ...]]
) -> Source:
    """A data sheet; the key of a row says to which blocks it belongs."""
    columns = {one.key: column_letters(number) for number, one in enumerate(fields)}
    return Source(sheet, tuple(fields), tuple(rows), blocks_of(keys), columns)
