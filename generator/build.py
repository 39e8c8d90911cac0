"""From a round's folder to its papers: load, check, render, write."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass, field, replace
from itertools import chain
from typing import TYPE_CHECKING

from generator import batch, catalog, making, output, pdf, register
from generator.batch import BY_ITSELF, Workers
from generator.catalog import Form, Scope, Source
from generator.checking import checked
from generator.errors import (
    BuildError,
    Place,
    Problem,
    Severity,
    WrongDataError,
    has_errors,
)
from generator.output import File, fingerprint
from generator.returns import Returns
from generator.sources import RESULTS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from generator.making import Made, Stock
    from generator.output import Outcome, Output

    Progress = Callable[[str], None]

PDF = b"pdf-a-2b"


@dataclass(frozen=True, slots=True)
class Options:
    """What a run was asked for; `only` names paper codes, empty means all."""

    only: tuple[str, ...] = ()
    draft: bool = False
    pdf: bool = False
    strict: bool = False
    workers: Workers = BY_ITSELF


@dataclass(frozen=True, slots=True)
class Result:
    """What a run made, and every warning."""

    outcome: Outcome
    problems: tuple[Problem, ...]


def _nothing(_: str) -> None:
    """Progress that nobody watches."""


def build(
    folder: Path, target: Path, options: Options, progress: Progress = _nothing
) -> Result:
    """Make the papers of a round. Raises WrongDataError with every problem, nothing written."""
    making.refuse_input_as_output(folder, target)
    there = output.Output(target)
    if options.pdf and not any(map(_is_pdf, there.names())):
        pdf.find_soffice()  # nothing is made without it; later it may not be needed
    ready = checked(folder, draft=options.draft, strict=options.strict)
    stock = making.stock_of(ready, folder, options.only, draft=options.draft)
    with register.opened(folder) as book:
        returns = Returns(book, ready.round, ready.calendar)
        told = _looked_at(stock, returns, ready.problems, strict=options.strict)
        first = making.round_documents(stock, returns, there.made_from)
        with (
            batch.opened(options.workers, stock, len(ready.round.reporting)) as crew,
            output.opened(target) as place,
        ):
            run = _Run(place, options, [*told])
            rest = making.congress_documents(crew, stock, returns, place.made_from, progress)
            documents = map(run.judged, chain(first, rest))
            with run.telling():
                for made in making.placed(place, documents):
                    run.note(made)
                    del made  # a large one is not held while the next one is made
                run.convert(progress)
            run.end(folder)
    return Result(place.outcome, (*run.problems, *place.outcome.problems))


def _looked_at(
    stock: Stock, returns: Returns, problems: tuple[Problem, ...], *, strict: bool
) -> tuple[Problem, ...]:
    """The problems, and what an inspection says of a paper of each kind.

    Raises WrongDataError where that counts as wrong.
    """
    found = making.findings_in_samples(stock, returns)
    if strict and any(one.severity is Severity.WARNING for one in found):
        raise WrongDataError((*problems, *found))
    return (*problems, *found)


@dataclass(slots=True)
class _Run:
    """A run that writes: the folder, every problem, the documents that came."""

    place: Output
    options: Options
    problems: list[Problem]
    codes: set[str] = field(default_factory=set)
    printed: dict[str, str] = field(default_factory=dict)

    @contextmanager
    def telling(self) -> Iterator[None]:
        """A disk that takes nothing more ends the run where it stands, and is told."""
        try:
            yield
        except BuildError as error:
            self.problems += error.problems

    def judged(self, made: Made) -> Made:
        """A document as it is, or held back where what looks wrong in it counts as an error."""
        wrong = [one for one in made.findings if one.severity is Severity.WARNING]
        if not (self.options.strict and wrong):
            return made
        errors = (replace(one, severity=Severity.ERROR) for one in wrong)
        problems = (*made.problems, *errors)
        return replace(made, file=None, stands="", problems=problems, findings=())

    def note(self, made: Made) -> None:
        """Keep what a document has to say, and whether it is to be a PDF too."""
        self.problems += made.problems
        self.problems += [one for one in made.findings if self._is_new(one)]
        self.codes.add(made.path.rpartition("/")[2].partition(".")[0])
        if (
            self.options.pdf
            and _is_printed(made.path, self.options.only)
            and self.place.place_of(made.path)
        ):
            made_from = made.file.made_from if made.file else made.stands
            self.printed[made.path] = fingerprint(PDF, made_from.encode())

    def _is_new(self, finding: Problem) -> bool:
        """Whether nothing like it was told, of this paper or of another one."""
        key = (finding.code, *finding.values.items())
        return all((one.code, *one.values.items()) != key for one in self.problems)

    def convert(self, progress: Progress) -> None:
        """Make PDFs of what is read on paper; one that is still current stays as it is."""
        stamps = {_pdf_name(name): stamp for name, stamp in self.printed.items()}
        sources = {_pdf_name(name): self.place.place_of(name) for name in self.printed}
        current = {name for name, made in stamps.items() if self.place.made_from(name) == made}
        for name in current:
            self.place.keep(name)
        files = {name: path for name, path in sources.items() if path and name not in current}
        failures: list[Problem] = []
        counted = _counted(len(files), progress)
        with closing(pdf.convert(files, self.options.workers.jobs, counted)) as results:
            for one in results:
                failures += one.problems
                if one.content:
                    self.place.put({one.name: File(one.content, stamps[one.name])})
                else:
                    self.place.fail(one.name)
        self.problems += pdf.summed(failures)

    def end(self, folder: Path) -> None:
        """Say what could not be made yet; take away what nothing makes any more."""
        self.problems += _not_yet(folder, self.options.only, self.codes)
        if not (self.options.only or has_errors(self.problems)):
            self.place.remove_others()


def _counted(count: int, progress: Progress) -> Progress:
    """Progress that says which of so many it is."""
    numbers = iter(range(1, count + 1))
    return lambda name: progress(f"{next(numbers, count)}/{count} {name}")


def _not_yet(folder: Path, codes: tuple[str, ...], made: set[str]) -> Iterator[Problem]:
    """What was asked for by name, but follows from results that did not come yet."""
    for code in codes:
        paper = catalog.paper(code)
        if paper.source is Source.RESULTS and not any(one.startswith(code) for one in made):
            values = {"paper": paper.title, "folder": str(folder / RESULTS)}
            yield Problem("no-results", (), values, Severity.WARNING, Place(register.FILE))


def _is_printed(name: str, named: tuple[str, ...]) -> bool:
    """Whether a file becomes a PDF: what is read on paper, and what was asked for by its name.

    The workbook that a unit types into is thirty blank pages until it has.
    """
    stem, _, suffix = name.rpartition("/")[2].rpartition(".")
    read = {paper.code for paper in catalog.PAPERS if paper.scope is Scope.ROUND}
    return suffix == Form.WORD or (suffix == Form.EXCEL and stem in {*read, *named})


def _is_pdf(name: str) -> bool:
    return name.endswith(".pdf")


def _pdf_name(name: str) -> str:
    return f"{name.rpartition('.')[0]}.pdf"
