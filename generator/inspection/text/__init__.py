"""What a document says, checked: characters, spelling, dates, numbers, sums."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.inspection.text import (
    agreement,
    characters,
    counts,
    dates,
    events,
    habits,
    legacy,
    notation,
    parts,
    ratios,
    shares,
    totals,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.inspection.anatomy import Case
    from generator.inspection.finding import Finding

TEXT_CHECKS: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    *characters.CHECKS,
    *legacy.CHECKS,
    *habits.CHECKS,
    *dates.CHECKS,
    *agreement.CHECKS,
    *events.CHECKS,
    *notation.CHECKS,
    *shares.CHECKS,
    *parts.CHECKS,
    *totals.CHECKS,
    *ratios.CHECKS,
    *counts.CHECKS,
)

__all__ = ["TEXT_CHECKS"]
