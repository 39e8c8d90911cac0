"""Results made by hand for papers: names are plainly false, and the papers say so."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any

from conftest import ROOT
from generator import sources, word
from generator.elections import Counted, bodies_of, counted, regulation_of
from generator.model.result import CongressResult
from generator.views import typesetter
from plausible import plausible

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Congress, Round

Data = dict[str, Any]


@cache
def round_of(folder: Path) -> Round:
    """The round of a folder."""
    found = sources.load_round(folder).round
    assert found is not None
    return found


def congress_of(folder: Path, identifier: str) -> Congress:
    """One congress of a round."""
    congresses = round_of(folder).congresses
    return next(one for one in congresses if one.organization == identifier)


def whole(folder: Path, identifier: str) -> Data:
    """A whole result of a congress, as data that a test may change."""
    found, congress = round_of(folder), congress_of(folder, identifier)
    bodies = bodies_of(_regulation(found, congress), found, congress)
    opened = congress.known_time.opening or date(2026, 12, 1)
    closed = congress.known_time.closing or opened
    data = plausible(congress, bodies, opened, closed)
    for person in data["people"]:
        person["is_local"] = True
    return {**data, "congress": identifier}


def _regulation(found: Round, congress: Congress) -> Any:
    return regulation_of(sources.shipped_regulations(), found, congress)


def result_of(folder: Path, identifier: str, data: Data | None = None) -> Counted:
    """The result of a congress, counted."""
    found, congress = round_of(folder), congress_of(folder, identifier)
    regulation = _regulation(found, congress)
    result = CongressResult.model_validate(data or whole(folder, identifier))
    return counted(result, congress, regulation, bodies_of(regulation, found, congress))


def of_body(data: Data, body: str) -> Data:
    """The election of a body in the data of a result."""
    found: Data = next(one for one in data["elections"] if one["body"] == body)
    return found


@cache
def _template(code: str) -> word.Template:
    path = ROOT / "templates" / "word" / f"{code}.docx"
    return word.compile_template(path.read_bytes(), path.name)


def printed(folder: Path, view: Any, code: str = "bao-cao-ket-qua") -> bytes:
    """The paper of a view, as the program prints it."""
    return _template(code).render(typeset(folder, view))


def typeset(folder: Path, view: Any) -> Any:
    """A view with what must not break glued."""
    names = [one.name for one in round_of(folder).organizations if one.is_territorial]
    return typesetter(names)(view)


def candidates(**votes: Any) -> list[Data]:
    """Names with their votes in each round of voting: Thử=(90, None)."""
    return [
        {"name": f"Nguyễn Văn {name}", "votes": list(given)} for name, given in votes.items()
    ]


def ballot(number: int, voters: int, kind: str = "lần đầu") -> Data:
    """A round of voting without an invalid ballot."""
    papers = dict.fromkeys(("present", "issued", "returned", "valid"), voters)
    return {"kind": kind, "number": number, **papers, "invalid": 0}
