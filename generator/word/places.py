"""The places of a person's document that are ours: found by tag, else by bookmark or title.

Word keeps the tag of a control. LibreOffice drops it, and the control around a table with it;
it keeps bookmarks, and the titles of controls in lines (measured with LibreOffice 7.4).
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from generator.slots import anchor_of
from generator.word.byte_tree import Node, parsed
from generator.word.marks import was_ours

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.slots import Slot


@dataclass(frozen=True, slots=True)
class Page:
    """The body of a document, and what is found in it by name."""

    content: bytes
    root: Node
    bookmarks: dict[str, Node]
    tagged: dict[str, Node]
    titled: dict[str, list[Node]]
    free_ids: Iterator[int]

    def written(self, node: Node | None) -> bytes:
        """An element as it is written; nothing for none."""
        return b"" if node is None else self.content[node.start : node.end]


def page_of(content: bytes) -> Page:
    """The body of a document part."""
    root = parsed(content)
    bookmarks: dict[str, Node] = {}
    last = 0
    for mark in root.walk("w:bookmarkStart"):
        bookmarks.setdefault(mark.attributes.get("w:name", ""), mark)
        number = mark.attributes.get("w:id", "")
        last = max(last, int(number) if number.isdigit() else 0)
    tagged: dict[str, Node] = {}
    titled: dict[str, list[Node]] = defaultdict(list)
    for control in root.walk("w:sdt"):
        tag, title = (_property(control, name) for name in ("w:tag", "w:alias"))
        tagged.setdefault(tag, control)
        titled[title].append(control)
    return Page(content, root, bookmarks, tagged, titled, count(last + 1))


def _property(control: Node, name: str) -> str:
    properties = control.child("w:sdtPr")
    found = properties.child(name) if properties else None
    return found.value() if found else ""


def control_of(page: Page, slot: Slot) -> Node | None:
    """The control of a slot: by its tag, else the only one with its title."""
    by_title = page.titled.get(slot.title, [])
    return page.tagged.get(slot.tag) or (by_title[0] if len(by_title) == 1 else None)


def inline_control(page: Page, slot: Slot) -> Node | None:
    """The control in a line: by its own names, else the one around or after its bookmark."""
    named = control_of(page, slot)
    anchor = page.bookmarks.get(anchor_of(slot.tag))
    if named or anchor is None:
        return named
    around = anchor.above("w:sdt")
    return around or _next(anchor, "w:sdt")


def paragraphs(page: Page, slot: Slot) -> list[Node]:
    """The paragraphs of a slot; those that follow its first one are ours by their marks."""
    tagged = page.tagged.get(slot.tag)
    inside = [*tagged.walk("w:p")] if tagged else []
    if inside:
        return inside
    first = _first_paragraph(page, slot)
    return [first, *_following(first)] if first else []


def _first_paragraph(page: Page, slot: Slot) -> Node | None:
    anchor = page.bookmarks.get(anchor_of(slot.tag))
    if anchor:
        return anchor.above("w:p") or _next(anchor, "w:p")
    control = control_of(page, slot)
    if control is None:
        return None
    return next(control.walk("w:p"), None) or control.above("w:p")


def _following(first: Node) -> Iterator[Node]:
    siblings = first.parent.children if first.parent else []
    for node in siblings[siblings.index(first) + 1 :]:
        if node.name != "w:p" or not was_ours(node):
            return
        yield node


def table(page: Page, slot: Slot) -> Node | None:
    """The table of a slot: in its control, else around its bookmark."""
    control = page.tagged.get(slot.tag)
    inside = next(control.walk("w:tbl"), None) if control else None
    anchor = page.bookmarks.get(anchor_of(slot.tag))
    return inside or (anchor.above("w:tbl") if anchor else None)


def _next(anchor: Node, name: str) -> Node | None:
    """The first element of a name that stands after a bookmark on its level."""
    siblings = anchor.parent.children if anchor.parent else []
    after = siblings[siblings.index(anchor) + 1 :]
    return next((node for node in after if node.name == name), None)
