"""Remedies applied in a copy of a document."""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from generator.errors import Severity
from generator.inspection.copies.characters import with_colour, with_font, with_size
from generator.inspection.copies.furniture import Furniture
from generator.inspection.copies.guarding import check_words, losses, unsigned
from generator.inspection.copies.margins import SIDES, sections_of, with_margin
from generator.inspection.copies.markup import within
from generator.inspection.copies.normal_form import composed
from generator.inspection.copies.numbering import with_page_number
from generator.inspection.copies.package import Package
from generator.inspection.copies.places import Places
from generator.inspection.copies.spacing import with_gap, with_pitch
from generator.inspection.copies.values import Change, Fixed
from generator.inspection.document.values import Spot
from generator.inspection.finding import Property

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lxml.etree import _Element as Element

    from generator.inspection.document.values import Piece
    from generator.inspection.finding import Remedy

    Apply = Callable[[Element, Remedy, Piece], Iterator[Change]]


def _composed(paragraph: Element, _remedy: Remedy, _piece: Piece) -> Iterator[Change]:
    return composed(paragraph)


_OF_PIECE: dict[Property, Apply] = {
    Property.FONT: with_font,
    Property.SIZE: with_size,
    Property.COLOUR: with_colour,
    Property.GAP: with_gap,
    Property.LINE: with_pitch,
    Property.NORMAL_FORM: _composed,
}
# sizes before pitches, which must not cut letters; composing last, for it moves the letters
_ORDER = (
    *SIDES,
    Property.PAGE_NUMBER,
    Property.FONT,
    Property.SIZE,
    Property.COLOUR,
    Property.GAP,
    Property.LINE,
    Property.NORMAL_FORM,
)


def fixed(content: bytes, remedies: Sequence[Remedy]) -> Fixed:
    """The document with the remedies applied, without a word of its text changed.

    What could not be applied is in `left`, each with its reason. The same remedies applied to
    the copy change nothing more.
    """
    package = Package(content)
    fixing = _Fixing(package)
    ordered = sorted(remedies, key=lambda one: (_ORDER.index(one.property), one.section))
    said = [change for remedy in ordered for change in fixing.applied(remedy)]
    check_words(package)
    changes = tuple(one for one in said if one.severity is Severity.NOTE)
    left = tuple(one for one in said if one.severity is not Severity.NOTE)
    if not changes:
        return Fixed(content, left=left)
    unsigned(package)
    return Fixed(package.written(), changes, left, losses(content))


class _Fixing:
    """A package in which remedies are applied, one after the other."""

    def __init__(self, package: Package) -> None:
        self._package = package
        self._places = Places(package)

    @cached_property
    def _furniture(self) -> Furniture:
        document = self._package.tree(self._package.main)
        return Furniture(self._package, [] if document is None else sections_of(document))

    def applied(self, remedy: Remedy) -> Iterator[Change]:
        """What applying one remedy changed, or why it was left."""
        if remedy.piece is None:
            return self._to_section(remedy)
        spot = remedy.piece.paragraph.spot
        return (replace(one, spot=spot) for one in self._to_piece(remedy, remedy.piece))

    def _to_section(self, remedy: Remedy) -> Iterator[Change]:
        if remedy.property in _OF_PIECE:
            yield _gone(remedy)
            return
        sections = self._furniture.sections
        if not 1 <= remedy.section <= len(sections):
            yield _gone(remedy)
        elif remedy.property in SIDES:
            yield from with_margin(sections[remedy.section - 1], remedy)
        else:
            yield from with_page_number(self._furniture, remedy)

    def _to_piece(self, remedy: Remedy, piece: Piece) -> Iterator[Change]:
        paragraph = self._places.paragraph(piece)
        apply = _OF_PIECE.get(remedy.property)
        if paragraph is None or apply is None or within(paragraph, "del", "moveFrom"):
            yield _gone(remedy)
            return
        yield from apply(paragraph, remedy, piece)


def _gone(remedy: Remedy) -> Change:
    """A remedy whose place the file does not have."""
    spot = Spot(section=remedy.section)
    return Change("copy-left-gone", {"property": remedy.property}, spot, Severity.WARNING)
