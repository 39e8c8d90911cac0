"""Documents typed as lines of text, for checks that read words and numbers.

A line is a paragraph; lines in bars are a table: `| STT | Đơn vị |`. A cell `<` belongs to the
one at its left, a cell `^` to the one above. `[font] text` is set in a font.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.inspection.anatomy import Anatomy, Case, Found
from generator.inspection.document import (
    Cell,
    Document,
    Key,
    Look,
    Paragraph,
    Piece,
    Run,
    Section,
    Spot,
    Table,
)
from generator.inspection.text import TEXT_CHECKS
from generator.paper_format import PARTY_HD36

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.inspection.document import Block
    from generator.inspection.finding import Finding
    from generator.paper_format import Profile

FONT = "Times New Roman"
_FONT = re.compile(r"\[(?P<font>[^]]+)\] (?P<text>.*)", re.DOTALL)


@dataclass
class Typist:
    """Makes paragraphs and tables with their places, as the reader of files would."""

    paragraphs: int = 0
    tables: int = 0
    made: dict[str, Paragraph] = field(default_factory=dict)

    def paragraph(self, text: str, table: int = 0, row: int = 0, column: int = 0) -> Paragraph:
        font = FONT
        if found := _FONT.fullmatch(text):
            font, text = found["font"], found["text"]
        spot = Spot(1, "", table, row, column, text)
        key = Key("word/document.xml", self.paragraphs)
        self.paragraphs += 1
        one = Paragraph(key, spot, (Run(text, Look(font, 14)),))
        self.made.setdefault(text, one)
        return one

    def table(self, rows: Sequence[Sequence[str]]) -> Table:
        self.tables += 1
        made = [
            tuple(
                Cell(
                    (self.paragraph(text, self.tables, y + 1, x + 1),),
                    x,
                    1 + run_of("<", [row[n] for n in range(x + 1, len(row))]),
                    1 + run_of("^", [below[x] for below in rows[y + 1 :]]),
                )
                for x, text in enumerate(row)
                if text not in ("<", "^")
            )
            for y, row in enumerate(rows)
        ]
        return Table(self.tables, tuple(made), bordered=True)


def run_of(mark: str, texts: Iterable[str]) -> int:
    """How many of the first texts are a mark."""
    count = 0
    for text in texts:
        if text != mark:
            break
        count += 1
    return count


def document_of(blocks: Sequence[Block]) -> Document:
    return Document((Section(1, 210, 297, 20, 20, 30, 15, 10, 10, tuple(blocks)),))


def case_of(
    lines: Sequence[str],
    components: Mapping[str, str] | None = None,
    profile: Profile = PARTY_HD36,
) -> Case:
    """The case that the lines make; `components` says which line is what."""
    typist = Typist()
    blocks: list[Block] = []
    rows: list[list[str]] = []
    for line in [*lines, ""]:
        if line.startswith("|"):
            rows.append([cell.strip(" ") for cell in line.strip()[1:-1].split("|")])
            continue
        if rows:
            blocks.append(typist.table(rows))
            rows = []
        if line:
            blocks.append(typist.paragraph(line))
    found = {
        key: (Found(key, (Piece(typist.made[text]),), 1),)
        for key, text in (components or {}).items()
    }
    return Case(document_of(blocks), Anatomy(found), profile)


def found_in(case: Case) -> list[Finding]:
    """What all the checks of text say of a case."""
    return [finding for check in TEXT_CHECKS for finding in check(case)]
