"""Headers and footers of sections: which are in force, new ones, copies of them."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING

from lxml import etree

from generator.inspection.copies.markup import SECTION_ORDER, R, W, drop, is_on, made, put, w
from generator.inspection.copies.relations import Relations

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lxml.etree import _Element as Element

    from generator.inspection.copies.package import Package

_ID = f"{{{R}}}id"
_ROOTS = {"header": "hdr", "footer": "ftr"}
_ROOT_NAMES = {w(name) for name in _ROOTS.values()}
_SHOWN = ("t", "drawing", "pict", "object", "sym", "fldSimple", "instrText")


class Furniture:
    """The headers and footers of a document that is being changed."""

    def __init__(self, package: Package, sections: Sequence[Element]) -> None:
        """Of the sections, in their order."""
        self.package = package
        self.sections = sections
        self._relations = Relations(package, package.main)

    @property
    def pages(self) -> tuple[str, ...]:
        """For which pages a running header is needed: even ones apart only where asked."""
        settings = self.package.settings()
        apart = settings is not None and is_on(settings.find(w("evenAndOddHeaders")))
        return ("default", "even") if apart else ("default",)

    def in_force(self, number: int, kind: str, pages: str) -> Element | None:
        """The header or footer of a section (from 1), its own or the one before's."""
        targets = self._relations.targets(kind)
        for section in reversed(self.sections[:number]):
            reference = _reference(section, kind, pages)
            if reference is not None:
                return self._root(targets.get(reference.get(_ID, ""), ""))
        return None

    def new(self, number: int, kind: str, pages: str, root: Element) -> None:
        """A new header or footer for a section, in place of what it had there."""
        name = self.package.free_name(f"word/{kind}")
        self.package.add(name, root, kind)
        relation = self._relations.add(kind, name)
        section = self.sections[number - 1]
        reference = _reference(section, kind, pages)
        if reference is None:
            reference = made(f"{kind}Reference", type=pages)
            section.insert(_after_references(section), reference)
        reference.set(_ID, relation)

    def empty(self, kind: str) -> Element:
        """The root of a header or footer that says nothing."""
        return etree.Element(w(_ROOTS[kind]), nsmap={"w": W, "r": R})

    def first_page_as_before(self, kind: str) -> None:
        """What the first page showed stays there when it gets furniture of its own."""
        section = self.sections[0]
        running = self.in_force(1, kind, "default")
        own = _reference(section, kind, "first")
        if running is None or not shows(running):
            if own is not None:
                section.remove(own)
            return
        before = set(self.package.parts)
        self.new(1, kind, "first", deepcopy(running))
        self._with_relations(kind, set(self.package.parts) - before)

    def give_first_page(self) -> None:
        """The first section has furniture of its own for its first page."""
        drop(self.sections[0], "titlePg")
        put(self.sections[0], "titlePg", SECTION_ORDER)

    def _with_relations(self, kind: str, names: set[str]) -> None:
        """The pictures of the running header in its copy too."""
        reference = _reference(self.sections[0], kind, "default")
        if reference is None:
            return
        source = self._relations.targets(kind).get(reference.get(_ID, ""), "")
        for name in names:
            Relations(self.package, source).copied_to(name)

    def _root(self, name: str) -> Element | None:
        root = self.package.tree(name)
        return root if root is not None and root.tag in _ROOT_NAMES else None


def shows(root: Element) -> bool:
    """Whether a header or footer prints something."""
    wanted = {w(name) for name in _SHOWN}
    return any(node.tag in wanted for node in root.iter())


def _reference(section: Element, kind: str, pages: str) -> Element | None:
    for one in section.findall(w(f"{kind}Reference")):
        if one.get(w("type"), "default") == pages:
            return one
    return None


def _after_references(section: Element) -> int:
    names = {w("headerReference"), w("footerReference")}
    return sum(child.tag in names for child in section)
