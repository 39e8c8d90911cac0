"""Rules ask of each unit a few things, however many there are."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from generator.model import Round
from generator.rules.schedule import orders_name_the_scheduled_units
from generator.rules.structure import superiors_lead_to_the_head
from many import data_of, round_of

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Organization

LONG = 300


def in_a_line(count: int) -> dict[str, Any]:
    """Units each of which is the superior of the next one."""
    data = data_of(count)
    units = data["organizations"][-count:]
    for above, one in pairwise(units):
        one["superior"] = above["id"]
    return data


def test_a_way_up_is_walked_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found = round_of(in_a_line(LONG), tmp_path)
    steps = []
    real = Round.superior

    def superior(self: Round, one: Organization) -> Organization | None:
        steps.append(one.id)
        return real(self, one)

    monkeypatch.setattr(Round, "superior", superior)

    assert not list(superiors_lead_to_the_head(found))
    assert LONG <= len(steps) < 3 * LONG


@pytest.mark.parametrize("size", [2, LONG])
def test_a_circle_is_told_once(tmp_path: Path, size: int) -> None:
    data = in_a_line(LONG)
    units = data["organizations"][-LONG:]
    units[0]["superior"] = units[size - 1]["id"]

    (problem,) = superiors_lead_to_the_head(round_of(data, tmp_path))

    assert problem.code == "superior-loop"
    assert problem.values["id"] == units[0]["id"]
    upwards = [units[0], *reversed(units[1:size])]
    assert problem.values["loop"].split(", ") == [one["id"] for one in upwards]


def test_units_beside_a_right_way_are_still_told(tmp_path: Path) -> None:
    data = data_of(LONG)
    data["organizations"][-1]["superior"] = "hoa-an"

    (problem,) = superiors_lead_to_the_head(round_of(data, tmp_path))

    assert problem.code == "superior-outside"
    assert problem.values["chain"] == f"don-vi-{LONG - 1:05}, hoa-an"


def test_an_order_tells_each_name_twice_left_out_or_foreign(tmp_path: Path) -> None:
    data = data_of(LONG)
    data["orders"] = {"instructed": ["benh-vien", "hoa-an", "benh-vien"]}

    found = list(orders_name_the_scheduled_units(round_of(data, tmp_path)))

    told = [(one.code, one.values["id"]) for one in found]
    assert told[:2] == [("order-extra", "hoa-an"), ("order-twice", "benh-vien")]
    assert {code for code, _ in told[2:]} == {"order-missing"}
