"""LibreOffice is found, run and checked: a program that says nothing is not believed."""

from __future__ import annotations

import os
import shutil
import tempfile
import time
from typing import TYPE_CHECKING

import pytest

from commands import program
from generator import pdf
from generator.errors import sentence

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    FakeOffice = Callable[[str], None]

needs_soffice = pytest.mark.skipif(
    shutil.which("soffice") is None and "CI" not in os.environ,
    reason="LibreOffice is not installed",
)
DOCUMENTS = {"ke-hoach.pdf": b"docx", "tan-lap/bao-cao.pdf": b"docx"}
WHOLE_PDF = "printf '%%PDF-1.7\\n%%%%EOF\\n'"
OUTPUT_FOLDER = 'while [ "$1" != --outdir ]; do shift; done; cd "$2"'


@pytest.fixture
def fake_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeOffice:
    """Put a script in the place of LibreOffice."""

    def fake(script: str) -> None:
        program(tmp_path / "bin" / "soffice", script)
        monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")

    return fake


@needs_soffice
def test_documents_become_pdfs_under_their_own_names(reference_papers: Path) -> None:
    content = (reference_papers / "ke-hoach.docx").read_bytes()
    made, problems = pdf.convert({"ke-hoach.pdf": content, "a/b.pdf": content})
    assert problems == []
    assert sorted(made) == ["a/b.pdf", "ke-hoach.pdf"]
    assert all(one.startswith(b"%PDF-") for one in made.values())


def test_without_libreoffice_the_problem_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(pdf, "_WINDOWS", ())
    with pytest.raises(pdf.MissingProgramError) as missing:
        pdf.convert(DOCUMENTS)
    assert "Cài LibreOffice" in sentence(missing.value.problem)


def test_libreoffice_is_found_where_windows_puts_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = program(tmp_path / "LibreOffice" / "program" / "soffice.com", "")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(pdf, "_WINDOWS", (tmp_path / "soffice.com", installed))
    assert pdf.find_soffice() == str(installed)


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("exit 0", "không có tệp kết quả"),
        ("echo hỏng font >&2; exit 77", "hỏng font"),
        (f"{OUTPUT_FOLDER}; printf '%%PDF-1.7 mot nua' > 0.pdf; : > 1.pdf", "không có tệp kết"),
    ],
    ids=["exits 0 and makes nothing", "says why", "writes half a file"],
)
def test_what_was_not_made_is_named(fake_office: FakeOffice, script: str, reason: str) -> None:
    fake_office(script)
    made, problems = pdf.convert(DOCUMENTS)
    assert made == {}
    assert [problem.place.file for problem in problems] == list(DOCUMENTS)
    assert all(reason in sentence(problem) for problem in problems)


def test_one_failure_does_not_take_the_others_with_it(fake_office: FakeOffice) -> None:
    fake_office(f"{OUTPUT_FOLDER}; {WHOLE_PDF} > 1.pdf")
    made, problems = pdf.convert(DOCUMENTS)
    assert list(made) == ["tan-lap/bao-cao.pdf"]
    assert [problem.values["file"] for problem in problems] == ["ke-hoach.pdf"]


def test_a_program_that_hangs_is_ended_with_its_children(
    fake_office: FakeOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = tmp_path / "late"
    fake_office(f"(sleep 1; touch '{late}') & wait")
    monkeypatch.setattr(pdf, "SECONDS", -9.7)
    made, problems = pdf.convert(DOCUMENTS)
    assert made == {}
    assert all("quá" in sentence(problem) for problem in problems)
    time.sleep(1.2)
    assert not late.exists()


def test_a_program_that_cannot_be_started_is_a_problem(
    fake_office: FakeOffice, tmp_path: Path
) -> None:
    fake_office("")
    (tmp_path / "bin" / "soffice").write_bytes(b"\x7fELF no program")
    _, problems = pdf.convert(DOCUMENTS)
    assert [problem.code for problem in problems] == ["pdf-failed", "pdf-failed"]


def test_no_room_for_temporary_files_is_a_problem(
    fake_office: FakeOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_office("exit 0")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    _, problems = pdf.convert(DOCUMENTS)
    assert [problem.code for problem in problems] == ["pdf-failed", "pdf-failed"]


def test_nothing_is_left_behind(
    fake_office: FakeOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    temporary = tmp_path / "tmp"
    temporary.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    fake_office(f"{OUTPUT_FOLDER}; mkdir -p profile; {WHOLE_PDF} | tee 0.pdf > 1.pdf")
    made, _ = pdf.convert(DOCUMENTS)
    assert len(made) == 2
    assert list(temporary.iterdir()) == []
