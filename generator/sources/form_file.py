"""An election workbook that came back, read with the layout it was made with.

Only what stands in its inputs is taken; every other cell is compared with the form, and what
differs is told. Nothing is computed here and no formula is trusted.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from generator.errors import Place, Problem, Severity
from generator.guard import UnsafeFileError
from generator.model.base import titles
from generator.model.result import CongressResult
from generator.sources.form_changes import Changes
from generator.sources.form_page import FormPage, Reading
from generator.sources.form_record import put_together, records_of
from generator.sources.form_sheets import matched
from generator.sources.form_shift import shift_of
from generator.sources.problem_order import in_order
from generator.sources.tree import Tree
from generator.sources.validation import problems_of
from generator.sources.workbook_file import UnreadableWorkbookError, read_book

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from pydantic_core import ErrorDetails

    from generator.sources.form_outline import Outline
    from generator.sources.form_shape import Shape
    from generator.sources.tree import PathTo
    from generator.sources.workbook_file import Book

_THOUSANDS = re.compile(r"[0-9]{1,3}(?:[., ][0-9]{3})+")
PASTED, MANY = "form-formulas-lost", 3  # sheets
PASSES = 3  # a value that is left out may make others refused, hardly more often


@dataclass(frozen=True, slots=True)
class ReadResult:
    """What a workbook says, None where something that must be there is missing or wrong.

    A wrong value that may be missing is left out of the result and told. `data` is all that was
    typed, as plain values, whether or not the result could be made of it.
    """

    result: CongressResult | None
    problems: tuple[Problem, ...]
    tree: Tree

    @property
    def data(self) -> Any:
        """What was typed, as plain text by the fields of a result."""
        return self.tree.value

    def located(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """The problems that rules found, at the cells of the values they are about."""
        placed = (replace(one, place=self.tree.place(one.path)) for one in problems)
        return in_order((_titled(one) for one in placed), self.tree)


def read_result(content: bytes, file: str, form: Outline) -> ReadResult:
    """The result that stands in a workbook, and every problem of it at its cell.

    Raises UnsafeFileError where no reader makes sheets of it.
    """
    book = opened(content, file)
    tree = Tree(file, {}, sheets=tuple(book.sheets))
    readings = _readings(tree, book, form)
    records = records_of(form, readings)
    put_together(tree, form, readings, records)
    lost = {records.path(one.path) for one in readings if one.is_lost or one.is_told}
    result, problems = _validated(tree, lost)
    both = (_titled(one) for one in (*tree.problems, *problems))
    return ReadResult(result, in_order(both, tree), tree)


def opened(content: bytes, file: str) -> Book:
    """The sheets of a workbook. Raises UnsafeFileError where no reader makes any of it."""
    try:
        return _book(content)
    except UnreadableWorkbookError as error:
        raise UnsafeFileError(Problem("not-a-workbook", place=Place(file))) from error


@lru_cache(maxsize=1)
def _book(content: bytes) -> Book:
    """The workbook read last: first its stamp is looked for, then the rest is read."""
    return read_book(content)


def _readings(tree: Tree, book: Book, form: Outline) -> list[Reading]:
    """What the inputs of all sheets hold; what was changed in the sheets is told."""
    shapes = form.shapes
    found = matched(shapes, book, tree.file)
    tree.problems += found.problems
    readings: list[Reading] = []
    for shape in shapes:
        name = found.names.get(shape.name)
        readings += _of_sheet(tree, book, shape, name) if name else _lost(tree, shape)
    unlocked = [
        name
        for shape in shapes
        if shape.protected and (name := found.names.get(shape.name))
        if not book.sheets[name].is_locked
    ]
    if unlocked:
        tree.problems.append(_unlocked(unlocked, tree.file))
    tree.problems = _gathered(tree.problems, tree.file)
    return readings


def _gathered(problems: list[Problem], file: str) -> list[Problem]:
    """With values pasted over a whole workbook said once, not for each of its sheets."""
    pasted = [one for one in problems if one.code == PASTED]
    if len(pasted) < MANY:
        return problems
    values = {"sheets": ", ".join(f"“{one.place.sheet}”" for one in pasted)}
    whole = Problem("form-values-only", (), values, Severity.WARNING, Place(file))
    return [whole, *(one for one in problems if one.code != PASTED)]


def _of_sheet(tree: Tree, book: Book, shape: Shape, name: str) -> list[Reading]:
    grid = book.sheets[name]
    shift = shift_of(shape, grid)
    tree.problems += Changes(tree.file, name, grid, shape, shift).problems()
    if not shift.is_sure:
        return _lost(tree, shape)
    return FormPage(tree, name, grid, shape, shift, book.counts_from_1904).readings()


def _lost(tree: Tree, shape: Shape) -> list[Reading]:
    return [
        Reading(cell.path, Place(tree.file), is_lost=True) for cell in shape.inputs.values()
    ]


def _unlocked(names: Sequence[str], file: str) -> Problem:
    values = {"sheets": ", ".join(f"“{name}”" for name in names)}
    return Problem("form-unlocked", (), values, Severity.NOTE, Place(file))


def _validated(tree: Tree, told: set[PathTo]) -> tuple[CongressResult | None, list[Problem]]:
    """The result without the values that are refused, and why they are.

    What is missing because its cell was deleted or holds no value of its own is told already.
    """
    problems: list[Problem] = []
    value = tree.value
    for number in range(PASSES):
        try:
            return CongressResult.model_validate(value), problems
        except ValidationError as error:
            errors = error.errors()
        if number == 0:
            fresh = [one for one in errors if one["loc"] not in told]
            problems = [_hinted(one) for one in problems_of(fresh, tree, CongressResult)]
        value = _without(value, errors)
    return None, problems


def _without(value: Any, errors: Iterable[ErrorDetails]) -> Any:
    """The data without the values that were refused; the data itself stays as it was."""
    refused = {one["loc"] for one in errors if one["type"] != "missing"}
    return _copied(value, (), refused)


def _copied(value: Any, path: PathTo, refused: set[PathTo]) -> Any:
    if isinstance(value, list):
        return [_copied(one, (*path, number), refused) for number, one in enumerate(value)]
    if isinstance(value, dict):
        kept = {step: one for step, one in value.items() if (*path, step) not in refused}
        return {step: _copied(one, (*path, step), refused) for step, one in kept.items()}
    return None if path in refused else value


def _hinted(problem: Problem) -> Problem:
    """With the number that was meant where its digits were set apart: 1.000."""
    value = problem.values.get("value", "")
    if problem.code != "not-a-number" or not _THOUSANDS.fullmatch(value):
        return problem
    digits = "".join(character for character in value if character.isdigit())
    return replace(problem, values={**problem.values, "hint": digits})


def _titled(problem: Problem) -> Problem:
    return replace(problem, titles=titles(CongressResult, problem.path))
