"""The calendar of duties as a workbook: a list, and a timeline month by month."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

from generator.calendar import PROVISIONAL, SATURDAY
from generator.model import Month
from generator.model.time_forms import Days, Moment, Span
from generator.on_demand import OnDemand
from generator.tables import Cell, Look, Sheet, Workbook
from generator.vietnamese import (
    day_month,
    listed,
    lower_first,
    short_date,
    upper_first,
    weekday,
)
from generator.views.plan import title_of
from generator.views.timeline import timeline

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from generator.calendar import WorkingCalendar
    from generator.deadlines import Duty
    from generator.model import Round

    Row = tuple[Cell | None, ...]

PAPER = "Lịch công tác"
NOTHING = "Chưa có việc nào có ngày: ghi thời gian đại hội vào dữ liệu, rồi lập lại."
COLUMNS = (
    ("TT", 5.0),
    ("Thời hạn", 17.0),
    ("Thứ", 16.0),
    ("Việc phải làm", 40.0),
    ("Đơn vị thực hiện", 27.0),
    ("Cách tính", 32.0),
    ("Ghi chú", 15.0),
)
FEW_DAYS = 7
SHARED = 1024
_DAY = timedelta(days=1)


def round_title(found: Round) -> str:
    """What the round is: "Phối hợp chỉ đạo đại hội điểm cấp cơ sở nhiệm kỳ 2025-2030"."""
    return upper_first(title_of(found))


def work_calendar(found: Round, duties: Sequence[Duty], calendar: WorkingCalendar) -> Workbook:
    """The list of duties, then the months; without a duty the list says so."""
    heading = (PAPER.upper(), round_title(found), found.head.full_name)
    sheets = [_list(heading, duties, calendar)]
    if duties:
        sheets.append(timeline(heading, found, duties, calendar))
    return Workbook(f"{PAPER} {lower_first(round_title(found))}", tuple(sheets))


def _list(heading: Sequence[str], duties: Sequence[Duty], calendar: WorkingCalendar) -> Sheet:
    looks = (Look.TITLE, Look.SUBTITLE, Look.SUBTITLE)
    above: list[Row] = [
        (Cell(line, look, span=len(COLUMNS)),)
        for line, look in zip(heading, looks, strict=True)
    ]
    above.append(tuple(Cell(title, Look.HEADING) for title, _ in COLUMNS))
    below: list[Row] = [
        (Cell(note, Look.NOTE, span=len(COLUMNS)),) for note in _notes(duties, calendar)
    ]

    def rows() -> Iterator[Row]:
        yield from above
        for number, duty in enumerate(duties, start=1):
            yield _row(number, duty, calendar)
        yield from below

    return Sheet(
        PAPER,
        tuple(width for _, width in COLUMNS),
        OnDemand(len(above) + len(duties) + len(below), rows),
        repeat=(len(heading), len(heading)),
        footer=f"{PAPER}: {lower_first(heading[1])}",
    )


def _row(number: int, duty: Duty, calendar: WorkingCalendar) -> Row:
    return (
        Cell(number, Look.CENTER),
        _cell(when(duty), Look.DATE),
        _cell(weekdays(duty) or None, Look.CENTER),
        Cell(duty.what),
        Cell(duty.who),
        _cell(upper_first(duty.how)),
        _cell(upper_first("; ".join(_remarks(duty, calendar))) or None),
    )


@lru_cache(SHARED)
def _cell(words: str | None, look: Look = Look.TEXT) -> Cell:
    """A cell; the many duties of which the same is said share it."""
    return Cell(words, look)


def when(duty: Duty) -> str:
    """The days of a duty: "24/01/2025", "20, 21/02/2025", "21 - 23/5/2025", "Tháng 12/2024"."""
    first, last = duty.first, duty.last
    month = Month(last.year, last.month)
    if first == last:
        return short_date(last)
    if (first, last) == (month.first, month.last):
        return f"Tháng {month}"
    ends = Moment(first), Moment(last)
    form = Days(ends) if last - first == _DAY else Span(*ends)
    return str(form).removeprefix("ngày ")


def weekdays(duty: Duty) -> str:
    """The weekday, or those of the first and the last day; none for long spans."""
    first, last = upper_first(weekday(duty.first)), weekday(duty.last)
    if duty.first == duty.last:
        return first
    if duty.last - duty.first >= FEW_DAYS * _DAY:
        return ""
    return f"{first}, {last}" if duty.last - duty.first == _DAY else f"{first} - {last}"


def _remarks(duty: Duty, calendar: WorkingCalendar) -> Iterator[str]:
    if duty.provisional:
        yield PROVISIONAL
    for day in _notable_days(duty):
        if not calendar.is_working_day(day):
            holiday = calendar.reason_off(day) if calendar.entry(day) else weekday(day)
            yield f"{day_month(day)} là ngày nghỉ ({holiday})"
        elif day.weekday() >= SATURDAY:
            yield f"{day_month(day)} là ngày làm bù"


def _notable_days(duty: Duty) -> Iterator[date]:
    """Each day of a fixed event; of a long span only the last, on which it must be done."""
    count = (duty.last - duty.first).days
    first = duty.first if count < FEW_DAYS else duty.last
    return (first + n * _DAY for n in range((duty.last - first).days + 1))


def _notes(duties: Sequence[Duty], calendar: WorkingCalendar) -> Iterator[str]:
    if not duties:
        yield NOTHING
        return
    first, last = min(duty.first for duty in duties), max(duty.last for duty in duties)
    years = [y for y in range(first.year, last.year + 1) if calendar.is_provisional(y)]
    if years:
        said = listed([str(year) for year in years])
        yield f"Ngày nghỉ năm {said} chưa có thông báo chính thức, mới là {PROVISIONAL}."
