"""Workbooks as lines of text, read by two other libraries than the one that wrote them."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

if TYPE_CHECKING:
    from collections.abc import Iterator


def lines(content: bytes) -> str:
    """Each sheet under its name, each row with its filled cells and their addresses."""
    out = []
    for sheet in load_workbook(BytesIO(content)).worksheets:
        out.append(f"== {sheet.title} ==")
        for row in sheet.iter_rows():
            filled = [
                f"{cell.coordinate} {cell.value}" for cell in row if cell.value is not None
            ]
            out += [" | ".join(filled).replace("\n", "⏎")] if filled else []
    return "\n".join(out) + "\n"


def by_openpyxl(content: bytes) -> dict[tuple[str, int, int], object]:
    """Every filled cell: sheet, row and column from 0."""
    return {
        (sheet.title, cell.row - 1, cell.column - 1): cell.value
        for sheet in load_workbook(BytesIO(content), data_only=True).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.value not in (None, "")
    }


def by_calamine(content: bytes) -> dict[tuple[str, int, int], object]:
    """The same, by the reader that takes in what units send."""
    return dict(_cells(CalamineWorkbook.from_filelike(BytesIO(content))))


def _cells(book: CalamineWorkbook) -> Iterator[tuple[tuple[str, int, int], object]]:
    for name in book.sheet_names:
        rows = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        for i, row in enumerate(rows):
            for j, value in enumerate(row):
                if value != "":
                    yield (name, i, j), value
