"""Papers of a round with many units ask of each a few things; what is the same is shared."""

from __future__ import annotations

import io
import tracemalloc
from collections import Counter
from functools import partial
from typing import TYPE_CHECKING, Any

import openpyxl

from generator import ics
from generator.calendar import WorkingCalendar
from generator.deadlines import duties
from generator.excel import writing
from generator.model import Congress, Round
from generator.tables import Look
from generator.views import report, wording, work_calendar
from generator.views.agenda import agenda
from many import data_of, peak, round_of

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from generator.model import Organization
    from generator.tables import Workbook

MANY = 200
DAYS = (Look.DAY, Look.MARK)


def counted(patch: pytest.MonkeyPatch, owner: type, name: str) -> Counter[str]:
    """Counts how often a property or a method of the model is asked for."""
    calls: Counter[str] = Counter()
    real = owner.__dict__[name]
    work: Any = real.fget if isinstance(real, property) else real

    def call(*given: Any) -> Any:
        calls[name] += 1
        return work(*given)

    patch.setattr(owner, name, property(call) if isinstance(real, property) else call)
    return calls


def test_the_calendar_of_duties_asks_little_of_each_unit(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = data_of(MANY)
    for number, row in enumerate(data["congresses"][-MANY:]):
        row["time"] = f"05/{1 + number % 12}/2027"  # blocks of twelve months
    found, calendar = round_of(data, tmp_path), WorkingCalendar()
    listed = duties(found, calendar)
    units = counted(monkeypatch, Round, "unit")
    states = counted(monkeypatch, Congress, "is_on")

    book = work_calendar(found, listed, calendar)
    events = agenda(found, listed)

    assert events
    assert len(events.entries) == len(listed)
    assert len(book.sheets) == 2
    assert MANY <= units["unit"] < 5 * len(found.congresses)
    assert states["is_on"] < 5 * len(found.congresses)


def test_the_days_of_many_units_share_their_cells(tmp_path: Path) -> None:
    found, calendar = round_of(data_of(MANY), tmp_path), WorkingCalendar()

    _, months = work_calendar(found, duties(found, calendar), calendar).sheets

    cells = [cell for row in months.rows for cell in row if cell and cell.look in DAYS]
    assert len(cells) > 20 * MANY
    assert len({id(cell) for cell in cells}) < 10


def test_a_report_does_not_go_through_all_congresses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = round_of(data_of(MANY), tmp_path)
    reports = [report(found, one) for one in found.reporting[-3:]]
    states = counted(monkeypatch, Congress, "is_on")
    terms = counted(monkeypatch, Round, "term_of")

    assert reports == [report(found, one) for one in found.reporting[-3:]]
    assert states["is_on"] < MANY / 4
    assert terms["term_of"] < MANY / 4


def test_many_places_are_named_together_in_one_go(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = data_of(MANY)
    for row in data["organizations"][-MANY:]:
        row |= {"kind": "đảng bộ", "unit": "ấp"}
    units = round_of(data, tmp_path).organizations[-MANY:]
    calls: Counter[str] = Counter()

    def key(one: Organization) -> tuple[str, str]:
        calls["key"] += 1
        return one.unit, one.kind

    monkeypatch.setattr(wording, "_group_key", key)

    (line,) = wording.districts(units, "BTV")
    approving = wording.standing_committees(units)

    assert line.startswith("BTV các ấp: Thử don-vi-00000, Thử don-vi-00001, ")
    assert approving.startswith("Ban Thường vụ đảng ủy các ấp: Thử don-vi-00000, ")
    assert calls["key"] < 15 * MANY


def spread(count: int, folder: Path) -> Round:
    """A round of many units, their congresses all over a year."""
    data = data_of(count)
    for number, row in enumerate(data["congresses"][-count:]):
        row["time"] = f"{1 + number % 28:02}/{1 + number % 12}/2027"
    return round_of(data, folder)


def calendar_of(found: Round) -> Workbook:
    calendar = WorkingCalendar()
    return work_calendar(found, duties(found, calendar), calendar)


def test_a_long_calendar_is_never_there_as_a_whole(tmp_path: Path) -> None:
    few, many = (calendar_of(spread(count, tmp_path / str(count))) for count in (400, 1_600))
    writing.render(few)  # what is imported and remembered once

    small, large = (peak(partial(writing.render, book)) for book in (few, many))

    rows = [sum(len(sheet.rows) for sheet in book.sheets) for book in (few, many)]
    assert rows[1] - rows[0] > 6_000
    assert large - small < 1_000 * (rows[1] - rows[0])


def seen(content: bytes) -> list[object]:
    """What a person sees of a workbook: words, merged cells, heights of rows, page breaks."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return [
        (
            [[cell.value for cell in row] for row in page.iter_rows()],
            [[cell.fill.fgColor.rgb for cell in row] for row in page.iter_rows()],
            sorted(map(str, page.merged_cells.ranges)),
            [page.row_dimensions[row].height for row in range(1, page.max_row + 1)],
            [one.id for one in page.row_breaks.brk],
        )
        for page in book
    ]


def test_a_calendar_written_row_by_row_is_seen_as_any_other(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    book = calendar_of(spread(60, tmp_path))
    at_once = writing.render(book)

    monkeypatch.setattr(writing, "MANY_ROWS", 1)
    by_row = writing.render(book)

    assert by_row != at_once
    assert seen(by_row) == seen(at_once)


def test_events_are_written_one_at_a_time(tmp_path: Path) -> None:
    found = round_of(data_of(MANY), tmp_path)
    events = agenda(found, duties(found, WorkingCalendar()))
    assert events
    ics.render(events)  # what is imported once

    tracemalloc.start()
    content = ics.render(events)
    most = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()

    assert content.count(b"BEGIN:VEVENT") == len(events.entries)
    assert most < 4 * len(content) + 200_000
