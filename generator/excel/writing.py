"""A workbook as a value, written: text as text, a formula with its value, a canonical zip."""

from __future__ import annotations

import gc
import io
import tempfile
import zipfile
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import IO, TYPE_CHECKING, Any

import xlsxwriter

from generator.archive import deflated, deflated_from, packed, zip_pieces, zipped
from generator.excel.charts import set_charts
from generator.excel.conditions import set_conditions
from generator.excel.formulas import marked_formulas, unmarked
from generator.excel.heights import row_height
from generator.excel.inputs import areas, list_ranges, long_lists, validation
from generator.excel.looks import FONT, SIZE, properties, style_of
from generator.excel.printing import set_page
from generator.on_demand import OnDemand
from generator.tables import LISTS, Cell, Sheet, Workbook, address, is_number_mark

if TYPE_CHECKING:
    from collections.abc import Container, Iterator

    from generator.archive import Member
    from generator.excel.inputs import Choices
    from generator.excel.looks import Style

    Numbered = tuple[int, tuple[Cell | None, ...]]

MADE_ON = datetime(2024, 1, 1, tzinfo=UTC)
CUT = -2  # what XlsxWriter returns of a text of more than 32,767 characters
MANY_ROWS = 1_000  # of a table with a row for each unit of a country
PIECE, ROW_END = 1 << 20, b"</row>"
SHEETS = "xl/worksheets/sheet"
GUARD = "\uf8ff"  # of the private use area, in no text of a person
CONTENT_TYPES = "[Content_Types].xml"
KEPT_OF_ROWS = ("row_info", "row_sizes", "merged_cells")
OPTIONS = {
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


def render(workbook: Workbook, often: Container[str] = ()) -> bytes:
    """The bytes of a workbook, the same whenever and wherever they are made.

    Parts that are `often` written are made as small as they get, the others fast.
    """
    if is_large(workbook):
        return b"".join(streamed(workbook))
    return zipped(
        member(name, b"".join(pieces), often=name in often) for name, pieces in parts(workbook)
    )


def streamed(workbook: Workbook) -> Iterator[bytes]:
    """The same in pieces, for a workbook that is large."""
    return zip_pieces(deflated_from(name, pieces) for name, pieces in parts(workbook))


def member(name: str, content: bytes, *, often: bool) -> Member:
    """A part as it is kept in the file."""
    return packed(name, content) if often else deflated(name, content)


def is_large(workbook: Workbook) -> bool:
    """Whether a workbook is written in pieces."""
    return any(map(_is_streamed, workbook.sheets))


def parts(workbook: Workbook) -> Iterator[tuple[str, Iterator[bytes]]]:
    """The parts of a workbook in one order, content types first, each in pieces."""
    with _written(workbook) as stream, zipfile.ZipFile(stream) as archive:
        for name in sorted(archive.namelist(), key=lambda one: (one != CONTENT_TYPES, one)):
            yield name, _pieces(archive, name)


def _written(workbook: Workbook) -> IO[bytes]:
    """The workbook as XlsxWriter leaves it; a large one on the disk."""
    default = {"font_name": FONT, "font_size": SIZE}
    lists = long_lists(workbook)
    sheets = (*workbook.sheets, *_list_sheet(lists))
    kept = not is_large(workbook)  # in memory: temporary files are slow to make and remove
    stream = io.BytesIO() if kept else tempfile.TemporaryFile()  # noqa: SIM115
    options = {**OPTIONS, "in_memory": kept, "default_format_properties": default}
    with xlsxwriter.Workbook(stream, options) as file:
        file.set_properties({"title": workbook.title, "created": MADE_ON})
        book = _Book(file, list_ranges(lists))
        for sheet in sheets:
            _write_sheet(book, sheet)
        first = next(i for i, sheet in enumerate(sheets) if not sheet.hidden)
        file.worksheets()[first].activate()
        file.worksheets()[first].set_first_sheet()
    if not kept:
        del file, book
        gc.collect()  # its parts know one another: nothing else would free them soon
    return stream


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
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    heights = _write_rows(book, page, sheet)
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
    return isinstance(sheet.rows, OnDemand) or all(
        cell is None or cell.rows == 1 for row in sheet.rows for cell in row
    )


def _write_rows(book: _Book, page: Any, sheet: Sheet) -> list[float | None]:
    """Write the rows, each looked at once; say how high they are."""
    formulas, heights = marked_formulas(sheet), list[float | None]()
    forgets = _is_streamed(sheet) and not sheet.charts  # a chart is placed by the rows above
    for row, cells in enumerate(sheet.rows):
        heights.append(row_height(cells, sheet.widths))
        page.set_row(row, heights[-1])
        for column, cell in enumerate(cells):
            if cell and not _goes_on(sheet, cell):
                formula = None if cell.formula is None else formulas[row, column]
                _write_cell(book, page, (row, column), (cell, formula))
        _write_lower(book, page, sheet, (row, cells))
        if forgets and cells:
            _forget(page)
            page.set_row(row, heights[-1])  # it is written when the next one begins
    return heights


def _forget(page: Any) -> None:
    """Let go of what XlsxWriter keeps of rows that are written: 400 bytes of each."""
    for name in KEPT_OF_ROWS:
        getattr(page, name, {}).clear()


def _goes_on(sheet: Sheet, cell: Cell) -> bool:
    """Whether a cell takes the next row too, where each row is written and forgotten."""
    return cell.rows > 1 and isinstance(sheet.rows, OnDemand)


def _write_lower(book: _Book, page: Any, sheet: Sheet, row: Numbered) -> None:
    """Write the words that take two rows, the last of the first: they begin the second."""
    number, cells = row
    for column, cell in enumerate(cells):
        if cell and _goes_on(sheet, cell):
            corner = (number + cell.rows - 1, column + cell.span - 1)
            page.merge_range(number, column, *corner, cell.value, book.format_of(cell))


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
        page.write_formula(row, column, formula, look, _told(value))
    elif value is None:
        page.write_blank(row, column, None, look)
    elif isinstance(value, str):
        if page.write_string(row, column, _plain(value), look) == CUT:
            raise TextTooLongError(page.get_name(), address(row, column))
    else:
        page.write_number(row, column, value, look)


def _plain(text: str) -> str:
    """A text as XlsxWriter takes it: what looks like its own mark-up, it would not escape."""
    return f"{GUARD}{text}" if text.startswith("<r>") and text.endswith("</r>") else text


@dataclass(frozen=True, slots=True)
class _Number:
    """A mark that stands for a number: XlsxWriter takes it for one, as it is no text."""

    mark: str

    def __str__(self) -> str:
        return self.mark


def _told(value: str | float | None) -> str | float | _Number:
    """The value of a formula as XlsxWriter takes it."""
    if isinstance(value, str) and is_number_mark(value):
        return _Number(value)
    return "" if value is None else value


def _pieces(archive: zipfile.ZipFile, name: str) -> Iterator[bytes]:
    """The content of a part, that of a sheet some whole rows at a time."""
    if not name.startswith(SHEETS):
        yield _unguarded(archive.read(name))
        return
    rest = b""
    with archive.open(name) as part:
        while piece := part.read(PIECE):
            rows, end, rest = (rest + piece).rpartition(ROW_END)
            yield _unguarded(unmarked(rows + end))
    yield _unguarded(unmarked(rest))


def _unguarded(part: bytes) -> bytes:
    return part.replace(GUARD.encode(), b"")
