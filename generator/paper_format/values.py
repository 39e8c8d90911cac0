"""What a profile is made of. Sizes are points, lengths millimetres.

Each value says what it rests on and how sure that is.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from generator.paper_format.rules import Addressing, Citing, Head, Numbering, Signing


class Confidence(StrEnum):
    """How sure a value is."""

    A = "đã đọc chính văn"
    B = "hai nguồn độc lập trở lên"
    C = "một nguồn"
    P = "thông lệ, chưa thấy quy định"
    M = "theo trí nhớ, chưa có nguồn"
    UNKNOWN = "chưa xác định"


class ProfileCode(StrEnum):
    """The profiles, by the names that data and commands use."""

    PARTY_HD36 = "party_hd36"
    PARTY_HD05 = "party_hd05"
    STATE_ND30 = "state_nd30"


class Align(StrEnum):
    """How a paragraph is aligned, in the words of WordprocessingML."""

    LEFT = "left"
    CENTER = "center"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Source:
    """What a value rests on, and how sure it is."""

    text: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Range:
    """A size or length that may lie anywhere from `low` to `high`; we print `preferred`."""

    low: float
    high: float
    preferred: float

    def __contains__(self, value: float) -> bool:
        """Whether a measured value is within the range."""
        return self.low <= value <= self.high


def fixed(value: float) -> Range:
    """A range of one value.

    >>> 14 in fixed(14), 13.5 in fixed(14)
    (True, False)
    """
    return Range(value, value, value)


@dataclass(frozen=True, slots=True)
class Component:
    """One part of a paper (ô): its Vietnamese name, size in points, weight and alignment."""

    title: str
    size_pt: Range
    source: Source
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    align: Align = Align.CENTER


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins of the front side, in millimetres.

    `small_mm` is a second size of paper that some kinds of papers may have.
    """

    width_mm: float
    height_mm: float
    top_mm: Range
    bottom_mm: Range
    left_mm: Range
    right_mm: Range
    source: Source
    small_mm: tuple[float, float] | None = None
    small_for: tuple[str, ...] = ()
    tolerance_mm: float = 0.5

    @property
    def text_width_mm(self) -> float:
        """The width between the margins that we print."""
        return self.width_mm - self.left_mm.preferred - self.right_mm.preferred


@dataclass(frozen=True, slots=True)
class PageNumber:
    """Where the page number stands; it is not shown on the first page.

    `top_source` says that it stands above the text, `position_source` how far from the edge,
    `restart_source` that an appendix counts its own pages.
    """

    size_pt: Range
    from_top_mm: float
    source: Source
    top_source: Source
    position_source: Source
    restart_source: Source
    number_format: str = "decimal"


@dataclass(frozen=True, slots=True)
class Body:
    """The paragraphs of the text. `line_pt` is an exact pitch; None is single spacing.

    `line_multiple` is how many lines a pitch that is not exact may have.
    """

    first_line_mm: Range
    gap_pt: Range
    line_pt: Range | None
    source: Source
    line_multiple: Range | None = None


@dataclass(frozen=True, slots=True)
class Wording:
    """The signs that differ between profiles: number line, recipients, end of the text.

    `sources` says of a field what it rests on, where `source` does not hold for it.
    `letter_number` is the number of a letter (công văn), `date` the words of the date line,
    `free_subject` are kinds whose subject may begin with either letter (forms of their own).
    """

    number: str
    recipient_separator: str
    recipient_end: str
    filing: str
    abstract_mark: str
    end_mark: str
    source: Source
    letter_number: str = "Số {number}-{kind}/{issuer}"
    date: str = "{place}, ngày {day} tháng {month} năm {year}"
    capital_subject: bool = False
    free_subject: tuple[str, ...] = ("biên bản",)
    letter_opening: str = "về việc"
    recipient_opening: str = "- "
    recipients: str = "Nơi nhận:"
    foreign_filing: str = ""
    sources: Mapping[str, Source] = field(default_factory=lambda: MappingProxyType({}))

    def rests_on(self, name: str) -> Source:
        """What a field rests on."""
        return self.sources.get(name, self.source)


@dataclass(frozen=True, slots=True)
class Profile:
    """Every format fact of one regulation."""

    code: ProfileCode
    title: str
    since: date
    until: date | None
    basis: tuple[str, ...]
    page: Page
    page_number: PageNumber
    body: Body
    wording: Wording
    components: Mapping[str, Component]
    kind_symbols: Mapping[str, str]
    head: Head
    signing: Signing
    citing: Citing
    addressing: Addressing
    numbering: Numbering
    font_source: Source
    font: str = "Times New Roman"
    colour: str = "000000"

    def covers(self, first: date, last: date) -> bool:
        """Whether a paper dated somewhere from `first` to `last` surely falls under it."""
        return self.since <= first and (self.until is None or last <= self.until)
