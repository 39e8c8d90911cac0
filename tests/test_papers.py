"""The papers of the shipped rounds: their text, held to golden files that a person reviewed."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import unicodedata
from typing import TYPE_CHECKING

import pytest

from conftest import GOLDEN, REFERENCE, SAMPLE
from generator.build import Options, build
from outline import lines, outline, texts

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from conftest import Golden

PAPERS = {
    "tay-ninh.ke-hoach.txt": (REFERENCE, "ke-hoach.docx"),
    "tay-ninh.tan-lap.bao-cao-ket-qua.txt": (REFERENCE, "tan-lap/bao-cao-ket-qua.docx"),
    "tay-ninh.van-phong.bao-cao-ket-qua.txt": (REFERENCE, "van-phong/bao-cao-ket-qua.docx"),
    "mau.ke-hoach.txt": (SAMPLE, "ke-hoach.docx"),
    "mau.khoa-noi.bao-cao-ket-qua.txt": (SAMPLE, "khoa-noi/bao-cao-ket-qua.docx"),
}


@pytest.mark.parametrize("name", PAPERS)
def test_a_paper_reads_as_it_was_approved(name: str, golden: Golden, tmp_path: Path) -> None:
    folder, paper = PAPERS[name]
    build(folder, tmp_path, Options())
    golden(name, outline((tmp_path / paper).read_bytes()))


def comparable(text: str) -> str:
    """A line of the published text without what its web page added or varied."""
    text = unicodedata.normalize("NFC", text).replace("–", "-").replace("*", "")
    text = re.sub(r"</?i>|^[-+]\s*", "", text.strip())
    text = re.sub(r"(\d{4})\s*-\s*(\d{4})", r"\1-\2", text)  # the term, printed three ways
    return re.sub(r"\s+", " ", text).strip().casefold().rstrip(":;.,")


def test_the_plan_carries_every_line_of_the_published_text_in_order(
    reference_papers: Path,
) -> None:
    published = (GOLDEN / "ke-hoach-tay-ninh.nguyen-van.txt").read_text(encoding="utf-8")
    wanted = [comparable(line) for line in re.split(r"[\n\t]", published)]
    paper = lines((reference_papers / "ke-hoach.docx").read_bytes())
    whole = " ".join(comparable(line) for line in paper)
    at = 0
    for line in filter(None, wanted):
        found = whole.find(line, at)
        assert found >= 0, f"thiếu hoặc sai thứ tự: {line}"
        at = found + len(line)


def test_every_paper_is_valid(
    built: Path, assert_valid_docx: Callable[[Path | str], None]
) -> None:
    for path in built.rglob("*.docx"):
        assert_valid_docx(path)


@pytest.mark.parametrize(
    "left_over", ["{{", "}}", "{%", "%}", "None", "  ", '"', "[thiếu", "Undefined"]
)
def test_nothing_is_left_over_in_a_paper(built: Path, left_over: str) -> None:
    found = [
        (path.name, line)
        for path in built.rglob("*.docx")
        for line in texts(path.read_bytes())
        if left_over in line
    ]
    assert found == []


def test_no_paper_names_a_person_a_machine_or_a_path_in_its_properties(built: Path) -> None:
    for path in built.rglob("*.docx"):
        core = _part(path, "docProps/core.xml")
        assert "<dc:creator></dc:creator>" in core
        assert "lastModifiedBy" not in core
        assert "2024-01-01T00:00:00Z" in core
        assert "<dc:title>" in core
        assert "{{" not in core


def _part(path: Path, name: str) -> str:
    import zipfile  # noqa: PLC0415

    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode()


def test_content_controls_have_unique_tags_and_ids_that_word_takes(built: Path) -> None:
    for path in built.rglob("bao-cao-ket-qua.docx"):
        document = _part(path, "word/document.xml")
        tags = re.findall(r'<w:tag w:val="([^"]*)"', document)
        titles = re.findall(r'<w:alias w:val="([^"]*)"', document)
        ids = [int(found) for found in re.findall(r'<w:id w:val="(\d+)"', document)]
        assert len(tags) == len(set(tags)) == len(ids) == len(set(ids)) > 5
        assert all(0 < len(text) <= 64 for text in (*tags, *titles))
        assert all(0 < number < 2**31 for number in ids)


def test_each_point_of_the_outline_has_a_control_that_a_program_can_read_back(
    reference_papers: Path,
) -> None:
    document = _part(reference_papers / "tan-lap/bao-cao-ket-qua.docx", "word/document.xml")
    tags = set(re.findall(r'<w:tag w:val="([^"]*)"', document))
    assert {"dac-diem", "quan-triet", "uu-diem", "han-che", "nguyen-nhan", "kien-nghi"} <= tags
    assert {"bau-ban-chap-hanh", "bau-ban-chap-hanh-bang", "thoi-gian", "ho-ten"} <= tags


SCRIPT = """
import sys, hashlib, pathlib
from generator.build import build, Options
target = pathlib.Path(sys.argv[2])
build(pathlib.Path(sys.argv[1]), target, Options())
for path in sorted(target.rglob("[!.]*.*")):
    print(path.relative_to(target).as_posix(), hashlib.sha256(path.read_bytes()).hexdigest())
"""


def _hashes(folder: Path, target: Path, cwd: Path, **environment: str) -> str:
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", SCRIPT, str(folder), str(target)],
        cwd=cwd,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


@pytest.mark.parametrize("folder", [REFERENCE, SAMPLE], ids=["tay-ninh", "mau"])
def test_the_same_data_give_the_same_bytes_anywhere(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "nơi khác"
    elsewhere.mkdir()
    here = _hashes(folder, tmp_path / "a", REFERENCE.parent, TZ="UTC", LC_ALL="C")
    there = _hashes(
        folder,
        tmp_path / "b",
        elsewhere,
        TZ="Asia/Ho_Chi_Minh",
        LC_ALL="tr_TR.UTF-8",
        PYTHONHASHSEED="7",
    )
    assert here == there
    assert here.count("\n") >= 7
