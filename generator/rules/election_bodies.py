"""Bodies: how each came to be, how large it is, who may be in it, what excludes what."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from generator.elections import bodies as known
from generator.model.election import Mode, PlacementKind
from generator.rules.election_held import ERROR, NOTE, WARNING, held, problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.elections import Counted
    from generator.errors import Problem, Severity
    from generator.model import Round
    from generator.model.election import Body
    from generator.rules.election_held import Held

# whoever holds the first cannot hold the second; a chair may be deputy secretary
EXCLUSIVE = (
    (known.SECRETARY, known.DEPUTY),
    (known.INSPECTION_CHAIR, known.INSPECTION_DEPUTY),
    (known.DELEGATES, known.ALTERNATES),
)
ONE_SEAT = (known.SECRETARY, known.INSPECTION_CHAIR)


def bodies_are_known_once(counted: Counted, _: Round) -> Iterator[Problem]:
    """A body is told of once, and is one that the congress or its committee elects."""
    bodies = {body.id: body.title for body in counted.bodies}
    seen = set()
    for row, one in enumerate(counted.result.elections):
        path = ("elections", row, "body")
        if one.body not in bodies:
            titles = ", ".join(bodies.values())
            yield problem(ERROR, "body-unknown", path, value=one.body, known=titles)
        elif one.body in seen:
            yield problem(ERROR, "body-twice", path, body=bodies[one.body])
        seen.add(one.body)


def tables_are_there(counted: Counted, _: Round) -> Iterator[Problem]:
    """What the round plans to elect is told of; what is usually elected too, if only as not."""
    planned = {one.body for one in counted.congress.elections}
    for body in counted.bodies:
        if counted.result.election(body.id) is None:
            severity = ERROR if body.id in planned else _unplanned(body)
            code = "table-missing" if body.id in planned else "body-untold"
            yield problem(severity, code, ("elections",), body=body.title, id=body.id)


def _unplanned(body: Body) -> Severity:
    return NOTE if body.is_delegation else WARNING


def modes_are_as_told(counted: Counted, _: Round) -> Iterator[Problem]:
    """A body that was not elected has no ballots; one that was appointed has members."""
    for one in held(counted):
        voting = bool(one.election.ballots) or _has_votes(one)
        values = {"mode": one.election.mode}
        if voting and not one.votes:
            yield one.problem(ERROR, "ballots-without-vote", ("mode",), **values)
        appointed = [
            row
            for row, told in enumerate(one.election.placements)
            if told.kind is PlacementKind.CHI_DINH
        ]
        if one.election.mode is Mode.CHI_DINH and not one.election.placements:
            yield one.problem(WARNING, "appointed-nobody", ("mode",), **values)
        if one.election.mode is Mode.KHONG and appointed:
            path = ("placements", appointed[0], "name")
            yield one.problem(WARNING, "appointed-without-mode", path, **values)


def _has_votes(one: Held) -> bool:
    return any(v is not None for told in one.election.candidates for v in told.votes)


def appointments_have_a_decision(counted: Counted, _: Round) -> Iterator[Problem]:
    """Who is appointed is so by a decision: number, date, issuer instead of votes."""
    for one in held(counted):
        for row, told in enumerate(one.election.placements):
            if told.kind is PlacementKind.CHI_DINH and not told.decision:
                path = ("placements", row, "decision")
                yield one.problem(WARNING, "no-decision", path, name=told.name)


def bodies_fit_their_size(counted: Counted, _: Round) -> Iterator[Problem]:
    """Elected, appointed and vacant are the planned size; more than that was not planned."""
    for one in held(counted):
        size, members = one.election.planned_size, len(one.tally.members)
        if size is not None and members > size:
            placed = len(one.tally.placed)
            values = {"elected": members - placed, "placed": placed, "members": members}
            yield one.problem(WARNING, "size-exceeded", ("planned_size",), size=size, **values)
        elif size is not None and one.votes and one.tally.seats > size:
            values = {"number": one.tally.seats, "size": size}
            yield one.problem(WARNING, "number-above-size", ("planned_size",), **values)


def numbers_are_as_planned(counted: Counted, _: Round) -> Iterator[Problem]:
    """Numbers that differ from those that the round planned: the congress may have decided."""
    planned = {one.body: one for one in counted.congress.elections}
    for one in held(counted):
        plan = planned.get(one.body.id)
        if plan is None:
            continue
        size, number = one.election.planned_size, one.tally.seats
        if None not in (plan.planned_size, size) and plan.planned_size != size:
            values = {"size": size, "planned": plan.planned_size}
            yield one.problem(NOTE, "size-not-as-planned", ("planned_size",), **values)
        if plan.number is not None and number and plan.number != number:
            values = {"number": number, "planned": plan.number}
            yield one.problem(NOTE, "number-not-as-planned", ("ballots", 0, "number"), **values)


def members_come_from_the_body_they_are_drawn_from(
    counted: Counted, _: Round
) -> Iterator[Problem]:
    """Standing committee, secretary and deputies are committee members, elected or appointed.

    Điều lệ Đảng, Điều 20, and what a body of the round's own data says.
    """
    for one in held(counted):
        whole = counted.tally(one.body.drawn_from or "")
        if whole is None or not whole.members:  # not elected now, or told elsewhere as missing
            continue
        title = counted.body(whole.body).title
        for path, name, severity in _members(one):
            if name not in whole.members:
                yield one.problem(severity, "not-a-member", path, name=name, whole=title)


def _members(one: Held) -> Iterator[tuple[tuple[str | int, ...], str, Severity]]:
    """Each member of a body with its row; of the appointed a decision may know more."""
    for name in one.tally.elected:
        yield ("candidates", one.place(name), "name"), name, ERROR
    for row, told in enumerate(one.election.placements):
        yield ("placements", row, "name"), told.name, WARNING


def posts_exclude_each_other(counted: Counted, _: Round) -> Iterator[Problem]:
    """Nobody is secretary and deputy, chair and vice-chair, delegate and alternate at once."""
    by_body = {one.body.id: one for one in held(counted)}
    for first, second in EXCLUSIVE:
        if first not in by_body or second not in by_body:
            continue
        mine, other = by_body[first], by_body[second]
        for (_path, name, _s), (path, again, _t) in product(_members(mine), _members(other)):
            if name == again:
                values = {"name": name, "other": mine.body.title}
                yield other.problem(ERROR, "posts-exclude", path, **values)


def there_is_one_of_a_post(counted: Counted, _: Round) -> Iterator[Problem]:
    """There is one secretary, one chair."""
    for one in held(counted):
        if one.body.id in ONE_SEAT and one.votes and one.tally.seats > 1:
            path = ("ballots", 0, "number")
            yield one.problem(ERROR, "one-of-a-post", path, number=one.tally.seats)
        elif one.body.id in ONE_SEAT and len(one.tally.members) > 1:
            path, members = ("placements", 0, "name"), ", ".join(one.tally.members)
            yield one.problem(ERROR, "post-held-twice", path, members=members)
