"""Workbooks that are wrong in every way: what is printed, at which cell; nothing is written."""

from __future__ import annotations

import os
import unicodedata
import zipfile
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from openpyxl.styles import Font
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from commands import run
from conftest import ROOT, SAMPLE
from generator import excel
from generator.sources import entry_workbook, load_round, plain_data
from generator.sources.round_layout import round_layout
from generator.tables import column_letters

if TYPE_CHECKING:
    from collections.abc import Callable

    from click.testing import Result
    from openpyxl import Workbook

GENERAL, UNITS, SCHEDULE = "Thông tin chung", "Tổ chức đảng", "Lịch đại hội"
OUTLINE, ORDERS, TIERS, GROUNDS = "Đề cương báo cáo", "Thứ tự nêu tên", "Các cấp", "Căn cứ"
_SCHEDULE = next(t for t in round_layout().tables if t.name == SCHEDULE).columns
_COLUMNS = {entry.heading: column_letters(i) for i, entry in enumerate(_SCHEDULE, start=1)}
VENUE, CHANGE = _COLUMNS["Địa điểm"], "Văn bản thay đổi: "
KIND, SUBJECT = (_COLUMNS[f"{CHANGE}{field}"] for field in ("Loại văn bản", "Trích yếu"))
ISSUER, BEYOND = _COLUMNS[f"{CHANGE}Cơ quan ban hành"], column_letters(len(_SCHEDULE) + 1)
AGAIN = "Chọn định dạng ô là Văn bản (Text), rồi gõ lại"
FORMS = (
    "Các cách ghi được nhận: 20, 21/02/2025; 21 - 23/5/2025; dự kiến từ 03/01 đến 10/01/2025; "
    "chiều 24/02/2026; tháng 4/2025; quý I/2025; trước 30/6/2025; chưa xác định."
)
CONVERTED = f"Excel đã đổi chữ gõ vào thành “{{}}” nên không chắc là giá trị nào. {AGAIN}."
FORMULA = (
    "Ô này là công thức; chương trình chỉ đọc giá trị gõ vào. "
    "Chép ô, dán lại bằng Dán giá trị (Paste Values), hoặc gõ thẳng giá trị."
)
MERGED = (
    "Ô này gộp từ nhiều ô nên không biết giá trị thuộc dòng, cột nào. "
    "Bỏ gộp ô (Unmerge Cells), rồi ghi giá trị vào từng ô."
)
OUTSIDE = (
    "Ô này ở ngoài các cột của mẫu nên giá trị sẽ bị bỏ sót. "
    "Xóa ô, hoặc chuyển giá trị vào đúng cột."
)
HIDDEN = (
    "Dòng, cột hoặc trang này đang ẩn nhưng có dữ liệu, vẫn được đọc. "
    "Bỏ ẩn để kiểm tra, hoặc xóa nếu không dùng."
)
EMPTY = "Ô bắt buộc này để trống. Ghi giá trị vào ô."
NO_TIERS = (
    "lỗi: dot/round.xlsx: Thiếu trang “Các cấp”. Đổi lại đúng tên trang của mẫu; đã xóa mất "
    "thì chép trang ấy từ tệp mẫu, tạo bằng lệnh: vankien new THƯ_MỤC --excel"
)
MONTH = (
    "Ở đây Excel đã đổi thành ngày {}, không biết là cả tháng hay một ngày. "
    f"{AGAIN}, ví dụ 12/2024."
)


def whole() -> bytes:
    found = load_round(SAMPLE).round
    assert found
    data = plain_data(found)
    return excel.render(entry_workbook(data, data))


WHOLE = whole()


@dataclass(frozen=True)
class Wrong:
    """What a clerk did to the workbook, and what is printed of it: place, titles, sentence."""

    name: str
    change: Callable[[Workbook], Any]
    lines: tuple[str, ...]


def typed(sheet: str, **cells: Any) -> Callable[[Workbook], Any]:
    """Type values into cells of a sheet, as text unless they are something else."""

    def change(book: Workbook) -> None:
        for cell, value in cells.items():
            book[sheet][cell].value = value
            if isinstance(value, date | time | timedelta):
                book[sheet][cell].number_format = "dd/mm/yyyy"

    return change


def all_of(*changes: Callable[[Workbook], Any]) -> Callable[[Workbook], Any]:
    return lambda book: [change(book) for change in changes]


def at(sheet: str, cell: str, *words: str, severity: str = "lỗi") -> str:
    cell = f", ô {cell}" if cell else ""
    return f"{severity}: dot/round.xlsx, trang “{sheet}”{cell}: {': '.join(words)}"


def from_1904(book: Workbook) -> None:
    book.epoch = CALENDAR_MAC_1904
    typed(SCHEDULE, G5=date(2026, 11, 13))(book)


def hide_row(book: Workbook) -> None:
    book[SCHEDULE].row_dimensions[6].hidden = True
    typed(SCHEDULE, G5="13/2026")(book)


def hide_column(book: Workbook) -> None:
    book[SCHEDULE].column_dimensions["J"].hidden = True
    typed(SCHEDULE, G5="13/2026")(book)


def hide_sheet(book: Workbook) -> None:
    book["Nơi nhận thêm"].sheet_state = "hidden"
    typed(SCHEDULE, G5="13/2026")(book)


NOT_A_TIME = at(
    SCHEDULE, "G5", "Lịch đại hội, Thời gian đại hội",
    f"Không hiểu thời gian “13/2026”. {FORMS}",
)  # fmt: skip

WRONG = (
    Wrong(
        "missing sheet",
        lambda book: book.remove(book["Các cấp"]),
        (NO_TIERS,),
    ),
    Wrong(
        "renamed sheet",
        lambda book: setattr(book["Các cấp"], "title", "Cac cấp"),
        (
            NO_TIERS,
            at(
                "Cac cấp",
                "",
                "Trang này không có trong mẫu nên không được đọc. "
                "Có phải là “Các cấp” không? Đổi lại đúng tên.",
            ),
        ),
    ),
    Wrong(
        "sheet of one's own",
        lambda book: book.create_sheet("Nháp"),
        (
            at(
                "Nháp",
                "",
                "Trang này không có trong mẫu nên không được đọc. "
                "Xóa trang, hoặc chuyển sang tệp khác.",
            ),
        ),
    ),
    Wrong(
        "renamed heading",
        typed(SCHEDULE, G3="Thời gian"),
        (
            at(
                SCHEDULE,
                "",
                "Không thấy ô đầu mục “Thời gian đại hội” nên không biết giá trị ở "
                "đâu. Ghi lại đúng chữ của mẫu, không đổi tên, không xóa.",
            ),
            at(
                SCHEDULE,
                "G3",
                "Không có cột nào tên “Thời gian” nên cột này sẽ bị bỏ sót. "
                "Có phải là “Thời gian đại hội” không? Đổi lại đúng tên.",
            ),
        ),
    ),
    Wrong(
        "renamed heading of a column that may be empty",
        typed(SCHEDULE, **{f"{VENUE}3": "Chỗ họp"}),
        (
            at(
                SCHEDULE,
                f"{VENUE}3",
                "Không có cột nào tên “Chỗ họp” nên cột này sẽ bị bỏ sót. "
                "Xóa cột, hoặc đổi lại đúng tên.",
            ),
        ),
    ),
    Wrong(
        "heading twice",
        typed(SCHEDULE, H3="Phiên trù bị"),
        (
            at(
                SCHEDULE,
                "I3",
                "“Phiên trù bị” có ở hai chỗ nên không biết lấy giá trị nào. "
                "Xóa một trong hai.",
            ),
        ),
    ),
    Wrong(
        "no headings",
        typed(TIERS, A3=None),
        (
            at(
                TIERS,
                "",
                "Không thấy ô đầu mục “TT” nên không biết giá trị ở đâu. "
                "Ghi lại đúng chữ của mẫu, không đổi tên, không xóa.",
            ),
        ),
    ),
    Wrong(
        "renamed label",
        typed(GENERAL, A4="Nhiệm kì"),
        (
            at(
                GENERAL,
                "",
                "Không thấy ô đầu mục “Nhiệm kỳ” nên không biết giá trị ở đâu. "
                "Ghi lại đúng chữ của mẫu, không đổi tên, không xóa.",
            ),
            at(
                GENERAL,
                "A4",
                "Không có mục nào tên “Nhiệm kì” ở phần này nên dòng này sẽ bị bỏ "
                "sót. Có phải là “Nhiệm kỳ” không? Đổi lại đúng tên.",
            ),
        ),
    ),
    Wrong(
        "line of one's own",
        typed(GENERAL, B60="Ghi chú: đã xong"),
        (
            at(
                GENERAL,
                "B60",
                "Không có mục nào tên “Ghi chú: đã xong” ở phần này nên dòng này "
                "sẽ bị bỏ sót. Xóa dòng, hoặc đổi lại đúng tên.",
            ),
        ),
    ),
    Wrong(
        "column of one's own",
        typed(SCHEDULE, **{f"{BEYOND}6": "gọi lại"}),
        (at(SCHEDULE, f"{BEYOND}6", OUTSIDE),),
    ),
    Wrong(
        "beside the explanation",
        typed(GENERAL, E4="?"),
        (at(GENERAL, "E4", OUTSIDE),),
    ),
    Wrong(
        "merged cells",
        lambda book: book[SCHEDULE].merge_cells("C5:C7"),
        (at(SCHEDULE, "C5", "Lịch đại hội, Cấp", MERGED),),
    ),
    Wrong(
        "merged cells of the first sheet",
        lambda book: book[GENERAL].merge_cells("B4:C4"),
        (at(GENERAL, "B4", "Nhiệm kỳ", MERGED),),
    ),
    Wrong(
        "formula",
        typed(SCHEDULE, G5='="13/11/"&2026'),
        (at(SCHEDULE, "G5", "Lịch đại hội, Thời gian đại hội", FORMULA),),
    ),
    Wrong(
        "formula where there may be nothing",
        typed(SCHEDULE, **{f"{VENUE}6": "=B5"}),
        (at(SCHEDULE, f"{VENUE}6", "Lịch đại hội, Địa điểm", FORMULA),),
    ),
    Wrong(
        "error value",
        typed(UNITS, E6="#N/A"),
        (
            at(
                UNITS,
                "E6",
                "Tổ chức đảng, Tên riêng",
                "Ô này là lỗi #N/A của Excel, không có giá trị. Gõ lại giá trị.",
            ),
        ),
    ),
    Wrong(
        "hidden row",
        hide_row,
        (NOT_A_TIME, at(SCHEDULE, "B6", HIDDEN, severity="cảnh báo")),
    ),
    Wrong(
        "hidden column",
        hide_column,
        (
            NOT_A_TIME,
            *(at(SCHEDULE, f"J{row}", HIDDEN, severity="cảnh báo") for row in (5, 6, 8, 9)),
        ),
    ),
    Wrong(
        "hidden sheet",
        hide_sheet,
        (at("Nơi nhận thêm", "B5", HIDDEN, severity="cảnh báo"), NOT_A_TIME),
    ),
    Wrong(
        "day without a month",
        typed(SCHEDULE, G5="20-2025"),
        (
            at(
                SCHEDULE,
                "G5",
                "Lịch đại hội, Thời gian đại hội",
                f"Không hiểu thời gian “20-2025”. {FORMS}",
            ),
        ),
    ),
    Wrong(
        "day that is not there",
        typed(SCHEDULE, G5="31/11/2026"),
        (
            at(
                SCHEDULE,
                "G5",
                "Lịch đại hội, Thời gian đại hội",
                "“31/11/2026” có ngày hoặc tháng không có thật trong lịch. "
                "Kiểm tra lại ngày và tháng.",
            ),
        ),
    ),
    Wrong(
        "month before day, as in America",
        typed(SCHEDULE, G5="11/13/2026"),
        (
            at(
                SCHEDULE,
                "G5",
                "Lịch đại hội, Thời gian đại hội",
                "“11/13/2026” có ngày hoặc tháng không có thật trong lịch. "
                "Kiểm tra lại ngày và tháng.",
            ),
        ),
    ),
    Wrong(
        "text before 1900",
        typed(GROUNDS, D5="03/8/1826"),
        (
            at(
                GROUNDS,
                "D5",
                "Kế hoạch, Căn cứ, Ngày ban hành",
                "Năm trong “03/8/1826” ngoài khoảng 1930-2100. "
                "Ghi đủ bốn chữ số của năm, ví dụ 2025.",
            ),
        ),
    ),
    Wrong(
        "Excel date of 1900",
        typed(GROUNDS, D5=date(1900, 8, 3)),
        (
            at(
                GROUNDS,
                "D5",
                "Kế hoạch, Căn cứ, Ngày ban hành",
                f"Ô này là ngày của Excel, đọc là 03/8/1900. Không đúng thì "
                f"{AGAIN[0].lower()}{AGAIN[1:]}.",
                severity="nhắc",
            ),
            at(
                GROUNDS,
                "D5",
                "Kế hoạch, Căn cứ, Ngày ban hành",
                "Năm trong “03/8/1900” ngoài khoảng 1930-2100. "
                "Ghi đủ bốn chữ số của năm, ví dụ 2025.",
            ),
        ),
    ),
    Wrong(
        "Excel date before 1900",
        typed(GROUNDS, D5=timedelta(days=-40000)),
        (at(GROUNDS, "D5", "Kế hoạch, Căn cứ, Ngày ban hành", CONVERTED.format("00:00")),),
    ),
    Wrong(
        "days counted from 1904",
        from_1904,
        (
            at(
                SCHEDULE,
                "G5",
                "Lịch đại hội, Thời gian đại hội",
                "Tệp tính ngày từ năm 1904 (kiểu máy Mac cũ), ngày 13/11/2026 chép sang có thể "
                "lệch bốn năm. Chọn định dạng ô là Văn bản (Text), rồi gõ lại ngày.",
            ),
        ),
    ),
    Wrong(
        "month that Excel made a day",
        typed(TIERS, E5=date(2026, 10, 1)),
        (at(TIERS, "E5", "Các cấp, Tháng thông báo lịch đại hội", MONTH.format("01/10/2026")),),
    ),
    Wrong(
        "month or first day",
        typed(GENERAL, B12=datetime(2026, 9, 1)),  # noqa: DTZ001 - Excel has no zones
        (at(GENERAL, "B12", "Kế hoạch, Ngày ký", MONTH.format("01/9/2026")),),
    ),
    Wrong(
        "number where a day is meant",
        typed(SCHEDULE, G5=46339),
        (at(SCHEDULE, "G5", "Lịch đại hội, Thời gian đại hội", CONVERTED.format("46339")),),
    ),
    Wrong(
        "name that Excel made a day",
        typed(UNITS, E6=date(2026, 5, 12)),
        (at(UNITS, "E6", "Tổ chức đảng, Tên riêng", CONVERTED.format("12/5/2026")),),
    ),
    Wrong(
        "name that Excel made a fraction",
        typed(UNITS, E6=2.5),
        (at(UNITS, "E6", "Tổ chức đảng, Tên riêng", CONVERTED.format("2,5")),),
    ),
    Wrong(
        "truth where text is meant",
        typed(UNITS, E6=True),
        (at(UNITS, "E6", "Tổ chức đảng, Tên riêng", CONVERTED.format("TRUE")),),
    ),
    Wrong(
        "hour alone",
        typed(SCHEDULE, G5=time(7, 30)),
        (at(SCHEDULE, "G5", "Lịch đại hội, Thời gian đại hội", CONVERTED.format("07:30")),),
    ),
    Wrong(
        "count with a fraction",
        typed(TIERS, F5=2.5),
        (
            at(
                TIERS,
                "F5",
                "Các cấp, Số đơn vị theo quyết định",
                "“2,5” không phải là số nguyên. Ghi bằng chữ số, ví dụ 15.",
            ),
        ),
    ),
    Wrong(
        "neither yes nor no",
        typed(OUTLINE, F8="chắc có"),
        (
            at(
                OUTLINE,
                "F8",
                "Đề cương báo cáo, Các mục con, Có bảng kết quả bầu cử",
                "“chắc có” không hiểu được ở đây. Chọn có hoặc không.",
            ),
        ),
    ),
    Wrong(
        "choice that is not in the list",
        typed(UNITS, D6="xả"),
        (
            at(
                UNITS,
                "D6",
                "Tổ chức đảng, Loại đơn vị",
                "“xả” không nằm trong các giá trị được nhận (tỉnh · thành phố · huyện · quận · "
                "thị xã · xã · phường · thị trấn · đặc khu · ấp · thôn · khóm · khu phố · "
                "khối · cơ quan · doanh nghiệp · trường học · bệnh viện · công an · quân sự · "
                "khác). Có phải là “xã” không?",
            ),
        ),
    ),
    Wrong(
        "second purpose that is not in the list",
        typed(SCHEDULE, E5="bầu bí thư"),
        (
            at(
                SCHEDULE,
                "E5",
                "Lịch đại hội, Mục đích",
                "“bầu bí thư” không nằm trong các giá trị được nhận (rút kinh nghiệm · "
                "bầu trực tiếp bí thư · bầu trực tiếp ban thường vụ, bí thư, phó bí thư). "
                "Có phải là “bầu trực tiếp bí thư” không?",
            ),
        ),
    ),
    Wrong(
        "unit that is not declared",
        typed(SCHEDULE, B5="truong-thcs"),
        (
            at(
                SCHEDULE,
                "B5",
                "Lịch đại hội, Đơn vị",
                "“truong-thcs” không có trong danh sách đã khai báo, nên không biết là đơn vị "
                "hoặc cấp nào. Có phải là “truong-thpt” không?",
            ),
        ),
    ),
    Wrong(
        "order with a unit that is not declared",
        typed(ORDERS, C5="xa-khac"),
        (
            at(
                ORDERS,
                "C5",
                "Thứ tự nêu tên, Thứ tự ở mục III.1",
                "“xa-khac” không có trong danh sách đã khai báo, nên không biết là đơn vị "
                "hoặc cấp nào. Khai báo “xa-khac” trước, hoặc sửa lại mã.",
            ),
        ),
    ),
    Wrong(
        "required cells empty",
        all_of(typed(GENERAL, B4=None), typed(SCHEDULE, G6="  ")),
        (
            at(GENERAL, "B4", "Nhiệm kỳ", EMPTY),
            at(SCHEDULE, "G6", "Lịch đại hội, Thời gian đại hội", EMPTY),
        ),
    ),
    Wrong(
        "document begun and not finished",
        typed(SCHEDULE, **{f"{ISSUER}5": "Đảng ủy xã"}),
        (
            at(SCHEDULE, f"{KIND}5", "Lịch đại hội, Văn bản thay đổi, Loại văn bản", EMPTY),
            at(SCHEDULE, f"{SUBJECT}5", "Lịch đại hội, Văn bản thay đổi, Trích yếu", EMPTY),
        ),
    ),
    Wrong(
        "sheet without a row",
        lambda book: book[GROUNDS].delete_rows(5, 2),
        (
            at(
                GROUNDS,
                "A3",
                "Kế hoạch, Căn cứ",
                "Dưới đầu cột này phải có ít nhất một dòng. Ghi từ dòng sau dòng mẫu.",
            ),
        ),
    ),
    Wrong(
        "level that skips one",
        typed(OUTLINE, B7=4),
        (
            at(
                OUTLINE,
                "B7",
                "Cấp mục “4” không nối tiếp được dòng trên: ở đây chỉ có thể từ 1 "
                "đến 2. Sửa cấp mục, hoặc thêm mục cấp trên.",
            ),
        ),
    ),
    Wrong(
        "level in Roman numerals",
        typed(OUTLINE, B5="I"),
        (
            at(
                OUTLINE,
                "B5",
                "Cấp mục “I” không nối tiếp được dòng trên: ở đây chỉ có thể từ 1 "
                "đến 1. Sửa cấp mục, hoặc thêm mục cấp trên.",
            ),
        ),
    ),
    Wrong(
        "eth for Đ",
        typed(UNITS, E6="Ðông Bình"),
        (
            at(
                UNITS,
                "E6",
                "Tổ chức đảng, Tên riêng",
                "Có chữ Ð (U+00D0) nhìn giống chữ Đ nhưng là chữ khác, tìm kiếm sẽ không thấy. "
                "Xóa rồi gõ lại chữ Đ.",
            ),
        ),
    ),
    Wrong(
        "rule of the round",
        typed(SCHEDULE, B6="truong-thpt"),
        (
            at(
                SCHEDULE,
                "B6",
                "Lịch đại hội, Đơn vị",
                "Đảng bộ Trường Trung học phổ thông Bình Minh đã có đại hội ở dòng 1 của lịch; "
                "một đơn vị chỉ ghi một lần. Gộp hai dòng, thuộc nhiều nhóm thì ghi nhiều mục "
                "đích.",
            ),
        ),
    ),
)


def changed(change: Callable[[Workbook], Any]) -> bytes:
    book = openpyxl.load_workbook(BytesIO(WHOLE))
    change(book)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A clerk's folder `dot` in the current folder."""
    monkeypatch.chdir(tmp_path)
    Path("dot").mkdir()


def build(content: bytes) -> Result:
    """What `vankien build` says of a workbook; it has written nothing."""
    Path("dot/round.xlsx").write_bytes(content)
    result = run("build", "dot", "-o", "ra")
    assert not Path("ra").exists()
    assert not result.stdout
    return result


def check(content: bytes) -> Result:
    Path("dot/round.xlsx").write_bytes(content)
    return run("check", "dot")


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.name)
def test_a_wrong_workbook_is_told_by_its_cells(wrong: Wrong) -> None:
    result = build(changed(wrong.change))

    *said, last = result.stderr.splitlines()
    usual = check(WHOLE).stderr.splitlines()
    assert [line for line in said if line not in usual] == list(wrong.lines)
    assert last.endswith("Chưa ghi tệp nào.")
    assert result.exit_code == 1


def note(cell: str, field: str, value: str) -> str:
    again = f"{AGAIN[0].lower()}{AGAIN[1:]}"
    sentence = f"Ô này là ngày của Excel, đọc là {value}. Không đúng thì {again}."
    return at(SCHEDULE, cell, f"Lịch đại hội, {field}", sentence, severity="nhắc")


UNDERSTOOD: dict[str, tuple[Callable[[Workbook], Any], tuple[str, ...]]] = {
    "days without a space": (typed(SCHEDULE, G5="13,14/11/2026"), ()),
    "days with a dash": (typed(SCHEDULE, G5="13-14/11/2026"), ()),
    "zeros that we do not print": (typed(SCHEDULE, G5="13/11/2026", J5="ngày 09/10/2026"), ()),
    "third of April": (typed(GENERAL, B43="03/04/2026"), ()),
    "Excel date": (
        typed(SCHEDULE, G5=date(2026, 11, 13)),
        (note("G5", "Thời gian đại hội", "13/11/2026"),),
    ),
    "Excel date with an hour": (
        typed(SCHEDULE, G5=datetime(2026, 11, 13, 7, 30)),  # noqa: DTZ001 - Excel has no zones
        (note("G5", "Thời gian đại hội", "07 giờ 30 phút ngày 13/11/2026"),),
    ),
    "number in a text cell": (typed(UNITS, E10=2.0), ()),
    "count as text": (typed(TIERS, F5="3"), ()),
    "truth of Excel": (typed(OUTLINE, F12=True), ()),
    "cross for yes": (typed(OUTLINE, F12="x"), ()),
    "two purposes in one cell": (
        typed(SCHEDULE, D5="rút kinh nghiệm; bầu trực tiếp bí thư", E5=None),
        (),
    ),
    "line breaks and spaces": (typed(UNITS, E6=" Bình\n Minh "), ()),
    "sheets in another order": (
        lambda book: book.move_sheet(book[GENERAL], len(book.sheetnames)),
        (),
    ),
    "no sample row": (lambda book: book[GROUNDS].delete_rows(4), ()),
    "a row above": (lambda book: book[TIERS].insert_rows(1), ()),
    "no guide": (lambda book: book.remove(book["Hướng dẫn"]), ()),
    "no column that may be empty": (lambda book: book[ORDERS].delete_cols(2), ()),
    "rich style": (lambda book: setattr(book[UNITS]["E6"], "font", Font(bold=True)), ()),
    "hidden empty row": (
        lambda book: setattr(book[SCHEDULE].row_dimensions[60], "hidden", True),
        (),
    ),
}


@pytest.mark.parametrize(("change", "lines"), UNDERSTOOD.values(), ids=UNDERSTOOD)
def test_what_is_meant_is_understood(
    change: Callable[[Workbook], Any], lines: tuple[str, ...]
) -> None:
    result = check(changed(change))

    assert result.exit_code == 0, result.stderr
    notes = [line for line in result.stderr.splitlines() if "là ngày của Excel" in line]
    assert notes == list(lines)


def test_a_day_is_read_before_its_month() -> None:
    Path("dot/round.xlsx").write_bytes(changed(typed(GROUNDS, D5="03/04/2026")))
    found = load_round(Path("dot")).round
    assert found
    assert found.plan.grounds[0].date == date(2026, 4, 3)


def test_text_in_decomposed_letters_is_the_same_text() -> None:
    def decompose(book: Workbook) -> None:
        for sheet in book:
            sheet.title = unicodedata.normalize("NFD", sheet.title)
            for row in sheet.iter_rows():
                for cell in row:
                    if isinstance(cell.value, str):
                        cell.value = unicodedata.normalize("NFD", cell.value)

    Path("dot/round.xlsx").write_bytes(changed(decompose))

    assert load_round(Path("dot")).round == load_round(SAMPLE).round


def test_ten_thousand_empty_rows_are_nothing() -> None:
    def format_rows(book: Workbook) -> None:
        for row in range(200, 10_200):
            for column in range(1, 12):
                book[SCHEDULE].cell(row, column).font = Font(bold=True)

    Path("dot/round.xlsx").write_bytes(changed(format_rows))

    assert load_round(Path("dot")).round == load_round(SAMPLE).round


def test_a_draft_names_what_is_missing() -> None:
    Path("dot/round.xlsx").write_bytes(changed(typed(GENERAL, B6=None)))

    result = run("build", "dot", "-o", "ra", "--draft")

    assert result.exit_code == 0
    assert at(GENERAL, "B6", "Cơ quan nhận hồ sơ, báo cáo", EMPTY, severity="cảnh báo") in (
        result.stderr.splitlines()
    )


def test_two_files_of_a_round() -> None:
    Path("dot/round.yaml").write_bytes((SAMPLE / "round.yaml").read_bytes())
    os.utime("dot/round.yaml", (1, 1))

    result = build(WHOLE)

    told = (
        "lỗi: dot: Thư mục dot có cả round.xlsx và round.yaml nên không biết lấy tệp nào. "
        "Xóa round.yaml (sửa trước), hoặc xóa round.xlsx nếu không dùng nữa."
    )
    assert result.stderr.splitlines() == [told, "Có 1 lỗi. Chưa ghi tệp nào."]
    assert result.exit_code == 1


def with_part(name: str, content: bytes) -> bytes:
    out = BytesIO(WHOLE)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, content)
    return out.getvalue()


def far_away(book: Workbook) -> None:
    book[SCHEDULE]["XFD1048576"] = "x"


def strange_style() -> bytes:
    """A formula that does not say where it is, in a style that the file does not have."""
    content = changed(typed(SCHEDULE, G5="=1"))
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name).replace(b'<c r="G5" s="', b'<c s="99'))
    return out.getvalue()


NOT_EXCEL = (
    "Không mở được: đây không phải là tệp Excel, hoặc tệp đã hỏng. "
    "Mở bằng Excel, lưu lại dạng .xlsx rồi thử lại."
)
UNREADABLE = (
    "Không đọc được tệp Excel này (tệp hỏng, hoặc có ô ở quá xa bảng). "
    "Mở bằng Excel, xóa các dòng, cột thừa, lưu lại dạng .xlsx rồi thử lại."
)
UNSAFE: dict[str, tuple[bytes, str]] = {
    "text": (b"xin chao", NOT_EXCEL),
    "half a file": (WHOLE[: len(WHOLE) // 2], NOT_EXCEL),
    "a Word file": (
        (ROOT / "templates" / "word" / "ke-hoach.docx").read_bytes(),
        NOT_EXCEL,
    ),
    "password, or .xls": (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(1000),
        (
            "Tệp đặt mật khẩu, hoặc là tệp Excel kiểu cũ (.xls), nên không mở được. "
            "Mở bằng Excel, bỏ mật khẩu, lưu lại dạng .xlsx."
        ),
    ),
    "macro": (
        with_part("xl/vbaProject.bin", b"x"),
        "Tệp có macro nên không mở. Mở bằng Excel, lưu lại dạng .xlsx (không macro).",
    ),
    "DTD": (
        with_part("xl/x.xml", b"<!DOCTYPE a><a/>"),
        (
            "Phần xl/x.xml có khai báo DTD, không có trong tệp Excel thật, nên không mở. "
            "Hỏi lại người gửi."
        ),
    ),
    "style that is not there": (strange_style(), UNREADABLE),
    "cell far away": (changed(far_away), UNREADABLE),
}


@pytest.mark.parametrize(("content", "sentence"), UNSAFE.values(), ids=UNSAFE)
def test_an_unsafe_workbook_is_refused(content: bytes, sentence: str) -> None:
    result = build(content)

    assert result.stderr.splitlines() == [f"lỗi: dot/round.xlsx: {sentence}"]
    assert result.exit_code == 3
