"""The styles of a document: what each sets, by itself and with all that it is based on."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.inspection.document.characters import Settings, character_settings
from generator.inspection.document.markup import Node, W, value
from generator.inspection.document.measures import is_on
from generator.inspection.document.paragraph_settings import paragraph_settings

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.document.theme import Theme

_DEEPEST = 100  # Word itself stops at ten or so
PARAGRAPH, CHARACTER, TABLE, NUMBERING = "paragraph", "character", "table", "numbering"


@dataclass(frozen=True, slots=True)
class Style:
    """One style as it is written; `parts` are the conditional formats of a table style."""

    key: str
    name: str
    kind: str
    based_on: str
    linked: str
    characters: Settings
    paragraph: Settings
    node: Node
    parts: dict[str, tuple[Settings, Settings]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class StyleSheet:
    """All styles by id, the default one of each kind, and what holds where none says."""

    styles: dict[str, Style] = field(default_factory=dict)
    default: dict[str, str] = field(default_factory=dict)
    characters: Settings = field(default_factory=dict)
    paragraph: Settings = field(default_factory=dict)
    language: str = ""

    def found(self, key: str, kind: str) -> Style | None:
        """The style of that id and kind; where there is none, the default one of the kind."""
        style = self.styles.get(key)
        if style is None or style.kind != kind:
            linked = self.styles.get(style.linked) if style else None
            style = linked if linked and linked.kind == kind else None
        return style or self.styles.get(self.default.get(kind, ""))

    def chain(self, style: Style | None) -> tuple[Style, ...]:
        """What a style is based on, the first one first, and the style itself."""
        found: dict[str, Style] = {}
        while style and style.key not in found and len(found) < _DEEPEST:
            found[style.key] = style
            style = self.styles.get(style.based_on)
        return tuple(found.values())[::-1]

    def characters_of(self, key: str, kind: str) -> Settings:
        """What a style and those it is based on set of characters."""
        found: Settings = {}
        for style in self.chain(self.found(key, kind)):
            found |= style.characters
        return found


def style_sheet(root: Node | None, theme: Theme) -> StyleSheet:
    """The styles of a styles part."""
    if root is None:
        return StyleSheet()
    usual = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    sheet = StyleSheet(
        characters=character_settings(usual, theme),
        paragraph=paragraph_settings(root.find(f"{W}docDefaults/{W}pPrDefault/{W}pPr")),
        language=value(usual, "lang") or "",
    )
    for node in root.iterchildren(f"{W}style"):
        style = _style(node, theme)
        sheet.styles.setdefault(style.key, style)
        if node.get(f"{W}default") is not None and is_on(node.get(f"{W}default")):
            sheet.default.setdefault(style.kind, style.key)
    return sheet


def _style(node: Node, theme: Theme) -> Style:
    key = node.get(f"{W}styleId") or ""
    return Style(
        key,
        value(node, "name") or key,
        node.get(f"{W}type") or PARAGRAPH,
        value(node, "basedOn") or "",
        value(node, "link") or "",
        *_both(node, theme),
        node,
        dict(_parts(node, theme)),
    )


def _both(node: Node, theme: Theme) -> tuple[Settings, Settings]:
    return (
        character_settings(node.find(f"{W}rPr"), theme),
        paragraph_settings(node.find(f"{W}pPr")),
    )


def _parts(node: Node, theme: Theme) -> Iterator[tuple[str, tuple[Settings, Settings]]]:
    for part in node.iterchildren(f"{W}tblStylePr"):
        yield part.get(f"{W}type") or "", _both(part, theme)
