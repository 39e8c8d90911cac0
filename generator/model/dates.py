"""Dates as a person types them: a day, a month, a date known in part, a term."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, WithJsonSchema
from pydantic_core import PydanticCustomError

from generator import vietnamese

FIRST_YEAR, LAST_YEAR = 1930, 2100  # the Party was founded in 1930
_DAY = re.compile(r"(?:ngày )?(\d{1,2})/(\d{1,2})/(\d{4})")
_MONTH = re.compile(r"(?:tháng )?(\d{1,2})(?:/| năm )(\d{4})")
_TERM = re.compile(r"(\d{4}) ?[-–] ?(\d{4})")


def real_day(year: int, month: int, day: int, typed: str) -> date:
    """The day, or the error that there is no such day."""
    try:
        found = date(year, month, day)
    except ValueError:
        raise PydanticCustomError("no-such-day", "no such day", {"value": typed}) from None
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise PydanticCustomError("strange-year", "strange year", {"value": typed})
    return found


def parse_day(text: str) -> date:
    """A day typed as 05/6/2025; 03/04 is the third of April, as everywhere in Vietnam."""
    found = _DAY.fullmatch(text.lower())
    if not found:
        raise PydanticCustomError("not-a-day", "not a day", {"value": text})
    day, month, year = map(int, found.groups())
    return real_day(year, month, day, text)


@dataclass(frozen=True, slots=True, order=True)
class Month:
    """A month of a year."""

    year: int
    month: int

    @property
    def first(self) -> date:
        """Its first day."""
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        """Its last day."""
        return date(self.year, self.month, monthrange(self.year, self.month)[1])

    def __str__(self) -> str:
        """As papers print it: 12/2024, 02/2025."""
        return vietnamese.month_year(self.month, self.year)


def parse_month(text: str) -> Month:
    """A month typed as 12/2024 or tháng 12/2024."""
    found = _MONTH.fullmatch(text.lower())
    if not found:
        raise PydanticCustomError("not-a-month", "not a month", {"value": text})
    month, year = map(int, found.groups())
    real_day(year, month, 1, text)
    return Month(year, month)


@dataclass(frozen=True, slots=True)
class PartialDate:
    """The date of a paper: the day is unknown until it is signed."""

    month: Month
    day: int | None = None

    @property
    def first(self) -> date:
        """The earliest day it can be."""
        return self.month.first.replace(day=self.day) if self.day else self.month.first

    @property
    def last(self) -> date:
        """The latest day it can be."""
        return self.month.first.replace(day=self.day) if self.day else self.month.last

    def __str__(self) -> str:
        """As it is typed: 05/3/2025, 11/2024."""
        return vietnamese.short_date(self.first) if self.day else str(self.month)


def parse_partial(text: str) -> PartialDate:
    """A date typed in full (25/11/2024) or as a month (tháng 11/2024)."""
    if _MONTH.fullmatch(text.lower()):
        return PartialDate(parse_month(text))
    if not _DAY.fullmatch(text.lower()):
        raise PydanticCustomError("not-a-date", "not a date", {"value": text})
    found = parse_day(text)
    return PartialDate(Month(found.year, found.month), found.day)


@dataclass(frozen=True, slots=True, order=True)
class Term:
    """A term of office in years; it knows the term of the same length before it."""

    start: int
    end: int

    @property
    def previous(self) -> Term:
        """The term before, as long as this one."""
        return Term(2 * self.start - self.end, self.start)

    def __str__(self) -> str:
        """One form in every paper: 2025-2030."""
        return f"{self.start}-{self.end}"


def parse_term(text: str) -> Term:
    """A term typed as 2025-2030."""
    found = _TERM.fullmatch(text)
    if not found:
        raise PydanticCustomError("not-a-term", "not a term", {"value": text})
    start, end = map(int, found.groups())
    if not (FIRST_YEAR <= start < end <= LAST_YEAR and end - start <= 10):  # noqa: PLR2004 - no term is longer
        raise PydanticCustomError("strange-term", "strange term", {"value": text})
    return Term(start, end)


REMEMBERED = 1024  # many congresses of a round are on the same days


def _read_by(parse: Any) -> BeforeValidator:
    parse = lru_cache(REMEMBERED)(parse)

    def read(value: Any) -> Any:
        if isinstance(value, list | dict):
            raise PydanticCustomError("not-text", "not text")
        return parse(value) if isinstance(value, str) else value

    return BeforeValidator(read)


def typed(parse: Any, pattern: str, description: str) -> tuple[Any, ...]:
    """The pydantic metadata of a value that is typed as text and parsed by `parse`."""

    schema = {"type": "string", "pattern": pattern, "description": description}
    return _read_by(parse), PlainSerializer(str), WithJsonSchema(schema)


Day = Annotated[
    date,
    _read_by(parse_day),
    PlainSerializer(vietnamese.short_date),
    WithJsonSchema({"type": "string", "pattern": r"^(ngày )?\d{1,2}/\d{1,2}/\d{4}$"}),
]
_month, _partial, _term = (
    typed(parse_month, r"^(tháng )?\d{1,2}(/| năm )\d{4}$", "tháng/năm, ví dụ 12/2024"),
    typed(
        parse_partial,
        r"^(ngày |tháng )?(\d{1,2}/)?\d{1,2}(/| năm )\d{4}$",
        "ngày/tháng/năm, hoặc chỉ tháng/năm khi chưa ký, ví dụ tháng 11/2024",
    ),
    typed(parse_term, r"^\d{4} ?[-–] ?\d{4}$", "ví dụ 2025-2030"),
)
MonthField = Annotated[Month, *_month]
PartialDateField = Annotated[PartialDate, *_partial]
TermField = Annotated[Term, *_term]
