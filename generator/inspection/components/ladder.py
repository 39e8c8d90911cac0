"""The text of a paper: its heading ladder, its grounds, its paragraphs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.inspection.anatomy import SURE, Found
from generator.inspection.components.signs import Sign, weighed
from generator.inspection.components.strips import Strip, whole

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.inspection.document.values import Paragraph

_PART = re.compile(
    r"(?:phần|chương|mục|tiểu mục) (?:thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)|[ivxlc]+"
    r"|\d+)\b[ :.-]*(?P<name>.*)$"
)
_ARTICLE = re.compile(r"điều (?:\d+[a-zđ]?|[.…]+) ?[.:]?(?:\s|$|[.…])")
_ROMAN = re.compile(r"([IVXLC]+) ?[-.)/] ?\S")
_LETTER = re.compile(r"([A-ZĐ]) ?[-.] ?\S")
_NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})* ?[-.)/] ?\D")
_POINT = re.compile(r"[a-zđ]{1,2}\) ?\S")
_DASH = re.compile(r"[-•] ?\S")
_PLUS = re.compile(r"\+ ?\S")
_GROUND = re.compile(r"-? ?(?:căn cứ|theo đề nghị|xét (?:đề nghị|tờ trình)|theo ý kiến)\b")
_ROMANS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_END_MARKS = (".", ";", ":", ",", "…", "!", "?", "”")
_TITLE_LENGTH = 130
_SHORT = 60
_PLAIN = 0.9


@dataclass(frozen=True, slots=True)
class Above:
    """What stands above a line: the Roman number that would come next, grounds only or not."""

    next_roman: int = 1
    only_grounds: bool = True
    grounded: bool = False

    def after(self, found: Found) -> Above:
        """The same for the next line."""
        grounded = self.grounded or found.component == "basis"
        only = self.only_grounds and (found.component == "basis" or found.confidence < SURE)
        next_roman = {
            "part_title": 1,
            "level1": _roman(whole(found.pieces[0].paragraph)) + 1,
        }.get(found.component, self.next_roman)
        return Above(next_roman, only, grounded)


@dataclass(frozen=True, slots=True)
class Line:
    """A paragraph of the text with what stands over and under it.

    `bold_titles` says that most numbered titles of this text are bold.
    """

    strip: Strip
    below: Strip | None
    above: Above = Above()
    bold_titles: bool = False

    @property
    def ended(self) -> bool:
        """Whether it ends like a sentence or an item of a list."""
        return self.strip.text.endswith((".", ";", ","))


def roman_value(text: str) -> int:
    """The value of a Roman numeral.

    >>> [roman_value(one) for one in ("I", "IV", "IX", "XII")]
    [1, 4, 9, 12]
    """
    total, before = 0, 0
    for letter in reversed(text):
        value = _ROMANS[letter]
        total += value if value >= before else -value
        before = max(before, value)
    return total


def _roman(strip: Strip) -> int:
    found = _ROMAN.match(strip.text)
    return roman_value(found[1]) if found else 0


def _is_title(line: Line) -> bool:
    text = line.strip.text
    return len(text) <= _TITLE_LENGTH and not text.endswith(_END_MARKS)


def _leads(line: Line) -> bool:
    """Whether something of a lower level stands under the line."""
    below = line.below
    return below is not None and not _NUMBER.match(below.text) and not _roman(below)


_LEVEL1 = (
    Sign[Line](
        "số La Mã nối tiếp", 0.7, lambda one: _roman(one.strip) in (1, one.above.next_roman)
    ),
    Sign[Line]("chữ hoa", 0.4, lambda one: one.strip.caps),
    Sign[Line]("chữ đậm", 0.3, lambda one: one.strip.bold),
    Sign[Line]("ngắn, không có dấu câu cuối", 0.36, _is_title),
    Sign[Line](
        "số không nối tiếp",
        -0.6,
        lambda one: _roman(one.strip) not in (1, one.above.next_roman),
    ),
    Sign[Line]("là câu", -0.4, lambda one: one.ended and not one.strip.caps),
)
_LEVEL2 = (
    Sign[Line]("ngắn, không có dấu câu cuối", 0.6, _is_title),
    Sign[Line]("chữ đậm", 0.6, lambda one: one.strip.bold),
    Sign[Line]("có nội dung bên dưới", 0.4, _leads),
    Sign[Line](
        "các đề mục khác có số đều đậm", 0.4, lambda one: one.bold_titles and _is_title(one)
    ),
    Sign[Line]("là câu", -0.6, lambda one: one.ended),
    Sign[Line]("dài", -0.3, lambda one: len(one.strip.text) > _TITLE_LENGTH),
)


def ladder_of(paragraphs: Sequence[Paragraph]) -> Iterator[Found]:
    """Each paragraph of a text as what it is; a blank one, or one without a sign, as nothing.

    It serves the text of a paper and that of an appendix alike.
    """
    strips = [one for one in map(whole, paragraphs) if one.key]
    above, bold = Above(), _are_bold(strips)
    for at, line in enumerate(_with_below(strips)):
        if at and _is_name_of_part(strips[at - 1], line.strip):
            continue
        found = _one(replace(line, above=above, bold_titles=bold))
        above = above.after(found)
        yield _with_name(found, line)


def _are_bold(strips: Sequence[Strip]) -> bool:
    """Whether most titles with a number are bold: then one that is not was meant to be."""
    titles = [
        line.strip.bold
        for line in _with_below(strips)
        if _NUMBER.match(line.strip.text) and _is_title(line) and _leads(line)
    ]
    return sum(titles) > len(titles) / 2


def _with_below(strips: Sequence[Strip]) -> Iterator[Line]:
    for at, strip in enumerate(strips):
        yield Line(strip, strips[at + 1] if at + 1 < len(strips) else None)


def _one(line: Line) -> Found:
    """What a paragraph is, by the label it begins with, else by how it reads."""
    strip = line.strip
    for found in (_part(strip), _first_level(line), _numbered(line), _ground(line)):
        if found is not None:
            return found
    for component, pattern, why in _BY_LABEL:
        if pattern.match(strip.key):
            return Found(component, (strip.piece,), _PLAIN, why)
    return _plain(strip)


_BY_LABEL = (
    ("article", _ARTICLE, "bắt đầu bằng “Điều” và số"),
    ("point", _POINT, "bắt đầu bằng a), b)…"),
    ("plus", _PLUS, "bắt đầu bằng dấu cộng"),
    ("dash", _DASH, "bắt đầu bằng gạch đầu dòng"),
)


def _part(strip: Strip) -> Found | None:
    found = _PART.match(strip.key)
    if not found or strip.text.endswith((".", ";")) or len(strip.text) > _TITLE_LENGTH:
        return None
    sure = _PLAIN if not found["name"] else (0.85 if strip.centred or strip.bold else 0.6)
    return Found("part_title", (strip.piece,), sure, "bắt đầu bằng Phần, Chương, Mục và số")


def _is_name_of_part(part: Strip, strip: Strip) -> bool:
    """Whether a line is the name of the part whose number stands above it."""
    found = _PART.match(part.key)
    named = strip.caps or (strip.centred and len(strip.text) <= _TITLE_LENGTH)
    return bool(found and not found["name"] and named and not _roman(strip))


def _with_name(found: Found, line: Line) -> Found:
    """A part with its name on the next line."""
    if found.component != "part_title" or line.below is None:
        return found
    if not _is_name_of_part(line.strip, line.below):
        return found
    return replace(found, pieces=(*found.pieces, line.below.piece))


def _first_level(line: Line) -> Found | None:
    """A heading with a Roman number, or a group with a letter."""
    strip = line.strip
    if _roman(strip):
        result = weighed(line, _LEVEL1)
        if result.confidence > 0.5:  # noqa: PLR2004
            return Found("level1", (strip.piece,), result.confidence, result.why)
    if _LETTER.match(strip.text):
        sure = _PLAIN if strip.caps else 0.6
        return Found("group", (strip.piece,), sure, "bắt đầu bằng chữ cái hoa")
    return None


def _numbered(line: Line) -> Found | None:
    """A title with a number, or a clause that is a sentence."""
    if not _NUMBER.match(line.strip.text):
        return None
    result = weighed(line, _LEVEL2)
    if result.confidence >= 0.5:  # noqa: PLR2004
        return Found("level2", (line.strip.piece,), result.confidence, result.why)
    sure = _PLAIN if line.ended else SURE
    return Found("clause", (line.strip.piece,), sure, "bắt đầu bằng số, là câu")


def _ground(line: Line) -> Found | None:
    """A ground (căn cứ): one of the first lines, on its own, not a whole sentence."""
    strip = line.strip
    if not (line.above.only_grounds and _GROUND.match(strip.key)) or strip.text.endswith(":"):
        return None
    several = line.above.grounded or (line.below is not None and _GROUND.match(line.below.key))
    sure = 0.95 if strip.text.endswith(";") or several else 0.7
    return Found("basis", (strip.piece,), sure, "bắt đầu bằng “Căn cứ”, “Theo đề nghị”")


def _plain(strip: Strip) -> Found:
    """A paragraph of the text: something that reads like a sentence."""
    reads = strip.text.endswith(_END_MARKS) or len(strip.text) > _TITLE_LENGTH
    apart = strip.caps or (strip.centred and len(strip.text) <= _SHORT)
    if apart or strip.text.startswith(("(", "*")):
        return Found("body", (strip.piece,), 0.5, "không rõ là nội dung hay đề mục")
    sure = _PLAIN if reads else 0.6
    return Found("body", (strip.piece,), sure, "câu trong bài")


def doubtful(found: Iterable[Found], why: str) -> Iterator[Found]:
    """The same, none sure: for a document that is not known to be a paper."""
    for one in found:
        yield replace(one, confidence=min(one.confidence, 0.5), why=f"{one.why}; {why}")
