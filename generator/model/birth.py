"""A day of a person's life: the whole date, or as much of it as the papers know."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from pydantic_core import PydanticCustomError

from generator import vietnamese
from generator.model.dates import FIRST_YEAR, LAST_YEAR, real_day, typed

_PARTS = re.compile(r"(?:(?:(\d{1,2})/)?(\d{1,2})/)?(\d{4})")


@dataclass(frozen=True, slots=True, order=True)
class LifeDate:
    """A year, perhaps with its month, perhaps with its day."""

    year: int
    month: int | None = None
    day: int | None = None

    def age_on(self, when: date) -> int:
        """Full years on a day; by the year alone where nothing more is known."""
        return when.year - self.year - (self._birthday() > (when.month, when.day))

    def _birthday(self) -> tuple[int, int]:
        return (self.month, self.day or 1) if self.month else (0, 0)

    def __str__(self) -> str:
        """As papers print it: 05/3/1980, 3/1980, 1980."""
        if self.month and self.day:
            return vietnamese.short_date(date(self.year, self.month, self.day))
        return vietnamese.month_year(self.month, self.year) if self.month else str(self.year)


def parse_life_date(text: str) -> LifeDate:
    """A date typed as 05/3/1980, 3/1980 or 1980."""
    found = _PARTS.fullmatch(text)
    if not found:
        raise PydanticCustomError("not-a-life-date", "not a date", {"value": text})
    day, month = (int(part) if part else None for part in found.groups()[:2])
    year = int(found[3])
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise PydanticCustomError("strange-year", "strange year", {"value": text})
    if month is not None:
        real_day(year, month, 1 if day is None else day, text)
    return LifeDate(year, month, day)


BirthField = Annotated[
    LifeDate,
    *typed(
        parse_life_date,
        r"^((\d{1,2}/)?\d{1,2}/)?\d{4}$",
        "ngày/tháng/năm, tháng/năm hoặc năm, ví dụ 05/3/1980",
    ),
]
