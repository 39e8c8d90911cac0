"""Small documents made by hand, pieces of them, and what a copy of them holds."""

from __future__ import annotations

import io
import re
import zipfile
from collections import Counter
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from unicodedata import normalize

from lxml import etree
from openxml_audit import OpenXmlValidator

from generator.inspection.document.values import Key, Look, Paragraph, Piece, Run, Spot
from generator.word.package import CONTENT_TYPES, DOCUMENT, read_parts, write_parts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
SPACES = " ".join(
    f'xmlns:{short}="http://schemas.openxmlformats.org/{long}"'
    for short, long in (
        ("w", "wordprocessingml/2006/main"),
        ("r", "officeDocument/2006/relationships"),
        ("wp", "drawingml/2006/wordprocessingDrawing"),
        ("mc", "markup-compatibility/2006"),
    )
)
SPACES += ' xmlns:v="urn:schemas-microsoft-com:vml"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
A4 = '<w:pgSz w:w="11906" w:h="16838"/>'
MARGINS = (
    '<w:pgMar w:top="1134" w:right="850" w:bottom="1134" w:left="1417" w:header="720" '
    'w:footer="720" w:gutter="0"/>'
)
LAST = f"<w:sectPr>{A4}{MARGINS}</w:sectPr>"
_KINDS = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_STYLES = (
    f'<w:styles {SPACES}><w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
    '<w:name w:val="Normal"/></w:style></w:styles>'
)


def paragraph(*runs: str, settings: str = "") -> str:
    """A paragraph of runs; words are a plain run."""
    inside = "".join(run if run.startswith("<") else words(run) for run in runs)
    properties = f"<w:pPr>{settings}</w:pPr>" if settings else ""
    return f"<w:p>{properties}{inside}</w:p>"


def words(text: str, look: str = "") -> str:
    """A run that prints a text."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def document(
    *paragraphs: str, last: str = LAST, parts: Mapping[str, str] | None = None
) -> bytes:
    """A document of the paragraphs; `parts` by name without folder: header1, footnotes …"""
    others = {"styles": _STYLES, **(parts or {})}
    body = (
        f"{HEAD}<w:document {SPACES}><w:body>{''.join(paragraphs)}{last}</w:body></w:document>"
    )
    files = {f"word/{name}.xml": f"{HEAD}{content}" for name, content in others.items()}
    files |= {DOCUMENT: body, CONTENT_TYPES: _types(others), "_rels/.rels": _relations({})}
    files["word/_rels/document.xml.rels"] = _relations(others)
    return write_parts({name: content.encode() for name, content in files.items()})


def _kind(name: str) -> str:
    return re.sub(r"\d+$", "", name)


def _types(others: Iterable[str]) -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_KINDS}.{kind}+xml"/>'
        for name, kind in (("document", "document.main"), *((n, _kind(n)) for n in others))
    )
    return (
        f'{HEAD}<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _relations(others: Iterable[str]) -> str:
    """Those of the document to others; without others those of the package."""
    named = [(_kind(name), f"{name}.xml", name) for name in others]
    found = named or [("officeDocument", DOCUMENT, "rId1")]
    inside = "".join(
        f'<Relationship Id="{key}" Type="{_RELATED}/{kind}" Target="{target}"/>'
        for kind, target, key in found
    )
    return f'{HEAD}<Relationships xmlns="{_PACKAGE}/relationships">{inside}</Relationships>'


def header(*paragraphs: str, kind: str = "hdr") -> str:
    """A header part; its relation id is its name."""
    return f"<w:{kind} {SPACES}>{''.join(paragraphs)}</w:{kind}>"


PAGE = (
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> PAGE </w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
)


def signed(content: bytes) -> bytes:
    """The document with a signature of that content."""
    origin = "http://schemas.openxmlformats.org/package/2006/relationships/digital-signature"
    parts = read_parts(content)
    relation = f'<Relationship Id="s" Type="{origin}/origin" Target="_xmlsignatures/o.sigs"/>'
    rels = parts["_rels/.rels"].decode().replace("</Rel", f"{relation}</Rel")
    kind = "application/vnd.openxmlformats-package.digital-signature-xmlsignature+xml"
    override = f'<Override PartName="/_xmlsignatures/sig1.xml" ContentType="{kind}"/>'
    types = parts["[Content_Types].xml"].decode().replace("</Types", f"{override}</Types")
    return write_parts(
        {
            **parts,
            "_rels/.rels": rels.encode(),
            "[Content_Types].xml": types.encode(),
            "_xmlsignatures/o.sigs": b"",
            "_xmlsignatures/sig1.xml": b"<Signature/>",
        }
    )


def tree(content: bytes, part: str = DOCUMENT) -> etree._Element:
    """The root of a part."""
    return etree.fromstring(read_parts(content)[part])


def paragraph_at(content: bytes, number: int, part: str = DOCUMENT) -> etree._Element:
    """A paragraph as its key counts it."""
    return list(tree(content, part).iter(f"{W}p"))[number]


def printed(node: etree._Element) -> str:
    """The characters of the texts, tabs and breaks of a node that are not deleted."""
    signs = {f"{W}tab": "\t", f"{W}br": "\n"}
    return "".join(
        (one.text or "") if one.tag == f"{W}t" else signs.get(str(one.tag), "")
        for one in node.iter(f"{W}t", f"{W}tab", f"{W}br")
        if next(one.iterancestors(f"{W}r", f"{W}tabs")).tag == f"{W}r"
        and next(one.iterancestors(f"{W}p")) is node
    )


def piece(
    content: bytes,
    number: int = 0,
    span: tuple[int, int | None] = (0, None),
    look: Look | None = None,
) -> Piece:
    """Characters of a paragraph of the body as an inspection would name them."""
    return Piece(_read(content, number, DOCUMENT, look), *span)


def piece_in(content: bytes, part: str, number: int = 0, spot: Spot | None = None) -> Piece:
    """A paragraph of any part as an inspection would name it."""
    read = _read(content, number, part, None)
    return Piece(read if spot is None else replace(read, spot=spot))


def _read(content: bytes, number: int, part: str, look: Look | None) -> Paragraph:
    text = printed(paragraph_at(content, number, part))
    runs = (Run(text, look or Look("Arial", 13)),) if text else ()
    return Paragraph(Key(part, number), Spot(section=1, words=text), runs)


def looks(content: bytes, number: int = 0, part: str = DOCUMENT) -> list[tuple[str, str]]:
    """The runs of a paragraph: what each prints, its direct formatting in short."""
    return [
        (printed_run(run), " ".join(_inside(run, "rPr")))
        for run in paragraph_at(content, number, part).iter(f"{W}r")
    ]


def printed_run(run: etree._Element) -> str:
    """The text of a run."""
    return "".join(one.text or "" for one in run.iter(f"{W}t", f"{W}delText"))


def settings_of(content: bytes, number: int = 0, part: str = DOCUMENT) -> list[str]:
    """The properties of a paragraph in short."""
    return _inside(paragraph_at(content, number, part), "pPr")


def sections(content: bytes) -> list[list[str]]:
    """The properties of each section in short."""
    return [[*map(_short, one)] for one in tree(content).iter(f"{W}sectPr")]


def _inside(node: etree._Element, name: str) -> list[str]:
    """The children of a child in short."""
    found = node.find(f"{W}{name}")
    return [] if found is None else [*map(_short, found)]


def _short(node: etree._Element) -> str:
    """An element in short: its name and its attributes without their namespaces."""
    values = (f"{str(key).rpartition('}')[2]}={value}" for key, value in node.attrib.items())
    return ",".join([str(node.tag).rpartition("}")[2], *values])


def all_words(content: bytes) -> dict[str, list[str]]:
    """What every part that has paragraphs says, composed, deleted text and codes too."""
    found = {}
    for name, part in read_parts(content).items():
        if not name.startswith("word/") or name.endswith(".rels"):
            continue
        texts = (
            "".join(one.itertext(f"{W}t", f"{W}delText", f"{W}instrText"))
            for one in etree.fromstring(part).iter(f"{W}p")
        )
        if said := [normalize("NFC", text) for text in texts if text.strip()]:
            found[name] = said
    return found


def new_faults(before: bytes, after: bytes) -> list[str]:
    """What the validator of Office files has against a copy and not against its document."""
    return [*(Counter(_faults(after)) - Counter(_faults(before))).elements()]


def _faults(content: bytes) -> list[str]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "a.docx"
        path.write_bytes(content)
        return [error.description for error in OpenXmlValidator().validate(path).errors]


def comments(content: bytes) -> list[tuple[str, str]]:
    """The comments of a document: number, and lines joined by /."""
    return [
        (str(one.get(f"{W}id")), "/".join(printed(line) for line in one.iter(f"{W}p")))
        for one in tree(content, "word/comments.xml").iter(f"{W}comment")
    ]


def commented(content: bytes) -> dict[str, str]:
    """What stands between the marks of each comment, by the number of the comment."""
    found: dict[str, str] = {}
    inside: list[str] = []
    for node in tree(content).iter():
        number = str(node.get(f"{W}id"))
        if node.tag == f"{W}commentRangeStart":
            inside.append(number)
            found[number] = ""
        elif node.tag == f"{W}commentRangeEnd":
            inside.remove(number)
        elif node.tag == f"{W}t":
            found |= {one: found[one] + (node.text or "") for one in inside}
    assert not inside
    return found


def same_but(before: bytes, after: bytes) -> set[str]:
    """The parts that one of two packages has differently; their order is the same."""
    old, new = read_in_order(before), read_in_order(after)
    assert [one for one in new if one in old] == [one for one in old if one in new]
    return {name for name in old.keys() | new.keys() if old.get(name) != new.get(name)}


def read_in_order(content: bytes) -> dict[str, bytes]:
    """The parts as the archive has them."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
