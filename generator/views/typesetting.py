"""The last step of every view: what must not break across lines is glued."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from generator.vietnamese import glued, unbroken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")
KEPT = 8  # patterns: that of the run, that of the congress whose papers are made
# names for programs, not for the page
UNPRINTED = ("tag", "title", "document_title", "keywords", "anchor", "mark")


def typesetter(names: Iterable[str], people: Iterable[str] = ()) -> Callable[[T], T]:
    """What makes dates, numbers and the given names unbreakable in a view.

    `names` are those of a run, `people` those of one congress: each is a pattern of its own,
    for that of a country's names takes long to make.
    """
    known = [_pattern(tuple(people)), _pattern(tuple(names))]

    def glue(text: str) -> str:
        for one in known:
            text = one.sub(lambda found: unbroken(found[0]), text)
        return glued(text)

    def typeset(view: T) -> T:
        set_view: T = _each_text(view, glue)
        return set_view

    return typeset


@lru_cache(maxsize=KEPT)
def _pattern(names: tuple[str, ...]) -> re.Pattern[str]:
    """The names in their own letters and in capitals, the longest first."""
    spaced = {name for name in names if " " in name}
    both_cases = sorted({*spaced, *(name.upper() for name in spaced)}, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, both_cases)) or r"(?!)")


def _each_text(value: Any, change: Callable[[str], str]) -> Any:
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        return tuple(_each_text(item, change) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        parts = (field.name for field in fields(value) if field.name not in UNPRINTED)
        changed = {name: _each_text(getattr(value, name), change) for name in parts}
        return replace(value, **changed)
    return value
