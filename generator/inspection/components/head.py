"""The head block of a paper: heading, issuer, number, day, marks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.inspection.anatomy import Found
from generator.inspection.components.organs import organs_of
from generator.inspection.components.strips import joined
from generator.inspection.components.titles import titles_of
from generator.inspection.components.underlines import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.components.opening import Opening

_UNANCHORED = 0.7
_ONCE = frozenset({"motto", "star", "number", "place_date"})  # the first counts


def head_of(opening: Opening) -> tuple[tuple[Found, ...], int]:
    """What the opening holds, and how many of its lines belong to it."""
    titles = titles_of(opening)
    organs = organs_of(opening, titles.head_end) if opening.anchored else ()
    taken = {piece for one in titles.found for piece in one.pieces}
    by_words = tuple(
        one for one in _by_words(opening, titles.head_end) if taken.isdisjoint(one.pieces)
    )
    # what looked like an organ under the number of a letter is what the letter is about
    organs = tuple(one for one in organs if taken.isdisjoint(one.pieces))
    found = (*by_words, *organs, *titles.found)
    marks = [
        one
        for one in lines_of(opening, found)
        if one.component != "subject_mark" or not _has(found, "subject_mark")
    ]
    return (*found, *marks), titles.end


def _has(found: tuple[Found, ...], component: str) -> bool:
    return any(one.component == component for one in found)


def _by_words(opening: Opening, end: int) -> Iterator[Found]:
    """The lines before the kind that their own words make known."""
    seen: set[str] = set()
    for strip, what in zip(opening.strips[:end], opening.known, strict=False):
        if what is None or what.component == "rule" or what.component in seen:
            continue
        if what.component in _ONCE:
            seen.add(what.component)
        sure = what.confidence if opening.anchored else min(what.confidence, _UNANCHORED)
        yield Found(what.component, joined([strip]), sure, what.why)
