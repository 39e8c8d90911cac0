"""The appendices of a paper: where each begins, its title, its note, where it ends."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.inspection.anatomy import Attachment, Found
from generator.inspection.components.signs import Sign, Weighed, weighed
from generator.inspection.components.strips import Strip, cut, joined
from generator.inspection.document.values import Paragraph, Piece, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.inspection.document.values import Block, Document

_NUMBER = r"(?: ?(?:số )?(?:\d{1,3}[a-zđ]?|[ivxlc]{1,6}|[a-zđ])\b)?"
_HEADING = re.compile(rf"phụ lục{_NUMBER}(?= ?[:.-]|\s|$)")
_ALONE = re.compile(rf"phụ lục{_NUMBER} ?[:.\d]?$")
_NOTE = re.compile(r"\( ?(?:ban hành )?(?:kèm|theo|đính kèm|trích)")
_LABEL = re.compile(r"(?:[ivx]{1,5}|[a-zđ]|\d{1,2}) ?[-.)] ?\S|- ")
_TITLE_LINES = 6
_LONGEST = 160
_NEAR = 7  # lines below a heading within which its note stands


@dataclass(frozen=True, slots=True)
class Candidate:
    """A line that begins like the heading of an appendix, and what stands round it."""

    strip: Strip
    starts_page: bool
    after_closing: bool
    note_follows: bool
    title_follows: bool


def _is_long(strip: Strip) -> bool:
    return len(strip.text) > _LONGEST and not strip.centred


def _in_list(one: Candidate) -> bool:
    """Whether an appendix is only mentioned: more follows, nothing sets the line apart."""
    return not (_ALONE.match(one.strip.key) or one.strip.centred or one.starts_page)


_SIGNS = (
    Sign[Candidate](
        "chỉ có chữ “Phụ lục” và số", 0.5, lambda one: bool(_ALONE.match(one.strip.key))
    ),
    Sign[Candidate]("ở đầu trang", 0.5, lambda one: one.starts_page),
    Sign[Candidate]("ở giữa", 0.4, lambda one: one.strip.centred),
    Sign[Candidate]("sau chữ ký, nơi nhận", 0.4, lambda one: one.after_closing),
    Sign[Candidate]("có dòng “kèm theo”", 0.6, lambda one: one.note_follows),
    Sign[Candidate]("có tên phụ lục ở giữa bên dưới", 0.3, lambda one: one.title_follows),
    Sign[Candidate]("chữ hoa", 0.3, lambda one: one.strip.caps),
    Sign[Candidate](
        "là câu trong bài", -0.8, lambda one: one.strip.text[-1] in ".;," or _is_long(one.strip)
    ),
    Sign[Candidate]("ở trong bảng", -0.8, lambda one: one.strip.in_data),
    Sign[Candidate]("là một dòng trong danh sách", -0.6, _in_list),
)


@dataclass(frozen=True, slots=True)
class Start:
    """Where an appendix begins: which block of the document, how surely."""

    block: int
    strip: Strip
    weighed: Weighed


@dataclass(frozen=True, slots=True)
class Placed:
    """A block with the section that it stands in."""

    block: Block
    section: int
    first: bool


def placed_of(document: Document) -> list[Placed]:
    """The blocks of the document, each with its section and whether it is its first."""
    return [
        Placed(block, section.number, at == 0 and section.kind != "continuous")
        for section in document.sections
        for at, block in enumerate(section.blocks)
    ]


def starts_of(placed: Sequence[Placed], closing_ends: int | None) -> list[Start]:
    """Where appendices begin. `closing_ends` is the block of the last line of the closing."""
    starts = []
    for at, one in enumerate(placed):
        strip = _first_line(one.block)
        if strip is None or not _HEADING.match(strip.key):
            continue
        candidate = _candidate(placed, at, strip, closing_ends)
        result = weighed(candidate, _SIGNS)
        if result.confidence > 0.5:  # noqa: PLR2004
            starts.append(Start(at, strip, result))
    return starts


def _first_line(block: Block) -> Strip | None:
    """The first line of a paragraph, or of the first paragraph of a layout table."""
    table = None if isinstance(block, Paragraph) else block
    if table is not None and table.bordered:
        return None
    first = next(iter(paragraphs_of((block,))), None)
    if first is None or "lục" not in first.text.lower():
        return None
    return next(cut(first, table), None)


def _candidate(
    placed: Sequence[Placed], at: int, strip: Strip, closing_ends: int | None
) -> Candidate:
    below = [one for one in _below(placed, at, strip) if one.key][:_NEAR]
    title = next((one for one in below if not _NOTE.match(one.key)), None)
    return Candidate(
        strip,
        starts_page=_starts_page(placed, at),
        after_closing=closing_ends is not None and at > closing_ends,
        note_follows=any(_NOTE.match(one.key) for one in below),
        title_follows=title is not None and title.centred and not title.in_data,
    )


def _starts_page(placed: Sequence[Placed], at: int) -> bool:
    """Whether a block is the first that says something on its page."""
    while at >= 0:
        one = placed[at]
        first = next(iter(paragraphs_of((one.block,))), None)
        if one.first or (first is not None and first.starts_page):
            return True
        before = placed[at - 1].block if at else None
        if not isinstance(before, Paragraph) or before.plain:
            return at == 0
        at -= 1
    return True


def _below(placed: Sequence[Placed], at: int, strip: Strip) -> Iterator[Strip]:
    """The lines under a heading, as far as the next table of data."""
    passed = False
    for one in placed[at : at + 2 * _NEAR]:
        table = None if isinstance(one.block, Paragraph) else one.block
        if table is not None and table.bordered:
            return
        for paragraph in paragraphs_of((one.block,)):
            for line in cut(paragraph, table):
                if passed:
                    yield line
                passed = passed or line.piece == strip.piece


def attachments_of(placed: Sequence[Placed], starts: Sequence[Start]) -> tuple[Attachment, ...]:
    """The appendices, each to the beginning of the next."""
    ends = [*(one.block for one in starts), len(placed)]
    return tuple(
        _attachment(placed, start, range(first, end))
        for start, (first, end) in zip(starts, pairwise(ends), strict=True)
    )


def _attachment(placed: Sequence[Placed], start: Start, blocks: range) -> Attachment:
    sure, why = start.weighed.confidence, start.weighed.why
    heading, inline = _divided(start.strip)
    titles, note = _title_and_note(placed, start, blocks)
    pieces = (*([inline] if inline else []), *joined(titles))
    return Attachment(
        heading=Found("appendix", (heading,), sure, why),
        title=Found("appendix_title", pieces, min(sure, 0.9), "dưới chữ “Phụ lục”")
        if pieces
        else None,
        note=Found("appendix_note", joined(note), min(sure, 0.95), "trong ngoặc, “kèm theo”")
        if note
        else None,
        paragraphs=tuple(paragraphs_of(tuple(placed[at].block for at in blocks))),
        section=placed[start.block].section,
    )


def _divided(strip: Strip) -> tuple[Piece, Piece | None]:
    """The heading, and a title that goes on in the same line after a colon or a full stop."""
    piece = strip.piece
    if _ALONE.match(strip.key):
        return piece, None
    raw = piece.paragraph.text
    found = re.match(
        rf"\s*{_HEADING.pattern}\s*[:.\-–]?\s*", raw[piece.start : piece.end].lower()
    )
    if found is None or piece.paragraph.label:
        return piece, None
    at = piece.start + found.end()
    return Piece(piece.paragraph, piece.start, at), Piece(piece.paragraph, at, piece.end)


def _title_and_note(
    placed: Sequence[Placed], start: Start, blocks: range
) -> tuple[list[Strip], list[Strip]]:
    """The lines of the title, and those of the note under it."""
    titles: list[Strip] = []
    note: list[Strip] = []
    within = placed[: blocks.stop]
    for line in _below(within, start.block, start.strip):
        if _goes_on(note, line) if note else _NOTE.match(line.key):
            note.append(line)
        elif note or _ends_title(line, titles):
            break
        elif line.key:
            titles.append(line)
    return titles[:_TITLE_LINES], note


def _goes_on(note: Sequence[Strip], line: Strip) -> bool:
    """Whether a note has not been closed by its bracket yet."""
    return bool(line.key) and not note[-1].text.endswith(")")


def _ends_title(line: Strip, titles: Sequence[Strip]) -> bool:
    """Whether a line is already the text of the appendix."""
    if not line.key:
        return bool(titles)
    labelled = bool(_LABEL.match(line.key)) and not line.centred
    return (
        labelled
        or line.text[-1] in ".;:"
        or len(titles) >= _TITLE_LINES
        or (bool(titles) and line.centred != titles[0].centred)
    )
