"""A wrong date is found on the day it is typed: each rule on the reference round, edited."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from conftest import REFERENCE
from generator.checking import checked
from generator.errors import Problem, Severity, WrongDataError

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (REFERENCE / "round.yaml").read_text(encoding="utf-8")
ERROR, WARNING = Severity.ERROR, Severity.WARNING
TAN_LAP = "    time: 20, 21/02/2025\n"
VISIT = "    preparation_visit: 10/02/2025\n"


def findings(
    tmp_path: Path, *edits: tuple[str, str], as_of: date | None = None
) -> list[Problem]:
    """What is said of the edited reference round, but for the reminder it always has."""
    text = TEXT
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    folder = tmp_path / "dot"
    folder.mkdir()
    (folder / "round.yaml").write_text(text, encoding="utf-8")
    try:
        problems = checked(folder, as_of=as_of).problems
    except WrongDataError as error:
        problems = error.problems
    return [problem for problem in problems if problem.code != "attachment"]


def test_the_reference_round_has_no_wrong_date(tmp_path: Path) -> None:
    assert findings(tmp_path) == []


CASES = [
    # what is typed instead, the finding, how bad, its values
    pytest.param(
        (TAN_LAP, f"{TAN_LAP}    preparatory_session: 21/02/2025\n"),
        ("session-after-opening", ERROR, {"session": "21/02/2025", "opening": "20/02/2025"}),
        id="phiên trù bị sau khai mạc",
    ),
    pytest.param(
        (VISIT, "    preparation_visit: 20/02/2025\n"),
        ("visit-after-opening", ERROR, {"visit": "20/02/2025", "opening": "20/02/2025"}),
        id="kiểm tra đúng ngày khai mạc",
    ),
    pytest.param(
        (VISIT, "    preparation_visit: 22/01/2025\n"),
        # fifteen working days before 20/02 reach across Tết to 23/01
        ("visit-before-papers", WARNING, {"visit": "22/01/2025", "due": "23/01/2025"}),
        id="kiểm tra trước hạn hồ sơ",
    ),
    pytest.param(
        (VISIT, "    preparation_visit: 08/02/2025\n"),
        ("visit-on-day-off", WARNING, {"visit": "08/02/2025"}),
        id="kiểm tra ngày thứ bảy",
    ),
    pytest.param(
        ("preparation_visit: 09/5/2025", "preparation_visit: 02/5/2025"),
        ("visit-on-day-off", WARNING, {"visit": "02/5/2025"}),
        id="kiểm tra ngày nghỉ hoán đổi",
    ),
    pytest.param(
        ("preparation_visit: 17/02/2025", "preparation_visit: 10/02/2025"),
        ("visit-before-papers", WARNING, {"visit": "10/02/2025", "due": "12/02/2025"}),
        id="kiểm tra Thanh Phước quá sớm",
    ),
    pytest.param(
        ("time: 21 - 23/5/2025", "time: 30/4 - 01/5/2025"),
        ("congress-on-holiday", WARNING, {"day": "30/4/2025"}),
        id="đại hội ngày 30/4",
    ),
    pytest.param(
        ("time: 05, 06/3/2025", "time: 09/3/2025"),
        ("congress-on-holiday", WARNING, {"day": "09/3/2025", "reason": "Chủ nhật"}),
        id="đại hội ngày chủ nhật",
    ),
    pytest.param(
        ("time: 21 - 23/5/2025", "time: 21 - 23/5/2031"),
        ("congress-after-term", ERROR, {"opening": "21/5/2031", "term": "2025-2030"}),
        id="đại hội sau nhiệm kỳ",
    ),
    pytest.param(
        ("notice: 4/2025", "notice: 5/2025"),
        ("notice-after-opening", ERROR, {"month": "5/2025", "opening": "21/5/2025"}),
        id="thông báo lịch cùng tháng đại hội",
    ),
    pytest.param(
        ("issued_on: tháng 11/2024", "issued_on: 20/12/2024"),
        ("papers-due-before-plan", WARNING, {"due": "12/12/2024", "issued": "20/12/2024"}),
        id="hạn hồ sơ trước ngày ký",
    ),
    pytest.param(
        ("date: 30/10/2024", "date: 30/12/2024"),
        ("document-after-plan", ERROR, {"issued": "11/2024"}),
        id="căn cứ sau ngày ký",
    ),
    pytest.param(
        ("date: 28/9/2021", "date: 28/9/2022"),
        (
            "number-of-another-date",
            WARNING,
            {"number": "01-HD/TW", "known": "20/9/2016, 28/9/2021"},
        ),
        id="số đã biết với ngày khác",
    ),
    pytest.param(
        ("issued_on: tháng 11/2024", "issued_on: tháng 11/2024\n  profile: party_hd05"),
        ("profile-of-another-date", WARNING, {"profile": "party_hd05", "date": "11/2024"}),
        id="thể thức không hợp ngày ký",
    ),
    pytest.param(
        ("name: Tân Lập, superior: tan-bien", "name: Tân Lập, superior: phuoc-ninh"),
        (
            "superior-not-higher",
            ERROR,
            {"unit": "Đảng bộ xã Tân Lập", "superior": "Đảng bộ xã Phước Ninh"},
        ),
        id="xã trực thuộc xã",
    ),
    pytest.param(
        ("- {id: go-dau, unit", "- {id: go-dau, kind: chi bộ, unit"),
        ("superior-is-a-cell", ERROR, {"superior": "Chi bộ huyện Gò Dầu"}),
        id="cấp trên là chi bộ",
    ),
]


@pytest.mark.parametrize(("edit", "expected"), CASES)
def test_a_wrong_date_is_found(
    edit: tuple[str, str], expected: tuple[str, Severity, dict[str, str]], tmp_path: Path
) -> None:
    code, severity, values = expected
    found = next(problem for problem in findings(tmp_path, edit) if problem.code == code)
    assert found.severity is severity
    assert {name: found.values[name] for name in values} == values
    assert found.place.line > 1


def test_two_visits_of_one_team_on_one_day_are_seen_and_two_teams_are_not(
    tmp_path: Path,
) -> None:
    moved = ("preparation_visit: 28/02/2025", "preparation_visit: 17/02/2025")
    (found,) = [one for one in findings(tmp_path, moved) if one.code == "visit-twice"]
    assert found.values == {"visit": "ngày 17/02/2025", "other": "Đảng bộ xã Thanh Phước"}
    assert found.titles == ("Lịch đại hội", "dòng 5", "Ngày kiểm tra")


def test_half_days_and_teams_keep_two_visits_apart(tmp_path: Path) -> None:
    moved = (
        "preparation_visit: 28/02/2025",
        "preparation_visit: 17/02/2025\n    visit_team: Tổ 2",
    )
    assert not [one for one in findings(tmp_path, moved) if one.code == "visit-twice"]


def test_a_saturday_congress_is_normal(tmp_path: Path) -> None:
    assert findings(tmp_path, ("time: 05, 06/3/2025", "time: 08/3/2025")) == []


def test_a_made_up_saturday_is_a_working_day_for_a_visit(tmp_path: Path) -> None:
    found = findings(tmp_path, ("preparation_visit: 09/5/2025", "preparation_visit: 26/4/2025"))
    assert found == []


def test_a_make_up_saturday_is_no_working_day_where_offices_do_not_follow_swaps(
    tmp_path: Path,
) -> None:
    found = findings(
        tmp_path,
        ("preparation_visit: 09/5/2025", "preparation_visit: 26/4/2025"),
        ("report_after_closing: 5 ", "follow_swaps: false\n  report_after_closing: 5 "),
    )
    assert [one.code for one in found] == ["visit-before-papers", "visit-on-day-off"]


def test_a_day_after_the_congress_its_status_is_asked_for(tmp_path: Path) -> None:
    found = findings(tmp_path, as_of=date(2025, 2, 22))
    assert [(one.code, one.path[1]) for one in found] == [
        ("congress-is-over", 0),
        ("congress-is-over", 1),
    ]


def test_a_year_that_nobody_knows_is_told_not_counted(tmp_path: Path) -> None:
    found = findings(
        tmp_path,
        ("term: 2025-2030 ", "term: 2095-2100 "),
        ("time: 21 - 23/5/2025", "time: 30/12/2100"),
    )
    assert "year-not-covered" in [one.code for one in found]


def test_the_head_of_the_round_holds_no_congress_in_it(tmp_path: Path) -> None:
    found = findings(tmp_path, ("organization: phuoc-ninh", "organization: tay-ninh"))
    assert ("congress-of-the-head", ("congresses", 4, "organization")) in [
        (one.code, one.path) for one in found
    ]


def test_a_round_whose_congresses_are_all_off_is_told(tmp_path: Path) -> None:
    off = [
        (f"{time}\n", f"{time}\n    status: tạm dừng\n")
        for time in (
            "time: 20, 21/02/2025",
            "time: dự kiến từ 03/01 đến 10/01/2025",
            "time: 21 - 23/5/2025",
            "time: 05, 06/3/2025",
            "time: 18, 19/3/2025",
        )
    ]
    assert "no-congress-on" in [one.code for one in findings(tmp_path, *off)]


def test_the_planned_preparatory_session_goes_with_the_planned_days(tmp_path: Path) -> None:
    folder = tmp_path / "dot"
    folder.mkdir()
    held = "    preparatory_session: 19/02/2025\n    status: đã tổ chức\n"
    text = TEXT.replace(TAN_LAP, f"{TAN_LAP}{held}    actual: {{time: 27/02/2025}}\n")
    (folder / "round.yaml").write_text(text, encoding="utf-8")
    congress = checked(folder).round.congresses[0]
    assert congress.preparatory_session is not None
    assert congress.known_preparatory is None


def test_a_limit_in_a_year_without_a_notice_is_said_to_be_provisional(tmp_path: Path) -> None:
    found = findings(
        tmp_path,
        ("time: 21 - 23/5/2025", "time: 21 - 23/9/2027"),
        ("preparation_visit: 09/5/2025", "preparation_visit: 09/6/2027"),
    )
    (early,) = [one for one in found if one.code == "visit-before-papers"]
    assert early.values["due"].endswith("/2027 (dự kiến)")
