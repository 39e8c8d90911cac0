"""A workbook that many share, filled for each: the same bytes as the whole of it written."""

from __future__ import annotations

from dataclasses import replace
from functools import cache, partial
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from generator import excel
from generator.excel.writing import render
from generator.tables import (
    Cell,
    Chart,
    ChartKind,
    Filling,
    Input,
    InputKind,
    Look,
    Sheet,
    Workbook,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

UNIT, HEAD, YEAR = "\ue000", "\ue001", "\ue800"
BARS = Chart(ChartKind.BARS, "Biểu", (), row=1, column=0)
# words of whoever types: the same as ours, markup, a formula, what Excel takes for an escape
MEAN = (
    *("Đơn vị", "Số phiếu", "a & b", "<b>", '"x"', "'y'", "=1+1", "+84", "-", "@a", "#N/A"),
    *("_x0041_", "_x00", "41_", "<r>", "</r>", "&lt;", "&amp;", " đầu", "cuối ", "hai\ndòng"),
    *("", " ", "\u00a0", "\t", "\x01", "\ue000", "\ue001", "x" * 300, "x" * 20_000, "🌾"),
)
names = (
    st.sampled_from(MEAN) | st.text(max_size=200) | st.lists(st.sampled_from(MEAN)).map("".join)
)


def shared(unit: str, head: str, year: str | int) -> Workbook:
    """A workbook of a unit: what is its own stands in texts, formulas, the title."""
    rows = (
        (Cell(f"ĐƠN VỊ {unit}", Look.TITLE, span=2), None),
        (Cell(unit, Look.NOTE), Cell(head)),
        (Cell(f"{unit}, {head}", Look.SUBTITLE), Cell("Đơn vị")),
        (Cell(year, formula="=YEAR(NOW())"), Cell(f"năm {year}", formula='="năm "&A4')),
        (Cell(head, formula="=B2"), Cell(7, Look.NUMBER)),
        *((Cell("Số phiếu"), Cell(n, formula=f"=$B$5+{n}")) for n in range(5)),
    )
    sheet = Sheet("Nhập", (24.0, 18.0), rows, protected=True, footer="Biểu", charts=())
    other = Sheet("Bìa", (12.0,), ((Cell("Bìa"),), (Cell(f"{unit} - {year}"),)))
    return Workbook(f"Biểu của {unit}", (sheet, replace(sheet, name="Lại"), other))


@cache
def template() -> excel.Template:
    return excel.compile_template(shared(UNIT, HEAD, YEAR))


@cache
def templates() -> excel.Templates:
    return excel.Templates()


def filling(unit: str, head: str, year: int) -> Filling:
    return Filling(
        "biểu",
        ((UNIT, unit), (HEAD, head), (YEAR, year)),
        lambda: shared(UNIT, HEAD, YEAR),
        lambda: shared(unit, head, year),
    )


def rendered(make: Callable[[], bytes]) -> bytes | type[Exception]:
    """The bytes, or why there are none."""
    try:
        return make()
    except (excel.TextTooLongError, UnicodeEncodeError) as error:
        return type(error)


@settings(max_examples=300, deadline=None)
@given(names, names, st.integers(0, 99_999))
@example("Chi bộ A", "Chi bộ A", 2025)
@example("Đảng bộ xã", "Nguyễn Văn A", 2025)
def test_a_filled_workbook_has_the_bytes_of_the_whole(unit: str, head: str, year: int) -> None:
    asked = filling(unit, head, year)
    assert rendered(lambda: templates().render(asked)) == rendered(
        lambda: render(asked.whole(), template().often)
    )


@settings(max_examples=100, deadline=None)
@given(st.integers(1, 120), st.integers(1, 120), st.integers(0, 99_999))
def test_rows_are_as_high_as_the_filled_texts_need(unit: int, head: int, year: int) -> None:
    own: Mapping[str, str | int] = {UNIT: "chi " * unit + "bộ", HEAD: "ô" * head, YEAR: year}
    whole = shared(str(own[UNIT]), str(own[HEAD]), year)
    assert template().render(own) == render(whole, template().often)


def test_two_units_share_a_template_and_not_their_names() -> None:
    asked = [filling(f"Chi bộ {n}", f"Bí thư {n}", 2025 + n) for n in range(2)]
    laid_out: list[str] = []

    def common(one: Filling) -> Workbook:
        laid_out.append(one.key)
        return one.common()

    known = excel.Templates()
    for one in asked:
        own = known.render(replace(one, common=partial(common, one)))
        sheet = load_workbook(BytesIO(own), data_only=True)["Nhập"]
        values = [cell.value for row in sheet["A1:B5"] for cell in row]
        unit, head, year = (value for _, value in one.own)
        assert values == [
            *(f"ĐƠN VỊ {unit}", None, unit, head, f"{unit}, {head}", "Đơn vị"),
            *(year, f"năm {year}", head, 7),
        ]
    assert laid_out == ["biểu"]


def test_no_more_templates_are_kept_than_asked() -> None:
    known = excel.Templates(kept=2)
    laid_out: list[str] = []
    for key in ("a", "b", "a", "c", "a", "b"):
        one = filling(key, "x", 1)

        def common(key: str = key) -> Workbook:
            laid_out.append(key)
            return shared(UNIT, HEAD, YEAR)

        known.render(replace(one, key=key, common=common))
    assert laid_out == ["a", "b", "c", "b"]


def test_parts_that_are_the_same_for_many_are_packed_smaller() -> None:
    asked = filling("Chi bộ", "Bí thư", 2025)
    assert len(templates().render(asked)) < len(render(asked.whole()))


@pytest.mark.parametrize("change", [{"blocks": (1, 3)}, {"charts": (BARS,)}])
def test_a_height_that_would_move_other_things_is_refused(change: dict[str, object]) -> None:
    book = shared(UNIT, HEAD, YEAR)
    moved = replace(book.sheets[0], **change)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="Nhập"):
        excel.compile_template(replace(book, sheets=(moved,)))


@pytest.mark.parametrize(
    "cell",
    [
        Cell(7, formula=f'="{UNIT}"'),
        Cell(None, Look.INPUT, input=Input(InputKind.TEXT, UNIT, "Gõ tên.")),
        Cell(7, framed=f'$A$1="{UNIT}"'),
    ],
    ids=["formula", "prompt", "condition"],
)
def test_marks_where_they_would_have_to_be_written_otherwise_are_refused(cell: Cell) -> None:
    sheet = Sheet("Nhập", (20.0,), ((cell,),))
    with pytest.raises(ValueError, match="sheet1"):
        excel.compile_template(Workbook("Biểu", (sheet,)))


def test_a_mark_in_the_footer_is_refused() -> None:
    sheet = Sheet("Nhập", (20.0,), ((Cell("Tên"),),), footer=UNIT)
    with pytest.raises(ValueError, match="sheet1"):
        excel.compile_template(Workbook("Biểu", (sheet,)))


def test_a_workbook_too_large_to_be_kept_whole_is_refused() -> None:
    rows = tuple((Cell(f"Số {n}"),) for n in range(1_000))
    with pytest.raises(ValueError, match="Danh sách"):
        excel.compile_template(Workbook("Danh sách", (Sheet("Nhập", (20.0,), rows),)))


def test_a_filled_workbook_is_valid(
    tmp_path: Path, assert_valid_xlsx: Callable[[Path | str], None]
) -> None:
    own: Mapping[str, str | int] = {UNIT: "Chi bộ <A> & \"B\" 'C'", HEAD: "Đinh Thị D", YEAR: 1}
    path = tmp_path / "bieu.xlsx"
    path.write_bytes(template().render(own))
    assert_valid_xlsx(path)
