"""The numbers of one congress, from its counted result: the only source of the roll-up."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.elections import votes_missing
from generator.elections.bodies import SECRETARY
from generator.model import Month, OrganizationKind, Purpose
from generator.model.election import Nominator, PlacementKind, Voter
from generator.model.result import (
    AcademicTitle,
    Degree,
    PoliticalEducation,
    Sex,
    Standing,
)
from generator.statistics.figures import (
    BodyFigures,
    DelegateFigures,
    MakeUp,
    NotElected,
    UnitSummary,
    Votes,
)
from generator.vietnamese import upper_first

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence
    from datetime import date
    from enum import StrEnum

    from generator.elections import Counted, Line, Tally
    from generator.model import Congress, Round
    from generator.model.election import Body, Candidate, Election
    from generator.model.result import Delegates, Person

KINH = "kinh"


def summary(counted: Counted, found: Round) -> UnitSummary:
    """A congress in numbers: identity, days, delegates, each body that it elected or got."""
    congress, result, regulation = counted.congress, counted.result, counted.regulation
    unit = found.unit(congress)
    above = found.superior(unit)
    tier = next(one for one in found.tiers if one.id == congress.tier)
    return UnitSummary(
        congress=congress.organization,
        unit=unit.full_name,
        tier=tier.id,
        tier_label=tier.label,
        purposes=tuple(str(purpose) for purpose in congress.purposes),
        superior=above.id if above else "",
        superior_name=above.full_name if above else "",
        term=str(found.term_of(congress)),
        kind=str(result.kind or congress.kind or ""),
        opened_on=result.opened_on,
        closed_on=result.closed_on,
        aged_on=aged_on(found, congress, result.closed_on),
        regulation=regulation.number,
        age_bands=regulation.age_bands,
        women_target=regulation.targets.women,
        young_target=regulation.targets.young,
        young_under=regulation.targets.young_under,
        members=result.members,
        delegates=_delegates(result.delegates),
        bodies=tuple(_bodies(counted, found)),
    )


def aged_on(found: Round, congress: Congress, closed_on: date) -> date:
    """The day on which ages are counted: the last of the month that tier or round sets."""
    tier = next(one for one in found.tiers if one.id == congress.tier)
    month = tier.age_month or found.election.age_month
    return (month or Month(closed_on.year, closed_on.month)).last


def _delegates(given: Delegates | None) -> DelegateFigures | None:
    if given is None:
        return None
    named = set(DelegateFigures.__dataclass_fields__)
    return DelegateFigures(**given.model_dump(include=named))


def _bodies(counted: Counted, found: Round) -> Iterable[BodyFigures]:
    people = {person.name: person for person in counted.result.people}
    day = aged_on(found, counted.congress, counted.result.closed_on)
    for one in counted.tallies:
        election = counted.result.election(one.body)
        if election is None or not (one.ballots or one.members):
            continue
        yield _figures(counted, found, (election, one), (people, day))


def _figures(
    counted: Counted,
    found: Round,
    result: tuple[Election, Tally],
    known: tuple[Mapping[str, Person], date],
) -> BodyFigures:
    election, tally = result
    people, day = known
    body = counted.body(tally.body)
    under = counted.regulation.targets.young_under
    kinds = Counter(placement.kind for placement in election.placements)
    return BodyFigures(
        body=body.id,
        title=upper_first(counted.regulation.body(body.id).title),
        order=counted.regulation.bodies.index(counted.regulation.body(body.id)),
        is_post=body.is_post,
        is_delegation=body.is_delegation,
        elected_by=str(body.elected_by),
        mode=str(election.mode),
        direct=bool(tally.elected) and _is_direct(body, counted, found),
        rounds=len(tally.ballots),
        planned=election.planned_size,
        number=tally.seats,
        listed=tally.listed,
        surplus=tally.listed - tally.seats,
        elected=len(tally.elected),
        alternates=len(tally.alternates),
        appointed=kinds[PlacementKind.CHI_DINH],
        ex_officio=kinds[PlacementKind.DUONG_NHIEN],
        vacant=tally.vacant,
        unfilled=tally.unfilled,
        re_standing=sum(_stands_again(one, people) for one in election.candidates),
        votes=_votes(tally),
        chosen=make_up(tally.elected, people, day, under),
        placed=make_up(tally.placed, people, day, under),
        not_elected=tuple(_not_elected(election, tally, people)),
    )


def _is_direct(body: Body, counted: Counted, found: Round) -> bool:
    """Whether the congress elected what the committee's first meeting elects elsewhere.

    A cell always elects its secretary at the congress: that is no trial of direct election,
    unless the plan says so.
    """
    usual = counted.regulation.body(body.id).elected_by
    if body.elected_by is not Voter.DAI_HOI or usual is Voter.DAI_HOI:
        return False
    is_cell = found.unit(counted.congress).kind is OrganizationKind.CHI_BO
    chosen = Purpose.BAU_TRUC_TIEP_BI_THU in counted.congress.purposes
    return not is_cell or (chosen and body.id == SECRETARY)


def _votes(tally: Tally) -> Votes:
    """The votes by which each of the elected won, in the round of voting that decided."""
    won: dict[str, int] = {}
    for ballot in tally.ballots:
        won |= {line.name: line.votes for line in ballot.lines if line.name in tally.elected}
    if not won or not tally.base:
        return Votes(base=tally.base)
    lowest, highest = min(won, key=lambda n: won[n]), max(won, key=lambda n: won[n])
    return Votes(
        tally.base, len(won), sum(won.values()), won[lowest], won[highest], lowest, highest
    )


def _stands_again(candidate: Candidate, people: Mapping[str, Person]) -> bool:
    person = people.get(candidate.name)
    return person is not None and person.standing is Standing.TAI_CU


def _not_elected(
    election: Election, tally: Tally, people: Mapping[str, Person]
) -> Iterable[NotElected]:
    taken = {*tally.members, *tally.alternates}
    for one in election.candidates:
        if one.name in taken or not tally.ballots:
            continue
        last = _last_line(tally, one.name)
        yield NotElected(
            name=one.name,
            nominated_by=str(one.nominated_by),
            is_nominated=one.nominated_by is Nominator.CAP_UY,
            re_standing=_stands_again(one, people),
            votes=last.votes if last else 0,
            base=tally.base,
            missing=last.missing if last else votes_missing(0, tally.base),
        )


def _last_line(tally: Tally, name: str) -> Line | None:
    """A name in the last round of voting that it stood in, None where it stood in none."""
    lines = [line for ballot in tally.ballots for line in ballot.lines if line.name == name]
    return lines[-1] if lines else None


def make_up(
    names: Sequence[str], people: Mapping[str, Person], day: date, young_under: int
) -> MakeUp:
    """Who the named people are, counted; ages on a day."""
    known = [people[name] for name in names if name in people]
    ages = {one.name: one.born.age_on(day) for one in known}
    by_age = sorted(ages, key=lambda name: ages[name])
    return MakeUp(
        total=len(names),
        men=sum(one.sex is Sex.NAM for one in known),
        women=sum(one.sex is Sex.NU for one in known),
        minorities=sum(one.ethnicity.strip().lower() != KINH for one in known),
        young=sum(age < young_under for age in ages.values()),
        re_elected=sum(one.standing is Standing.TAI_CU for one in known),
        first_time=sum(one.standing is Standing.LAN_DAU for one in known),
        not_local=sum(one.is_local is False for one in known),
        ages=tuple(sorted(ages.values())),
        degrees=_counts(Degree, (one.degree for one in known)),
        titles=_counts(AcademicTitle, (one.academic_title for one in known)),
        politics=_counts(PoliticalEducation, (one.political_education for one in known)),
        oldest=by_age[-1] if by_age else "",
        youngest=by_age[0] if by_age else "",
    )


def _counts(kind: type[StrEnum], values: Iterable[StrEnum | None]) -> tuple[int, ...]:
    found = Counter(values)
    return tuple(found[member] for member in kind)
