"""The schedule of congresses: each unit once, in a group, in the orders that name it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import Problem, Severity
from generator.model import Actual, Status, number_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Organization, Round


def each_unit_once(found: Round) -> Iterator[Problem]:
    """One unit holds one congress of the round; several purposes are one row."""
    first: dict[str, int] = {}
    for i, congress in enumerate(found.congresses):
        row = first.setdefault(congress.organization, i)
        if row != i:
            values = {"unit": found.unit(congress).full_name, "first": str(row + 1)}
            yield Problem("congress-twice", ("congresses", i, "organization"), values)


def each_group_once(found: Round) -> Iterator[Problem]:
    """A purpose heads one group."""
    seen = set()
    for i, group in enumerate(found.groups):
        if group.purpose in seen:
            yield Problem("group-twice", ("groups", i, "purpose"), {"purpose": group.purpose})
        seen.add(group.purpose)


def each_congress_is_in_a_group(found: Round) -> Iterator[Problem]:
    """Where the schedule has groups, a congress in none of them would not be printed."""
    purposes = list(dict.fromkeys(group.purpose for group in found.groups))
    for i, congress in enumerate(found.congresses):
        if purposes and congress.is_scheduled and not {*congress.purposes} & {*purposes}:
            choices = " · ".join(purposes)
            values = {"unit": found.unit(congress).full_name, "choices": choices}
            yield Problem("congress-without-group", ("congresses", i), values)


def expected_counts_agree(found: Round) -> Iterator[Problem]:
    """A count that a decision fixed is the count of the rows."""
    units = [found.unit(congress) for congress in found.scheduled]
    yield from _differs(("expected",), found.expected, units)
    for i, tier in enumerate(found.tiers):
        units = [found.unit(c) for c in found.scheduled if c.tier == tier.id]
        yield from _differs(("tiers", i, "expected"), tier.expected, units)
    for i, group in enumerate(found.groups):
        rows = [c for c in found.scheduled if group.purpose in c.purposes]
        units = [found.unit(congress) for congress in rows]
        yield from _differs(("groups", i, "expected"), group.expected, units)


def _differs(
    path: tuple[str | int, ...], expected: int | None, units: list[Organization]
) -> Iterator[Problem]:
    """A group counts as many as it stands for; where one does not say, nothing is checked."""
    number = number_of(units)
    if expected is not None and number is not None and expected != number:
        names = ", ".join(unit.full_name for unit in units) or "không"
        values = {"expected": str(expected), "found": str(number), "units": names}
        yield Problem("count-differs", path, values)


def orders_name_the_scheduled_units(found: Round) -> Iterator[Problem]:
    """An order that is given names each of the units it orders, once, and no other."""
    addressed = tuple(found.addressed_for(found.scheduled))
    sets = (
        ("approving", found.orders.approving, tuple(found.superiors_of(found.scheduled))),
        ("instructed", found.orders.instructed, addressed),
        ("recipients", found.orders.recipients, addressed),
    )
    for name, order, units in sets:
        if order:
            yield from _order_problems(("orders", name), order, units)


def _order_problems(
    path: tuple[str, str], order: tuple[str, ...], units: tuple[Organization, ...]
) -> Iterator[Problem]:
    wanted = dict.fromkeys(unit.id for unit in units)
    named: set[str] = set()
    for i, identifier in enumerate(order):
        if identifier not in wanted:
            yield Problem("order-extra", (*path, i), {"id": identifier})
        elif identifier in named:
            yield Problem("order-twice", (*path, i), {"id": identifier})
        named.add(identifier)
    for identifier in wanted:
        if identifier not in named:
            yield Problem("order-missing", path, {"id": identifier})


def changed_congress_names_its_document(found: Round) -> Iterator[Problem]:
    """A congress moved, postponed, suspended or replaced says by which document."""
    for i, congress in enumerate(found.congresses):
        if congress.is_changed and congress.changed_by is None:
            values = {"unit": found.unit(congress).full_name, "status": congress.status}
            yield Problem(
                "status-without-document",
                ("congresses", i, "status"),
                values,
                severity=Severity.WARNING,
            )


def actual_days_are_of_held_congresses(found: Round) -> Iterator[Problem]:
    """Days on which a congress really was, only where its status says that it was held."""
    for i, congress in enumerate(found.congresses):
        if congress.actual != Actual() and congress.status is not Status.DA_TO_CHUC:
            values = {"unit": found.unit(congress).full_name, "status": congress.status}
            yield Problem("actual-of-not-held", ("congresses", i, "status"), values)


def some_congress_is_on(found: Round) -> Iterator[Problem]:
    """A plan has duties for at least one congress."""
    if not found.held:
        yield Problem("no-congress-on", ("congresses",), severity=Severity.WARNING)


def congresses_without_days_have_no_limits(found: Round) -> Iterator[Problem]:
    """A reminder of each congress whose limits cannot be counted yet."""
    for i, congress in enumerate(found.congresses):
        time = congress.known_time
        if congress.is_on and (time.opening is None or time.closing is None):
            values = {"unit": found.unit(congress).full_name, "time": str(time)}
            path = ("congresses", i, "time")
            yield Problem("limits-unknown", path, values, severity=Severity.NOTE)


def suspended_units_make_no_report(found: Round) -> Iterator[Problem]:
    """A reminder that a congress which is not held gets no report."""
    for i, congress in enumerate(found.congresses):
        if congress.status in (Status.HOAN, Status.TAM_DUNG):
            values = {"unit": found.unit(congress).full_name, "status": congress.status}
            path = ("congresses", i, "status")
            yield Problem("suspended-no-report", path, values, severity=Severity.NOTE)
