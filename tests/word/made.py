"""Templates made inside a test, and what they print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lxml import etree

from generator.paper_format import PARTY_HD36
from generator.word import compile_template
from generator.word.maker import assembled
from generator.word.markup import NAMESPACES, paragraph
from generator.word.package import DOCUMENT, read_parts, write_parts
from generator.word.tags import W
from outline import text_of

if TYPE_CHECKING:
    from collections.abc import Mapping

CORE = "docProps/core.xml"
FOOTER = f"<w:ftr {NAMESPACES}><w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:ftr>"
HEADER = f"<w:hdr {NAMESPACES}><w:p><w:r><w:t>{{}}</w:t></w:r></w:p></w:hdr>"
NOTES = (
    f'<w:footnotes {NAMESPACES}><w:footnote w:id="1"><w:p><w:r><w:t>{{}}</w:t></w:r></w:p>'
    "</w:footnote></w:footnotes>"
)
_END = '<w:p><w:pPr><w:pStyle w:val="VKNgat"/>'


@dataclass(frozen=True)
class Child:
    """A row of a table inside a table."""

    name: str


@dataclass(frozen=True)
class Unit:
    """A row of a table."""

    name: str
    note: str | None = None
    children: tuple[Child, ...] = ()


@dataclass(frozen=True)
class View:
    """What the templates of these tests print."""

    name: str = "xã Tân Lập"
    note: str | None = None
    count: int = 4
    ready: bool = True
    head: Unit | None = None
    units: tuple[Unit, ...] = ()
    others: tuple[Unit, ...] | None = None
    document_title: str = "Kế hoạch"


def line(*pieces: str) -> str:
    """A paragraph of the text."""
    return paragraph("VKNoiDung", *pieces)


def template(body: str, parts: Mapping[str, str] | None = None) -> bytes:
    """A template with this body; `parts` are added or replaced."""
    made = read_parts(assembled(PARTY_HD36, body))
    given = {name: text.encode() for name, text in (parts or {}).items()}
    return write_parts(made | given)


def document(content: bytes, part: str = DOCUMENT) -> str:
    """A part as it is written; of the body, what stands before its closing paragraph."""
    text = read_parts(content)[part].decode()
    return text.partition("<w:body>")[2].partition(_END)[0] if part == DOCUMENT else text


def rendered(body: str, view: Any, parts: Mapping[str, str] | None = None) -> bytes:
    """What a template prints; every part of it is XML."""
    content = compile_template(template(body, parts), "mau.docx").render(view)
    for data in read_parts(content).values():
        etree.fromstring(data)
    return content


def printed(body: str, view: Any) -> list[str]:
    """The text of every paragraph that a template prints."""
    root = etree.fromstring(read_parts(rendered(body, view))[DOCUMENT])
    return [text_of(node) for node in root.iter(f"{W}p")][:-1]
