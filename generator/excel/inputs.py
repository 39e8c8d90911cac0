"""What Excel lets a person type: validations, with its Vietnamese words before and after."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from generator.excel.live import live_rows
from generator.tables import LISTS, Input, InputKind, column_letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.tables import Sheet, Workbook

# what Excel takes; a longer one makes it call the file damaged
MAX_TITLE, MAX_PROMPT, MAX_LIST = 32, 255, 255
ERROR_TITLE = "Dữ liệu chưa đúng"

Choices = tuple[str, ...]
Area = tuple[int, int, int, int]


def fits_inline(choices: Choices) -> bool:
    """Whether the words can stand in the cell's rule itself: few, and without a comma."""
    short = len(",".join(choices)) <= MAX_LIST
    return short and not any("," in choice or choice != choice.strip() for choice in choices)


def long_lists(workbook: Workbook) -> tuple[Choices, ...]:
    """The lists of words that need a sheet of their own, each once."""
    found = (
        cell.input.choices
        for sheet in workbook.sheets
        for row in live_rows(sheet)
        for cell in row
        if cell and cell.input and isinstance(cell.input.choices, tuple)
    )
    return tuple(dict.fromkeys(choices for choices in found if not fits_inline(choices)))


def list_ranges(lists: Iterable[Choices]) -> dict[Choices, str]:
    """Where each list stands on the sheet of lists: one column each."""
    return {
        choices: f"='{LISTS}'!${column_letters(i)}$1:${column_letters(i)}${len(choices)}"
        for i, choices in enumerate(lists)
    }


def areas(sheet: Sheet) -> dict[Input, list[Area]]:
    """For each input of a sheet the cells that take it, runs of a column taken together."""
    places = sorted(
        (column, row, cell.input)
        for row, cells in enumerate(live_rows(sheet))
        for column, cell in enumerate(cells)
        if cell and cell.input
    )
    found: dict[Input, list[Area]] = {}
    for (_, column, given), run in groupby(enumerate(places), _run_key):
        rows = [row for _, (_, row, _) in run]
        found.setdefault(given, []).append((rows[0], column, rows[-1], column))
    return found


def _run_key(numbered: tuple[int, tuple[int, int, Input]]) -> tuple[int, int, Input]:
    """Cells of one run: same column, same input, rows that follow one another."""
    number, (column, row, given) = numbered
    return row - number, column, given


def validation(
    given: Input, found: list[Area], ranges: Mapping[Choices, str]
) -> dict[str, Any]:
    """The XlsxWriter rule of an input for its areas."""
    return {
        **_rule(given, ranges),
        "ignore_blank": not given.required,
        "input_title": shortened(given.title, MAX_TITLE),
        "input_message": shortened(given.prompt, MAX_PROMPT),
        "error_title": ERROR_TITLE,
        "other_cells": [list(area) for area in found[1:]],
    }


def shortened(text: str, limit: int) -> str:
    """The text, cut with a sign of it where Excel takes no more.

    >>> shortened("Ngày khai mạc", 8)
    'Ngày kh…'
    """
    return text if len(text) <= limit else f"{text[: limit - 1]}…"


def _rule(given: Input, ranges: Mapping[Choices, str]) -> dict[str, Any]:
    if given.kind is InputKind.CHOICE:
        source: Any = given.choices
        if isinstance(source, tuple):
            source = ranges.get(source) or list(source)
        message = "Chọn một giá trị trong danh sách của ô này."
        shown = {"dropdown": True, "show_error": given.strict}
        return {"validate": "list", "source": source, "error_message": message, **shown}
    if given.kind is InputKind.WHOLE:
        limits = {"minimum": given.low, "maximum": given.high}
        message = f"Nhập một số nguyên từ {given.low} đến {given.high}."
        rule = {"validate": "integer", "criteria": "between", "error_message": message}
        return {**rule, **limits}
    return {"validate": "any"}
