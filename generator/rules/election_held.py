"""What rules of elections read: each election beside its body, its tally and its place."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import Problem, Severity
from generator.model.election import Mode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.elections import BallotTally, Counted, Tally
    from generator.model.election import Ballot, Body, Election
    from generator.model.result import Assembly

    Path = tuple[str | int, ...]
    Voting = tuple[int, Ballot, BallotTally]

ERROR, WARNING, NOTE = Severity.ERROR, Severity.WARNING, Severity.NOTE


@dataclass(frozen=True, slots=True)
class Held:
    """An election of the workbook, with what is known of it."""

    row: int
    election: Election
    body: Body
    tally: Tally
    assembly: Assembly | None

    @property
    def votes(self) -> bool:
        """Whether somebody is elected here, not appointed."""
        return self.election.mode is Mode.BAU

    @property
    def rounds(self) -> Iterator[Voting]:
        """The rounds of voting, each with its number from 0 and its tally."""
        pairs = zip(self.election.ballots, self.tally.ballots, strict=False)
        return ((number, ballot, told) for number, (ballot, told) in enumerate(pairs))

    @property
    def later_rounds(self) -> Iterator[Voting]:
        """The rounds of voting after the first."""
        return (one for one in self.rounds if one[0])

    def place(self, name: str) -> int:
        """The row of a name on the list; the list has it."""
        return [one.name for one in self.election.candidates].index(name)

    def at(self, *steps: str | int) -> Path:
        """The path of something within the election."""
        return ("elections", self.row, *steps)

    def problem(
        self, severity: Severity, code: str, path: Path, /, **values: object
    ) -> Problem:
        """A problem here; every sentence may name the body."""
        return problem(severity, code, self.at(*path), body=self.body.title, **values)


def held(counted: Counted) -> Iterator[Held]:
    """Each election whose body is known; of a body told twice, the first one."""
    result = counted.result
    rows = {one.body: i for i, one in reversed(list(enumerate(result.elections)))}
    for told in counted.tallies:
        row, body = rows[told.body], counted.body(told.body)
        assembly = result.assembly(body.elected_by)
        yield Held(row, result.elections[row], body, told, assembly)


def voted(counted: Counted) -> Iterator[Held]:
    """Those of them in which ballots were cast."""
    return (one for one in held(counted) if one.votes)


def problem(severity: Severity, code: str, path: Path, /, **values: object) -> Problem:
    """A problem with its values in words."""
    words = {name: str(value) for name, value in values.items()}
    return Problem(code, path, words, severity=severity)


def severity_of(certainty: str) -> Severity | None:
    """How bad a breach is of something that sure: memory alone finds nothing."""
    return {"A": ERROR, "B": ERROR, "C": WARNING, "I": WARNING}.get(certainty)
