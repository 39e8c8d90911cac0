"""What a person changed in a sheet of a form itself: words, rows, columns, formulas."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import Place, Problem, Severity
from generator.model.base import titles
from generator.model.result import CongressResult
from generator.sources.form_ranges import cells_said, columns_said, rows_said
from generator.sources.form_record import row_of
from generator.sources.form_shape import words_at
from generator.tables import address

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.sources.form_shape import Shape
    from generator.sources.form_shift import Shift
    from generator.sources.workbook_file import Grid
    from generator.sources.workbook_scan import Spot

FEW = 3  # words of deleted columns that a message names


@dataclass(frozen=True, slots=True)
class Changes:
    """A sheet of the file beside its shape in the form, and what is told of the difference."""

    file: str
    name: str
    grid: Grid
    shape: Shape
    shift: Shift

    def problems(self) -> Iterator[Problem]:
        """What was changed; of a sheet that cannot be read, or that nobody types in, less."""
        if not self.shape.inputs:
            yield from self._formulas()
            return
        if not self.shift.is_sure:
            yield self._unreadable()
            return
        yield from self._moved()
        yield from self._rows()
        yield from self._columns()
        yield from self._words()
        yield from self._formulas()
        yield from self._outside()

    def _problem(
        self, code: str, severity: Severity, spot: Spot | None, **values: str
    ) -> Problem:
        cell = address(*spot) if spot else ""
        return Problem(code, (), values, severity, Place(self.file, sheet=self.name, cell=cell))

    def _unreadable(self) -> Problem:
        spot = self.shift.changed[0]
        values = {"wanted": self.shape.labels[spot], "count": str(len(self.shift.changed))}
        at = self.shift.spot(spot)
        return self._problem("form-sheet-changed", Severity.ERROR, at, **values)

    def _moved(self) -> Iterator[Problem]:
        rows = [self.shift.rows.places[line] for line in self.shift.rows.moved]
        columns = [self.shift.columns.places[line] for line in self.shift.columns.moved]
        parts = [f"dòng {rows_said(rows)}"] if rows else []
        parts += [f"cột {columns_said(columns)}"] if columns else []
        if parts:
            spot = (min(rows, default=0), min(columns, default=0))
            values = {"where": ", ".join(parts)}
            yield self._problem("form-lines-moved", Severity.WARNING, spot, **values)

    def _rows(self) -> Iterator[Problem]:
        added = self.shift.rows.added
        if added:
            values = {"rows": rows_said(added), "count": str(len(added))}
            spot = (added[0], 0)
            yield self._problem("form-rows-added", Severity.WARNING, spot, **values)
        lost = [row for row in self.shift.rows.lost if self._is_used(row, axis=0)]
        if lost:
            at = self.shift.rows.places.get(lost[0] - 1, -1) + 1
            whole = all(self._is_whole(row) for row in lost)
            values = {"rows": rows_said(lost), "count": str(len(lost))}
            values["names"] = self._names(lost, axis=0)
            code = "form-rows-lost" if whole else "form-values-lost"
            severity = Severity.WARNING if whole else Severity.ERROR
            yield self._problem(code, severity, (at, 0), **values)

    def _columns(self) -> Iterator[Problem]:
        added = self.shift.columns.added
        if added:
            values = {"columns": columns_said(added), "count": str(len(added))}
            spot = (0, added[0])
            yield self._problem("form-columns-added", Severity.WARNING, spot, **values)
        lost = [column for column in self.shift.columns.lost if self._is_used(column, axis=1)]
        if lost:
            at = self.shift.columns.places.get(lost[0] - 1, -1) + 1
            values = {"columns": columns_said(lost), "names": self._names(lost, axis=1)}
            typed = any(spot[1] in lost for spot in self.shape.inputs)
            code = "form-columns-lost" if typed else "form-columns-gone"
            severity = Severity.ERROR if typed else Severity.WARNING
            yield self._problem(code, severity, (0, at), **values)

    def _is_used(self, line: int, axis: int) -> bool:
        return any(spot[axis] == line for spot in self.shape.used)

    def _is_whole(self, row: int) -> bool:
        """Whether a deleted row held only records that are whole in it: a blank row less."""
        records = {row_of(cell.path) for at, cell in self.shape.inputs.items() if at[0] == row}
        lost = set(self.shift.rows.lost)
        cells = self.shape.inputs.items()
        rows = {at[0] for at, cell in cells if row_of(cell.path) in records}
        return () not in records and rows <= lost

    def _names(self, lines: list[int], axis: int) -> str:
        """The titles of what was typed in deleted rows or columns."""
        cells = (cell for at, cell in self.shape.inputs.items() if at[axis] in lines)
        ways = (titles(CongressResult, cell.path) for cell in cells)
        named = (
            next(one for one in reversed(way) if not one.startswith("dòng ")) for way in ways
        )
        found = list(dict.fromkeys(named))
        return ", ".join(f"“{name}”" for name in found[:FEW]) + (" …" if found[FEW:] else "")

    def _words(self) -> Iterator[Problem]:
        if not self.shift.changed:
            return
        spots = [at for at in map(self.shift.spot, self.shift.changed) if at]
        values = {
            "wanted": self.shape.labels[self.shift.changed[0]],
            "found": words_at(self.grid, spots[0]),
            "cells": cells_said(spots),
        }
        yield self._problem(self._words_code(spots), Severity.WARNING, spots[0], **values)

    def _words_code(self, spots: list[Spot]) -> str:
        if self.shift.is_sorted:
            return "form-rows-sorted"
        if len(spots) > 1:
            return "form-words-many"
        return "form-words" if words_at(self.grid, spots[0]) else "form-words-blank"

    def _formulas(self) -> Iterator[Problem]:
        gone = sorted(self._there(self.shape.formulas) - self.grid.formulas)
        if gone:
            values = {"cells": cells_said(gone)}
            yield self._problem("form-formulas-lost", Severity.WARNING, gone[0], **values)

    def _outside(self) -> Iterator[Problem]:
        """What stands where the form has no cell: rows too many, notes beside the table."""
        taken = self._there(self.shape.used)
        known = set(self.shape.labels.values())
        found = [at for at in self._filled() if at not in taken]
        found = [at for at in found if words_at(self.grid, at) not in known]
        data = self._like_data(found)
        if data:
            values = {"cells": cells_said(data)}
            yield self._problem("form-data-outside", Severity.ERROR, data[0], **values)
        notes = [at for at in found if at not in data]
        if notes:
            values = {"cells": cells_said(notes)}
            yield self._problem("form-notes-outside", Severity.WARNING, notes[0], **values)

    def _there(self, spots: frozenset[Spot]) -> frozenset[Spot]:
        """Where cells of the form are in the file; those that were deleted left out."""
        if not self.shift.moves:
            return spots
        return frozenset(at for at in map(self.shift.spot, spots) if at)

    def _filled(self) -> Iterator[Spot]:
        for row, values in enumerate(self.grid.rows):
            yield from ((row, column) for column, value in enumerate(values) if value != "")

    def _like_data(self, found: list[Spot]) -> list[Spot]:
        """What stands in a column of inputs or in a line that was put among them."""
        inputs = [at for at in map(self.shift.spot, self.shape.inputs) if at]
        columns = {column for _, column in inputs} | set(self.shift.columns.added)
        top = min((row for row, _ in inputs), default=0)
        rows = set(self.shift.rows.added)
        return [at for at in found if (at[1] in columns and at[0] > top) or at[0] in rows]
