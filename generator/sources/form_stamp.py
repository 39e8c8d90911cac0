"""What a form says of itself, and whether that is a form that can be read now."""

from __future__ import annotations

import re
from difflib import get_close_matches
from typing import TYPE_CHECKING

from generator.errors import Place, Problem
from generator.sources.form_file import opened
from generator.tables import STAMP, STAMPED, Stamp

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from generator.sources.workbook_file import Book, Grid

_NUMBERS = re.compile(r"[0-9]+")


def stamp_of(content: bytes, file: str = "") -> Stamp | None:
    """What a form says of itself, None where a workbook is no form of ours.

    Raises UnsafeFileError where no reader makes sheets of it.
    """
    stamps = (_stamp(grid) for grid in _likely(opened(content, file)))
    return next((stamp for stamp in stamps if stamp), None)


def check_stamp(  # noqa: PLR0913 - all that a stamp says is compared
    stamp: Stamp | None,
    *,
    form: str,
    version: str,
    round_mark: str,
    congresses: Collection[str],
    file: str,
) -> tuple[Problem, ...]:
    """Why a form cannot be taken, the first reason only: what to do is the same for all."""
    if stamp is None or stamp.form != form:
        return (Problem("form-not-ours", place=Place(file)),)
    code, values = _other(stamp, version, round_mark)
    if not code and stamp.congress not in congresses:
        close = get_close_matches(stamp.congress, sorted(congresses), n=1, cutoff=0.6)
        code = "form-unknown-congress"
        values = {"value": stamp.congress, "hint": "".join(close)}
    return (Problem(code, (), values, place=Place(file)),) if code else ()


def _other(stamp: Stamp, version: str, round_mark: str) -> tuple[str, dict[str, str]]:
    """Whether a form is of another version or round: the code of it, and its values."""
    if stamp.version != version:
        newer = _order(stamp.version) > _order(version)
        values = {"found": stamp.version, "wanted": version}
        return "form-newer" if newer else "form-older", values
    values = {"found": stamp.round, "wanted": round_mark}
    return "" if stamp.round == round_mark else "form-other-round", values


def _likely(book: Book) -> Iterable[Grid]:
    """The sheet of the stamp first, then the others: somebody may have renamed it."""
    sheets = book.sheets
    return [sheets[name] for name in sorted(sheets, key=lambda name: name != STAMP)]


def _stamp(grid: Grid) -> Stamp | None:
    names = tuple(str(grid.value(row, 0)) for row in range(len(STAMPED)))
    values = [str(grid.value(row, 1)) for row in range(len(STAMPED))]
    return Stamp(*values) if names == STAMPED and all(values) else None


def _order(version: str) -> tuple[int, ...]:
    return tuple(map(int, _NUMBERS.findall(version)))
