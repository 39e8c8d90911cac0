"""Another paper in the same file: a regulation that a decision puts into force, say."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.inspection.components.closing import begins_closing
from generator.inspection.components.words import (
    KINDS,
    PARTY_HEADING,
    STATE_HEADING,
    key_of,
)
from generator.inspection.document.values import Paragraph, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.inspection.document.values import Block

_HEADINGS = (STATE_HEADING, PARTY_HEADING)
_NOTE = re.compile(r"\( ?(?:ban hành )?kèm theo ")
_KIND = re.compile(rf"{KINDS}$")
_TITLE_LINES = 6  # between a kind and the note under its subject
_SHORT = 100


def begins_at(blocks: Sequence[Block]) -> int:
    """Which block begins another paper, after the signatures of the first; else their number.

    It has a head block of its own, or says under its subject with what it comes.
    """
    signed = False
    for at, block in enumerate(blocks):
        if signed and _is_headed(block):
            return at
        if signed and isinstance(block, Paragraph) and _NOTE.match(key_of(block.plain)):
            kind = _kind_above(blocks, at)
            if kind is not None:
                return kind
        signed = signed or begins_closing(block)
    return len(blocks)


def _is_headed(block: Block) -> bool:
    return any(
        key_of(one.plain) in _HEADINGS
        for one in paragraphs_of((block,))
        if len(one.text) <= _SHORT
    )


def _kind_above(blocks: Sequence[Block], at: int) -> int | None:
    """The kind over a note, with the lines of the subject between."""
    for back in range(at - 1, max(at - 1 - _TITLE_LINES, -1), -1):
        block = blocks[back]
        if isinstance(block, Paragraph) and _KIND.match(key_of(block.plain)):
            return back
    return None
