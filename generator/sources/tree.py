"""What a reader of a person's file hands on: plain values, each with its place."""

from __future__ import annotations

import string
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.errors import Place, Problem
from generator.vietnamese import tidy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

PathTo = tuple[str | int, ...]
_TAG_MARKS = ("{{", "}}", "{%", "%}")
MOST_TOLD = 50_000  # problems of one file: a few in each of 10,000 congresses
_PLAIN = frozenset(string.ascii_letters + string.digits + string.punctuation + " ")


@dataclass(slots=True)
class Tree:
    """What was read: plain values, where each stands, which keys are empty, what is wrong.

    `sheets` are the sheets of a workbook in their order; a text file has none. A reader that
    keeps no places gives a `finder`, which adds those of the paths that it is asked for.
    `texts` are the texts that are right, by what was typed.
    """

    file: str
    value: Any = None
    places: dict[PathTo, Place] = field(default_factory=dict)
    keys: dict[PathTo, Place] = field(default_factory=dict)
    empty: set[PathTo] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    sheets: tuple[str, ...] = ()
    texts: dict[str, str] = field(default_factory=dict)
    finder: Callable[[Tree, set[PathTo]], None] | None = None
    sought: set[PathTo] = field(default_factory=set)

    def seek(self, paths: Iterable[PathTo]) -> None:
        """Have the places of all these at hand: to find them one by one takes as long each."""
        if self.finder:
            ways = {path[:length] for path in paths for length in range(len(path) + 1)}
            if not ways <= self.sought:
                self.sought |= ways
                self.finder(self, ways)

    def let_go(self) -> None:
        """Keep the places alone: of thousands of congresses the values twice are too much."""
        self.value = None
        self.texts = {}

    def place(self, path: PathTo) -> Place:
        """Where the value stands, or the nearest thing around it that stands somewhere."""
        self.seek([path])
        while path and path not in self.places and path not in self.keys:
            path = path[:-1]
        start = Place(self.file) if self.sheets else Place(self.file, 1, 1)
        return self.places.get(path) or self.keys.get(path) or start

    def key_place(self, path: PathTo) -> Place:
        """Where the key stands."""
        self.seek([path])
        return self.keys.get(path) or self.place(path)

    def wrong(self, code: str, path: PathTo, place: Place, **values: str) -> None:
        """Remember a problem of the value at a path; beyond all measure no more of them."""
        if len(self.problems) < MOST_TOLD:
            self.problems.append(Problem(code, path, values, place=place))

    def text(self, typed: str, path: PathTo, place: Place) -> str:
        """The text as everything else reads it: NFC, tidy; what no paper may carry is told."""
        text = tidy(typed)
        bad = _bad_characters(text)
        for code, found in bad:
            self.wrong(code, path, place, character=found)
        has_tag = any(mark in text for mark in _TAG_MARKS)
        if has_tag:
            self.wrong("tag-in-data", path, place, value=text)
        return text if bad or has_tag else self.texts.setdefault(typed, text)


def _bad_characters(text: str) -> list[tuple[str, str]]:
    """Characters that no paper may carry: eth for Đ, controls, changes of direction."""
    found: list[tuple[str, str]] = []
    for character in sorted(set(text) - _PLAIN):
        name = f"U+{ord(character):04X}"
        if character in "Ðð":
            found.append(("eth-for-d", name))
        elif unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs", "Cn"):
            found.append(("hidden-character", name))
    return found
