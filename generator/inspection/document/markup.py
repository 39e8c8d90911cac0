"""The markup of Office files: its names, how a part becomes a tree, how a tree is walked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

Key = tuple[tuple[Any, ...], ...]
Node = etree._Element  # noqa: SLF001 - the name that lxml gives its type
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
WPG = "{http://schemas.microsoft.com/office/word/2010/wordprocessingGroup}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
V = "{urn:schemas-microsoft-com:vml}"
O = "{urn:schemas-microsoft-com:office:office}"  # noqa: E741 - its usual prefix
VAL = f"{W}val"
ALTERNATE = f"{MC}AlternateContent"
_CHOICE = f"{MC}Choice"
FALLBACK = f"{MC}Fallback"
_STRICT = b"http://purl.oclc.org/ooxml/"  # the namespaces of ISO 29500 strict
_USUAL = b"http://schemas.openxmlformats.org/"
_STRICT_NAMES = tuple(
    (_STRICT + name + b"/", _USUAL + name + b"/2006/")
    for name in (b"wordprocessingml", b"officeDocument", b"drawingml", b"package")
)
_APART = frozenset(f"{W}{name}" for name in ("rPr", "sectPr", "pPrChange", "rPrChange"))
_INSIDE = frozenset(
    f"{W}{name}" for name in (
        "sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "hyperlink", "fldSimple",
        "dir", "bdo", "subDoc",
    )
)  # fmt: skip
GONE = (f"{W}del", f"{W}moveFrom")
INSERTED = frozenset((f"{W}ins", f"{W}moveTo"))
FIELD = f"{W}fldSimple"


def parsed(content: bytes) -> Node:
    """The tree of a part; strict namespaces become the usual ones, nothing is fetched."""
    if _STRICT in content:
        for strict, usual in _STRICT_NAMES:
            content = content.replace(strict, usual)
        content = content.replace(b"/extendedProperties", b"/extended-properties")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(content, parser)


def value(parent: Node | None, name: str) -> str | None:
    """The `w:val` of a child, None when there is no such child or value."""
    node = None if parent is None else parent.find(f"{W}{name}")
    return None if node is None else node.get(VAL)


def attributes(parent: Node | None, name: str) -> dict[str, str]:
    """The attributes of a child by their local names; empty when there is no such child."""
    node = None if parent is None else parent.find(f"{W}{name}")
    return {} if node is None else local_attributes(node)


def local_attributes(node: Node) -> dict[str, str]:
    """The attributes of a node by their local names."""
    return {str(name).rpartition("}")[2]: str(one) for name, one in node.items()}


def chosen(alternate: Node) -> Node | None:
    """What is shown of alternatives: the first choice, else the fallback, never both."""
    found = alternate.find(_CHOICE)
    return found if found is not None else alternate.find(FALLBACK)


def inner(node: Node) -> Node | None:
    """Where reading goes on when a node is only a wrapper (a control, a link, an insertion)."""
    if node.tag == ALTERNATE:
        return chosen(node)
    return node if node.tag in _INSIDE else None


def content_of(parent: Node) -> Iterator[Node]:
    """What a node holds, wrappers walked through; as many levels as there are."""
    levels = [iter(parent)]
    while levels:
        for node in levels[-1]:
            inside = inner(node)
            if inside is not None:
                levels.append(iter(inside))
                break
            yield node
        else:
            levels.pop()


def key_of(group: Node | None) -> Key:
    """What tells one group of properties from another that says something else."""
    if group is None or not len(group):
        return ()
    return tuple(
        [
            (node.tag, *node.items(), *[(one.tag, *one.items()) for one in node])
            if len(node)
            else (node.tag, *node.items())
            for node in group
            if node.tag not in _APART
        ]
    )
