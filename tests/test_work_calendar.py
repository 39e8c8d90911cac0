"""The calendar of duties: its list, its months, and how both lie on paper."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

import pytest
from openpyxl import load_workbook

from cells import by_calamine, by_openpyxl, lines
from commands import round_with
from conftest import REFERENCE, SAMPLE
from generator import excel, sources
from generator.deadlines import Duty, DutyKind, duties
from generator.excel.heights import row_heights
from generator.tables import Look
from generator.views import work_calendar

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Golden
    from generator.calendar import WorkingCalendar
    from generator.model import Round
    from generator.tables import Sheet, Workbook

ROUNDS = pytest.mark.parametrize("folder", [REFERENCE, SAMPLE], ids=["tay-ninh", "mau"])
needs_soffice = pytest.mark.skipif(
    shutil.which("soffice") is None and "CI" not in os.environ, reason="cần LibreOffice"
)
MANY = 40


def loaded(folder: Path) -> tuple[Round, tuple[Duty, ...], WorkingCalendar]:
    found = sources.load_round(folder).round
    assert found
    calendar = sources.load_calendar(folder).calendar
    assert calendar
    return found, duties(found, calendar), calendar


def workbook(folder: Path) -> Workbook:
    return work_calendar(*loaded(folder))


def marks(sheet: Sheet) -> list[tuple[int, str, Look, int]]:
    """What stands in the columns of days: row, text, look, days."""
    return [
        (i, str(cell.value), cell.look, cell.span)
        for i, row in enumerate(sheet.rows)
        for cell in row[1:]
        if cell and cell.look in (Look.MARK, Look.MARK_SOFT)
    ]


def duty(kind: DutyKind, first: date, last: date, unit: str | None = "khoa-noi") -> Duty:
    return Duty(
        kind=kind,
        what=f"{kind}: việc",
        who="Chi bộ Khoa Nội",
        congress=unit,
        first=first,
        last=last,
        how="theo lịch: x",
        provisional=False,
    )


@ROUNDS
def test_it_reads_as_it_was_approved(folder: Path, golden: Golden) -> None:
    name = "mau" if folder == SAMPLE else "tay-ninh"
    golden(f"{name}.lich-cong-tac.txt", lines(excel.render(workbook(folder))))


@ROUNDS
def test_it_is_valid_and_two_readers_read_the_same(
    folder: Path, tmp_path: Path, assert_valid_xlsx: Callable[[Path | str], None]
) -> None:
    content = excel.render(workbook(folder))
    assert by_openpyxl(content) == by_calamine(content)
    path = tmp_path / "lich.xlsx"
    path.write_bytes(content)
    assert_valid_xlsx(path)


@ROUNDS
def test_each_duty_has_a_row_with_its_date_as_text(folder: Path) -> None:
    found, listed, calendar = loaded(folder)
    rows = work_calendar(found, listed, calendar).sheets[0].rows[4 : 4 + len(listed)]
    assert [row[3].value for row in rows if row[3]] == [duty.what for duty in listed]
    for row in rows:
        assert row[1]
        assert isinstance(row[1].value, str)
        assert re.fullmatch(r"(Tháng |[\d/]+(, | - ))?[\d/]+", row[1].value)


WHEN = {
    "24/01/2025": (date(2025, 1, 24), date(2025, 1, 24), "Thứ Sáu"),
    "20, 21/02/2025": (date(2025, 2, 20), date(2025, 2, 21), "Thứ Năm, thứ Sáu"),
    "21 - 23/5/2025": (date(2025, 5, 21), date(2025, 5, 23), "Thứ Tư - thứ Sáu"),
    "31/12/2025, 01/01/2026": (date(2025, 12, 31), date(2026, 1, 1), "Thứ Tư, thứ Năm"),
    "Tháng 12/2024": (date(2024, 12, 1), date(2024, 12, 31), None),
    "01/01 - 31/3/2025": (date(2025, 1, 1), date(2025, 3, 31), None),
}


@pytest.mark.parametrize("printed", WHEN)
def test_days_are_printed_in_their_official_form(printed: str) -> None:
    found, _, calendar = loaded(SAMPLE)
    first, last, weekdays = WHEN[printed]
    row = (
        work_calendar(found, [duty(DutyKind.CONGRESS, first, last)], calendar).sheets[0].rows[4]
    )
    assert [cell.value for cell in row[1:3] if cell] == [printed, weekdays]


REMARKS = {
    "01/3 là ngày nghỉ (thứ Bảy)": date(2025, 3, 1),
    "30/4 là ngày nghỉ (Ngày Chiến thắng)": date(2025, 4, 30),
    "02/5 là ngày nghỉ (Nghỉ hoán đổi)": date(2025, 5, 2),
    "26/4 là ngày làm bù": date(2025, 4, 26),
    None: date(2025, 4, 25),
}


@pytest.mark.parametrize("remark", REMARKS)
def test_an_event_on_a_strange_day_says_so(remark: str | None) -> None:
    found, _, calendar = loaded(SAMPLE)
    day = REMARKS[remark]
    book = work_calendar(found, [duty(DutyKind.CONGRESS, day, day)], calendar)
    cell = book.sheets[0].rows[4][-1]
    assert cell
    assert cell.value == remark


def test_what_may_move_says_so_and_is_marked_softly() -> None:
    found, listed, calendar = loaded(SAMPLE)
    moving = [one for one in listed if one.provisional]
    assert moving
    book = work_calendar(found, moving, calendar)
    rows = book.sheets[0].rows[4 : 4 + len(moving)]
    assert all(row[-1] and str(row[-1].value).startswith("Dự kiến") for row in rows)
    assert {look for _, _, look, _ in marks(book.sheets[1])} == {Look.MARK_SOFT}


def test_a_year_without_an_official_notice_is_said_to_be_provisional() -> None:
    book = workbook(SAMPLE)
    text = lines(excel.render(book))
    assert "Ngày nghỉ năm 2027 chưa có thông báo chính thức, mới là dự kiến." in text
    assert "Tháng 01/2027 (ngày nghỉ dự kiến)" in text
    assert "01/01 Tết Dương lịch (dự kiến)" in text


def test_days_off_are_shaded_and_a_saturday_worked_in_exchange_is_not() -> None:
    found, _, calendar = loaded(SAMPLE)
    day = date(2025, 4, 28)
    sheet = work_calendar(found, [duty(DutyKind.CONGRESS, day, day)], calendar).sheets[1]
    block = sheet.blocks[0]
    off = {i for i, cell in enumerate(sheet.rows[block + 3]) if cell and cell.look is Look.OFF}
    assert off == {5, 6, 7, 12, 13, 19, 20, 27, 30}
    note = sheet.rows[block + 4][0]
    assert note
    assert note.value == (
        "Ngày nghỉ, làm bù: 07/4 Ngày Giỗ Tổ Hùng Vương; 26/4 Làm bù (đổi với 02/5); "
        "30/4 Ngày Chiến thắng."
    )


def test_two_things_on_one_day_are_both_seen() -> None:
    found, _, calendar = loaded(SAMPLE)
    day = date(2026, 11, 5)
    both = [duty(DutyKind.PREPARATORY, day, day), duty(DutyKind.CONGRESS, day, day)]
    sheet = work_calendar(found, both, calendar).sheets[1]
    ((row, text, look, _),) = marks(sheet)
    assert (text, look) == ("TB\nĐH", Look.MARK)
    height = row_heights(sheet)[row]
    assert height
    assert height > 24


def test_a_fixed_day_shows_through_a_month_that_is_not_fixed() -> None:
    found, _, calendar = loaded(SAMPLE)
    month = duty(DutyKind.CONGRESS, date(2026, 12, 1), date(2026, 12, 31))
    soft = replace(month, how="theo lịch: tháng 12/2026", provisional=True)
    visit = duty(DutyKind.VISIT, date(2026, 12, 4), date(2026, 12, 4))
    found_marks = marks(work_calendar(found, [visit, soft], calendar).sheets[1])
    assert [(text, look, days) for _, text, look, days in found_marks] == [
        ("ĐH", Look.MARK_SOFT, 3),
        ("KT", Look.MARK, 1),
        ("ĐH: tháng 12/2026", Look.MARK_SOFT, 27),
    ]


def test_a_suspended_congress_is_in_no_sheet() -> None:
    assert "Công an" not in lines(excel.render(workbook(SAMPLE)))


def test_a_round_without_dates_has_a_list_that_says_so() -> None:
    found, _, calendar = loaded(SAMPLE)
    book = work_calendar(found, (), calendar)
    assert [sheet.name for sheet in book.sheets] == ["Lịch công tác"]
    assert "Chưa có việc nào có ngày" in lines(excel.render(book))


def crowded(folder: Path) -> Path:
    """A round in which very many units have their congresses at the same time."""
    units = "".join(
        f"  - {{id: ap-{n}, kind: chi bộ, unit: ấp, name: Tân Định {'Mỹ ' * (n % 5)}{n}, "
        "superior: benh-vien}\n"
        for n in range(MANY)
    )
    congresses = "".join(
        f"  - organization: ap-{n}\n    tier: chi-bo-truc-thuoc\n"
        f"    time: {1 + n % 28}/12/2026\n    preparation_visit: {1 + n % 28}/11/2026\n"
        for n in range(MANY)
    )
    return round_with(
        folder,
        ("organizations:\n", f"organizations:\n{units}"),
        ("\ncongresses:\n", f"\ncongresses:\n{congresses}"),
    )


# On paper


def pages(content: bytes, tmp_path: Path) -> list[str]:
    """The text of each page as LibreOffice prints it."""
    (tmp_path / "lich.xlsx").write_bytes(content)
    convert(tmp_path / "lich.xlsx", "pdf")
    return run("pdftotext", "-layout", tmp_path / "lich.pdf", "-").split("\f")[:-1]


def convert(path: Path, form: str) -> None:
    """Put the file beside itself in another form."""
    profile = (path.parent / "profile").as_uri()
    options = (f"-env:UserInstallation={profile}", "--headless", "--convert-to", form)
    run("soffice", *options, "--outdir", path.parent, path)


def run(*command: str | Path) -> str:
    done = subprocess.run(  # noqa: S603 - LibreOffice and poppler on our own files
        [str(part) for part in command], capture_output=True, text=True, check=True
    )
    return done.stdout


@needs_soffice
@pytest.mark.parametrize("which", ["tay-ninh", "mau", "đông"])
def test_every_month_stays_whole_on_its_page(which: str, tmp_path: Path) -> None:
    shipped = {"tay-ninh": REFERENCE, "mau": SAMPLE}
    book = workbook(shipped.get(which) or crowded(tmp_path / "d"))
    months = book.sheets[1]
    printed = [page for page in pages(excel.render(book), tmp_path) if "Theo tháng: " in page]
    assert all(page.count("LỊCH CÔNG TÁC") == 1 for page in printed)  # no page of overflow
    heading = re.compile(r"^ *(Tháng \d\d?/\d{4}.*?) *$", re.MULTILINE)
    parts = [part for page in printed for part in heading.split(page)[1:]]
    ends = (*months.blocks[1:], len(months.rows))
    blocks = [months.rows[i:j] for i, j in zip(months.blocks, ends, strict=True)]
    assert parts[::2] == [str(block[0][0].value) for block in blocks if block[0][0]]
    for text, block in zip(parts[1::2], blocks, strict=True):
        names = [row[0].value for row in block[3:] if row and row[0]]
        assert [name for name in names if str(name).split()[-1].strip(".") not in text] == []


@needs_soffice
@ROUNDS
def test_no_row_is_lower_than_its_text(folder: Path, tmp_path: Path) -> None:
    """LibreOffice lays the rows out anew by their text: ours are as high or higher."""
    book = workbook(folder)
    (tmp_path / "lich.xlsx").write_bytes(excel.render(book))
    convert(tmp_path / "lich.xlsx", "fods")
    flat = (tmp_path / "lich.fods").read_text(encoding="utf-8")
    flat = re.sub(r'style:row-height="[^"]*"', "", flat)
    flat = flat.replace('optimal-row-height="false"', 'optimal-row-height="true"')
    (tmp_path / "xep-lai.fods").write_text(flat, encoding="utf-8")
    convert(tmp_path / "xep-lai.fods", "xlsx")
    laid_out = load_workbook(tmp_path / "xep-lai.xlsx").worksheets
    heights = [
        (ours, sheet.row_dimensions[row].height)
        for sheet, made in zip(laid_out, book.sheets, strict=True)
        for row, ours in enumerate(row_heights(made), start=1)
    ]
    compared = [(ours, theirs) for ours, theirs in heights if ours and theirs]
    assert len(compared) > 20
    assert max(theirs for _, theirs in compared) > 30  # some take several lines
    assert [(ours, theirs) for ours, theirs in compared if ours < theirs] == []
