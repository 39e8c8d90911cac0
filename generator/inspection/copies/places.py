"""The runs of a piece in the file: found again by its key and its text, cut at its ends."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import normalize

from generator.inspection.copies.fields import number_runs
from generator.inspection.copies.markup import is_on, paragraphs, set_text, w
from generator.inspection.document.markup import inner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from generator.inspection.copies.package import Package
    from generator.inspection.document.values import Key, Piece

_SIGNS = {w("tab"): "\t", w("ptab"): "\t", w("cr"): "\n"}
_SIGNS |= {w("noBreakHyphen"): "\u2011", w("softHyphen"): "\u00ad"}
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_BLANKS = " \t\r\n"


class Bit(NamedTuple):
    """A text node or sign, its run (none in a formula), the characters that it prints."""

    node: Element
    run: Element | None
    text: str


class Printed(NamedTuple):
    """What a paragraph prints, in order; `composed`: since it was read."""

    bits: list[Bit]
    composed: bool = False


class Places:
    """Where the pieces of an inspected document are in its parts."""

    def __init__(self, package: Package) -> None:
        """Look in the parts of `package`, which are counted before they are changed."""
        self._package = package
        self._counted: dict[str, list[Element]] = {}

    def paragraph(self, piece: Piece) -> Element | None:
        """The paragraph of a piece; None when the file has none that says the same."""
        key = piece.paragraph.key
        # a page number that was added stands before what its header had
        for one in (self.at(key), self.at(key._replace(number=key.number + 1))):
            if one is not None and printed(one, piece.paragraph.text) is not None:
                return one
        return None

    def at(self, key: Key) -> Element | None:
        """The paragraph of that number in a part."""
        if key.part not in self._counted:
            root = self._package.tree(key.part)
            self._counted[key.part] = [] if root is None else list(paragraphs(root))
        counted = self._counted[key.part]
        return counted[key.number] if 0 <= key.number < len(counted) else None


def runs_of(paragraph: Element, piece: Piece) -> list[Element]:
    """The runs that print the piece, split where it begins and ends inside one.

    Where a paragraph prints nothing but a number that is not yet counted, those of the number.
    """
    if not piece.paragraph.text:
        return number_runs(paragraph)
    for at in _span(paragraph, piece):
        _cut(_bits_of(paragraph, piece), at)
    return overlapping(paragraph, piece)


def overlapping(paragraph: Element, piece: Piece) -> list[Element]:
    """The runs that print the piece or a part of it, as they are."""
    start, end = _span(paragraph, piece)
    found: list[Element] = []
    at = 0
    for bit in _bits_of(paragraph, piece):
        after = at + len(bit.text)
        if bit.run is not None and at < end and after > start and bit.run not in found[-1:]:
            found.append(bit.run)
        at = after
    return found


def printed(paragraph: Element, said: str) -> Printed | None:
    """What of the paragraph prints the words that were read; None when it says others."""
    found = bits(paragraph)
    shown = [bit for bit in found if not _is_hidden(bit)]
    for text in (said, normalize("NFC", said)):
        for some in (shown, found):
            if (aligned := _aligned(some, text)) is not None:
                return Printed(aligned, composed=text != said)
    return _half_composed(shown, said)


def bits(paragraph: Element) -> list[Bit]:
    """What may be printed of the paragraph: not what is deleted or in a box of it."""
    return [*_bits(paragraph)]


def _bits(node: Element) -> Iterator[Bit]:
    for child in node:
        inside = inner(child)
        if inside is not None:
            yield from _bits(inside)
        elif child.tag == w("r"):
            yield from (Bit(one, child, text) for one in child if (text := _text(one)))
        elif str(child.tag).startswith(_MATH):
            yield Bit(child, None, "".join(one.text or "" for one in child.iter(f"{_MATH}t")))


def _half_composed(shown: list[Bit], said: str) -> Printed | None:
    """The same words, some of their marks still apart from their letters."""
    text = normalize("NFC", "".join(bit.text for bit in shown))
    return Printed(shown, composed=True) if text == normalize("NFC", said) else None


def _is_hidden(bit: Bit) -> bool:
    properties = None if bit.run is None else bit.run.find(w("rPr"))
    return properties is not None and is_on(properties.find(w("vanish")))


def _aligned(found: list[Bit], said: str) -> list[Bit] | None:
    """The bits that make up the words; what styles hide or fields keep is passed over."""
    at, kept = 0, []
    for bit in found:
        if said.startswith(bit.text, at):
            kept.append(bit)
            at += len(bit.text)
    return kept if at == len(said) else None


def _bits_of(paragraph: Element, piece: Piece) -> list[Bit]:
    found = printed(paragraph, piece.paragraph.text)
    return [] if found is None else found.bits


def _text(node: Element) -> str:
    """The characters that a node of a run prints, as the reader of documents counts them."""
    if node.tag == w("t"):
        return _typed(node)
    if node.tag == w("br"):
        return "\n" if node.get(w("type"), "textWrapping") == "textWrapping" else ""
    if node.tag == w("sym"):
        return _symbol(node.get(w("char"), ""))
    return _SIGNS.get(str(node.tag), "")


def _typed(node: Element) -> str:
    text = node.text or ""
    kept = text if node.get(_SPACE) == "preserve" else text.strip(_BLANKS)
    return kept.replace("\n", " ")


def _symbol(code: str) -> str:
    try:
        return chr(int(code, 16))
    except (ValueError, OverflowError):
        return ""


def _span(paragraph: Element, piece: Piece) -> tuple[int, int]:
    """Where the piece begins and ends in the characters of the file as it is now."""
    found = printed(paragraph, piece.paragraph.text)
    if found is None:
        return 0, 0
    said = piece.paragraph.text
    ends = (piece.start, len(said) if piece.end is None else piece.end)
    if not found.composed:
        return ends
    start, end = (len(normalize("NFC", said[:one])) for one in ends)
    return start, end


def _cut(found: list[Bit], where: int) -> None:
    """Two runs of the same look where one printed the characters on both sides of `where`."""
    at, begun = 0, 0
    run = None
    for bit in found:
        if bit.run is not run:
            run, begun = bit.run, at
        after = at + len(bit.text)
        if at < where < after or (at == where and begun < where):
            _split(bit, where - at)
            return
        at = after


def _split(bit: Bit, at: int) -> None:
    """The run up to `at` characters of its bit, and after it a run with the rest."""
    run, node = bit.run, bit.node
    if run is None or (at and node.tag != w("t")):
        return
    position = run.index(node)
    rest = deepcopy(run)
    rest.tail = None
    rest_node = rest[position]
    for child in list(rest)[:position]:
        if child.tag != w("rPr"):
            rest.remove(child)
    for child in list(run)[position + (1 if at else 0) :]:
        run.remove(child)
    if at:
        set_text(node, bit.text[:at])
        set_text(rest_node, bit.text[at:])
    run.addnext(rest)
