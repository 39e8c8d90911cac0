"""What is said of a table as a whole, and where each of its cells stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from generator.inspection.document.conditions import (
    Position,
    band_of,
    held_in,
    in_order,
    look_of,
    marks_of,
)
from generator.inspection.document.formats import NO_TABLE, TableLook
from generator.inspection.document.markup import (
    Key,
    Node,
    W,
    attributes,
    content_of,
    key_of,
    local_attributes,
    value,
)
from generator.inspection.document.measures import is_on, mm_of_twips, number, twips
from generator.inspection.document.styles import TABLE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.document.styles import Style, StyleSheet

_MOST_COLUMNS = 63  # as many as Word allows
_MARGIN = 115.0  # twips at the sides of a cell where nothing says otherwise
_FIFTIETHS = 5000  # of a per cent: how a width of 100 % is written
_SIDES = {"left": "start", "right": "end"}
_EDGES = ("top", "bottom", "left", "right")
_NO_BORDER = ("", "nil", "none")
_MOST_EDGES = 2  # a cell with this many lines round it is lined


class CellSaid(NamedTuple):
    """What the properties of a cell say: a width of 0 is left to the grid, lengths in twips."""

    columns: int
    width: float
    margins: tuple[float, float]
    lined: bool
    merge: str  # "" for none, else "restart" or "continue"
    marks: frozenset[str]


class Area(NamedTuple):
    """Where a cell stands in the grid, and in twips from the edge of the table."""

    row: int
    column: int
    columns: int
    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Plan:
    """What a table's properties, style and grid say of its cells."""

    style: str
    parts: frozenset[str]  # the conditional formats that its style has
    look: frozenset[str] | None  # None: the file leaves it to each row and cell
    bands: tuple[int, int]
    margins: tuple[float, float]
    edges: dict[str, bool]
    grid: tuple[float, ...]
    left: float | None
    width: float
    rows: int
    cells: dict[Key, CellSaid] = field(default_factory=dict)

    def cell(self, group: Node | None) -> CellSaid:
        """What the properties of a cell say in this table; the same ones are read once."""
        key = key_of(group)
        found = self.cells.get(key)
        if found is None:
            found = self.cells[key] = self._cell(group)
        return found

    def _cell(self, group: Node | None) -> CellSaid:
        margins = None if group is None else group.find(f"{W}tcMar")
        borders = None if group is None else group.find(f"{W}tcBorders")
        left, right = (_margin(margins, side) for side in _SIDES)
        return CellSaid(
            _spanned(value(group, "gridSpan")),
            length_of(attributes(group, "tcW"), self.width),
            (
                self.margins[0] if left is None else left,
                self.margins[1] if right is None else right,
            ),
            sum({**self.edges, **_edges(borders)}.values()) >= _MOST_EDGES,
            _merge(group),
            marks_of(group),
        )

    def area(self, row: int, column: int, left: float, said: CellSaid) -> Area:
        """The place of a cell that begins at a grid column, `left` twips into its row."""
        width = said.width or sum(self.grid[column : column + said.columns])
        return Area(row, column, said.columns, left, width)

    def room(self, area: Area, said: CellSaid) -> tuple[float, float | None]:
        """How wide the text of a cell may be, in mm, and where that begins in the room."""
        left, right = said.margins
        edge = None if self.left is None else mm_of_twips(self.left + area.left + left)
        return max(mm_of_twips(area.width - left - right), 0), edge

    def table_look(self, area: Area, marks: frozenset[str]) -> TableLook:
        """The style of the table as it holds in a cell."""
        if not self.parts:
            return TableLook(self.style) if self.style else NO_TABLE
        at = Position(area.row, self.rows, area.column, area.columns, len(self.grid))
        held = marks if self.look is None else held_in(at, self.look, self.bands)
        return TableLook(self.style, in_order(held & self.parts))


def plan_of(table: Node, sheet: StyleSheet, room: float, rows: int, *, old: bool) -> Plan:
    """The plan of a table in so much room, in twips; `old` as Word placed it before 2013."""
    group = table.find(f"{W}tblPr")
    key = value(group, "tblStyle") or ""
    style = sheet.found(key, TABLE)
    chain = sheet.chain(style)
    grid = tuple(_grid(table))
    width = sum(grid) or length_of(attributes(group, "tblW"), room) or room
    margins = _margins(group, chain)
    return Plan(
        style.key if style else "",
        frozenset(part for one in chain for part in one.parts),
        look_of(group),
        (band_of(chain, "Row"), band_of(chain, "Col")),
        margins,
        _all_edges(group, chain),
        grid,
        _left(group, room - width, margins[0] if old else 0),
        width,
        rows,
    )


def _merge(group: Node | None) -> str:
    """Whether a merge of cells begins or goes on here; one that says nothing goes on."""
    node = None if group is None else group.find(f"{W}vMerge")
    return "" if node is None else node.get(f"{W}val", "continue")


def _spanned(text: str | None) -> int:
    """How many columns are taken."""
    count = number(text)
    return 1 if count is None else min(max(int(count), 1), _MOST_COLUMNS)


def skipped(group: Node | None) -> int:
    """How many columns are left out before a row."""
    text = value(group, "gridBefore")
    return min(max(int(number(text) or 0), 0), _MOST_COLUMNS)


def length_of(said: dict[str, str], whole: float) -> float:
    """A width in twips: a length, or a share of the whole; 0 when it is left to Word."""
    kind, text = said.get("type", "dxa"), said.get("w", "")
    if kind == "pct" or text.endswith("%"):
        share = (number(text.rstrip("%")) or 0) / (100 if text.endswith("%") else _FIFTIETHS)
        return max(whole * share, 0)
    return max(twips(text) or 0, 0) if kind == "dxa" else 0


def _grid(table: Node) -> Iterator[float]:
    grid = table.find(f"{W}tblGrid")
    for node in () if grid is None else grid.iterchildren(f"{W}gridCol"):
        yield max(twips(node.get(f"{W}w")) or 0, 0)


def _left(group: Node | None, spare: float, shift: float) -> float | None:
    """Where a table begins in its room, None when it floats."""
    if group is not None and group.find(f"{W}tblpPr") is not None:
        return None
    place = value(group, "jc")
    if place == "center":
        return spare / 2
    if place in ("right", "end"):
        return spare
    return (twips(attributes(group, "tblInd").get("w")) or 0) - shift


def _margins(group: Node | None, chain: tuple[Style, ...]) -> tuple[float, float]:
    groups = [*(style.node.find(f"{W}tblPr") for style in chain), group]
    marks = [None if one is None else one.find(f"{W}tblCellMar") for one in groups]
    left, right = (
        next(
            (one for node in reversed(marks) if (one := _margin(node, side)) is not None),
            _MARGIN,
        )
        for side in _SIDES
    )
    return left, right


def _margin(node: Node | None, side: str) -> float | None:
    said = attributes(node, side) or attributes(node, _SIDES[side])
    return twips(said.get("w"))


def _all_edges(group: Node | None, chain: tuple[Style, ...]) -> dict[str, bool]:
    """Which edges of its cells a table lines; those inside count for the outer ones."""
    found: dict[str, bool] = {}
    for one in [*(style.node.find(f"{W}tblPr") for style in chain), group]:
        found |= _edges(None if one is None else one.find(f"{W}tblBorders"))
    across, down = found.pop("insideH", False), found.pop("insideV", False)
    inside = {"top": across, "bottom": across, "left": down, "right": down}
    return {side: found.get(side, False) or inside[side] for side in _EDGES}


def _edges(node: Node | None) -> dict[str, bool]:
    if node is None:
        return {}
    names = {"start": "left", "end": "right"}
    found = {str(one.tag).rpartition("}")[2]: one for one in node}
    return {
        names.get(name, name): (local_attributes(one).get("val") or "") not in _NO_BORDER
        for name, one in found.items()
        if name in (*_EDGES, *names, "insideH", "insideV")
    }


def rows_of(table: Node) -> list[Node]:
    """The rows of a table that are printed: neither hidden nor deleted."""
    return [
        node
        for node in content_of(table)
        if node.tag == f"{W}tr" and not _is_gone(node.find(f"{W}trPr"))
    ]


def is_heading(group: Node | None) -> bool:
    """Whether a row is printed again on each page."""
    node = None if group is None else group.find(f"{W}tblHeader")
    return node is not None and is_on(node.get(f"{W}val"))


def _is_gone(group: Node | None) -> bool:
    if group is None:
        return False
    hidden = group.find(f"{W}hidden")
    return group.find(f"{W}del") is not None or (
        hidden is not None and is_on(hidden.get(f"{W}val"))
    )
