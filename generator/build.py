"""From a round's folder to its papers: load, check, render, write."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator import catalog, making, output, pdf, register
from generator.catalog import Form, Scope, Source
from generator.checking import checked
from generator.errors import Place, Problem, Severity, has_errors
from generator.making import Job
from generator.output import File, fingerprint
from generator.returns import Returns
from generator.sources import RESULTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from generator.making import Made


@dataclass(frozen=True, slots=True)
class Options:
    """What a run was asked for; `only` names paper codes, empty means all."""

    only: tuple[str, ...] = ()
    draft: bool = False
    pdf: bool = False
    strict: bool = False


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
    making.refuse_input_as_output(folder, target)
    ready = checked(folder, draft=options.draft, strict=options.strict)
    warnings = ready.problems
    job = Job(ready, folder, options.only, draft=options.draft)
    with register.opened(folder) as book:
        returns = Returns(book, ready.round, ready.calendar)
        made = tuple(making.documents(job, returns, progress))
    files = {one.path: one.file for one in made if one.file}
    warnings = (*warnings, *(problem for one in made for problem in one.problems))
    warnings = (*warnings, *_not_yet(folder, options.only, made))
    if options.pdf:
        files, failures = _with_pdf(target, files)
        warnings = (*warnings, *failures)
    whole = not (options.only or has_errors(warnings))  # a PDF that failed keeps its old one
    outcome = output.write(target, files, whole=whole)
    return Result(outcome, (*warnings, *outcome.problems), making.titles(ready.round))


def _not_yet(folder: Path, codes: tuple[str, ...], made: Iterable[Made]) -> Iterator[Problem]:
    """What was asked for by name, but follows from results that did not come yet."""
    stems = [one.path.rpartition("/")[2] for one in made]
    for code in codes:
        paper = catalog.paper(code)
        if paper.source is Source.RESULTS and not any(one.startswith(code) for one in stems):
            values = {"paper": paper.title, "folder": str(folder / RESULTS)}
            yield Problem("no-results", (), values, Severity.WARNING, Place(register.FILE))


def _with_pdf(
    target: Path, files: dict[str, File]
) -> tuple[dict[str, File], tuple[Problem, ...]]:
    """The files, and PDFs of those to be read; a PDF that is still current stays as it is."""
    wanted = {_pdf_name(name): name for name in files if _is_printed(name)}
    stamps = {
        name: fingerprint(b"pdf-a-2b", files[source].content) for name, source in wanted.items()
    }
    current = {name for name, stamp in stamps.items() if output.is_current(target, name, stamp)}
    outdated = {name: files[wanted[name]].content for name in wanted if name not in current}
    made, failures = pdf.converted(outdated)
    ready = {name: (target / name).read_bytes() for name in current} | made
    pdfs = {name: File(content, stamps[name]) for name, content in ready.items()}
    return {**files, **pdfs}, tuple(pdf.summed(failures))


def _is_printed(name: str) -> bool:
    """Whether a file is read on paper: not the workbook that a unit types into."""
    stem, _, suffix = name.rpartition(".")
    read = {paper.code for paper in catalog.PAPERS if paper.scope is Scope.ROUND}
    return suffix == Form.WORD or (suffix == Form.EXCEL and stem in read)


def _pdf_name(name: str) -> str:
    return f"{name.rpartition('.')[0]}.pdf"
