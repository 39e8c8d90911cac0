"""The whole loop of a round, as its people go through it; results are invented and say so.

`python tests/loop.py data/mau output/thu-mau`: papers and workbooks out; a script fills the
workbooks as a clerk would, typing in unlocked cells only; collected; reports, minutes, roll-up.
"""

from __future__ import annotations

import io
import os
import re
import shutil
import sys
import zipfile
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from generator import sources, views
from generator.cli import main as vankien
from generator.elections import bodies_of, regulation_of
from generator.views.outline import PROMPT
from plausible import MARK, plausible, with_appointed, with_second_ballot, with_tie
from typist import entries_of, typed

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from generator.model import Congress, Round
    from plausible import Data

RESULTS = "results"
SOURCE = "round.yaml"


# what makes congresses differ: the number of the congress, the body, what happened there
CHANGES = (
    (0, "ban-chap-hanh", with_second_ballot),
    (1, "uy-ban-kiem-tra", with_tie),
    (1, "ban-chap-hanh", with_appointed),
)
_SHOWN = re.compile(
    rb"<w:showingPlcHdr/>((?:(?!<w:showingPlcHdr/>).)*?)<w:rPr><w:rStyle [^>]*/></w:rPr>"
    rb"(<w:t[^>]*>)" + re.escape(PROMPT.encode()),
    re.DOTALL,
)


def run(*arguments: str) -> int:
    """One command of the program, as typed; its exit code."""
    print(f"\n$ vankien {' '.join(arguments)}", flush=True)  # noqa: T201 - a demonstration
    try:
        vankien(list(arguments))
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def dated(found: Round) -> list[Congress]:
    """The congresses whose days are fully known: their units can have held them."""
    return [one for one in found.reporting if one.known_time.is_exact]


def invented(found: Round, congress: Congress) -> Data:
    """A plausible result of a congress, as data; what happened differs between congresses."""
    regulation = regulation_of(sources.shipped_regulations(), found, congress)
    bodies = bodies_of(regulation, found, congress)
    opened, closed = congress.known_time.opening, congress.known_time.closing
    if opened is None or closed is None:
        raise ValueError("the days of the congress are not known")
    data = plausible(congress, bodies, opened, closed)
    for number, body, change in CHANGES:
        if dated(found).index(congress) == number:
            data = change(data, body)
    return data


def fill(found: Round, congress: Congress, blank: Path) -> bytes:
    """The unit's workbook, filled by typing a plausible result into its unlocked cells."""
    regulation = regulation_of(sources.shipped_regulations(), found, congress)
    form = views.election_form(found, congress, regulation)
    return typed(blank.read_bytes(), entries_of(form, invented(found, congress)))


def written(skeleton: bytes, unit: str) -> bytes:
    """The unit's report with its own words in every point, as Word saves them: the control no
    longer asks, and its words do not look like a prompt.
    """
    words = f"{MARK}: lời của {unit}.".encode()
    old, new = io.BytesIO(skeleton), io.BytesIO()
    with zipfile.ZipFile(old) as read, zipfile.ZipFile(new, "w") as write:
        for name in read.namelist():
            content = read.read(name)
            if name == "word/document.xml":
                content = _SHOWN.sub(rb"\1\2" + words, content)
            write.writestr(name, content)
    return new.getvalue()


def loop(folder: Path, work: Path) -> tuple[int, int]:
    """Go through the loop in a copy of the round's folder; exit codes of build and collect."""
    data, output = work / "dot", work / "van-kien"
    if work.exists():
        shutil.rmtree(work)
    data.mkdir(parents=True)
    shutil.copy(folder / SOURCE, data / SOURCE)
    built = run("build", str(data), "--output", str(output))
    found = sources.load_round(data).round
    if found is None:
        return built, 1
    last = send_back(found, output, data / RESULTS)
    as_of = ("--as-of", f"{last:%d/%m/%Y}")
    collected = run("collect", str(data), "--output", str(output), *as_of)
    run("status", str(data), *as_of)
    return built, collected


def send_back(found: Round, output: Path, results: Path) -> date:
    """The units' files into the folder of results, under any name; the day of the last one."""
    results.mkdir()
    for number, congress in enumerate(dated(found), start=1):
        folder = output / congress.organization
        sent = [results / f"Bieu thong ke ({number}).xlsx"]
        sent[0].write_bytes(fill(found, congress, folder / "thong-ke-bau-cu.xlsx"))
        if number > 1:  # the first unit sends no report of its own
            report = (folder / "bao-cao-ket-qua.docx").read_bytes()
            sent.append(results / f"Bao cao ({number}).docx")
            sent[1].write_bytes(written(report, found.unit(congress).full_name))
        for path in sent:
            os.utime(path, (_after(congress).timestamp(),) * 2)
    return max(map(_after, dated(found))).date()


def _after(congress: Congress) -> datetime:
    """Two days after the congress, when its unit sends its files."""
    day = congress.known_time.closing
    if day is None:
        raise ValueError("the days of the congress are not known")
    return datetime(day.year, day.month, day.day, tzinfo=UTC) + timedelta(days=2)


def main(arguments: Sequence[str]) -> int:
    """The loop from the command line."""
    folder, work = map(Path, arguments)
    return max(loop(folder, work))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
