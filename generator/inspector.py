"""Files that anybody made, inspected one after the other; copies with comments, or put right.

A file is only read. What is refused at the door, or cannot be read, is named; the others go on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator import guard, output
from generator.errors import BuildError, Place, Problem, Severity
from generator.guard import UnsafeFileError
from generator.inspection import copies, inspecting
from generator.inspection.reports import Corrected, Paper, Report, as_html
from generator.inspection.reports.values import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from generator.inspection.copies import Fixed, Note
    from generator.inspection.finding import Finding
    from generator.inspection.inspecting import Inspection
    from generator.paper_format import ProfileCode

    Progress = Callable[[str], None]

SUFFIX = ".docx"
ANNOTATED, FIXED = "nhan-xet", "da-sua"
_OURS = (f".{ANNOTATED}.", f".{FIXED}.")  # in the names of copies, of those beside them too


@dataclass(frozen=True, slots=True)
class Options:
    """What a run was asked for; without a profile each paper is held to its own.

    `target` is where copies go: beside each file where it is None.
    """

    profile: ProfileCode | None = None
    annotate: bool = False
    fix: bool = False
    target: Path | None = None
    page: Path | None = None


@dataclass(frozen=True, slots=True)
class Result:
    """What was found in each file, and where the page stands that tells it, if one was made."""

    report: Report
    page: Path | None = None


@dataclass(frozen=True, slots=True)
class _File:
    """A file to be inspected: what people call it, where it is, where its copies go."""

    name: str
    path: Path
    home: Path


def _nothing(_: str) -> None:
    """Progress that nobody watches."""


def inspected(
    sources: Iterable[Path], options: Options, progress: Progress = _nothing
) -> Result:
    """Inspect files, and of folders every Word file that is no copy of ours.

    Raises BuildError where there is nothing to inspect.
    """
    files = _files(sources, options.target)
    papers: list[Paper] = []
    refused: list[Problem] = []
    problems: list[Problem] = []
    for number, file in enumerate(files, start=1):
        progress(f"{number}/{len(files)} {file.name}")
        try:
            content = guard.package(file.path, file.name)
            found = read(content, file.name, options.profile)
        except UnsafeFileError as error:
            refused.append(error.problem)
            continue
        paper, failed = _with_copies(file, content, found, options)
        papers.append(paper)
        problems += (*_broken(found, file.name), *failed)
    return _with_page(Report(tuple(papers), tuple(refused), tuple(problems)), options.page)


def read(content: bytes, name: str, profile: ProfileCode | None = None) -> Inspection:
    """A file past the door, inspected. Raises UnsafeFileError where it cannot be read."""
    try:
        return inspecting.inspected(content, profile)
    except UnsafeFileError as error:
        raise UnsafeFileError(replace(error.problem, place=Place(name))) from error
    except Exception as error:
        raise unreadable(name, error) from error


def unreadable(name: str, error: Exception) -> UnsafeFileError:
    """What is said of a file that the door let pass and that still cannot be read."""
    values = {"reason": f"{type(error).__name__}: {error}"}
    return UnsafeFileError(Problem("inspection-unreadable", values=values, place=Place(name)))


def _broken(found: Inspection, name: str) -> Iterator[Problem]:
    """Checks that broke: what they would have found is not known."""
    for one in found.failures:
        values = {"check": one.check, "reason": one.reason}
        yield Problem("inspection-check-failed", values=values, place=Place(name))


def _files(sources: Iterable[Path], target: Path | None) -> list[_File]:
    """Every file once, in the order in which they were named."""
    found: dict[Path, _File] = {}
    for source in sources:
        files = [*_within(source, target)] if source.is_dir() else [_named(source, target)]
        if not files:
            values = {"folder": str(source)}
            place = Place(str(source))
            raise BuildError([Problem("nothing-to-inspect", values=values, place=place)])
        for file in files:
            found.setdefault(file.path.resolve(), file)
    return [*found.values()]


def _named(source: Path, target: Path | None) -> _File:
    return _File(str(source), source, target or source.parent)


def _within(folder: Path, target: Path | None) -> Iterator[_File]:
    """The Word files of a folder, without copies of ours and what Word leaves lying about."""
    for path in sorted(folder.rglob("*")):
        is_hidden = path.name.startswith(("~$", "."))
        is_ours = any(one in path.name for one in _OURS)
        if path.suffix.lower() == SUFFIX and path.is_file() and not (is_hidden or is_ours):
            inner = path.relative_to(folder).parent
            yield _File(str(path), path, target / inner if target else path.parent)


def _with_copies(
    file: _File, content: bytes, found: Inspection, options: Options
) -> tuple[Paper, list[Problem]]:
    """The paper with the copies that were asked for, and what could not be written."""
    paper, problems = Paper(file.name, found), list[Problem]()
    makers = ((options.annotate, _annotated), (options.fix, _corrected))
    for is_wanted, make in makers:
        if not is_wanted:
            continue
        try:
            paper = make(paper, file, content)
        except BuildError as error:
            problems += error.problems
        except Exception as error:  # noqa: BLE001 - whatever it is, the other papers go on
            problems.append(uncopied(file.name, error))
    return paper, problems


def uncopied(name: str, error: Exception) -> Problem:
    """What is said of a file of which a copy could not be made."""
    values = {"reason": f"{type(error).__name__}: {error}"}
    return Problem("inspection-no-copy", values=values, place=Place(name))


def _annotated(paper: Paper, file: _File, content: bytes) -> Paper:
    findings = paper.inspection.findings
    if not findings:
        return paper
    copy = copies.annotated(content, [_note(one) for one in findings])
    return replace(paper, annotated=str(_put(file, ANNOTATED, copy)))


def _note(finding: Finding) -> Note:
    where = finding.piece or finding.spot.section or None
    return copies.Note(f"{finding.severity.value}: {said(finding)}", where)


def _corrected(paper: Paper, file: _File, content: bytes) -> Paper:
    """The paper with the copy that was put right, inspected again as the paper was."""
    found = paper.inspection
    remedies = [remedy for one in found.findings for remedy in one.remedies]
    made: Fixed = copies.fixed(content, remedies)
    if not made.changes:
        nothing = Corrected("", found, left=made.left)
        return replace(paper, corrected=nothing) if made.left else paper
    again = inspecting.again(made.content, found)
    path = _put(file, FIXED, made.content)
    corrected = Corrected(str(path), again, made.changes, made.left, made.losses)
    return replace(paper, corrected=corrected)


def _put(file: _File, kind: str, content: bytes) -> Path:
    return output.write_beside(file.home / f"{file.path.stem}.{kind}{SUFFIX}", content)


def _with_page(report: Report, page: Path | None) -> Result:
    if page is None:
        return Result(report)
    try:
        return Result(report, output.write_beside(page, as_html(report)))
    except BuildError as error:
        return Result(replace(report, problems=(*report.problems, *error.problems)))


def is_incomplete(report: Report) -> bool:
    """Whether a check broke, or something that was asked for could not be written."""
    return any(one.severity is Severity.ERROR for one in report.problems)
