"""Each template with each profile inspected in full, once in a run, before anything is written.

What `template check` says of a template is where its styles differ from a profile; here is what
a paper made from it shows. `build` asks for this alone: nothing is told twice.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.catalog import Case, Form
from generator.errors import GeneratorError
from generator.making.copies import copies_for, copies_of_round, homes
from generator.making.findings import findings_of
from generator.making.workshop import workshop_of
from generator.model import Round
from generator.returns import returned
from generator.views import report_profile

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.errors import Problem
    from generator.making.copies import Copy
    from generator.making.workshop import Stock
    from generator.model import Congress
    from generator.returns import Returns


ENOUGH = 100  # congresses in the plan that is looked at: more rows take time, and are alike


def findings_in_samples(stock: Stock, returns: Returns) -> tuple[Problem, ...]:
    """What is wrong with a paper of each kind that this run makes."""
    return tuple(
        problem
        for copy, case in _samples(stock, returns)
        if copy.paper.form is Form.WORD and (copy.paper.follows_from(case) or _all(stock))
        for problem in _findings(stock, copy, case)
    )


def _all(stock: Stock) -> bool:
    return not stock.of_results


def _findings(stock: Stock, copy: Copy, case: Case) -> tuple[Problem, ...]:
    """What is wrong with one paper; whether it can be made at all, its own making says."""
    try:
        made = workshop_of(stock).made(copy, case)
    except (GeneratorError, ArithmeticError, LookupError, TypeError, ValueError):
        return ()
    if made is None or made.file is None:
        return ()
    return findings_of(b"".join(made.file.pieces), copy.paper.profile(case), copy.path)


def _samples(stock: Stock, returns: Returns) -> Iterator[tuple[Copy, Case]]:
    """The papers of the round; those of a first congress, of a first one with results."""
    round_ = _shortened(stock.round)
    of_round = Case(round_, stock.calendar, None, stock.draft, sums=returns.sums())
    for copy in copies_of_round(stock.only):
        yield copy, of_round
    places = homes(stock.round)
    for congress in _congresses(stock, returns):
        case = _case(stock, returns, congress)
        first: set[str] = set()
        for copy in copies_for(
            stock.round, congress, places[congress.organization], stock.only
        ):
            if copy.paper.code not in first:
                first.add(copy.paper.code)
                yield copy, replace(case, body=copy.body)


def _shortened(found: Round) -> Round:
    """The round with no more congresses than show what its template does with them."""
    if len(found.congresses) <= ENOUGH:
        return found
    fields = {name: getattr(found, name) for name in Round.model_fields}
    return Round.model_construct(**{**fields, "congresses": found.congresses[:ENOUGH]})


def _case(stock: Stock, returns: Returns, congress: Congress) -> Case:
    """What the papers of a congress are made of, without a report of the unit's own."""
    found = returned(returns.kept(congress), stock.round, congress)
    return Case(
        stock.round,
        stock.calendar,
        congress,
        draft=stock.draft or found.doubtful,
        returned=replace(found, report=None),
    )


def _congresses(stock: Stock, returns: Returns) -> list[Congress]:
    """Of each profile the first congress without results, and the first one with them."""
    found: dict[tuple[str, bool], Congress] = {}
    with_results = returns.reported()
    for congress in stock.round.reporting:
        profile = report_profile(stock.round, congress).code
        kind = (profile, congress.organization in with_results)
        found.setdefault(kind, congress)
    return [*found.values()]
