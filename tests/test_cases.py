"""Real rounds, messier than the reference one: what each prints, when its papers are due,
what is said of it.

The rounds are in `cases/`, from public pages; a comment in each says which plan it is of, and
what is a placeholder. Beside each stand `schedule.txt`, what its schedule prints line by line
(a heading, a tier, or a congress: number, unit, time, note, visit; a visit that nobody has set
is left out), and `dates.txt`, derived by hand. The press writes "2 ngày 7 và 8-5"; the
schedules print the official form.
"""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import yaml
from jsonschema import Draft202012Validator

from generator.build import Options, build
from generator.checking import Checked, checked
from generator.convert import convert
from generator.deadlines import Duty, DutyKind, duties, opening_of, papers_due, report_due
from generator.errors import Problem, Severity, WrongDataError
from generator.model import Status
from generator.sources import round_schema
from generator.views import plan, report
from generator.views.schedule import schedule
from outline import texts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.model import Congress
    from generator.views.schedule import Row

CASES = Path(__file__).parent / "cases"
NO_LIMITS = "limits-unknown"
# rows whose opening or closing the published plan does not give
WITHOUT_DAYS = {
    "cac-tinh-2025-diem-cap-xa": [5],
    "dong-thap-2020": [0, 1, 2, 3, 4],
    "hai-cap-2025": [0, 2, 3, 4, 6, 7, 8, 9, 10, 11],
    "kiem-tra-2019-ca-mau": [0, 1],
    "kiem-tra-2020-hau-giang": [0, 1],
    "tay-ninh-2025-dien-bien": [1],
}
NAMES = sorted(folder.name for folder in CASES.iterdir())
SATURDAY = 5
NOTE, WARNING, ERROR = Severity.NOTE, Severity.WARNING, Severity.ERROR
UNKNOWN = "Chưa xác định"

Way = tuple[str | int, ...]
Finding = tuple[str, Severity, Way]


def over(row: int) -> Finding:
    return "congress-is-over", WARNING, ("congresses", row, "time")


SUSPENDED: list[Finding] = [
    ("suspended-no-report", NOTE, ("congresses", row, "status")) for row in (2, 3, 4)
]
MISSED: Finding = ("held-on-other-days", WARNING, ("congresses", 1, "actual"))
# the round, the day on which it is looked at, all that is said of it
FINDINGS: list[tuple[str, date | None, list[Finding]]] = [
    ("tay-ninh-2025-dien-bien", None, [MISSED, *SUSPENDED]),
    ("tay-ninh-2025-dien-bien", date(2025, 6, 1), [MISSED, *SUSPENDED]),
    ("cac-tinh-2025-diem-cap-xa", date(2025, 2, 25), []),
    ("cac-tinh-2025-diem-cap-xa", date(2025, 2, 26), [over(4)]),
    ("dong-thap-2020", date(2020, 6, 1), []),
    ("ha-tinh-2025-dieu-chinh", None, []),
    ("ha-tinh-2025-dieu-chinh", date(2025, 4, 1), [over(2)]),
    ("hai-cap-2025", date(2025, 9, 1), []),
    ("kiem-tra-2019-ca-mau", None, []),
    (
        "kiem-tra-2020-hau-giang",
        None,
        [("number-without-sign", WARNING, ("plan", "grounds", 2, "number"))],
    ),
    ("my-long-2024", None, []),
    (
        "thang-binh-2015",
        date(2015, 4, 1),
        [("profile-of-another-date", WARNING, ("plan", "profile")), over(0), over(1)],
    ),
    ("thanh-pho-tay-ninh-2020", None, []),
    ("vinh-phu-2020", None, []),
]


def lines(case: str, name: str) -> list[str]:
    text = (CASES / case / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]


def printed(row: Row) -> str:
    parts = [row.ordinal, row.unit, "; ".join(row.time), row.note or ""]
    visit = [] if row.visit == UNKNOWN else [row.visit]
    return " · ".join([part for part in parts if part] + visit)


def as_printed(ready: Checked) -> Iterator[str]:
    for group in schedule(ready.round):
        if group.heading:
            yield f"{group.letter}. {group.heading}"
        for tier in group.tiers:
            if tier.label:
                yield f"{tier.numeral}. {tier.label}"
            yield from map(printed, tier.rows)


def weekdays_from(day: date | None, count: int) -> date | None:
    """The day so many weekdays after the day, or before it, without any holiday."""
    if day is None:
        return None
    step = timedelta(days=1 if count > 0 else -1)
    left = abs(count)
    while left:
        day += step
        left -= day.weekday() < SATURDAY
    return day


def numeric(*days: date | None) -> str:
    return " ".join(f"{day:%d/%m/%Y}" if day else "-" for day in days)


def dates_of(ready: Checked, congress: Congress) -> list[str]:
    opening, closing = opening_of(congress), congress.time.closing
    papers = papers_due(ready.round, congress, ready.calendar)
    report = report_due(ready.round, congress, ready.calendar)
    return [
        congress.organization,
        congress.status,
        numeric(opening),
        numeric(closing),
        numeric(weekdays_from(opening, -15), papers),
        numeric(weekdays_from(closing, 5), report),
    ]


def edited(tmp_path: Path, case: str, *edits: tuple[str, str]) -> Path:
    """The round of a case with some of its text replaced."""
    text = (CASES / case / "round.yaml").read_text(encoding="utf-8")
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new, 1)
    folder = tmp_path / case
    folder.mkdir()
    (folder / "round.yaml").write_text(text, encoding="utf-8")
    return folder


def said_of(folder: Path, as_of: date | None = None) -> list[Finding]:
    problems: tuple[Problem, ...] | list[Problem]
    try:
        problems = checked(folder, as_of=as_of).problems
    except WrongDataError as error:
        problems = error.problems
    found = [(problem.code, problem.severity, problem.path) for problem in problems]
    return [finding for finding in found if finding[0] != NO_LIMITS]


def duties_of(folder: Path) -> list[Duty]:
    ready = checked(folder)
    return list(duties(ready.round, ready.calendar))


def of_kind(found: list[Duty], congress: str, kind: DutyKind) -> list[Duty]:
    return [duty for duty in found if (duty.congress, duty.kind) == (congress, kind)]


def test_something_is_said_of_every_case() -> None:
    assert sorted({name for name, _, _ in FINDINGS}) == NAMES


@pytest.mark.parametrize("case", NAMES)
def test_a_congress_whose_limits_cannot_be_counted_is_named(case: str) -> None:
    noted = [one.path[1] for one in checked(CASES / case).problems if one.code == NO_LIMITS]
    assert noted == WITHOUT_DAYS.get(case, [])


@pytest.mark.parametrize("case", NAMES)
def test_the_schedule_prints(case: str) -> None:
    assert list(as_printed(checked(CASES / case))) == lines(case, "schedule.txt")


@pytest.mark.parametrize("case", NAMES)
def test_when_it_is_and_what_is_due(case: str) -> None:
    ready = checked(CASES / case)
    found = [dates_of(ready, congress) for congress in ready.round.congresses]
    wanted = [line.split(" | ") for line in lines(case, "dates.txt")]
    assert found == wanted


@pytest.mark.parametrize(("case", "as_of", "findings"), FINDINGS)
def test_what_is_said(case: str, as_of: date | None, findings: list[Finding]) -> None:
    assert said_of(CASES / case, as_of) == findings


@pytest.mark.parametrize("case", NAMES)
def test_its_papers_are_valid(
    case: str, tmp_path: Path, assert_valid_docx: Callable[[Path | str], None]
) -> None:
    build(CASES / case, tmp_path, Options(only=("ke-hoach", "bao-cao-ket-qua")))
    papers = [path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*.docx")]
    reporting = [congress.organization for congress in checked(CASES / case).round.reporting]
    reports = [f"{unit}/bao-cao-ket-qua.docx" for unit in reporting]
    assert sorted(papers) == sorted(["ke-hoach.docx", *reports])
    for path in papers:
        assert_valid_docx(tmp_path / path)
        assert not [line for line in texts((tmp_path / path).read_bytes()) if "None" in line]


@pytest.mark.parametrize("case", NAMES)
def test_an_editor_takes_it(case: str) -> None:
    data = yaml.safe_load((CASES / case / "round.yaml").read_text(encoding="utf-8"))
    errors = Draft202012Validator(round_schema()).iter_errors(data)
    assert [error.message for error in errors] == []


@pytest.mark.parametrize("case", NAMES)
def test_it_goes_to_excel_and_back(case: str, tmp_path: Path) -> None:
    (tmp_path / "again").mkdir()
    convert(CASES / case, tmp_path / "round.xlsx")
    convert(tmp_path / "round.xlsx", tmp_path / "again" / "round.yaml")
    assert checked(tmp_path / "again").round == checked(CASES / case).round


# What became of the reference round


def test_a_missed_window_has_no_report_due_until_the_real_days_are_known(
    tmp_path: Path,
) -> None:
    case = "tay-ninh-2025-dien-bien"
    prepared = "preparatory_session: chiều 11/02/2025"
    planned = edited(tmp_path, case, (f"    actual: {{{prepared}}}", "")).rename(tmp_path / "a")
    (before,) = of_kind(duties_of(planned), "van-phong", DutyKind.REPORT)
    assert (before.last, before.provisional) == (date(2025, 1, 17), True)

    found = duties_of(CASES / case)
    assert of_kind(found, "van-phong", DutyKind.REPORT) == []
    assert of_kind(found, "van-phong", DutyKind.CONGRESS) == []
    (session,) = of_kind(found, "van-phong", DutyKind.PREPARATORY)
    assert (session.first, session.how) == (
        date(2025, 2, 11),
        "theo lịch: chiều ngày 11/02/2025",
    )

    known = edited(tmp_path, case, (prepared, f"{prepared}, time: 12/02/2025"))
    (after,) = of_kind(duties_of(known), "van-phong", DutyKind.REPORT)
    assert (after.last, after.provisional) == (date(2025, 2, 19), False)


def test_the_report_on_a_missed_window_asks_for_the_real_days() -> None:
    found = checked(CASES / "tay-ninh-2025-dien-bien").round
    view = report(found, found.congresses[1])
    assert not view.time.is_set
    planned = "dự kiến từ ngày 03/01 đến ngày 10/01/2025"
    assert view.time.text == f"[ghi ngày đại hội; theo kế hoạch: {planned}]"


def test_the_planned_days_stand_where_only_the_real_month_is_known() -> None:
    (report,) = of_kind(
        duties_of(CASES / "tay-ninh-2025-dien-bien"), "tan-lap", DutyKind.REPORT
    )
    assert (report.last, report.provisional) == (date(2025, 2, 28), False)


def test_a_suspended_congress_keeps_its_days_and_has_no_duty() -> None:
    ready = checked(CASES / "tay-ninh-2025-dien-bien")
    suspended = [one for one in ready.round.congresses if one.status is Status.TAM_DUNG]
    assert [one.time.printed() for one in suspended] == [
        "Ngày 21 - 23/5/2025",
        "Ngày 05, 06/3/2025",
        "Ngày 18, 19/3/2025",
    ]
    with_duties = {duty.congress for duty in duties(ready.round, ready.calendar)}
    assert with_duties == {"tan-lap", "van-phong"}


def test_the_reference_round_looked_at_later_asks_for_what_became_of_it(
    tmp_path: Path,
) -> None:
    as_planned = edited(
        tmp_path,
        "tay-ninh-2025-dien-bien",
        ("    status: đã tổ chức\n    actual: {time: tháng 02/2025}", ""),
        ("    status: đã tổ chức\n    actual: {preparatory_session: chiều 11/02/2025}", ""),
    )
    assert said_of(as_planned, date(2025, 1, 15)) == [over(1), *SUSPENDED]
    assert said_of(as_planned, date(2025, 3, 15)) == [over(0), over(1), *SUSPENDED]


# Groups of organisations that have one line


def test_a_group_counts_as_many_as_it_stands_for(tmp_path: Path) -> None:
    folder = edited(tmp_path, "thanh-pho-tay-ninh-2020", ("members: 3", "members: 4"))
    assert said_of(folder) == [("count-differs", ERROR, ("expected",))]
    view = plan(checked(CASES / "kiem-tra-2019-ca-mau").round)
    assert view.direct
    assert view.direct.names == "24 đảng bộ cơ sở, 06 chi bộ cơ sở"


def test_a_group_without_a_number_is_named_in_the_plural() -> None:
    view = plan(checked(CASES / "dong-thap-2020").round)
    assert view.below
    assert view.below.counts == "01 đảng bộ, các tổ chức đảng"
    assert view.below.approving == (
        "Ban Thường vụ Thành ủy Cao Lãnh, các huyện ủy, thị ủy, thành ủy "
        "và các đảng ủy trực thuộc"
    )
    assert "BTV các huyện ủy, thị ủy, thành ủy," in view.recipients


def test_the_days_of_a_group_are_not_those_of_each_of_its_units() -> None:
    found = duties_of(CASES / "thanh-pho-tay-ninh-2020")
    (papers,) = of_kind(found, "cac-diem", DutyKind.PAPERS)
    assert papers.provisional
    assert "sớm nhất có thể (16/01/2020)" in papers.how


def test_only_a_group_has_members(tmp_path: Path) -> None:
    folder = edited(
        tmp_path,
        "vinh-phu-2020",
        ("unit: huyện, name: Thoại Sơn", "unit: huyện, members: 2, name: X"),
    )
    assert said_of(folder) == [("members-of-one", ERROR, ("organizations", 0, "members"))]


# Visits, changes, kinds, numbers


def test_one_session_for_five_communes_is_not_one_team_in_five_places(tmp_path: Path) -> None:
    apart = edited(tmp_path, "hai-cap-2025", ("    joint_visit: true\n", ""))
    wanted = [
        ("visit-twice", WARNING, ("congresses", row, "preparation_visit"))
        for row in (8, 9, 10, 11)
    ]
    assert said_of(apart) == wanted


def test_a_period_of_visits_by_several_teams_is_one_duty() -> None:
    found = duties_of(CASES / "kiem-tra-2019-ca-mau")
    (visit,) = of_kind(found, "dang-bo-co-so", DutyKind.VISIT)
    assert (visit.first, visit.last) == (date(2019, 11, 1), date(2019, 11, 30))
    assert visit.who == "03 tổ kiểm tra"


def test_new_days_need_the_document_that_set_them(tmp_path: Path) -> None:
    text = (CASES / "ha-tinh-2025-dieu-chinh" / "round.yaml").read_text(encoding="utf-8")
    document = text[text.index("    changed_by:") : text.index("  - organization: thi-xa-thu")]
    folder = edited(tmp_path, "ha-tinh-2025-dieu-chinh", (document, ""))
    assert said_of(folder) == [
        ("status-without-document", WARNING, ("congresses", 0, "status"))
    ]


def test_real_days_are_of_a_congress_that_was_held(tmp_path: Path) -> None:
    folder = edited(
        tmp_path,
        "vinh-phu-2020",
        ("status: đã tổ chức", "actual: {time: 08/5/2020}"),
    )
    assert said_of(folder) == [("actual-of-not-held", ERROR, ("congresses", 0, "status"))]


def test_a_town_has_no_sign_that_is_known(tmp_path: Path) -> None:
    folder = edited(tmp_path, "ha-tinh-2025-dieu-chinh", (", names: {symbol: THỬ}", ""))
    assert said_of(folder) == [("no-symbol", ERROR, ("organizations", 2))]


def test_a_plan_older_than_every_format_must_name_one(tmp_path: Path) -> None:
    text = (CASES / "thang-binh-2015" / "round.yaml").read_text(encoding="utf-8")
    line = next(line for line in text.splitlines() if "profile:" in line)
    folder = edited(tmp_path, "thang-binh-2015", (line, ""))
    assert said_of(folder) == [("no-profile", ERROR, ("plan", "issued_on"))]


@pytest.mark.parametrize(
    ("case", "direct"),
    [
        ("thang-binh-2015", True),  # standing committee, secretary and deputies at once
        ("cac-tinh-2025-diem-cap-xa", True),
        ("vinh-phu-2020", False),
    ],
)
def test_a_direct_election_of_a_secretary_is_said_of_both_kinds(
    case: str, *, direct: bool
) -> None:
    assert plan(checked(CASES / case).round).direct_election is direct


@pytest.mark.parametrize(
    ("case", "number"),
    [
        ("dong-thap-2020", "Số 174-KH/TU"),
        ("kiem-tra-2020-hau-giang", "Số 169-KH/TU"),
        (
            "thanh-pho-tay-ninh-2020",
            "Số 119-KH/TU",
        ),  # the city's, with the sign of the province
    ],
)
def test_a_number_printed_without_its_sign_gets_the_one_of_the_rule(
    case: str, number: str
) -> None:
    assert plan(checked(CASES / case).round).head.number.replace("\xa0", " ") == number


def test_a_cell_has_a_term_of_its_own_length() -> None:
    found = checked(CASES / "my-long-2024").round
    assert (str(found.term), str(found.term.previous)) == ("2025-2027", "2023-2025")
