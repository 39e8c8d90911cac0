"""Tables with shares: does each follow from its numbers, whatever they are shares of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from math import ceil, floor
from typing import TYPE_CHECKING

from generator.inspection.finding import ARITHMETIC
from generator.inspection.text.figures import (
    COUNTED,
    ENOUGH,
    HUNDRED,
    WHOLE,
    Figure,
    follows,
    share_of,
    whole,
)
from generator.inspection.text.grids import UNSAID, Kind, grids
from generator.inspection.text.passages import Rule, passages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.inspection.anatomy import Case
    from generator.inspection.document.values import Document
    from generator.inspection.finding import Finding
    from generator.inspection.text.grids import Grid, Row

_SHARE = Rule("text-table-share", ARITHMETIC)
_SHARES = re.compile(r"tỷ lệ|tỉ lệ|%")
_COMPARED = re.compile(r"(?:so với|trên|/) ?(?:tổng )?(?:số )?(?P<base>[^()]{3,60})$")
# "so với 15 ủy viên làm cơ sở tính kết quả": the column says the number itself
_OF_SO_MANY = re.compile(rf"(?:so với|trên) (?:tổng số )?(?P<number>{WHOLE}) {COUNTED}\b")
_CONVENED = re.compile(rf"triệu tập:? (?P<number>{WHOLE})(?![\w/%]|[.,]\d)", re.IGNORECASE)
_OF_CONVENED = re.compile(r"so với số (?:đại biểu|đảng viên) (?:được )?triệu tập$")
_MOST_BASES = 40  # whole numbers that a share of one row may be of
Bases = dict[int, Fraction]  # for each row of the pairs, what its share is of


@dataclass(frozen=True)
class Pair:
    """A count and the share beside it, in one row."""

    row: Row
    column: int
    part: Fraction
    share: Figure

    @property
    def says_much(self) -> bool:
        """Whether it tells one base from another: not 0, not 100."""
        return self.part > 0 and 0 < self.share.value < HUNDRED


@dataclass(frozen=True)
class Base:
    """What the shares of a column may be of; `named` where the column says so itself."""

    name: str
    values: Bases
    named: bool = False
    of_all: bool = False  # the row of totals says 100

    def fits(self, n: int, pair: Pair) -> bool:
        """Whether the share of row n follows."""
        return n not in self.values or follows(pair.share, pair.part, self.values[n])


def shares_of_tables_follow(case: Case) -> Iterator[Finding]:
    """A share in a table is that of the count beside it in what most of its column is of."""
    convened = _convened(case.document)
    for grid in grids(case.document):
        for column in range(1, len(grid.columns)):
            pairs = _pairs(grid, column)
            number = _said(grid.columns[column], convened)
            if pairs and number:
                values = dict.fromkeys(range(len(pairs)), Fraction(number))
                yield from _wrong(pairs, Base("số mà cột ghi", values))
            elif len(pairs) > 1:
                yield from _judged(pairs, [*_bases(grid, pairs, column)])


def _said(column: str, convened: int) -> int:
    """What a column says that its shares are of: a number, or all who were convened; or 0."""
    found = _OF_SO_MANY.search(column)
    if found:
        return whole(found["number"])
    return convened if _OF_CONVENED.search(column) else 0


def _convened(document: Document) -> int:
    """How many were convened, where the text outside tables says one number only; else 0."""
    said = {
        whole(found["number"])
        for passage in passages(document)
        if not passage.paragraph.spot.table
        for found in _CONVENED.finditer(passage.text)
    }
    return said.pop() if len(said) == 1 else 0


def _pairs(grid: Grid, column: int) -> list[Pair]:
    """The counts and shares of a column of shares, or of one that says "9 (33,33)"."""
    own = any("(" in row.texts[column] for row in grid.rows)
    if not own and not _SHARES.search(grid.columns[column]):
        return []
    beside = column if own else column - 1
    if beside == grid.ordinal or (not own and _SHARES.search(grid.columns[beside])):
        return []
    return [pair for row in grid.rows if (pair := _pair(row, beside, column)) is not None]


def _pair(row: Row, counted: int, column: int) -> Pair | None:
    if row.texts[counted] in UNSAID or row.texts[column] in UNSAID:
        return None
    part, share = row.number(counted), row.share(column)
    if part is None or share is None or (counted == column and "(" not in row.texts[column]):
        return None
    return Pair(row, column, part.value, share)


def _bases(grid: Grid, pairs: Sequence[Pair], column: int) -> Iterator[Base]:
    """What the shares may be of: another column, the row of totals, one number for all."""
    counted = column if any("(" in pair.row.texts[column] for pair in pairs) else column - 1
    compared = _COMPARED.search(grid.columns[column])
    for other, name in enumerate(grid.columns):
        if other not in (grid.ordinal, column, counted) and not _SHARES.search(name):
            named = bool(compared and name == compared["base"].strip())
            yield Base(name, _of_column(pairs, other), named)
    for row in grid.rows:
        total = row.number(counted) if row.kind is Kind.TOTAL else None
        if total is not None and total.value:
            values = {n: total.value for n, one in enumerate(pairs) if one.row is not row}
            share = row.share(column)
            of_all = share is not None and share.value == HUNDRED
            yield Base(f"hàng {row.label}", values, of_all=of_all)
    for number in _whole_bases(pairs):
        yield Base("một số chung", {n: Fraction(number) for n in range(len(pairs))})


def _of_column(pairs: Sequence[Pair], other: int) -> Bases:
    found = ((n, pair.row.number(other)) for n, pair in enumerate(pairs))
    return {n: number.value for n, number in found if number is not None and number.value}


def _whole_bases(pairs: Sequence[Pair]) -> list[int]:
    """The whole numbers that the shares of the largest counts can be of."""
    largest = sorted((one for one in pairs if one.says_much), key=lambda one: -one.part)
    found: dict[int, None] = {}
    for pair in largest[:ENOUGH]:
        room = Fraction(1, 10**pair.share.decimals)
        low = ceil(pair.part * HUNDRED / (pair.share.value + room))
        least = max(pair.share.value - room, Fraction(1, 1000))
        high = min(floor(pair.part * HUNDRED / least), low + _MOST_BASES)
        found.update(dict.fromkeys(range(max(low, 1), high + 1)))
    return [*found]


def _judged(pairs: Sequence[Pair], bases: Sequence[Base]) -> Iterator[Finding]:
    """The shares that do not follow from the base which the others follow from."""
    named = [base for base in bases if base.named]
    if named:
        yield from _wrong(pairs, named[0])
        return
    best = max(bases, key=lambda base: _agreeing(pairs, base), default=None)
    if best is None:
        return
    judged = [best.fits(n, one) for n, one in enumerate(pairs) if n in best.values]
    telling = [best.fits(n, one) for n, one in enumerate(pairs) if one.says_much]
    enough = _agreeing(pairs, best) >= (1 if best.of_all else ENOUGH)
    if enough and all(_mostly(said) for said in (judged, telling)):
        yield from _wrong(pairs, best)


def _mostly(said: Sequence[bool]) -> bool:
    """Whether few are wrong: one, or a third of all."""
    return said.count(False) <= max(1, len(said) // 3)


def _agreeing(pairs: Sequence[Pair], base: Base) -> int:
    """How many different pairs follow from a base."""
    return len(
        {
            (pair.part, base.values[n])
            for n, pair in enumerate(pairs)
            if n in base.values and pair.says_much and base.fits(n, pair)
        }
    )


def _wrong(pairs: Sequence[Pair], base: Base) -> Iterator[Finding]:
    for n, pair in enumerate(pairs):
        piece = pair.row.piece(pair.column)
        if piece is not None and not base.fits(n, pair):
            values = {
                "name": pair.row.label or pair.row.texts[0],
                "part": str(Figure(pair.part)),
                "base": str(Figure(base.values[n])),
                "written": f"{pair.share}%",
                "right": share_of(pair.part, base.values[n], pair.share.decimals),
            }
            yield _SHARE.broken(piece, values, "cell")


CHECKS: tuple[Callable[[Case], Iterator[Finding]], ...] = (shares_of_tables_follow,)
