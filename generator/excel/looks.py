"""What a look is in fonts, colours and lines. Light fills: the sheets are printed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from generator.tables import InputKind, Look

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.tables import Cell

FONT = "Times New Roman"
SIZE = 11
LINE = "#7F7F7F"
GREY, PALE_GREY = "#D9D9D9", "#F2F2F2"
BLUE, PALE_BLUE = "#BDD7EE", "#E9F1FA"
YELLOW = "#FFF8DC"
RED, PALE_RED = "#9C0006", "#FFC7CE"
BROWN, PALE_AMBER = "#7F6000", "#FFEB9C"
DARK_GREY = "#A6A6A6"
FORMULA_SIGNS = ("=", "+", "-", "@")

_TABLE = {"border": 1, "border_color": LINE}
_FITTED = {"shrink": True, "text_wrap": False}
_DAY = {**_TABLE, "align": "center", "font_size": 9}
LOOKS: Mapping[Look, dict[str, Any]] = {
    Look.TITLE: {"bold": True, "font_size": 14, "align": "center"},
    Look.SUBTITLE: {"bold": True, "font_size": 12, "align": "center"},
    Look.HEADING: {**_TABLE, "bold": True, "align": "center", "bg_color": PALE_BLUE},
    Look.GROUP: {**_TABLE, "bold": True, "bg_color": PALE_GREY},
    Look.TEXT: _TABLE,
    Look.CENTER: {**_TABLE, "align": "center"},
    Look.NUMBER: {**_TABLE, "align": "right", "num_format": "#,##0"},
    Look.DATE: {**_TABLE, "align": "center"},
    Look.TOTAL: {
        **_TABLE,
        "bold": True,
        "align": "right",
        "num_format": "#,##0",
        "bg_color": PALE_GREY,
    },
    Look.INPUT: {**_TABLE, "bg_color": YELLOW},
    Look.SAMPLE: {**_TABLE, "italic": True, "font_color": "#595959", "bg_color": PALE_GREY},
    Look.NOTE: {"italic": True, "font_size": 10},
    Look.SIGN: {"italic": True, "align": "center"},
    Look.DAY_HEADING: {**_DAY, "bold": True, "bg_color": PALE_BLUE},
    Look.DAY: _DAY,
    Look.MARK: {**_DAY, "bold": True, "bg_color": BLUE},
    Look.MARK_SOFT: {**_DAY, "italic": True, "bg_color": PALE_BLUE},
    Look.OFF: {**_DAY, "bg_color": GREY},
    Look.WRONG: {**_TABLE, "font_color": RED, "bg_color": PALE_RED},
    Look.FITTED: {**_TABLE, **_FITTED},
    Look.STATUS: {**_TABLE, "bold": True, "font_size": 16, "align": "center"},
    Look.PLAIN: {},
    Look.PLAIN_CENTER: {"align": "center"},
    Look.PLAIN_FITTED: _FITTED,
}
_WRAPPED = {"font_name": FONT, "font_size": SIZE, "valign": "vcenter", "text_wrap": True}


class Style(NamedTuple):
    """What decides the format of a cell: equal styles share one format."""

    look: Look
    input: InputKind | None = None
    quoted: bool = False
    decimals: int | None = None


def style_of(cell: Cell) -> Style:
    """The style of a cell; text that begins like a formula stays text when it is edited too."""
    kind = cell.input.kind if cell.input else None
    quoted = isinstance(cell.value, str) and cell.value.startswith(FORMULA_SIGNS)
    return Style(cell.look, kind, quoted and cell.formula is None, cell.decimals)


def properties(style: Style) -> dict[str, Any]:
    """The XlsxWriter properties of a style; what a person types into an input stays text."""
    found = {**_WRAPPED, **LOOKS[style.look], "quote_prefix": style.quoted}
    if style.decimals is not None:
        found["num_format"] = f"0.{'0' * style.decimals}" if style.decimals else "0"
    if style.input:
        found["locked"] = False
        found["num_format"] = "0" if style.input is InputKind.WHOLE else "@"
    if style.input is InputKind.CHOICE:  # a row need not grow for a long choice
        found |= _FITTED
    return found


def font_size(look: Look) -> float:
    """The size of a look's letters in points."""
    return float(LOOKS[look].get("font_size", SIZE))


def is_bold(look: Look) -> bool:
    """Whether a look's letters are bold."""
    return bool(LOOKS[look].get("bold"))
