"""Data in: a person's files to checked values, each with its place. NFC here and only here."""

from __future__ import annotations

from generator.sources.entry_workbook import entry_workbook
from generator.sources.form_file import ReadResult, read_result
from generator.sources.form_outline import Outline, outline_of
from generator.sources.form_stamp import check_stamp, stamp_of
from generator.sources.regulation_file import shipped_regulations
from generator.sources.returned_file import RESULTS, returned_files, saved_at
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
    "RESULTS",
    "ROUND_FILE",
    "ROUND_WORKBOOK",
    "Loaded",
    "Outline",
    "ReadResult",
    "check_stamp",
    "entry_workbook",
    "load_calendar",
    "load_file",
    "load_round",
    "outline_of",
    "plain_data",
    "read_result",
    "returned_files",
    "round_files",
    "round_schema",
    "round_yaml",
    "sample_data",
    "sample_folder",
    "saved_at",
    "shipped_regulations",
    "stamp_of",
]
