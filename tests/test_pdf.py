"""LibreOffice is found, run and checked: a program that says nothing is not believed."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import zipfile
import zlib
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from commands import program
from generator import pdf
from generator.errors import Severity, sentence
from generator.pdf import converting, office, programs, reading

if TYPE_CHECKING:
    from collections.abc import Callable

    FakeOffice = Callable[[str], None]

needs_soffice = pytest.mark.skipif(
    shutil.which("soffice") is None and "CI" not in os.environ,
    reason="LibreOffice is not installed",
)
DOCUMENTS = {"ke-hoach.pdf": b"docx", "tan-lap/bao-cao.pdf": b"docx"}
PDF = "%%PDF-1.7\\n1 0 obj<</Type/Page>>endobj\\npdfaid:part\\n%%%%EOF\\n"
# what the real one does: the files after --outdir and its folder, in their order, each to PDF
FILES = 'while [ "$1" != --outdir ]; do shift; done; shift; shift'
CONVERT = f'printf "{PDF}" > "${{one%.*}}.pdf"'


def each(action: str) -> str:
    """A program that does the same at every file."""
    return f'{FILES}; for one in "$@"; do {action}; done'


ALL = each(CONVERT)


def all_but(text: str, bad: str) -> str:
    """A program that does `bad` at a file with this text in it, and converts the others."""
    return each(f'if grep -q {text} "$one"; then {bad}; else {CONVERT}; fi')


@pytest.fixture
def fake_office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> FakeOffice:
    """Put a script in the place of LibreOffice."""

    def fake(script: str) -> None:
        program(tmp_path / "bin" / "soffice", f"echo $$ >> '{tmp_path}/started'\n{script}")
        monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}{os.pathsep}{os.environ['PATH']}")

    return fake


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder for temporary files, that must be empty again."""
    folder = tmp_path / "tmp"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


def started(tmp_path: Path) -> list[int]:
    """The processes that the fake office has been."""
    return [int(line) for line in (tmp_path / "started").read_text().split()]


def runs(number: int) -> bool:
    """Whether a process is there, or is dead and nobody has taken notice."""
    try:
        os.kill(number, 0)
    except ProcessLookupError:
        return False
    return True


def papers(folder: Path, *texts: str) -> dict[str, Path]:
    """Files for an office that does not read them, each with a text."""
    folder.mkdir()
    made = {
        f"{number}-{text}.docx": folder / f"{number}.docx" for number, text in enumerate(texts)
    }
    for text, path in zip(texts, made.values(), strict=True):
        path.write_text(text)
    return made


def outcome(files: dict[str, Path], jobs: int = 1) -> tuple[list[str], dict[str, str]]:
    """What was made, and of what failed the sentence."""
    with closing(pdf.convert(files, jobs)) as results:
        done = sorted(results, key=lambda one: one.name)
    made = [one.name for one in done if one.content]
    return made, {one.name: sentence(one.problems[0]) for one in done if not one.content}


# The real one


def told(tool: str, content: bytes, *options: str) -> str:
    """What a program of poppler says of a PDF."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as file:
        file.write(content)
        file.flush()
        command = [tool, *options, file.name]
        done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    return done.stdout


@pytest.fixture(scope="module")
def printed(reference_papers: Path) -> dict[str, bytes]:
    names = ("ke-hoach.docx", "lich-cong-tac.xlsx")
    contents = {name: (reference_papers / name).read_bytes() for name in names}
    made, problems = pdf.converted({**contents, "a/b.docx": contents["ke-hoach.docx"]})
    assert problems == []
    return made


@needs_soffice
def test_documents_become_pdfs_under_their_own_names(printed: dict[str, bytes]) -> None:
    assert list(printed) == ["ke-hoach.docx", "lich-cong-tac.xlsx", "a/b.docx"]
    assert told("pdftotext", printed["a/b.docx"]) == told("pdftotext", printed["ke-hoach.docx"])


@needs_soffice
@pytest.mark.parametrize("name", ["ke-hoach.docx", "lich-cong-tac.xlsx"])
def test_a_pdf_can_be_archived_and_is_vietnamese(printed: dict[str, bytes], name: str) -> None:
    content = printed[name]
    metadata = told("pdfinfo", content, "-meta")
    assert "<pdfaid:part>2</pdfaid:part>" in metadata
    assert "<pdfaid:conformance>B</pdfaid:conformance>" in metadata
    assert b"/Lang(vi-VN)" in content
    assert "/DisplayDocTitle true" in content.decode("latin-1")


@needs_soffice
def test_title_and_bookmarks_are_those_of_the_paper(printed: dict[str, bytes]) -> None:
    content = printed["ke-hoach.docx"]
    (title,) = [line for line in told("pdfinfo", content).splitlines() if "Title:" in line]
    assert "Kế hoạch" in title
    bookmarks = [f"PHỤ LỤC\N{NO-BREAK SPACE}{number}" for number in (1, 2, 3)]
    for bookmark in bookmarks:
        assert bookmark.encode("utf-16-be").hex().upper().encode() in content


@needs_soffice
@pytest.mark.parametrize("name", ["ke-hoach.docx", "lich-cong-tac.xlsx"])
def test_a_pdf_is_read_as_poppler_reads_it(printed: dict[str, bytes], name: str) -> None:
    found = reading.read(printed[name])
    assert found is not None
    assert f"Pages:           {found.pages}\n" in told("pdfinfo", printed[name])
    rows = told("pdffonts", printed[name]).splitlines()[2:]
    assert found.fonts == tuple(sorted(row.split()[0].partition("+")[2] for row in rows))
    assert found.not_embedded == ()
    assert all(" yes " in row for row in rows)


@needs_soffice
def test_a_file_that_is_broken_is_only_its_own_failure(
    reference_papers: Path, tmp_path: Path
) -> None:
    whole = reference_papers / "ke-hoach.docx"
    broken = tmp_path / "hong.docx"
    broken.write_bytes(whole.read_bytes()[:3000])
    files = {"hong.docx": broken, "ke-hoach.docx": whole, "mất.docx": tmp_path / "mat.docx"}
    made, failures = outcome(files)
    assert made == ["ke-hoach.docx"]
    assert list(failures) == ["hong.docx", "mất.docx"]
    assert "không mở được tệp" in failures["hong.docx"]


@needs_soffice
def test_the_real_one_leaves_nothing_behind(reference_papers: Path, temporary: Path) -> None:
    before = set(Path("/tmp").glob("OSL_PIPE*"))  # noqa: S108 - where LibreOffice puts them
    with closing(pdf.convert({"k": reference_papers / "ke-hoach.docx"}, 1)) as results:
        assert len(list(results)) == 1
    results = pdf.convert({"k": reference_papers / "ke-hoach.docx"}, 1, lambda _: None)
    assert list(temporary.iterdir()) == []
    results.close()
    assert set(Path("/tmp").glob("OSL_PIPE*")) <= before  # noqa: S108


# Found


def test_without_libreoffice_the_problem_says_how_to_get_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(programs, "WINDOWS", ())
    with pytest.raises(pdf.MissingProgramError) as missing:
        pdf.converted(DOCUMENTS)
    assert "Cài LibreOffice" in sentence(missing.value.problem)
    assert pdf.converted({}) == ({}, [])


def test_libreoffice_is_found_where_windows_puts_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    installed = program(tmp_path / "LibreOffice" / "program" / "soffice.com", "")
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(programs, "WINDOWS", (tmp_path / "soffice.com", installed))
    assert pdf.find_soffice() == str(installed)


# It works


def test_programs_share_the_files_and_each_has_its_own_profile(
    fake_office: FakeOffice, tmp_path: Path
) -> None:
    fake_office(f'echo "$1" >> "{tmp_path}/profiles"; {ALL}')
    files = papers(tmp_path / "in", *("tốt" for _ in range(10)))
    assert outcome(files, jobs=2) == (sorted(files), {})
    profiles = (tmp_path / "profiles").read_text().split()
    assert len(profiles) == len(set(profiles)) == 2


def test_a_batch_has_a_limit(
    fake_office: FakeOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(converting, "BATCH", 4)
    fake_office(ALL)
    files = papers(tmp_path / "in", *("tốt" for _ in range(10)))
    assert outcome(files) == (sorted(files), {})
    assert len(started(tmp_path)) == 3


def test_every_file_is_told_once_as_it_is_made(fake_office: FakeOffice, tmp_path: Path) -> None:
    fake_office(ALL)
    files = papers(tmp_path / "in", *("tốt" for _ in range(5)))
    seen: list[str] = []
    with closing(pdf.convert(files, 2, seen.append)) as results:
        list(results)
    assert sorted(seen) == sorted(files)


# It does not


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        ("exit 0", "không có tệp kết quả"),
        ("echo hỏng máy in >&2; exit 77", "hỏng máy in"),
        (
            each('printf "%%PDF-1.7 nua" > "${one%.*}.pdf"'),
            "tệp",
        ),
        (each(': > "${one%.*}.pdf"'), "không có tệp kết quả"),
        (each('echo abc > "${one%.*}.pdf"'), "không có tệp"),
        (
            each('printf "%%PDF-1.7\\n%%%%EOF" > "${one%.*}.pdf"'),
            "không có tệp kết quả",
        ),
    ],
    ids=["exits 0, makes nothing", "says why", "half a file", "empty", "no PDF", "no page"],
)
def test_what_was_not_made_is_named(fake_office: FakeOffice, script: str, reason: str) -> None:
    fake_office(script)
    made, problems = pdf.converted(DOCUMENTS)
    assert made == {}
    assert [problem.place.file for problem in problems] == list(DOCUMENTS)
    assert all(reason in sentence(problem) for problem in problems)


def test_a_program_that_works_for_nobody_is_not_asked_for_every_file(
    fake_office: FakeOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(converting, "BATCH", 5)
    fake_office("exit 77")
    made, failures = outcome(papers(tmp_path / "in", *("tốt" for _ in range(50))))
    assert (made, len(failures)) == ([], 50)
    assert len(started(tmp_path)) == 2  # the first batch, and a page of our own


@pytest.mark.parametrize(
    "bad",
    ["kill -9 $$", "exit 3", "sleep 60", "continue"],
    ids=["dies", "exits", "hangs", "skips"],
)
@pytest.mark.parametrize("place", [0, 3, 6])
def test_one_bad_file_is_only_its_own_failure(
    fake_office: FakeOffice,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    bad: str,
    place: int,
) -> None:
    monkeypatch.setattr(office, "SECONDS", 0.4)
    fake_office(all_but("xau", bad))
    texts = ["tốt"] * 7
    texts[place] = "xau"
    made, failures = outcome(papers(tmp_path / "in", *texts))
    assert len(made) == 6
    assert list(failures) == [f"{place}-xau.docx"]
    assert ("quá 0.4 giây" in failures[f"{place}-xau.docx"]) == (bad == "sleep 60")


def test_several_bad_files_of_several_kinds(
    fake_office: FakeOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "SECONDS", 0.4)
    bad = 'if grep -q chet "$one"; then kill -9 $$; elif grep -q treo "$one"; then sleep 60; fi'
    fake_office(each(f'{bad}; grep -q hong "$one" || {CONVERT}'))
    texts = ("chet", "treo", "tot", "hong", "tot", "chet", "tot", "treo", "hong", "tot")
    made, failures = outcome(papers(tmp_path / "in", *texts), jobs=2)
    assert len(made) == 4
    assert all("tot" in name for name in made)
    assert len(failures) == 6


def test_a_program_that_dies_once_costs_nothing(
    fake_office: FakeOffice, tmp_path: Path
) -> None:
    flag = tmp_path / "died"
    fake_office(f"[ -e '{flag}' ] || {{ touch '{flag}'; kill -9 $$; }}; {ALL}")
    files = papers(tmp_path / "in", "tốt")
    assert outcome(files) == (list(files), {})


def test_a_program_that_hangs_is_ended_with_its_children(
    fake_office: FakeOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    late = tmp_path / "late"
    monkeypatch.setattr(office, "SECONDS", 0.3)
    fake_office(f"(sleep 1.5; touch '{late}') & wait")
    made, problems = pdf.converted(DOCUMENTS)
    assert made == {}
    assert all("quá 0.3 giây" in sentence(problem) for problem in problems)
    time.sleep(1.5)
    assert not late.exists()
    assert not any(runs(number) for number in started(tmp_path))


def test_a_slow_program_that_goes_on_is_left_to_go_on(
    fake_office: FakeOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "SECONDS", 0.8)
    fake_office(each(f"sleep 0.3; {CONVERT}"))
    files = papers(tmp_path / "in", *("tốt" for _ in range(6)))
    assert outcome(files) == (sorted(files), {})
    assert len(started(tmp_path)) == 1


def test_a_program_that_cannot_be_started_is_a_problem(
    fake_office: FakeOffice, tmp_path: Path
) -> None:
    fake_office("")
    (tmp_path / "bin" / "soffice").write_bytes(b"\x7fELF no program")
    _, problems = pdf.converted(DOCUMENTS)
    assert [problem.code for problem in problems] == ["pdf-failed", "pdf-failed"]


def test_no_room_for_temporary_files_is_a_problem(
    fake_office: FakeOffice, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_office("exit 0")
    files = papers(tmp_path / "in", "tốt")
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "nowhere"))
    _, problems = pdf.converted(DOCUMENTS)
    assert [problem.code for problem in problems] == ["pdf-failed", "pdf-failed"]
    assert list(outcome(files)[1]) == list(files)


# Nothing is left


def test_nothing_is_left_behind(
    fake_office: FakeOffice, tmp_path: Path, temporary: Path
) -> None:
    fake_office(f'mkdir -p profile; touch "$TMPDIR/lu123.tmp"; {ALL}')
    made, failures = outcome(papers(tmp_path / "in", "a", "b"), jobs=2)
    assert (len(made), failures) == (2, {})
    assert list(temporary.iterdir()) == []


def test_who_stops_early_leaves_no_program_and_no_file(
    fake_office: FakeOffice, tmp_path: Path, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(converting, "BATCH", 1)
    fake_office(all_but("cham", "sleep 60"))
    results = pdf.convert(papers(tmp_path / "in", "nhanh", "cham", "cham"), 2)
    assert next(results).name == "0-nhanh.docx"
    results.close()
    assert not any(runs(number) for number in started(tmp_path))
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_ctrl_c_leaves_no_program_and_no_file(
    fake_office: FakeOffice, tmp_path: Path, temporary: Path
) -> None:
    fake_office("sleep 60")
    # a test that runs in the background inherits that Ctrl-C is ignored
    script = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "from generator import pdf; pdf.converted({'a': b'x', 'b': b'x'}, 2)"
    )
    environment = {**os.environ, "TMPDIR": str(temporary)}
    with subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, "-c", script], env=environment, stderr=subprocess.DEVNULL
    ) as process:
        deadline = time.monotonic() + 20
        while not (tmp_path / "started").exists() or len(started(tmp_path)) < 2:
            assert time.monotonic() < deadline
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        process.wait(20)
    assert not any(runs(number) for number in started(tmp_path))
    assert list(temporary.iterdir()) == []


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_ctrl_c_at_the_moment_of_a_start_leaves_no_program_and_no_file(
    fake_office: FakeOffice, temporary: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_office("sleep 60")
    begun: list[int] = []
    start = programs.start

    def start_and_be_asked(*given: Any) -> subprocess.Popen[bytes]:
        process = start(*given)
        begun.append(process.pid)
        signal.raise_signal(signal.SIGINT)
        return process

    monkeypatch.setattr(programs, "start", start_and_be_asked)
    handler = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        with pytest.raises(KeyboardInterrupt):
            pdf.converted({"a": b"x", "b": b"x"}, 2)
    finally:
        signal.signal(signal.SIGINT, handler)
    assert len(begun) == 1
    assert not any(runs(number) for number in begun)
    assert list(temporary.iterdir()) == []


def test_what_a_killed_run_left_is_removed_a_day_later(
    fake_office: FakeOffice, tmp_path: Path, temporary: Path
) -> None:
    old, new = temporary / "vankien-pdf-cu", temporary / "vankien-pdf-moi"
    for folder in (old, new):
        (folder / "profile").mkdir(parents=True)
    os.utime(old, (0, 0))
    fake_office(ALL)
    outcome(papers(tmp_path / "in", "tốt"))
    assert list(temporary.iterdir()) == [new]


# Fonts


def with_fonts(*fonts: str, embedded: bool = True) -> str:
    """A fake PDF with these fonts."""
    file = "/FontFile2 9 0 R" if embedded else ""
    found = "".join(
        f"<</Type/Font/BaseFont/AAAAAA+{one}>>endobj "
        f"<</Type/FontDescriptor/FontName/AAAAAA+{one}{file}>>endobj "
        for one in fonts
    )
    return CONVERT.replace("pdfaid", f"{found}pdfaid")


def asking(path: Path, font: str) -> Path:
    """A Word file that names a font."""
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("word/styles.xml", f'<w:rFonts w:ascii="{font}" w:hAnsi="{font}"/>')
    return path


@pytest.mark.parametrize(
    ("asked", "fonts"),
    [
        ("Times New Roman", ("LiberationSerif", "LiberationSerif-Bold")),
        ("Times New Roman", ("TimesNewRomanPSMT", "TimesNewRomanPS-BoldMT")),
        ("Times New Roman", ("Tinos-Italic",)),
        ("Arial", ("LiberationSans", "LiberationSerif")),
        ("Calibri", ("Carlito-Bold",)),
        ("Montserrat", ("Montserrat-Regular",)),
    ],
)
def test_a_font_or_its_twin_is_right(
    fake_office: FakeOffice, tmp_path: Path, asked: str, fonts: tuple[str, ...]
) -> None:
    fake_office(each(with_fonts(*fonts)))
    with closing(pdf.convert({"a": asking(tmp_path / "a.docx", asked)})) as results:
        assert [one.problems for one in results] == [()]


def test_a_font_in_the_place_of_another_is_named(
    fake_office: FakeOffice, tmp_path: Path
) -> None:
    fonts = with_fonts("LiberationSerif", "DejaVuSerif-Bold")
    fake_office(each(fonts))
    paper = asking(tmp_path / "a.docx", "Times New Roman")
    _, problems = pdf.converted({"giay.docx": paper.read_bytes()})
    assert [problem.severity for problem in problems] == [Severity.WARNING]
    said = sentence(problems[0])
    assert "giay.docx: máy thiếu phông Times New Roman" in said
    assert "bằng DejaVuSerif-Bold" in said
    assert "fonts-liberation2" in said


def test_the_same_warning_of_many_files_is_one(fake_office: FakeOffice, tmp_path: Path) -> None:
    fake_office(each(with_fonts("DejaVuSerif")))
    paper = asking(tmp_path / "a.docx", "Times New Roman").read_bytes()
    _, problems = pdf.converted({f"{number}.docx": paper for number in range(9)})
    (one,) = pdf.summed(problems)
    assert sentence(one).startswith("0.docx, 1.docx, 2.docx và 6 tệp khác: máy thiếu phông")


def test_failures_are_never_summed_up(fake_office: FakeOffice) -> None:
    fake_office("exit 0")
    _, problems = pdf.converted(DOCUMENTS)
    assert pdf.summed(problems) == problems


def test_a_font_that_is_not_in_the_file_is_named(fake_office: FakeOffice) -> None:
    fonts = with_fonts("LiberationSerif", embedded=False)
    fake_office(each(fonts))
    _, problems = pdf.converted({"a.docx": b"x"})
    assert ["không mang theo phông LiberationSerif" in sentence(one) for one in problems] == [
        True
    ]


def test_a_pdf_that_is_not_archival_is_told(fake_office: FakeOffice) -> None:
    fake_office(each(CONVERT.replace("pdfaid", "")))
    made, problems = pdf.converted({"a.docx": b"x"})
    assert list(made) == ["a.docx"]
    assert ["không theo chuẩn lưu trữ PDF/A" in sentence(one) for one in problems] == [True]


def test_objects_in_a_packed_stream_are_read() -> None:

    packed = zlib.compress(
        b"<</Type/Page/Parent 2 0 R>> <</Type/Pages>> <</BaseFont/ABCDEF+Tinos#2DBold>>"
    )
    stream = b"1 0 obj <</Type/ObjStm/N 3/First 9/Filter/FlateDecode>>stream\n" + packed
    found = reading.read(b"%PDF-1.7\n" + stream + b"\nendstream endobj\n%%EOF\n")
    assert found is not None
    assert (found.pages, found.fonts) == (1, ("Tinos-Bold",))
