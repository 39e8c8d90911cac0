"""Documents into the output folder, a few at a time."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from generator.making.memory import give_back

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.making.workshop import Made
    from generator.output import Output

TOGETHER = 20  # files that the manifest is told of at once, and that are held in memory
MUCH = 1 << 20  # bytes that are not held while one more is made


def placed(place: Output, made: Iterable[Made]) -> Iterator[Made]:
    """Each document when it stands in its place, or when it is known that it cannot.

    Raises BuildError where nothing more can be written.
    """
    give_back()  # what it took to read the data, and to pack them for the workers
    documents = iter(made)
    while some := _next(documents):
        is_much = _size(some) > MUCH
        place.put({one.path: one.file for one in some if one.file})
        while some:  # none is held while the next ones are made
            one = some.pop(0)
            if one.stands:
                place.keep(one.path)
            elif one.file is None:
                place.fail(one.path)
            yield one
            del one
        if is_much:
            give_back()


def _next(documents: Iterator[Made]) -> list[Made]:
    """The next documents that are put together: few, or one that is large."""
    found: list[Made] = []
    for one in islice(documents, TOGETHER):
        found.append(one)
        if _size(found) > MUCH:
            break
    return found


def _size(documents: Iterable[Made]) -> int:
    return sum(len(one.file.content) for one in documents if one.file)
