"""Hundreds of pages, and texts that nobody writes, are inspected in seconds."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from generator.inspection.inspecting import inspected
from inspected import text_of, with_part

if TYPE_CHECKING:
    from pathlib import Path

    from generator.inspection.inspecting import Inspection

BODY, END = "<w:body>", "<w:sectPr>"
SECONDS = 20  # of a processor: many times what it takes, for a slow machine
SENTENCE = "ngày 12/3/2025 - (95%) “kỹ” đồng chí 1.234, "
CELL = "<w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc>"


@pytest.fixture
def plan(reference_papers: Path) -> bytes:
    return (reference_papers / "ke-hoach.docx").read_bytes()


def timed(content: bytes) -> tuple[Inspection, float]:
    start = time.process_time()
    found = inspected(content)
    return found, time.process_time() - start


def test_three_hundred_pages(plan: bytes) -> None:
    text = text_of(plan)
    start = text.index('<w:p><w:pPr><w:pStyle w:val="VKNoiDung"/>')
    paragraph = text[start : text.index("</w:p>", start) + len("</w:p>")]
    long = text.replace(paragraph, paragraph * 3000, 1)

    found, seconds = timed(with_part(plan, "word/document.xml", long.encode()))

    assert sum(len(one.pieces) for one in found.anatomy.found["body"]) > 3000
    assert found.findings == ()
    assert seconds < SECONDS


@pytest.mark.parametrize(
    "body",
    [
        f"<w:p><w:r><w:t>{SENTENCE * 10_000}</w:t></w:r></w:p>",
        f"<w:p>{'<w:r><w:tab/><w:t>x</w:t></w:r>' * 10_000}</w:p>",
        f"<w:tbl>{f'<w:tr>{CELL * 50}</w:tr>' * 200}</w:tbl>",
        "<w:p><w:r><w:t>Nơi nhận:</w:t></w:r></w:p>" * 5_000,
    ],
    ids=["dates", "tabs", "table", "recipients"],
)
def test_what_nobody_writes(plan: bytes, body: str) -> None:
    text = text_of(plan)
    start, end = text.index(BODY) + len(BODY), text.rindex(END)
    content = (text[:start] + body + text[end:]).encode()

    found, seconds = timed(with_part(plan, "word/document.xml", content))

    assert found.failures == ()
    assert seconds < SECONDS
