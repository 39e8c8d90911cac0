"""One sheet of a form that came back: what was typed into its inputs, what is odd in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.errors import Place, Problem, Severity
from generator.sources.form_ranges import cells_said, columns_said, rows_said
from generator.sources.form_values import entered, way_of
from generator.tables import address

if TYPE_CHECKING:
    from generator.sources.form_shape import Shape
    from generator.sources.form_shift import Shift
    from generator.sources.tree import PathTo, Tree
    from generator.sources.workbook_file import Grid
    from generator.sources.workbook_scan import Spot
    from generator.tables import Cell

Area = tuple[tuple[int, int], tuple[int, int]]
MANY = "cells-"  # begins the code of what is said once of many cells: "cells-formula"
ONE = "cell-"


@dataclass(frozen=True, slots=True)
class Reading:
    """What an input holds and where it stands; `is_lost` where its cell was deleted."""

    path: PathTo
    place: Place
    text: str = ""
    is_told: bool = False
    is_lost: bool = False


@dataclass(frozen=True, slots=True)
class _Finding:
    code: str
    severity: Severity
    spot: Spot
    path: PathTo
    value: str = ""


@dataclass(slots=True)
class FormPage:
    """A sheet of the file beside its shape in the form."""

    tree: Tree
    name: str
    grid: Grid
    shape: Shape
    shift: Shift
    counts_from_1904: bool = False
    findings: list[_Finding] = field(default_factory=list)
    merged: list[Area] = field(default_factory=list)

    def __post_init__(self) -> None:
        """Find the areas that were merged by hand."""
        own = {tuple(map(self.shift.spot, area)) for area in self.shape.merged}
        self.merged = [area for area in self.grid.merged if area not in own]

    def readings(self) -> list[Reading]:
        """What the inputs hold, in the order of the sheet."""
        found = [self._reading(spot, cell) for spot, cell in self._inputs()]
        self._tell_hidden(found)
        self._tell_findings()
        return found

    def place(self, spot: Spot) -> Place:
        """The place of a cell."""
        return Place(self.tree.file, sheet=self.name, cell=address(*spot))

    def _inputs(self) -> list[tuple[Spot, Cell]]:
        return list(self.shape.inputs.items())

    def _reading(self, spot: Spot, cell: Cell) -> Reading:
        at = self.shift.spot(spot)
        if at is None:
            return Reading(cell.path, Place(self.tree.file, sheet=self.name), is_lost=True)
        place = self.place(at)
        if self.grid.is_blank(*at):
            return Reading(cell.path, place, is_told=self._is_merged(at, cell.path))
        if self._is_odd(at, cell.path) or self._is_merged(at, cell.path):
            return Reading(cell.path, place, is_told=True)
        text, told = self._typed(at, cell.path)
        return Reading(cell.path, place, text, is_told=told)

    def _is_odd(self, at: Spot, path: PathTo) -> bool:
        """Whether the cell holds no value of its own, which is told."""
        if at in self.grid.formulas:
            self._find("formula", Severity.ERROR, at, path)
        elif at in self.grid.errors:
            self._find("error", Severity.ERROR, at, path, self.grid.errors[at])
        else:
            return False
        return True

    def _is_merged(self, at: Spot, path: PathTo) -> bool:
        """Whether the cell was merged with others by hand; told once, at the first of them."""
        if not self.merged:
            return False
        around = next((area for area in self.merged if _within(at, area)), None)
        if around is None:
            return False
        first, last = around
        filled = not self.grid.is_blank(*first)
        if at == first or self._is_first_input(at, around):
            severity = Severity.ERROR if filled else Severity.WARNING
            values = {"cells": f"{address(*first)}:{address(*last)}"}
            problem = Problem("form-merged", path, values, severity, self.place(first))
            self.tree.problems.append(problem)
        return filled

    def _is_first_input(self, at: Spot, area: Area) -> bool:
        """Whether it is the first input of an area that begins outside the inputs."""
        there = (self.shift.spot(spot) for spot in self.shape.inputs)
        return at == min((one for one in there if one and _within(one, area)), default=at)

    def _typed(self, at: Spot, path: PathTo) -> tuple[str, bool]:
        """The text of an ordinary cell; what Excel changed is told."""
        found = entered(self.grid.value(*at), way_of(path))
        if found.refused:
            self._find("converted", Severity.ERROR, at, path, found.shown)
        elif found.is_date and self.counts_from_1904:
            self._find("date-1904", Severity.ERROR, at, path, found.shown)
        elif found.is_date:
            self._find("date", Severity.NOTE, at, path, found.shown)
        return self.tree.text(found.text, path, self.place(at)), bool(found.refused)

    def _find(
        self, code: str, severity: Severity, at: Spot, path: PathTo, value: str = ""
    ) -> None:
        self.findings.append(_Finding(code, severity, at, path, value))

    def _tell_findings(self) -> None:
        """Say once of a column what is odd in several of its cells."""
        groups: dict[tuple[str, int], list[_Finding]] = {}
        for found in self.findings:
            groups.setdefault((found.code, found.spot[1]), []).append(found)
        for (code, _), group in groups.items():
            first = group[0]
            values = {"value": first.value, "cells": cells_said(one.spot for one in group)}
            full = f"{MANY if len(group) > 1 else ONE}{code}"
            place = self.place(first.spot)
            problem = Problem(full, first.path, values, first.severity, place)
            self.tree.problems.append(problem)

    def _tell_hidden(self, readings: list[Reading]) -> None:
        """Warn once of data that whoever looks at the sheet does not see."""
        if not (self.grid.hidden or self.grid.hidden_rows or self.grid.hidden_columns):
            return
        there = {self.shift.spot(spot) for spot, _ in self._inputs()}
        filled = sorted(spot for spot in there if spot and not self.grid.is_blank(*spot))
        rows = {row for row, _ in filled} & self.grid.hidden_rows
        columns = {column for _, column in filled} & self.grid.hidden_columns
        parts = ["cả trang"] if self.grid.hidden and filled else []
        parts += [f"dòng {rows_said(rows)}"] if rows else []
        parts += [f"cột {columns_said(columns)}"] if columns else []
        if parts and readings:
            seen = self.grid.hidden
            first = next(s for s in filled if seen or s[0] in rows or s[1] in columns)
            values = {"where": ", ".join(parts)}
            problem = Problem("form-hidden", (), values, Severity.WARNING, self.place(first))
            self.tree.problems.append(problem)


def _within(spot: Spot, area: Area) -> bool:
    (top, left), (bottom, right) = area
    return top <= spot[0] <= bottom and left <= spot[1] <= right
