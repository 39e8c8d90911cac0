"""The outline of the report as lines: the plan prints it, the report is made of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.slots import SECTION, Written, anchor_of, written
from generator.vietnamese import roman
from generator.views.vote_table import VoteTable  # noqa: TC001 - templates are typed by it

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.model import OutlineItem

PROMPT = "[Nhấp vào đây để viết nội dung mục này]"
VOTES_PROMPT = (
    "[Nhấp vào đây để viết: số lượng được bầu, danh sách bầu cử; số người được triệu tập, "
    "có mặt; số phiếu phát ra, thu vào, hợp lệ, không hợp lệ; kết quả từng người ghi vào "
    "bảng dưới]"
)
MAX_TITLE = 64  # Word refuses a longer title or tag of a content control
NOTE = "-ghi-chu"


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """One line of the outline, what it looks like, the control under it.

    `anchor` is the bookmark by which its section is found again.
    """

    text: str
    anchor: str
    is_heading: bool
    is_title: bool
    is_starred: bool
    is_note: bool
    control: Control | None


@dataclass(frozen=True, slots=True)
class Control:
    """A content control: its tag, title and lines; the tables of votes under it.

    While `prompts` holds, its one line only asks for words.
    """

    tag: str
    title: str
    anchor: str
    prompts: bool
    lines: tuple[Written, ...]
    tables: tuple[VoteTable, ...] = ()


def outline(
    items: tuple[OutlineItem, ...], made: Callable[[OutlineItem], Control] | None = None
) -> tuple[OutlineLine, ...]:
    """The lines in order: I- heading, 1. point, - part, + detail; `made` makes the controls."""
    return tuple(_lines(items, 0, made or control))


def in_capitals(lines: tuple[OutlineLine, ...]) -> tuple[OutlineLine, ...]:
    """The lines of a report: its first-level headings stand in capitals (custom)."""
    return tuple(
        replace(line, text=line.text.upper()) if line.is_heading else line for line in lines
    )


def _lines(
    items: tuple[OutlineItem, ...], level: int, made: Callable[[OutlineItem], Control]
) -> Iterator[OutlineLine]:
    for number, item in enumerate(items, start=1):
        yield OutlineLine(
            text=f"{_mark(item, level, number)} {item.title}",
            anchor=anchor_of(item.id, SECTION),
            is_heading=level == 0,
            is_title=level == 1 and not item.title.endswith((".", ":")),
            is_starred=item.marker is not None,
            is_note=False,
            control=made(item) if item.narrative or not item.items else None,
        )
        yield from _lines(item.items, level + 1, made)
        if item.note:
            anchor = anchor_of(item.id + NOTE, SECTION)
            yield OutlineLine(item.note, anchor, False, False, False, True, None)  # noqa: FBT003


def _mark(item: OutlineItem, level: int, number: int) -> str:
    if item.marker:
        return item.marker
    return (f"{roman(number)}-", f"{number}.", "-", "+")[min(level, 3)]


def control(item: OutlineItem) -> Control:
    """The control of a point that waits for words: named by its title, tagged by its id."""
    return prompting(item.id, item.title, VOTES_PROMPT if item.votes else PROMPT)


def prompting(tag: str, title: str, prompt: str) -> Control:
    """A control that asks for words."""
    lines = written(tag, (prompt,))
    return Control(tag, short_title(title), anchor_of(tag), prompts=True, lines=lines)


def saying(tag: str, title: str, lines: tuple[str, ...]) -> Control:
    """A control with what the program has to say."""
    known = written(tag, lines)
    return Control(tag, short_title(title), anchor_of(tag), prompts=False, lines=known)


def short_title(title: str) -> str:
    """A title as Word takes it."""
    plain = title.rstrip(".:; ")
    return plain if len(plain) <= MAX_TITLE else _cut(plain)


def _cut(title: str) -> str:
    return title[: MAX_TITLE - 1].rsplit(" ", 1)[0].rstrip(" ,;") + "…"
