"""The roll-up workbook: every total a live formula over the units, and right; gaps are said."""

from __future__ import annotations

import os
import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.excel import render
from generator.statistics import Absent, MakeUp, Votes, roll_up
from generator.tables import address
from generator.views import roll_up_workbook
from recalculated import recalculated
from summaries import (
    AS_OF,
    body,
    plausible_summaries,
    random_units,
    sample_round,
    unit,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from conftest import Golden
    from generator.model import Round
    from generator.statistics import UnitSummary
    from generator.tables import Cell, Sheet, Workbook

FOUND = sample_round()
LATE = Absent("co-quan-dang", "Đảng bộ các cơ quan Đảng xã", "chưa gửi", is_late=True)
ALLOWED = {"SUM", "SUMIFS", "SUMPRODUCT", "MAX", "MIN", "COUNT", "COUNTA", "IF", "AND", "INT"}
MANY = 120 if os.environ.get("VANKIEN_SOAK") else 12


def workbook(units: Sequence[UnitSummary], found: Round = FOUND) -> Workbook:
    return roll_up_workbook(found, roll_up(found, units, missing=[LATE], as_of=AS_OF))


@pytest.fixture(scope="module")
def made() -> Workbook:
    return workbook(plausible_summaries(FOUND))


def sheet(book: Workbook, name: str) -> Sheet:
    return next(one for one in book.sheets if one.name == name)


def cells(book: Workbook) -> Iterator[tuple[tuple[str, str], Cell]]:
    for page in book.sheets:
        for row, line in enumerate(page.rows):
            for column, cell in enumerate(line):
                if cell:
                    yield (page.name, address(row, column)), cell


def words(page: Sheet) -> list[str]:
    return [str(cell.value) for row in page.rows for cell in row if cell and cell.value]


def column(page: Sheet, title: str) -> int:
    assert page.repeat is not None
    headings = page.rows[page.repeat[0]]
    return next(n for n, cell in enumerate(headings) if cell and cell.value == title)


def total(page: Sheet, body_title: str, title: str) -> object:
    """The figure of a body's row "Cộng"."""
    at = column(page, title)
    names = [row[0].value if row and row[0] else None for row in page.rows]
    start = names.index(body_title) if body_title else 0
    for row in page.rows[start:]:
        if len(row) > at and row[1] and row[1].value == "Cộng":
            cell = row[at]
            return cell.value if cell else None
    raise AssertionError(body_title)


def agree(books: dict[str, Workbook]) -> int:
    """How many formulas there are; each is calculated anew and must be the written value."""
    count = 0
    fresh = recalculated({name: render(book) for name, book in books.items()})
    for name, book in books.items():
        for place, cell in cells(book):
            if cell.formula is None:
                continue
            count += 1
            got = fresh[name].get(place, "")
            want = "" if cell.value is None else cell.value
            if isinstance(want, str):
                assert got == want, (name, place, cell.formula)
            else:
                assert got == pytest.approx(want, rel=1e-9, abs=1e-9), (name, place, cell)
    return count


def test_libreoffice_calculates_what_python_wrote(made: Workbook) -> None:
    assert agree({"mau": made}) > 1000


def _drawn(seeds: int) -> dict[str, Workbook]:
    """Workbooks of random rounds, of every kind of body and gap."""
    found: dict[str, Workbook] = {}

    @settings(
        max_examples=seeds,
        database=None,
        deadline=None,
        derandomize=True,
        suppress_health_check=list(HealthCheck),
    )
    @given(random_units(), st.booleans())
    def draw(units: tuple[UnitSummary, ...], cut: bool) -> None:  # noqa: FBT001 - drawn
        rounding = {"share_rounding": "cắt bỏ"} if cut else {}
        setting = FOUND.election.model_validate(rounding)
        changed = FOUND.model_copy(update={"election": setting})
        found[str(len(found))] = workbook(units, changed)

    draw()
    return found


def test_random_rounds_recalculate_to_the_same_values() -> None:
    count = agree(_drawn(MANY))
    print(f"{MANY} roll-ups recalculated, {count} formulas agree")  # noqa: T201 - the soak shows it
    assert count > 500 * MANY


EDGES = {
    "chưa có kết quả": (),
    "một đơn vị": plausible_summaries(FOUND)[:1],
    "không bầu được ai": (
        unit("truong-thpt", body(rounds=2, number=5, listed=6, surplus=1, unfilled=5)),
    ),
    "toàn bộ chỉ định": (
        unit(
            "truong-thpt",
            body(
                mode="chỉ định",
                appointed=5,
                placed=MakeUp(total=5, men=3, women=2, ages=(40,) * 5),
            ),
        ),
    ),
}


def test_edges_recalculate_too() -> None:
    assert agree({name: workbook(units) for name, units in EDGES.items()}) > 100


def test_nobody_appointed_is_in_a_share_of_the_elected() -> None:
    elected = body(
        rounds=1,
        number=4,
        listed=5,
        surplus=1,
        elected=4,
        appointed=6,
        chosen=MakeUp(total=4, men=3, women=1, ages=(30, 41, 45, 60)),
        placed=MakeUp(total=6, men=0, women=6, ages=(50,) * 6),
        votes=Votes(100, 4, 360, 80, 99, "A", "B"),
    )
    book = workbook([unit("truong-thpt", elected)])
    assert total(sheet(book, "Cơ cấu"), "Ban chấp hành", "Nữ so với số trúng cử (%)") == 25
    placed = sheet(book, "Chỉ định")
    assert total(placed, "Ban chấp hành", "Nữ so với số chỉ định (%)") == 100
    assert total(sheet(book, "Độ tuổi"), "Ban chấp hành", "Tuổi bình quân") == 44
    votes = sheet(book, "Số phiếu")
    assert total(votes, "Ban chấp hành", "Bình quân (%)") == 90


def test_the_surplus_of_a_district_is_cut_where_the_round_says_so() -> None:
    one = unit("truong-thpt", body(rounds=1, number=163, listed=191, surplus=28))
    title = "Số dư so với số lượng bầu (%)"
    exact = total(sheet(workbook([one]), "Số lượng"), "Ban chấp hành", title)
    assert exact == pytest.approx(17.17791, abs=1e-5)
    setting = FOUND.election.model_validate({"share_rounding": "cắt bỏ"})
    cut = workbook([one], FOUND.model_copy(update={"election": setting}))
    assert total(sheet(cut, "Số lượng"), "Ban chấp hành", title) == 17.17


def test_every_total_is_a_formula_over_the_units(made: Workbook) -> None:
    for page in made.sheets[:8]:
        assert page.repeat is not None
        figures = [
            cell
            for row in page.rows[page.repeat[1] + 1 :]
            for cell in row[2:]
            if cell and isinstance(cell.value, int | float)
        ]
        assert figures, page.name
        assert all(cell.formula for cell in figures), page.name


def test_only_functions_of_old_excel_over_bounded_ranges(made: Workbook) -> None:
    formulas = [cell.formula for _, cell in cells(made) if cell.formula]
    used = {name for formula in formulas for name in re.findall(r"([A-Z]+)\(", formula)}
    assert used <= ALLOWED
    assert not [one for one in formulas if re.search(r"\$?[A-Z]+:\$?[A-Z]+(?![0-9])", one)]


def test_each_table_says_day_design_and_who_is_missing(made: Workbook) -> None:
    for page in made.sheets[:12]:
        said = " ".join(words(page))
        assert "Số liệu đến ngày 01/12/2026" in said, page.name
        assert "không phải mẫu ban hành" in said, page.name
        assert "Chưa có kết quả (1): Đảng bộ các cơ quan Đảng xã." in said, page.name
    absent = words(sheet(made, "Chưa tổng hợp"))
    assert "chưa gửi" in absent
    assert "Chi bộ Công an xã" in absent


def test_a_table_has_the_habits_of_statistics(made: Workbook) -> None:
    page = sheet(made, "Số lượng")
    said = words(page)
    assert "Biểu số: 2" in said
    assert "Đvt: Người" in said
    assert "5 (=4-3)" in said
    assert "6 (=5*100/3)" in said
    assert {"NGƯỜI LẬP BIỂU", "TRƯỞNG BAN", "Cộng"} <= {*said}


def test_shares_name_their_base_in_the_heading(made: Workbook) -> None:
    for page in made.sheets[:9]:
        assert page.repeat is not None
        headings, numbers = page.rows[page.repeat[0]], page.rows[page.repeat[1]]
        for title, number in zip(headings, numbers, strict=True):
            if title and number and "*100/" in str(number.value):
                assert "so với" in str(title.value), title.value


def test_a_unit_of_two_groups_counts_in_each_and_once_in_all(made: Workbook) -> None:
    page = sheet(made, "Tiến độ")
    at = column(page, "Đã tổng hợp kết quả")
    rows = ((row[1], row[at]) for row in page.rows if len(row) > at)
    counts = {str(name.value): cell.value for name, cell in rows if name and cell}
    assert counts["Cộng"] == 3
    pilots = [value for name, value in counts.items() if name.startswith("Đối với đại hội")]
    assert pilots == [3, 1]


def test_who_was_not_elected_is_listed_with_votes() -> None:
    held = plausible_summaries(FOUND)
    page = sheet(workbook(held), "Không trúng cử")
    lost = [one for summary in held for b in summary.bodies for one in b.not_elected]
    assert lost
    said = words(page)
    assert all(one.name in said for one in lost)


def test_the_data_is_locked_and_the_charts_have_figures(made: Workbook) -> None:
    assert [page.name for page in made.sheets if page.protected] == ["Đại hội", "Đơn vị"]
    charts = sheet(made, "Biểu đồ").charts
    assert len(charts) == 4
    for chart in charts:
        assert all(one.values.top <= one.values.bottom for one in chart.series)


def test_no_sheet_is_wider_than_a_page_of_statistics(made: Workbook) -> None:
    for page in made.sheets[:12]:
        assert sum(page.widths) <= 230, page.name
        assert page.repeat is not None or page.charts


def test_the_workbook_reads_as_it_was_approved(made: Workbook, golden: Golden) -> None:
    lines = [
        f"{place[0]}!{place[1]} {cell.value}" + (f" {cell.formula}" if cell.formula else "")
        for place, cell in cells(made)
        if place[0] in ("Tiến độ", "Bí thư") and cell.value is not None
    ]
    golden("mau.tong-hop-ket-qua-bau-cu.txt", "\n".join(lines) + "\n")


def test_the_same_results_give_the_same_bytes() -> None:
    held = plausible_summaries(FOUND)
    assert render(workbook(held)) == render(workbook(tuple(reversed(held))))


def test_hundreds_of_superiors_read_only_their_own_rows() -> None:
    one = plausible_summaries(FOUND)[0]
    units = [
        replace(
            one, congress=f"thu-{n}", superior=f"tren-{n % 40}", superior_name=f"Tren {n % 40}"
        )
        for n in range(200)
    ]
    page = sheet(workbook(units), "Số lượng")
    formulas = [
        row[4].formula
        for row in page.rows
        if len(row) > 4 and row[1] and str(row[1].value).startswith("Tren") and row[4]
    ]
    assert len(formulas) >= 40
    for formula in formulas:
        first, last = map(int, re.findall(r"\$(\d+)", str(formula)))
        assert last - first + 1 == 5
