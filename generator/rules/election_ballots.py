"""The numbers of a round of voting: papers, people, votes.

Sums hold of themselves; who gives votes and what a paper may hold: Quy chế bầu cử, the article
on ballots and the one on results (244-QĐ/TW, Điều 17, 32; 190-QĐ/TW, Điều 15, 30).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.elections import Verdict
from generator.rules.election_held import ERROR, NOTE, WARNING, voted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.elections import Counted
    from generator.errors import Problem
    from generator.model import Round
    from generator.rules.election_held import Held

NEAREST = 5  # names that fell short, told one by one


def ballots_are_there(counted: Counted, _: Round) -> Iterator[Problem]:
    """Where somebody is elected there is a list, and the count of a first round of voting."""
    for one in voted(counted):
        if not one.election.ballots:
            yield one.problem(ERROR, "ballots-missing", ("ballots",))
        if not one.election.candidates:
            yield one.problem(ERROR, "list-missing", ("candidates",))


def papers_add_up(counted: Counted, _: Round) -> Iterator[Problem]:
    """No more papers come back than went out; those that came back are valid or invalid."""
    for one in voted(counted):
        for i, ballot, _tally in one.rounds:
            path, total = ("ballots", i), ballot.valid + ballot.invalid
            numbers = {name: getattr(ballot, name) for name in ("issued", "returned")}
            if ballot.returned > ballot.issued:
                yield one.problem(
                    ERROR, "returned-above-issued", (*path, "returned"), **numbers
                )
            if total != ballot.returned:
                sums = {"valid": ballot.valid, "invalid": ballot.invalid, "sum": total}
                yield one.problem(
                    ERROR, "ballots-not-summed", (*path, "returned"), **numbers, **sums
                )


def papers_go_to_people(counted: Counted, _: Round) -> Iterator[Problem]:
    """Nobody is present who was not convened, nobody has two papers."""
    for one in voted(counted):
        convened = one.assembly.convened if one.assembly else None
        for i, ballot, _tally in one.rounds:
            if convened is not None and ballot.present > convened:
                values = {"present": ballot.present, "convened": convened}
                yield one.problem(
                    ERROR, "present-above-convened", ("ballots", i, "present"), **values
                )
            if ballot.issued > ballot.present:
                values = {"present": ballot.present, "issued": ballot.issued}
                yield one.problem(
                    ERROR, "issued-above-present", ("ballots", i, "issued"), **values
                )


def present_people_are_in_the_base(counted: Counted, _: Round) -> Iterator[Problem]:
    """Who is not in the base is absent or may not vote; the others are no more (inferred)."""
    for one in voted(counted):
        convened = one.assembly.convened if one.assembly else 0
        for i, ballot, tally in one.rounds:
            if tally.base < ballot.present <= convened:
                values = {"present": ballot.present, "base": tally.base, "convened": convened}
                yield one.problem(
                    WARNING, "present-above-base", ("ballots", i, "present"), **values
                )


def votes_are_of_valid_papers(counted: Counted, _: Round) -> Iterator[Problem]:
    """Only valid papers give votes, one to a name; agreed and not agreed are theirs too."""
    for one in voted(counted):
        for i, ballot, tally in one.rounds:
            for line in tally.lines:
                path = ("candidates", one.place(line.name))
                values = {"name": line.name, "votes": line.votes, "valid": ballot.valid}
                total = line.votes + (line.against or 0)
                if line.votes > ballot.valid:
                    yield one.problem(ERROR, "votes-above-valid", (*path, "votes", i), **values)
                elif total > ballot.valid:
                    values |= {"against": line.against, "sum": total}
                    yield one.problem(
                        ERROR, "agreement-above-valid", (*path, "against", i), **values
                    )


def votes_fit_on_the_papers(counted: Counted, _: Round) -> Iterator[Problem]:
    """A valid paper elects as many as the number or fewer.

    Alternates on the same list are counted in: more than that fits in no reading.
    """
    for one in voted(counted):
        for i, ballot, tally in one.rounds:
            number = ballot.number + (0 if i else one.election.alternates or 0)
            total = sum(line.votes for line in tally.lines)
            limit = ballot.valid * number
            if total > limit:
                values = {"sum": total, "valid": ballot.valid, "number": number}
                yield one.problem(
                    ERROR, "votes-above-papers", ("ballots", i, "valid"), limit=limit, **values
                )


def disagreement_is_of_lists_without_surplus(counted: Counted, _: Round) -> Iterator[Problem]:
    """Only a paper without surplus has the boxes to agree and not to agree."""
    for one in voted(counted):
        for i, ballot, tally in one.rounds:
            told = [line for line in tally.lines if line.against is not None]
            seats = ballot.number + (one.election.alternates or 0)
            if told and len(tally.lines) > seats:
                path = ("candidates", one.place(told[0].name), "against", i)
                values = {"listed": len(tally.lines), "number": ballot.number}
                cited = counted.regulation.cites("ballots")
                yield one.problem(
                    WARNING, "against-with-surplus", path, article=cited, **values
                )


def every_name_has_votes(counted: Counted, _: Round) -> Iterator[Problem]:
    """Nobody on the list is passed over: no vote is a 0; a vote is of a round that was held."""
    for one in voted(counted):
        rounds = len(one.election.ballots)
        for j, candidate in enumerate(one.election.candidates):
            if rounds and all(votes is None for votes in candidate.votes[:rounds]):
                path = ("candidates", j, "votes", 0)
                yield one.problem(ERROR, "votes-missing", path, name=candidate.name)
            beyond = enumerate(candidate.votes[rounds:], rounds)
            for i in (i for i, votes in beyond if votes is not None):
                path = ("candidates", j, "votes", i)
                yield one.problem(
                    ERROR, "votes-without-ballot", path, name=candidate.name, round=i + 1
                )


def invalid_papers_have_a_reason(counted: Counted, _: Round) -> Iterator[Problem]:
    """The minutes say why papers are invalid (form of a cell's minutes)."""
    for one in voted(counted):
        for i, ballot, _tally in one.rounds:
            if ballot.invalid and not ballot.invalid_reason:
                path = ("ballots", i, "invalid_reason")
                yield one.problem(NOTE, "invalid-without-reason", path, invalid=ballot.invalid)


def seats_are_filled(counted: Counted, _: Round) -> Iterator[Problem]:
    """Seats left empty are told, with by how many votes the next names fell short."""
    for one in voted(counted):
        if one.tally.unfilled and one.tally.ballots and not one.tally.tied:
            values = {"left": one.tally.unfilled, "number": one.tally.seats}
            path = ("ballots", len(one.tally.ballots) - 1, "number")
            yield one.problem(NOTE, "seats-unfilled", path, short=_short(one), **values)


def _short(one: Held) -> str:
    """Who fell short in the last round of voting, the nearest first."""
    lines = [
        line
        for line in one.tally.ballots[-1].lines
        if line.verdict is Verdict.KHONG_QUA_NUA and line.name not in one.tally.members
    ]
    lines.sort(key=lambda line: line.missing)
    told = [f"{line.name} thiếu {line.missing} phiếu" for line in lines[:NEAREST]]
    if len(lines) > NEAREST:
        told.append(f"{len(lines) - NEAREST} người khác thiếu nhiều hơn hoặc bằng thế")
    return ", ".join(told) or "không còn ai trong danh sách"
