"""Where each congress of a round stands on a day: in, doubtful, late, not due yet."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from generator.deadlines import DutyKind, duties
from generator.register import Kind
from generator.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.calendar import WorkingCalendar
    from generator.deadlines import Duty
    from generator.model import Congress, Round
    from generator.register import Register, Registered


class State(StrEnum):
    """What the results of a congress are on a day."""

    DU = "đã có"
    NGHI_NGO = "nghi ngờ"
    QUA_HAN = "quá hạn"
    CHUA_DEN_HAN = "chưa đến hạn"
    CHUA_RO_HAN = "chưa rõ hạn"


MISSING = (State.QUA_HAN, State.CHUA_DEN_HAN, State.CHUA_RO_HAN)


@dataclass(frozen=True, slots=True)
class Standing:
    """One congress: when its report is due, what came, which version counts.

    `sent` is how many versions came; `late_by` how many days after the limit the first one
    was saved, or how many have passed without one. `unread` is a newer version that nothing
    could be read from, so that the one before it still counts.
    """

    congress: str
    unit: str
    due: date | None
    provisional: bool
    state: State
    form: Registered | None = None
    report: Registered | None = None
    sent: int = 0
    late_by: int = 0
    unread: Registered | None = None

    @property
    def is_doubtful(self) -> bool:
        """Whether figures of the version that counts disagree."""
        return self.state is State.NGHI_NGO

    @property
    def reason(self) -> str:
        """Why the congress is not in the totals, in words; empty where it is."""
        due = f"hạn báo cáo {short_date(self.due)}" if self.due else ""
        said = {
            State.NGHI_NGO: "số liệu của đơn vị còn chỗ chưa khớp",
            State.QUA_HAN: f"chưa gửi biểu, {due} đã qua {self.late_by} ngày",
            State.CHUA_DEN_HAN: f"chưa gửi biểu, {due}",
            State.CHUA_RO_HAN: "chưa gửi biểu, chưa rõ ngày bế mạc nên chưa có hạn báo cáo",
        }
        return said.get(self.state, "")


def standings(
    book: Register, found: Round, calendar: WorkingCalendar, as_of: date
) -> tuple[Standing, ...]:
    """Each congress that has papers of its own, in the order of the schedules."""
    limits = {
        duty.congress: duty
        for duty in duties(found, calendar)
        if duty.kind is DutyKind.REPORT and duty.congress
    }
    return tuple(
        _standing(book, found, one, limits.get(one.organization), as_of)
        for one in found.reporting
    )


def _standing(
    book: Register, found: Round, congress: Congress, limit: Duty | None, as_of: date
) -> Standing:
    versions = book.versions(congress.organization, Kind.BIEU)
    first = min((_day(one.entry.saved_at) for one in versions), default=as_of)
    due = limit.last if limit else None
    return Standing(
        congress=congress.organization,
        unit=found.unit(congress).full_name,
        due=due,
        provisional=limit is not None and limit.provisional,
        state=_state(versions[0] if versions else None, due, as_of),
        form=versions[0] if versions else None,
        report=book.current(congress.organization, Kind.BAO_CAO),
        sent=len(versions),
        late_by=max(0, (first - due).days) if due else 0,
        unread=newer_unread(versions),
    )


def newer_unread(versions: Sequence[Registered]) -> Registered | None:
    """The newest version, where nothing could be read from it and an older one counts."""
    newest = max(versions, key=lambda one: (one.entry.saved_at, one.id), default=None)
    if newest is None or newest == versions[0] or newest.entry.summary:
        return None
    return newest


def _state(form: Registered | None, due: date | None, as_of: date) -> State:
    if form is not None:
        return State.NGHI_NGO if form.entry.doubtful else State.DU
    if due is None:
        return State.CHUA_RO_HAN
    return State.QUA_HAN if due < as_of else State.CHUA_DEN_HAN


def _day(moment: str) -> date:
    """The day of a moment, as it is counted where the program runs."""
    return datetime.fromisoformat(moment).astimezone().date()
