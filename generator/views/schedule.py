"""The schedules of congresses and of preparation visits: groups, tiers, rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model import number_of
from generator.vietnamese import letter, roman, two_digits, upper_first

if TYPE_CHECKING:
    from generator.model import Congress, Group, Round, Tier

NOT_SET = "Chưa xác định"


@dataclass(frozen=True, slots=True)
class Row:
    """One congress in a schedule."""

    ordinal: str
    unit: str
    time: tuple[str, ...]
    note: str | None
    visit: str


@dataclass(frozen=True, slots=True)
class TierRows:
    """The congresses of a tier; the numeral and label print where the group has several."""

    numeral: str
    label: str | None
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class ScheduleGroup:
    """The congresses with one purpose; the letter heads it in one appendix, the numeral in
    the other.
    """

    letter: str
    numeral: str
    heading: str | None
    tiers: tuple[TierRows, ...]


def schedule(found: Round) -> tuple[ScheduleGroup, ...]:
    """The groups that have a congress; without groups in the data, one without a heading."""
    if not found.groups:
        return (_group(found, 1, None, found.scheduled),)
    chosen = [
        (group, tuple(c for c in found.scheduled if group.purpose in c.purposes))
        for group in found.groups
    ]
    filled = [(group, congresses) for group, congresses in chosen if congresses]
    alone = len(filled) == 1
    return tuple(
        _group(found, i, None if alone else group, congresses)
        for i, (group, congresses) in enumerate(filled, start=1)
    )


def _group(
    found: Round, number: int, group: Group | None, congresses: tuple[Congress, ...]
) -> ScheduleGroup:
    used = [tier for tier in found.tiers if any(c.tier == tier.id for c in congresses)]
    tiers = [(tier, [c for c in congresses if c.tier == tier.id]) for tier in used]
    return ScheduleGroup(
        letter=letter(number),
        numeral=roman(number),
        heading=group.heading.upper() if group else None,
        tiers=tuple(
            TierRows(
                numeral=roman(i),
                label=_label(found, tier, rows) if len(tiers) > 1 else None,
                rows=tuple(_row(found, n, c) for n, c in enumerate(rows, start=1)),
            )
            for i, (tier, rows) in enumerate(tiers, start=1)
        ),
    )


def _label(found: Round, tier: Tier, congresses: list[Congress]) -> str:
    """A tier with the number of its units, where that is known: "Cấp cơ sở: 02"."""
    number = number_of(found.unit(congress) for congress in congresses)
    if number is None:
        return tier.label
    return f"{tier.label}: {two_digits(number)}{_not_held(congresses)}"


def _not_held(congresses: list[Congress]) -> str:
    """How many of them are not to be held: " (tạm dừng 01)"."""
    off = [congress.status for congress in congresses if not congress.is_on]
    said = ", ".join(
        f"{status} {two_digits(off.count(status))}" for status in dict.fromkeys(off)
    )
    return f" ({said})" if said else ""


def _row(found: Round, number: int, congress: Congress) -> Row:
    return Row(
        ordinal=str(number),
        unit=unit_with_superior(found, congress),
        time=_time(congress),
        note=_note(congress),
        visit=_visit(congress),
    )


def unit_with_superior(found: Round, congress: Congress) -> str:
    """The unit, and its superior where that is not the head of the round."""
    unit = found.unit(congress)
    above = found.superior(unit)
    if above is None or found.is_direct(unit):
        return unit.full_name
    return f"{unit.full_name} trực thuộc {above.name_in_text}"


def _time(congress: Congress) -> tuple[str, ...]:
    if not congress.is_on:
        return (upper_first(congress.status),)
    if congress.preparatory_session:
        first = f"Phiên trù bị: {congress.preparatory_session}"
        return (first, f"Phiên chính thức: {congress.time}")
    return (congress.time.printed(),)


def _note(congress: Congress) -> str | None:
    """What stands under the time: what changed it, when it really was, or the data's own."""
    document = congress.changed_by if congress.is_changed else None
    if document:
        return f"(theo {document.briefly()})"
    return _in_brackets(_actual(congress) or (congress.time_note if congress.is_on else None))


def _actual(congress: Congress) -> str | None:
    first, time = congress.actual.preparatory_session, congress.actual.time
    parts = (f"phiên trù bị {first}" if first else "", str(time) if time else "")
    said = ", ".join(part for part in parts if part)
    return f"thực tế: {said}" if said else None


def _in_brackets(text: str | None) -> str | None:
    return f"({text})" if text else None


def _visit(congress: Congress) -> str:
    if not congress.is_on:
        return upper_first(congress.status)
    time = congress.preparation_visit
    shared = ("chung một buổi",) if congress.joint_visit else ()
    team = ", ".join(words for words in (congress.visitors, *shared) if words)
    return f"{time.printed()}{f' ({team})' if team else ''}" if time else NOT_SET
