"""How a round lies on the sheets of a workbook: made from the model, for writing and reading.

A plain value of the round or of one of its records is a line of the first sheet; a list of
records is a sheet with a column for each field; a list of plain values is one column.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, StrEnum
from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_origin

from pydantic import BaseModel

from generator.model import EventTime, Month, PartialDate, Round, Term
from generator.model.base import (
    ORGANIZATIONS,
    TIERS,
    OrganizationRef,
    TierRef,
    types_within,
)
from generator.sources.round_hints import hint_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic.fields import FieldInfo

Way = tuple[str, ...]

GENERAL, GUIDE = "Thông tin chung", "Hướng dẫn"
LABEL, VALUE, EXAMPLE, EXPLANATION = "Mục", "Giá trị", "Ví dụ", "Giải thích"
NUMBER, SAMPLE, LEVEL = "TT", "Mẫu", "Cấp mục"
ROUND_TITLE = "Đợt đại hội"
STAR, IF_ANY = " *", " (nếu có)"
YES, NO = "có", "không"
SEPARATOR = "; "  # between values of a list that stand in one cell


class Takes(StrEnum):
    """What a cell holds, which says how its value is read."""

    TEXT = "chữ"
    CHOICE = "danh sách"
    REFERENCE = "mã"
    COUNT = "số"
    FLAG = "có hoặc không"
    DAY = "ngày"
    MONTH = "tháng"
    PARTIAL = "ngày hoặc tháng"
    TIME = "thời gian"
    TERM = "nhiệm kỳ"
    LEVEL = "cấp"


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is typed: its way in the data from where it lies, what it takes.

    `refers` names the list whose ids it takes; `many` says that it is one value of a list that
    several columns of a row hold.
    """

    way: Way
    heading: str
    takes: Takes
    required: bool = False
    choices: tuple[str, ...] = ()
    refers: str = ""
    hint: str = ""
    many: bool = False

    @property
    def label(self) -> str:
        """The heading as it is written: a star says that the value must be there."""
        return f"{self.heading}{STAR}" if self.required else self.heading


@dataclass(frozen=True, slots=True)
class Group:
    """The plain values of one record, under its title on the first sheet."""

    title: str
    way: Way
    required: bool
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet of rows: the records of one list; or, without `way`, a list in each column.

    `inner` is the field that holds records within a record: the level of a row says where it
    belongs. The records within a row are `parts`, each with whether it must be there.
    """

    name: str
    way: Way
    columns: tuple[Entry, ...]
    parts: tuple[tuple[Way, bool], ...] = ()
    inner: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """All sheets in their order, the first one apart."""

    groups: tuple[Group, ...]
    tables: tuple[Table, ...]

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets that are read."""
        return (GENERAL, *(table.name for table in self.tables))


@cache
def round_layout() -> Layout:
    """The layout of a round."""
    return Layout(tuple(_groups(Round, (), ROUND_TITLE)), tuple(_tables(Round, ())))


def _groups(
    record: type[BaseModel], way: Way, title: str, *, required: bool = True
) -> Iterator[Group]:
    """The record and the records within it, as far as they hold plain values."""
    entries = tuple(
        _entry(record, name, (*way, name), str(field.title))
        for name, field in record.model_fields.items()
        if not _is_list(field) and not _record(field)
    )
    if entries and required:
        yield Group(title, way, required, entries)
    elif entries:
        yield Group(f"{title}{IF_ANY}", way, required, _optional(entries))
    for name, field in record.model_fields.items():
        inner = _record(field)
        if inner and not _is_list(field):
            inner_title = f"{title}: {field.title}" if way else str(field.title)
            needed = required and field.is_required()
            yield from _groups(inner, (*way, name), inner_title, required=needed)


def _optional(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The values of a record that may be absent as a whole."""
    return tuple(replace(entry, required=False) for entry in entries)


def _tables(record: type[BaseModel], way: Way) -> Iterator[Table]:
    """A sheet for each list, in the order of the model."""
    for name, field in record.model_fields.items():
        inner, here = _record(field), (*way, name)
        title = str(field.title)
        if inner and _is_list(field):
            yield _rows(inner, here, title)
        elif inner and all(map(_is_list, inner.model_fields.values())):
            fields = inner.model_fields.items()
            columns = (_entry(inner, key, (*here, key), str(one.title)) for key, one in fields)
            yield Table(title, (), tuple(columns))
        elif inner:
            yield from _tables(inner, here)
        elif _is_list(field):
            yield Table(title, (), (_entry(record, name, here, title),))


def _rows(record: type[BaseModel], way: Way, title: str) -> Table:
    nested = [name for name, field in record.model_fields.items() if _record(field) is record]
    columns = tuple(_columns(record, (), ""))
    if nested:
        level = Entry((), LEVEL, Takes.LEVEL, required=True, hint=hint_of("level"))
        columns = (level, *columns)
    parts = tuple(
        ((name,), field.is_required())
        for name, field in record.model_fields.items()
        if _record(field) and name not in nested
    )
    return Table(title, way, columns, parts, nested[0] if nested else "")


def _columns(record: type[BaseModel], way: Way, before: str) -> Iterator[Entry]:
    for name, field in record.model_fields.items():
        inner, here, heading = _record(field), (*way, name), f"{before}{field.title}"
        if inner is record:
            continue
        if inner:
            inner_columns = _columns(inner, here, f"{heading}: ")
            yield from inner_columns if field.is_required() else _optional(inner_columns)
        elif _is_list(field):
            entry = replace(_entry(record, name, here, heading), required=False, many=True)
            for number in range(1, len(entry.choices) + 1):
                yield replace(entry, heading=f"{heading} {number}")
        else:
            yield _entry(record, name, here, heading)


def _entry(record: type[BaseModel], name: str, way: Way, heading: str) -> Entry:
    field = record.model_fields[name]
    takes = _takes(field)
    return Entry(
        way,
        heading,
        takes,
        required=field.is_required(),
        choices=_choices(field, takes),
        refers=_refers(field),
        hint=hint_of(takes, record.__name__, name, _default(field)),
    )


_TYPES = (
    (bool, Takes.FLAG),
    (int, Takes.COUNT),
    (Enum, Takes.CHOICE),
    (date, Takes.DAY),
    (Month, Takes.MONTH),
    (PartialDate, Takes.PARTIAL),
    (EventTime, Takes.TIME),
    (Term, Takes.TERM),
)
_REFERENCES = (
    (get_args(OrganizationRef)[1], ORGANIZATIONS),
    (get_args(TierRef)[1], TIERS),
)


def _takes(field: FieldInfo) -> Takes:
    if _refers(field):
        return Takes.REFERENCE
    found = (takes for kind, takes in _TYPES if types_within(field.annotation, kind))
    return next(found, Takes.TEXT)


def _choices(field: FieldInfo, takes: Takes) -> tuple[str, ...]:
    if takes is Takes.FLAG:
        return YES, NO
    enums = types_within(field.annotation, Enum)
    return tuple(str(member.value) for kind in enums for member in kind)


def _refers(field: FieldInfo) -> str:
    marks = [*field.metadata, *_marks(field.annotation)]
    return next((name for mark, name in _REFERENCES if mark in marks), "")


def _marks(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        if part is not annotation:
            yield from _marks(part)


def _default(field: FieldInfo) -> str:
    """The value that stands for an empty cell, where there is one that can be said."""
    if isinstance(field.default, bool):
        return YES if field.default else NO
    return str(field.default) if isinstance(field.default, str) else ""


def _is_list(field: FieldInfo) -> bool:
    return get_origin(field.annotation) is tuple


def _record(field: FieldInfo) -> type[BaseModel] | None:
    return next(iter(types_within(field.annotation, BaseModel)), None)
