"""The parts of a Word file, by their relations, each read once."""

from __future__ import annotations

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field

from lxml import etree

from generator.errors import Problem
from generator.guard import UnsafeFileError
from generator.inspection.document.markup import Node, parsed

_MAIN = "word/document.xml"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError)
_UNREADABLE = (*_BROKEN, etree.XMLSyntaxError, ValueError, LookupError)
_PROGRAM = {"program": "Word", "suffix": ".docx", "old": ".doc"}


@dataclass(slots=True)
class Package:
    """An open Word file: `main` is its document part, relations by id and by kind."""

    archive: zipfile.ZipFile
    names: dict[str, str]
    main: str = _MAIN
    by_id: dict[str, str] = field(default_factory=dict)
    by_kind: dict[str, str] = field(default_factory=dict)
    of_file: dict[str, str] = field(default_factory=dict)

    def tree(self, part: str) -> Node | None:
        """The tree of a part, None when it is not there or cannot be read."""
        try:
            return parsed(self.archive.read(self.names[part.lower()]))
        except _UNREADABLE:
            return None

    def related(self, kind: str) -> Node | None:
        """The tree of the part that stands in this relation to the document."""
        part = self.by_kind.get(kind)
        return None if part is None else self.tree(part)

    def related_to_file(self, kind: str) -> Node | None:
        """The tree of the part that stands in this relation to the whole file."""
        part = self.of_file.get(kind)
        return None if part is None else self.tree(part)


def opened(content: bytes) -> Package:
    """The package; one that is no Word file is refused."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _BROKEN as error:
        raise refused("not-a-package") from error
    package = Package(archive, {name.lower(): name for name in archive.namelist()})
    for kind, _, target in _relations(package, ""):
        package.of_file.setdefault(kind, target)
    package.main = package.of_file.get("officeDocument", _MAIN)
    for kind, key, target in _relations(package, package.main):
        package.by_id[key] = target
        package.by_kind.setdefault(kind, target)
    if package.main.lower() not in package.names:
        raise refused("not-a-package")
    return package


def refused(code: str, member: str = "") -> UnsafeFileError:
    """The refusal of a file; the caller knows its name."""
    return UnsafeFileError(Problem(code, values={**_PROGRAM, "member": member}))


def _relations(package: Package, part: str) -> list[tuple[str, str, str]]:
    """Kind, id and part of each relation inside the file.

    A document that lost its relations still has its parts at their usual places.
    """
    folder, name = posixpath.split(part)
    root = package.tree(posixpath.join(folder, "_rels", f"{name}.rels"))
    if root is None:
        usual = ("styles", "numbering", "settings", "theme/theme1", "footnotes", "endnotes")
        return [(one.split("/")[0], "", posixpath.join(folder, f"{one}.xml")) for one in usual]
    return [
        (kind.rpartition("/")[2], node.get("Id") or "", _target(folder, node.get("Target")))
        for node in root
        if (kind := node.get("Type") or "") and node.get("TargetMode") != "External"
    ]


def _target(folder: str, target: str | None) -> str:
    """The name of a part as its relation gives it.

    >>> _target("word", "theme/theme1.xml"), _target("word", "/word/styles.xml")
    ('word/theme/theme1.xml', 'word/styles.xml')
    """
    return posixpath.normpath(posixpath.join("/", folder, target or "")).lstrip("/")
