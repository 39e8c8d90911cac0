"""A Word document read: its bytes in, values out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.inspection.document.blocks import story_of
from generator.inspection.document.formats import Formats
from generator.inspection.document.markup import VAL, Node, W, content_of, value
from generator.inspection.document.measures import is_on, number
from generator.inspection.document.numbering import numbering_of
from generator.inspection.document.package import Package, opened, refused
from generator.inspection.document.rows import Room
from generator.inspection.document.sections import Sections, portions
from generator.inspection.document.styles import style_sheet
from generator.inspection.document.theme import theme_of
from generator.inspection.document.values import Document, Paragraph, Spot, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

_NEW_LAYOUT = 15  # Word 2013
_OLD_LAYOUT = 12
_NOTES = {"footnotes": "footnote", "endnotes": "endnote"}
_CHANGES = tuple(
    f"{W}{name}" for name in (
        "ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange", "sectPrChange",
        "tblPrChange", "trPrChange", "tcPrChange", "numberingChange", "cellIns", "cellDel",
        "cellMerge",
    )
)  # fmt: skip
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_LANGUAGE = "{http://purl.org/dc/elements/1.1/}language"
_APPLICATION = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/extended-properties}Application"
)
_TABLE_WINS = "overrideTableStyleFontSizeAndJustification"


def read(content: bytes) -> Document:
    """The document as its reader sees it; the caller has let the bytes through the guard."""
    package = opened(content)
    root = package.tree(package.main)
    body = None if root is None else root.find(f"{W}body")
    if root is None or body is None:
        raise refused("package-broken-part", package.main)
    settings = package.related("settings")
    compat = _compat(settings)
    old = compat.get("compatibilityMode", _OLD_LAYOUT) < _NEW_LAYOUT
    formats = _formats(package, settings, table_wins=not compat.get(_TABLE_WINS))
    sections = Sections(package, formats, old, _has(settings, "evenAndOddHeaders"))
    story = story_of(package.main, root, formats, old=old)
    return Document(
        tuple(
            sections.section(story, portion, at)
            for at, portion in enumerate(portions(body), start=1)
        ),
        tuple(_notes(package, formats, old=old)),
        _text(package, "core-properties", _TITLE),
        _text(package, "core-properties", _LANGUAGE)
        or formats.sheet.language
        or value(settings, "themeFontLang")
        or "",
        _text(package, "extended-properties", _APPLICATION),
        mirrored=_has(settings, "mirrorMargins"),
        even_and_odd=sections.even_and_odd,
        changes=sum(1 for _ in root.iter(*_CHANGES)),
        comments=_comments(package),
    )


def _formats(package: Package, settings: Node | None, *, table_wins: bool) -> Formats:
    theme = theme_of(package.related("theme"), settings)
    sheet = style_sheet(package.related("styles"), theme)
    numbering = numbering_of(package.related("numbering"))
    return Formats(sheet, numbering, theme, table_wins)


def _compat(settings: Node | None) -> dict[str, float]:
    """The settings by which Word lays out a document as an older Word did."""
    if settings is None:
        return {}
    return {
        node.get(f"{W}name") or "": number(node.get(VAL)) or 0
        for node in settings.iter(f"{W}compatSetting")
    }


def _notes(package: Package, formats: Formats, *, old: bool) -> Iterator[Paragraph]:
    """Footnotes and endnotes, without the lines that Word draws above them."""
    for part, name in _NOTES.items():
        root = package.related(part)
        if root is None:
            continue
        story = story_of(package.by_kind[part], root, formats, old=old)
        room = Room(Spot(part="chú thích"), 165)
        for node in root.iterchildren(f"{W}{name}"):
            if node.get(f"{W}type") in (None, "normal"):
                yield from paragraphs_of(story.blocks(content_of(node), room))


def _comments(package: Package) -> int:
    root = package.related("comments")
    return 0 if root is None else sum(1 for _ in root.iterchildren(f"{W}comment"))


def _text(package: Package, kind: str, tag: str) -> str:
    """A property of the whole document."""
    root = package.related_to_file(kind)
    node = None if root is None else root.find(f".//{tag}")
    return "" if node is None else (node.text or "").strip()


def _has(settings: Node | None, name: str) -> bool:
    node = None if settings is None else settings.find(f"{W}{name}")
    return node is not None and is_on(node.get(VAL))
