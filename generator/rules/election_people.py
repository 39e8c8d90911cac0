"""Names: each person once, on lists that know them, with dates in order."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date
from difflib import get_close_matches
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.rules.election_held import ERROR, NOTE, WARNING, held, problem, voted
from generator.vietnamese import name_key, short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.elections import Counted
    from generator.errors import Problem
    from generator.model import Round
    from generator.model.birth import LifeDate

_SEPARATOR = re.compile(r"[,;\n]| và ")
_LAST_MONTH = 12


def names_are_once_on_a_list(counted: Counted, _: Round) -> Iterator[Problem]:
    """The same name twice on a list, or among those appointed, is counted twice."""
    for one in held(counted):
        for field in ("candidates", "placements"):
            names = [told.name for told in getattr(one.election, field)]
            for row, first in _repeated(names):
                values = {"name": names[row], "first": first + 1}
                yield one.problem(ERROR, "name-twice-on-list", (field, row, "name"), **values)


def people_are_named_once(counted: Counted, _: Round) -> Iterator[Problem]:
    """A name stands for one person; two who share it need something that tells them apart."""
    names = [one.name for one in counted.result.people]
    for row, first in _repeated(names):
        path = ("people", row, "name")
        yield problem(ERROR, "name-twice", path, name=names[row], first=first + 1)


def _repeated(names: Iterable[str]) -> Iterator[tuple[int, int]]:
    """Where a name comes again, and where it came first."""
    seen: dict[str, int] = {}
    for row, name in enumerate(names):
        first = seen.setdefault(name.casefold(), row)
        if first != row:
            yield row, first


def names_are_of_people(counted: Counted, _: Round) -> Iterator[Problem]:
    """Whoever is on a list or in a body is described among the people."""
    known = [one.name for one in counted.result.people]
    for one in held(counted):
        for field in ("candidates", "placements"):
            for row, told in enumerate(getattr(one.election, field)):
                if told.name not in known:
                    values = {"name": told.name, "hint": _close(told.name, known)}
                    yield one.problem(ERROR, "name-unknown", (field, row, "name"), **values)


def _close(name: str, known: Iterable[str]) -> str:
    """A known name that differs little, "" where there is none."""
    by_lower = {one.casefold(): one for one in known}
    found = get_close_matches(name.casefold(), by_lower, n=1, cutoff=0.8)
    return by_lower[found[0]] if found else ""


def people_are_on_some_list(counted: Counted, _: Round) -> Iterator[Problem]:
    """Somebody on no list and in no body is in no table."""
    lists = [one.election for one in held(counted)]
    used = {told.name for one in lists for told in one.candidates}
    used |= {told.name for one in lists for told in one.placements}
    for row, person in enumerate(counted.result.people):
        if person.name not in used:
            yield problem(NOTE, "person-unused", ("people", row, "name"), name=person.name)


def lists_are_in_order(counted: Counted, _: Round) -> Iterator[Problem]:
    """Names stand on the ballot by given name, A B C (one source: a reminder).

    Names that came to the list for a later round of voting may stand at its end.
    """
    for one in voted(counted):
        names = [line.name for tally in one.tally.ballots[:1] for line in tally.lines]
        for name, following in pairwise(names):
            if name_key(following) < name_key(name):
                path = ("candidates", one.place(following), "name")
                yield one.problem(NOTE, "list-not-in-order", path, name=following, before=name)
                break


def counters_are_not_on_the_list(counted: Counted, _: Round) -> Iterator[Problem]:
    """Whoever counts ballots is not on the list: 190-QĐ/TW, Điều 8; 244-QĐ/TW, Điều 7."""
    cited = counted.regulation.cites("counting_committee")
    for one in voted(counted):
        listed = {told.name.casefold() for told in one.election.candidates}
        for field in ("counting_head", "counting_members"):
            told = getattr(one.election, field) or ""
            for name in filter(None, map(str.strip, _SEPARATOR.split(told))):
                if name.casefold() in listed:
                    yield one.problem(
                        ERROR, "counter-on-list", (field,), name=name, article=cited
                    )


def minutes_have_their_people(counted: Counted, _: Round) -> Iterator[Problem]:
    """The minutes name the head of those who counted, and who signs for the presidium."""
    for one in voted(counted):
        for field, code in (("counting_head", "no-counting-head"), ("chair", "no-chair")):
            if one.election.ballots and not getattr(one.election, field):
                yield one.problem(WARNING, code, (field,))


def lives_are_in_order(counted: Counted, _: Round) -> Iterator[Problem]:
    """Somebody is born, joins the Party, and then is elected."""
    closed = counted.result.closed_on
    for row, person in enumerate(counted.result.people):
        born, joined = person.born, person.joined_on
        values = {"name": person.name, "born": born, "joined": joined or ""}
        if _earliest(born) > closed:
            path = ("people", row, "born")
            yield problem(
                ERROR, "born-after-congress", path, closed=short_date(closed), **values
            )
        if joined and _latest(joined) <= _earliest(born):
            yield problem(ERROR, "joined-before-born", ("people", row, "joined_on"), **values)
        if joined and _earliest(joined) > closed:
            path = ("people", row, "joined_on")
            yield problem(
                ERROR, "joined-after-congress", path, closed=short_date(closed), **values
            )


def _earliest(day: LifeDate) -> date:
    return date(day.year, day.month or 1, day.day or 1)


def _latest(day: LifeDate) -> date:
    """The last day that it can be; of a month the 28th, which is late enough to compare."""
    return date(day.year, day.month or _LAST_MONTH, day.day or 28)


def nobody_joins_two_ways(counted: Counted, _: Round) -> Iterator[Problem]:
    """Elected and appointed do not mix: one person comes into one body in one way."""
    for one in held(counted):
        elected = Counter(one.tally.elected)
        for row, told in enumerate(one.election.placements):
            if told.name in elected:
                path = ("placements", row, "name")
                yield one.problem(
                    ERROR, "elected-and-placed", path, name=told.name, kind=told.kind
                )
