"""What an inspection says of a paper that is being made: warnings, no reminders."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.errors import Place, Problem, Severity
from generator.inspection.quick import looks_doubtful

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.inspecting import Inspection
    from generator.paper_format import Profile

MUCH = 1 << 16  # bytes of a paper that takes too long to be inspected in each run


class Doubts:
    """Texts that may be wrong, each until one paper that prints it was inspected."""

    def __init__(self) -> None:
        """None was seen yet."""
        self._seen: set[str] = set()
        self._are_new = False

    def see(self, text: str) -> None:
        """Look at a text that is printed; the same one is asked about again now and then."""
        if looks_doubtful(text) and text not in self._seen:
            self._seen.add(text)
            self._are_new = True

    def are_new(self) -> bool:
        """Whether something came since this was last asked."""
        found, self._are_new = self._are_new, False
        return found


def findings_of(content: bytes, profile: Profile, path: str) -> tuple[Problem, ...]:
    """What is wrong with a paper as it was made, and what could not be looked at.

    A paper of thousands of rows is left to `vankien inspect`, which is told.
    """
    if len(content) > MUCH:
        return (Problem("inspection-too-long", severity=Severity.NOTE, place=Place(path)),)
    from generator.inspection.inspecting import inspected  # noqa: PLC0415 - heavy

    return tuple(_problems(inspected(content, profile.code), path))


def _problems(found: Inspection, path: str) -> Iterator[Problem]:
    for one in found.findings:
        if one.severity is not Severity.NOTE:
            yield replace(one.problem(path), severity=Severity.WARNING)
    for failure in found.failures:
        values = {"check": failure.check, "reason": failure.reason}
        yield Problem("inspection-check-failed", (), values, Severity.NOTE, Place(path))
