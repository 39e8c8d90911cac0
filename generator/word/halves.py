"""Tags that come in pairs, and the one that stands alone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.word.tags import Tag

_CLOSED_BY = {"if": "endif", "for": "endfor"}
_OPENED_BY = {end: start for start, end in _CLOSED_BY.items()}
_STATEMENT = re.compile(r"\{%-?\s*(?:(?:p|tr|tc|r)\s+)?(\w+)")


def without_other_half(tags: tuple[Tag, ...]) -> tuple[Tag, str] | None:
    """The first tag that closes nothing, or the one that is not closed, and what it wants."""
    opened: list[tuple[Tag, str]] = []
    for tag in tags:
        word = _first_word(tag)
        if word in _CLOSED_BY:
            opened.append((tag, _CLOSED_BY[word]))
        elif word in _OPENED_BY and not opened:
            return tag, _OPENED_BY[word]
        elif word in _OPENED_BY:
            closed = opened.pop()
            if closed[1] != word:
                return closed
    return opened[-1] if opened else None


def _first_word(tag: Tag) -> str:
    found = _STATEMENT.match(tag.text)
    return found[1] if found else ""
