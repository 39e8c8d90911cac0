"""From papers to pictures of their pages, to look at without opening Word or Excel."""

from __future__ import annotations

import re
from contextlib import closing
from dataclasses import dataclass, field, replace
from itertools import count
from typing import TYPE_CHECKING

from generator import guard, output, pdf
from generator.errors import BuildError, Place, Problem, Severity
from generator.guard import UnsafeFileError
from generator.output import File, fingerprint

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from generator.output import Outcome

FOLDER = "xem-truoc"
_PDF = ".pdf"
_UNFIT = re.compile(r"[^\w-]+")  # what the output does not write in a name


@dataclass(frozen=True, slots=True)
class Look:
    """What to draw: from the first to the last page (0: to the end), how fine."""

    first: int = 1
    last: int = 0
    dpi: int = 100


@dataclass(slots=True)
class Result:
    """The pictures by their path in the folder; what could not be drawn; what was unsafe."""

    folder: Path
    pictures: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    unsafe: list[Problem] = field(default_factory=list)


def _nothing(_: str) -> None:
    """Progress that nobody watches."""


def preview(
    source: Path,
    look: Look,
    target: Path | None = None,
    progress: Callable[[str], None] = _nothing,
) -> Result:
    """Draw the pages of a file, or of every paper in a folder, into a folder of pictures.

    Raises BuildError where there is nothing to draw or nowhere to put it, MissingProgramError.
    """
    files = _papers(source)
    pdf.find_pdftoppm()
    if any(path.suffix.lower() != _PDF for path in files.values()):
        pdf.find_soffice()
    home = source if source.is_dir() else source.parent
    result = Result(target or home / FOLDER)
    stems = _stems(files)
    for name, content in _pdfs(files, result, progress):
        progress(name)
        drawn, problems = pdf.pictures(name, content, (look.first, look.last), look.dpi)
        result.problems.extend(_softer(one) if source.is_dir() else one for one in problems)
        if drawn:
            _put(result, stems[name], drawn)
    result.problems[:] = pdf.summed(result.problems)
    result.pictures.sort(key=_in_order)
    return result


def _in_order(name: str) -> list[tuple[int, str]]:
    """Page 2 before page 10."""
    return [(int(part) if part.isdecimal() else -1, part) for part in re.split(r"(\d+)", name)]


def _softer(problem: Problem) -> Problem:
    """Among many papers some are shorter than what was asked for."""
    short = problem.code == "no-such-page"
    return replace(problem, severity=Severity.NOTE) if short else problem


def _papers(source: Path) -> dict[str, Path]:
    """The papers by the names that people read, in order."""
    wanted = (*pdf.SUFFIXES, _PDF)
    if not source.is_dir():
        if source.suffix.lower() not in wanted:
            raise _refusal("not-previewed", file=str(source))
        return {source.name: source}
    found = [
        path
        for path in sorted(source.rglob("*"))
        if path.suffix.lower() in wanted
        and path.is_file()
        and not path.name.startswith(("~$", "."))
    ]
    made = {path.with_suffix("") for path in found if path.suffix.lower() in pdf.SUFFIXES}
    ours = [
        one for one in found if one.suffix.lower() != _PDF or one.with_suffix("") not in made
    ]
    if not ours:
        raise _refusal("nothing-to-preview", folder=str(source))
    return {path.relative_to(source).as_posix(): path for path in ours}


def _refusal(code: str, **values: str) -> BuildError:
    place = Place(values.get("file") or values.get("folder") or "")
    return BuildError([Problem(code, values=values, place=place)])


def _stems(files: Mapping[str, Path]) -> dict[str, str]:
    """What the pictures of each paper are called: its path, in letters that fit a name."""
    stems: dict[str, str] = {}
    for name in files:
        *folders, last = name.rpartition(".")[0].split("/")
        plain = "/".join(_UNFIT.sub("-", part) for part in (*folders, last))
        names = (plain if number == 1 else f"{plain}-{number}" for number in count(1))
        stems[name] = next(one for one in names if one not in stems.values())
    return stems


def _pdfs(
    files: Mapping[str, Path], result: Result, progress: Callable[[str], None]
) -> Iterator[tuple[str, bytes]]:
    """The PDF of each paper; what is unsafe or cannot be converted is kept in the result."""
    safe = {name: path for name, path in files.items() if _is_safe(name, path, result)}
    for name in [one for one, path in safe.items() if path.suffix.lower() == _PDF]:
        try:
            content = safe.pop(name).read_bytes()
        except OSError as error:
            values = {"reason": error.strerror or str(error)}
            result.problems.append(Problem("file-unreadable", (), values, place=Place(name)))
            continue
        yield name, content
    with closing(pdf.convert(safe, progress=progress)) as results:
        for one in results:
            result.problems.extend(one.problems)
            if one.content:
                yield one.name, one.content


def _is_safe(name: str, path: Path, result: Result) -> bool:
    if path.suffix.lower() == _PDF:
        return True
    try:
        guard.package(path, name, guard.EXCEL if path.suffix.lower() == ".xlsx" else guard.WORD)
    except UnsafeFileError as error:
        result.unsafe.append(error.problem)
        return False
    return True


def _put(result: Result, stem: str, drawn: Mapping[int, bytes]) -> None:
    """Write the pictures of a paper; those of pages that it no longer has go."""
    files = {
        f"{stem}.trang-{number}.png": File(picture, fingerprint(b"png", picture))
        for number, picture in drawn.items()
    }
    own = re.compile(re.escape(stem) + r"\.trang-\d+\.png")
    outcome: Outcome = output.write(
        result.folder, files, stale=lambda name: bool(own.fullmatch(name))
    )
    result.pictures.extend((*outcome.made, *outcome.unchanged))
    result.problems.extend(outcome.problems)
