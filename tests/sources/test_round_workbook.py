"""A round in Excel and back: nothing is lost, nothing that is not data is read."""

from __future__ import annotations

import os
from io import BytesIO
from typing import TYPE_CHECKING

import openpyxl
import pytest
from hypothesis import HealthCheck, given, settings

from conftest import REFERENCE, SAMPLE
from generator import excel
from generator.model import Round
from generator.sources import (
    entry_workbook,
    load_file,
    load_round,
    plain_data,
    round_yaml,
    sample_data,
)
from generator.sources.round_hints import NOTES
from generator.sources.round_layout import Entry, round_layout
from rounds import rounds

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pydantic import BaseModel

    from generator.tables import Input

EXAMPLES = 400 if os.environ.get("VANKIEN_SOAK") else 20
SHIPPED = pytest.mark.parametrize("folder", [REFERENCE, SAMPLE], ids=["tay-ninh", "mau"])


def shipped(folder: Path) -> Round:
    found = load_round(folder).round
    assert found
    return found


def in_excel(found: Round) -> bytes:
    return excel.render(entry_workbook(plain_data(found), sample_data()))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("round")


def check_both_ways(found: Round, place: Path) -> None:
    text, workbook = place / "round.yaml", place / "round.xlsx"
    text.write_text(round_yaml(plain_data(found)), encoding="utf-8")
    workbook.write_bytes(in_excel(found))
    for path in (text, workbook):
        loaded = load_file(path)
        assert not loaded.problems
        assert loaded.round == found
    assert loaded.round
    assert round_yaml(plain_data(loaded.round)) == text.read_text(encoding="utf-8")


@SHIPPED
def test_the_shipped_rounds_lose_nothing(folder: Path, place: Path) -> None:
    check_both_ways(shipped(folder), place)


@given(found=rounds())
@settings(
    max_examples=EXAMPLES,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
def test_no_round_loses_anything(found: Round, place: Path) -> None:
    check_both_ways(found, place)


@SHIPPED
def test_the_workbook_is_valid(
    folder: Path, place: Path, assert_valid_xlsx: Callable[[Path], None]
) -> None:
    path = place / f"{folder.name}.xlsx"
    path.write_bytes(in_excel(shipped(folder)))
    assert_valid_xlsx(path)


def test_the_same_round_gives_the_same_bytes() -> None:
    assert in_excel(shipped(SAMPLE)) == in_excel(shipped(SAMPLE))


def test_only_inputs_are_unlocked() -> None:
    content = in_excel(shipped(SAMPLE))
    book = openpyxl.load_workbook(BytesIO(content))
    layout = entry_workbook(plain_data(shipped(SAMPLE)), sample_data())
    for sheet in layout.sheets:
        page = book[sheet.name]
        assert page.protection.sheet
        for row, cells in enumerate(sheet.rows, start=1):
            for column, cell in enumerate(cells, start=1):
                locked = page.cell(row, column).protection.locked
                assert locked is not bool(cell and cell.input), (sheet.name, row, column)


def test_headings_and_the_first_column_stay_in_view() -> None:
    page = openpyxl.load_workbook(BytesIO(in_excel(shipped(SAMPLE))))["Lịch đại hội"]
    assert page.freeze_panes == "C4"
    assert (page.print_title_rows, page.print_title_cols) == ("$3:$3", "$A:$B")


def test_the_sample_row_is_marked_and_not_read() -> None:
    workbook = entry_workbook({}, sample_data())
    samples = {
        sheet.name: [row[0] for row in sheet.rows if row[0]] for sheet in workbook.sheets
    }
    tables = {table.name for table in round_layout().tables}
    marked = {
        name for name, cells in samples.items() if "Mẫu" in [cell.value for cell in cells]
    }
    assert marked == tables


def test_every_cell_says_how_it_is_typed() -> None:
    inputs: list[Input] = [
        cell.input
        for sheet in entry_workbook({}, sample_data()).sheets
        for row in sheet.rows
        for cell in row
        if cell and cell.input
    ]
    plain = {given.title for given in inputs if not given.prompt and not given.choices}
    assert plain <= {
        *("Cơ quan ban hành", "Cách gọi tắt", "Điểm, khoản được dẫn"),
        *("Địa điểm", "Tổ kiểm tra", "Ghi chú thời gian", "Dấu đầu dòng riêng"),
        "Dòng ghi chú sau mục",
        *(given.title for given in inputs if ": " in given.title),
    }
    assert {given.choices for given in inputs if isinstance(given.choices, str)} == {
        "='Tổ chức đảng'!$B$5:$B$104",
        "='Các cấp'!$B$5:$B$29",
        "='Cơ quan, chức danh'!$B$5:$B$38",
    }


def fields(record: type[BaseModel], seen: set[str]) -> Iterator[tuple[str, str]]:
    """Each plain field of a record and of the records within it."""
    from generator.model.base import record_at  # noqa: PLC0415 - only here

    if record.__name__ in seen:
        return
    seen.add(record.__name__)
    for name in record.model_fields:
        inner = record_at(record, (name,))
        if inner:
            yield from fields(inner, seen)
        else:
            yield record.__name__, name


def test_every_field_of_the_model_has_a_cell() -> None:
    layout = round_layout()
    entries: list[Entry] = [entry for group in layout.groups for entry in group.entries]
    entries += [entry for table in layout.tables for entry in table.columns]
    typed = {entry.way[-1] for entry in entries if entry.way}
    wanted = set(fields(Round, set()))
    assert {name for _, name in wanted} == typed
    assert set(NOTES) <= wanted
    assert len({*layout.sheets}) == len(layout.sheets)
    assert all(len(name) <= 31 for name in layout.sheets)
    for table in layout.tables:
        assert len({entry.heading for entry in table.columns}) == len(table.columns)
