"""When a congress or a visit takes place: the forms that plans use, in official words.

How a person types one is in `time`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, timedelta
from enum import StrEnum

from generator import vietnamese
from generator.model.dates import Month


class DayPart(StrEnum):
    """A part of a day."""

    SANG = "sáng"
    TRUA = "trưa"
    CHIEU = "chiều"
    TOI = "tối"


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, with the part of it or the hour where the plan says so."""

    day: date
    part: DayPart | None = None
    hour: time | None = None

    def lead(self) -> str:
        """The words before the date: "chiều ngày", "07 giờ 30 phút ngày", "ngày"."""
        before = self.part or (vietnamese.clock(self.hour) if self.hour else "")
        return f"{before} ngày".strip()


@dataclass(frozen=True, slots=True)
class Days:
    """Listed days: "ngày 20, 21/02/2025"."""

    moments: tuple[Moment, ...]

    @property
    def opening(self) -> date | None:
        """The first day."""
        return self.moments[0].day

    @property
    def closing(self) -> date | None:
        """The last day."""
        return self.moments[-1].day

    def __str__(self) -> str:
        """The days, each month and year said once; a half day has words of its own."""
        if all(moment.lead() == "ngày" for moment in self.moments):
            return f"ngày {_shared([moment.day for moment in self.moments], ', ')}"
        return ", ".join(f"{m.lead()} {vietnamese.short_date(m.day)}" for m in self.moments)


@dataclass(frozen=True, slots=True)
class Span:
    """From one day to another: "ngày 21 - 23/5/2025", in words "từ ngày … đến ngày …"."""

    first: Moment
    last: Moment
    in_words: bool = False

    @property
    def opening(self) -> date | None:
        """The first day."""
        return self.first.day

    @property
    def closing(self) -> date | None:
        """The last day."""
        return self.last.day

    def __str__(self) -> str:
        """In words where the plan says so, or where half days or hours ask for it."""
        if not self.in_words:
            return f"ngày {_shared([self.first.day, self.last.day], ' - ')}"
        start = _until_year(self.first.day, self.last.day)
        part_to_whole = self.first.lead() != "ngày" == self.last.lead()
        whole = "hết " if part_to_whole else ""
        end = vietnamese.short_date(self.last.day)
        return f"từ {self.first.lead()} {start} đến {whole}{self.last.lead()} {end}"


@dataclass(frozen=True, slots=True)
class Opening:
    """Only the opening day is known: "khai mạc ngày 25/02/2025"."""

    moment: Moment
    closing: date | None = None

    @property
    def opening(self) -> date | None:
        """The day."""
        return self.moment.day

    def __str__(self) -> str:
        """The day, said to be the opening."""
        return f"khai mạc {self.moment.lead()} {vietnamese.short_date(self.moment.day)}"


@dataclass(frozen=True, slots=True)
class InMonth:
    """A month: "tháng 4/2025"."""

    month: Month

    @property
    def opening(self) -> date | None:
        """Its first day."""
        return self.month.first

    @property
    def closing(self) -> date | None:
        """Its last day."""
        return self.month.last

    def __str__(self) -> str:
        """The month."""
        return f"tháng {self.month}"


@dataclass(frozen=True, slots=True)
class InQuarter:
    """A quarter: "quý I/2015"."""

    year: int
    quarter: int

    @property
    def opening(self) -> date | None:
        """Its first day."""
        return date(self.year, 3 * self.quarter - 2, 1)

    @property
    def closing(self) -> date | None:
        """Its last day."""
        return Month(self.year, 3 * self.quarter).last

    def __str__(self) -> str:
        """The quarter in Roman numerals."""
        return f"quý {vietnamese.roman(self.quarter)}/{self.year}"


@dataclass(frozen=True, slots=True)
class Before:
    """A latest day: "trước ngày 30/6/2025"; the day itself is not in it."""

    day: date
    opening: date | None = None

    @property
    def closing(self) -> date | None:
        """The day before."""
        return self.day - timedelta(days=1)

    def __str__(self) -> str:
        """The limit."""
        return f"trước ngày {vietnamese.short_date(self.day)}"


@dataclass(frozen=True, slots=True)
class Unset:
    """No time yet."""

    opening: date | None = None
    closing: date | None = None

    def __str__(self) -> str:
        """Said in words, never left blank."""
        return "chưa xác định"


Form = Days | Span | Opening | InMonth | InQuarter | Before | Unset


@dataclass(frozen=True, slots=True)
class EventTime:
    """A time in one of the forms, certain or tentative ("dự kiến")."""

    form: Form
    tentative: bool = False

    @property
    def opening(self) -> date | None:
        """The earliest day it can begin; None where nothing says so."""
        return self.form.opening

    @property
    def closing(self) -> date | None:
        """The latest day it can end; None where nothing says so."""
        return self.form.closing

    def days(self) -> list[date]:
        """Every day that it names: listed days, or all days of a span; else none."""
        if isinstance(self.form, Days):
            return [moment.day for moment in self.form.moments]
        if not isinstance(self.form, Span):
            return []
        first, last = self.form.first.day, self.form.last.day
        return [first + timedelta(days=i) for i in range((last - first).days + 1)]

    @property
    def is_exact(self) -> bool:
        """Whether it names the very days, both first and last."""
        return isinstance(self.form, Days | Span)

    def __str__(self) -> str:
        """The time inside a sentence: "dự kiến từ ngày 03/01 đến ngày 10/01/2025"."""
        return f"dự kiến {self.form}" if self.tentative else str(self.form)

    def printed(self) -> str:
        """The time in a cell of its own, with a capital."""
        return vietnamese.upper_first(str(self))


def _shared(days: list[date], separator: str) -> str:
    """Days with the month and the year said once where they are the same."""
    *earlier, last = days
    parts: list[str] = []
    following = last
    for day in reversed(earlier):
        parts.append(_until_month(day, following))
        following = day
    return separator.join([*reversed(parts), vietnamese.short_date(last)])


def _until_month(day: date, following: date) -> str:
    if (day.year, day.month) == (following.year, following.month):
        return vietnamese.two_digits(day.day)
    return _until_year(day, following)


def _until_year(day: date, following: date) -> str:
    same_year = day.year == following.year
    return vietnamese.day_month(day) if same_year else vietnamese.short_date(day)
