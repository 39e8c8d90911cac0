"""A workbook as a value, written: text as text, a formula with its value, a canonical zip."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

import xlsxwriter

from generator.archive import deflated_from, zipped
from generator.excel.charts import set_charts
from generator.excel.conditions import set_conditions
from generator.excel.formulas import marked_formulas, unmarked
from generator.excel.heights import row_heights
from generator.excel.inputs import areas, list_ranges, long_lists, validation
from generator.excel.looks import FONT, SIZE, properties, style_of
from generator.excel.printing import set_page
from generator.tables import LISTS, Cell, Sheet, Workbook, address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.excel.inputs import Choices
    from generator.excel.looks import Style

MADE_ON = datetime(2024, 1, 1, tzinfo=UTC)
MAX_TEXT = 32_767
MANY_ROWS = 1_000  # of a table with a row for each unit of a country
PIECE, ROW_END = 1 << 20, b"</row>"
SHEETS = "xl/worksheets/sheet"
CONTENT_TYPES = "[Content_Types].xml"
OPTIONS = {
    "in_memory": False,
    "strings_to_numbers": False,
    "strings_to_formulas": False,
    "strings_to_urls": False,
}
UNLOCKED = {"format_columns": True, "format_rows": True}


class TextTooLongError(ValueError):
    """A text is longer than a cell of Excel can hold; half of it would be lost."""

    def __init__(self, sheet: str, cell: str) -> None:
        """Keep the place."""
        super().__init__(f"text too long for a cell: {sheet}!{cell}")


@dataclass(slots=True)
class _Book:
    """The file being written: its formats, each made once, and where long lists stand."""

    file: Any
    ranges: dict[Choices, str]
    formats: dict[Style, Any] = field(default_factory=dict)

    def format_of(self, cell: Cell) -> Any:
        style = style_of(cell)
        if style not in self.formats:
            self.formats[style] = self.file.add_format(properties(style))
        return self.formats[style]


def render(workbook: Workbook) -> bytes:
    """The bytes of a workbook, the same whenever and wherever they are made."""
    stream = io.BytesIO()
    default = {"font_name": FONT, "font_size": SIZE}
    options = {**OPTIONS, "default_format_properties": default}
    lists = long_lists(workbook)
    sheets = (*workbook.sheets, *_list_sheet(lists))
    with xlsxwriter.Workbook(stream, options) as file:
        file.set_properties({"title": workbook.title, "created": MADE_ON})
        book = _Book(file, list_ranges(lists))
        for sheet in sheets:
            _write_sheet(book, sheet)
        first = next(i for i, sheet in enumerate(sheets) if not sheet.hidden)
        file.worksheets()[first].activate()
        file.worksheets()[first].set_first_sheet()
    return _canonical(stream)


def _list_sheet(lists: tuple[Choices, ...]) -> tuple[Sheet, ...]:
    """A hidden sheet of the words of long lists, one list a column."""
    if not lists:
        return ()
    rows = tuple(
        tuple(Cell(words[i]) if i < len(words) else None for words in lists)
        for i in range(max(map(len, lists)))
    )
    return (Sheet(LISTS, (40.0,) * len(lists), rows, protected=True, hidden=True),)


def _write_sheet(book: _Book, sheet: Sheet) -> None:
    book.file.constant_memory = _is_streamed(sheet)  # it counts when a sheet is added
    page = book.file.add_worksheet(sheet.name)
    book.file.constant_memory = False
    heights = row_heights(sheet)
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    for row, height in enumerate(heights):
        page.set_row(row, height)
    _write_cells(book, page, sheet)
    for given, found in areas(sheet).items():
        page.data_validation(*found[0], validation(given, found, book.ranges))
    set_conditions(book.file, page, sheet)
    set_charts(book.file, page, sheet)
    set_page(page, sheet, heights)
    _guard(page, sheet)


def _is_streamed(sheet: Sheet) -> bool:
    """Whether the rows of a sheet are many, and each can be forgotten when it is written."""
    if len(sheet.rows) < MANY_ROWS:
        return False
    return all(cell is None or cell.rows == 1 for row in sheet.rows for cell in row)


def _write_cells(book: _Book, page: Any, sheet: Sheet) -> None:
    formulas = marked_formulas(sheet)
    for row, cells in enumerate(sheet.rows):
        for column, cell in enumerate(cells):
            if cell:
                place = (row, column)
                _write_cell(book, page, place, (cell, formulas.get(place)))


def _guard(page: Any, sheet: Sheet) -> None:
    if sheet.protected:
        page.protect("", UNLOCKED)
    if sheet.hidden:
        page.hide()


def _write_cell(
    book: _Book, page: Any, place: tuple[int, int], written: tuple[Cell, str | None]
) -> None:
    cell, formula = written
    look, value = book.format_of(cell), cell.value
    row, column = place
    if cell.span > 1 or cell.rows > 1:
        page.merge_range(row, column, row + cell.rows - 1, column + cell.span - 1, "", look)
    if formula is not None:
        page.write_formula(row, column, formula, look, "" if value is None else value)
    elif value is None:
        page.write_blank(row, column, None, look)
    elif isinstance(value, str):
        if len(value) > MAX_TEXT:
            raise TextTooLongError(page.get_name(), address(row, column))
        page.write_string(row, column, value, look)
    else:
        page.write_number(row, column, value, look)


def _canonical(stream: io.BytesIO) -> bytes:
    """The parts in one order, content types first, in a zip without clocks."""
    with zipfile.ZipFile(stream) as archive:
        names = sorted(archive.namelist(), key=lambda name: (name != CONTENT_TYPES, name))
        return zipped(deflated_from(name, _pieces(archive, name)) for name in names)


def _pieces(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The content of a part, that of a sheet some whole rows at a time."""
    if not name.startswith(SHEETS):
        yield archive.read(name)
        return
    rest = b""
    with archive.open(name) as part:
        while piece := part.read(PIECE):
            rows, end, rest = (rest + piece).rpartition(ROW_END)
            yield unmarked(rows + end)
    yield unmarked(rest)
