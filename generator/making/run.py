"""The documents of a run, one after the other: those of the round, then each congress's."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator import batch
from generator.batch import Lost
from generator.catalog import Case, Form
from generator.errors import BuildError, GeneratorError, Place, Problem
from generator.making.copies import Copy, copies_for, copies_of_round, homes
from generator.making.workshop import Made, Stock, Workshop, failed, sources, workshop_of
from generator.returns import returned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from generator.batch import Crew
    from generator.checking import Checked
    from generator.returns import Kept, Returns

    Known = Callable[[str], str]
    Progress = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Order:
    """The documents of one congress: what came back of it, what stands in its folder."""

    home: str
    kept: Kept
    known: Mapping[str, str]


def stock_of(
    ready: Checked,
    folder: Path,
    only: tuple[str, ...] = (),
    *,
    draft: bool = False,
    of_results: bool = False,
) -> Stock:
    """What the papers of a round are made from: which codes (none: all), from which folder.

    `of_results` leaves out what does not follow from results. Raises WrongDataError with what
    is wrong in templates.
    """
    templates = sources(only, folder)
    return Stock(ready.round, ready.calendar, templates, only, draft, of_results)


def round_documents(stock: Stock, returns: Returns, known: Known) -> Iterator[Made]:
    """The documents that the round has once; `known` says what a file was made from.

    Those that fill a template are made at once: raises TemplateError where one cannot be
    printed. The tables of a country are large, each is made when it is asked for.
    """
    workshop = workshop_of(stock)
    case = Case(stock.round, stock.calendar, None, stock.draft, sums=returns.sums())
    copies = [*_wanted(stock, case)]
    printed = {
        copy.path: _of_round(workshop, copy, case, known(copy.path))
        for copy in copies
        if copy.paper.form is Form.WORD
    }

    def each() -> Iterator[Made | None]:
        for copy in copies:
            if copy.path in printed:
                yield printed.pop(copy.path)
            else:
                yield _of_round(workshop, copy, case, known(copy.path))

    return filter(None, each())


def _wanted(stock: Stock, case: Case) -> Iterator[Copy]:
    for copy in copies_of_round(stock.only):
        if copy.paper.follows_from(case) or not stock.of_results:
            yield copy


def congress_documents(
    crew: Crew, stock: Stock, returns: Returns, known: Known, progress: Progress
) -> Iterator[Made]:
    """The documents of each congress that has something to print, as they are made."""
    found = stock.round
    places, count = homes(found), len(found.reporting)
    orders = (
        _order(stock, returns.kept(one), places[one.organization], known)
        for one in found.reporting
    )
    results = batch.mapped(crew, documents_of, orders)
    for number, (order, came) in enumerate(results, start=1):
        progress(f"{number}/{count} {order.home}")
        yield from _lost(order, came) if isinstance(came, Lost) else came


def _order(stock: Stock, kept: Kept, home: str, known: Known) -> Order:
    congress = stock.congress(kept.congress)
    copies = copies_for(stock.round, congress, home, stock.only)
    standing = {copy.path: known(copy.path) for copy in copies}
    there = {path: made_from for path, made_from in standing.items() if made_from}
    return Order(home, kept, there)


def _lost(order: Order, lost: Lost) -> tuple[Made, ...]:
    values = {"reason": lost.reason}
    problem = Problem("unit-lost", values=values, place=Place(order.home))
    return (Made(order.home, None, (problem,)),)


def documents_of(stock: Stock, order: Order) -> tuple[Made, ...]:
    """The documents of one congress; what breaks one of them leaves the others alone."""
    workshop, congress = workshop_of(stock), stock.congress(order.kept.congress)
    found = returned(order.kept, stock.round, congress)
    case = Case(
        stock.round,
        stock.calendar,
        congress,
        draft=stock.draft or found.doubtful,
        returned=found,
    )
    made = (
        _attempt(workshop, copy, replace(case, body=copy.body), order.known.get(copy.path, ""))
        for copy in copies_for(stock.round, congress, order.home, stock.only)
        if copy.paper.follows_from(case) or not stock.of_results
    )
    return tuple(one for one in made if one)


def _attempt(workshop: Workshop, copy: Copy, case: Case, known: str) -> Made | None:
    """One document; whatever goes wrong is said of it, and leaves the others alone."""
    try:
        return workshop.made(copy, case, known)
    except Exception as error:  # noqa: BLE001 - whatever it is, the other papers go on
        return failed(copy, error)


def _of_round(workshop: Workshop, copy: Copy, case: Case, known: str) -> Made | None:
    """The same of a document of the round; what is wrong with its template stops the run."""
    try:
        return workshop.made(copy, case, known)
    except GeneratorError:
        raise
    except Exception as error:  # noqa: BLE001 - a fault of the program
        return failed(copy, error)


def refuse_input_as_output(folder: Path, target: Path) -> None:
    """Refuse to write papers among the data. Raises BuildError."""
    if folder.resolve() == target.resolve():
        values = {"folder": str(target)}
        raise BuildError([Problem("output-is-input", values=values, place=Place(str(target)))])
