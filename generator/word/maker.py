"""A new template from a profile: real Word, valid, nothing in it but the profile's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.word.blocks import head_block, signature_block, title_block
from generator.word.markup import DECLARATION, NAMESPACES, paragraph, section
from generator.word.package import STYLES, read_parts, write_parts
from generator.word.styles import styles_xml

if TYPE_CHECKING:
    from generator.paper_format import Profile

_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = {
    "word/document.xml": f"{_OFFICE}.document.main+xml",
    "word/styles.xml": f"{_OFFICE}.styles+xml",
    "word/settings.xml": f"{_OFFICE}.settings+xml",
    "word/fontTable.xml": f"{_OFFICE}.fontTable+xml",
    "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    "word/header1.xml": f"{_OFFICE}.header+xml",
    "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
    "docProps/app.xml": "application/vnd.openxmlformats-officedocument.extended-properties+xml",
}
_RELATIONSHIPS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_LINKS = ("hlink", "folHlink")
_DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
_EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
STAMP = "2024-01-01T00:00:00Z"  # a constant: the same template gives the same bytes


def new_template(profile: Profile, kind: str) -> bytes:
    """A template with the shared blocks and a sample of each style of the text."""
    body = (
        head_block(profile)
        + title_block(profile, kind, "trích yếu nội dung văn bản")
        + paragraph("VKNoiDung", "Căn cứ, lý do ban hành văn bản.")
        + paragraph("VKMuc1", "I. MỤC ĐÍCH, YÊU CẦU")
        + paragraph("VKMuc2", "1. Mục đích")
        + paragraph("VKNoiDung", "- Nội dung.")
        + paragraph("VKKet", f"Trên đây là câu kết của văn bản{profile.wording.end_mark}")
        + signature_block()
    )
    return assembled(profile, body)


def assembled(
    profile: Profile, body: str, *, keywords: str = "", landscape: bool = False
) -> bytes:
    """The Word file of a body; the last section is numbered from 1, and may lie on its side.

    `keywords` are where a file says what it is, whatever its name.
    """
    last = paragraph("VKNgat")
    document = (
        f"{DECLARATION}<w:document {NAMESPACES}>"
        f"<w:body>{body}{last}{section(profile, landscape=landscape)}</w:body></w:document>"
    )
    parts = {
        "[Content_Types].xml": _content_types(),
        "_rels/.rels": _package_relationships(),
        "word/_rels/document.xml.rels": _document_relationships(),
        "word/document.xml": document,
        "word/styles.xml": styles_xml(profile),
        "word/settings.xml": _settings(),
        "word/fontTable.xml": _font_table(profile),
        "word/theme/theme1.xml": _theme(profile),
        "word/header1.xml": _header(),
        "docProps/core.xml": _core(keywords),
        "docProps/app.xml": _app(),
    }
    return write_parts({name: text.encode() for name, text in parts.items()})


def restyled(content: bytes, profile: Profile) -> bytes:
    """The template with its styles made anew from the profile; nothing else changes."""
    parts = read_parts(content)
    return write_parts({**parts, STYLES: styles_xml(profile).encode()})


def _content_types() -> str:
    overrides = "".join(
        f'<Override PartName="/{name}" ContentType="{kind}"/>' for name, kind in _TYPES.items()
    )
    return (
        f'{DECLARATION}<Types xmlns="{_PACKAGE}/content-types">'
        f'<Default Extension="rels" ContentType="'
        'application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relationships(targets: list[tuple[str, str]]) -> str:
    inside = "".join(
        f'<Relationship Id="rId{number}" Type="{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, start=1)
    )
    start = f'{DECLARATION}<Relationships xmlns="{_PACKAGE}/relationships">'
    return f"{start}{inside}</Relationships>"


def _package_relationships() -> str:
    return _relationships(
        [
            (f"{_RELATIONSHIPS}/officeDocument", "word/document.xml"),
            (f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            (f"{_RELATIONSHIPS}/extended-properties", "docProps/app.xml"),
        ]
    )


def _document_relationships() -> str:
    kinds = ("header", "styles", "settings", "fontTable", "theme")
    files = {"header": "header1.xml", "theme": "theme/theme1.xml"}
    return _relationships(
        [(f"{_RELATIONSHIPS}/{kind}", files.get(kind, f"{kind}.xml")) for kind in kinds]
    )


def _settings() -> str:
    compatibility = (
        '<w:compatSetting w:name="compatibilityMode" '
        'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/>'
    )
    return (
        f'{DECLARATION}<w:settings {NAMESPACES}><w:zoom w:percent="100"/>'
        '<w:defaultTabStop w:val="720"/><w:characterSpacingControl w:val="doNotCompress"/>'
        f'<w:compat>{compatibility}</w:compat><w:themeFontLang w:val="vi-VN"/>'
        '<w:decimalSymbol w:val=","/><w:listSeparator w:val=";"/></w:settings>'
    )


def _font_table(profile: Profile) -> str:
    return (
        f'{DECLARATION}<w:fonts {NAMESPACES}><w:font w:name="{profile.font}">'
        '<w:panose1 w:val="02020603050405020304"/><w:charset w:val="00"/>'
        '<w:family w:val="roman"/><w:pitch w:val="variable"/></w:font></w:fonts>'
    )


def _theme(profile: Profile) -> str:
    """A theme whose fonts are the profile's, so that nothing falls back to another."""
    colours = ("dk1", "lt1", "dk2", "lt2", *(f"accent{i}" for i in range(1, 7)), *_LINKS)
    shades = {name: "FFFFFF" if name in ("lt1", "lt2") else "000000" for name in colours}
    scheme = "".join(
        f'<a:{name}><a:srgbClr val="{shade}"/></a:{name}>' for name, shade in shades.items()
    )
    font = f'<a:latin typeface="{profile.font}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="9525">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{DECLARATION}<a:theme xmlns:a="{_DRAWING}" name="Văn kiện"><a:themeElements>'
        f'<a:clrScheme name="Đen trắng">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="Văn kiện"><a:majorFont>{font}</a:majorFont>'
        f"<a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Văn kiện"><a:fillStyleLst>{fill * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst></a:fmtScheme>"
        "</a:themeElements></a:theme>"
    )


def _header() -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    instruction = '<w:r><w:instrText xml:space="preserve"> PAGE </w:instrText></w:r>'
    shown = "<w:r><w:t>2</w:t></w:r>"
    field = mark("begin") + instruction + mark("separate") + shown + mark("end")
    return f"{DECLARATION}<w:hdr {NAMESPACES}>{paragraph('VKSoTrang', field)}</w:hdr>"


def _core(keywords: str) -> str:
    marked = f"<cp:keywords>{keywords}</cp:keywords>" if keywords else ""
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        "<dc:title>{{ document_title }}</dc:title><dc:creator></dc:creator>"
        f"{marked}"
        "<dc:language>vi-VN</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{STAMP}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{STAMP}</dcterms:modified>'
        "</cp:coreProperties>"
    )


def _app() -> str:
    program = "<Application>vankien</Application>"
    return f'{DECLARATION}<Properties xmlns="{_EXTENDED}">{program}</Properties>'
