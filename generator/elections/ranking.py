"""Who has the most votes for how many seats; delegates and alternates of a common list.

That alternates come after the delegates, by votes, is custom (the article was not read to its
end): where the seats themselves were tied, nobody is an alternate without a vote. Equal votes
are never told apart here.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.elections.tallies import BallotTally


@dataclass(frozen=True, slots=True)
class Winners:
    """Who has the most votes, high to low; who ties for the last seats; how many those are."""

    names: tuple[str, ...] = ()
    tied: tuple[str, ...] = ()
    seats_left: int = 0


def highest(names: Sequence[str], votes: Mapping[str, int], seats: int) -> Winners:
    """The names with the most votes; sorted() keeps those with equal votes in their order."""
    ranked = tuple(sorted(names, key=lambda name: votes[name], reverse=True))
    if len(ranked) <= seats:
        return Winners(ranked)
    if not seats:
        return Winners()
    last = votes[ranked[seats - 1]]
    if votes[ranked[seats]] < last:
        return Winners(ranked[:seats])
    above = tuple(name for name in ranked if votes[name] > last)
    tied = tuple(name for name in ranked if votes[name] == last)
    return Winners(above, tied, seats - len(above))


def seated(
    ballots: Sequence[BallotTally], seats: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Of a common list: who won a seat, and who won beyond the seats, as an alternate.

    Those with equal votes of whom some would be one and some the other are neither.
    """
    official: dict[str, None] = {}
    beyond: list[str] = []
    for one in ballots:
        votes = {line.name: line.votes for line in one.lines}
        new = [name for name in one.elected if name not in official]
        found = highest(new, votes, seats - len(official))
        official |= dict.fromkeys(found.names)
        beyond += [name for name in new if name not in (*found.names, *found.tied)]
    return tuple(official), tuple(beyond)
