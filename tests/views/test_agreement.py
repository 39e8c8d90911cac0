"""One result in four papers: report, minutes, roll-up and steering report say the same figures.

What is expected comes from the typed data, by a plain second way of counting.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import pytest

from conftest import SAMPLE
from elected import of_body, printed, result_of, round_of, whole
from generator import views
from generator.statistics import roll_up, summary
from generator.views.result_words import in_capitals, name_of, numeral
from outline import outline
from plausible import with_appointed, with_second_ballot, with_tie
from summaries import AS_OF

if TYPE_CHECKING:
    from collections.abc import Callable

    from elected import Data
    from generator.elections import Counted
    from generator.tables import Sheet

COMMITTEE, INSPECTION = "ban-chap-hanh", "uy-ban-kiem-tra"
UNIT = "benh-vien"
ROW = re.compile(r"^\s*\| \d+ \| ([^|\d]+) \| (\d+) \| (\d+,\d\d)(?= \||$)", re.MULTILINE)


def usual(data: Data) -> Data:
    """Everybody elected in the first vote."""
    return data


def second_ballot(data: Data) -> Data:
    """A seat of the committee is filled by a second vote."""
    return with_second_ballot(data, COMMITTEE)


def tie(data: Data) -> Data:
    """Two tied for a seat of the inspection committee and were voted on again."""
    return with_tie(data, INSPECTION)


def appointed(data: Data) -> Data:
    """Somebody is appointed beside those elected; a member does not come to the meeting."""
    return with_appointed(data, COMMITTEE)


@dataclass(frozen=True)
class Papers:
    """The four papers of one result, as their readers see them."""

    data: Data
    counted: Counted
    report: str
    minutes: str
    steering: str
    roll_up: dict[str, Sheet]


@cache
def papers(change: Callable[[Data], Data]) -> Papers:
    """Everything made from one result."""
    data = change(whole(SAMPLE, UNIT))
    found, counted = round_of(SAMPLE), result_of(SAMPLE, UNIT, data)
    totals = roll_up(found, [summary(counted, found)], missing=(), as_of=AS_OF)
    made = [views.minutes(found, counted, body.id) for body in counted.bodies]
    return Papers(
        data,
        counted,
        read(views.report(found, counted.congress, counted=counted), "bao-cao-ket-qua"),
        "\n".join(read(one, "bien-ban-kiem-phieu") for one in made if one),
        read(views.steering_report(found, totals, {}), "bao-cao-ket-qua-chi-dao"),
        {sheet.name: sheet for sheet in views.roll_up_workbook(found, totals).sheets},
    )


def read(view: object, code: str) -> str:
    return outline(printed(SAMPLE, view, code)).replace("°", " ").replace("¬", "-")


def plain_share(votes: int, base: int) -> str:
    """Percent with two decimals, half up, on whole numbers."""
    hundredths = (2 * votes * 10_000 + base) // (2 * base)
    return f"{hundredths // 100},{hundredths % 100:02d}"


def base_of(given: Papers, body: str) -> int:
    """Who was convened, less those excused, as typed."""
    voter = given.counted.body(body).elected_by
    meeting = next(one for one in given.data["assemblies"] if one["voter"] == str(voter))
    left: int = meeting["convened"] - meeting.get("excused", 0)
    return left


def votes_of(given: Papers, body: str) -> list[tuple[str, int]]:
    """Each name with its votes, vote after vote, as typed."""
    names = of_body(given.data, body)["candidates"]
    return [
        (one["name"], votes) for one in names for votes in one["votes"] if votes is not None
    ]


def winning(given: Papers, body: str) -> list[int]:
    """The votes that elected somebody: the highest, as many as there were seats."""
    names = of_body(given.data, body)["candidates"]
    last = sorted(
        (one["votes"][-1] for one in names if one["name"] in elected_in(given, body)),
        reverse=True,
    )
    assert len(last) == of_body(given.data, body)["ballots"][0]["number"]
    return last


def elected_in(given: Papers, body: str) -> tuple[str, ...]:
    tally = given.counted.tally(body)
    assert tally is not None
    return tally.elected


def bodies(given: Papers) -> list[str]:
    return [one["body"] for one in given.data["elections"]]


def total(sheet: Sheet, title: str, heading: str) -> object:
    """The figure in the row "Cộng" of a body."""
    assert sheet.repeat is not None
    headings = [cell.value if cell else None for cell in sheet.rows[sheet.repeat[0]]]
    first = [row[0].value if row and row[0] else None for row in sheet.rows]
    row = sheet.rows[first.index(title) + 1]
    cell = row[headings.index(heading)]
    assert cell is not None
    return cell.value


EVERY = pytest.mark.parametrize("change", [usual, second_ballot, tie, appointed])


@EVERY
def test_report_and_minutes_have_each_name_with_the_same_votes_and_share(
    change: Callable[[Data], Data],
) -> None:
    given = papers(change)
    expected = {
        (name, str(votes), plain_share(votes, base_of(given, body)))
        for body in bodies(given)
        for name, votes in votes_of(given, body)
    }
    assert set(ROW.findall(given.report)) == expected
    assert set(ROW.findall(given.minutes)) == expected


@EVERY
def test_number_and_list_are_those_of_the_first_vote_in_all_papers(
    change: Callable[[Data], Data],
) -> None:
    given = papers(change)
    for body in bodies(given):
        election, named = of_body(given.data, body), given.counted.body(body)
        seats, listed = election["ballots"][0]["number"], len(election["candidates"])
        said = (
            rf"bầu {name_of(named)}(?: nhiệm kỳ \S+)? với số lượng {numeral(seats)} đồng chí; "
            rf"danh sách bầu cử {numeral(listed)} đồng chí"
        )
        assert re.search(said, given.report), body
        sheet = given.roll_up["Số lượng"]
        assert total(sheet, named.title[:1].upper() + named.title[1:], "Số lượng bầu") == seats
        row = f"| {in_capitals(named.title[:1].upper() + named.title[1:])} | 1 | {seats} |"
        assert f"{row} {listed} | {len(winning(given, body))} |" in given.steering
    assert f"số lượng bầu: {numeral(15)} đồng chí" in given.minutes


@EVERY
def test_lowest_and_highest_share_agree_between_roll_up_and_steering_report(
    change: Callable[[Data], Data],
) -> None:
    given = papers(change)
    for body in bodies(given):
        title = given.counted.body(body).title
        title = title[:1].upper() + title[1:]
        votes, base = winning(given, body), base_of(given, body)
        low, high = plain_share(votes[-1], base), plain_share(votes[0], base)
        row = next(
            line
            for line in given.steering.splitlines()
            if f"| {in_capitals(title)} | 1" in line
        )
        cells = row.split(" | ")
        assert (cells[-3], cells[-1]) == (low, high)
        sheet = given.roll_up["Số phiếu"]
        for heading, share in (("Thấp nhất (%)", low), ("Cao nhất (%)", high)):
            figure = total(sheet, title, heading)
            assert isinstance(figure, float | int)
            assert f"{figure:.2f}".replace(".", ",") == share
        assert total(sheet, title, "Số người trúng cử") == len(votes)


def test_several_votes_are_summed_up_in_report_and_minutes() -> None:
    given = papers(second_ballot)
    said = "Tổng số trúng cử: 15 đồng chí (số lượng bầu 15 đồng chí)."
    assert said in given.report
    assert f"- {said}" in given.minutes


def test_appointed_people_are_apart_in_all_papers() -> None:
    given = papers(appointed)
    assert "Ngoài số được bầu: chỉ định 01 đồng chí (Trịnh Văn Chỉ Định)" in given.report
    assert "Trịnh Văn Chỉ Định" not in given.minutes
    assert "- Ban Chấp hành: chỉ định 01 đồng chí, không tính vào" in given.steering
    sheet = given.roll_up["Số lượng"]
    assert total(sheet, "Ban chấp hành", "Trúng cử") == 15
    assert total(sheet, "Ban chấp hành", "Chỉ định") == 1


def test_who_is_taken_off_the_base_is_said_where_the_share_stands() -> None:
    """16 members, one excused: shares are of 15, and no table says "of those convened"."""
    given = papers(appointed)
    base = "Tỷ lệ (%) so với 15 ủy viên Ban Chấp hành làm cơ sở tính kết quả"
    assert base in given.report
    assert base in given.minutes
    assert "so với số ủy viên Ban Chấp hành được triệu tập" not in given.report + given.minutes
