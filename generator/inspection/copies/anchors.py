"""Where in the body a comment stands: Word has none in headers, notes and text boxes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.inspection.copies.markup import made, w
from generator.inspection.copies.places import Places, overlapping
from generator.inspection.document.package import refused
from generator.inspection.document.sections import portions
from generator.inspection.document.values import Piece, Spot

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from generator.inspection.copies.package import Package
    from generator.inspection.copies.values import Note

_NOTES = {w("footnote"): "footnoteReference", w("endnote"): "endnoteReference"}


class Anchor(NamedTuple):
    """A paragraph of the body, the children that a comment is about (none: all of it).

    `words` say the place when the comment cannot stand at it.
    """

    paragraph: Element
    first: Element | None = None
    last: Element | None = None
    words: tuple[str, ...] = ()


class Anchors:
    """The places of comments in a document."""

    def __init__(self, package: Package) -> None:
        """Of the document in `package`, before comments are written into it."""
        self._package = package
        self._places = Places(package)
        root = package.tree(package.main)
        body = None if root is None else root.find(w("body"))
        if body is None:
            raise refused("package-broken-part", package.main)
        self._body = body
        self._firsts = list(_first_paragraphs(body))

    def of(self, note: Note) -> Anchor:
        """The place of a note."""
        if not isinstance(note.where, Piece):
            words = (_said(Spot(section=note.where)),) if note.where else ()
            return Anchor(self._first_of(note.where or 1), words=tuple(filter(None, words)))
        found = self._places.at(note.where.paragraph.key)
        if note.where.paragraph.key.part == self._package.main and found is not None:
            return _in_body(found, note.where)
        elsewhere = self._of_note(found)
        spot = note.where.paragraph.spot
        paragraph = self._first_of(spot.section or 1) if elsewhere is None else elsewhere
        return Anchor(paragraph, words=tuple(filter(None, [_said(spot)])))

    def _first_of(self, section: int) -> Element:
        """The first paragraph of a section; of the document where it has no such section."""
        if not self._firsts:
            self._body.insert(0, made("p"))
            self._firsts = [self._body[0]]
        return self._firsts[section - 1 if 0 < section <= len(self._firsts) else 0]

    def _of_note(self, paragraph: Element | None) -> Element | None:
        """The paragraph of the body whose footnote or endnote it is."""
        around = paragraph.iterancestors() if paragraph is not None else iter(())
        note = next((one for one in around if one.tag in _NOTES), None)
        if note is None:
            return None
        for reference in self._body.iter(w(_NOTES[str(note.tag)])):
            if reference.get(w("id")) == note.get(w("id")):
                return _outermost(reference)
        return None


def _in_body(paragraph: Element, piece: Piece) -> Anchor:
    outer = _outermost(paragraph)
    if outer is not paragraph:
        return Anchor(outer, words=tuple(filter(None, [_said(piece.paragraph.spot)])))
    if not piece.start and piece.end is None:
        return Anchor(paragraph)
    runs = overlapping(paragraph, piece)
    if not runs:
        return Anchor(paragraph)
    first, last = (_child_of(paragraph, one) for one in (runs[0], runs[-1]))
    return Anchor(paragraph, first, last)


def _outermost(node: Element) -> Element:
    """The paragraph around a node that stands in no other paragraph."""
    around = [node, *node.iterancestors()]
    return [one for one in around if one.tag == w("p")][-1]


def _child_of(paragraph: Element, node: Element) -> Element:
    return next(one for one in (node, *node.iterancestors()) if one.getparent() is paragraph)


def _first_paragraphs(body: Element) -> Iterator[Element]:
    """The first paragraph of each section that has one."""
    for portion in portions(body):
        found = (one for node in portion.nodes for one in node.iter(w("p")))
        if (first := next(found, None)) is not None:
            yield first


def _said(spot: Spot) -> str:
    """The place in words, as the first line of a comment that cannot stand at it."""
    words = str(spot)
    return f"{words[0].upper()}{words[1:]}:" if words else ""
