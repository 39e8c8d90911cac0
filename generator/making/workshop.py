"""One document: from its case to the bytes of its file; compiled templates are kept."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cache, cached_property, lru_cache, partial
from itertools import chain
from typing import TYPE_CHECKING, Any

import generator
from generator import catalog, guard, ics, word
from generator.catalog import Form
from generator.errors import (
    GeneratorError,
    Place,
    Problem,
    Severity,
    WrongDataError,
    has_errors,
    sentence,
)
from generator.making.findings import Doubts, findings_of
from generator.output import File, Stored, fingerprint
from generator.tables import Filling
from generator.views import typesetter

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from generator.calendar import WorkingCalendar
    from generator.catalog import Case
    from generator.excel import Templates
    from generator.making.copies import Copy
    from generator.model import Congress, Round
    from generator.tables import Cell, Workbook

    Render = Callable[[], bytes | Iterator[bytes]]

KNOWN = 1_000  # cells of which the words are remembered


@dataclass(frozen=True, slots=True)
class Made:
    """A document that was made; the problems are of places that could not be filled.

    `findings` say what looks wrong in it. Without a file it could not be made, the problem says
    why; or it is there already, and `stands` says what it was made from.
    """

    path: str
    file: File | None
    problems: tuple[Problem, ...] = ()
    stands: str = ""
    findings: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """A template: its bytes, and how messages call it."""

    content: bytes
    name: str


@dataclass(frozen=True, eq=False)
class Stock:
    """What all documents of a run are made from; it can be sent to another process."""

    round: Round
    calendar: WorkingCalendar
    templates: Mapping[str, Source]
    only: tuple[str, ...] = ()
    draft: bool = False
    of_results: bool = False

    @cached_property
    def _congresses(self) -> dict[str, Congress]:
        return {one.organization: one for one in self.round.reporting}

    def congress(self, unit: str) -> Congress:
        """The congress of the unit with this id."""
        return self._congresses[unit]


def sources(codes: tuple[str, ...], folder: Path) -> dict[str, Source]:
    """The templates of the papers with these codes, all where none is named, checked.

    Raises WrongDataError with every problem of every template.
    """
    papers = [one for one in catalog.PAPERS if one.form is Form.WORD]
    wanted = [one for one in papers if not codes or one.code in codes]
    found: dict[str, Source] = {}
    problems: list[Problem] = []
    for paper in wanted:
        path = catalog.template_path(paper.code, folder)
        if not path.is_file():
            values = {"file": str(path)}
            problems.append(Problem("no-template", values=values, place=Place(str(path))))
            continue
        found[paper.code] = Source(guard.package(path, str(path)), str(path))
        problems += word.check_template(found[paper.code].content, str(path), paper.view_type)
    if has_errors(problems):
        raise WrongDataError(problems)
    return found


class Workshop:
    """Makes documents from a stock; each template is compiled once."""

    def __init__(self, stock: Stock) -> None:
        """Take what all documents are made from."""
        self.stock = stock
        self._doubts = Doubts()
        self._typeset = typesetter(printed_names(stock.round), self._doubts.see)
        self._template = cache(self._compiled)
        self._forms = cache(_forms)

    def made(self, copy: Copy, case: Case, known: str = "") -> Made | None:
        """One document, or nothing where there is nothing to print.

        `known` says what the file that stands there was made from: the same is not made again.
        Raises GeneratorError where a template cannot print its view.
        """
        view = copy.paper.view(case)
        if view is None:
            return None
        if copy.paper.form is Form.WORD:
            return self._document(copy, case, view, known)
        made_from, render = self._table(copy.paper.form, view)
        return _unless_known(copy, made_from, known, render)

    def _table(self, form: Form, view: Any) -> tuple[str, Render]:
        """What a workbook or a calendar is made from, and what makes it."""
        if isinstance(view, Filling):
            basis = _made_from(b"xlsx", view.key, view.own)
            return basis, lambda: self._forms().render(view)
        if form is Form.EXCEL:
            return _made_from(b"xlsx", _told(_pieces(view))), lambda: _workbook(view)
        events = chain((view.title, view.stamp), view.entries)
        return _made_from(b"ics", _told(map(repr, events))), lambda: ics.pieces(view)

    def _document(self, copy: Copy, case: Case, view: Any, known: str) -> Made:
        paper, own = copy.paper, case.returned.report
        printed = self._typeset(view, _people(case))
        if paper.filling and own and case.is_fillable:
            filled = word.filled(own.content, own.file, paper.filling(printed))
            file = File(filled.content, _made_from(own.content, printed))
            return Made(copy.path, file, filled.problems)
        source = self.stock.templates[paper.code].content
        made_from = _made_from(source, printed, case.draft)
        template = self._template(paper.code)
        render = partial(template.render, printed, draft=case.draft)
        made = _unless_known(copy, made_from, known, render)
        if self._doubts.are_new():
            content = b"".join(made.file.pieces) if made.file else render()
            told = findings_of(content, paper.profile(case), copy.path)
            made = replace(made, findings=told)
        waits = paper.filling and own and case.returned.doubtful
        return replace(made, problems=_waiting(own.file)) if waits and own else made

    def _compiled(self, code: str) -> word.Template:
        source = self.stock.templates[code]
        return word.compile_template(source.content, source.name)


@lru_cache(maxsize=1)
def workshop_of(stock: Stock) -> Workshop:
    """The workshop of a stock, kept for the next document."""
    return Workshop(stock)


def failed(copy: Copy, error: Exception) -> Made:
    """What is said of a document that could not be made."""
    values = {"paper": copy.paper.title, "reason": _reason(error)}
    problem = Problem("paper-not-made", values=values, place=Place(copy.path))
    return Made(copy.path, None, (problem,))


def _reason(error: Exception) -> str:
    if isinstance(error, GeneratorError):
        return "; ".join(f"{one.place}: {sentence(one)}" for one in error.problems)
    return f"{type(error).__name__}: {error}"


def _unless_known(copy: Copy, made_from: str, known: str, render: Render) -> Made:
    if made_from == known:
        return Made(copy.path, None, stands=made_from)
    content = render()
    held = content if isinstance(content, bytes) else Stored(content)
    return Made(copy.path, File(held, made_from))


def _forms() -> Templates:
    """The workbooks that units share, as templates."""
    from generator import excel  # noqa: PLC0415 - heavy, and many runs make no workbook

    return excel.Templates()


def _workbook(view: Workbook) -> bytes | Iterator[bytes]:
    from generator import excel  # noqa: PLC0415 - heavy, and many runs make no workbook

    return excel.streamed(view) if excel.is_large(view) else excel.render(view)


def _pieces(view: Workbook) -> Iterator[str]:
    """What a workbook is made from, row by row: all of it as one text takes much memory."""
    known: dict[int, tuple[Any, str]] = {}
    yield view.title
    for sheet in view.sheets:
        yield repr(replace(sheet, rows=()))
        for row in sheet.rows:
            yield "\t".join([_words(cell, known) for cell in row])
            if len(known) > KNOWN:
                known.clear()


def _words(cell: Cell | None, known: dict[int, tuple[Any, str]]) -> str:
    """The repr of a cell, found once of one that stands in many places.

    It is known by what it is, not by what it equals: 1 and 1.0 are not written alike. While it
    is known it is kept, so that no other cell takes its place in memory.
    """
    found = known.get(id(cell))
    if found is None:
        found = known[id(cell)] = cell, repr(cell)
    return found[1]


def _told(pieces: Iterable[str]) -> str:
    """What tells apart so many pieces, each forgotten when the next one comes."""
    told = ""
    for piece in pieces:
        told = fingerprint(told.encode(), piece.encode())
    return told


def _waiting(file: str) -> tuple[Problem, ...]:
    """That a unit's own report is not filled: its words could not be marked as a draft."""
    problem = Problem("filling-waits", severity=Severity.WARNING, place=Place(file))
    return (problem,)


def _people(case: Case) -> tuple[str, ...]:
    """The names of the persons in a result: they never break across lines."""
    found = case.returned.counted
    return tuple(person.name for person in found.result.people) if found else ()


def _made_from(source: bytes, *pieces: Any) -> str:
    version = generator.__version__.encode()
    return fingerprint(version, source, *(_digest(one) for one in pieces))


def _digest(piece: Any) -> bytes:
    return fingerprint(repr(piece).encode()).encode()


def printed_names(found: Round) -> tuple[str, ...]:
    """Names of places and persons, which never break across lines."""
    places: list[str] = [one.name for one in found.organizations if one.is_territorial]
    given = [one.names.place_name for one in found.organizations if one.names.place_name]
    return (*places, *given, found.plan.signatory.name)
