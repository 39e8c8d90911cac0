"""The last step of every view: what must not break across lines is glued."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from generator.vietnamese import glued, unbroken

if TYPE_CHECKING:
    from collections.abc import Iterable

T = TypeVar("T")
UNPRINTED = ("tag", "title", "document_title")  # names for programs, not for the page


def typeset(view: T, names: Iterable[str]) -> T:
    """The view with dates, numbers and the given names of persons and places unbreakable."""
    longest_first = sorted({name for name in names if " " in name}, key=len, reverse=True)
    found: T = _typeset(view, longest_first)
    return found


def _typeset(value: Any, names: list[str]) -> Any:
    if isinstance(value, str):
        return _glue(value, names)
    if isinstance(value, tuple):
        return tuple(_typeset(item, names) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = (field.name for field in fields(value) if field.name not in UNPRINTED)
        return replace(value, **{name: _typeset(getattr(value, name), names) for name in parts})
    return value


def _glue(text: str, names: list[str]) -> str:
    for name in names:
        text = text.replace(name, unbroken(name)).replace(name.upper(), unbroken(name.upper()))
    return glued(text)
