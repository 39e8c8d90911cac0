"""Bookmarks and words of a person's document: which paragraph is ours, which is theirs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.slots import MARK, is_mark_of, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.word.byte_tree import Node

_PROMPT = re.compile(
    r"\[(?:Nhấp vào đây|ghi ngày đại hội|CHỨC VỤ NGƯỜI KÝ|Họ và tên)[^\[\]]*\]"
)
_SIGNS = {"w:noBreakHyphen": "\u2011", "w:tab": "\t", "w:br": "\n", "w:cr": "\n"}
TRACKED = ("w:ins", "w:del", "w:moveFrom", "w:moveTo")
_BLANK_NUMBER = re.compile(r"\d*")


def words(node: Node) -> str:
    """The words in an element as they are read, without what was struck out."""
    return "".join(_words(node))


def _words(node: Node) -> Iterator[str]:
    for child in node.children:
        if child.name == "w:t":
            yield child.text
        elif child.name in _SIGNS:
            yield _SIGNS[child.name]
        elif child.name not in ("w:del", "w:moveFrom", "w:pPr", "mc:Fallback"):
            yield from _words(child)


def marks_in(node: Node) -> list[Node]:
    """The bookmarks in an element that say that the program wrote its words."""
    starts = node.walk("w:bookmarkStart")
    return [one for one in starts if one.attributes.get("w:name", "").startswith(MARK)]


def is_prompt(text: str) -> bool:
    """Whether the words only ask for words."""
    return _PROMPT.fullmatch(plain(text)) is not None


def without_prompt(text: str) -> str:
    """The words that a person typed beside a prompt."""
    return plain(_PROMPT.sub(" ", text))


def is_ours(node: Node, tag: str, text: str) -> bool:
    """Whether the words are those that the program wrote, or none, or only ask for words."""
    if any(node.walk(*TRACKED)):
        return False
    names = [one.attributes["w:name"] for one in marks_in(node)]
    return not plain(text) or is_prompt(text) or any(is_mark_of(n, tag, text) for n in names)


def was_ours(node: Node) -> bool:
    """Whether the program once wrote here, whatever stands there now."""
    return bool(marks_in(node))


def is_blank_row(cells: tuple[str, ...]) -> bool:
    """Whether a row waits for words: nothing, or a number alone in its first cell."""
    first, *others = cells or ("",)
    return not any(map(plain, others)) and _BLANK_NUMBER.fullmatch(plain(first)) is not None


def ends_of(node: Node, marks: list[Node]) -> list[Node]:
    """The ends of bookmarks, where they stand in the same element."""
    ids = {mark.attributes.get("w:id") for mark in marks}
    return [one for one in node.walk("w:bookmarkEnd") if one.attributes.get("w:id") in ids]
