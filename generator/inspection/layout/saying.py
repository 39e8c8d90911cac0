"""How the checks of the layout say what they found: one finding for all that is alike."""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.errors import Severity
from generator.inspection.document.values import shortened
from generator.inspection.finding import NOWHERE, Finding, severity
from generator.vietnamese import decimal

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.inspection.document.values import Piece
    from generator.inspection.finding import Remedy
    from generator.paper_format import Range, Source

MOST_PLACES = 3
_WORDS = 30  # characters of a place in a list of places


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: the code of its finding, what it rests on, how much it may weigh at most."""

    code: str
    source: Source
    most: Severity = Severity.ERROR

    @property
    def judges(self) -> bool:
        """Whether it is more than custom: what only custom says is never found fault with."""
        return severity(self.source, self.most) is not Severity.NOTE

    def broken(
        self,
        piece: Piece | None,
        values: Mapping[str, str] | None = None,
        component: str = "",
        remedies: Iterable[Remedy] = (),
    ) -> Finding:
        """What to say of a piece, or of the whole document."""
        return Finding(
            self.code,
            severity(self.source, self.most),
            self.source,
            piece.paragraph.spot if piece else NOWHERE,
            values or {},
            component,
            tuple(remedies),
            piece,
        )


@dataclass(slots=True)
class Heap:
    """Pieces that break a rule in the same way, and how each can be put right."""

    pieces: list[Piece] = field(default_factory=list)
    remedies: list[Remedy] = field(default_factory=list)

    def add(self, piece: Piece, *remedies: Remedy) -> None:
        """One more."""
        self.pieces.append(piece)
        self.remedies += remedies

    def said(
        self, rule: Rule, values: Mapping[str, str] | None = None, component: str = ""
    ) -> Finding:
        """One finding for all of them; `where` in its values says which they are."""
        values = {**(values or {}), "where": places(self.pieces)}
        return rule.broken(self.pieces[0], values, component, self.remedies)


def places(pieces: Sequence[Piece]) -> str:
    """Which paragraphs, the first ones by their words: “a”, “b” và 36 đoạn khác."""
    shown = ", ".join(f"“{shortened(one.text, _WORDS)}”" for one in pieces[:MOST_PLACES])
    more = len({one.paragraph.key for one in pieces}) - MOST_PLACES
    return f"{shown} và {more} đoạn khác" if more > 0 else shown


def printed(value: float) -> str:
    """A measure as Vietnamese papers print it, to a tenth.

    >>> printed(20.04), printed(12.7), printed(13.5)
    ('20', '12,7', '13,5')
    """
    return decimal(Fraction(round(value * 10), 10), 1).removesuffix(",0")


def printed_range(wanted: Range) -> str:
    """A range of measures: "14", "14-15"."""
    low, high = printed(wanted.low), printed(wanted.high)
    return low if low == high else f"{low}-{high}"


def nearest(value: float, wanted: Range) -> float:
    """The value of the range that is nearest to a measured one."""
    return min(max(value, wanted.low), wanted.high)
