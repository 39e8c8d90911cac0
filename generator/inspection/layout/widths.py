"""How wide a text is printed: the widths of Times New Roman, upright and bold.

Measured in Liberation Serif, which has the same widths; Vietnamese marks add none, but for
ơ and ư. Italics are taken for upright: they differ by little and no line hangs on them.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.inspection.document.values import Piece

MM_PER_PT = 25.4 / 72
_EM = 2048
_HORN = "\u031b"
_USUAL = 1024  # a digit: taken for a character that is not in the table
_UPRIGHT = {
    369: "'",
    410: "|",
    512: " ,.\u00a0",
    569: "/:;\\ijlt",
    682: "!()-I[]`fr‘’\u2011",
    797: "Js",
    836: '"',
    909: "?acez“”",
    983: "{}",
    1024: "#$*0123456789_bdghknopquvxyđ",
    1083: "ơ",
    1110: "ư",
    1139: "FPS",
    1155: "+<=>",
    1251: "ELTZ",
    1366: "BCR",
    1479: "ADGHKNOQUVXYwĐƠ",
    1589: "Ư",
    1593: "&m",
    1706: "%",
    1821: "M",
    1886: "@",
    1933: "W",
    2048: "…",
}
_BOLD = {
    512: " ,.\u00a0",
    569: "'/\\il",
    682: "!()-:;[]`fjt‘’\u2011",
    797: "Is",
    807: "{}",
    909: "cerz",
    1024: "#$*0123456789?J_agovxy“”",
    1134: "ơ",
    1137: '"',
    1139: "Sbdhknpquđ",
    1167: "+<=>",
    1229: "ư",
    1251: "FP",
    1366: "BELTZ",
    1479: "ACDNRUVXYwĐ",
    1593: "GHKOQƠ",
    1630: "Ư",
    1706: "&m",
    1905: "@",
    1933: "M",
    2048: "%W…",
}


def _table(widths: Mapping[int, str]) -> dict[str, int]:
    return {letter: width for width, letters in widths.items() for letter in letters}


_TABLES = {False: _table(_UPRIGHT), True: _table(_BOLD)}


def text_width_mm(text: str, size_pt: float, *, bold: bool = False) -> float:
    """How wide a text is in one line, without kerning.

    >>> round(text_width_mm("ĐẢNG CỘNG SẢN VIỆT NAM", 15, bold=True))
    73
    """
    table = _TABLES[bold]
    units = sum(table.get(letter, _USUAL) for letter in _bare(text))
    return units / _EM * size_pt * MM_PER_PT


def _bare(text: str) -> str:
    """The letters without what has no width: marks above and below, but not the horn."""
    split = unicodedata.normalize("NFD", text)
    kept = (one for one in split if one == _HORN or not unicodedata.combining(one))
    return unicodedata.normalize("NFC", "".join(kept))


def piece_width_mm(piece: Piece) -> float:
    """How wide a piece is in one line."""
    widths = (
        text_width_mm(
            run.text.upper() if run.look.caps else run.text,
            run.look.size_pt,
            bold=run.look.bold,
        )
        for run in piece.runs
    )
    return sum(widths)
