"""Lists and rounds of voting: how many names and seats, ties and how they were settled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.elections import percent, surplus, surplus_allowed
from generator.model.election import BallotKind
from generator.rules.election_held import ERROR, NOTE, WARNING, severity_of, voted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.elections import BallotTally, Counted
    from generator.errors import Problem
    from generator.model import Round
    from generator.rules.election_held import Held


def rounds_are_of_their_kind(counted: Counted, _: Round) -> Iterator[Problem]:
    """The first round of voting is the first, and only that one."""
    for one in voted(counted):
        for i, ballot, _tally in one.rounds:
            if (ballot.kind is BallotKind.LAN_DAU) is not (i == 0):
                code = "later-ballot-kind" if i else "first-ballot-kind"
                path = ("ballots", i, "kind")
                yield one.problem(ERROR, code, path, kind=ballot.kind, round=i + 1)


def lists_are_long_enough(counted: Counted, found: Round) -> Iterator[Problem]:
    """There are as many names as seats; more of them for committee and standing committee.

    Quy chế bầu cử, the article on surplus (190-QĐ/TW, Điều 14; 244-QĐ/TW, Điều 16); a body of
    the round's own data rests on that data.
    """
    for one in voted(counted):
        source = found.election.why_surplus(one.body, counted.regulation)
        for i, ballot, tally in one.rounds:
            number = ballot.number
            values = {"listed": len(tally.lines), "number": number}
            path = ("ballots", i, "number")
            if tally.lines and len(tally.lines) < number:
                yield one.problem(ERROR, "list-below-number", path, **values)
            elif one.body.surplus and i == 0 and len(tally.lines) == number:
                severity = severity_of(source.certainty) or NOTE
                yield one.problem(
                    severity, "list-without-surplus", path, article=source.text, **values
                )


def surplus_is_within_its_limit(counted: Counted, found: Round) -> Iterator[Problem]:
    """The congress lets at most a share of the seats stand over; its rounding is not ruled.

    Quy chế bầu cử, the article on surplus, unless the round sets its own limit; a warning, the
    rounding is practice.
    """
    rule = counted.regulation
    for one in voted(counted):
        listed, seats = one.tally.listed, one.tally.seats
        allowed = surplus_allowed(seats, rule.surplus_max)
        if one.body.surplus and listed - seats > allowed:
            values = {"listed": listed, "number": seats, "over": listed - seats}
            told = percent(surplus(listed, seats), rule.share_decimals, rule.share_rounding)
            limits = {"percent": told, "most": rule.surplus_max, "allowed": allowed}
            yield one.problem(
                WARNING,
                "surplus-above-limit",
                ("ballots", 0, "number"),
                article=found.election.why_limit(rule).text,
                **values,
                **limits,
            )


def later_rounds_are_for_the_seats_left(counted: Counted, _: Round) -> Iterator[Problem]:
    """In a further round the seats shrink by those who are elected (identity).

    The body that votes may decide to fill fewer of them: only a warning.
    """
    for one in voted(counted):
        for i, ballot, _tally in one.later_rounds:
            if ballot.kind is not BallotKind.BAU_TIEP:
                continue
            left, path = _seats_left(one, i), ("ballots", i, "number")
            values = {"round": i + 1, "number": ballot.number, "left": left}
            spare = 0 if left else one.election.alternates or 0  # official ones first
            if ballot.number > left + spare:
                yield one.problem(ERROR, "further-above-left", path, **values)
            elif ballot.number < left:
                yield one.problem(WARNING, "further-below-left", path, **values)


def _seats_left(one: Held, number: int) -> int:
    """The seats that nobody has won before a round of voting."""
    won = {name for told in one.tally.ballots[:number] for name in told.elected}
    return max(0, one.tally.seats - len(won))


def nobody_is_elected_twice(counted: Counted, _: Round) -> Iterator[Problem]:
    """Who is elected leaves the list of the rounds that follow (identity)."""
    for one in voted(counted):
        for i, _ballot, tally in one.later_rounds:
            before = {name for told in one.tally.ballots[:i] for name in told.elected}
            for name in (line.name for line in tally.lines if line.name in before):
                path = ("candidates", one.place(name), "votes", i)
                yield one.problem(ERROR, "elected-stands-again", path, name=name, round=i + 1)


def no_more_are_elected_than_seats(counted: Counted, _: Round) -> Iterator[Problem]:
    """Over all rounds nobody is elected beyond the number of the first (identity)."""
    for one in voted(counted):
        elected, seats = len(one.tally.elected), one.tally.seats
        if elected > seats:
            path = ("ballots", len(one.tally.ballots) - 1, "number")
            yield one.problem(
                ERROR, "elected-above-number", path, elected=elected, number=seats
            )


def ties_are_voted_on_again_as_they_were(counted: Counted, _: Round) -> Iterator[Problem]:
    """Another vote among those tied is among them alone, for the seats that they tie for.

    Custom (the article was not read); but half is not needed there, so that another name
    would be elected without it.
    """
    for one in voted(counted):
        for i, ballot, tally in one.later_rounds:
            if ballot.kind is BallotKind.BANG_PHIEU:
                yield from _tie_again(one, i, one.tally.ballots[i - 1], tally)


def _tie_again(one: Held, i: int, before: BallotTally, again: BallotTally) -> Iterator[Problem]:
    values = {"round": i + 1, "before": i, "tied": ", ".join(before.tied)}
    if not before.tied:
        yield one.problem(ERROR, "tie-ballot-without-tie", ("ballots", i, "kind"), **values)
        return
    seats = {"number": again.seats, "seats": before.tied_seats}
    if again.seats != before.tied_seats:
        severity = ERROR if again.seats > before.tied_seats else WARNING
        yield one.problem(
            severity, "tie-ballot-number", ("ballots", i, "number"), **values, **seats
        )
    stood = [line.name for line in again.lines]
    for name in (name for name in stood if name not in before.tied):
        path = ("candidates", one.place(name), "votes", i)
        yield one.problem(ERROR, "tie-ballot-other-name", path, name=name, **values)
    for name in (name for name in before.tied if name not in stood):
        path = ("candidates", one.place(name), "votes", i)
        yield one.problem(WARNING, "tie-ballot-lacks-name", path, name=name, **values)


def ties_are_settled(counted: Counted, _: Round) -> Iterator[Problem]:
    """A tie is open until those who voted have voted again, or decided."""
    for one in voted(counted):
        if one.tally.tied:
            last = one.tally.ballots[-1]
            votes = next(line.votes for line in last.lines if line.name in last.tied)
            names = {"tied": ", ".join(last.tied), "votes": votes}
            path = ("ballots", len(one.tally.ballots) - 1, "number")
            again = last.kind is BallotKind.BANG_PHIEU
            code = "tie-open-again" if again else "tie-open"
            yield one.problem(WARNING, code, path, seats=last.tied_seats, **names)


def settled_names_were_tied(counted: Counted, _: Round) -> Iterator[Problem]:
    """A decision about a tie takes some of those tied, no more than the seats."""
    for one in voted(counted):
        last = one.tally.ballots[-1] if one.tally.ballots else None
        tied = last.tied if last else ()
        taken = [(j, c.name) for j, c in enumerate(one.election.candidates) if c.settled]
        for j, name in ((j, name) for j, name in taken if name not in tied):
            yield one.problem(
                ERROR, "settled-not-tied", ("candidates", j, "settled"), name=name
            )
        rows = [j for j, name in taken if name in tied]
        if last and len(rows) > last.tied_seats:
            values = {"settled": len(rows), "seats": last.tied_seats}
            path = ("candidates", rows[-1], "settled")
            yield one.problem(
                ERROR, "settled-above-seats", path, tied=", ".join(tied), **values
            )


def common_lists_fill_their_alternates(counted: Counted, _: Round) -> Iterator[Problem]:
    """Alternates that a common list still lacks (Quy chế bầu cử, the article on delegates)."""
    for one in voted(counted):
        wanted, found = one.election.alternates or 0, len(one.tally.alternates)
        if one.tally.ballots and found < wanted and not one.tally.tied:
            values = {"alternates": wanted, "elected": found, "left": wanted - found}
            yield one.problem(NOTE, "alternates-unfilled", ("alternates",), **values)
