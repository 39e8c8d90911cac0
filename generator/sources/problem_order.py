"""The problems of a person's file in the order of the file, each said once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.model.base import ROW
from generator.tables import position

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from generator.errors import Place, Problem
    from generator.sources.tree import Tree


def in_order(problems: Iterable[Problem], tree: Tree) -> tuple[Problem, ...]:
    """In the order of the file; of a cell its place says the row, so the titles do not."""
    if not tree.sheets:
        return tuple(sorted(problems, key=lambda problem: problem.place))
    ranks = {name: number for number, name in enumerate(tree.sheets)}
    found = sorted(problems, key=lambda problem: _rank(problem.place, ranks))
    bare = [replace(problem, titles=_without_rows(problem.titles)) for problem in found]
    return tuple({_said(problem): problem for problem in reversed(bare)}.values())[::-1]


def _said(problem: Problem) -> tuple[object, ...]:
    """What is said once of a place: cells that are merged share theirs."""
    return problem.code, problem.place, tuple(problem.values.items())


def _rank(place: Place, ranks: Mapping[str, int]) -> tuple[int, int, int]:
    return (ranks.get(place.sheet, -1), *position(place.cell))


def _without_rows(titles: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(title for title in titles if not title.startswith(ROW))
