"""A time as a person types it, to the value that prints it in one official form.

"20, 21/02/2025", "dự kiến từ 03/01 đến 10/01/2025": what has no such form is refused, never
guessed.
"""

from __future__ import annotations

import re
from datetime import date, time
from itertools import pairwise
from typing import Annotated

from pydantic_core import PydanticCustomError

from generator.model.dates import parse_day, parse_month, real_day, typed
from generator.model.time_forms import (
    Before,
    DayPart,
    Days,
    EventTime,
    Form,
    InMonth,
    InQuarter,
    Moment,
    Opening,
    Span,
    Unset,
)

_HOUR = r"(?P<hour>\d{1,2})(?: giờ(?: (?P<minute>\d{1,2})(?: phút)?)?|[:h](?P<colon>\d{2})?),? "
_PART = r"(?P<part>sáng|trưa|chiều|tối) "
_DATE = r"(?P<day>\d{1,2})(?:/(?P<month>\d{1,2})(?:/(?P<year>\d{4}))?)?"
_MOMENT = re.compile(rf"(?:{_PART}|{_HOUR})?(?:ngày )?{_DATE}")
_COMMA_AFTER_HOUR = re.compile(r"(giờ|giờ \d{1,2}|phút|[:h]\d{2}), ")
_QUARTER = re.compile(r"quý (i|ii|iii|iv|[1-4])(?:/| năm )(\d{4})")
_RANGE = re.compile(r"(?:từ )?(?P<first>.+?)(?: đến (?:hết )?| ?[-–] ?)(?P<last>.+)")
_QUARTERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "1": 1, "2": 2, "3": 3, "4": 4}
TENTATIVE, UNSET, BEFORE, OPENS = "dự kiến ", "chưa xác định", "trước ", "khai mạc "


def _wrong_form(text: str) -> PydanticCustomError:
    return PydanticCustomError("not-a-time", "not a time", {"value": text})


def _moments(parts: list[str], typed_text: str) -> tuple[Moment, ...]:
    """Moments read from the last to the first: an earlier one may lack month and year."""
    found: list[Moment] = []
    month = year = ""
    for part in reversed(parts):
        match = _MOMENT.fullmatch(part.strip())
        if not match:
            raise _wrong_form(typed_text)
        month, year = match["month"] or month, match["year"] or year
        if not (month and year):
            raise _wrong_form(typed_text)
        day = real_day(int(year), int(month), int(match["day"]), typed_text)
        found.append(Moment(day, _part(match), _hour(match, typed_text)))
    moments = tuple(reversed(found))
    if any(_order(one) >= _order(other) for one, other in pairwise(moments)):
        raise PydanticCustomError("days-out-of-order", "out of order", {"value": typed_text})
    return moments


def _order(moment: Moment) -> tuple[date, int, time]:
    """Where a moment stands among others: its day, its part of the day, its hour."""
    part = list(DayPart).index(moment.part) if moment.part else 0
    return moment.day, part, moment.hour or time()


def _part(match: re.Match[str]) -> DayPart | None:
    return DayPart(match["part"]) if match["part"] else None


def _hour(match: re.Match[str], typed_text: str) -> time | None:
    if not match["hour"]:
        return None
    minute = match["minute"] or match["colon"] or "0"
    try:
        return time(int(match["hour"]), int(minute))
    except ValueError:
        raise PydanticCustomError("no-such-hour", "no hour", {"value": typed_text}) from None


def _span(text: str, typed_text: str) -> Span | None:
    match = _RANGE.fullmatch(text)
    if not match:
        return None
    first, last = _moments([match["first"], match["last"]], typed_text)
    whole_days = first.lead() == last.lead() == "ngày"
    return Span(first, last, in_words=not whole_days or " đến " in text)


def _quarter(text: str, typed_text: str) -> InQuarter | None:
    match = _QUARTER.fullmatch(text)
    if not match:
        return None
    quarter = _QUARTERS[match[1]]
    last = real_day(int(match[2]), 3 * quarter, 1, typed_text)
    return InQuarter(last.year, quarter)


def _by_first_word(text: str, typed_text: str) -> Form | None:
    if text.startswith(BEFORE):
        return Before(parse_day(text.removeprefix(BEFORE)))
    if text.startswith(OPENS):
        return Opening(_moments([text.removeprefix(OPENS)], typed_text)[0])
    if text.startswith("tháng "):
        return InMonth(parse_month(text))
    return Unset() if text == UNSET else _quarter(text, typed_text)


def parse_time(text: str) -> EventTime:
    """The time that a person typed.

    >>> str(parse_time("20,21/2/2025")), str(parse_time("21-23/05/2025"))
    ('ngày 20, 21/02/2025', 'ngày 21 - 23/5/2025')
    >>> str(parse_time("dự kiến từ 3/1 đến 10/01/2025"))
    'dự kiến từ ngày 03/01 đến ngày 10/01/2025'
    >>> str(parse_time("chiều 24/02 đến hết 25/02/2026"))
    'từ chiều ngày 24/02 đến hết ngày 25/02/2026'
    """
    lowered = _COMMA_AFTER_HOUR.sub(r"\1 ", text.lower())
    tentative = lowered.startswith(TENTATIVE)
    bare = lowered.removeprefix(TENTATIVE)
    form = _by_first_word(bare, text) or _span(bare, text)
    return EventTime(form or Days(_moments(bare.split(","), text)), tentative)


_meta = typed(
    parse_time,
    r"\d{4}$|^([Cc]hưa xác định)$",
    "ví dụ: 20, 21/02/2025 · 21 - 23/5/2025 · dự kiến từ 03/01 đến 10/01/2025 · "
    "chiều 24/02/2026 · tháng 4/2025 · quý I/2025 · trước 30/6/2025 · chưa xác định",
)
EventTimeField = Annotated[EventTime, *_meta]
