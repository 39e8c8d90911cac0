"""What the model refuses, told in the reader's terms: pydantic's errors to located problems."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.errors import Problem, Severity
from generator.model import Round, titles
from generator.model.base import choices_at, record_at
from generator.model.election import BODIES
from generator.sources.nearest import Nearest, nearest
from generator.sources.regulation_file import shipped_regulations
from generator.sources.tree import MOST_TOLD

if TYPE_CHECKING:
    from collections.abc import Collection

    from pydantic import BaseModel
    from pydantic_core import ErrorDetails

    from generator.sources.tree import PathTo, Tree

_CODES = {
    "missing": "missing",
    "string_too_short": "blank",
    "extra_forbidden": "unknown-key",
    "string_type": "not-text",
    "string_too_long": "too-long",
    "model_type": "not-a-group",
    "model_attributes_type": "not-a-group",
    "tuple_type": "not-a-list",
    "enum": "unknown-choice",
    "int_parsing": "not-a-number",
    "int_type": "not-a-number",
    "int_from_float": "not-a-number",
    "int_parsing_size": "out-of-range",
    "greater_than_equal": "out-of-range",
    "less_than_equal": "out-of-range",
    "bool_parsing": "not-yes-or-no",
    "bool_type": "not-yes-or-no",
    "too_short": "empty-list",
    "date_type": "not-a-day",
    "is_instance_of": "not-text",
}
_PATTERN_CODES = {"id": "bad-identifier", "number": "bad-number"}
_PLAIN = ("not-a-number", "not-yes-or-no", "unknown-choice")  # of one value, never of several
_AT_KEY = ("unknown-key", "empty", "blank")
_BOUNDS = ("ge", "le", "max_length")
MAX_SHOWN = 80


def problems_of(
    errors: list[ErrorDetails], tree: Tree, model: type[BaseModel] = Round
) -> list[Problem]:
    """A problem for each error, at its place, with the titles on the way to it.

    What only repeats another problem is left out: of a value that is wrong already as text,
    and of a list that is short of a row because that row is wrong.
    """
    told = {one.path for one in tree.problems if one.severity is Severity.ERROR}
    found = [error for error in errors if not (error["type"] == "too_short" and error["input"])]
    new = [error for error in found if error["loc"] not in told][:MOST_TOLD]
    tree.seek(error["loc"] for error in new)
    ids = Nearest()
    return [_problem(error, tree, model, ids) for error in new]


def _problem(error: ErrorDetails, tree: Tree, model: type[BaseModel], ids: Nearest) -> Problem:
    path = tuple(error["loc"])
    code = _code(error, path, tree)
    place = tree.key_place(path) if code in _AT_KEY else tree.place(path)
    values = _values(error, path, model, ids)
    shown = path[:-1] if code == "unknown-key" else path
    return Problem(code, path, values, place=place, titles=titles(model, shown))


def _cut(value: str) -> str:
    return value if len(value) <= MAX_SHOWN else f"{value[:MAX_SHOWN]}…"


def _code(error: ErrorDetails, path: PathTo, tree: Tree) -> str:
    kind = error["type"]
    if kind == "missing" and path in tree.empty:
        return "empty"
    if kind == "string_pattern_mismatch" and error["input"]:
        return _PATTERN_CODES.get(str(path[-1]), "bad-number")
    return _shape(error["input"], kind) or _CODES.get(kind, kind)


def _shape(given: Any, kind: str) -> str:
    """What is wrong whatever the value says: nothing is there, or several values for one."""
    if given == "":
        return "blank"
    is_several = isinstance(given, list | dict) and _CODES.get(kind) in _PLAIN
    return "not-text" if is_several else ""


def _values(
    error: ErrorDetails, path: PathTo, model: type[BaseModel], ids: Nearest
) -> dict[str, str]:
    context = error.get("ctx") or {}
    given = error["input"]
    value = str(given) if isinstance(given, str | int) else ""
    key = str(path[-1]) if path else ""
    values = {"value": _cut(str(context.get("value", value))), "key": _cut(key)}
    if error["type"] == "extra_forbidden":
        values |= _choice(values["key"], _keys_at(model, path[:-1]))
    elif error["type"] == "unknown-reference":  # to one of thousands, which nobody lists
        values["hint"] = ids.to(values["value"], context["known"])
    elif "known" in context:
        values |= _choice(values["value"], context["known"])
    elif error["type"] == "enum":
        values |= _choice(value, choices_at(model, path))
    return values | {name: str(context[name]) for name in _BOUNDS if name in context}


def _choice(value: str, known: Collection[str]) -> dict[str, str]:
    return {"choices": " · ".join(known), "hint": nearest(value, known)}


def _keys_at(model: type[BaseModel], path: PathTo) -> list[str]:
    record = record_at(model, path)
    return list(record.model_fields) if record else []


def known_ids(value: Any) -> dict[str, dict[str, None]]:
    """The ids that the data declares, in their order, for the check of references to them.

    A list that is missing, or that has a row without an id, declares nothing that a reference
    could be held to.
    """
    ids = {name: _ids(value.get(name)) for name in ("organizations", "tiers")}
    ids[BODIES] = [*shipped_bodies(), *_ids(_own_bodies(value))]
    return {name: dict.fromkeys(known) for name, known in ids.items() if known and all(known)}


def shipped_bodies() -> tuple[str, ...]:
    """The ids of the bodies that every round knows."""
    return tuple(body.id for body in shipped_regulations().bodies)


def _own_bodies(value: Any) -> Any:
    election = value.get("election")
    return election.get(BODIES) if isinstance(election, dict) else None


def _ids(items: Any) -> list[str]:
    rows = items if isinstance(items, list) else []
    ids = [row.get("id") if isinstance(row, dict) else None for row in rows]
    return [identifier if isinstance(identifier, str) else "" for identifier in ids]
