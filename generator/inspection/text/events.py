"""The days of one congress, in every table and sentence of the document that says them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.inspection.document.values import Paragraph
from generator.inspection.text.grids import Kind, grid_of
from generator.inspection.text.passages import ITSELF, Rule, passage_of
from generator.inspection.text.written_dates import written_dates

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from generator.inspection.anatomy import Case
    from generator.inspection.document.values import Document, Piece, Table
    from generator.inspection.finding import Finding
    from generator.inspection.text.grids import Grid, Row
    from generator.inspection.text.passages import Passage

_EVENT = Rule("text-event-two-dates", ITSELF)
_UNIT = re.compile(r"(?:đơn vị|đảng bộ|chi bộ|tên đơn vị|tên đảng bộ|tổ chức đảng)\b")
_CONGRESS = re.compile(
    r"(?:dự kiến )?(?:thời gian|ngày)(?: dự kiến)?(?: tổ chức| tiến hành| khai mạc)?"
    r" đại hội(?: điểm)?"
)
_TIME = re.compile(r"(?:dự kiến )?(?:thời gian|ngày)(?: tổ chức| tiến hành)?")
_SCHEDULE = re.compile(r"\blịch đại hội|thời gian (?:tổ chức )?đại hội", re.IGNORECASE)
_OTHER_SCHEDULE = re.compile(r"kiểm tra|duyệt|thẩm định|hội nghị|báo cáo", re.IGNORECASE)
_APPENDIX = re.compile(r"phụ lục", re.IGNORECASE)
_OF_SUPERIOR = re.compile(r" (?:trực thuộc|thuộc) .*")


@dataclass(frozen=True)
class Held:
    """What a document says first of the days of a congress, and where."""

    days: tuple[date, ...]
    written: str
    place: str
    table: int


@dataclass
class _Reading:
    """What was read so far: the schedule's title, the congresses by the name of their unit."""

    title: str = ""
    held: dict[str, Held] = field(default_factory=dict)


def a_congress_has_one_time(case: Case) -> Iterator[Finding]:
    """The days of a unit's congress agree in all tables, and in what the text says of it."""
    reading = _Reading()
    for block in case.document.blocks():
        if isinstance(block, Paragraph):
            reading.title = _titled(reading.title, passage_of(block).text)
        else:
            yield from _of_table(block, reading)
    yield from _of_sentences(case.document, reading.held)


def _titled(title: str, text: str) -> str:
    """What the table that comes next is about."""
    if _APPENDIX.match(text.strip()):
        return text
    is_title = _SCHEDULE.search(text) or _OTHER_SCHEDULE.search(text)
    return f"{title} {text}"[-400:] if is_title else title


def _of_table(table: Table, reading: _Reading) -> Iterator[Finding]:
    grid = grid_of(table)
    columns = _columns(grid, reading.title) if grid else None
    if grid is None or columns is None:
        return
    rows = [row for row in grid.rows if row.kind in (Kind.ITEM, Kind.PLAIN)]
    names = [_name(row.texts[columns[0]]) for row in rows]
    for name, row in zip(names, rows, strict=True):
        if names.count(name) == 1:
            yield from _of_row(name, row, columns[1], reading.held)


def _columns(grid: Grid, title: str) -> tuple[int, int] | None:
    """The columns of the unit and of the days of its congress, where both are sure."""
    units = [n for n, name in enumerate(grid.columns) if _UNIT.match(name)]
    days = [n for n, name in enumerate(grid.columns) if _CONGRESS.fullmatch(name)]
    if not days and _SCHEDULE.search(title) and not _OTHER_SCHEDULE.search(title):
        days = [n for n, name in enumerate(grid.columns) if _TIME.fullmatch(name)]
    return (units[0], days[0]) if len(units) == len(days) == 1 else None


def _name(text: str) -> str:
    """The name of a unit without that of its superior, in small letters."""
    return _OF_SUPERIOR.sub("", text).strip(" .,").lower()


def _of_row(name: str, row: Row, column: int, held: dict[str, Held]) -> Iterator[Finding]:
    days = _days(row.texts[column])
    piece = row.piece(column)
    if not days or not name or piece is None:
        return
    spot = piece.paragraph.spot
    first = held.setdefault(name, Held(days, row.texts[column], str(spot), spot.table))
    if first.table != spot.table and first.days != days:
        yield _told(piece, row.texts[columns_of_name(row, name)], row.texts[column], first)


def columns_of_name(row: Row, name: str) -> int:
    """The column that names a unit."""
    return next((n for n, text in enumerate(row.texts) if _name(text) == name), 0)


def _days(text: str) -> tuple[date, ...]:
    """All days that a text says; none where one of its dates lacks its year or is a month."""
    several = [*written_dates(text)]
    year = next((one.year for one in reversed(several) if one.year), "")
    found = [day for one in several for day in one.in_year(year)]
    return tuple(sorted(found)) if several and all(one.in_year(year) for one in several) else ()


def _told(piece: Piece, unit: str, written: str, first: Held) -> Finding:
    values = {
        "unit": unit,
        "one": first.written,
        "place": first.place,
        "other": written,
    }
    return _EVENT.broken(piece, values)


_SENTENCE = re.compile(r"[^.;\n]{1,500}")
_HOLDS = re.compile(
    r"(?:tổ chức|tiến hành|khai mạc) đại hội[^.;\d]{0,80}?\b(?:vào |từ |trong các |các )?$"
    r"|đại hội[^;\d]{0,120}(?:được tổ chức|diễn ra|tiến hành|khai mạc|tổ chức)"
    r" (?:vào |trong |từ |trong các |các )?$",
    re.IGNORECASE,
)
_NOT_OF_THE_DAY = re.compile(r"kiểm tra|trước|sau|duyệt|gửi|báo cáo|chuẩn bị", re.IGNORECASE)


def _of_sentences(document: Document, held: dict[str, Held]) -> Iterator[Finding]:
    """Sentences outside tables that say when a unit of a schedule holds its congress."""
    if not held:
        return
    unit = re.compile("|".join(map(re.escape, sorted(held, key=len, reverse=True))))
    for paragraph in document.paragraphs():
        if paragraph.spot.table or "đại hội" not in paragraph.text.lower():
            continue
        passage = passage_of(paragraph)
        for sentence in _SENTENCE.finditer(passage.text.lower()):
            yield from _of_sentence(passage, sentence, unit, held)


def _of_sentence(
    passage: Passage, sentence: re.Match[str], unit: re.Pattern[str], held: dict[str, Held]
) -> Iterator[Finding]:
    units = {found[0] for found in unit.finditer(sentence[0])}
    dates = [*written_dates(sentence[0])]
    if len(units) != 1 or len(dates) != 1 or _NOT_OF_THE_DAY.search(sentence[0]):
        return
    (name,) = units
    first, (written,) = held[name], dates
    before = re.sub(r"(?:ngày )$", "", sentence[0][: written.start])
    days = written.dates()
    if days and _HOLDS.search(before) and not _within(days, first.days):
        start = sentence.start() + written.start
        piece = passage.piece(start, sentence.start() + written.end)
        yield _told(piece, name, written.text, first)


def _within(days: tuple[date, ...], first: tuple[date, ...]) -> bool:
    return min(first) <= min(days) and max(days) <= max(first)


CHECKS: tuple[Callable[[Case], Iterator[Finding]], ...] = (a_congress_has_one_time,)
