"""The plan of the reference round with one slip in it: which check tells it, and no other."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from typed import found_in

from generator.inspection.anatomy import Case
from generator.inspection.components import anatomy_of
from generator.inspection.document import Paragraph, paragraphs_of, read
from generator.paper_format import PARTY_HD36

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.inspection.document import Block, Document

SPACES = str.maketrans({"\u00a0": " ", "\u2011": "-"})

# what stands in the plan, at which of its places, what a slip makes of it, what is told
SLIPS = (
    ("Tỉnh ủy", 0, "Tỉnh uỷ", "text-tone-mixed"),
    ("thủ tục, quy định", 0, "thủ tục, qui định", "text-iy-mixed"),
    ("Đảng ủy Khối", 0, "Ðảng ủy Khối", "text-look-alike"),
    ("đại hội điểm của tỉnh", 0, "đại hội điểm của của tỉnh", "text-doubled-word"),
    ("đại hội điểm của tỉnh", 0, "đạị hội điểm của tỉnh", "text-two-tones"),
    ("đại hội điểm của tỉnh", 0, "đại\u200b hội điểm của tỉnh", "text-invisible"),
    ("đại hội điểm của tỉnh", 0, "đa\u0323i hội điểm của tỉnh", "text-not-nfc"),
    ("22/11/2024", 0, "31/11/2024", "text-date-impossible"),
    ("28/9/2021", 0, "28/09/2021", "text-short-date-zero"),
    ("28/9/2021", 0, "28-9-2021", "text-date-styles"),
    ("28/9/2021", 0, "28/9/2029", None),  # the plan has no day of its own yet
    ("nhiệm kỳ 2025-2030", 1, "nhiệm kỳ 2025 - 2030", "text-term-styles"),
    ("nhiệm kỳ 2020-2025", 0, "nhiệm kỳ 2025-2020", "text-range-backwards"),
    ("Ngày 21 - 23/5/2025", 0, "Ngày 23 - 21/5/2025", "text-range-backwards"),
    ("Ngày 20, 21/02/2025", 1, "Ngày 21, 22/02/2025", "text-event-two-dates"),
    ("Ngày 10/02/2025", 0, "Ngày 11/02/2025", None),  # a visit is said once
    ("Cấp cơ sở: 02", 0, "Cấp cơ sở: 03", "text-group-count"),
)


def changed(document: Document, old: str, place: int, new: str) -> Document:
    """The document with one of the places of a text changed; spaces there may be any."""
    having = [one for one in document.paragraphs() if old in one.text.translate(SPACES)]
    text = having[place].text.translate(SPACES)
    run = replace(having[place].runs[0], text=text.replace(old, new, 1))
    other = replace(having[place], runs=(run,))
    sections = [
        replace(section, blocks=tuple(with_paragraph(section.blocks, other)))
        for section in document.sections
    ]
    return replace(document, sections=tuple(sections))


def with_paragraph(blocks: tuple[Block, ...], other: Paragraph) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Paragraph):
            yield other if block.key == other.key else block
        elif other.key not in {one.key for one in paragraphs_of((block,))}:
            yield block
        else:
            rows = [
                tuple(
                    cell._replace(blocks=tuple(with_paragraph(cell.blocks, other)))
                    for cell in row
                )
                for row in block.rows
            ]
            yield replace(block, rows=tuple(rows))


def codes(document: Document) -> list[str]:
    case = Case(document, anatomy_of(document, PARTY_HD36), PARTY_HD36)
    return [finding.code for finding in found_in(case)]


@pytest.fixture(scope="module")
def plan(reference_papers: Path) -> Document:
    return read((reference_papers / "ke-hoach.docx").read_bytes())


def test_the_plan_has_no_finding(plan: Document) -> None:
    assert codes(plan) == []


@pytest.mark.parametrize(("old", "place", "new", "told"), SLIPS, ids=[one[2] for one in SLIPS])
def test_a_slip_is_told_by_its_check_alone(
    plan: Document, old: str, place: int, new: str, told: str | None
) -> None:
    assert codes(changed(plan, old, place, new)) == ([told] if told else [])
