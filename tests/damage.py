"""What people do to a workbook before they send it back: by hand, by other programs."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

import openpyxl
from openpyxl.utils import coordinate_to_tuple, get_column_letter

from generator.tables import address

if TYPE_CHECKING:
    from collections.abc import Callable

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from generator.tables import Form

SHEETS = re.compile(r"xl/worksheets/sheet\d+\.xml")


def cells_of(form: Form) -> dict[tuple[str | int, ...], tuple[str, str]]:
    """For each value of the data the sheet and the cell that it is typed into."""
    return {
        cell.path: (sheet.name, address(row, column))
        for sheet in form.workbook.sheets
        for row, cells in enumerate(sheet.rows)
        for column, cell in enumerate(cells)
        if cell and cell.input and cell.path
    }


def edited(content: bytes, change: Callable[[Workbook], Any]) -> bytes:
    """The workbook opened, changed and saved by another program than Excel."""
    book = openpyxl.load_workbook(BytesIO(content))
    change(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def patched(content: bytes, wanted: str, old: bytes, new: bytes) -> bytes:
    """The workbook with bytes of its parts replaced, where a part's name matches."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as made:
        for info in archive.infolist():
            part = archive.read(info)
            if re.fullmatch(wanted, info.filename):
                part = part.replace(old, new)
            made.writestr(info.filename, part, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """The workbook with one part more."""
    out = BytesIO(content)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, part)
    return out.getvalue()


def put_rows(sheet: Worksheet, row: int, count: int = 1) -> None:
    """Insert rows before a row, as Excel does: what is merged below moves with its cells."""
    areas = _taken_apart(sheet)
    sheet.insert_rows(row, count)
    for top, left, bottom, right in areas:
        down, end = (count if edge >= row else 0 for edge in (top, bottom))
        _merge(sheet, (top + down, left, bottom + end, right))


def cut_rows(sheet: Worksheet, row: int, count: int = 1) -> None:
    """Delete rows, as Excel does."""
    areas = _taken_apart(sheet)
    sheet.delete_rows(row, count)
    for top, left, bottom, right in areas:
        first, last = _left_of((top, bottom), row, count)
        _merge(sheet, (first, left, last, right))


def put_columns(sheet: Worksheet, column: int, count: int = 1) -> None:
    """Insert columns before a column, as Excel does."""
    areas = _taken_apart(sheet)
    sheet.insert_cols(column, count)
    for top, left, bottom, right in areas:
        along, end = (count if edge >= column else 0 for edge in (left, right))
        _merge(sheet, (top, left + along, bottom, right + end))


def cut_columns(sheet: Worksheet, column: int, count: int = 1) -> None:
    """Delete columns, as Excel does: the words of a merged heading stay with what is left."""
    areas = _taken_apart(sheet)
    for top, left, _, right in areas:
        if left == column and right > column:
            sheet.cell(top, column + count).value = sheet.cell(top, column).value
    sheet.delete_cols(column, count)
    for top, left, bottom, right in areas:
        first, last = _left_of((left, right), column, count)
        _merge(sheet, (top, first, bottom, last))


def swap_columns(sheet: Worksheet, one: int, other: int, first: int) -> None:
    """Cut a column from a row down and put it where another one was."""
    for row in range(first, sheet.max_row + 1):
        left, right = sheet.cell(row, one), sheet.cell(row, other)
        left.value, right.value = right.value, left.value


def paste_values(sheet: Worksheet) -> None:
    """Copy a sheet over itself as values."""
    for row in sheet.iter_rows():
        for cell in row:
            if cell.data_type == "f":
                cell.value = 7


def place(cell: str) -> tuple[int, int]:
    """The row and the column of a cell, from 1."""
    return coordinate_to_tuple(cell)


def letter(column: int) -> str:
    """The letter of a column, from 1."""
    return get_column_letter(column)


def through_libreoffice(content: bytes) -> bytes:
    """The workbook opened and saved by LibreOffice."""
    soffice = shutil.which("soffice")
    assert soffice
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "in.xlsx").write_bytes(content)
        options = (f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless")
        made = ("--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir", str(folder / "out"))
        command = [soffice, *options, *made, str(folder / "in.xlsx")]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own file
        return (folder / "out" / "in.xlsx").read_bytes()


def _taken_apart(sheet: Worksheet) -> list[tuple[int, int, int, int]]:
    """The merged areas of a sheet, which is left without them."""
    found = [(one.min_row, one.min_col, one.max_row, one.max_col) for one in sheet.merged_cells]
    for area in [str(one) for one in sheet.merged_cells]:
        sheet.unmerge_cells(area)
    return found


def _left_of(span: tuple[int, int], first: int, count: int) -> tuple[int, int]:
    """What is left of a span when lines are cut."""
    kept = [line for line in range(span[0], span[1] + 1) if not first <= line < first + count]
    moved = [line - count if line >= first else line for line in kept]
    return (moved[0], moved[-1]) if moved else (0, 0)


def _merge(sheet: Worksheet, area: tuple[int, int, int, int]) -> None:
    top, left, bottom, right = area
    if top and left and (top, left) != (bottom, right):
        sheet.merge_cells(None, top, left, bottom, right)
