"""The duties of a round: what, who, when, how it was counted."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from conftest import REFERENCE, SAMPLE
from generator.checking import checked
from generator.deadlines import Duty, DutyKind, duties

if TYPE_CHECKING:
    from pathlib import Path

# Derived by hand, one working day after another; the opening and the closing day not counted.
# Tân Lập, 15 before 20/02/2025: 19 18 17 14 13 12 11 10 07 06 05 04 03/02, then Tết
#   25/01 - 02/02 (27-31/01 off, two weekends), 24/01 is the 14th, 23/01 the 15th.
#   5 after 21/02: 24 25 26 27 28/02.
# Văn phòng Tỉnh ủy, window from 03/01: 02/01, 01/01 off, 31 30 27 26 25 24 23 20 19 18 17 16
#   13/12, the 15th is 12/12/2024. 5 after 10/01: 13 14 15 16 17/01.
# Châu Thành, 15 before 21/5: 20 19 16 15 14 13 12 09 08 07 06 05/5; 04/5, 03/5 weekend, 02/5
#   swapped off, 01/5 and 30/4 off; 29/4 is the 13th, 28/4 the 14th, Saturday 26/4 made up the
#   15th. 5 after 23/5: 26 27 28 29 30/5.
# Thanh Phước, 15 before 05/3: 04 03/3 28 27 26 25 24 21 20 19 18 17 14 13 12/02.
#   5 after 06/3: 07 10 11 12 13/3.
# Phước Ninh, 15 before 18/3: 17 14 13 12 11 10 07 06 05 04 03/3 28 27 26 25/02.
#   5 after 19/3: 20 21 24 25 26/3.
BY_HAND = {
    "tan-lap": (date(2025, 1, 23), date(2025, 2, 28)),
    "van-phong": (date(2024, 12, 12), date(2025, 1, 17)),
    "chau-thanh": (date(2025, 4, 26), date(2025, 5, 30)),
    "thanh-phuoc": (date(2025, 2, 12), date(2025, 3, 13)),
    "phuoc-ninh": (date(2025, 2, 25), date(2025, 3, 26)),
}


def duties_of(folder: Path) -> list[Duty]:
    ready = checked(folder)
    return list(duties(ready.round, ready.calendar))


def one(found: list[Duty], congress: str, kind: DutyKind) -> Duty:
    return next(duty for duty in found if (duty.congress, duty.kind) == (congress, kind))


@pytest.mark.parametrize("congress", BY_HAND)
def test_the_limits_of_the_reference_are_those_derived_by_hand(congress: str) -> None:
    found = duties_of(REFERENCE)
    papers, report = BY_HAND[congress]
    assert one(found, congress, DutyKind.PAPERS).last == papers
    assert one(found, congress, DutyKind.REPORT).last == report


def test_who_sends_the_papers_and_who_reports() -> None:
    found = duties_of(REFERENCE)
    papers = one(found, "tan-lap", DutyKind.PAPERS)
    assert papers.who == "Ban Thường vụ Huyện ủy Tân Biên"
    assert papers.what == "Gửi hồ sơ đại hội Đảng bộ xã Tân Lập về Ban Tổ chức Tỉnh ủy"
    assert papers.how == (
        "15 ngày làm việc trước ngày khai mạc 20/02/2025, không tính ngày khai mạc"
    )
    assert one(found, "tan-lap", DutyKind.REPORT).who == "Ban Thường vụ Đảng ủy xã Tân Lập"
    direct = one(found, "chau-thanh", DutyKind.PAPERS)
    assert direct.who == "Ban Thường vụ Huyện ủy Châu Thành"


def test_a_tentative_window_is_counted_from_its_edges_and_said_to_be_tentative() -> None:
    found = duties_of(REFERENCE)
    papers = one(found, "van-phong", DutyKind.PAPERS)
    assert papers.provisional
    assert "sớm nhất có thể (03/01/2025)" in papers.how
    report = one(found, "van-phong", DutyKind.REPORT)
    assert "muộn nhất có thể (10/01/2025)" in report.how
    assert not one(found, "tan-lap", DutyKind.PAPERS).provisional


def test_a_preparatory_session_on_the_day_before_is_the_opening() -> None:
    papers = one(duties_of(SAMPLE), "truong-thpt", DutyKind.PAPERS)
    assert "ngày khai mạc 12/11/2026" in papers.how


def test_a_suspended_congress_has_no_duty_and_a_month_is_provisional() -> None:
    found = duties_of(SAMPLE)
    assert not [duty for duty in found if duty.congress == "cong-an"]
    assert one(found, "co-quan-dang", DutyKind.REPORT).last == date(2027, 1, 8)
    assert one(found, "co-quan-dang", DutyKind.REPORT).provisional


def test_duties_come_in_order_and_have_names_of_their_own() -> None:
    for folder in (REFERENCE, SAMPLE):
        found = duties_of(folder)
        assert [duty.last for duty in found] == sorted(duty.last for duty in found)
        assert len({duty.key for duty in found}) == len(found)


def test_what_is_late_on_a_day() -> None:
    found = duties_of(REFERENCE)
    late = [duty.key for duty in found if duty.is_late(date(2025, 1, 24))]
    assert late == [
        "papers-van-phong",
        "notice-co-so",
        "report-van-phong",
        "papers-tan-lap",
    ]
    assert not [duty for duty in found if duty.is_late(None)]
