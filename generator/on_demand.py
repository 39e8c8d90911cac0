"""A long sequence that is never there as a whole: each item is made when it is looked at."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TypeVar, overload

T_co = TypeVar("T_co", covariant=True)


@dataclass(frozen=True, slots=True, eq=False, repr=False)
class OnDemand(Sequence[T_co]):
    """So many items, made anew by `made` each time that someone goes through them.

    To be gone through: the n-th item costs as much as all before it.

    >>> squares = OnDemand(4, lambda: (n * n for n in range(4)))
    >>> list(squares), squares[2], squares[1:3]
    ([0, 1, 4, 9], 4, (1, 4))
    """

    length: int
    made: Callable[[], Iterator[T_co]]

    def __repr__(self) -> str:
        """Every item, as of a tuple: what is told apart by its words is told apart by all."""
        return repr(tuple(self))

    def __len__(self) -> int:
        """How many items there are."""
        return self.length

    def __iter__(self) -> Iterator[T_co]:
        """Each item, made now."""
        return self.made()

    @overload
    def __getitem__(self, index: int) -> T_co: ...

    @overload
    def __getitem__(self, index: slice) -> tuple[T_co, ...]: ...

    def __getitem__(self, index: int | slice) -> T_co | tuple[T_co, ...]:
        """An item, or some of them."""
        chosen = range(self.length)[index]
        if isinstance(chosen, int):
            return next(islice(self, chosen, None))
        wanted = set(chosen)
        found = {place: item for place, item in enumerate(self) if place in wanted}
        return tuple(found[place] for place in chosen)
