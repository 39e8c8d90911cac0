"""Working days: public holidays with the official swaps. Owns `holidays`, imported late.

How a deadline is counted; nowhere else says it:

- In working days. The day that a deadline is counted from is itself not counted: neither the
  opening day (for "15 ngày làm việc trước ngày khai mạc") nor the closing day (for "5 ngày làm
  việc sau ngày bế mạc"). The day reached is the last one in time.
- Where only a month, a quarter or a tentative window of a congress is known, "before" is
  counted from its earliest opening and "after" from its latest closing. A congress of listed
  days opens on the first and closes on the last of them.
- Not a working day: Saturday, Sunday, a public holiday, its substitute when it falls on a
  weekend (Bộ luật Lao động 2019, Điều 111 khoản 3, Điều 112, as quoted by the press), a day
  swapped off. A Saturday worked in exchange is a working day.
- Where the offices do not follow swaps, the whole swap is dropped, day off and make-up both.

Where the days come from: a year that a file lists in full (`official`) is taken from the files
alone. Any other year is what the library `holidays` expects, with what the files add, and is
provisional ("dự kiến"): the Prime Minister fixes Tết and the second day of the National Day
anew each year. The library has no lunar calendar after 2100 and then says that there are no
holidays at all, so that a year it does not cover is refused here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PROVISIONAL = "dự kiến"
SWAPPED_OFF = "Nghỉ hoán đổi"
MADE_UP = "Làm bù"
FIRST_YEAR, LAST_YEAR = 1930, 2100  # what the library has a lunar calendar for, and the model
SATURDAY, SUNDAY = 5, 6
_WEEKEND = {SATURDAY: "Thứ bảy", SUNDAY: "Chủ nhật"}
_DAY = timedelta(days=1)


class UncoveredYearError(ValueError):
    """Nothing is known of the holidays of a year, so that counting in it would be wrong."""

    def __init__(self, year: int) -> None:
        """Keep the year for whoever tells the reader."""
        self.year = year
        super().__init__(f"no holidays are known for {year}")


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day off or a working day that is not like others: why, and by which notice.

    `instead_of` is the other half of a swap; a `tentative` day is not yet decided.
    """

    day: date
    reason: str
    notice: str = ""
    tentative: bool = False
    instead_of: date | None = None


@dataclass(frozen=True, slots=True)
class Swap:
    """A working day off, worked on a weekend instead."""

    day_off: date
    make_up: date
    notice: str = ""

    @property
    def halves(self) -> tuple[NamedDay, NamedDay]:
        """The day off and the make-up day, each naming the other."""
        return (
            NamedDay(self.day_off, SWAPPED_OFF, self.notice, instead_of=self.make_up),
            NamedDay(self.make_up, MADE_UP, self.notice, instead_of=self.day_off),
        )


@dataclass(frozen=True, slots=True)
class YearDays:
    """What one file says of a year.

    An `official` year lists every holiday of the year. `dropped` takes away what earlier files
    or the library have on that day; a swap is taken away whole. Local days stand whether or not
    the offices follow swaps.
    """

    year: int
    official: bool = False
    swaps: tuple[Swap, ...] = ()
    days_off: tuple[NamedDay, ...] = ()
    dropped: tuple[date, ...] = ()
    make_ups: tuple[NamedDay, ...] = ()
    local_days_off: tuple[NamedDay, ...] = ()
    local_working_days: tuple[NamedDay, ...] = ()


@dataclass(slots=True)
class _Days:
    """The days out of the ordinary, while files are laid over one another."""

    off: dict[date, NamedDay] = field(default_factory=dict)
    working: dict[date, NamedDay] = field(default_factory=dict)

    def add_off(self, day: NamedDay) -> None:
        self.working.pop(day.day, None)
        self.off[day.day] = day

    def add_working(self, day: NamedDay) -> None:
        self.off.pop(day.day, None)
        self.working[day.day] = day

    def drop(self, day: date) -> None:
        for days, others in ((self.off, self.working), (self.working, self.off)):
            entry = days.pop(day, None)
            if not entry or not entry.instead_of:
                continue
            other = others.get(entry.instead_of)
            if other and other.instead_of == day:
                del others[other.day]

    def lay(self, days: YearDays, *, follow_swaps: bool) -> None:
        """What one file says over what was known before; local days have the last word."""
        for dropped in days.dropped:
            self.drop(dropped)
        swapped = [swap.halves for swap in days.swaps] if follow_swaps else []
        make_ups = days.make_ups if follow_swaps else ()
        for off in (*days.days_off, *(half for half, _ in swapped), *days.local_days_off):
            self.add_off(off)
        for working in (*make_ups, *(half for _, half in swapped), *days.local_working_days):
            self.add_working(working)


@dataclass(frozen=True, slots=True)
class WorkingCalendar:
    """The working days of a round's offices; a year is built when it is first asked for."""

    years: tuple[YearDays, ...] = ()
    follow_swaps: bool = True
    _built: dict[int, _Days] = field(
        default_factory=dict, init=False, repr=False, compare=False
    )

    def is_working_day(self, day: date) -> bool:
        """Whether the offices work on the day."""
        days = self._days(day.year)
        return day in days.working or (day.weekday() < SATURDAY and day not in days.off)

    def working_day_before(self, day: date, count: int) -> date:
        """The count-th working day before the day, which is itself not counted."""
        return self._walk(day, count, -_DAY)

    def working_day_after(self, day: date, count: int) -> date:
        """The count-th working day after the day, which is itself not counted."""
        return self._walk(day, count, _DAY)

    def working_days_between(self, first: date, last: date) -> int:
        """How many working days there are from the first day to the last, both counted."""
        return sum(map(self.is_working_day, _days_from(first, last)))

    def entry(self, day: date) -> NamedDay | None:
        """What is known of the day beside its weekday: reason, notice, other half of a swap."""
        days = self._days(day.year)
        return days.working.get(day) or days.off.get(day)

    def reason_off(self, day: date) -> str | None:
        """Why the offices do not work on the day, None where they do.

        >>> WorkingCalendar().reason_off(date(2023, 4, 30))
        'Ngày Chiến thắng (dự kiến)'
        """
        if self.is_working_day(day):
            return None
        entry = self.entry(day)
        if entry is None:
            return _WEEKEND[day.weekday()]
        doubtful = entry.tentative or self.is_provisional(day.year)
        return f"{entry.reason} ({PROVISIONAL})" if doubtful else entry.reason

    def is_provisional(self, year: int) -> bool:
        """Whether no file lists the year's holidays in full from official notices."""
        return not any(days.official and days.year == year for days in self.years)

    def is_provisional_between(self, first: date, last: date) -> bool:
        """Whether a count over these days, both included, may still change."""
        years = range(first.year, last.year + 1)
        return any(map(self.is_provisional, years)) or any(
            entry.tentative for entry in map(self.entry, _days_from(first, last)) if entry
        )

    def _walk(self, day: date, count: int, step: timedelta) -> date:
        if count < 0:
            raise ValueError("a deadline is counted in one direction")
        while count:
            day += step
            count -= self.is_working_day(day)
        return day

    def _days(self, year: int) -> _Days:
        if year not in self._built:
            self._built[year] = self._laid(year)
        return self._built[year]

    def _laid(self, year: int) -> _Days:
        days = _Days()
        for layer in (*self._expected(year), *self.years):
            days.lay(layer, follow_swaps=self.follow_swaps)
        return days

    def _expected(self, year: int) -> Iterator[YearDays]:
        """What the library expects of the year, where no file lists it in full.

        A swap may be made up in the year before or after; it belongs to its day off.
        """
        if not self.is_provisional(year):
            return
        expected = _library_year(year)
        yield YearDays(
            year,
            swaps=tuple(
                swap for swap in expected.swaps if self.is_provisional(swap.day_off.year)
            ),
            days_off=expected.days_off,
        )


def _days_from(first: date, last: date) -> Iterator[date]:
    return (first + n * _DAY for n in range((last - first).days + 1))


_SUBSTITUTED = re.compile(r"thay cho ngày (\d\d)/(\d\d)/(\d{4})")
_OBSERVED = re.compile(r"(.+) \(nghỉ bù\)")
_NEW_YEAR = "Tết Nguyên Đán"
_TET = range(-3, 7)  # days around mùng 1 that are Tết whatever the library calls them


@cache
def _library_year(year: int) -> YearDays:
    """What the library expects of a year, under our own labels, with swaps that touch it."""
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise UncoveredYearError(year)
    names = _library_names(year)
    swaps = tuple(swap for swap in _swaps(names) if year in _years_of(swap))
    off = tuple(sorted(day for day in names if day.year == year))
    new_year = next((day for day in off if names[day] == _NEW_YEAR), None)
    if new_year is None:
        raise UncoveredYearError(year)
    swapped = {swap.day_off for swap in swaps}
    return YearDays(
        year,
        swaps=swaps,
        days_off=tuple(
            NamedDay(day, _label(names[day], (day - new_year).days))
            for day in off
            if day not in swapped
        ),
    )


def _library_names(year: int) -> dict[date, str]:
    """The library's days off with the years around, since a swap may reach across New Year."""
    from holidays import country_holidays  # noqa: PLC0415 - 0.2 s that most commands save

    years = (year - 1, year, year + 1)
    return dict(country_holidays("VN", years=years, expand=False, language="vi"))


def _swaps(names: dict[date, str]) -> Iterator[Swap]:
    for day_off, name in names.items():
        if found := _SUBSTITUTED.search(name):
            day, month, year = map(int, found.groups())
            yield Swap(day_off, date(year, month, day))


def _years_of(swap: Swap) -> Iterable[int]:
    return swap.day_off.year, swap.make_up.year


def _label(name: str, from_new_year: int) -> str:
    """Our label of a day; the library's "29 Tết" is wrong where the month has 29 days.

    >>> _label("29 Tết", -2), _label("Mùng hai Tết Nguyên Đán", 1)
    ('Tết Nguyên đán (cuối tháng Chạp)', 'Tết Nguyên đán (mùng 2)')
    >>> _label("Tết Dương lịch (nghỉ bù)", -23)
    'Nghỉ bù Tết Dương lịch'
    """
    if from_new_year in _TET and "Tết" in name and "Dương lịch" not in name:
        day = f"mùng {from_new_year + 1}" if from_new_year >= 0 else "cuối tháng Chạp"
        return f"Tết Nguyên đán ({day})"
    return ", ".join(_OBSERVED.sub(r"Nghỉ bù \1", part) for part in name.split("; "))
