"""The duties month by month: a block a month, a column a day, a row a unit."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from itertools import accumulate, groupby
from typing import TYPE_CHECKING

from generator.calendar import PROVISIONAL
from generator.deadlines import DutyKind
from generator.model import Month
from generator.on_demand import OnDemand
from generator.tables import Cell, Look, Sheet
from generator.vietnamese import day_month, lower_first, two_digits
from generator.views.schedule import unit_with_superior

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from generator.calendar import WorkingCalendar
    from generator.deadlines import Duty
    from generator.model import Round

    Row = tuple[Cell | None, ...]

SHEET = "Theo tháng"
CODES = {
    DutyKind.NOTICE: "TBL",
    DutyKind.PAPERS: "HS",
    DutyKind.VISIT: "KT",
    DutyKind.PREPARATORY: "TB",
    DutyKind.CONGRESS: "ĐH",
    DutyKind.REPORT: "BC",
}
LEGEND = (
    "TBL: thông báo lịch đại hội; HS: hạn gửi hồ sơ; KT: kiểm tra công tác chuẩn bị; "
    "TB: phiên trù bị; ĐH: đại hội; BC: hạn báo cáo kết quả. "
    "Chữ nghiêng, nền nhạt: dự kiến, hoặc chưa ấn định ngày. Nền xám: ngày nghỉ."
)
WEEKDAYS = ("T2", "T3", "T4", "T5", "T6", "T7", "CN")
NAME_WIDTH, DAY_WIDTH, MOST_DAYS = 34.0, 2.9, 31
MOST_ROWS = 14  # more rows of two lines than this would not stay on one page
ROOM_FOR_WORDS = 8  # days that a sentence needs
_DAY = timedelta(days=1)
_WHICH_DAY_OF_TET = re.compile(r" \((?:mùng|cuối tháng)[^)]*\)")


@dataclass(frozen=True, slots=True)
class _Line:
    """A row of the timeline: whose, and what it has to do."""

    name: str
    duties: tuple[Duty, ...]


@dataclass(frozen=True, slots=True)
class _Days:
    """The days of a month: which are off, their cells where nothing is to be done, a note."""

    days: tuple[date, ...]
    off: frozenset[date]
    blank: tuple[Cell, ...]
    note: str


@dataclass(frozen=True, slots=True)
class _Block:
    """The rows of a month that stand on one page."""

    title: str
    days: _Days
    lines: Sequence[_Line]

    @property
    def height(self) -> int:
        """How many rows it has: three of headings, the lines, the note, an empty one."""
        return 3 + len(self.lines) + bool(self.days.note) + 1


def timeline(
    heading: Sequence[str], found: Round, listed: Sequence[Duty], calendar: WorkingCalendar
) -> Sheet:
    """The sheet of months under its heading; a month with many units takes several blocks."""
    above = [*_heading(heading)]
    names, months = _names(found), _months(listed)

    def blocks() -> Iterator[_Block]:
        for month in months:
            yield from _blocks(month, _lines(names, listed, month), calendar)

    def rows() -> Iterator[Row]:
        yield from above
        for block in blocks():
            yield from _rows(block)

    *starts, end = accumulate((block.height for block in blocks()), initial=len(above))
    return Sheet(
        SHEET,
        (NAME_WIDTH, *(DAY_WIDTH,) * MOST_DAYS),
        OnDemand(end, rows),
        repeat=(0, len(heading)),
        footer=f"{SHEET}: {lower_first(heading[1])}",
        blocks=tuple(starts),
    )


def _heading(heading: Sequence[str]) -> Iterator[Row]:
    title, *others = heading
    yield (Cell(title, Look.TITLE, span=MOST_DAYS + 1),)
    for line in others:
        yield (Cell(line, Look.SUBTITLE, span=MOST_DAYS + 1),)
    yield (Cell(LEGEND, Look.NOTE, span=MOST_DAYS + 1),)


def _months(listed: Sequence[Duty]) -> list[Month]:
    """The months in which something is to be done."""
    return sorted(
        {Month(day.year, day.month) for duty in listed for day in _days(duty.first, duty.last)}
    )


def _days(first: date, last: date) -> Iterator[date]:
    return (first + n * _DAY for n in range((last - first).days + 1))


def _lines(names: Mapping[str, str], listed: Sequence[Duty], month: Month) -> list[_Line]:
    """Who announces, then the units in the order of the data."""
    here: dict[str, list[Duty]] = {}
    for duty in listed:
        if duty.first <= month.last and duty.last >= month.first:
            here.setdefault(duty.congress or duty.who, []).append(duty)
    others = {who: who for who, duties in here.items() if duties[0].congress is None}
    return [
        _Line(name, tuple(here[key]))
        for key, name in {**others, **names}.items()
        if key in here
    ]


def _names(found: Round) -> dict[str, str]:
    """Each unit by its name, with its superior where another one has the same."""
    units = {congress.organization: congress for congress in found.held}
    short = {key: found.unit(congress).full_name for key, congress in units.items()}
    times = Counter(short.values())
    return {
        key: short[key] if times[short[key]] == 1 else unit_with_superior(found, congress)
        for key, congress in units.items()
    }


def _blocks(
    month: Month, lines: Sequence[_Line], calendar: WorkingCalendar
) -> Iterator[_Block]:
    doubt = f" (ngày nghỉ {PROVISIONAL})" if calendar.is_provisional(month.year) else ""
    days = _days_of(month, calendar)
    for first in range(0, len(lines), MOST_ROWS):
        continued = " (tiếp theo)" if first else ""
        title = f"Tháng {month}{continued}{doubt}"
        yield _Block(title, days, lines[first : first + MOST_ROWS])


def _days_of(month: Month, calendar: WorkingCalendar) -> _Days:
    days = tuple(_days(month.first, month.last))
    off = frozenset(day for day in days if not calendar.is_working_day(day))
    named = "; ".join(_named_days(days, calendar))
    return _Days(
        days,
        off,
        tuple(_mark("", is_off=day in off) for day in days),
        f"Ngày nghỉ, làm bù: {named}." if named else "",
    )


def _rows(block: _Block) -> Iterator[Row]:
    days, off = block.days.days, block.days.off
    yield (Cell(block.title, Look.GROUP, span=len(days) + 1),)
    looks = [Look.OFF if day in off else Look.DAY_HEADING for day in days]
    numbers = (Cell(day.day, look) for day, look in zip(days, looks, strict=True))
    yield (Cell("Đơn vị", Look.HEADING, rows=2), *numbers)
    weekdays = (WEEKDAYS[day.weekday()] for day in days)
    yield (None, *(Cell(name, look) for name, look in zip(weekdays, looks, strict=True)))
    for line in block.lines:
        yield (Cell(line.name), *_marks(line, block.days))
    if block.days.note:
        yield (Cell(block.days.note, Look.NOTE, span=MOST_DAYS + 1),)
    yield ()


def _marks(line: _Line, month: _Days) -> Iterator[Cell | None]:
    """A cell a day; what is spread over days that are not fixed is one cell over them."""
    days = month.days
    first = max(min(duty.first for duty in line.duties), days[0]).day - 1
    end = min(max(duty.last for duty in line.duties), days[-1]).day
    yield from month.blank[:first]
    for (duties, soft), run in groupby(days[first:end], lambda day: _on(line, day)):
        same = list(run)
        if soft:
            yield Cell(_soft_words(duties, len(same)), Look.MARK_SOFT, span=len(same))
            yield from [None] * (len(same) - 1)
            continue
        codes = "\n".join(dict.fromkeys(CODES[duty.kind] for duty in duties))
        for day in same:
            yield _mark(codes, is_off=day in month.off)
    yield from month.blank[end:]


@cache
def _mark(codes: str, *, is_off: bool) -> Cell:
    """The cell of a day; the many days that have the same share one."""
    return Cell(codes, Look.MARK) if codes else Cell(None, Look.OFF if is_off else Look.DAY)


def _on(line: _Line, day: date) -> tuple[tuple[Duty, ...], bool]:
    """What a day has: fixed duties, or else those that may come on it; and whether so."""
    here = tuple(duty for duty in line.duties if duty.first <= day <= duty.last)
    fixed = tuple(duty for duty in here if not _is_soft(duty))
    return fixed or here, bool(here) and not fixed


def _is_soft(duty: Duty) -> bool:
    return duty.provisional or duty.kind is DutyKind.NOTICE


def _soft_words(duties: Sequence[Duty], room: int) -> str:
    if room < ROOM_FOR_WORDS:
        return ", ".join(dict.fromkeys(CODES[duty.kind] for duty in duties))
    said = (f"{CODES[duty.kind]}: {duty.how.removeprefix('theo lịch: ')}" for duty in duties)
    return "; ".join(dict.fromkeys(said))


def _named_days(days: Sequence[date], calendar: WorkingCalendar) -> Iterator[str]:
    """The days that are not like others, those of one holiday together."""
    for reason, run in groupby(days, lambda day: _reason(day, calendar)):
        same = list(run)
        if reason:
            first = f"{two_digits(same[0].day)} - " if len(same) > 1 else ""
            yield f"{first}{day_month(same[-1])} {reason}"


def _reason(day: date, calendar: WorkingCalendar) -> str | None:
    entry = calendar.entry(day)
    if entry is None:
        return None
    why = _WHICH_DAY_OF_TET.sub("", calendar.reason_off(day) or entry.reason)
    return f"{why} (đổi với {day_month(entry.instead_of)})" if entry.instead_of else why
