"""What the register knows of each congress, for the papers that follow from results."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from generator.elections import bodies_of, counted, regulation_of
from generator.errors import Severity, sentence
from generator.model.result import CongressResult
from generator.register import AS_OF, Kind
from generator.returns.reading import problems_of
from generator.returns.standing import MISSING, State, standings
from generator.sources import shipped_regulations
from generator.statistics import Absent, UnitSummary, roll_up

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.calendar import WorkingCalendar
    from generator.elections import Counted
    from generator.model import Congress, Round
    from generator.register import Entry, Register
    from generator.returns.standing import Standing
    from generator.statistics import RollUp

Words = dict[str, tuple[str, ...]]  # what stands under each tag of a report


@dataclass(frozen=True, slots=True)
class OwnReport:
    """A report as the unit sent it, and the name that its file had."""

    file: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Returned:
    """What came back of one congress: its result counted, its own report as it wrote it.

    Of a doubtful one, `findings` are the sentences that say what disagrees.
    """

    counted: Counted | None = None
    doubtful: bool = False
    findings: tuple[str, ...] = ()
    report: OwnReport | None = None


NOTHING = Returned()


@dataclass(frozen=True, slots=True)
class Kept:
    """The same as the register keeps it: the result as JSON, not counted yet.

    Without a form no result came; the JSON is empty where nothing could be read from it.
    """

    congress: str
    has_form: bool = False
    result: str = ""
    doubtful: bool = False
    findings: tuple[str, ...] = ()
    report: OwnReport | None = None


@dataclass(frozen=True, slots=True)
class Sums:
    """What came back of the round: the totals, and the units' own words by congress."""

    roll_up: RollUp
    words: Mapping[str, Words] = field(default_factory=dict)


@dataclass(frozen=True)
class Returns:
    """The register of a round, read for its papers."""

    book: Register
    round: Round
    calendar: WorkingCalendar

    def kept(self, congress: Congress) -> Kept:
        """What the register keeps of one congress."""
        found = self.book.current(congress.organization, Kind.BIEU)
        report = self.book.current(congress.organization, Kind.BAO_CAO)
        return Kept(
            congress=congress.organization,
            has_form=found is not None,
            result=self.book.result(found) if found else "",
            doubtful=found is not None and found.entry.doubtful,
            findings=_findings(found.entry) if found else (),
            report=OwnReport(report.entry.file, self.book.content(report)) if report else None,
        )

    def reported(self) -> frozenset[str]:
        """The units from which results came."""
        return frozenset(one.entry.congress for one in self.book.all_current(Kind.BIEU))

    def sums(self) -> Sums | None:
        """What came back of all, on the day of the last run; None before anything did."""
        return self._sums

    @cached_property
    def _sums(self) -> Sums | None:
        said = self.book.said(AS_OF)
        if not said:
            return None
        as_of = date.fromisoformat(said)
        listed = standings(self.book, self.round, self.calendar, as_of)
        if not any(one.form for one in listed):
            return None
        rolled = roll_up(
            self.round,
            (
                UnitSummary.from_json(one.form.entry.summary)
                for one in listed
                if one.form and one.state is State.DU
            ),
            missing=tuple(_absent(one) for one in listed if one.state in MISSING),
            excluded=tuple(_absent(one) for one in listed if one.state is State.NGHI_NGO),
            as_of=as_of,
        )
        return Sums(rolled, self._words())

    def _words(self) -> dict[str, Words]:
        return {
            found.entry.congress: {
                tag: tuple(words) for tag, words in json.loads(self.book.result(found)).items()
            }
            for found in self.book.all_current(Kind.BAO_CAO)
        }


def returned(kept: Kept, found: Round, congress: Congress) -> Returned:
    """What came back of one congress, counted."""
    return Returned(
        counted=count(kept.result, found, congress) if kept.has_form else None,
        doubtful=kept.doubtful,
        findings=kept.findings,
        report=kept.report,
    )


def _findings(entry: Entry) -> tuple[str, ...]:
    """What is wrong with a file, in sentences that a paper can print."""
    return tuple(
        ": ".join(filter(None, (str(replace(one.place, file="")), sentence(one))))
        for one in problems_of(entry)
        if one.severity is Severity.ERROR
    )


def _absent(one: Standing) -> Absent:
    return Absent(one.congress, one.unit, one.reason, one.state is State.QUA_HAN)


def count(result: str, found: Round, congress: Congress) -> Counted | None:
    """A result that is kept as JSON, counted; None where nothing could be read."""
    if not result:
        return None
    read = CongressResult.model_validate_json(result)
    regulation = regulation_of(shipped_regulations(), found, congress)
    bodies = bodies_of(regulation, found, congress)
    return counted(read, congress, regulation, bodies)
