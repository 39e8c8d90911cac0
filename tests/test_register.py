"""The register: every version kept, the one saved last counts, two people at once."""

from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
from dataclasses import replace
from typing import TYPE_CHECKING, cast

import pytest

from conftest import GOLDEN
from generator.errors import BuildError, sentence
from generator.register import AS_OF, FILE, Entry, Kind, opened, sha256_of

if TYPE_CHECKING:
    from pathlib import Path

    from generator.register import Register

FIRST, SECOND = b"bieu lan mot" * 100, b"bieu lan hai" * 100
ENTRY = Entry(
    congress="xa-thu",
    kind=Kind.BIEU,
    sha256=sha256_of(FIRST),
    file="results/xa-thu.xlsx",
    saved_at="2026-11-03T08:00:00+00:00",
    collected_at="2026-11-05T08:00:00+00:00",
    version="1",
)
LATER = replace(ENTRY, sha256=sha256_of(SECOND), saved_at="2026-11-04T08:00:00+00:00")
is_root = pytest.mark.skipif(
    sys.platform == "win32" or os.geteuid() == 0, reason="nobody forbids anything to root"
)


def test_the_version_that_was_saved_last_counts_whatever_came_first(tmp_path: Path) -> None:
    with opened(tmp_path, writing=True) as book:
        assert book.add(LATER, '{"hai": 2}', SECOND)
        assert book.add(ENTRY, '{"mot": 1}', FIRST)
    with opened(tmp_path) as book:
        newer, older = book.versions("xa-thu", Kind.BIEU)
        assert (newer.entry, older.entry) == (LATER, ENTRY)
        assert book.current("xa-thu", Kind.BIEU) == newer
        assert (book.content(newer), book.content(older)) == (SECOND, FIRST)
        assert (book.result(newer), book.result(older)) == ('{"hai": 2}', '{"mot": 1}')


def test_the_same_bytes_are_registered_once_and_say_what_was_read_last(tmp_path: Path) -> None:
    again = replace(
        ENTRY, file="results/tên khác.xlsx", doubtful=True, collected_at="2026-11-09T08:00:00"
    )
    with opened(tmp_path, writing=True) as book:
        assert book.add(ENTRY, "cũ", FIRST)
        assert not book.add(again, "mới", FIRST)
        (found,) = book.versions("xa-thu", Kind.BIEU)
        assert found.entry == replace(again, collected_at=ENTRY.collected_at)  # when it came
        assert (book.result(found), book.content(found)) == ("mới", FIRST)


def test_a_report_and_a_workbook_of_one_unit_are_two_things(tmp_path: Path) -> None:
    report = replace(LATER, kind=Kind.BAO_CAO)
    other = replace(ENTRY, congress="xa-khac")
    with opened(tmp_path, writing=True) as book:
        for entry, content in ((ENTRY, FIRST), (report, SECOND), (other, FIRST)):
            assert book.add(entry, "", content)
        assert [one.entry for one in book.all_current(Kind.BIEU)] == [other, ENTRY]
        assert [one.entry for one in book.all_current(Kind.BAO_CAO)] == [report]


def test_only_the_newest_version_of_each_unit_is_listed(tmp_path: Path) -> None:
    with opened(tmp_path, writing=True) as book:
        book.add(ENTRY, "", FIRST)
        book.add(LATER, "", SECOND)
        assert [one.entry for one in book.all_current(Kind.BIEU)] == [LATER]


def test_a_fact_is_kept_and_changed(tmp_path: Path) -> None:
    with opened(tmp_path, writing=True) as book:
        assert not book.said(AS_OF)
        book.say(AS_OF, "2026-11-05")
        book.say(AS_OF, "2026-11-06")
    with opened(tmp_path) as book:
        assert book.said(AS_OF) == "2026-11-06"


def test_a_register_that_is_only_read_is_not_made(tmp_path: Path) -> None:
    with opened(tmp_path) as book:
        assert book.current("xa-thu", Kind.BIEU) is None
    assert not (tmp_path / FILE).exists()


def test_a_file_without_bytes_is_an_empty_register(tmp_path: Path) -> None:
    """What a run leaves that was killed as it began."""
    (tmp_path / FILE).touch()
    with opened(tmp_path) as book:
        assert book.current(ENTRY.congress, ENTRY.kind) is None


def test_a_workbook_that_says_nothing_never_takes_the_place_of_one_that_does(
    tmp_path: Path,
) -> None:
    good = replace(ENTRY, kind=Kind.BIEU, summary="{}")
    late = replace(good, sha256="0" * 64, saved_at="2030-01-01T00:00:00+00:00", summary="")
    with opened(tmp_path, writing=True) as book:
        book.add(good, "{}", b"a")
        book.add(late, "", b"b")
        assert [one.entry for one in book.versions(good.congress, Kind.BIEU)] == [good, late]


def test_a_transaction_that_broke_off_left_nothing(tmp_path: Path) -> None:
    with opened(tmp_path, writing=True) as book, pytest.raises(TypeError):
        book.add(ENTRY, "", "chữ, không phải byte")  # type: ignore[arg-type]
    with opened(tmp_path) as book:
        assert book.current("xa-thu", Kind.BIEU) is None


def registered_then_stopped(book: Register, entry: Entry, *, stop: bool) -> None:
    with book.together():
        book.add(entry, "", FIRST)
        if stop:
            raise KeyboardInterrupt


def test_what_is_registered_together_is_kept_up_to_what_stopped_it(tmp_path: Path) -> None:
    broken = replace(LATER, version=cast("str", None))
    with opened(tmp_path, writing=True) as book:
        with pytest.raises(KeyboardInterrupt):
            registered_then_stopped(book, ENTRY, stop=True)
        with pytest.raises(sqlite3.IntegrityError):
            registered_then_stopped(book, broken, stop=False)
    with opened(tmp_path) as book:
        assert [one.entry for one in book.versions("xa-thu", Kind.BIEU)] == [ENTRY]


def test_two_programs_write_at_once_and_nothing_is_lost(tmp_path: Path) -> None:
    script = """
import sys
from dataclasses import replace
from pathlib import Path
from generator.register import opened, sha256_of
sys.path.insert(0, sys.argv[3])
from test_register import ENTRY
for number in range(40):
    content = f"{sys.argv[2]} {number % 20}".encode()
    with opened(Path(sys.argv[1]), writing=True) as book:
        entry = replace(ENTRY, congress=f"xa-{number}", sha256=sha256_of(content))
        book.add(entry, "{}", content)
"""
    tests = str(GOLDEN.parent)
    running = [
        subprocess.Popen([sys.executable, "-c", script, tmp_path, name, tests])  # noqa: S603
        for name in ("một", "hai")
    ]
    assert [one.wait(120) for one in running] == [0, 0]
    with opened(tmp_path) as book:
        versions = [book.versions(f"xa-{number}", Kind.BIEU) for number in range(40)]
    assert [len(one) for one in versions] == [2] * 40


# A register that cannot be used says so


def said(caught: pytest.ExceptionInfo[BuildError]) -> str:
    (problem,) = caught.value.problems
    return f"{problem.place}: {sentence(problem)}"


def test_a_register_of_a_later_program_is_left_alone(tmp_path: Path) -> None:
    with opened(tmp_path, writing=True):
        pass
    later = sqlite3.connect(tmp_path / FILE)
    later.execute("PRAGMA user_version = 99")
    later.close()
    before = (tmp_path / FILE).read_bytes()
    for writing in (False, True):
        with pytest.raises(BuildError) as caught, opened(tmp_path, writing=writing):
            pass
        assert said(caught).startswith(f"{tmp_path / FILE}: Sổ kết quả ")
        assert "bản vankien mới hơn lập" in said(caught)
    assert (tmp_path / FILE).read_bytes() == before


def test_a_file_that_is_no_register_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE).write_bytes(b"day khong phai la so" * 100)
    with pytest.raises(BuildError) as caught, opened(tmp_path, writing=True):
        pass
    assert "không phải là sổ kết quả, hoặc đã hỏng" in said(caught)


def test_a_register_that_somebody_else_holds_is_waited_for_then_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.register.WAIT", 0.1)
    with opened(tmp_path, writing=True):
        pass
    other = sqlite3.connect(tmp_path / FILE, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with pytest.raises(BuildError) as caught, opened(tmp_path, writing=True) as book:
        book.add(ENTRY, "", FIRST)
    other.close()
    assert "đang có người khác ghi" in said(caught)


@is_root
def test_a_folder_that_may_not_be_written_is_named(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(BuildError) as caught, opened(tmp_path, writing=True):
        pass
    tmp_path.chmod(0o700)
    assert "Kiểm tra quyền ghi" in said(caught)


def test_a_register_on_a_medium_that_cannot_be_written_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """As on a CD or a share without the right to write, which root cannot be denied."""
    with opened(tmp_path, writing=True):
        pass
    connect = sqlite3.connect
    monkeypatch.setattr(
        "generator.register.sqlite3.connect",
        lambda where, **options: connect(where.replace("mode=rwc", "mode=ro"), **options),
    )
    with pytest.raises(BuildError) as caught, opened(tmp_path, writing=True) as book:
        book.add(ENTRY, "", FIRST)
    assert "không ghi được sổ kết quả" in said(caught)
    assert "Kiểm tra quyền ghi" in said(caught)
