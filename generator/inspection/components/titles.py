"""Kind and subject of a paper, the mark under it, and to whom it is sent."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.inspection.anatomy import Found
from generator.inspection.components.opening import TO, Opening, is_addressee
from generator.inspection.components.signs import Sign, weighed
from generator.inspection.components.strips import Strip, joined
from generator.inspection.components.words import KINDS
from generator.inspection.document.values import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

_KIND = re.compile(rf"{KINDS}(?: ?[\d*:.]{{0,2}})$")
_KIND_FIRST = re.compile(rf"{KINDS}\b|tên loại văn bản")
_NOTE = re.compile(r"\( ?(?:ban hành )?(?:kèm|đính kèm)")
_ABOUT = re.compile(r"v/v\b|về việc\b|v/v:")
_LONGEST_KIND = 70
_LONGEST_LINE = 300
_MOST_LINES = 6  # of a subject
_ABOVE = frozenset(("heading", "number", "place_date"))  # of the kind
_UNANCHORED, _NOTED = 0.7, 0.95


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that may be the kind of the paper."""

    strip: Strip
    after_head: bool
    before_mark: bool


_SIGNS = (
    Sign[Candidate](
        "đúng một tên loại văn bản", 0.8, lambda one: bool(_KIND.match(one.strip.key))
    ),
    Sign[Candidate](
        "chữ hoa, bắt đầu bằng tên loại",
        0.6,
        lambda one: one.strip.caps and bool(_KIND_FIRST.match(one.strip.key)),
    ),
    Sign[Candidate]("đứng sau khối đầu", 0.5, lambda one: one.after_head),
    Sign[Candidate]("ở giữa", 0.4, lambda one: one.strip.centred),
    Sign[Candidate]("chữ đậm", 0.2, lambda one: one.strip.bold),
    Sign[Candidate]("có gạch bên dưới", 0.3, lambda one: one.before_mark),
    Sign[Candidate](
        "dài hoặc là câu",
        -0.9,
        lambda one: len(one.strip.text) > _LONGEST_KIND or one.strip.text[-1] in ".;,",
    ),
    Sign[Candidate](
        "không phải tên loại", -0.95, lambda one: not _KIND_FIRST.match(one.strip.key)
    ),
)


@dataclass(frozen=True, slots=True)
class Titles:
    """What stands between head block and text; `head_end` is where the head block ends.

    `end` is the line after the last that belongs to a title.
    """

    found: tuple[Found, ...]
    head_end: int
    end: int


def titles_of(opening: Opening) -> Titles:
    """The kind, its subject and mark, or the subject of a letter and its addressees."""
    at = _kind_at(opening)
    to = next((i for i, strip in enumerate(opening.strips) if TO.match(strip.key)), None)
    letter = _letter_subject(opening, to) if at is None else ()
    head_end = min(one for one in (at, to, len(opening.strips)) if one is not None)
    found: tuple[Found, ...] = ()
    end = head_end
    if at is not None:
        found, end = _kind_and_subject(opening, at, to)
    if to is not None:
        addressed, end = _addressees(opening, to, end)
        found = (*found, addressed)
    return Titles((*letter, *found), head_end, end)


def _kind_at(opening: Opening) -> int | None:
    """Which line is the kind of the paper: the first that is likely one."""
    head = _head_at(opening)
    for at, strip in enumerate(opening.strips):
        if not strip.key or opening.known[at] is not None:
            continue
        if _likely(opening, at, head).confidence > 0.5:  # noqa: PLR2004
            return at
    return None


def _head_at(opening: Opening) -> int:
    """The first line that surely stands above the kind; after the last where none does."""
    lines = (at for at, one in enumerate(opening.known) if one and one.component in _ABOVE)
    return next(lines, len(opening.known))


def _likely(opening: Opening, at: int, head: int) -> Found:
    """How sure a line is the kind; `head` is the first line that stands above one."""
    after = opening.known[at + 1 : at + _MOST_LINES]
    candidate = Candidate(
        opening.strips[at],
        head < at,
        any(one is not None and one.component == "rule" for one in after),
    )
    result = weighed(candidate, _SIGNS)
    confidence = result.confidence if opening.anchored else min(result.confidence, _UNANCHORED)
    return Found("kind", (opening.strips[at].piece,), confidence, result.why)


def _kind_and_subject(
    opening: Opening, at: int, to: int | None
) -> tuple[tuple[Found, ...], int]:
    """The kind with what follows, down to the mark; and the line after."""
    kind = _likely(opening, at, _head_at(opening))
    stop = len(opening.strips) if to is None else max(to, at + 1)
    mark = next((i for i in opening.where("rule") if at < i <= at + _MOST_LINES), None)
    if mark is not None and mark < stop:
        stop = mark
    lines, note = _without_note(
        _subject_lines(opening.strips[at + 1 : stop], marked=stop == mark)
    )
    first, rest = _divided(opening.strips[at])
    kind = replace(kind, pieces=(first,))
    pieces = (*((rest,) if rest else ()), *joined(lines))
    found = [kind]
    if pieces:
        why = "giữa tên loại và gạch" if stop == mark else "ngay dưới tên loại, ở giữa"
        found.append(
            Found("subject", pieces, min(kind.confidence, _sure(lines, stop == mark)), why)
        )
    if note:
        found.append(Found("appendix_note", joined(note), _NOTED, "trong ngoặc, “kèm theo”"))
    if mark is not None and stop == mark and not note:
        sign = opening.strips[mark]
        found.append(
            Found("subject_mark", (sign.piece,), kind.confidence, "gạch dưới trích yếu")
        )
    return tuple(found), (
        mark + 1 if stop == mark and mark else at + 1 + _taken(opening, at, [*lines, *note])
    )


def _taken(opening: Opening, at: int, lines: Sequence[Strip]) -> int:
    """How many lines after the kind the subject takes, blank ones between them too."""
    if not lines:
        return 0
    return opening.strips.index(lines[-1]) - at


def _sure(lines: Sequence[Strip], marked: bool) -> float:  # noqa: FBT001 - one fact more
    """How sure lines are the subject."""
    if marked:
        return 0.95
    return 0.9 if lines and all(line.centred for line in lines) else 0.82


def _subject_lines(strips: Sequence[Strip], *, marked: bool) -> list[Strip]:
    """The lines of a subject: all above a mark, else those that look like going together."""
    lines: list[Strip] = []
    for strip in strips:
        if not strip.key:
            if lines and not marked:
                break
            continue
        if not marked and lines and strip.centred != lines[0].centred:
            break
        if not marked and _opens_text(strip):
            break
        lines.append(strip)
    return lines[:_MOST_LINES]


def _without_note(lines: Sequence[Strip]) -> tuple[Sequence[Strip], Sequence[Strip]]:
    """The lines of a subject, and “(Kèm theo Quyết định …)” under them."""
    first = next((at for at, one in enumerate(lines) if _NOTE.match(one.key)), len(lines))
    return lines[:first], lines[first:]


def _opens_text(strip: Strip) -> bool:
    """Whether a line under the kind begins the text: a sentence, or who decides."""
    return strip.text[-1] in ".:;," or (strip.caps and not strip.key.startswith("về"))


def _divided(strip: Strip) -> tuple[Piece, Piece | None]:
    """The kind, and a subject that goes on in the same line in small letters."""
    piece = strip.piece
    raw = piece.paragraph.text[piece.start : piece.end]
    found = len(raw) <= _LONGEST_LINE and re.match(r"\s*([^a-zà-ỹđ]+?)\s+(?=[a-zà-ỹđ])", raw)
    if not found or not _KIND.match(" ".join(found[1].lower().split())):
        return piece, None
    at = piece.start + found.end()
    return (
        Piece(piece.paragraph, piece.start, piece.start + found.end(1)),
        Piece(piece.paragraph, at, piece.end),
    )


def _letter_subject(opening: Opening, to: int | None) -> tuple[Found, ...]:
    """What a letter is about: under the number, in the left column."""
    numbers = opening.where("number")
    stop = len(opening.strips) if to is None else to
    about = next(
        (i for i, strip in enumerate(opening.strips[:stop]) if _ABOUT.match(strip.key)), None
    )
    first = about if about is not None else (numbers[0] + 1 if numbers and to else None)
    if first is None or not opening.anchored:
        return ()
    column = opening.strips[first if about is not None else numbers[0]]
    lines = [
        strip
        for strip, what in zip(opening.strips[first:stop], opening.known[first:], strict=False)
        if strip.key and what is None and strip.beside(column)
    ][:_MOST_LINES]
    if not lines:
        return ()
    sure, why = (
        (0.95, "bắt đầu bằng “V/v”, “về việc”") if about is not None else (0.85, "dưới số")
    )
    return (Found("letter_subject", joined(lines), sure, why),)


def _addressees(opening: Opening, to: int, end: int) -> tuple[Found, int]:
    """“Kính gửi:” (its own piece) and the names that follow."""
    strip = opening.strips[to]
    raw = strip.paragraph.text
    colon = raw.find(":", strip.piece.start)
    pieces = [strip.piece]
    if colon >= 0 and raw[colon + 1 : strip.piece.end].strip():
        pieces = [
            Piece(strip.paragraph, strip.piece.start, colon + 1),
            Piece(strip.paragraph, colon + 1, strip.piece.end),
        ]
    last = to
    for at in range(to + 1, len(opening.strips)):
        one = opening.strips[at]
        if one.key and not (is_addressee(one) or one.paragraph is strip.paragraph):
            break
        if one.key:
            pieces.append(one.piece)
            last = at
    sure = 0.95 if opening.anchored else _UNANCHORED
    return Found("addressees", tuple(pieces), sure, "“Kính gửi”, “Kính trình”"), max(
        end, last + 1
    )
