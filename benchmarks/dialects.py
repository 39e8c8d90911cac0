"""The document of `spec`, written as a template in the language of each engine."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from enum import Enum, auto
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

import spec

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

DOCUMENT, HEADER, FOOTER = "word/document.xml", "word/header1.xml", "word/footer1.xml"
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
SECTION = (
    '<w:sectPr w:rsidR="005A1D2C"><w:headerReference w:type="default" r:id="{header}"/>'
    '<w:footerReference w:type="default" r:id="{footer}"/>'
    '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="851" w:bottom="1134" '
    'w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)
_NAME = re.compile("«(.*?)»")
_RSID = 'w:rsidR="00B65E01" w:rsidRDefault="00B65E01"'  # Word writes them everywhere
_RUN = (
    '<w:rPr><w:rFonts w:cs="Times New Roman"/><w:sz w:val="{0}"/><w:szCs w:val="{0}"/></w:rPr>'
)
SIZE, CELL_SIZE = 28, 24  # half points


class Where(Enum):
    """Where a mark stands that begins or ends something."""

    NOWHERE = auto()
    BARE = auto()  # between paragraphs or rows: no Word file has that, only text
    OWN = auto()  # in a paragraph or row of its own, which leaves nothing behind
    INSIDE = auto()  # in the first or last cell or paragraph


@dataclass(frozen=True, slots=True)
class Mark:
    """What begins or ends a loop or a condition, whose name takes the place of LOOP."""

    where: Where = Where.NOWHERE
    text: str = ""

    def own(self, frame: str) -> str:
        """What stands before or after: the mark itself, or the mark in a frame of its own."""
        texts = {Where.BARE: self.text, Where.OWN: frame.replace("MARK", self.text)}
        return texts.get(self.where, "")

    @property
    def inside(self) -> str:
        """What stands in the first or last cell or paragraph."""
        return self.text if self.where is Where.INSIDE else ""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How an engine writes variables, rows of rows, and a condition."""

    scalar: str
    group: str
    row: str
    groups: tuple[Mark, Mark]
    rows: tuple[Mark, Mark]
    condition: tuple[Mark, Mark]


def _jinja(where: Where, row: str, paragraph: str) -> Dialect:
    def mark(kind: str, statement: str) -> Mark:
        return Mark(where, f"{{%{kind} {statement} %}}")

    return Dialect(
        "{{ NAME }}",
        "{{ group.NAME }}",
        "{{ row.NAME }}",
        (mark(row, "for group in LOOP"), mark(row, "endfor")),
        (mark(row, "for row in group.rows"), mark(row, "endfor")),
        (mark(paragraph, "if LOOP"), mark(paragraph, "endif")),
    )


JINJA = _jinja(Where.OWN, "tr", "p")  # ours, and docxtpl's
PLAIN = _jinja(Where.BARE, "", "")  # what the floor renders
CURLY = Dialect(  # docxtemplater
    "{NAME}",
    "{NAME}",
    "{NAME}",
    (Mark(Where.INSIDE, "{#LOOP}"), Mark(Where.INSIDE, "{/LOOP}")),
    (Mark(Where.INSIDE, "{#rows}"), Mark(Where.INSIDE, "{/rows}")),
    (Mark(Where.OWN, "{#LOOP}"), Mark(Where.OWN, "{/LOOP}")),
)
EASY = replace(CURLY, condition=(Mark(Where.INSIDE, "{#LOOP}"), Mark(Where.INSIDE, "{/LOOP}")))
CARBONE = Dialect(
    "{d.NAME}",
    "{d.LOOP[i].NAME}",
    "{d.LOOP[i].rows[i].NAME}",
    (Mark(), Mark(Where.OWN, "{d.LOOP[i+1].title}")),
    (Mark(), Mark(Where.OWN, "{d.LOOP[i].rows[i+1].no}")),
    (
        Mark(Where.INSIDE, "{d.LOOP:ifEQ(true):showBegin}"),
        Mark(Where.INSIDE, "{d.LOOP:showEnd}"),
    ),
)


def body(dialect: Dialect) -> str:
    """The blocks of the body."""
    return "".join(_block(one, dialect) for one in spec.BODY)


def document(dialect: Dialect, references: tuple[str, str]) -> str:
    """The main part; `references` are the ids of header and footer."""
    header, footer = references
    section = SECTION.format(header=header, footer=footer)
    inside = f"<w:body>{body(dialect)}{section}</w:body>"
    return f"{DECLARATION}<w:document {NAMESPACES}>{inside}</w:document>"


def header(dialect: Dialect) -> str:
    """The header, with variables."""
    inside = _paragraph(_filled(spec.HEADER, dialect.scalar), "Header", CELL_SIZE)
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{inside}</w:hdr>"


def footer() -> str:
    """The footer: the number of the page, a field."""

    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    field = '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    number = mark("begin") + field + mark("separate") + "<w:r><w:t>1</w:t></w:r>" + mark("end")
    inside = f'<w:p {_RSID}><w:pPr><w:pStyle w:val="Footer"/></w:pPr>{number}</w:p>'
    return f"{DECLARATION}<w:ftr {NAMESPACES}>{inside}</w:ftr>"


def many_tags(count: int) -> str:
    """A main part with so many variables, each written in it; five in a row of a table."""
    names = (f"value_{number}" for number in range(count))
    cells = [_cell(f"{{{{ {name} }}}}", 1800) for name in names]
    rows = [_row(cells[at : at + 5]) for at in range(0, count, 5)]
    inside = f"<w:body>{_table((1800,) * 5, rows)}{_paragraph('')}</w:body>"
    return f"{DECLARATION}<w:document {NAMESPACES}>{inside}</w:document>"


def _block(block: spec.Block, dialect: Dialect) -> str:
    match block:
        case spec.Paragraph(text, style):
            return _paragraph(_filled(text, dialect.scalar), style)
        case spec.Condition():
            return _condition(block, dialect)
        case spec.Pair():
            return _pair(block, dialect)
        case spec.Loop():
            return _loop(block, dialect)


def _condition(block: spec.Condition, dialect: Dialect) -> str:
    begin, end = dialect.condition
    texts = [_filled(one.text, dialect.scalar) for one in block.paragraphs]
    texts[0] = begin.inside + texts[0]
    texts[-1] += end.inside
    styles = (one.style for one in block.paragraphs)
    inside = "".join(map(_paragraph, texts, styles))
    own = _paragraph("MARK")
    return (begin.own(own) + inside + end.own(own)).replace("LOOP", block.name)


def _pair(block: spec.Pair, dialect: Dialect) -> str:
    sides = (
        "".join(_paragraph(_filled(text, dialect.scalar), size=CELL_SIZE) for text in side)
        for side in (block.left, block.right)
    )
    cells = [
        f'<w:tc><w:tcPr><w:tcW w:w="4650" w:type="dxa"/></w:tcPr>{one}</w:tc>' for one in sides
    ]
    return _table((4650, 4650), [_row(cells)], "TableNormal")


def _loop(block: spec.Loop, dialect: Dialect) -> str:
    span, total = len(block.widths), sum(block.widths)
    (begin, end), (first, last) = dialect.groups, dialect.rows
    title = _filled("«title»", dialect.group)
    texts = [_filled(f"«{name}»", dialect.row) for name in block.fields]
    texts[0] = first.inside + texts[0]
    texts[-1] += last.inside + end.inside
    own = _row([_cell("MARK", total, span)])
    rows = [
        _row(map(_cell, block.headings, block.widths), is_heading=True),
        begin.own(own),
        _row([_cell(begin.inside + title, total, span)]),
        first.own(own),
        _row(map(_cell, texts, block.widths)),
        last.own(own),
        end.own(own),
    ]
    return _table(block.widths, rows).replace("LOOP", block.name)


def _filled(text: str, form: str) -> str:
    return _NAME.sub(lambda found: form.replace("NAME", found[1]), text)


def _paragraph(text: str, style: str = spec.TEXT, size: int = SIZE) -> str:
    look = _RUN.format(size)
    inside = f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    properties = f'<w:pPr><w:pStyle w:val="{style}"/>{look}</w:pPr>'
    return f"<w:p {_RSID}>{properties}{inside}</w:p>"


def _cell(text: str, width: int, span: int = 1) -> str:
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties = f'<w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{spans}</w:tcPr>'
    return f"<w:tc>{properties}{_paragraph(text, size=CELL_SIZE)}</w:tc>"


def _row(cells: Iterable[str], *, is_heading: bool = False) -> str:
    heading = "<w:tblHeader/>" if is_heading else ""
    inside = "".join(cells)
    return f'<w:tr w:rsidR="00B65E01"><w:trPr><w:cantSplit/>{heading}</w:trPr>{inside}</w:tr>'


def _table(widths: Sequence[int], rows: Iterable[str], style: str = "TableGrid") -> str:
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    properties = (
        f'<w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
        '<w:tblLayout w:type="fixed"/></w:tblPr>'
    )
    return f"<w:tbl>{properties}<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
