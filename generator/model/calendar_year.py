"""The days off of one year as a file lists them, each with the notice it rests on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator import calendar, vietnamese
from generator.model.base import Identifier, Record, Text
from generator.model.dates import FIRST_YEAR, LAST_YEAR, Day

if TYPE_CHECKING:
    from collections.abc import Mapping

NOT_READ = "chưa đọc được văn bản gốc"


class Notice(Record):
    """A document that days rest on; one that was not read says where it was quoted."""

    id: Identifier = Field(title="Mã")
    kind: Text = Field(title="Loại văn bản")
    number: Text | None = Field(None, title="Số và ký hiệu")
    date: Day | None = Field(None, title="Ngày ban hành")
    issuer: Text | None = Field(None, title="Cơ quan ban hành")
    subject: Text | None = Field(None, title="Trích yếu")
    read: bool = Field(default=False, title="Đã đọc văn bản gốc")
    source: Text | None = Field(None, title="Dẫn theo")

    @model_validator(mode="after")
    def _says_where_from(self) -> Self:
        if not self.read and not self.source:
            raise PydanticCustomError("calendar-no-source", "no source", {"value": self.id})
        return self

    def cited(self) -> str:
        """The notice as it is shown beside a day, with how far it was read.

        >>> Notice(id="a", kind="Thông báo", source="báo Nhân Dân").cited()
        'Thông báo (chưa đọc được văn bản gốc; theo báo Nhân Dân)'
        """
        number = f"số {self.number}" if self.number else ""
        day = f"ngày {vietnamese.short_date(self.date)}" if self.date else ""
        issuer = f"của {self.issuer}" if self.issuer else ""
        words = (self.kind, number, day, issuer, self.subject or "")
        source = f"theo {self.source}" if self.source else ""
        trust = "; ".join(part for part in ("" if self.read else NOT_READ, source) if part)
        document = " ".join(word for word in words if word)
        return f"{document} ({trust})" if trust else document


class LocalDays(Record):
    """A day, or the days until another, both included, and why they are not like others."""

    day: Day = Field(title="Ngày")
    until: Day | None = Field(None, title="Đến hết ngày")
    reason: Text = Field(title="Lý do")

    @property
    def days(self) -> tuple[date, ...]:
        """Each day."""
        count = ((self.until or self.day) - self.day).days
        return tuple(self.day + timedelta(days=n) for n in range(count + 1))


class OfficialDays(LocalDays):
    """Days that a notice speaks of; `tentative` ones are not decided yet."""

    notice: Text = Field(title="Căn cứ")
    tentative: bool = Field(default=False, title="Chưa có quyết định chính thức")


class SwappedDay(Record):
    """A working day off, worked on a weekend instead."""

    day_off: Day = Field(title="Ngày nghỉ hoán đổi")
    make_up: Day = Field(title="Ngày làm bù")
    notice: Text = Field(title="Căn cứ")


class CalendarYear(Record):
    """A year: official notices, and what an office adds for itself."""

    year: int = Field(title="Năm", ge=FIRST_YEAR, le=LAST_YEAR)
    official: bool = Field(
        default=False, title="Liệt kê đủ ngày nghỉ theo thông báo chính thức"
    )
    notices: tuple[Notice, ...] = Field((), title="Văn bản căn cứ")
    days_off: tuple[OfficialDays, ...] = Field((), title="Ngày nghỉ")
    swaps: tuple[SwappedDay, ...] = Field((), title="Hoán đổi ngày làm việc")
    make_ups: tuple[OfficialDays, ...] = Field((), title="Ngày làm bù không gắn với hoán đổi")
    dropped: tuple[OfficialDays, ...] = Field((), title="Ngày bỏ nghỉ, bỏ hoán đổi")
    local_days_off: tuple[LocalDays, ...] = Field((), title="Ngày nghỉ riêng của cơ quan")
    local_working_days: tuple[LocalDays, ...] = Field((), title="Ngày làm riêng của cơ quan")

    def year_days(self) -> calendar.YearDays:
        """The year as the calendar takes it."""
        cited = {notice.id: notice.cited() for notice in self.notices}
        return calendar.YearDays(
            self.year,
            official=self.official,
            swaps=tuple(
                calendar.Swap(swap.day_off, swap.make_up, cited[swap.notice])
                for swap in self.swaps
            ),
            days_off=_named(self.days_off, cited),
            dropped=tuple(day for entry in self.dropped for day in entry.days),
            make_ups=_named(self.make_ups, cited),
            local_days_off=_named(self.local_days_off, cited),
            local_working_days=_named(self.local_working_days, cited),
        )


def _named(
    entries: tuple[LocalDays, ...], cited: Mapping[str, str]
) -> tuple[calendar.NamedDay, ...]:
    return tuple(
        calendar.NamedDay(day, entry.reason, *_basis(entry, cited))
        for entry in entries
        for day in entry.days
    )


def _basis(entry: LocalDays, cited: Mapping[str, str]) -> tuple[str, bool]:
    if isinstance(entry, OfficialDays):
        return cited[entry.notice], entry.tentative
    return "", False
