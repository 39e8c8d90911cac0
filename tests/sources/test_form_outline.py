"""The outline of a form that came back: one for all units of a kind, with each unit's words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, cast

import pytest

from conftest import REFERENCE, SAMPLE
from generator import sources, views
from generator.elections import regulation_of
from generator.tables import Stamp
from generator.views.election_form.shape import FORM, VERSION, shape_of

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Round

DUE = date(2026, 12, 4)


def stamps(folder: Path, due: date | None) -> list[Stamp]:
    """The stamp of each congress of a round."""
    found = cast("Round", sources.load_round(folder).round)
    shipped = sources.shipped_regulations()
    shapes = {
        one.organization: shape_of(found, one, regulation_of(shipped, found, one), due)
        for one in found.reporting
    }
    return [Stamp(FORM, VERSION, "đợt", unit, one.text()) for unit, one in shapes.items()]


@pytest.mark.parametrize("due", [None, DUE])
def test_a_shared_outline_is_that_of_each_unit_with_its_own_words(due: date | None) -> None:
    for stamp in stamps(SAMPLE, due)[:2]:
        common, words = views.common_stamp(stamp)
        shared = sources.outline_of(views.form_of(common), tuple(words))
        assert shared.with_words(words) == sources.outline_of(views.form_of(stamp))


def test_units_of_a_kind_share_one_layout() -> None:
    """Neither their names nor the days by which they report are a reason for another one."""
    made = stamps(REFERENCE, DUE)
    made += [replace(one, shape=one.shape.replace("04/12/2026", "11/12/2026")) for one in made]
    common = {views.common_stamp(stamp)[0] for stamp in made}
    assert (len(made), len(common)) == (10, 2)
