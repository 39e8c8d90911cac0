"""Killed at any moment: every file is the old one or the new one, and the next run completes.

`make test` kills a few times; VANKIEN_SOAK=1 takes the full count. What was counted is printed.
"""

from __future__ import annotations

import os
import random
import re
import signal
import subprocess
import sys
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from commands import program, round_with
from generator.build import Options, build
from generator.output import JOURNAL, LOCK, MANIFEST
from test_batches import finished
from test_collect import with_units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Run = subprocess.Popen[bytes]

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="Linux")

KILLS = 200 if os.environ.get("VANKIEN_SOAK") else 4
STOPS = 20 if os.environ.get("VANKIEN_SOAK") else 1  # of each kind
SEED = 5
UNITS = 24
MANY = 50
OF_WORKERS, EARLY = 0.4, 0.2  # shares of the kills
ONLY = "bao-cao-ket-qua"
CHANGED = "don-vi-0011/bao-cao-ket-qua.docx"
BESIDE = "don-vi-0011/bao-cao-ket-qua.moi.docx"
BY_HAND = b"sua tay"
OURS = {MANIFEST, JOURNAL, LOCK}
LIMIT = 60.0
SOON = 15.0  # on a machine that does other things too
# a test that runs in the background inherits that Ctrl-C is ignored
COMMAND = (
    "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
    "from generator.cli import main; main()"
)
NAMES = ("name: Thử ", "name: Mới ")  # of all units, in one version of the data and the other
SAID = "Đã dừng giữa chừng, không tệp nào ghi dở. Chạy lại lệnh để làm tiếp."


@dataclass
class Rounds:
    """A round whose data alternate between two versions, and the papers of both."""

    folder: Path
    out: Path
    versions: list[dict[str, bytes]] = field(default_factory=list)
    current: int = 0

    def turn(self) -> None:
        """The other version of the data."""
        old, new = NAMES[self.current], NAMES[1 - self.current]
        path = self.folder / "round.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(old, new), encoding="utf-8")
        self.current = 1 - self.current

    def make(self, out: Path) -> list[str]:
        """A run that nobody disturbs, in this process; what is wrong."""
        problems = build(self.folder, out, Options(only=(ONLY,))).problems
        return [one.code for one in problems if one.code != "suspended-no-report"]


@pytest.fixture(scope="module")
def rounds(tmp_path_factory: pytest.TempPathFactory) -> Rounds:
    home = tmp_path_factory.mktemp("giet")
    found = Rounds(round_with(home / "dot"), home / "out")
    with_units(found.folder, UNITS)
    for number in range(2):
        assert found.make(home / str(number)) == []
        found.versions.append(papers(home / str(number)))
        found.turn()
    assert set(found.versions[0]) == set(found.versions[1])
    found.make(found.out)
    (found.out / CHANGED).write_bytes(BY_HAND)
    return found


def papers(folder: Path) -> dict[str, bytes]:
    """Every file but those in which the program keeps what it knows."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name not in OURS
    }


@contextmanager
def started(rounds: Rounds, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    """A run of the command, apart from this terminal; nothing of it is left."""
    command = [sys.executable, "-c", COMMAND, "build", str(rounds.folder)]
    given = ["-o", str(rounds.out), "--only", ONLY, "--jobs", "2", *options]
    with subprocess.Popen(  # noqa: S603 - our own program
        [*command, *given],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)


# What runs


def state_of(number: int) -> str:
    """Whether a process runs, as the kernel has it; nothing of one that has ended."""
    try:
        text = Path(f"/proc/{number}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    return text.rpartition(")")[2].split()[0].strip("ZX")


def workers_of(number: int) -> list[int]:
    """The processes that work for a process."""
    found = []
    for path in Path(f"/proc/{number}/task").glob("*/children"):
        with suppress(OSError):
            found += [one for one in path.read_text().split() if is_worker(one)]
    return [int(one) for one in found]


def is_worker(number: str) -> bool:
    return b"spawn_main" in Path(f"/proc/{number}/cmdline").read_bytes()


def all_ended(numbers: list[int]) -> bool:
    return not any(state_of(one) for one in numbers)


def wait_until(happened: Callable[[], bool], limit: float = SOON) -> None:
    end = time.monotonic() + limit
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.01)


# When to kill: mostly while files are written


@dataclass(frozen=True)
class Pace:
    """How long a run that nobody disturbs takes: to its first worker, to its first file, and
    from there to its last.
    """

    alone: float
    making: float
    writing: float


def pace_of(rounds: Rounds) -> Pace:
    rounds.turn()
    start = time.monotonic()
    with started(rounds) as process:
        wait_until(lambda: bool(workers_of(process.pid)), LIMIT)
        begun = time.monotonic()
        wait_for_writing(rounds, process)
        writes = time.monotonic()
        wait_for_writing(rounds, process)  # when the manifest is written again, it has ended
        ended = time.monotonic()
        assert process.wait(LIMIT) == 0
    return Pace(begun - start, writes - begun, ended - writes)


def wait_for_writing(rounds: Rounds, process: Run) -> None:
    """Wait until the manifest is written, or the run has ended."""
    path, end = rounds.out / MANIFEST, time.monotonic() + LIMIT
    before = stamp(path)
    while process.poll() is None and stamp(path) == before:
        assert time.monotonic() < end
        time.sleep(0.001)


def stamp(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_ino, found.st_mtime_ns


def before_it_writes(pace: Pace, share: float, process: Run) -> None:
    """Somewhere in the time before the first file."""
    with suppress(subprocess.TimeoutExpired):
        process.wait((pace.alone + pace.making) * share)


def at_work(pace: Pace, share: float, process: Run) -> None:
    """Somewhere in the time in which there are workers."""
    wait_until(lambda: bool(workers_of(process.pid)), LIMIT)
    time.sleep((pace.making + pace.writing) * share)


def while_it_writes(rounds: Rounds, pace: Pace, share: float, process: Run) -> None:
    wait_for_writing(rounds, process)
    time.sleep(pace.writing * share)


@dataclass
class Count:
    """What was killed, and looked at."""

    main: int = 0
    stopped: int = 0
    workers: int = 0
    mixed: int = 0
    files: int = 0


def test_killed_at_any_moment_every_file_is_whole_and_the_next_run_completes(
    rounds: Rounds,
) -> None:
    chance, counted, pace = random.Random(SEED), Count(), pace_of(rounds)  # noqa: S311 - moments
    while counted.main + counted.workers < KILLS:
        rounds.turn()
        with started(rounds) as process:
            if chance.random() < OF_WORKERS:
                at_work(pace, chance.random(), process)
                kill_a_worker(process, counted)
            elif chance.random() < EARLY:
                before_it_writes(pace, chance.random(), process)
                kill(process, counted)
            else:
                while_it_writes(rounds, pace, chance.random(), process)
                kill(process, counted)
        assert_whole(rounds, counted)
        assert rounds.make(rounds.out) == ["kept-changed"]
        assert_complete(rounds)
    print(  # noqa: T201 - the soak shows it
        f"{KILLS} kills: {counted.main} on the process ({counted.mixed} between two files), "
        f"{counted.workers} on workers, files checked: {counted.files}"
    )
    assert counted.workers
    if KILLS > MANY:  # of a few kills all may come between two runs
        assert counted.mixed


def kill(process: Run, counted: Count) -> None:
    """Kill the process; those that work for it end by themselves."""
    workers = workers_of(process.pid)
    process.kill()
    if process.wait(LIMIT):  # else it was done already
        assert process.returncode == -signal.SIGKILL
        counted.main += 1
    wait_until(partial(all_ended, workers))


def kill_a_worker(process: Run, counted: Count) -> None:
    """Kill one of the workers, if there still are any; the run is not disturbed."""
    workers = workers_of(process.pid)
    if workers:
        os.kill(workers[0], signal.SIGKILL)
        counted.workers += 1
    assert process.wait(LIMIT) == 0


def assert_whole(rounds: Rounds, counted: Count) -> None:
    """Every paper is that of one version of the data or the other."""
    old, new = rounds.versions[1 - rounds.current], rounds.versions[rounds.current]
    found = {
        name: content
        for name, content in papers(rounds.out).items()
        if not re.search(r"\.vankien-\w+\.tmp$", name)
    }
    assert found.pop(CHANGED) == BY_HAND
    beside = found.pop(BESIDE, None)
    assert beside in (None, old[CHANGED], new[CHANGED])
    assert set(found) == set(new) - {CHANGED}
    assert [name for name in found if found[name] not in (old[name], new[name])] == []
    counted.files += len(found)
    counted.mixed += 0 < sum(found[name] == new[name] for name in found) < len(found)


def assert_complete(rounds: Rounds) -> None:
    """The papers are those of the data; what a person changed stays, ours lies beside it."""
    new = rounds.versions[rounds.current]
    expected = {**new, CHANGED: BY_HAND, BESIDE: new[CHANGED]}
    assert papers(rounds.out) == expected  # and no temporary file
    assert finished(rounds.out)


# Asked to stop


@pytest.mark.parametrize("request_", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_asked_to_stop_it_says_so_in_seconds_and_leaves_whole_papers(
    rounds: Rounds, request_: str
) -> None:
    chance, counted, pace = random.Random(SEED), Count(), pace_of(rounds)  # noqa: S311 - moments
    number = getattr(signal, request_)
    while counted.stopped < STOPS:
        rounds.turn()
        with started(rounds) as process:
            at_work(pace, chance.random(), process)
            workers = workers_of(process.pid)
            os.killpg(process.pid, number)
            done, said = process.communicate(timeout=SOON)
            if not done:  # else there was nothing left to stop
                counted.stopped += 1
                assert_says_so(process, number, said.decode())
            wait_until(partial(all_ended, workers))
        assert_whole(rounds, counted)
        assert rounds.make(rounds.out) == ["kept-changed"]
        assert_complete(rounds)


def assert_says_so(process: Run, number: int, said: str) -> None:
    assert process.returncode == 128 + number
    assert said.endswith(f"{SAID}\n")
    assert "Traceback" not in said


@pytest.mark.parametrize("request_", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_asked_to_stop_it_leaves_no_libreoffice_behind(
    rounds: Rounds, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request_: str
) -> None:
    mark, room = tmp_path / "soffice", tmp_path / "tam"
    room.mkdir()
    program(tmp_path / "bin" / "soffice", f'echo $$ >> "{mark}"\nsleep 60')
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    monkeypatch.setenv("TMPDIR", str(room))
    with started(rounds, "--pdf") as process:
        wait_until(lambda: mark.exists() and len(mark.read_text().split()) == 2, LIMIT)
        os.killpg(process.pid, getattr(signal, request_))
        _, said = process.communicate(timeout=SOON)
    assert_says_so(process, getattr(signal, request_), said.decode())
    assert all_ended([int(one) for one in mark.read_text().split()])
    assert list(room.iterdir()) == []
