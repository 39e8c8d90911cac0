"""A workbook of a layout written in the usual way, by XlsxWriter and by openpyxl.

Values, formulas, formats, merged cells, widths, rules of input cells, protection: cell by
cell, each format made once. What only ours does (heights of rows, colours that change while a
person types, how it prints) is left out.
"""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

import openpyxl
import xlsxwriter
from openpyxl.styles import Alignment, Border, Font, PatternFill, Protection, Side
from openpyxl.worksheet.datavalidation import DataValidation

from generator.excel.inputs import areas, list_ranges, long_lists, validation
from generator.excel.looks import properties, style_of
from generator.tables import LISTS, Cell, Sheet, address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl.worksheet.worksheet import Worksheet

    from generator.excel.inputs import Choices
    from generator.excel.looks import Style
    from generator.tables import Workbook

TYPES: dict[str, Literal["whole", "list"]] = {"integer": "whole", "list": "list"}


def _cells(sheet: Sheet) -> Iterator[tuple[int, int, Cell]]:
    """The cells of a sheet with their rows and columns, counted from 0."""
    for row, cells in enumerate(sheet.rows):
        for column, cell in enumerate(cells):
            if cell:
                yield row, column, cell


def _all_sheets(workbook: Workbook) -> tuple[tuple[Sheet, ...], dict[Choices, str]]:
    """The sheets, with the lists that are too long for a rule on one of their own."""
    lists = long_lists(workbook)
    if not lists:
        return workbook.sheets, {}
    rows = tuple(
        tuple(Cell(words[i]) if i < len(words) else None for words in lists)
        for i in range(max(map(len, lists)))
    )
    added = Sheet(LISTS, (40.0,) * len(lists), rows, protected=True, hidden=True)
    return (*workbook.sheets, added), list_ranges(lists)


# XlsxWriter


def by_xlsxwriter(workbook: Workbook) -> bytes:
    """The workbook, written by XlsxWriter."""
    stream = io.BytesIO()
    sheets, ranges = _all_sheets(workbook)
    with xlsxwriter.Workbook(stream) as file:
        formats: dict[Style, Any] = {}
        for sheet in sheets:
            page = file.add_worksheet(sheet.name)
            _write_page(file, page, sheet, formats)
            for given, found in areas(sheet).items():
                page.data_validation(*found[0], validation(given, found, ranges))
    return stream.getvalue()


def _write_page(file: Any, page: Any, sheet: Sheet, formats: dict[Style, Any]) -> None:
    for column, width in enumerate(sheet.widths):
        page.set_column(column, column, width)
    for row, column, cell in _cells(sheet):
        style = style_of(cell)
        if style not in formats:
            formats[style] = file.add_format(properties(style))
        _write(page, row, column, (cell, formats[style]))
    if sheet.protected:
        page.protect()
    if sheet.hidden:
        page.hide()


def _write(page: Any, row: int, column: int, written: tuple[Cell, Any]) -> None:
    cell, look = written
    value = cell.value
    if cell.span > 1 or cell.rows > 1:
        last = (row + cell.rows - 1, column + cell.span - 1)
        page.merge_range(row, column, *last, "", look)
    if cell.formula is not None:
        page.write_formula(row, column, cell.formula, look, "" if value is None else value)
    elif isinstance(value, str):
        page.write_string(row, column, value, look)
    else:
        page.write(row, column, value, look)


# openpyxl


def by_openpyxl(workbook: Workbook) -> bytes:
    """The workbook, written by openpyxl; it cannot keep the value of a formula."""
    stream = io.BytesIO()
    sheets, ranges = _all_sheets(workbook)
    book = openpyxl.Workbook()
    book.remove(book.worksheets[0])
    for sheet in sheets:
        page = book.create_sheet(sheet.name)
        _fill_page(page, sheet)
        for given, found in areas(sheet).items():
            rule = _rule(validation(given, found, ranges))
            for top, left, bottom, right in found:
                rule.add(f"{address(top, left)}:{address(bottom, right)}")
            page.add_data_validation(rule)
    book.save(stream)
    return stream.getvalue()


def _fill_page(page: Worksheet, sheet: Sheet) -> None:
    for column, width in enumerate(sheet.widths):
        page.column_dimensions[address(0, column)[:-1]].width = width
    for row, column, cell in _cells(sheet):
        _fill(page, row + 1, column + 1, cell)
    page.protection.sheet = sheet.protected
    if sheet.hidden:
        page.sheet_state = "hidden"


def _fill(page: Worksheet, row: int, column: int, cell: Cell) -> None:
    target = page.cell(row, column)
    if cell.formula is not None:
        target.value = cell.formula
    elif isinstance(cell.value, str):
        target.value, target.data_type = cell.value, "s"
    else:
        target.value = cell.value
    parts = _parts(style_of(cell))
    target.font, target.alignment, target.border = parts[:3]
    target.fill, target.number_format, target.protection = parts[3:]
    if cell.span > 1 or cell.rows > 1:
        last = (row + cell.rows - 1, column + cell.span - 1)
        page.merge_cells(None, row, column, *last)


@cache
def _parts(style: Style) -> tuple[Font, Alignment, Border, PatternFill, str, Protection]:
    """What openpyxl gives a cell for a style."""
    told = properties(style)
    font = Font(
        name=told["font_name"],
        size=told["font_size"],
        bold=told.get("bold"),
        italic=told.get("italic"),
        color=_color(told.get("font_color")),
    )
    place = Alignment(
        horizontal=told.get("align"),
        vertical="center",
        wrap_text=told["text_wrap"],
        shrink_to_fit=told.get("shrink"),
    )
    side = Side("thin", _color(told["border_color"])) if told.get("border") else Side()
    color = _color(told.get("bg_color"))
    fill = PatternFill("solid", start_color=color) if color else PatternFill()
    locked = Protection(locked=told.get("locked", True))
    number = told.get("num_format", "General")
    return font, place, Border(side, side, side, side), fill, number, locked


def _color(told: str | None) -> str | None:
    return told and told.removeprefix("#")


def _rule(told: dict[str, Any]) -> DataValidation:
    """A rule for input cells, from the words of XlsxWriter."""
    source = told.get("source")
    listed = f'"{",".join(source)}"' if isinstance(source, list) else source
    rule = DataValidation(
        type=TYPES.get(told["validate"]),
        operator=told.get("criteria"),
        formula1=listed or told.get("minimum"),
        formula2=told.get("maximum"),
        allow_blank=told["ignore_blank"],
        showErrorMessage=told.get("show_error", True),
        showInputMessage=True,
    )
    rule.promptTitle, rule.prompt = told["input_title"], told["input_message"]
    rule.errorTitle, rule.error = told["error_title"], told.get("error_message")
    return rule
