"""The pages as they print: LibreOffice lays them out, a person's eye is put into assertions."""

from __future__ import annotations

import itertools
import os
import re
import shutil
import subprocess
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from conftest import REFERENCE, SAMPLE
from generator.build import Options, build

if TYPE_CHECKING:
    from pathlib import Path

# in CI nothing is skipped: there a missing program fails
pytestmark = pytest.mark.skipif(
    shutil.which("soffice") is None and "CI" not in os.environ, reason="cần LibreOffice"
)


@pytest.fixture(scope="module", params=[REFERENCE, SAMPLE], ids=["tay-ninh", "mau"])
def printed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The papers of a round, printed."""
    folder: Path = request.param
    target = tmp_path_factory.mktemp("printed") / folder.name
    build(folder, target, Options(pdf=True))
    return target


def run(*command: str | Path) -> str:
    done = subprocess.run(  # noqa: S603 - poppler's programs on our own files
        [str(part) for part in command], capture_output=True, text=True, check=True
    )
    return done.stdout


def word_papers(printed: Path) -> list[Path]:
    """The PDFs of the Word papers; workbooks are printed too."""
    return [path.with_suffix(".pdf") for path in printed.rglob("*.docx")]


def pages(path: Path) -> list[str]:
    """The text of each page as it lies on it."""
    return run("pdftotext", "-layout", path, "-").split("\f")[:-1]


def test_one_family_of_fonts_and_no_fallback(printed: Path) -> None:
    for path in printed.rglob("*.pdf"):
        fonts = run("pdffonts", path).splitlines()[2:]
        assert fonts
        assert all("LiberationSerif" in font for font in fonts), fonts


def test_appendices_begin_new_pages_and_are_numbered_apart(printed: Path) -> None:
    found = pages(printed / "ke-hoach.pdf")
    starts = [i for i, page in enumerate(found) if page.lstrip().startswith("PHỤ LỤC")]
    assert len(starts) == 3
    bounds = [0, *starts, len(found)]
    for first, end in itertools.pairwise(bounds):
        numbers = [page.split()[0] for page in found[first + 1 : end]]
        assert numbers == [str(i) for i in range(2, end - first + 1)]
        assert not found[first].split()[0].isdigit()


def test_the_signature_stays_whole_with_text_above_it(printed: Path) -> None:
    for path in word_papers(printed):
        page = next(page for page in pages(path) if "Nơi nhận:" in page)
        above, below = page.split("Nơi nhận:")
        assert "Trên đây là" in above
        assert "Lưu " in below
        assert re.search(r"Nguyễn Mạnh Hùng|Trần Văn Mẫu|\[Họ và tên\]", below)


def test_no_date_or_number_breaks_across_lines(printed: Path) -> None:
    before = re.compile(
        r"(\bngày|\btháng|\bnăm|\bsố|\bĐiểm|\bkỳ|\bphụ lục|\blần thứ|\d/|\d-|\d,)$"
    )
    for path in word_papers(printed):
        lines = [line.strip() for line in run("pdftotext", path, "-").splitlines()]
        broken = [
            (line, following)
            for line, following in pairwise(lines)
            if before.search(line) and re.match(r"\d|[IVX]+\b", following)
        ]
        assert broken == [], path.name


def test_a_long_table_repeats_its_heading_row(tmp_path: Path) -> None:
    text = (SAMPLE / "round.yaml").read_text(encoding="utf-8")
    units = "".join(
        f"  - {{id: dv-{i}, unit: cơ quan, name: Cơ quan số {i}, superior: binh-minh}}\n"
        for i in range(1, 61)
    )
    congresses = "".join(
        f"  - organization: dv-{i}\n    tier: dang-bo\n    purposes: [rút kinh nghiệm]\n"
        f"    time: {1 + i % 28}/12/2026\n"
        for i in range(1, 61)
    )
    text = text.replace("expected: 3", "expected: 63")
    text = text.replace("organizations:\n", f"organizations:\n{units}")
    text = text.replace("congresses:\n", f"congresses:\n{congresses}")
    folder = tmp_path / "dot"
    folder.mkdir()
    (folder / "round.yaml").write_text(text, encoding="utf-8")
    build(folder, tmp_path / "out", Options(only=("ke-hoach",), pdf=True))
    found = pages(tmp_path / "out" / "ke-hoach.pdf")
    with_rows = [page for page in found if re.search(r"Đảng bộ Cơ quan số \d+ ", page)]
    assert len(with_rows) > 4
    for page in with_rows:
        assert re.search(r"STT\s+Đơn vị\s+Thời gian", page)
