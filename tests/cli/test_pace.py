"""The progress of a long collection: how many files, how fast, how long yet."""

from __future__ import annotations

from generator.cli.outcome import paced


def said(*steps: tuple[float, str]) -> list[str]:
    """What is shown of texts that are said at these seconds."""
    shown: list[str] = []
    now = [0.0]
    say = paced(shown.append, lambda: now[0])
    for second, text in steps:
        now[0] = second
        say(text)
    return shown


def test_it_says_how_many_how_fast_and_how_long_yet() -> None:
    shown = said((30, "300/2000 a.xlsx"), (190, "1900/2000 b.xlsx"))
    assert shown == [
        "300/2000 (600 tệp/phút, còn khoảng 3 phút) a.xlsx",
        "1900/2000 (600 tệp/phút, còn dưới 1 phút) b.xlsx",
    ]


def test_before_a_moment_has_passed_and_where_nothing_is_counted_it_says_no_pace() -> None:
    assert said((0, "1/2 a.xlsx"), (5, "khoa-noi/bao-cao-ket-qua.docx")) == [
        "1/2 a.xlsx",
        "khoa-noi/bao-cao-ket-qua.docx",
    ]
