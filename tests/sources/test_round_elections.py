"""What is to be elected, typed in Excel: whose row it is, what is there without typing."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

import openpyxl
import pytest
import yaml

from conftest import SAMPLE
from generator import excel
from generator.model.regulation import Rounding
from generator.sources import (
    entry_workbook,
    load_file,
    load_round,
    plain_data,
    round_yaml,
    sample_data,
    shipped_regulations,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl import Workbook

    from generator.model import Round
    from generator.sources import Loaded

ELECTIONS, BODIES, GENERAL = "Các cuộc bầu cử", "Cơ quan, chức danh", "Thông tin chung"
OUTLINE = "Đề cương báo cáo"


def sample() -> Round:
    found = load_round(SAMPLE).round
    assert found
    return found


def typed(place: Path, change: Callable[[Workbook], object]) -> Loaded:
    """What is read of the sample in Excel, once a clerk has changed it."""
    content = excel.render(entry_workbook(plain_data(sample()), sample_data()))
    book = openpyxl.load_workbook(BytesIO(content))
    change(book)
    path = place / "round.xlsx"
    book.save(path)
    return load_file(path)


def said(loaded: Loaded) -> list[tuple[str, str, str]]:
    return [(one.code, one.place.sheet, one.place.cell) for one in loaded.problems]


def first_empty_row(book: Workbook, sheet: str) -> int:
    page = book[sheet]
    return next(n for n in range(5, page.max_row) if page.cell(n, 2).value is None)


def test_a_row_belongs_to_the_congress_of_its_unit(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        page, row = book[ELECTIONS], first_empty_row(book, ELECTIONS)
        page[f"B{row}"], page[f"C{row}"], page[f"E{row}"] = "khoa-noi", "bi-thu", 1
        row += 1
        page[f"B{row}"], page[f"C{row}"], page[f"E{row}"] = "truong-thpt", "dai-bieu", 4

    found = typed(tmp_path, change).round
    assert found
    planned = {one.organization: one.elections for one in found.congresses}
    assert [(one.body, one.number) for one in planned["khoa-noi"]] == [("bi-thu", 1)]
    assert (planned["truong-thpt"][-1].body, planned["truong-thpt"][-1].number) == (
        "dai-bieu",
        4,
    )
    assert planned["benh-vien"] == sample().congresses[1].elections
    assert planned["co-quan-dang"] == ()


@pytest.mark.parametrize(
    ("cell", "value", "problem"),
    [
        ("B5", "truong-thptt", ("row-of-nobody", ELECTIONS, "B5")),
        ("B5", "binh-minh", ("row-of-nobody", ELECTIONS, "B5")),  # a unit, not in the schedule
        ("B5", None, ("empty", ELECTIONS, "B5")),
        ("B5", "=B6", ("cell-formula", ELECTIONS, "B5")),
        ("C5", "ban-chap-han", ("unknown-body", ELECTIONS, "C5")),
        ("C5", None, ("empty", ELECTIONS, "C5")),
        ("D5", "bảy", ("not-a-number", ELECTIONS, "D5")),
        ("E6", -1, ("out-of-range", ELECTIONS, "E6")),
    ],
)
def test_a_wrong_cell_is_told_where_it_stands(
    cell: str, value: str | float | None, problem: tuple[str, str, str], tmp_path: Path
) -> None:
    def change(book: Workbook) -> None:
        book[ELECTIONS][cell].value = value

    loaded = typed(tmp_path, change)
    assert loaded.round is None
    assert said(loaded) == [problem]


def test_a_unit_that_is_nearly_right_is_named(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book[ELECTIONS]["B5"].value = "truong-thptt"

    (problem,) = typed(tmp_path, change).problems
    assert problem.values["hint"] == "truong-thpt"


def test_the_bodies_that_every_round_knows_are_shown_and_not_read(tmp_path: Path) -> None:
    sheet = next(
        one
        for one in entry_workbook(plain_data(sample()), sample_data()).sheets
        if one.name == BODIES
    )
    shown = [row for row in sheet.rows if row[0] and row[0].value == "Có sẵn"]
    known = [(body.id, body.title) for body in shipped_regulations().bodies]
    assert [(row[1].value, row[2].value) for row in shown if row[1] and row[2]] == known
    assert not any(cell.input for row in shown for cell in row if cell)
    found = typed(tmp_path, lambda _: None).round
    assert found == sample()
    assert found.election.bodies == ()


def test_a_body_of_the_round_is_typed_below_and_then_elected(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        row = 5 + len(shipped_regulations().bodies)
        page = book[BODIES]
        assert page.cell(row, 1).value == 1
        page.cell(row, 2).value = "thuong-truc"
        page.cell(row, 3).value = "phó bí thư thường trực"
        page.cell(row, 4).value = "đại hội"
        page.cell(row, 5).value = "ban-chap-hanh"
        book[ELECTIONS]["C5"].value = "thuong-truc"
        rows = {page.cell(n, 2).value for n in range(5, row)}
        assert "thuong-truc" not in rows

    found = typed(tmp_path, change).round
    assert found
    (body,) = found.election.bodies
    assert (body.id, body.drawn_from, body.rows) == ("thuong-truc", "ban-chap-hanh", 20)
    assert found.congresses[0].elections[0].body == "thuong-truc"


def label_row(book: Workbook, label: str) -> int:
    page = book[GENERAL]
    return next(n for n in range(1, page.max_row + 1) if page.cell(n, 1).value == label)


@pytest.mark.parametrize(
    ("label", "value", "name", "read"),
    [
        ("Mốc độ tuổi", "35; 45; 55", "age_bands", (35, 45, 55)),
        ("Mốc độ tuổi", 40, "age_bands", (40,)),
        ("Cách làm tròn tỷ lệ", "cắt bỏ", "share_rounding", Rounding.CUT),
        ("Số dư tối đa (% số lượng bầu)", 20, "surplus_max", 20),
        ("Trẻ tuổi là dưới (tuổi)", "42", "young_under", 42),
    ],
)
def test_what_the_round_sets_is_typed_on_the_first_sheet(
    label: str, value: str | float | None, name: str, read: object, tmp_path: Path
) -> None:
    def change(book: Workbook) -> None:
        book[GENERAL].cell(label_row(book, label), 2).value = value

    found = typed(tmp_path, change).round
    assert found
    assert getattr(found.election, name) == read
    assert found == sample().model_copy(
        update={"election": sample().election.model_copy(update={name: read})}
    )


@pytest.mark.parametrize("value", ["40, 50", "bốn mươi; 50", 40.5])
def test_ages_that_cannot_be_told_apart_are_refused(
    value: str | float | None, tmp_path: Path
) -> None:
    def change(book: Workbook) -> None:
        book[GENERAL].cell(label_row(book, "Mốc độ tuổi"), 2).value = value

    loaded = typed(tmp_path, change)
    assert loaded.round is None
    assert [problem.code for problem in loaded.problems] == ["not-a-number"]
    assert loaded.problems[0].place.sheet == GENERAL


def test_a_workbook_that_was_made_before_elections_is_read(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        del book[ELECTIONS], book[BODIES]
        book[GENERAL].delete_rows(label_row(book, "Bầu cử (nếu có)"), 9)
        outline = book[OUTLINE]
        headings = [outline.cell(3, n).value for n in range(1, outline.max_column + 1)]
        first = headings.index("Bảng kết quả của 1") + 1
        outline.delete_cols(first, 3)

    loaded = typed(tmp_path, change)
    assert loaded.problems == ()
    assert loaded.round
    assert all(one.elections == () for one in loaded.round.congresses)


def test_a_sheet_of_elections_under_another_name_is_not_overlooked(tmp_path: Path) -> None:
    def change(book: Workbook) -> None:
        book[ELECTIONS].title = "Các cuộc bầu"

    loaded = typed(tmp_path, change)
    assert said(loaded) == [("sheet-unknown", "Các cuộc bầu", "")]
    assert loaded.problems[0].values["hint"] == ELECTIONS


def test_the_settings_shown_in_the_sample_can_be_set() -> None:
    """The commented block of data/mau is right once its marks are taken away."""
    text = (SAMPLE / "round.yaml").read_text(encoding="utf-8")
    begin = text.index("# election:")
    block = text[begin : text.index("\n\n", begin)]
    shown = "\n".join(line.removeprefix("# ") for line in block.splitlines())
    settings = yaml.safe_load(shown)["election"]
    every = set(type(sample().election).model_fields)
    assert set(settings) == every


def test_the_sample_with_its_settings_is_a_round(tmp_path: Path) -> None:
    text = (SAMPLE / "round.yaml").read_text(encoding="utf-8")
    begin = text.index("# election:")
    end = text.index("\n\n", begin)
    block = text[begin:end].replace("# ", "", 1).replace("\n# ", "\n")
    (tmp_path / "round.yaml").write_text(text[:begin] + block + text[end:], encoding="utf-8")
    loaded = load_round(tmp_path)
    assert loaded.problems == ()
    assert loaded.round
    assert loaded.round.election.share_rounding is Rounding.CUT
    assert loaded.round.election.bodies[0].drawn_from == "ban-chap-hanh"
    again = round_yaml(plain_data(loaded.round))
    assert "age_bands: [35, 45]" in again
