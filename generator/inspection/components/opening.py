"""The opening of a paper: all lines down to where its text begins."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from generator.inspection.components.strips import Strip, cut
from generator.inspection.components.words import (
    KINDS,
    MOTTO,
    PARTY_HEADING,
    STATE_HEADING,
    bare,
)
from generator.inspection.document.values import Paragraph, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.inspection.document.values import Block

_MOST = 120  # paragraphs that an opening may have, blank ones too
_ANCHORS_WITHIN = 25  # lines that may stand above a head block
_LONG = 250
_SENTENCE = 40
_NEARLY = 0.9  # how alike a misspelt heading is to the right one

RULE = re.compile(r"[-_=~] ?(?:[-_=~] ?){2,}$")
_LABELLED = re.compile(
    r"(?:[ivx]{1,5} ?[-.] ?\S|điều \d|\d+\. ?\S|[a-zđ]\) |- ?\w|căn cứ |thực hiện |trên cơ sở "
    r"|theo đề nghị |chương [ivx1]|phần (?:thứ )?[ivxn1])"
)
# the number of a part, alone in its line: its name stands below
_PART = re.compile(r"(?:phần|chương|mục|tiểu mục) (?:thứ \w+|[ivxlc]+|\d+)[.:]?$")
_APPENDIX = re.compile(r"phụ lục(?: (?:số )?[\divxlc]+)?[:.]?$")
TO = re.compile(r"kính (?:gửi|trình) ?:?")

_NUMBER = re.compile(
    r"số ?[:.]?[\s\d.…_]*[a-zđ]? ?(?:[-/] ?[^\W\d_][\w&]* ?|[-/][\d\s.…_]*)+[.,]?$"
)
_BARE_NUMBER = re.compile(r"\d{1,4} ?[-/] ?[a-zđ]{2,4} ?[-/] ?[\w]{2,15}$")
_HALF_NUMBER = re.compile(r"số ?[:.]?[\s\d.…_]*$")
_DATE = re.compile(
    r"(?!v/v|về việc)[^()]{0,60}?(?:ngày|^|[,.…\s])"
    r"[\s.…_\d]*tháng[\s.…_\d]*năm[\s.…_\d]*[.;,]?\d?$"
    r"|[^()]{2,50}, ?(?:ngày )?[\s\d…_]{1,9}[/.-][\s\d…_]{1,9}[/.-][\s\d…_]{1,9}$"
)
_STAR = re.compile(r"[*∗＊⁎★☆✱⋆](?: ?[*∗＊⁎★☆✱⋆])*$")  # noqa: RUF001 - stars as people type them
_DRAFT = re.compile(r"\(?(?:bản )?dự thảo(?: ?(?:lần|\()? ?(?:thứ )?[\w ,./-]{0,25})?\)?$")
_URGENCY = re.compile(r"(?:hỏa tốc|thượng khẩn|khẩn)(?: hẹn giờ.*)?$")
_SECRECY = re.compile(r"(?:tuyệt mật|tối mật|mật)$")
_CIRCULATION = re.compile(
    r"(?:tài liệu (?:hội nghị|đại hội|thu hồi|họp|mật|nội bộ|lưu hành nội bộ|phục vụ \w+ \w+)"
    r"|lưu hành nội bộ|xem xong trả lại|không phổ biến|xong hội nghị trả lại)[ \w]{0,30}$"
)


@dataclass(frozen=True, slots=True)
class Known:
    """A line that its own words make known: the component, how sure, why."""

    component: str
    confidence: float
    why: str


# what an electronic signature prints over a paper: (form of copy,) number, day and time
_STAMP = re.compile(
    r"(?:số ?:|sao y|sao lục|trích sao)[^;]*;.*\d{1,2}[/.-]\d{1,2}[/.-]\d{4}.*\d{1,2} ?:\d\d"
)
# what the words of a line say by themselves; the first that fits
_BY_WORDS = (
    (_STAMP, Known("stamp", 0.95, "số, ngày và giờ ký số")),
    (_STAR, Known("star", 0.95, "dòng chỉ có dấu sao")),
    (_NUMBER, Known("number", 0.95, "bắt đầu bằng “Số”, có ký hiệu")),
    (_BARE_NUMBER, Known("number", 0.85, "có dạng số và ký hiệu, thiếu chữ “Số”")),
    (_HALF_NUMBER, Known("number", 0.85, "bắt đầu bằng “Số”, thiếu ký hiệu")),
    (_DATE, Known("place_date", 0.95, "có ngày, tháng, năm")),
    (_DRAFT, Known("draft", 0.9, "chữ “Dự thảo”")),
    (_URGENCY, Known("urgency", 0.9, "chữ chỉ mức độ khẩn")),
    (_SECRECY, Known("secrecy", 0.9, "chữ chỉ mức độ mật")),
    (_CIRCULATION, Known("circulation", 0.85, "chữ chỉ phạm vi lưu hành")),
    (RULE, Known("rule", 0.95, "dòng chỉ có gạch")),
)
_FIXED = (
    (PARTY_HEADING, "heading", "tiêu đề “Đảng Cộng sản Việt Nam”"),
    (STATE_HEADING, "heading", "Quốc hiệu"),
    (MOTTO, "motto", "Tiêu ngữ"),
)
ANCHORS = frozenset({"heading", "motto", "number", "place_date"})


def known(strip: Strip) -> Known | None:
    """What a line of a head block is by its words, if they say."""
    if not 0 < len(strip.key) <= _LONG:
        return None
    return _fixed(strip) or next(
        (what for pattern, what in _BY_WORDS if pattern.match(strip.key)), None
    )


def _fixed(strip: Strip) -> Known | None:
    """Whether the line is one of the fixed texts, misspelt perhaps."""
    line = re.sub(r"[\W_]+", " ", strip.bare).strip()
    for text, component, why in _FIXED:
        right = re.sub(r"\W+", " ", bare(text))
        if line == right:
            return Known(component, 0.98, why)
        near = abs(len(line) - len(right)) <= 3  # noqa: PLR2004 - a letter or two
        if near and SequenceMatcher(None, line, right).ratio() > _NEARLY:
            return Known(component, 0.85, f"gần giống {why}")
    return None


@dataclass(frozen=True, slots=True)
class Opening:
    """The lines of the opening in reading order, and what each is by its words.

    `anchored` says whether it has a head block: without one nothing is sure.
    """

    strips: tuple[Strip, ...]
    known: tuple[Known | None, ...]
    anchored: bool

    def where(self, component: str) -> tuple[int, ...]:
        """Which lines are known by their words to be the component."""
        return tuple(
            at for at, one in enumerate(self.known) if one and one.component == component
        )


def opening_of(blocks: Sequence[Block]) -> Opening:
    """The opening of a paper, as far as the first line that belongs to its text."""
    strips = _before_text(_lines(blocks))
    what = tuple(known(strip) for strip in strips)
    filled = [one for strip, one in zip(strips, what, strict=True) if strip.key]
    anchors = {
        one.component for one in filled[:_ANCHORS_WITHIN] if one and one.component in ANCHORS
    }
    return Opening(strips, what, bool(anchors))


def _lines(blocks: Sequence[Block]) -> Iterator[Strip]:
    """The lines of the first paragraphs."""
    count = 0
    for block in blocks:
        table = None if isinstance(block, Paragraph) else block
        for paragraph in paragraphs_of((block,)):
            count += 1
            if count > _MOST:
                return
            yield from cut(paragraph, table)


def _before_text(lines: Iterator[Strip]) -> tuple[Strip, ...]:
    """The lines above the first that belongs to the text, a list or an appendix."""
    taken: list[Strip] = []
    addressed = False
    for strip in lines:
        addressed = addressed or bool(TO.match(strip.key))
        if ends_opening(strip) and not (addressed and is_addressee(strip)):
            break
        taken.append(strip)
    return tuple(taken)


def ends_opening(strip: Strip) -> bool:
    """Whether a line can only stand below the opening."""
    if not strip.key or strip.paragraph.in_box:
        return False
    if strip.in_data or _APPENDIX.match(strip.key):
        return True
    return strip.table is None and known(strip) is None and _is_text(strip)


def _is_text(strip: Strip) -> bool:
    """Whether a line reads like a sentence or like an item of a list."""
    length = len(strip.text)
    ends = length > _SENTENCE and strip.text.endswith((".", ";", ":"))
    labelled = bool(_LABELLED.match(strip.key)) and not re.match(KINDS, strip.key)
    if _PART.match(strip.key):
        return True
    if TO.match(strip.key) or strip.centred:
        return length > _LONG or (labelled and ends)
    return labelled or ends or length > _LONG


def is_addressee(strip: Strip) -> bool:
    """Whether a line looks like one of those to whom a paper is sent."""
    return bool(re.match(r"- ?[^:.]{3,90}[;.,]?$", strip.key)) and not re.match(
        r"- ?(?:căn cứ|theo|thực hiện)", strip.key
    )
