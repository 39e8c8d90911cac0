"""What commands print: problems one to a line, then how many; and the exit codes."""

from __future__ import annotations

import json
from collections import Counter
from contextlib import contextmanager
from enum import IntEnum
from itertools import groupby
from typing import TYPE_CHECKING

import click

from generator.cli.language import _
from generator.errors import GeneratorError, Problem, Severity, WrongDataError, sentence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence


class Exit(IntEnum):
    """Exit codes, the same for every command."""

    DONE = 0
    WRONG_DATA = 1
    USAGE = 2
    UNSAFE_FILE = 3
    PROGRAM_MISSING = 4
    IN_PART = 5


MOST_ALIKE = 5  # problems that are printed one by one though they say the same
_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.NOTE: "cyan"}
_USAGE = {
    "cluster-open",
    "output-is-input",
    "unknown-paper",
    "folder-not-empty",
    "template-exists",
    "file-exists",
    "unknown-suffix",
    "nothing-to-inspect",
    "nothing-to-preview",
    "not-previewed",
}
_MISSING = {"cluster-missing", "cluster-silent", "cluster-empty", "cluster-unlike"}
_LATER = {"output-locked", "output-unwritable", "register-locked", "register-unwritable"}
_COUNTED = {
    Severity.ERROR: _("{number} lỗi"),
    Severity.WARNING: _("{number} cảnh báo"),
    Severity.NOTE: _("{number} nhắc"),
}


def line(problem: Problem) -> str:
    """A problem as its reader reads it: place, titles, sentence."""
    titles = ", ".join(_(title) for title in problem.titles)
    said, place = sentence(problem, _), str(problem.place)
    parts = ("" if said.startswith(place) else place, titles, said)
    return ": ".join(part for part in parts if part)


def show(problems: Iterable[Problem]) -> None:
    """Print the problems on standard error, each after its severity.

    What many files have in common is said once, with their places under it.
    """
    for (severity, said), alike in groupby(problems, _said):
        same = list(alike)
        if len(same) <= MOST_ALIKE or any(one.titles for one in same):
            for one in same:
                click.echo(f"{marked(severity)}: {line(one)}", err=True)
            continue
        counted = _("{number} chỗ").format(number=len(same))
        click.echo(f"{marked(severity)}: {counted}: {said}", err=True)
        for one in same:
            click.echo(f"  {one.place}", err=True)


def _said(problem: Problem) -> tuple[Severity, str]:
    """What a problem says, wherever it is."""
    return problem.severity, sentence(problem, _)


def marked(severity: Severity) -> str:
    """A severity in its colour."""
    return click.style(_(severity), fg=_COLOURS[severity])


def count(problems: Iterable[Problem]) -> str:
    """How many there are of each: "3 lỗi, 1 cảnh báo"."""
    return counted(Counter(problem.severity for problem in problems))


def counted(found: Mapping[Severity, int]) -> str:
    """The same of what was counted already."""
    numbers = [(found.get(kind, 0), words) for kind, words in _COUNTED.items()]
    return ", ".join(words.format(number=number) for number, words in numbers if number)


def as_text(problems: Iterable[Problem]) -> str:
    """The problems as JSON, for a program: severity, code, place, titles, sentence."""
    found = [
        {
            "severity": problem.severity.name.lower(),
            "code": problem.code,
            "file": problem.place.file,
            "line": problem.place.line,
            "column": problem.place.column,
            "sheet": problem.place.sheet,
            "cell": problem.place.cell,
            "titles": list(problem.titles),
            "message": sentence(problem, _),
        }
        for problem in problems
    ]
    return json.dumps(found, ensure_ascii=False, indent=1)


@contextmanager
def told(*, as_json: bool = False) -> Iterator[None]:
    """Tell what stopped a command, in words or as JSON, and exit with its code."""
    from generator.guard import UnsafeFileError  # noqa: PLC0415 - heavy
    from generator.pdf import MissingProgramError  # noqa: PLC0415 - heavy

    try:
        yield
    except GeneratorError as error:
        _tell(error, as_json=as_json)
        stopped = isinstance(error, WrongDataError)
        raise SystemExit(Exit.WRONG_DATA if stopped else _code(error)) from error
    except UnsafeFileError as error:
        _print([error.problem], as_json=as_json)
        raise SystemExit(Exit.UNSAFE_FILE) from error
    except MissingProgramError as error:
        _print([error.problem], as_json=as_json)
        raise SystemExit(Exit.PROGRAM_MISSING) from error


def _print(problems: Sequence[Problem], *, as_json: bool) -> None:
    if as_json:
        click.echo(as_text(problems))
    else:
        show(problems)


def _tell(error: GeneratorError, *, as_json: bool) -> None:
    _print(error.problems, as_json=as_json)
    if not as_json:
        summary = count(error.problems)
        click.echo(_("Có {count}. Chưa ghi tệp nào.").format(count=summary), err=True)


def _code(error: GeneratorError) -> Exit:
    codes = {problem.code for problem in error.problems}
    if codes <= _USAGE:
        return Exit.USAGE
    if codes & _MISSING:
        return Exit.PROGRAM_MISSING
    return Exit.IN_PART if codes & _LATER else Exit.WRONG_DATA
