"""The roll-up: all results together, in all, by tier, by group, by superior."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, TypeVar

from generator.model.regulation import AGE_BANDS
from generator.statistics.figures import UnitSummary
from generator.statistics.progress import Line, Progress, lines, progress
from generator.statistics.totals import body_totals, delegates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence
    from datetime import date

    from generator.model import Round
    from generator.statistics.figures import BodyFigures
    from generator.statistics.progress import Absent
    from generator.statistics.totals import BodyTotals, DelegateTotals

T = TypeVar("T", UnitSummary, Line)


class ScopeKind(StrEnum):
    """By what the congresses of a scope belong together."""

    TAT_CA = "tổng số"
    CAP = "theo cấp"
    NHOM = "theo nhóm"
    CAP_TREN = "theo cấp trên trực tiếp"


@dataclass(frozen=True, slots=True)
class Scope:
    """Some congresses of the round and what they come to; a body that none has is left out."""

    kind: ScopeKind
    key: str
    label: str
    progress: Progress
    delegates: DelegateTotals
    bodies: tuple[BodyTotals, ...]

    def body(self, identifier: str) -> BodyTotals | None:
        """The totals of a body, None where no congress of the scope has it."""
        return next((one for one in self.bodies if one.body == identifier), None)


@dataclass(frozen=True, slots=True)
class RollUp:
    """A round's results as of a day; `scopes` begin with the whole.

    A congress of several groups counts in each of them. Ages are banded at `age_bands`.
    """

    as_of: date
    units: tuple[UnitSummary, ...]
    lines: tuple[Line, ...]
    missing: tuple[Absent, ...]
    excluded: tuple[Absent, ...]
    age_bands: tuple[int, ...]
    scopes: tuple[Scope, ...]

    @property
    def whole(self) -> Scope:
        """The round in all."""
        return self.scopes[0]

    def of(self, kind: ScopeKind) -> tuple[Scope, ...]:
        """The scopes of one kind, in their order."""
        return tuple(one for one in self.scopes if one.kind is kind)


@dataclass(frozen=True, slots=True)
class _Part:
    """What makes a scope: its name, and which congresses belong to it."""

    kind: ScopeKind
    key: str
    label: str


def roll_up(
    found: Round,
    summaries: Iterable[UnitSummary],
    *,
    missing: Sequence[Absent] = (),
    excluded: Sequence[Absent] = (),
    as_of: date,
) -> RollUp:
    """The results that are in, added up; units in the order of the round's schedules."""
    units = _in_order(found, summaries)
    by_id = {one.congress: one for one in units}
    of = lines(found, by_id, missing, excluded)
    parts = _parts(found, units, of)
    return RollUp(
        as_of=as_of,
        units=units,
        lines=of,
        missing=tuple(missing),
        excluded=tuple(excluded),
        age_bands=_age_bands(found, units),
        scopes=tuple(_scopes(parts, units, of)),
    )


def _in_order(found: Round, summaries: Iterable[UnitSummary]) -> tuple[UnitSummary, ...]:
    """By tier, superior and schedule, so that the units of a superior stand together."""
    tiers = {tier.id: number for number, tier in enumerate(found.tiers)}
    places = {one.organization: number for number, one in enumerate(found.congresses)}
    superiors: dict[str, int] = {}
    for one in found.congresses:
        superiors.setdefault(found.unit(one).superior or "", len(superiors))

    def key(one: UnitSummary) -> tuple[int, int, int]:
        last = len(places)
        superior = superiors.get(one.superior, last)
        return superior, tiers.get(one.tier, last), places.get(one.congress, last)

    return tuple(sorted(summaries, key=key))


def _age_bands(found: Round, units: Sequence[UnitSummary]) -> tuple[int, ...]:
    """The marks of the round, else those that most units were counted with."""
    used = Counter(one.age_bands for one in units)
    return found.election.age_bands or max(used, key=lambda one: used[one], default=AGE_BANDS)


def _parts(
    found: Round, units: Sequence[UnitSummary], of: Sequence[Line]
) -> dict[ScopeKind, dict[str, str]]:
    """The tiers, groups and superiors that have a congress, with their names."""
    tiers = {tier.id: tier.label for tier in found.tiers} | {
        one.tier: one.tier_label for one in units
    }
    names = {one.id: one.full_name for one in found.organizations} | {
        one.superior: one.superior_name for one in units
    }
    groups = {str(one.purpose): one.heading for one in found.groups}
    used = {line.tier for line in of}
    purposes = {purpose for line in of for purpose in line.purposes}
    above = dict.fromkeys(line.superior for line in of if line.superior)
    return {
        ScopeKind.CAP: {key: label for key, label in tiers.items() if key in used},
        ScopeKind.NHOM: {key: label for key, label in groups.items() if key in purposes},
        ScopeKind.CAP_TREN: {key: names.get(key, key) for key in above},
    }


def _scopes(
    parts: dict[ScopeKind, dict[str, str]],
    units: Sequence[UnitSummary],
    of: Sequence[Line],
) -> Iterator[Scope]:
    yield _scope(_Part(ScopeKind.TAT_CA, "", "Tổng số"), units, of)
    for kind, labels in parts.items():
        in_units, in_lines = _sorted(units, kind), _sorted(of, kind)
        for key, label in labels.items():
            part = _Part(kind, key, label)
            yield _scope(part, in_units.get(key, ()), in_lines.get(key, ()))


def _sorted(of: Sequence[T], kind: ScopeKind) -> dict[str, list[T]]:
    found: dict[str, list[T]] = {}
    for one in of:
        for key in _KEYS[kind](one):
            found.setdefault(key, []).append(one)
    return found


_KEYS: dict[ScopeKind, Callable[[UnitSummary | Line], tuple[str, ...]]] = {
    ScopeKind.CAP: lambda one: (one.tier,),
    ScopeKind.NHOM: lambda one: one.purposes,
    ScopeKind.CAP_TREN: lambda one: (one.superior,),
}


def _scope(part: _Part, units: Sequence[UnitSummary], of: Sequence[Line]) -> Scope:
    held: dict[str, list[tuple[UnitSummary, BodyFigures]]] = {}
    for unit in units:
        for body in unit.bodies:
            held.setdefault(body.body, []).append((unit, body))
    return Scope(
        kind=part.kind,
        key=part.key,
        label=part.label,
        progress=progress(of),
        delegates=delegates(one.delegates for one in units),
        bodies=tuple(body_totals(pairs) for pairs in sorted(held.values(), key=_place)),
    )


def _place(pairs: Sequence[tuple[UnitSummary, BodyFigures]]) -> int:
    return pairs[0][1].order
