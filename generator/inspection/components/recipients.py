"""The recipients at the end of a paper: the word, the lines, the typist."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.inspection.anatomy import Found
from generator.inspection.components.strips import Strip, joined
from generator.inspection.components.words import AUTHORITY, POSITIONS, RECIPIENTS
from generator.inspection.document.values import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

_ITEM = re.compile(r"[-+•*·]|\d+[.)]")
_TYPIST = re.compile(r"(?!- )[^\W\d_][\w.]{1,30} ?[-(. ]+\d{1,4}\)?\.?$")
_SIGNS = re.compile(rf"(?:{AUTHORITY.pattern}|{POSITIONS}\b)")
_WHY = "dưới “Nơi nhận”, cùng cột"


def recipients_of(zone: Sequence[Strip]) -> tuple[list[Found], list[Strip]]:
    """What belongs to “Nơi nhận:”, and the other lines of the closing."""
    at = next((at for at, one in enumerate(zone) if RECIPIENTS.match(one.key)), None)
    if at is None:
        return [], list(zone)
    word, first = _divided(zone[at])
    lines = _under(zone, at)
    found = [Found("recipients", (word,), 0.97, "chữ “Nơi nhận”")]
    pieces = [*([Strip(first)] if first else []), *lines]
    found += _recipients([one for one in pieces if not _TYPIST.match(one.key)])
    found += [
        Found("typist", (one.piece,), 0.8, "tên viết tắt và số bản, dưới nơi nhận")
        for one in lines
        if _TYPIST.match(one.key)
    ]
    gone = {id(zone[at]), *map(id, lines)}
    return found, [one for one in zone if id(one) not in gone]


def _divided(strip: Strip) -> tuple[Piece, Piece | None]:
    """The word, and a recipient that goes on in the same line."""
    piece = strip.piece
    colon = piece.paragraph.text.find(":", piece.start)
    rest = piece.paragraph.text[colon + 1 : piece.end] if colon >= 0 else ""
    if not rest.strip():
        return piece, None
    return (
        Piece(piece.paragraph, piece.start, colon + 1),
        Piece(piece.paragraph, colon + 1, piece.end),
    )


def _under(zone: Sequence[Strip], at: int) -> list[Strip]:
    """The lines under the word in its column, as far as they name recipients."""
    lines: list[Strip] = []
    for strip in zone[at + 1 :]:
        if not strip.key or not _same_column(strip, zone[at]):
            continue
        if not _ITEM.match(strip.key) and (_SIGNS.match(strip.key) or strip.caps):
            break
        lines.append(strip)
    return lines


def _same_column(strip: Strip, word: Strip) -> bool:
    """Whether a line stands under the word, not in the column beside it."""
    if strip.table is None and strip.paragraph.in_box == word.paragraph.in_box:
        return strip.left == word.left or bool(_ITEM.match(strip.key) and strip.left)
    return strip.beside(word)


def _recipients(lines: Sequence[Strip]) -> list[Found]:
    """One for each recipient; a line without a hyphen goes on with the one above."""
    groups: list[list[Strip]] = []
    hyphens = any(_ITEM.match(one.key) for one in lines)
    for one in lines:
        if groups and hyphens and _goes_on(one, groups[-1][-1]):
            groups[-1].append(one)
        else:
            groups.append([one])
    return [Found("recipient", joined(group), 0.93, _WHY) for group in groups]


def _goes_on(strip: Strip, above: Strip) -> bool:
    """Whether a line has no hyphen, and the one above did not end with a semicolon."""
    return not _ITEM.match(strip.key) and not above.key.endswith(";")
