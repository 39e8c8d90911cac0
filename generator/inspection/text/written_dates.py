"""Dates as they stand in a text: what was typed, and which days they mean."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from generator.vietnamese import day_month, month_digits, month_year, two_digits

if TYPE_CHECKING:
    from collections.abc import Iterator

LAST_MONTH = 12
_LEAP_YEAR = 2024
_GAP = r"[ \n]{1,9}"
_DAY = r"\d{1,2}"
_YEAR = r"(?:19|20)\d\d"
_LONG = re.compile(
    rf"\bngày{_GAP}(?P<day>{_DAY}){_GAP}tháng{_GAP}(?P<month>{_DAY})(?!\d|/)"
    rf"(?:{_GAP}năm{_GAP}(?P<year>{_YEAR})(?!\d))?",
    re.IGNORECASE,
)
_SHORT = re.compile(
    rf"(?<![\w/.,])(?<![^\W\d]-)(?P<day>{_DAY})(?P<sep>[/.-])(?P<month>{_DAY})(?P=sep)"
    rf"(?P<year>{_YEAR})(?![\w/]|[.,]\d|-[^\W\d])"
)
_DAY_MONTH = re.compile(
    rf"(?<![\w/.,])(?<![^\W\d]-)(?P<day>{_DAY})/(?P<month>{_DAY})(?![\w/%]|[.,]\d)"
)
_MONTH = re.compile(
    rf"\btháng{_GAP}(?P<month>{_DAY})(?:/|{_GAP}năm{_GAP})(?P<year>{_YEAR})(?![\w/])",
    re.IGNORECASE,
)
# what stands before a day and month without a year, so that 2/3 is not two thirds
_LEAD = re.compile(rf"\bngày{_GAP}$", re.IGNORECASE)
# earlier days of a list or range: "Ngày 20, 21/02/2025", "từ ngày 21 - 23/5/2025"
_EARLIER = re.compile(
    rf"\bngày{_GAP}(?P<days>{_DAY}(?: ?(?:,|;| và) ?{_DAY}){{0,9}})"
    r" ?(?P<link>,|;|và|-|–|đến) ?$",
    re.IGNORECASE,
)
_LOOK_BACK = 60


@dataclass(frozen=True, slots=True)
class Written:
    """A date as typed at `start` to `end`: digits of its days, its month, its year ("" none).

    `sign` stands between the numbers of a short date; a long one says "tháng". `ranged`: the
    days are the first and the last of several, not a list. No days: a month.
    """

    start: int
    end: int
    days: tuple[str, ...]
    month: str
    year: str
    sign: str
    text: str
    ranged: bool = False

    def dates(self) -> tuple[date, ...]:
        """The days that it means; none where one of them does not exist or the year is open."""
        if not self.year or not self.exists():
            return ()
        return tuple(date(int(self.year), int(self.month), int(one)) for one in self.days)

    def in_year(self, year: str) -> tuple[date, ...]:
        """The days that it means, its year being told by a date after it."""
        return (self if self.year else replace(self, year=year)).dates()

    def exists(self) -> bool:
        """Whether the calendar has every day of it; without a year, whether any year has."""
        month, year = int(self.month), int(self.year or _LEAP_YEAR)
        return all(_is_day(int(one), month, year) for one in self.days)

    def month_exists(self) -> bool:
        """Whether its month is one of twelve."""
        return 1 <= int(self.month) <= LAST_MONTH

    def as_ruled(self) -> str:
        """The same date with its zeros where they belong."""
        month = int(self.month)
        if not self.days:
            return f"tháng {month_year(month, int(self.year))}"
        days = [two_digits(int(one)) for one in self.days]
        if self.sign == "tháng":
            tail = f" năm {self.year}" if self.year else ""
            return f"ngày {days[-1]} tháng {month_digits(month)}{tail}"
        joined = (" - " if self.ranged else ", ").join(days)
        return f"{joined}/{month_digits(month)}" + (f"/{self.year}" if self.year else "")

    def has_its_zeros(self) -> bool:
        """Whether each number is written as the zero rule says."""
        ruled = all(one == two_digits(int(one)) for one in self.days)
        return ruled and self.month == month_digits(int(self.month))


def _is_day(day: int, month: int, year: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def written_dates(text: str) -> Iterator[Written]:
    """The dates of a text, each once, in the order of reading.

    >>> [one.as_ruled() for one in written_dates("ngày 5, 6/03/2025 và tháng 1 năm 2026")]
    ['05, 06/3/2025', 'tháng 01/2026']
    """
    if not any(map(str.isdigit, text)):
        return
    found = [*_long(text), *_short(text), *_day_months(text), *_months(text)]
    yield from sorted(found, key=lambda one: one.start)


def _long(text: str) -> Iterator[Written]:
    for at in _LONG.finditer(text):
        month, year = at["month"], at["year"] or ""
        yield Written(*at.span(), (at["day"],), month, year, "tháng", at[0])


def _short(text: str) -> Iterator[Written]:
    for at in _SHORT.finditer(text):
        yield _with_earlier_days(text, at, at["year"], at["sep"])


def _day_months(text: str) -> Iterator[Written]:
    for at in _DAY_MONTH.finditer(text):
        before = text[max(at.start() - _LOOK_BACK, 0) : at.start()]
        if _LEAD.search(before) or _EARLIER.search(before):
            yield _with_earlier_days(text, at, "", "/")


def _months(text: str) -> Iterator[Written]:
    for at in _MONTH.finditer(text):
        before = text[max(at.start() - 12, 0) : at.start()].split() or [""]
        if not before[-1].isdigit():  # else it is the month of a long date
            yield Written(*at.span(), (), at["month"], at["year"], "tháng", at[0])


def _with_earlier_days(text: str, at: re.Match[str], year: str, sign: str) -> Written:
    begin = max(at.start() - _LOOK_BACK, 0)
    earlier = _EARLIER.search(text[begin : at.start()])
    if earlier is None:
        return Written(*at.span(), (at["day"],), at["month"], year, sign, at[0])
    days = tuple(re.findall(r"\d+", earlier["days"]))
    start = begin + earlier.start("days")
    ranged = earlier["link"].lower() in ("-", "–", "đến")
    whole = text[start : at.end()]
    return Written(start, at.end(), (*days, at["day"]), at["month"], year, sign, whole, ranged)


def of_day(day: date) -> str:
    """A day as it is told to a person who is corrected.

    >>> of_day(date(2025, 3, 5))
    '05/3/2025'
    """
    return f"{day_month(day)}/{day.year}"
