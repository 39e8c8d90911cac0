"""The rows of a table: where each cell stands, which cells are one, what they hold."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple

from generator.inspection.document.conditions import marks_of
from generator.inspection.document.formats import NO_TABLE, TableLook
from generator.inspection.document.markup import Node, W, content_of
from generator.inspection.document.tables import (
    Area,
    CellSaid,
    Plan,
    is_heading,
    skipped,
)
from generator.inspection.document.values import Block, Cell, Spot, Table

if TYPE_CHECKING:
    from collections.abc import Callable

_BOX = "hộp chữ"
_CELL = f"{W}tc"


class Room(NamedTuple):
    """Where blocks stand: as a person says it, and how much room they have."""

    spot: Spot
    width_mm: float
    left_edge_mm: float | None = 0
    pitch: float = 240  # twips of a line of the section's grid
    in_box: bool = False
    table: TableLook = NO_TABLE
    depth: int = 0

    def box(self, width_mm: float) -> Room:
        """The room inside a text box."""
        spot = replace(self.spot, part=self.spot.part or _BOX)
        return self._replace(
            spot=spot, width_mm=width_mm, left_edge_mm=None, in_box=True,
            table=NO_TABLE, depth=self.depth + 1,
        )  # fmt: skip


@dataclass(slots=True)
class Rows:
    """The rows of a table that were read so far; `inside` reads what a cell holds."""

    plan: Plan
    room: Room
    inside: Callable[[Node, Room], tuple[Block, ...]]
    rows: list[list[Cell]] = field(default_factory=list)
    above: dict[int, tuple[int, int]] = field(default_factory=dict)  # open merges by column
    taken: dict[tuple[int, int], int] = field(default_factory=dict)
    headings: int = 0
    lined: int = 0
    count: int = 0

    def add(self, node: Node) -> None:
        """One more row."""
        group = node.find(f"{W}trPr")
        at = len(self.rows)
        if self.headings == at and is_heading(group):
            self.headings += 1
        column, marks = skipped(group), marks_of(group)
        left = sum(self.plan.grid[:column])
        self.rows.append([])
        for cell in content_of(node):
            if cell.tag == _CELL:
                said = self.plan.cell(cell.find(f"{W}tcPr"))
                area = self.plan.area(at, column, left, said)
                if not self._goes_on(area, said):
                    self._begin(cell, area, said, marks)
                column += area.columns
                left += area.width

    def table(self) -> Table:
        """The table, each cell with as many rows as it takes."""
        for (row, at), rows in self.taken.items():
            self.rows[row][at] = self.rows[row][at]._replace(rows=rows)
        return Table(
            self.room.spot.table,
            tuple(tuple(row) for row in self.rows),
            bordered=self.count > 0 and self.lined * 2 >= self.count,
            heading_rows=self.headings,
            section=self.room.spot.section,
        )

    def _goes_on(self, area: Area, said: CellSaid) -> bool:
        """Whether a cell is the rest of one above it."""
        start = self.above.get(area.column)
        if said.merge != "continue" or start is None:
            return False
        self.taken[start] = area.row - start[0] + 1
        return True

    def _begin(self, node: Node, area: Area, said: CellSaid, marks: frozenset[str]) -> None:
        """A cell of its own."""
        self.above.pop(area.column, None)
        if said.merge:
            self.above[area.column] = (area.row, len(self.rows[-1]))
        self.count += 1
        self.lined += said.lined
        look = self.plan.table_look(area, marks | said.marks)
        blocks = self.inside(node, self._room(area, said, look))
        self.rows[-1].append(Cell(blocks, area.column, area.columns))

    def _room(self, area: Area, said: CellSaid, look: TableLook) -> Room:
        width, edge = self.plan.room(area, said)
        outer, spot = self.room, self.room.spot
        known = edge is not None and outer.left_edge_mm is not None
        if not spot.row:
            spot = Spot(spot.section, spot.part, spot.table, area.row + 1, area.column + 1)
        return Room(
            spot,
            width,
            round((edge or 0) + (outer.left_edge_mm or 0), 2) if known else None,
            outer.pitch,
            outer.in_box,
            look,
            outer.depth + 1,
        )
