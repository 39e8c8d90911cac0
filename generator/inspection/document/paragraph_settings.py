"""What properties say of a paragraph, and the white space and alignment that follow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.inspection.document.markup import (
    VAL,
    Node,
    W,
    attributes,
    local_attributes,
    value,
)
from generator.inspection.document.measures import is_on, mm_of_twips, number, twips
from generator.inspection.document.values import Align, LineRule, Spacing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.inspection.document.characters import Settings

_TWIPS = 20  # in a point
_LINE = 240  # a single line in the units of w:line
_AUTO_PT = 14.0  # what Word leaves where a web page says "automatic"
_ALIGN = {
    "center": Align.CENTER, "right": Align.RIGHT, "end": Align.RIGHT,
    "left": Align.LEFT, "start": Align.LEFT,
}  # fmt: skip
_SIDES = {"left": ("left", "start"), "right": ("right", "end")}
_NO_LINE = ("", "nil", "none")


@dataclass(frozen=True, slots=True)
class Shape:
    """How a paragraph is laid out, whatever its text and place are."""

    align: Align
    spacing: Spacing
    tabs_mm: tuple[float, ...]
    style: tuple[str, str]  # its id and its name
    starts_page: bool
    contextual: bool
    ruled: bool
    framed: bool
    frame_mm: float
    numbering: tuple[str, int] | None


def paragraph_settings(group: Node | None) -> Settings:
    """What a group of paragraph properties sets."""
    found: Settings = {}
    for node in () if group is None else group:
        reader = _READERS.get(str(node.tag))
        if reader:
            found.update(reader(node))
    return found


def shape_of(
    settings: Settings, style: tuple[str, str], letters_pt: float, pitch: float
) -> Shape:
    """The layout that settings give; `pitch` is the line of the section's grid, in twips."""
    return Shape(
        _align(settings.get("jc", "")),
        _spacing(settings, letters_pt * _TWIPS, pitch),
        tuple(mm_of_twips(one) for one in sorted(_tabs(settings))),
        style,
        settings.get("page") == "1",
        settings.get("contextual") == "1",
        settings.get("ruled") == "1",
        "frame" in settings,
        mm_of_twips(_float(settings, "frame")),
        _numbering(settings),
    )


def _align(said: str) -> Align:
    return _ALIGN.get(said, Align.BOTH) if said else Align.LEFT


def _numbering(settings: Settings) -> tuple[str, int] | None:
    key = settings.get("num.id", "0")
    return None if key == "0" else (key, int(_float(settings, "num.level")))


def _spacing(settings: Settings, letter: float, pitch: float) -> Spacing:
    rule = settings.get("rule", LineRule.MULTIPLE.value)
    lines = rule not in (LineRule.EXACT, LineRule.AT_LEAST)
    return Spacing(
        _gap(settings, "before", pitch),
        _gap(settings, "after", pitch),
        round(abs(_float(settings, "line", _LINE)) / (_LINE if lines else _TWIPS), 4),
        LineRule.MULTIPLE if lines else LineRule(rule),
        mm_of_twips(_indent(settings, "first", letter)),
        mm_of_twips(_indent(settings, "left", letter)),
        mm_of_twips(_indent(settings, "right", letter)),
    )


def _gap(settings: Settings, side: str, pitch: float) -> float:
    """Points before or after: the automatic gap, else so many lines, else the length."""
    if settings.get(f"{side}Auto") == "1":
        return _AUTO_PT
    lines = _float(settings, f"{side}Lines")
    return (lines / 100 * pitch if lines else _float(settings, side)) / _TWIPS


def _indent(settings: Settings, side: str, letter: float) -> float:
    letters = _float(settings, f"{side}Chars")
    return letters / 100 * letter if letters else _float(settings, side)


def _tabs(settings: Settings) -> Iterator[float]:
    for key, set_here in settings.items():
        if set_here == "1" and key.startswith("tab."):
            yield float(key.removeprefix("tab."))


def _float(settings: Settings, key: str, default: float = 0) -> float:
    return float(settings.get(key) or default)


def _read_align(node: Node) -> Iterator[tuple[str, str]]:
    yield "jc", node.get(VAL) or ""


def _read_style(node: Node) -> Iterator[tuple[str, str]]:
    yield "style", node.get(VAL) or ""


def _read_spacing(node: Node) -> Iterator[tuple[str, str]]:
    said = local_attributes(node)
    for side in ("before", "after"):
        if f"{side}Autospacing" in said:
            yield f"{side}Auto", "01"[is_on(said[f"{side}Autospacing"])]
        yield from _number(f"{side}Lines", number(said.get(f"{side}Lines")))
        yield from _number(side, twips(said.get(side)))
    yield from _number("line", twips(said.get("line")) or None)
    if "lineRule" in said:
        yield "rule", said["lineRule"]


def _read_indent(node: Node) -> Iterator[tuple[str, str]]:
    said = local_attributes(node)
    for side, names in _SIDES.items():
        length = next(
            (one for name in names if (one := twips(said.get(name))) is not None), None
        )
        letters = next(
            (one for name in names if (one := number(said.get(f"{name}Chars")))), None
        )
        yield from _measured(side, length, letters)
    for name, sign in (("firstLine", 1), ("hanging", -1)):
        length, letters = twips(said.get(name)), number(said.get(f"{name}Chars"))
        yield from _measured(
            "first",
            None if length is None else length * sign,
            letters and letters * sign,
        )


def _measured(
    side: str, length: float | None, letters: float | None
) -> Iterator[tuple[str, str]]:
    """A length as set; letters count only where Word did not write their length beside."""
    if length is not None:
        yield side, str(length)
        yield f"{side}Chars", ""
    elif letters:
        yield f"{side}Chars", str(letters)


def _read_tabs(node: Node) -> Iterator[tuple[str, str]]:
    for one in node:
        said = local_attributes(one)
        place = twips(said.get("pos"))
        if place is not None:
            yield f"tab.{place:g}", "01"[said.get("val") not in ("clear", "bar")]


def _read_border(node: Node) -> Iterator[tuple[str, str]]:
    """A line above or below; lines on all sides are a box, not a line."""
    sides = {
        side: attributes(node, side).get("val", "") not in _NO_LINE
        for side in ("top", "bottom", "left", "right")
    }
    boxed = sides["left"] or sides["right"]
    yield "ruled", "01"[(sides["top"] or sides["bottom"]) and not boxed]


def _read_numbering(node: Node) -> Iterator[tuple[str, str]]:
    key = number(value(node, "numId"))
    level = number(value(node, "ilvl"))
    if key is not None:
        yield "num.id", f"{key:g}"
    if level is not None:
        yield "num.level", str(min(max(int(level), 0), 8))


def _read_frame(node: Node) -> Iterator[tuple[str, str]]:
    yield "frame", str(twips(local_attributes(node).get("w")) or 0)


def _number(key: str, read: float | None) -> Iterator[tuple[str, str]]:
    if read is not None:
        yield key, str(read)


def _switch(key: str) -> Callable[[Node], Iterator[tuple[str, str]]]:
    def read(node: Node) -> Iterator[tuple[str, str]]:
        yield key, "01"[is_on(node.get(VAL))]

    return read


_READERS: dict[str, Callable[[Node], Iterator[tuple[str, str]]]] = {
    f"{W}pStyle": _read_style,
    f"{W}jc": _read_align,
    f"{W}spacing": _read_spacing,
    f"{W}ind": _read_indent,
    f"{W}tabs": _read_tabs,
    f"{W}pBdr": _read_border,
    f"{W}numPr": _read_numbering,
    f"{W}framePr": _read_frame,
    f"{W}pageBreakBefore": _switch("page"),
    f"{W}contextualSpacing": _switch("contextual"),
}
