"""Which sheet of a file is which of the form: by its name, else by its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import Place, Problem, Severity
from generator.sources.form_shape import words_of
from generator.tables import LISTS, STAMP

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from generator.sources.form_shape import Shape
    from generator.sources.workbook_file import Book, Grid

ALIKE = 0.6  # of the words of a sheet


@dataclass(frozen=True, slots=True)
class Matched:
    """The name of the sheet of the file for each sheet of the form; what is told of it."""

    names: Mapping[str, str]
    problems: tuple[Problem, ...]


def matched(shapes: Sequence[Shape], book: Book, file: str) -> Matched:
    """Which sheet is which; missing, renamed, copied and foreign sheets are told."""
    names = {shape.name: shape.name for shape in shapes if shape.name in book.sheets}
    others = [name for name in book.sheets if name not in (*names, LISTS, STAMP)]
    missing = [shape for shape in shapes if shape.name not in names]
    problems: list[Problem] = []
    for name in others:
        shape = _like(book.sheets[name], shapes)
        if shape in missing and shape.name not in names:
            names[shape.name] = name
            problems.append(_renamed(shape, name, file))
        else:
            problems.append(_extra(shape, name, file))
    gone = [_missing(shape, file) for shape in missing if shape.name not in names]
    return Matched(names, (*gone, *problems))


def _like(grid: Grid, shapes: Iterable[Shape]) -> Shape | None:
    """The sheet of the form whose words stand in a sheet."""
    words = {words_of(value) for row in grid.rows for value in row if value != ""}
    best = max(shapes, key=lambda shape: _likeness(shape, words))
    return best if _likeness(best, words) >= ALIKE else None


def _likeness(shape: Shape, words: set[str]) -> float:
    wanted = set(shape.labels.values())
    return len(wanted & words) / len(wanted) if wanted else 0.0


def _missing(shape: Shape, file: str) -> Problem:
    code = "form-sheet-missing" if shape.inputs else "form-sheet-gone"
    severity = Severity.ERROR if shape.inputs else Severity.WARNING
    return Problem(code, (), {"sheet": shape.name}, severity, Place(file))


def _renamed(shape: Shape, name: str, file: str) -> Problem:
    place = Place(file, sheet=name)
    values = {"sheet": shape.name}
    return Problem("form-sheet-renamed", (), values, Severity.WARNING, place)


def _extra(shape: Shape | None, name: str, file: str) -> Problem:
    code = "form-sheet-copy" if shape and shape.inputs else "form-sheet-extra"
    values = {"sheet": shape.name if shape else ""}
    return Problem(code, (), values, Severity.WARNING, Place(file, sheet=name))
