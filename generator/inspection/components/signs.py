"""How signs add up to a confidence: each speaks for or against, with a weight."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

T = TypeVar("T")


@dataclass(frozen=True)
class Sign(Generic[T]):
    """Something that speaks for a component, or against it when `weight` is negative.

    `title` is Vietnamese: it becomes part of the reason.
    """

    title: str
    weight: float
    holds: Callable[[T], bool]


@dataclass(frozen=True, slots=True)
class Weighed:
    """How sure (0 to 1), and which signs say so."""

    confidence: float
    why: str


def weighed(subject: T, signs: Iterable[Sign[T]]) -> Weighed:
    """What the signs say together: none decides alone, each leaves less room for doubt.

    >>> short = Sign[str]("ngắn", 0.5, lambda text: len(text) < 9)
    >>> capitals = Sign[str]("chữ hoa", 0.8, str.isupper)
    >>> full = Sign[str]("có dấu chấm cuối", -0.5, lambda text: text.endswith("."))
    >>> weighed("KẾ HOẠCH", (short, capitals, full))
    Weighed(confidence=0.9, why='ngắn; chữ hoa')
    >>> weighed("KẾ HOẠCH.", (short, capitals, full)).confidence
    0.4
    """
    held = [sign for sign in signs if sign.holds(subject)]
    doubt, against = 1.0, 1.0
    for sign in held:
        if sign.weight > 0:
            doubt *= 1 - sign.weight
        else:
            against *= 1 + sign.weight
    return Weighed(round((1 - doubt) * against, 2), "; ".join(sign.title for sign in held))
