"""A new data folder: a round to edit, and the schema that an editor reads."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from generator import excel
from generator.errors import BuildError, Place, Problem
from generator.output import unwritable, write_new
from generator.sources import (
    ROUND_FILE,
    ROUND_WORKBOOK,
    entry_workbook,
    round_schema,
    sample_data,
    sample_folder,
)

if TYPE_CHECKING:
    from pathlib import Path

USUAL = ("deadlines", "dossier", "report_outline")  # much the same in every round
SCHEMA_FILE = "round.schema.json"
EDITOR_LINE = f"# yaml-language-server: $schema={SCHEMA_FILE}\n"


def start(folder: Path) -> None:
    """Put the sample round and its schema into an empty or new folder.

    Raises BuildError where the folder has files: nothing is overwritten.
    """
    _refuse_used(folder)
    sample = (sample_folder() / ROUND_FILE).read_text(encoding="utf-8")
    write_new(
        {
            folder / ROUND_FILE: f"{EDITOR_LINE}{sample}".encode(),
            folder / SCHEMA_FILE: schema_text().encode(),
        }
    )


def start_workbook(folder: Path) -> None:
    """Put a workbook to fill in into an empty or new folder, with what rounds have in common.

    Raises BuildError where the folder has files: nothing is overwritten.
    """
    _refuse_used(folder)
    sample = sample_data()
    usual = {key: sample[key] for key in USUAL}
    write_new({folder / ROUND_WORKBOOK: excel.render(entry_workbook(usual, sample))})


def _refuse_used(folder: Path) -> None:
    try:
        used = folder.exists() and (not folder.is_dir() or any(folder.iterdir()))
    except OSError as error:
        raise BuildError([unwritable(folder, error)]) from error
    if used:
        values = {"folder": str(folder)}
        raise BuildError([Problem("folder-not-empty", values=values, place=Place(str(folder)))])


def schema_text() -> str:
    """The JSON Schema of round.yaml as text."""
    return json.dumps(round_schema(), ensure_ascii=False, indent=2) + "\n"
