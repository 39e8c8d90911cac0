"""A round from YAML to Excel and back: the data, whole; comments are not data."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import excel
from generator.errors import BuildError, Place, Problem, WrongDataError
from generator.output import write_new
from generator.sources import (
    ROUND_FILE,
    ROUND_WORKBOOK,
    entry_workbook,
    load_file,
    load_round,
    plain_data,
    round_files,
    round_yaml,
    sample_data,
)

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Round

TEXT_SUFFIXES, EXCEL_SUFFIX = (".yaml", ".yml"), ".xlsx"


@dataclass(frozen=True, slots=True)
class Converted:
    """The file that was written; the problems of the source; the files of its folder."""

    path: Path
    problems: tuple[Problem, ...]
    beside: tuple[Path, ...]


def convert(source: Path, target: Path) -> Converted:
    """Write a round in the other form; of a folder, its round file is meant.

    Raises WrongDataError with every problem of the source, BuildError where the target is
    there already or says no form; then nothing is written.
    """
    path = _target(source, target)
    loaded = load_round(source) if source.is_dir() else load_file(_known(source))
    if loaded.round is None:
        raise WrongDataError(loaded.problems)
    write_new({path: _content(loaded.round, path)})
    return Converted(path, loaded.problems, tuple(round_files(path.parent)))


def _content(found: Round, path: Path) -> bytes:
    data = plain_data(found)
    if path.suffix.lower() == EXCEL_SUFFIX:
        return excel.render(entry_workbook(data, sample_data()))
    return round_yaml(data).encode()


def _target(source: Path, target: Path) -> Path:
    """The file to be written: the one named, or of a folder the one that the source is not."""
    is_folder = target.is_dir() or not target.suffix
    path = target / _other(source) if is_folder else _known(target)
    if path.exists():
        raise _refused("file-exists", path)
    return path


def _other(source: Path) -> str:
    files = round_files(source) if source.is_dir() else [source]
    from_excel = any(path.suffix.lower() == EXCEL_SUFFIX for path in files)
    return ROUND_FILE if from_excel else ROUND_WORKBOOK


def _known(path: Path) -> Path:
    if path.suffix.lower() not in (*TEXT_SUFFIXES, EXCEL_SUFFIX):
        raise _refused("unknown-suffix", path)
    return path


def _refused(code: str, path: Path) -> BuildError:
    return BuildError([Problem(code, values={"file": str(path)}, place=Place(str(path)))])
