"""Small Word files for the tests of the reader: markup in, a package out."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from generator.inspection.document import read

if TYPE_CHECKING:
    from generator.inspection.document import Document, Paragraph

_NAMES = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup" '
    'xmlns:w16se="http://schemas.microsoft.com/office/word/2015/wordml/symex" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
_KIND = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_ROOTS = {
    "styles": "styles", "numbering": "numbering", "settings": "settings", "header": "hdr",
    "footer": "ftr", "footnotes": "footnotes", "endnotes": "endnotes", "comments": "comments",
}  # fmt: skip
A4 = (
    '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="850" '
    'w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr>'
)


@dataclass(frozen=True, slots=True)
class File:
    """A Word file: its body, and other parts by kind ("styles", "header1" …)."""

    body: str
    parts: dict[str, str] = field(default_factory=dict)

    def members(self) -> dict[str, bytes]:
        """The parts by their names."""
        made = {
            f"word/{name}.xml": _root(name, content) for name, content in self.parts.items()
        }
        made["word/document.xml"] = (
            f"<w:document {_NAMES}><w:body>{self.body}</w:body></w:document>"
        )
        made["_rels/.rels"] = _relations({"officeDocument": "word/document.xml"})
        made["word/_rels/document.xml.rels"] = _relations(
            {name: f"{name}.xml" for name in self.parts}
        )
        made["[Content_Types].xml"] = f'<Types xmlns="{_PACKAGE}/content-types"/>'
        return {name: content.encode() for name, content in made.items()}

    def content(self) -> bytes:
        """The bytes of the file."""
        return packed(self.members())

    def read(self) -> Document:
        """The document as the reader gives it."""
        return read(self.content())


def packed(members: dict[str, bytes]) -> bytes:
    """A package of parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def unpacked(content: bytes) -> dict[str, bytes]:
    """The parts of a package."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def document(body: str, **parts: str) -> Document:
    """The document of a body, its other parts given by kind."""
    return File(body, parts).read()


def paragraphs(body: str, **parts: str) -> list[Paragraph]:
    """The paragraphs of a body."""
    return list(document(body, **parts).paragraphs())


def only(body: str, **parts: str) -> Paragraph:
    """The one paragraph of a body."""
    (found,) = paragraphs(body, **parts)
    return found


def texts(body: str, **parts: str) -> list[str]:
    """What each paragraph of a body says."""
    return [one.text for one in paragraphs(body, **parts)]


def p(inside: str = "", properties: str = "") -> str:
    """A paragraph; words that are no markup become a run."""
    inside = inside if inside.startswith("<") else r(inside)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    """A run."""
    return (
        f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'
    )


def tbl(*rows: tuple[str, ...], properties: str = "", grid: tuple[int, ...] = ()) -> str:
    """A table of cells: a cell is words, or its markup."""
    columns = "".join(f'<w:gridCol w:w="{one}"/>' for one in grid)
    cells = ("".join(tc(cell) for cell in row) for row in rows)
    made = "".join(f"<w:tr>{row}</w:tr>" for row in cells)
    return (
        f"<w:tbl><w:tblPr>{properties}</w:tblPr><w:tblGrid>{columns}</w:tblGrid>{made}</w:tbl>"
    )


def tc(inside: str, properties: str = "") -> str:
    """A cell; words that are no markup become its paragraph."""
    if inside.startswith("<w:tc>"):
        return inside
    inside = inside if inside.startswith("<") else p(inside)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inside}</w:tc>"


def style(key: str, inside: str, kind: str = "paragraph", based_on: str = "") -> str:
    """A style; "Normal" is the default one of paragraphs."""
    default = ' w:default="1"' if key in ("Normal", "TableNormal") else ""
    base = f'<w:basedOn w:val="{based_on}"/>' if based_on else ""
    return (
        f'<w:style w:type="{kind}"{default} w:styleId="{key}">'
        f'<w:name w:val="{key.lower()}"/>{base}{inside}</w:style>'
    )


def field_of(code: str, result: str | None = None) -> str:
    """A field with its marks; without a result, one that was never computed."""
    shown = "" if result is None else f"{mark('separate')}{r(result)}"
    return f"{mark('begin')}<w:r><w:instrText> {code} </w:instrText></w:r>{shown}{mark('end')}"


def mark(kind: str) -> str:
    """The beginning, middle or end of a field."""
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def box(inside: str, width_emu: int = 3_600_000) -> str:
    """A text box as Word writes it today, with the older form beside it."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor>'
        f'<wp:extent cx="{width_emu}" cy="900000"/><a:graphic><a:graphicData><wps:wsp>'
        f"<wps:spPr/><wps:txbx><w:txbxContent>{inside}</w:txbxContent></wps:txbx>"
        '<wps:bodyPr lIns="90000" rIns="90000"/></wps:wsp></a:graphicData></a:graphic>'
        "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict>"
        f'<v:shape style="width:100pt"><v:textbox><w:txbxContent>{inside}</w:txbxContent>'
        "</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def _root(name: str, content: str) -> str:
    kind = _kind(name)
    if kind == "theme":
        return content
    return f"<w:{_ROOTS[kind]} {_NAMES}>{content}</w:{_ROOTS[kind]}>"


def _kind(name: str) -> str:
    return name.rstrip("0123456789")


def _relations(targets: dict[str, str]) -> str:
    made = "".join(
        f'<Relationship Id="{name}" Type="{_KIND}/{_kind(name)}" Target="{target}"/>'
        for name, target in targets.items()
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{made}</Relationships>'
