"""The place and date of a paper; blanks for what is not known until it is signed are legal."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.inspection.finding import CALENDAR
from generator.inspection.layout.regions import said
from generator.inspection.layout.saying import Rule
from generator.inspection.layout.templates import pattern
from generator.vietnamese import month_digits, two_digits

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from generator.inspection.anatomy import Case
    from generator.inspection.finding import Finding

_BLANK = r"\d*|[.…_ ]*"
_PARTS = {"place": r"\S.*?", "day": _BLANK, "month": _BLANK, "year": _BLANK}
_FORM = {"place": "(địa danh)", "day": "…", "month": "…", "year": "…"}


def check_date_line(case: Case) -> Iterator[Finding]:
    """The form of the line: place, comma, day, month, year in words."""
    found = case.anatomy.first("place_date")
    if found is None:
        return
    template, text = case.profile.wording.date, said(found.text)
    if pattern(template, _PARTS).fullmatch(text):
        return
    rule = Rule(_fault(template, text), case.profile.wording.rests_on("date"))
    values = {"is": text, "should": template.format_map(_FORM)}
    yield rule.broken(found.pieces[0], values, "place_date")


def _fault(template: str, text: str) -> str:
    """What is wrong with a line that does not fit."""
    without_comma = template.replace("},", "}")
    if pattern(without_comma, _PARTS).fullmatch(text):
        return "layout-date-comma"
    without_place = template.partition("{place}")[2].lstrip(", ")
    if pattern(without_place, _PARTS).fullmatch(text.lstrip(", ")):
        return "layout-date-place"
    return "layout-date-form"


def check_date(case: Case) -> Iterator[Finding]:
    """The zeros of day and month, and that there is such a day."""
    found = case.anatomy.first("place_date")
    if found is None:
        return
    template = case.profile.wording.date.partition("{place}")[2].replace(",", "").strip()
    read = pattern(template, _PARTS).search(said(found.text))
    if read is None:
        return
    piece, source = found.pieces[0], case.profile.wording.rests_on("date")
    for typed, should, unit in _zeros(read):
        values = {"is": typed, "should": should, "unit": unit}
        yield Rule("layout-date-zero", source).broken(piece, values, "place_date")
    if not _exists(read):
        values = {"is": read[0]}
        yield Rule("layout-date-unreal", CALENDAR).broken(piece, values, "place_date")


def _zeros(read: re.Match[str]) -> Iterator[tuple[str, str, str]]:
    day, month = _number(read["day"]), _number(read["month"])
    if day is not None and read["day"] != two_digits(day):
        yield read["day"], two_digits(day), "ngày"
    if month is not None and read["month"] != month_digits(month):
        yield read["month"], month_digits(month), "tháng"


def _number(text: str) -> int | None:
    return int(text) if text.isdigit() else None


def _exists(read: re.Match[str]) -> bool:
    """Whether there is such a day, as far as it is said."""
    day, month, year = (_number(read[part]) for part in ("day", "month", "year"))
    try:
        date(year or 2024, month or 1, day or 1)
    except ValueError:
        return False
    return True
