"""Papers of the State laid out as the decree's own forms are, as Word files.

A sample is a list of typed lines and pairs of columns, in the order of the form. What is fixed
in the forms (heading, motto, "Nơi nhận:") is theirs; names, figures and sentences are invented.
`written(sample)` draws the lines under motto, organ and subject; `typed=True` types them as
rows of strokes, as the decree's own files do.
"""

from __future__ import annotations

import io
import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.text.paragraph import Paragraph

FONT = "Times New Roman"
LEFT_MM, RIGHT_MM = 67, 98
_ALIGN = {
    "c": WD_ALIGN_PARAGRAPH.CENTER,
    "j": WD_ALIGN_PARAGRAPH.JUSTIFY,
    "l": WD_ALIGN_PARAGRAPH.LEFT,
    "r": WD_ALIGN_PARAGRAPH.RIGHT,
}
_STROKE_MM = 2.47  # one "_" of 14 pt
_W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_LINE = (
    f'<w:r xmlns:w="{_W}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">'
    '<mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" distB="0" '
    'distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" locked="0" '
    'layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH '
    'relativeFrom="column"><wp:align>center</wp:align></wp:positionH><wp:positionV '
    'relativeFrom="paragraph"><wp:posOffset>230000</wp:posOffset></wp:positionV>'
    '<wp:extent cx="{emu}" cy="0"/><wp:effectExtent l="0" t="0" r="0" b="0"/><wp:wrapNone/>'
    '<wp:docPr id="{number}" name="Line {number}"/><wp:cNvGraphicFramePr/><a:graphic>'
    '<a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
    '<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/><a:ext cx="{emu}" cy="0"/>'
    '</a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="9525"><a:solidFill>'
    '<a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr><wps:bodyPr/></wps:wsp>'
    "</a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
)


@dataclass(frozen=True, slots=True)
class Line:
    """A typed line: its component ("" where the form has none), words, size, look, place.

    `look` is of b, i, u; `align` of c, j, l, r. `line_mm` is a line under it. `first_mm` is the
    indent of its first line, `gap_pt` the white space above and below.
    """

    component: str
    text: str
    size: float = 14
    look: str = ""
    align: str = "c"
    line_mm: float = 0
    left_mm: float = 0
    first_mm: float = 0
    gap_pt: tuple[float, float] = (0, 0)


@dataclass(frozen=True, slots=True)
class Columns:
    """Two columns of a table without lines round its cells."""

    left: tuple[Line, ...]
    right: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class NewPage:
    """A section of its own, its pages numbered from 1."""


Block = Line | Columns | NewPage


@dataclass(frozen=True, slots=True)
class Sample:
    """A form, filled in; `margins_mm` are top, bottom, left, right."""

    name: str
    blocks: tuple[Block, ...]
    margins_mm: tuple[float, float, float, float] = (20, 20, 30, 15)

    def lines(self) -> Iterator[Line]:
        """Every typed line in reading order."""
        for block in self.blocks:
            yield from _lines(block)

    def put(self, component: str, at: int = 0, **changes: Any) -> Sample:
        """One of the lines of a component otherwise."""
        target = [one for one in self.lines() if one.component == component][at]
        changed = replace(target, **changes)
        assert changed != target
        return self._mapped(target, (changed,))

    def drop(self, component: str, at: int = 0) -> Sample:
        """Without one of the lines of a component."""
        target = [one for one in self.lines() if one.component == component][at]
        return self._mapped(target, ())

    def _mapped(self, target: Line, put: tuple[Line, ...]) -> Sample:
        def within(lines: tuple[Line, ...]) -> tuple[Line, ...]:
            return tuple(new for one in lines for new in (put if one is target else (one,)))

        blocks: list[Block] = []
        for block in self.blocks:
            if isinstance(block, Columns):
                blocks.append(Columns(within(block.left), within(block.right)))
            else:
                blocks += put if block is target else (block,)
        return replace(self, blocks=tuple(blocks))


def _lines(block: Block) -> tuple[Line, ...]:
    if isinstance(block, Columns):
        return (*block.left, *block.right)
    return (block,) if isinstance(block, Line) else ()


def written(sample: Sample, *, typed: bool = False) -> bytes:
    """The sample as a Word file."""
    file = docx.Document()
    normal = file.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(14)
    normal.element.get_or_add_rPr().get_or_add_rFonts().set(qn("w:eastAsia"), FONT)
    normal.paragraph_format.space_after, normal.paragraph_format.line_spacing = Pt(0), 1
    _page(file.sections[0], sample.margins_mm)
    for block in sample.blocks:
        if isinstance(block, NewPage):
            _page(file.add_section(WD_SECTION.NEW_PAGE), sample.margins_mm)
        elif isinstance(block, Columns):
            _columns(file, block, typed=typed)
        else:
            _type(file, block, typed=typed)
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def _page(section: Any, margins_mm: tuple[float, float, float, float]) -> None:
    section.page_width, section.page_height = Mm(210), Mm(297)
    top, bottom, left, right = margins_mm
    section.top_margin, section.bottom_margin = Mm(top), Mm(bottom)
    section.left_margin, section.right_margin = Mm(left), Mm(right)
    section.header_distance = Mm(10)
    section.different_first_page_header_footer = True
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), "1")
    for old in section._sectPr.findall(qn("w:pgNumType")):  # noqa: SLF001 - no other way
        section._sectPr.remove(old)  # noqa: SLF001
    section._sectPr.append(start)  # noqa: SLF001
    header = section.header.paragraphs[0]
    if section.header.is_linked_to_previous:
        section.header.is_linked_to_previous = False
        header = section.header.paragraphs[0]
    header.alignment = _ALIGN["c"]
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    field.append(
        parse_xml(f'<w:r xmlns:w="{_W}"><w:rPr><w:sz w:val="28"/></w:rPr><w:t>2</w:t></w:r>')
    )
    header._p.append(field)  # noqa: SLF001


def _columns(file: Any, block: Columns, *, typed: bool) -> None:
    table = file.add_table(1, 2)
    table.autofit = False
    for cell, column, width in zip(
        table.rows[0].cells, (block.left, block.right), (LEFT_MM, RIGHT_MM), strict=True
    ):
        cell.width = Mm(width)
        cell._tc.remove(cell.paragraphs[0]._p)  # noqa: SLF001
        for line in column:
            _type(cell, line, typed=typed)
        if not column:
            cell.add_paragraph()
    for grid, width in zip(table.columns, (LEFT_MM, RIGHT_MM), strict=True):
        grid.width = Mm(width)
    file.add_paragraph()


def _type(into: Any, line: Line, *, typed: bool) -> None:
    paragraph = _paragraph(into, line)
    _run(paragraph, line, line.text)
    if line.line_mm and typed:
        below = _paragraph(into, replace(line, gap_pt=(0, 0), first_mm=0))
        _run(below, replace(line, size=14, look=""), "_" * round(line.line_mm / _STROKE_MM))
    elif line.line_mm:
        number = sum(1 for _ in paragraph.part.element.iter(qn("wp:docPr"))) + 1
        drawn = _LINE.format(emu=round(line.line_mm * 36_000), number=number)
        element: Any = paragraph._p  # noqa: SLF001
        element.append(parse_xml(drawn))


def _paragraph(into: Any, line: Line) -> Paragraph:
    paragraph: Paragraph = into.add_paragraph()
    paragraph.alignment = _ALIGN[line.align]
    shape = paragraph.paragraph_format
    shape.space_before, shape.space_after = (Pt(one) for one in line.gap_pt)
    shape.left_indent, shape.first_line_indent = Mm(line.left_mm), Mm(line.first_mm)
    return paragraph


def _run(paragraph: Paragraph, line: Line, text: str) -> None:
    run = paragraph.add_run(text)
    run.font.size = Pt(line.size)
    run.bold, run.italic, run.underline = ("b" in line.look, "i" in line.look, "u" in line.look)


def save_all(folder: Path) -> None:
    """Write every sample into a folder, for a person to open in Word."""
    from state_papers import SAMPLES  # noqa: PLC0415 - it is made of what is here

    folder.mkdir(parents=True, exist_ok=True)
    for sample in SAMPLES:
        (folder / f"{sample.name}.docx").write_bytes(written(sample))


if __name__ == "__main__":
    save_all(Path(sys.argv[1]))
