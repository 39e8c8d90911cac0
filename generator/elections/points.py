"""Which bodies a point of the outline speaks of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.elections.bodies import (
    ALTERNATES,
    BOARD,
    COMMITTEE,
    DELEGATES,
    DEPUTY,
    INSPECTION,
    INSPECTION_CHAIR,
    INSPECTION_DEPUTY,
    SECRETARY,
)

if TYPE_CHECKING:
    from generator.model import OutlineItem, Round

# what a point of the outline calls the bodies, and who usually elects them
WORDS = {
    "phó chủ nhiệm ủy ban kiểm tra": INSPECTION_DEPUTY,
    "chủ nhiệm ủy ban kiểm tra": INSPECTION_CHAIR,
    "ủy ban kiểm tra": INSPECTION,
    "ban chấp hành": COMMITTEE,
    "ban thường vụ": BOARD,
    "phó bí thư": DEPUTY,
    "bí thư": SECRETARY,
    "đại biểu dự khuyết": ALTERNATES,
    "đại biểu": DELEGATES,
    "cấp ủy": COMMITTEE,
    "chi ủy": COMMITTEE,
}


def bodies_under(item: OutlineItem, found: Round) -> tuple[str, ...]:
    """The bodies whose tables stand under a point: given, else those that its title names.

    The longest title first, so that "phó bí thư" is not taken for "bí thư" too.
    """
    if item.bodies or not item.votes:
        return item.bodies
    own = {body.title.casefold(): body.id for body in found.election.bodies}
    known = WORDS | own
    left = item.title.casefold()
    places: dict[str, int] = {}
    for words in sorted(known, key=len, reverse=True):
        at = left.find(words)
        if at >= 0:
            places.setdefault(known[words], at)
            left = left.replace(words, " " * len(words))
    return tuple(sorted(places, key=lambda body: places[body]))
