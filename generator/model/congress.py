"""A congress: who holds it, what for, when, what became of it; its tier and group."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import Field

from generator import vietnamese
from generator.model.base import (
    Count,
    Identifier,
    OrganizationRef,
    Positive,
    Record,
    Text,
    TierRef,
)
from generator.model.dates import MonthField, TermField
from generator.model.election import PlannedElection
from generator.model.paper import LegalDocument
from generator.model.time import EventTimeField
from generator.model.time_forms import EventTime, Unset

if TYPE_CHECKING:
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
    age_month: MonthField | None = Field(None, title="Tháng tính tuổi")


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
    visit_teams: Positive | None = Field(None, title="Số tổ kiểm tra")
    joint_visit: bool = Field(default=False, title="Kiểm tra chung một buổi")
    kind: CongressKind | None = Field(None, title="Hình thức đại hội")
    ordinal: Positive | None = Field(None, title="Lần thứ")
    term: TermField | None = Field(None, title="Nhiệm kỳ riêng")
    venue: Text | None = Field(None, title="Địa điểm")
    status: Status = Field(Status.THEO_KE_HOACH, title="Tình trạng")
    changed_by: LegalDocument | None = Field(None, title="Văn bản thay đổi")
    actual: Actual = Field(Actual(), title="Thực tế")
    elections: tuple[PlannedElection, ...] = Field((), title="Các cuộc bầu cử")

    @property
    def visitors(self) -> str:
        """Who visits, as far as the plan says: a team's name, how many teams."""
        several = (
            f"{vietnamese.two_digits(self.visit_teams)} tổ kiểm tra"
            if self.visit_teams
            else None
        )
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
    def known_preparatory(self) -> EventTime | None:
        """The preparatory session: the real one, or the planned one while its days stand."""
        stands = self.known_time is self.time
        return self.actual.preparatory_session or (self.preparatory_session if stands else None)

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
