"""What results come to: one congress in numbers, all added up, no share without its base."""

from __future__ import annotations

import time
from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings

from generator.elections import counted, percent, tally
from generator.model import Month
from generator.model.election import BallotKind, Candidate, Mode, Placement, PlacementKind
from generator.model.regulation import Rounding
from generator.model.result import Standing
from generator.statistics import (
    Absent,
    MakeUp,
    NotElected,
    ScopeKind,
    Share,
    State,
    UnitSummary,
    Votes,
    band_labels,
    bands,
    roll_up,
    summary,
)
from summaries import (
    AS_OF,
    body,
    known_as,
    plausible_count,
    plausible_summaries,
    random_units,
    sample_round,
    spread,
    unit,
)

if TYPE_CHECKING:
    from generator.elections import Counted
    from generator.model import Round
    from generator.statistics import BodyFigures, RollUp

_ROUND = sample_round()


@pytest.fixture(scope="module")
def found() -> Round:
    return sample_round()


@pytest.fixture(scope="module")
def hospital(found: Round) -> Counted:
    congress = next(one for one in found.congresses if one.organization == "benh-vien")
    return plausible_count(found, congress)


def test_a_summary_counts_what_a_hand_counts(hospital: Counted, found: Round) -> None:
    committee = summary(hospital, found).body("ban-chap-hanh")
    election = hospital.result.election("ban-chap-hanh")
    assert committee is not None
    assert election is not None
    people = {person.name: person for person in hospital.result.people}
    votes = {one.name: one.votes[0] or 0 for one in election.candidates}
    won = sorted(votes, key=lambda name: -votes[name])[: election.ballots[0].number]
    chosen = [people[name] for name in won]
    assert committee.number == election.ballots[0].number
    assert committee.listed == len(votes)
    assert committee.surplus == len(votes) - len(won)
    assert committee.chosen.women == sum(one.sex == "nữ" for one in chosen)
    assert committee.chosen.minorities == sum(one.ethnicity != "Kinh" for one in chosen)
    assert committee.chosen.re_elected == sum(one.standing == "tái cử" for one in chosen)
    assert committee.votes.sum == sum(votes[name] for name in won)
    assert (committee.votes.lowest, committee.votes.highest) == (votes[won[-1]], votes[won[0]])
    assert {one.name for one in committee.not_elected} == {*votes} - {*won}


def test_ages_are_counted_at_the_month_that_the_tier_sets(
    hospital: Counted, found: Round
) -> None:
    assert summary(hospital, found).aged_on == date(2026, 11, 30)
    tiers = tuple(
        tier.model_copy(update={"age_month": Month(2036, 2)})
        if tier.id == hospital.congress.tier
        else tier
        for tier in found.tiers
    )
    later = summary(hospital, found.model_copy(update={"tiers": tiers}))
    now, then = (one.body("ban-chap-hanh") for one in (summary(hospital, found), later))
    assert later.aged_on == date(2036, 2, 29)
    assert now is not None
    assert then is not None
    older = sum(then.chosen.ages) - sum(now.chosen.ages)
    assert 9 * now.elected <= older <= 10 * now.elected


def test_young_is_under_the_age_that_the_regulation_sets() -> None:
    assert bands([41, 42], (42,)) == (1, 1)
    assert band_labels((40, 50)) == ("dưới 40", "40-50", "trên 50")
    assert bands([39, 40, 50, 51], (40, 50)) == (1, 2, 1)


def test_a_summary_comes_back_from_the_register_as_it_was(found: Round) -> None:
    for one in plausible_summaries(found):
        assert UnitSummary.from_json(one.to_json()) == one


@given(random_units())
@settings(max_examples=40)
def test_any_summary_comes_back_as_it_was(units: tuple[UnitSummary, ...]) -> None:
    assert tuple(UnitSummary.from_json(one.to_json()) for one in units) == units


def test_an_appointed_committee_is_counted_apart(hospital: Counted, found: Round) -> None:
    election = hospital.result.elections[0]
    names = [person.name for person in hospital.result.people[:4]]
    placements = tuple(
        Placement(name=name, kind=PlacementKind.DUONG_NHIEN if n == 0 else "chỉ định")
        for n, name in enumerate(names)
    )
    appointed = election.model_copy(
        update={
            "mode": Mode.CHI_DINH,
            "ballots": (),
            "candidates": (),
            "placements": placements,
        }
    )
    result = hospital.result.model_copy(update={"elections": (appointed,)})
    changed = counted(result, hospital.congress, hospital.regulation, hospital.bodies)
    one = summary(changed, found).body(election.body)
    assert one is not None
    assert (one.elected, one.appointed, one.ex_officio) == (0, 3, 1)
    assert (one.chosen.total, one.placed.total) == (0, 4)
    assert one.votes.winners == 0


def test_a_cell_that_elects_its_secretary_is_no_trial(found: Round) -> None:
    direct = {
        one.congress: figures.direct
        for one in plausible_summaries(found)
        if (figures := one.body("bi-thu"))
    }
    assert direct == {"truong-thpt": True, "benh-vien": False, "khoa-noi": False}


def test_who_stood_again_in_vain_is_named(hospital: Counted, found: Round) -> None:
    committee = summary(hospital, found).body("ban-chap-hanh")
    assert committee is not None
    standing = {p.name for p in hospital.result.people if p.standing is Standing.TAI_CU}
    for one in committee.not_elected:
        assert one.re_standing == (one.name in standing)
        assert one.missing == one.base // 2 + 1 - one.votes


def test_who_lost_a_tie_fell_short_of_no_half(hospital: Counted, found: Round) -> None:
    told = hospital.result.election("ban-chap-hanh")
    assert told is not None
    names = [one.name for one in told.candidates[:3]]
    first = told.ballots[0].model_copy(update={"number": 2})
    again = first.model_copy(update={"kind": BallotKind.BANG_PHIEU, "number": 1})
    given = ((30, None), (20, 12), (20, 10))
    election = told.model_copy(
        update={
            "ballots": (first, again),
            "placements": (),
            "candidates": tuple(
                Candidate(name=name, votes=votes)
                for name, votes in zip(names, given, strict=True)
            ),
        }
    )
    result = hospital.result.model_copy(update={"elections": (election,)})
    tied = counted(result, hospital.congress, hospital.regulation, hospital.bodies)
    tied = replace(tied, tallies=(tally(election, 34),))
    committee = summary(tied, found).body("ban-chap-hanh")
    assert committee is not None
    (lost,) = committee.not_elected
    assert (lost.name, lost.votes, lost.missing) == (names[2], 10, 0)


def sums(units: tuple[UnitSummary, ...], name: str) -> int:
    return sum(
        getattr(one, name) or 0
        for held in units
        for one in held.bodies
        if one.body == "ban-chap-hanh"
    )


@given(random_units())
@settings(max_examples=60)
def test_every_total_is_the_sum_of_its_units(units: tuple[UnitSummary, ...]) -> None:
    rollup = roll_up(_ROUND, units, as_of=AS_OF)
    committee = rollup.whole.body("ban-chap-hanh")
    if committee is None:
        assert not any(one.body("ban-chap-hanh") for one in units)
        return
    for name in ("planned", "number", "listed", "elected", "appointed", "vacant", "unfilled"):
        assert getattr(committee, name) == sums(units, name)
        tiers = [one.body("ban-chap-hanh") for one in rollup.of(ScopeKind.CAP)]
        assert sum(getattr(one, name) for one in tiers if one) == sums(units, name)
    figures = [one for held in units for one in held.bodies if one.body == "ban-chap-hanh"]
    assert committee.chosen.women == sum(one.chosen.women for one in figures)
    assert sum(bands(committee.chosen.ages, (40, 50))) == len(committee.chosen.ages)
    assert committee.sum_shares == sum(
        (Fraction(one.votes.sum, one.votes.base) for one in figures if one.votes.winners),
        Fraction(0),
    )
    shares = [
        Fraction(one.votes.highest, one.votes.base) for one in figures if one.votes.winners
    ]
    assert (committee.highest.share.value if committee.highest else None) == max(
        shares, default=None
    )


@given(random_units())
@settings(max_examples=40)
def test_appointed_people_change_no_share_of_the_elected(
    units: tuple[UnitSummary, ...],
) -> None:
    def without(one: BodyFigures) -> BodyFigures:
        return replace(one, appointed=0, ex_officio=0, placed=MakeUp())

    bare = tuple(
        replace(one, bodies=tuple(without(figures) for figures in one.bodies)) for one in units
    )
    for given_, plain in zip(
        roll_up(_ROUND, units, as_of=AS_OF).whole.bodies,
        roll_up(_ROUND, bare, as_of=AS_OF).whole.bodies,
        strict=True,
    ):
        assert given_.of_elected(given_.chosen.women) == plain.of_elected(plain.chosen.women)
        assert given_.mean_share == plain.mean_share
        assert given_.women_reached == plain.women_reached


def test_progress_says_who_is_in_who_is_missing_who_is_out(found: Round) -> None:
    first, second, _ = plausible_summaries(found)
    out = Absent("khoa-noi", "Chi bộ Khoa Nội", "số phiếu vượt số phiếu phát ra")
    rollup = roll_up(found, [first, second], excluded=[out], as_of=AS_OF)
    states = {line.congress: line.state for line in rollup.lines}
    assert states == {
        "truong-thpt": State.TONG_HOP,
        "benh-vien": State.TONG_HOP,
        "co-quan-dang": State.CHUA_CO,
        "cong-an": State.TAM_DUNG,
        "khoa-noi": State.LOAI,
    }
    done = rollup.whole.progress
    assert (done.planned, done.due, done.held, done.counted) == (5, 4, 3, 2)
    assert (done.excluded, done.missing, done.stopped) == (1, 1, 1)


def test_a_round_without_a_result_has_progress_and_no_bodies(found: Round) -> None:
    rollup = roll_up(found, [], as_of=AS_OF)
    assert rollup.whole.bodies == ()
    assert rollup.whole.progress.counted == 0
    assert Share(0, 0, "số người được bầu").value is None


def published(found: Round) -> RollUp:
    """The published row of 2020, its totals spread over 1,298 units."""
    units = 1298
    columns = {
        name: spread(total, units)
        for name, total in {
            "elected": 36_954,
            "re_elected": 27_690,
            "women": 6_376,
            "young": 5_469,
            "minorities": 3_995,
            "vacant": 828,
            "lost": 352,
            "listed": 42_127,
            "secretary": 1_141,
            "again": 926,
            "away": 456,
            "direct": 122,
        }.items()
    }
    made = []
    for n in range(units):
        row = {name: column[n] for name, column in columns.items()}
        chosen = MakeUp(
            total=row["elected"],
            men=row["elected"] - row["women"],
            women=row["women"],
            young=row["young"],
            minorities=row["minorities"],
            re_elected=row["re_elected"],
            first_time=row["elected"] - row["re_elected"],
        )
        lost = NotElected("Nguyễn Văn Thử", "cấp ủy", True, True, 1, 100, 50)  # noqa: FBT003
        seats = row["elected"] + row["vacant"]
        committee = body(
            rounds=1,
            planned=seats,
            number=seats,
            listed=row["listed"],
            surplus=row["listed"] - seats,
            elected=row["elected"],
            vacant=row["vacant"],
            unfilled=row["vacant"],
            re_standing=row["re_elected"] + row["lost"],
            chosen=chosen,
            votes=Votes(base=100),
            not_elected=(lost,) * row["lost"],
        )
        secretary = body(
            "bi-thu",
            rounds=1,
            number=1,
            listed=1,
            elected=row["secretary"],
            direct=bool(row["direct"]),
            chosen=MakeUp(
                total=row["secretary"],
                re_elected=row["again"],
                first_time=row["secretary"] - row["again"],
                not_local=row["away"],
            ),
        )
        made.append(unit(f"thu-{n}", committee, secretary))
    return roll_up(known_as(found, made, 1311), made, as_of=AS_OF)


def test_the_published_row_of_2020_comes_out(found: Round) -> None:
    rollup = published(found)
    done = rollup.whole.progress
    assert (done.counted, done.due) == (1298, 1311)
    committee = rollup.whole.body("ban-chap-hanh")
    assert committee is not None
    printed = {
        name: percent(committee.of_elected(getattr(committee.chosen, name)).value, 1)
        for name in ("re_elected", "first_time", "women", "young", "minorities")
    }
    assert printed == {
        "re_elected": "74,9",
        "first_time": "25,1",
        "women": "17,3",
        "young": "14,8",
        "minorities": "10,8",
    }
    in_vain = Share(committee.re_standing_not_elected, committee.re_standing, "")
    assert percent(in_vain.value, 1) == "1,3"
    assert percent(committee.surplus.value, 1) == "11,5"
    assert committee.vacant == 828
    secretary = rollup.whole.body("bi-thu")
    assert secretary is not None
    made = secretary.chosen
    assert (secretary.elected, made.re_elected, made.first_time) == (1141, 926, 215)
    assert (made.not_local, secretary.direct) == (456, 122)


def test_the_published_surplus_of_a_district_is_cut_or_rounded(found: Round) -> None:
    one = body(rounds=1, number=163, listed=191, surplus=28)
    committee = roll_up(found, [unit("thu", one)], as_of=AS_OF).whole.body("ban-chap-hanh")
    assert committee is not None
    assert committee.surplus.of == "số lượng bầu"
    assert percent(committee.surplus.value, rounding=Rounding.CUT) == "17,17"
    assert percent(committee.surplus.value) == "17,18"


def test_ten_thousand_summaries_are_added_up_in_seconds(found: Round) -> None:
    three = plausible_summaries(found)
    units = [
        replace(three[n % 3], congress=f"thu-{n}", superior=f"tren-{n % 500}")
        for n in range(10_000)
    ]
    start = time.process_time()
    rollup = roll_up(found, units, as_of=AS_OF)
    assert time.process_time() - start < 15
    assert rollup.whole.progress.counted == 10_000
    assert len(rollup.of(ScopeKind.CAP_TREN)) == 502
