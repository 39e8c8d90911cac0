"""The minutes of counting the votes of one election, a block for each round of voting.

The order is that of the form of a cell and of papers seen in practice (docs/bau-cu.md); what is
not known stays the blank that official papers leave.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.model import OrganizationKind
from generator.model.election import Mode, Nominator, Voter
from generator.paper_format import PARTY_HD36
from generator.vietnamese import (
    NBSP,
    date_line,
    name_key,
    roman,
    short_date,
    unbroken,
    upper_first,
)
from generator.views import result_words
from generator.views.blocks import DRAFT
from generator.views.minutes_ballots import BallotBlock, blocks, outcome
from generator.views.report import report_profile
from generator.views.result_words import numeral
from generator.views.vote_table import keeps_next

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.elections import Counted
    from generator.model import Organization, Round
    from generator.model.election import Body, Candidate, Election
    from generator.model.regulation import Regulation

BLANK = "…" * 20
SHORT_BLANK = NBSP * 4
FIRST_MEETING = "HỘI NGHỊ LẦN THỨ NHẤT "
IN_ORDER = "Họ và tên (vần A, B, C)"
_OF_NOMINATORS = {
    Nominator.CAP_UY: "",
    Nominator.DE_CU: "Đề cử tại đại hội",
    Nominator.UNG_CU: "Ứng cử",
}


@dataclass(frozen=True, slots=True)
class Listed:
    """A name on the list, and where it came from if not from the convening committee."""

    number: str
    name: str
    note: str
    keeps: bool


@dataclass(frozen=True, slots=True)
class MinutesHead:
    """The head of the minutes: whose congress or meeting it was; no number."""

    superior: str
    issuer: str
    place_date: str | None
    draft: str | None


@dataclass(frozen=True, slots=True)
class MinutesView:
    """The minutes of one election; `findings` are what disagrees in a draft."""

    document_title: str
    head: MinutesHead
    subject: str
    findings: tuple[str, ...]
    basis: str
    opening: str
    number: str
    listed: str
    list_heading: str
    candidates: tuple[Listed, ...]
    counting_head: str
    counting_members: str
    ballots: tuple[BallotBlock, ...]
    outcome: tuple[str, ...]
    complaints: str
    closing: str
    presiding: str
    chair: str
    head_signs: str


def minutes(
    found: Round,
    counted: Counted,
    body_id: str,
    *,
    draft: bool = False,
    findings: tuple[str, ...] = (),
) -> MinutesView | None:
    """The minutes of a body's election; None where no ballot was held for it."""
    election, tally = counted.result.election(body_id), counted.tally(body_id)
    if election is None or tally is None or election.mode is not Mode.BAU or not tally.ballots:
        return None
    body, unit = counted.body(body_id), found.unit(counted.congress)
    subject = _subject(found, counted, body)
    held_on = _held_on(counted, body.elected_by)
    session = result_words.SESSIONS[body.elected_by]
    return MinutesView(
        document_title=f"Biên bản kiểm phiếu {subject}",
        head=MinutesHead(
            superior=unit.full_name.upper(),
            issuer=_issuer(counted, body.elected_by),
            place_date=_place_date(found, counted, unit, held_on),
            draft=DRAFT if draft else None,
        ),
        subject=upper_first(subject).replace("nhiệm kỳ", f"nhiệm{NBSP}kỳ"),
        findings=findings if draft else (),
        basis=_basis(counted.regulation),
        opening=_opening(body, session, held_on),
        number=_number(body, session, tally.seats),
        listed=_listed(session, tally.listed),
        list_heading=_list_heading(election),
        candidates=tuple(_candidates(election)),
        counting_head=election.counting_head or BLANK,
        counting_members=election.counting_members or BLANK,
        ballots=tuple(blocks(counted, body, election, tally)),
        outcome=tuple(outcome(tally)),
        complaints=election.complaints or f"Khiếu nại trong khi bầu cử: {BLANK}",
        closing=_closing(held_on),
        presiding="ĐOÀN CHỦ TỊCH",
        chair=election.chair or "",
        head_signs=election.counting_head or "",
    )


def _subject(found: Round, counted: Counted, body: Body) -> str:
    unit = found.unit(counted.congress)
    name = f"bầu {result_words.name_of(body)} {unit.full_name}"
    if body.is_delegation:
        return f"bầu {result_words.name_of(body)}"
    return f"{name} nhiệm kỳ {found.term_of(counted.congress)}"


def _issuer(counted: Counted, voter: Voter) -> str:
    """Who holds the vote: the congress with its ordinal, or the meeting of a committee."""
    if voter is not Voter.DAI_HOI:
        session = result_words.SESSIONS[voter].upper()
        name = session.removeprefix(FIRST_MEETING)
        return FIRST_MEETING + unbroken(name)
    congress = counted.congress
    kind = str(counted.result.kind or congress.kind or "đại hội").upper()
    return f"{kind} LẦN THỨ {roman(congress.ordinal)}" if congress.ordinal else kind


def _held_on(counted: Counted, voter: Voter) -> date | None:
    """The day of the vote, where the unit gave it or the congress took one day."""
    assembly = counted.result.assembly(voter)
    if assembly and assembly.held_on:
        return assembly.held_on
    result = counted.result
    same_day = result.opened_on == result.closed_on and voter is Voter.DAI_HOI
    return result.opened_on if same_day else None


def _place_date(
    found: Round, counted: Counted, unit: Organization, held_on: date | None
) -> str | None:
    """Place and date: the form of a cell has them, practice under 05-HD/VPTW does not."""
    is_cell = unit.kind is OrganizationKind.CHI_BO
    if report_profile(found, counted.congress) is not PARTY_HD36 and not is_cell:
        return None
    day = held_on or counted.result.closed_on
    line = date_line(held_on.day if held_on else None, day.month, day.year)
    return f"{found.place_name(unit)}, {line}"


def _basis(regulation: Regulation) -> str:
    issued = short_date(regulation.issued_on)
    return (
        f"Căn cứ Quy chế bầu cử trong Đảng (số {regulation.number}, ngày {issued}), "
        "ban kiểm phiếu lập biên bản như sau:"
    )


def _opening(body: Body, session: str, held_on: date | None) -> str:
    day = f"ngày {short_date(held_on)}" if held_on else f"ngày {SHORT_BLANK}"
    name = result_words.name_of(body)
    return f"Thời gian: {day}. {session} tiến hành bầu {name} bằng phiếu kín."


def _number(body: Body, session: str, seats: int) -> str:
    """How many are to be elected; for delegates the superior says so, nobody votes on it.

    190-QĐ/TW, Điều 18, as quoted.
    """
    said = f"{session} biểu quyết thông qua số lượng bầu"
    if body.is_delegation:
        said = "Số lượng được cấp trên phân bổ"
    return f"{said}: {numeral(seats)} đồng chí."


def _listed(session: str, names: int) -> str:
    said = f"{session} biểu quyết thông qua danh sách bầu cử"
    return f"{said} gồm {numeral(names)} đồng chí:"


def _list_heading(election: Election) -> str:
    keys = [name_key(one.name) for one in election.candidates]
    return IN_ORDER if all(a <= b for a, b in pairwise(keys)) else "Họ và tên"


def _candidates(election: Election) -> Iterator[Listed]:
    names = _first_list(election)
    for place, one in enumerate(names):
        note = _OF_NOMINATORS[one.nominated_by]
        yield Listed(str(place + 1), one.name, note, keeps_next(place, len(names)))


def _first_list(election: Election) -> list[Candidate]:
    """The names that stood in the first round of voting."""
    return [one for one in election.candidates if one.votes and one.votes[0] is not None]


def _closing(held_on: date | None) -> str:
    """When the count ended: the hour is written by hand."""
    day = f"ngày {short_date(held_on)}" if held_on else f"ngày {SHORT_BLANK}"
    hour = f"{SHORT_BLANK} giờ {SHORT_BLANK} phút"
    return f"Biên bản lập xong hồi {hour}, {day}, đã đọc lại và thông qua."
