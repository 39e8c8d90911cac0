"""Figures and tables as the page writes them."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

ONE, TEN, HUNDRED = 1, 10, 100


def decimal(value: float, digits: int) -> str:
    """A figure with so many decimals: "1,26"."""
    return f"{value:.{digits}f}".replace(".", ",")


def whole(value: int) -> str:
    """A whole figure: "20.000"."""
    return f"{value:,}".replace(",", ".")


def shown(seconds: float) -> str:
    """Seconds as they are written: "0,084", "1,9", "62"."""
    return decimal(seconds, 3 if seconds < ONE else 1 if seconds < TEN else 0)


def ms(seconds: float) -> str:
    """The same in milliseconds: "1,26", "38,9", "160"."""
    value = 1000 * seconds
    if value >= HUNDRED:
        return whole(round(value))
    return decimal(value, 2 if value < TEN else 1)


def times(ratio: float) -> str:
    """How many times as long: "0,97", "12,4", "163"."""
    return decimal(ratio, 2 if ratio < TEN else 1 if ratio < HUNDRED else 0)


def spread(ratios: Sequence[float]) -> str:
    """The median of ratios, and between which they were."""
    return f"**{times(median(ratios))}** ({times(min(ratios))} - {times(max(ratios))})"


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table of Markdown."""
    lines = [headings, ["---"] * len(headings), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
