"""Data in: a person's files to checked values, each with its place. NFC here and only here."""

from __future__ import annotations

from generator.sources.entry_workbook import entry_workbook
from generator.sources.round_file import (
    ROUND_FILE,
    ROUND_WORKBOOK,
    Loaded,
    load_file,
    load_round,
    round_files,
    round_schema,
)
from generator.sources.round_yaml import plain_data, round_yaml
from generator.sources.sample import sample_data, sample_folder
from generator.sources.year_file import load_calendar

__all__ = [
    "ROUND_FILE",
    "ROUND_WORKBOOK",
    "Loaded",
    "entry_workbook",
    "load_calendar",
    "load_file",
    "load_round",
    "plain_data",
    "round_files",
    "round_schema",
    "round_yaml",
    "sample_data",
    "sample_folder",
]
