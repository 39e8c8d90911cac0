"""The data sheet with one row for each body of each congress, and what its columns are."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING, Any

from generator.model.result import AcademicTitle, Degree, PoliticalEducation
from generator.statistics import ScopeKind, band_labels, bands
from generator.statistics.totals import reached
from generator.tables import Look
from generator.vietnamese import upper_first
from generator.views.roll_up.source import UNITS, Field, Source, source_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.statistics import BodyFigures, MakeUp, RollUp, UnitSummary

PERCENT = 100
CHOSEN, PLACED = "chosen", "placed"
MEASURES = (
    ("planned", "Số lượng theo đề án"),
    ("number", "Số lượng bầu"),
    ("listed", "Danh sách bầu"),
    ("surplus", "Số dư"),
    ("elected", "Trúng cử"),
    ("alternates", "Dự khuyết cùng danh sách"),
    ("appointed", "Chỉ định"),
    ("ex_officio", "Đương nhiên"),
    ("vacant", "Khuyết so với đề án"),
    ("unfilled", "Bầu chưa đủ"),
    ("rounds", "Số lần bầu"),
    ("re_standing", "Tái ứng cử"),
)
VOTED, AGAIN = "voted", "more_rounds"
PEOPLE = (
    ("men", "Nam"),
    ("women", "Nữ"),
    ("minorities", "Dân tộc thiểu số"),
    ("young", "Trẻ tuổi"),
    ("re_elected", "Tái cử"),
    ("first_time", "Lần đầu"),
    ("not_local", "Không là người địa phương"),
)
LISTS = (("degrees", Degree), ("titles", AcademicTitle), ("politics", PoliticalEducation))


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A body of a congress, with the numbers by which totals find it."""

    number: int
    unit: UnitSummary
    body: BodyFigures
    tier: int
    superior: int


def unit_source(rollup: RollUp) -> Source:
    """The rows body by body, within a body superior by superior."""
    tiers = codes(rollup, ScopeKind.CAP)
    superiors = codes(rollup, ScopeKind.CAP_TREN)
    held = sorted(
        ((body, unit) for unit in rollup.units for body in unit.bodies),
        key=lambda pair: (pair[0].order, superiors.get(pair[1].superior, 0)),
    )
    rows = tuple(
        UnitRow(number, unit, body, tiers[unit.tier], superiors.get(unit.superior, 0))
        for number, (body, unit) in enumerate(held, start=1)
    )
    keys = [(row.body.body, row.unit.superior) for row in rows]
    return source_of(UNITS, tuple(_fields(rollup)), rows, keys)


def codes(rollup: RollUp, kind: ScopeKind) -> dict[str, int]:
    """The numbers by which formulas know the tiers, groups or superiors."""
    return {scope.key: number for number, scope in enumerate(rollup.of(kind), start=1)}


def _fields(rollup: RollUp) -> Iterator[Field]:
    text = partial(Field, look=Look.TEXT)
    yield Field("row", "TT", attrgetter("number"), 5, look=Look.CENTER)
    yield text("unit", "Đơn vị", attrgetter("unit.unit"), 30)
    yield text("body", "Cơ quan, chức danh", attrgetter("body.title"), 20)
    yield text("tier_label", "Cấp", attrgetter("unit.tier_label"), 14)
    yield Field("tier", "Mã cấp", attrgetter("tier"), 6)
    yield text("above", "Cấp trên trực tiếp", attrgetter("unit.superior_name"), 24)
    yield Field("superior", "Mã cấp trên", attrgetter("superior"), 6)
    yield from group_fields(rollup, "unit")
    yield text("mode", "Hình thức", attrgetter("body.mode"), 9)
    for key, title in MEASURES:
        yield Field(key, title, attrgetter(f"body.{key}"))
    yield Field(VOTED, "Có bầu", lambda row: int(row.body.rounds > 0))
    yield Field(AGAIN, "Bầu từ 2 lần", lambda row: int(row.body.rounds > 1))
    yield from _votes()
    yield Field("direct", "Bầu trực tiếp", lambda row: int(row.body.direct))
    yield from _lost()
    yield from _people(CHOSEN, "được bầu", rollup.age_bands)
    yield from _targets()
    yield from _people(PLACED, "chỉ định, đương nhiên", rollup.age_bands)


def group_fields(rollup: RollUp, part: str) -> Iterator[Field]:
    """A column for each group: 1 where the purposes of this part of a row name it, else 0."""
    purposes = attrgetter(f"{part}.purposes")
    for number, scope in enumerate(rollup.of(ScopeKind.NHOM), start=1):
        belongs = partial(_in_group, purposes, scope.key)
        yield Field(f"group:{scope.key}", f"Nhóm {number}", belongs, 6)


def _in_group(purposes: Callable[[Any], Sequence[str]], purpose: str, row: Any) -> int:
    return int(purpose in purposes(row))


def _votes() -> Iterator[Field]:
    yield Field("winners", "Số người trúng cử có số phiếu", attrgetter("body.votes.winners"))
    yield Field("base", "Cơ sở tính quá nửa (người)", attrgetter("body.votes.base"))
    yield Field("low_votes", "Phiếu thấp nhất", attrgetter("body.votes.lowest"))
    yield Field("high_votes", "Phiếu cao nhất", attrgetter("body.votes.highest"))
    yield Field("sum_votes", "Tổng số phiếu", attrgetter("body.votes.sum"))
    ends = (
        ("low", "Thấp nhất (%) so với cơ sở tính", "low_votes", "lowest"),
        ("high", "Cao nhất (%) so với cơ sở tính", "high_votes", "highest"),
        ("sum_shares", "Tổng các tỷ lệ (%) so với cơ sở tính", "sum_votes", "sum"),
    )
    for key, title, votes, name in ends:
        of = partial(_vote_share, name)
        yield Field(key, title, of, 10, partial(_share_formula, votes, "base"), 2)
    of_surplus = partial(_share_formula, "surplus", "number")
    yield Field(
        "surplus_share", "Số dư (%) so với số lượng bầu", _surplus_share, 10, of_surplus, 2
    )


def _vote_share(name: str, row: UnitRow) -> float | None:
    votes = row.body.votes
    found: int = getattr(votes, name)
    return found * PERCENT / votes.base if votes.winners else None


def _surplus_share(row: UnitRow) -> float | None:
    body = row.body
    return body.surplus * PERCENT / body.number if body.number else None


def _share_formula(part: str, base: str, source: Source, _: UnitRow, number: int) -> str:
    return f"={source.letters(part)}{number}*{PERCENT}/{source.letters(base)}{number}"


def _lost() -> Iterator[Field]:
    yield Field("not_elected", "Không trúng cử", lambda row: len(row.body.not_elected))
    yield Field(
        "nominated_not_elected",
        "Trong đó cấp ủy giới thiệu",
        lambda row: sum(one.is_nominated for one in row.body.not_elected),
    )
    yield Field(
        "re_standing_not_elected",
        "Trong đó tái ứng cử",
        lambda row: sum(one.re_standing for one in row.body.not_elected),
    )


def _people(who: str, words: str, marks: tuple[int, ...]) -> Iterator[Field]:
    make_up = attrgetter(f"body.{who}")
    if who == PLACED:
        yield Field(f"{who}.total", f"Số người {words}", attrgetter(f"body.{who}.total"))
    for key, title in PEOPLE:
        yield Field(f"{who}.{key}", f"{title} ({words})", attrgetter(f"body.{who}.{key}"))
    for number, label in enumerate(band_labels(marks)):
        of = partial(_band, who, marks, number)
        yield Field(f"{who}.band{number}", f"Tuổi {label} ({words})", of)
    yield Field(
        f"{who}.aged", f"Số người có tuổi ({words})", lambda row: len(make_up(row).ages)
    )
    yield Field(f"{who}.years", f"Tổng số tuổi ({words})", lambda row: sum(make_up(row).ages))
    for name, kind in LISTS:
        for number, member in enumerate(kind):
            title = f"{upper_first(member)} ({words})"
            yield Field(f"{who}.{name}{number}", title, partial(_place, who, name, number))


def _band(who: str, marks: tuple[int, ...], number: int, row: UnitRow) -> int:
    found: MakeUp = getattr(row.body, who)
    return bands(found.ages, marks)[number]


def _place(who: str, name: str, number: int, row: UnitRow) -> int:
    counts: tuple[int, ...] = getattr(getattr(row.body, who), name)
    return counts[number] if number < len(counts) else 0


def _targets() -> Iterator[Field]:
    """Whether the unit reaches the shares of women and young that it is asked for."""
    for key, title, name in (
        ("women_reached", "Đạt tỷ lệ nữ", "women"),
        ("young_reached", "Đạt tỷ lệ trẻ tuổi", "young"),
    ):
        yield Field(key, title, partial(_reached, name), 9, partial(_reached_formula, name))


def _reached(name: str, row: UnitRow) -> int:
    part = getattr(row.body.chosen, name)
    target = getattr(row.unit, f"{name}_target")
    return int(reached(part, row.body.elected, target))


def _reached_formula(name: str, source: Source, row: UnitRow, number: int) -> str | None:
    if not row.body.elected:
        return None
    target = getattr(row.unit, f"{name}_target")
    part = f"{source.letters(f'{CHOSEN}.{name}')}{number}"
    elected = f"{source.letters('elected')}{number}"
    return f"=IF(AND({elected}>0,{part}*{PERCENT}>={target}*{elected}),1,0)"
