"""Part II.3 of the plan: what the units must do, by who approves for them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model import number_of
from generator.views import wording

if TYPE_CHECKING:
    from generator.model import Congress, Organization, Round


@dataclass(frozen=True, slots=True)
class Below:
    """The units whose superior approves."""

    number: str
    units: str
    counts: str
    committees: str
    term: str
    approving: str


@dataclass(frozen=True, slots=True)
class Direct:
    """The units right under the head of the round, which approves itself."""

    number: str
    names: str
    role: str
    committees: str
    generic: str
    term: str


def split(found: Round) -> tuple[tuple[Congress, ...], tuple[Congress, ...]]:
    """The congresses of units below, and of those right under the head of the round."""
    active = found.active
    others = tuple(c for c in active if not found.is_direct(found.unit(c)))
    return others, tuple(c for c in active if found.is_direct(found.unit(c)))


def below(found: Round) -> Below | None:
    """What the plan says of the units whose superiors approve; None where there are none."""
    congresses, _ = split(found)
    if not congresses:
        return None
    units = [found.unit(congress) for congress in congresses]
    return Below(
        number="3.1",
        units=wording.units_phrase(found, congresses),
        counts=wording.counts_phrase(units),
        committees=wording.committees_phrase(found, congresses),
        term=wording.terms_phrase(found, congresses),
        approving=wording.standing_committees(found.approving),
    )


def direct(found: Round) -> Direct | None:
    """What it says of the units right under the head; None where there are none."""
    others, congresses = split(found)
    if not congresses:
        return None
    units = [found.unit(congress) for congress in congresses]
    several = len(units) > 1 and not any(unit.is_group for unit in units)
    return Direct(
        number="3.2" if others else "3.1",
        names=_several_names(found, congresses)
        if several
        else ", ".join(unit.name_in_text for unit in units),
        role=wording.counts_phrase(units) if several else _role(found, congresses, units),
        committees=wording.own_committees(units),
        generic=wording.generic_names(units),
        term=wording.terms_phrase(found, congresses),
    )


def _several_names(found: Round, congresses: tuple[Congress, ...]) -> str:
    phrase = wording.units_phrase(found, congresses)
    return f"{phrase} trực thuộc {found.head.full_name} đại hội điểm"


def _role(found: Round, congresses: tuple[Congress, ...], units: list[Organization]) -> str:
    several = "đơn vị" if number_of(units) == 1 else "các đơn vị"
    rank = wording.ranks_phrase(found, congresses)
    aims = wording.aims_phrase(congresses)
    return f"{several} {wording.chooser(found.head)} chọn đại hội điểm {rank} {aims}".strip()
