"""Ages in bands, as congress reports have them: dưới 40, 40-50, trên 50."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


def band_labels(marks: Sequence[int]) -> tuple[str, ...]:
    """The bands between marks, in words.

    >>> band_labels((40, 50))
    ('dưới 40', '40-50', 'trên 50')
    >>> band_labels((30, 40, 50))
    ('dưới 30', '30-40', '41-50', 'trên 50')
    """
    if not marks:
        return ("mọi lứa tuổi",)
    middle = [
        f"{low + (number > 0)}-{high}" for number, (low, high) in enumerate(pairwise(marks))
    ]
    last = f"trên {marks[-1]}" if len(marks) > 1 else f"từ {marks[0]}"
    return (f"dưới {marks[0]}", *middle, last)


def bands(ages: Iterable[int], marks: Sequence[int]) -> tuple[int, ...]:
    """How many of the ages are in each band; a mark belongs to the band that names it.

    >>> bands([39, 40, 50, 51, 60], (40, 50))
    (1, 2, 2)
    >>> bands([40, 41], (40,))
    (0, 2)
    """
    found = [0] * (len(marks) + 1)
    for age in ages:
        found[_band(age, marks)] += 1
    return tuple(found)


def _band(age: int, marks: Sequence[int]) -> int:
    """The first mark and what is below it part at the mark; the others after it."""
    if not marks or age < marks[0]:
        return 0
    return 1 + sum(age > mark for mark in marks[1:])
