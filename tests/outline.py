"""A Word file as text that a person can review: one line a paragraph, with its style."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Iterator

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SPACES = {"\u00a0": "°", "\u2011": "¬"}


def document(content: bytes) -> etree._Element:
    """The body part of a Word file."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return etree.fromstring(archive.read("word/document.xml"))


def outline(content: bytes) -> str:
    """Every paragraph, row and section of the body; ° and ¬ do not break a line."""
    body = document(content).find(f"{W}body")
    assert body is not None
    return "\n".join(_block_lines(body, "")) + "\n"


def _block_lines(parent: etree._Element, indent: str) -> Iterator[str]:
    readers = {"p": _paragraph_lines, "tbl": _table_lines, "sdt": _control_lines}
    for node in parent:
        reader = readers.get(str(node.tag).removeprefix(W))
        if reader:
            yield from reader(node, indent)


def _table_lines(node: etree._Element, indent: str) -> Iterator[str]:
    for row in node.iter(f"{W}tr"):
        yield f"{indent}| {_row(row)}"


def _control_lines(node: etree._Element, indent: str) -> Iterator[str]:
    yield f"{indent}<{_value(node, 'tag')}: {_value(node, 'alias')}>"
    content = node.find(f"{W}sdtContent")
    assert content is not None
    yield from _block_lines(content, f"{indent}  ")


def _paragraph_lines(node: etree._Element, indent: str) -> Iterator[str]:
    style = _value(node, "pStyle")
    yield f"{indent}{style}: {visible(text_of(node))}"
    if node.find(f"{W}pPr/{W}sectPr") is not None:
        yield f"{indent}=== phần mới ==="


def _row(row: etree._Element) -> str:
    heading = "(đầu bảng) " if row.find(f"{W}trPr/{W}tblHeader") is not None else ""
    cells = [
        " / ".join(visible(text_of(paragraph)) for paragraph in cell.iter(f"{W}p"))
        for cell in row.iter(f"{W}tc")
    ]
    return heading + " | ".join(cells)


def _value(node: etree._Element, kind: str) -> str:
    found = next(node.iter(f"{W}{kind}"), None)
    return "" if found is None else str(found.get(f"{W}val"))


def text_of(node: etree._Element) -> str:
    """The text of a paragraph as it is printed."""
    parts = {f"{W}noBreakHyphen": "\u2011", f"{W}br": "\n", f"{W}tab": "\t"}
    return "".join(
        one.text or "" if one.tag == f"{W}t" else parts.get(str(one.tag), "")
        for one in node.iter()
    )


def visible(text: str) -> str:
    """The text with the spaces and hyphens that do not break made visible."""
    for hidden, shown in _SPACES.items():
        text = text.replace(hidden, shown)
    return text


def lines(content: bytes) -> list[str]:
    """The text of every paragraph, in order, with ordinary spaces and hyphens."""
    found = texts(content)
    return [text.replace("\u00a0", " ").replace("\u2011", "-") for text in found]


def texts(content: bytes) -> list[str]:
    """The text of every paragraph, in order, as it stands."""
    return [text_of(node) for node in document(content).iter(f"{W}p")]
