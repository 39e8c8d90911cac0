"""Who signs: authority, position and name in one column of the closing."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.inspection.anatomy import Found
from generator.inspection.components.signs import Sign, weighed
from generator.inspection.components.strips import Strip, joined
from generator.inspection.components.words import AUTHORITY, POSITIONS, SURNAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_SIDE_NOTE = re.compile(r"[(\[]?\W*\(?(?:đã )?(?:ký|chữ ký|dấu|ghi rõ|đóng dấu)\b|dấu/")
_POST = re.compile(rf"\[?(?:quyền |q\. ?|nguyên )?{POSITIONS}\b")
_PREFIX = AUTHORITY
_TITLES = re.compile(
    r"(?:đồng chí|đ/c|ông|bà|gs|pgs|ts|ths|bs|ckii?|tiến sĩ|thạc sĩ)\b[. ]*", re.IGNORECASE
)
_SURNAME = re.compile(rf"{SURNAMES}\b")
_NAME_WORDS = range(2, 8)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a signature block, with what stands around it."""

    strip: Strip
    last: bool
    after_gap: bool


_NAME_SIGNS = (
    Sign[Line]("dòng cuối của khối ký", 0.5, lambda one: one.last),
    Sign[Line]("sau chỗ trống để ký", 0.4, lambda one: one.after_gap),
    Sign[Line]("bắt đầu bằng họ người Việt", 0.6, lambda one: _has_surname(one.strip)),
    Sign[Line]("các chữ viết hoa đầu như tên người", 0.5, lambda one: _is_titled(one.strip)),
    Sign[Line]("chỗ để điền họ tên", 0.9, lambda one: "họ và tên" in one.strip.key),
    Sign[Line]("là chức vụ", -0.9, lambda one: bool(_POST.match(one.strip.key))),
    Sign[Line]("là quyền hạn", -0.95, lambda one: bool(_PREFIX.match(one.strip.key))),
    Sign[Line](
        "không có dạng tên người",
        -0.7,
        lambda one: (
            len(_words(one.strip)) not in _NAME_WORDS
            or any(letter.isdigit() for letter in one.strip.text)
        ),
    ),
)


def signatures_of(column: Sequence[Strip]) -> Iterator[Found]:
    """The components of the signatures in one column, from the top."""
    lines = list(_lines(column))
    if not any(_starts(line.strip) for line in lines):
        return
    block: list[Line] = []
    for line in lines:
        name = weighed(line, _NAME_SIGNS)
        if name.confidence > 0.5 and block:  # noqa: PLR2004
            yield from _above_name(block)
            yield Found("signatory", (line.strip.piece,), name.confidence, name.why)
            block = []
        else:
            block.append(line)
    yield from _above_name(block)


def _lines(column: Sequence[Strip]) -> Iterator[Line]:
    """The filled lines, without “(Ký, ghi rõ họ tên)” and the like."""
    filled = [
        (at, one) for at, one in enumerate(column) if one.key and not _SIDE_NOTE.match(one.key)
    ]
    for place, (at, strip) in enumerate(filled):
        gap = bool(at and not column[at - 1].key) or strip.paragraph.spacing.before_pt > 30  # noqa: PLR2004
        yield Line(strip, place == len(filled) - 1, gap)


def _starts(strip: Strip) -> bool:
    return bool(_PREFIX.match(strip.key) or _POST.match(strip.key))


def _above_name(block: Sequence[Line]) -> Iterator[Found]:
    """Authorities and positions over a name; a line that begins neither goes on."""
    groups: list[tuple[str, list[Strip]]] = []
    for line in block:
        component = _component(line.strip)
        if component:
            groups.append((component, [line.strip]))
        elif groups and line.strip.caps == groups[-1][1][-1].caps and not line.after_gap:
            groups[-1][1].append(line.strip)
    for component, strips in groups:
        why = "bắt đầu bằng T/M, K/T, T/L…" if component == "authority" else "tên chức vụ"
        sure = 0.6 if strips[0].key == "kiêm" else 0.93  # a word between two posts
        yield Found(component, joined(strips), sure, why)


def _component(strip: Strip) -> str:
    if _PREFIX.match(strip.key):
        return "authority"
    return "position" if _POST.match(strip.key) and ":" not in strip.text else ""


def _words(strip: Strip) -> list[str]:
    """The words of what may be a name, without what stands in brackets or before it."""
    text = re.sub(r"\([^)]*\)", "", strip.text)
    return _TITLES.sub("", text).split() if _TITLES.match(text) else text.split()


def _has_surname(strip: Strip) -> bool:
    return bool(_SURNAME.match(_TITLES.sub("", strip.key)))


def _is_titled(strip: Strip) -> bool:
    return not strip.caps and all(
        word[0].isupper() for word in _words(strip) if word[0].isalpha()
    )
