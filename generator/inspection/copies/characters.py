"""Font, size and colour of a piece, as direct formatting of its runs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.errors import Severity
from generator.inspection.copies.markup import (
    RUN_ORDER,
    any_of,
    drop,
    first_in,
    put,
    w,
    written,
)
from generator.inspection.copies.places import runs_of
from generator.inspection.copies.values import Change

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element as Element

    from generator.inspection.document.values import Piece, Run
    from generator.inspection.finding import Remedy

FONTS = ("ascii", "hAnsi", "eastAsia", "cs")
_THEMES = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
_OLD_CODES = (".vn", "vni-", "vni ")  # letters of another code under the shapes of ours
_SIGNS = ("symbol", "wingdings", "webdings", "marlett", "zapfdingbats", "opensymbol")
_TEXT_FILL = "{http://schemas.microsoft.com/office/word/2010/wordml}textFill"


def with_font(paragraph: Element, remedy: Remedy, piece: Piece) -> Iterator[Change]:
    """The letters of the piece in the font, but for those of another code."""
    font = str(remedy.value)
    kept = sorted({run.look.font for run in piece.runs if _needs_its_font(run)})
    for name in kept:
        yield Change("copy-left-code-font", {"font": name}, severity=Severity.WARNING)
    was = sorted({run.look.font for run in piece.runs} - {font, *kept})
    parts = _parts(piece) if kept else (piece,)
    if any_of([set_font(run, font) for part in parts for run in runs_of(paragraph, part)]):
        yield Change("copy-fixed-font", {"was": ", ".join(was) or font, "now": font})


def with_size(paragraph: Element, remedy: Remedy, piece: Piece) -> Iterator[Change]:
    """The letters of the piece in the size."""
    size = float(remedy.value)
    was = sorted({run.look.size_pt for run in piece.runs})
    if any_of([set_size(run, size) for run in runs_of(paragraph, piece)]):
        said = ", ".join(written(one) for one in was)
        yield Change("copy-fixed-size", {"was": said, "now": written(size)})


def with_colour(paragraph: Element, _remedy: Remedy, piece: Piece) -> Iterator[Change]:
    """The letters of the piece in the automatic colour, which prints black."""
    was = sorted({run.look.colour for run in piece.runs} - {""})
    if any_of([set_colour(run) for run in runs_of(paragraph, piece)]):
        yield Change("copy-fixed-colour", {"was": ", ".join(was)})


def set_font(run: Element, font: str) -> bool:
    """Whether the font of the run had to be set."""
    fonts = put(first_in(run, "rPr"), "rFonts", RUN_ORDER)
    before = dict(fonts.attrib)
    for theme in _THEMES:
        fonts.attrib.pop(w(theme), None)
    for kind in FONTS:
        fonts.set(w(kind), font)
    return before != dict(fonts.attrib)


def set_size(run: Element, size_pt: float) -> bool:
    """Whether the size of the run had to be set."""
    return any_of([_set(run, name, str(round(size_pt * 2))) for name in ("sz", "szCs")])


def set_colour(run: Element) -> bool:
    """Whether the colour of the run had to be set."""
    properties = first_in(run, "rPr")
    filled = properties.find(_TEXT_FILL) is not None
    drop(properties, _TEXT_FILL)
    colour = put(properties, "color", RUN_ORDER)
    before = dict(colour.attrib)
    colour.attrib.clear()
    colour.set(w("val"), "auto")
    return filled or before != dict(colour.attrib)


def set_upright(run: Element) -> None:
    """The run neither bold nor italic."""
    for name in ("b", "bCs", "i", "iCs"):
        _set(run, name, "0")


def _set(run: Element, name: str, value: str) -> bool:
    node = put(first_in(run, "rPr"), name, RUN_ORDER)
    before = node.get(w("val"))
    node.set(w("val"), value)
    return before != value


def _needs_its_font(run: Run) -> bool:
    name = run.look.font.casefold()
    return name.startswith(_OLD_CODES) or name.startswith(_SIGNS)


def _parts(piece: Piece) -> Iterator[Piece]:
    """The parts of a piece whose letters are of our code."""
    at = 0
    most = len(piece.paragraph.text) if piece.end is None else piece.end
    for run in piece.paragraph.runs:
        start, at = max(at, piece.start), at + len(run.text)
        if start < min(at, most) and not _needs_its_font(run):
            yield replace(piece, start=start, end=min(at, most))
