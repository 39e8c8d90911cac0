"""Rounds of many units, ours alone: `vankien build` in a process of its own, its memory."""

from __future__ import annotations

import subprocess
import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from commands import round_with
from installing import HERE
from test_collect import with_units

if TYPE_CHECKING:
    from pathlib import Path

SIZES = (100, 1_000, 10_000)
MADE = {".docx", ".xlsx", ".ics"}
OF_UNITS = ("bao-cao-ket-qua", "thong-ke-bau-cu")


@dataclass(frozen=True, slots=True)
class Batch:
    """So many units: seconds, files made, the most memory in MB of the command and a worker.

    `whole` says that the papers of the round were made too, not only those of the units.
    """

    units: int
    seconds: float
    files: int
    memory: int
    worker: int
    whole: bool = False


def batches(folder: Path, sizes: tuple[int, ...] = SIZES) -> tuple[Batch, ...]:
    """The papers of the units of a round of each size; then every paper, of few and of many."""
    of_units = [built(folder / str(units), units) for units in sizes]
    ends = {units: folder / f"{units}-ca-dot" for units in (sizes[0], sizes[-1])}
    return (*of_units, *(built(place, units, whole=True) for units, place in ends.items()))


def built(folder: Path, units: int, *, whole: bool = False) -> Batch:
    """The papers of a round of so many units, made by the command."""
    place, out = round_with(folder / "dot"), folder / "out"
    with_units(place, units)
    only = [] if whole else [word for code in OF_UNITS for word in ("--only", code)]
    given = ["build", str(place), "-o", str(out), *only]
    start = time.perf_counter()
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, str(HERE / "command.py"), *given],
        capture_output=True,
        text=True,
        check=True,
    )
    seconds = time.perf_counter() - start
    memory, worker = map(int, done.stdout.splitlines()[-2:])
    files = sum(1 for path in out.rglob("*.*") if path.suffix in MADE)
    assert files >= 2 * units
    return Batch(units, seconds, files, memory, worker, whole)
