"""The sample round with many more units, each with its congress."""

from __future__ import annotations

import tracemalloc
from typing import TYPE_CHECKING, Any

from generator.sources import load_file, round_yaml, sample_data

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from generator.model import Round

SUPERIOR, TIER = "benh-vien", "chi-bo-truc-thuoc"


def data_of(count: int, time: str = "05/11/2026") -> dict[str, Any]:
    """Its data, with so many more units whose congresses are at this time."""
    data = sample_data()
    units = [f"don-vi-{number:05}" for number in range(count)]
    data["organizations"] += [
        {
            "id": one,
            "kind": "chi bộ",
            "unit": "khác",
            "name": f"Thử {one}",
            "superior": SUPERIOR,
        }
        for one in units
    ]
    data["congresses"] += [
        {"organization": one, "tier": TIER, "purposes": ["rút kinh nghiệm"], "time": time}
        for one in units
    ]
    return data


def written(data: dict[str, Any], folder: Path) -> Path:
    """The data as the round.yaml of a folder."""
    folder.mkdir(exist_ok=True)
    path = folder / "round.yaml"
    path.write_text(round_yaml(data), encoding="utf-8")
    return path


def round_of(data: dict[str, Any], folder: Path) -> Round:
    """The round that the data says."""
    found = load_file(written(data, folder)).round
    assert found
    return found


def peak(work: Callable[[], object]) -> int:
    """The most bytes that the work took at once."""
    tracemalloc.start()
    try:
        work()
        return tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
