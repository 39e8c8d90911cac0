"""Places of a paper that the program fills, as values: which they are, what stands in them.

A place is found again by its tag, or by a bookmark with a name made of the tag; each line and
row that the program wrote carries a bookmark made of its words, so that a person's change of
them is known. Pure: `views` names the places, `word` finds and fills them.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_BOOKMARK = 40  # Word refuses a longer name
ANCHOR, SECTION, MARK = "vk_", "vkm_", "vkd_"
_SPACES = re.compile(r"[\s\u00a0]+")
_DIGEST = 8
COPIES = 10
KEPT = 4096  # words that are remembered: most stand in the reports of all units


class SlotKind(StrEnum):
    """What a place holds."""

    WORDS = "chữ trong dòng"
    LINES = "các đoạn"
    TABLE = "bảng"


@dataclass(frozen=True, slots=True)
class Slot:
    """What is to stand in one place: words in a line, paragraphs, or rows of a table.

    A row of one cell spans the table. A slot without lines or rows empties a table, and leaves
    everything else as it is.
    """

    kind: SlotKind
    tag: str
    title: str
    lines: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Written:
    """A line as it is printed, with the bookmark that says who wrote it."""

    text: str
    mark: str


def anchor_of(tag: str, prefix: str = ANCHOR) -> str:
    """The bookmark of a place: letters, digits, underscores, at most 40.

    >>> anchor_of("bau-bi-thu-bang"), anchor_of("a_b-c", SECTION)
    ('vk_bau_bi_thu_bang', 'vkm_a__b_c')
    """
    name = prefix + tag.replace("_", "__").replace("-", "_")
    if len(name) <= MAX_BOOKMARK:
        return name
    return f"{name[: MAX_BOOKMARK - _DIGEST - 1]}_{_digest(tag)[:_DIGEST]}"


@lru_cache(maxsize=KEPT)
def mark_of_words(tag: str, text: str, copy: int = 0) -> str:
    """The bookmark of words that the program wrote; spaces and hyphens of any kind are one.

    The same words may stand more than once in a place: bookmarks may not.

    >>> mark_of_words("a", "kỳ 2025-2030") == mark_of_words("a", "kỳ\\u00a02025\\u20112030 ")
    True
    """
    return MARK + _digest(f"{tag}\n{copy}\n{plain(text)}")


def marks_of(tag: str, texts: Iterable[str]) -> tuple[str, ...]:
    """The bookmarks of all lines or rows of a place."""
    seen: Counter[str] = Counter()
    marks = []
    for text in map(plain, texts):
        marks.append(mark_of_words(tag, text, seen[text]))
        seen[text] += 1
    return tuple(marks)


def is_mark_of(mark: str, tag: str, text: str) -> bool:
    """Whether a bookmark says that the program wrote these words in this place."""
    return any(mark == mark_of_words(tag, text, copy) for copy in range(COPIES))


@lru_cache(maxsize=KEPT)
def plain(text: str) -> str:
    """Words without what only typesetting adds."""
    return _SPACES.sub(" ", text.replace("\u2011", "-")).strip()


def row_words(cells: tuple[str, ...]) -> str:
    """A row as words, of which its mark is made."""
    return " | ".join(plain(cell) for cell in cells)


def written(tag: str, lines: tuple[str, ...]) -> tuple[Written, ...]:
    """Lines with their marks."""
    pairs = zip(lines, marks_of(tag, lines), strict=True)
    return tuple(Written(text, mark) for text, mark in pairs)


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:24]
