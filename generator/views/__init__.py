"""For each paper a frozen dataclass of printable values, and the function that builds it."""

from __future__ import annotations

from generator.views.agenda import agenda
from generator.views.plan import PlanView, plan
from generator.views.report import ReportView, report
from generator.views.typesetting import typesetter
from generator.views.work_calendar import work_calendar

__all__ = ["PlanView", "ReportView", "agenda", "plan", "report", "typesetter", "work_calendar"]
