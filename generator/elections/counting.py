"""The arithmetic of a vote: base, majority, who is elected, who ties, what is left to do.

Returns values, judges nothing. Everything is decided on whole numbers: somebody is elected
whose votes are more than half of the base, `2 * votes > base` (190-QĐ/TW, Điều 30), and the
base is of people convened, never of ballots. Nobody here picks the winner of a tie.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.elections.ranking import Winners, highest, seated
from generator.elections.shares import is_elected_by, votes_missing
from generator.elections.tallies import BallotTally, Line, NextStep, Tally, Verdict
from generator.model.election import BallotKind, Mode

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.election import Ballot, Candidate, Election


def tally(election: Election, base: int) -> Tally:
    """The election, counted from its ballots and votes alone."""
    placed = tuple(placement.name for placement in election.placements)
    if election.mode is not Mode.BAU:
        return Tally(
            election.body, base, placed=placed, members=placed, vacant=_vacant(election, placed)
        )
    ballots = tuple(_ballots(election, base))
    seats = election.ballots[0].number if election.ballots else 0
    elected, alternates = _winners(election, ballots, seats)
    unfilled = max(0, seats - len(elected))
    tied = _tied(ballots, elected + alternates)
    return Tally(
        body=election.body,
        base=base,
        ballots=ballots,
        elected=elected,
        alternates=alternates,
        placed=placed,
        seats=seats,
        unfilled=unfilled,
        vacant=_vacant(election, (*elected, *placed)),
        tied=tied,
        step=_next_step(ballots, tied, unfilled),
        members=(*elected, *placed),
    )


def _winners(
    election: Election, ballots: Sequence[BallotTally], seats: int
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who is elected over all rounds, and who as an alternate from the same list."""
    voted = [name for one in ballots for name in one.elected]
    settled = _settled(election, ballots, voted)
    if not (election.alternates and ballots):
        return tuple(dict.fromkeys([*voted, *settled])), ()
    official, beyond = seated(ballots, seats)
    room = seats - len(official)
    official, beyond = (*official, *settled[:room]), (*beyond, *settled[room:])
    spare = [name for one in ballots for name in one.alternates]
    return official, tuple(dict.fromkeys([*spare, *beyond]))


def _vacant(election: Election, members: Sequence[str]) -> int | None:
    if election.planned_size is None:
        return None
    return max(0, election.planned_size - len(members))


def _ballots(election: Election, base: int) -> Iterable[BallotTally]:
    for number, ballot in enumerate(election.ballots):
        stood = [one for one in election.candidates if _votes(one, number) is not None]
        first = ballot.kind is BallotKind.LAN_DAU
        yield count(ballot, number, stood, base, (election.alternates or 0) if first else 0)


def _votes(candidate: Candidate, number: int) -> int | None:
    return candidate.votes[number] if number < len(candidate.votes) else None


def _against(candidate: Candidate, number: int) -> int | None:
    return candidate.against[number] if number < len(candidate.against) else None


def count(
    ballot: Ballot, number: int, stood: Sequence[Candidate], base: int, alternates: int = 0
) -> BallotTally:
    """One round of voting, counted.

    Among names that tied, more votes wins and half is not needed (custom: the article of
    190-QĐ/TW was not read).
    """
    votes = {one.name: _votes(one, number) or 0 for one in stood}
    half_needed = ballot.kind is not BallotKind.BANG_PHIEU
    fit = [name for name in votes if not half_needed or is_elected_by(votes[name], base)]
    won = highest(fit, votes, ballot.number)
    left = [name for name in fit if name not in won.names]
    spare = highest(left, votes, alternates) if alternates and not won.tied else Winners()
    tie = won if won.tied else spare
    beaten = Verdict.HET_SO_LUONG if half_needed else Verdict.IT_PHIEU_HON
    verdicts = {
        **dict.fromkeys(votes, Verdict.KHONG_QUA_NUA),
        **dict.fromkeys(fit, beaten),
        **dict.fromkeys(won.names, Verdict.TRUNG_CU),
        **dict.fromkeys(spare.names, Verdict.DU_KHUYET),
        **dict.fromkeys(tie.tied, Verdict.BANG_PHIEU),
    }
    return BallotTally(
        number=number,
        kind=ballot.kind,
        seats=ballot.number,
        base=base,
        lines=tuple(
            Line(
                name=one.name,
                votes=votes[one.name],
                against=_against(one, number),
                missing=votes_missing(votes[one.name], base) if half_needed else 0,
                verdict=verdicts[one.name],
            )
            for one in stood
        ),
        elected=won.names,
        alternates=spare.names,
        tied=tie.tied,
        tied_seats=tie.seats_left,
    )


def _settled(
    election: Election, ballots: Sequence[BallotTally], won: Sequence[str]
) -> list[str]:
    """The names among those still tied whom the body that voted took, as the data says.

    More names than seats settle nothing: the tie is still open.
    """
    if not ballots:
        return []
    last = ballots[-1]
    taken = [one.name for one in election.candidates if one.settled]
    found = [name for name in taken if name in last.tied and name not in won]
    return found if len(found) <= last.tied_seats else []


def _tied(ballots: Sequence[BallotTally], won: Sequence[str]) -> tuple[str, ...]:
    """The names of a tie that is still open: none of them was taken."""
    tied = ballots[-1].tied if ballots else ()
    return () if any(name in won for name in tied) else tied


def _next_step(ballots: Sequence[BallotTally], tied: Sequence[str], unfilled: int) -> NextStep:
    if tied:
        again = ballots[-1].kind is BallotKind.BANG_PHIEU
        return NextStep.QUYET_DINH_BANG_PHIEU if again else NextStep.BAU_LAI_BANG_PHIEU
    return NextStep.BAU_TIEP if unfilled else NextStep.XONG
