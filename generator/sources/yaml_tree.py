"""YAML to plain text values, each with its place. Owns PyYAML.

Every scalar stays text (13:30 is no number, 00123 keeps its zeros), duplicate keys and aliases
are refused, an empty value is left out and remembered.

The values are made straight from the events: a tree of nodes with a place each weighs twenty
times the text. No place is kept: the few that are asked for are found by reading again.
"""

from __future__ import annotations

from codecs import BOM_UTF8
from functools import partial
from typing import TYPE_CHECKING, Any

import yaml

from generator.errors import Place, Problem
from generator.sources.tree import Tree
from generator.sources.yaml_syntax import LOADER, syntax_problems
from generator.vietnamese import tidy

if TYPE_CHECKING:
    from collections.abc import Container

    from generator.sources.tree import PathTo

EMPTY = ("", "~", "null")


def read_tree(content: bytes, file: str) -> Tree:
    """The tree of a YAML file; what is wrong with it is in its problems."""
    tree = Tree(file)
    content = content.removeprefix(BOM_UTF8)
    try:
        tree.problems += syntax_problems(content.decode(), file)
    except UnicodeDecodeError:
        tree.problems.append(Problem("not-utf8", place=Place(file)))
    if not tree.problems:
        _Walker(tree, content).read()
        tree.finder = partial(_find, content)
    return tree


def _find(content: bytes, tree: Tree, wanted: Container[PathTo]) -> None:
    """Add the places of what is wanted to the tree that was read from this content."""
    again = Tree(tree.file)
    _Walker(again, content, wanted).read()
    tree.places |= again.places
    tree.keys |= again.keys


class _Walker:
    """Reads the events once: every value, or the places of what is wanted and nothing else."""

    def __init__(
        self, tree: Tree, content: bytes, wanted: Container[PathTo] | None = None
    ) -> None:
        self.tree = tree
        self.wanted = wanted
        self.names: dict[str, str] = {}
        events = yaml.parse(content, Loader=LOADER)
        starts = (yaml.StreamStartEvent, yaml.DocumentStartEvent)
        self.events = (event for event in events if not isinstance(event, starts))

    def read(self) -> None:
        """The value of the file, which is a mapping, into the tree."""
        root = next(self.events)
        if isinstance(root, yaml.MappingStartEvent):
            self.tree.value = self.value(root, ())
            return
        is_empty = isinstance(root, yaml.StreamEndEvent) or _is_empty(root)
        code = "empty-file" if is_empty else "not-a-mapping"
        self.tree.problems.append(Problem(code, place=Place(self.tree.file, 1, 1)))

    def value(self, event: yaml.Event, path: PathTo) -> Any:
        """The value that begins with an event."""
        if self.wanted is not None:
            if path not in self.wanted:
                self.skip(event)
                return None
            self.tree.places[path] = self.place(event)
        if isinstance(event, yaml.ScalarEvent):
            return self.text(event, path)
        if isinstance(event, yaml.SequenceStartEvent):
            return self.items(path)
        return self.mapping(path)

    def items(self, path: PathTo) -> list[Any]:
        found: list[Any] = []
        for event in self.events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            found.append(self.value(event, (*path, len(found))))
        return found

    def mapping(self, path: PathTo) -> dict[str, Any]:
        found: dict[str, Any] = {}
        lines: dict[str, int] = {}
        for event in self.events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            if not isinstance(event, yaml.ScalarEvent):
                self.tree.wrong("yaml-key", path, self.place(event))
                self.skip(event)
                self.skip(next(self.events))
                continue
            self.entry(event, path, found, lines)
        return found

    def entry(
        self,
        event: yaml.ScalarEvent,
        path: PathTo,
        found: dict[str, Any],
        lines: dict[str, int],
    ) -> None:
        """Put the value of a key into its mapping; the first of several keys stands."""
        key = self.names.get(event.value) or self.name(event.value)
        here = (*path, key)
        value = next(self.events)
        if key in lines:
            first = str(lines[key])
            self.tree.wrong("duplicate-key", here, self.place(event), first=first)
            self.skip(value)
            return
        lines[key] = self.place(event).line
        if self.wanted and here in self.wanted:
            self.tree.keys[here] = self.place(event)
        if _is_empty(value):
            self.tree.empty.add(here)
        else:
            found[key] = self.value(value, here)

    def skip(self, event: yaml.Event) -> None:
        """Go past the rest of a value that is not read."""
        depth = int(isinstance(event, yaml.CollectionStartEvent))
        while depth:
            event = next(self.events)
            depth += isinstance(event, yaml.CollectionStartEvent)
            depth -= isinstance(event, yaml.CollectionEndEvent)

    def name(self, typed: str) -> str:
        """A key; one that is said again is the same object."""
        return self.names.setdefault(typed, tidy(typed))

    def text(self, event: yaml.ScalarEvent, path: PathTo) -> str:
        """The text of a scalar; one that is said again is the same object."""
        known = self.tree.texts.get(event.value)
        return self.tree.text(event.value, path, self.place(event)) if known is None else known

    def place(self, event: Any) -> Place:
        mark = event.start_mark
        return Place(self.tree.file, mark.line + 1, mark.column + 1)


def _is_empty(event: yaml.Event) -> bool:
    return isinstance(event, yaml.ScalarEvent) and not event.style and event.value in EMPTY
