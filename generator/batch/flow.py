"""Things given to workers a few at a time, and what comes of each, in their order."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING, Any, TypeVar

from generator.batch.crews import RETRIES
from generator.errors import BuildError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from concurrent.futures import Future

    from generator.batch.crews import Crew

Shared = TypeVar("Shared")
Thing = TypeVar("Thing")
Came = TypeVar("Came")
TOGETHER = 8  # things that a worker is given at once
AHEAD = 2  # such portions for each worker: one in hand, one waiting


@dataclass(frozen=True, slots=True)
class Lost:
    """What came of a thing that broke its worker, or the work; and why."""

    reason: str


def mapped(
    crew: Crew, work: Callable[[Shared, Thing], Came], things: Iterable[Thing]
) -> Iterator[tuple[Thing, Came | Lost]]:
    """What comes of each thing, in their order.

    Things are taken as they are needed, so that a country takes no more memory than a
    province; what one of them breaks is its own loss. `work` is a function of a module, takes
    what all share and the thing; all values can be pickled. Raises BuildError where a cluster
    is lost.
    """
    portion = _Portion(work)
    if crew.size:
        yield from _Flow(crew, portion, iter(things)).results()
        return
    for thing in things:
        yield thing, crew.came(crew.submit(portion, (thing,)))[0]


def _one(work: Callable[[Any, Any], Any], shared: Any, thing: Any) -> Any:
    try:
        return work(shared, thing)
    except Exception as error:  # noqa: BLE001 - whatever it is, the others go on
        return Lost(_words(error))


def _words(error: BaseException) -> str:
    return f"{type(error).__name__}: {error}"


@dataclass(frozen=True, slots=True)
class _Portion:
    """The work on a few things: a call that a worker can be sent."""

    work: Callable[[Any, Any], Any]

    def __call__(self, shared: Any, things: tuple[Any, ...]) -> list[Any]:
        return [_one(self.work, shared, thing) for thing in things]


class _Flow:
    def __init__(self, crew: Crew, portion: _Portion, things: Iterator[Any]) -> None:
        self._crew, self._portion, self._things = crew, portion, things
        self._sent: deque[tuple[tuple[Any, ...], Future[list[Any]]]] = deque()

    def results(self) -> Iterator[tuple[Any, Any]]:
        while self._fill():
            things, future = self._sent.popleft()
            try:
                found = self._crew.came(future)
            except BuildError:
                raise
            except Exception:  # noqa: BLE001 - a worker that went away, a value that is none
                yield from self._singly(things)
            else:
                yield from zip(things, found, strict=True)

    def _fill(self) -> bool:
        """Keep every worker busy; whether anything is left to wait for."""
        while len(self._sent) < AHEAD * self._crew.size:
            things = tuple(islice(self._things, TOGETHER))
            if not things:
                break
            self._sent.append((things, self._submit(things)))
        return bool(self._sent)

    def _submit(self, things: tuple[Any, ...]) -> Future[list[Any]]:
        return self._crew.submit(self._portion, things)

    def _singly(self, things: tuple[Any, ...]) -> Iterator[tuple[Any, Any]]:
        """What comes of each by itself: one of them has broken the work on all."""
        for thing in things:
            yield thing, self._alone(thing)

    def _alone(self, thing: Any) -> Any:
        """What comes of a thing by itself; a worker may be ended from outside once or twice."""
        for _ in range(RETRIES + 1):
            try:
                return self._crew.came(self._submit((thing,)))[0]
            except BuildError:
                raise
            except Exception as error:  # noqa: BLE001 - see `results`
                reason = _words(error)
        return Lost(reason)
