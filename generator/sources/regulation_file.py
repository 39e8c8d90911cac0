"""The election regulations that travel with the program."""

from __future__ import annotations

from functools import cache
from importlib import resources

from generator.model.regulation import Regulations
from generator.sources.yaml_tree import read_tree

FILE = "elections.yaml"


@cache
def shipped_regulations() -> Regulations:
    """The regulations with their numbers; a mistake in the file is ours and is raised."""
    path = resources.files("generator") / "regulations" / FILE
    return Regulations.model_validate(read_tree(path.read_bytes(), FILE).value)
