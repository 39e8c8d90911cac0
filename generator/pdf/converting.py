"""Files to PDF: a few LibreOffices at once, each with a batch; what failed is tried alone.

A file that stops or kills LibreOffice is tried once more by itself, the rest of its batch goes
on in a new one: one bad file is only its own failure. Where nothing at all is made, a page of
our own says whether LibreOffice works; if not, the rest is not tried.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections import deque
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import rmtree
from typing import TYPE_CHECKING

from generator.errors import Place, Problem, Severity
from generator.pdf.fonts import font_problems
from generator.pdf.office import Office
from generator.pdf.programs import find_soffice
from generator.pdf.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping

    from generator.pdf.office import Attempt

    Files = Mapping[str, Path]
    Progress = Callable[[str], None]
    Results = Generator["Converted", None, None]

BATCH = 100  # starting costs as much as five files; what is lost by a crash is little
PAUSE = 0.05
DAY = 86_400
_PREFIX = "vankien-pdf-"
_SAMPLE = r"{\rtf1\ansi thu}"
_NO_FILE = "không có tệp kết quả"


@dataclass(frozen=True, slots=True)
class Converted:
    """A document's PDF, empty where it failed; what failed, or should be looked at."""

    name: str
    content: bytes
    problems: tuple[Problem, ...] = ()


def _nothing(_: str) -> None:
    """Progress that nobody watches."""


def convert(files: Files, jobs: int = 0, progress: Progress = _nothing) -> Results:
    """The PDF of each file, as it is ready, not in their order; names are for messages.

    `jobs` is how many LibreOffices work at once, 0 for one a core. Nothing runs on, and nothing
    is left, when the iterator is closed. Raises MissingProgramError, where there are files.
    """
    soffice = find_soffice() if files else ""
    return _conversion(soffice, files, jobs or os.cpu_count() or 1, progress)


def converted(
    documents: Mapping[str, bytes], jobs: int = 0, progress: Progress = _nothing
) -> tuple[dict[str, bytes], list[Problem]]:
    """The PDF of each document; what failed, what should be looked at."""
    try:
        with _folder() as folder:
            files = {
                name: Path(folder, f"{number}{_suffix(content)}")
                for number, (name, content) in enumerate(documents.items())
            }
            for name, path in files.items():
                path.write_bytes(documents[name])
            with closing(convert(files, jobs, progress)) as results:
                found = {one.name: one for one in results}
    except OSError as error:
        found = {name: _failed(name, _reason(error)) for name in documents}
    done = [found[name] for name in documents]
    pdfs = {one.name: one.content for one in done if one.content}
    return pdfs, [problem for one in done for problem in one.problems]


def _suffix(content: bytes) -> str:
    return ".xlsx" if b"xl/workbook.xml" in content else ".docx"


def _conversion(soffice: str, files: Files, jobs: int, progress: Progress) -> Results:
    if not files:
        return
    _sweep()
    try:
        room = _folder()
    except OSError as error:
        yield from (_failed(name, _reason(error)) for name in files)
        return
    with room as folder:
        work = _Work(soffice, Path(folder), progress)
        with closing(work.results(files, jobs)) as results:
            yield from results


def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix=_PREFIX, ignore_cleanup_errors=True)


def _sweep() -> None:
    """Remove what runs that were killed have left long ago."""
    for folder in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        with suppress(OSError):
            if time.time() - folder.stat().st_mtime > DAY:
                rmtree(folder, ignore_errors=True)


def _batches(files: Files, jobs: int) -> Iterator[dict[str, Path]]:
    """The files in batches that give every program as much, and none too many."""
    names = list(files)
    size = max(1, min(BATCH, -(-len(names) // jobs)))
    for start in range(0, len(names), size):
        yield {name: files[name] for name in names[start : start + size]}


def _reason(error: OSError) -> str:
    return error.strerror or str(error)


def _failed(name: str, reason: str) -> Converted:
    values = {"file": name, "reason": reason or _NO_FILE}
    return Converted(name, b"", (Problem("pdf-failed", values=values, place=Place(name)),))


def _checked(name: str, source: Path, pdf: Path) -> Converted | None:
    """A PDF that can be given away, with what is odd in it; nothing where it is no PDF."""
    content = b""
    with suppress(OSError):
        content = pdf.read_bytes()
    found = read(content)
    if found is None:
        return None
    problems = list(font_problems(name, source, found))
    if not found.is_archival:
        values, place = {"file": name}, Place(name)
        problems.append(Problem("pdf-not-archival", (), values, Severity.WARNING, place))
    return Converted(name, content, tuple(problems))


class _Work:
    """The batches that wait and the programs that run."""

    def __init__(self, soffice: str, folder: Path, progress: Progress) -> None:
        self._soffice, self._folder, self._progress = soffice, folder, progress
        self._waiting: deque[dict[str, Path]] = deque()
        self._running: list[Office] = []
        self._alone: set[str] = set()  # tried, or to be tried, by themselves
        self._started = 0

    def results(self, files: Files, jobs: int) -> Results:
        """Each file's PDF or failure, once."""
        self._waiting.extend(_batches(files, jobs))
        try:
            while self._waiting or self._running:
                while self._waiting and len(self._running) < jobs:
                    self._running.append(self._office(self._waiting.popleft()))
                    self._running[-1].start()
                yield from self._look()
        finally:
            for office in self._running:
                office.clear()

    def _office(self, batch: Files) -> Office:
        self._started += 1
        return Office(self._soffice, self._folder / str(self._started), batch)

    def _look(self) -> Results:
        """What has come of the programs that have ended; a pause where none has."""
        ended = [office for office in self._running if office.is_done()]
        for office in self._running:
            for name in office.news():
                self._progress(name)
        for office in ended:
            yield from self._settle(office)
            self._running.remove(office)
            office.clear()
        if not ended:
            time.sleep(PAUSE)

    def _settle(self, office: Office) -> Results:
        attempt = office.attempt()
        lacking = dict(office.files)
        for name, path in attempt.made.items():
            result = _checked(name, office.files[name], path)
            if result is not None:
                del lacking[name]
                yield result
        if lacking:
            yield from self._again(lacking, attempt)

    def _again(self, lacking: Files, attempt: Attempt) -> Results:
        """Try once more what is lacking; or say that it failed."""
        if not attempt.made and not self._works():
            yield from self._give_up(lacking, attempt.reason)
            return
        suspects = list(lacking)[:1] if attempt.broke else list(lacking)
        hopeless = [name for name in suspects if self._is_settled(name, attempt)]
        self._waiting.extend({name: lacking[name]} for name in suspects if name not in hopeless)
        self._alone.update(suspects)
        rest = {name: path for name, path in lacking.items() if name not in suspects}
        if rest:
            self._waiting.append(rest)
        yield from (_failed(name, attempt.reason) for name in hopeless)

    def _is_settled(self, name: str, attempt: Attempt) -> bool:
        """Whether another try could not end otherwise."""
        return name in self._alone or (attempt.alone and not attempt.broke)

    def _give_up(self, lacking: Files, reason: str) -> Results:
        """LibreOffice itself does not work: nothing that waits is tried."""
        waiting = [name for batch in self._waiting for name in batch]
        self._waiting.clear()
        yield from (_failed(name, reason) for name in (*lacking, *waiting))

    def _works(self) -> bool:
        """Whether LibreOffice can convert a page of ours."""
        sample = self._folder / "thu.rtf"
        sample.write_text(_SAMPLE, encoding="ascii")
        office = self._office({"": sample})
        try:
            office.start()
            while not office.is_done():
                time.sleep(PAUSE)
            return bool(office.attempt().made)
        finally:
            office.clear()
