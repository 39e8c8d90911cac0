"""What a field of the model is for a clerk: what its cell takes, what it refers to."""

from __future__ import annotations

from datetime import date
from enum import Enum, StrEnum
from typing import TYPE_CHECKING, Any, get_args, get_origin

from pydantic import BaseModel

from generator.model import EventTime, Month, PartialDate, Term
from generator.model.base import (
    ORGANIZATIONS,
    TIERS,
    OrganizationRef,
    TierRef,
    types_within,
)
from generator.model.election import BODIES, BodyRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic.fields import FieldInfo

YES, NO = "có", "không"


class Takes(StrEnum):
    """What a cell holds, which says how its value is read."""

    TEXT = "chữ"
    CHOICE = "danh sách"
    REFERENCE = "mã"
    COUNT = "số"
    COUNTS = "các số"
    FLAG = "có hoặc không"
    DAY = "ngày"
    MONTH = "tháng"
    PARTIAL = "ngày hoặc tháng"
    TIME = "thời gian"
    TERM = "nhiệm kỳ"
    LEVEL = "cấp"


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
    (get_args(BodyRef)[1], BODIES),
)


def takes_of(field: FieldInfo) -> Takes:
    """What the cell of a field holds."""
    if refers_to(field):
        return Takes.REFERENCE
    if is_of_numbers(field):
        return Takes.COUNTS
    found = (takes for kind, takes in _TYPES if types_within(field.annotation, kind))
    return next(found, Takes.TEXT)


def choices_of(field: FieldInfo, takes: Takes) -> tuple[str, ...]:
    """The words of a closed list."""
    if takes is Takes.FLAG:
        return YES, NO
    enums = types_within(field.annotation, Enum)
    return tuple(str(member.value) for kind in enums for member in kind)


def refers_to(field: FieldInfo) -> str:
    """The list whose ids a field takes, "" where it takes none."""
    marks = [*field.metadata, *_marks(field.annotation)]
    return next((name for mark, name in _REFERENCES if mark in marks), "")


def _marks(annotation: Any) -> Iterator[Any]:
    yield from getattr(annotation, "__metadata__", ())
    for part in get_args(annotation):
        if part is not annotation:
            yield from _marks(part)


def default_of(field: FieldInfo) -> str:
    """The value that stands for an empty cell, where there is one that can be said."""
    if isinstance(field.default, bool):
        return YES if field.default else NO
    return str(field.default) if isinstance(field.default, str | int) else ""


def is_list(field: FieldInfo) -> bool:
    """Whether it is a list."""
    return get_origin(field.annotation) is tuple


def is_of_numbers(field: FieldInfo) -> bool:
    """Whether it is a list of numbers, which one cell holds."""
    return is_list(field) and bool(types_within(field.annotation, int))


def record_of(field: FieldInfo) -> type[BaseModel] | None:
    """The record that a field holds, one or several of them."""
    return next(iter(types_within(field.annotation, BaseModel)), None)
