"""How a round lies on the sheets of a workbook: made from the model, for writing and reading.

A plain value of the round or of one of its records is a line of the first sheet; a list of
records is a sheet with a column for each field; a list of plain values is one column.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from generator.model import Round
from generator.model.election import BODIES
from generator.sources.round_fields import (
    Takes,
    choices_of,
    default_of,
    is_list,
    is_of_numbers,
    record_of,
    refers_to,
    takes_of,
)
from generator.sources.round_hints import hint_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from pydantic import BaseModel

Way = tuple[str, ...]

GENERAL, GUIDE = "Thông tin chung", "Hướng dẫn"
LABEL, VALUE, EXAMPLE, EXPLANATION = "Mục", "Giá trị", "Ví dụ", "Giải thích"
NUMBER, SAMPLE, LEVEL = "TT", "Mẫu", "Cấp mục"
ROUND_TITLE = "Đợt đại hội"
STAR, IF_ANY = " *", " (nếu có)"
GIVEN = "Có sẵn"  # begins a row of what every round knows; it is not read
SEPARATOR = "; "  # between values of a list that stand in one cell
REFERENCES = 3  # columns of a list of ids; the last one takes all that are left

# lists for which workbooks that were made earlier have no sheets
LATER = (("congresses", "elections"), ("election", BODIES))


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that is typed: its way in the data from where it lies, what it takes.

    `refers` names the list whose ids it takes; `many` says that it holds values of a list,
    which may go on in further columns of its row.
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
    belongs. The records within a row are `parts`, each with whether it must be there. The rows
    of a list within the records of another one say in their first column, by the field that
    `owner` names, to which of them they belong.
    """

    name: str
    way: Way
    columns: tuple[Entry, ...]
    parts: tuple[tuple[Way, bool], ...] = ()
    inner: str = ""
    owner: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """All sheets in their order, the first one apart."""

    groups: tuple[Group, ...]
    tables: tuple[Table, ...]

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets that are read."""
        return (GENERAL, *(table.name for table in self.tables))

    @property
    def needed(self) -> tuple[str, ...]:
        """The names of the sheets that must be there."""
        later = [table.name for table in self.tables if table.way in LATER]
        return tuple(name for name in self.sheets if name not in later)


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
        if not record_of(field) and (is_of_numbers(field) or not is_list(field))
    )
    if entries and required:
        yield Group(title, way, required, entries)
    elif entries:
        yield Group(f"{title}{IF_ANY}", way, required, _optional(entries))
    for name, field in record.model_fields.items():
        inner = record_of(field)
        if inner and not is_list(field):
            inner_title = f"{title}: {field.title}" if way else str(field.title)
            needed = required and field.is_required()
            yield from _groups(inner, (*way, name), inner_title, required=needed)


def _optional(entries: Iterable[Entry]) -> tuple[Entry, ...]:
    """The values of a record that may be absent as a whole."""
    return tuple(replace(entry, required=False) for entry in entries)


def _tables(record: type[BaseModel], way: Way) -> Iterator[Table]:
    """A sheet for each list, in the order of the model."""
    for name, field in record.model_fields.items():
        inner, here = record_of(field), (*way, name)
        title = str(field.title)
        if inner and is_list(field):
            yield _rows(inner, here, title)
            yield from _owned(inner, here)
        elif inner and all(map(is_list, inner.model_fields.values())):
            fields = inner.model_fields.items()
            columns = (_entry(inner, key, (*here, key), str(one.title)) for key, one in fields)
            yield Table(title, (), tuple(columns))
        elif inner:
            yield from _tables(inner, here)
        elif is_list(field) and not is_of_numbers(field):
            yield Table(title, (), (_entry(record, name, here, title),))


def _owned(record: type[BaseModel], way: Way) -> Iterator[Table]:
    """A sheet for each list of other records within the records of a list."""
    for name, field in record.model_fields.items():
        inner = record_of(field)
        if inner and inner is not record and is_list(field):
            owner = next(iter(record.model_fields))
            key = replace(_entry(record, owner, (), ""), way=(), required=True)
            title = str(record.model_fields[owner].title)
            rows = _rows(inner, (*way, name), str(field.title))
            columns = (replace(key, heading=title), *rows.columns)
            yield replace(rows, columns=columns, owner=owner)


def _rows(record: type[BaseModel], way: Way, title: str) -> Table:
    nested = [name for name, field in record.model_fields.items() if record_of(field) is record]
    columns = tuple(_columns(record, (), ""))
    if nested:
        level = Entry((), LEVEL, Takes.LEVEL, required=True, hint=hint_of("level"))
        columns = (level, *columns)
    parts = tuple(
        ((name,), field.is_required())
        for name, field in record.model_fields.items()
        if record_of(field) and not is_list(field)
    )
    return Table(title, way, columns, parts, nested[0] if nested else "")


def _columns(record: type[BaseModel], way: Way, before: str) -> Iterator[Entry]:
    for name, field in record.model_fields.items():
        inner, here, heading = record_of(field), (*way, name), f"{before}{field.title}"
        if inner and is_list(field):
            continue
        if inner:
            inner_columns = _columns(inner, here, f"{heading}: ")
            yield from inner_columns if field.is_required() else _optional(inner_columns)
        elif is_list(field):
            entry = replace(_entry(record, name, here, heading), required=False, many=True)
            for number in range(1, (len(entry.choices) or REFERENCES) + 1):
                yield replace(entry, heading=f"{heading} {number}")
        else:
            yield _entry(record, name, here, heading)


def _entry(record: type[BaseModel], name: str, way: Way, heading: str) -> Entry:
    field = record.model_fields[name]
    takes = takes_of(field)
    return Entry(
        way,
        heading,
        takes,
        required=field.is_required(),
        choices=choices_of(field, takes),
        refers=refers_to(field),
        many=takes is Takes.COUNTS,
        hint=hint_of(takes, record.__name__, name, default_of(field)),
    )
