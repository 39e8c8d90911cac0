"""The rows of a sheet in which a cell may do something: take in, compute, change its looks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.on_demand import OnDemand

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.tables import Cell, Sheet


def live_rows(sheet: Sheet) -> Sequence[tuple[Cell | None, ...]]:
    """The rows to be searched for such cells: none of those that are made on demand.

    They hold words and numbers alone, and to go through them is to make them once more.
    """
    return () if isinstance(sheet.rows, OnDemand) else sheet.rows
