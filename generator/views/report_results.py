"""What the report says of each body: the sentences that follow from its votes or decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.elections import surplus
from generator.model.election import Mode, PlacementKind
from generator.vietnamese import lower_first, unbroken, upper_first
from generator.views import result_words
from generator.views.result_words import numeral

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.elections import BallotTally, Counted, Tally
    from generator.model import Round
    from generator.model.election import Ballot, Body, Election, Placement
    from generator.statistics import UnitSummary

MOST_NAMES = 7  # more than these stand in the table alone
_OF_KINDS = {PlacementKind.CHI_DINH: "chỉ định", PlacementKind.DUONG_NHIEN: "đương nhiên"}


def told(found: Round, counted: Counted, figures: UnitSummary, body_id: str) -> tuple[str, ...]:
    """The sentences about a body, none where nothing came of it."""
    election, tally = counted.result.election(body_id), counted.tally(body_id)
    if election is None or tally is None or election.mode is Mode.KHONG:
        return ()
    body = counted.body(body_id)
    term = "" if body.is_delegation else f" nhiệm kỳ {found.term_of(counted.congress)}"
    if election.mode is Mode.CHI_DINH:
        return tuple(_appointed(body, term, election))
    known = figures.body(body_id)
    verb = "bầu trực tiếp" if known and known.direct else "bầu"
    name = f"{verb} {result_words.name_of(body)}{term}"
    return tuple(_elected(counted, body, name, (election, tally)))


def not_elected(found: Round, counted: Counted, body_id: str) -> tuple[str, ...]:
    """That a body was not elected this time, where the result says so."""
    election = counted.result.election(body_id)
    if election is None or election.mode is not Mode.KHONG:
        return ()
    body = counted.body(body_id)
    term = "" if body.is_delegation else f" nhiệm kỳ {found.term_of(counted.congress)}"
    where = lower_first(result_words.SESSIONS[body.elected_by])
    return (f"Không bầu {result_words.name_of(body)}{term} tại {where}.",)


def _appointed(body: Body, term: str, election: Election) -> Iterator[str]:
    name = result_words.name_of(body)
    yield from _placed(election.placements, f"{upper_first(name)}{term}: ")


def _elected(
    counted: Counted, body: Body, name: str, vote: tuple[Election, Tally]
) -> Iterator[str]:
    election, tally = vote
    yield _opening(counted, body, name, tally)
    for ballot, counts in zip(tally.ballots, election.ballots, strict=True):
        several = len(tally.ballots) > 1
        start = f"{result_words.ballot_heading(ballot)}. " if several else ""
        yield start + _counts(counted, body, ballot, counts)
        yield _outcome(ballot)
    yield from _ties(tally, body)
    yield from _seats(election, tally, body)
    yield from _placed(election.placements, "Ngoài số được bầu: ")


def _opening(counted: Counted, body: Body, name: str, tally: Tally) -> str:
    """Number and list as voted, and how many names there were over the seats."""
    who = result_words.SESSIONS[body.elected_by]
    extra = tally.listed - tally.seats
    by = result_words.in_text(surplus(tally.listed, tally.seats), counted.regulation)
    said = "không có số dư"
    if extra > 0:
        said = f"số dư {numeral(extra)}, bằng {by} so với số lượng bầu"
    return (
        f"{who} {name} với số lượng {numeral(tally.seats)} đồng chí; "
        f"danh sách bầu cử {numeral(tally.listed)} đồng chí ({said})."
    )


def _counts(counted: Counted, body: Body, ballot: BallotTally, counts: Ballot) -> str:
    """Who was convened and present, and the ballot papers."""
    assembly = counted.result.assembly(body.elected_by)
    noun = result_words.voters(counted.congress, body.elected_by, counted)
    convened = f"được triệu tập {numeral(assembly.convened)}, " if assembly else ""
    base = ""
    if assembly and assembly.convened != ballot.base:
        less = "sau khi trừ số không tính theo quy chế"
        base = f" (tỷ lệ tính trên {numeral(ballot.base)}, {less})"
    reason = f" ({counts.invalid_reason})" if counts.invalid and counts.invalid_reason else ""
    return (
        f"Số {noun} {convened}có mặt {numeral(counts.present)}{base}; "
        f"phiếu phát ra {numeral(counts.issued)}, thu vào {numeral(counts.returned)}, "
        f"hợp lệ {numeral(counts.valid)}, không hợp lệ {numeral(counts.invalid)}{reason}."
    )


def _outcome(ballot: BallotTally) -> str:
    """Who was elected in a round of voting, high to low."""
    won = "không có đồng chí nào trúng cử"
    if ballot.elected:
        won = f"trúng cử {_people(ballot.elected)}"
    spare = f"; trúng cử dự khuyết: {_people(ballot.alternates)}" if ballot.alternates else ""
    tie = ""
    if ballot.tied:
        tie = f"; bằng phiếu: {_people(ballot.tied)}, còn {numeral(ballot.tied_seats)} vị trí"
    return f"Kết quả: {won}{spare}{tie}."


def _people(names: Sequence[str]) -> str:
    """How many they are, and who, where they are few."""
    said = f"{numeral(len(names))} đồng chí"
    return f"{said} ({_in_a_row(names)})" if len(names) <= MOST_NAMES else said


def _in_a_row(names: Sequence[str]) -> str:
    """Names that stay on one line each."""
    return ", ".join(map(unbroken, names))


def _ties(tally: Tally, body: Body) -> Iterator[str]:
    """How a tie was settled, or that it was not."""
    last = tally.ballots[-1].tied if tally.ballots else ()
    taken = [name for name in last if name in (*tally.elected, *tally.alternates)]
    where = lower_first(result_words.SESSIONS[body.elected_by])
    if taken:
        yield f"Trong số bằng phiếu, {where} công nhận trúng cử: {_in_a_row(taken)}."
    elif tally.tied:
        yield f"Chưa quyết định về các đồng chí bằng phiếu: {_in_a_row(tally.tied)}."


def _seats(election: Election, tally: Tally, body: Body) -> Iterator[str]:
    """Who was elected in all, after several votes; what the seats, the planned size lack."""
    if len(tally.ballots) > 1:
        yield result_words.in_all(tally)
    if tally.unfilled:
        yield f"So với số lượng bầu, còn thiếu {numeral(tally.unfilled)} đồng chí."
    if tally.vacant and election.planned_size and not body.is_delegation:
        size = f"số lượng theo đề án ({numeral(election.planned_size)} đồng chí)"
        yield f"So với {size}, còn thiếu {numeral(tally.vacant)} đồng chí."


def _placed(placements: Sequence[Placement], start: str) -> Iterator[str]:
    """Who is in the body without a vote, by the decision that says so."""
    groups: dict[tuple[PlacementKind, str], list[str]] = {}
    for one in placements:
        groups.setdefault((one.kind, one.decision or ""), []).append(one.name)
    for (kind, decision), names in groups.items():
        by = f" theo {decision}" if decision else ""
        yield f"{start}{_OF_KINDS[kind]} {_people(names)}{by}."
