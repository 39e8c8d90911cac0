"""The unit's election statistics workbook: laid out for a congress, rebuilt from its stamp.

No congress statistics form of the Party was found: the form is our own design, and says so.
Formulas use only functions that Excel 2010 and LibreOffice share.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.views.election_form.filling import known_values
from generator.views.election_form.layout import laid_out
from generator.views.election_form.shape import FORM, VERSION, shape_from, shape_of
from generator.views.election_form.sharing import common_stamp, filling

if TYPE_CHECKING:
    from datetime import date

    from generator.model import Congress, Round
    from generator.model.regulation import Regulation
    from generator.tables import Filling, Form, Stamp


def round_mark(found: Round) -> str:
    """What a form says of its round: who leads it, for which term.

    Nothing that may still change once forms are out: the title says which units there are.
    """
    return f"{found.organization} | {found.term}"


def election_form(
    found: Round, congress: Congress, regulation: Regulation, due: date | None = None
) -> Form:
    """The form for one congress, with what the round knows in place."""
    shape = shape_of(found, congress, regulation, due)
    given = known_values(congress, shape)
    return laid_out(shape, round_mark(found), congress.organization, given)


def election_workbook(
    found: Round, congress: Congress, regulation: Regulation, due: date | None = None
) -> Filling:
    """The workbook of the same form, told apart; nothing is laid out yet."""
    shape = shape_of(found, congress, regulation, due)
    given = known_values(congress, shape)
    return filling(shape, round_mark(found), congress.organization, given)


def form_of(stamp: Stamp) -> Form:
    """The layout of a form that came back. Raises ValueError where it is not one of ours."""
    if (stamp.form, stamp.version) != (FORM, VERSION):
        raise ValueError(f"not our form: {stamp.form} {stamp.version}")
    return laid_out(shape_from(stamp.shape), stamp.round, stamp.congress, {})


__all__ = [
    "FORM",
    "VERSION",
    "common_stamp",
    "election_form",
    "election_workbook",
    "form_of",
    "round_mark",
]
