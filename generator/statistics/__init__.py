"""What a round's results come to: one congress in numbers, then all of them together."""

from __future__ import annotations

from generator.statistics.ages import band_labels, bands
from generator.statistics.figures import (
    BodyFigures,
    DelegateFigures,
    MakeUp,
    NotElected,
    UnitSummary,
    Votes,
)
from generator.statistics.progress import Absent, Line, Progress, State
from generator.statistics.rolling import RollUp, Scope, ScopeKind, roll_up
from generator.statistics.summary import summary
from generator.statistics.totals import BodyTotals, DelegateTotals, Extreme, Share

__all__ = [
    "Absent",
    "BodyFigures",
    "BodyTotals",
    "DelegateFigures",
    "DelegateTotals",
    "Extreme",
    "Line",
    "MakeUp",
    "NotElected",
    "Progress",
    "RollUp",
    "Scope",
    "ScopeKind",
    "Share",
    "State",
    "UnitSummary",
    "Votes",
    "band_labels",
    "bands",
    "roll_up",
    "summary",
]
