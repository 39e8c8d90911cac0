"""vankien build and vankien check, as a clerk sees them."""

from __future__ import annotations

import errno
import json
import os
import shutil
import subprocess
import sys
import unicodedata
from typing import TYPE_CHECKING, Any, Literal

import pytest
from filelock import FileLock

from commands import contents, program, round_with, run
from conftest import SAMPLE
from generator.pdf import programs
from outline import W, document, lines

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

PLAN = "ke-hoach.docx"
CALENDARS = {"lich-cong-tac.xlsx", "lich-cong-tac.ics"}
REPORTS = {
    f"{unit}/bao-cao-ket-qua.docx"
    for unit in ("truong-thpt", "benh-vien", "co-quan-dang", "khoa-noi")
}
FORMS = {name.replace("bao-cao-ket-qua.docx", "thong-ke-bau-cu.xlsx") for name in REPORTS}
OWN = {".vankien.json", ".vankien.lock"}
SIGNATORY = ("    name: Trần Văn Mẫu\n", "")
OFFICE = ("receiving_office: Ban Xây dựng Đảng của Đảng ủy xã", "receiving_office:")
TERM = ("term: 2025-2030", "term: 2026-2031")
VISIT = ("preparation_visit: 06/11/2026", "preparation_visit: 09/11/2026")
PROCEDURE = ("  subject: về quy trình đại hội các tổ chức đảng mới thành lập\n", "")
DOCUMENT = (
    """    changed_by:                               # văn bản thay đổi
      kind: công văn
      number: 88-CV/ĐU
      date: 21/9/2026
      issuer: Ban Thường vụ Đảng ủy xã
      subject: về việc tạm dừng đại hội Chi bộ Công an xã
""",
    "",
)
needs_soffice = pytest.mark.skipif(
    shutil.which("soffice") is None and "CI" not in os.environ,
    reason="LibreOffice is not installed",
)


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "kết quả"


@pytest.fixture(scope="module")
def sample_papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    target = tmp_path_factory.mktemp("mau")
    assert run("build", SAMPLE, "-o", target).exit_code == 0
    return papers(target)


def papers(folder: Path) -> dict[str, bytes]:
    return {name: content for name, content in contents(folder).items() if name not in OWN}


# What is made, and what is said


def test_the_first_build_lists_what_it_made_and_the_second_makes_nothing(out: Path) -> None:
    first = run("build", SAMPLE, "-o", out)
    made = papers(out)
    assert (first.exit_code, set(made)) == (0, {PLAN} | CALENDARS | REPORTS | FORMS)
    assert first.stdout.startswith(f"Đã lập 11 tệp trong {out}:\n")
    assert f"{PLAN:<33}  Kế hoạch với ba phụ lục\n" in first.stdout  # the titles are in line
    assert all(name in first.stdout for name in made)
    second = run("build", SAMPLE, "-o", out)
    assert (second.exit_code, second.stdout) == (0, f"Không có gì phải lập lại trong {out}.\n")
    assert papers(out) == made


def test_a_change_of_data_makes_only_what_it_reaches(tmp_path: Path, out: Path) -> None:
    run("build", SAMPLE, "-o", out)
    again = run("build", round_with(tmp_path / "d", VISIT), "-o", out)
    listed = [line.split()[0] for line in again.stdout.splitlines() if line.startswith("  ")]
    assert set(listed) == {PLAN} | CALENDARS
    assert "8 tệp không đổi." in again.stdout


def test_a_persons_change_is_kept_and_said(out: Path) -> None:
    run("build", SAMPLE, "-o", out)
    new = (out / PLAN).read_bytes()
    (out / PLAN).write_bytes(b"sua tay")
    result = run("build", SAMPLE, "-o", out)
    assert result.exit_code == 0
    assert "  ke-hoach.moi.docx\n" in result.stdout
    assert "cảnh báo: " in result.stderr
    assert f"bản mới ghi ở {out / 'ke-hoach.moi.docx'}. So hai bản" in result.stderr
    assert (out / PLAN).read_bytes() == b"sua tay"
    assert (out / "ke-hoach.moi.docx").read_bytes() == new


def test_a_unit_that_left_the_data_loses_its_report(tmp_path: Path, out: Path) -> None:
    run("build", SAMPLE, "-o", out)
    suspended = (
        "    tier: chi-bo-truc-thuoc\n",
        "    tier: chi-bo-truc-thuoc\n    status: hoãn\n",
    )
    result = run("build", round_with(tmp_path / "d", suspended), "-o", out)
    assert "Đã bỏ khoa-noi/bao-cao-ket-qua.docx, nay không còn trong dữ liệu." in result.stdout
    assert not (out / "khoa-noi").exists()


def test_only_makes_one_paper_and_removes_nothing(out: Path) -> None:
    run("build", SAMPLE, "-o", out)
    before = papers(out)
    (out / PLAN).unlink()
    result = run("build", SAMPLE, "-o", out, "--only", "ke-hoach")
    assert result.stdout.splitlines()[0] == f"Đã lập 1 tệp trong {out}:"
    assert papers(out) == before


def test_without_a_place_papers_go_to_output_and_the_name_of_the_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sample_papers: dict[str, bytes]
) -> None:
    round_with(tmp_path / "dot-1")
    monkeypatch.chdir(tmp_path / "dot-1")
    assert run("build", ".").exit_code == 0
    assert papers(tmp_path / "dot-1" / "output" / "dot-1") == sample_papers


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_the_papers_do_not_depend_on_where_the_data_lie(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    sample_papers: dict[str, bytes],
    form: Literal["NFC", "NFD"],
) -> None:
    name = unicodedata.normalize(form, "Đợt đại hội điểm (bản 2)")
    folder = round_with(tmp_path / name)
    monkeypatch.chdir(tmp_path)
    assert run("build", name).exit_code == 0
    assert run("build", folder, "-o", tmp_path / "khác").exit_code == 0
    assert papers(tmp_path / "output" / name) == sample_papers
    assert papers(tmp_path / "khác") == sample_papers


def test_no_escape_codes_where_nobody_watches(tmp_path: Path, out: Path) -> None:
    """In a pipe and in a file, progress and colours are noise."""
    folder = round_with(tmp_path / "d", DOCUMENT)
    command = [sys.executable, "-c", "from generator.cli import main; main()"]
    done = subprocess.run(  # noqa: S603 - our own program
        [*command, "build", folder, "-o", out], capture_output=True, check=True
    )
    assert "cảnh báo: " in done.stderr.decode()
    assert b"\x1b" not in done.stdout + done.stderr
    assert b"\r" not in done.stderr.replace(b"\r\n", b"\n")


# What is refused


def test_wrong_data_writes_nothing_at_all(tmp_path: Path, out: Path) -> None:
    result = run("build", round_with(tmp_path / "d", SIGNATORY, OFFICE), "-o", out)
    assert result.exit_code == 1
    assert "Kế hoạch, Người ký, Họ và tên: Thiếu mục này" in result.stderr
    assert "Cơ quan nhận hồ sơ, báo cáo: " in result.stderr
    assert result.stderr.endswith("Có 2 lỗi. Chưa ghi tệp nào.\n")
    assert not out.exists()


def test_the_data_folder_is_no_place_for_papers(tmp_path: Path) -> None:
    folder = round_with(tmp_path / "d")
    result = run("build", folder, "-o", tmp_path / "d" / ".." / "d")
    assert result.exit_code == 2
    assert "chính là thư mục dữ liệu" in result.stderr
    assert set(contents(folder)) == {"round.yaml"}


def test_a_file_is_no_place_for_papers(tmp_path: Path) -> None:
    path = tmp_path / "ket-qua"
    path.write_bytes(b"cua toi")
    assert run("build", SAMPLE, "-o", path).exit_code == 2
    below = run("build", SAMPLE, "-o", path / "dot")
    assert (below.exit_code, "Không ghi được" in below.stderr) == (5, True)
    assert path.read_bytes() == b"cua toi"


def test_a_folder_that_does_not_exist_or_has_no_data(tmp_path: Path) -> None:
    assert run("build", tmp_path / "không có").exit_code == 2
    result = run("build", tmp_path, "-o", tmp_path / "out")
    assert (result.exit_code, "vankien new" in result.stderr) == (1, True)
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_paper_is_refused_with_the_known_ones(out: Path) -> None:
    result = run("build", SAMPLE, "-o", out, "--only", "ke-hoch")
    assert result.exit_code == 2
    assert "Không có văn kiện nào mã “ke-hoch”" in result.stderr
    assert "ke-hoach · lich-cong-tac · tong-hop-ket-qua-bau-cu" in result.stderr
    assert not out.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["lap"], "Lỗi: không có lệnh 'lap'"),
        (["build", "--gi-do"], "Lỗi: không có tùy chọn '--gi-do'"),
        (["build"], "Lỗi: thiếu tham số 'THƯ_MỤC'"),
    ],
)
def test_a_wrong_command_line_is_refused_in_vietnamese(arguments: list[str], said: str) -> None:
    result = run(*arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said.casefold() in result.stderr.casefold()
    assert result.stderr.startswith("Cách dùng: vankien")


# Drafts

GAP = "[thiếu: "
GAPS = {
    "người ký": (SIGNATORY, "[thiếu: Họ và tên]"),
    "nơi nhận hồ sơ": (OFFICE, "[thiếu: Cơ quan nhận hồ sơ, báo cáo]"),
    "chức vụ": (("    position: Bí thư\n", ""), "[thiếu: Chức vụ]"),
    "quy trình": (PROCEDURE, "[thiếu: Trích yếu]"),
}


@pytest.mark.parametrize(("change", "gap"), GAPS.values(), ids=GAPS.keys())
def test_a_draft_shows_what_is_missing(
    tmp_path: Path, out: Path, change: tuple[str, str], gap: str
) -> None:
    folder = round_with(tmp_path / "d", change)
    assert run("build", folder, "-o", out).exit_code == 1
    assert not out.exists()
    result = run("build", folder, "-o", out, "--draft")
    assert (result.exit_code, "cảnh báo: " in result.stderr) == (0, True)
    plan = (out / PLAN).read_bytes()
    assert gap.casefold() in "\n".join(lines(plan)).casefold()
    marked = highlighted(plan)
    assert marked
    assert all(GAP in text.casefold() for text in marked)


def highlighted(content: bytes) -> list[str]:
    """The text of every run in yellow."""
    marks = document(content).iter(f"{W}highlight")
    runs = [mark.getparent().getparent() for mark in marks]  # type: ignore[union-attr]
    texts = (
        "".join(node.text or "" for node in one.iter(f"{W}t"))
        for one in runs
        if one is not None
    )
    return [text.replace("\u00a0", " ") for text in texts]


def test_a_draft_says_so_in_its_head_and_a_paper_does_not(
    out: Path, sample_papers: dict[str, bytes]
) -> None:
    run("build", SAMPLE, "-o", out, "--draft")
    for name in {PLAN} | REPORTS:
        content = papers(out)[name]
        assert "Dự thảo" in lines(content)[:12], name
        assert "Dự thảo" not in lines(sample_papers[name])[:12], name
        assert highlighted(content) == []


def test_a_draft_still_refuses_what_is_wrong(tmp_path: Path, out: Path) -> None:
    day = ("time: sáng 13/11/2026", "time: sáng 31/11/2026")
    result = run("build", round_with(tmp_path / "d", day), "-o", out, "--draft")
    assert (result.exit_code, out.exists()) == (1, False)
    assert "không có thật trong lịch" in result.stderr


# PDF


@needs_soffice
def test_every_paper_has_its_pdf_and_a_second_run_converts_nothing(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = run("build", SAMPLE, "-o", out, "--pdf")
    made = papers(out)
    pdfs = {name for name in made if name.endswith(".pdf")}
    assert first.exit_code == 0
    assert pdfs == {
        *(name.replace(".docx", ".pdf") for name in {PLAN} | REPORTS),
        "lich-cong-tac.pdf",
    }
    without_libreoffice(monkeypatch)
    second = run("build", SAMPLE, "-o", out, "--pdf")
    assert (second.exit_code, second.stdout) == (0, f"Không có gì phải lập lại trong {out}.\n")
    assert papers(out) == made


def without_libreoffice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(programs, "WINDOWS", ())


def test_without_libreoffice_nothing_is_written(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    without_libreoffice(monkeypatch)
    result = run("build", SAMPLE, "-o", out, "--pdf")
    assert (result.exit_code, out.exists()) == (4, False)
    assert "Cài LibreOffice" in result.stderr


def test_a_libreoffice_that_makes_nothing_is_named_and_the_papers_are_made(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(tmp_path / "bin" / "soffice", "exit 0")
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")
    result = run("build", SAMPLE, "-o", out, "--pdf")
    assert (result.exit_code, set(papers(out))) == (5, {PLAN} | CALENDARS | REPORTS | FORMS)
    assert "LibreOffice không xuất được ke-hoach.pdf ra PDF" in result.stderr


# The machine fails


@pytest.mark.parametrize("number", [1, 2, 3])
def test_a_full_disk_is_told_and_the_next_run_completes(
    tmp_path: Path, out: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    folder = round_with(tmp_path / "d")
    run("build", folder, "-o", out)
    old, inputs = papers(out), contents(folder)
    changed = round_with(tmp_path / "d2", ("Trần Văn Mẫu", "Lê Thị Mẫu"))
    with monkeypatch.context() as broken:
        broken.setattr(os, "replace", failing_at(number))
        result = run("build", changed, "-o", out, "--only", "ke-hoach")
    assert result.exit_code == 5
    assert "ổ đĩa đã đầy" in result.stderr
    assert str(out) in result.stderr
    assert contents(folder) == inputs
    assert {name: papers(out)[name] for name in REPORTS} == {
        name: old[name] for name in REPORTS
    }
    assert set(papers(out)) == {PLAN} | CALENDARS | REPORTS | FORMS
    assert run("build", changed, "-o", out).exit_code == 0
    assert "Lê Thị Mẫu" in "\n".join(lines((out / PLAN).read_bytes()))
    assert json.loads((out / ".vankien.json").read_bytes())["finished"] is True


def failing_at(number: int) -> Callable[..., None]:
    left = iter(range(number - 1))
    real = os.replace

    def replace(source: Any, target: Any) -> None:
        if next(left, None) is None:
            raise OSError(errno.ENOSPC, "No space left on device")
        real(source, target)

    return replace


def test_what_was_made_before_a_failure_is_not_denied(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "replace", failing_at(3))
    result = run("build", SAMPLE, "-o", out)
    assert result.exit_code == 5
    assert f"Đã lập 1 tệp trong {out}:" in result.stdout
    assert "Chưa ghi tệp nào" not in result.stderr


def test_a_second_build_at_once_is_refused(out: Path) -> None:
    out.mkdir()
    with FileLock(out / ".vankien.lock"):
        result = run("build", SAMPLE, "-o", out)
    assert (result.exit_code, papers(out)) == (5, {})
    assert "đang được một lần chạy khác ghi vào" in result.stderr
    assert run("build", SAMPLE, "-o", out).exit_code == 0


def test_a_folder_that_cannot_be_written_is_told(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Any, *_: Any) -> None:
        raise PermissionError(errno.EACCES, "Permission denied", str(path))

    monkeypatch.setattr(os, "mkdir", refuse)
    result = run("build", SAMPLE, "-o", out)
    assert result.exit_code == 5
    assert f"Không ghi được {out}: không có quyền ghi. Kiểm tra quyền ghi" in result.stderr
    assert result.stderr.endswith("Chưa ghi tệp nào.\n")


# vankien check


def test_check_writes_nothing_and_says_that_the_data_can_be_used(tmp_path: Path) -> None:
    folder = round_with(tmp_path / "d")
    result = run("check", folder)
    assert (result.exit_code, result.stdout) == (0, "Dữ liệu dùng được (1 nhắc).\n")
    assert set(contents(tmp_path)) == {"d/round.yaml"}


def test_check_names_every_error(tmp_path: Path) -> None:
    folder = round_with(tmp_path / "d", SIGNATORY, OFFICE)
    result = run("check", folder)
    assert (result.exit_code, result.stdout) == (1, "")
    places = [line.split(": ")[1] for line in result.stderr.splitlines()[:-1]]
    assert places == [f"{folder / 'round.yaml'}:7:1", f"{folder / 'round.yaml'}:24:5"]


@pytest.mark.parametrize("command", ["check", "build"])
def test_a_warning_stops_only_a_strict_run(tmp_path: Path, out: Path, command: str) -> None:
    folder = round_with(tmp_path / "d", DOCUMENT)
    target = ("-o", out) if command == "build" else ()
    strict = run(command, folder, *target, "--strict")
    assert (strict.exit_code, out.exists()) == (1, False)
    assert "cảnh báo: " in strict.stderr
    assert run(command, folder, *target).exit_code == 0
