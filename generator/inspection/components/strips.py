"""Paragraphs cut into the lines and columns that a reader sees in them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from generator.inspection.components.words import bare, key_of, spoken
from generator.inspection.document.values import Align, Paragraph, Piece

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.inspection.document.values import Look, Table

# what divides a paragraph: a line break, tabs, or the many spaces that stand for a tab
_GAP = re.compile(r"\n|\t+(?: *\t+)*| {3,}")
_NUMBER_BEFORE, _NUMBER_AFTER = re.compile(r"\bsố ?:?$"), re.compile(r" ?[-/]")
_DAY_BEFORE, _DAY_AFTER = re.compile(r"\b(?:ngày|tháng|năm)$"), re.compile(r"tháng|năm|\d|$")
_SPACE_MM = 1.23  # a space of 14 pt Times New Roman
_LETTER_MM = 2.6
_TAB_MM = 12.7  # Word's own stops
_LEFT_MOST = 50.0  # what begins before it, from the left edge of the text, is a left column
_ROWS_OF_LAYOUT = 2  # a table of more rows with lines round its cells holds data


@dataclass(frozen=True)
class Strip:
    """A line of text in one column: a whole paragraph, or part of one.

    `x_mm` is about where it begins (or its middle, when it is centred) from the left edge of
    the text; None when not known. `table` is the outermost table that it stands in.
    """

    piece: Piece
    x_mm: float | None = None
    table: Table | None = None

    @property
    def paragraph(self) -> Paragraph:
        """The paragraph that it is (part of)."""
        return self.piece.paragraph

    @cached_property
    def text(self) -> str:
        """What it says, letters and spaces in one form."""
        return spoken(self.piece.text)

    @cached_property
    def key(self) -> str:
        """What it says, for comparing."""
        return key_of(self.text)

    @cached_property
    def bare(self) -> str:
        """What it says, without diacritics."""
        return bare(self.text)

    @cached_property
    def looks(self) -> tuple[Look, ...]:
        """How its characters are printed."""
        return tuple(run.look for run in self.piece.runs)

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return bool(self.looks) and all(look.bold for look in self.looks)

    @property
    def underlined(self) -> bool:
        """Whether all of it is underlined."""
        return bool(self.looks) and all(look.underline for look in self.looks)

    @property
    def caps(self) -> bool:
        """Whether its letters are printed as capitals."""
        return self.text.isupper() or (
            bool(self.looks) and all(look.caps for look in self.looks)
        )

    @property
    def centred(self) -> bool:
        """Whether the paragraph is centred."""
        return self.paragraph.align is Align.CENTER

    @property
    def left(self) -> bool:
        """Whether it begins in the left part of the page."""
        return self.x_mm is not None and self.x_mm < _LEFT_MOST

    @property
    def in_data(self) -> bool:
        """Whether it stands in a table of data: lines round the cells, several rows."""
        return (
            self.table is not None
            and self.table.bordered
            and len(self.table.rows) > _ROWS_OF_LAYOUT
        )

    def beside(self, other: Strip) -> bool:
        """Whether both stand in the same column, as far as one can tell."""
        mine, its = column_of(self), column_of(other)
        return mine == its or None in (mine, its)


def column_of(strip: Strip) -> object:
    """The column that a line stands in; None for one that takes the whole width."""
    paragraph = strip.paragraph
    if strip.table is not None:
        edge = paragraph.left_edge_mm
        where = paragraph.spot.column if edge is None else round(edge)
        return (strip.table.number, where, "" if cut_whole(strip) else strip.left)
    if paragraph.in_box:
        return ("box", paragraph.left_edge_mm, round(paragraph.width_mm))
    if cut_whole(strip) and strip.centred and not paragraph.spacing.left_mm:
        return None
    return "left" if strip.left else "right"


def cut_whole(strip: Strip) -> bool:
    """Whether the line takes the whole width of its paragraph: no tab beside it."""
    start, end = strip.piece.start, strip.piece.end
    text = strip.paragraph.text
    before = text[:start].rpartition("\n")[2]
    after = "" if end is None else text[end:].partition("\n")[0]
    return not (before.strip(" ") or after.strip())


def whole(paragraph: Paragraph, table: Table | None = None) -> Strip:
    """A paragraph that is not cut."""
    return Strip(Piece(paragraph), _beginning(paragraph), table)


def _beginning(paragraph: Paragraph) -> float | None:
    """About where the text of a paragraph begins, or its middle when centred."""
    edge = paragraph.left_edge_mm
    if edge is None:
        return None
    space = paragraph.spacing
    room = paragraph.width_mm - space.left_mm - space.right_mm
    share = {Align.CENTER: 0.5, Align.RIGHT: 0.8}.get(paragraph.align, 0.0)
    return edge + space.left_mm + share * room


def cut(paragraph: Paragraph, table: Table | None = None) -> Iterator[Strip]:
    """The lines and columns of a paragraph that say something; a blank one is one strip.

    A blank that is left for a number or a day ("Số      -KH/TU") does not divide.
    """
    begin = _beginning(paragraph)
    found = False
    for start, end, x in _cuts(paragraph):
        found = True
        last = end == len(paragraph.text)
        piece = Piece(paragraph, start, None if last else end)
        yield Strip(piece, None if begin is None else begin + x, table)
    if not found:
        yield Strip(Piece(paragraph), begin, table)


def _cuts(paragraph: Paragraph) -> Iterator[tuple[int, int, float]]:
    """Where the lines and columns begin and end, and how far from the left they begin."""
    text, start, x = paragraph.text, 0, 0.0
    for gap in _GAP.finditer(text):
        if _is_blank(text, start, gap):
            continue
        if text[start : gap.start()].strip():
            yield start, gap.start(), x
        x = _after(paragraph, x + _width(text[start : gap.start()]), gap[0])
        start = gap.end()
    if text[start:].strip():
        yield start, len(text), x


def _is_blank(text: str, start: int, gap: re.Match[str]) -> bool:
    """Whether the gap is a blank to be filled in by hand."""
    if "\n" in gap[0]:
        return False
    before = key_of(text[start : gap.start()])
    after = key_of(text[gap.end() :].partition("\t")[0])
    number = _NUMBER_BEFORE.search(before) and _NUMBER_AFTER.match(after)
    day = _DAY_BEFORE.search(before) and _DAY_AFTER.match(after)
    return bool(number or (day and "\t" not in gap[0]))


def _width(text: str) -> float:
    """About how wide a text is."""
    return sum(_SPACE_MM if one.isspace() else _LETTER_MM for one in text)


def _after(paragraph: Paragraph, x: float, gap: str) -> float:
    """Where the text after a gap begins."""
    if gap == "\n":
        return 0.0
    for one in gap:
        if one == "\t":
            stop = next((stop for stop in paragraph.tabs_mm if stop > x + 0.1), None)
            x = (x // _TAB_MM + 1) * _TAB_MM if stop is None else stop
        else:
            x += _SPACE_MM
    return x


def joined(strips: Iterable[Strip]) -> tuple[Piece, ...]:
    """The pieces of lines."""
    return tuple(strip.piece for strip in strips)
