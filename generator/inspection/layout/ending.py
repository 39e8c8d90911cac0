"""The sign at the end of the text: a full stop (Party), ./. in the forms of the State."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import Severity
from generator.inspection.document.values import Piece
from generator.inspection.layout.regions import before_closing, said
from generator.inspection.layout.saying import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.anatomy import Case
    from generator.inspection.finding import Finding

_SLASHED = "./."
_NOT_AN_END = (":", "]", ")", "…", "?", "!")
_TAIL = 3  # words that show what it ends with
_LEAST = 20  # letters of a paragraph that may be the last sentence


def check_end(case: Case) -> Iterator[Finding]:
    """What the last paragraph above recipients and signatures ends with."""
    above = before_closing(case)
    last = above[-1] if above else None
    if last is None or last.spot.table or last.in_box:
        return
    text, wording = said(last.plain), case.profile.wording
    piece, source = Piece(last), wording.rests_on("end_mark")
    wanted = wording.end_mark
    if text.endswith(_SLASHED) and wanted != _SLASHED:
        yield Rule("layout-end-foreign", source).broken(piece, {"should": wanted}, "body")
    elif not text.endswith((wanted, *_NOT_AN_END)) and len(text) > _LEAST:
        rule = Rule("layout-end", source, Severity.WARNING)
        yield rule.broken(piece, {"is": _tail(text), "should": wanted}, "body")


def _tail(text: str) -> str:
    return " ".join(("…", *text.split()[-_TAIL:]))
