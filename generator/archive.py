"""The only writer of zips: canonical, so that the same parts are the same bytes.

Every member is deflated at level 6, dated 1980-01-01, in the order given.
A member that was deflated once can be written into any number of archives without being
deflated again.
"""

from __future__ import annotations

import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

DOS_DATE = (1 << 5) | 1  # 1980-01-01, the first day that a zip can hold
UTF8_NAMES = 0x0800
DEFLATED = 8
VERSION = 20
_LOCAL = struct.Struct("<4s5H3L2H")
_CENTRAL = struct.Struct("<4s6H3L5H2L")
_END = struct.Struct("<4s4H2LH")


@dataclass(frozen=True, slots=True)
class Member:
    """One file of an archive, already deflated."""

    name: str
    checksum: int
    size: int
    data: bytes


def deflated(name: str, content: bytes) -> Member:
    """A member made of `content`, deflated at level 6 without a zlib header."""
    return deflated_from(name, (content,))


def deflated_from(name: str, pieces: Iterable[bytes]) -> Member:
    """The same of a content that comes in pieces, because it is large."""
    deflater = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
    checksum, size, data = 0, 0, bytearray()
    for piece in pieces:
        checksum, size = zlib.crc32(piece, checksum), size + len(piece)
        data += deflater.compress(piece)
    data += deflater.flush()
    return Member(name, checksum, size, bytes(data))


def zipped(members: Iterable[Member]) -> bytes:
    """The archive of the members, in their order."""
    body, directory = bytearray(), bytearray()
    count = 0
    for member in members:
        count += 1
        name = member.name.encode()
        flags = 0 if member.name.isascii() else UTF8_NAMES
        how = (flags, DEFLATED, 0, DOS_DATE)
        facts = (*how, member.checksum, len(member.data), member.size, len(name), 0)
        directory += _CENTRAL.pack(b"PK\1\2", VERSION, VERSION, *facts, 0, 0, 0, 0, len(body))
        directory += name
        body += _LOCAL.pack(b"PK\3\4", VERSION, *facts) + name + member.data
    end = _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), len(body), 0)
    return bytes(body + directory + end)
