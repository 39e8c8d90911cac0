"""A round's folder to a round that holds: loaded, checked, its dates counted."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator import rules, sources
from generator.calendar import UncoveredYearError
from generator.deadlines import papers_due, report_due
from generator.errors import Problem, Severity, WrongDataError, has_errors

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from generator.calendar import WorkingCalendar
    from generator.model import Round


@dataclass(frozen=True, slots=True)
class Checked:
    """A round that holds, its calendar of working days, and every warning."""

    round: Round
    calendar: WorkingCalendar
    problems: tuple[Problem, ...]


def checked(
    folder: Path, *, draft: bool = False, strict: bool = False, as_of: date | None = None
) -> Checked:
    """The round of a folder and its warnings. Raises WrongDataError where it has errors."""
    loaded = sources.load_round(folder, draft=draft)
    if loaded.round is None:
        raise WrongDataError(loaded.problems)
    follow_swaps = loaded.round.deadlines.follow_swaps
    years = sources.load_calendar(folder, follow_swaps=follow_swaps)
    if years.calendar is None:
        raise WrongDataError((*loaded.problems, *years.problems))
    findings = _findings(loaded.round, years.calendar, as_of)
    found = loaded.located(_for_draft(findings) if draft else findings)
    problems = (*loaded.problems, *years.problems, *found)
    doubtful = any(problem.severity is Severity.WARNING for problem in problems)
    if has_errors(problems) or (strict and doubtful):
        raise WrongDataError(problems)
    return Checked(loaded.round, years.calendar, problems)


def _for_draft(findings: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """A draft may have no date yet: it takes the newest profile, and says so as a warning."""
    return tuple(
        replace(one, severity=Severity.WARNING) if one.code == "no-profile-date" else one
        for one in findings
    )


def _findings(
    found: Round, calendar: WorkingCalendar, as_of: date | None
) -> tuple[Problem, ...]:
    try:
        problems = rules.check(found, calendar, as_of)
        if not has_errors(problems):
            _count_days(found, calendar)
    except UncoveredYearError as error:
        values = {"year": str(error.year)}
        return (Problem("year-not-covered", ("congresses",), values),)
    return problems


def _count_days(found: Round, calendar: WorkingCalendar) -> None:
    """Count every date that the papers need; of a year that nobody knows it raises."""
    for congress in found.held:
        papers_due(found, congress, calendar)
        report_due(found, congress, calendar)
