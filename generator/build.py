"""From a round's folder to its papers: load, check, render, write."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import generator
from generator import catalog, guard, ics, output, pdf, rules, sources, word
from generator.calendar import UncoveredYearError
from generator.catalog import Case, Form, Scope
from generator.deadlines import duties
from generator.errors import BuildError, Place, Problem, Severity, WrongDataError, has_errors
from generator.output import File, fingerprint
from generator.views import typesetter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date
    from pathlib import Path

    from generator.calendar import WorkingCalendar
    from generator.catalog import Paper
    from generator.ics import Agenda
    from generator.model import Congress, Round
    from generator.tables import Workbook


@dataclass(frozen=True, slots=True)
class Options:
    """What a run was asked for; `only` names paper codes, empty means all."""

    only: tuple[str, ...] = ()
    draft: bool = False
    pdf: bool = False
    strict: bool = False


@dataclass(frozen=True, slots=True)
class Checked:
    """A round that holds, its calendar of working days, and every warning."""

    round: Round
    calendar: WorkingCalendar
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Copy:
    """One document to be made: which paper, for whom, at which path of the output."""

    paper: Paper
    congress: Congress | None
    path: str


@dataclass(frozen=True, slots=True)
class Result:
    """What a run made, and every warning."""

    outcome: output.Outcome
    problems: tuple[Problem, ...]
    titles: dict[str, str] = field(default_factory=dict)


def _nothing(_: str) -> None:
    """Progress that nobody watches."""


def build(
    folder: Path, target: Path, options: Options, progress: Callable[[str], None] = _nothing
) -> Result:
    """Make the papers of a round. Raises WrongDataError with every problem, nothing written."""
    _refuse_input_as_output(folder, target)
    ready = checked(folder, draft=options.draft, strict=options.strict)
    found, warnings = ready.round, ready.problems
    copies = tuple(copies_of(found, options.only))
    files = _render(ready, folder, copies, options, progress)
    if options.pdf:
        files, failures = _with_pdf(target, files)
        warnings = (*warnings, *failures)
    whole = not (options.only or has_errors(warnings))  # a PDF that failed keeps its old one
    outcome = output.write(target, files, whole=whole)
    titles = {copy.path: copy.paper.title for copy in copies}
    return Result(outcome, (*warnings, *outcome.problems), titles)


def checked(
    folder: Path, *, draft: bool = False, strict: bool = False, as_of: date | None = None
) -> Checked:
    """The round of a folder and its warnings. Raises WrongDataError where it has errors."""
    loaded = sources.load_round(folder, draft=draft)
    if loaded.round is None:
        raise WrongDataError(loaded.problems)
    follow_swaps = loaded.round.deadlines.follow_swaps
    years = sources.load_calendar(folder, follow_swaps=follow_swaps)
    if years.calendar is None:
        raise WrongDataError((*loaded.problems, *years.problems))
    findings = _findings(loaded.round, years.calendar, as_of)
    found = loaded.located(_for_draft(findings) if draft else findings)
    problems = (*loaded.problems, *years.problems, *found)
    doubtful = any(problem.severity is Severity.WARNING for problem in problems)
    if has_errors(problems) or (strict and doubtful):
        raise WrongDataError(problems)
    return Checked(loaded.round, years.calendar, problems)


def _for_draft(findings: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """A draft may have no date yet: it takes the newest profile, and says so as a warning."""
    return tuple(
        replace(one, severity=Severity.WARNING) if one.code == "no-profile-date" else one
        for one in findings
    )


def _findings(
    found: Round, calendar: WorkingCalendar, as_of: date | None
) -> tuple[Problem, ...]:
    try:
        problems = rules.check(found, calendar, as_of)
        if not has_errors(problems):
            duties(found, calendar)  # every date that the papers need can be counted
    except UncoveredYearError as error:
        values = {"year": str(error.year)}
        return (Problem("year-not-covered", ("congresses",), values),)
    return problems


def copies_of(found: Round, only: tuple[str, ...] = ()) -> Iterator[Copy]:
    """Every document of a round: papers of the round, then each congress in its own folder."""
    for paper in catalog.PAPERS:
        if only and paper.code not in only:
            continue
        name = f"{paper.code}.{paper.form}"
        if paper.scope is Scope.ROUND:
            yield Copy(paper, None, name)
            continue
        for congress in found.reporting:
            yield Copy(paper, congress, f"{congress.organization}/{name}")


def _render(
    ready: Checked,
    folder: Path,
    copies: tuple[Copy, ...],
    options: Options,
    progress: Callable[[str], None],
) -> dict[str, File]:
    papers = dict.fromkeys(copy.paper for copy in copies)  # each template is compiled once
    printers = {paper: _printer(paper, folder, ready.round, options) for paper in papers}
    files: dict[str, File] = {}
    for copy in copies:
        progress(copy.path)
        case = Case(ready.round, ready.calendar, copy.congress, options.draft)
        view = copy.paper.view(case)
        if view is not None:
            files[copy.path] = printers[copy.paper](view)
    return files


def _printer(
    paper: Paper, folder: Path, found: Round, options: Options
) -> Callable[[Any], File]:
    """What makes a file of a paper's view."""
    if paper.form is Form.EXCEL:
        return _workbook
    if paper.form is Form.CALENDAR:
        return _calendar_file
    template, source = _template(paper, folder)
    typeset = typesetter(printed_names(found))

    def document(view: Any) -> File:
        printed = typeset(view)
        return File(template.render(printed, draft=options.draft), _made_from(source, printed))

    return document


def _workbook(view: Workbook) -> File:
    from generator import excel  # noqa: PLC0415 - heavy, and `check` makes no workbook

    return File(excel.render(view), _made_from(b"xlsx", view))


def _calendar_file(view: Agenda) -> File:
    return File(ics.render(view), _made_from(b"ics", view))


def _made_from(source: bytes, view: Any) -> str:
    return fingerprint(generator.__version__.encode(), source, repr(view).encode())


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


def _refuse_input_as_output(folder: Path, target: Path) -> None:
    if folder.resolve() == target.resolve():
        values = {"folder": str(target)}
        raise BuildError([Problem("output-is-input", values=values, place=Place(str(target)))])


def _with_pdf(
    target: Path, files: dict[str, File]
) -> tuple[dict[str, File], tuple[Problem, ...]]:
    """The files and the PDFs of the Word ones; a PDF that is still current stays as it is."""
    wanted = {_pdf_name(name): name for name in files if name.endswith(f".{Form.WORD}")}
    stamps = {
        name: fingerprint(b"pdf", files[source].content) for name, source in wanted.items()
    }
    current = {name for name, stamp in stamps.items() if output.is_current(target, name, stamp)}
    outdated = {name: files[wanted[name]].content for name in wanted if name not in current}
    made, failures = pdf.convert(outdated) if outdated else ({}, [])
    ready = {name: (target / name).read_bytes() for name in current} | made
    pdfs = {name: File(content, stamps[name]) for name, content in ready.items()}
    return {**files, **pdfs}, tuple(failures)


def _pdf_name(name: str) -> str:
    return name.removesuffix(".docx") + ".pdf"
