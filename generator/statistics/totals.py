"""Sums over several congresses; every share with the number that it is a share of."""

from __future__ import annotations

from dataclasses import dataclass, fields
from fractions import Fraction
from itertools import chain, zip_longest
from typing import TYPE_CHECKING

from generator.statistics.figures import DelegateFigures, MakeUp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.statistics.figures import BodyFigures, UnitSummary

    Held = tuple[UnitSummary, BodyFigures]
    Part = tuple[int, int, str]

PERCENT = 100
_COUNTED = (
    *("total", "men", "women", "minorities", "young"),
    *("re_elected", "first_time", "not_local"),
)


@dataclass(frozen=True, slots=True)
class Share:
    """A part of a base, and what the base is, in words."""

    part: int
    base: int
    of: str

    @property
    def value(self) -> Fraction | None:
        """The share, None without a base."""
        return Fraction(self.part, self.base) if self.base else None


@dataclass(frozen=True, slots=True)
class Extreme:
    """The lowest or the highest share, whose unit it is, who it is."""

    share: Share
    unit: str
    name: str = ""


@dataclass(frozen=True, slots=True)
class BodyTotals:
    """A body over several congresses. `units` are those that voted on it.

    `mean_share` is the mean of the shares by which each of the elected won; `sum_shares` their
    sum. Surplus and targets count only units that voted on the body.
    """

    body: str
    title: str
    order: int
    is_post: bool
    is_delegation: bool
    units: int
    planned: int
    number: int
    listed: int
    elected: int
    alternates: int
    appointed: int
    ex_officio: int
    vacant: int
    unfilled: int
    re_standing: int
    direct: int
    more_rounds: int
    not_elected: int
    nominated_not_elected: int
    re_standing_not_elected: int
    women_reached: int
    young_reached: int
    winners: int
    sum_shares: Fraction
    chosen: MakeUp
    placed: MakeUp
    lowest: Extreme | None
    highest: Extreme | None
    least_surplus: Extreme | None
    most_surplus: Extreme | None
    least_women: Extreme | None
    most_women: Extreme | None

    @property
    def surplus(self) -> Share:
        """The names over the seats, of the seats."""
        return Share(self.listed - self.number, self.number, "số lượng bầu")

    @property
    def mean_share(self) -> Fraction | None:
        """The mean of the shares of votes, None where nobody was elected."""
        return self.sum_shares / self.winners if self.winners else None

    def of_elected(self, part: int) -> Share:
        """A part of those who were elected."""
        return Share(part, self.elected, "số người được bầu")


@dataclass(frozen=True, slots=True)
class DelegateTotals:
    """Those who attended, over the congresses that counted them."""

    units: int
    figures: DelegateFigures


def make_ups(values: Sequence[MakeUp]) -> MakeUp:
    """The make-up of several bodies together; who is oldest is left to the units."""
    return MakeUp(
        **{name: sum(getattr(one, name) for one in values) for name in _COUNTED},
        ages=tuple(chain.from_iterable(one.ages for one in values)),
        degrees=_added(one.degrees for one in values),
        titles=_added(one.titles for one in values),
        politics=_added(one.politics for one in values),
    )


def _added(rows: Iterable[Sequence[int | None]]) -> tuple[int, ...]:
    """The sums of each place; what somebody left out counts as nothing."""
    filled = [row for row in rows if row]
    return tuple(sum(filter(None, column)) for column in zip_longest(*filled))


def delegates(values: Iterable[DelegateFigures | None]) -> DelegateTotals:
    """The delegates of several congresses together."""
    known = [one for one in values if one]
    plain = [field.name for field in fields(DelegateFigures) if field.name != "age_bands"]
    sums = {name: sum(getattr(one, name) or 0 for one in known) for name in plain}
    return DelegateTotals(
        len(known), DelegateFigures(**sums, age_bands=_added(one.age_bands for one in known))
    )


def reached(part: int, of: int, percent: int) -> bool:
    """Whether a part is at least that many percent, on whole numbers."""
    return of > 0 and part * PERCENT >= percent * of


def body_totals(held: Sequence[Held]) -> BodyTotals:
    """One body over the congresses that have it; `held` is not empty."""
    figures = [one for _, one in held]
    first = figures[0]

    def add(name: str) -> int:
        return sum(getattr(one, name) or 0 for one in figures)

    lost = [one for body in figures for one in body.not_elected]
    return BodyTotals(
        body=first.body,
        title=first.title,
        order=first.order,
        is_post=first.is_post,
        is_delegation=first.is_delegation,
        units=sum(one.rounds > 0 for one in figures),
        planned=add("planned"),
        number=add("number"),
        listed=add("listed"),
        elected=add("elected"),
        alternates=add("alternates"),
        appointed=add("appointed"),
        ex_officio=add("ex_officio"),
        vacant=add("vacant"),
        unfilled=add("unfilled"),
        re_standing=add("re_standing"),
        direct=sum(one.direct for one in figures),
        more_rounds=sum(one.rounds > 1 for one in figures),
        not_elected=len(lost),
        nominated_not_elected=sum(one.is_nominated for one in lost),
        re_standing_not_elected=sum(one.re_standing for one in lost),
        women_reached=sum(
            reached(one.chosen.women, one.elected, unit.women_target) for unit, one in held
        ),
        young_reached=sum(
            reached(one.chosen.young, one.elected, unit.young_target) for unit, one in held
        ),
        winners=sum(one.votes.winners for one in figures),
        sum_shares=_sum_shares(figures),
        chosen=make_ups([one.chosen for one in figures]),
        placed=make_ups([one.placed for one in figures]),
        **_extremes(held),
    )


def _sum_shares(figures: Iterable[BodyFigures]) -> Fraction:
    """Exact, and quick for thousands: votes of one base are added first."""
    by_base: dict[int, int] = {}
    for one in figures:
        if one.votes.winners:
            by_base[one.votes.base] = by_base.get(one.votes.base, 0) + one.votes.sum
    return sum((Fraction(votes, base) for base, votes in by_base.items()), Fraction(0))


def _extremes(held: Sequence[Held]) -> dict[str, Extreme | None]:
    """The units at either end; shares of small whole numbers part as floats too."""
    won = [pair for pair in held if pair[1].votes.winners]
    voted = [pair for pair in held if pair[1].number]
    filled = [pair for pair in held if pair[1].elected]
    return {
        "lowest": _end(won, min, _lowest),
        "highest": _end(won, max, _highest),
        "least_surplus": _end(voted, min, _surplus),
        "most_surplus": _end(voted, max, _surplus),
        "least_women": _end(filled, min, _women),
        "most_women": _end(filled, max, _women),
    }


def _lowest(one: BodyFigures) -> Part:
    return one.votes.lowest, one.votes.base, one.votes.lowest_name


def _highest(one: BodyFigures) -> Part:
    return one.votes.highest, one.votes.base, one.votes.highest_name


def _surplus(one: BodyFigures) -> Part:
    return one.surplus, one.number, ""


def _women(one: BodyFigures) -> Part:
    return one.chosen.women, one.elected, ""


_BASES: dict[Callable[[BodyFigures], Part], str] = {
    _lowest: "số người làm cơ sở tính quá nửa",
    _highest: "số người làm cơ sở tính quá nửa",
    _surplus: "số lượng bầu",
    _women: "số người được bầu",
}


def _end(
    held: Sequence[Held], end: Callable[..., Held], part_of: Callable[[BodyFigures], Part]
) -> Extreme | None:
    def value(pair: Held) -> float:
        part, base, _ = part_of(pair[1])
        return part / base

    if not held:
        return None
    unit, one = end(held, key=value)
    part, base, name = part_of(one)
    return Extreme(Share(part, base, _BASES[part_of]), unit.unit, name)
