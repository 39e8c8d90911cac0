"""Our own papers as the reader gives them: complete, in order, as their golden files say."""

from __future__ import annotations

import re
import shutil
import subprocess
import time
from typing import TYPE_CHECKING

import pytest
from word_parts import packed, unpacked

from conftest import GOLDEN
from generator.inspection.document import Document, Paragraph, Table, paragraphs_of, read
from outline import lines

if TYPE_CHECKING:
    from pathlib import Path

_PLAN = GOLDEN / "tay-ninh.ke-hoach.txt"
_STYLE = re.compile(r"^\s*(?:VK\w*: ?|\| |<.*>$|=== .* ===$)")


def words(text: str) -> list[str]:
    """Words as they are read, spaces and hyphens of any kind alike."""
    return text.replace("\u00a0", " ").replace("\u2011", "-").split()


def said(document: Document) -> list[str]:
    """Every word of the body, in order."""
    return [word for one in document.paragraphs() for word in words(one.text)]


def of_plan(paper: str, folder: Path) -> Document:
    return read((folder / paper).read_bytes())


def test_the_plan_is_read_as_it_was_approved(reference_papers: Path) -> None:
    approved = [
        word
        for line in _PLAN.read_text(encoding="utf-8").splitlines()
        for word in _STYLE.sub("", line).replace("(đầu bảng) ", "").replace("°", " ").split()
        if word not in ("|", "/")
    ]
    found = [
        word.replace("-", "¬") for word in said(of_plan("ke-hoach.docx", reference_papers))
    ]
    assert found == [word.replace("-", "¬") for word in approved]
    assert len(found) > 2000


def test_each_paper_is_read_whole(built: Path) -> None:
    papers = sorted(built.rglob("*.docx"))
    assert len(papers) > 3
    for paper in papers:
        content = paper.read_bytes()
        expected = [word for line in lines(content) for word in words(line)]
        assert said(read(content)) == expected


def test_the_plan_is_seen_as_it_is_printed(reference_papers: Path) -> None:
    plan = of_plan("ke-hoach.docx", reference_papers)
    by_text = {one.plain: one for one in plan.paragraphs()}
    heading = by_text["ĐẢNG CỘNG SẢN VIỆT NAM"]
    assert [one.how for one in heading.lines] == ["shape"]
    look = by_text["KẾ HOẠCH"].runs[0].look
    assert (look.font, look.size_pt, look.bold) == ("Times New Roman", 16, True)
    assert [one.bordered for one in plan.tables()].count(False) == 3
    assert len(plan.sections) == 4
    assert all(len(one.furniture[0].page_fields) == 1 for one in plan.sections)
    head = next(plan.blocks())
    assert isinstance(head, Table)
    first, second = (next(paragraphs_of(cell.blocks)) for cell in head.rows[0])
    assert first.left_edge_mm == pytest.approx(0, abs=0.05)
    assert second.left_edge_mm == pytest.approx(77, abs=0.05)
    assert first.width_mm + second.width_mm == pytest.approx(165, abs=0.05)


def seen(one: Paragraph) -> tuple[object, ...]:
    """What of a paragraph does not depend on who saved the file."""
    looks = {(run.look.font, run.look.size_pt, run.look.bold, run.look.italic)
             for run in one.runs if run.text.strip()}  # fmt: skip
    spacing = one.spacing
    return (
        words(one.text), looks, one.align, len(one.lines), spacing.line, spacing.rule,
        round(spacing.before_pt), round(spacing.after_pt), round(spacing.first_line_mm),
    )  # fmt: skip


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")
@pytest.mark.parametrize("way", [("docx",), ("odt", "docx"), ("doc", "docx")], ids="-".join)
def test_libreoffice_may_save_the_plan(
    way: tuple[str, ...], reference_papers: Path, tmp_path: Path
) -> None:
    paper = reference_papers / "ke-hoach.docx"
    before, path = read(paper.read_bytes()), paper
    for step, suffix in enumerate(way):
        folder = tmp_path / str(step)
        command = [
            "soffice",
            f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}",
            "--headless",
        ]
        command += ["--convert-to", suffix, "--outdir", str(folder), str(path)]
        subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - our own file
        path = folder / f"ke-hoach.{suffix}"
    after = read(path.read_bytes())
    assert [seen(one) for one in after.paragraphs() if one.plain] == [
        seen(one) for one in before.paragraphs() if one.plain
    ]
    assert len(after.sections) == len(before.sections)


def test_three_hundred_pages_are_read_in_seconds(reference_papers: Path) -> None:
    """Twice as much takes about twice as long; the bound is a slow machine's."""
    members = unpacked((reference_papers / "ke-hoach.docx").read_bytes())
    body = members["word/document.xml"].decode()
    paragraph = re.findall(r'<w:p><w:pPr><w:pStyle w:val="VKNoiDung"/></w:pPr>.*?</w:p>', body)[
        0
    ]
    row = re.findall(r"<w:tr><w:trPr><w:cantSplit/></w:trPr>.*?</w:tr>", body)[-3]
    start = body.index("<w:body>") + len("<w:body>")

    def took(times: int) -> float:
        long = paragraph * 1500 * times + f"<w:tbl>{row * 750 * times}</w:tbl>"
        members["word/document.xml"] = (body[:start] + long + body[start:]).encode()
        content = packed(members)
        begun = time.perf_counter()
        found = read(content)
        spent = time.perf_counter() - begun
        assert sum(1 for _ in found.paragraphs()) > 2250 * times
        return spent

    took(1)
    once, fourfold = min(took(1), took(1)), took(4)
    assert fourfold < 10
    assert fourfold < once * 12
