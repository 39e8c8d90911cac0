"""Which profile a document is held to, found from the document itself."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from generator.inspection.components.opening import opening_of
from generator.inspection.components.words import (
    MOTTO,
    PARTY_HEADING,
    STATE_HEADING,
    bare,
    key_of,
)
from generator.paper_format import (
    PARTY,
    PARTY_HD05,
    PROFILES,
    STATE_ND30,
    Profile,
    party_profile,
)

if TYPE_CHECKING:
    from generator.inspection.components.opening import Opening
    from generator.inspection.document.values import Document

_PARTY_NUMBER = re.compile(r"số ?[:.]?[\s\d.…_]*- ?[a-zđ]{2,3} ?/")
_STATE_NUMBER = re.compile(r"số ?[:.]?[\s\d.…_]*/ ?(?:[\d]{4} ?/ ?)?[a-zđ.…\d]+ ?-?")
_YEAR = re.compile(r"năm[\s.…_]*((?:19|20)\d\d)")
_MONTH = re.compile(r"tháng[\s.…_]*(\d{1,2})\b")
_DAY = re.compile(r"ngày[\s.…_]*(\d{1,2})\b")
_SHORT = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_NO_HEAD = "không tìm thấy khối đầu văn bản"
_COMMON = "chỉ nêu điều sai theo mọi quy định có thể phải theo"
_HEADING_LENGTH = 60
_WHOLE_YEAR = (1, 12)


@dataclass(frozen=True, slots=True)
class Identified:
    """The profile of a document, and why; `family` is "party" or "state".

    `others` are those that it may fall under as well, as far as one can tell.
    """

    profile: Profile
    sure: bool
    why: str
    family: str
    others: tuple[Profile, ...] = ()


@dataclass(frozen=True, slots=True)
class Span:
    """The days that a date, perhaps a partial one, may mean."""

    first: date
    last: date

    def __str__(self) -> str:
        """As it is printed in a reason.

        >>> str(Span(date(2025, 3, 1), date(2025, 3, 31)))
        'từ 01/3/2025 đến 31/3/2025'
        """
        from generator.vietnamese import short_date  # noqa: PLC0415

        if self.first == self.last:
            return short_date(self.first)
        return f"từ {short_date(self.first)} đến {short_date(self.last)}"


# which family each line of a head block speaks for, and how much
_VOTES = (
    ("heading", bare(PARTY_HEADING), "party", 3, "tiêu đề “Đảng Cộng sản Việt Nam”"),
    ("heading", bare(STATE_HEADING), "state", 3, "Quốc hiệu"),
    ("motto", bare(MOTTO), "state", 2, "Tiêu ngữ"),
)


def profile_of(document: Document) -> Identified:
    """The profile that a document falls under, by its head block, its number and its day."""
    opening = opening_of(tuple(document.blocks()))
    voted = _family(opening)
    family, sure, why = voted or _mentioned(document)
    span = span_of(opening)
    chosen = _state(span) if family == "state" else _party(span)
    others = chosen.others if voted else _all_but(chosen.profile)
    reasons = "; ".join([why, chosen.why, *([_COMMON] if others else [])])
    return Identified(chosen.profile, sure and chosen.sure, reasons, family, others)


def _all_but(profile: Profile) -> tuple[Profile, ...]:
    return tuple(one for one in PROFILES.values() if one is not profile)


def _mentioned(document: Document) -> tuple[str, bool, str]:
    """Whose paper a document without a head block may be: by the first heading inside it."""
    for paragraph in document.paragraphs():
        line = key_of(paragraph.plain) if len(paragraph.text) <= _HEADING_LENGTH else ""
        if line in (PARTY_HEADING, STATE_HEADING):
            family = "party" if line == PARTY_HEADING else "state"
            return family, False, f"{_NO_HEAD}; trong tài liệu có “{paragraph.plain}”"
    return "party", False, _NO_HEAD


def _family(opening: Opening) -> tuple[str, bool, str] | None:
    """Whose paper it is, whether that is sure, and what says so; None without a head block."""
    votes = {"party": 0, "state": 0}
    reasons = []
    for family, weight, why in _cast(opening):
        votes[family] += weight
        reasons.append(why)
    if not reasons:
        return None
    family = max(votes, key=votes.__getitem__)
    other = votes["party" if family == "state" else "state"]
    headed = votes[family] >= 2  # noqa: PLR2004 - more than a number
    if other > 1:
        return family, False, "khối đầu lẫn hai loại: " + "; ".join(reasons)
    return family, headed and other < votes[family], "; ".join(reasons)


def _cast(opening: Opening) -> list[tuple[str, int, str]]:
    """The votes of the head block."""
    votes = []
    for strip, what in zip(opening.strips, opening.known, strict=True):
        if what is None:
            continue
        votes += [
            (family, weight, why)
            for component, text, family, weight, why in _VOTES
            if what.component == component and _first_word(text) == _first_word(strip.bare)
        ]
        if what.component in ("number", "stamp"):
            votes += _number_vote(strip.key)
    return votes


def _first_word(text: str) -> str:
    return text.partition(" ")[0]


def _number_vote(key: str) -> list[tuple[str, int, str]]:
    if _PARTY_NUMBER.match(key):
        return [("party", 1, "số và ký hiệu kiểu văn bản Đảng")]
    if _STATE_NUMBER.match(key):
        return [("state", 1, "số và ký hiệu kiểu văn bản hành chính")]
    return []


def span_of(opening: Opening) -> Span | None:
    """The days that the date line may mean; None when it says no year."""
    for at in opening.where("place_date"):
        found = span_in(opening.strips[at].key)
        if found is not None:
            return found
    return None


def span_in(key: str) -> Span | None:
    """The days that a date line may mean.

    >>> str(span_in("tây ninh, ngày 05 tháng 3 năm 2025"))
    '05/3/2025'
    >>> str(span_in("tây ninh, ngày    tháng 11 năm 2024"))
    'từ 01/11/2024 đến 30/11/2024'
    >>> span_in("tây ninh, ngày    tháng    năm")
    """
    short = _SHORT.search(key)
    if short:
        return _span(int(short[3]), int(short[2]), int(short[1]))
    year = _YEAR.search(key)
    if year is None:
        return None
    month, day = _MONTH.search(key), _DAY.search(key)
    return _span(int(year[1]), int(month[1]) if month else None, int(day[1]) if day else None)


def _span(year: int, month: int | None, day: int | None) -> Span | None:
    first, last = _WHOLE_YEAR if month is None else (month, month)
    if not 1 <= first <= last <= 12:  # noqa: PLR2004
        return None
    days = calendar.monthrange(year, last)[1]
    if month is not None and day is not None and 1 <= day <= days:
        return Span(date(year, month, day), date(year, month, day))
    return Span(date(year, first, 1), date(year, last, days))


@dataclass(frozen=True, slots=True)
class _Chosen:
    profile: Profile
    why: str
    sure: bool = True
    others: tuple[Profile, ...] = ()


def _state(span: Span | None) -> _Chosen:
    """The decree, or the decree with a doubt."""
    if span is None:
        return _Chosen(STATE_ND30, "không rõ ngày, lấy quy định đang có hiệu lực")
    if span.last < STATE_ND30.since:
        return _Chosen(STATE_ND30, _uncovered(span, STATE_ND30), sure=False)
    return _Chosen(STATE_ND30, f"đề ngày {span}", sure=span.first >= STATE_ND30.since)


def _party(span: Span | None) -> _Chosen:
    """The guide that covers the day, or the nearest one with a doubt."""
    if span is None:
        why = "không rõ ngày, lấy hướng dẫn đang có hiệu lực"
        return _Chosen(PARTY_HD05, why, sure=False, others=_older(PARTY[0].since))
    found = party_profile(span.first, span.last)
    if found is not None:
        return _Chosen(found, f"đề ngày {span}")
    if span.last < PARTY[0].since:
        return _Chosen(PARTY[0], _uncovered(span, PARTY[0]), sure=False)
    why = f"đề ngày {span}, chưa đủ để biết theo hướng dẫn nào"
    return _Chosen(PARTY_HD05, why, sure=False, others=_older(span.first))


def _older(first: date) -> tuple[Profile, ...]:
    """The guides before the last that were still in force on that day."""
    return tuple(one for one in PARTY[:-1] if one.until is None or one.until >= first)


def _uncovered(span: Span, nearest: Profile) -> str:
    return (
        f"đề ngày {span}, không có quy định nào đã biết; lấy quy định gần nhất: {nearest.title}"
    )
