"""Workbooks: text stays text, formulas have values, inputs are guarded, bytes are the same."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import zipfile
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from cells import by_calamine, by_openpyxl
from generator import excel
from generator.excel.heights import row_heights
from generator.excel.printing import breaks
from generator.tables import Cell, Input, InputKind, Look, Sheet, Workbook

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

STRANGE = (
    "=1+1",
    "+84 912 345 678",
    "-KH/TU",
    "@tỉnh ủy",
    '=HYPERLINK("http://vi.du","x")',
    "http://vi.du/a",
    "mailto:a@vi.du",
    "internal:Sheet1!A1",
    "'dấu nháy",
    "0012",
    "03/04",
    "1e5",
    "TRUE",
    "#N/A",
    "_x0041_",
    "hai\ndòng",
    "a & b < c > d",
    "{=SUM(A1)}",
    "<r><t>x</t></r>",
)
TIERS = Input(InputKind.CHOICE, "Cấp", "Chọn cấp của đơn vị.", ("cơ sở", "huyện"))
PURPOSES = Input(InputKind.CHOICE, "Mục đích", "Chọn mục đích.", ("bí thư, phó bí thư", "khác"))
MANY = Input(
    InputKind.CHOICE, "Đơn vị", "Chọn đơn vị.", tuple(f"Chi bộ {i}" for i in range(60))
)
RANGE = Input(InputKind.CHOICE, "Xã", "Chọn xã.", "=Nhập!$A$1:$A$3")
SEATS = Input(InputKind.WHOLE, "Số đại biểu", "Số nguyên.", low=1, high=500, required=True)
LONG = Input(InputKind.TEXT, "Tên gọi đầy đủ của tổ chức đảng này", "Ghi rõ. " * 60)


def book(*rows: tuple[Cell | None, ...], protected: bool = False) -> Workbook:
    """A workbook of one sheet."""
    return Workbook("Thử", (Sheet("Nhập", (30.0,) * 6, rows, protected=protected),))


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(BytesIO(content)) as archive:
        return archive.read(name).decode()


def test_text_that_looks_like_something_else_stays_text() -> None:
    content = excel.render(book(*((Cell(text),) for text in STRANGE)))
    sheet = load_workbook(BytesIO(content)).active
    assert sheet is not None
    read = [sheet.cell(i, 1) for i in range(1, len(STRANGE) + 1)]
    assert [cell.data_type for cell in read] == ["s"] * len(STRANGE)
    assert not any(cell.hyperlink for cell in read)
    assert by_calamine(content) == {("Nhập", i, 0): text for i, text in enumerate(STRANGE)}
    assert "<f>" not in part(content, "xl/worksheets/sheet1.xml")


def test_text_that_begins_like_a_formula_stays_text_when_it_is_edited() -> None:
    content = excel.render(book(*((Cell(text),) for text in STRANGE)))
    sheet = load_workbook(BytesIO(content)).active
    assert sheet is not None
    quoted = [text for i, text in enumerate(STRANGE, 1) if sheet.cell(i, 1).quotePrefix]
    assert quoted == [text for text in STRANGE if text[0] in "=+-@"]


def test_a_formula_carries_its_value() -> None:
    content = excel.render(book((Cell(2), Cell(3), Cell(5, formula="=SUM(A1:B1)"))))
    sheet = load_workbook(BytesIO(content)).active
    assert sheet is not None
    assert sheet["C1"].value == "=SUM(A1:B1)"
    found = {("Nhập", 0, 0): 2, ("Nhập", 0, 1): 3, ("Nhập", 0, 2): 5}
    assert by_openpyxl(content) == by_calamine(content) == found


def test_only_inputs_are_unlocked_and_take_text_as_text() -> None:
    inputs = (TIERS, PURPOSES, MANY, RANGE, SEATS, LONG)
    row = tuple(Cell(None, Look.INPUT, input=one) for one in inputs)
    content = excel.render(book((Cell("Cấp", Look.HEADING),), row, protected=True))
    sheet = load_workbook(BytesIO(content))["Nhập"]
    assert sheet.protection.sheet
    assert sheet["A1"].protection.locked
    assert not any(cell.protection.locked for cell in sheet[2])
    assert [cell.number_format for cell in sheet[2]] == ["@", "@", "@", "@", "0", "@"]


def validations(content: bytes) -> dict[str, tuple[str | None, ...]]:
    sheet = load_workbook(BytesIO(content))["Nhập"]
    return {
        str(one.sqref): (one.type, one.formula1, one.promptTitle, one.prompt, one.error)
        for one in sheet.data_validations.dataValidation
    }


def test_excel_says_in_vietnamese_what_a_cell_takes() -> None:
    inputs = (TIERS, PURPOSES, MANY, RANGE, SEATS, LONG)
    row = tuple(Cell(None, Look.INPUT, input=one) for one in inputs)
    found = validations(excel.render(book(row, row, (None, row[1]), row)))
    assert set(found) == {"A1:A2 A4", "B1:B4", *(f"{c}1:{c}2 {c}4" for c in "CDEF")}
    assert found["A1:A2 A4"] == (
        "list",
        '"cơ sở,huyện"',
        "Cấp",
        "Chọn cấp của đơn vị.",
        "Chọn một giá trị trong danh sách của ô này.",
    )
    assert found["E1:E2 E4"][-1] == "Nhập một số nguyên từ 1 đến 500."
    assert found["D1:D2 D4"][1] == "Nhập!$A$1:$A$3"
    title, prompt = found["F1:F2 F4"][2:4]
    assert title == "Tên gọi đầy đủ của tổ chức đảng…"
    assert prompt is not None
    assert len(prompt) == 255


def test_a_list_that_is_long_or_has_commas_stands_on_a_hidden_sheet() -> None:
    row = tuple(Cell(None, Look.INPUT, input=one) for one in (PURPOSES, MANY))
    content = excel.render(book(row))
    found = validations(content)
    assert found["A1"][1] == "'Danh mục chọn'!$A$1:$A$2"
    assert found["B1"][1] == "'Danh mục chọn'!$B$1:$B$60"
    lists = load_workbook(BytesIO(content))["Danh mục chọn"]
    assert lists.sheet_state == "hidden"
    assert [lists["A1"].value, lists["A2"].value, lists["A3"].value] == [
        *PURPOSES.choices,
        None,
    ]
    assert tuple(lists.cell(i, 2).value for i in range(1, 61)) == MANY.choices


def every_look() -> Workbook:
    """A workbook with every look, input and kind of sheet."""
    looks = tuple((Cell(str(look), look), Cell(7, look), Cell(None, look)) for look in Look)
    inputs = tuple(
        (Cell(None, Look.INPUT, input=one),) for one in (TIERS, PURPOSES, MANY, SEATS, LONG)
    )
    wide = (Cell("rộng", Look.GROUP, span=3), None, None, Cell("cao", rows=2))
    rows = (wide, (Cell(1, formula="=1"),), *looks, *inputs)
    widths = (20.0, 9.0, 9.0, 9.0)
    return Workbook(
        "Đủ kiểu",
        (
            Sheet("Ẩn", widths, rows, hidden=True, protected=True),
            Sheet("Dọc", widths, rows, repeat=(0, 1), landscape=False, footer="A & B"),
            Sheet("Khối", widths, rows, repeat=(0, 0), blocks=(2, 9), protected=True),
            Sheet("Trống", widths, ()),
        ),
    )


def test_a_workbook_is_valid(
    tmp_path: Path, assert_valid_xlsx: Callable[[Path | str], None]
) -> None:
    path = tmp_path / "du-kieu.xlsx"
    path.write_bytes(excel.render(every_look()))
    assert_valid_xlsx(path)


def test_two_readers_read_the_same() -> None:
    content = excel.render(every_look())
    assert by_openpyxl(content) == by_calamine(content)


def test_sheets_print_on_a4_with_their_heading_and_page_number() -> None:
    book = load_workbook(BytesIO(excel.render(every_look())))
    tall, blocks = book["Dọc"], book["Khối"]
    assert (tall.page_setup.paperSize, tall.page_setup.orientation) == (9, "portrait")
    assert tall.page_setup.fitToHeight == 0  # as many pages as it takes; the width is one
    assert (tall.print_title_rows, tall.freeze_panes) == ("$1:$2", "A3")
    assert blocks.page_setup.orientation == "landscape"
    assert blocks.page_setup.fitToHeight is None  # "fit to" would rule out our breaks
    assert book.active is not None
    assert book.active.title == "Dọc"


def test_the_footer_numbers_the_pages_and_keeps_its_text() -> None:
    footer = load_workbook(BytesIO(excel.render(every_look())))["Dọc"].oddFooter
    assert footer is not None
    assert footer.right.text == "Trang &P/&N"
    assert footer.left.text == "A && B"


def test_blocks_begin_a_page_where_they_would_be_broken() -> None:
    rows = tuple((Cell("x"),) for _ in range(30))
    sheet = Sheet("Khối", (9.0,), rows, repeat=(0, 0), blocks=(1, 10, 12, 25))
    heights = [10.0] * 30
    assert breaks(sheet, heights, 120.0) == [12, 25]
    assert breaks(sheet, heights, 100.0) == [10, 12, 25]
    assert breaks(sheet, heights, 300.0) == []


def test_rows_are_as_high_as_their_text_needs() -> None:
    text = "Báo cáo kết quả đại hội Đảng bộ xã Tân Lập với Ban Thường vụ Tỉnh ủy"
    rows = (
        (Cell("ngắn"),),
        (Cell(text), Cell("ngắn")),
        (Cell(text, span=6),),
        (Cell(text, rows=2),),
        (Cell("a\nb\nc"),),
        (Cell("x" * 5000),),
        (Cell(None, Look.INPUT, input=LONG),),
        (),
    )
    one, three, merged, tall, lines, most, free, empty = row_heights(book(*rows).sheets[0])
    assert one == merged == pytest.approx(17.42)
    assert three == lines == pytest.approx(44.26)
    assert tall == pytest.approx(22.13)
    assert (most, free, empty) == (409.0, None, None)


def test_a_text_that_a_cell_cannot_hold_is_refused_not_cut() -> None:
    with pytest.raises(excel.TextTooLongError, match="Nhập!B1"):
        excel.render(book((Cell("vừa" * 10_922), Cell("x" * 32_768))))


SCRIPT = """
import hashlib
from test_excel import every_look
from generator import excel
print(hashlib.sha256(excel.render(every_look())).hexdigest())
"""


def test_the_same_bytes_in_any_place_and_time() -> None:
    def made(**environment: str) -> str:
        done = subprocess.run(  # noqa: S603 - our own script
            [sys.executable, "-c", SCRIPT],
            cwd=os.path.dirname(__file__),  # noqa: PTH120 - a path for a process
            env={**os.environ, **environment},
            capture_output=True,
            text=True,
            check=True,
        )
        return done.stdout

    here = made(TZ="UTC", LC_ALL="C", PYTHONHASHSEED="1")
    assert here == made(TZ="Asia/Ho_Chi_Minh", LC_ALL="vi_VN.UTF-8", PYTHONHASHSEED="2")
    assert re.fullmatch(r"[0-9a-f]{64}\n", here)


def test_no_person_and_no_clock_in_the_properties() -> None:
    content = excel.render(every_look())
    core = part(content, "docProps/core.xml")
    assert "<dc:title>Đủ kiểu</dc:title>" in core
    assert "<dc:creator></dc:creator>" in core
    assert "<cp:lastModifiedBy></cp:lastModifiedBy>" in core
    assert core.count("2024-01-01T00:00:00Z") == 2
    with zipfile.ZipFile(BytesIO(content)) as archive:
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert archive.namelist()[0] == "[Content_Types].xml"


def test_a_formula_filled_down_is_written_once_and_read_as_each_row_has_it() -> None:
    rows = tuple(
        (
            Cell(n),
            Cell(0, formula=f"=$A${n}*2+$A$1"),
            Cell(0, formula=f"='Khác'!$A${n}"),
            Cell(0, formula=f'=SUM($A$1:$A${n})&"A${n}"'),
            Cell(0, formula=f'=$A${n}*5%&"%d"'),
        )
        for n in range(1, 6)
    )
    sheets = (Sheet("Nhập", (9.0,) * 5, rows), Sheet("Khác", (9.0,), rows))
    content = excel.render(Workbook("Thử", sheets))
    xml = part(content, "xl/worksheets/sheet1.xml")
    assert xml.count('<f t="shared" ref="B1:B5" si="0">$A1*2+$A$1</f>') == 1
    assert xml.count('<f t="shared" si="0"/>') == 4
    assert xml.count("<f>'Khác'!") == 5  # Excel shares none that names another sheet
    sheet = load_workbook(BytesIO(content))["Nhập"]
    assert [sheet.cell(n, 2).value for n in (1, 2, 5)] == [
        "=$A1*2+$A$1",
        "=$A2*2+$A$1",
        "=$A5*2+$A$1",
    ]
    assert [sheet.cell(n, 3).value for n in (1, 5)] == ["='Khác'!$A$1", "='Khác'!$A$5"]
    assert sheet["D5"].value == '=SUM($A$1:$A$5)&"A$5"'
    assert sheet["E5"].value == '=$A5*5%&"%d"'


def test_only_the_columns_asked_for_print_on_the_pages_asked_for() -> None:
    rows = tuple((Cell("a"), Cell("b"), Cell("c")) for _ in range(90))
    sheet = Sheet("Nhập", (30.0,) * 3, rows, print_columns=2, pages_tall=2)
    page = load_workbook(BytesIO(excel.render(Workbook("Thử", (sheet,)))))["Nhập"]
    assert page.print_area == "'Nhập'!$A$1:$B$90"
    assert page.page_setup.fitToHeight == 2
    assert page.page_setup.fitToWidth is None  # one page, unless another number is said
