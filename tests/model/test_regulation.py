"""The regulation of a day, and what a round sets instead of its numbers."""

from __future__ import annotations

from datetime import date

import pytest
from pydantic import ValidationError

from generator.model import CongressKind
from generator.model.election import Body, Voter
from generator.model.regulation import (
    Deduction,
    ElectionSettings,
    Regulations,
    Rounding,
)
from generator.model.result import Assembly
from generator.sources.regulation_file import shipped_regulations

SHIPPED = shipped_regulations()
TODAY = SHIPPED.on(date(2026, 11, 23))
EXTRA = Body(
    id="thuong-truc", title="phó bí thư thường trực", elected_by=Voter.BAN_CHAP_HANH, rows=4
)


@pytest.mark.parametrize(
    ("day", "number"),
    [
        (date(2014, 6, 9), "244-QĐ/TW"),
        (date(2024, 10, 9), "244-QĐ/TW"),
        (date(2024, 10, 10), "190-QĐ/TW"),
        (date(2030, 1, 1), "190-QĐ/TW"),
        (date.max, "190-QĐ/TW"),
        (date(2010, 1, 1), "244-QĐ/TW"),  # before all: the oldest that is known
    ],
)
def test_the_regulation_in_force_on_a_day(day: date, number: str) -> None:
    assert SHIPPED.on(day).number == number


def test_the_regulations_follow_one_another_without_a_gap() -> None:
    older, newer = SHIPPED.regulations
    assert older.valid_to
    assert (newer.valid_from - older.valid_to).days == 1
    assert newer.valid_to is None


def test_every_regulation_knows_the_bodies() -> None:
    for regulation in SHIPPED.regulations:
        found = SHIPPED.on(regulation.valid_from)
        assert found.bodies == SHIPPED.bodies
        assert found.body("ban-chap-hanh").surplus
        assert found.body("bi-thu").drawn_from == "ban-chap-hanh"


def test_a_body_that_is_drawn_from_another_names_one_that_is_there() -> None:
    ids = [body.id for body in SHIPPED.bodies]
    assert len(ids) == len(set(ids))
    assert {body.drawn_from for body in SHIPPED.bodies} - {None} <= set(ids)


def test_articles_are_cited_by_the_regulation_that_has_them() -> None:
    assert TODAY.cites("results") == "190-QĐ/TW, Điều 30"
    assert SHIPPED.on(date(2020, 1, 1)).cites("results") == "244-QĐ/TW, Điều 32"


@pytest.mark.parametrize(
    ("voter", "kind", "less"),
    [
        (
            Voter.DAI_HOI,
            CongressKind.DANG_VIEN,
            {Deduction.MOVED, Deduction.SUSPENDED, Deduction.EXCUSED},
        ),
        (
            Voter.DAI_HOI,
            CongressKind.DAI_BIEU,
            {Deduction.CONVENERS_ABSENT, Deduction.NOT_REPLACED},
        ),
        (Voter.BAN_CHAP_HANH, CongressKind.DANG_VIEN, {Deduction.EXCUSED, Deduction.SUSPENDED}),
        (
            Voter.UY_BAN_KIEM_TRA,
            CongressKind.DAI_BIEU,
            {Deduction.EXCUSED, Deduction.SUSPENDED},
        ),
    ],
)
def test_who_is_not_counted_depends_on_who_votes(
    voter: Voter, kind: CongressKind, less: set[Deduction]
) -> None:
    rule = TODAY.base_rule(voter, of_members=kind is CongressKind.DANG_VIEN)
    assert set(rule.less) == less


def test_a_deduction_is_a_count_of_the_assembly() -> None:
    assert {one.value for one in Deduction} <= set(Assembly.model_fields)


def test_a_round_that_sets_nothing_changes_nothing() -> None:
    assert ElectionSettings().applied(TODAY) == TODAY


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("surplus_max", 20),
        ("surplus_max", 0),
        ("share_decimals", 0),
        ("share_rounding", Rounding.CUT),
        ("age_bands", (35, 45, 55)),
    ],
)
def test_what_a_round_sets_stands_instead_of_the_number(name: str, value: object) -> None:
    applied = ElectionSettings.model_validate({name: value}).applied(TODAY)
    assert applied == TODAY.model_copy(update={name: value})
    assert getattr(TODAY, name) != value


@pytest.mark.parametrize(("name", "value"), [("women", 20), ("young", 0), ("young_under", 35)])
def test_a_target_that_a_round_sets_leaves_the_others(name: str, value: int) -> None:
    targets = ElectionSettings.model_validate({name: value}).applied(TODAY).targets
    assert targets == TODAY.targets.model_copy(update={name: value})
    assert targets.source == TODAY.targets.source


def test_a_body_of_the_round_replaces_the_one_with_its_id_or_comes_last() -> None:
    larger = TODAY.body("pho-bi-thu").model_copy(update={"rows": 9})
    bodies = ElectionSettings(bodies=(EXTRA, larger)).applied(TODAY).bodies
    ids = [body.id for body in TODAY.bodies]
    assert [body.id for body in bodies] == [*ids, "thuong-truc"]
    assert bodies[ids.index("pho-bi-thu")].rows == 9
    assert bodies[-1] == EXTRA


def test_the_month_of_ages_is_read_and_is_no_number_of_the_regulation() -> None:
    settings = ElectionSettings.model_validate({"age_month": "7/2025"})
    assert str(settings.age_month) == "7/2025"
    assert settings.applied(TODAY) == TODAY


@pytest.mark.parametrize(
    "wrong",
    [
        {"share_decimals": 5},
        {"surplus_max": -1},
        {"young_under": 0},
        {"age_bands": ["bốn mươi"]},
        {"share_rounding": "làm tròn lên"},
        {"majority": 50},
    ],
)
def test_settings_that_make_no_sense_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        ElectionSettings.model_validate(wrong)


def test_there_is_no_set_of_regulations_without_one() -> None:
    with pytest.raises(ValidationError):
        Regulations.model_validate({"bodies": [], "regulations": []})
