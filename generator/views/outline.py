"""The outline of the report as lines: the plan prints it, the report is made of it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.vietnamese import roman

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import OutlineItem

PROMPT = "[Nhấp vào đây để viết nội dung mục này]"
VOTES_PROMPT = (
    "[Nhấp vào đây để viết: số lượng được bầu, danh sách bầu cử; số người được triệu tập, "
    "có mặt; số phiếu phát ra, thu vào, hợp lệ, không hợp lệ; kết quả từng người ghi vào "
    "bảng dưới]"
)
MAX_TITLE = 64  # Word refuses a longer title or tag of a content control


@dataclass(frozen=True, slots=True)
class OutlineLine:
    """One line of the outline, what it looks like, the control under it."""

    text: str
    is_heading: bool
    is_title: bool
    is_starred: bool
    is_note: bool
    control: Control | None


@dataclass(frozen=True, slots=True)
class Control:
    """A content control: its tag, title and prompt; a table of votes where one belongs."""

    tag: str
    title: str
    prompt: str
    votes: bool


def outline(items: tuple[OutlineItem, ...]) -> tuple[OutlineLine, ...]:
    """The lines in order: I- heading, 1. point, - part, + detail."""
    return tuple(_lines(items, 0))


def in_capitals(lines: tuple[OutlineLine, ...]) -> tuple[OutlineLine, ...]:
    """The lines of a report: its first-level headings stand in capitals (custom)."""
    return tuple(
        replace(line, text=line.text.upper()) if line.is_heading else line for line in lines
    )


def _lines(items: tuple[OutlineItem, ...], level: int) -> Iterator[OutlineLine]:
    for number, item in enumerate(items, start=1):
        yield OutlineLine(
            text=f"{_mark(item, level, number)} {item.title}",
            is_heading=level == 0,
            is_title=level == 1 and not item.title.endswith((".", ":")),
            is_starred=item.marker is not None,
            is_note=False,
            control=control(item) if item.narrative or not item.items else None,
        )
        yield from _lines(item.items, level + 1)
        if item.note:
            yield OutlineLine(item.note, False, False, False, True, None)  # noqa: FBT003


def _mark(item: OutlineItem, level: int, number: int) -> str:
    if item.marker:
        return item.marker
    return (f"{roman(number)}-", f"{number}.", "-", "+")[min(level, 3)]


def control(item: OutlineItem) -> Control:
    """The control of a point: named by its title, tagged by its id."""
    title = item.title.rstrip(".:; ")
    return Control(
        tag=item.id,
        title=title if len(title) <= MAX_TITLE else _cut(title),
        prompt=VOTES_PROMPT if item.votes else PROMPT,
        votes=item.votes,
    )


def _cut(title: str) -> str:
    return title[: MAX_TITLE - 1].rsplit(" ", 1)[0].rstrip(" ,;") + "…"
