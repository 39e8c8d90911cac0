"""The columns about people: ages, education, who came into a body without a vote."""

from __future__ import annotations

from fractions import Fraction
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from generator.statistics import band_labels, bands
from generator.vietnamese import upper_first
from generator.views.roll_up.measures import WIDTH, mean, share, total
from generator.views.roll_up.units import LISTS, PLACED

if TYPE_CHECKING:
    from generator.statistics import BodyTotals, RollUp
    from generator.views.roll_up.measures import Measure


def same(key: str, title: str, width: float = WIDTH) -> Measure:
    """A column of the data that the totals have under the same name."""
    return total(key, title, attrgetter(key), width)


def people(who: str, name: str, title: str) -> Measure:
    return total(f"{who}.{name}", title, attrgetter(f"{who}.{name}"))


def ages(rollup: RollUp, who: str) -> tuple[Measure, ...]:
    marks = rollup.age_bands
    found = [_first(who), total(f"{who}.aged", "Số người có tuổi", partial(_aged, who))]
    for number, words in enumerate(band_labels(marks)):
        of = partial(_band, who, marks, number)
        title = upper_first(words)
        found.append(total(f"{who}.band{number}", title, of))
        found.append(share(f"{title} so với số có tuổi (%)", len(found), 2))
    found.append(mean(f"{who}.years", "Tuổi bình quân", partial(_mean_age, who), 2))
    return tuple(found)


def _first(who: str) -> Measure:
    if who == PLACED:
        return people(PLACED, "total", "Chỉ định, đương nhiên")
    return same("elected", "Trúng cử")


def _aged(who: str, totals: BodyTotals) -> int:
    return len(getattr(totals, who).ages)


def _band(who: str, marks: tuple[int, ...], number: int, totals: BodyTotals) -> int:
    return bands(getattr(totals, who).ages, marks)[number]


def _mean_age(who: str, totals: BodyTotals) -> Fraction | None:
    ages = getattr(totals, who).ages
    return Fraction(sum(ages), len(ages)) if ages else None


def education(who: str) -> tuple[Measure, ...]:
    found = [_first(who)]
    for name, kind in LISTS:
        for number, member in enumerate(kind):
            title = upper_first(member)
            if name == "politics":
                title = f"Lý luận chính trị: {member}"
            of = partial(_place, who, name, number)
            found.append(total(f"{who}.{name}{number}", title, of))
            if member in _WITH_SHARE[name]:
                found.append(share(f"{title} so với số trúng cử (%)", len(found), 1))
    return tuple(found)


_WITH_SHARE = {
    "degrees": ("đại học", "thạc sĩ", "tiến sĩ"),
    "titles": (),
    "politics": ("trung cấp", "cao cấp", "cử nhân"),
}


def _place(who: str, name: str, number: int, totals: BodyTotals) -> int:
    counts: tuple[int, ...] = getattr(getattr(totals, who), name)
    return counts[number] if number < len(counts) else 0


def placed(rollup: RollUp) -> tuple[Measure, ...]:
    first, aged, *of_age = ages(rollup, PLACED)
    return (
        first,
        aged,
        *of_age,
        *_shared_people(len(of_age) + 2),
    )


def _shared_people(before: int) -> tuple[Measure, ...]:
    found: list[Measure] = []
    titles = (
        ("women", "Nữ"),
        ("minorities", "Dân tộc thiểu số"),
        ("young", "Trẻ tuổi"),
        ("re_elected", "Tái cử"),
    )
    for name, title in titles:
        found.append(people(PLACED, name, title))
        found.append(share(f"{title} so với số chỉ định (%)", before + len(found), 1))
    return tuple(found)
