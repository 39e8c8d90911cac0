"""A unit's report on the result of its congress: the skeleton that it fills in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from generator.model import Issuer, OrganizationKind
from generator.paper_format import Profile, party_profile
from generator.vietnamese import date_line, lower_first, roman
from generator.views.blocks import DRAFT, Head, filed, number_line, office, recipients
from generator.views.outline import OutlineLine, in_capitals, outline
from generator.views.plan import profile_of, title_of
from generator.views.wording import aims_phrase

if TYPE_CHECKING:
    from generator.model import Congress, EventTime, Organization, Round

KIND = "báo cáo"
WRITING = timedelta(days=31)  # within which a report is dated; a year it may leave stays blank


@dataclass(frozen=True, slots=True)
class ReportView:
    """The report of one unit."""

    document_title: str
    head: Head
    congress: str
    term: str
    plan: str
    event: str
    aim: str
    time: str
    time_is_set: bool
    venue: str | None
    author: str
    outline: tuple[OutlineLine, ...]
    signing_body: str
    recipients: tuple[str, ...]


def report(found: Round, congress: Congress, *, draft: bool = False) -> ReportView:
    """The skeleton for a congress that is to be held, or was."""
    unit = found.unit(congress)
    term = str(found.term_of(congress))
    name = f"đại hội điểm {unit.full_name}"
    days = congress.known_time
    known = days if days.opening or days.closing else congress.time
    is_set = days.is_exact and not days.tentative
    return ReportView(
        document_title=f"Báo cáo kết quả {name} nhiệm kỳ {term}",
        head=_head(found, congress, draft=draft),
        congress=name,
        term=term,
        plan=_plan(found),
        event=_event(congress, unit),
        aim=aims_phrase([congress]),
        time=_time(congress, days) if is_set else str(known),
        time_is_set=is_set,
        venue=congress.venue,
        author=unit.standing_committee,
        outline=in_capitals(outline(found.report_outline)),
        signing_body=_signing_body(unit),
        recipients=_recipients(found, congress),
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


def _plan(found: Round) -> str:
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


def _time(congress: Congress, days: EventTime) -> str:
    """When it was held, or is planned, with its preparatory session where there is one."""
    first = congress.known_preparatory
    return f"{days} (phiên trù bị: {first})" if first else str(days)


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
