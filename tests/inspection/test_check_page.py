"""docs/kiem-tra-the-thuc.md lists every check as the program has it."""

from __future__ import annotations

from check_page import PAGE, PARTS, TITLE, page

from generator.inspector import ANNOTATED, FIXED

TEXT = PAGE.read_text(encoding="utf-8")


def test_the_page_ends_with_every_check() -> None:
    assert TITLE + TEXT.partition(TITLE)[2] == page()


def test_every_check_says_how_bad_and_how_sure() -> None:
    codes = [code for messages in PARTS.values() for code in messages]
    rows = [line for line in page().splitlines() if line.startswith("| `")]

    assert len(rows) == len(codes) > 100
    assert [row for row in rows if " |  |" in row] == []


def test_the_page_names_the_copies_as_they_are_named() -> None:
    assert f".{ANNOTATED}.docx" in TEXT
    assert f".{FIXED}.docx" in TEXT
