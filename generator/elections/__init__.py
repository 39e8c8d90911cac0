"""The arithmetic of elections: what is elected, who is elected; judges nothing."""

from __future__ import annotations

from generator.elections.bodies import Counted, bodies_here, bodies_of, counted, regulation_of
from generator.elections.counting import tally
from generator.elections.shares import (
    base_of,
    is_elected_by,
    percent,
    share,
    surplus,
    surplus_allowed,
    votes_missing,
)
from generator.elections.tallies import BallotTally, Line, NextStep, Tally, Verdict

__all__ = [
    "BallotTally",
    "Counted",
    "Line",
    "NextStep",
    "Tally",
    "Verdict",
    "base_of",
    "bodies_here",
    "bodies_of",
    "counted",
    "is_elected_by",
    "percent",
    "regulation_of",
    "share",
    "surplus",
    "surplus_allowed",
    "tally",
    "votes_missing",
]
