"""The tables annexed to a unit's report: its people one by one, and their make-up."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from generator.elections.bodies import BOARD, COMMITTEE, INSPECTION
from generator.model.regulation import AGE_BANDS
from generator.model.result import AcademicTitle, Degree, PoliticalEducation, Sex
from generator.slots import anchor_of, marks_of, row_words
from generator.statistics import MakeUp, band_labels, bands
from generator.statistics.summary import make_up
from generator.vietnamese import short_date, upper_first
from generator.views import result_words
from generator.views.outline import NOTE, Control, saying

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.elections import Counted
    from generator.model.result import Person
    from generator.statistics import UnitSummary

ROSTER, MAKE_UP = "trich-ngang", "co-cau-nhan-su"
ROSTER_TITLE, MAKE_UP_TITLE = "Danh sách trích ngang", "Cơ cấu nhân sự"
OWN_DESIGN = "Biểu tự thiết kế theo các cột thường dùng; chưa có mẫu chính thức."
MADE_UP_OF = (COMMITTEE, BOARD, INSPECTION)
COMMITTEES, EVERYBODY = "Cấp ủy", "Nhân sự"
BLANK_ROWS = 3


@dataclass(frozen=True, slots=True)
class RosterRow:
    """Somebody in a body; the day of birth stands in the column of the sex."""

    number: str
    name: str
    born_man: str = ""
    born_woman: str = ""
    ethnicity: str = ""
    hometown: str = ""
    position: str = ""
    joined_on: str = ""
    degree: str = ""
    politics: str = ""
    standing: str = ""
    posts: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class MakeUpRow:
    """One line of the make-up: of the committee, the standing and the inspection one."""

    label: str
    committee: str = ""
    committee_share: str = ""
    board: str = ""
    board_share: str = ""
    inspection: str = ""
    inspection_share: str = ""
    mark: str = ""


@dataclass(frozen=True, slots=True)
class MakeUpTable:
    """The table of their make-up; shares are of the number in the row above all others."""

    tag: str
    title: str
    anchor: str
    note: Control
    heading: str
    rows: tuple[MakeUpRow, ...]


@dataclass(frozen=True, slots=True)
class Roster:
    """The table of people, and that of their make-up."""

    tag: str
    title: str
    anchor: str
    note: str
    rows: tuple[RosterRow, ...]
    make_up: MakeUpTable


def cells_of(row: RosterRow | MakeUpRow) -> tuple[str, ...]:
    """A row as its cells."""
    *cells, _ = (getattr(row, one.name) for one in fields(row))
    return tuple(cells)


def roster(counted: Counted | None, figures: UnitSummary | None) -> Roster | None:
    """The people in any body, in the order of the workbook; None where it names nobody."""
    if counted is None or figures is None:
        return _blank_roster()
    posts = _posts(counted)
    people = [one for one in counted.result.people if one.name in posts]
    rows = [_person(place, one, posts) for place, one in enumerate(people, start=1)]
    return _roster(rows, _make_up(counted, figures, tuple(posts))) if rows else None


@cache
def _blank_roster() -> Roster:
    """The same in the skeletons of all units."""
    rows = [RosterRow(str(number), "") for number in range(1, BLANK_ROWS + 1)]
    return _roster(rows, _blank_make_up())


def _roster(rows: Sequence[RosterRow], made_up: MakeUpTable) -> Roster:
    marks = marks_of(ROSTER, (row_words(cells_of(row)) for row in rows))
    kept = tuple(replace(row, mark=mark) for row, mark in zip(rows, marks, strict=True))
    return Roster(ROSTER, ROSTER_TITLE, anchor_of(ROSTER), OWN_DESIGN, kept, made_up)


def _posts(counted: Counted) -> dict[str, list[str]]:
    """The bodies and posts of each member, in the order of the bodies."""
    found: dict[str, list[str]] = {}
    for tally in counted.tallies:
        title = upper_first(result_words.name_of(counted.body(tally.body)))
        for name in tally.members:
            found.setdefault(name, []).append(title)
        for name in tally.alternates:
            found.setdefault(name, []).append(f"{title} (dự khuyết)")
    return found


def _person(number: int, one: Person, posts: dict[str, list[str]]) -> RosterRow:
    born = str(one.born)
    degree = ", ".join(str(part) for part in (one.degree, one.academic_title) if part)
    return RosterRow(
        number=str(number),
        name=one.name,
        born_man=born if one.sex is Sex.NAM else "",
        born_woman=born if one.sex is Sex.NU else "",
        ethnicity=one.ethnicity,
        hometown=one.hometown or "",
        position=one.position or "",
        joined_on=str(one.joined_on or ""),
        degree=upper_first(degree),
        politics=upper_first(str(one.political_education or "")),
        standing=upper_first(str(one.standing or "")),
        posts="; ".join(posts[one.name]),
    )


def _blank_make_up() -> MakeUpTable:
    rows = [MakeUpRow(label) for label, _ in _lines(MakeUp(), AGE_BANDS)]
    return _make_up_table(rows, OWN_DESIGN, COMMITTEES)


def _make_up(counted: Counted, figures: UnitSummary, named: tuple[str, ...]) -> MakeUpTable:
    """Who the members are, counted."""
    parts = [_members(figures, body) for body in MADE_UP_OF]
    heading = COMMITTEES
    if not any(part.total for part in parts):  # a small cell: its secretary and deputy
        heading = EVERYBODY
        parts[0] = _everybody(counted, figures, named)
    columns = [_lines(part, counted.regulation.age_bands) for part in parts]
    filled = [_column(counted, *pair) for pair in zip(parts, columns, strict=True)]
    rows = [
        MakeUpRow(label, *(cell for column in filled for cell in column[place]))
        for place, (label, _) in enumerate(columns[0])
    ]
    aged = f"Tuổi tính đến ngày {short_date(figures.aged_on)}."
    return _make_up_table(rows, f"{OWN_DESIGN} {aged}{_beside(figures)}", heading)


def _everybody(counted: Counted, figures: UnitSummary, named: tuple[str, ...]) -> MakeUp:
    people = {one.name: one for one in counted.result.people}
    return make_up(named, people, figures.aged_on, figures.young_under)


def _make_up_table(rows: Sequence[MakeUpRow], note: str, heading: str) -> MakeUpTable:
    marks = marks_of(MAKE_UP, (row_words(cells_of(row)) for row in rows))
    kept = tuple(replace(row, mark=mark) for row, mark in zip(rows, marks, strict=True))
    said = saying(MAKE_UP + NOTE, f"{MAKE_UP_TITLE}: ghi chú", (note,))
    return MakeUpTable(MAKE_UP, MAKE_UP_TITLE, anchor_of(MAKE_UP), said, heading, kept)


def _members(figures: UnitSummary, body: str) -> MakeUp:
    """Those elected to a body; where nobody was, those who were appointed: never both."""
    found = figures.body(body)
    if found is None:
        return MakeUp()
    return found.chosen if found.chosen.total else found.placed


def _beside(figures: UnitSummary) -> str:
    """That people who were appointed beside elected ones are not counted in the shares."""
    mixed = [
        f"{result_words.numeral(one.placed.total)} đồng chí được chỉ định vào "
        f"{result_words.in_capitals(one.title)}"
        for one in figures.bodies
        if one.body in MADE_UP_OF and one.chosen.total and one.placed.total
    ]
    return f" Chưa tính {', '.join(mixed)}." if mixed else ""


def _column(
    counted: Counted, part: MakeUp, lines: Iterable[tuple[str, int]]
) -> list[tuple[str, str]]:
    """The numbers of one body with their shares; nothing where nobody is in it."""
    if not part.total:
        return [("", "") for _ in lines]
    return [
        (str(number), result_words.figure(Fraction(number, part.total), counted.regulation))
        for _, number in lines
    ]


def _lines(part: MakeUp, marks: Sequence[int]) -> list[tuple[str, int]]:
    """The lines in the order of the yearly forms (layout of Biểu 9A-9C)."""
    ages = bands(part.ages, marks)
    return [
        ("Tổng số", part.total),
        ("Nữ", part.women),
        ("Dân tộc thiểu số", part.minorities),
        *((f"Tuổi {label}", n) for label, n in zip(band_labels(marks), ages, strict=True)),
        *_by("Chuyên môn", Degree, part.degrees),
        *_by("", AcademicTitle, part.titles),
        *_by("Lý luận chính trị", PoliticalEducation, part.politics),
        ("Tái cử", part.re_elected),
        ("Tham gia lần đầu", part.first_time),
    ]


def _by(
    what: str,
    kinds: type[Degree | AcademicTitle | PoliticalEducation],
    counts: tuple[int, ...],
) -> list[tuple[str, int]]:
    numbers = counts or (0,) * len(kinds)
    pairs = zip(kinds, numbers, strict=True)
    return [(upper_first(f"{what} {kind}".strip()), number) for kind, number in pairs]
