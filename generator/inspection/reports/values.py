"""What a run of the inspector found, as values: for who prints it, whatever the form."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.errors import Severity, sentence
from generator.inspection.finding import SELF_EVIDENT
from generator.paper_format import PLAIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.errors import Problem
    from generator.inspection.copies import Change
    from generator.inspection.finding import Finding
    from generator.inspection.inspecting import Inspection
    from generator.paper_format import Profile, Source

    Translate = Callable[[str], str]

OBVIOUS = "hiển nhiên"
SEVERITIES = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


@dataclass(frozen=True, slots=True)
class Corrected:
    """A copy in which something was put right: what, what was left, what the copy says now.

    Without a file nothing could be put right; the inspection is that of the paper.
    """

    file: str
    inspection: Inspection
    changes: tuple[Change, ...] = ()
    left: tuple[Change, ...] = ()
    losses: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    """A file that was inspected, by the name that people know, and the copies made of it."""

    file: str
    inspection: Inspection
    annotated: str = ""
    corrected: Corrected | None = None

    @property
    def left(self) -> tuple[Finding, ...]:
        """What is still wrong: in the corrected copy, where there is one."""
        return (self.corrected or self).inspection.findings


@dataclass(frozen=True, slots=True)
class Report:
    """Every paper of a run; the files that were not opened; what else went wrong."""

    papers: tuple[Paper, ...] = ()
    refused: tuple[Problem, ...] = ()
    problems: tuple[Problem, ...] = field(default=())

    def left(self) -> Iterator[Finding]:
        """What is still wrong in all papers."""
        for paper in self.papers:
            yield from paper.left

    @property
    def is_clean(self) -> bool:
        """Whether nothing but reminders was found, and every file could be inspected."""
        found = severities(self.left())
        return not (found[Severity.ERROR] or found[Severity.WARNING] or self.refused)


def severities(findings: Iterable[Finding]) -> Counter[Severity]:
    """How many findings there are of each severity."""
    return Counter(one.severity for one in findings)


def title_of(component: str, profile: Profile) -> str:
    """What people call a component, or the line under one."""
    named = profile.components.get(component) or profile.head.strokes.get(component)
    return named.title if named else component


def sureness(source: Source) -> str:
    """How sure a finding is that rests on this: by its source, or for anyone who looks."""
    return OBVIOUS if source in (*SELF_EVIDENT, PLAIN) else source.confidence.value


def said(finding: Finding, translate: Translate = str) -> str:
    """The sentence of a finding: what is, what should be, what it rests on."""
    return sentence(finding.problem(""), translate)
