"""The rounds of voting in the minutes: the count, each name in ballot order, who is elected."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.vietnamese import unbroken
from generator.views import result_words
from generator.views.result_words import numeral
from generator.views.vote_table import keeps_next

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.elections import BallotTally, Counted, Tally
    from generator.model.election import Ballot, Body, Election


@dataclass(frozen=True, slots=True)
class Result:
    """A name with its votes and their share; one that `keeps` stays with the next."""

    number: str
    name: str
    votes: str
    share: str
    keeps: bool


@dataclass(frozen=True, slots=True)
class BallotBlock:
    """One round of voting: who was there, the ballot papers, each name, who is elected."""

    heading: str | None
    lines: tuple[str, ...]
    base: str
    results: tuple[Result, ...]
    elected_heading: str
    elected: tuple[Result, ...]
    tie: str | None


def blocks(
    counted: Counted, body: Body, election: Election, tally: Tally
) -> Iterator[BallotBlock]:
    """The rounds of voting, each with its numbers, its names, who was elected."""
    for ballot, counts in zip(tally.ballots, election.ballots, strict=True):
        several = len(tally.ballots) > 1
        won = (*ballot.elected, *ballot.alternates)
        rows = {line.name: line.votes for line in ballot.lines}
        yield BallotBlock(
            heading=result_words.ballot_heading(ballot) if several else None,
            lines=tuple(_counts(counted, body, ballot, counts)),
            base=result_words.against_whom(counted.congress, body.elected_by, counted),
            results=tuple(_results(counted, ballot, rows)),
            elected_heading=_elected_heading(ballot),
            elected=tuple(_results(counted, ballot, {name: rows[name] for name in won})),
            tie=_tie(ballot),
        )


def _counts(counted: Counted, body: Body, ballot: BallotTally, counts: Ballot) -> Iterator[str]:
    """Who was convened, present, absent; the ballot papers."""
    assembly = counted.result.assembly(body.elected_by)
    noun = result_words.voters(counted.congress, body.elected_by, counted)
    if assembly:
        absent = assembly.convened - counts.present
        away = f", vắng mặt {numeral(absent)}" if absent >= 0 else ""
        there = f"có mặt {numeral(counts.present)}{away}"
        yield f"- Số {noun} được triệu tập {numeral(assembly.convened)}, {there}."
        if assembly.convened != ballot.base:
            yield (
                f"- Số {noun} làm cơ sở tính kết quả, sau khi trừ số không tính theo quy chế: "
                f"{numeral(ballot.base)}."
            )
    reason = f" (lý do: {counts.invalid_reason})" if counts.invalid_reason else ""
    yield (
        f"- Số phiếu phát ra {numeral(counts.issued)}, thu vào {numeral(counts.returned)}, "
        f"hợp lệ {numeral(counts.valid)}, không hợp lệ {numeral(counts.invalid)}{reason}."
    )


def _results(counted: Counted, ballot: BallotTally, votes: dict[str, int]) -> Iterator[Result]:
    for place, (name, won) in enumerate(votes.items()):
        share = result_words.share_of(won, ballot, counted.regulation)
        keeps = keeps_next(place, len(votes))
        yield Result(str(place + 1), name, str(won), share, keeps)


def _elected_heading(ballot: BallotTally) -> str:
    if not ballot.elected:
        return "Không có đồng chí nào trúng cử."
    spare = len(ballot.alternates)
    more = f"; trúng cử dự khuyết {numeral(spare)} đồng chí" if spare else ""
    order = ", theo số phiếu từ cao xuống thấp" if len(ballot.elected) + spare > 1 else ""
    return f"Trúng cử {numeral(len(ballot.elected))} đồng chí{more}{order}:"


def _tie(ballot: BallotTally) -> str | None:
    if not ballot.tied:
        return None
    names = ", ".join(map(unbroken, ballot.tied))
    return f"Bằng phiếu nhau: {names}; còn {numeral(ballot.tied_seats)} vị trí."


def outcome(tally: Tally) -> Iterator[str]:
    """What the rounds of voting left open, and how a last tie was settled."""
    last = tally.ballots[-1]
    taken = [name for name in last.tied if name in (*tally.elected, *tally.alternates)]
    if taken:
        yield f"Công nhận trúng cử trong số bằng phiếu: {', '.join(map(unbroken, taken))}."
    if len(tally.ballots) > 1 or taken:
        yield result_words.in_all(tally)
    if tally.unfilled:
        yield f"So với số lượng bầu, còn thiếu {numeral(tally.unfilled)} đồng chí."
