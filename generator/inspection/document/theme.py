"""The theme of a document: which font and which colour stand behind its names."""

from __future__ import annotations

import colorsys
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.inspection.document.markup import A, Node, attributes

if TYPE_CHECKING:
    from collections.abc import Iterator

_HEX = re.compile(r"[0-9A-Fa-f]{6}")
_PLACES = {"HAnsi": "latin", "Ascii": "latin", "EastAsia": "ea", "Bidi": "cs"}
_SCRIPTS = {"ja": "Jpan", "ko": "Hang", "zh-TW": "Hant", "zh-HK": "Hant", "zh": "Hans",
            "ar": "Arab", "he": "Hebr", "th": "Thai", "vi": "Viet"}  # fmt: skip
_MAPPED = {
    "background1": ("bg1", "lt1"), "text1": ("t1", "dk1"),
    "background2": ("bg2", "lt2"), "text2": ("t2", "dk2"),
}  # fmt: skip
_LONG = {"dark1": "dk1", "light1": "lt1", "dark2": "dk2", "light2": "lt2",
         "hyperlink": "hlink", "followedHyperlink": "folHlink"}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Theme:
    """Fonts by the name that a style gives ("minorHAnsi"), colours by theirs ("accent1")."""

    fonts: dict[str, str] = field(default_factory=dict)
    colours: dict[str, str] = field(default_factory=dict)

    def colour(self, name: str, tint: str | None, shade: str | None) -> str:
        """A colour made lighter or darker; "" when the theme does not say."""
        found = self.colours.get(name, "")
        if not found or not (tint or shade):
            return found
        red, green, blue = (int(found[at : at + 2], 16) / 255 for at in (0, 2, 4))
        hue, light, strength = colorsys.rgb_to_hls(red, green, blue)
        light *= _part(shade)
        light = light * _part(tint) + 1 - _part(tint)
        turned = colorsys.hls_to_rgb(hue, light, strength)
        return "".join(f"{round(one * 255):02X}" for one in turned)


def colour_of(text: str | None) -> str:
    """Six hexadecimal digits in capitals, else "".

    >>> colour_of("ff0000"), colour_of("auto"), colour_of(None)
    ('FF0000', '', '')
    """
    return text.upper() if text and _HEX.fullmatch(text) else ""


def theme_of(root: Node | None, settings: Node | None) -> Theme:
    """The theme as the settings of the document map it."""
    if root is None:
        return Theme()
    languages = attributes(settings, "themeFontLang")
    fonts = {
        f"{size}{place}": face
        for size in ("major", "minor")
        for place, kind in _PLACES.items()
        if (face := _face(root, size, kind, languages))
    }
    return Theme(fonts, dict(_colours(root, attributes(settings, "clrSchemeMapping"))))


def _face(root: Node, size: str, kind: str, languages: dict[str, str]) -> str:
    """The font of a place; where it is left open, that of the script of the language."""
    group = root.find(f".//{A}fontScheme/{A}{size}Font")
    node = None if group is None else group.find(f"{A}{kind}")
    face = "" if node is None else node.get("typeface") or ""
    if group is None or face or kind == "latin":
        return face
    language = languages.get({"ea": "eastAsia", "cs": "bidi"}[kind], "")
    script = _SCRIPTS.get(language) or _SCRIPTS.get(language.split("-")[0], "")
    fonts = {one.get("script"): one.get("typeface") for one in group.iter(f"{A}font")}
    return fonts.get(script) or ""


def _colours(root: Node, mapped: dict[str, str]) -> Iterator[tuple[str, str]]:
    scheme = root.find(f".//{A}clrScheme")
    found = {} if scheme is None else {_local(one): _rgb(one) for one in scheme}
    for name, short in {**{name: name for name in found}, **_LONG}.items():
        yield name, found.get(short, "")
    for name, (key, short) in _MAPPED.items():
        target = mapped.get(key, short)
        yield name, found.get(_LONG.get(target, target), "")


def _rgb(node: Node) -> str:
    for one in node:
        return colour_of(one.get("lastClr") or one.get("val"))
    return ""


def _local(node: Node) -> str:
    return str(node.tag).rpartition("}")[2]


def _part(text: str | None) -> float:
    """A share in hexadecimal, FF being the whole."""
    try:
        return min(max(int(text or "FF", 16), 0), 255) / 255
    except ValueError:
        return 1.0
