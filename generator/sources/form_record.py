"""What was typed, put together: blank rows left out, each value remembered with its cell."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from generator.sources.form_outline import Outline
    from generator.sources.form_page import Reading
    from generator.sources.tree import PathTo, Tree

IN_PLACE = (
    "ballots"  # their numbers are those of the columns of votes: none is left out between
)


@dataclass(slots=True)
class Records:
    """Which records of a form hold anything, and which place each has among those that do."""

    alive: set[PathTo]
    numbers: dict[PathTo, dict[int, int]] = field(default_factory=dict)

    def holds(self, path: PathTo) -> bool:
        """Whether the record that a value belongs to is there."""
        owner = owner_of(path)
        return not owner or owner in self.alive

    def path(self, path: PathTo) -> PathTo:
        """The path of a value without the blank records before it."""
        found: list[str | int] = []
        for length, step in enumerate(path):
            numbers = self.numbers.get(path[:length], {})
            found.append(numbers.get(step, step) if isinstance(step, int) else step)
        return tuple(found)

    def paths(self) -> Iterator[PathTo]:
        """The paths of the records, those without a value too."""
        for way, numbers in self.numbers.items():
            records = ((*way, number) for number in numbers)
            yield from (self.path(path) for path in records if self.holds(path))


def records_of(form: Outline, readings: Sequence[Reading]) -> Records:
    """The records that hold more than what every form holds."""
    strong = [
        one for one in readings if (one.text or one.is_told) and one.path not in form.weak
    ]
    alive = {one.path[:length] for one in strong for length in range(1, len(one.path) + 1)}
    records = Records(alive)
    for way, numbers in form.records.items():
        kept = _kept(way, numbers, alive)
        alive |= {(*way, number) for number in kept}
        records.numbers[way] = {number: place for place, number in enumerate(kept)}
    return records


def _kept(way: PathTo, numbers: Collection[int], alive: set[PathTo]) -> list[int]:
    held = sorted(number for number in numbers if (*way, number) in alive)
    in_place = held and way[-1] == IN_PLACE
    return list(range(held[-1] + 1)) if in_place else held


def put_together(
    tree: Tree, form: Outline, readings: Sequence[Reading], records: Records
) -> None:
    """Fill the tree: values, their places, which are empty; problems get their new paths."""
    found: dict[Any, Any] = {}
    for path in records.paths():
        _at(found, path)
    given = [(path, value) for path, value in form.fixed if records.holds(path)]
    typed = [one for one in readings if records.holds(one.path)]
    for path, value in (*given, *((one.path, one.text) for one in typed)):
        if value:
            _put(found, records.path(path), value)
    for one in typed:
        _remember(tree, records.path(one.path), one)
    tree.value = _listed(found)
    tree.problems = [replace(one, path=records.path(one.path)) for one in tree.problems]


def _remember(tree: Tree, path: PathTo, one: Reading) -> None:
    if one.is_lost:
        return
    tree.places.setdefault(path, one.place)
    for length in range(1, len(path) + 1):
        tree.keys.setdefault(path[:length], one.place)
    if not one.text:
        tree.empty.add(path)


def _put(value: dict[Any, Any], path: PathTo, found: str) -> None:
    _at(value, path[:-1])[path[-1]] = found


def _at(value: dict[Any, Any], path: PathTo) -> dict[Any, Any]:
    for step in path:
        value = value.setdefault(step, {})
    return value


def _listed(value: Any) -> Any:
    """With lists where the steps are numbers; what is not there in between is None."""
    if not isinstance(value, dict):
        return value
    if any(isinstance(step, int) for step in value):
        return [_listed(value.get(number)) for number in range(max(value) + 1)]
    return {step: _listed(one) for step, one in value.items()}


def owner_of(path: PathTo) -> PathTo:
    """The record that a value belongs to.

    >>> owner_of(("elections", 0, "candidates", 5, "votes", 1)), owner_of(("phone",))
    (('elections', 0, 'candidates', 5), ())
    """
    steps = len(path) - (2 if isinstance(path[-1], int) else 1) if path else 0
    return path[:steps]


def row_of(path: PathTo) -> PathTo:
    """The nearest record of a list around a value, nothing where it is in none."""
    owner = owner_of(path)
    while owner and not isinstance(owner[-1], int):
        owner = owner[:-1]
    return owner
