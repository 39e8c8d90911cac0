"""Long tables, for each engine; and a template with many tags, for ours."""

from __future__ import annotations

import time
from dataclasses import dataclass, make_dataclass
from math import inf
from statistics import median
from typing import TYPE_CHECKING

import base
import dialects
from children import FLOOR, OURS, SIZES, EngineError
from generator.word import compile_template
from opened import seen
from timing import LIMIT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from children import Engine

    Run = tuple[float, int]  # seconds a document, the memory so far

ROUNDS = 5
LONG = 3.0  # seconds a document; a slower engine has one round
SHORT = 0.4  # seconds that a round of a fast one takes, about
MOST = 40
TAGS = (1_000, 10_000)
DEAD = (inf, 0)


@dataclass(frozen=True, slots=True)
class Grown:
    """One engine: seconds a document by rows, the most memory in MB.

    None where it took longer than the limit, `inf` where it died; longer tables are not tried.
    """

    name: str
    seconds: dict[int, float | None]
    memory: int


@dataclass(frozen=True, slots=True)
class Tagged:
    """A template with so many variables: seconds to compile it, and for each document."""

    tags: int
    compiled: float
    rendered: float


def grown(engines: Mapping[str, Engine], sizes: tuple[int, ...] = SIZES) -> list[Grown]:
    """Every engine with tables of each size, in rounds that alternate."""
    seconds: dict[str, dict[int, float | None]] = {name: {} for name in engines}
    memory = dict.fromkeys(engines, 0)
    for rows in sizes:
        able = [one for name, one in engines.items() if _goes_on(seconds[name])]
        for name, runs in _sized(able, rows).items():
            seconds[name][rows] = median(one for one, _ in runs) if runs else None
            memory[name] = max([memory[name], *(most for _, most in runs)])
    return [Grown(name, seconds[name], memory[name]) for name in engines]


def _goes_on(seconds: Mapping[int, float | None]) -> bool:
    """Whether every shorter table was made."""
    return all(one is not None and one < inf for one in seconds.values())


def _sized(engines: list[Engine], rows: int) -> dict[str, list[Run]]:
    """What each engine took for a document with so many rows, by round; none: too long."""
    found = {one.name: _first(one, rows) for one in engines}
    done = [one for one in engines if found[one.name] not in ([], [DEAD])]
    wanted = seen((done[0].out / "0.docx").read_bytes())
    for engine in done:
        if seen((engine.out / "0.docx").read_bytes()) != wanted:
            raise EngineError(f"{engine.name}: {rows} rows say something else than ours")
    counts = {one.name: _count(found[one.name][0][0]) for one in done}
    fast = [one for one in done if counts[one.name]]
    for engine in fast:
        found[engine.name].clear()  # that one was for warming up
    for _ in range(ROUNDS):
        for engine in fast:
            found[engine.name].append(_run(engine, counts[engine.name], rows))
    return found


def _first(engine: Engine, rows: int) -> list[Run]:
    """A first document; nothing where it takes longer than a rival may."""
    try:
        answer = engine.ask(1, rows, 0 if engine.name in (OURS, FLOOR) else LIMIT)
    except EngineError:
        if engine.name in (OURS, FLOOR):
            raise
        return [DEAD]
    return [(answer.seconds, answer.memory)] if answer else []


def _run(engine: Engine, count: int, rows: int) -> Run:
    answer = engine.ask(count, rows)
    assert answer
    return answer.seconds / count, answer.memory


def _count(seconds: float) -> int:
    """How many documents make a round, after one that took so long; 0: that one is enough."""
    return 0 if seconds > LONG else max(1, min(MOST, round(SHORT / seconds)))


def tagged(count: int) -> Tagged:
    """Ours with a template in which so many variables are written."""
    content = base.with_parts({dialects.DOCUMENT: dialects.many_tags(count)})
    names = [f"value_{number}" for number in range(count)]
    view = make_dataclass("View", names, frozen=True)(*map(str, range(count)))
    compiled, rendered = [], []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        template = compile_template(content, "nhieu-the.docx")
        between = time.perf_counter()
        document = template.render(view)
        rendered.append(time.perf_counter() - between)
        compiled.append(between - start)
    (rows,) = seen(document).tables
    assert [text for row in rows for text in row] == [str(number) for number in range(count)]
    return Tagged(count, median(compiled), median(rendered))
