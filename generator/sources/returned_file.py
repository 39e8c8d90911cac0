"""The files that units sent back: which there are, when each was last saved."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

RESULTS = "results"
_PROPERTIES = "docProps/core.xml"
_MODIFIED = re.compile(rb"<dcterms:modified[^>]*>\s*([^<\s]+)\s*<")
_BLANK = datetime(2024, 1, 1, tzinfo=UTC)  # what our own blank papers say of themselves
_LOCKS = ("~$", ".")  # Office and LibreOffice leave these beside an open file
_OF_WINDOWS = ("thumbs.db", "desktop.ini")  # in folders of pictures


def returned_files(folder: Path) -> Iterator[Path]:
    """The files in the results of a round, in folders of their own too; no lock files."""
    found = (folder / RESULTS).rglob("*")
    for path in sorted(found, key=lambda one: one.as_posix()):
        of_machine = path.name.startswith(_LOCKS) or path.name.lower() in _OF_WINDOWS
        if path.is_file() and not of_machine:
            yield path


def saved_at(content: bytes, path: Path) -> datetime:
    """When a person last saved the file: as the file says, else as its folder does."""
    found = _MODIFIED.search(_properties(content))
    said = _moment(found[1].decode("ascii", "replace")) if found else _BLANK
    if said > _BLANK:
        return said
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).replace(microsecond=0)


def _properties(content: bytes) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(_PROPERTIES) if _PROPERTIES in archive.namelist() else b""


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return _BLANK
    return moment.astimezone(UTC) if moment.tzinfo else moment.replace(tzinfo=UTC)
