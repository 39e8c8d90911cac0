"""Every document of a round, and where in the output it stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator import catalog
from generator.catalog import Form, Scope, Source
from generator.elections import bodies_of, regulation_of
from generator.sources import shipped_regulations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.catalog import Paper
    from generator.model import Congress, Round

MOST = 500  # folders in a folder: more are slow to show on a shared drive


@dataclass(frozen=True, slots=True)
class Copy:
    """One document to be made: which paper, for whom, at which path of the output."""

    paper: Paper
    congress: Congress | None
    path: str
    body: str = ""


def papers_for(scopes: Sequence[Scope], only: tuple[str, ...] = ()) -> list[Paper]:
    """The papers of these scopes with one of the codes; all where none is named."""
    return [
        paper
        for paper in catalog.PAPERS
        if paper.scope in scopes and (not only or paper.code in only)
    ]


def copies_of_round(only: tuple[str, ...] = ()) -> Iterator[Copy]:
    """The documents that a round has once."""
    for paper in papers_for([Scope.ROUND], only):
        yield Copy(paper, None, f"{paper.code}.{paper.form}")


def copies_for(
    found: Round, congress: Congress, home: str, only: tuple[str, ...] = ()
) -> Iterator[Copy]:
    """The documents of one congress, in its own folder."""
    for paper in papers_for([Scope.CONGRESS, Scope.ELECTION], only):
        path = f"{home}/{paper.code}"
        if paper.scope is Scope.CONGRESS:
            yield Copy(paper, congress, f"{path}.{paper.form}")
            continue
        regulation = regulation_of(shipped_regulations(), found, congress)
        for body in bodies_of(regulation, found, congress):
            yield Copy(paper, congress, f"{path}-{body.id}.{paper.form}", body.id)


def homes(found: Round) -> dict[str, str]:
    """The folder of each unit with papers of its own, by the unit's id.

    Of many units each stands in the folder of its superior, and where those are many too, in
    that of its place among them: no folder holds more than people can look through.
    """
    units = [found.unit(congress) for congress in found.reporting]
    if len(units) <= MOST:
        return {unit.id: unit.id for unit in units}
    below: dict[str, list[str]] = {}
    for unit in units:
        below.setdefault(unit.superior or found.organization, []).append(unit.id)
    return {
        unit: f"{_part(place, len(below))}{superior}/{_part(number, len(same))}{unit}"
        for place, (superior, same) in enumerate(below.items())
        for number, unit in enumerate(same)
    }


def _part(number: int, count: int) -> str:
    """The folder of a part of many: "0501-1000/"; nothing where they are few."""
    if count <= MOST:
        return ""
    first = number // MOST * MOST + 1
    return f"{first:05}-{first + MOST - 1:05}/"


def title_of(path: str) -> str:
    """The title of a document by its path; nothing of a file that is none of ours."""
    name, _, suffix = path.rpartition("/")[2].rpartition(".")
    same = [paper for paper in catalog.PAPERS if _is_called(name, paper)]
    made = [paper for paper in same if paper.form == suffix] or same
    return made[0].title if made and (suffix == "pdf" or suffix in set(Form)) else ""


def _is_called(name: str, paper: Paper) -> bool:
    if paper.scope is Scope.ELECTION:
        return name.startswith(f"{paper.code}-")
    return name == paper.code


def is_of_results(path: str) -> bool:
    """Whether a file, or what was written beside it, is a paper that only results make."""
    stem = path.rpartition("/")[2].partition(".")[0]
    codes = [one.code for one in catalog.PAPERS if one.source is Source.RESULTS]
    return any(stem == code or stem.startswith(f"{code}-") for code in codes)
