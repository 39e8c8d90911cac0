"""Collecting and rolling up, beside openpyxl.

The data is invented: see tests/plausible.py and tests/typist.py.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import time
import zipfile
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from openpyxl import load_workbook

from commands import round_with
from generator import archive, excel, register, views
from generator.checking import checked
from generator.returns import Reader
from generator.sources import returned_files
from generator.statistics import UnitSummary, roll_up
from installing import HERE
from reading_page import OURS, PLAIN, STREAMED, Measured, Run
from returned import FIRST_SENT, WARD, blank, filled, saved_at
from summaries import AS_OF, known_as, plausible_summaries, sample_round
from test_collect import with_units
from timing import side_by_side

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.returns import Received
    from timing import Timed

FEW, ROUNDS, SAME, MANY, SUMMARIES = 20, 3, 200, 2_000, 10_000
MANY_CELLS = 100  # a filled form has more


# What is read


def round_of(folder: Path, count: int) -> Path:
    """A round of so many units, each of which sent its workbook."""
    place = round_with(folder / "dot")
    units = with_units(place, count)
    results = place / "results"
    results.mkdir()
    with zipfile.ZipFile(io.BytesIO(saved_at(filled(WARD), FIRST_SENT))) as given:
        parts = {name: given.read(name) for name in given.namelist()}
    ready = {name: archive.deflated(name, part) for name, part in parts.items()}
    mark = f">{WARD}<".encode()
    own = [name for name, part in parts.items() if mark in part]
    for unit in units:
        told = {
            name: archive.deflated(name, parts[name].replace(mark, f">{unit}<".encode()))
            for name in own
        }
        content = archive.zipped({**ready, **told}.values())
        (results / f"{unit}.xlsx").write_bytes(content)
    return place


def inputs() -> dict[str, list[tuple[int, int]]]:
    """The input cells of the form by sheet, rows and columns from 1."""
    found: dict[str, list[tuple[int, int]]] = {}
    for sheet in blank(WARD)[0].workbook.sheets:
        for row, cells in enumerate(sheet.rows, 1):
            spots = [(row, column) for column, one in enumerate(cells, 1) if one and one.input]
            found.setdefault(sheet.name, []).extend(spots)
    return {name: spots for name, spots in found.items() if spots}


# Ways of reading


def by_openpyxl(wanted: dict[str, list[tuple[int, int]]]) -> Callable[[Path], int]:
    """openpyxl, every input cell by its address; returns how many hold something."""

    def read(path: Path) -> int:
        book = load_workbook(path, data_only=True)
        values = (
            book[name].cell(row, column).value
            for name, spots in wanted.items()
            for row, column in spots
        )
        return sum(value is not None for value in values)

    return read


def by_stream(wanted: dict[str, list[tuple[int, int]]]) -> Callable[[Path], int]:
    """openpyxl read_only, row by row, as its manual says for large files."""

    def read(path: Path) -> int:
        book = load_workbook(path, data_only=True, read_only=True)
        count = 0
        for name, spots in wanted.items():
            known = set(spots)
            for row, values in enumerate(book[name].iter_rows(values_only=True), 1):
                for column, value in enumerate(values, 1):
                    count += value is not None and (row, column) in known
        book.close()
        return count

    return read


def read_all(place: Path, count: int, rounds: int) -> dict[str, Timed]:
    """So many workbooks read by each way; ours stops at no limit, but checks and registers."""
    paths = list(returned_files(place))[:count]
    found = checked(place).round
    wanted = inputs()
    plain, streamed = by_openpyxl(wanted), by_stream(wanted)
    with (
        tempfile.TemporaryDirectory() as scratch,
        register.opened(Path(scratch), writing=True) as book,
        book.together(),
    ):

        def ours(path: Path) -> Received:
            mark = str(time.perf_counter_ns())  # nothing is known from another round
            return Reader(book, found, place, FIRST_SENT, mark).read(path)

        assert ours(paths[0]).congress
        assert plain(paths[0]) == streamed(paths[0]) > MANY_CELLS
        ways = {OURS: ours, PLAIN: plain, STREAMED: streamed}
        return side_by_side(paths, ways, rounds)


# The whole command, the roll-up


def collected(folder: Path, count: int) -> Run:
    """`vankien collect` over so many workbooks, in a process of its own."""
    place = round_of(folder, count)
    given = ["collect", str(place), "-o", str(folder / "out"), "--as-of", "25/11/2026"]
    start = time.perf_counter()
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, str(HERE / "command.py"), *given],
        capture_output=True,
        text=True,
        check=True,
    )
    seconds = time.perf_counter() - start
    assert f"Đã đọc {count} tệp: {count} đơn vị đủ" in done.stdout
    memory, _ = done.stdout.splitlines()[-2:]
    return Run(count, seconds, int(memory))


def summaries(count: int) -> list[str]:
    """So many summaries as the register keeps them, of a hundred superiors."""
    found = sample_round()
    known, tier = plausible_summaries(found), found.congresses[0].tier
    return [
        replace(
            known[number % len(known)],
            congress=f"thu-{number}",
            unit=f"Đảng bộ Thử {number}",
            tier=tier,
            superior=f"tren-{number % 100}",
            superior_name=f"Đảng bộ xã Thử {number % 100}",
        ).to_json()
        for number in range(count)
    ]


def rolled_up(kept: Sequence[str]) -> tuple[float, float]:
    """Seconds to read and add up summaries, and to make the workbook of them."""
    found = known_as(sample_round(), [UnitSummary.from_json(one) for one in kept], len(kept))
    start = time.perf_counter()
    units = [UnitSummary.from_json(one) for one in kept]
    sums = roll_up(found, units, as_of=AS_OF)
    added = time.perf_counter()
    content = excel.render(views.roll_up_workbook(found, sums))
    assert len(sums.units) == len(kept)
    assert content.startswith(b"PK")
    return added - start, time.perf_counter() - added


def measured() -> Measured:
    """Readings, the whole command, roll-ups."""
    with tempfile.TemporaryDirectory() as scratch:
        place = round_of(Path(scratch) / "same", SAME)
        readings = []
        for count, rounds in ((FEW, ROUNDS), (SAME, 1)):
            say(f"{count} workbooks side by side")
            readings.append((count, read_all(place, count, rounds)))
        runs = []
        for count in (SAME, MANY):
            say(f"vankien collect, {count} workbooks")
            runs.append(collected(Path(scratch) / str(count), count))
    kept = summaries(SUMMARIES)
    say(f"{SUMMARIES} summaries")
    roll_ups = {count: rolled_up(kept[:count]) for count in (SAME, SUMMARIES)}
    return Measured(tuple(readings), tuple(runs), roll_ups)


def say(text: str) -> None:
    """Tell who waits what is done."""
    print(text, flush=True)
