"""For each paper a frozen dataclass of printable values, and the function that builds it."""

from __future__ import annotations

from generator.views.agenda import agenda
from generator.views.election_form import (
    common_stamp,
    election_form,
    election_workbook,
    form_of,
    round_mark,
)
from generator.views.minutes import MinutesView, minutes
from generator.views.plan import PlanView, plan, profile_of
from generator.views.report import ReportView, report, report_profile
from generator.views.report_filling import report_filling
from generator.views.roll_up import roll_up_workbook
from generator.views.steering_report import (
    SteeringReportView,
    steering_profile,
    steering_report,
)
from generator.views.typesetting import typesetter
from generator.views.work_calendar import work_calendar

__all__ = [
    "MinutesView",
    "PlanView",
    "ReportView",
    "SteeringReportView",
    "agenda",
    "common_stamp",
    "election_form",
    "election_workbook",
    "form_of",
    "minutes",
    "plan",
    "profile_of",
    "report",
    "report_filling",
    "report_profile",
    "roll_up_workbook",
    "round_mark",
    "steering_profile",
    "steering_report",
    "typesetter",
    "work_calendar",
]
