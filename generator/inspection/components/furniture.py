"""What stands above and below the text of each page: its number, where to reach the office."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.inspection.anatomy import Found
from generator.inspection.components.words import key_of
from generator.inspection.document.values import Piece

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.document.values import Document, Furniture, Paragraph

_CONTACT = re.compile(
    r"địa chỉ|điện thoại|\bđt\b|fax|e-?mail|thư điện tử|website|trang thông tin"
)


def furniture_of(document: Document) -> Iterator[Found]:
    """The page numbers and the lines of contact, each paragraph once."""
    seen = set()
    for section in document.sections:
        for one in section.furniture:
            for found in _found(one):
                key = found.pieces[0].paragraph.key
                if key not in seen:
                    seen.add(key)
                    yield found


def _found(furniture: Furniture) -> Iterator[Found]:
    for paragraph, _ in furniture.page_fields:
        yield Found("page_number", (Piece(paragraph),), 1.0, "trường số trang")
    for paragraph in furniture.paragraphs:
        if furniture.place == "footer" and is_contact(paragraph):
            yield Found("contact", (Piece(paragraph),), 0.9, "địa chỉ, điện thoại ở chân trang")


def is_contact(paragraph: Paragraph) -> bool:
    """Whether a paragraph says where to reach the office: two ways at least."""
    return len(set(_CONTACT.findall(key_of(paragraph.plain)))) > 1
