"""Which part of a document a check looks at: text, head, appendices; and what kind it is."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from generator.vietnamese import NB_HYPHEN

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.inspection.anatomy import Case, Found
    from generator.inspection.document.values import Document, Key, Paragraph, Piece, Run

# the text of a paper: paragraphs that share its size, indent and pitch
TEXT = ("body", "basis", "article", "clause", "point", "dash", "plus")
_AFTER_HEAD = ("kind", "addressees", *TEXT, "level1", "level2")
_CLOSING = ("recipients", "authority", "position", "signatory")
_TONE = re.compile(r"(o[àáảãạ]|o[èéẻẽẹ]|u[ỳýỷỹỵ])(?!\w)")
_SHIFTED = {
    "oà": "òa", "oá": "óa", "oả": "ỏa", "oã": "õa", "oạ": "ọa",
    "oè": "òe", "oé": "óe", "oẻ": "ỏe", "oẽ": "õe", "oẹ": "ọe",
    "uỳ": "ùy", "uý": "úy", "uỷ": "ủy", "uỹ": "ũy", "uỵ": "ụy",
}  # fmt: skip


def folded(text: str) -> str:
    """A text for comparing: small letters, one space, hyphens alike, the tone as in “ủy”.

    >>> folded("CỘNG HOÀ"), folded("Tỉnh  uỷ")
    ('cộng hòa', 'tỉnh ủy')
    """
    small = " ".join(unicodedata.normalize("NFC", text).casefold().split())
    return _TONE.sub(lambda found: _SHIFTED[found[0]], small.replace(NB_HYPHEN, "-"))


def said(text: str) -> str:
    """A text as it is read: composed letters, one space, hyphens alike."""
    one = " ".join(unicodedata.normalize("NFC", text).split())
    return one.replace(NB_HYPHEN, "-")


def lettered(piece: Piece) -> tuple[Run, ...]:
    """Its runs that have letters or digits: signs and blanks have no look to speak of."""
    return tuple(run for run in piece.runs if any(map(str.isalnum, run.text)))


def pieces(found: Iterable[Found]) -> Iterator[Piece]:
    """The pieces of several components."""
    return (piece for one in found for piece in one.pieces)


def kind_of(case: Case) -> str:
    """The kind of the paper in small letters ("báo cáo"), "" where it is not known.

    Minutes of a count are minutes; a letter has no kind printed, but a subject of its own.
    """
    kind = case.anatomy.first("kind")
    if kind is None:
        is_letter = case.anatomy.first("letter_subject") and not case.anatomy.found.get("kind")
        return case.profile.numbering.letter if is_letter else ""
    text = folded(kind.text)
    names = (one for one in case.profile.kind_symbols if f"{text} ".startswith(f"{one} "))
    return max(names, key=len, default=text)


def is_issued_with(case: Case) -> bool:
    """Whether the paper says under its own subject that it comes with another one."""
    elsewhere = attached(case)
    notes = pieces(case.anatomy.sure("appendix_note"))
    return any(one.paragraph.key not in elsewhere for one in notes)


def attached(case: Case) -> frozenset[Key]:
    """The paragraphs of the appendices."""
    return frozenset(
        one.key for attachment in case.anatomy.attachments for one in attachment.paragraphs
    )


def main_text(case: Case) -> Iterator[Paragraph]:
    """The paragraphs of the paper itself, without its appendices."""
    elsewhere = attached(case)
    return (one for one in case.document.paragraphs() if one.key not in elsewhere)


def is_apart(case: Case) -> bool:
    """Whether the file is an appendix by itself: nothing before it but the stamp of signing."""
    stamps = {piece.paragraph.key for piece in pieces(case.anatomy.found.get("stamp", ()))}
    return all(one.key in stamps for one in main_text(case) if one.plain)


def head(case: Case) -> list[Paragraph]:
    """The paragraphs above the kind, the addressees or the text; all, where none is known."""
    ends = {
        piece.paragraph.key
        for component in _AFTER_HEAD
        for piece in pieces(case.anatomy.sure(component))
    }
    found: list[Paragraph] = []
    for one in main_text(case):
        if one.key in ends:
            break
        found.append(one)
    return found


def head_and_closing(case: Case) -> frozenset[Key]:
    """The paragraphs of the head block, the recipients and the signatures."""
    around = (*_CLOSING, "recipient", "typist", "kind", "subject", "letter_subject")
    closing = {
        piece.paragraph.key
        for component in around
        for piece in pieces(case.anatomy.found.get(component, ()))
    }
    return frozenset({one.key for one in head(case)} | closing)


def before_closing(case: Case) -> list[Paragraph]:
    """The filled paragraphs above recipients and signatures; none, where neither is known."""
    closing = {
        piece.paragraph.key
        for component in _CLOSING
        for piece in pieces(case.anatomy.sure(component))
    }
    above: list[Paragraph] = []
    for one in main_text(case):
        if one.key in closing:
            return above
        if one.plain:
            above.append(one)
    return []


def text_pieces(case: Case) -> list[Piece]:
    """The paragraphs of the text that are surely recognised, outside tables and boxes."""
    found = [
        piece
        for component in TEXT
        for piece in pieces(case.anatomy.sure(component))
        if not piece.paragraph.spot.table and not piece.paragraph.in_box
    ]
    elsewhere = attached(case)
    return [piece for piece in found if piece.paragraph.key not in elsewhere]


def everything(document: Document) -> Iterator[Paragraph]:
    """Every paragraph once: text, what stands above and below pages, notes."""
    yield from document.paragraphs()
    furniture = {
        one.key: one
        for section in document.sections
        for part in section.furniture
        for one in part.paragraphs
    }
    yield from furniture.values()
    yield from document.notes
