"""The benchmark compares like with like, and its page says what was measured."""

from __future__ import annotations

import math
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

import pytest

import base
import by_code
import dialects
import page
import spec
from batches import Batch
from chart import Bar, chart
from children import FLOOR, OURS
from documents import Documents
from engines import Rounds, check
from floor import floor
from generator.word import compile_template
from growing import Grown, Tagged
from opened import seen
from shares import Steps

if TYPE_CHECKING:
    from pathlib import Path

    from children import Engine

DOCXTPL, CARBONE = "docxtpl", "carbone"


def ours(number: int, rows: int = spec.ROWS) -> bytes:
    template = compile_template(base.template(dialects.JINJA), "mau.docx")
    return template.render(spec.report(number, rows))


def lowest(number: int, rows: int = spec.ROWS) -> bytes:
    found = spec.report(number, rows)
    values = {name: getattr(found, name) for name in spec.Report.__slots__}
    return floor(base.template(dialects.PLAIN))(values)


def test_the_paper_has_the_size_that_the_page_says() -> None:
    found = seen(ours(0))
    head, booths, people = found.tables
    assert len(found.paragraphs) == 64
    assert (len(head[0]), len(booths), len(people)) == (2, 1 + 4 + 20, 1 + 4 + 20)
    assert len(spec.Report.__slots__) == 27 + 3  # two tables, one condition
    assert found.fields == (" PAGE ",)


@pytest.mark.parametrize(("number", "rows"), [(0, 20), (1, 20), (2, 200)])
def test_the_floor_says_what_ours_says(number: int, rows: int) -> None:
    found = seen(ours(number, rows))
    assert seen(lowest(number, rows)) == found
    assert f"Chi bộ Thử nghiệm {number}" in found.edges[-1]
    assert len(found.tables[1]) == 1 + 4 + rows
    late = [text for text in found.paragraphs if "nộp biên bản muộn" in text]
    assert len(late) == (number % 2 == 0)


def test_the_code_for_python_docx_says_what_ours_says(tmp_path: Path) -> None:
    empty = tmp_path / "base.docx"
    empty.write_bytes(base.with_parts({dialects.FOOTER: dialects.footer()}))
    for number in range(2):
        made = base.saved(by_code.made(empty, spec.context(number)))
        assert seen(made) == seen(ours(number))


class Told:
    """An engine that makes documents of a kind."""

    def __init__(self, documents: list[bytes]) -> None:
        self._documents = documents

    def documents(self) -> list[bytes]:
        return self._documents


def told(*documents: bytes) -> Engine:
    return Told(list(documents))  # type: ignore[return-value]


def test_an_engine_that_says_something_else_stops_the_benchmark() -> None:
    right = ours(0)
    assert check({OURS: told(right), FLOOR: told(lowest(0))})[OURS] == len(right)
    with pytest.raises(RuntimeError, match=f"{CARBONE}: document 0 says something else"):
        check({OURS: told(right), CARBONE: told(ours(1))})


# The page

MS = 1 / 1000
MEASURED = Documents(
    rounds={
        OURS: Rounds([1.0 * MS, 1.2 * MS, 1.1 * MS], [0.9, 1.0, 0.8], [1, 1, 1], 40, 17_000),
        FLOOR: Rounds([1.2 * MS], [1], [1.1], 30, 16_978),
        DOCXTPL: Rounds([48 * MS], [40], [43, 45, 44], 66, 17_014),
        CARBONE: Rounds([15 * MS], [12.5], [13.5, 14.5, 13.6], 110, 16_946),
    },
    grown=(
        Grown(OURS, {200: 4 * MS, 2_000: 30 * MS, 20_000: 300 * MS}, 60),
        Grown(DOCXTPL, {200: 70 * MS, 2_000: None}, 250),
        Grown(CARBONE, {200: 20 * MS, 2_000: 60 * MS, 20_000: math.inf}, 180),
    ),
    tagged=(Tagged(1_000, 0.4, 5 * MS), Tagged(10_000, 4.2, 51 * MS)),
    steps=(Steps(0.3 * MS, 0.1 * MS, 0, 0.2 * MS, 0, 0.1 * MS),) * 2,
    two=(1.7, 1.9, 1.8),
    versions=("docxtpl 0.20.2",),
    left_out={"docxtemplater": "máy không có Node.js và npm"},
)
BATCHES = (
    Batch(100, 2.0, 208, 80, 0),
    Batch(10_000, 100.0, 20_008, 88, 90),
    Batch(100, 3.0, 211, 90, 0, whole=True),
    Batch(10_000, 130.0, 20_011, 120, 90, whole=True),
)


def test_the_page_has_the_ratios_of_what_was_measured() -> None:
    parts = {
        "documents": page.Part("23/11/2026", "0,1", ("Máy: thử",), MEASURED),
        "batches": page.Part("23/11/2026", "0,1", ("Máy: thử",), BATCHES),
    }
    text = page.page(parts)
    for said in (
        "1,10 ms một văn kiện, bằng **0,90** lần mức sàn",
        "docxtpl dùng theo tài liệu lâu gấp **44,0** lần vankien",
        "Công cụ khác nhanh nhất (carbone) lâu gấp **13,6** lần vankien",
        "Hai tiến trình làm được gấp **1,80** lần một tiến trình",
        "Bảng 2.000 dòng: 30,0 ms, lâu gấp 7,50 lần bảng 200 dòng",
        "Bảng 2.000 dòng bằng carbone lâu gấp 2,00 lần vankien",
        "dịch mẫu lâu gấp 10,5 lần, làm một văn kiện lâu gấp 10,2 lần",
        "10.000 đơn vị: 100 đơn vị một giây, bộ nhớ gấp 1,10 lần khi có 100 đơn vị",
        "| carbone | 20,0 ms (5,00) | 60,0 ms (2,00) | hỏng giữa chừng | 180 MB |",
        "| docxtpl | 70,0 ms (17,5) | > 60 s | không thử | 250 MB |",
        "tệp của vankien nặng hơn 0,1% tệp của mức sàn.",
        "| **cộng** | 0,700 | 0,700 |",
        "- docxtemplater: máy không có Node.js và npm.",
        "## PDF\n\nChưa đo.",
    ):
        assert said in text


def test_the_page_follows_the_figures() -> None:
    slower = replace(MEASURED.rounds[CARBONE], to_ours=[99.0])
    changed = replace(MEASURED, rounds={**MEASURED.rounds, CARBONE: slower})
    text = page.page({"documents": page.Part("23/11/2026", "0,1", (), changed)})
    assert "Công cụ khác nhanh nhất (docxtpl) lâu gấp **44,0** lần vankien" in text


def test_a_bar_ten_times_as_long_is_one_step_longer() -> None:
    bars = [Bar("a", 1 * MS, 1), Bar("c", 100 * MS, 102), Bar("b", 10 * MS, 9.5)]
    text = chart(bars, "a", "b")
    widths = [
        float(one.split('"')[1]) for one in text.split(" width=")[2:] if 'height="20"' in one
    ]
    first, second, third = widths
    assert math.isclose(second - first, third - second, abs_tol=0.2)
    assert "10,0 ms (×9,50)" in text
    assert median(widths) == second
