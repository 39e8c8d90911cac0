"""Word files to PDF: ours, one soffice call with all files, one call for each file."""

from __future__ import annotations

import os
import subprocess
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import base
import dialects
import spec
from generator import pdf
from generator.word import compile_template
from timing import LIMIT

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

FILES = 40
OURS, TOGETHER, ALONE = "vankien", "một lần gọi soffice, mọi tệp", "mỗi tệp một lần gọi soffice"


@dataclass(frozen=True, slots=True)
class Way:
    """One way: how many PDFs were made in how many seconds."""

    name: str
    made: int
    seconds: float

    @property
    def a_minute(self) -> float:
        """PDFs a minute."""
        return 60 * self.made / self.seconds


@dataclass(frozen=True, slots=True)
class Pdfs:
    """The ways, and how many files each was given."""

    files: int
    version: str
    ways: tuple[Way, ...]


def measured(count: int = FILES) -> Pdfs:
    """PDFs of the 4-page paper by each way, a new profile of LibreOffice for each."""
    template = compile_template(base.template(dialects.JINJA), "mau.docx")
    with tempfile.TemporaryDirectory() as scratch:
        paths = [Path(scratch, f"{number}.docx") for number in range(count)]
        for number, path in enumerate(paths):
            path.write_bytes(template.render(spec.report(number)))
        ways = {OURS: _ours, TOGETHER: _together, ALONE: _alone}
        found = tuple(_timed(name, way, paths) for name, way in ways.items())
    version = _soffice("--version", limit=LIMIT).stdout.split()
    return Pdfs(count, version[1] if len(version) > 1 else "?", found)


def _timed(name: str, way: Callable[[Sequence[Path], Path], int], paths: Sequence[Path]) -> Way:
    with tempfile.TemporaryDirectory() as scratch:
        start = time.perf_counter()
        made = way(paths, Path(scratch))
        return Way(name, made, time.perf_counter() - start)


def _ours(paths: Sequence[Path], out: Path) -> int:
    made = list(pdf.convert({path.name: path for path in paths}))
    for one in made:
        assert one.content, one.problems
        (out / f"{one.name}.pdf").write_bytes(one.content)
    return len(made)


def _together(paths: Sequence[Path], out: Path) -> int:
    _convert(paths, out, LIMIT)
    return len(list(out.glob("*.pdf")))


def _alone(paths: Sequence[Path], out: Path) -> int:
    """One after the other, until the time is over."""
    start = time.perf_counter()
    for path in paths:
        left = LIMIT - (time.perf_counter() - start)
        if left <= 0:
            break
        _convert([path], out, left)
    return len(list(out.glob("*.pdf")))


def _convert(paths: Sequence[Path], out: Path, limit: float) -> None:
    profile = f"-env:UserInstallation={(out / 'profile').as_uri()}"
    to = ["--headless", "--convert-to", "pdf", "--outdir", str(out)]
    _soffice(profile, *to, *map(str, paths), limit=limit)


def _soffice(*arguments: str, limit: float) -> subprocess.CompletedProcess[str]:
    """A call of LibreOffice; with all that it started it ends at the limit."""
    command = [pdf.find_soffice(), *arguments]
    with subprocess.Popen(  # noqa: S603 - found by ours
        command,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
        start_new_session=True,
    ) as process:
        try:
            told, _ = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            os.killpg(process.pid, 9)
            told, _ = process.communicate()
    return subprocess.CompletedProcess(command, process.returncode, told)
