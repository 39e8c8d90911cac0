"""Published figures come out by our own arithmetic; what contradicts itself is told."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any, cast

import pytest

from generator import elections
from generator.elections import percent
from generator.model.regulation import Rounding
from generator.sources.yaml_tree import read_tree

if TYPE_CHECKING:
    from collections.abc import Callable

PUBLISHED = Path(__file__).parent.parent / "published"
ROUNDINGS = {"half_up": Rounding.HALF_UP, "cut": Rounding.CUT}
Row = dict[str, Any]


def rows(file: str, key: str) -> list[Row]:
    """The rows of one list of a file; YAML leaves numbers as they are typed."""
    path = PUBLISHED / file
    data = cast("dict[str, list[Row]]", read_tree(path.read_bytes(), file).value)
    return data[key]


def share_of(row: Row, base: str = "base") -> Fraction:
    found = elections.share(int(row["part"]), int(row[base]))
    assert found is not None
    return found


def printed(part: Fraction, row: Row) -> str:
    return percent(part, int(row["decimals"]), ROUNDINGS[row.get("rounding", "half_up")])


@pytest.mark.parametrize(
    "row", rows("tinh-lai-duoc.yaml", "shares"), ids=lambda row: row["what"]
)
def test_a_published_share_comes_out_of_its_named_base(row: Row) -> None:
    assert printed(share_of(row), row) == row["published"]
    assert row["base_is"]


@pytest.mark.parametrize(
    "row", rows("tinh-lai-duoc.yaml", "surpluses"), ids=lambda row: row["source"]
)
def test_a_published_surplus_is_of_the_seats(row: Row) -> None:
    over = elections.surplus(int(row["listed"]), int(row["seats"]))
    assert over is not None
    assert printed(over, row) == (row.get("published") or row["only_computed"])


def test_the_district_row_was_cut_not_rounded() -> None:
    (row,) = [one for one in rows("tinh-lai-duoc.yaml", "surpluses") if one["seats"] == "163"]
    over = elections.surplus(int(row["listed"]), int(row["seats"]))
    assert percent(over, 2, Rounding.HALF_UP) == "17,18"
    assert percent(over, 2, Rounding.CUT) == row["published"] == "17,17"


@pytest.mark.parametrize("row", rows("tinh-lai-duoc.yaml", "sums"), ids=lambda row: row["what"])
def test_a_published_sum_is_that_of_its_parts(row: Row) -> None:
    assert sum(map(int, row["parts"])) == int(row["total"])


def not_their_base(row: Row) -> str:
    told = printed(share_of(row), row)
    return "" if told == row["published"] else f"in {row['published']}, tính ra {told}"


def several_bases(row: Row) -> str:
    shares = {base: elections.share(int(row["part"]), int(base)) for base in row["bases"]}
    fits = [base for base, part in shares.items() if percent(part, 0) == row["published"]]
    return "" if len(fits) == 1 else f"mẫu số có thể là {' hoặc '.join(fits)}"


def no_numbers(row: Row) -> str:
    shares = {f"{a}/{b}": Fraction(int(a), int(b)) for a, b in row["also_fits"]}
    fits = [told for told, part in shares.items() if percent(part) == row["published"]]
    return "" if len(fits) == 1 else f"{', '.join(fits)} đều ra {row['published']}"


def two_ways(row: Row) -> str:
    return "" if len(set(row["printed"])) == 1 else " và ".join(row["printed"])


def unclear_alternates(row: Row) -> str:
    clear = row["inside"] in ("true", "false")
    return "" if clear else f"không rõ {row['total']} đã gồm {row['alternates']} dự khuyết"


CONTRADICTIONS = (
    ("shares_that_do_not_come_out", not_their_base, ["in 98,08, tính ra 100,00"]),
    ("shares_with_several_bases", several_bases, ["mẫu số có thể là 53 hoặc 54"]),
    ("shares_without_numbers", no_numbers, ["149/150, 148/149, 298/300 đều ra 99,33"]),
    (
        "figures_in_two_ways",
        two_ways,
        ["29,2 và 29", "21 và hơn 21", "trên 15 và từ 15 trở lên"],
    ),
    (
        "alternates_of_a_delegation",
        unclear_alternates,
        ["", "không rõ 54 đã gồm 4 dự khuyết"],  # the first source says that they are apart
    ),
)


@pytest.mark.parametrize(
    ("key", "finding", "told"), CONTRADICTIONS, ids=[one[0] for one in CONTRADICTIONS]
)
def test_a_contradiction_is_told_not_repaired(
    key: str, finding: Callable[[Row], str], told: list[str]
) -> None:
    assert [finding(row) for row in rows("mau-thuan.yaml", key)] == told
