"""The plan as a paper: its profile, the signs in numbers, what must be attached."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import Problem, Severity
from generator.paper_format import PROFILES, ProfileCode, party_profile
from generator.rules.legal import cited

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import PartialDate, Round


def plan_has_a_profile(found: Round) -> Iterator[Problem]:
    """One profile covers the plan's date, or the data names one.

    Hướng dẫn 36-HD/VPTW until 26/5/2026, 05-HD/VPTW from 27/5/2026 (its date: two sources).
    """
    plan = found.plan
    if plan.profile is ProfileCode.STATE_ND30:
        yield Problem("profile-not-party", ("plan", "profile"))
    elif plan.profile is None and plan.issued_on is None:
        yield Problem("no-profile-date", ("plan",))
    elif plan.profile is None and not _covered(plan.issued_on):
        yield Problem("no-profile", ("plan", "issued_on"), {"date": str(plan.issued_on)})


def profile_is_of_the_date(found: Round) -> Iterator[Problem]:
    """A profile that the data names covers the plan's date."""
    plan = found.plan
    if plan.profile in (None, ProfileCode.STATE_ND30) or plan.issued_on is None:
        return
    if not PROFILES[plan.profile].covers(plan.issued_on.first, plan.issued_on.last):
        values = {"profile": plan.profile, "date": str(plan.issued_on)}
        yield Problem(
            "profile-of-another-date", ("plan", "profile"), values, severity=Severity.WARNING
        )


def _covered(day: PartialDate | None) -> bool:
    return day is not None and party_profile(day.first, day.last) is not None


def units_have_symbols(found: Round) -> Iterator[Problem]:
    """Each unit that will report has a sign for its papers' numbers."""
    rows = {one.id: i for i, one in enumerate(found.organizations)}
    for congress in found.reporting:
        unit = found.unit(congress)
        if unit.symbol is None:
            path = ("organizations", rows[unit.id])
            yield Problem("no-symbol", path, {"committee": unit.committee})


def attachments_are_remembered(found: Round) -> Iterator[Problem]:
    """A reminder of each document that the plan says is attached."""
    for path, document in cited(found):
        if document.attached:
            values = {"document": document.cited()}
            yield Problem("attachment", path, values, severity=Severity.NOTE)
