"""What is to be elected, as the plan has it: each body once, numbers that can be, its table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.elections.points import bodies_under
from generator.errors import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import OutlineItem, Round

    Path = tuple[str | int, ...]


def each_body_is_elected_once(found: Round) -> Iterator[Problem]:
    """A congress has one row for a body; rounds of voting are not rows of the plan."""
    for i, congress in enumerate(found.congresses):
        first: dict[str, int] = {}
        for k, planned in enumerate(congress.elections):
            row = first.setdefault(planned.body, k)
            if row != k:
                values = {"body": planned.body, "unit": found.unit(congress).full_name}
                yield Problem(
                    "planned-body-twice", ("congresses", i, "elections", k, "body"), values
                )


def numbers_fit_the_planned_size(found: Round) -> Iterator[Problem]:
    """Nobody elects more people than the body is to have."""
    for i, congress in enumerate(found.congresses):
        for k, planned in enumerate(congress.elections):
            number, size = planned.number, planned.planned_size
            if number is not None and size is not None and number > size:
                path = ("congresses", i, "elections", k, "number")
                values = {"number": str(number), "size": str(size), "body": planned.body}
                yield Problem("planned-number-above-size", path, values)


def bodies_are_drawn_from_others(found: Round) -> Iterator[Problem]:
    """The members of a body can be members of another one first, never of itself."""
    for i, body in enumerate(found.election.bodies):
        if body.drawn_from == body.id:
            path = ("election", "bodies", i, "drawn_from")
            yield Problem("drawn-from-itself", path, {"body": body.id})


def points_with_votes_name_their_bodies(found: Round) -> Iterator[Problem]:
    """A point with tables of results says of which bodies, in its title or beside it."""
    for path, item in _points(found.report_outline, ("report_outline",)):
        values = {"title": item.title}
        if item.votes and not bodies_under(item, found):
            yield Problem("votes-of-nobody", (*path, "votes"), values, Severity.WARNING)
        if item.bodies and not item.votes:
            yield Problem("bodies-without-votes", (*path, "bodies"), values, Severity.WARNING)


def _points(items: tuple[OutlineItem, ...], way: Path) -> Iterator[tuple[Path, OutlineItem]]:
    for i, item in enumerate(items):
        yield (*way, i), item
        yield from _points(item.items, (*way, i, "items"))
