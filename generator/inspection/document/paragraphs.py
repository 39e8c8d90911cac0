"""A paragraph as its reader sees it: its words, how they look, where it stands."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import NamedTuple

WORDS_SHOWN = 60  # characters of a paragraph that let a person find it


class Align(StrEnum):
    """How a paragraph is aligned; LEFT where nothing says otherwise."""

    LEFT = "left"
    CENTER = "center"
    RIGHT = "right"
    BOTH = "both"


class LineRule(StrEnum):
    """What the line spacing of a paragraph means."""

    MULTIPLE = "auto"
    EXACT = "exact"
    AT_LEAST = "atLeast"


class Key(NamedTuple):
    """Where a paragraph is in the file: its part, and which `w:p` of the part, from 0.

    The count is that of `root.iter(w:p)` over the whole part, so that who changes a copy
    finds the same paragraph again.
    """

    part: str
    number: int


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a person finds something: 1-based; 0 where it does not apply.

    `part` is empty for the body, else "đầu trang", "chân trang", "hộp chữ", "chú thích".
    `tables` says which table of the document (the outermost), `row` and `column` the cell.
    """

    section: int = 0
    part: str = ""
    table: int = 0
    row: int = 0
    column: int = 0
    words: str = ""

    def __str__(self) -> str:
        """The place as it is printed.

        >>> str(Spot(section=2, table=1, row=3, column=2, words="Tổng cộng"))
        'phần 2 của tệp, bảng 1, hàng 3, cột 2, đoạn “Tổng cộng”'
        """
        cell = f"hàng {self.row}, cột {self.column}" if self.row else ""
        return ", ".join(
            one
            for one in (
                f"phần {self.section} của tệp" if self.section > 1 else "",
                self.part,
                f"bảng {self.table}" if self.table else "",
                cell,
                f"đoạn “{shortened(self.words)}”" if self.words else "",
            )
            if one
        )


def shortened(text: str, most: int = WORDS_SHOWN) -> str:
    """The beginning of a text, whole words, with an ellipsis when something is left out.

    >>> shortened("Tổ  chức đại hội", 9)
    'Tổ chức …'
    """
    text = " ".join(text.split())
    if len(text) <= most:
        return text
    return text[: most + 1].rsplit(" ", 1)[0].strip() + " …"


@dataclass(frozen=True, slots=True)
class Look:
    """How characters are printed, after theme, defaults, styles, table style and run.

    `font` is the font that Vietnamese letters take; `colour` is "" for automatic, else six
    hexadecimal digits in capitals ("000000" is black).
    """

    font: str
    size_pt: float
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    strike: bool = False
    colour: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    r"""Characters of one look; `\t` is a tab, `\n` a line break. `text` is as typed.

    `field` names the field whose result this is ("PAGE", "NUMPAGES" …), else "".
    `inserted` is text under a tracked insertion that is not yet accepted.
    """

    text: str
    look: Look
    field: str = ""
    inserted: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A straight line drawn in or at a paragraph: `how` is "shape", "border" or "picture"."""

    how: str
    length_mm: float


@dataclass(frozen=True, slots=True)
class Spacing:
    """The white space of a paragraph. `line` is points, or lines when the rule is MULTIPLE."""

    before_pt: float = 0
    after_pt: float = 0
    line: float = 1
    rule: LineRule = LineRule.MULTIPLE
    first_line_mm: float = 0  # negative: hanging
    left_mm: float = 0
    right_mm: float = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph with what it looks like and where it stands.

    `width_mm` is the room its text has: the column, the cell or the text box less its inner
    margins, before its own indents. `left_edge_mm` is where that room begins, from the left
    edge of the text area (None when not known, as in most text boxes).
    """

    key: Key
    spot: Spot
    runs: tuple[Run, ...]
    align: Align = Align.LEFT
    spacing: Spacing = Spacing()
    style: str = ""
    label: str = ""
    lines: tuple[Line, ...] = ()
    starts_page: bool = False
    in_box: bool = False
    width_mm: float = 165
    left_edge_mm: float | None = 0
    tabs_mm: tuple[float, ...] = ()

    @property
    def text(self) -> str:
        """The characters as typed, without the label."""
        return "".join(run.text for run in self.runs)

    @property
    def plain(self) -> str:
        """The text as it is read: label first, one space between words, none around.

        Letters are as typed: a letter and its mark stay apart when they were typed so.
        """
        return " ".join(f"{self.label} {self.text}".split())


@dataclass(frozen=True, slots=True)
class Piece:
    """Part of a paragraph: characters `start` to `end` of its `text`; `end` None is the end.

    Head blocks made with tabs hold two components in one paragraph.
    """

    paragraph: Paragraph
    start: int = 0
    end: int | None = None

    @property
    def text(self) -> str:
        """Its characters, one space between words; with the label when it is the beginning."""
        label = self.paragraph.label if self.start == 0 else ""
        return " ".join(f"{label} {self.paragraph.text[self.start : self.end]}".split())

    @property
    def runs(self) -> tuple[Run, ...]:
        """Its runs, cut at the ends, without those that print nothing."""
        end = len(self.paragraph.text) if self.end is None else self.end
        cut, at = [], 0
        for run in self.paragraph.runs:
            text = run.text[max(self.start - at, 0) : max(end - at, 0)]
            at += len(run.text)
            if text.strip():
                cut.append(replace(run, text=text))
        return tuple(cut)
