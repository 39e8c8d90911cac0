"""Files of a year: what they add, replace, and are refused for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from generator.calendar import WorkingCalendar
from generator.errors import sentence
from generator.sources.year_file import load_calendar, read_year, shipped_years

if TYPE_CHECKING:
    from pathlib import Path

OFFICIAL = """\
year: 2027
official: true
notices:
  - {id: luat, kind: Bộ luật Lao động, read: true}
  - {id: tet, kind: Thông báo, source: số liệu thử}
days_off:
  - {day: 01/01/2027, reason: Tết Dương lịch, notice: luat}
  - {day: 05/02/2027, until: 11/02/2027, reason: Tết Nguyên đán, notice: tet}
  - {day: 16/4/2027, reason: Giỗ Tổ, notice: luat}
  - {day: 30/4/2027, reason: Ngày Chiến thắng, notice: luat}
  - {day: 01/5/2027, reason: Quốc tế lao động, notice: luat}
  - {day: 02/9/2027, until: 03/9/2027, reason: Quốc khánh, notice: tet}
"""


def folder_with(tmp_path: Path, **files: str) -> Path:
    (tmp_path / "lich").mkdir()
    for name, text in files.items():
        (tmp_path / "lich" / name.lstrip("_").replace("_", ".")).write_text(text, "utf-8")
    return tmp_path


def calendar_of(folder: Path) -> WorkingCalendar:
    loaded = load_calendar(folder)
    assert loaded.calendar, [sentence(problem) for problem in loaded.problems]
    return loaded.calendar


def refusals(text: str) -> list[str]:
    """Line, column and code of each problem of a file."""
    read = read_year(text.encode(), "2027.yaml")
    assert read.days is None
    for problem in read.problems:
        assert "{" not in sentence(problem)
    return [f"{p.place.line}:{p.place.column} {p.code}" for p in read.problems]


def test_three_years_are_shipped_in_full() -> None:
    assert [(days.year, days.official) for days in shipped_years()] == [
        (2024, True),
        (2025, True),
        (2026, True),
    ]


def test_a_round_without_a_calendar_has_the_shipped_one(tmp_path: Path) -> None:
    assert calendar_of(tmp_path) == WorkingCalendar(shipped_years())


def test_a_year_without_notice_is_no_longer_provisional_once_it_is_listed(
    tmp_path: Path,
) -> None:
    found = calendar_of(folder_with(tmp_path, _2027_yaml=OFFICIAL))
    assert not found.is_provisional(2027)
    assert found.is_working_day(date(2027, 2, 4))  # the library expects it off
    assert not found.is_working_day(date(2027, 2, 11))  # and this one worked
    assert found.is_working_day(date(2027, 5, 3))
    assert found.reason_off(date(2027, 2, 11)) == "Tết Nguyên đán"
    entry = found.entry(date(2027, 2, 11))
    assert entry is not None
    assert entry.notice == "Thông báo (chưa đọc được văn bản gốc; theo số liệu thử)"


def test_an_official_year_replaces_the_shipped_one(tmp_path: Path) -> None:
    text = OFFICIAL.replace("2027", "2026")
    found = calendar_of(folder_with(tmp_path, _2026_yaml=text))
    assert found.is_working_day(date(2026, 8, 31))
    assert not found.is_working_day(date(2026, 8, 22))
    assert not found.is_working_day(date(2025, 5, 2))


def test_local_days_are_added_and_leave_a_year_as_sure_as_it_was(tmp_path: Path) -> None:
    local = "local_days_off:\n  - {day: 15/6/%s, reason: Ngày truyền thống}\n"
    folder = folder_with(
        tmp_path,
        _2026_yaml="year: 2026\n" + local % 2026,
        _2027_yml="year: 2027\n" + local % 2027,
    )
    found = calendar_of(folder)
    assert found.reason_off(date(2026, 6, 15)) == "Ngày truyền thống"
    assert found.reason_off(date(2027, 6, 15)) == "Ngày truyền thống (dự kiến)"
    assert not found.is_working_day(date(2026, 2, 16))
    assert not found.is_working_day(date(2027, 2, 8))


def test_a_swap_or_a_dropped_day_is_added(tmp_path: Path) -> None:
    text = """\
year: 2026
notices: [{id: cv, kind: Công văn, read: true}]
swaps:
  - {day_off: 15/6/2026, make_up: 20/6/2026, notice: cv}
dropped:
  - {day: 24/11/2026, reason: Luật chưa có hiệu lực, notice: cv}
local_working_days:
  - {day: 27/6/2026, reason: Làm thêm}
"""
    found = calendar_of(folder_with(tmp_path, _2026_yaml=text))
    assert not found.is_working_day(date(2026, 6, 15))
    assert found.is_working_day(date(2026, 6, 20))
    assert found.is_working_day(date(2026, 6, 27))
    assert found.is_working_day(date(2026, 11, 24))


def test_other_files_of_the_folder_are_left_alone(tmp_path: Path) -> None:
    found = calendar_of(folder_with(tmp_path, ghi_chú_txt="không phải lịch"))
    assert found == WorkingCalendar(shipped_years())


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("lich-tet_yaml", OFFICIAL, "calendar-file-name"),
        ("_2028_yaml", OFFICIAL, "calendar-year-differs"),
        ("_2027_yaml", "year: 2027\n\tofficial: true\n", "yaml-tab"),
    ],
)
def test_a_file_that_cannot_be_a_year(tmp_path: Path, name: str, text: str, code: str) -> None:
    loaded = load_calendar(folder_with(tmp_path, **{name: text}))
    assert loaded.calendar is None
    (problem,) = loaded.problems
    assert problem.code == code
    assert "lich" in problem.place.file
    assert "{" not in sentence(problem)


@pytest.mark.parametrize(
    ("change", "refused"),
    [
        (("year: 2027", "năm: 2027"), ["1:1 missing", "1:1 unknown-key"]),
        (("year: 2027", "year: 1900"), ["1:7 out-of-range"]),
        (("days_off:", "day_off:"), ["6:1 unknown-key"]),
        (("16/4/2027, reason: Giỗ Tổ", "16/4/2027"), ["9:5 missing"]),
        (("16/4/2027", "31/4/2027"), ["9:11 no-such-day"]),
        (("16/4/2027", "16/4"), ["9:11 not-a-day"]),
        (("16/4/2027", "16/4/2026"), ["9:11 calendar-other-year"]),
        (
            ("until: 11/02", "until: 01/02"),
            ["2:11 calendar-too-few-days", "8:30 calendar-backwards"],
        ),
        (("Tổ, notice: luat", "Tổ, notice: luật"), ["9:46 calendar-unknown-notice"]),
        (("Tổ, notice: luat", "Tổ, notice: luta"), ["9:46 calendar-unknown-notice"]),
        (("Thông báo, source: số liệu thử", "Thông báo"), ["5:5 calendar-no-source"]),
        (
            ("id: tet", "id: luat"),
            [
                "5:10 duplicate-id",
                "8:74 calendar-unknown-notice",
                "12:68 calendar-unknown-notice",
            ],
        ),
        (("16/4/2027", "30/4/2027"), ["9:11 calendar-day-twice"]),
        (
            ("  - {day: 30/4/2027, reason: Ngày Chiến thắng, notice: luat}\n", ""),
            ["2:11 calendar-lacks-days"],
        ),
    ],
)
def test_wrong_year(change: tuple[str, str], refused: list[str]) -> None:
    text = OFFICIAL.replace(*change)
    assert text != OFFICIAL
    assert refusals(text) == refused


SWAPS = """\
year: 2027
notices: [{id: cv, kind: Công văn, read: true}]
swaps:
  - {day_off: 04/01/2027, make_up: 26/12/2026, notice: cv}
  - {day_off: 09/01/2027, make_up: 16/01/2027, notice: cv}
  - {day_off: 11/01/2027, make_up: 12/01/2027, notice: cv}
  - {day_off: 30/12/2026, make_up: 23/01/2027, notice: cv}
  - {day_off: 18/01/2027, make_up: 30/01/2029, notice: cv}
make_ups:
  - {day: 06/02/2027, until: 08/02/2027, reason: Làm bù, notice: cv}
"""


def test_wrong_swaps() -> None:
    assert refusals(SWAPS) == [
        "5:15 calendar-off-on-weekend",
        "6:36 calendar-make-up-on-weekday",
        "7:15 calendar-other-year",
        "8:36 calendar-other-year",
        "8:36 calendar-make-up-on-weekday",
        "10:11 calendar-make-up-on-weekday",
    ]


def test_what_is_said_about_a_wrong_day() -> None:
    text = OFFICIAL.replace("16/4/2027", "16/4/2026")
    (problem,) = read_year(text.encode(), "2027.yaml").problems
    assert problem.titles == ("Ngày nghỉ", "dòng 3", "Ngày")
    assert sentence(problem) == (
        "Ngày 16/4/2026 không thuộc năm 2027 của tệp này. "
        "Sửa ngày, hoặc ghi vào tệp lịch của năm ấy."
    )


def test_a_key_is_guessed_among_those_of_a_year() -> None:
    (problem, *_) = read_year(b"year: 2027\nswap: []\n", "2027.yaml").problems
    assert problem.values["hint"] == "swaps"
