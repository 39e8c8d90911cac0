"""Lengths and numbers as Office files write them; what cannot be read is absent."""

from __future__ import annotations

import re

_NUMBER = re.compile(r"\s*([+-]?[0-9]{1,9}(?:\.[0-9]{1,9})?)\s*(mm|cm|in|pt|pc|pi|px)?\s*")
_INCH = 25.4
_POINTS = {
    "mm": 72 / _INCH, "cm": 720 / _INCH, "in": 72.0, "pt": 1.0, "pc": 12.0, "pi": 12.0,
    "px": 0.75,
}  # fmt: skip
_TWIPS_TO_POINT = 20
_EMU_TO_MM = 36_000
_OFF = frozenset(("0", "false", "off"))


def number(text: str | None) -> float | None:
    """A plain number, or None.

    >>> number("28"), number("9029.0"), number(""), number("abc"), number("1e99")
    (28.0, 9029.0, None, None, None)
    """
    found = _NUMBER.fullmatch(text or "")
    return float(found[1]) if found and not found[2] else None


def twips(text: str | None) -> float | None:
    """A length in twentieths of a point, written so or with a unit.

    >>> twips("567"), twips("12pt"), twips("50%")
    (567.0, 240.0, None)
    """
    found = _NUMBER.fullmatch(text or "")
    if not found:
        return None
    return float(found[1]) * (_POINTS[found[2]] * _TWIPS_TO_POINT if found[2] else 1)


def points(text: str | None, plain: str = "px") -> float | None:
    """A length of VML in points; without a unit it is in `plain` units.

    >>> points("207pt"), points("1in"), points("auto")
    (207.0, 72.0, None)
    """
    found = _NUMBER.fullmatch(text or "")
    return float(found[1]) * _POINTS[found[2] or plain] if found else None


def half_points(text: str | None) -> float | None:
    """A size of letters in half points, None when no letter can have it."""
    found = _NUMBER.fullmatch(text or "")
    if not found:
        return None
    size = float(found[1]) * (_POINTS[found[2]] * 2 if found[2] else 1)
    return size if size > 0 else None


def mm_of_twips(length: float) -> float:
    """Twips in millimetres; nothing is nothing, whatever its sign.

    >>> mm_of_twips(1701), mm_of_twips(-0.0)
    (30.0, 0.0)
    """
    return round(length * _INCH / 1440, 2) + 0.0


def mm_of_points(length: float) -> float:
    """Points in millimetres."""
    return round(length * _INCH / 72, 2)


def mm_of_emu(length: float) -> float:
    """The units of drawings in millimetres."""
    return round(length / _EMU_TO_MM, 2)


def is_on(text: str | None) -> bool:
    """Whether a switch is on; a switch without a value is."""
    return text not in _OFF
