"""The unit's workbook filled into a template of its layout: as when the whole is laid out."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import date, timedelta
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from conftest import ROOT, SAMPLE
from generator import excel
from generator.checking import checked
from generator.deadlines import report_due
from generator.elections import regulation_of
from generator.excel.writing import render
from generator.sources import shipped_regulations
from generator.tables import STAMP, STAMPED
from generator.vietnamese import short_date
from generator.views import election_form, election_workbook, form_of
from generator.views.election_form.filling import known_values
from generator.views.election_form.layout import laid_out
from generator.views.election_form.shape import shape_of
from generator.views.election_form.sharing import filling
from recalculated import read_cells, recalculated

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.model import Congress, Round
    from generator.tables import Filling, Form
    from generator.views.election_form.shape import Shape

SOAK = bool(os.environ.get("VANKIEN_SOAK"))
EXAMPLES, UNITS = (300, 20) if SOAK else (12, 1)
CASES = sorted((ROOT / "tests" / "cases").iterdir())
ROUNDS = [SAMPLE, *(path for path in CASES if SOAK or path.name.startswith(("hai-cap", "my")))]
MEAN = (
    *("Đảng bộ xã Tân Lập", "Chi bộ", "A & B", "<b>", 'Trường "Hoa Mai"', "Hội 'X'", "=1+1"),
    *("+84", "_x0041_", "a\\b", " ", "", "20/02/2025", "#N/A", "x" * 400, "xã " * 90),
)
units = st.sampled_from(MEAN) | st.text(st.characters(exclude_categories=["Cs", "Co"]))
days = st.dates(date(1990, 1, 1), date(2099, 12, 20))


@cache
def sample() -> Round:
    return checked(SAMPLE).round


def school() -> Congress:
    return next(one for one in sample().congresses if one.organization == "truong-thpt")


@cache
def small_shape() -> Shape:
    """The shape of the sample's school, with one body only: laid out soon."""
    regulation = regulation_of(shipped_regulations(), sample(), school())
    shape = shape_of(sample(), school(), regulation, None)
    return replace(shape, bodies=shape.bodies[:1], people=3)


@cache
def templates() -> excel.Templates:
    return excel.Templates()


def filled(asked: Filling) -> bytes:
    """The workbook filled into its template: never the whole of it written."""
    return templates().of(asked).render(dict(asked.own))


@settings(max_examples=EXAMPLES, deadline=None)
@given(units, st.none() | days, st.none() | days, st.integers(0, 3))
@example('Trường "Hoa Mai" & <con>', date(2026, 11, 24), date(2026, 2, 5), 1)
@example("xã " * 90, date(2026, 11, 24), date(2026, 10, 15), 0)
def test_a_unit_gets_the_same_bytes_either_way(
    unit: str, due: date | None, opened: date | None, lasts: int
) -> None:
    shape = replace(small_shape(), unit=unit, due=short_date(due) if due else "")
    given: dict[tuple[str | int, ...], str | int] = {("kind",): "đại hội đảng viên"}
    if opened:
        closed = opened + timedelta(days=lasts)
        given |= {("opened_on",): short_date(opened), ("closed_on",): short_date(closed)}
    whole = laid_out(shape, "vòng", "mot-don-vi", given)
    asked = filling(shape, "vòng", "mot-don-vi", given)
    often = templates().of(asked).often
    assert templates().render(asked) == render(whole.workbook, often)


@pytest.mark.parametrize("folder", ROUNDS, ids=lambda path: path.name)
def test_the_units_of_a_real_round_get_the_same_bytes_either_way(folder: Path) -> None:
    ready = checked(folder)
    known = excel.Templates()
    for congress in ready.round.reporting[:UNITS]:
        regulation = regulation_of(shipped_regulations(), ready.round, congress)
        due = report_due(ready.round, congress, ready.calendar)
        asked = election_workbook(ready.round, congress, regulation, due)
        whole = election_form(ready.round, congress, regulation, due)
        assert known.render(asked) == render(whole.workbook, known.of(asked).often)


def _named(unit: str, opened: str, closed: str) -> tuple[Filling, Form]:
    shape = replace(small_shape(), unit=unit)
    given = {**known_values(school(), shape), ("opened_on",): opened, ("closed_on",): closed}
    whole = laid_out(shape, "vòng", "mot-don-vi", given)
    return filling(shape, "vòng", "mot-don-vi", given), whole


def test_units_that_differ_in_name_and_days_alone_share_a_layout() -> None:
    first, _ = _named("Chi bộ A", "05/3/2026", "06/3/2026")
    second, _ = _named("Chi bộ B", "20/02/2026", "21/02/2026")
    of_one_day, _ = _named("Chi bộ C", "20/02/2026", "20/02/2026")
    assert first.key == second.key != of_one_day.key
    assert first.own != second.own
    assert first.common() == second.common()


def test_a_filled_form_is_known_by_its_stamp_when_it_comes_back() -> None:
    asked, whole = _named('Chi bộ "Hoa Mai" & Cộng sự', "05/3/2026", "06/3/2026")
    sheet = load_workbook(BytesIO(filled(asked)))[STAMP]
    said = {str(name.value): str(value.value) for name, value in sheet.rows}
    assert said == {name: getattr(whole.stamp, name) for name in STAMPED}
    assert form_of(whole.stamp).stamp == whole.stamp


def test_a_filled_form_is_valid_and_its_values_are_those_of_its_formulas(
    tmp_path: Path, assert_valid_xlsx: Callable[[Path | str], None]
) -> None:
    asked, _ = _named("Chi bộ <A> & B", "05/3/2026", "20/10/2026")
    content = filled(asked)
    path = tmp_path / "thong-ke-bau-cu.xlsx"
    path.write_bytes(content)
    assert_valid_xlsx(path)
    assert recalculated({"biểu": content})["biểu"] == read_cells(content)
