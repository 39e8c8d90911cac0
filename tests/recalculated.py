"""Workbooks recalculated by LibreOffice, and what the arithmetic says their cells must be."""

from __future__ import annotations

import subprocess
import tempfile
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from python_calamine import CalamineWorkbook

from generator.elections import Verdict, share
from generator.model.regulation import Rounding
from generator.pdf import find_soffice
from generator.tables import address
from generator.vietnamese import upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from fractions import Fraction

    from generator.elections import Counted, Tally
    from generator.model.election import Election
    from generator.model.regulation import Regulation
    from generator.tables import Form

Cells = dict[tuple[str, str], str | float | int]
SECONDS_A_FILE = 20
# 0: recalculate always when a workbook is loaded; without it the values stay as written
SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>
"""


def recalculated(workbooks: Mapping[str, bytes]) -> dict[str, Cells]:
    """Every cell of each workbook after a fresh calculation, in one run of LibreOffice."""
    with tempfile.TemporaryDirectory(prefix="vankien-tinh-") as name:
        folder = Path(name)
        saved = _saved(folder, workbooks)
        return {key: read_cells(path.read_bytes()) for key, path in saved.items()}


def _saved(folder: Path, workbooks: Mapping[str, bytes]) -> dict[str, Path]:
    profile, given, target = folder / "profile", folder / "in", folder / "out"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(SETTINGS, encoding="utf-8")
    given.mkdir()
    sources = {key: given / f"{n}.xlsx" for n, key in enumerate(workbooks)}
    for key, path in sources.items():
        path.write_bytes(workbooks[key])
    options = ("--headless", "--convert-to", "xlsx", "--outdir", str(target))
    files = [str(path) for path in sources.values()]
    command = [find_soffice(), f"-env:UserInstallation={profile.as_uri()}", *options, *files]
    limit = 60 + SECONDS_A_FILE * len(files)
    subprocess.run(command, check=True, capture_output=True, timeout=limit)  # noqa: S603 - our own files
    return {key: target / path.name for key, path in sources.items()}


def read_cells(content: bytes) -> Cells:
    """Every filled cell by sheet and address, hidden sheets too; an empty text is left out."""
    book = CalamineWorkbook.from_filelike(BytesIO(content))
    return {
        (name, address(row, column)): value  # type: ignore[misc]
        for name in book.sheet_names
        for row, cells in enumerate(
            book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        )
        for column, value in enumerate(cells)
        if value != ""
    }


def places_of(form: Form) -> dict[tuple[str | int, ...], tuple[str, str]]:
    """Where each computed result stands, by its path."""
    return {
        cell.path: (sheet.name, address(row, column))
        for sheet in form.workbook.sheets
        for row, cells in enumerate(sheet.rows)
        for column, cell in enumerate(cells)
        if cell and cell.path and not cell.input
    }


def expected_cells(form: Form, counted: Counted) -> dict[tuple[str, str], str | float | int]:
    """What the cells of the results must hold after `counted`, "" where they are empty.

    Only elections with a round of voting are expected: their verdicts, shares and totals.
    """
    places = places_of(form)
    found: dict[tuple[str, str], str | float | int] = {}
    for path, value in _expected(counted):
        found[places[path]] = value
    return found


def _expected(counted: Counted) -> Iterator[tuple[tuple[str | int, ...], str | float | int]]:
    for number, body in enumerate(counted.bodies):
        tally, election = counted.tally(body.id), counted.result.election(body.id)
        if tally is None or election is None or not tally.ballots:
            continue
        own = ("elections", number)
        yield (*own, "listed"), tally.listed
        yield (*own, "elected"), len(tally.elected)
        yield (*own, "unfilled"), tally.unfilled
        yield (*own, "vacant"), "" if tally.vacant is None else tally.vacant
        yield (*own, "step"), upper_first(tally.step.value)
        if body.is_delegation:
            yield (*own, "alternate"), len(tally.alternates)
        yield from _of_candidates(own, election, tally, counted.regulation)


def _of_candidates(
    own: tuple[str | int, ...], election: Election, tally: Tally, regulation: Regulation
) -> Iterator[tuple[tuple[str | int, ...], str | float | int]]:
    for row, candidate in enumerate(election.candidates):
        path = (*own, "candidates", row)
        yield (*path, "result"), _final(tally, candidate.name)
        for ballot in tally.ballots:
            line = next((one for one in ballot.lines if one.name == candidate.name), None)
            words = _words(line.verdict, line.missing) if line else ""
            yield (*path, "verdict", ballot.number), words
            part = share(line.votes, ballot.base) if line else None
            shown = "" if part is None else printed(part, regulation)
            yield (*path, "share", ballot.number), shown


def printed(part: Fraction, regulation: Regulation) -> float:
    """A share in percent, rounded or cut on whole numbers."""
    scaled = part * 100 * 10**regulation.share_decimals
    half = 0 if regulation.share_rounding is Rounding.CUT else 1
    return float((2 * scaled + half) // 2 / 10**regulation.share_decimals)


def _words(verdict: Verdict, missing: int) -> str:
    short = f", thiếu {missing} phiếu" if verdict is Verdict.KHONG_QUA_NUA else ""
    return upper_first(verdict.value) + short


def _final(tally: Tally, name: str) -> str:
    if name in tally.elected:
        return "Trúng cử"
    if name in tally.alternates:
        return "Trúng cử dự khuyết"
    if name in tally.tied:
        return "Bằng phiếu"
    stood = any(name == line.name for ballot in tally.ballots for line in ballot.lines)
    return "Không trúng cử" if stood else ""
