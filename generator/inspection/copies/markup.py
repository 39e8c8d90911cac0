"""WordprocessingML as trees: names, the order that the schema wants, small helpers."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from generator.inspection.document import measures
from generator.inspection.document.measures import mm_of_twips

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ILLEGAL = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MM_PER_INCH = 25.4

RUN_ORDER = (
    "rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "dstrike",
    "outline", "shadow", "emboss", "imprint", "noProof", "snapToGrid", "vanish",
    "webHidden", "color", "spacing", "w", "kern", "position", "sz", "szCs", "highlight",
    "u", "effect", "bdr", "shd", "fitText", "vertAlign", "rtl", "cs", "em", "lang",
    "eastAsianLayout", "specVanish", "oMath",
)  # fmt: skip
PARAGRAPH_ORDER = (
    "pStyle", "keepNext", "keepLines", "pageBreakBefore", "framePr", "widowControl",
    "numPr", "suppressLineNumbers", "pBdr", "shd", "tabs", "suppressAutoHyphens",
    "kinsoku", "wordWrap", "overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN",
    "bidi", "adjustRightInd", "snapToGrid", "spacing", "ind", "contextualSpacing",
    "mirrorIndents", "suppressOverlap", "jc", "textDirection", "textAlignment",
    "textboxTightWrap", "outlineLvl", "divId", "cnfStyle", "rPr", "sectPr",
)  # fmt: skip
SECTION_ORDER = (
    "headerReference", "footerReference", "footnotePr", "endnotePr", "type", "pgSz",
    "pgMar", "paperSrc", "pgBorders", "lnNumType", "pgNumType", "cols", "formProt",
    "vAlign", "noEndnote", "titlePg", "textDirection", "bidi", "rtlGutter", "docGrid",
    "printerSettings",
)  # fmt: skip


def w(name: str) -> str:
    """The name of an element or attribute of Word, as lxml writes it."""
    return f"{{{W}}}{name}"


def made(name: str, **attributes: str) -> Element:
    """A new element of Word."""
    nodes = {"w": W}
    return etree.Element(w(name), {w(key): one for key, one in attributes.items()}, nodes)


def put(parent: Element, name: str, order: tuple[str, ...]) -> Element:
    """The child of that name; made where the order of the schema has it when there is none."""
    found = parent.find(w(name))
    if found is not None:
        return found
    child = made(name)
    later = {w(one) for one in order[order.index(name) + 1 :]}
    known = {w(one) for one in order}
    after = (
        one
        for one in parent
        if isinstance(one.tag, str) and (one.tag in later or one.tag not in known)
    )
    if (next_one := next(after, None)) is None:
        parent.append(child)
    else:
        next_one.addprevious(child)
    return child


def drop(parent: Element, name: str) -> None:
    """The parent without its children of that name; what stands after them stays."""
    for child in parent.findall(name if name.startswith("{") else w(name)):
        parent.remove(child)


def first_in(parent: Element, name: str) -> Element:
    """The properties of a paragraph or run, which stand first; made when there are none."""
    found = parent.find(w(name))
    if found is None:
        found = made(name)
        parent.insert(0, found)
    return found


def is_on(node: Element | None) -> bool:
    """Whether an on/off property is there and not switched off."""
    return node is not None and node.get(w("val"), "1") not in ("0", "false", "off")


def any_of(done: list[bool]) -> bool:
    """Whether one of several things had to be done; all of them were tried.

    >>> any_of([False, True]), any_of([])
    (True, False)
    """
    return True in done


def within(node: Element, *names: str) -> bool:
    """Whether one of the elements around the node has such a name."""
    wanted = {w(name) for name in names}
    return any(one.tag in wanted for one in node.iterancestors())


def mm(value: str | None) -> float | None:
    """A length as the file writes it, in millimetres; None where there is none.

    >>> mm("1701"), mm("2.5cm"), mm("nhiều")
    (30.0, 25.0, None)
    """
    length = measures.twips(value)
    return None if length is None else round(mm_of_twips(length), 1)


def twips(length_mm: float) -> str:
    """Millimetres as Word counts them.

    >>> twips(30), twips(15)
    ('1701', '850')
    """
    return str(round(length_mm * 1440 / _MM_PER_INCH))


def written(number: float, places: int = 1) -> str:
    """A number as it is printed in Vietnamese.

    >>> written(30.0), written(12.5)
    ('30', '12,5')
    """
    return f"{number:.{places}f}".rstrip("0").rstrip(".").replace(".", ",")


def legal(text: str) -> str:
    """The text without the characters that XML cannot hold."""
    return _ILLEGAL.sub(" ", text)


def set_text(node: Element, text: str) -> None:
    """Text of a run; spaces at its ends are kept."""
    node.text = text
    if text != text.strip():
        node.set(_SPACE, "preserve")


def paragraphs(root: Element) -> Iterator[Element]:
    """Every paragraph of a part, those in tables and text boxes too: the count of a `Key`."""
    return root.iter(w("p"))
