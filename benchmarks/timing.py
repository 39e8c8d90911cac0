"""Ways of doing one thing, timed side by side; and the machine that it was done on."""

from __future__ import annotations

import os
import platform
import time
from dataclasses import dataclass, field
from importlib.metadata import version
from math import inf
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

T = TypeVar("T")
LIMIT = 60.0  # seconds that a rival gets for an entry
LIBRARIES = ("openpyxl", "python-calamine", "XlsxWriter", "pydantic")


@dataclass(slots=True)
class Timed:
    """The seconds of each round of one way; `done` of `of` things before the limit."""

    seconds: list[float] = field(default_factory=list)
    done: int = 0
    of: int = 0

    @property
    def is_whole(self) -> bool:
        """Whether every round came to its end."""
        return self.done == self.of

    @property
    def median(self) -> float:
        """The median of the rounds."""
        return median(self.seconds)


def side_by_side(
    things: Sequence[T], ways: Mapping[str, Callable[[T], object]], rounds: int
) -> dict[str, Timed]:
    """Each way over all the things, the ways one after the other in each round.

    Only the rivals have a limit: the first way is ours.
    """
    found = {name: Timed() for name in ways}
    for _ in range(rounds):
        for number, (name, way) in enumerate(ways.items()):
            timed = found[name]
            if timed.is_whole:
                _time(things, way, timed, LIMIT if number else inf)
    return found


def _time(things: Sequence[T], way: Callable[[T], object], timed: Timed, limit: float) -> None:
    start = time.perf_counter()
    timed.of, timed.done = len(things), 0
    for one in things:
        way(one)
        timed.done += 1
        if time.perf_counter() - start > limit:
            break
    timed.seconds.append(time.perf_counter() - start)


def machine() -> Iterable[str]:
    """What it ran on, in lines."""
    system = f"{platform.system()} {platform.machine()}"
    yield f"Máy: {_processor()}, {os.cpu_count()} nhân, {system}"
    libraries = ", ".join(f"{name} {version(name)}" for name in LIBRARIES)
    yield f"Python {platform.python_version()}; {libraries}"


def load() -> str:
    """How many processes wait for the machine, as far as it tells."""
    if not hasattr(os, "getloadavg"):
        return "không rõ"
    return f"{os.getloadavg()[0]:.1f}".replace(".", ",")


def _processor() -> str:
    about = Path("/proc/cpuinfo")
    lines = about.read_text(encoding="utf-8").splitlines() if about.is_file() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor() or "không rõ bộ xử lý")
