"""Tables whose printed totals are not their sums: of rows, of groups of rows, of columns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby
from typing import TYPE_CHECKING

from generator.inspection.finding import ARITHMETIC
from generator.inspection.text.figures import Figure
from generator.inspection.text.grids import Kind, grids
from generator.inspection.text.passages import Rule
from generator.vietnamese import decimal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.inspection.anatomy import Case
    from generator.inspection.finding import Finding
    from generator.inspection.text.grids import Grid, Row

_TOTAL = Rule("text-total", ARITHMETIC)
_NOT_SUMMED = re.compile(
    r"tuổi bình quân|bình quân|trung bình|tỷ lệ|tỉ lệ|%|\bnăm\b|\bngày\b|thời gian|\bđiểm\b|"
    r"điện thoại|số hiệu|ký hiệu|\bmã\b|cao nhất|thấp nhất|đơn giá|hệ số|xếp|\bthứ\b|ghi chú|"
    r"\bsố phiếu\b|\bkhóa\b|\bkhoá\b|\bcmnd\b|\bcccd\b|\bstt\b|^tt$|trang"
)
_OVERLAP = re.compile(
    r"(?:nữ|nam|dân tộc|tôn giáo|tuổi|dưới|trên|từ|trong|tái cử|lần đầu|chuyên môn|lý luận|"
    r"đại học|thạc sĩ|tiến sĩ|cao cấp|trung cấp)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Sum:
    """A number that should be the sum of others: where it stands, and what they are."""

    row: Row
    column: int
    name: str
    parts: tuple[Figure, ...]

    @property
    def printed(self) -> Figure:
        """The number as printed."""
        return self.row.number(self.column) or Figure(Fraction(0))

    @property
    def right(self) -> Fraction:
        """What it should be."""
        return sum((part.value for part in self.parts), Fraction(0))

    @property
    def is_right(self) -> bool:
        """Whether it is the sum, as near as the rounding of its parts allows."""
        decimals = max([self.printed.decimals, *(part.decimals for part in self.parts)])
        room = Fraction(len(self.parts), 2 * 10**decimals) if decimals else Fraction(0)
        return abs(self.printed.value - self.right) <= room

    @property
    def says_much(self) -> bool:
        """Whether it would hardly be right by chance: two parts or more that count."""
        return sum(part.value > 0 for part in self.parts) > 1 and self.right > 2  # noqa: PLR2004

    def finding(self) -> Iterator[Finding]:
        """What to say of it."""
        piece = self.row.piece(self.column)
        if piece is not None:
            decimals = max([self.printed.decimals, *(part.decimals for part in self.parts)])
            values = {
                "name": self.name,
                "written": str(self.printed),
                "right": decimal(self.right, decimals),
                "parts": " + ".join(map(str, self.parts)),
            }
            yield _TOTAL.broken(piece, values, "cell")


def _judged(sums: Sequence[Sum], *, sure: bool = False) -> Iterator[Finding]:
    """The sums that are wrong, where others show that they are meant as sums.

    `sure`: the rows are said to be summed; then it is enough that not all columns disagree.
    """
    wrong = [one for one in sums if not one.is_right]
    right = sum(one.is_right and one.says_much for one in sums)
    few = len(wrong) <= max(1, len(sums) // 4) and right > 0
    if wrong and (few or (sure and (right > 0 or len(sums) == 1))):
        for one in wrong:
            yield from one.finding()


def _columns(grid: Grid, rows: Sequence[Row]) -> list[int]:
    """The columns that can be added up: numbers and blanks only, and of things that add."""
    return [
        column
        for column, name in enumerate(grid.columns)
        if column != grid.ordinal
        and not _NOT_SUMMED.search(name)
        and all(row.number(column) is not None for row in rows)
        and not all(row.is_blank(column) for row in rows)
    ]


def totals_are_sums(case: Case) -> Iterator[Finding]:
    """A row "Tổng cộng" under or over its rows is their sum, and a group that of its items."""
    for grid in grids(case.document):
        rows = [row for row in grid.rows if row.kind is not Kind.SUBSET]
        counted = [row for row in rows if _counts(row, grid)]
        if any(row.kind is Kind.TOTAL for row in counted):
            yield from _of_totals(grid, rows, counted)
        yield from _judged(_group_sums(grid, counted))


def _counts(row: Row, grid: Grid) -> bool:
    """Whether a row has numbers beside its number of order."""
    first = 0 if grid.ordinal is None else 1
    return any(
        row.texts[column] and not row.texts[column].isalpha() and row.number(column) is not None
        for column in range(first, len(row.texts))
    )


def _of_totals(grid: Grid, rows: Sequence[Row], counted: Sequence[Row]) -> Iterator[Finding]:
    if counted[0].kind is Kind.TOTAL:
        yield from _of_first_row(grid, rows, counted)
    if counted[-1].kind is Kind.TOTAL and len(counted) > 2:  # noqa: PLR2004
        yield from _of_last_row(grid, counted)


def _of_first_row(grid: Grid, rows: Sequence[Row], counted: Sequence[Row]) -> Iterator[Finding]:
    """A total above what it adds up: all rows, or each of the sections that headings part."""
    total = counted[0]
    below = [row for row in counted[1:] if row.kind is not Kind.TOTAL]
    everything = _sums(grid, total, _top(below))
    if any(one.is_right and one.says_much for one in everything):
        yield from _judged(everything)
        return
    for section in _sections(grid, rows, below):
        yield from _judged(_sums(grid, total, section))


def _sections(grid: Grid, rows: Sequence[Row], below: Sequence[Row]) -> list[list[Row]]:
    """The rows between headings that count nothing ("Chia theo cấp")."""
    wanted = {id(row) for row in below}
    parts = [
        [row for row in group if id(row) in wanted]
        for counts, group in groupby(rows, key=lambda row: _counts(row, grid))
        if counts
    ]
    several = [part for part in parts if len(part) > 1]
    return several if len(parts) > 1 else []


def _of_last_row(grid: Grid, counted: Sequence[Row]) -> Iterator[Finding]:
    """A total under what it adds up; totals of groups before it are added, not their items."""
    *above, total = counted
    middle = [row for row in above if row.kind is Kind.TOTAL and row is not counted[0]]
    items = [row for row in above if row.kind is not Kind.TOTAL]
    if not middle:
        parts = _top(items)
        sums = _sums(grid, total, parts)
        overlap = any(_OVERLAP.match(row.label) for row in parts)
        yield from _judged(sums, sure=not overlap)
    elif all(row.kind in (Kind.ITEM, Kind.PLAIN) for row in items):
        yield from _judged(_with_middle_totals(grid, above, total), sure=True)


def _with_middle_totals(grid: Grid, above: Sequence[Row], total: Row) -> list[Sum]:
    sums: list[Sum] = []
    tops: list[Row] = []
    pending: list[Row] = []
    for row in above:
        if row.kind is Kind.TOTAL:
            sums += _sums(grid, row, pending)
            tops.append(row)
            pending = []
        else:
            pending.append(row)
    return [*sums, *_sums(grid, total, [*tops, *pending])]


_LEVELS = (Kind.LETTER, Kind.ROMAN, Kind.ITEM, Kind.PLAIN)


def _top(rows: Sequence[Row]) -> list[Row]:
    """The rows of the highest level: groups, not their items; none where rows have no place."""
    kinds = {row.kind for row in rows}
    if Kind.PLAIN in kinds and len(kinds) > 1:
        return []
    level = next((kind for kind in _LEVELS if kind in kinds), None)
    return [row for row in rows if row.kind is level]


def _sums(grid: Grid, total: Row, parts: Sequence[Row]) -> list[Sum]:
    if len(parts) < 2:  # noqa: PLR2004
        return []
    name = total.label
    return [
        Sum(total, column, name, tuple(_figures(parts, column)))
        for column in _columns(grid, [total, *parts])
        if total.texts[column] and not all(row.is_blank(column) for row in parts)
    ]


def _figures(rows: Sequence[Row], column: int) -> Iterator[Figure]:
    return (found for row in rows if (found := row.number(column)) is not None)


def _group_sums(grid: Grid, counted: Sequence[Row]) -> list[Sum]:
    """The sums of groups that have numbers of their own: I over 1, 2; A over I, II."""
    sums: list[Sum] = []
    for n, row in enumerate(counted):
        if row.kind in (Kind.LETTER, Kind.ROMAN):
            sums += _sums(grid, row, _children(counted, n))
    return sums


def _children(counted: Sequence[Row], n: int) -> list[Row]:
    """The rows under a group, of the next level only."""
    level = _LEVELS.index(counted[n].kind)
    under: list[Row] = []
    for row in counted[n + 1 :]:
        if row.kind is Kind.TOTAL or _LEVELS.index(row.kind) <= level:
            break
        under.append(row)
    return _top(under)


_TOTAL_COLUMN = re.compile(r"(?:.* )?(?:tổng số|tổng cộng|tổng|cộng)(?: [(].*[)])?")


def columns_of_totals_are_sums(case: Case) -> Iterator[Finding]:
    """A column "Tổng số" is the sum of the columns beside it, where most rows show it."""
    for grid in grids(case.document):
        rows = [row for row in grid.rows if _counts(row, grid)]
        columns = [c for c in _columns(grid, rows) if c]
        for column in columns:
            if _TOTAL_COLUMN.fullmatch(grid.columns[column]):
                yield from _of_column(grid, rows, columns, column)


def _of_column(
    grid: Grid, rows: Sequence[Row], columns: Sequence[int], total: int
) -> Iterator[Finding]:
    for parts in _beside(grid, columns, total):
        sums = [
            Sum(row, total, grid.columns[total], tuple(_across(row, parts)))
            for row in rows
            if row.texts[total] and not all(row.is_blank(part) for part in parts)
        ]
        right = sum(one.is_right and one.says_much for one in sums)
        if right >= 2 and right * 4 >= 3 * (len(sums) - 1):  # noqa: PLR2004
            for one in sums:
                if not one.is_right:
                    yield from one.finding()
            return


def _beside(grid: Grid, columns: Sequence[int], total: int) -> Iterator[list[int]]:
    """The columns that a total may be of: under the same name, after it, before it."""
    group = grid.groups[total]
    same = [c for c in columns if c != total and grid.groups[c] == group]
    after = [c for c in columns if c > total]
    before = [c for c in columns if c < total]
    yield from (way for way in (same if group else [], after, before) if len(way) > 1)


def _across(row: Row, columns: Sequence[int]) -> Iterator[Figure]:
    return (found for c in columns if (found := row.number(c)) is not None)


CHECKS: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    totals_are_sums,
    columns_of_totals_are_sums,
)
