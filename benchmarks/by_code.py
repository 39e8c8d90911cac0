"""The document of `spec` made by code with python-docx, as its documentation does it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import docx
from docx.shared import Pt, Twips

import spec

if TYPE_CHECKING:
    from pathlib import Path

    from docx.document import Document
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

_NAME = re.compile("«(.*?)»")
STYLES = {spec.HEADING: "Heading 1"}  # named otherwise than their ids
FONT_SIZE, CELL_SIZE = Pt(14), Pt(12)
Values = dict[str, Any]


def made(base: Path, values: Values) -> Document:
    """A document of these values; `base` is the document without text."""
    found = docx.Document(str(base))
    header = found.sections[0].header.paragraphs[0]
    _run(header, _filled(spec.HEADER, values), CELL_SIZE)
    for block in spec.BODY:
        _block(found, block, values)
    return found


def _block(found: Document, block: spec.Block, values: Values) -> None:
    match block:
        case spec.Paragraph(text, style):
            _add(found, text, style, values)
        case spec.Condition(name, paragraphs):
            for one in paragraphs if values[name] else ():
                _add(found, one.text, one.style, values)
        case spec.Pair():
            _pair(found, block, values)
        case spec.Loop():
            _loop(found, block, values)


def _add(found: Document, text: str, style: str, values: Values) -> None:
    paragraph = found.add_paragraph(style=STYLES.get(style, style))
    _run(paragraph, _filled(text, values), FONT_SIZE)


def _pair(found: Document, block: spec.Pair, values: Values) -> None:
    table = found.add_table(1, 2)
    for cell, texts in zip(table.rows[0].cells, (block.left, block.right), strict=True):
        _run(cell.paragraphs[0], _filled(texts[0], values), CELL_SIZE)
        for text in texts[1:]:
            _run(cell.add_paragraph(), _filled(text, values), CELL_SIZE)


def _loop(found: Document, block: spec.Loop, values: Values) -> None:
    table = found.add_table(1, len(block.headings), style="Table Grid")
    table.autofit = False
    for column, width in zip(table.columns, block.widths, strict=True):
        column.width = Twips(width)
    _fill(table.rows[0].cells, block.headings)
    for group in values[block.name]:
        title = _whole_row(table)
        _run(title.paragraphs[0], group["title"], CELL_SIZE)
        for row in group["rows"]:
            _fill(_row(table), [row[name] for name in block.fields])


def _row(table: Table) -> tuple[_Cell, ...]:
    cells: tuple[_Cell, ...] = table.add_row().cells  # type: ignore[no-untyped-call]
    return cells


def _whole_row(table: Table) -> _Cell:
    first, *_, last = _row(table)
    whole: _Cell = first.merge(last)
    return whole


def _fill(cells: tuple[_Cell, ...], texts: list[str] | tuple[str, ...]) -> None:
    for cell, text in zip(cells, texts, strict=True):
        _run(cell.paragraphs[0], text, CELL_SIZE)


def _run(paragraph: Paragraph, text: str, size: Pt) -> None:
    paragraph.add_run(text).font.size = size


def _filled(text: str, values: Values) -> str:
    return _NAME.sub(lambda found: values[found[1]], text)
