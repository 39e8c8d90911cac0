"""The elements of a part with the bytes that each takes, so that one can be changed alone.

A parser that writes the whole part anew would change how everything else is written; here
everything outside a replaced range stays byte for byte as a person's program wrote it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.parsers import expat

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_TO_THE_END_OF_A_TAG = re.compile(rb"""[^"'>]*(?:"[^"]*"[^"'>]*|'[^']*'[^"'>]*)*>""")


@dataclass(slots=True, eq=False)
class Node:
    """An element: its name as written ("w:p"), where it begins and ends, what it holds."""

    name: str
    attributes: dict[str, str]
    start: int
    parent: Node | None = None
    inner_start: int = 0
    inner_end: int = 0
    end: int = 0
    text: str = ""
    children: list[Node] = field(default_factory=list)

    @property
    def is_closed_at_once(self) -> bool:
        """Whether it is written as one tag: <w:p/>."""
        return self.inner_start == self.end

    def value(self) -> str:
        """Its w:val."""
        return self.attributes.get("w:val", "")

    def walk(self, *names: str) -> Iterator[Node]:
        """Every element inside with one of the names, in order."""
        for child in self.children:
            if child.name in names:
                yield child
            yield from child.walk(*names)

    def child(self, name: str) -> Node | None:
        """Its first child of a name."""
        return next((one for one in self.children if one.name == name), None)

    def above(self, *names: str) -> Node | None:
        """The nearest element around it of one of the names."""
        node = self.parent
        while node is not None and node.name not in names:
            node = node.parent
        return node


def parsed(content: bytes) -> Node:
    """The root element of a part, which the guard has let in."""
    return _Reader(content).root


class _Reader:
    def __init__(self, content: bytes) -> None:
        self.content = content
        self.root = Node("", {}, 0)
        self.open: list[Node] = [self.root]
        parser = expat.ParserCreate()
        parser.StartElementHandler = self.started
        parser.EndElementHandler = self.ended
        parser.CharacterDataHandler = self.read
        self.parser = parser
        parser.Parse(content, True)  # noqa: FBT003 - expat's own signature

    def started(self, name: str, attributes: dict[str, str]) -> None:
        at = self.parser.CurrentByteIndex
        node = Node(name, attributes, at, self.open[-1])
        node.inner_start = self.tag_end(at)
        self.open[-1].children.append(node)
        self.open.append(node)

    def ended(self, _: str) -> None:
        node = self.open.pop()
        at = self.parser.CurrentByteIndex
        closed_at_once = self.content[node.inner_start - 2 : node.inner_start] == b"/>"
        node.inner_end = node.inner_start if closed_at_once else at
        node.end = node.inner_start if closed_at_once else self.tag_end(at)

    def read(self, text: str) -> None:
        self.open[-1].text += text

    def tag_end(self, at: int) -> int:
        found = _TO_THE_END_OF_A_TAG.match(self.content, at)
        return found.end() if found else at


@dataclass(frozen=True, slots=True)
class Change:
    """Bytes to be put in place of a range; an empty range is a place between two bytes."""

    start: int
    end: int
    new: bytes


def changed(content: bytes, changes: Iterable[Change]) -> bytes:
    """The part with its changes; ranges do not overlap, those at one place keep their order."""
    pieces: list[bytes] = []
    done = 0
    for one in sorted(changes, key=lambda change: (change.start, change.end)):
        pieces += [content[done : one.start], one.new]
        done = one.end
    return b"".join([*pieces, content[done:]])
