"""Cells, rows and columns as a message names them: C5:C12, dòng 7-9."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.tables import address, column_letters

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.sources.workbook_scan import Spot

SHOWN = 6  # ranges; a message that names more is not read


def cells_said(spots: Iterable[Spot]) -> str:
    """Cells as ranges, by columns; columns filled alike are one range.

    >>> cells_said([(4, 2), (5, 2), (4, 3), (5, 3), (8, 0)])
    'A9, C5:D6'
    >>> cells_said([(0, 0)]), cells_said([(0, column) for column in range(0, 20, 2)])
    ('A1', 'A1, C1, E1, G1, I1, K1 và 4 vùng khác')
    """
    columns: dict[int, list[int]] = {}
    for row, column in sorted(spots):
        columns.setdefault(column, []).append(row)
    blocks: list[tuple[int, int, int, int]] = []  # first row, last row, first, last column
    for column in sorted(columns):
        for first, last in runs(columns[column]):
            beside = next((one for one in blocks if one[:2] == (first, last)), None)
            if beside and beside[3] == column - 1:
                blocks[blocks.index(beside)] = (*beside[:3], column)
            else:
                blocks.append((first, last, column, column))
    return _listed([_block(block) for block in blocks])


def rows_said(rows: Iterable[int]) -> str:
    """Rows as ranges.

    >>> rows_said([4, 6, 7, 8])
    '5, 7-9'
    """
    return _listed([_span(str(a + 1), str(b + 1), "-") for a, b in runs(sorted(rows))])


def columns_said(columns: Iterable[int]) -> str:
    """Columns as ranges.

    >>> columns_said([2, 4, 5])
    'C, E-F'
    """
    letters = ((column_letters(a), column_letters(b)) for a, b in runs(sorted(columns)))
    return _listed([_span(*both, "-") for both in letters])


def runs(numbers: Iterable[int]) -> list[tuple[int, int]]:
    """The first and last of numbers that follow one another.

    >>> runs([1, 2, 3, 7])
    [(1, 3), (7, 7)]
    """
    found: list[tuple[int, int]] = []
    for number in numbers:
        if found and found[-1][1] == number - 1:
            found[-1] = found[-1][0], number
        else:
            found.append((number, number))
    return found


def _block(block: tuple[int, int, int, int]) -> str:
    top, bottom, left, right = block
    return _span(address(top, left), address(bottom, right), ":")


def _span(first: str, last: str, sign: str) -> str:
    return first if first == last else f"{first}{sign}{last}"


def _listed(parts: list[str]) -> str:
    more = f" và {len(parts) - SHOWN} vùng khác" if len(parts) > SHOWN else ""
    return ", ".join(parts[:SHOWN]) + more
