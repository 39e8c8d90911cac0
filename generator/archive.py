"""The only writer of zips: canonical, so that the same parts are the same bytes.

Every member is dated 1980-01-01, in the order given. What is written once is deflated fast, by
ISA-L where the machine has it (a tenth of zlib's time, files some 10 % larger); what is written
into many archives is packed once, as small as zlib can. Another deflate library may give other
bytes of the same parts; the same machine and version give the same. Owns isal.
"""

from __future__ import annotations

import io
import struct
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

try:
    from isal import isal_zlib as fast

    FAST_LEVEL = 2  # level 3 takes five times as long for one per cent
except ImportError:  # no build for this machine
    import zlib as fast  # type: ignore[no-redef]

    FAST_LEVEL = 6

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    """A member made of `content`, deflated fast, without a zlib header."""
    data = fast.compress(content, FAST_LEVEL, -zlib.MAX_WBITS)
    return Member(name, fast.crc32(content), len(content), data)


def packed(name: str, content: bytes) -> Member:
    """The same, as small as it gets: for a member of many archives."""
    data = zlib.compress(content, 9, -zlib.MAX_WBITS)
    return Member(name, zlib.crc32(content), len(content), data)


def deflated_from(name: str, pieces: Iterable[bytes]) -> Member:
    """A member of a content that comes in pieces, because it is large."""
    deflater = fast.compressobj(FAST_LEVEL, zlib.DEFLATED, -zlib.MAX_WBITS)
    checksum, size, data = 0, 0, io.BytesIO()
    for piece in pieces:
        checksum, size = fast.crc32(piece, checksum), size + len(piece)
        data.write(deflater.compress(piece))
    data.write(deflater.flush())
    return Member(name, checksum, size, data.getvalue())


def zipped(members: Iterable[Member]) -> bytes:
    """The archive of the members, in their order."""
    return b"".join(zip_pieces(members))


def zip_pieces(members: Iterable[Member]) -> Iterator[bytes]:
    """The same in pieces, a member when it is asked for."""
    directory = bytearray()
    count = start = 0
    for member in members:
        count += 1
        name = member.name.encode()
        flags = 0 if member.name.isascii() else UTF8_NAMES
        how = (flags, DEFLATED, 0, DOS_DATE)
        facts = (*how, member.checksum, len(member.data), member.size, len(name), 0)
        directory += _CENTRAL.pack(b"PK\1\2", VERSION, VERSION, *facts, 0, 0, 0, 0, start)
        directory += name
        head = _LOCAL.pack(b"PK\3\4", VERSION, *facts) + name
        yield head
        yield member.data
        start += len(head) + len(member.data)
    yield bytes(directory)
    yield _END.pack(b"PK\5\6", 0, 0, count, count, len(directory), start, 0)
