"""A workbook of a person as plain sheets of values. Owns python-calamine and openpyxl.

calamine reads the values; what is odd (formulas, errors, hidden rows and columns) is found in
the XML, or by openpyxl where a cell does not say where it is. Who calls has let the file
through the guard.
"""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.sources.workbook_scan import oddities, sheet_parts
from generator.tables import position
from generator.vietnamese import tidy

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.worksheet.worksheet import Worksheet

    from generator.sources.workbook_scan import Oddities, Spot

MAX_AREA = 5_000_000  # a reader makes a table of everything up to the last cell
_SHEET_PART = re.compile(r"xl/worksheets/[^/]+\.xml", re.IGNORECASE)
_FULL_CELL = re.compile(rb'<(?:\w+:)?c\b[^>]*?\br="([A-Z]{1,3})([0-9]{1,7})"[^>]*(?<!/)>')
_ANY_CELL = re.compile(rb'r="([A-Z]{1,3})([0-9]{1,7})"')  # found faster, empty ones too
_FRAME, _LINKS = "xl/workbook.xml", "xl/_rels/workbook.xml.rels"
_EPOCH_1904 = re.compile(rb"""\bdate1904=["'](?:1|true)""")


class UnreadableWorkbookError(Exception):
    """No reader makes sheets of it."""


@dataclass(slots=True)
class Grid:
    """One sheet: its values, row by row from A1, and what is odd in it.

    `is_locked` says that it is protected, as a form is sent.
    """

    rows: list[list[Any]]
    merged: list[tuple[Spot, Spot]] = field(default_factory=list)
    formulas: set[Spot] = field(default_factory=set)
    errors: dict[Spot, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    hidden: bool = False
    is_locked: bool = False

    def value(self, row: int, column: int) -> Any:
        """The value of a cell; "" where it is empty."""
        found = self.rows[row] if row < len(self.rows) else []
        return found[column] if column < len(found) else ""

    def is_blank(self, row: int, column: int) -> bool:
        """Whether nothing at all stands in a cell."""
        spot = row, column
        is_empty = self.value(*spot) == ""
        return is_empty and spot not in self.formulas and spot not in self.errors

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
        frame = archive.read(_FRAME)
        links = archive.read(_LINKS) if _LINKS in archive.namelist() else b""
        parts = {name: _odd(archive, name) for name in archive.namelist() if _is_sheet(name)}
    book = Book(_values(content), bool(_EPOCH_1904.search(frame)))
    places = {tidy(name): parts.get(part) for name, part in sheet_parts(frame, links)}
    clear = [_add(grid, places.get(name)) for name, grid in book.sheets.items()]
    if not all(clear):
        _explain(book, content)
    return book


def _is_sheet(name: str) -> bool:
    return bool(_SHEET_PART.fullmatch(name))


def _odd(archive: zipfile.ZipFile, name: str) -> Oddities:
    """What is odd in the part of a sheet; of a large workbook one part at a time is enough."""
    part = archive.read(name)
    if _area(part) > MAX_AREA:
        raise UnreadableWorkbookError
    return oddities(part)


def _add(grid: Grid, found: Oddities | None) -> bool:
    """Add what the XML of a sheet says; whether it says it clearly."""
    if found is None:
        return False
    grid.formulas, grid.errors = found.formulas, found.errors
    grid.hidden_rows, grid.hidden_columns = found.hidden_rows, found.hidden_columns
    grid.is_locked = found.is_locked
    return found.is_clear


def _area(part: bytes) -> int:
    """How many cells there are up to the last one; where too many, to the last full one."""
    every = _extent(_ANY_CELL.findall(part))
    return every if every <= MAX_AREA else _extent(_FULL_CELL.findall(part))


def _extent(cells: list[tuple[bytes, bytes]]) -> int:
    rows, letters = ({one[part] for one in cells} for part in (1, 0))
    last = max(letters, key=lambda one: (len(one), one), default=b"A")
    return max(map(int, rows), default=1) * (position(f"{last.decode()}1")[1] + 1)


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
