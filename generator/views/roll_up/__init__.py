"""The roll-up workbook: tables by tier, group and superior, the units' data, charts."""

from __future__ import annotations

from generator.views.roll_up.workbook import roll_up_workbook

__all__ = ["roll_up_workbook"]
