"""What is drawn in a paragraph: text boxes with their text, and straight lines."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from generator.inspection.document.markup import (
    ALTERNATE,
    PIC,
    WP,
    WPG,
    WPS,
    A,
    Node,
    O,
    V,
    W,
    chosen,
)
from generator.inspection.document.measures import mm_of_emu, mm_of_points, number, points
from generator.inspection.document.values import Line

if TYPE_CHECKING:
    from collections.abc import Iterator

_TEXT = f"{W}txbxContent"
_SHORTEST_MM = 3.0  # less is a dot or a dash of a picture
_FLAT_MM = 1.5  # a rectangle or picture no higher than this prints as a line
_INSET_EMU = 91_440.0
_INSET_PT = 7.2
_TURNED = (5_400_000, 16_200_000)  # a quarter, in sixty-thousandths of a degree
_VML_SHAPES = tuple(
    f"{V}{name}" for name in ("line", "rect", "shape", "roundrect", "connector")
)
_TRUE = ("t", "1")
_THOUSANDTHS = 1000


class Box(NamedTuple):
    """A text box: the node that holds its paragraphs, and the room of its text (0: unknown)."""

    content: Node
    width_mm: float


class Size(NamedTuple):
    """How wide and high a shape is, in mm."""

    width: float
    height: float


def drawn(node: Node, room_mm: float) -> Iterator[Box | Line]:
    """Every box and line of a drawing, as the first of its alternatives has them."""
    for one in _shown(node):
        if one.tag == f"{WPS}wsp":
            yield from _shape(one)
        elif one.tag == f"{PIC}pic":
            yield from _line("picture", _size(one))
        elif one.tag in _VML_SHAPES:
            yield from _old_shape(one, room_mm)


def _shown(node: Node) -> Iterator[Node]:
    """Every node inside, of alternatives one, without the text of boxes."""
    levels = [iter((node,))]
    while levels:
        for one in levels[-1]:
            inside = chosen(one) if one.tag == ALTERNATE else one
            yield one
            if inside is not None and one.tag != _TEXT:
                levels.append(iter(inside))
                break
        else:
            levels.pop()


def _shape(node: Node) -> Iterator[Box | Line]:
    """A shape of today's Word."""
    size = _size(node)
    content = node.find(f"{WPS}txbx/{_TEXT}")
    if content is not None:
        yield Box(content, max(size.width - mm_of_emu(_insets(node)), 0))
    elif _is_drawn(node):
        yield from _line("shape", size)


def _is_drawn(node: Node) -> bool:
    """Whether a shape prints: its outline does, or what it is filled with."""
    group = node.find(f"{WPS}spPr")
    outline = None if group is None else group.find(f"{A}ln")
    if outline is None or outline.find(f"{A}noFill") is None:
        return True
    return group is not None and group.find(f"{A}solidFill") is not None


def _insets(node: Node) -> float:
    body = node.find(f"{WPS}bodyPr")
    sides = [None if body is None else number(body.get(side)) for side in ("lIns", "rIns")]
    return sum(_INSET_EMU if one is None else one for one in sides)


def _size(node: Node) -> Size:
    """The size of a shape on paper: its own, scaled by the groups round it, or the frame's."""
    own = node.find(f"{WPS}spPr/{A}xfrm")
    own = node.find(f"{PIC}spPr/{A}xfrm") if own is None else own
    wide, high = _extent(own, "ext")
    for group in node.iterancestors(f"{WPG}wgp", f"{WPG}grpSp"):
        frame = group.find(f"{WPG}grpSpPr/{A}xfrm")
        (width, height), (inner_width, inner_height) = (
            _extent(frame, "ext"), _extent(frame, "chExt")
        )  # fmt: skip
        wide *= width / inner_width if inner_width else 1
        high *= height / inner_height if inner_height else 1
    if own is None:
        frame = next(node.iterancestors(f"{WP}inline", f"{WP}anchor"), None)
        outer = None if frame is None else frame.find(f"{WP}extent")
        wide, high = _pair(outer)
    if own is not None and number(own.get("rot")) in _TURNED:
        wide, high = high, wide
    return Size(mm_of_emu(wide), mm_of_emu(high))


def _extent(frame: Node | None, name: str) -> tuple[float, float]:
    return _pair(None if frame is None else frame.find(f"{A}{name}"))


def _pair(node: Node | None) -> tuple[float, float]:
    if node is None:
        return 0, 0
    return number(node.get("cx")) or 0, number(node.get("cy")) or 0


def _line(how: str, size: Size) -> Iterator[Line]:
    """A line when the shape lies flat."""
    if size.width >= _SHORTEST_MM and size.height <= _FLAT_MM:
        yield Line(how, round(math.hypot(size.width, size.height), 2))


def _old_shape(node: Node, room_mm: float) -> Iterator[Box | Line]:
    """A shape of older Word and of other programs (VML)."""
    content = node.find(f"{V}textbox/{_TEXT}")
    size = _ends(node) if node.tag == f"{V}line" else _old_size(node, room_mm)
    if content is not None:
        yield Box(content, max(size.width - mm_of_points(_old_insets(node)), 0))
    elif node.find(f"{V}imagedata") is not None:
        yield from _line("picture", size)
    elif _is_inked(node):
        yield from _line("shape", size)


def _is_inked(node: Node) -> bool:
    """Whether a shape of VML prints: its outline, or what a surface is filled with."""
    filled = node.tag != f"{V}line" and node.get("filled", "t")[:1] in _TRUE
    return filled or node.get("stroked", "t")[:1] in _TRUE


def _ends(node: Node) -> Size:
    """The size of a line that is given by its two ends."""
    start, end = (
        [points(one) or 0 for one in (node.get(name) or "0,0").split(",")[:2]]
        for name in ("from", "to")
    )
    if len(start) + len(end) < len("xyxy"):
        return Size(0, 0)
    wide, high = _scale(node)
    return Size(
        mm_of_points(abs(end[0] - start[0]) * wide), mm_of_points(abs(end[1] - start[1]) * high)
    )


def _old_size(node: Node, room_mm: float) -> Size:
    said = _style(node)
    wide, high = _scale(node)
    size = Size(
        mm_of_points((points(said.get("width")) or 0) * wide),
        mm_of_points((points(said.get("height")) or 0) * high),
    )
    if node.get(f"{O}hr") is None or size.width:
        return size
    share = number(node.get(f"{O}hrpct")) or _THOUSANDTHS
    return Size(round(room_mm * min(abs(share) / _THOUSANDTHS, 1), 2), size.height)


def _scale(node: Node) -> tuple[float, float]:
    """How much the groups round a shape make of one of its units."""
    wide = high = 1.0
    for group in node.iterancestors(f"{V}group"):
        said = _style(group)
        inner = [number(one) for one in (group.get("coordsize") or "1000,1000").split(",")]
        sizes = [points(said.get(name)) for name in ("width", "height")]
        if len(inner) == len(sizes) and all(inner) and all(sizes):
            # a length inside has no unit, so that it was read as pixels
            wide *= (sizes[0] or 0) / (inner[0] or 1) / 0.75
            high *= (sizes[1] or 0) / (inner[1] or 1) / 0.75
    return wide, high


def _old_insets(node: Node) -> float:
    box = node.find(f"{V}textbox")
    sides = (("" if box is None else box.get("inset")) or "").split(",")
    left, right = ([*sides, "", "", ""][at] for at in (0, 2))
    return sum(_INSET_PT if (one := points(side)) is None else one for side in (left, right))


def _style(node: Node) -> dict[str, str]:
    pairs = (one.split(":", 1) for one in (node.get("style") or "").split(";") if ":" in one)
    return {name.strip().lower(): said.strip() for name, said in pairs}
