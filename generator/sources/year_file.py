"""Years of the calendar from files: those shipped, and those that a round's folder adds.

A round's folder may hold `lich/2027.yaml`. It adds to what is known of the year; one that is
`official`, listing the year in full, replaces what is shipped of that year.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from datetime import date
from difflib import get_close_matches
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from pydantic import ValidationError

from generator import guard, vietnamese
from generator.calendar import SATURDAY, WorkingCalendar, YearDays
from generator.errors import Place, Problem, has_errors
from generator.model.base import titles
from generator.model.calendar_year import CalendarYear
from generator.sources.validation import problems_of
from generator.sources.yaml_tree import read_tree

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.model.calendar_year import LocalDays
    from generator.sources.tree import PathTo, Tree

YEARS_FOLDER = "lich"
FIXED_HOLIDAYS = ((1, 1), (4, 30), (5, 1), (9, 2))
LEAST_DAYS_OFF = (
    11  # 1 + 5 + 1 + 1 + 2 + 1: Bộ luật Lao động 2019, Điều 112, as the press quotes it
)
_RANGES = ("days_off", "make_ups", "dropped", "local_days_off", "local_working_days")
_NOTED = ("days_off", "swaps", "make_ups", "dropped")


@dataclass(frozen=True, slots=True)
class ReadYear:
    """A year, or None where the file is wrong; the problems, at their places."""

    days: YearDays | None
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class LoadedCalendar:
    """A calendar, or None where a file of a year is wrong; the problems."""

    calendar: WorkingCalendar | None
    problems: tuple[Problem, ...]


def load_calendar(folder: Path | None = None, *, follow_swaps: bool = True) -> LoadedCalendar:
    """The calendar of a round's folder: the years shipped and the years that it adds."""
    paths = _year_files(folder) if folder else []
    read = [_read_path(path) for path in paths]
    problems = tuple(problem for year in read for problem in year.problems)
    if has_errors(problems):
        return LoadedCalendar(None, problems)
    added = tuple(year.days for year in read if year.days)
    replaced = {days.year for days in added if days.official}
    shipped = tuple(days for days in shipped_years() if days.year not in replaced)
    return LoadedCalendar(WorkingCalendar((*shipped, *added), follow_swaps), problems)


@cache
def shipped_years() -> tuple[YearDays, ...]:
    """The years whose notices travel with the program, in order."""
    files = resources.files("generator") / "years"
    found = sorted(
        (file for file in files.iterdir() if file.name.endswith(".yaml")),
        key=lambda file: file.name,
    )
    read = (read_year(file.read_bytes(), file.name) for file in found)
    return tuple(year.days for year in read if year.days)


def read_year(content: bytes, file: str) -> ReadYear:
    """The year that a file lists; what is wrong with it is in its problems."""
    tree = read_tree(content, file)
    year, problems = _validated(tree)
    problems = [*tree.problems, *problems]
    if year and not problems:
        return ReadYear(year.year_days(), ())
    titled = (replace(p, titles=titles(CalendarYear, p.path)) for p in problems)
    return ReadYear(None, tuple(sorted(titled, key=lambda problem: problem.place)))


def _validated(tree: Tree) -> tuple[CalendarYear | None, list[Problem]]:
    if tree.value is None:
        return None, []
    try:
        year = CalendarYear.model_validate(tree.value)
    except ValidationError as error:
        return None, problems_of(error.errors(include_url=False), tree, CalendarYear)
    return year, [_located(problem, tree) for check in CHECKS for problem in check(year)]


def _located(problem: Problem, tree: Tree) -> Problem:
    return replace(problem, place=tree.place(problem.path))


def _year_files(folder: Path) -> list[Path]:
    years = folder / YEARS_FOLDER
    if not years.is_dir():
        return []
    return sorted(path for path in years.iterdir() if path.suffix.lower() in (".yaml", ".yml"))


def _read_path(path: Path) -> ReadYear:
    file = str(path)
    if not (path.stem.isascii() and path.stem.isdecimal()):
        problem = Problem("calendar-file-name", values={"file": path.name}, place=Place(file))
        return ReadYear(None, (problem,))
    read = read_year(guard.text_file(path, file), file)
    if read.days is None or read.days.year == int(path.stem):
        return read
    values = {"value": str(read.days.year), "file": path.name}
    return ReadYear(None, (Problem("calendar-year-differs", values=values, place=Place(file)),))


def _ranges(year: CalendarYear) -> Iterator[tuple[PathTo, LocalDays]]:
    for name in _RANGES:
        for index, entry in enumerate(getattr(year, name)):
            yield (name, index), entry


def _swapped(year: CalendarYear) -> Iterator[tuple[PathTo, date]]:
    for index, swap in enumerate(year.swaps):
        yield ("swaps", index, "day_off"), swap.day_off
        yield ("swaps", index, "make_up"), swap.make_up


def _wrong(code: str, path: PathTo, value: date, **values: str) -> Problem:
    return Problem(code, path, {"value": vietnamese.short_date(value), **values})


def _other_year(year: CalendarYear) -> Iterator[Problem]:
    """A day of another year; a swap may be made up in the year before or after."""
    for way, day in (*_ends(year), *_swapped(year)):
        if abs(day.year - year.year) > (way[-1] == "make_up"):
            yield _wrong("calendar-other-year", way, day, year=str(year.year))


def _ends(year: CalendarYear) -> Iterator[tuple[PathTo, date]]:
    for way, entry in _ranges(year):
        yield (*way, "day"), entry.day
        if entry.until:
            yield (*way, "until"), entry.until


def _backwards(year: CalendarYear) -> Iterator[Problem]:
    for way, entry in _ranges(year):
        if entry.until and entry.until < entry.day:
            first = vietnamese.short_date(entry.day)
            yield _wrong("calendar-backwards", (*way, "until"), entry.until, first=first)


def _wrong_weekday(year: CalendarYear) -> Iterator[Problem]:
    """A swap gives a weekday off and takes a weekend; so does a make-up day alone."""
    made_up = (
        ((*way, "day"), d) for way, e in _ranges(year) if "make_ups" in way for d in e.days
    )
    for way, day in (*_swapped(year), *made_up):
        is_weekend = day.weekday() >= SATURDAY
        if way[-1] == "day_off" and is_weekend:
            yield _wrong("calendar-off-on-weekend", way, day)
        elif way[-1] != "day_off" and not is_weekend:
            yield _wrong("calendar-make-up-on-weekday", way, day)


def _unknown_notice(year: CalendarYear) -> Iterator[Problem]:
    known = [notice.id for notice in year.notices]
    for name in _NOTED:
        for index, entry in enumerate(getattr(year, name)):
            if entry.notice not in known:
                close = get_close_matches(entry.notice, known, n=1, cutoff=0.5)
                values = {"value": entry.notice, "hint": "".join(close)}
                yield Problem("calendar-unknown-notice", (name, index, "notice"), values)


def _notice_twice(year: CalendarYear) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, notice in enumerate(year.notices):
        if notice.id in seen:
            yield Problem("duplicate-id", ("notices", index, "id"), {"id": notice.id})
        seen.add(notice.id)


def _day_twice(year: CalendarYear) -> Iterator[Problem]:
    said = [((*way, "day"), day) for way, entry in _ranges(year) for day in entry.days]
    said += _swapped(year)
    times = Counter(day for _, day in said)
    for way, day in said:
        times[day] -= 1
        if times[day]:
            yield _wrong("calendar-day-twice", way, day)


def _incomplete(year: CalendarYear) -> Iterator[Problem]:
    """A year said to be listed in full that lacks what the law gives every year."""
    if not year.official:
        return
    off = {day for entry in year.days_off for day in entry.days}
    fixed = [date(year.year, month, day) for month, day in FIXED_HOLIDAYS]
    lacking = vietnamese.listed([vietnamese.day_month(d) for d in fixed if d not in off])
    if lacking:
        yield Problem("calendar-lacks-days", ("official",), {"days": lacking})
    elif len(off) < LEAST_DAYS_OFF:
        values = {"found": str(len(off)), "least": str(LEAST_DAYS_OFF)}
        yield Problem("calendar-too-few-days", ("official",), values)


CHECKS = (
    _other_year,
    _backwards,
    _wrong_weekday,
    _unknown_notice,
    _notice_twice,
    _day_twice,
    _incomplete,
)
