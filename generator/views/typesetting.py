"""The last step of every view: what must not break across lines is glued."""

from __future__ import annotations

import re
from dataclasses import fields, is_dataclass, replace
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any, Protocol, TypeVar

from generator.vietnamese import glued, unbroken

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    First = Mapping[str, tuple[str, ...]]

T = TypeVar("T")
KEPT = 4096  # texts that are remembered: most are the same in the papers of all units
# names for programs, not for the page
UNPRINTED = frozenset({"tag", "title", "document_title", "keywords", "anchor", "mark"})
_WORD = re.compile(r"\w+")


class Typesetter(Protocol):
    """What makes dates, numbers and names unbreakable in a view."""

    def __call__(self, view: T, people: tuple[str, ...] = ()) -> T:
        """The view set for print; `people` are names of this paper alone."""


def _nobody(_text: str) -> None:
    """Watches no text."""


def typesetter(names: Iterable[str], watch: Callable[[str], object] = _nobody) -> Typesetter:
    """What makes dates, numbers and the given names unbreakable; made once for a run.

    `watch` is given every text that is printed, but not each time that it is.
    """
    known = _by_first_word(names)

    @lru_cache(maxsize=KEPT)
    def common(text: str) -> str:
        watch(text)
        return glued(_with_names(text, known))

    def typeset(view: T, people: tuple[str, ...] = ()) -> T:
        own = _by_first_word(people)
        glue = (lambda text: common(_with_names(text, own))) if own else common
        set_view: T = _set(view, glue)
        return set_view

    return typeset


def _by_first_word(names: Iterable[str]) -> First:
    """The names of several words, in their own letters and in capitals, by their first word,
    the longest first.

    A pattern of all the names of a country would be tried at every letter of every text.
    """
    spaced = {name for name in names if " " in name}
    found: dict[str, list[str]] = {}
    for name in sorted({*spaced, *(name.upper() for name in spaced)}, key=len, reverse=True):
        if first := _WORD.match(name):
            found.setdefault(first[0], []).append(name)
    return {first: tuple(same) for first, same in found.items()}


def _with_names(text: str, known: First) -> str:
    """The text with every name in it unbroken."""
    pieces: list[str] = []
    end = 0
    for word in _WORD.finditer(text):
        if word.start() >= end and (same := known.get(word[0])):
            name = next((one for one in same if text.startswith(one, word.start())), "")
            if name:
                pieces += [text[end : word.start()], unbroken(name)]
                end = word.start() + len(name)
    return "".join([*pieces, text[end:]]) if pieces else text


def _set(value: Any, change: Callable[[str], str]) -> Any:
    """The value with each of its printed texts changed; the value itself where none is."""
    if isinstance(value, str):
        return change(value)
    if isinstance(value, tuple):
        items = tuple([_set(item, change) for item in value])
        return items if any(map(_is_other, items, value)) else value
    names = _printed_fields(value.__class__)
    given = [getattr(value, name) for name in names]
    new = [_set(one, change) for one in given]
    changed = {
        name: one for name, one, old in zip(names, new, given, strict=True) if one is not old
    }
    return replace(value, **changed) if changed else value


def _is_other(one: object, other: object) -> bool:
    return one is not other


@cache
def _printed_fields(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass that are printed; none of anything else."""
    if not is_dataclass(kind):
        return ()
    return tuple(field.name for field in fields(kind) if field.name not in UNPRINTED)
