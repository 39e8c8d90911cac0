"""The plan: every value that its template prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model import Issuer, Purpose, number_of
from generator.paper_format import PROFILES, Profile, party_profile
from generator.vietnamese import listed, short_date, two_digits
from generator.views import wording
from generator.views.blocks import (
    DRAFT,
    Head,
    Signature,
    number_line,
    office,
    place_date,
    recipients,
    signature,
)
from generator.views.outline import OutlineLine, outline
from generator.views.schedule import ScheduleGroup, schedule

if TYPE_CHECKING:
    from generator.model import Congress, Round

KIND = "kế hoạch"
TITLE = "phối hợp chỉ đạo đại hội điểm"
_AIMS = {
    Purpose.RUT_KINH_NGHIEM: "để rút kinh nghiệm chỉ đạo đại hội đại trà",
    Purpose.BAU_TRUC_TIEP_BI_THU: "để thí điểm bầu trực tiếp bí thư tại đại hội",
    Purpose.BAU_TRUC_TIEP_BTV: (
        "để thí điểm bầu trực tiếp ban thường vụ, bí thư, phó bí thư tại đại hội"
    ),
}
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
class Below:
    """The units whose superior approves."""

    number: str
    units: str
    counts: str
    committees: str
    term: str
    approving: str


@dataclass(frozen=True, slots=True)
class Direct:
    """The units right under the head of the round, which approves itself."""

    number: str
    names: str
    role: str
    committees: str
    generic: str
    term: str


@dataclass(frozen=True, slots=True)
class PlanView:
    """The plan with its three appendices."""

    document_title: str
    head: Head
    tiers: str
    term: str
    level: str
    grounds: str
    notice: Notice | None
    author: str
    group: str
    group_short: str
    units: str
    head_committee: str
    lower_committees: str
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
    recipients: tuple[str, ...]
    signature: Signature
    schedule: tuple[ScheduleGroup, ...]
    hosts: str
    hosted_units: str
    outline: tuple[OutlineLine, ...]


def profile_of(found: Round) -> Profile:
    """The profile of the plan: named by the data, or by its date."""
    plan = found.plan
    if plan.profile:
        return PROFILES[plan.profile]
    by_date = (
        party_profile(plan.issued_on.first, plan.issued_on.last) if plan.issued_on else None
    )
    if by_date is None:  # the rule plan_has_a_profile stops such a round
        raise ValueError("no profile")
    return by_date


def plan(found: Round, *, draft: bool = False) -> PlanView:
    """The plan of a round that the rules found right."""
    head, group = found.head, found.steering_group
    tiers = wording.tiers_phrase(found)
    congresses = found.scheduled
    units = [found.unit(congress) for congress in congresses]
    below, direct = _below(found), _direct(found)
    return PlanView(
        document_title=f"Kế hoạch {TITLE} {tiers} nhiệm kỳ {found.term}",
        head=_head(found, draft=draft),
        tiers=tiers,
        term=str(found.term),
        level=str(head.unit),
        grounds="; ".join(ground.cited() for ground in found.plan.grounds),
        notice=_notice(found),
        author=group.short_name
        if _by_group(found)
        else f"Ban Thường vụ {head.short_committee}",
        group=group.name,
        group_short=group.short_name,
        units=wording.kinds_phrase(units),
        head_committee=head.short_committee,
        lower_committees=wording.lower_committees(found.approving or found.direct_units),
        direct_election=any({*_OF_A_SECRETARY} & {*c.purposes} for c in congresses),
        tier_notices=_tier_notices(found),
        below=below,
        direct=direct,
        notes_number=f"3.{1 + bool(below) + bool(direct)}",
        dossier=_dossier(found),
        procedure=_procedure(found),
        papers_days=f"{two_digits(found.deadlines.papers_before_opening)} ngày làm việc",
        report_days=f"{two_digits(found.deadlines.report_after_closing)} ngày làm việc",
        receiving_office=found.receiving_office,
        instructed=", ".join(wording.districts(found.instructed, "Ban thường vụ")),
        recipients=_recipients(found),
        signature=signature(found.plan.signatory, group.short_name),
        schedule=schedule(found),
        hosts=wording.generic_committees(found.informed),
        hosted_units=_hosted(found),
        outline=outline(found.report_outline),
    )


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
    return tuple(
        TierNotice(tier.label[:1].lower() + tier.label[1:], str(tier.notice))
        for tier in wording.tiers_used(found)
        if tier.notice
    )


def _split(found: Round) -> tuple[tuple[Congress, ...], tuple[Congress, ...]]:
    direct = tuple(c for c in found.scheduled if found.is_direct(found.unit(c)))
    return tuple(c for c in found.scheduled if c not in direct), direct


def _below(found: Round) -> Below | None:
    congresses, _ = _split(found)
    if not congresses:
        return None
    units = [found.unit(congress) for congress in congresses]
    return Below(
        number="3.1",
        units=wording.units_phrase(found, congresses),
        counts=wording.counts_phrase(units),
        committees=wording.committees_phrase(found, congresses),
        term=wording.terms_phrase(found, congresses),
        approving=wording.standing_committees(found.approving),
    )


def _direct(found: Round) -> Direct | None:
    below, congresses = _split(found)
    if not congresses:
        return None
    units = [found.unit(congress) for congress in congresses]
    several = "đơn vị" if number_of(units) == 1 else "các đơn vị"
    rank = wording.ranks_phrase(found, congresses)
    aims = [
        aim for purpose, aim in _AIMS.items() if any(purpose in c.purposes for c in congresses)
    ]
    role = f"{several} {found.head.unit} chọn đại hội điểm {rank} {listed(aims)}"
    return Direct(
        number="3.2" if below else "3.1",
        names=", ".join(unit.name_in_text for unit in units),
        role=role.strip(),
        committees=wording.own_committees(units),
        generic=wording.generic_names(units),
        term=wording.terms_phrase(found, congresses),
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
        f"Lưu {plan_.filing or kept}",
    ]
    return recipients(profile_of(found), [name for name in names if name])


def _hosted(found: Round) -> str:
    congresses, direct = _split(found)
    chosen = congresses or direct
    kinds = wording.kinds_phrase(found.unit(congress) for congress in chosen)
    committees = wording.committees_phrase(found, chosen)
    return committees.replace("Cấp ủy", "Đảng ủy") if kinds == "đảng bộ" else committees
