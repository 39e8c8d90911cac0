"""What a check says: what is, what should be, where, and which rule it rests on."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.errors import Place, Problem, Severity
from generator.inspection.document.values import Spot
from generator.paper_format import Confidence, Source

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.inspection.document.values import Piece

NOWHERE = Spot()
ARITHMETIC = Source("phép tính", Confidence.A)
CALENDAR = Source("lịch", Confidence.A)
ORDER = Source("thứ tự đánh số", Confidence.A)
CONTRADICTION = Source("đối chiếu trong chính văn bản", Confidence.A)
SELF_EVIDENT = (ARITHMETIC, CALENDAR, ORDER, CONTRADICTION)  # anyone can see it
_MOST = {
    Confidence.A: Severity.ERROR,
    Confidence.B: Severity.ERROR,
    Confidence.C: Severity.WARNING,
    Confidence.P: Severity.NOTE,
    Confidence.M: Severity.NOTE,
    Confidence.UNKNOWN: Severity.NOTE,
}
_ORDER = (Severity.NOTE, Severity.WARNING, Severity.ERROR)


class Property(StrEnum):
    """What may be put right without touching a word of the text."""

    TOP = "lề trên"
    BOTTOM = "lề dưới"
    LEFT = "lề trái"
    RIGHT = "lề phải"
    FONT = "phông chữ"
    SIZE = "cỡ chữ"
    COLOUR = "màu chữ"
    GAP = "khoảng cách đoạn"
    LINE = "giãn dòng"
    PAGE_NUMBER = "số trang"
    NORMAL_FORM = "dạng mã Unicode"


@dataclass(frozen=True, slots=True)
class Remedy:
    """How a finding can be put right safely: margins by section, all else by piece.

    `value` is millimetres for margins, points for SIZE, GAP and LINE (an exact pitch), a
    font's name for FONT, and nothing for the rest.
    """

    property: Property
    value: float | str = ""
    section: int = 0
    piece: Piece | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that the person who signs should know.

    `values` fill the sentence of `code` (errors/inspection_*_messages.py). `component` is the
    key of the component in paper_format ("issuer", "number" …), "" for the page or the whole.
    """

    code: str
    severity: Severity
    source: Source
    spot: Spot = NOWHERE
    values: Mapping[str, str] = field(default_factory=dict)
    component: str = ""
    remedies: tuple[Remedy, ...] = ()
    piece: Piece | None = None

    def problem(self, file: str) -> Problem:
        """The finding as a problem of a file, for whoever prints problems."""
        place = Place(file, words=str(self.spot))
        said = {"source": self.source.text, "confidence": self.source.confidence.value}
        return Problem(
            self.code, values={**self.values, **said}, severity=self.severity, place=place
        )


def severity(source: Source, wished: Severity = Severity.ERROR) -> Severity:
    """The severity that a rule may have: A and B an error, C a warning, custom a reminder.

    >>> severity(Source("một người có văn bản", Confidence.C)).name
    'WARNING'
    """
    most = _MOST[source.confidence]
    return min(most, wished, key=_ORDER.index)
