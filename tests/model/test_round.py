"""What a round works out of its data once, and again where the data is another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model import Status
from many import data_of, round_of

if TYPE_CHECKING:
    from pathlib import Path

FEW = 20


def test_a_changed_copy_is_worked_out_anew(tmp_path: Path) -> None:
    found = round_of(data_of(FEW), tmp_path)
    before = found.held, found.reporting, found.active_tiers, found.active_terms
    off = tuple(one.model_copy(update={"status": Status.HOAN}) for one in found.congresses[:-1])

    changed = found.model_copy(update={"congresses": (*off, found.congresses[-1])})

    assert changed.held == changed.reporting == found.congresses[-1:]
    assert [tier.id for tier in changed.active_tiers] == ["chi-bo-truc-thuoc"]
    assert before == (found.held, found.reporting, found.active_tiers, found.active_terms)


def test_a_round_is_the_same_whatever_was_asked_of_it(tmp_path: Path) -> None:
    asked, other = (round_of(data_of(FEW), tmp_path) for _ in range(2))

    assert asked.held
    assert asked.unit(asked.held[0])
    assert asked == other
    assert asked.model_dump() == other.model_dump()


def test_the_place_of_a_unit_far_below_its_place(tmp_path: Path) -> None:
    data = data_of(FEW)
    above = "benh-vien"
    for number in range(3_000):
        row = {"id": f"cap-{number}", "unit": "khác", "name": f"Cấp {number}"}
        data["organizations"].append({**row, "superior": above})
        above = row["id"]
    found = round_of(data, tmp_path)

    assert found.place_name(found.named(above)) == "Bình Minh"
