"""Spelling where two ways are right: a paper keeps to one. And where none is right."""

from __future__ import annotations

import re
from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from generator.errors import Severity
from generator.inspection.text import spelling
from generator.inspection.text.passages import Rule, passages, shown
from generator.paper_format import Confidence, Source

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.inspection.anatomy import Case
    from generator.inspection.document.values import Piece
    from generator.inspection.finding import Finding
    from generator.inspection.text.passages import Passage

_TONE = Rule(
    "text-tone-mixed",
    Source(
        "hai kiểu đặt dấu thanh đều dùng được, một văn bản giữ một kiểu "
        "(QĐ 1989/QĐ-BGDĐT, Điều 8 chỉ buộc với sách giáo khoa)",
        Confidence.C,
    ),
)
_I_OR_Y = Rule(
    "text-iy-mixed",
    Source(
        "i hay y đều dùng được, một văn bản giữ một cách "
        "(QĐ 1989/QĐ-BGDĐT, Điều 9 chỉ buộc với sách giáo khoa)",
        Confidence.C,
    ),
)
_ONE_TONE = Rule(
    "text-two-tones", Source("chính tả: mỗi âm tiết nhiều nhất một dấu thanh", Confidence.C)
)
_DOUBLED = Rule(
    "text-doubled-word", Source("chính tả, theo trí nhớ", Confidence.M), Severity.NOTE
)
_WORD = re.compile(rf"[{spelling.LETTERS}]+")
# written with a capital in names of bodies, not of persons and places
_OF_BODIES = frozenset(("ủy", "uỷ", "khóa", "khoá"))


class Seen(NamedTuple):
    """A word as it stands in a text."""

    word: str
    piece: Piece


def _common_words(passage: Passage) -> Iterator[re.Match[str]]:
    """Words outside quotation marks that are not in a name."""
    text = passage.unquoted
    if text.isascii():
        return
    for found in _WORD.finditer(text):
        if found[0].islower() or found[0].lower() in _OF_BODIES:
            yield found


def _minority(one: Sequence[Seen], other: Sequence[Seen]) -> dict[str, str]:
    """What the sentence says of two ways: the rarer one first."""
    few, many = sorted((one, other), key=len)
    return {
        "few": str(len(few)),
        "rare": shown(seen.word for seen in few),
        "many": str(len(many)),
        "usual": shown(seen.word for seen in many),
    }


def tone_marks_are_of_one_school(case: Case) -> Iterator[Finding]:
    """Hòa, ủy or hoà, uỷ, not both; names of persons and places as their owners write them."""
    candidates = [
        Seen(found[0], passage.piece(found.start(), found.end()))
        for passage in passages(case.document)
        if spelling.EITHER_SCHOOL.search(passage.text)
        for found in _common_words(passage)
    ]
    first = [seen for seen in candidates if spelling.FIRST_SCHOOL.search(seen.word)]
    second = [seen for seen in candidates if spelling.SECOND_SCHOOL.search(seen.word)]
    if first and second:
        rare = min(first, second, key=len)[0]
        yield _TONE.broken(rare.piece, _minority(first, second))


def a_word_has_i_or_y(case: Case) -> Iterator[Finding]:
    """Kỹ thuật or kĩ thuật, not both; one finding for each word written in two ways."""
    seen: defaultdict[str, list[Seen]] = defaultdict(list)
    for passage in passages(case.document):
        words = [one for one in _common_words(passage) if one[0].islower()]
        for found in words:
            if spelling.other_spelling(found[0]) and not _keeps_i(passage.text, found):
                piece = passage.piece(found.start(), found.end())
                seen[found[0]].append(Seen(found[0], piece))
    for word in [*seen]:
        other = spelling.other_spelling(word)
        if other in seen and word < other:
            rare = min(seen[word], seen[other], key=len)[0]
            yield _I_OR_Y.broken(rare.piece, _minority(seen[word], seen[other]))


_NEAR = 10  # characters to each side that hold the neighbour of a syllable


def _keeps_i(text: str, found: re.Match[str]) -> bool:
    before = text[max(found.start() - _NEAR, 0) : found.start()].split() or [""]
    after = text[found.end() : found.end() + _NEAR].split() or [""]
    return spelling.keeps_its_i(before[-1], found[0], after[0].strip(".,;:"))


def _is_two_words(word: str) -> bool:
    """Whether a capital stands within a word: the mark of a typist, ToànKiên."""
    return any(a.islower() and b.isupper() for a, b in pairwise(word))


_TONED = f"[{''.join(sorted(spelling.TONED))}]"
_TWO_TONES = re.compile(f"{_TONED}[{spelling.LETTERS}]{{0,9}}{_TONED}")


def a_syllable_has_one_tone(case: Case) -> Iterator[Finding]:
    """Two tone marks in one word: a slip of the keyboard, or a space that is missing."""
    for passage in passages(case.document):
        if not _TWO_TONES.search(passage.text):
            continue
        for found in _WORD.finditer(passage.text):
            if spelling.tones(found[0]) > 1 and not _is_two_words(found[0]):
                piece = passage.piece(found.start(), found.end())
                yield _ONE_TONE.broken(piece, {"word": found[0]})


def no_word_is_typed_twice(case: Case) -> Iterator[Finding]:
    """Words of grammar that never follow themselves; "ngày ngày" and its like may."""
    for passage in passages(case.document):
        for found in spelling.DOUBLED.finditer(passage.text):
            piece = passage.piece(found.start(), found.end())
            yield _DOUBLED.broken(piece, {"words": found[0], "word": found[1]})


CHECKS = (
    tone_marks_are_of_one_school,
    a_word_has_i_or_y,
    a_syllable_has_one_tone,
    no_word_is_typed_twice,
)
