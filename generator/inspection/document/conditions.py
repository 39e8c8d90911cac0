"""The conditional formats of a table style: which of them hold in a cell."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from generator.inspection.document.markup import Node, W, attributes, local_attributes, value
from generator.inspection.document.measures import is_on, number

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.document.styles import Style

_BITS = (("firstRow", 0x20), ("lastRow", 0x40), ("firstColumn", 0x80), ("lastColumn", 0x100),
         ("noHBand", 0x200), ("noVBand", 0x400))  # fmt: skip
_CONDITIONS = (
    "firstRow", "lastRow", "firstCol", "lastCol", "band1Vert", "band2Vert", "band1Horz",
    "band2Horz", "neCell", "nwCell", "seCell", "swCell",
)  # fmt: skip
_ORDER = (
    "band1Vert", "band2Vert", "band1Horz", "band2Horz", "firstRow", "lastRow", "firstCol",
    "lastCol", "neCell", "nwCell", "seCell", "swCell",
)  # fmt: skip


class Position(NamedTuple):
    """Where a cell stands in its table, which has so many rows and columns."""

    row: int
    rows: int
    column: int
    taken: int
    columns: int


def marks_of(group: Node | None) -> frozenset[str]:
    """The conditional formats that a row or a cell says hold in it."""
    bits = attributes(group, "cnfStyle").get("val", "")
    return frozenset(name for name, bit in zip(_CONDITIONS, bits, strict=False) if bit == "1")


def in_order(held: frozenset[str]) -> tuple[str, ...]:
    """Conditional formats in the order in which they are put on each other."""
    return tuple(one for one in _ORDER if one in held)


def held_in(at: Position, look: frozenset[str], bands: tuple[int, int]) -> frozenset[str]:
    """The conditional formats that hold in a cell of a table that uses these."""
    return frozenset((*_edges(at, look), *_bands(at, look, bands)))


def _edges(at: Position, look: frozenset[str]) -> Iterator[str]:
    first_row = "firstRow" in look and at.row == 0
    last_row = "lastRow" in look and at.row == at.rows - 1 and not first_row
    first_column = "firstColumn" in look and at.column == 0
    last_column = "lastColumn" in look and at.column + at.taken >= at.columns
    held = {
        "firstRow": first_row,
        "lastRow": last_row,
        "firstCol": first_column,
        "lastCol": last_column,
        "nwCell": first_row and first_column,
        "neCell": first_row and last_column,
        "swCell": last_row and first_column,
        "seCell": last_row and last_column,
    }
    return (name for name, holds in held.items() if holds)


def _bands(at: Position, look: frozenset[str], sizes: tuple[int, int]) -> Iterator[str]:
    """The bands of rows and of columns; what is first or last is in none."""
    held = set(_edges(at, look))
    if "noHBand" not in look and not held & {"firstRow", "lastRow"}:
        yield f"band{(at.row - ('firstRow' in look)) // sizes[0] % 2 + 1}Horz"
    if "noVBand" not in look and not held & {"firstCol", "lastCol"}:
        yield f"band{(at.column - ('firstColumn' in look)) // sizes[1] % 2 + 1}Vert"


def look_of(group: Node | None) -> frozenset[str] | None:
    """Which conditional formats a table uses; None when it does not say."""
    node = None if group is None else group.find(f"{W}tblLook")
    if node is None:
        return None
    said = local_attributes(node)
    try:
        bits = int(said.get("val", "0"), 16)
    except ValueError:
        bits = 0
    return frozenset(
        name for name, bit in _BITS if (is_on(said[name]) if name in said else bits & bit)
    )


def band_of(chain: tuple[Style, ...], kind: str) -> int:
    """How many rows or columns a band takes."""
    sizes = [
        number(value(style.node.find(f"{W}tblPr"), f"tblStyle{kind}BandSize"))
        for style in chain
    ]
    return max([int(one) for one in sizes if one][-1:] or [1], default=1) or 1
