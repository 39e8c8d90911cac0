"""From a round, and what its units sent back, to the bytes of its papers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Any

import generator
from generator import catalog, guard, ics, word
from generator.catalog import Case, Form, Scope, Source
from generator.elections import bodies_of, regulation_of
from generator.errors import (
    BuildError,
    GeneratorError,
    Place,
    Problem,
    Severity,
    WrongDataError,
    has_errors,
)
from generator.guard import UnsafeFileError
from generator.output import File, fingerprint
from generator.sources import shipped_regulations
from generator.views import typesetter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from generator.catalog import Paper
    from generator.checking import Checked
    from generator.ics import Agenda
    from generator.model import Congress, Round
    from generator.returns import Returns
    from generator.tables import Workbook

    Printed = tuple[File, tuple[Problem, ...]]
    Printer = Callable[[Any, Case], Printed]


@dataclass(frozen=True, slots=True)
class Copy:
    """One document to be made: which paper, for whom, at which path of the output."""

    paper: Paper
    congress: Congress | None
    path: str
    body: str = ""


@dataclass(frozen=True, slots=True)
class Job:
    """The papers to be made: of which round, from which folder, which codes (none: all).

    `of_results` leaves out what does not follow from results.
    """

    ready: Checked
    folder: Path
    only: tuple[str, ...] = ()
    draft: bool = False
    of_results: bool = False


def copies_of(found: Round, only: tuple[str, ...] = ()) -> Iterator[Copy]:
    """Every document of a round: papers of the round, then each congress in its own folder."""
    papers = [paper for paper in catalog.PAPERS if not only or paper.code in only]
    for paper in papers:
        if paper.scope is Scope.ROUND:
            yield Copy(paper, None, f"{paper.code}.{paper.form}")
    for congress in found.reporting:
        for paper in papers:
            yield from _copies_for(paper, found, congress)


def _copies_for(paper: Paper, found: Round, congress: Congress) -> Iterator[Copy]:
    folder = f"{congress.organization}/{paper.code}"
    if paper.scope is Scope.CONGRESS:
        yield Copy(paper, congress, f"{folder}.{paper.form}")
    elif paper.scope is Scope.ELECTION:
        regulation = regulation_of(shipped_regulations(), found, congress)
        for body in bodies_of(regulation, found, congress):
            yield Copy(paper, congress, f"{folder}-{body.id}.{paper.form}", body.id)


@dataclass(frozen=True, slots=True)
class Made:
    """A document that was made; the problems are of places that could not be filled.

    Without a file it could not be made: the problem says why.
    """

    path: str
    file: File | None
    problems: tuple[Problem, ...] = ()


def documents(job: Job, returns: Returns, progress: Callable[[str], None]) -> Iterator[Made]:
    """Each document of the round that has something to print, one at a time."""
    printer = cache(lambda paper: _printer(paper, job))  # each template is compiled once
    cases = _Cases(job, returns)
    for copy in copies_of(job.ready.round, job.only):
        case = cases.of(copy)
        if job.of_results and not copy.paper.follows_from(case):
            continue
        progress(copy.path)
        if made := _made(copy, case, printer(copy.paper)):
            yield made


def _made(copy: Copy, case: Case, printer: Printer) -> Made | None:
    """One document; what breaks it leaves the others alone."""
    try:
        view = copy.paper.view(case)
        if view is None:
            return None
        file, problems = printer(view, case)
    except (GeneratorError, UnsafeFileError):
        raise
    except Exception as error:  # noqa: BLE001 - whatever it is, the other papers go on
        values = {"paper": copy.paper.title, "reason": f"{type(error).__name__}: {error}"}
        failure = Problem("paper-not-made", values=values, place=Place(copy.path))
        return Made(copy.path, None, (failure,))
    return Made(copy.path, file, problems)


def titles(found: Round) -> dict[str, str]:
    """The title of each document by its path."""
    return {copy.path: copy.paper.title for copy in copies_of(found)}


def is_of_results(path: str) -> bool:
    """Whether a file, or what was written beside it, is a paper that only results make."""
    stem = path.rpartition("/")[2].partition(".")[0]
    codes = [one.code for one in catalog.PAPERS if one.source is Source.RESULTS]
    return any(stem == code or stem.startswith(f"{code}-") for code in codes)


class _Cases:
    """The case of each document; what came back of a congress is read once for all of its."""

    def __init__(self, job: Job, returns: Returns) -> None:
        self._job = job
        self._returns = returns
        ready = job.ready
        sums = returns.sums()
        self._last = self._whole = Case(ready.round, ready.calendar, None, job.draft, sums=sums)

    def of(self, copy: Copy) -> Case:
        if copy.congress is None:
            return self._whole
        if self._last.congress is not copy.congress:
            found = self._returns.of(copy.congress)
            self._last = replace(
                self._whole,
                congress=copy.congress,
                draft=self._job.draft or found.doubtful,
                returned=found,
            )
        return replace(self._last, body=copy.body)


def _printer(paper: Paper, job: Job) -> Printer:
    """What makes a file of a paper's view."""
    if paper.form is Form.EXCEL:
        return _workbook
    if paper.form is Form.CALENDAR:
        return _calendar_file
    template, source = _template(paper, job.folder)
    typeset = typesetter(printed_names(job.ready.round))

    def document(view: Any, case: Case) -> Printed:
        printed, own = typeset(view, _people(case)), case.returned.report
        if paper.filling and own and case.is_fillable:
            filled = word.filled(own.content, own.file, paper.filling(printed))
            return File(filled.content, _made_from(own.content, printed)), filled.problems
        content = template.render(printed, draft=case.draft)
        waits = paper.filling and own and case.returned.doubtful
        problems = _waiting(own.file) if waits and own else ()
        return File(content, _made_from(source, printed)), problems

    return document


def _waiting(file: str) -> tuple[Problem, ...]:
    """That a unit's own report is not filled: its words could not be marked as a draft."""
    problem = Problem("filling-waits", severity=Severity.WARNING, place=Place(file))
    return (problem,)


def _people(case: Case) -> tuple[str, ...]:
    """The names of the persons in a result: they never break across lines."""
    found = case.returned.counted
    return tuple(person.name for person in found.result.people) if found else ()


def _workbook(view: Workbook, _case: Case) -> Printed:
    from generator import excel  # noqa: PLC0415 - heavy, and `check` makes no workbook

    return File(excel.render(view), _made_from(b"xlsx", *_pieces(view))), ()


def _pieces(view: Workbook) -> Iterator[Any]:
    """What a workbook is made from, row by row: all of it as one text takes much memory."""
    yield view.title
    for sheet in view.sheets:
        yield replace(sheet, rows=())
        yield from sheet.rows


def _calendar_file(view: Agenda, _case: Case) -> Printed:
    return File(ics.render(view), _made_from(b"ics", view)), ()


def _made_from(source: bytes, *pieces: Any) -> str:
    version = generator.__version__.encode()
    return fingerprint(version, source, *(_digest(one) for one in pieces))


def _digest(piece: Any) -> bytes:
    return fingerprint(repr(piece).encode()).encode()


def _template(paper: Paper, folder: Path) -> tuple[word.Template, bytes]:
    path = catalog.template_path(paper.code, folder)
    if not path.is_file():
        problem = Problem("no-template", values={"file": str(path)}, place=Place(str(path)))
        raise WrongDataError([problem])
    content = guard.package(path, str(path))
    problems = word.check_template(content, str(path), paper.view_type)
    if has_errors(problems):
        raise WrongDataError(problems)
    return word.compile_template(content, str(path)), content


def printed_names(found: Round) -> tuple[str, ...]:
    """Names of places and persons, which never break across lines."""
    places: list[str] = [one.name for one in found.organizations if one.is_territorial]
    given = [one.names.place_name for one in found.organizations if one.names.place_name]
    return (*places, *given, found.plan.signatory.name)


def refuse_input_as_output(folder: Path, target: Path) -> None:
    """Refuse to write papers among the data. Raises BuildError."""
    if folder.resolve() == target.resolve():
        values = {"folder": str(target)}
        raise BuildError([Problem("output-is-input", values=values, place=Place(str(target)))])
