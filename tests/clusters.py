"""A cluster on this machine: a dask scheduler and workers as processes of their own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

TESTS = Path(__file__).parent
SECONDS = 60.0


@contextmanager
def dask(*arguments: str) -> Iterator[subprocess.Popen[bytes]]:
    """A program of dask, ended at the end whatever happens."""
    command = [sys.executable, "-m", "dask", *arguments]
    known = {**os.environ, "PYTHONPATH": str(TESTS)}  # the work may be in a test
    with subprocess.Popen(command, stderr=subprocess.DEVNULL, env=known) as program:  # noqa: S603 - our own arguments
        try:
            yield program
        finally:
            program.kill()


@contextmanager
def scheduler(folder: Path) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """The address of a scheduler on this machine, and its process."""
    file = folder / "may-dieu-phoi.json"
    given = ("--host", "127.0.0.1", "--port", "0", "--no-dashboard", "--no-jupyter")
    with dask("scheduler", *given, "--scheduler-file", str(file)) as program:
        limit = time.monotonic() + SECONDS
        while not file.exists() or not file.read_text(encoding="utf-8").strip():
            assert time.monotonic() < limit
            time.sleep(0.1)
        text = file.read_text(encoding="utf-8")
        yield text.partition('"address": "')[2].partition('"')[0], program


@contextmanager
def worker(address: str) -> Iterator[subprocess.Popen[bytes]]:
    """A worker with one thread, and no nanny that would start it again."""
    given = ("--nthreads", "1", "--no-nanny", "--no-dashboard", "--host", "127.0.0.1")
    with dask("worker", address, *given) as program:
        yield program


def wait_for_workers(address: str, count: int) -> None:
    import distributed  # noqa: PLC0415 - heavy

    connect: Any = distributed.Client
    with connect(address, timeout="30s", set_as_default=False) as client:
        client.wait_for_workers(count, timeout=SECONDS)
