"""A unit's report on the result of its congress: a skeleton before it, filled after it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from generator.model import Issuer, OrganizationKind, parse_time
from generator.paper_format import Profile, party_profile
from generator.slots import Slot, anchor_of, mark_of_words
from generator.statistics import UnitSummary, summary
from generator.vietnamese import date_line, lower_first, roman, short_date
from generator.views.annexes import Roster, roster
from generator.views.blocks import DRAFT, Head, filed, number_line, office, recipients
from generator.views.election_form import round_mark
from generator.views.outline import Control, OutlineLine, in_capitals, outline
from generator.views.plan import profile_of, title_of
from generator.views.report_attendance import attendance
from generator.views.report_points import (
    expected,
    filled_control,
    skeleton_control,
    with_something,
)
from generator.views.report_silence import silenced
from generator.views.wording import aims_phrase

if TYPE_CHECKING:
    from generator.elections import Counted
    from generator.model import Congress, EventTime, Organization, Round
    from generator.model.result import CongressResult

KIND = "báo cáo"
WRITING = timedelta(days=31)  # within which a report is dated; a year it may leave stays blank


TIME = "thoi-gian"
PAPER = "vankien bao-cao-ket-qua"  # how a file says what it is, under any name


@dataclass(frozen=True, slots=True)
class TimeSaid:
    """When the congress was held; where that is not set, only what the plan says."""

    text: str
    is_set: bool
    tag: str
    anchor: str
    mark: str


@dataclass(frozen=True, slots=True)
class ReportView:
    """The report of one unit; `findings` are what disagrees in a draft.

    `silenced` are for a paper that the unit has written in: what has nothing to say any more.
    """

    document_title: str
    keywords: str
    head: Head
    congress: str
    term: str
    plan: str
    event: str
    aim: str
    time: TimeSaid
    venue: str | None
    author: str
    findings: tuple[str, ...]
    attendance: Control
    outline: tuple[OutlineLine, ...]
    roster: Roster | None
    silenced: tuple[Slot, ...]
    signing_body: str
    recipients: tuple[str, ...]


def report(
    found: Round,
    congress: Congress,
    *,
    draft: bool = False,
    counted: Counted | None = None,
    findings: tuple[str, ...] = (),
) -> ReportView:
    """The skeleton for a congress that is to be held, or was; filled where it is counted."""
    unit = found.unit(congress)
    term = str(found.term_of(congress))
    name = f"đại hội điểm {unit.full_name}"
    figures = summary(counted, found) if counted else None
    return ReportView(
        document_title=f"Báo cáo kết quả {name} nhiệm kỳ {term}",
        keywords=f"{PAPER} {congress.organization} | {round_mark(found)}",
        head=_head(found, congress, draft=draft),
        congress=name,
        term=term,
        plan=cited_plan(found),
        event=_event(congress, unit),
        aim=aims_phrase([congress]),
        time=_time_said(congress, counted.result if counted else None),
        venue=congress.venue,
        author=unit.standing_committee,
        findings=findings if draft else (),
        attendance=attendance(congress, counted),
        outline=in_capitals(_outline(found, congress, counted, figures)),
        roster=roster(counted, figures),
        silenced=silenced(found, counted, figures) if counted and figures else (),
        signing_body=_signing_body(unit),
        recipients=_recipients(found, congress),
    )


def _outline(
    found: Round, congress: Congress, counted: Counted | None, figures: UnitSummary | None
) -> tuple[OutlineLine, ...]:
    """The points; after the congress without those that have nothing to say."""
    if counted is None or figures is None:
        return outline(
            expected(found.report_outline, found, congress),
            lambda item: skeleton_control(item, found, congress),
        )
    return outline(
        with_something(found.report_outline, found, counted),
        lambda item: filled_control(item, found, counted, figures),
    )


def report_profile(found: Round, congress: Congress) -> Profile:
    """The profile in force in the month after the congress; without one, the plan's."""
    day = congress.known_time.closing or congress.known_time.opening
    by_date = party_profile(day, day + WRITING) if day else None
    return by_date or profile_of(found)


def _head(found: Round, congress: Congress, *, draft: bool) -> Head:
    unit = found.unit(congress)
    above = found.superior(unit)
    closing = congress.known_time.closing
    year = closing.year if closing and closing.year == (closing + WRITING).year else None
    date = date_line(None, None, year)
    is_cell = unit.kind is OrganizationKind.CHI_BO
    issuer = unit.full_name if is_cell else unit.committee
    return Head(
        superior=above.full_name.upper() if above else None,
        issuer=issuer.upper(),
        number=number_line(report_profile(found, congress), None, KIND, unit.symbol or ""),
        place_date=f"{found.place_name(unit)}, {date}",
        draft=DRAFT if draft else None,
    )


def cited_plan(found: Round) -> str:
    """The plan that asks for the report, as the report cites it."""
    plan, head = found.plan, found.head
    by_group = plan.issuer is Issuer.TO_CHI_DAO
    symbol = plan.symbol or (found.steering_group.symbol if by_group else head.symbol) or ""
    number = number_line(profile_of(found), plan.number, "kế hoạch", symbol)
    day = plan.issued_on
    date = date_line(
        day.day if day else None,
        day.month.month if day else None,
        day.month.year if day else None,
    )
    group = f"{found.steering_group.name} ({head.committee})"
    issuer = group if by_group else head.standing_committee
    return f"Kế hoạch {lower_first(number)}, {date} của {issuer} về {title_of(found)}"


def _time_said(congress: Congress, result: CongressResult | None) -> TimeSaid:
    """When it was held, or is planned, with its preparatory session where there is one."""
    days = _held(result) if result else congress.known_time
    known = days if days.opening or days.closing else congress.time
    is_set = days.is_exact and not days.tentative
    first = congress.known_preparatory if is_set and not result else None
    said = f"{days} (phiên trù bị: {first})" if first else str(known)
    text = said if is_set else f"[ghi ngày đại hội; theo kế hoạch: {said}]"
    return TimeSaid(text, is_set, TIME, anchor_of(TIME), mark_of_words(TIME, text))


def _held(result: CongressResult) -> EventTime:
    """The days that the result says: one, two in a list, or a range."""
    first, last = result.opened_on, result.closed_on
    if last < first:  # a mistake that the draft lists
        return parse_time(short_date(first))
    if (last - first).days > 1:
        return parse_time(f"{short_date(first)} - {short_date(last)}")
    return parse_time(", ".join(short_date(day) for day in dict.fromkeys((first, last))))


def _event(congress: Congress, unit: Organization) -> str:
    """The congress by its full name: "Đại hội đại biểu Đảng bộ xã Tân Lập lần thứ XII"."""
    kind = congress.kind or "đại hội"
    ordinal = f" lần thứ {roman(congress.ordinal)}," if congress.ordinal else ""
    return f"{kind[:1].upper()}{kind[1:]} {unit.full_name}{ordinal}"


def _signing_body(unit: Organization) -> str:
    """Who the secretary signs for; of a cell, the cell (one source: a school's guide)."""
    if unit.kind is OrganizationKind.CHI_BO:
        return "CHI BỘ"
    return "BAN THƯỜNG VỤ" if unit.acts_by_board else _without_board(unit)


def _without_board(unit: Organization) -> str:
    """A committee without a standing board, as it signs: "ĐẢNG ỦY"."""
    given = unit.names.standing_committee
    return given.upper() if given else "ĐẢNG ỦY"


def _recipients(found: Round, congress: Congress) -> tuple[str, ...]:
    unit = found.unit(congress)
    above = found.superior(unit)
    own = [] if above is None or found.is_direct(unit) else [above.standing_committee]
    names = [
        f"Ban Thường vụ {found.head.short_committee} (báo cáo)",
        *own,
        found.receiving_office,
        filed(report_profile(found, congress), office(unit)),
    ]
    return recipients(report_profile(found, congress), names)
