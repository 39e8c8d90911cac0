"""The value of a cell as the text that a person would have typed; never a guess.

Excel turns what is typed into numbers and dates. A number where text may be one, and a date
where a day is meant, are taken as they are; anything else is refused with what to do.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from generator import vietnamese
from generator.sources.round_fields import NO, YES, Takes

_DAYS = (Takes.DAY, Takes.PARTIAL, Takes.TIME)
_NUMBERS = (
    *(Takes.TEXT, Takes.COUNT, Takes.COUNTS, Takes.LEVEL),
    *(Takes.FLAG, Takes.CHOICE, Takes.REFERENCE),
)
_FLAGS = {YES: "true", NO: "false", "x": "true"}


@dataclass(frozen=True, slots=True)
class Typed:
    """What stands in a cell: its text, or the code of why it is refused.

    `shown` is what Excel made of it; `is_date` says that it is one.
    """

    text: str = ""
    refused: str = ""
    shown: str = ""
    is_date: bool = False


def typed(value: Any, takes: Takes) -> Typed:
    """What a cell holds, for an entry that takes this."""
    if isinstance(value, str):
        return Typed(_flag(value) if takes is Takes.FLAG else value)
    if isinstance(value, bool):
        return _truth(value, takes)
    number = isinstance(value, int | float)
    return _number(value, takes) if number else _moment(value, takes)


def _flag(value: str) -> str:
    return _FLAGS.get(vietnamese.tidy(value).lower(), value)


def _truth(value: bool, takes: Takes) -> Typed:  # noqa: FBT001 - the value of a cell
    if takes is Takes.FLAG:
        return Typed("true" if value else "false")
    return Typed(refused="cell-converted", shown="TRUE" if value else "FALSE")


def _number(value: float, takes: Takes) -> Typed:
    whole = float(value).is_integer()
    shown = str(int(value)) if whole else str(value).replace(".", ",")
    if takes in _NUMBERS and (whole or takes is not Takes.TEXT):
        return Typed(shown)
    return Typed(refused="cell-converted", shown=shown)


def _moment(value: date | time | timedelta, takes: Takes) -> Typed:
    """A day of the calendar; an hour or a duration alone is never one."""
    if isinstance(value, date):  # a datetime is one
        return _day(value, takes)
    shown = value.strftime("%H:%M") if isinstance(value, time) else str(value)
    return Typed(refused="cell-converted", shown=shown)


def _day(value: date, takes: Takes) -> Typed:
    shown = vietnamese.short_date(value)
    first_of_month = value.day == 1 and takes is Takes.PARTIAL
    if takes is Takes.MONTH or first_of_month:
        return Typed(refused="cell-month-converted", shown=shown)
    if takes not in _DAYS:
        return Typed(refused="cell-converted", shown=shown)
    hour = value.time() if isinstance(value, datetime) else time()
    before = f"{vietnamese.clock(hour)} ngày " if hour != time() else ""
    return Typed(f"{before}{shown}", shown=f"{before}{shown}", is_date=True)
