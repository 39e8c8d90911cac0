"""Phrases that follow from the organisations, tiers and groups of a round."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import OrganizationKind, Purpose, committees_of, number_of
from generator.vietnamese import listed, lower_first, two_digits

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from generator.model import Congress, Organization, Round, UnitKind

    Kind = tuple[str, str]

STANDING = "Ban Thường vụ"


def tiers_phrase(found: Round) -> str:
    """The tiers of the round: "cấp cơ sở và cấp huyện"."""
    return listed([lower_first(tier.label) for tier in found.active_tiers])


def kinds_phrase(units: Iterable[Organization]) -> str:
    """What the units are: "đảng bộ", "đảng bộ, chi bộ"."""
    used = {unit.kind for unit in units}
    return ", ".join(kind.noun for kind in OrganizationKind if kind in used)


def counts_phrase(units: Iterable[Organization]) -> str:
    """How many distinct units there are of each kind: "04 đảng bộ"."""
    distinct = {unit.id: unit for unit in units}.values()
    found: list[str] = []
    for kind in OrganizationKind:
        number = number_of(unit for unit in distinct if unit.kind is kind)
        if number != 0:
            found.append(f"{'các' if number is None else two_digits(number)} {kind.noun}")
    return ", ".join(found)


AIMS = {
    Purpose.RUT_KINH_NGHIEM: "để rút kinh nghiệm chỉ đạo đại hội đại trà",
    Purpose.BAU_TRUC_TIEP_BI_THU: "để thí điểm bầu trực tiếp bí thư tại đại hội",
    Purpose.BAU_TRUC_TIEP_BTV: (
        "để thí điểm bầu trực tiếp ban thường vụ, bí thư, phó bí thư tại đại hội"
    ),
}


def aims_phrase(congresses: Sequence[Congress]) -> str:
    """What the pilots are for: "để rút kinh nghiệm chỉ đạo đại hội đại trà"."""
    used = {purpose for congress in congresses for purpose in congress.purposes}
    return listed([aim for purpose, aim in AIMS.items() if purpose in used])


def chooser(head: Organization) -> str:
    """Who chose the pilots, in a sentence: "tỉnh", "Đảng ủy xã"."""
    return head.short_committee if "Đảng ủy" in head.short_committee else str(head.unit)


def local_committees(units: Sequence[Organization]) -> str:
    """The committees to be helped: "các cấp ủy địa phương" where some are of places."""
    places = any(one.is_territorial for one in units)
    return "các cấp ủy địa phương" if places else "các cấp ủy"


def ranks_phrase(found: Round, congresses: Sequence[Congress]) -> str:
    """The ranks of the congresses: "cơ sở"."""
    used = {congress.tier for congress in congresses}
    ranks = [tier.rank for tier in found.tiers if tier.id in used]
    return listed(list(dict.fromkeys(ranks)))


def units_phrase(found: Round, congresses: Sequence[Congress]) -> str:
    """The units tier by tier: "chi bộ trực thuộc và đảng bộ cơ sở"."""
    phrases: list[str] = []
    for tier in found.tiers:
        units = [found.unit(congress) for congress in congresses if congress.tier == tier.id]
        phrases += [f"{kinds_phrase(units)} {tier.rank}"] if units else []
    return listed(list(dict.fromkeys(phrases)))


def committees_phrase(found: Round, congresses: Sequence[Congress]) -> str:
    """Their committees: "Cấp ủy cơ sở"; of several ranks, those of the units."""
    used = {congress.tier for congress in congresses}
    ranks = {tier.rank for tier in found.tiers if tier.id in used}
    return f"Cấp ủy {ranks.pop()}" if len(ranks) == 1 else "Cấp ủy các đơn vị"


def terms_phrase(found: Round, congresses: Sequence[Congress] | None = None) -> str:
    """The terms that the congresses open, or all that have duties: "2025-2030"."""
    if congresses is None:
        terms = found.active_terms
    else:
        terms = tuple(sorted({found.term_of(congress) for congress in congresses}))
    return listed([str(term) for term in terms])


def standing_committees(units: Sequence[Organization]) -> str:
    """Who approves: "Ban Thường vụ các huyện ủy: A, B và Đảng ủy Khối C"."""
    phrases = _by_kind(units, lambda unit, names: f"{committees_of(unit)}: {names}")
    text = listed(phrases)
    grouped = _grouped(units)
    alone = [unit for unit in units if _group_key(unit) not in grouped]
    named = len(alone) == len(units) and not _has_standing(alone[0])
    return text if named else f"{STANDING} {text}"


def districts(units: Sequence[Organization], prefix: str) -> list[str]:
    """Addressees: "BTV các huyện: A, B", then each of the others by its committee."""

    def together(unit: UnitKind, names: str) -> str:
        return f"{prefix} các {unit}: {names}"

    phrases = _by_kind(units, together)
    grouped = _grouped(units)
    single = [one for one in units if _has_standing(one) and _group_key(one) not in grouped]
    committees = {_own_name(one) for one in single}
    return [f"{prefix} {phrase}" if phrase in committees else phrase for phrase in phrases]


def _has_standing(unit: Organization) -> bool:
    """Whether its standing committee is addressed: of a group, where the data names it."""
    return unit.is_territorial or (unit.is_group and unit.names.committee is not None)


def _grouped(units: Sequence[Organization]) -> dict[Kind, list[str]]:
    """The places of one kind that are named together, for each kind that has several."""
    names: dict[Kind, list[str]] = {}
    for unit in units:
        names.setdefault(_group_key(unit), []).append(unit.name)
    places = {_group_key(unit) for unit in units if unit.is_territorial}
    return {key: names[key] for key in places if len(names[key]) > 1}


def _group_key(unit: Organization) -> Kind:
    return unit.unit, unit.kind


def _own_name(unit: Organization) -> str:
    return unit.full_name if unit.kind is OrganizationKind.CHI_BO else unit.committee


def _by_kind(
    units: Sequence[Organization], together: Callable[[UnitKind, str], str]
) -> list[str]:
    """One phrase for the places of each unit kind, one for each other unit, in order."""
    grouped = _grouped(units)
    phrases: dict[tuple[str, ...], str] = {}
    for unit in units:
        key = _group_key(unit)
        if key not in grouped:
            phrases[unit.id,] = _own_name(unit)
        elif key not in phrases:
            phrases[key] = together(unit.unit, ", ".join(grouped[key]))
    return list(phrases.values())


def generic_committees(units: Sequence[Organization]) -> str:
    """The committees as kinds, each once: "huyện ủy, Đảng ủy khối"."""
    return ", ".join(dict.fromkeys(unit.generic_committee for unit in units))


def lower_committees(units: Sequence[Organization]) -> str:
    """The committees between head and units: "cấp ủy huyện và tương đương"."""
    places = list(dict.fromkeys(str(unit.unit) for unit in units if unit.is_territorial))
    others = any(not unit.is_territorial for unit in units)
    if not places:
        return "các cấp ủy trực thuộc"
    named = ", ".join(places) if others else listed(places)
    return f"cấp ủy {named}{' và tương đương' if others else ''}"


def own_committees(units: Sequence[Organization]) -> str:
    """Who prepares the direct congresses: "Ban Thường vụ Huyện ủy", or their committees."""
    kinds = {unit.short_committee for unit in units}
    if len(kinds) == 1 and units[0].kind is OrganizationKind.DANG_BO:
        return f"{STANDING} {units[0].short_committee}"
    return "Cấp ủy các đơn vị"


def generic_names(units: Sequence[Organization]) -> str:
    """The units as kinds: "đảng bộ huyện"."""
    return ", ".join(dict.fromkeys(unit.generic_name for unit in units))
