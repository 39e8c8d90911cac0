"""The comments of a document: those that it has, and new ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from generator.inspection.copies.markup import W, legal, made, set_text, w
from generator.inspection.copies.relations import Relations
from generator.inspection.copies.values import INITIALS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lxml.etree import _Element as Element

    from generator.inspection.copies.package import Package

_KIND = "comments"
_NAME = "word/comments"
_USED = tuple(w(one) for one in ("commentRangeStart", "commentRangeEnd", "commentReference"))
_MOST = 2**31 - 1
_SIZE = "20"  # half-points: as small as Word writes comments


class Comments:
    """The comments of a package, to which new ones are added."""

    def __init__(self, package: Package) -> None:
        """Of that package; nothing of what it has is changed."""
        self._package = package
        self._relations = Relations(package, package.main)
        found = (package.tree(name) for name in self._relations.targets(_KIND).values())
        usable = (one for one in found if one is not None and one.tag == w("comments"))
        self._root = next(usable, None)
        self._is_new = self._root is None
        if self._root is None:
            self._root = etree.Element(w("comments"), nsmap={"w": W})
        self._taken = set(self._numbers())

    def add(self, author: str, lines: Sequence[str]) -> str:
        """A new comment of an author, a paragraph for each line; its number."""
        number = self._free_number()
        comment = made("comment", id=number, author=legal(author), initials=INITIALS)
        for line in lines or ("",):
            comment.append(_paragraph(legal(line)))
        _mark_reference(comment[0])
        if self._root is not None:
            self._root.append(comment)
        return number

    def save(self) -> None:
        """The comments as a part of the package, where it had none."""
        if not self._is_new or self._root is None:
            return
        self._relations.drop(_KIND)  # to a part that is missing or holds something else
        name = f"{_NAME}.xml"
        if name in self._package.parts:
            name = self._package.free_name(_NAME)
        self._package.add(name, self._root, _KIND)
        self._relations.add(_KIND, name)

    def _numbers(self) -> Iterator[int]:
        """The numbers that comments have or are referred to by."""
        document = self._package.tree(self._package.main)
        roots = [one for one in (self._root, document) if one is not None]
        for root in roots:
            for node in root.iter(w("comment"), *_USED):
                value = (node.get(w("id")) or "").strip()
                if value.isascii() and value.isdigit():
                    yield int(value)

    def _free_number(self) -> str:
        number = max(self._taken, default=-1) + 1
        if number > _MOST:
            number = next(one for one in range(len(self._taken) + 1) if one not in self._taken)
        self._taken.add(number)
        return str(number)


def _paragraph(text: str) -> Element:
    """A line of a comment, plain whatever the styles of the document say."""
    paragraph, properties = made("p"), made("pPr")
    properties.append(made("spacing", before="0", after="0", line="240", lineRule="auto"))
    properties.append(made("ind", left="0", right="0", firstLine="0"))
    properties.append(made("jc", val="left"))
    paragraph.append(properties)
    run, shown = _run(), made("t")
    set_text(shown, text)
    run.append(shown)
    paragraph.append(run)
    return paragraph


def _run() -> Element:
    run, properties = made("r"), made("rPr")
    properties.extend(made(name, val=value) for name, value in (("sz", _SIZE), ("szCs", _SIZE)))
    run.append(properties)
    return run


def _mark_reference(paragraph: Element) -> None:
    """The mark by which Word ties a comment to its place."""
    run = _run()
    run.append(made("annotationRef"))
    paragraph.insert(1, run)
