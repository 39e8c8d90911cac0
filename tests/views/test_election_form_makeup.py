"""The sheets "Cơ cấu" and "Kết quả", recalculated, say what the statistics of Python say."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

import pytest

from conftest import SAMPLE
from generator import excel
from generator.elections import bodies_of, counted, regulation_of
from generator.model.regulation import Rounding
from generator.model.result import (
    AcademicTitle,
    CongressResult,
    Degree,
    PoliticalEducation,
)
from generator.sources import load_round
from generator.sources.regulation_file import shipped_regulations
from generator.statistics.ages import band_labels, bands
from generator.statistics.summary import summary
from generator.tables import column_letters
from generator.vietnamese import upper_first
from generator.views import election_form
from plausible import plausible, with_appointed
from recalculated import Cells, recalculated
from typist import entries_of, typed

if TYPE_CHECKING:
    from generator.statistics.figures import MakeUp, UnitSummary

MAKEUP, RESULTS = "Cơ cấu", "Kết quả"
DAY = date(2026, 11, 20)
MARKS = {"như quy chế": None, "bốn độ tuổi": (30, 40, 50), "một mốc": (45,)}


def cut(part: int, whole: int) -> float:
    """A share in percent with two decimals, the rest cut off."""
    return part * 10_000 // whole / 100


def half_up(part: int, whole: int) -> float:
    """A share in percent with two decimals, a half rounded up."""
    return (2 * part * 10_000 + whole) // (2 * whole) / 100


@cache
def filled() -> dict[str, tuple[UnitSummary, Cells, tuple[int, ...]]]:
    """For each set of age bands the statistics of a result and its recalculated workbook."""
    found = load_round(SAMPLE).round
    assert found is not None
    congress = next(one for one in found.congresses if one.organization == "benh-vien")
    books, expected = {}, {}
    for name, marks in MARKS.items():
        regulation = regulation_of(shipped_regulations(), found, congress)
        if marks:
            changed = {"age_bands": marks, "share_rounding": Rounding.CUT}
            regulation = regulation.model_copy(update=changed)
        bodies = bodies_of(regulation, found, congress)
        data = with_appointed(plausible(congress, bodies, DAY, DAY), "ban-chap-hanh")
        for number, person in enumerate(data["people"]):
            person["is_local"] = number % 4 != 0
        counts = data["delegates"]["age_bands"]
        data["delegates"]["age_bands"] = [sum(counts), *[0] * len(regulation.age_bands)]
        form = election_form(found, congress, regulation)
        books[name] = typed(excel.render(form.workbook), entries_of(form, data))
        result = CongressResult.model_validate({"congress": "benh-vien", **data})
        told = counted(result, congress, regulation, bodies)
        expected[name] = summary(told, found), regulation.age_bands
    cells = recalculated(books)
    return {name: (told, cells[name], marks) for name, (told, marks) in expected.items()}


def rows(one: MakeUp, marks: tuple[int, ...]) -> dict[str, int]:
    """What each row of the sheet must say of a make-up."""
    ages = zip(band_labels(marks), bands(one.ages, marks), strict=True)
    lists = (
        *zip(Degree, one.degrees, strict=True),
        *zip(AcademicTitle, one.titles, strict=True),
        *zip(PoliticalEducation, one.politics, strict=True),
        *ages,
    )
    return {
        "TỔNG SỐ": one.total,
        "- Nữ": one.women,
        "- Nam": one.men,
        "- Dân tộc thiểu số": one.minorities,
        "- Tái cử": one.re_elected,
        "- Tham gia lần đầu": one.first_time,
        "- Không phải người địa phương": one.not_local,
        **{f"- {upper_first(str(label))}": number for label, number in lists},
    }


@pytest.mark.parametrize("name", MARKS)
def test_the_make_up_is_that_of_the_statistics(name: str) -> None:
    told, cells, marks = filled()[name]
    share = half_up if MARKS[name] is None else cut
    titles = {
        text: at[1:] for (sheet, at), text in cells.items() if (sheet, at[0]) == (MAKEUP, "A")
    }
    kept = [one for one in told.bodies if not one.is_post]
    assert [one.title for one in kept] == ["Ban chấp hành", "Ban thường vụ", "Ủy ban kiểm tra"]
    compared = 0
    for number, body in enumerate(kept):
        letters = [column_letters(1 + 3 * number + n) for n in range(3)]
        placed = rows(body.placed, marks)
        for title, count in rows(body.chosen, marks).items():
            values = [cells.get((MAKEUP, f"{letter}{titles[title]}"), "") for letter in letters]
            wanted = (count, share(count, body.elected), placed[title])
            assert values == pytest.approx(list(wanted)), (body.title, title)
            compared += 1
    assert compared >= 60
    assert sum(rows(kept[0].placed, marks).values()) > 0


def test_the_results_list_everybody_without_zeros_or_gaps() -> None:
    told, cells, _ = filled()["như quy chế"]
    names = [cells.get((RESULTS, f"B{row}"), "") for row in range(5, 60)]
    shown = [one for one in names if one]
    assert names[: len(shown)] == shown
    members = sum(one.elected + one.appointed for one in told.bodies)
    assert len(shown) == members + len(told.bodies)
    heads = [row for row, name in enumerate(names, 5) if str(name).isupper()]
    assert len(heads) == len(told.bodies)
    blank = [cells.get((RESULTS, f"{column}{row}"), "") for row in heads for column in "ACDEF"]
    assert set(blank) == {""}
