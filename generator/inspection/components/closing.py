"""The end of a paper: who signs, and who receives it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.inspection.components.recipients import recipients_of
from generator.inspection.components.signatures import signatures_of
from generator.inspection.components.strips import Strip, column_of, cut, cut_whole
from generator.inspection.components.words import AUTHORITY, POSITIONS, RECIPIENTS
from generator.inspection.document.values import Paragraph, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.inspection.anatomy import Found
    from generator.inspection.document.values import Block, Key

_BLOCKS = 60  # of the end of a paper are looked at
_FILLED = 60  # lines that may stand below the first of a closing
_SHORT = 60
_SENTENCE = 40
_POSITION = re.compile(rf"\[?(?:quyền |q\. ?|nguyên )?{POSITIONS}\b")


@dataclass(frozen=True, slots=True)
class Closing:
    """What was found at the end, and the paragraphs that belong to it."""

    found: tuple[Found, ...]
    paragraphs: frozenset[Key]


def closing_of(blocks: Sequence[Block]) -> Closing:
    """The recipients and the signatures of a paper whose appendices are left out."""
    lines = list(_lines(blocks[-_BLOCKS:]))
    start = _start(lines)
    if start is None:
        return Closing((), frozenset())
    end = _end(lines, start)
    zone = lines[start:end]
    received, rest = recipients_of(zone)
    columns: dict[object, list[Strip]] = {}
    for strip in rest:
        columns.setdefault(_side(strip), []).append(strip)
    signed = [one for column in columns.values() for one in signatures_of(column)]
    return Closing((*received, *signed), frozenset(strip.paragraph.key for strip in zone))


def begins_closing(block: Block) -> bool:
    """Whether a block has the word “Nơi nhận” or a prefix of signing on a line of its own."""
    table = None if isinstance(block, Paragraph) else block
    if table is not None and table.bordered and len(table.rows) > 2:  # noqa: PLR2004
        return False
    return any(
        RECIPIENTS.match(strip.key) or is_authority(strip)
        for paragraph in paragraphs_of((block,))
        if len(paragraph.text) <= 4 * _SHORT
        for strip in cut(paragraph, table)
        if strip.key
    )


def _side(strip: Strip) -> object:
    """The column of a line; outside tables what is centred stands with what is right."""
    column = column_of(strip)
    return "right" if column is None else column


def _lines(blocks: Sequence[Block]) -> Iterator[Strip]:
    for block in blocks:
        table = None if isinstance(block, Paragraph) else block
        for paragraph in paragraphs_of((block,)):
            yield from cut(paragraph, table)


def is_authority(strip: Strip) -> bool:
    """Whether a line begins with a prefix of signing: T/M, KT. …"""
    return bool(AUTHORITY.match(strip.key)) and _is_label(strip)


def is_position(strip: Strip) -> bool:
    """Whether a line is a post: printed in capitals, or alone in its column."""
    return bool(_POSITION.match(strip.key)) and ":" not in strip.text and _is_label(strip)


def _is_label(strip: Strip) -> bool:
    return len(strip.text) <= _SHORT and strip.text[-1] not in ".;:"


def _start(lines: Sequence[Strip]) -> int | None:
    """Where the closing begins: “Nơi nhận”, or the first line of who signs."""
    tail = _tail(lines)
    received = [at for at in tail if RECIPIENTS.match(lines[at].key)]
    signed = _signing(lines, tail)
    starts = [*received[-1:], *signed[:1]]
    return _whole_table(lines, min(starts)) if starts else None


def _tail(lines: Sequence[Strip]) -> list[int]:
    """The last filled lines that do not stand in a table of data."""
    filled = [at for at, one in enumerate(lines) if one.key and not one.in_data]
    return filled[-_FILLED:]


def _signing(lines: Sequence[Strip], tail: Sequence[int]) -> list[int]:
    """The lines of who signs, from the last upwards, until the text begins."""
    found: list[int] = []
    last = max((at for at in tail if RECIPIENTS.match(lines[at].key)), default=len(lines))
    for at in reversed(tail):
        strip = lines[at]
        if is_authority(strip) or (is_position(strip) and _stands_out(strip)):
            found.append(at)
        elif found and _reads_on(strip, at < last):
            break
    return sorted(found)


def _stands_out(strip: Strip) -> bool:
    """Whether a line is set apart from text: in capitals, in a column, away from the left."""
    return strip.caps or strip.table is not None or not (strip.left and cut_whole(strip))


def _reads_on(strip: Strip, above_recipients: bool) -> bool:  # noqa: FBT001 - one fact more
    """Whether a line outside a table is part of the text, not the name of a recipient."""
    if strip.table is not None or (strip.text.startswith("-") and not above_recipients):
        return False
    ends = len(strip.text) > _SENTENCE and strip.text.endswith((".", ";", ":"))
    return ends or (strip.left and len(strip.text) > _SHORT)


def _whole_table(lines: Sequence[Strip], at: int) -> int:
    """The first line of the table that a line stands in."""
    table = lines[at].table
    while at and table is not None and lines[at - 1].table is table:
        at -= 1
    return at


def _end(lines: Sequence[Strip], start: int) -> int:
    """Where the closing ends: before text or data that follow."""
    for at in range(start, len(lines)):
        strip = lines[at]
        if strip.key and (strip.in_data or (_after_table(lines, start, at))):
            return at
    return len(lines)


def _after_table(lines: Sequence[Strip], start: int, at: int) -> bool:
    """Whether a line follows the table that is the closing."""
    return lines[start].table is not None and lines[at].table is not lines[start].table
