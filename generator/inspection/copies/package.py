"""The parts of a document that is being changed: only what changed is written anew."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

from generator.archive import deflated, zipped
from generator.inspection.copies.relations import Relations
from generator.inspection.copies.writing import HEAD, is_strict, parsed, rewritten, strict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

_TYPES = "[Content_Types].xml"
_T = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_MEDIA = "application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"


class Package:
    """The parts of a document by name, in their order; trees of those that are looked at.

    `main` is the part with the body.
    """

    def __init__(self, content: bytes) -> None:
        """Open a package that has passed the guard."""
        self.content = content
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [name for name in archive.namelist() if not name.endswith("/")]
            self.parts = {name: archive.read(name) for name in names}
        self._names = {name.lower(): name for name in names}
        self._trees: dict[str, tuple[Element, bytes]] = {}
        self._changed = False
        found = Relations(self, "").targets("officeDocument").values()
        self.main = next(iter(found), "word/document.xml")

    def named(self, name: str) -> str:
        """The part as the archive spells it: names of parts do not mind capitals."""
        return self._names.get(name.lower(), name)

    def tree(self, name: str) -> Element | None:
        """The root of a part, to read or to change; None when there is no such part."""
        name = self.named(name)
        if name not in self.parts:
            return None
        if name not in self._trees:
            root = parsed(self.parts[name])
            self._trees[name] = root, etree.tostring(root)
        return self._trees[name][0]

    def settings(self) -> Element | None:
        """The settings of the document."""
        found = Relations(self, self.main).targets("settings").values()
        return self.tree(next(iter(found), "word/settings.xml"))

    def add(self, name: str, root: Element, kind: str = "") -> None:
        """A new part of our own making; its type is declared when it has a `kind`."""
        content = etree.tostring(root, encoding="UTF-8")
        if is_strict(self.parts.get(self.named(self.main), b"")):
            content = strict(content)
        self.parts[name] = HEAD + content
        self._names[name.lower()] = name
        self._changed = True
        if kind:
            self._declare(name, kind)

    def drop(self, name: str) -> None:
        """The package without that part and without its type."""
        del self.parts[name]
        self._changed = True
        types = self.tree(_TYPES)
        if types is None:
            return
        for one in list(types):
            if one.get("PartName") == f"/{name}":
                types.remove(one)

    def changed(self) -> Iterator[tuple[str, bytes]]:
        """The parts whose trees are no longer what they were, as they are written now."""
        for name, (root, before) in self._trees.items():
            if etree.tostring(root) != before:
                yield name, rewritten(root, self.parts[name])

    def written(self) -> bytes:
        """The package; without a change the very bytes it came as."""
        new = dict(self.changed())
        if not new and not self._changed:
            return self.content
        parts = {**self.parts, **new}
        return zipped(deflated(name, content) for name, content in parts.items())

    def free_name(self, stem: str) -> str:
        """The name of a part that is not there yet.

        A `stem` such as "word/header" gives "word/header3.xml" when there are two.
        """
        number = 1
        while f"{stem}{number}.xml".lower() in self._names:
            number += 1
        return f"{stem}{number}.xml"

    def _declare(self, name: str, kind: str) -> None:
        types = self.tree(_TYPES)
        part = f"/{name}"
        if types is None or any(one.get("PartName") == part for one in types):
            return
        media = _MEDIA.format(kind=kind)
        etree.SubElement(types, f"{_T}Override", PartName=part, ContentType=media)
