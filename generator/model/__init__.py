"""What a round of congresses is: frozen, typed, no I/O."""

from __future__ import annotations

from generator.model.base import Record, titles
from generator.model.congress import (
    Actual,
    Congress,
    CongressKind,
    Group,
    Purpose,
    Status,
    Tier,
)
from generator.model.dates import Month, PartialDate, Term
from generator.model.organization import (
    Organization,
    OrganizationKind,
    UnitKind,
    committees_of,
    number_of,
)
from generator.model.paper import (
    Issuer,
    LegalDocument,
    PaperKind,
    Plan,
    Signatory,
    SigningFormula,
)
from generator.model.round import OutlineItem, Round
from generator.model.time import parse_time
from generator.model.time_forms import EventTime

__all__ = [
    "Actual",
    "Congress",
    "CongressKind",
    "EventTime",
    "Group",
    "Issuer",
    "LegalDocument",
    "Month",
    "Organization",
    "OrganizationKind",
    "OutlineItem",
    "PaperKind",
    "PartialDate",
    "Plan",
    "Purpose",
    "Record",
    "Round",
    "Signatory",
    "SigningFormula",
    "Status",
    "Term",
    "Tier",
    "UnitKind",
    "committees_of",
    "number_of",
    "parse_time",
    "titles",
]
