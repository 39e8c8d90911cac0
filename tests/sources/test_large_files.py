"""A round of thousands of congresses: little memory for each, places found all at once."""

from __future__ import annotations

from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any

from generator import excel, guard
from generator.checking import checked
from generator.errors import sentence
from generator.sources import (
    entry_workbook,
    load_file,
    nearest,
    round_rows,
    round_workbook,
    sample_data,
    yaml_syntax,
    yaml_tree,
)
from many import data_of, peak, round_of, written

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

FEW, MANY = 100, 1_000
SUNDAY = "08/11/2026"


def in_excel(data: dict[str, Any], path: Path) -> Path:
    path.write_bytes(excel.render(entry_workbook(data, sample_data())))
    return path


def bytes_a_congress(few: Path, many: Path) -> float:
    """How much more memory a round takes for each congress that it has more."""
    load_file(few)  # what is imported and remembered once
    more = peak(partial(load_file, many)) - peak(partial(load_file, few))
    return more / (MANY - FEW)


def counted(patch: pytest.MonkeyPatch, module: object, name: str) -> Counter[str]:
    """Counts the calls of a function of a module."""
    calls: Counter[str] = Counter()
    real = getattr(module, name)

    def call(*given: Any, **named: Any) -> Any:
        calls[name] += 1
        return real(*given, **named)

    patch.setattr(module, name, call)
    return calls


def test_memory_for_each_congress_of_a_text(tmp_path: Path) -> None:
    few, many = (written(data_of(n), tmp_path / str(n)) for n in (FEW, MANY))

    assert bytes_a_congress(few, many) < 5_000


def test_memory_for_each_congress_of_a_workbook(tmp_path: Path) -> None:
    few, many = (in_excel(data_of(n), tmp_path / f"{n}.xlsx") for n in (FEW, MANY))

    assert bytes_a_congress(few, many) < 12_000


def test_the_text_is_not_kept_beside_the_round(tmp_path: Path) -> None:
    loaded = load_file(written(data_of(FEW), tmp_path))

    assert loaded.round
    assert loaded.tree.value is None
    assert not loaded.tree.places


def test_places_of_many_warnings_are_found_in_one_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = written(data_of(MANY, SUNDAY), tmp_path)
    readings = counted(monkeypatch, yaml_tree, "_find")

    found = checked(tmp_path).problems

    lines = path.read_text(encoding="utf-8").splitlines()
    told = [one.place for one in found if one.code == "congress-on-holiday"]
    assert len({place.line for place in told}) == MANY
    assert all(lines[place.line - 1][place.column - 1 :].startswith(SUNDAY) for place in told)
    assert readings["_find"] == 1


def test_places_of_many_errors_are_found_in_one_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = data_of(MANY)
    for row in data["congresses"]:
        row["ordinal"] = "nhiều"
    path = written(data, tmp_path)
    lines = path.read_text(encoding="utf-8").splitlines()
    readings = counted(monkeypatch, yaml_tree, "_find")

    found = load_file(path).problems

    assert len(found) == len(data["congresses"])
    assert all(
        lines[one.place.line - 1][one.place.column - 1 :].startswith("nhiều") for one in found
    )
    assert readings["_find"] == 1


def test_places_in_a_workbook_are_found_in_one_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = data_of(FEW)
    for row in data["congresses"]:
        row["ordinal"] = "nhiều"
    path = in_excel(data, tmp_path / "round.xlsx")
    readings = counted(monkeypatch, round_workbook, "_read")

    found = load_file(path).problems

    cells = [one.place.cell for one in found]
    assert len({*cells}) == len(data["congresses"])
    assert len({cell.rstrip("0123456789") for cell in cells}) == 1
    assert readings["_read"] == 2


def test_wrong_references_to_many_units_are_not_compared_for_ever(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = data_of(FEW)
    for number, row in enumerate(data["congresses"]):
        row["organization"] = f"dvi-{number // 2:05}"
    known = len(data["organizations"])
    monkeypatch.setattr(nearest, "MOST_COMPARED", 20 * known)
    asked = counted(monkeypatch, nearest, "nearest")

    found = load_file(written(data, tmp_path)).problems

    assert len(found) == len(data["congresses"])
    assert asked["nearest"] == 20  # each wrong id once, until it is enough
    assert "Có phải là “don-vi-00002”" in sentence(found[5])
    assert "Có phải" not in sentence(found[-1])


def test_an_owner_of_each_row_is_looked_up_not_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = data_of(FEW)
    for row in data["congresses"]:
        row["elections"] = [
            {"body": "bi-thu", "number": 1},
            {"body": "pho-bi-thu", "number": 1},
        ]
    path = in_excel(data, tmp_path / "round.xlsx")
    calls = counted(monkeypatch, round_rows, "_unsure")

    found = load_file(path).round

    assert found
    assert all(len(one.elections) == 2 for one in found.congresses)
    assert calls["_unsure"] == 1


def test_a_whole_province_is_not_too_large(tmp_path: Path) -> None:
    path = written(data_of(10_000), tmp_path)

    loaded = load_file(path)

    assert 1_500_000 < path.stat().st_size < guard.MAX_TEXT
    assert loaded.round
    assert len(loaded.round.congresses) > 10_000


def test_a_file_with_more_than_any_round_is_not_read_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(yaml_syntax, "MAX_EVENTS", 1_000)
    path = tmp_path / "round.yaml"
    path.write_text("organizations:\n" + "  - {}\n" * 2_000, encoding="utf-8")

    loaded = load_file(path)

    (problem,) = loaded.problems
    assert sentence(problem) == (
        "Tệp dài hơn dữ liệu của một đợt có 10.000 đại hội nên không đọc tiếp từ đây. "
        "Kiểm tra lại có đúng là tệp cần đọc không, hoặc chia thành nhiều đợt."
    )
    assert problem.place.line == 499


def test_a_text_twice_is_the_same_text_in_memory(tmp_path: Path) -> None:
    found = round_of(data_of(2), tmp_path)

    first, second = found.congresses[-2:]
    assert first.time is second.time
    assert first.organization is found.unit(first).id
    assert first.model_fields_set is second.model_fields_set
    assert first.model_fields_set == {"organization", "tier", "purposes", "time"}
