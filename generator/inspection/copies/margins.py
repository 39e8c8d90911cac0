"""Sections in the file, and their margins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.inspection.copies.markup import (
    SECTION_ORDER,
    made,
    mm,
    put,
    twips,
    w,
    written,
)
from generator.inspection.copies.values import Change
from generator.inspection.document.sections import portions
from generator.inspection.document.values import Spot
from generator.inspection.finding import Property

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from generator.inspection.finding import Remedy

SIDES = {
    Property.TOP: "top",
    Property.BOTTOM: "bottom",
    Property.LEFT: "left",
    Property.RIGHT: "right",
}
_DEFAULT_MM = 25.4  # Word's own, where nothing says otherwise
_DEFAULTS = {"top": "1440", "right": "1440", "bottom": "1440", "left": "1440"}
_DEFAULTS |= {"header": "720", "footer": "720", "gutter": "0"}


def sections_of(document: Element) -> list[Element]:
    """The properties of each section, in order; the last one is made when the file has none."""
    body = document.find(w("body"))
    if body is None:
        return []
    found = [one.properties for one in portions(body)]
    if found[-1] is None:
        last = made("sectPr")
        body.append(last)
        found[-1] = last
    return [one for one in found if one is not None]


def with_margin(section: Element, remedy: Remedy) -> Iterator[Change]:
    """The section with that margin, in millimetres."""
    side = SIDES[remedy.property]
    margins = put_margins(section)
    was, now = margins.get(w(side)), float(remedy.value)
    if was == twips(now):
        return
    margins.set(w(side), twips(now))
    before = mm(was)
    values = {
        "side": remedy.property.capitalize(),
        "section": str(remedy.section),
        "was": written(_DEFAULT_MM if before is None else before),
        "now": written(now),
    }
    yield Change("copy-fixed-margin", values, Spot(section=remedy.section))


def put_margins(section: Element) -> Element:
    """The margins of a section; those that Word takes where there were none."""
    margins = put(section, "pgMar", SECTION_ORDER)
    for name, value in _DEFAULTS.items():
        if margins.get(w(name)) is None:
            margins.set(w(name), value)
    return margins
