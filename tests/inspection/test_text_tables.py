"""Tables of any numbers: right totals and shares say nothing, one wrong cell is told."""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from time import process_time
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from typed import case_of, found_in

from generator.sources.yaml_tree import read_tree
from generator.vietnamese import decimal, roman

if TYPE_CHECKING:
    from collections.abc import Callable

PUBLISHED = Path(__file__).parent.parent / "published"
Counts = list[list[int]]
counts = st.integers(min_value=3, max_value=5000)
zeros_too = st.one_of(st.just(0), counts)
COLUMNS = ("Đảng viên", "Chi bộ", "Đại biểu", "Tài liệu")


def printed(number: int, zero: str = "-") -> str:
    """A number as clerks print it: a dot between thousands, a zero below ten, or a dash."""
    if number == 0:
        return zero
    return f"{number:02d}" if number < 10 else decimal(Fraction(number), 0)


def line(*cells: str) -> str:
    return f"| {' | '.join(cells)} |"


def head(width: int) -> str:
    return line("STT", "Đơn vị", *COLUMNS[:width])


def sums(rows: Counts) -> list[int]:
    return [sum(column) for column in zip(*rows, strict=True)]


def numbers(row: list[int]) -> list[str]:
    return [printed(number) for number in row]


def flat(rows: Counts, total: list[int]) -> list[str]:
    """Rows, and the total under them."""
    items = [line(str(n + 1), f"Đơn vị {n}", *numbers(row)) for n, row in enumerate(rows)]
    return [head(len(total)), *items, line("Tổng cộng", "<", *numbers(total))]


def over(rows: Counts, total: list[int]) -> list[str]:
    """The total over its rows."""
    first, *items, _ = flat(rows, total)
    return [first, line("", "Toàn tỉnh", *numbers(total)), *items]


def grouped(groups: list[Counts], own: Counts, total: list[int]) -> list[str]:
    """Groups with numbers of their own over their rows, and the total under all."""
    lines = [head(len(total))]
    for n, (rows, group) in enumerate(zip(groups, own, strict=True)):
        lines.append(line(roman(n + 1), f"Khối {n}", *numbers(group)))
        lines += [line(str(m + 1), f"Đơn vị {m}", *numbers(row)) for m, row in enumerate(rows)]
    return [*lines, line("Tổng cộng", "<", *numbers(total))]


def tables(width: int, cell: st.SearchStrategy[int] = counts) -> st.SearchStrategy[Counts]:
    row = st.lists(cell, min_size=width, max_size=width)
    return st.lists(row, min_size=2, max_size=8)


any_table = st.integers(1, 4).flatmap(tables)
wide_table = st.integers(2, 4).flatmap(tables)
any_groups = st.integers(2, 4).flatmap(
    lambda width: st.lists(tables(width), min_size=2, max_size=4)
)


def changed(rows: Counts, data: st.DataObject) -> Counts:
    """The same rows with one number another one."""
    y = data.draw(st.integers(0, len(rows) - 1))
    x = data.draw(st.integers(0, len(rows[0]) - 1))
    other = data.draw(counts.filter(lambda number: number != rows[y][x]))
    return [
        [other if (y, x) == (n, m) else number for m, number in enumerate(row)]
        for n, row in enumerate(rows)
    ]


def codes(lines: list[str]) -> list[str]:
    return [finding.code for finding in found_in(case_of(lines))]


@given(st.integers(1, 4).flatmap(lambda width: tables(width, zeros_too)))
def test_right_totals_say_nothing(rows: Counts) -> None:
    assert codes(flat(rows, sums(rows))) == []
    assert codes(over(rows, sums(rows))) == []


@given(any_table, st.data())
def test_one_number_changed_under_which_a_total_stands_is_told(
    rows: Counts, data: st.DataObject
) -> None:
    assert codes(flat(changed(rows, data), sums(rows))) == ["text-total"]


@given(any_table, st.data())
def test_a_total_changed_is_told(rows: Counts, data: st.DataObject) -> None:
    (total,) = changed([sums(rows)], data)
    assert codes(flat(rows, total)) == ["text-total"]


@given(wide_table, st.data())
def test_one_number_changed_over_which_a_total_stands_is_told(
    rows: Counts, data: st.DataObject
) -> None:
    assert codes(over(changed(rows, data), sums(rows))) == ["text-total"]


@given(any_groups)
def test_right_groups_say_nothing(groups: list[Counts]) -> None:
    own = [sums(group) for group in groups]
    assert codes(grouped(groups, own, sums(own))) == []


@given(any_groups, st.data())
def test_one_number_changed_in_a_group_is_told(
    groups: list[Counts], data: st.DataObject
) -> None:
    own = [sums(group) for group in groups]
    n = data.draw(st.integers(0, len(groups) - 1))
    wrong = [changed(group, data) if n == m else group for m, group in enumerate(groups)]
    assert codes(grouped(wrong, own, sums(own))) == ["text-total"]


@given(any_groups, st.data())
def test_the_number_of_a_group_changed_is_told_twice(
    groups: list[Counts], data: st.DataObject
) -> None:
    own = [sums(group) for group in groups]
    wrong = codes(grouped(groups, changed(own, data), sums(own)))
    assert wrong == ["text-total", "text-total"]  # of its rows, and under it


votes = st.lists(st.integers(20, 150), min_size=4, max_size=20, unique=True)


def ballot(people: list[int], shares: list[str]) -> list[str]:
    rows = [
        line(str(n + 1), "Người thử", str(count), share)
        for n, (count, share) in enumerate(zip(people, shares, strict=True))
    ]
    return [line("TT", "Họ và tên", "Số phiếu", "Tỷ lệ (%)"), *rows]


@given(votes, st.integers(151, 400), st.integers(1, 2), st.sampled_from(("rounded", "cut")))
def test_right_shares_say_nothing(
    people: list[int], base: int, decimals: int, way: str
) -> None:
    exact = [Fraction(one * 100, base) for one in people]
    shares = [decimal(one, decimals, cut=way == "cut") for one in exact]
    assert codes(ballot(people, shares)) == []


@given(votes, st.integers(151, 400), st.data())
def test_one_share_changed_is_told(people: list[int], base: int, data: st.DataObject) -> None:
    exact = [Fraction(one * 100, base) for one in people]
    n = data.draw(st.integers(0, len(people) - 1))
    off = data.draw(st.sampled_from((-1, 1))) * data.draw(st.integers(5, 500))
    wrong = [one + Fraction(off * (n == m), 100) for m, one in enumerate(exact)]
    if min(wrong) > 0:
        shares = [decimal(one, 2) for one in wrong]
        assert codes(ballot(people, shares)) == ["text-table-share"]


def rows(file: str, key: str) -> list[dict[str, Any]]:
    data = cast("dict[str, Any]", read_tree((PUBLISHED / file).read_bytes(), file).value)
    return cast("list[dict[str, Any]]", data[key])


def fraction(row: dict[str, Any]) -> str:
    part, base = (decimal(Fraction(int(row[key])), 0) for key in ("part", "base"))
    return f"Kết quả: {part}/{base} đồng chí, đạt {row['published']}%."


@pytest.mark.parametrize(
    ("file", "key", "said"),
    [
        ("tinh-lai-duoc.yaml", "shares", []),
        ("mau-thuan.yaml", "shares_that_do_not_come_out", ["text-share"]),
    ],
)
def test_published_shares_are_told_where_they_contradict_themselves(
    file: str, key: str, said: list[str]
) -> None:
    for row in rows(file, key):
        assert codes([fraction(row)]) == said, row["what"]


def test_published_surpluses_and_sums_come_out() -> None:
    for row in rows("tinh-lai-duoc.yaml", "surpluses"):
        over_by = int(row["listed"]) - int(row["seats"])
        share = row.get("published") or row["only_computed"]
        text = (
            f"Bầu {row['seats']} đồng chí trong danh sách {row['listed']} đồng chí "
            f"(số dư {over_by}, bằng {share}% số lượng bầu)."
        )
        assert codes([text]) == [], row["source"]
    for row in rows("tinh-lai-duoc.yaml", "sums"):
        parts = [[int(part)] * 2 for part in row["parts"]]
        assert codes(flat(parts, [int(row["total"])] * 2)) == [], row["what"]


HOSTILE: tuple[Callable[[int], str], ...] = (
    lambda n: "1/" * n,
    lambda n: "1" * n + "%",
    lambda n: "1.111" * n,
    lambda n: "ngày 1, " * n,
    lambda n: "ngày " + "1 và " * n,
    lambda n: "ngày" + " " * n + "1",
    lambda n: "nam 1 nữ " * n,
    lambda n: "5 đồng chí gồm " * n,
    lambda n: "trong tổng số 5 " * n,
    lambda n: "có 5 " + "a " * n + "%",
    lambda n: "đại hội tổ chức " * n,
    lambda n: "“" * n,
    lambda n: "(" * n + ")" * n,
    lambda n: "Chỉ thị số 45-CT/TW, ngày " * n,
    lambda n: "thứ hai, " * n + "15/3/2025",
    lambda n: "aä" * n,
    lambda n: "à" * n,
    lambda n: "của " * n,
    lambda n: "12-A-" * n,
)


@pytest.mark.parametrize("hostile", HOSTILE, ids=lambda make: make(2))
def test_hostile_text_is_read_in_linear_time(hostile: Callable[[int], str]) -> None:
    """Ten times the text takes little more than ten times as long."""

    def seconds(count: int) -> float:
        case = case_of([hostile(count)])
        start = process_time()
        found_in(case)
        return process_time() - start

    short = max(seconds(2_000), 0.01)
    assert seconds(20_000) < 30 * short + 0.5


@settings(max_examples=200)
@given(
    st.text(alphabet=" 0123456789/.,-–%()“”“ngàythángănsốđồchíữủy|:;\u0301\u200b", max_size=300)
)
def test_any_text_is_read(text: str) -> None:
    found_in(case_of([text.replace("|", " ") or "x"]))
