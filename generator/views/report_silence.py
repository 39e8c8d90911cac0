"""What of a unit's own report has nothing to say once its result is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.elections.points import bodies_under
from generator.slots import Slot, SlotKind
from generator.views.report_points import expected, filled_control, skeleton_control
from generator.views.report_results import not_elected

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.elections import Counted
    from generator.model import OutlineItem, Round
    from generator.statistics import UnitSummary


def silenced(found: Round, counted: Counted, figures: UnitSummary) -> tuple[Slot, ...]:
    """What a skeleton has a place for and the result says did not take place.

    A body that was not elected is said in one sentence; a table without votes goes.
    """
    items = expected(found.report_outline, found, counted.congress)
    slots = (
        slot for item in _leaves(items) for slot in _silenced(item, found, counted, figures)
    )
    return tuple(slots)


def _leaves(items: tuple[OutlineItem, ...]) -> Iterator[OutlineItem]:
    for item in items:
        if item.votes:
            yield item
        yield from _leaves(item.items)


def _silenced(
    item: OutlineItem, found: Round, counted: Counted, figures: UnitSummary
) -> Iterator[Slot]:
    bodies = bodies_under(item, found)
    if not any(counted.result.election(body) for body in bodies):
        return  # nothing is known: the place stays the unit's
    made = filled_control(item, found, counted, figures)
    lines = [line for body in bodies for line in not_elected(found, counted, body)]
    if lines and len(lines) == len(made.lines):  # the point itself goes from a new report
        yield Slot(SlotKind.LINES, item.id, made.title, tuple(lines))
    held = {one.tag for one in made.tables}
    for blank in skeleton_control(item, found, counted.congress).tables:
        if blank.tag not in held:
            yield Slot(SlotKind.TABLE, blank.tag, made.title)
