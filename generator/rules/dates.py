"""Dates that hold: sessions in order, visits in time, congresses on days that can be."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from generator.calendar import PROVISIONAL
from generator.deadlines import opening_of, papers_due
from generator.errors import Problem, Severity
from generator.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.calendar import WorkingCalendar
    from generator.model import Congress, EventTime, Round

SUNDAY = 6
LONGEST_CONGRESS = 7  # days; a longer span is a window in which the congress lies
YEAR = timedelta(days=366)


def _on(found: Round) -> Iterator[tuple[int, Congress]]:
    """The congresses that are to be held, or were, with their rows."""
    return ((i, one) for i, one in enumerate(found.congresses) if one.is_on)


def _warning(code: str, path: tuple[str | int, ...], **values: str) -> Problem:
    return Problem(code, path, values, severity=Severity.WARNING)


def sessions_are_in_order(found: Round, _: WorkingCalendar) -> Iterator[Problem]:
    """The preparatory session ends before the official one begins; both may be on a day.

    Hướng dẫn 01-HD/TW, ngày 28/9/2021, điểm 14 (as quoted): trù bị, then chính thức.
    """
    for i, congress in _on(found):
        first, opening = congress.preparatory_session, congress.time.opening
        last = first.closing if first else None
        if last and opening and last > opening:
            values = {"session": short_date(last), "opening": short_date(opening)}
            yield Problem(
                "session-after-opening", ("congresses", i, "preparatory_session"), values
            )


def visits_come_before_the_opening(found: Round, _: WorkingCalendar) -> Iterator[Problem]:
    """A preparation is checked before the congress opens, not on that day or after."""
    for i, congress in _on(found):
        visit, opening = congress.preparation_visit, opening_of(congress)
        day = visit.closing if visit else None
        if day and opening and day >= opening:
            values = {"visit": short_date(day), "opening": short_date(opening)}
            yield Problem("visit-after-opening", ("congresses", i, "preparation_visit"), values)


def visits_come_after_the_papers(found: Round, calendar: WorkingCalendar) -> Iterator[Problem]:
    """A visit before the papers are due has nothing to check yet."""
    for i, congress in _on(found):
        due, visit = papers_due(found, congress, calendar), congress.preparation_visit
        day = visit.opening if visit else None
        if day and due and day < due:
            values = {"visit": short_date(day), "due": _counted(due, calendar)}
            yield _warning(
                "visit-before-papers", ("congresses", i, "preparation_visit"), **values
            )


def visits_are_on_working_days(found: Round, calendar: WorkingCalendar) -> Iterator[Problem]:
    """Offices are open on the day of a visit."""
    for i, congress in _on(found):
        for day in _days(congress.preparation_visit):
            if not calendar.is_working_day(day):
                values = {"visit": short_date(day), "reason": calendar.reason_off(day) or ""}
                path = ("congresses", i, "preparation_visit")
                yield _warning("visit-on-day-off", path, **values)


def a_team_is_in_one_place(found: Round, _: WorkingCalendar) -> Iterator[Problem]:
    """One team does not visit two units at the same time, but for a session of several."""
    seen: dict[tuple[str, str], int] = {}
    for i, congress in _on(found):
        visit = congress.preparation_visit
        if visit is None or len(_days(visit)) != 1:
            continue
        first = seen.setdefault((congress.visit_team or "", str(visit)), i)
        joint = congress.joint_visit and found.congresses[first].joint_visit
        if first != i and not joint:
            other = found.unit(found.congresses[first]).full_name
            values = {"visit": str(visit), "other": other}
            yield _warning("visit-twice", ("congresses", i, "preparation_visit"), **values)


def congresses_avoid_holidays(found: Round, calendar: WorkingCalendar) -> Iterator[Problem]:
    """A congress is not on a public holiday or a Sunday; a Saturday is normal."""
    for i, congress in _on(found):
        for day in _days(congress.time):
            holiday = calendar.entry(day) is not None and not calendar.is_working_day(day)
            if holiday or day.weekday() == SUNDAY:
                values = {"day": short_date(day), "reason": calendar.reason_off(day) or ""}
                yield _warning("congress-on-holiday", ("congresses", i, "time"), **values)


def congresses_are_in_their_term(found: Round, _: WorkingCalendar) -> Iterator[Problem]:
    """A congress opens its term: not after the term's end, not a year before its beginning.

    A pilot before the term begins is normal (custom): a warning only beyond a year.
    """
    for i, congress in _on(found):
        opening, term = opening_of(congress), found.term_of(congress)
        values = {"opening": short_date(opening) if opening else "", "term": str(term)}
        if opening and opening.year > term.end:
            yield Problem("congress-after-term", ("congresses", i, "time"), values)
        elif opening and opening < date(term.start, 1, 1) - YEAR:
            yield _warning("congress-before-term", ("congresses", i, "time"), **values)


def notices_come_before_what_they_announce(
    found: Round, _: WorkingCalendar
) -> Iterator[Problem]:
    """The month of a notice ends before the first congress that it announces."""
    for i, tier in enumerate(found.tiers):
        openings = [opening_of(one) for _, one in _on(found) if one.tier == tier.id]
        known = [opening for opening in openings if opening]
        if tier.notice and known and tier.notice.last >= min(known):
            values = {"month": str(tier.notice), "opening": short_date(min(known))}
            yield Problem("notice-after-opening", ("tiers", i, "notice"), values)


def papers_are_not_due_before_the_plan(
    found: Round, calendar: WorkingCalendar
) -> Iterator[Problem]:
    """A limit that has passed before the plan is signed cannot be kept."""
    issued = found.plan.issued_on
    for i, congress in _on(found):
        due = papers_due(found, congress, calendar)
        if issued and due and due < issued.first and congress.is_planned:
            values = {"due": _counted(due, calendar), "issued": str(issued)}
            yield _warning("papers-due-before-plan", ("congresses", i, "time"), **values)


def windows_are_not_over(found: Round, as_of: date) -> Iterator[Problem]:
    """A planned congress whose days are over on `as_of` was missed, or its status is old."""
    for i, congress in _on(found):
        closing = congress.time.closing
        if congress.is_planned and closing and closing < as_of:
            values = {
                "closing": short_date(closing),
                "as_of": short_date(as_of),
                "status": congress.status,
            }
            yield _warning("congress-is-over", ("congresses", i, "time"), **values)


def congresses_were_held_as_planned(found: Round, _: WorkingCalendar) -> Iterator[Problem]:
    """A congress that was held on other days than the plan says: its window was missed."""
    for i, congress in _on(found):
        opened, time = congress.actual.opening, congress.time
        early, late = opening_of(congress), time.closing
        if opened and ((late and opened > late) or _closed_before(congress, early)):
            values = {"actual": short_date(opened), "planned": str(time)}
            yield _warning("held-on-other-days", ("congresses", i, "actual"), **values)


def _closed_before(congress: Congress, day: date | None) -> bool:
    held = congress.actual.time
    return bool(day and held and held.closing and held.closing < day)


def _counted(day: date, calendar: WorkingCalendar) -> str:
    """A day that was counted; of a year without an official notice it is provisional."""
    tail = f" ({PROVISIONAL})" if calendar.is_provisional(day.year) else ""
    return f"{short_date(day)}{tail}"


def _days(time: EventTime | None) -> list[date]:
    """Every day of a time that names its days; none of a window or a month."""
    if time is None or time.tentative or not time.is_exact:
        return []
    first, last = time.opening, time.closing
    if first is None or last is None or (last - first).days >= LONGEST_CONGRESS:
        return []
    return time.days()
