"""Documents that the plan cites: not younger than the plan, not under another's number."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from generator.errors import Problem, Severity
from generator.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import LegalDocument, Round

# Numbers of central documents as seen in public pages, not in the official texts; a number is
# used again in another term of the Central Committee, so that each may have several dates.
KNOWN: dict[str, tuple[date, ...]] = {
    "36-CT/TW": (date(2014, 5, 30),),
    "35-CT/TW": (date(2019, 5, 30), date(2024, 6, 14)),
    "45-CT/TW": (date(2020, 6, 20), date(2025, 4, 14)),
    "37-CT/TW": (date(2009, 8, 4),),
    "126-KL/TW": (date(2025, 2, 14),),
    "127-KL/TW": (date(2025, 2, 28),),
    "26-HD/BTCTW": (date(2019, 10, 18),),
    "27-HD/BTCTW": (date(2024, 8, 26),),
    "06-HD/TW": (date(2025, 6, 9),),
    "01-HD/TW": (date(2016, 9, 20), date(2021, 9, 28)),
    "03-HD/TW": (date(2020, 3, 20),),
    "04-HD/TW": (date(2014, 10, 6), date(2024, 12, 31)),
    "244-QĐ/TW": (date(2014, 6, 9),),
    "190-QĐ/TW": (date(2024, 10, 10),),
    "24-QĐ/TW": (date(2021, 7, 30),),
    "232-QĐ/TW": (date(2025, 1, 20),),
    "66-QĐ/TW": (date(2017, 2, 6),),
    "399-QĐ/TW": (date(2026, 1, 9),),
    "36-HD/VPTW": (date(2018, 4, 3),),
    "05-HD/VPTW": (date(2026, 5, 27),),
    "08-HD/UBKTTW": (date(2024, 11, 18),),
}

Cited = tuple[tuple[str | int, ...], "LegalDocument"]


def cited(found: Round) -> Iterator[Cited]:
    """Every document that the data cites for the plan, with its path."""
    for i, ground in enumerate(found.plan.grounds):
        yield ("plan", "grounds", i), ground
    if found.steering_group.assignment_notice:
        yield ("steering_group", "assignment_notice"), found.steering_group.assignment_notice
    yield ("procedure",), found.procedure


def documents_are_older_than_the_plan(found: Round) -> Iterator[Problem]:
    """A plan cites what is already issued."""
    issued = found.plan.issued_on
    for path, document in cited(found):
        if issued and document.date and document.date > issued.last:
            values = {"document": document.reference(), "issued": str(issued)}
            yield Problem("document-after-plan", (*path, "date"), values)


def numbers_have_their_signs(found: Round) -> Iterator[Problem]:
    """A number is cited with its sign: the digits alone are those of many documents."""
    for path, document in cited(found):
        if document.number and document.number.isdigit():
            values = {"document": document.reference()}
            yield Problem(
                "number-without-sign", (*path, "number"), values, severity=Severity.WARNING
            )


def numbers_are_those_of_their_dates(found: Round) -> Iterator[Problem]:
    """A central document whose number is known has one of the dates known for it."""
    for path, document in cited(found):
        dates = KNOWN.get(document.number or "")
        if dates and document.date and document.date not in dates:
            known = ", ".join(short_date(day) for day in dates)
            values = {"number": document.number or "", "date": short_date(document.date)}
            yield Problem(
                "number-of-another-date",
                (*path, "date"),
                {**values, "known": known},
                severity=Severity.WARNING,
            )
