"""What properties say of characters, and the look that follows from all levels of them.

Which font a letter takes: a letter of ASCII that of `w:ascii`, a letter with Vietnamese marks
(as every other letter of Europe) that of `w:hAnsi`, one of the Far East that of `w:eastAsia`;
text of a complex script (`w:cs`, `w:rtl`) that of `w:cs`. Where two of them differ a run is
cut, so that each piece has the font that prints it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from generator.inspection.document.markup import VAL, Node, W, local_attributes
from generator.inspection.document.measures import half_points, is_on
from generator.inspection.document.theme import colour_of
from generator.inspection.document.values import Look

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.inspection.document.theme import Theme

Settings = dict[str, str]
TOGGLES = ("b", "i", "bCs", "iCs", "caps", "strike", "vanish")
_SWITCHES = (*TOGGLES, "dstrike", "cs", "rtl")
_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
_FONT = "Times New Roman"  # Word's own, where nothing says otherwise
_HALF_POINTS = "20"
_FAR = "\u2e80-\ud7ff\uf900-\ufaff\ufe30-\ufe6f\uff00-\uffef\U00020000-\U0003ffff"
_SHARED = (
    "\xa7\xa8\xb0-\xb4\xb6-\xba\xbc-\xbf\xd7\xf7\u2010-\u2027\u2030-\u205e"
    "\u2190-\u21ff\u2460-\u24ff\u2500-\u27bf"
)  # signs that are of the Far East where the run hints so
_MARKS = "\u0300-\u036f"
_FIRST_FAR = "\u2e80"


def _classes(far: str) -> re.Pattern[str]:
    """Characters by the font they take; a letter stays with the marks typed after it."""
    low = rf"(?P<low>(?:[\x00-\x7f](?![{_MARKS}]))+)"
    high = rf"(?P<high>(?:[\x00-\x7f][{_MARKS}]+|[^\x00-\x7f{far}])+)"
    return re.compile(rf"{low}|(?P<far>[{far}]+)|{high}", re.DOTALL)


_BY_CLASS = {False: _classes(_FAR), True: _classes(_FAR + _SHARED)}


@dataclass(frozen=True, slots=True)
class Face:
    """How a run is printed: its look for each class of characters."""

    low: Look
    high: Look
    far: Look
    hinted: bool = False
    hidden: bool = False

    def pieces(self, text: str) -> Iterable[tuple[str, Look]]:
        """The text, cut where its font changes."""
        if self._is_plain(text):
            return ((text, self.high),)
        cut = [
            (found[0], self._look(found.lastgroup))
            for found in _BY_CLASS[self.hinted].finditer(text)
        ]
        return [
            ("".join(one for one, _ in group), look)
            for look, group in groupby(cut, key=lambda one: one[1])
        ]

    def _is_plain(self, text: str) -> bool:
        return self.low is self.high and (
            self.far is self.high or (not self.hinted and max(text) < _FIRST_FAR)
        )

    def _look(self, group: str | None) -> Look:
        return {"low": self.low, "far": self.far}.get(group or "", self.high)


def character_settings(group: Node | None, theme: Theme) -> Settings:
    """What a group of properties sets, fonts and colours found in the theme."""
    found: Settings = {}
    for node in () if group is None else group:
        reader = _READERS.get(str(node.tag))
        if reader:
            found.update(reader(node, theme))
    return found


def combined(defaults: Settings, styles: Iterable[Settings], direct: Settings) -> Settings:
    """What holds in the end; what is a toggle is switched by each kind of style that sets it.

    >>> combined({}, [{"b": "1"}, {"b": "1"}], {}), combined({"b": "1"}, [{"b": "1"}], {})
    ({'b': '0'}, {'b': '1'})
    """
    found, levels = dict(defaults), tuple(styles)
    for level in levels:
        found |= level
    for key in TOGGLES:
        if key in found and defaults.get(key) != "1":
            found[key] = "01"[sum(level.get(key) == "1" for level in levels) % 2]
        elif key in found:
            found[key] = "1"
    return found | direct


def face_of(settings: Settings) -> Face:
    """The look that settings give each class of characters."""
    complex_script = "1" in (settings.get("cs"), settings.get("rtl"))
    fonts = (
        dict.fromkeys(_SLOTS, settings.get("font.cs", ""))
        if complex_script
        else {slot: settings.get(f"font.{slot}", "") for slot in _SLOTS}
    )
    looks = {name: _look(settings, name, complex_script) for name in {*fonts.values(), ""}}
    low, high = looks[fonts["ascii"]], looks[fonts["hAnsi"]]
    return Face(
        low,
        low if low == high else high,
        high if fonts["eastAsia"] in ("", fonts["hAnsi"]) else looks[fonts["eastAsia"]],
        settings.get("hint") == "eastAsia",
        settings.get("vanish") == "1",
    )


def _look(settings: Settings, font: str, complex_script: bool) -> Look:  # noqa: FBT001 - one caller
    of_script = "Cs" if complex_script else ""
    return Look(
        font or _FONT,
        float(settings.get(f"sz{of_script}", _HALF_POINTS)) / 2,
        bold=settings.get(f"b{of_script}") == "1",
        italic=settings.get(f"i{of_script}") == "1",
        underline=settings.get("u") == "1",
        caps=settings.get("caps") == "1",
        strike="1" in (settings.get("strike"), settings.get("dstrike")),
        colour=settings.get("colour", ""),
    )


def _switch(node: Node, _theme: Theme) -> Settings:
    name = str(node.tag).rpartition("}")[2]
    return {name: "01"[is_on(node.get(VAL))]}


def _size(node: Node, _theme: Theme) -> Settings:
    size = half_points(node.get(VAL))
    name = str(node.tag).rpartition("}")[2]
    return {} if size is None else {name: str(size)}


def _underline(node: Node, _theme: Theme) -> Settings:
    return {"u": "01"[node.get(VAL, "none") != "none"]}


def _colour(node: Node, theme: Theme) -> Settings:
    said = local_attributes(node)
    named = theme.colour(
        said.get("themeColor", ""), said.get("themeTint"), said.get("themeShade")
    )
    return {"colour": named or colour_of(said.get("val"))}


def _fonts(node: Node, theme: Theme) -> Iterator[tuple[str, str]]:
    """The font of each class; a name of the theme wins over a plain one beside it."""
    said = local_attributes(node)
    for slot in _SLOTS:
        named = theme.fonts.get(said.get("cstheme" if slot == "cs" else f"{slot}Theme", ""))
        font = named or said.get(slot)
        if font:
            yield f"font.{slot}", " ".join(font.split())
    if "hint" in said:
        yield "hint", said["hint"]


def _style(node: Node, _theme: Theme) -> Settings:
    return {"style": node.get(VAL) or ""}


_READERS: dict[str, Callable[[Node, Theme], Settings | Iterator[tuple[str, str]]]] = {
    **{f"{W}{name}": _switch for name in _SWITCHES},
    f"{W}sz": _size,
    f"{W}szCs": _size,
    f"{W}u": _underline,
    f"{W}color": _colour,
    f"{W}rFonts": _fonts,
    f"{W}rStyle": _style,
}
