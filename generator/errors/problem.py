"""Values that say what is wrong and where; exceptions for what cannot go on."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class Severity(StrEnum):
    """Whether a problem stops the work, should be looked at, or only reminds."""

    ERROR = "lỗi"
    WARNING = "cảnh báo"
    NOTE = "nhắc"


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where in a person's file: line and column, or sheet and cell, or words of the place."""

    file: str = ""
    line: int = 0
    column: int = 0
    sheet: str = ""
    cell: str = ""
    words: str = ""

    def __str__(self) -> str:
        """The place as it is printed.

        >>> str(Place("round.yaml", 41, 14)), str(Place("a.xlsx", sheet="Đại hội", cell="C5"))
        ('round.yaml:41:14', 'a.xlsx, trang “Đại hội”, ô C5')
        """
        if self.line:
            return f"{self.file}:{self.line}:{self.column}"
        sheet = f"trang “{self.sheet}”" if self.sheet else ""
        cell = f"ô {self.cell}" if self.cell else ""
        return ", ".join(part for part in (self.file, sheet, cell, self.words) if part)


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong.

    `path` leads to the value in the data, `titles` are the Vietnamese titles on the way;
    both are filled by whoever knows them.
    """

    code: str
    path: tuple[str | int, ...] = ()
    values: Mapping[str, str] = field(default_factory=dict)
    severity: Severity = Severity.ERROR
    place: Place = field(default_factory=Place)
    titles: tuple[str, ...] = ()


class GeneratorError(Exception):
    """The work cannot go on; carries every problem found."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems for whoever prints them."""
        self.problems = tuple(problems)
        super().__init__(", ".join(problem.code for problem in self.problems))


class WrongDataError(GeneratorError):
    """The data of a person is wrong; nothing was written."""


class TemplateError(GeneratorError):
    """A Word template cannot be used."""


class BuildError(GeneratorError):
    """The output cannot be written."""


def has_errors(problems: Iterable[Problem]) -> bool:
    """Whether one of the problems stops the work."""
    return any(problem.severity is Severity.ERROR for problem in problems)
