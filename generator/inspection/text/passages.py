"""The text of a document as the checks read it, and how they say what they found."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.errors import Severity
from generator.inspection.document.values import Piece
from generator.inspection.finding import Finding, severity
from generator.inspection.text.once import once
from generator.paper_format import Confidence, Source
from generator.vietnamese import NB_HYPHEN, NBSP

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.inspection.document.values import Document, Paragraph

ITSELF = Source("đối chiếu hai chỗ trong chính văn bản này", Confidence.A)
MOST_SHOWN = 5  # examples that a sentence quotes
_PLAIN = str.maketrans({NBSP: " ", NB_HYPHEN: "-", "\u202f": " ", "\u2010": "-", "\t": " "})
_QUOTES = re.compile('[”"»]')
_QUOTED = re.compile(r"“[^“”]*”|\"[^\"]*\"|«[^«»]*»")


@dataclass(frozen=True)
class Passage:
    """A paragraph to be read: NFC, every space a space, every hyphen a hyphen.

    `exact` says whether its characters stand where those of the paragraph do.
    """

    paragraph: Paragraph
    text: str
    exact: bool

    def piece(self, start: int = 0, end: int | None = None) -> Piece:
        """The characters `start` to `end`, or the whole where that is not known."""
        return Piece(self.paragraph, start, end) if self.exact else Piece(self.paragraph)

    @cached_property
    def unquoted(self) -> str:
        """The text with what stands in quotation marks blanked: that is kept as it was."""
        if not _QUOTES.search(self.text):
            return self.text
        return _QUOTED.sub(lambda found: " " * len(found[0]), self.text)


def passage_of(paragraph: Paragraph) -> Passage:
    """A paragraph as it is read."""
    typed = paragraph.text
    text = unicodedata.normalize("NFC", typed)
    return Passage(paragraph, text.translate(_PLAIN), len(text) == len(typed))


def paragraphs(document: Document) -> Iterator[Paragraph]:
    """Every paragraph once: the body, then what stands above and below pages, then notes."""
    yield from document.paragraphs()
    furniture = {
        one.key: one
        for section in document.sections
        for part in section.furniture
        for one in part.paragraphs
    }
    yield from furniture.values()
    yield from document.notes


@once
def passages(document: Document) -> Iterator[Passage]:
    """Every paragraph as it is read, those that say nothing left out."""
    return (passage_of(one) for one in paragraphs(document) if one.text.strip())


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule about text: the code of its finding, what it rests on, how much it may weigh."""

    code: str
    source: Source
    most: Severity = Severity.ERROR

    def broken(self, piece: Piece, values: dict[str, str], component: str = "") -> Finding:
        """What to say of the piece that breaks it."""
        return Finding(
            self.code,
            severity(self.source, self.most),
            self.source,
            piece.paragraph.spot,
            values,
            component,
            piece=piece,
        )


def shown(examples: Iterable[str]) -> str:
    """The first different examples, each in quotation marks.

    >>> shown(["05-3-2025", "05-3-2025"])
    '“05-3-2025”'
    """
    different = list(dict.fromkeys(" ".join(one.split()) for one in examples))
    tail = " …" if len(different) > MOST_SHOWN else ""
    return ", ".join(f"“{one}”" for one in different[:MOST_SHOWN]) + tail
