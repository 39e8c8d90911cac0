"""The same document by every engine, in rounds that alternate.

python benchmarks/engines.py --quick [ENGINE ...]     a few rounds of the 4-page paper
"""

from __future__ import annotations

import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from children import BY_NODE, BY_PYTHON, FLOOR, OURS, Engine, EngineError, prepare
from opened import seen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

ROUNDS, QUICK_ROUNDS = 7, 5
FAST = 100  # documents of ours and of the floor in a round
MANY = 500  # of each of two processes
SHORT = 1.5  # seconds that a round of a rival takes, about
FEWEST = 20
WARMING = 20  # documents that do not count
QUICK = ("docxtpl", "docxtpl-best")


@dataclass(slots=True)
class Rounds:
    """One engine: seconds a document by round, and ratios to what ran directly before."""

    seconds: list[float] = field(default_factory=list)
    to_floor: list[float] = field(default_factory=list)
    to_ours: list[float] = field(default_factory=list)
    memory: int = 0
    size: int = 0

    @property
    def each(self) -> float:
        """Seconds a document, the median."""
        return median(self.seconds)


def check(engines: Mapping[str, Engine]) -> dict[str, int]:
    """Stop where an engine's documents do not say what ours say; the size of each file."""
    wanted = [seen(one) for one in engines[OURS].documents()]
    sizes = {}
    for name, engine in engines.items():
        documents = engine.documents()
        for number, one in enumerate(documents):
            if seen(one) != wanted[number]:
                raise EngineError(f"{name}: document {number} says something else than ours")
        sizes[name] = len(documents[0])
    return sizes


def compared(engines: Mapping[str, Engine], rounds: int) -> dict[str, Rounds]:
    """Every engine in every round, directly after the floor; ours before each of them."""
    found = {name: Rounds(size=size) for name, size in check(engines).items()}
    counts = {name: _count(engine) for name, engine in engines.items()}
    rivals = [name for name in engines if name not in (OURS, FLOOR)]
    for number in range(rounds):
        for name in _turned(rivals, number) or [""] * len(QUICK):
            _round(engines, counts, found, name)
    return found


def _round(
    engines: Mapping[str, Engine],
    counts: Mapping[str, int],
    found: Mapping[str, Rounds],
    rival: str,
) -> None:
    floor, ours = _each(engines[FLOOR], counts), _each(engines[OURS], counts)
    _keep(found[FLOOR], floor, floor, ours)
    _keep(found[OURS], ours, floor, ours)
    if rival:
        floor = _each(engines[FLOOR], counts)
        _keep(found[FLOOR], floor, floor, ours)
        _keep(found[rival], _each(engines[rival], counts), floor, ours)


def _keep(
    rounds: Rounds, one: tuple[float, int], floor: tuple[float, int], ours: tuple[float, int]
) -> None:
    seconds, rounds.memory = one
    rounds.seconds.append(seconds)
    rounds.to_floor.append(seconds / floor[0])
    rounds.to_ours.append(seconds / ours[0])


def _each(engine: Engine, counts: Mapping[str, int]) -> tuple[float, int]:
    """Seconds a document, and the memory of the engine."""
    count = counts[engine.name]
    answer = engine.ask(count)
    assert answer
    return answer.seconds / count, answer.memory


def _count(engine: Engine) -> int:
    """How many documents make a short round, after warming up."""
    answer = engine.ask(WARMING)
    assert answer
    return max(FEWEST, min(FAST, round(SHORT * WARMING / answer.seconds)))


def _turned(names: Sequence[str], number: int) -> list[str]:
    """The names, begun at another one in each round."""
    at = number % len(names) if names else 0
    return [*names[at:], *names[:at]]


def two_at_once(folder: Path, rounds: int) -> list[float]:
    """How much more two processes of ours make in the time of one, by round."""
    found = []
    with (
        Engine(OURS, folder, "one") as one,
        Engine(OURS, folder, "other") as other,
        ThreadPoolExecutor() as pool,
    ):
        for engine in (one, other):
            engine.ask(WARMING)
        for _ in range(rounds):
            alone = _seconds(lambda: one.ask(MANY))
            both = _seconds(
                lambda: list(pool.map(lambda engine: engine.ask(MANY), (one, other)))
            )
            found.append(2 * alone / both)
    return found


def _seconds(work: Callable[[], object]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def started(names: Sequence[str], folder: Path, stack: ExitStack) -> dict[str, Engine]:
    """The engines, started; ours and the floor always."""
    wanted = dict.fromkeys((OURS, FLOOR, *names))
    return {name: stack.enter_context(Engine(name, folder)) for name in wanted}


def lines(found: Mapping[str, Rounds]) -> Iterator[str]:
    """What was found, for who is tuning."""
    heads = (f"{'÷ ' + name:>9}  min - max    " for name in (FLOOR, OURS))
    yield f"{'':16}{'ms':>8}{''.join(heads)}    MB   bytes"
    for name, one in found.items():
        yield (
            f"{name:16}{1000 * one.each:8.3f}{_spread(one.to_floor)}{_spread(one.to_ours)}"
            f"{one.memory:6}{one.size:8}"
        )


def _spread(ratios: Sequence[float]) -> str:
    return f"{median(ratios):9.2f} ({min(ratios):5.2f} -{max(ratios):6.2f})"


def quick(names: Sequence[str]) -> None:
    """A few rounds of the 4-page paper, printed."""
    with tempfile.TemporaryDirectory() as scratch, ExitStack() as stack:
        folder = Path(scratch)
        prepare(folder)
        engines = started(names or QUICK, folder, stack)
        print("\n".join(lines(compared(engines, QUICK_ROUNDS))))


if __name__ == "__main__":
    given = [one for one in sys.argv[1:] if one != "--quick"]
    if wrong := [one for one in given if one not in (*BY_PYTHON, *BY_NODE)]:
        sys.exit(
            f"No such engine: {', '.join(wrong)}. Known: {', '.join((*BY_PYTHON, *BY_NODE))}"
        )
    quick(given)
