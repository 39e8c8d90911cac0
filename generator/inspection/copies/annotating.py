"""Word comments in a copy of a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.inspection.copies.anchors import Anchor, Anchors
from generator.inspection.copies.comments import Comments
from generator.inspection.copies.guarding import unsigned
from generator.inspection.copies.markup import made, w
from generator.inspection.copies.package import Package

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from generator.inspection.copies.values import Note


def annotated(content: bytes, notes: Sequence[Note]) -> bytes:
    """The document with each note as a Word comment at its place; all else stays as it is.

    Comments that it had are kept. Without notes it is the document itself.
    """
    if not notes:
        return content
    package = Package(content)
    anchors, comments = Anchors(package), Comments(package)
    for note in notes:
        anchor = anchors.of(note)
        lines = [*anchor.words, *note.text.splitlines()]
        _mark(anchor, comments.add(note.author, lines))
    comments.save()
    unsigned(package)
    return package.written()


def _mark(anchor: Anchor, number: str) -> None:
    """The comment of that number round what it is about."""
    begin, end = (made(f"commentRange{edge}", id=number) for edge in ("Start", "End"))
    reference = made("r")
    reference.append(made("commentReference", id=number))
    if anchor.first is None or anchor.last is None:
        _after_properties(anchor.paragraph, begin)
        anchor.paragraph.extend((end, reference))
    else:
        anchor.first.addprevious(begin)
        anchor.last.addnext(end)
        end.addnext(reference)


def _after_properties(paragraph: Element, begin: Element) -> None:
    properties = paragraph.find(w("pPr"))
    paragraph.insert(0 if properties is None else 1, begin)
