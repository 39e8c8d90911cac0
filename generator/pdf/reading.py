"""What can be read of a PDF without a reader: whether it is whole, its pages, its fonts."""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import unquote_to_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable

_LIMIT = 50_000_000  # bytes of one stream of objects
_PACKED = re.compile(rb"/Type\s*/ObjStm\b[^>]*>>\s*stream\r?\n(.*?)endstream", re.DOTALL)
_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_FONT = re.compile(rb"/BaseFont\s*/([^\s/<>\[\]()]+)")
_DESCRIPTOR = re.compile(rb"/Type\s*/FontDescriptor\b(.*?)>>\s*endobj", re.DOTALL)
_FONT_NAME = re.compile(rb"/FontName\s*/([^\s/<>\[\]()]+)")
_SUBSET = re.compile(r"^[A-Z]{6}\+")


@dataclass(frozen=True, slots=True)
class Pdf:
    """What a PDF says of itself."""

    pages: int
    fonts: tuple[str, ...]
    not_embedded: tuple[str, ...]
    is_archival: bool


def read(content: bytes) -> Pdf | None:
    """What a PDF says of itself; nothing where it is no PDF, has no end or no page."""
    if not (content.startswith(b"%PDF-") and b"%%EOF" in content[-1024:]):
        return None
    text = content + b"".join(_unpacked(found[1]) for found in _PACKED.finditer(content))
    pages = len(_PAGE.findall(text))
    if not pages:
        return None
    loose = [one for one in _DESCRIPTOR.findall(text) if b"/FontFile" not in one]
    return Pdf(
        pages,
        _names(_FONT.findall(text)),
        _names(name for one in loose for name in _FONT_NAME.findall(one)),
        is_archival=b"pdfaid:part" in content,
    )


def _unpacked(stream: bytes) -> bytes:
    try:
        return zlib.decompressobj().decompress(stream, _LIMIT)
    except zlib.error:
        return b""


def _names(found: Iterable[bytes]) -> tuple[str, ...]:
    """The names of fonts, without the letters that mark a subset."""
    plain = (unquote_to_bytes(name.replace(b"#", b"%")).decode("latin-1") for name in found)
    return tuple(sorted({_SUBSET.sub("", name) for name in plain}))
