"""Dates as typed: their zeros, the calendar, one style, ranges that run forwards."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator import vietnamese
from generator.errors import Severity
from generator.inspection.finding import CALENDAR
from generator.inspection.text.once import once
from generator.inspection.text.passages import Rule, passages, shown
from generator.inspection.text.written_dates import of_day, written_dates
from generator.paper_format import Confidence, ProfileCode, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from generator.inspection.anatomy import Case
    from generator.inspection.document.values import Document, Key, Piece
    from generator.inspection.finding import Finding
    from generator.inspection.text.passages import Passage
    from generator.inspection.text.written_dates import Written

_ZERO_PARTY = Source(
    "Hướng dẫn 05-HD/VPTW, điểm 4.2.2, theo những người có văn bản", Confidence.B
)
_ZERO_STATE = Source("Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4.b", Confidence.A)
_ZERO_SHORT = Rule(
    "text-short-date-zero",
    Source("ngày viết tắt theo cùng quy tắc như ngày viết đủ: thông lệ", Confidence.P),
)
_STYLE = Rule(
    "text-date-styles",
    Source("một văn bản một cách ghi ngày (QĐ 1989/QĐ-BGDĐT)", Confidence.C),
    Severity.NOTE,
)
_TERM = Rule("text-term-styles", Source("nhiệm kỳ ghi một cách: thông lệ", Confidence.P))
_IMPOSSIBLE = Rule("text-date-impossible", CALENDAR)
_BACKWARDS = Rule("text-range-backwards", CALENDAR)
_WEEKDAY = Rule("text-weekday", CALENDAR)


class Dated(NamedTuple):
    """A date and the passage that has it."""

    passage: Passage
    written: Written

    @property
    def piece(self) -> Piece:
        """The date alone."""
        return self.passage.piece(self.written.start, self.written.end)


@once
def dated(document: Document) -> Iterator[Dated]:
    """Every date of a document, those in quotation marks too."""
    for passage in passages(document):
        for written in written_dates(passage.text):
            yield Dated(passage, written)


def _own_dates(case: Case) -> Iterator[Dated]:
    """Every date that the writer of this paper wrote in its text: none of a quotation."""
    heads = _date_lines(case)
    for one in dated(case.document):
        passage, written = one
        quoted = passage.unquoted[written.start : written.end].isspace()
        if not quoted and passage.paragraph.key not in heads:
            yield one


def _date_lines(case: Case) -> frozenset[Key]:
    """The lines of place and date: they are judged with the head of the paper."""
    found = case.anatomy.sure("place_date")
    return frozenset(piece.paragraph.key for one in found for piece in one.pieces)


def dates_have_their_zeros(case: Case) -> Iterator[Finding]:
    """A day below 10 and month 1 or 2 take a zero, other months never: in full dates."""
    state = case.profile.code == ProfileCode.STATE_ND30
    rule = Rule("text-date-zero", _ZERO_STATE if state else _ZERO_PARTY)
    for one in _own_dates(case):
        written = one.written
        if _is_long(written) and written.exists() and not written.has_its_zeros():
            values = {"written": _tidy(written.text), "right": written.as_ruled()}
            yield rule.broken(one.piece, values)


def short_dates_have_their_zeros(case: Case) -> Iterator[Finding]:
    """The same of short dates and months: one finding for the whole document."""
    wrong = [
        one
        for one in _own_dates(case)
        if not _is_long(one.written) and _may_be_ruled(one.written)
    ]
    if wrong:
        told = [f"{_tidy(one.written.text)} → {one.written.as_ruled()}" for one in wrong]
        values = {"count": str(len(wrong)), "examples": shown(told)}
        yield _ZERO_SHORT.broken(wrong[0].piece, values)


def _may_be_ruled(written: Written) -> bool:
    exists = written.month_exists() and written.exists()
    return exists and written.sign in ("/", "tháng") and not written.has_its_zeros()


def _is_long(written: Written) -> bool:
    return written.sign == "tháng" and bool(written.days)


def _tidy(text: str) -> str:
    return " ".join(text.split())


def days_are_in_the_calendar(case: Case) -> Iterator[Finding]:
    """No 31/4, no month 13."""
    heads = _date_lines(case)
    for one in dated(case.document):
        if one.passage.paragraph.key in heads:
            continue
        if not (one.written.exists() and one.written.month_exists()):
            yield _IMPOSSIBLE.broken(one.piece, {"written": _tidy(one.written.text)})


_LINK = re.compile(
    r"\s{0,9}(?:,? ?(?:cho )?đến(?: hết)?(?: ngày)?|[-–](?: ngày)?)\s{0,9}", re.IGNORECASE
)
_NEW_YEAR = 6  # a range from a later month to one this far before it goes over the new year


def ranges_run_forwards(case: Case) -> Iterator[Finding]:
    """A range ends after it begins, within one date and between two."""
    several = dated(case.document)
    for one in several:
        days = one.written.dates()
        if days and any(a >= b for a, b in pairwise(days)):
            yield _BACKWARDS.broken(one.piece, _range(days[0], days[-1], one.written.text))
    for first, last in pairwise(several):
        if first.passage is last.passage:
            yield from _backwards(first.passage, first.written, last.written)


def _backwards(passage: Passage, first: Written, last: Written) -> Iterator[Finding]:
    if not _LINK.fullmatch(passage.text[first.end : last.start]):
        return
    begins, ends = first.in_year(last.year), last.dates()
    if not begins or not ends or begins[0] <= ends[-1]:
        return
    if not first.year and int(first.month) - int(last.month) >= _NEW_YEAR:
        return
    piece = passage.piece(first.start, last.end)
    text = passage.text[first.start : last.end]
    yield _BACKWARDS.broken(piece, _range(begins[0], ends[-1], text))


def _range(first: date, last: date, text: str) -> dict[str, str]:
    return {"written": _tidy(text), "first": of_day(first), "last": of_day(last)}


_NAMES = {name.split()[-1].lower(): n for n, name in enumerate(vietnamese.WEEKDAYS)}
_NUMBERED = {str(n + 2): n for n in range(6)}
_NAMED = {**_NAMES, **_NUMBERED, "cn": 6}
_DAY_NAME = r"(?P<name>thứ (?:hai|ba|tư|năm|sáu|bảy|[2-7])|chủ nhật|CN)"
_NAME_BEFORE = re.compile(
    rf"(?P<lead>^|[,;:(–-] ?|\b(?:vào|sáng|chiều|tối|trưa|hôm|từ|đến|và|là|hết|trước|sau) )"
    rf"{_DAY_NAME},? ?[(]?(?:ngày )?$",
    re.IGNORECASE,
)
_NAME_AFTER = re.compile(rf" ?[(](?:tức |là )?(?:ngày )?{_DAY_NAME}[,)]", re.IGNORECASE)
_ROUND = 40


def weekdays_are_right(case: Case) -> Iterator[Finding]:
    """The weekday beside a full date is the one of the calendar."""
    for one in dated(case.document):
        days = one.written.dates()
        name = _weekday_beside(one) if len(days) == 1 else ""
        if name and _NAMED[name.split()[-1].lower()] != days[0].weekday():
            values = {
                "date": of_day(days[0]),
                "written": name,
                "right": vietnamese.weekday(days[0]),
            }
            yield _WEEKDAY.broken(one.piece, values)


def _weekday_beside(one: Dated) -> str:
    """The weekday that a date is said to be, or nothing."""
    text, written = one.passage.text, one.written
    if after := _NAME_AFTER.match(text[written.end : written.end + _ROUND]):
        return after["name"]
    begin = max(written.start - _ROUND, 0)
    before = _NAME_BEFORE.search(_tidy_end(text[begin : written.start]))
    if before is None or _may_count(one, before, begin):
        return ""
    return before["name"]


def _tidy_end(text: str) -> str:
    """The text with single spaces, the one at the end kept."""
    return _tidy(text) + (" " if text[-1:].isspace() else "")


def _may_count(one: Dated, before: re.Match[str], begin: int) -> bool:
    """Whether "thứ hai, ngày …" may be the second point of a list, not a Monday."""
    if not before["lead"] and begin:
        return True  # the words before it are not seen
    if not before["name"].split()[-1].islower() or before["name"].lower() == "chủ nhật":
        return False
    in_table = one.passage.paragraph.spot.table > 0
    listed = "thứ nhất" in one.passage.text.lower()
    return listed or not (before["lead"] or in_table)


_FULL_STYLES = {"/": "dấu gạch chéo", "-": "dấu gạch nối", ".": "dấu chấm"}


def short_dates_are_in_one_style(case: Case) -> Iterator[Finding]:
    """05/3/2025 or 05-3-2025, not both."""
    seen: defaultdict[str, list[Dated]] = defaultdict(list)
    for one in _own_dates(case):
        if one.written.year and one.written.sign in _FULL_STYLES and one.written.exists():
            seen[one.written.sign].append(one)
    if len(seen) > 1:
        ordered = sorted(seen.values(), key=len)
        values = {"groups": _groups([[d.written.text for d in group] for group in ordered])}
        yield _STYLE.broken(ordered[0][0].piece, values)


def _groups(groups: Sequence[Sequence[str]]) -> str:
    """How many are written in each way, and which.

    >>> _groups([["05-3-2025"], ["05/3/2025", "06/3/2025"]])
    '1 chỗ ghi “05-3-2025”; 2 chỗ ghi “05/3/2025”, “06/3/2025”'
    """
    return "; ".join(f"{len(group)} chỗ ghi {shown(group)}" for group in groups)


_TERM_WRITTEN = re.compile(
    r"(?<![\w/.-])(?P<first>(?:19|20)\d\d)(?P<link> ?[-–—] ?)(?P<last>(?:19|20)\d\d)(?![\w/-])"
)
_TERM_BEFORE = re.compile(r"nhiệm kỳ\s{1,9}$", re.IGNORECASE)


def terms_are_in_one_style(case: Case) -> Iterator[Finding]:
    """2025-2030 or 2025 - 2030, not both; and no term ends before it begins."""
    seen: defaultdict[str, list[tuple[Piece, str]]] = defaultdict(list)
    for passage, found in _terms(case):
        piece = passage.piece(*found.span())
        if found["first"] >= found["last"]:
            values = {"written": found[0], "first": found["first"], "last": found["last"]}
            yield _BACKWARDS.broken(piece, values)
        seen[found["link"].replace("—", "–")].append((piece, found[0]))
    if len(seen) > 1:
        ordered = sorted(seen.values(), key=len)
        values = {"groups": _groups([[text for _, text in group] for group in ordered])}
        yield _TERM.broken(ordered[0][0][0], values)


def _terms(case: Case) -> Iterator[tuple[Passage, re.Match[str]]]:
    """The terms of the document, each after the word "nhiệm kỳ"."""
    for passage in passages(case.document):
        text = passage.unquoted
        for found in _TERM_WRITTEN.finditer(text):
            if _TERM_BEFORE.search(text[max(found.start() - 18, 0) : found.start()]):
                yield passage, found


CHECKS = (
    dates_have_their_zeros,
    short_dates_have_their_zeros,
    days_are_in_the_calendar,
    ranges_run_forwards,
    weekdays_are_right,
    short_dates_are_in_one_style,
    terms_are_in_one_style,
)
