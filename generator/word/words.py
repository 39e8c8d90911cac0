"""What a unit wrote under each point of its report, and which paper a file is."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lxml import etree

from generator.slots import SECTION, anchor_of, plain
from generator.word.marks import is_ours, without_prompt, words
from generator.word.package import DOCUMENT, read_parts
from generator.word.places import page_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.word.byte_tree import Node

CORE = "docProps/core.xml"
KEYWORDS = "{http://schemas.openxmlformats.org/package/2006/metadata/core-properties}keywords"
MARK = "vankien bao-cao-ket-qua "
_END = "het_"
_INSIDE = ("w:body", "w:document", "w:sdt", "w:sdtContent", "w:ins", "w:moveTo", "")


def mark_of(content: bytes) -> tuple[str, str] | None:
    """The congress that a report is of and the mark of its round, as the file itself says;
    None of another file, no mark where somebody deleted it.
    """
    core = read_parts(content).get(CORE)
    if core is None:
        return None
    said = plain(etree.fromstring(core).findtext(KEYWORDS) or "")
    if not said.startswith(MARK):
        return None
    congress, _, mark = said.removeprefix(MARK).partition("|")
    return congress.strip(), mark.strip()


def words_of(
    content: bytes, titles: Mapping[str, str] | None = None
) -> dict[str, tuple[str, ...]]:
    """The unit's own paragraphs by the tag of their point, prompts and ours left out.

    A point is known by its bookmark or the tag of its control; `titles`, the heading of each
    point by its tag, help where somebody deleted the bookmark.
    """
    page = page_of(read_parts(content)[DOCUMENT])
    known = {plain(title): tag for tag, title in (titles or {}).items()}
    anchors = {anchor_of(tag, SECTION): tag for tag in titles or {}}
    found: dict[str, list[str]] = defaultdict(list)
    current = ""
    for paragraph in _paragraphs(page.root):
        text = plain(words(paragraph))
        begun = _begun(paragraph, anchors) or known.get(text)
        if begun:
            current = begun
            continue
        tag = _control_tag(paragraph) or current
        if tag and tag != _END and not is_ours(paragraph, tag, text):
            found[tag].append(without_prompt(text))
    return {tag: tuple(lines) for tag, lines in found.items()}


def _paragraphs(node: Node) -> Iterator[Node]:
    """The paragraphs of the body in order, not those of tables."""
    for child in node.children:
        if child.name == "w:p":
            yield child
        elif child.name in _INSIDE:
            yield from _paragraphs(child)


def _begun(paragraph: Node, anchors: Mapping[str, str]) -> str | None:
    """The tag of the point whose heading a paragraph is."""
    for mark in paragraph.walk("w:bookmarkStart"):
        name = mark.attributes.get("w:name", "")
        if name.startswith(SECTION):
            return anchors.get(name) or _tag_in(name)
    return None


def _tag_in(anchor: str) -> str:
    """The tag of which a bookmark was made."""
    name = anchor.removeprefix(SECTION)
    return (
        name if name == _END else name.replace("__", "\0").replace("_", "-").replace("\0", "_")
    )


def _control_tag(paragraph: Node) -> str:
    control = paragraph.above("w:sdt")
    properties = control.child("w:sdtPr") if control else None
    tag = properties.child("w:tag") if properties else None
    return tag.value() if tag else ""
