"""Documents into the output folder, a few at a time."""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.making.workshop import Made
    from generator.output import Output

TOGETHER = 20  # files that the manifest is told of at once, and that are held in memory


def placed(place: Output, made: Iterable[Made]) -> Iterator[Made]:
    """Each document when it stands in its place, or when it is known that it cannot.

    Raises BuildError where nothing more can be written.
    """
    documents = iter(made)
    while some := tuple(islice(documents, TOGETHER)):
        place.put({one.path: one.file for one in some if one.file})
        for one in some:
            if one.stands:
                place.keep(one.path)
            elif one.file is None:
                place.fail(one.path)
            yield one
