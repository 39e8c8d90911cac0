"""The tree of organisations: what must hold before anything else can be asked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import Problem
from generator.model import OrganizationKind, UnitKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.model import Organization, OutlineItem, Round


def ids_are_unique(found: Round) -> Iterator[Problem]:
    """An id names one organisation, one tier, one body, one point of the outline."""
    organizations = [((i, "id"), one.id) for i, one in enumerate(found.organizations)]
    yield from _repeated("organizations", organizations)
    yield from _repeated("tiers", [((i, "id"), one.id) for i, one in enumerate(found.tiers)])
    bodies = [(("bodies", i, "id"), one.id) for i, one in enumerate(found.election.bodies)]
    yield from _repeated("election", bodies)
    yield from _repeated("report_outline", list(_outline_ids(found.report_outline, ())))


def _repeated(
    collection: str, ids: Sequence[tuple[tuple[str | int, ...], str]]
) -> Iterator[Problem]:
    seen: set[str] = set()
    for path, identifier in ids:
        if identifier in seen:
            yield Problem("duplicate-id", (collection, *path), {"id": identifier})
        seen.add(identifier)


def _outline_ids(
    items: tuple[OutlineItem, ...], path: tuple[str | int, ...]
) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for i, item in enumerate(items):
        yield (*path, i, "id"), item.id
        yield from _outline_ids(item.items, (*path, i, "items"))


def the_head_holds_no_congress_of_its_own_round(found: Round) -> Iterator[Problem]:
    """The head of a round leads the congresses below it; its own is another round's."""
    for i, congress in enumerate(found.congresses):
        if congress.organization == found.organization:
            path = ("congresses", i, "organization")
            yield Problem("congress-of-the-head", path, {"unit": found.head.full_name})


def superiors_lead_to_the_head(found: Round) -> Iterator[Problem]:
    """From each unit with a congress the superiors lead to the head of the round, no circle.

    A circle is told once, of the unit where it closes.
    """
    rows = {one.id: i for i, one in enumerate(found.organizations)}
    told = set()
    right: set[str] = set()
    for congress in found.congresses:
        problem = _way_up(found, found.unit(congress), right)
        if problem and problem[1]["id"] not in told:
            code, values = problem
            told |= {values["id"], *values.get("loop", "").split(", ")}
            yield Problem(code, ("organizations", rows[values["id"]], "superior"), values)


def only_groups_have_members(found: Round) -> Iterator[Problem]:
    """A number of members is that of a group; one organisation is one."""
    for i, one in enumerate(found.organizations):
        if one.members is not None and not one.is_group:
            values = {"unit": one.full_name, "kind": OrganizationKind.NHOM}
            yield Problem("members-of-one", ("organizations", i, "members"), values)


_RANKS = {
    UnitKind.TINH: 5,
    UnitKind.THANH_PHO: 4,
    **dict.fromkeys((UnitKind.HUYEN, UnitKind.QUAN, UnitKind.THI_XA), 3),
    **dict.fromkeys(
        (UnitKind.XA, UnitKind.PHUONG, UnitKind.THI_TRAN, UnitKind.DAC_KHU),
        2,
    ),
    **dict.fromkeys((UnitKind.AP, UnitKind.THON, UnitKind.KHOM, UnitKind.KHU_PHO), 1),
}


def superiors_stand_higher(found: Round) -> Iterator[Problem]:
    """A cell is nobody's superior; a place is under a higher one."""
    for i, one in enumerate(found.organizations):
        above = found.superior(one)
        if above is None or above is one:  # a circle, told elsewhere
            continue
        values = {"unit": one.full_name, "superior": above.full_name}
        if above.kind is OrganizationKind.CHI_BO:
            yield Problem("superior-is-a-cell", ("organizations", i, "superior"), values)
        elif _RANKS.get(above.unit, 9) <= _RANKS.get(one.unit, 0):
            yield Problem("superior-not-higher", ("organizations", i, "superior"), values)


def _way_up(
    found: Round, unit: Organization, right: set[str]
) -> tuple[str, dict[str, str]] | None:
    """What is wrong with the way up; the units whose way to the head holds are in `right`."""
    if unit.superior is None and unit.id != found.organization:
        return "superior-missing", {"id": unit.id}
    chain: dict[str, None] = {}
    above: Organization | None = unit
    while above and above.id not in chain:
        if above.id in right:
            break
        chain[above.id] = None
        above = found.superior(above)
    ids = list(chain)
    if above and above.id in chain:
        circle = ids[ids.index(above.id) :]
        return "superior-loop", {"id": above.id, "loop": ", ".join(circle)}
    if above is None and found.organization not in chain:
        values = {"chain": ", ".join(chain), "head": found.head.full_name}
        return "superior-outside", {"id": unit.id, **values}
    right.update(ids if above else ids[: ids.index(found.organization) + 1])
    return None
