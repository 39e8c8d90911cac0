"""A round of congresses: all that one plan covers."""

from __future__ import annotations

from enum import StrEnum
from functools import cached_property
from typing import TYPE_CHECKING

from pydantic import Field

from generator.model.base import (
    Count,
    Identifier,
    OrganizationRef,
    Record,
    TermText,
    Text,
    TierRef,
)
from generator.model.dates import MonthField, Term, TermField
from generator.model.organization import Organization
from generator.model.paper import LegalDocument, Plan
from generator.model.time import EventTimeField
from generator.model.time_forms import EventTime, Unset
from generator.vietnamese import two_digits

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date


class CongressKind(StrEnum):
    """Who takes part."""

    DAI_BIEU = "đại hội đại biểu"
    DANG_VIEN = "đại hội đảng viên"


class Purpose(StrEnum):
    """What a pilot is for; a congress may have several."""

    RUT_KINH_NGHIEM = "rút kinh nghiệm"
    BAU_TRUC_TIEP_BI_THU = "bầu trực tiếp bí thư"
    BAU_TRUC_TIEP_BTV = "bầu trực tiếp ban thường vụ, bí thư, phó bí thư"


class Status(StrEnum):
    """What became of a congress."""

    THEO_KE_HOACH = "theo kế hoạch"
    DOI_THOI_GIAN = "đổi thời gian"
    DA_TO_CHUC = "đã tổ chức"
    HOAN = "hoãn"
    TAM_DUNG = "tạm dừng"
    THAY_THE = "thay bằng đơn vị khác"


class Tier(Record):
    """A tier of organisations, in the order in which the schedules list them."""

    id: Identifier = Field(title="Mã")
    label: Text = Field(title="Tên cấp")
    rank: Text = Field(title="Cấp trong câu")
    notice: MonthField | None = Field(None, title="Tháng thông báo lịch đại hội")
    expected: Count | None = Field(None, title="Số đơn vị theo quyết định")


class Group(Record):
    """A group of the schedules: the congresses with one purpose, under one heading."""

    purpose: Purpose = Field(title="Mục đích")
    heading: Text = Field(title="Đề mục")
    expected: Count | None = Field(None, title="Số đơn vị theo quyết định")


class Actual(Record):
    """The days on which a congress was held, as far as they are known."""

    preparatory_session: EventTimeField | None = Field(None, title="Phiên trù bị")
    time: EventTimeField | None = Field(None, title="Thời gian đại hội")

    @property
    def opening(self) -> date | None:
        """The earliest day on which it can have begun."""
        times = (self.preparatory_session, self.time)
        return min((one.opening for one in times if one and one.opening), default=None)


class Congress(Record):
    """One congress of the round."""

    organization: OrganizationRef = Field(title="Đơn vị")
    tier: TierRef = Field(title="Cấp")
    purposes: tuple[Purpose, ...] = Field((), title="Mục đích")
    time: EventTimeField = Field(title="Thời gian đại hội")
    time_note: Text | None = Field(None, title="Ghi chú thời gian")
    preparatory_session: EventTimeField | None = Field(None, title="Phiên trù bị")
    preparation_visit: EventTimeField | None = Field(None, title="Ngày kiểm tra")
    visit_team: Text | None = Field(None, title="Tổ kiểm tra")
    visit_teams: Count | None = Field(None, title="Số tổ kiểm tra")
    joint_visit: bool = Field(default=False, title="Kiểm tra chung một buổi")
    kind: CongressKind | None = Field(None, title="Hình thức đại hội")
    ordinal: Count | None = Field(None, title="Lần thứ")
    term: TermField | None = Field(None, title="Nhiệm kỳ riêng")
    venue: Text | None = Field(None, title="Địa điểm")
    status: Status = Field(Status.THEO_KE_HOACH, title="Tình trạng")
    changed_by: LegalDocument | None = Field(None, title="Văn bản thay đổi")
    actual: Actual = Field(Actual(), title="Thực tế")

    @property
    def visitors(self) -> str:
        """Who visits, as far as the plan says: a team's name, how many teams."""
        several = f"{two_digits(self.visit_teams)} tổ kiểm tra" if self.visit_teams else None
        return ", ".join(words for words in (self.visit_team, several) if words)

    @property
    def is_scheduled(self) -> bool:
        """Whether the schedules list it: a unit replaced by another one is not listed."""
        return self.status is not Status.THAY_THE

    @property
    def is_on(self) -> bool:
        """Whether it is to be held, or was: its unit has duties and reports."""
        return self.is_planned or self.status is Status.DA_TO_CHUC

    @property
    def is_planned(self) -> bool:
        """Whether it is still to be held, on the first days or on new ones."""
        return self.status in (Status.THEO_KE_HOACH, Status.DOI_THOI_GIAN)

    @property
    def is_changed(self) -> bool:
        """Whether a later document changed what the plan said."""
        return not self.is_on or self.status is Status.DOI_THOI_GIAN

    @property
    def known_time(self) -> EventTime:
        """When it was held, where its days are known; else when it is planned.

        The planned days no longer stand when it is known to have opened after them.
        """
        held, opened, planned = self.actual.time, self.actual.opening, self.time.closing
        missed = opened is not None and planned is not None and opened > planned
        if missed or (held and held.is_exact):
            return held or EventTime(Unset())
        return self.time


class SteeringGroup(Record):
    """The group that steers the pilot congresses."""

    name: Text = Field(title="Tên đầy đủ")
    short_name: Text = Field(title="Tên gọi tắt")
    head: Text = Field("Tổ trưởng", title="Người đứng đầu")
    # no rule was found for a "tổ"; by analogy with BCĐ (ban chỉ đạo) of real papers
    symbol: Text = Field("TCĐ", title="Ký hiệu")
    assignment_notice: LegalDocument | None = Field(None, title="Thông báo phân công")


class Deadlines(Record):
    """Limits in working days, and whether offices work and rest as official swaps say."""

    papers_before_opening: Count = Field(title="Gửi hồ sơ trước khai mạc (ngày làm việc)")
    report_after_closing: Count = Field(title="Báo cáo sau bế mạc (ngày làm việc)")
    follow_swaps: bool = Field(default=True, title="Theo ngày nghỉ hoán đổi, làm bù")


class Orders(Record):
    """The orders in which parts of the plan name their units, where not the usual one."""

    approving: tuple[OrganizationRef, ...] = Field((), title="Thứ tự ở mục II.3.1")
    instructed: tuple[OrganizationRef, ...] = Field((), title="Thứ tự ở mục III.1")
    recipients: tuple[OrganizationRef, ...] = Field((), title="Thứ tự ở Nơi nhận")


class OutlineItem(Record):
    """A point of the report's outline; its id is the tag of its content control."""

    id: Identifier = Field(title="Mã")
    title: Text = Field(title="Nội dung")
    marker: Text | None = Field(None, title="Dấu đầu dòng riêng", max_length=1)
    votes: bool = Field(default=False, title="Có bảng kết quả bầu cử")
    narrative: bool = Field(default=False, title="Có lời văn riêng dù có mục con")
    note: Text | None = Field(None, title="Dòng ghi chú sau mục")
    items: tuple[OutlineItem, ...] = Field((), title="Các mục con")


class Round(Record):
    """All that one plan covers (đợt đại hội)."""

    term: TermField = Field(title="Nhiệm kỳ")
    organization: OrganizationRef = Field(title="Đảng bộ chỉ đạo")
    receiving_office: Text = Field(title="Cơ quan nhận hồ sơ, báo cáo")
    plan: Plan = Field(title="Kế hoạch")
    steering_group: SteeringGroup = Field(title="Tổ chỉ đạo")
    deadlines: Deadlines = Field(title="Thời hạn")
    procedure: LegalDocument = Field(title="Quy trình đại hội")
    tiers: tuple[Tier, ...] = Field(min_length=1, title="Các cấp")
    groups: tuple[Group, ...] = Field((), title="Các nhóm đại hội")
    organizations: tuple[Organization, ...] = Field(min_length=1, title="Tổ chức đảng")
    congresses: tuple[Congress, ...] = Field(min_length=1, title="Lịch đại hội")
    expected: Count | None = Field(None, title="Số đại hội theo quyết định")
    orders: Orders = Field(Orders(), title="Thứ tự nêu tên")
    dossier: tuple[TermText, ...] = Field(min_length=1, title="Hồ sơ xin phê duyệt")
    report_outline: tuple[OutlineItem, ...] = Field(min_length=1, title="Đề cương báo cáo")

    @cached_property
    def _by_id(self) -> dict[str, Organization]:
        return {organization.id: organization for organization in self.organizations}

    @property
    def head(self) -> Organization:
        """The organisation that leads the round."""
        return self._by_id[self.organization]

    def unit(self, congress: Congress) -> Organization:
        """The organisation whose congress it is."""
        return self._by_id[congress.organization]

    def named(self, identifier: str) -> Organization:
        """The organisation with this id."""
        return self._by_id[identifier]

    def superior(self, organization: Organization) -> Organization | None:
        """The organisation right above, None at the top."""
        return self._by_id.get(organization.superior or "")

    def is_direct(self, organization: Organization) -> bool:
        """Whether it stands right under the organisation that leads the round."""
        return organization.superior == self.organization

    def term_of(self, congress: Congress) -> Term:
        """The term that the congress opens."""
        return congress.term or self.term

    @property
    def direct_units(self) -> tuple[Organization, ...]:
        """The scheduled units right under the head of the round."""
        units = (self.unit(congress) for congress in self.scheduled)
        return tuple(unit for unit in units if self.is_direct(unit))

    @property
    def approving(self) -> tuple[Organization, ...]:
        """Who approves for the other units: their superiors, in the order of mention."""
        units = (self.unit(congress) for congress in self.scheduled)
        above = [self.superior(unit) for unit in units if not self.is_direct(unit)]
        return self._in_order(above, self.orders.approving)

    @property
    def instructed(self) -> tuple[Organization, ...]:
        """Whom the plan instructs: the direct units and the approving superiors."""
        return self._in_order([*self.direct_units, *self.approving], self.orders.instructed)

    @property
    def informed(self) -> tuple[Organization, ...]:
        """Who receives the plan: the same, in the order of the recipients."""
        return self._in_order([*self.direct_units, *self.approving], self.orders.recipients)

    @staticmethod
    def _in_order(
        found: Iterable[Organization | None], order: tuple[str, ...]
    ) -> tuple[Organization, ...]:
        """Each once: in the given order, else places first, in the order of the schedule."""
        by_id = {one.id: one for one in found if one}
        usual = sorted(by_id.values(), key=lambda one: not one.is_territorial)
        given = [by_id[identifier] for identifier in order if identifier in by_id]
        return tuple(dict.fromkeys([*given, *usual]))

    @property
    def scheduled(self) -> tuple[Congress, ...]:
        """The congresses that the schedules list, in the order of the data."""
        return tuple(congress for congress in self.congresses if congress.is_scheduled)

    @property
    def held(self) -> tuple[Congress, ...]:
        """The congresses whose units have duties: neither suspended nor replaced."""
        return tuple(congress for congress in self.congresses if congress.is_on)

    @property
    def reporting(self) -> tuple[Congress, ...]:
        """The congresses with papers of their own: those held by one unit, not by a group."""
        return tuple(one for one in self.held if not self.unit(one).is_group)

    @property
    def dossier_texts(self) -> tuple[str, ...]:
        """The dossier with the terms in place."""
        terms = {"term": str(self.term), "previous_term": str(self.term.previous)}
        return tuple(text.format(**terms) for text in self.dossier)

    def place_name(self, organization: Organization) -> str:
        """The place on an organisation's papers: its own, or the nearest place above it."""
        given = organization.names.place_name
        if given or organization.is_territorial:
            return given or organization.name
        above = self.superior(organization)
        return self.place_name(above) if above else organization.name
