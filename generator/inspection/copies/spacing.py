"""White space of a paragraph: the gap after it, the pitch of its lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import Severity
from generator.inspection.copies.markup import PARAGRAPH_ORDER, first_in, put, w, written
from generator.inspection.copies.places import printed
from generator.inspection.copies.values import Change
from generator.inspection.document.measures import half_points
from generator.inspection.document.values import LineRule

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lxml.etree import _Element as Element

    from generator.inspection.document.values import Paragraph, Piece, Spacing
    from generator.inspection.finding import Remedy

PT = 20  # twips
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}oMath"
_INLINE = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}inline"
_FLOATING = "position:absolute"


def with_gap(paragraph: Element, remedy: Remedy, piece: Piece) -> Iterator[Change]:
    """The paragraph with that much space after it, in points, whatever its style says."""
    wanted = {"after": _points(remedy.value), "afterAutospacing": "0", "afterLines": "0"}
    before = first_in(paragraph, "pPr").find(w("contextualSpacing"))
    changed = _set_spacing(paragraph, wanted)
    shared = put(first_in(paragraph, "pPr"), "contextualSpacing", PARAGRAPH_ORDER)
    changed |= before is None or before.get(w("val")) != "0"
    shared.set(w("val"), "0")
    if changed:
        was = written(piece.paragraph.spacing.after_pt)
        yield Change("copy-fixed-gap", {"was": was, "now": written(float(remedy.value))})


def with_pitch(paragraph: Element, remedy: Remedy, piece: Piece) -> Iterator[Change]:
    """The lines of the paragraph at exactly that pitch, unless something would be cut off."""
    pitch = float(remedy.value)
    if _has_tall(paragraph):
        yield Change("copy-left-picture", severity=Severity.WARNING)
        return
    tallest = max(_sizes(paragraph, piece.paragraph), default=0)
    if tallest > pitch:
        said = {"size": written(tallest), "pitch": written(pitch)}
        yield Change("copy-left-tall", said, severity=Severity.WARNING)
        return
    if _set_spacing(paragraph, {"line": _points(pitch), "lineRule": "exact"}):
        said = {"was": _pitch(piece.paragraph.spacing), "now": written(pitch)}
        yield Change("copy-fixed-line", said)


def set_plain(paragraph: Element) -> None:
    """The paragraph without white space, in the middle: that of a page number."""
    spacing = {"before": "0", "after": "0", "line": "240", "lineRule": "auto"}
    _set_spacing(paragraph, spacing)
    properties = first_in(paragraph, "pPr")
    indent = put(properties, "ind", PARAGRAPH_ORDER)
    for side in ("left", "right", "firstLine"):
        indent.set(w(side), "0")
    put(properties, "jc", PARAGRAPH_ORDER).set(w("val"), "center")


def _set_spacing(paragraph: Element, wanted: Mapping[str, str]) -> bool:
    spacing = put(first_in(paragraph, "pPr"), "spacing", PARAGRAPH_ORDER)
    before = dict(spacing.attrib)
    for name, value in wanted.items():
        spacing.set(w(name), value)
    return before != dict(spacing.attrib)


def _points(value: float | str) -> str:
    return str(round(float(value) * PT))


def _pitch(spacing: Spacing) -> str:
    if spacing.rule is LineRule.MULTIPLE:
        return f"{written(spacing.line, 2)} dòng"
    word = "chính xác" if spacing.rule is LineRule.EXACT else "ít nhất"
    return f"{word} {written(spacing.line)} pt"


def _sizes(paragraph: Element, read: Paragraph) -> Iterator[float]:
    """The sizes of the letters: those set meanwhile, else as they were read."""
    looks = [run.look.size_pt for run in read.runs for _ in run.text]
    found = printed(paragraph, read.text)
    at = 0
    for bit in found.bits if found else ():
        size = None if bit.run is None else bit.run.find(f"{w('rPr')}/{w('sz')}")
        if size is not None:
            yield (half_points(size.get(w("val"))) or 0) / 2
        elif bit.text.strip() and looks:
            yield looks[min(at, len(looks) - 1)]
        at += len(bit.text)


def _has_tall(paragraph: Element) -> bool:
    """Whether something stands in the line that may be taller than letters."""
    names = {_INLINE, _M, w("object")}
    return any(node.tag in names or _is_inline_shape(node) for node in paragraph.iter())


def _is_inline_shape(node: Element) -> bool:
    """Whether it is a picture of the old kind that moves with the letters."""
    if node.tag != w("pict"):
        return False
    shapes = [one.get("style") for one in node.iter() if one.get("style") is not None]
    return not any(_FLOATING in str(style).replace(" ", "").lower() for style in shapes)
