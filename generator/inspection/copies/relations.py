"""The relations of a part to other parts of its package."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING

from lxml import etree

from generator.inspection.copies.markup import R

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from generator.inspection.copies.package import Package

_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"


class Relations:
    """The relations of a part to others; made when it had none."""

    def __init__(self, package: Package, part: str) -> None:
        """The relations of `part`; of the package itself when it is empty."""
        self._folder, base = posixpath.split(part)
        self.name = package.named(posixpath.join(self._folder, "_rels", f"{base}.rels"))
        self._package = package

    def targets(self, kind: str) -> dict[str, str]:
        """The parts related in that way ("header", "comments"), by relation id."""
        return {
            one.get("Id", ""): self._resolved(one.get("Target", ""))
            for one in self._of_kind(kind)
            if one.get("TargetMode") != "External"
        }

    def add(self, kind: str, name: str) -> str:
        """A new relation to the part `name`; its id."""
        root = self._root()
        if root is None:
            root = etree.Element(f"{{{_RELATIONS}}}Relationships", nsmap={None: _RELATIONS})
            self._package.add(self.name, root)
            root = self._root()
        if root is None:
            raise ValueError(self.name)
        taken = {one.get("Id") for one in root}
        number = len(taken) + 1
        while f"rId{number}" in taken:
            number += 1
        values = {"Id": f"rId{number}", "Type": f"{R}/{kind}", "Target": self._relative(name)}
        etree.SubElement(root, f"{{{_RELATIONS}}}Relationship", values)
        return f"rId{number}"

    def drop(self, kind: str) -> None:
        """The part without its relations of that kind."""
        root = self._root()
        for one in list(self._of_kind(kind)):
            if root is not None:
                root.remove(one)

    def copied_to(self, other: str) -> None:
        """The same relations for another part of the same folder."""
        root = self._root()
        if root is not None:
            self._package.add(Relations(self._package, other).name, root)

    def _root(self) -> Element | None:
        return self._package.tree(self.name)

    def _of_kind(self, kind: str) -> Iterator[Element]:
        root = self._root()
        for one in root if root is not None else ():
            if str(one.get("Type", "")).rsplit("/", 1)[-1] == kind:
                yield one

    def _resolved(self, target: str) -> str:
        return posixpath.normpath(posixpath.join("/", self._folder, target)).lstrip("/")

    def _relative(self, name: str) -> str:
        return posixpath.relpath(f"/{name}", f"/{self._folder}")
