"""A form as its reader needs it: the shapes of its sheets, its records, what is fixed in it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from generator.model.base import is_list_of_records
from generator.model.result import CongressResult
from generator.sources.form_shape import shape_of, unmarked, with_words
from generator.sources.form_values import way_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from generator.sources.form_shape import Shape
    from generator.sources.tree import PathTo
    from generator.tables import Form


@dataclass(frozen=True, slots=True)
class Outline:
    """A form without its looks; `records` are the numbers in each list of records.

    Forms that differ only in a few words share one, with marks where the words come.
    """

    shapes: tuple[Shape, ...]
    fixed: tuple[tuple[PathTo, str], ...]
    weak: frozenset[PathTo]
    records: Mapping[PathTo, frozenset[int]]

    def with_words(self, words: Mapping[str, str]) -> Outline:
        """The outline of one form: with the words that the marks stand for."""
        return replace(
            self,
            shapes=tuple(with_words(shape, words) for shape in self.shapes),
            fixed=tuple((path, unmarked(text, words)) for path, text in self.fixed),
        )


def outline_of(form: Form, marks: Collection[str] = ()) -> Outline:
    """The outline of a form, in whose texts marks may stand for words that come later."""
    shapes = tuple(shape_of(sheet, marks) for sheet in form.workbook.sheets)
    typed = (cell.path for shape in shapes for cell in shape.inputs.values())
    fixed = (path for path, _ in form.fixed)
    return Outline(shapes, form.fixed, form.weak, _known_records((*typed, *fixed)))


def _known_records(paths: Iterable[PathTo]) -> dict[PathTo, frozenset[int]]:
    """The numbers that a form has in each of its lists of records."""
    known: dict[PathTo, set[int]] = {}
    for path in paths:
        for length, step in enumerate(path):
            if isinstance(step, int) and _is_list(way_of(path[:length])):
                known.setdefault(path[:length], set()).add(step)
    return {way: frozenset(numbers) for way, numbers in known.items()}


@cache
def _is_list(way: tuple[str, ...]) -> bool:
    return is_list_of_records(CongressResult, way)
