"""Letters with their marks: one character each, as every Vietnamese keyboard types them now."""

from __future__ import annotations

from typing import TYPE_CHECKING
from unicodedata import combining, normalize

from generator.errors import Severity
from generator.inspection.copies.markup import set_text, w
from generator.inspection.copies.places import bits
from generator.inspection.copies.values import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element


_WORDS = ("t", "delText", "instrText", "delInstrText", "tab", "ptab", "br", "cr", "sym")
_SIGNS = ("noBreakHyphen", "softHyphen", "fldChar", "drawing", "pict", "object")
_SOLID = tuple(w(one) for one in (*_WORDS, *_SIGNS, "footnoteReference", "endnoteReference"))


def composed(paragraph: Element) -> Iterator[Change]:
    """The text of the paragraph composed; a mark joins the run of its letter."""
    before = [bit.text for bit in bits(paragraph)]
    _join_marks(paragraph)
    for bit in bits(paragraph):
        if bit.node.tag == w("t") and (text := normalize("NFC", bit.text)) != bit.text:
            set_text(bit.node, text)
    after = [bit.text for bit in bits(paragraph)]
    if before != after:
        count = len("".join(before)) - len("".join(after))
        yield Change("copy-fixed-normal-form", {"count": str(max(count, 1))})
    if normalize("NFC", "".join(after)) != "".join(after):
        yield Change("copy-left-mark", severity=Severity.WARNING)


def _join_marks(paragraph: Element) -> None:
    """Marks at the beginning of a text go to the letter at the end of the text before it.

    Whatever stands between the two, deleted text too, keeps them apart.
    """
    typed = {bit.node for bit in bits(paragraph)}
    last: Element | None = None
    for node in paragraph.iter(*_SOLID):
        if node not in typed or node.tag != w("t"):
            last = None
            continue
        text = node.text or ""
        rest = text.lstrip("".join({one for one in text if combining(one)}))
        if len(rest) < len(text) and last is not None and _is_letter((last.text or " ")[-1]):
            last.text = (last.text or "") + text[: len(text) - len(rest)]
            set_text(node, rest)
        last = node if rest else last


def _is_letter(character: str) -> bool:
    return character.isalpha() or bool(combining(character))
