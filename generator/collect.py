"""From the files that units sent back to the register, and the papers that follow from them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import chain
from typing import TYPE_CHECKING

import generator
from generator import batch, making, output, register
from generator.batch import BY_ITSELF, Workers
from generator.checking import checked
from generator.errors import BuildError, Place, Problem, WrongDataError
from generator.output import Outcome, fingerprint
from generator.returns import Reader, Returns, ahead, newer_unread, replaced, standings
from generator.sources import RESULTS, returned_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date, datetime
    from pathlib import Path

    from generator.making import Stock
    from generator.register import Register
    from generator.returns import Received, Standing

    Progress = Callable[[str], None]

BESIDE = re.compile(r"\.moi(?:-\d+)?(?=\.\w+$)")  # of the name of such a copy
TOGETHER = 20  # files that are registered at once: a run that is killed reads them again


@dataclass(frozen=True, slots=True)
class Moment:
    """When and by whom a run is done: the day that counts as today, the time of the clock."""

    as_of: date
    now: datetime
    workers: Workers = BY_ITSELF


@dataclass(frozen=True, slots=True)
class Collected:
    """What a run read, what newer versions changed, where each unit stands, what was made.

    `received` leaves out what a newer version has replaced; `read` counts all that were read.
    """

    read: int
    received: tuple[Received, ...]
    notes: tuple[Problem, ...]
    standings: tuple[Standing, ...]
    outcome: Outcome


def collect(
    folder: Path, target: Path, moment: Moment, progress: Callable[[str], None]
) -> Collected:
    """Read what came back, register it, make the papers that follow.

    Raises WrongDataError where the round itself is wrong or nothing was ever sent, BuildError
    where the register cannot be used; then nothing is written.
    """
    making.refuse_input_as_output(folder, target)
    ready = checked(folder)
    paths = tuple(returned_files(folder))
    if not paths and not (folder / register.FILE).is_file():
        raise WrongDataError([_nothing_sent(folder)])
    with register.opened(folder, writing=True) as book:
        mark = fingerprint(generator.__version__.encode(), repr(ready.round).encode())
        reader = Reader(book, ready.round, folder, moment.now, mark)
        received = tuple(_read(reader, paths, progress))
        reader.read_kept()
        book.say(register.AS_OF, moment.as_of.isoformat())
        stock = making.stock_of(ready, folder, of_results=True)
        returns = Returns(book, ready.round, ready.calendar)
        outcome = _papers(target, stock, returns, moment.workers, progress)
        listed = standings(book, ready.round, ready.calendar, moment.as_of)
        notes = (*replaced(book, received, ready.round), *ahead(listed, moment.as_of))
        return Collected(
            read=sum(bool(one.congress) for one in received),
            received=tuple(_that_count(book, received)),
            notes=notes,
            standings=listed,
            outcome=outcome,
        )


def _read(
    reader: Reader, paths: Sequence[Path], progress: Callable[[str], None]
) -> Iterator[Received]:
    for first in range(0, len(paths), TOGETHER):
        with reader.book.together():
            for number, path in enumerate(paths[first : first + TOGETHER], start=first + 1):
                progress(f"{number}/{len(paths)} {path.name}")
                yield reader.read(path)


def _that_count(book: Register, received: Sequence[Received]) -> Iterator[Received]:
    """What was read, without the versions that a newer one has replaced."""
    for one in received:
        versions = book.versions(one.congress, one.kind) if one.congress and one.kind else ()
        told = (*versions[:1], newer_unread(versions))
        if not versions or one.sha256 in {it.entry.sha256 for it in told if it}:
            yield one


def _papers(
    target: Path, stock: Stock, returns: Returns, workers: Workers, progress: Progress
) -> Outcome:
    """Write the papers, some at a time, so that a country needs no more memory."""
    outcome, problems = Outcome(), list[Problem]()
    try:
        with (
            batch.opened(workers, stock, len(stock.round.reporting)) as crew,
            output.opened(target) as place,
        ):
            outcome = place.outcome
            known = place.made_from
            made = chain(
                making.round_documents(stock, returns, known),
                making.congress_documents(crew, stock, returns, known, progress),
            )
            now: set[str] = set()
            for one in making.placed(place, made):
                problems += (*one.problems, *one.findings)
                now.add(one.path)
                del one
            place.remove_others(lambda name: _is_stale(name, now))
    except BuildError as error:  # what was read is in the register; the papers can wait
        outcome.problems.extend(error.problems)
    outcome.problems += problems
    return outcome


def _is_stale(name: str, now: set[str]) -> bool:
    """What nothing makes any more: a paper of results, a copy beside what is made."""
    beside = BESIDE.sub("", name, count=1)
    return name not in now and (making.is_of_results(name) or beside in now)


def _nothing_sent(folder: Path) -> Problem:
    place = folder / RESULTS
    code = "results-empty" if place.is_dir() else "results-missing"
    return Problem(code, values={"folder": str(place)}, place=Place(str(place)))
