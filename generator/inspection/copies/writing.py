"""A part as a tree and back: its first line, its encoding and its namespaces stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

HEAD = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_PROLOG = re.compile(rb"\A(?:\xef\xbb\xbf)?(?:\s+|<\?.*?\?>|<!--.*?-->)*", re.DOTALL)
_STRICT = b"http://purl.oclc.org/ooxml/"  # the namespaces of ISO 29500 strict
_NAMES = tuple(
    (_STRICT + name + b"/", b"http://schemas.openxmlformats.org/" + name + b"/2006/")
    for name in (b"wordprocessingml", b"officeDocument", b"drawingml")
)


def parsed(content: bytes) -> Element:
    """The root of a part; strict namespaces become the usual ones, no entity is followed."""
    if is_strict(content):
        for ours, usual in _NAMES:
            content = content.replace(ours, usual)
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def rewritten(root: Element, before: bytes) -> bytes:
    """A part with its first line as it was: declaration, encoding, standalone."""
    found = _PROLOG.match(before)
    prolog = found[0] if found else b""
    encoding = root.getroottree().docinfo.encoding or "UTF-8"
    body = etree.tostring(root, encoding=encoding, xml_declaration=False, with_tail=False)
    return prolog + (strict(body) if is_strict(before) else body)


def is_strict(content: bytes) -> bool:
    """Whether a part has the namespaces of ISO 29500 strict."""
    return _STRICT in content


def strict(content: bytes) -> bytes:
    """A part with the usual namespaces as one with the strict ones."""
    for ours, usual in _NAMES:
        content = content.replace(usual, ours)
    return content
