"""What makes a text no YAML that we take, told in the reader's terms, at its place.

The events of a file are read before any tree is made: a file of 100,000 brackets, an alias or a
tag never reaches the reader that builds one.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

import yaml

from generator.errors import Place, Problem
from generator.sources.tree import MOST_TOLD

if TYPE_CHECKING:
    from collections.abc import Iterator

LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
MAX_DEPTH = 40
MAX_EVENTS = 1_200_000  # a congress with its unit and all its elections has about 90
MAX_CHARACTERS = 20  # of those that no text has; more of them say nothing new

# What YAML takes as a character, without the byte order mark inside a text.
_UNREADABLE = re.compile(
    "[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]"
)
_SYNTAX = (
    ("tab", "found character '\\t'"),
    ("tab", "found a tab character"),
    ("colon", "mapping values are not allowed"),
    ("dash", "sequence entries are not allowed"),
    ("escape", "unknown escape character"),
    ("escape", "did not find expected hexdecimal number"),
    ("quote", "unexpected end of stream"),
    ("quote", "found unexpected document indicator"),
    ("bracket", "expected ',' or ']'"),
    ("bracket", "expected ',' or '}'"),
    ("colon-missing", "could not find expected ':'"),
    ("indent", "did not find expected key"),
    ("indent", "did not find expected '-' indicator"),
    ("indent", "expected <document start>"),
    ("reserved", "found character that cannot start any token"),
    ("reserved", "while scanning a tag"),
    ("reserved", "while parsing a tag"),
    ("reserved", "while scanning a block scalar"),
    ("alias", "while scanning an anchor"),
    ("alias", "while scanning an alias"),
)
_HOPELESS = ("too-deep", "too-much")
_WHERE_IT_BEGAN = ("quote", "colon-missing", "alias", "reserved")


def syntax_problems(text: str, file: str) -> list[Problem]:
    """Everything that keeps the text from being read; none where a tree can be made."""
    found = list(islice(_unreadable_characters(text, file), MAX_CHARACTERS))
    return found or list(islice(_Events(text, file).problems(), MOST_TOLD))


def _unreadable_characters(text: str, file: str) -> Iterator[Problem]:
    for found in _UNREADABLE.finditer(text):
        before = text[: found.start()]
        place = Place(file, before.count("\n") + 1, len(before) - before.rfind("\n"))
        yield Problem("yaml-character", place=place)


class _Events:
    """Reads the events once, with the last one and the depth so far."""

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self.last: yaml.Event | None = None
        self.root: yaml.Event | None = None
        self.depth = self.count = 0

    def problems(self) -> Iterator[Problem]:
        try:
            for event in yaml.parse(self.text, Loader=LOADER):
                code = self.refused(event)
                if code:
                    yield Problem(code, place=self.place(event.start_mark))
                if code in _HOPELESS:
                    return
                if isinstance(self.last, yaml.DocumentStartEvent):
                    self.root = event
                self.last = event
        except yaml.MarkedYAMLError as error:
            yield self.misspelt(error)

    def refused(self, event: yaml.Event) -> str:
        """The code of what an event brings that we do not take, or nothing."""
        self.depth += isinstance(event, yaml.CollectionStartEvent)
        self.depth -= isinstance(event, yaml.CollectionEndEvent)
        self.count += 1
        if self.depth > MAX_DEPTH or self.count > MAX_EVENTS:
            return "too-deep" if self.depth > MAX_DEPTH else "too-much"
        if isinstance(event, yaml.DocumentStartEvent):
            return "yaml-single" if isinstance(self.last, yaml.DocumentEndEvent) else ""
        if getattr(event, "anchor", None):
            return "yaml-alias"
        return "yaml-reserved" if getattr(event, "tag", None) else ""

    def misspelt(self, error: yaml.MarkedYAMLError) -> Problem:
        """What the parser stumbled over, where a person has to mend it."""
        said = f"{error.problem} {error.context}"
        kind = next((kind for kind, words in _SYNTAX if words in said), "other")
        mark = error.problem_mark or error.context_mark
        if mark is None:
            return Problem(f"yaml-{kind}", place=Place(self.file, 1, 1))
        before = self.cause_before(mark)
        if before:
            return before
        begun = error.context_mark or mark
        if kind == "reserved" and self.text[mark.index : mark.index + 1] == "\t":
            kind = "tab"
        elif kind in _WHERE_IT_BEGAN or (kind == "bracket" and begun.line != mark.line):
            mark = begun
        return Problem(f"yaml-{kind}", place=self.place(mark))

    def cause_before(self, mark: Any) -> Problem | None:
        """What the last event says is wrong: a quote closed lines later, an end too early."""
        last = self.last
        if isinstance(last, yaml.DocumentEndEvent):
            return self.early_end(last)
        if not (isinstance(last, yaml.ScalarEvent) and last.style in ("'", '"')):
            return None
        begun = self.place(last.start_mark)
        closed = self.place(last.end_mark).line
        if begun.line < closed == mark.line + 1:
            return Problem("yaml-quote", place=begun)
        return None

    def early_end(self, end: yaml.DocumentEndEvent) -> Problem | None:
        """An end that is typed, or after a first line that is no key."""
        if end.explicit:
            return Problem("yaml-single", place=self.place(end.start_mark))
        if isinstance(self.root, yaml.ScalarEvent):
            return Problem("yaml-colon-missing", place=self.place(self.root.start_mark))
        return None

    def place(self, mark: Any) -> Place:
        return Place(self.file, mark.line + 1, mark.column + 1) if mark else Place(self.file)
