"""Of many known ids the one that a wrong one may stand for."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

CUTOFF = 0.5
MOST_COMPARED = 200_000  # ids: a few seconds; what is asked for after that gets no answer


class Nearest:
    """Answers for one file, once for each word."""

    def __init__(self) -> None:
        """With nothing asked for yet."""
        self.compared = 0
        self.answers: dict[str, str] = {}

    def to(self, value: str, known: Collection[str]) -> str:
        """The id most like the value, "" where none is."""
        if value not in self.answers and self.compared < MOST_COMPARED:
            self.compared += len(known)
            self.answers[value] = nearest(value, known)
        return self.answers.get(value, "")


def nearest(value: str, known: Collection[str]) -> str:
    """The word most like the value, "" where none is."""
    close = get_close_matches(value, known, n=1, cutoff=CUTOFF)
    return close[0] if close else ""
