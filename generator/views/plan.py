"""The plan: every value that its template prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model import Issuer, Purpose
from generator.paper_format import PARTY, PROFILES, Profile, party_profile
from generator.vietnamese import listed, lower_first, short_date, two_digits
from generator.views import wording
from generator.views.blocks import (
    DRAFT,
    Head,
    Signature,
    filed,
    number_line,
    office,
    place_date,
    recipients,
    signature,
)
from generator.views.outline import OutlineLine, outline
from generator.views.plan_units import Below, Direct, below, direct, split
from generator.views.schedule import ScheduleGroup, schedule

if TYPE_CHECKING:
    from generator.model import Organization, Round

KIND = "kế hoạch"
SUBJECT = "chỉ đạo đại hội điểm"
_OF_A_SECRETARY = (Purpose.BAU_TRUC_TIEP_BI_THU, Purpose.BAU_TRUC_TIEP_BTV)


@dataclass(frozen=True, slots=True)
class Notice:
    """The notice that assigns the members' tasks."""

    title: str
    short_title: str
    date: str | None
    attached: bool


@dataclass(frozen=True, slots=True)
class TierNotice:
    """The month in which a tier's schedule is announced."""

    tier: str
    month: str


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan with its three appendices."""

    document_title: str
    head: Head
    subject: str
    tiers: str
    term: str
    level: str
    chooser: str
    grounds: str
    notice: Notice | None
    author: str
    group: str
    group_short: str
    units: str
    head_committee: str
    lower_committees: str
    local_committees: str
    direct_election: bool
    tier_notices: tuple[TierNotice, ...]
    below: Below | None
    direct: Direct | None
    notes_number: str
    dossier: str
    procedure: str
    papers_days: str
    report_days: str
    receiving_office: str
    instructed: str
    leads_below: bool
    recipients: tuple[str, ...]
    signature: Signature
    schedule: tuple[ScheduleGroup, ...]
    hosts: str | None
    hosted_units: str
    outline: tuple[OutlineLine, ...]
    outline_signing_body: str


def subject_of(found: Round) -> str:
    """What the plan is about: a steering group coordinates, a committee directs."""
    return f"phối hợp {SUBJECT}" if _by_group(found) else SUBJECT


def title_of(found: Round) -> str:
    """The subject with the tiers and terms: "… cấp cơ sở và cấp huyện nhiệm kỳ 2025-2030"."""
    terms = wording.terms_phrase(found)
    return f"{subject_of(found)} {wording.tiers_phrase(found)} nhiệm kỳ {terms}"


def profile_of(found: Round) -> Profile:
    """The profile of the plan: named by the data, or by its date."""
    plan = found.plan
    if plan.profile:
        return PROFILES[plan.profile]
    by_date = (
        party_profile(plan.issued_on.first, plan.issued_on.last) if plan.issued_on else None
    )
    return by_date or PARTY[-1]  # only a draft has no date: the rule stops any other round


def plan(found: Round, *, draft: bool = False) -> PlanView:
    """The plan of a round that the rules found right."""
    head, group = found.head, found.steering_group
    congresses = found.active
    units = [found.unit(congress) for congress in congresses]
    indirect, straight = below(found), direct(found)
    return PlanView(
        document_title=f"Kế hoạch {title_of(found)}",
        head=_head(found, draft=draft),
        subject=subject_of(found),
        tiers=wording.tiers_phrase(found),
        term=wording.terms_phrase(found, congresses),
        level=str(head.unit),
        chooser=wording.chooser(head),
        grounds="; ".join(ground.cited() for ground in found.plan.grounds),
        notice=_notice(found),
        author=group.short_name
        if _by_group(found)
        else f"Ban Thường vụ {head.short_committee}",
        group=group.name,
        group_short=group.short_name,
        units=wording.kinds_phrase(units),
        head_committee=head.short_committee,
        lower_committees=wording.lower_committees(found.approving or found.informed),
        local_committees=wording.local_committees(found.informed),
        direct_election=any({*_OF_A_SECRETARY} & {*c.purposes} for c in congresses),
        tier_notices=_tier_notices(found),
        below=indirect,
        direct=straight,
        notes_number=f"3.{1 + bool(indirect) + bool(straight)}",
        dossier=_dossier(found),
        procedure=_procedure(found),
        papers_days=f"{two_digits(found.deadlines.papers_before_opening)} ngày làm việc",
        report_days=f"{two_digits(found.deadlines.report_after_closing)} ngày làm việc",
        receiving_office=found.receiving_office,
        leads_below=all(one.has_advisory_bodies for one in found.instructed),
        instructed=", ".join(wording.districts(found.instructed, "Ban thường vụ")),
        recipients=_recipients(found),
        signature=signature(found.plan.signatory, group.short_name if _by_group(found) else ""),
        schedule=schedule(found),
        hosts=wording.generic_committees(_hosts(found)) or None,
        hosted_units=_hosted(found),
        outline=outline(found.report_outline),
        outline_signing_body="BAN THƯỜNG VỤ" if _all_have_boards(found) else "CẤP ỦY",
    )


def _all_have_boards(found: Round) -> bool:
    units = (found.unit(congress) for congress in found.active)
    return all(unit.acts_by_board for unit in units)


def _hosts(found: Round) -> list[Organization]:
    """The committees that receive a visit with their standing boards and offices."""
    return [one for one in found.informed if one.has_advisory_bodies]


def _by_group(found: Round) -> bool:
    return found.plan.issuer is Issuer.TO_CHI_DAO


def _head(found: Round, *, draft: bool) -> Head:
    plan_, head, group = found.plan, found.head, found.steering_group
    above = found.superior(head)
    by_rule = group.symbol if _by_group(found) else head.symbol
    number = number_line(profile_of(found), plan_.number, KIND, plan_.symbol or by_rule or "")
    superior = head.committee if _by_group(found) else (above.full_name if above else None)
    issuer = group.name if _by_group(found) else head.committee
    return Head(
        superior=superior.upper() if superior else None,
        issuer=issuer.upper(),
        number=number,
        place_date=place_date(plan_.place_name or found.place_name(head), plan_.issued_on),
        draft=DRAFT if draft else None,
    )


def _notice(found: Round) -> Notice | None:
    document = found.steering_group.assignment_notice
    if document is None:
        return None
    return Notice(
        title=document.title,
        short_title=document.short_title or str(document.kind),
        date=short_date(document.date) if document.date else None,
        attached=document.attached,
    )


def _tier_notices(found: Round) -> tuple[TierNotice, ...]:
    """The months of notices, the tiers of one month together."""
    tiers = [tier for tier in found.active_tiers if tier.notice]
    months = dict.fromkeys(str(tier.notice) for tier in tiers)
    return tuple(
        TierNotice(
            listed([lower_first(tier.label) for tier in tiers if str(tier.notice) == month]),
            month,
        )
        for month in months
    )


def _dossier(found: Round) -> str:
    parts = (f"({i}) {text}" for i, text in enumerate(found.dossier_texts, start=1))
    return "; ".join(parts)


def _procedure(found: Round) -> str:
    document = found.procedure
    provision = f"{document.provision}, " if document.provision else ""
    return f"{provision}{document.cited()}"


def _recipients(found: Round) -> tuple[str, ...]:
    head, plan_ = found.head, found.plan
    above = found.superior(head)
    first = f"Thường trực {head.short_committee} (báo cáo)"
    if not _by_group(found):
        first = f"Ban Thường vụ {above.short_committee} (báo cáo)" if above else ""
    kept = found.steering_group.short_name if _by_group(found) else office(head)
    names = [
        first,
        *wording.districts(found.informed, "BTV"),
        f"Các thành viên {found.steering_group.short_name}",
        *plan_.extra_recipients,
        filed(profile_of(found), plan_.filing or kept),
    ]
    return recipients(profile_of(found), [name for name in names if name])


def _hosted(found: Round) -> str:
    congresses, straight = split(found)
    chosen = (congresses or straight) if _hosts(found) else found.active
    kinds = wording.kinds_phrase(found.unit(congress) for congress in chosen)
    committees = wording.committees_phrase(found, chosen)
    return committees.replace("Cấp ủy", "Đảng ủy") if kinds == "đảng bộ" else committees
