"""The invented round that travels with the program."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from generator.sources.round_file import load_round
from generator.sources.round_yaml import plain_data


def sample_folder() -> Path:
    """Its data folder: inside the installed package, or in the repository."""
    package = Path(__file__).parent.parent
    shipped = package / "_sample"
    return shipped if shipped.is_dir() else package.parent / "data" / "mau"


def sample_data() -> dict[str, Any]:
    """It as plain data."""
    found = load_round(sample_folder()).round
    if found is None:
        raise FileNotFoundError(sample_folder())
    return plain_data(found)
