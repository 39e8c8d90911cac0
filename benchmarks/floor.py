"""The floor: plain Jinja, zlib at level 6, a file; nothing is checked and nothing repaired.

What stays the same is one block of bytes, made once: the straightest way with Jinja and zlib.
"""

from __future__ import annotations

import struct
import zlib
from typing import TYPE_CHECKING, Any

from jinja2 import Environment

from opened import parts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from jinja2 import Template

    Member = tuple[bytes, bytes, tuple[int, ...]]
    Zip = tuple[bytes, bytes, int]

LEVEL = 6
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")
_HOW = (20, 0, 8, 0, 33)  # version, flags, deflated, time, 1980-01-01


def floor(content: bytes) -> Callable[[Mapping[str, Any]], bytes]:
    """What renders the template that has bare statements between paragraphs and rows."""
    parts = parts_of(content)
    changing = templates(parts)
    same = zipped(member(*one) for one in parts.items() if one[0] not in changing)

    def render(values: Mapping[str, Any]) -> bytes:
        texts = rendered(changing, values)
        return ended(zipped((member(name, text.encode()) for name, text in texts), same))

    return render


def templates(parts: Mapping[str, bytes]) -> dict[str, Template]:
    """The parts that have variables, compiled."""
    environment = Environment(autoescape=True)
    return {
        name: environment.from_string(part.decode())
        for name, part in parts.items()
        if b"{{" in part
    }


def rendered(
    changing: Mapping[str, Template], values: Mapping[str, Any]
) -> Iterable[tuple[str, str]]:
    """The text of each part."""
    return ((name, template.render(values)) for name, template in changing.items())


def deflated(content: bytes) -> bytes:
    """A part as it stands in a zip."""
    return zlib.compress(content, LEVEL, -zlib.MAX_WBITS)


def member(name: str, part: bytes) -> Member:
    """A part, ready for a zip."""
    title, data = name.encode(), deflated(part)
    return title, data, (*_HOW, zlib.crc32(part), len(data), len(part), len(title), 0)


def zipped(members: Iterable[Member], before: Zip = (b"", b"", 0)) -> Zip:
    """A zip with the members behind what it has: body, directory, how many."""
    body, directory, count = before
    for title, data, facts in members:
        directory += _CENTRAL.pack(b"PK\1\2", 20, *facts, 0, 0, 0, 0, len(body)) + title
        body += _LOCAL.pack(b"PK\3\4", *facts) + title + data
        count += 1
    return body, directory, count


def ended(given: Zip) -> bytes:
    """The whole zip."""
    body, directory, count = given
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), len(body), 0)
    return body + directory + end
