"""vankien preview: pictures of pages, beside the papers, never over a person's file."""

from __future__ import annotations

import os
import shutil
import zipfile
from typing import TYPE_CHECKING

import pytest

from commands import contents, program, run
from generator import pdf
from generator.cli.preview_command import pages_of
from generator.pdf import programs

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(
    (shutil.which("soffice") is None or shutil.which("pdftoppm") is None)
    and "CI" not in os.environ,
    reason="cần LibreOffice và poppler",
)
PNG = b"\x89PNG\r\n"
COARSE = ("--dpi", "30")


@pytest.fixture
def papers(tmp_path: Path, reference_papers: Path) -> Path:
    """A folder with a plan, a report of a unit and the calendar."""
    folder = tmp_path / "văn kiện"
    (folder / "Long Hoa").mkdir(parents=True)
    shutil.copy(reference_papers / "ke-hoach.docx", folder)
    shutil.copy(reference_papers / "lich-cong-tac.xlsx", folder)
    report = next(reference_papers.glob("*/bao-cao-ket-qua.docx"))
    shutil.copy(report, folder / "Long Hoa" / "Báo cáo kết quả.docx")
    return folder


@pytest.fixture(scope="module")
def plan_pdf(reference_papers: Path) -> bytes:
    """The plan as a PDF: pictures of it need no LibreOffice."""
    made, problems = pdf.converted({"": (reference_papers / "ke-hoach.docx").read_bytes()})
    assert problems == []
    return made[""]


@pytest.fixture
def plan(tmp_path: Path, plan_pdf: bytes) -> Path:
    """The plan as a PDF in a folder of its own."""
    path = tmp_path / "pdf" / "ke-hoach.pdf"
    path.parent.mkdir()
    path.write_bytes(plan_pdf)
    return path


def pictures(folder: Path) -> dict[str, bytes]:
    """The pictures of a folder."""
    return {name: found for name, found in contents(folder).items() if name.endswith(".png")}


def test_the_pages_of_a_file_stand_beside_it(papers: Path) -> None:
    result = run("preview", papers / "ke-hoach.docx", "--pages", "1-3", *COARSE)
    made = pictures(papers / "xem-truoc")
    assert result.exit_code == 0
    assert sorted(made) == [f"ke-hoach.trang-{number}.png" for number in (1, 2, 3)]
    assert all(picture.startswith(PNG) for picture in made.values())
    assert len(set(made.values())) == 3
    assert (
        f"Đã vẽ 3 trang trong {papers / 'xem-truoc'}:\n  ke-hoach.trang-1.png" in result.stdout
    )


def test_every_paper_of_a_folder_is_drawn(papers: Path, tmp_path: Path) -> None:
    out = tmp_path / "hình"
    result = run("preview", papers, "--pages", "1", "-o", out, *COARSE)
    assert (result.exit_code, result.stderr) == (0, "")
    assert set(pictures(out)) == {
        "ke-hoach.trang-1.png",
        "lich-cong-tac.trang-1.png",
        "Long-Hoa/Báo-cáo-kết-quả.trang-1.png",
    }
    assert not (papers / "xem-truoc").exists()


def test_finer_pictures_replace_ours_and_pages_that_are_not_asked_for_go(plan: Path) -> None:
    made = plan.with_name("xem-truoc")
    run("preview", plan, "--pages", "1-2", *COARSE)
    coarse = pictures(made)
    assert run("preview", plan, "--pages", "2-", "--dpi", "60").exit_code == 0
    fine = pictures(made)
    assert "ke-hoach.trang-1.png" not in fine
    assert len(fine["ke-hoach.trang-2.png"]) > len(coarse["ke-hoach.trang-2.png"])


def test_a_picture_of_a_person_stays(plan: Path) -> None:
    own = plan.with_name("xem-truoc") / "ke-hoach.trang-1.png"
    own.parent.mkdir()
    own.write_bytes(b"hinh cua toi")
    result = run("preview", plan, "--pages", "1", *COARSE)
    assert result.exit_code == 0
    assert own.read_bytes() == b"hinh cua toi"
    assert own.with_name("ke-hoach.trang-1.moi.png").read_bytes().startswith(PNG)
    assert "nên giữ nguyên" in result.stderr


def test_papers_of_one_name_have_pictures_of_their_own(papers: Path) -> None:
    (papers / "lich-cong-tac.xlsx").rename(papers / "ke-hoach.xlsx")
    shutil.rmtree(papers / "Long Hoa")
    assert run("preview", papers, "--pages", "1", *COARSE).exit_code == 0
    made = pictures(papers / "xem-truoc")
    assert set(made) == {"ke-hoach-2.trang-1.png", "ke-hoach.trang-1.png"}
    assert len(set(made.values())) == 2


def test_an_unsafe_file_among_others_is_refused_and_named(papers: Path) -> None:
    with zipfile.ZipFile(papers / "ke-hoach.docx", "a") as package:
        package.writestr("word/vbaProject.bin", b"macro")
    result = run("preview", papers, "--pages", "1", *COARSE)
    assert result.exit_code == 3
    assert "ke-hoach.docx: " in result.stderr
    assert len(pictures(papers / "xem-truoc")) == 2


def test_a_page_that_is_not_there_is_told(plan: Path) -> None:
    result = run("preview", plan, "--pages", "300")
    assert result.exit_code == 5
    assert "trang, không có trang 300." in result.stderr
    assert not plan.with_name("xem-truoc").exists()


def test_among_many_papers_a_short_one_is_no_error(papers: Path) -> None:
    result = run("preview", papers, "--pages", "4", *COARSE)
    assert result.exit_code == 0
    assert pictures(papers / "xem-truoc")


@pytest.mark.parametrize(
    ("text", "wanted"), [(None, (1, 0)), ("2", (2, 2)), ("1-3", (1, 3)), ("4 -", (4, 0))]
)
def test_pages_are_written_as_in_a_printer_dialogue(
    text: str | None, wanted: tuple[int, int]
) -> None:
    assert pages_of(text) == wanted


@pytest.mark.parametrize("text", ["0", "3-1", "x", "1,3", "-2", ""])
def test_what_is_no_range_of_pages_is_a_wrong_use(plan: Path, text: str) -> None:
    assert run("preview", plan, "--pages", text).exit_code == 2


def test_a_folder_without_papers_is_told(tmp_path: Path) -> None:
    (tmp_path / "~$ke-hoach.docx").write_bytes(b"lock")
    result = run("preview", tmp_path)
    assert result.exit_code == 2
    assert "không có tệp .docx, .xlsx hoặc .pdf nào" in result.stderr


def test_a_file_of_another_kind_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a", encoding="utf-8")
    result = run("preview", tmp_path / "a.txt")
    assert (result.exit_code, "chỉ nhận tệp .docx" in result.stderr) == (2, True)


def test_a_pdf_is_drawn_without_libreoffice_and_a_false_one_is_told(
    plan: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    false = plan.with_name("giả.pdf")
    false.write_bytes(b"khong phai PDF")
    drawer = shutil.which("pdftoppm")
    monkeypatch.setattr(shutil, "which", lambda name: drawer if name == "pdftoppm" else None)
    monkeypatch.setattr(programs, "WINDOWS", ())
    assert run("preview", plan, "--pages", "1", *COARSE).exit_code == 0
    result = run("preview", false, *COARSE)
    assert result.exit_code == 5
    assert "Không vẽ được trang của giả.pdf" in result.stderr


def test_the_pdf_of_a_paper_is_not_drawn_twice(papers: Path, plan_pdf: bytes) -> None:
    shutil.rmtree(papers / "Long Hoa")
    (papers / "lich-cong-tac.xlsx").unlink()
    (papers / "ke-hoach.pdf").write_bytes(plan_pdf)
    assert run("preview", papers, "--pages", "1", *COARSE).exit_code == 0
    assert list(pictures(papers / "xem-truoc")) == ["ke-hoach.trang-1.png"]


@pytest.mark.parametrize(
    ("lacking", "package"),
    [("pdftoppm", "poppler-utils"), ("soffice", "libreoffice-writer-nogui")],
)
def test_a_missing_program_says_what_to_install(
    papers: Path, monkeypatch: pytest.MonkeyPatch, lacking: str, package: str
) -> None:
    there = shutil.which

    def which(name: str) -> str | None:
        return None if name in {lacking, "libreoffice"} else there(name)

    monkeypatch.setattr(shutil, "which", which)
    monkeypatch.setattr(programs, "WINDOWS", ())
    result = run("preview", papers)
    assert result.exit_code == 4
    assert package in result.stderr
    assert not (papers / "xem-truoc").exists()


def test_a_drawer_that_draws_nothing_is_not_believed(
    plan: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "bin" / "pdftoppm", "exit 0")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    result = run("preview", plan)
    assert result.exit_code == 5
    assert "pdftoppm không vẽ trang nào" in result.stderr
