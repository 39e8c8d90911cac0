"""What a round knows beforehand of a congress's elections: the values a form begins with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.election import Mode
from generator.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Congress
    from generator.views.election_form.page import Path, Value
    from generator.views.election_form.shape import Shape


def known_values(congress: Congress, shape: Shape) -> dict[Path, Value]:
    """The values by their paths in the data of a `CongressResult`."""
    return dict((*_of_cover(congress), *_of_elections(congress, shape)))


def _of_cover(congress: Congress) -> Iterator[tuple[Path, Value]]:
    if congress.kind:
        yield ("kind",), str(congress.kind.value)
    days = congress.known_time
    if days.is_exact and not days.tentative and days.opening and days.closing:
        yield ("opened_on",), short_date(days.opening)
        yield ("closed_on",), short_date(days.closing)


def _of_elections(congress: Congress, shape: Shape) -> Iterator[tuple[Path, Value]]:
    planned = {one.body: one for one in congress.elections}
    for n, body in enumerate(shape.bodies):
        yield ("elections", n, "mode"), str(Mode.BAU.value)
        known = planned.get(body.id)
        if known and known.planned_size is not None:
            yield ("elections", n, "planned_size"), known.planned_size
        if known and known.number:
            yield ("elections", n, "ballots", 0, "number"), known.number
