"""The parts of the document without tags, as Word saves them; and templates made of them."""

from __future__ import annotations

import io
from functools import cache
from typing import TYPE_CHECKING

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.shared import Pt

import dialects
from opened import package, parts_of

if TYPE_CHECKING:
    from docx.document import Document

    from dialects import Dialect

UNUSED = ("stylesWithEffects", "customXml", "thumbnail")  # of python-docx's sample file
TABLES = ("Normal Table", "Table Grid")
FONT = "Times New Roman"
LOOKS = {"Normal": 14, "Heading 1": 14, "Title": 16, "Subtitle": 14}


@cache
def base() -> bytes:
    """A document without text: python-docx's sample without the table styles that Word keeps
    to itself until they are used (390 KB of 430).
    """
    found = docx.Document()
    _prune(found)
    for name, size in LOOKS.items():
        font = found.styles[name].font
        font.name, font.size = FONT, Pt(size)
    section = found.sections[0]
    section.header.is_linked_to_previous = section.footer.is_linked_to_previous = False
    return saved(found)


def _prune(found: Document) -> None:
    for style in list(found.styles):
        if style.type is WD_STYLE_TYPE.TABLE and style.name not in TABLES:
            style.delete()
    for part in (found.part, found.part.package):
        unused = [key for key, link in part.rels.items() if link.reltype.endswith(UNUSED)]
        for key in unused:
            del part.rels[key]


def saved(found: Document) -> bytes:
    """The bytes of a python-docx document."""
    stream = io.BytesIO()
    found.save(stream)
    return stream.getvalue()


def template(dialect: Dialect) -> bytes:
    """The template of the document in the language of an engine."""
    return with_parts(
        {
            dialects.DOCUMENT: dialects.document(dialect, references()),
            dialects.HEADER: dialects.header(dialect),
            dialects.FOOTER: dialects.footer(),
        }
    )


def with_parts(texts: dict[str, str]) -> bytes:
    """The document without text, with these parts instead of its own."""
    told = {name: text.encode() for name, text in texts.items()}
    return package({**parts_of(base()), **told})


@cache
def references() -> tuple[str, str]:
    """The ids of header and footer."""
    found = docx.Document(io.BytesIO(base())).sections[0]._sectPr  # noqa: SLF001 - no other way
    header, footer = found.xpath("./w:headerReference/@r:id | ./w:footerReference/@r:id")
    return header, footer
