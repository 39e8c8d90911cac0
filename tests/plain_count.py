"""A second way to count an election: plain, seat by seat, sharing no code with the program."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model.election import Election
    from generator.model.result import Assembly

AMONG_TIED = "bầu lại giữa những người bằng phiếu"


@dataclass
class PlainRound:
    """One round of voting: what became of each name that stood in it."""

    votes: dict[str, int] = field(default_factory=dict)
    fate: dict[str, str] = field(default_factory=dict)
    short: dict[str, int] = field(default_factory=dict)
    elected: list[str] = field(default_factory=list)
    alternates: list[str] = field(default_factory=list)
    tied: list[str] = field(default_factory=list)
    tied_seats: int = 0


@dataclass
class PlainCount:
    """An election over its rounds."""

    rounds: list[PlainRound] = field(default_factory=list)
    elected: list[str] = field(default_factory=list)
    alternates: list[str] = field(default_factory=list)
    beyond: list[str] = field(default_factory=list)
    placed: list[str] = field(default_factory=list)
    members: list[str] = field(default_factory=list)
    tied: list[str] = field(default_factory=list)
    seats: int = 0
    unfilled: int = 0
    vacant: int | None = None
    listed: int = 0
    step: str = "xong"


def plain_base(assembly: Assembly, kind: str) -> int:
    """People convened less whom the kind of assembly does not count."""
    base = assembly.convened
    if kind == "members":
        base = base - assembly.moved - assembly.suspended - assembly.excused
    if kind == "delegates":
        base = base - assembly.conveners_absent - assembly.not_replaced
    if kind == "meeting":
        base = base - assembly.excused - assembly.suspended
    return max(base, 0)


def is_more_than_half(votes: int, base: int) -> bool:
    """More than half, by taking the votes from both sides of the base in turn."""
    others = base - votes
    return base > 0 and votes > others


def give_seats(votes: dict[str, int], seats: int) -> tuple[list[str], list[str], int]:
    """Seat by seat to whoever has most votes; the winners, those tied, the seats they tie for.

    Those with the most votes sit down together if there is room for all of them.
    """
    waiting = dict(votes)
    sitting: list[str] = []
    free = seats
    while free > 0 and waiting:
        most = -1
        for number in waiting.values():
            most = max(most, number)
        group = [name for name in waiting if waiting[name] == most]
        if len(group) > free:
            return sitting, group, free
        for name in group:
            sitting.append(name)
            del waiting[name]
            free -= 1
    return sitting, [], 0


def votes_in(election: Election, number: int) -> dict[str, int]:
    """Who stood in a round of voting, with the votes."""
    votes: dict[str, int] = {}
    for candidate in election.candidates:
        given = candidate.votes[number] if number < len(candidate.votes) else None
        if given is not None:
            votes[candidate.name] = given
    return votes


def votes_short(given: int, base: int) -> int:
    """How often one vote must be added until they are more than half."""
    short = 0
    while 2 * (given + short) <= base:
        short += 1
    return short


def plain_round(election: Election, number: int, base: int) -> PlainRound:
    """One round of voting counted."""
    ballot = election.ballots[number]
    votes = votes_in(election, number)
    among_tied = ballot.kind == AMONG_TIED
    found = PlainRound(votes=votes)
    able: dict[str, int] = {}
    for name, given in votes.items():
        if among_tied or is_more_than_half(given, base):
            able[name] = given
        found.short[name] = 0 if among_tied else votes_short(given, base)
    found.elected, found.tied, found.tied_seats = give_seats(able, ballot.number)
    if election.alternates and ballot.kind == "lần đầu" and not found.tied:
        rest = {name: given for name, given in able.items() if name not in found.elected}
        spare = give_seats(rest, election.alternates)
        found.alternates, found.tied, found.tied_seats = spare
    beaten = "ít phiếu hơn" if among_tied else "quá nửa, ngoài số lượng bầu"
    found.fate = dict.fromkeys(votes, "không quá nửa") | dict.fromkeys(able, beaten)
    found.fate |= dict.fromkeys(found.elected, "trúng cử")
    found.fate |= dict.fromkeys(found.alternates, "trúng cử dự khuyết")
    found.fate |= dict.fromkeys(found.tied, "bằng phiếu")
    return found


def plain_count(election: Election, base: int) -> PlainCount:
    """The whole election."""
    found = PlainCount()
    for placement in election.placements:
        found.placed.append(placement.name)
    if election.mode == "bầu" and election.ballots:
        for number in range(len(election.ballots)):
            found.rounds.append(plain_round(election, number, base))
        found.listed = len(found.rounds[0].fate)
        found.seats = election.ballots[0].number
        fill_seats(found, election)
        place_alternates(found, election)
        say_what_is_next(found, election)
    found.members = found.elected + found.placed
    if election.planned_size is not None:
        found.vacant = 0
        while len(found.members) + found.vacant < election.planned_size:
            found.vacant += 1
    return found


def fill_seats(found: PlainCount, election: Election) -> None:
    """Round after round, then what was decided about a tie."""
    common = bool(election.alternates)
    for one in found.rounds:
        winners = [name for name in one.elected if name not in found.elected]
        if common:
            votes = {name: one.votes[name] for name in winners}
            winners, split, _ = give_seats(votes, found.seats - len(found.elected))
            found.beyond += [n for n in votes if n not in winners and n not in split]
        found.elected += winners
    decided = decided_of(found, election)
    while decided and not (common and len(found.elected) >= found.seats):
        found.elected.append(decided.pop(0))
    found.beyond += decided


def decided_of(found: PlainCount, election: Election) -> list[str]:
    """Who was taken of those tied in the last round, if there is a seat for each."""
    last = found.rounds[-1]
    won = [name for one in found.rounds for name in one.elected]
    decided = []
    for candidate in election.candidates:
        if candidate.settled and candidate.name in last.tied and candidate.name not in won:
            decided.append(candidate.name)  # noqa: PERF401 - plainly
    return decided if len(decided) <= last.tied_seats else []


def place_alternates(found: PlainCount, election: Election) -> None:
    """Whoever came after the seats of a common list."""
    if not election.alternates:
        return
    for one in found.rounds:
        found.alternates += one.alternates
    for name in found.beyond:
        if name not in found.alternates:
            found.alternates.append(name)


def say_what_is_next(found: PlainCount, election: Election) -> None:
    """Whether a tie is open, whether seats are left."""
    found.unfilled = found.seats - len(found.elected)
    found.unfilled = max(found.unfilled, 0)
    if found.rounds[-1].tied:
        taken = [n for n in found.rounds[-1].tied if n in found.elected + found.alternates]
        found.tied = [] if taken else found.rounds[-1].tied
    if found.tied and election.ballots[-1].kind == AMONG_TIED:
        found.step = "quyết định về những người vẫn bằng phiếu"
    elif found.tied:
        found.step = "bầu lại giữa những người bằng phiếu"
    elif found.unfilled:
        found.step = "bầu tiếp, hoặc quyết định không bầu tiếp"
