"""A congress in plain numbers: what a roll-up needs of it, and nothing that names a reader."""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class MakeUp:
    """Who the members of a body are, counted; those whose data is not known are in none.

    `degrees`, `titles` and `politics` count in the order of the lists of the model. `young` is
    under the age that the congress's regulation sets.
    """

    total: int = 0
    men: int = 0
    women: int = 0
    minorities: int = 0
    young: int = 0
    re_elected: int = 0
    first_time: int = 0
    not_local: int = 0
    ages: tuple[int, ...] = ()
    degrees: tuple[int, ...] = ()
    titles: tuple[int, ...] = ()
    politics: tuple[int, ...] = ()
    oldest: str = ""
    youngest: str = ""


@dataclass(frozen=True, slots=True)
class Votes:
    """The votes of those who were elected, and the base that they are held against."""

    base: int = 0
    winners: int = 0
    sum: int = 0
    lowest: int = 0
    highest: int = 0
    lowest_name: str = ""
    highest_name: str = ""


@dataclass(frozen=True, slots=True)
class NotElected:
    """Somebody on the list who is not in the body after all rounds of voting."""

    name: str
    nominated_by: str
    is_nominated: bool
    re_standing: bool
    votes: int
    base: int
    missing: int


@dataclass(frozen=True, slots=True)
class BodyFigures:
    """A body or post of one congress, with its place among bodies.

    `listed` and `surplus` are of the first ballot; `planned` and `vacant` are None where no
    planned size is known. Who was elected and who came without a vote are two make-ups: they
    never mix in a share.
    """

    body: str
    title: str
    order: int
    is_post: bool
    is_delegation: bool
    elected_by: str
    mode: str
    direct: bool = False
    rounds: int = 0
    planned: int | None = None
    number: int = 0
    listed: int = 0
    surplus: int = 0
    elected: int = 0
    alternates: int = 0
    appointed: int = 0
    ex_officio: int = 0
    vacant: int | None = None
    unfilled: int = 0
    re_standing: int = 0
    votes: Votes = Votes()
    chosen: MakeUp = MakeUp()
    placed: MakeUp = MakeUp()
    not_elected: tuple[NotElected, ...] = ()


@dataclass(frozen=True, slots=True)
class DelegateFigures:
    """Those who attended, as the unit counted them; what it did not say is None."""

    convened: int
    present: int
    ex_officio: int | None = None
    elected: int | None = None
    appointed: int | None = None
    men: int | None = None
    women: int | None = None
    minorities: int | None = None
    age_bands: tuple[int | None, ...] = ()
    university: int | None = None
    postgraduate: int | None = None
    politics_primary: int | None = None
    politics_intermediate: int | None = None
    politics_advanced: int | None = None


@dataclass(frozen=True, slots=True)
class UnitSummary:
    """One congress: who, when, and the figures of each body that it came to have."""

    congress: str
    unit: str
    tier: str
    tier_label: str
    purposes: tuple[str, ...]
    superior: str
    superior_name: str
    term: str
    kind: str
    opened_on: date
    closed_on: date
    aged_on: date
    regulation: str
    age_bands: tuple[int, ...]
    women_target: int
    young_target: int
    young_under: int
    members: int | None = None
    delegates: DelegateFigures | None = None
    bodies: tuple[BodyFigures, ...] = ()

    def body(self, identifier: str) -> BodyFigures | None:
        """The figures of a body, None where the congress has none."""
        return next((one for one in self.bodies if one.body == identifier), None)

    def to_json(self) -> str:
        """The summary as it is stored; the same summary gives the same text."""
        return json.dumps(_plain(self), ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> UnitSummary:
        """The summary that `to_json` wrote."""
        found: UnitSummary = _record(cls, json.loads(text))
        return found


def _plain(value: Any) -> Any:
    """What JSON holds of a value; what is as by default need not be said."""
    if isinstance(value, tuple):
        return [_plain(one) for one in value]
    if isinstance(value, date):
        return value.isoformat()
    if not is_dataclass(value):
        return value
    given = ((field, getattr(value, field.name)) for field in fields(value))
    return {field.name: _plain(one) for field, one in given if one != field.default}


@lru_cache
def _readers(kind: Any) -> dict[str, Callable[[Any], Any]]:
    """How each field of a record is read, where it is more than JSON's own value."""
    found = ((name, _reader(hint)) for name, hint in get_type_hints(kind).items())
    return {name: read for name, read in found if read}


def _reader(hint: Any) -> Callable[[Any], Any] | None:
    inner = [one for one in get_args(hint) if one not in (type(None), Ellipsis)]
    if get_origin(hint) is tuple:
        return partial(_rows, _reader(inner[0]))
    if hint is date:
        return date.fromisoformat
    record = inner[0] if inner else hint
    return partial(_record, record) if is_dataclass(record) else None


def _rows(read: Callable[[Any], Any] | None, values: list[Any]) -> tuple[Any, ...]:
    return tuple(map(read, values)) if read else tuple(values)


def _record(kind: Any, values: dict[str, Any] | None) -> Any:
    if values is None:
        return None
    readers = _readers(kind)
    return kind(
        **{name: readers[name](one) if name in readers else one for name, one in values.items()}
    )
