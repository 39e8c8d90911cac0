"""What units sent back: read, checked, registered; and what the register knows of each."""

from __future__ import annotations

from generator.returns.changes import ahead, replaced
from generator.returns.known import NOTHING, Kept, Returned, Returns, Sums, returned
from generator.returns.reading import Reader, Received, problems_of
from generator.returns.standing import MISSING, Standing, State, newer_unread, standings

__all__ = [
    "MISSING",
    "NOTHING",
    "Kept",
    "Reader",
    "Received",
    "Returned",
    "Returns",
    "Standing",
    "State",
    "Sums",
    "ahead",
    "newer_unread",
    "problems_of",
    "replaced",
    "returned",
    "standings",
]
