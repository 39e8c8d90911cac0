"""The duties as events of a calendar program."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from generator.deadlines import DutyKind
from generator.ics import Agenda, Entry
from generator.on_demand import OnDemand
from generator.vietnamese import lower_first
from generator.views.work_calendar import PAPER

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.deadlines import Duty
    from generator.model import Round

AS_LISTED = "theo lịch: "
MAY_MOVE = "Dự kiến: ngày còn có thể thay đổi."
_AT_THE_VENUE = (DutyKind.PREPARATORY, DutyKind.CONGRESS)


def agenda(found: Round, duties: Sequence[Duty]) -> Agenda | None:
    """The events of a round, stamped with the plan's date; None where nothing has a date."""
    if not duties:
        return None
    issued = found.plan.issued_on
    stamp = issued.first if issued else min(duty.first for duty in duties)
    venues = {one.organization: one.venue for one in reversed(found.held)}

    def entries() -> Iterator[Entry]:
        for duty, key in zip(duties, _keys(duties), strict=True):
            yield _entry(found, duty, key, venues.get(duty.congress or "") or "")

    title = f"{PAPER} đại hội {found.term} - {found.head.full_name}"
    return Agenda(title, stamp, OnDemand(len(duties), entries))


def _keys(duties: Sequence[Duty]) -> Iterator[str]:
    """The key of each duty; a number tells apart what has the same, as two tiers in a month."""
    seen: Counter[str] = Counter()
    for duty in duties:
        seen[duty.key] += 1
        number = seen[duty.key]
        yield duty.key if number == 1 else f"{duty.key}-{number}"


def _entry(found: Round, duty: Duty, key: str, venue: str) -> Entry:
    due = duty.is_due
    how = f"Cách tính: {duty.how}" if due else f"Thời gian: {duty.how.removeprefix(AS_LISTED)}"
    said = [f"Thực hiện: {duty.who}", how]
    return Entry(
        uid=f"{key}.{found.organization}.{found.term}@vankien",
        first=duty.first,
        last=duty.last,
        summary=f"Hạn: {lower_first(duty.what)}" if due else duty.what,
        description="\n".join([*said, MAY_MOVE] if duty.provisional else said),
        category=duty.kind,
        location=venue if duty.kind in _AT_THE_VENUE else "",
        tentative=duty.provisional,
        remind=due,
    )
