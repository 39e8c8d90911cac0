"""A report's values for the places of a paper that the unit has written in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.slots import Slot, SlotKind
from generator.views.annexes import COMMITTEES, cells_of
from generator.views.outline import short_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.views.outline import Control
    from generator.views.report import ReportView

TIME_TITLE = "Thời gian đại hội"


def report_filling(view: ReportView) -> tuple[Slot, ...]:
    """What is to stand in the places of ours; the unit's own are not among them."""
    slots = [_time(view), *_of_control(view.attendance)]
    for line in view.outline:
        if line.control:
            slots += _of_control(line.control)
    return (*slots, *_annexes(view), *view.silenced)


def _time(view: ReportView) -> Slot:
    lines = (view.time.text,) if view.time.is_set else ()
    return Slot(SlotKind.WORDS, view.time.tag, TIME_TITLE, lines)


def _of_control(control: Control) -> Iterator[Slot]:
    if not control.prompts:
        lines = tuple(line.text for line in control.lines)
        yield Slot(SlotKind.LINES, control.tag, control.title, lines)
        for one in control.tables:
            title = short_title(f"{control.title}: {one.caption or 'bảng kết quả'}")
            rows = tuple(row.cells for row in one.rows)
            yield Slot(SlotKind.TABLE, one.tag, title, rows=rows)


def _annexes(view: ReportView) -> Iterator[Slot]:
    if view.roster is None:
        return
    people, made_up = view.roster, view.roster.make_up
    rows = tuple(cells_of(row) for row in people.rows)
    yield Slot(SlotKind.TABLE, people.tag, people.title, rows=rows)
    if made_up.heading == COMMITTEES:  # the heading of the unit's own table is not changed
        rows = tuple(cells_of(row) for row in made_up.rows)
        yield Slot(SlotKind.TABLE, made_up.tag, made_up.title, rows=rows)
        yield from _of_control(made_up.note)
