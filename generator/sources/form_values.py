"""The value of an input of a form as the text that the model reads; never a guess.

What is surely meant is taken: a choice in capitals, a year as a number, a date with dots, a
real date. What is not goes to the model as it was typed, and the model refuses it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, time
from enum import Enum, StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any

from generator import vietnamese
from generator.model.base import choices_at, types_at
from generator.model.birth import LifeDate
from generator.model.result import CongressResult

if TYPE_CHECKING:
    from datetime import timedelta

    from generator.sources.tree import PathTo

CONVERTED = "cell-converted"
_FLAGS = {"có": "true", "x": "true", "không": "false"}
_LONG_DAY = re.compile(r"(?:ngày )?(\d{1,2}) tháng (\d{1,2}) năm (\d{4})", re.IGNORECASE)
_LONG_MONTH = re.compile(r"(?:tháng )?(\d{1,2})(?:/| năm )(\d{4})", re.IGNORECASE)
_FROM_YEAR = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?: 00:00(?::00)?)?")
_PARTS = re.compile(r"(?:ngày )?(\d{1,2}) ?[-./] ?(\d{1,2}) ?[-./] ?(\d{4})", re.IGNORECASE)


class Kind(StrEnum):
    """What an input takes."""

    TEXT = "chữ"
    COUNT = "số"
    CHOICE = "danh sách"
    FLAG = "có hoặc không"
    DAY = "ngày"
    LIFE = "ngày, tháng hoặc năm"


@dataclass(frozen=True, slots=True)
class Entered:
    """What was typed: its text, or the code of why it is refused with what Excel made of it."""

    text: str = ""
    refused: str = ""
    shown: str = ""
    is_date: bool = False


_KINDS = ((bool, Kind.FLAG), (date, Kind.DAY), (LifeDate, Kind.LIFE), (int, Kind.COUNT))


@cache
def kind_at(way: tuple[str, ...]) -> Kind:
    """What the value at a way of the result takes; a way is a path without its numbers."""
    if types_at(CongressResult, way, Enum):
        return Kind.CHOICE
    return next(
        (kind for base, kind in _KINDS if types_at(CongressResult, way, base)), Kind.TEXT
    )


def way_of(path: PathTo) -> tuple[str, ...]:
    """The path without its numbers.

    >>> way_of(("people", 3, "name"))
    ('people', 'name')
    """
    return tuple(step for step in path if isinstance(step, str))


def entered(value: Any, way: tuple[str, ...]) -> Entered:
    """What a cell holds, for the value at a way of the result."""
    kind = kind_at(way)
    if isinstance(value, str):
        return Entered(_meant(" ".join(value.split()), kind, way))
    if isinstance(value, bool):
        return _truth(value, kind)
    if isinstance(value, int | float):
        return _number(value, kind)
    return _moment(value, kind)


def _meant(text: str, kind: Kind, way: tuple[str, ...]) -> str:
    tidy = vietnamese.tidy(text)
    if kind is Kind.CHOICE:
        return _choices(way).get(tidy.casefold(), tidy)
    if kind is Kind.FLAG:
        return _FLAGS.get(tidy.casefold(), tidy)
    return _as_date(tidy) if kind in (Kind.DAY, Kind.LIFE) else text


@cache
def _choices(way: tuple[str, ...]) -> dict[str, str]:
    return {choice.casefold(): choice for choice in choices_at(CongressResult, way)}


def _as_date(text: str) -> str:
    """A date in one of the ways that people write it, with strokes between its parts."""
    if found := _LONG_DAY.fullmatch(text) or _PARTS.fullmatch(text):
        return "/".join(found.groups())
    if found := _LONG_MONTH.fullmatch(text):
        return "/".join(found.groups())
    if found := _FROM_YEAR.fullmatch(text):
        return "/".join(reversed(found.groups()))
    return text


def _truth(value: bool, kind: Kind) -> Entered:  # noqa: FBT001 - the value of a cell
    if kind is Kind.FLAG:
        return Entered("true" if value else "false")
    return Entered(refused=CONVERTED, shown="TRUE" if value else "FALSE")


def _number(value: float, kind: Kind) -> Entered:
    """A number is taken where one is meant; in a text only a whole one can have been typed."""
    whole = float(value).is_integer()
    shown = str(int(value)) if whole else str(value).replace(".", ",")
    if kind is Kind.TEXT and not whole:
        return Entered(refused=CONVERTED, shown=shown)
    return Entered(shown)


def _moment(value: date | time | timedelta, kind: Kind) -> Entered:
    """A day where one is meant; an hour or a duration alone is never one."""
    if not isinstance(value, date):  # a datetime is one
        shown = value.strftime("%H:%M") if isinstance(value, time) else str(value)
        return Entered(refused=CONVERTED, shown=shown)
    shown = vietnamese.short_date(value)
    if kind in (Kind.DAY, Kind.LIFE):
        return Entered(shown, shown=shown, is_date=True)
    return Entered(refused=CONVERTED, shown=shown)
