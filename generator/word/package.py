"""The parts of a Word file, in canonical order."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from generator.archive import deflated, zipped

if TYPE_CHECKING:
    from collections.abc import Mapping

CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"
STYLES = "word/styles.xml"
_TEXT_PART = re.compile(r"word/(document|header\d*|footer\d*|footnotes|endnotes|comments)\.xml")
_MARKUP = re.compile(r"<[^>]+>")


def read_parts(content: bytes) -> dict[str, bytes]:
    """Every part of a package: content types first, relationships, then by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        names = sorted(archive.namelist(), key=_order)
        return {name: archive.read(name) for name in names if not name.endswith("/")}


def write_parts(parts: Mapping[str, bytes]) -> bytes:
    """The package of the parts; the same parts give the same bytes."""
    return zipped(deflated(name, parts[name]) for name in sorted(parts, key=_order))


def _order(name: str) -> tuple[bool, bool, str]:
    return name != CONTENT_TYPES, name != "_rels/.rels", name


def holds_text(name: str) -> bool:
    """Whether the part is one that a person types text in."""
    return _TEXT_PART.fullmatch(name) is not None


def may_have_tags(name: str) -> bool:
    """Whether the tags of a part are rendered."""
    return holds_text(name) or name == "docProps/core.xml"


def has_tags(name: str, content: bytes) -> bool:
    """Whether a part has template tags, also where Word split them over runs."""
    if not may_have_tags(name):
        return False
    text = _MARKUP.sub("", content.decode())
    return "{{" in text or "{%" in text or "{{" in content.decode()
