"""What a person does with templates: check them, copy one, make one, set its styles anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator import catalog, guard, word
from generator.errors import BuildError, Place, Problem
from generator.output import write_new
from generator.paper_format import PARTY

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from generator.catalog import Paper
    from generator.paper_format import Profile


def papers_with(codes: Iterable[str]) -> tuple[Paper, ...]:
    """The papers with these codes, all where none is named. Raises BuildError."""
    wanted = tuple(codes) or catalog.TEMPLATE_CODES
    unknown = [code for code in wanted if code not in catalog.TEMPLATE_CODES]
    if unknown:
        choices = " · ".join(catalog.TEMPLATE_CODES)
        values = ({"value": code, "choices": choices} for code in unknown)
        raise BuildError(Problem("unknown-paper", values=one) for one in values)
    return tuple(catalog.paper(code) for code in wanted)


def problems_of(paper: Paper, folder: Path) -> tuple[Problem, ...]:
    """Every problem of a paper's template: its tags, then its format by each Party profile.

    The round's own template is checked where its folder has one.
    """
    path = catalog.template_path(paper.code, folder)
    content = guard.package(path, str(path))
    drifts = (word.check_format(content, str(path), profile) for profile in PARTY)
    different = {problem.values["style"]: problem for found in drifts for problem in found}
    return (*word.check_template(content, str(path), paper.view_type), *different.values())


def copy(code: str, folder: Path) -> Path:
    """Copy a shipped template into a round's folder; a copy that is there stays."""
    (paper,) = papers_with([code])
    path = folder / "templates" / f"{paper.code}.docx"
    _refuse_existing(path)
    write_new({path: catalog.shipped_template(code).read_bytes()})
    return path


def make(path: Path, kind: str, profile: Profile) -> None:
    """Make a new template from a profile; a file that is there stays."""
    _refuse_existing(path)
    write_new({path: word.new_template(profile, kind)})


def restyle(path: Path, profile: Profile) -> Path:
    """A copy of the template beside it with the styles of the profile."""
    copied = path.with_name(f"{path.stem}.moi{path.suffix}")
    _refuse_existing(copied)
    write_new({copied: word.restyled(guard.package(path, str(path)), profile)})
    return copied


def _refuse_existing(path: Path) -> None:
    if path.exists():
        values = {"file": str(path)}
        raise BuildError([Problem("template-exists", values=values, place=Place(str(path)))])
