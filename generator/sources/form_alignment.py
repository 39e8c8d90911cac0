"""Two rows of marks, laid beside each other: what was inserted, what was deleted.

The marks are the words of a form's rows, or of its columns, as they were and as they are; what
is not a word of the form is a mark without words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Mark = tuple[int, str]  # where across, which words
Marks = frozenset[Mark]
GAP, OTHER, GONE, BLANK = -0.4, -0.7, -0.9, 0.1


@dataclass(frozen=True, slots=True)
class Alignment:
    """Where each line of the form is in the file; those lost, put in between, put elsewhere."""

    places: Mapping[int, int]
    lost: tuple[int, ...] = ()
    added: tuple[int, ...] = ()
    moved: tuple[int, ...] = ()


def unmoved(count: int) -> Alignment:
    """Every line where it was."""
    return Alignment({line: line for line in range(count)})


def aligned(before: Sequence[Marks], after: Sequence[Marks]) -> Alignment:
    """The best way to lay the lines of a file beside those of the form."""
    head = _common(before, after)
    rest = min(len(before), len(after)) - head
    tail = min(_common(before[::-1], after[::-1]), rest)
    middle = _Table(before[head : len(before) - tail], after[head : len(after) - tail])
    places = {line: line for line in range(head)}
    places |= {head + one: head + other for one, other in middle.pairs()}
    offset = len(after) - len(before)
    places |= {line: line + offset for line in range(len(before) - tail, len(before))}
    return _settled(places, before, after)


def _common(before: Sequence[Marks], after: Sequence[Marks]) -> int:
    """How many lines at the start are surely the same."""
    count = 0
    for one, other in zip(before, after, strict=False):
        if _score(one, other) < len(one):
            break
        count += 1
    return count


def _score(one: Marks, other: Marks) -> float:
    """How well a line of the file goes with one of the form."""
    said = dict(other)
    against = sum(said.get(across, words) not in ("", words) for across, words in one)
    common = len(one & other) - 2 * against  # other words of the form stand there
    if common > 0:
        return common
    if not one:
        return OTHER if any(words for _, words in other) else BLANK
    return OTHER if other else GONE


@dataclass(slots=True)
class _Table:
    """The best score for each two beginnings (Needleman and Wunsch)."""

    before: Sequence[Marks]
    after: Sequence[Marks]
    best: list[list[float]] = field(default_factory=list)

    def pairs(self) -> list[tuple[int, int]]:
        """The lines that belong together."""
        self._fill()
        found: list[tuple[int, int]] = []
        one, other = len(self.before), len(self.after)
        while one and other:
            here = self.best[one][other]
            if here == self._diagonal(one, other):
                one, other = one - 1, other - 1
                found.append((one, other))
            elif here == self.best[one - 1][other] + GAP:
                one -= 1
            else:
                other -= 1
        return found[::-1]

    def _fill(self) -> None:
        width = len(self.after) + 1
        self.best = [[GAP * other for other in range(width)]]
        for one in range(1, len(self.before) + 1):
            self.best.append([GAP * one])
            for other in range(1, width):
                across = max(self.best[one - 1][other], self.best[one][other - 1]) + GAP
                self.best[one].append(max(self._diagonal(one, other), across))

    def _diagonal(self, one: int, other: int) -> float:
        score = _score(self.before[one - 1], self.after[other - 1])
        return self.best[one - 1][other - 1] + score


def _settled(
    places: dict[int, int], before: Sequence[Marks], after: Sequence[Marks]
) -> Alignment:
    """With what was lost here and added there recognised: rewritten, or put elsewhere."""
    taken = set(places.values())
    last = max(taken, default=-1)
    added = [line for line in range(len(after)) if line not in taken]
    lost = [line for line in range(len(before)) if line not in places]
    moved = [line for line in lost if _take(line, _alike(before[line], after, added), places)]
    added = [line for line in added if line < last and line not in places.values()]
    for line in lost:
        wanted = places.get(line - 1, -1) + 1
        if wanted in added and _take(line, [wanted], places):
            added.remove(wanted)
    lost = [line for line in lost if line not in places]
    return Alignment(places, tuple(lost), tuple(added), tuple(moved))


def _alike(marks: Marks, after: Sequence[Marks], lines: Sequence[int]) -> list[int]:
    """The lines that have all words of a line, which must have some."""
    return [line for line in lines if marks and marks <= after[line]]


def _take(line: int, found: Sequence[int], places: dict[int, int]) -> bool:
    """Put a line of the form at the only place found for it."""
    free = len(found) == 1 and line not in places
    if free:
        places[line] = found[0]
    return free
