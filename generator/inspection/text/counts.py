"""Numbers said of a table or group, against the rows that it has."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.inspection.document.values import Paragraph
from generator.inspection.finding import CONTRADICTION
from generator.inspection.text.figures import whole
from generator.inspection.text.grids import Kind, grid_of, grids
from generator.inspection.text.passages import Rule, passage_of
from generator.paper_format import Confidence, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.inspection.anatomy import Case
    from generator.inspection.document.values import Block
    from generator.inspection.finding import Finding
    from generator.inspection.text.grids import Grid, Row

_ROWS = Rule("text-row-count", CONTRADICTION)
_GROUP = Rule("text-group-count", CONTRADICTION)
_ORDER = Rule("text-ordinals", Source("số thứ tự liên tục: thông lệ", Confidence.P))
_SAID = re.compile(
    r"(?:gồm|gồm có|có|trúng cử|danh sách) (?P<number>\d{1,4}) "
    r"(?:đồng chí|người|đại biểu|đơn vị|đảng bộ|chi bộ|tổ chức|nội dung)[^\d.;]{0,60}:$",
    re.IGNORECASE,
)
_FEWEST = 3  # rows, for two to show what the third should be
_LAST_WORDS = 160
_NUMBER = re.compile(r"\d+")


def tables_have_the_rows_announced(case: Case) -> Iterator[Finding]:
    """ "danh sách gồm 17 đồng chí:" stands over a table of 17 numbered rows."""
    before: Block | None = None
    for block in case.document.blocks():
        if isinstance(block, Paragraph):
            before = block if block.text.strip() else before
            continue
        grid = grid_of(block)
        if grid is not None and isinstance(before, Paragraph):
            yield from _announced(before, grid)
        before = None


def _announced(before: Paragraph, grid: Grid) -> Iterator[Finding]:
    passage = passage_of(before)
    text = passage.text.rstrip()
    found = _SAID.search(text, max(len(text) - _LAST_WORDS, 0))
    if found is None or len(_NUMBER.findall(text[found.start() :])) != 1:
        return
    rows = _numbered(grid)
    if rows and rows != whole(found["number"]):
        values = {"said": found["number"], "rows": str(rows), "table": str(grid.table.number)}
        yield _ROWS.broken(passage.piece(*found.span("number")), values)


def _numbered(grid: Grid) -> int:
    """How many rows a table numbers from 1 on without a gap, and nothing else; else 0."""
    marks = [row.ordinal.rstrip(".") for row in grid.rows if row.kind is not Kind.TOTAL]
    return len(marks) if marks == [str(n + 1) for n in range(len(marks))] else 0


_COUNTED_GROUP = re.compile(
    r"[^\d:]{3,80}: ?(?P<number>\d{1,3})(?: (?:đơn vị|đảng bộ|chi bộ))?"
)


def groups_have_the_rows_counted(case: Case) -> Iterator[Finding]:
    """ "Cấp cơ sở: 02" stands over two numbered rows."""
    for grid in grids(case.document):
        for n, row in enumerate(grid.rows):
            found = _COUNTED_GROUP.fullmatch(row.label)
            if found and row.kind in (Kind.ROMAN, Kind.LETTER):
                yield from _of_group(row, whole(found["number"]), _items(grid, n))


def _items(grid: Grid, n: int) -> list[Row]:
    """The items under a group."""
    items: list[Row] = []
    for row in grid.rows[n + 1 :]:
        if row.kind in (Kind.ROMAN, Kind.LETTER, Kind.TOTAL):
            break
        if row.kind is not Kind.SUBSET:
            items.append(row)
    return items


def _of_group(row: Row, said: int, items: list[Row]) -> Iterator[Finding]:
    marks = [one.ordinal for one in items]
    numbered = all(one.isdigit() for one in marks) and len(set(marks)) == len(marks)
    if any(one.label[:1].isdigit() for one in items):
        return  # "24 đảng bộ cơ sở" in one row
    column = row.texts.index(row.label) if row.label in row.texts else 0
    piece = row.piece(column)
    if marks and numbered and piece is not None and len(marks) != said:
        values = {"group": row.label, "said": str(said), "rows": str(len(marks))}
        yield _GROUP.broken(piece, values, "cell")


def rows_are_numbered_in_order(case: Case) -> Iterator[Finding]:
    """1, 2, 3 through a table or through each group: one number that is out of it is told."""
    for grid in grids(case.document):
        if grid.ordinal is not None:
            rows = [row for row in grid.rows if row.kind is Kind.ITEM]
            groups = [row for row in grid.rows if row.kind in (Kind.ROMAN, Kind.LETTER)]
            if not groups and len(rows) == len(grid.rows):
                yield from _out_of_order(rows)


def _out_of_order(rows: list[Row]) -> Iterator[Finding]:
    wrong = [(n, row) for n, row in enumerate(rows, 1) if row.ordinal != str(n)]
    if len(rows) < _FEWEST or len(wrong) != 1:
        return
    ((n, row),) = wrong
    piece = row.piece(0)
    if piece is not None:
        yield _ORDER.broken(piece, {"written": row.ordinal, "right": str(n)}, "cell")


CHECKS: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    tables_have_the_rows_announced,
    groups_have_the_rows_counted,
    rows_are_numbered_in_order,
)
