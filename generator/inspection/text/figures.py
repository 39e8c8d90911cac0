"""Numbers and shares as they stand in a text, and whether a share follows from its numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction

from generator.vietnamese import decimal

WHOLE = r"\d{1,3}(?:\.\d{3}){1,4}|\d{1,9}"  # 36.954 or 36954 or 04
SHARE = r"(?P<percent>\d{1,3}(?:,\d{1,4})?) ?%"
COUNTED = r"(?:đồng chí|người|đại biểu|đảng viên|ủy viên|uỷ viên|đơn vị|đảng bộ|chi bộ|phiếu)"
_WHOLE = re.compile(WHOLE)
_NUMBER = re.compile(rf"(?P<whole>{WHOLE})(?:,(?P<decimals>\d{{1,6}}))?")
HUNDRED = 100
ENOUGH = 3  # rows, columns that agree before the one that does not is told


def whole(text: str) -> int:
    """A whole number as printed.

    >>> whole("36.954"), whole("04")
    (36954, 4)
    """
    return int(text.replace(".", ""))


@dataclass(frozen=True, slots=True)
class Figure:
    """A number and how many decimals it is printed with."""

    value: Fraction
    decimals: int = 0

    def __str__(self) -> str:
        """As it is printed."""
        return decimal(self.value, self.decimals)


def figure(text: str) -> Figure | None:
    """A text that is a number and nothing else, printed the Vietnamese way.

    >>> str(figure("1.234,50")), figure("12.5"), figure("15 đồng chí")
    ('1.234,50', None, None)
    """
    found = _NUMBER.fullmatch(text.strip())
    if found is None:
        return None
    decimals = found["decimals"] or ""
    digits = whole(found["whole"]) * 10 ** len(decimals) + int(decimals or 0)
    return Figure(Fraction(digits, 10 ** len(decimals)), len(decimals))


def follows(share: Figure, part: Fraction, base: Fraction) -> bool:
    """Whether a share in percent is that of `part` in `base`, rounded or cut.

    >>> follows(figure("17,17"), Fraction(28), Fraction(163))
    True
    >>> follows(figure("98,08"), Fraction(51), Fraction(51))
    False
    """
    if not base:
        return not share.value
    told = decimal(share.value, share.decimals)
    exact = part * HUNDRED / base
    return told in (
        decimal(exact, share.decimals),
        decimal(exact, share.decimals, cut=True),
    )


def share_of(part: Fraction, base: Fraction, decimals: int) -> str:
    """What should be printed."""
    return f"{decimal(part * HUNDRED / base, decimals)}%"
