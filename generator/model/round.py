"""A round of congresses: all that one plan covers."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from pydantic import Field

from generator.model.base import (
    PLACEHOLDER,
    Count,
    Identifier,
    OrganizationRef,
    Record,
    TermText,
    Text,
    WorkingDays,
)
from generator.model.congress import Congress, Group, Tier
from generator.model.dates import Term, TermField
from generator.model.election import BodyRef
from generator.model.organization import Organization
from generator.model.paper import LegalDocument, Plan
from generator.model.regulation import ElectionSettings

if TYPE_CHECKING:
    from collections.abc import Iterable


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

    papers_before_opening: WorkingDays = Field(title="Gửi hồ sơ trước khai mạc (ngày làm việc)")
    report_after_closing: WorkingDays = Field(title="Báo cáo sau bế mạc (ngày làm việc)")
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
    bodies: tuple[BodyRef, ...] = Field((), title="Bảng kết quả của")
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
    election: ElectionSettings = Field(ElectionSettings(), title="Bầu cử")

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

    @cached_property
    def active(self) -> tuple[Congress, ...]:
        """The congresses that the plan gives duties for: not those that are suspended."""
        return self.held or self.scheduled

    @cached_property
    def active_tiers(self) -> tuple[Tier, ...]:
        """The tiers of the active congresses, in their order."""
        used = {congress.tier for congress in self.active}
        return tuple(tier for tier in self.tiers if tier.id in used)

    @cached_property
    def active_terms(self) -> tuple[Term, ...]:
        """The terms that the active congresses open, in their order."""
        return tuple(sorted({self.term_of(congress) for congress in self.active}))

    @property
    def approving(self) -> tuple[Organization, ...]:
        """Who approves for the units that are not direct: their superiors, in order."""
        return self._in_order(self.superiors_of(self.active), self.orders.approving)

    @property
    def instructed(self) -> tuple[Organization, ...]:
        """Whom the plan instructs: the direct units and the approving superiors."""
        return self._in_order(self.addressed_for(self.active), self.orders.instructed)

    @property
    def informed(self) -> tuple[Organization, ...]:
        """Who receives the plan: the same, in the order of the recipients."""
        return self._in_order(self.addressed_for(self.active), self.orders.recipients)

    def superiors_of(self, congresses: Iterable[Congress]) -> list[Organization]:
        """The superiors of the units that do not stand right under the head, as they come."""
        units = [self.unit(congress) for congress in congresses]
        above = [self.superior(unit) for unit in units if not self.is_direct(unit)]
        return [one for one in above if one]

    def addressed_for(self, congresses: Iterable[Congress]) -> list[Organization]:
        """The units right under the head, then the superiors of the others."""
        listed = tuple(congresses)
        units = [self.unit(congress) for congress in listed]
        direct = [unit for unit in units if self.is_direct(unit)]
        return [*direct, *self.superiors_of(listed)]

    @staticmethod
    def _in_order(
        found: Iterable[Organization], order: tuple[str, ...]
    ) -> tuple[Organization, ...]:
        """Each once: in the given order, else places first, in the order of the schedule."""
        by_id = {one.id: one for one in found}
        usual = sorted(by_id, key=lambda one: not by_id[one].is_territorial)
        given = [identifier for identifier in order if identifier in by_id]
        return tuple(by_id[identifier] for identifier in dict.fromkeys([*given, *usual]))

    @cached_property
    def scheduled(self) -> tuple[Congress, ...]:
        """The congresses that the schedules list, in the order of the data."""
        return tuple(congress for congress in self.congresses if congress.is_scheduled)

    @cached_property
    def held(self) -> tuple[Congress, ...]:
        """The congresses whose units have duties: neither suspended nor replaced."""
        return tuple(congress for congress in self.congresses if congress.is_on)

    @cached_property
    def reporting(self) -> tuple[Congress, ...]:
        """The congresses with papers of their own: those held by one unit, not by a group."""
        return tuple(one for one in self.held if not self.unit(one).is_group)

    @property
    def dossier_texts(self) -> tuple[str, ...]:
        """The dossier with the terms in place."""
        terms = {"term": str(self.term), "previous_term": str(self.term.previous)}
        return tuple(PLACEHOLDER.sub(lambda at: terms[at[1]], text) for text in self.dossier)

    def place_name(self, organization: Organization) -> str:
        """The place on an organisation's papers: its own, or the nearest place above it."""
        above: Organization | None = organization
        while above:
            given = above.names.place_name
            if given or above.is_territorial:
                return given or above.name
            organization, above = above, self.superior(above)
        return organization.name
