"""Every duty of a round with a date: what, who, when, how it was counted.

The dates follow the data: how many working days, which month a notice is due in. How working
days are counted is said in `calendar`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from sys import intern
from typing import TYPE_CHECKING

from generator.vietnamese import short_date, two_digits

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.calendar import WorkingCalendar
    from generator.model import Congress, EventTime, Organization, Round


class DutyKind(StrEnum):
    """What a duty is."""

    NOTICE = "Thông báo lịch đại hội"
    PAPERS = "Gửi hồ sơ đại hội"
    VISIT = "Kiểm tra công tác chuẩn bị"
    PREPARATORY = "Phiên trù bị"
    CONGRESS = "Đại hội"
    REPORT = "Báo cáo kết quả đại hội"


@dataclass(frozen=True, slots=True)
class Duty:
    """One duty. It is to be done from `first` to `last`, both days counted.

    `congress` is the id of the organisation that it concerns, or `tier` that of a whole tier;
    `provisional` says that a date may still move. Who and how are said alike of many: these
    share one text.
    """

    kind: DutyKind
    what: str
    who: str
    congress: str | None
    first: date
    last: date
    how: str
    provisional: bool
    tier: str | None = None

    @property
    def key(self) -> str:
        """What names the duty in a round, the same whenever it is computed."""
        return f"{self.kind.name.lower()}-{self.congress or self.tier}"

    @property
    def is_due(self) -> bool:
        """Whether it is something to be delivered by its last day, not an event."""
        return self.kind in (DutyKind.NOTICE, DutyKind.PAPERS, DutyKind.REPORT)

    def is_late(self, as_of: date | None) -> bool:
        """Whether its last day is over on a day; events pass, only what was due is late."""
        return as_of is not None and self.is_due and self.last < as_of


def duties(found: Round, calendar: WorkingCalendar) -> tuple[Duty, ...]:
    """The duties of a round in the order of their last days; suspended congresses have none."""
    listed = [*_notices(found)]
    for congress in found.held:
        listed += _of_congress(found, congress, calendar)
    return tuple(sorted(listed, key=lambda duty: (duty.last, duty.first, duty.key)))


def papers_due(found: Round, congress: Congress, calendar: WorkingCalendar) -> date | None:
    """The last day on which the papers are in time; None while no opening is known."""
    opening = opening_of(congress)
    if opening is None:
        return None
    return calendar.working_day_before(opening, found.deadlines.papers_before_opening)


def report_due(found: Round, congress: Congress, calendar: WorkingCalendar) -> date | None:
    """The last day on which the report is in time; None while no closing is known."""
    closing = congress.known_time.closing
    if closing is None:
        return None
    return calendar.working_day_after(closing, found.deadlines.report_after_closing)


def opening_of(congress: Congress) -> date | None:
    """The earliest planned day; a preparatory session on a day before the congress counts.

    Hướng dẫn 36-HD/VPTW, as copies have it, numbers the papers of a congress from its
    preparatory session on; that a limit is counted from it too is our reading, the safe one.
    """
    times = [congress.time.opening]
    if congress.preparatory_session:
        times.append(congress.preparatory_session.opening)
    known = [day for day in times if day]
    return min(known) if known else None


def _notices(found: Round) -> Iterator[Duty]:
    for tier in found.tiers:
        used = any(congress.tier == tier.id for congress in found.held)
        if tier.notice and used:
            yield Duty(
                kind=DutyKind.NOTICE,
                what=f"Thông báo lịch tổ chức đại hội và thành phần khách mời: {tier.label}",
                who=f"Ban Thường vụ {found.head.short_committee}",
                congress=None,
                first=tier.notice.first,
                last=tier.notice.last,
                how=f"trong tháng {tier.notice}",
                provisional=False,
                tier=tier.id,
            )


def _of_congress(found: Round, congress: Congress, calendar: WorkingCalendar) -> Iterator[Duty]:
    yield from _papers(found, congress, calendar)
    yield from _visit(found, congress)
    first = congress.known_preparatory
    yield from _event(found, congress, first, DutyKind.PREPARATORY)
    yield from _event(found, congress, congress.known_time, DutyKind.CONGRESS)
    yield from _report(found, congress, calendar)


def _papers(found: Round, congress: Congress, calendar: WorkingCalendar) -> Iterator[Duty]:
    opening, due = opening_of(congress), papers_due(found, congress, calendar)
    if opening is None or due is None:
        return
    unit = found.unit(congress)
    days = two_digits(found.deadlines.papers_before_opening)
    may_move = _is_open(congress.time, unit)
    from_day = _counted_from("khai mạc", opening, may_move=may_move)
    yield Duty(
        kind=DutyKind.PAPERS,
        what=f"Gửi hồ sơ đại hội {unit.full_name} về {found.receiving_office}",
        who=intern(_sender(found, unit).standing_committee),
        congress=unit.id,
        first=due,
        last=due,
        how=intern(f"{days} ngày làm việc trước {from_day}, không tính ngày khai mạc"),
        provisional=may_move or calendar.is_provisional_between(due, opening),
    )


def _report(found: Round, congress: Congress, calendar: WorkingCalendar) -> Iterator[Duty]:
    closing, due = congress.known_time.closing, report_due(found, congress, calendar)
    if closing is None or due is None:
        return
    unit, head = found.unit(congress), found.head.short_committee
    days = two_digits(found.deadlines.report_after_closing)
    may_move = _is_open(congress.known_time, unit)
    from_day = _counted_from("bế mạc", closing, may_move=may_move)
    yield Duty(
        kind=DutyKind.REPORT,
        what=f"Báo cáo kết quả đại hội {unit.full_name} với Ban Thường vụ {head}",
        who=intern(unit.standing_committee),
        congress=unit.id,
        first=due,
        last=due,
        how=intern(f"{days} ngày làm việc sau {from_day}, không tính ngày bế mạc"),
        provisional=may_move or calendar.is_provisional_between(closing, due),
    )


def _visit(found: Round, congress: Congress) -> Iterator[Duty]:
    yield from _event(found, congress, congress.preparation_visit, DutyKind.VISIT)


def _event(
    found: Round, congress: Congress, time: EventTime | None, kind: DutyKind
) -> Iterator[Duty]:
    """An event on its own days; one without any day is no duty yet."""
    days = [day for day in (time.opening, time.closing) if day] if time else []
    if time is None or not days:
        return
    unit = found.unit(congress)
    visitor = congress.visitors or found.steering_group.name
    yield Duty(
        kind=kind,
        what=f"{kind}: {unit.full_name}",
        who=intern(visitor if kind is DutyKind.VISIT else unit.full_name),
        congress=unit.id,
        first=days[0],
        last=days[-1],
        how=intern(f"theo lịch: {time}"),
        provisional=_is_open(time, unit),
    )


def _sender(found: Round, unit: Organization) -> Organization:
    """Who sends the papers: the superior that approved them, or the unit itself."""
    above = found.superior(unit)
    return unit if above is None or found.is_direct(unit) else above


def _is_open(time: EventTime, unit: Organization) -> bool:
    """Whether the days of a time may still move; the days of a group are not those of each."""
    spread = unit.is_group and time.opening != time.closing
    return time.tentative or time.opening is None or not time.is_exact or spread


def _counted_from(event: str, day: date, *, may_move: bool) -> str:
    """ "ngày khai mạc 20/02/2025", or that it is only the earliest or latest one."""
    if not may_move:
        return f"ngày {event} {short_date(day)}"
    bound = "sớm nhất" if event == "khai mạc" else "muộn nhất"
    return f"ngày {event} {bound} có thể ({short_date(day)})"
