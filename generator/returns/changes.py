"""What differs between two versions of a unit's workbook, in the words of the form."""

from __future__ import annotations

import json
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from generator.elections import bodies_of, regulation_of
from generator.errors import Place, Problem, Severity
from generator.model import titles
from generator.model.result import CongressResult
from generator.register import Kind
from generator.sources import shipped_regulations
from generator.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from generator.model import Congress, Round
    from generator.register import Entry, Register
    from generator.returns.reading import Received
    from generator.returns.standing import Standing

    Path = tuple[str | int, ...]

NAMED_BY = ("name", "body", "voter")  # what tells the records of a list apart
MOST = 20  # changes that are shown; how many more there are is said
EMPTY = "(trống)"


def changes(
    older: str, newer: str, file: str, bodies: Mapping[str, str]
) -> tuple[Problem, ...]:
    """A note for each value that differs between two results (JSON), at most MOST of them."""
    before, after = _values(older), _values(newer)
    paths = [path for path in (before | after) if before.get(path) != after.get(path)]
    notes = [
        Problem(
            "return-changed",
            values={"old": before.get(path, EMPTY), "new": after.get(path, EMPTY)},
            severity=Severity.NOTE,
            place=Place(file),
            titles=tuple(_titles(path, bodies)),
        )
        for path in paths[:MOST]
    ]
    if len(paths) > MOST:
        values = {"count": str(len(paths) - MOST)}
        notes.append(Problem("return-changed-more", (), values, Severity.NOTE, Place(file)))
    return tuple(notes)


def _values(result: str) -> dict[Path, str]:
    return dict(_flat(json.loads(result), ())) if result else {}


def _flat(value: Any, path: Path) -> Iterator[tuple[Path, str]]:
    """The plain values with their paths; a record of a list stands under its name."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from _flat(inner, (*path, key))
    elif isinstance(value, list):
        for step, inner in _steps(value):
            yield from _flat(inner, (*path, step))
    elif value is not None:
        yield path, _said(value)


def _steps(items: Sequence[Any]) -> Iterator[tuple[str | int, Any]]:
    """Each item of a list under its name where all have one, no two the same."""
    names = [_name(item) for item in items]
    named = all(names) and len(set(names)) == len(names)
    yield from zip(names if named else range(len(items)), items, strict=True)


def _name(item: Any) -> str:
    if not isinstance(item, dict):
        return ""
    return next((f"={item[key]}" for key in NAMED_BY if item.get(key)), "")


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "có" if value else "không"
    return str(value)


def _titles(path: Path, bodies: Mapping[str, str]) -> Iterator[str]:
    """The titles on the way, with the names of people and bodies as they are."""
    plain = tuple(0 if str(step).startswith("=") else step for step in path)
    for step, title in zip(path, titles(CongressResult, plain), strict=False):
        name = str(step).removeprefix("=")
        yield bodies.get(name, name) if str(step).startswith("=") else title


def replaced(book: Register, received: Sequence[Received], found: Round) -> Iterator[Problem]:
    """Notes on units that sent again: which version counts, what differs from before."""
    congresses = {one.organization: one for one in found.congresses}
    fresh = {(one.congress, one.kind): None for one in received if one.is_new}
    for congress, kind in fresh:
        counts, *older = book.versions(congress, kind) if kind else ()
        if not older:
            continue
        yield from _told(counts.entry, [one.entry for one in older], received)
        before, after = book.result(older[0]), book.result(counts)
        if kind is Kind.BIEU and before:
            bodies = _body_titles(found, congresses[congress])
            yield from changes(before, after, counts.entry.file, bodies)


def _told(
    counts: Entry, older: Sequence[Entry], received: Sequence[Received]
) -> Iterator[Problem]:
    """That a version took the place of another, or came too late to."""
    fresh = {one.sha256 for one in received if one.is_new}
    if counts.sha256 in fresh and counts.saved_at >= older[0].saved_at:
        yield _replacing(counts, older[0])
        return
    for one in older:
        if one.sha256 in fresh and one.saved_at < counts.saved_at:
            values = {"saved": _moment(one), "new": counts.file, "after": _moment(counts)}
            yield Problem("return-older", (), values, Severity.WARNING, Place(one.file))


def _replacing(counts: Entry, before: Entry) -> Problem:
    """That a version took the place of another; louder where that is a doubtful thing."""
    values = {"saved": _moment(counts), "old": before.file, "before": _moment(before)}
    code, severity = "return-replaced", Severity.NOTE
    if counts.saved_at == before.saved_at:
        code, severity = "return-same-time", Severity.WARNING
    elif counts.doubtful and not before.doubtful:
        code, severity = "return-replaced-good", Severity.WARNING
    return Problem(code, (), values, severity, Place(counts.file))


def ahead(listed: Iterable[Standing], as_of: date) -> Iterator[Problem]:
    """Notes on units whose newest version cannot be read, or whose congress is yet to come."""
    for one in listed:
        if one.form is None:
            continue
        counts = one.form.entry
        if one.unread:
            newest, values = one.unread.entry, {"counts": counts.file}
            values |= {"saved": _moment(newest), "before": _moment(counts)}
            yield _warning("return-newer-unread", newest.file, values)
        said = json.loads(counts.summary or "{}").get("closed_on")
        closed = date.fromisoformat(said) if said else as_of
        if closed > as_of:
            values = {"closed": short_date(closed), "as_of": short_date(as_of)}
            yield _warning("return-ahead", counts.file, {"unit": one.unit, **values})


def _warning(code: str, file: str, values: dict[str, str]) -> Problem:
    return Problem(code, (), values, Severity.WARNING, Place(file))


def _moment(entry: Entry) -> str:
    """When a version was saved: "14:05 ngày 03/11/2026"."""
    local = datetime.fromisoformat(entry.saved_at).astimezone()
    return f"{local:%H:%M} ngày {short_date(local.date())}"


def _body_titles(found: Round, congress: Congress) -> dict[str, str]:
    regulation = regulation_of(shipped_regulations(), found, congress)
    return {body.id: body.title for body in bodies_of(regulation, found, congress)}
