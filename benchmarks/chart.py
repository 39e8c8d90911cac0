"""docs/benchmark.svg: milliseconds a document, a bar for each engine, on a scale of tens."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil, floor, log10
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from figures import ms, times

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

TITLE = "Mili giây một văn kiện 4 trang (mỗi vạch gấp 10 lần; ngắn là nhanh)"
WIDTH, LEFT, RIGHT = 760, 170, 130
TOP, BAR, GAP, BOTTOM = 44, 20, 9, 40
OURS_COLOR, FLOOR_COLOR, COLOR = "#b3261e", "#8a8a8a", "#3b6ea5"
POINTS = str.maketrans(",.", ".,")
INK, GRID = "#222222", "#d9d9d9"


@dataclass(frozen=True, slots=True)
class Bar:
    """An engine: seconds a document, and how many times ours that is."""

    name: str
    seconds: float
    to_ours: float


def chart(bars: Iterable[Bar], ours: str, lowest: str) -> str:
    """A picture of seconds a document, the fastest on top; readable on any background."""
    ranked = sorted(bars, key=lambda one: one.seconds)
    height = TOP + len(ranked) * (BAR + GAP) + BOTTOM
    low = floor(log10(1000 * ranked[0].seconds / 2))
    high = ceil(log10(1000 * ranked[-1].seconds))
    scale = _Scale(low, high)
    colors = {ours: OURS_COLOR, lowest: FLOOR_COLOR}
    lines = [_text(WIDTH / 2, 24, TITLE, "middle", 16), *_grid(scale, height - BOTTOM)]
    for number, one in enumerate(ranked):
        top, end = TOP + number * (BAR + GAP), scale.at(1000 * one.seconds)
        share = "" if one.name == ours else f" (×{times(one.to_ours)})"
        lines += [
            _text(LEFT - 8, top + 15, one.name, "end"),
            _bar(top, end - LEFT, colors.get(one.name, COLOR)),
            _text(end + 6, top + 15, f"{ms(one.seconds)} ms{share}"),
        ]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" '
        f'width="{WIDTH}" height="{height}" font-family="sans-serif" role="img" '
        f'aria-label="{TITLE}">'
        f'<rect width="{WIDTH}" height="{height}" fill="#ffffff"/>{"".join(lines)}</svg>\n'
    )


def _bar(top: float, length: float, color: str) -> str:
    size = f'width="{length:.1f}" height="{BAR}"'
    return f'<rect x="{LEFT}" y="{top}" {size} fill="{color}"/>'


class _Scale:
    """Where milliseconds lie between two powers of ten."""

    def __init__(self, low: int, high: int) -> None:
        self.low, self.high = low, high

    def at(self, value: float) -> float:
        share = (log10(value) - self.low) / (self.high - self.low)
        return LEFT + share * (WIDTH - LEFT - RIGHT)


def _grid(scale: _Scale, bottom: float) -> Iterator[str]:
    """A line and a figure at each power of ten."""
    for power in range(scale.low, scale.high + 1):
        x = scale.at(10.0**power)
        yield f'<path d="M{x:.1f} {TOP - 6}V{bottom}" stroke="{GRID}" stroke-width="1"/>'
        yield _text(
            x,
            bottom + 18,
            f"{10**power if power >= 0 else 10.0**power:,} ms".translate(POINTS),
            "middle",
            12,
        )


def _text(x: float, y: float, text: str, anchor: str = "start", size: int = 13) -> str:
    return (
        f'<text x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}" font-size="{size}" '
        f'fill="{INK}">{escape(text)}</text>'
    )
