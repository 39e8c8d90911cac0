"""A Word document read into values (`values`)."""

from __future__ import annotations

from generator.inspection.document.reading import read
from generator.inspection.document.values import (
    Align,
    Block,
    Cell,
    Document,
    Furniture,
    Key,
    Line,
    LineRule,
    Look,
    Paragraph,
    Piece,
    Run,
    Section,
    Spacing,
    Spot,
    Table,
    paragraphs_of,
    shortened,
)

__all__ = [
    "Align",
    "Block",
    "Cell",
    "Document",
    "Furniture",
    "Key",
    "Line",
    "LineRule",
    "Look",
    "Paragraph",
    "Piece",
    "Run",
    "Section",
    "Spacing",
    "Spot",
    "Table",
    "paragraphs_of",
    "read",
    "shortened",
]
