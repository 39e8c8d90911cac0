"""Bases, majorities and shares: whole numbers and fractions, rounded only where printed."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from generator.model.regulation import Rounding
from generator.vietnamese import decimal

if TYPE_CHECKING:
    from generator.model.regulation import BaseRule
    from generator.model.result import Assembly


def base_of(assembly: Assembly, rule: BaseRule) -> int:
    """The number that votes are held against: people convened, less whom the rule excludes."""
    excluded: int = sum(getattr(assembly, name) for name in rule.less)
    return max(0, assembly.convened - excluded)


def is_elected_by(votes: int, base: int) -> bool:
    """Whether the votes are more than half of the base; without a base nobody is elected.

    >>> is_elected_by(5, 10), is_elected_by(6, 10), is_elected_by(79, 157)
    (False, True, True)
    """
    return 0 < base < 2 * votes


def votes_missing(votes: int, base: int) -> int:
    """By how many votes somebody fell short of more than half.

    >>> votes_missing(5, 10), votes_missing(6, 10)
    (1, 0)
    """
    return max(0, base // 2 + 1 - votes)


def share(votes: int, base: int) -> Fraction | None:
    """The votes as a share of the base, None without one."""
    return Fraction(votes, base) if base else None


def surplus(listed: int, seats: int) -> Fraction | None:
    """The names over the seats as a share of the seats, None without a seat."""
    return Fraction(listed - seats, seats) if seats else None


def surplus_allowed(seats: int, percent: int) -> int:
    """How many names may stand over the seats: the share cut to whole names, at least one.

    The rounding is not ruled; one over at small bodies is what practice does.

    >>> surplus_allowed(15, 30), surplus_allowed(3, 30)
    (4, 1)
    """
    return max(1, seats * percent // 100)


def percent(
    part: Fraction | None, decimals: int = 2, rounding: Rounding = Rounding.HALF_UP
) -> str:
    """A share as papers print it, in percent without the sign; nothing where there is none.

    >>> percent(Fraction(51, 52)), percent(Fraction(28, 163), rounding=Rounding.CUT)
    ('98,08', '17,17')
    >>> percent(Fraction(1), 0), percent(None)
    ('100', '')
    """
    return "" if part is None else decimal(part * 100, decimals, cut=rounding is Rounding.CUT)
