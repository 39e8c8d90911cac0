"""What a reader of a person's file hands on: plain values, each with its place."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, field
from typing import Any

from generator.errors import Place, Problem
from generator.vietnamese import tidy

PathTo = tuple[str | int, ...]
_TAG_MARKS = ("{{", "}}", "{%", "%}")


@dataclass(slots=True)
class Tree:
    """What was read: plain values, where each stands, which keys are empty, what is wrong.

    `sheets` are the sheets of a workbook in their order; a text file has none.
    """

    file: str
    value: Any = None
    places: dict[PathTo, Place] = field(default_factory=dict)
    keys: dict[PathTo, Place] = field(default_factory=dict)
    empty: set[PathTo] = field(default_factory=set)
    problems: list[Problem] = field(default_factory=list)
    sheets: tuple[str, ...] = ()

    def place(self, path: PathTo) -> Place:
        """Where the value stands, or the nearest thing around it that stands somewhere."""
        while path and path not in self.places and path not in self.keys:
            path = path[:-1]
        start = Place(self.file) if self.sheets else Place(self.file, 1, 1)
        return self.places.get(path) or self.keys.get(path) or start

    def key_place(self, path: PathTo) -> Place:
        """Where the key stands."""
        return self.keys.get(path) or self.place(path)

    def wrong(self, code: str, path: PathTo, place: Place, **values: str) -> None:
        """Remember a problem of the value at a path."""
        self.problems.append(Problem(code, path, values, place=place))

    def text(self, typed: str, path: PathTo, place: Place) -> str:
        """The text as everything else reads it: NFC, tidy; what no paper may carry is told."""
        text = tidy(typed)
        for code, found in _bad_characters(text):
            self.wrong(code, path, place, character=found)
        if any(mark in text for mark in _TAG_MARKS):
            self.wrong("tag-in-data", path, place, value=text)
        return text


def _bad_characters(text: str) -> list[tuple[str, str]]:
    """Characters that no paper may carry: eth for Đ, controls, changes of direction."""
    found: list[tuple[str, str]] = []
    for character in sorted(set(text)):
        name = f"U+{ord(character):04X}"
        if character in "Ðð":
            found.append(("eth-for-d", name))
        elif unicodedata.category(character) in ("Cc", "Cf", "Co", "Cs", "Cn"):
            found.append(("hidden-character", name))
    return found
