"""Who issues the paper, and who stands above: the lines over the number."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.inspection.anatomy import Found
from generator.inspection.components.signs import Sign, weighed
from generator.inspection.components.strips import Strip, joined
from generator.inspection.components.words import BODIES, COMMITTEES, CONGRESS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.inspection.components.opening import Opening

_ORGAN = re.compile(rf"(?:{COMMITTEES}|{BODIES}|{CONGRESS})\b")
_BODY = re.compile(rf"(?:{BODIES})\b")
_COMMITTEE = re.compile(rf"(?:{COMMITTEES})\b")
_PREPARES = re.compile(r"(?:ban|tổ|tiểu ban) (?:chỉ đạo|tổ chức|giúp việc|phục vụ)$")
_NOT_AN_ORGAN = re.compile(r"(?:mẫu|biểu|phụ lục|kính gửi|kính trình|v/v|về việc)\b|\(")
_LONGEST = 90
_MOST = 6  # lines of issuers
_DOUBTFUL = 0.7


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may name an organ, and what is known of its neighbours."""

    strip: Strip
    over_number: bool
    under_heading: bool


_SIGNS = (
    Sign[Candidate]("bắt đầu bằng tên loại tổ chức", 0.7, lambda one: is_organ(one.strip)),
    Sign[Candidate]("chữ hoa", 0.5, lambda one: one.strip.caps),
    Sign[Candidate]("đứng trên số, ký hiệu hoặc dấu sao", 0.6, lambda one: one.over_number),
    Sign[Candidate]("chữ đậm", 0.2, lambda one: one.strip.bold),
    Sign[Candidate]("đứng dưới tiêu đề", -0.8, lambda one: one.under_heading),
    Sign[Candidate](
        "dài hoặc có dấu câu ở cuối",
        -0.6,
        lambda one: len(one.strip.text) > _LONGEST or one.strip.text[-1] in ".;:,",
    ),
    Sign[Candidate](
        "là lời ghi khác", -0.9, lambda one: bool(_NOT_AN_ORGAN.match(one.strip.key))
    ),
)


def is_organ(strip: Strip) -> bool:
    """Whether a line begins like the name of an organ."""
    return bool(_ORGAN.match(strip.key))


def organs_of(opening: Opening, end: int) -> tuple[Found, ...]:
    """The superior and the issuer among the lines before `end`."""
    lines = [
        (strip, found.confidence)
        for strip, found in _weighed_lines(opening, end)
        if found.confidence > _DOUBTFUL
    ][:_MOST]
    if not lines:
        return ()
    strips = [strip for strip, _ in lines]
    at, sure, why = boundary(strips)
    least = min(confidence for _, confidence in lines)
    parts = (("superior", strips[:at]), ("issuer", strips[at:]))
    return tuple(
        Found(name, joined(part), min(least, sure), why) for name, part in parts if part
    )


def _weighed_lines(opening: Opening, end: int) -> list[tuple[Strip, Found]]:
    """The lines that nothing else explains, with how sure they name an organ."""
    found = []
    for at, (strip, what) in enumerate(zip(opening.strips[:end], opening.known, strict=False)):
        if not strip.key or what is not None:
            continue
        result = weighed(_candidate(opening, at, end), _SIGNS)
        found.append((strip, Found("issuer", (strip.piece,), result.confidence, result.why)))
    return found


def _candidate(opening: Opening, at: int, end: int) -> Candidate:
    strip = opening.strips[at]

    def stands(component: str, places: range) -> bool:
        return any(
            opening.strips[place].beside(strip)
            for place in opening.where(component)
            if place in places
        )

    below, above = range(at + 1, end), range(at)
    over = stands("number", below) or stands("star", below)
    under = stands("heading", above) and not over
    return Candidate(strip, over, under)


def boundary(strips: Sequence[Strip]) -> tuple[int, float, str]:
    """Which line begins the issuer (those above name the superior), how surely, and why."""
    starts = [at for at, strip in enumerate(strips) if at == 0 or _begins(strips, at)]
    heavy = _where_bold_begins(strips)
    if len(starts) == 1:
        return 0, 0.95, "một tên tổ chức, đứng trên số và ký hiệu"
    if heavy in starts:
        return heavy, 0.95, "tên tổ chức cuối, chữ đậm"
    if len(starts) == 2:  # noqa: PLR2004 - the superior and the issuer
        return starts[1], 0.9, "tên tổ chức thứ hai, đứng trên số và ký hiệu"
    return starts[-1], _DOUBTFUL, "nhiều tên tổ chức, không rõ tên nào ban hành"


def _begins(strips: Sequence[Strip], at: int) -> bool:
    """Whether a line begins another organ, rather than going on with the one above."""
    before, here = strips[at - 1].key, strips[at].key
    if not _ORGAN.match(here) or _PREPARES.search(before):
        return False
    # "ỦY BAN KIỂM TRA" / "ĐẢNG ỦY XÃ": one organ, named over two lines
    return not (_COMMITTEE.match(here) and _BODY.match(before) and not _COMMITTEE.match(before))


def _where_bold_begins(strips: Sequence[Strip]) -> int | None:
    """The first bold line, when all above are not bold and all below are."""
    bold = [strip.bold for strip in strips]
    first = bold.index(True) if True in bold else None
    return first if first and all(bold[first:]) else None
