"""Papers with something wrong, and what an inspection of a file says."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.inspection.inspecting import inspected
from generator.word.package import DOCUMENT, read_parts, write_parts

if TYPE_CHECKING:
    from pathlib import Path

    from generator.inspection.inspecting import Inspection
    from generator.paper_format import ProfileCode

Change = tuple[str, str]


def changed(content: bytes, *changes: Change, part: str = DOCUMENT) -> bytes:
    """A Word file with some of the text of a part replaced, once each."""
    parts = read_parts(content)
    text = parts[part].decode()
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new, 1)
    return write_parts({**parts, part: text.encode()})


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """A Word file with another part of that name, or one more."""
    return write_parts({**read_parts(content), name: part})


def text_of(content: bytes, part: str = DOCUMENT) -> str:
    """A part of a Word file, as text."""
    return read_parts(content)[part].decode()


def of_file(path: Path, profile: ProfileCode | None = None) -> Inspection:
    """A file of ours, inspected; every check must have run."""
    found = inspected(path.read_bytes(), profile)
    assert found.failures == ()
    return found


def codes(found: Inspection) -> list[str]:
    """The codes of what was found, in the order of reading."""
    return [one.code for one in found.findings]
