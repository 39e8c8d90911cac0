"""Those who vote: how many, who of them is not counted, when they met."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.elections import base_of
from generator.elections import bodies as known
from generator.model import CongressKind, OrganizationKind
from generator.model.election import Voter
from generator.model.regulation import Deduction
from generator.model.result import Assembly
from generator.rules.election_held import ERROR, NOTE, WARNING, problem, severity_of, voted
from generator.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.elections import Counted
    from generator.errors import Problem, Severity
    from generator.model import Round
    from generator.model.regulation import BaseRule

    Row = tuple[int, Assembly, BaseRule]

DELEGATE_CONGRESS_FROM = 200  # official members; two sources agree, the superior may except
CELL_COMMITTEE_FROM = 9
CELL_COMMITTEE_MOST = 7
CELL_RULE = "24-QĐ/TW, mục 22"
_MEETS_AS = {
    Voter.BAN_CHAP_HANH: known.COMMITTEE,
    Voter.UY_BAN_KIEM_TRA: known.INSPECTION,
}


def _assemblies(counted: Counted) -> Iterator[Row]:
    """Each kind of voters with its row and what its base leaves out."""
    for row, one in enumerate(counted.result.assemblies):
        rule = counted.regulation.base_rule(one.voter, of_members=_of_members(counted))
        yield row, one, rule


def _of_members(counted: Counted) -> bool:
    return _kind(counted) is CongressKind.DANG_VIEN


def _kind(counted: Counted) -> CongressKind | None:
    return counted.result.kind or counted.congress.kind


def voters_are_told(counted: Counted, _: Round) -> Iterator[Problem]:
    """Where somebody is elected it is known, once, how many were convened to vote."""
    needed = {one.body.elected_by: one.body for one in reversed(list(voted(counted)))}
    for voter, body in needed.items():
        if counted.result.assembly(voter) is None:
            yield problem(
                ERROR, "voters-missing", ("assemblies",), voter=voter, body=body.title
            )
    seen = set()
    for row, one, _rule in _assemblies(counted):
        if one.voter in seen:
            path = ("assemblies", row, "voter")
            yield problem(ERROR, "voters-twice", path, voter=one.voter)
        seen.add(one.voter)


def bases_can_be_counted(counted: Counted, _: Round) -> Iterator[Problem]:
    """Somebody is left to vote when those who are not counted are taken away."""
    needed = {one.body.elected_by for one in voted(counted)}
    for row, one, rule in _assemblies(counted):
        less = sum(getattr(one, name) for name in rule.less)
        path, values = ("assemblies", row, "convened"), {"convened": one.convened}
        if less > one.convened:
            yield problem(ERROR, "deducted-above-convened", path, less=less, **values)
        elif one.voter in needed and base_of(one, rule) == 0:
            yield problem(ERROR, "base-zero", path, voter=one.voter, less=less, **values)


def deductions_are_of_the_kind(counted: Counted, _: Round) -> Iterator[Problem]:
    """Who is not counted differs by kind of assembly (the article on results)."""
    for row, one, rule in _assemblies(counted):
        for name in (name for name in Deduction if name not in rule.less):
            number = getattr(one, name)
            if number and _kind(counted):
                title = Assembly.model_fields[name].title or name
                where = _kind(counted) if one.voter is Voter.DAI_HOI else one.voter
                values = {"title": title, "value": number, "where": where}
                path = ("assemblies", row, str(name))
                source = rule.source.text
                yield problem(WARNING, "deduction-not-counted", path, source=source, **values)


def the_kind_of_congress_is_known(counted: Counted, _: Round) -> Iterator[Problem]:
    """Where the base depends on the kind of congress, the kind must be told."""
    told, planned = counted.result.kind, counted.congress.kind
    if told and planned and told is not planned:
        yield problem(WARNING, "kind-not-as-planned", ("kind",), kind=told, planned=planned)
    voters = counted.result.assembly(Voter.DAI_HOI)
    if told or planned or voters is None:
        return
    bases = counted.regulation.bases
    members, delegates = (base_of(voters, one) for one in (bases.members, bases.delegates))
    if members != delegates:
        values = {"members": members, "delegates": delegates}
        yield problem(ERROR, "kind-unknown", ("kind",), **values)


def the_kind_is_of_the_size(counted: Counted, _: Round) -> Iterator[Problem]:
    """From 200 members a congress is of delegates, below of members (two sources agree).

    The superior may decide otherwise: a warning.
    """
    members, kind = counted.result.members, _kind(counted)
    if members is None or kind is None:
        return
    large = members >= DELEGATE_CONGRESS_FROM
    if large is not (kind is CongressKind.DAI_BIEU):
        values = {"members": members, "kind": kind, "from": DELEGATE_CONGRESS_FROM}
        code = "large-congress-of-members" if large else "small-congress-of-delegates"
        yield problem(WARNING, code, ("kind",), **values)


def convened_members_are_members(counted: Counted, _: Round) -> Iterator[Problem]:
    """To a congress of members no more are convened than there are."""
    members = counted.result.members
    for row, one, _rule in _assemblies(counted):
        ours = one.voter is Voter.DAI_HOI and _of_members(counted)
        if ours and members is not None and one.convened > members:
            path = ("assemblies", row, "convened")
            values = {"convened": one.convened, "members": members}
            yield problem(WARNING, "convened-above-members", path, **values)


def a_committee_meets_as_it_was_made(counted: Counted, _: Round) -> Iterator[Problem]:
    """To its first meeting a committee convenes all its members, appointed ones too (I)."""
    for row, one, _rule in _assemblies(counted):
        whole = counted.tally(_MEETS_AS.get(one.voter, ""))
        if whole and whole.members and one.convened != len(whole.members):
            values = {"convened": one.convened, "members": len(whole.members)}
            title, path = counted.body(whole.body).title, ("assemblies", row, "convened")
            yield problem(WARNING, "convened-not-the-body", path, body=title, **values)


def days_are_in_order(counted: Counted, _: Round) -> Iterator[Problem]:
    """A congress closes after it opens; what it elected meets when it has been elected."""
    result = counted.result
    days = {"opened": short_date(result.opened_on), "closed": short_date(result.closed_on)}
    if result.closed_on < result.opened_on:
        yield problem(ERROR, "closed-before-opened", ("closed_on",), **days)
        return
    for row, one, _rule in _assemblies(counted):
        if one.held_on is None:
            continue
        path, values = ("assemblies", row, "held_on"), {"held": short_date(one.held_on), **days}
        if one.held_on < result.opened_on:
            yield problem(ERROR, "met-before-opening", path, voter=one.voter, **values)
        elif one.voter is Voter.DAI_HOI and one.held_on > result.closed_on:
            yield problem(ERROR, "voted-after-closing", path, **values)


def days_are_as_planned(counted: Counted, _: Round) -> Iterator[Problem]:
    """A congress on other days than the round knows of: told, it may well have been."""
    time, result = counted.congress.known_time, counted.result
    early, late = time.opening, time.closing
    if (early and result.opened_on < early) or (late and result.closed_on > late):
        days = {"opened": short_date(result.opened_on), "closed": short_date(result.closed_on)}
        yield problem(NOTE, "other-days-than-planned", ("opened_on",), planned=time, **days)


def cells_elect_as_cells_do(counted: Counted, found: Round) -> Iterator[Problem]:
    """From nine official members a cell elects a committee of at most seven, below none.

    24-QĐ/TW, mục 22; what replaced it was not read: at most a warning.
    """
    voters = counted.result.assembly(Voter.DAI_HOI)
    is_cell = found.unit(counted.congress).kind is OrganizationKind.CHI_BO
    if not is_cell or voters is None:
        return
    for one in voted(counted):
        if one.body.id != known.COMMITTEE or not one.tally.ballots:
            continue
        values = {"convened": voters.convened, "number": one.tally.seats, "article": CELL_RULE}
        path = ("ballots", 0, "number")
        severity = _doubt_of_cells(counted)
        if voters.convened < CELL_COMMITTEE_FROM:
            yield one.problem(severity, "small-cell-with-committee", path, **values)
        elif one.tally.seats > CELL_COMMITTEE_MOST:
            yield one.problem(severity, "large-cell-committee", path, **values)


def _doubt_of_cells(counted: Counted) -> Severity:
    """A warning while the text that was read was in force; after it only a reminder."""
    read = counted.regulation.sources["cell_secretary_ballots"].certainty
    return WARNING if severity_of(read) else NOTE


def cells_vote_thrice_for_a_secretary(counted: Counted, found: Round) -> Iterator[Problem]:
    """After the last vote without a secretary the superior appoints (24-QĐ/TW, mục 22)."""
    most = counted.regulation.cell_secretary_ballots
    if found.unit(counted.congress).kind is not OrganizationKind.CHI_BO:
        return
    for one in voted(counted):
        rounds = len(one.tally.ballots)
        if one.body.id == known.SECRETARY and rounds > most:
            values = {"rounds": rounds, "most": most, "article": CELL_RULE}
            path, severity = ("ballots", most, "kind"), _doubt_of_cells(counted)
            yield one.problem(severity, "cell-votes-too-often", path, **values)
        elif one.body.id == known.SECRETARY and rounds == most and one.tally.unfilled:
            values = {"most": most, "article": CELL_RULE}
            path = ("ballots", most - 1, "number")
            yield one.problem(NOTE, "cell-secretary-appointed", path, **values)
