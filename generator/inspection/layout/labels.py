"""The labels of headings and points as numbers: Chương II, Điều 3, IV., 2., 2.1., đ)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from generator.vietnamese import roman

if TYPE_CHECKING:
    from collections.abc import Callable

CAPITALS = "ABCDĐEGHIKLMNOPQRSTUVXY"
_ROMANS = {roman(number): number for number in range(1, 100)}
_WORDS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")
_SIGN = r" ?(?:[.\-)] ?|/ )(?=[^\d\s.])"


class Label(NamedTuple):
    """A label: its kind, its number, and how it is printed. `parent` is the 2 of 2.1."""

    kind: str
    number: int
    text: str
    parent: tuple[int, ...] = ()


def _value(text: str) -> int:
    """The number that a part or chapter carries, 0 where it is none."""
    word = text.removeprefix("thứ ")
    if word in _WORDS:
        return _WORDS.index(word) + 1
    return int(text) if text.isdigit() else _ROMANS.get(text.upper(), 0)


_PART = re.compile(
    r"(?P<kind>phần|chương|mục|tiểu mục) (?P<number>(?:thứ )?\w+)(?=[:. ]|$)", re.IGNORECASE
)
_ARTICLE = re.compile(r"Điều (?P<number>\d{1,3})[.:]")
_ROMAN = re.compile(rf"(?P<number>[IVXLC]+){_SIGN}")
_CAPITAL = re.compile(rf"(?P<number>[{CAPITALS}]){_SIGN}")
_NUMBER = re.compile(rf"(?P<number>\d{{1,3}}(?:\.\d{{1,2}}){{0,2}}){_SIGN}")
_POINT = re.compile(r"(?P<number>[a-zđ])\) ?(?=\S)")


def _part(found: re.Match[str]) -> Label:
    kind, number = found["kind"].lower(), found["number"].lower()
    return Label(kind, _value(number), found[0].strip())


def _article(found: re.Match[str]) -> Label:
    return Label("article", int(found["number"]), f"Điều {found['number']}")


def _roman(found: re.Match[str]) -> Label:
    return Label("roman", _ROMANS.get(found["number"], 0), found["number"])


def _capital(found: re.Match[str]) -> Label:
    return Label("capital", CAPITALS.index(found["number"]) + 1, found["number"])


def _number(found: re.Match[str]) -> Label:
    *parents, number = (int(one) for one in found["number"].split("."))
    return Label(f"number{len(parents)}", number, found["number"], tuple(parents))


def _point(found: re.Match[str]) -> Label:
    return Label("point", ord(found["number"]), f"{found['number']})")


_READERS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], Label]], ...] = (
    (_PART, _part),
    (_ARTICLE, _article),
    (_ROMAN, _roman),
    (_CAPITAL, _capital),
    (_NUMBER, _number),
    (_POINT, _point),
)


def labels(text: str) -> list[Label]:
    """What a paragraph may begin with: one label, or two where "I." is a number or a letter.

    >>> [one.kind for one in labels("I. Tổ chức")], labels("2.1. Nội dung")[0].parent
    (['roman', 'capital'], (2,))
    """
    read = ((pattern.match(text), make) for pattern, make in _READERS)
    found = [make(match) for match, make in read if match]
    return [one for one in found if one.number]
