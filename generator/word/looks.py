"""What a style really looks like: its own settings over those it is based on.

Word drops a setting that repeats what is inherited, so that two files that look alike need not
say the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lxml import etree

from generator.word.tags import W

if TYPE_CHECKING:
    from collections.abc import Iterator

Looks = dict[str, str]
_SWITCHES = (
    "b", "i", "caps", "smallCaps", "strike", "vanish", "keepNext", "keepLines",
    "pageBreakBefore", "contextualSpacing",
)  # fmt: skip
_UNSET: Looks = {
    **dict.fromkeys(_SWITCHES, "0"),
    "u.val": "none",
    "sz.val": "20",
    "color.val": "000000",
    "jc.val": "left",
    "outlineLvl.val": "9",
    "vertAlign.val": "baseline",
    "spacing.val": "0",
    "spacing.before": "0",
    "spacing.after": "0",
    "spacing.line": "240",
    "spacing.lineRule": "auto",
    "ind.left": "0",
    "ind.right": "0",
    "ind.firstLine": "0",
    "ind.hanging": "0",
    "rFonts.ascii": "",
    "rFonts.hAnsi": "",
    "rFonts.asciiTheme": "",
    "rFonts.hAnsiTheme": "",
}
_SAME = {"start": "left", "end": "right", "auto": "000000"}
_OFF = ("0", "false", "off")


@dataclass(frozen=True, slots=True)
class Sheet:
    """The styles of a document: what each sets, by id, over what holds where none sets it."""

    unset: Looks
    styles: dict[str, Looks]
    names: dict[str, str]

    def look(self, *ids: str) -> Looks:
        """What text in a paragraph style, then a character style, looks like."""
        found = dict(self.unset)
        for style_id in ids:
            found |= self.styles.get(style_id, {})
        return found

    def by_name(self) -> dict[str, Looks]:
        """What each style looks like, by the name that a person sees."""
        return {name: self.look(style_id) for style_id, name in self.names.items()}


def sheet(styles: bytes) -> Sheet:
    """The styles of a styles part."""
    root = etree.fromstring(styles)
    by_id = {str(style.get(f"{W}styleId")): style for style in root.iter(f"{W}style")}
    unset = _UNSET | _set_in(root, "docDefaults/*/w:rPr") | _set_in(root, "docDefaults/*/w:pPr")
    return Sheet(
        unset,
        {style_id: _inherited(style, by_id) for style_id, style in by_id.items()},
        {style_id: _name(style) for style_id, style in by_id.items()},
    )


def set_directly(group: etree._Element | None) -> Looks:
    """What the properties of a paragraph or run set beside their style."""
    return {} if group is None else dict(_settings(group))


def _inherited(style: etree._Element, by_id: dict[str, etree._Element]) -> Looks:
    own = _set_in(style, "pPr") | _set_in(style, "rPr")
    parent = style.find(f"{W}basedOn")
    base = None if parent is None else by_id.get(str(parent.get(f"{W}val")))
    if base is None:
        return own
    others = {key: one for key, one in by_id.items() if one is not style}  # no endless circle
    return _inherited(base, others) | own


def _set_in(parent: etree._Element, path: str) -> Looks:
    spaces = {"w": W.strip("{}")}
    groups = parent.findall(f"w:{path}", spaces)
    return {key: value for group in groups for key, value in _settings(group)}


def _settings(group: etree._Element) -> Iterator[tuple[str, str]]:
    for node in group:
        kind = etree.QName(node).localname
        if kind in _SWITCHES:
            yield kind, "0" if node.get(f"{W}val") in _OFF else "1"
            continue
        for attribute, value in node.attrib.items():
            side = _SAME.get(etree.QName(attribute).localname, etree.QName(attribute).localname)
            if f"{kind}.{side}" in _UNSET:
                yield f"{kind}.{side}", _value(kind, str(value))


def _value(kind: str, value: str) -> str:
    return _SAME.get(value, value) if kind in ("jc", "color") else value


def _name(style: etree._Element) -> str:
    name = style.find(f"{W}name")
    return "" if name is None else str(name.get(f"{W}val"))
