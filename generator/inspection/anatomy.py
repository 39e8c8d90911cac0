"""The components (ô) of a paper as they were recognised in a document."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.inspection.document.values import Document, Paragraph, Piece, Section
    from generator.paper_format import Profile

SURE = 0.8  # from here a check may judge the component; below it is "not found"


@dataclass(frozen=True, slots=True)
class Found:
    """A component that was recognised: its pieces in reading order, how surely (0 to 1), why.

    A component may take several paragraphs (a subject of three lines, an issuer of two).
    """

    component: str
    pieces: tuple[Piece, ...]
    confidence: float
    why: str = ""

    @property
    def text(self) -> str:
        """What it says, its lines joined by a space."""
        return " ".join(piece.text for piece in self.pieces)


@dataclass(frozen=True, slots=True)
class Attachment:
    """An appendix: its heading lines, and its paragraphs, headings included."""

    heading: Found
    title: Found | None
    note: Found | None
    paragraphs: tuple[Paragraph, ...]
    section: int


@dataclass(frozen=True, slots=True)
class Anatomy:
    """The components of a document, surely recognised or doubtful.

    `found` has every component by its key, in reading order, those below `SURE` too.
    """

    found: Mapping[str, tuple[Found, ...]] = field(default_factory=dict)
    attachments: tuple[Attachment, ...] = ()

    def sure(self, component: str) -> tuple[Found, ...]:
        """What was recognised well enough to be judged."""
        return tuple(one for one in self.found.get(component, ()) if one.confidence >= SURE)

    def first(self, component: str) -> Found | None:
        """The first sure one, or None: not found."""
        return next(iter(self.sure(component)), None)


@dataclass(frozen=True, slots=True)
class Case:
    """What a check sees: the document, its anatomy, and the profile it is held to.

    `declared` are codes of findings that the data of a round settles otherwise; they are
    never reported.
    """

    document: Document
    anatomy: Anatomy
    profile: Profile
    declared: frozenset[str] = frozenset()

    def sections(self) -> Iterator[Section]:
        """The sections of the document."""
        return iter(self.document.sections)
