"""A round's folder to a checked `Round`, with every problem of the file at its place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from generator import guard
from generator.errors import Place, Problem, Severity, has_errors
from generator.model import Round, titles
from generator.model.base import is_list_of_records, record_at
from generator.model.time_forms import Unset
from generator.sources.problem_order import in_order
from generator.sources.tree import Tree
from generator.sources.validation import known_ids, problems_of
from generator.sources.yaml_tree import read_tree

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

ROUND_FILE, ROUND_WORKBOOK = "round.yaml", "round.xlsx"
WORKBOOK_SUFFIX = ".xlsx"
MISSING = "[thiếu: {title}]"
GAPS = ("missing", "empty", "blank")


@dataclass(frozen=True, slots=True)
class Loaded:
    """A round, or None where the data is wrong; the problems; where each value stands."""

    round: Round | None
    problems: tuple[Problem, ...]
    tree: Tree

    def located(self, problems: Iterable[Problem]) -> tuple[Problem, ...]:
        """The problems that rules found, at the places of the values they are about."""
        problems = tuple(problems)
        self.tree.seek(problem.path for problem in problems)
        placed = (
            replace(
                problem,
                place=self.tree.place(problem.path),
                titles=titles(Round, problem.path),
            )
            for problem in problems
        )
        return in_order(placed, self.tree)


def load_round(folder: Path, *, draft: bool = False) -> Loaded:
    """The round of a folder. For a draft, text that is missing is named instead of refused."""
    there = round_files(folder)
    if len(there) == 1:
        return load_file(there[0], draft=draft)
    older, newer = sorted(there, key=_changed_on) if there else (folder, folder)
    values = {"folder": str(folder), "older": older.name, "newer": newer.name}
    place = Place(str(folder if there else folder / ROUND_FILE))
    problem = Problem("two-round-files" if there else "no-round-file", (), values, place=place)
    return Loaded(None, (problem,), Tree(str(folder)))


def round_files(folder: Path) -> list[Path]:
    """The files of a round that are in a folder."""
    paths = (folder / ROUND_FILE, folder / ROUND_WORKBOOK)
    return [path for path in paths if path.is_file()]


def load_file(path: Path, *, draft: bool = False) -> Loaded:
    """The round of a file, YAML or a workbook."""
    tree = _tree(path)
    if tree.value is None:
        return Loaded(None, in_order(_titled(tree.problems), tree), tree)
    found, problems = _validated(tree, draft=draft)
    both = (*_titled(tree.problems), *problems)
    if has_errors(both):
        return Loaded(None, in_order(both, tree), tree)
    tree.let_go()
    return Loaded(found, in_order(both, tree), tree)


def _changed_on(path: Path) -> int:
    return path.stat().st_mtime_ns


def _tree(path: Path) -> Tree:
    file = str(path)
    if path.suffix.lower() != WORKBOOK_SUFFIX:
        return read_tree(guard.text_file(path, file), file)
    from generator.sources.round_workbook import (  # noqa: PLC0415 - only for a workbook
        read_workbook,
    )

    return read_workbook(guard.package(path, file, guard.EXCEL), file)


def round_schema() -> dict[str, Any]:
    """The JSON Schema of round.yaml, with Vietnamese titles, for an editor."""
    schema = Round.model_json_schema()
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **schema,
        "title": "Đợt đại hội",
    }


def _validated(tree: Tree, *, draft: bool) -> tuple[Round | None, list[Problem]]:
    found, problems = _attempt(tree)
    gaps: list[Problem] = []
    while draft and problems:
        if not all(_can_fill(problem) for problem in problems):
            # a later pass only repeats a gap that text cannot fill
            return None, gaps or problems
        for problem in problems:
            _fill(tree.value, problem)
        gaps += problems
        found, problems = _attempt(tree)
    return found, [replace(gap, severity=Severity.WARNING) for gap in gaps] or problems


def _can_fill(problem: Problem) -> bool:
    return problem.code in GAPS and not is_list_of_records(Round, problem.path)


def _attempt(tree: Tree) -> tuple[Round | None, list[Problem]]:
    try:
        return Round.model_validate(tree.value, context=known_ids(tree.value)), []
    except ValidationError as error:
        return None, problems_of(error.errors(include_url=False), tree)


def _fill(value: Any, gap: Problem) -> None:
    """Put a name of the gap, an empty group or a list with one name where nothing stood."""
    *way, last = gap.path
    for step in way:
        value = value[step]
    value[last] = {} if record_at(Round, gap.path) else _named(gap)


def _named(gap: Problem) -> Any:
    """What a draft prints in the place of the gap; a time is not set yet."""
    if gap.path[-1] == "time":
        return str(Unset())
    text = MISSING.format(title=gap.titles[-1])
    return [text] if gap.path == ("dossier",) else text


def _titled(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    return tuple(replace(problem, titles=titles(Round, problem.path)) for problem in problems)
