"""WordprocessingML in small pieces: runs, paragraphs, tables, controls, sections."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from generator.word.styles import FRAME, MM, PROMPT, TABLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.paper_format import Profile

EMU_PER_PT = 12_700
NAMESPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:o="urn:schemas-microsoft-com:office:office"'
)
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def run(text: str, style: str = "") -> str:
    """Text in one look."""
    look = f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' if style else ""
    return f'<w:r>{look}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def paragraph(style: str, *runs: str) -> str:
    """A paragraph of text or of ready runs."""
    inside = "".join(one if one.startswith("<") else run(one) for one in runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{inside}</w:p>'


def tag(statement: str) -> str:
    """A paragraph that holds one statement and leaves nothing behind: {%p … %}."""
    return paragraph("Normal", f"{{%p {statement} %}}")


def row_tag(statement: str, columns: int) -> str:
    """A table row that holds one statement and leaves nothing behind: {%tr … %}."""
    first = cell([paragraph("Normal", f"{{%tr {statement} %}}")], span=columns)
    return f"<w:tr>{first}</w:tr>"


def cell(content: Sequence[str], span: int = 1, width_mm: float = 0) -> str:
    """A table cell; it always has a paragraph."""
    width = f'<w:tcW w:w="{round(width_mm * MM)}" w:type="dxa"/>' if width_mm else ""
    spans = f'<w:gridSpan w:val="{span}"/>' if span > 1 else ""
    properties = f"<w:tcPr>{width}{spans}</w:tcPr>" if width or spans else ""
    return f"<w:tc>{properties}{''.join(content)}</w:tc>"


def row(cells: Sequence[str], *, is_heading: bool = False) -> str:
    """A row that does not break over pages; a heading row repeats on each."""
    heading = "<w:tblHeader/>" if is_heading else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{heading}</w:trPr>{''.join(cells)}</w:tr>"


def table(widths_mm: Sequence[float], rows: Sequence[str], *, framed: bool = True) -> str:
    """A table of fixed column widths, with lines or as an invisible frame."""
    total = round(sum(widths_mm) * MM)
    grid = "".join(f'<w:gridCol w:w="{round(width * MM)}"/>' for width in widths_mm)
    style = TABLE if framed else FRAME
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{style}"/><w:tblW w:w="{total}" w:type="dxa"/>'
        f'<w:jc w:val="center"/><w:tblLayout w:type="fixed"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def _control_properties(title: str, name: str, *, prompts: bool) -> str:
    prompt = "<w:showingPlcHdr/>" if prompts else ""
    return (
        f'<w:sdtPr><w:alias w:val="{title}"/><w:tag w:val="{name}"/>'
        f'<w:id w:val="1"/>{prompt}</w:sdtPr>'
    )


def block_control(title: str, name: str, content: str, *, prompts: bool = True) -> str:
    """A content control around paragraphs or a table."""
    properties = _control_properties(title, name, prompts=prompts)
    return f"<w:sdt>{properties}<w:sdtContent>{content}</w:sdtContent></w:sdt>"


def inline_control(title: str, name: str, text: str, *, prompts: bool = True) -> str:
    """A content control inside a line."""
    properties = _control_properties(title, name, prompts=prompts)
    inside = run(text, PROMPT if prompts else "")
    return f"<w:sdt>{properties}<w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def drawn_line(length_pt: float, below_pt: float, number: int) -> str:
    """A thin line centred under the paragraph it stands in, as long as is said.

    A drawing object, not an underline nor a border: custom; the rule texts that were read say
    only that the line is solid and as long as the title.
    """
    width, drop = round(length_pt * EMU_PER_PT), round(below_pt * EMU_PER_PT)
    shape = (
        '<wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        f'<a:ext cx="{width}" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln>'
        "</wps:spPr><wps:bodyPr/></wps:wsp>"
    )
    anchor = (
        '<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" '
        'behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
        '<wp:simplePos x="0" y="0"/>'
        '<wp:positionH relativeFrom="column"><wp:align>center</wp:align></wp:positionH>'
        f'<wp:positionV relativeFrom="paragraph"><wp:posOffset>{drop}</wp:posOffset>'
        f'</wp:positionV><wp:extent cx="{width}" cy="0"/>'
        '<wp:effectExtent l="0" t="0" r="0" b="0"/>'
        f'<wp:wrapNone/><wp:docPr id="{number}" name="Đường kẻ {number}"/>'
        "<wp:cNvGraphicFramePr/><a:graphic><a:graphicData "
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape">'
        f"{shape}</a:graphicData></a:graphic></wp:anchor>"
    )
    old = (
        f'<w:pict><v:line id="line{number}" style="position:absolute;'
        "mso-position-horizontal:center;mso-position-horizontal-relative:text;"
        f'margin-top:{below_pt}pt" from="0,0" to="{length_pt}pt,0" '
        'strokeweight=".75pt"/></w:pict>'
    )
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
        f"{anchor}</w:drawing></mc:Choice><mc:Fallback>{old}</mc:Fallback>"
        "</mc:AlternateContent></w:r>"
    )


def bookmark(name: str) -> str:
    """A bookmark at a point: Word and LibreOffice keep it where they drop a control's tag."""
    return f'<w:bookmarkStart w:id="0" w:name="{name}"/><w:bookmarkEnd w:id="0"/>'


def section(profile: Profile, header: str = "rId1", *, landscape: bool = False) -> str:
    """Page set-up of a section: paper, margins, own page numbers, none on its first page."""
    page = profile.page
    width, height = round(page.width_mm * MM), round(page.height_mm * MM)
    paper = f'w:w="{width}" w:h="{height}"'
    if landscape:
        paper = f'w:w="{height}" w:h="{width}" w:orient="landscape"'
    sides = (
        ("top", page.top_mm),
        ("right", page.right_mm),
        ("bottom", page.bottom_mm),
        ("left", page.left_mm),
    )
    margins = " ".join(f'w:{side}="{round(length.preferred * MM)}"' for side, length in sides)
    head = round(profile.page_number.from_top_mm * MM)
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/>'
        '<w:type w:val="nextPage"/>'
        f"<w:pgSz {paper}/>"
        f'<w:pgMar {margins} w:header="{head}" w:footer="{head}" w:gutter="0"/>'
        '<w:pgNumType w:start="1"/><w:titlePg/></w:sectPr>'
    )


def section_break(profile: Profile, style: str, *, landscape: bool = False) -> str:
    """A paragraph that ends a section; the next one begins on a new page."""
    properties = f'<w:pStyle w:val="{style}"/>{section(profile, landscape=landscape)}'
    return f"<w:p><w:pPr>{properties}</w:pPr></w:p>"
