"""Who is elected: the worked cases of the regulation, and thousands of random elections."""

from __future__ import annotations

import os
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.elections import NextStep, Verdict, base_of, percent, tally
from generator.model.election import (
    Ballot,
    BallotKind,
    Candidate,
    Election,
    Mode,
    Placement,
    Voter,
)
from generator.model.result import Assembly
from generator.sources import shipped_regulations
from plain_count import plain_base, plain_count
from results import elections

if TYPE_CHECKING:
    import random
    from collections.abc import Mapping

SOAK = bool(os.environ.get("VANKIEN_SOAK"))
MANY = settings(max_examples=20_000 if SOAK else 1_500, deadline=None)
SOME = settings(max_examples=5_000 if SOAK else 400, deadline=None)
AFTER = BallotKind.BAU_TIEP
TIE = BallotKind.BANG_PHIEU


def vote(number: int, kind: BallotKind = BallotKind.LAN_DAU, present: int = 100) -> Ballot:
    papers = {"present": present, "issued": present, "returned": present, "valid": present}
    return Ballot(kind=kind, number=number, invalid=0, **papers)


def election(
    ballots: tuple[Ballot, ...], votes: Mapping[str, tuple[int | None, ...]], **more: object
) -> Election:
    candidates = tuple(Candidate(name=name, votes=told) for name, told in votes.items())
    told = {"body": "ban-chap-hanh", "mode": Mode.BAU, **more}
    return Election.model_validate({**told, "ballots": ballots, "candidates": candidates})


def test_eleven_members_one_excused_need_six_votes() -> None:
    regulation = shipped_regulations().on(date(2025, 2, 20))
    rule = regulation.base_rule(Voter.DAI_HOI, of_members=True)
    base = base_of(Assembly(voter=Voter.DAI_HOI, convened=11, excused=1), rule)
    found = tally(election((vote(2),), {"An": (5,), "Bình": (6,)}), base)
    assert (base, found.elected) == (10, ("Bình",))
    assert [line.missing for line in found.ballots[0].lines] == [1, 0]


def test_delegates_who_were_replaced_stay_in_the_base() -> None:
    regulation = shipped_regulations().on(date(2025, 2, 20))
    rule = regulation.base_rule(Voter.DAI_HOI, of_members=False)
    base = base_of(Assembly(voter=Voter.DAI_HOI, convened=159, conveners_absent=2), rule)
    found = tally(election((vote(2),), {"An": (78,), "Bình": (79,)}), base)
    assert (base, found.elected) == (157, ("Bình",))
    assert percent(Fraction(79, base)) == "50,32"


def test_a_tie_at_the_last_seat_elects_nobody_to_it() -> None:
    votes = {"An": (90,), "Bình": (70,), "Cường": (70,), "Dũng": (60,)}
    found = tally(election((vote(2),), votes), 100)
    assert found.elected == ("An",)
    assert (found.tied, found.ballots[0].tied_seats) == (("Bình", "Cường"), 1)
    assert (found.unfilled, found.step) == (1, NextStep.BAU_LAI_BANG_PHIEU)
    assert found.ballots[0].lines[3].verdict is Verdict.HET_SO_LUONG


def test_a_vote_among_those_tied_needs_no_half() -> None:
    votes = {"An": (90, None), "Bình": (70, 48), "Cường": (70, 40)}
    found = tally(election((vote(2), vote(1, TIE)), votes), 100)
    assert (found.elected, found.step) == (("An", "Bình"), NextStep.XONG)


def test_a_second_tie_is_for_the_congress_to_decide() -> None:
    votes = {"An": (90, None), "Bình": (70, 50), "Cường": (70, 50)}
    told = election((vote(2), vote(1, TIE)), votes)
    assert tally(told, 100).step is NextStep.QUYET_DINH_BANG_PHIEU
    candidates = [
        one.model_copy(update={"settled": one.name == "Cường"}) for one in told.candidates
    ]
    settled = told.model_copy(update={"candidates": tuple(candidates)})
    found = tally(settled, 100)
    assert (found.elected, found.tied, found.step) == (("An", "Cường"), (), NextStep.XONG)


def test_a_decision_for_more_names_than_seats_decides_nothing() -> None:
    told = election((vote(1),), {"An": (70,), "Bình": (70,)})
    candidates = tuple(one.model_copy(update={"settled": True}) for one in told.candidates)
    found = tally(told.model_copy(update={"candidates": candidates}), 100)
    assert (found.elected, found.tied) == ((), ("An", "Bình"))


def test_further_rounds_fill_the_seats_that_are_left() -> None:
    votes = {"An": (90, None), "Bình": (50, 51), "Cường": (20, 30)}
    found = tally(election((vote(3), vote(2, AFTER)), votes), 100)
    assert (found.elected, found.unfilled) == (("An", "Bình"), 1)
    assert found.step is NextStep.BAU_TIEP


def test_alternates_of_a_common_list_come_after_the_delegates() -> None:
    votes = {"An": (60,), "Bình": (80,), "Cường": (70,), "Dũng": (40,)}
    found = tally(election((vote(1),), votes, alternates=2), 100)
    assert (found.elected, found.alternates) == (("Bình",), ("Cường", "An"))


def test_nobody_is_an_alternate_unvoted_where_the_seats_were_tied() -> None:
    votes = {"An": (70, 55), "Bình": (70, 45), "Cường": (60, None)}
    told = election((vote(1), vote(1, TIE)), votes, alternates=1)
    found = tally(told, 100)
    assert (found.elected, found.alternates) == (("An",), ())
    again = {"An": (70, 55, None), "Bình": (70, 45, 52), "Cường": (60, None, 40)}
    voted = election((vote(1), vote(1, TIE), vote(1, AFTER)), again, alternates=1)
    found = tally(voted, 100)
    assert (found.elected, found.alternates) == (("An",), ("Bình",))


def test_a_later_ballot_for_seats_and_alternates_never_tells_equals_apart() -> None:
    votes = {"An": (40, 60), "Bình": (40, 60)}
    told = election((vote(1), vote(2, AFTER)), votes, alternates=1)
    found = tally(told, 100)
    assert (found.elected, found.alternates, found.unfilled) == ((), (), 1)


def test_appointed_members_stand_beside_the_elected() -> None:
    told = election(
        (vote(2),),
        {"An": (90,), "Bình": (80,)},
        planned_size=4,
        placements=(Placement(name="Cường"),),
    )
    found = tally(told, 100)
    assert (found.members, found.vacant) == (("An", "Bình", "Cường"), 1)


def test_without_anybody_convened_nobody_is_elected() -> None:
    assert tally(election((vote(1),), {"An": (5,)}), 0).elected == ()


@MANY
@given(elections())
def test_a_plain_second_count_finds_the_same(given: tuple[Election, int]) -> None:
    told, base = given
    found, plain = tally(told, base), plain_count(told, base)
    assert found.elected == tuple(plain.elected)
    assert found.alternates == tuple(plain.alternates)
    assert (found.placed, found.members) == (tuple(plain.placed), tuple(plain.members))
    assert (found.tied, found.step) == (tuple(plain.tied), plain.step)
    assert (found.seats, found.unfilled) == (plain.seats, plain.unfilled)
    assert (found.vacant, found.listed) == (plain.vacant, plain.listed)
    assert len(found.ballots) == len(plain.rounds)
    for ballot, one in zip(found.ballots, plain.rounds, strict=True):
        assert {line.name: line.verdict for line in ballot.lines} == one.fate
        assert {line.name: line.missing for line in ballot.lines} == one.short
        assert ballot.elected == tuple(one.elected)
        assert ballot.alternates == tuple(one.alternates)
        assert (ballot.tied, ballot.tied_seats) == (tuple(one.tied), one.tied_seats)


@SOME
@given(
    st.builds(
        Assembly,
        voter=st.sampled_from(Voter),
        convened=st.integers(0, 30),
        **{
            name: st.integers(0, 8)
            for name in ("moved", "suspended", "excused", "conveners_absent", "not_replaced")
        },
    ),
    st.booleans(),
)
def test_a_plain_second_base_is_the_same(assembly: Assembly, of_members: bool) -> None:  # noqa: FBT001 - drawn
    kind = "meeting"
    if assembly.voter is Voter.DAI_HOI:
        kind = "members" if of_members else "delegates"
    for regulation in shipped_regulations().regulations:
        rule = regulation.base_rule(assembly.voter, of_members=of_members)
        assert base_of(assembly, rule) == plain_base(assembly, kind)


@SOME
@given(elections())
def test_the_elected_have_more_than_half_and_a_seat(given: tuple[Election, int]) -> None:
    told, base = given
    found = tally(told, base)
    for ballot in found.ballots:
        votes = {line.name: line.votes for line in ballot.lines}
        assert len(ballot.elected) <= ballot.seats
        assert len(ballot.elected) + ballot.tied_seats <= ballot.seats + (told.alternates or 0)
        assert len(ballot.tied) > ballot.tied_seats or not ballot.tied
        assert len({votes[name] for name in ballot.tied}) <= 1
        if ballot.kind is not TIE:
            assert all(2 * votes[name] > base for name in ballot.elected)
    if found.ballots:
        assert found.unfilled == max(0, found.seats - len(found.elected))


@SOME
@given(elections(), st.integers(1, 20))
def test_more_votes_never_cost_a_seat(given: tuple[Election, int], more: int) -> None:
    told, base = given
    first = told.model_copy(update={"ballots": told.ballots[:1]})
    for winner in [name for one in tally(first, base).ballots for name in one.elected]:
        raised = tuple(
            one.model_copy(update={"votes": ((one.votes[0] or 0) + more, *one.votes[1:])})
            if one.name == winner
            else one
            for one in told.candidates
        )
        again = tally(first.model_copy(update={"candidates": raised}), base)
        assert winner in again.ballots[0].elected


@SOME
@given(elections(), st.randoms(use_true_random=False))
def test_the_order_of_the_list_decides_nothing(
    given: tuple[Election, int], dice: random.Random
) -> None:
    told, base = given
    shuffled = list(told.candidates)
    dice.shuffle(shuffled)
    found = tally(told, base)
    again = tally(told.model_copy(update={"candidates": tuple(shuffled)}), base)
    assert set(found.elected) == set(again.elected)
    assert set(found.alternates) == set(again.alternates)
    assert (set(found.tied), found.step) == (set(again.tied), again.step)
    assert (found.unfilled, found.vacant) == (again.unfilled, again.vacant)


@pytest.mark.parametrize("seats", [1, 2, 3])
def test_equals_at_the_last_seat_are_never_told_apart(seats: int) -> None:
    votes = {f"Người Thử {n}": (70,) for n in range(seats + 1)}
    found = tally(election((vote(seats),), votes), 100)
    assert (found.elected, len(found.tied)) == ((), seats + 1)
