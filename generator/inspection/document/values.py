"""A Word document as its reader sees it: every look resolved, every length in mm or points.

What is here is what would be printed: text under tracked deletion and hidden text are left
out, tracked insertions are in, text boxes stand where they are anchored, a field shows its last
result, a number that Word counts (`1.`, `a)`) is the label of its paragraph.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.inspection.document.paragraphs import (
    Align,
    Key,
    Line,
    LineRule,
    Look,
    Paragraph,
    Piece,
    Run,
    Spacing,
    Spot,
    shortened,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "Align",
    "Block",
    "Cell",
    "Document",
    "Furniture",
    "Key",
    "Line",
    "LineRule",
    "Look",
    "Paragraph",
    "Piece",
    "Run",
    "Section",
    "Spacing",
    "Spot",
    "Table",
    "paragraphs_of",
    "shortened",
]


class Cell(NamedTuple):
    """A cell: its blocks, its first grid column (from 0), how many columns and rows it takes.

    A cell that continues one above it (a vertical merge) is not listed; the one above says
    `rows` greater than 1.
    """

    blocks: tuple[Block, ...]
    column: int
    columns: int = 1
    rows: int = 1

    @property
    def text(self) -> str:
        """What the cell says, one line for each paragraph."""
        return "\n".join(one.plain for one in paragraphs_of(self.blocks)).strip()


@dataclass(frozen=True, slots=True)
class Table:
    """A table: rows of cells. `number` is which table of the document it is, from 1.

    `bordered` says whether lines are printed round its cells (a head block has none).
    `heading_rows` are the first rows that Word repeats on each page.
    """

    number: int
    rows: tuple[tuple[Cell, ...], ...]
    bordered: bool = False
    heading_rows: int = 0
    section: int = 1


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Furniture:
    """One header or footer: for which pages ("default", "first", "even"), and what it says."""

    place: str  # "header" or "footer"
    pages: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def page_fields(self) -> tuple[tuple[Paragraph, Run], ...]:
        """The page numbers in it."""
        return tuple(
            (one, run) for one in self.paragraphs for run in one.runs if run.field == "PAGE"
        )


@dataclass(frozen=True, slots=True)
class Section:
    """A section: sheet and margins in mm, what stands above and below, and its blocks.

    `furniture` is what is in force here, inherited from the section before where the file
    leaves it out. `title_page`: the first page has furniture of its own (perhaps none).
    `starts_at` is the number its first page is given, or None: it goes on counting.
    """

    number: int
    width_mm: float
    height_mm: float
    top_mm: float
    bottom_mm: float
    left_mm: float
    right_mm: float
    header_mm: float
    footer_mm: float
    blocks: tuple[Block, ...]
    furniture: tuple[Furniture, ...] = ()
    title_page: bool = False
    starts_at: int | None = None
    columns: int = 1
    gutter_mm: float = 0
    number_format: str = "decimal"
    kind: str = "nextPage"

    @property
    def landscape(self) -> bool:
        """Whether the sheet lies on its long side."""
        return self.width_mm > self.height_mm


@dataclass(frozen=True, slots=True)
class Document:
    """A whole document. `notes` are footnotes and endnotes; `producer` the program, if said.

    `changes` counts tracked changes that nobody has accepted, `comments` the comments.
    """

    sections: tuple[Section, ...]
    notes: tuple[Paragraph, ...] = ()
    title: str = ""
    language: str = ""
    producer: str = ""
    mirrored: bool = False  # margins of left and right pages change sides
    even_and_odd: bool = False
    changes: int = 0
    comments: int = 0

    def blocks(self) -> Iterator[Block]:
        """Paragraphs and tables of the body in the order of reading."""
        for section in self.sections:
            yield from section.blocks

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph of the body in the order of reading, those in cells too."""
        yield from paragraphs_of(self.blocks())

    def tables(self) -> Iterator[Table]:
        """Every table that does not stand in another one."""
        return (block for block in self.blocks() if isinstance(block, Table))


def paragraphs_of(blocks: Iterator[Block] | tuple[Block, ...]) -> Iterator[Paragraph]:
    """The paragraphs of blocks, row by row in tables."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row:
                    yield from paragraphs_of(cell.blocks)
