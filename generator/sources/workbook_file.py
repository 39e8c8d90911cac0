"""A workbook of a person as plain sheets of values. Owns python-calamine and openpyxl.

calamine reads the values; openpyxl says what is odd in a file that has something odd: formulas,
errors, hidden rows and columns. Who calls has let the file through the guard.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.tables import position
from generator.vietnamese import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.worksheet.worksheet import Worksheet

Spot = tuple[int, int]  # row and column from 0
MAX_AREA = 5_000_000  # a reader makes a table of everything up to the last cell
_SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_FULL_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3}[0-9]{1,7})"[^>]*(?<!/)>')
_ODD = re.compile(rb"""<(?:\w+:)?f[\s/>]|\bhidden=["'](?:1|true)|\bt=["']e["']""")
_EPOCH_1904 = re.compile(rb"""\bdate1904=["'](?:1|true)""")


class UnreadableWorkbookError(Exception):
    """No reader makes sheets of it."""


@dataclass(slots=True)
class Grid:
    """One sheet: its values, row by row from A1, and what is odd in it."""

    rows: list[list[Any]]
    merged: list[tuple[Spot, Spot]] = field(default_factory=list)
    formulas: set[Spot] = field(default_factory=set)
    errors: dict[Spot, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    hidden: bool = False

    def value(self, row: int, column: int) -> Any:
        """The value of a cell; "" where it is empty."""
        found = self.rows[row] if row < len(self.rows) else []
        return found[column] if column < len(found) else ""

    def is_blank(self, row: int, column: int) -> bool:
        """Whether nothing at all stands in a cell."""
        spot = row, column
        return self.value(*spot) == "" and spot not in self.formulas | self.errors.keys()

    def filled(self, row: int) -> list[int]:
        """The columns of a row in which something stands."""
        return [n for n in range(len(self.rows[row])) if not self.is_blank(row, n)]


@dataclass(frozen=True, slots=True)
class Book:
    """The sheets by their names, in their order; whether days are counted from 1904."""

    sheets: dict[str, Grid]
    counts_from_1904: bool = False


def read_book(content: bytes) -> Book:
    """The workbook of these bytes. Raises UnreadableWorkbookError."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = [name for name in archive.namelist() if _SHEET_PART.fullmatch(name)]
        parts = [archive.read(name) for name in names]
        frame = archive.read("xl/workbook.xml")
    if any(_area(part) > MAX_AREA for part in parts):
        raise UnreadableWorkbookError
    book = Book(_values(content), bool(_EPOCH_1904.search(frame)))
    if any(_ODD.search(part) for part in parts):
        _explain(book, content)
    return book


def _area(part: bytes) -> int:
    """How many cells there are up to the last one that holds something."""
    spots = [position(found.decode()) for found in _FULL_CELL.findall(part)]
    rows = max((row for row, _ in spots), default=0)
    return (rows + 1) * (max((column for _, column in spots), default=0) + 1)


def _values(content: bytes) -> dict[str, Grid]:
    from python_calamine import (  # noqa: PLC0415 - only for who has a workbook
        CalamineError,
        CalamineWorkbook,
        SheetTypeEnum,
        SheetVisibleEnum,
    )

    found: dict[str, Grid] = {}
    try:
        workbook = CalamineWorkbook.from_filelike(io.BytesIO(content))
        for about in workbook.sheets_metadata:
            if about.typ is not SheetTypeEnum.WorkSheet:
                continue
            sheet = workbook.get_sheet_by_name(about.name)
            grid = Grid(sheet.to_python(skip_empty_area=False), sheet.merged_cell_ranges or [])
            grid.hidden = about.visible is not SheetVisibleEnum.Visible
            found[tidy(about.name)] = grid
    except (CalamineError, OSError, ValueError) as error:
        raise UnreadableWorkbookError from error
    return found


def _explain(book: Book, content: bytes) -> None:
    """Add what openpyxl sees to the sheets."""
    import openpyxl  # noqa: PLC0415 - heavy

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it does not keep when it saves: we never save
        try:
            workbook = openpyxl.load_workbook(io.BytesIO(content))
        except Exception as error:  # openpyxl raises whatever a strange part makes it raise
            raise UnreadableWorkbookError from error
    for sheet in workbook.worksheets:
        with suppress(KeyError):
            _explain_sheet(book.sheets[tidy(sheet.title)], sheet)


def _explain_sheet(grid: Grid, sheet: Worksheet) -> None:
    for cell in _cells(sheet):
        spot = cell.row - 1, cell.column - 1
        if cell.data_type == "f":
            grid.formulas.add(spot)
        elif cell.data_type == "e":
            grid.errors[spot] = str(cell.value)
    rows = sheet.row_dimensions.items()
    grid.hidden_rows = {number - 1 for number, row in rows if row.hidden}
    for column in sheet.column_dimensions.values():
        if column.hidden:
            grid.hidden_columns |= set(range((column.min or 1) - 1, column.max or 1))


def _cells(sheet: Worksheet) -> Iterator[Any]:
    for row in sheet.iter_rows():
        yield from (cell for cell in row if cell.value is not None)
