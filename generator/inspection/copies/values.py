"""What goes into a copy and what comes of it, as values."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.errors import Place, Problem, Severity
from generator.inspection.document.values import Piece, Spot

if TYPE_CHECKING:
    from collections.abc import Mapping

AUTHOR = "vankien"
INITIALS = "VK"
_NOWHERE = Spot()


@dataclass(frozen=True, slots=True)
class Note:
    """Words for the reader of a document: about a piece, a section (from 1), or the whole.

    Each line of `text` is a paragraph of the comment. A piece where Word has no comments
    (headers, footers, notes, text boxes) is said in words, at the nearest place that has them.
    """

    text: str
    where: Piece | int | None = None
    author: str = AUTHOR


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was put right in a copy, or was left, or is lost; and where.

    `values` fill the sentence of `code` (errors/inspection_copy_messages.py).
    """

    code: str
    values: Mapping[str, str] = field(default_factory=dict)
    spot: Spot = _NOWHERE
    severity: Severity = Severity.NOTE

    def problem(self, file: str) -> Problem:
        """The change as a problem of a file, for whoever prints problems."""
        place = Place(file, words=str(self.spot))
        return Problem(self.code, values=self.values, severity=self.severity, place=place)


@dataclass(frozen=True, slots=True)
class Fixed:
    """A copy with what was put right in it, what was left and why, and what the copy loses.

    Without a change `content` is the document itself, byte for byte, and nothing is lost.
    """

    content: bytes
    changes: tuple[Change, ...] = ()
    left: tuple[Change, ...] = ()
    losses: tuple[Change, ...] = ()
