"""The same work here, in processes, on a cluster: what one thing breaks is its own loss."""

from __future__ import annotations

import os
import signal
import sys
import time
from contextlib import ExitStack
from itertools import islice
from multiprocessing import active_children
from multiprocessing.connection import Connection
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

import pytest

from clusters import scheduler, wait_for_workers, worker
from generator import batch
from generator.batch import Lost, Workers, crews, mapped, opened, refuse_open_cluster
from generator.errors import BuildError, sentence

if TYPE_CHECKING:
    from collections.abc import Iterator

HERE, TWO = Workers(jobs=1), Workers(jobs=2)
MANY = 60
LONG = 60.0


def labelled(prefix: str, number: int) -> str:
    return f"{prefix}{number}"


def dividing(whole: int, number: int) -> int:
    return whole // number


def deadly(_: str, number: int) -> int:
    """The seventh thing takes its process with it."""
    if number == 7:
        os._exit(1)
    return number


def deadly_once(folder: str, number: int) -> int:
    """The seventh thing takes its process with it the first time."""
    mark = Path(folder, "da-chet")
    if number == 7 and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def cut_off(folder: str, number: int) -> int:
    """The process of the seventh thing is killed while it answers, the first time."""
    mark = Path(folder, "da-chet")
    if number == 7 and not mark.exists():
        mark.touch()
        patch.object(Connection, "_send", half_sent).start()
    return number


def half_sent(pipe: Connection, content: bytes) -> None:
    os.write(pipe.fileno(), content[: len(content) // 2])
    os.kill(os.getpid(), signal.SIGKILL)


def unsayable(_: str, number: int) -> Any:
    """What comes of the seventh thing cannot be sent."""
    return (lambda: number) if number == 7 else number


def process_of(_: None, __: int) -> int:
    time.sleep(0.01)
    return os.getpid()


def slow(_: None, number: int) -> int:
    time.sleep(0.05)
    return number


def long(_: None, __: tuple[()]) -> None:
    time.sleep(LONG)


def results(workers: Workers, work: Any, shared: Any, count: int) -> list[tuple[int, Any]]:
    with opened(workers, shared, count) as crew:
        return list(mapped(crew, work, range(count)))


@pytest.mark.parametrize("workers", [HERE, TWO], ids=["here", "processes"])
def test_what_comes_of_each_thing_comes_in_order(workers: Workers) -> None:
    expected = [(number, f"đơn vị {number}") for number in range(MANY)]
    assert results(workers, labelled, "đơn vị ", MANY) == expected


@pytest.mark.parametrize("workers", [HERE, TWO], ids=["here", "processes"])
def test_what_cannot_be_done_is_lost_alone_and_says_why(workers: Workers) -> None:
    found = dict(results(workers, dividing, 100, 20))
    assert found.pop(0) == Lost("ZeroDivisionError: integer division or modulo by zero")
    assert found == {number: 100 // number for number in range(1, 20)}


def test_a_thing_that_kills_its_process_is_lost_alone() -> None:
    found = dict(results(TWO, deadly, "", MANY))
    lost = found.pop(7)
    assert isinstance(lost, Lost)
    assert found == {number: number for number in range(MANY) if number != 7}


def test_a_process_that_is_killed_from_outside_loses_nothing(tmp_path: Path) -> None:
    assert dict(results(TWO, deadly_once, str(tmp_path), MANY)) == dict(
        zip(range(MANY), range(MANY), strict=True)
    )


@pytest.mark.skipif(sys.platform == "win32", reason="pipes are written by the handle")
def test_a_process_that_is_killed_while_it_answers_loses_nothing(tmp_path: Path) -> None:
    """Half an answer keeps nobody waiting."""
    assert dict(results(TWO, cut_off, str(tmp_path), MANY)) == dict(
        zip(range(MANY), range(MANY), strict=True)
    )


def test_what_cannot_be_sent_is_lost_alone_and_says_why() -> None:
    found = dict(results(TWO, unsayable, "", MANY))
    lost = found.pop(7)
    assert isinstance(lost, Lost)
    assert "lambda" in lost.reason
    assert found == {number: number for number in range(MANY) if number != 7}


def test_who_stops_early_waits_for_nobody() -> None:
    start = time.monotonic()
    with opened(TWO, None, MANY) as crew:
        next(mapped(crew, slow, range(MANY)))
        crew.submit(long, ())
        crew.submit(long, ())
    assert time.monotonic() - start < LONG
    assert not [one for one in active_children() if one.is_alive()]


def test_both_processes_work_and_this_one_does_not() -> None:
    found = {pid for _, pid in results(TWO, process_of, None, MANY)}
    assert len(found) == 2
    assert os.getpid() not in found


@pytest.mark.parametrize("workers", [HERE, TWO], ids=["here", "processes"])
def test_things_are_taken_as_they_are_needed(workers: Workers) -> None:
    taken: list[int] = []

    def things() -> Iterator[int]:
        for number in range(100_000):
            taken.append(number)
            yield number

    with opened(workers, "", 100_000) as crew:
        found = list(islice(mapped(crew, labelled, things()), 10))
    assert [number for number, _ in found] == list(range(10))
    assert len(taken) < 100


def test_few_things_are_done_here_and_many_in_processes() -> None:
    assert Workers().number(5) == 1
    assert Workers().number(5_000) == batch.crews.cores()
    assert Workers(jobs=3).number(5) == 3
    assert Workers(jobs=500).number(5_000) == 61  # what Windows can wait for


@pytest.mark.parametrize(
    "address",
    [
        "tcp://10.0.0.5:8786",
        "tcp://may-chu:8786",
        "tcp://127.0.0.1.vi-du.vn:8786",
        "ws://127.0.0.1:8786",
        "127.0.0.1:8786",
        "tcp://[::1",
        "",
    ],
)
def test_a_scheduler_that_anybody_can_reach_is_refused(address: str) -> None:
    with pytest.raises(BuildError) as refused:
        refuse_open_cluster(address)
    assert "không dùng TLS" in sentence(refused.value.problems[0])


@pytest.mark.parametrize(
    "address", ["tcp://127.0.0.1:8786", "tcp://localhost:1", "tcp://[::1]:8786", "tls://a:8786"]
)
def test_a_scheduler_of_this_machine_or_with_certificates_is_not(address: str) -> None:
    refuse_open_cluster(address)


# A cluster


def test_a_cluster_gives_the_same_and_outlives_a_worker(tmp_path: Path) -> None:
    with scheduler(tmp_path) as (address, _):
        with pytest.raises(BuildError) as alone:
            results(Workers(cluster=address), slow, None, 1)
        assert "chưa có máy làm việc nào" in sentence(alone.value.problems[0])
        with worker(address), worker(address) as second:
            wait_for_workers(address, 2)
            with opened(Workers(cluster=address), None, MANY) as crew:
                assert crew.size == 2
                found = mapped(crew, slow, range(MANY))
                first = [next(found) for _ in range(3)]
                second.send_signal(signal.SIGKILL)
                rest = list(found)
    assert [*first, *rest] == [(number, number) for number in range(MANY)]


def test_a_worker_that_comes_in_place_of_the_only_one_goes_on(tmp_path: Path) -> None:
    """With it went what all share."""
    with ExitStack() as stack:
        address, _ = stack.enter_context(scheduler(tmp_path))
        only = stack.enter_context(worker(address))
        wait_for_workers(address, 1)
        crew = stack.enter_context(opened(Workers(cluster=address), "đơn vị ", MANY))
        found = mapped(crew, labelled, range(MANY))
        first = next(found)
        only.kill()
        stack.enter_context(worker(address))
        rest = list(found)
    assert [first, *rest] == [(number, f"đơn vị {number}") for number in range(MANY)]


@pytest.mark.parametrize("lost", ["máy điều phối", "máy làm việc"])
def test_a_cluster_that_is_gone_ends_the_work_and_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, lost: str
) -> None:
    monkeypatch.setattr(crews, "PATIENCE", "5s")
    monkeypatch.setattr(crews, "WATCHED", 1.0)
    with scheduler(tmp_path) as (address, head), worker(address) as only:
        wait_for_workers(address, 1)
        with opened(Workers(cluster=address), None, MANY) as crew:
            found = mapped(crew, slow, range(MANY))
            assert next(found) == (0, 0)
            (head if lost == "máy điều phối" else only).kill()
            with pytest.raises(BuildError) as gone:
                list(found)
    said = sentence(gone.value.problems[0])
    assert ("mất kết nối" in said) == (lost == "máy điều phối")
    assert ("chưa có máy làm việc nào" in said) == (lost == "máy làm việc")


def test_a_scheduler_that_is_not_there_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(crews, "PATIENCE", "1s")
    with pytest.raises(BuildError) as silent:
        results(Workers(cluster="tcp://127.0.0.1:9"), slow, None, 1)
    assert "không nối được với máy điều phối" in sentence(silent.value.problems[0])
