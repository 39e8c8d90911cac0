"""How far a round has come: which congresses were held, whose results are in."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.model import Status

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.model import Congress, Round
    from generator.statistics.figures import UnitSummary


class State(StrEnum):
    """What a congress is to the roll-up."""

    TONG_HOP = "đã tổng hợp"
    LOAI = "chưa đưa vào tổng hợp"
    CHUA_CO = "chưa có kết quả"
    HOAN = "hoãn"
    TAM_DUNG = "tạm dừng"


@dataclass(frozen=True, slots=True)
class Absent:
    """A congress whose figures are not in the totals, and why: nothing sent, late, doubtful."""

    congress: str
    unit: str
    reason: str
    is_late: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One congress of the round, or several that the plan lists on one line (`size`)."""

    congress: str
    unit: str
    tier: str
    purposes: tuple[str, ...]
    superior: str
    size: int
    state: State
    held: bool
    note: str = ""


@dataclass(frozen=True, slots=True)
class Progress:
    """Congresses, counted. `due`: those of the plan neither put off nor stopped."""

    planned: int = 0
    put_off: int = 0
    stopped: int = 0
    held: int = 0
    counted: int = 0
    excluded: int = 0
    missing: int = 0

    @property
    def due(self) -> int:
        """How many are to be held in all."""
        return self.planned - self.put_off - self.stopped


def lines(
    found: Round,
    summaries: Mapping[str, UnitSummary],
    missing: Sequence[Absent],
    excluded: Sequence[Absent],
) -> tuple[Line, ...]:
    """Every congress of the schedules in its order, then results of none of them."""
    reasons = {one.congress: one.reason for one in (*missing, *excluded)}
    left_out = {one.congress for one in excluded}
    listed = [
        _line(found, one, _state(one, summaries, left_out), reasons)
        for one in found.congresses
        if one.is_scheduled or one.organization in summaries
    ]
    known = {line.congress for line in listed}
    return (*listed, *(_of(one) for key, one in summaries.items() if key not in known))


def _state(
    congress: Congress, summaries: Mapping[str, UnitSummary], excluded: set[str]
) -> State:
    if congress.organization in summaries:
        return State.TONG_HOP
    if congress.organization in excluded:
        return State.LOAI
    changed = {Status.HOAN: State.HOAN, Status.TAM_DUNG: State.TAM_DUNG}
    return changed.get(congress.status, State.CHUA_CO)


def _line(found: Round, congress: Congress, state: State, reasons: Mapping[str, str]) -> Line:
    unit = found.unit(congress)
    return Line(
        congress=congress.organization,
        unit=unit.full_name,
        tier=congress.tier,
        purposes=tuple(str(purpose) for purpose in congress.purposes),
        superior=unit.superior or "",
        size=unit.size or 1,
        state=state,
        held=congress.status is Status.DA_TO_CHUC or state in (State.TONG_HOP, State.LOAI),
        note=reasons.get(congress.organization, "") or _changed(congress, state),
    )


def _changed(congress: Congress, state: State) -> str:
    """What changed the plan, with its document: "tạm dừng theo Công văn số 88-CV/ĐU…"."""
    if not congress.is_changed or state is State.TONG_HOP:
        return ""
    document = congress.changed_by
    return f"{congress.status} theo {document.briefly()}" if document else str(congress.status)


def _of(one: UnitSummary) -> Line:
    """A result whose congress the round does not list: counted, and seen in the list."""
    return Line(
        one.congress,
        one.unit,
        one.tier,
        one.purposes,
        one.superior,
        1,
        State.TONG_HOP,
        held=True,
        note="không có trong lịch đại hội",
    )


def progress(of: Iterable[Line]) -> Progress:
    """The congresses of some lines, counted."""
    found = tuple(of)

    def count(*states: State) -> int:
        return sum(line.size for line in found if line.state in states)

    return Progress(
        planned=sum(line.size for line in found),
        put_off=count(State.HOAN),
        stopped=count(State.TAM_DUNG),
        held=sum(line.size for line in found if line.held),
        counted=count(State.TONG_HOP),
        excluded=count(State.LOAI),
        missing=count(State.CHUA_CO),
    )
