"""The same paper laid out in the ways that people lay papers out by hand; raw WordprocessingML.

No way uses a style: only direct formatting, so that nothing but words and places tell what is
what. `written(paper, way)` is the .docx.
"""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from hand_papers import Annex, HandPaper

Pair = tuple[str, str]
_SPACES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
# half-points, bold, italic: how each component looks; the rest is 14 pt upright
_LOOKS = {
    "heading": (30, "b"),
    "motto": (28, "b"),
    "issuer": (28, "b"),
    "place_date": (28, "i"),
    "kind": (32, "b"),
    "subject": (28, "b"),
    "level1": (28, "b"),
    "level2": (28, "b"),
    "authority": (28, "b"),
    "signatory": (28, "b"),
    "recipients": (28, 'u w:val="single"'),
    "recipient": (24, ""),
    "letter_subject": (24, "i"),
    "appendix": (28, "b"),
    "appendix_note": (28, "i"),
}
_A4 = '<w:pgSz w:w="11906" w:h="16838"/>'
_LYING = '<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/>'
_MARGINS = (
    '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1701" w:header="567" '
    'w:footer="567" w:gutter="0"/>'
)
_PACKAGE = "application/vnd.openxmlformats-package."
_COLUMNS = (4253, 5102)  # twips


def run(pair: Pair, more: str = "") -> str:
    """The run of a component; tabs and line breaks are elements."""
    component, text = pair
    size, look = _LOOKS.get(component, (28, ""))
    marks = f"<w:{look}/>" if look else ""
    inside = "".join(
        {"\t": "<w:tab/>", "\n": "<w:br/>"}.get(
            part, f'<w:t xml:space="preserve">{escape(part)}</w:t>'
        )
        for part in re.split(r"([\t\n])", text)
        if part
    )
    fonts = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman"/>'
    return f'<w:r><w:rPr>{fonts}{marks}{more}<w:sz w:val="{size}"/></w:rPr>{inside}</w:r>'


def paragraph(runs: str, align: str = "", settings: str = "") -> str:
    """A paragraph; `settings` come in the order of the schema, before alignment."""
    justified = f'<w:jc w:val="{align}"/>' if align else ""
    return f"<w:p><w:pPr>{settings}{justified}</w:pPr>{runs}</w:p>"


def _drawn() -> str:
    """A line drawn as a shape, 40 mm long."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor distT="0" '
        'distB="0" distL="0" distR="0" simplePos="0" relativeHeight="1" behindDoc="0" '
        'locked="0" layoutInCell="1" allowOverlap="1"><wp:simplePos x="0" y="0"/><wp:positionH '
        'relativeFrom="column"><wp:posOffset>100</wp:posOffset></wp:positionH><wp:positionV '
        'relativeFrom="paragraph"><wp:posOffset>200000</wp:posOffset></wp:positionV>'
        '<wp:extent cx="1440000" cy="0"/><wp:wrapNone/><wp:docPr id="7" name="Line"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/'
        'wordprocessingShape"><wps:wsp><wps:cNvCnPr/><wps:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="1440000" cy="0"/></a:xfrm><a:prstGeom prst="line"><a:avLst/></a:prstGeom>'
        '<a:ln w="9525"><a:solidFill><a:srgbClr val="000000"/></a:solidFill></a:ln></wps:spPr>'
        "<wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing>"
        "</mc:Choice></mc:AlternateContent></w:r>"
    )


_BORDER = '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1" w:color="000000"/></w:pBdr>'


def stacked(pairs: Sequence[Pair], line: str, settings: str = "", align: str = "center") -> str:
    """Lines of a column as paragraphs, the line under them drawn as `line` says."""
    out = []
    for at, pair in enumerate(pairs):
        component, text = pair
        ruled = at + 1 < len(pairs) and pairs[at + 1][0].endswith("_line")
        if component.endswith("_line"):
            if line == "row":
                out.append(paragraph(run(("", text)), align, settings))
            continue
        more = '<w:u w:val="single"/>' if ruled and line == "underline" else ""
        drawn = _drawn() if ruled and line == "shape" else ""
        border = _BORDER if ruled and line == "border" else ""
        out.append(paragraph(run(pair, more) + drawn, align, border or settings))
    return "".join(out)


def table(*cells: str, widths: Sequence[int] = _COLUMNS) -> str:
    """A row of cells without lines round them."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    row = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{cell}</w:tc>'
        for cell, width in zip(cells, widths, strict=True)
    )
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{sum(widths)}" w:type="dxa"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid><w:tr>{row}</w:tr></w:tbl>"
    )


_EMPTY = "<w:p/>"


def head_table(paper: HandPaper, line: str) -> str:
    """Two columns of a table."""
    return table(stacked(paper.left, line), stacked(paper.right, line)) + _EMPTY


def head_rows(paper: HandPaper, line: str) -> str:
    """A table with a row for what is above the number, and one for number and day."""
    lower = ("number", "letter_subject", "place_date")
    halves = [
        [[one for one in column if (one[0] in lower) is below] for column in _columns(paper)]
        for below in (False, True)
    ]
    return (
        "".join(
            table(*(stacked(half, line) or _EMPTY for half in row)) for row in halves
        ).replace("</w:tbl><w:tbl>", "")
        + _EMPTY
    )


def _columns(paper: HandPaper) -> tuple[Sequence[Pair], Sequence[Pair]]:
    return paper.left, paper.right


def head_nested(paper: HandPaper, line: str) -> str:
    """A table within the only cell of another."""
    inside = table(stacked(paper.left, line), stacked(paper.right, line))
    return table(inside + _EMPTY, widths=(sum(_COLUMNS),)) + _EMPTY


_STOPS = (
    '<w:tabs><w:tab w:val="center" w:pos="2127"/><w:tab w:val="center" w:pos="6804"/></w:tabs>'
)


def head_tabs(paper: HandPaper, line: str) -> str:
    """Both columns in each paragraph, at centred tab stops."""
    del line
    return "".join(
        paragraph(run(("", "\t")) + run(left) + run(("", "\t")) + run(right), settings=_STOPS)
        for left, right in zip_longest(*_columns(paper), fillvalue=("", ""))
    )


def head_spaces(paper: HandPaper, line: str) -> str:
    """Both columns in each paragraph, pushed apart with spaces."""
    del line
    return "".join(
        paragraph(run(left) + run(("", " " * (40 - len(left[1])))) + run(right))
        for left, right in zip_longest(*_columns(paper), fillvalue=("", ""))
    )


def head_drawn_boxes(paper: HandPaper, line: str) -> str:
    """Two text boxes as Word draws them, with the old form beside it for older programs."""
    boxes = []
    for at, column in enumerate(_columns(paper)):
        inside = stacked(column, line)
        boxes.append(
            f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing>'
            f'<wp:anchor distT="0" distB="0" distL="0" distR="0" simplePos="0" '
            f'relativeHeight="{at}" behindDoc="0" locked="0" layoutInCell="1" allowOverlap="1">'
            f'<wp:simplePos x="0" y="0"/><wp:positionH relativeFrom="column"><wp:posOffset>'
            f"{at * 2700000}</wp:posOffset></wp:positionH><wp:positionV "
            f'relativeFrom="paragraph"><wp:posOffset>0</wp:posOffset></wp:positionV>'
            f'<wp:extent cx="2700000" cy="1200000"/><wp:wrapNone/>'
            f'<wp:docPr id="{at + 1}" name="Box"/><a:graphic><a:graphicData '
            f'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
            f'<wps:cNvSpPr txBox="1"/><wps:spPr/><wps:txbx><w:txbxContent>{inside}'
            f"</w:txbxContent></wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic>"
            f"</wp:anchor></w:drawing></mc:Choice><mc:Fallback>{_pict(inside)}</mc:Fallback>"
            f"</mc:AlternateContent></w:r>"
        )
    return paragraph("".join(boxes)) + _EMPTY * 5


def _pict(inside: str) -> str:
    return (
        '<w:pict><v:shape style="position:absolute;width:210pt;height:95pt"><v:textbox>'
        f"<w:txbxContent>{inside}</w:txbxContent></v:textbox></v:shape></w:pict>"
    )


def head_old_boxes(paper: HandPaper, line: str) -> str:
    """Two text boxes in the old form (VML), as WPS and old Word write them."""
    boxes = "".join(f"<w:r>{_pict(stacked(one, line))}</w:r>" for one in _columns(paper))
    return paragraph(boxes) + _EMPTY * 5


def head_frames(paper: HandPaper, line: str) -> str:
    """Two frames, as LibreOffice writes them into old files."""
    return (
        "".join(
            stacked(
                column,
                line,
                f'<w:framePr w:w="4500" w:hSpace="180" w:wrap="around" w:vAnchor="text" '
                f'w:hAnchor="margin" w:x="{at * 4700 + 1}" w:y="1"/>',
            )
            for at, column in enumerate(_columns(paper))
        )
        + _EMPTY
    )


def head_centred(paper: HandPaper, line: str) -> str:
    """No columns: one line under the other."""
    return stacked(paper.right[:-1] if paper.place_date else paper.right, line) + stacked(
        (*paper.left, *paper.right[-1:]) if paper.place_date else paper.left, line
    )


def head_breaks(paper: HandPaper, line: str) -> str:
    """Each column is one paragraph with line breaks."""
    del line
    cells = []
    for column in _columns(paper):
        runs = "".join(
            run(pair) + ("<w:r><w:br/></w:r>" if at + 1 < len(column) else "")
            for at, pair in enumerate(column)
        )
        cells.append(paragraph(runs, "center"))
    return table(*cells) + _EMPTY


def head_controls(paper: HandPaper, line: str) -> str:
    """Content controls round each line."""
    plain = head_table(paper, line)
    return re.sub(
        r"(<w:r>.*?</w:r>)",
        r"<w:sdt><w:sdtPr/><w:sdtContent>\1</w:sdtContent></w:sdt>",
        plain,
    )


def head_tracked(paper: HandPaper, line: str) -> str:
    """Each line was typed over another, and nobody has accepted that."""
    stamp = 'w:author="Người sửa" w:date="2026-06-01T08:00:00Z"'
    gone = "<w:r><w:delText>BẢN CŨ, Số: 99/KH</w:delText></w:r>"
    return re.sub(
        r"(<w:r>.*?</w:r>)",
        rf'<w:del w:id="1" {stamp}>{gone}</w:del><w:ins w:id="2" {stamp}>\1</w:ins>',
        head_table(paper, line),
    )


def head_newspaper(paper: HandPaper, line: str) -> str:
    """A section of two newspaper columns."""
    left, right = (stacked(one, line) for one in _columns(paper))
    broken = right.replace("</w:pPr>", '</w:pPr><w:r><w:br w:type="column"/></w:r>', 1)
    end = section(_A4, '<w:type w:val="continuous"/>', '<w:cols w:num="2" w:space="300"/>')
    return left + broken + f"<w:p><w:pPr>{end}</w:pPr></w:p>"


def section(size: str, kind: str = "", columns: str = "") -> str:
    """The end of a section."""
    return f"<w:sectPr>{kind}{size}{_MARGINS}{columns}</w:sectPr>"


def text_typed(paper: HandPaper) -> str:
    """The text with its labels typed."""
    indent = '<w:ind w:firstLine="567"/>'
    return "".join(
        paragraph(run((component, text)), "both" if component else "center", indent)
        for component, text in paper.text
    )


_LEVELS = {"level1": 0, "level2": 1, "clause": 1, "point": 2, "dash": 3, "plus": 4}


def text_numbered(paper: HandPaper) -> str:
    """The text with its labels counted by Word."""
    return "".join(
        paragraph(
            run((component, text.partition(" ")[2] if component in _LEVELS else text)),
            "both",
            f'<w:numPr><w:ilvl w:val="{_LEVELS[component]}"/><w:numId w:val="1"/></w:numPr>'
            if component in _LEVELS
            else "",
        )
        for component, text in paper.text
    )


def _signature(column: Iterable[Pair], settings: str = "") -> str:
    """A signature with room to sign."""
    out = []
    for pair in column:
        gap = paragraph("", "center", settings) * 4 if pair[0] == "signatory" else ""
        out.append(gap + paragraph(run(pair), "center", settings))
    return "".join(out)


def _received(paper: HandPaper) -> list[Pair]:
    lines: list[Pair] = [("recipient", line) for line in paper.recipients]
    return [("recipients", "Nơi nhận:"), *lines] if lines else []


def closing_table(paper: HandPaper) -> str:
    """A table: recipients, then a column for each who signs."""
    received = "".join(paragraph(run(one)) for one in _received(paper))
    cells = [*([received] if received else []), *map(_signature, paper.signatures)]
    return table(*cells, widths=(9355 // len(cells),) * len(cells)) + _EMPTY


def closing_tabs(paper: HandPaper) -> str:
    """Columns at tab stops."""
    columns = [list(one) for one in paper.signatures]
    for column in columns:
        column[-1:-1] = [("", "")] * 3
    if paper.recipients:
        columns.insert(0, _received(paper))
    stops = "".join(f'<w:tab w:val="left" w:pos="{4800 * at}"/>' for at in range(1, 3))
    return "".join(
        paragraph(
            run(("", "\t")).join(run(one) for one in row), "", f"<w:tabs>{stops}</w:tabs>"
        )
        for row in zip_longest(*columns, fillvalue=("", ""))
    )


def closing_indented(paper: HandPaper) -> str:
    """The signature as paragraphs pushed to the right, the recipients under it."""
    if len(paper.signatures) > 1:
        return closing_table(paper)
    signed = _signature(paper.signatures[0], '<w:ind w:left="4536"/>')
    return signed + "".join(paragraph(run(one)) for one in _received(paper))


def annexes_broken(annexes: Iterable[Annex]) -> str:
    """Appendices after a page break."""
    turn = '<w:p><w:r><w:br w:type="page"/></w:r></w:p>'
    return "".join(turn + _annex(one) for one in annexes)


def annexes_sections(annexes: Iterable[Annex]) -> str:
    """Appendices in sections of their own, on lying sheets."""
    out, size = "", _A4
    for one in annexes:
        out += f"<w:p><w:pPr>{section(size)}</w:pPr></w:p>" + _annex(one)
        size = _LYING
    return out


def _annex(annex: Annex) -> str:
    lines: list[Pair] = [
        ("appendix", annex.heading),
        *(("appendix_title", line) for line in annex.title),
        *([("appendix_note", annex.note)] if annex.note else []),
    ]
    return (
        "".join(paragraph(run(one), "center") for one in lines)
        + "".join(paragraph(run(("body", one)), "both") for one in annex.text)
        + _closing_of_annex()
    )


def _closing_of_annex() -> str:
    """A signature within an appendix."""
    return table(
        _EMPTY,
        paragraph(run(("", "NGƯỜI LẬP BIỂU")), "center") + paragraph(run(("", "Lý Thử"))),
    )


@dataclass(frozen=True, slots=True)
class Way:
    """One way of laying a paper out; `line` says how lines are drawn under a text."""

    name: str
    head: Callable[[HandPaper, str], str]
    line: str = "row"
    closing: Callable[[HandPaper], str] = closing_table
    text: Callable[[HandPaper], str] = text_typed
    annexes: Callable[[Iterable[Annex]], str] = annexes_broken


WAYS = (
    Way("bảng hai cột, nét vẽ", head_table, "shape"),
    Way("bảng hai cột, viền đoạn", head_table, "border"),
    Way("bảng hai cột, chữ gạch chân", head_table, "underline"),
    Way("bảng hai hàng", head_rows, "row", closing_tabs),
    Way("bảng trong bảng", head_nested, "shape"),
    Way("tab", head_tabs, "row", closing_tabs),
    Way("dấu cách", head_spaces, "row", closing_tabs),
    Way("hộp chữ DrawingML", head_drawn_boxes, "row", closing_indented),
    Way("hộp chữ VML", head_old_boxes, "border", closing_indented),
    Way("khung", head_frames, "row", closing_indented),
    Way("đoạn giữa, không bảng", head_centred, "border", closing_indented),
    Way("một đoạn nhiều dòng", head_breaks, "row", closing_tabs),
    Way("ô điều khiển nội dung", head_controls, "shape"),
    Way("sửa có theo dõi", head_tracked, "row"),
    Way("cột báo, nhiều phần", head_newspaper, "row", annexes=annexes_sections),
    Way("danh sách của Word", head_table, "shape", text=text_numbered),
)


def written(paper: HandPaper, way: Way) -> bytes:
    """The paper laid out in that way, as a .docx."""
    titles = "".join(
        paragraph(run(pair), "left" if pair[0] == "addressees" else "center")
        for pair in paper.titles
    )
    body = (
        way.head(paper, way.line)
        + titles
        + _EMPTY
        + way.text(paper)
        + way.closing(paper)
        + way.annexes(paper.annexes)
    )
    return packed(body + section(_A4))


def packed(body: str) -> bytes:
    """A .docx with this body."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    package = "http://schemas.openxmlformats.org/package/2006"
    levels = "".join(
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
        for at, (form, text) in enumerate(
            (
                ("upperRoman", "%1."),
                ("decimal", "%2."),
                ("lowerLetter", "%3)"),
                ("bullet", "-"),
                ("bullet", "+"),
            )
        )
    )
    parts = {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default '
        f'Extension="rels" ContentType="{_PACKAGE}relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{kind}.document.main+xml"/>'
        f'<Override PartName="/word/numbering.xml" ContentType="{kind}.numbering+xml"/>'
        "</Types>",
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship '
        f'Id="rId1" Type="{related}/officeDocument" Target="word/document.xml"/>'
        "</Relationships>",
        "word/_rels/document.xml.rels": f'<Relationships xmlns="{package}/relationships">'
        f'<Relationship Id="rId1" Type="{related}/numbering" Target="numbering.xml"/>'
        "</Relationships>",
        "word/numbering.xml": f"<w:numbering {_SPACES}>"
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>',
        "word/document.xml": f"<w:document {_SPACES}><w:body>{body}</w:body></w:document>",
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, '<?xml version="1.0" encoding="UTF-8"?>\n' + content)
    return stream.getvalue()
