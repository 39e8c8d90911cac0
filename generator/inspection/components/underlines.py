"""Lines under heading, motto, issuer and subject: drawn, typed or underlined."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.inspection.anatomy import Found
from generator.inspection.components.opening import RULE
from generator.inspection.components.strips import column_of
from generator.inspection.document.values import Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.inspection.components.opening import Opening
    from generator.inspection.components.strips import Strip

_OVER = {
    "heading": "heading_line",
    "motto": "motto_line",
    "superior": "issuer_line",
    "issuer": "issuer_line",
    "star": "issuer_line",
    "number": "issuer_line",
    "subject": "subject_mark",
}
_HOW = {"shape": "đường kẻ vẽ", "border": "viền của đoạn", "picture": "đường kẻ là hình"}
_OWN_PARAGRAPH, _NEXT_PARAGRAPH, _SHARED = 0.95, 0.9, 0.6


@dataclass(frozen=True, slots=True)
class Mark:
    """A line as it stands: at which line of the opening, what it is, and its piece."""

    at: int
    how: str
    piece: Piece


def lines_of(opening: Opening, found: Iterable[Found]) -> Iterator[Found]:
    """The lines under components that were found, each with what carries it.

    One whose owner is not clear (two columns in one paragraph) is below SURE: then neither
    that it is there nor that it is missing can be judged.
    """
    owners = dict(_owners(opening, found))
    for mark in (*_typed(opening), *_drawn(opening)):
        yield from _owned(opening, mark, owners)
    yield from _underlined(opening, owners)


def _owners(opening: Opening, found: Iterable[Found]) -> Iterator[tuple[int, str]]:
    """Which component each line of the opening belongs to."""
    pieces = {piece: one.component for one in found for piece in one.pieces}
    for at, strip in enumerate(opening.strips):
        component = pieces.get(strip.piece)
        if component:
            yield at, component


def _typed(opening: Opening) -> Iterator[Mark]:
    """Rows of hyphens or underscores."""
    for at in opening.where("rule"):
        yield Mark(at, "dòng gạch gõ bằng phím", opening.strips[at].piece)


def _drawn(opening: Opening) -> Iterator[Mark]:
    """Drawn lines and borders, each once, at the last line of the paragraph that carries it."""
    last = {strip.paragraph.key: at for at, strip in enumerate(opening.strips)}
    for at in last.values():
        paragraph = opening.strips[at].paragraph
        for line in paragraph.lines:
            yield Mark(at, _HOW.get(line.how, line.how), Piece(paragraph))


def _owned(opening: Opening, mark: Mark, owners: Mapping[int, str]) -> Iterator[Found]:
    """The line as one of each component that it may be under."""
    strips = opening.strips
    own = strips[mark.at].paragraph
    here = [
        at for at in owners if strips[at].paragraph is own and owners[at] not in ("kind", "")
    ]
    if here and mark.piece == Piece(own):
        yield from _at_text(mark, [owners[at] for at in here], strips, owners)
        return
    above = _above(strips, mark.at, owners)
    if above is not None:
        # a line in a paragraph of the whole width may belong to either column
        apart = column_of(strips[mark.at]) is None and column_of(strips[above]) is not None
        yield from _line(mark, _OVER[owners[above]], _SHARED if apart else _NEXT_PARAGRAPH)


def _at_text(
    mark: Mark, components: Sequence[str], strips: Sequence[Strip], owners: Mapping[int, str]
) -> Iterator[Found]:
    """A line in a paragraph that has text: under it, or above it where a date has none."""
    if "place_date" in components:
        above = _above(strips, mark.at, owners)
        components = [owners[above]] if above is not None else []
    lines = {_OVER[one] for one in components if one in _OVER}
    sure = _OWN_PARAGRAPH if len(lines) == 1 else _SHARED
    for line in sorted(lines):
        yield from _line(mark, line, sure)


def _above(strips: Sequence[Strip], at: int, owners: Mapping[int, str]) -> int | None:
    """The nearest line above in the same column, when it is one with a line under it.

    A drawn line may be anchored below the date that it stands over.
    """
    drawn = not RULE.match(strips[at].key)
    for one in range(at - 1, -1, -1):
        strip = strips[one]
        passed = not strip.key or (drawn and owners.get(one) == "place_date")
        if strip.beside(strips[at]) and not passed:
            return one if owners.get(one) in _OVER else None
    return None


def _line(mark: Mark, component: str, sure: float) -> Iterator[Found]:
    yield Found(component, (mark.piece,), sure, mark.how)


def _underlined(opening: Opening, owners: Mapping[int, str]) -> Iterator[Found]:
    """Text that is underlined where a line belongs."""
    for at, component in owners.items():
        strip = opening.strips[at]
        if component in ("heading", "motto", "issuer") and strip.underlined:
            yield Found(_OVER[component], (strip.piece,), _OWN_PARAGRAPH, "chữ gạch chân")
