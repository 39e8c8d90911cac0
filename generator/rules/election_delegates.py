"""The make-up of those who attended: parts that are the whole, parts that are within it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.election import Voter
from generator.model.result import Delegates
from generator.rules.election_held import ERROR, WARNING, problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.elections import Counted
    from generator.errors import Problem
    from generator.model import Round

WITHIN = (
    *("ex_officio", "elected", "appointed", "men", "women", "minorities", "university"),
    *("postgraduate", "politics_primary", "politics_intermediate", "politics_advanced"),
)
# each person has one of these at most
APART = (
    ("university", "postgraduate"),
    ("politics_primary", "politics_intermediate", "politics_advanced"),
)
SEX, ORIGIN = ("men", "women"), ("ex_officio", "elected", "appointed")


def attendance_is_of_those_convened(counted: Counted, _: Round) -> Iterator[Problem]:
    """No more are present than were convened, and those are who votes."""
    one, voters = counted.result.delegates, counted.result.assembly(Voter.DAI_HOI)
    if one is None:
        return
    values = {"present": one.present, "convened": one.convened}
    if one.present > one.convened:
        path = ("delegates", "present")
        yield problem(ERROR, "delegates-present-above-convened", path, **values)
    if voters and voters.convened != one.convened:
        path = ("delegates", "convened")
        values = {"convened": one.convened, "voters": voters.convened}
        yield problem(WARNING, "delegates-differ-from-voters", path, **values)


def parts_are_the_whole(counted: Counted, _: Round) -> Iterator[Problem]:
    """Men and women are all of those present, and so are the bands of age.

    Some count those convened: the shares, held against those present, are then not right.
    How delegates came to be is told of those convened; some count those present.
    """
    one = counted.result.delegates
    if one is None:
        return
    for names in (SEX, ("age_bands",)):
        yield from _whole(names, _numbers(one, names), (one.present, one.convened))
    yield from _whole(ORIGIN, _numbers(one, ORIGIN), (one.convened, one.present))


def _numbers(one: Delegates, names: Sequence[str]) -> list[int | None]:
    found = [getattr(one, name) for name in names]
    return [*found[0]] if names == ("age_bands",) else found


def _whole(
    names: Sequence[str], numbers: Sequence[int | None], wholes: tuple[int, int]
) -> Iterator[Problem]:
    """A breakdown that is filled in and is not the first whole; an empty part is nobody.

    One that is the other whole counts other people: doubtful, not wrong.
    """
    known = [number for number in numbers if number is not None]
    if not known or (names == SEX and len(known) == 1):
        return
    total = sum(known)
    if total == wholes[0]:
        return
    values = {
        "parts": " + ".join(map(str, known)),
        "title": ", ".join(_title(name) for name in names),
        "sum": total,
        "whole": wholes[0],
    }
    doubtful = "delegates-of-present" if names == ORIGIN else "delegates-of-convened"
    severity = WARNING if total == wholes[1] else ERROR
    code = doubtful if total == wholes[1] else "delegates-not-summed"
    yield problem(severity, code, ("delegates", names[0]), **values)


def _title(name: str) -> str:
    return Delegates.model_fields[name].title or name


def parts_are_within_the_whole(counted: Counted, _: Round) -> Iterator[Problem]:
    """A row "trong đó" is at most the whole; so are degrees together, and political levels."""
    one = counted.result.delegates
    if one is None:
        return
    for name in WITHIN:
        number = getattr(one, name)
        if number is not None and number > one.convened:
            values = {"title": _title(name), "value": number, "convened": one.convened}
            path = ("delegates", name)
            yield problem(ERROR, "delegates-part-above-whole", path, **values)
    for names in APART:
        total = sum(getattr(one, name) or 0 for name in names)
        if total > one.convened >= max(getattr(one, name) or 0 for name in names):
            titles = ", ".join(_title(name) for name in names)
            values = {"title": titles, "sum": total, "convened": one.convened}
            path = ("delegates", names[0])
            yield problem(WARNING, "delegates-parts-above-whole", path, **values)


def bands_are_those_of_the_round(counted: Counted, _: Round) -> Iterator[Problem]:
    """As many bands of age are told as the round has."""
    one = counted.result.delegates
    told = len(one.age_bands) if one else 0
    bands = len(counted.regulation.age_bands) + 1
    if told not in (0, bands):
        yield problem(
            ERROR, "age-bands-differ", ("delegates", "age_bands"), told=told, bands=bands
        )
