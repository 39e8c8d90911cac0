"""Writing: never over a person's change, never half a file, never outside the folder."""

from __future__ import annotations

import errno
import hashlib
import io
import json
import os
import subprocess
import sys
import tempfile
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from generator.errors import BuildError, Problem, Severity, sentence
from generator.output import (
    JOURNAL,
    LOCK,
    MANIFEST,
    File,
    Outcome,
    Output,
    fingerprint,
    opened,
    write,
    write_new,
)

if TYPE_CHECKING:
    from collections.abc import Callable

PLAN = "ke-hoach.docx"
REPORT = "tan-lap/bao-cao.docx"
OLD_REPORT = "van-phong/bao-cao.docx"
NEW_REPORT = "thanh-phuoc/bao-cao.docx"
HOLDER = """
import sys
from filelock import FileLock
lock = FileLock(sys.argv[1])
lock.acquire()
print("có khóa", flush=True)
sys.stdin.read()
"""


def papers(version: int, *names: str) -> dict[str, File]:
    """The papers as the data of that version makes them."""
    return {
        name: File(text(version, name), made_from(version)) for name in names or (PLAN, REPORT)
    }


def made_from(version: int) -> str:
    return fingerprint(f"bản {version}".encode())


def is_current(folder: Path, name: str, version: int) -> bool:
    """Whether the file is there as that version of the data made it."""
    return Output(folder).made_from(name) == made_from(version)


def text(version: int, name: str = PLAN) -> bytes:
    return f"{name}, bản {version}, ".encode() * 50


def found(folder: Path) -> dict[str, bytes]:
    """Every file of the folder, without what the program keeps there for itself."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    own = (MANIFEST, LOCK)
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in files
        if path.name not in own
    }


def codes(outcome: Outcome) -> list[str]:
    return [problem.code for problem in outcome.problems]


def manifest(folder: Path) -> Any:
    return json.loads((folder / MANIFEST).read_text(encoding="utf-8"))


# What a second run does


def test_a_first_run_makes_and_a_second_makes_nothing(tmp_path: Path) -> None:
    first = write(tmp_path, papers(1))
    second = write(tmp_path, papers(1))
    assert (first.made, first.unchanged) == ([PLAN, REPORT], [])
    assert (second.made, second.unchanged) == ([], [PLAN, REPORT])
    assert not first.problems + second.problems


def test_only_what_is_outdated_is_made(tmp_path: Path) -> None:
    write(tmp_path, papers(1))
    outcome = write(tmp_path, papers(2, PLAN) | papers(1, REPORT))
    assert (outcome.made, outcome.unchanged) == ([PLAN], [REPORT])
    assert found(tmp_path) == {PLAN: text(2), REPORT: text(1, REPORT)}


def test_a_file_is_current_while_it_is_as_it_was_made(tmp_path: Path) -> None:
    write(tmp_path, papers(1))
    assert is_current(tmp_path, PLAN, 1)
    assert not is_current(tmp_path, PLAN, 2)
    assert not is_current(tmp_path, "khac.docx", 1)
    (tmp_path / PLAN).write_bytes(b"sua")
    assert not is_current(tmp_path, PLAN, 1)
    (tmp_path / PLAN).unlink()
    assert not is_current(tmp_path, PLAN, 1)


# What a person did stays


def test_a_change_stays_and_the_new_version_goes_beside_it(tmp_path: Path) -> None:
    write(tmp_path, papers(1))
    (tmp_path / PLAN).write_bytes(b"sua tay")
    outcome = write(tmp_path, papers(2))
    assert outcome.made == ["ke-hoach.moi.docx", REPORT]
    assert found(tmp_path) == {
        PLAN: b"sua tay",
        "ke-hoach.moi.docx": text(2),
        REPORT: text(2, REPORT),
    }
    (problem,) = outcome.problems
    assert (problem.code, problem.severity) == ("kept-changed", Severity.WARNING)
    said = sentence(problem)
    assert str(tmp_path / "ke-hoach.moi.docx") in said
    assert "So hai bản rồi giữ một" in said


def test_a_version_beside_is_made_once_and_said_every_time(tmp_path: Path) -> None:
    (tmp_path / PLAN).write_bytes(b"sua tay")
    write(tmp_path, papers(1))
    again = write(tmp_path, papers(1))
    assert (again.made, codes(again)) == ([], ["kept-changed"])
    assert found(tmp_path)["ke-hoach.moi.docx"] == text(1)


def test_an_unchanged_version_beside_is_made_anew(tmp_path: Path) -> None:
    (tmp_path / PLAN).write_bytes(b"sua tay")
    write(tmp_path, papers(1, PLAN))
    assert write(tmp_path, papers(2, PLAN)).made == ["ke-hoach.moi.docx"]
    assert found(tmp_path) == {PLAN: b"sua tay", "ke-hoach.moi.docx": text(2)}


def test_a_changed_version_beside_stays_too(tmp_path: Path) -> None:
    (tmp_path / PLAN).write_bytes(b"sua tay")
    write(tmp_path, papers(1, PLAN))
    (tmp_path / "ke-hoach.moi.docx").write_bytes(b"cung sua")
    assert write(tmp_path, papers(2, PLAN)).made == ["ke-hoach.moi-2.docx"]
    assert found(tmp_path) == {
        PLAN: b"sua tay",
        "ke-hoach.moi.docx": b"cung sua",
        "ke-hoach.moi-2.docx": text(2),
    }


def test_a_change_that_equals_the_new_version_needs_no_second_file(tmp_path: Path) -> None:
    write(tmp_path, papers(1, PLAN))
    (tmp_path / PLAN).write_bytes(text(2))
    outcome = write(tmp_path, papers(2, PLAN))
    assert (outcome.made, outcome.unchanged, outcome.problems) == ([], [PLAN], [])
    assert write(tmp_path, papers(3, PLAN)).made == [PLAN]
    assert found(tmp_path) == {PLAN: text(3)}


def test_a_version_beside_goes_when_the_file_itself_is_made_again(tmp_path: Path) -> None:
    write(tmp_path, papers(1, PLAN))
    (tmp_path / PLAN).write_bytes(b"sua tay")
    write(tmp_path, papers(2, PLAN))
    (tmp_path / PLAN).unlink()
    outcome = write(tmp_path, papers(2, PLAN))
    assert (outcome.made, outcome.removed) == ([PLAN], ["ke-hoach.moi.docx"])


def test_the_hundredth_version_beside_is_refused(tmp_path: Path) -> None:
    for name in ("ke-hoach", "ke-hoach.moi", *(f"ke-hoach.moi-{n}" for n in range(2, 100))):
        (tmp_path / f"{name}.docx").write_bytes(b"sua tay")
    before = found(tmp_path)
    outcome = write(tmp_path, papers(1, PLAN))
    assert codes(outcome) == ["output-unwritable"]
    assert found(tmp_path) == before


def test_what_is_not_ours_stays(tmp_path: Path) -> None:
    (tmp_path / "tan-lap").mkdir()
    (tmp_path / "ghi-chu.txt").write_bytes(b"cua toi")
    (tmp_path / "tan-lap" / "anh.jpg").write_bytes(b"cua toi")
    write(tmp_path, papers(1))
    outcome = write(tmp_path, papers(1, PLAN))
    assert outcome.removed == [REPORT]
    assert found(tmp_path) == {
        PLAN: text(1),
        "ghi-chu.txt": b"cua toi",
        "tan-lap/anh.jpg": b"cua toi",
    }


@pytest.mark.parametrize("lock", ["~$-hoach.docx", "~$ke-hoach.docx", ".~lock.ke-hoach.docx#"])
def test_an_open_file_stays_until_it_is_closed(tmp_path: Path, lock: str) -> None:
    write(tmp_path, papers(1, PLAN))
    (tmp_path / lock).write_bytes(b"")
    opened = write(tmp_path, papers(2, PLAN))
    assert (opened.made, codes(opened)) == (["ke-hoach.moi.docx"], ["kept-open"])
    assert "Đóng tệp rồi chạy lại" in sentence(opened.problems[0])
    assert found(tmp_path)[PLAN] == text(1)
    (tmp_path / lock).unlink()
    closed = write(tmp_path, papers(2, PLAN))
    assert (closed.made, closed.removed) == ([PLAN], ["ke-hoach.moi.docx"])
    assert found(tmp_path) == {PLAN: text(2)}


def test_a_file_that_cannot_be_replaced_is_open(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def replace(source: Any, target: Any, real: Callable[..., None] = os.replace) -> None:
        if Path(target).name == PLAN:
            raise PermissionError(errno.EACCES, "Access is denied")
        real(source, target)

    write(tmp_path, papers(1, PLAN))
    monkeypatch.setattr(os, "replace", replace)
    outcome = write(tmp_path, papers(2, PLAN))
    assert (outcome.made, codes(outcome)) == (["ke-hoach.moi.docx"], ["kept-open"])
    assert found(tmp_path) == {PLAN: text(1), "ke-hoach.moi.docx": text(2)}


# What is no longer made


def test_what_is_no_longer_made_is_removed_with_its_folder(tmp_path: Path) -> None:
    write(tmp_path, papers(1))
    outcome = write(tmp_path, papers(1, PLAN))
    assert outcome.removed == [REPORT]
    assert not (tmp_path / "tan-lap").exists()


def test_what_is_no_longer_made_but_changed_is_kept_and_said(tmp_path: Path) -> None:
    write(tmp_path, papers(1))
    (tmp_path / REPORT).write_bytes(b"sua tay")
    outcome = write(tmp_path, papers(1, PLAN))
    assert (outcome.removed, codes(outcome)) == ([], ["kept-stale"])
    assert outcome.problems[0].place.file == str(tmp_path / REPORT)
    assert found(tmp_path)[REPORT] == b"sua tay"


def test_what_is_no_longer_made_but_open_goes_when_it_is_closed(tmp_path: Path) -> None:
    write(tmp_path, papers(1))
    lock = tmp_path / "tan-lap" / ".~lock.bao-cao.docx#"
    lock.write_bytes(b"")
    assert not write(tmp_path, papers(1, PLAN)).removed
    lock.unlink()
    assert write(tmp_path, papers(1, PLAN)).removed == [REPORT]


def test_a_folder_in_place_of_what_is_no_longer_made_is_left_alone(tmp_path: Path) -> None:
    write(tmp_path, papers(1))
    (tmp_path / REPORT).unlink()
    (tmp_path / REPORT).mkdir()
    outcome = write(tmp_path, papers(1, PLAN))
    assert (outcome.removed, outcome.problems) == ([], [])
    assert (tmp_path / REPORT).is_dir()


def test_a_part_removes_nothing(tmp_path: Path) -> None:
    write(tmp_path, papers(1))
    outcome = write(tmp_path, papers(2, PLAN), whole=False)
    assert (outcome.made, outcome.removed) == ([PLAN], [])
    assert found(tmp_path)[REPORT] == text(1, REPORT)


# The manifest is a file that anything may happen to

BROKEN = {
    "rỗng": b"",
    "cụt": b'{"finished": true, "files": {"ke-',
    "không phải UTF-8": b"\xff\xfe\x00",
    "danh sách": b"[1, 2]",
    "chữ": b'"ke-hoach.docx"',
    "của chương trình khác": b'{"name": "app", "files": ["ke-hoach.docx"]}',
    "không có files": b'{"finished": true}',
    "files là số": b'{"files": 7}',
    "tệp là số": b'{"files": {"ke-hoach.docx": 7, "tan-lap/bao-cao.docx": null}}',
    "tệp là chữ": b'{"files": {"ke-hoach.docx": "abc"}}',
    "mã là số": b'{"files": {"ke-hoach.docx": [{"sha256": 1, "made_from": []}]}}',
    "mã là nhóm": b'{"files": {"ke-hoach.docx": {"sha256": "1", "made_from": "1"}}}',
    "ký tự lẻ": b'{"files": {"\\ud800.docx": [{"sha256": "\\ud800", "made_from": ""}]}}',
    "ký tự lẻ trong mã": b'{"files": {"a.docx": [{"sha256": "\\ud800", "made_from": ""}]}}',
    "lồng sâu": b"[" * 100_000,
    "số rất dài": b'{"files": ' + b"9" * 10_000 + b"}",
}


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_manifest_loses_nothing(tmp_path: Path, content: bytes) -> None:
    write(tmp_path, papers(1))
    (tmp_path / MANIFEST).write_bytes(content)
    outcome = write(tmp_path, papers(2, PLAN))
    assert codes(outcome) == ["kept-changed"]
    assert found(tmp_path) == {
        PLAN: text(1),
        "ke-hoach.moi.docx": text(2),
        REPORT: text(1, REPORT),
    }
    assert manifest(tmp_path)["finished"] is True


@pytest.mark.parametrize("content", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_manifest_is_mended_by_a_run(tmp_path: Path, content: bytes) -> None:
    write(tmp_path, papers(1))
    (tmp_path / MANIFEST).write_bytes(content)
    assert write(tmp_path, papers(1), whole=False).unchanged == [PLAN, REPORT]
    assert write(tmp_path, papers(2)).made == [PLAN, REPORT]


@pytest.mark.parametrize(
    "way",
    [
        "../../ngoai.docx",
        "../ngoai.docx",
        "tan-lap/../../ngoai.docx",
        "./../ngoai.docx",
        "..\\ngoai.docx",
        "lien-ket/ngoai.docx",
        "{outside}",
    ],
)
def test_a_manifest_never_leads_out_of_the_folder(tmp_path: Path, way: str) -> None:
    """A manifest that was made elsewhere, or by malice, names files that are not ours."""
    folder = tmp_path / "ket-qua" / "dot"
    (folder / "tan-lap").mkdir(parents=True)
    outside = [tmp_path / "ngoai.docx", tmp_path / "ket-qua" / "ngoai.docx"]
    for path in outside:
        path.write_bytes(b"cua nguoi khac")
    (folder / "lien-ket").symlink_to(tmp_path, target_is_directory=True)
    entry = {
        "sha256": hashlib.sha256(b"cua nguoi khac").hexdigest(),
        "made_from": made_from(1),
    }
    named = {way.format(outside=outside[0]): [entry]}
    (folder / MANIFEST).write_text(json.dumps({"files": named}), encoding="utf-8")
    assert not write(folder, papers(1)).removed
    assert [path.read_bytes() for path in outside] == [b"cua nguoi khac"] * 2


@pytest.mark.parametrize(
    "name", ["", ".", "tan-lap", "tan-lap/", LOCK, "a\0b.docx", "~$a.docx"]
)
def test_a_manifest_that_names_no_paper_of_ours_removes_nothing(
    tmp_path: Path, name: str
) -> None:
    write(tmp_path, papers(1))
    (tmp_path / "~$a.docx").write_bytes(b"")
    listed = manifest(tmp_path)
    empty = hashlib.sha256(b"").hexdigest()
    listed["files"][name] = [{"sha256": empty, "made_from": made_from(1)}]
    (tmp_path / MANIFEST).write_text(json.dumps(listed), encoding="utf-8")
    assert write(tmp_path, papers(1)).removed == []
    assert set(found(tmp_path)) == {PLAN, REPORT, "~$a.docx"}
    assert (tmp_path / LOCK).exists()


# The machine fails


class Fault:
    """Makes the n-th call fail, as a full disk does; the calls before and after it work."""

    def __init__(self, number: int) -> None:
        self.left = number

    @property
    def happened(self) -> bool:
        return self.left <= 0

    def tick(self) -> None:
        self.left -= 1
        if self.left == 0:
            raise OSError(errno.ENOSPC, "No space left on device")

    def before(self, real: Callable[..., Any]) -> Callable[..., Any]:
        def call(*arguments: Any, **options: Any) -> Any:
            self.tick()
            return real(*arguments, **options)

        return call

    def before_new(self, mkdir: Callable[..., None]) -> Callable[..., None]:
        """A folder that is there needs no room, whatever mkdir says."""
        failing = self.before(mkdir)

        def call(path: str, *arguments: Any) -> None:
            (mkdir if Path(path).exists() else failing)(path, *arguments)

        return call

    def stream(self, handle: int, mode: str) -> io.FileIO:
        """A file that takes half of what is written to it, then fails."""
        fault = self

        class Disk(io.FileIO):
            def write(self, content: Any) -> int:
                super().write(content[: len(content) // 2])
                fault.tick()
                return super().write(content[len(content) // 2 :])

        return Disk(handle, mode)


def inject(monkeypatch: pytest.MonkeyPatch, call: str, fault: Fault) -> None:
    if call == "write":
        monkeypatch.setattr(os, "fdopen", fault.stream)
        return
    if call == "mkdir":
        monkeypatch.setattr(os, call, fault.before_new(os.mkdir))
        return
    module = tempfile if call == "mkstemp" else os
    monkeypatch.setattr(module, call, fault.before(getattr(module, call)))


def told(folder: Path, files: dict[str, File]) -> list[Problem]:
    """The problems of a run, whether it went on or stopped."""
    try:
        return write(folder, files).problems
    except BuildError as error:
        return list(error.problems)


CALLS = ["replace", "fsync", "write", "mkstemp", "mkdir", "open", "chmod"]


@pytest.mark.parametrize("call", CALLS)
def test_whatever_fails_every_file_is_whole_and_the_next_run_completes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    wanted = papers(2, PLAN, REPORT, NEW_REPORT)
    for number in count(1):
        folder = tmp_path / str(number)
        write(folder, papers(1, PLAN, REPORT, OLD_REPORT))
        fault = Fault(number)
        with monkeypatch.context() as broken:
            inject(broken, call, fault)
            problems = told(folder, wanted)
        if not fault.happened:
            break
        assert_told(problems, folder)
        assert_whole(folder)
        assert not write(folder, wanted).problems
        assert found(folder) == {name: file.content for name, file in wanted.items()}
        assert manifest(folder)["finished"] is True
    assert number > 1


def assert_told(problems: list[Problem], folder: Path) -> None:
    (problem,) = problems
    assert problem.code == "output-unwritable"
    assert problem.place.file.startswith(str(folder))
    assert "ổ đĩa đã đầy" in sentence(problem)


def test_a_line_of_the_journal_that_a_full_disk_tore_spoils_no_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Half a line, a line after all, then the run is killed: the file is still ours."""
    write(tmp_path, papers(1, PLAN, REPORT))
    with opened(tmp_path) as output:
        output.put(papers(2, PLAN))
        with (tmp_path / JOURNAL).open("ab") as journal:
            journal.write(b'\n{"name": "tan-lap/bao-cao.do')
        output.put(papers(2, REPORT))
        monkeypatch.setattr(output, "end", bool)
    assert manifest(tmp_path)["finished"] is False
    outcome = write(tmp_path, papers(3))
    assert (outcome.made, outcome.problems) == ([PLAN, REPORT], [])


def test_what_goes_wrong_beside_the_folder_is_not_said_of_it(tmp_path: Path) -> None:
    with pytest.raises(ConnectionResetError), opened(tmp_path):
        raise ConnectionResetError
    assert write(tmp_path, papers(1)).problems == []


def test_a_folder_that_could_not_be_made_anew_keeps_what_it_has(tmp_path: Path) -> None:
    write(tmp_path, papers(1, PLAN, REPORT, OLD_REPORT))
    with opened(tmp_path) as output:
        output.put(papers(1, PLAN))
        output.fail(REPORT.partition("/")[0])
        output.remove_others()
    assert output.outcome.removed == [OLD_REPORT]
    assert set(found(tmp_path)) == {PLAN, REPORT}


def assert_whole(folder: Path) -> None:
    """Every file is the old or the new one, and what was there before still is."""
    files = found(folder)
    assert {PLAN, REPORT} <= set(files) <= {PLAN, REPORT, OLD_REPORT, NEW_REPORT}
    assert all(content in (text(1, name), text(2, name)) for name, content in files.items())


def test_what_cannot_be_removed_is_said_and_goes_next_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, papers(1))
    with monkeypatch.context() as broken:
        inject(broken, "unlink", Fault(1))
        outcome = write(tmp_path, papers(2, PLAN))
    assert (outcome.made, codes(outcome)) == ([PLAN], ["output-unwritable"])
    assert outcome.problems[0].place.file == str(tmp_path / REPORT)
    assert write(tmp_path, papers(2, PLAN)).removed == [REPORT]


def test_a_failed_run_names_what_is_still_old_and_removes_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, papers(1, PLAN, REPORT, OLD_REPORT))
    with monkeypatch.context() as broken:
        inject(broken, "replace", Fault(2))
        outcome = write(tmp_path, papers(2))
    assert (outcome.made, outcome.removed) == ([REPORT], [])
    assert (manifest(tmp_path)["finished"], manifest(tmp_path)["pending"]) == (False, [PLAN])
    assert found(tmp_path)[OLD_REPORT] == text(1, OLD_REPORT)


class _PowerCutError(BaseException):
    """The run ends where it stands."""


def test_after_a_broken_run_our_own_files_are_not_taken_for_a_persons(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Cut off after any replacement; then the data changes once more."""

    def cut_after(number: int) -> Callable[[Any, Any], None]:
        left = iter(range(number))

        def replace(source: Any, target: Any, real: Callable[..., None] = os.replace) -> None:
            real(source, target)
            if next(left, None) is None:
                raise _PowerCutError

        return replace

    for number in range(3):
        folder = tmp_path / str(number)
        write(folder, papers(1))
        (folder / REPORT).write_bytes(b"sua tay")
        with monkeypatch.context() as broken:
            broken.setattr(os, "replace", cut_after(number))
            with pytest.raises(_PowerCutError):
                write(folder, papers(2))
        assert manifest(folder)["finished"] is False
        outcome = write(folder, papers(3))
        assert outcome.made == [PLAN, "tan-lap/bao-cao.moi.docx"]
        assert found(folder) == {
            PLAN: text(3),
            REPORT: b"sua tay",
            "tan-lap/bao-cao.moi.docx": text(3, REPORT),
        }


def test_a_folder_in_the_way_of_a_file_stops_only_that_file(tmp_path: Path) -> None:
    (tmp_path / PLAN).mkdir()
    outcome = write(tmp_path, papers(1))
    assert (outcome.made, codes(outcome)) == ([REPORT], ["output-unwritable"])
    assert outcome.problems[0].place.file == str(tmp_path / PLAN)


@pytest.mark.parametrize("inside", ["", "dot"])
def test_a_file_in_place_of_the_folder_is_told(tmp_path: Path, inside: str) -> None:
    path = tmp_path / "ket-qua"
    path.write_bytes(b"cua toi")
    assert [problem.code for problem in told(path / inside, papers(1))] == ["output-unwritable"]
    assert path.read_bytes() == b"cua toi"


# One run at a time


def test_a_folder_has_one_run_at_a_time_and_a_killed_one_lets_go(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDER, str(tmp_path / LOCK)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as holder:  # noqa: S603 - our own program
        assert holder.stdout is not None
        assert holder.stdout.readline().decode().strip() == "có khóa"
        (problem,) = told(tmp_path, papers(1))
        holder.kill()
    assert problem.code == "output-locked"
    assert "Đợi xong rồi chạy lại" in sentence(problem)
    assert found(tmp_path) == {}
    assert write(tmp_path, papers(1)).made == [PLAN, REPORT]


# New files: all or none


@pytest.mark.parametrize("number", [1, 2])
def test_new_files_are_made_all_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    files = {tmp_path / "a.yaml": b"a", tmp_path / "b.json": b"b"}
    with monkeypatch.context() as broken:
        inject(broken, "fsync", Fault(number))
        with pytest.raises(BuildError, match="output-unwritable"):
            write_new(files)
    assert found(tmp_path) == {}
    write_new(files)
    assert found(tmp_path) == {"a.yaml": b"a", "b.json": b"b"}
