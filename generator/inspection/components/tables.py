"""The cells of the tables of data, and the headings of their columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.inspection.anatomy import Found
from generator.inspection.document.values import Align, Piece, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.inspection.document.values import Cell, Paragraph, Table

_REPEATED = 0.95
_FIRST_ROW = 0.85
_GUESSED = 0.6
_BORDERED, _OPEN = 0.9, 0.5


def cells_of(tables: Iterable[Table]) -> Iterator[Found]:
    """Each filled paragraph of tables, as the heading of a column or as an entry."""
    for table in tables:
        heading, sure, why = _heading(table)
        in_table = _BORDERED if table.bordered else _OPEN
        for at, row in enumerate(table.rows):
            component = "column" if at < heading else "cell"
            for paragraph in _filled(row):
                level = min(sure, in_table) if at < heading else in_table
                yield Found(component, (Piece(paragraph),), level, why)


def _heading(table: Table) -> tuple[int, float, str]:
    """How many rows name the columns, how surely, and why."""
    if table.heading_rows:
        return table.heading_rows, _REPEATED, "hàng đầu lặp lại ở mỗi trang"
    if len(table.rows) < 2:  # noqa: PLR2004
        return 0, _GUESSED, "bảng một hàng"
    rows = max((cell.rows for cell in table.rows[0]), default=1)
    named = list(_filled(table.rows[0]))
    set_apart = bool(named) and all(_stands_out(one) for one in named)
    return rows, _FIRST_ROW if set_apart else _GUESSED, "hàng đầu của bảng"


def _stands_out(paragraph: Paragraph) -> bool:
    return paragraph.align is Align.CENTER or all(
        run.look.bold for run in paragraph.runs if run.text.strip()
    )


def _filled(row: Iterable[Cell]) -> Iterator[Paragraph]:
    for cell in row:
        for paragraph in paragraphs_of(cell.blocks):
            if paragraph.plain:
                yield paragraph
