"""What an inspection says, written for a program or as a page for people."""

from __future__ import annotations

from generator.inspection.reports.page import as_html
from generator.inspection.reports.plain import as_json
from generator.inspection.reports.sarif import as_sarif
from generator.inspection.reports.values import (
    Corrected,
    Paper,
    Report,
    severities,
    title_of,
)

__all__ = [
    "Corrected",
    "Paper",
    "Report",
    "as_html",
    "as_json",
    "as_sarif",
    "severities",
    "title_of",
]
