"""A Word file opened: its parts, and what a reader sees of it, for comparing engines."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from xml.etree import ElementTree as ET

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MAIN, EDGES = "word/document.xml", ("word/header", "word/footer")


def parts_of(content: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def package(parts: dict[str, bytes]) -> bytes:
    """The package of the parts."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return stream.getvalue()


@dataclass(frozen=True, slots=True)
class Seen:
    """What a document says: paragraphs of the body, tables by row and cell, edges, fields.

    Empty paragraphs do not count: two engines leave one where a condition is false.
    """

    paragraphs: tuple[str, ...]
    tables: tuple[tuple[tuple[str, ...], ...], ...]
    edges: tuple[str, ...]
    fields: tuple[str, ...]


def seen(content: bytes) -> Seen:
    """What a reader sees of a Word file."""
    parts = parts_of(content)
    trees = {
        name: ET.fromstring(part)  # noqa: S314 - made a moment ago, by us
        for name, part in sorted(parts.items())
        if name == MAIN or name.startswith(EDGES)
    }
    body = trees.pop(MAIN)[0]
    return Seen(
        tuple(text for one in body.iterfind(f"{W}p") if (text := _text(one))),
        tuple(_rows(one) for one in body.iterfind(f"{W}tbl")),
        tuple(_text(one) for one in trees.values()),
        tuple(one.text or "" for tree in trees.values() for one in tree.iter(f"{W}instrText")),
    )


def _rows(table: ET.Element) -> tuple[tuple[str, ...], ...]:
    return tuple(
        tuple(_text(cell) for cell in row.iterfind(f"{W}tc"))
        for row in table.iterfind(f"{W}tr")
    )


def _text(element: ET.Element) -> str:
    return "".join(one.text or "" for one in element.iter(f"{W}t"))
