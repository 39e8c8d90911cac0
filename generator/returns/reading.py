"""One file that came back: who it is from, what it says, what is wrong; then the register."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass, field, replace
from functools import lru_cache
from pathlib import PurePath
from typing import TYPE_CHECKING, Any

from generator import guard, rules, sources, statistics, views, word
from generator.elections import bodies_of, counted, regulation_of
from generator.errors import Place, Problem, Severity, has_errors
from generator.guard import UnsafeFileError
from generator.register import Entry, Kind, sha256_of
from generator.views.election_form.shape import FORM, VERSION

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime
    from pathlib import Path

    from generator.model import Congress, OutlineItem, Round
    from generator.register import Register, Registered
    from generator.tables import Stamp

LAYOUTS = 16  # that are kept: units of one kind share one
WORKBOOKS, DOCUMENTS = (".xlsx", ".xlsm", ".xls"), (".docx", ".docm", ".doc")


@dataclass(frozen=True, slots=True)
class Received:
    """A file of the results: what it is, from which congress, whether its bytes are new.

    Without a congress it is not in the register; `refused` is one that nobody may open.
    """

    file: str
    kind: Kind | None = None
    congress: str = ""
    sha256: str = ""
    is_new: bool = False
    refused: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class _Read:
    """What a file says; JSON is empty where nothing could be read."""

    congress: str = ""
    version: str = ""
    result: str = ""
    summary: str = ""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """What reading the files of a round needs; `read_with` names its data and the program."""

    book: Register
    round: Round
    folder: Path
    now: datetime
    read_with: str
    congresses: dict[str, Congress] = field(init=False)

    def __post_init__(self) -> None:
        """Know the congresses by the ids of their units."""
        known = {one.organization: one for one in self.round.congresses}
        object.__setattr__(self, "congresses", known)

    def read(self, path: Path) -> Received:
        """Read one file and register it; what is wrong with it is in the answer."""
        file = path.relative_to(self.folder).as_posix()
        kind = _kind_of(file)
        if kind is None:
            problem = _problem("return-unread", file, Severity.WARNING)
            return Received(file, problems=(problem,))
        try:
            door = guard.EXCEL if kind is Kind.BIEU else guard.WORD
            content = guard.package(path, file, door)
            known = self.book.known(sha256_of(content))
            if known and known.entry.read_with == self.read_with:
                return self._again(known, file)
            return self._registered(path, file, kind, content)
        except UnsafeFileError as error:
            return Received(file, kind, refused=True, problems=(error.problem,))

    def read_kept(self) -> None:
        """Read what counts anew where its data or the program changed and its file is gone."""
        everything = (one for kind in Kind for one in self.book.all_current(kind))
        kept = [one for one in everything if one.entry.read_with != self.read_with]
        for one in kept:
            if one.entry.congress in self.congresses:
                self._kept(one)

    def _kept(self, kept: Registered) -> None:
        content, before = self.book.content(kept), kept.entry
        read = self._read(before.file, before.kind, content)
        if read.congress == before.congress:
            self.book.add(self._entry(before, read), read.result, content)

    def _entry(self, known: Entry, read: _Read) -> Entry:
        """What stands in the register of a file whose bytes were read now."""
        return replace(
            known,
            version=read.version,
            read_with=self.read_with,
            doubtful=has_errors(read.problems),
            summary=read.summary,
            problems=_as_json(read.problems),
        )

    def _again(self, known: Registered, file: str) -> Received:
        """A file whose bytes were read before, under this name or another."""
        entry = known.entry
        found = problems_of(entry, file)
        if entry.file != file and (self.folder / entry.file).is_file():
            found = (_problem("return-copy", file, Severity.NOTE, other=entry.file),)
        elif entry.file != file:
            self.book.rename(known, file)
        return Received(file, entry.kind, entry.congress, entry.sha256, problems=found)

    def _registered(self, path: Path, file: str, kind: Kind, content: bytes) -> Received:
        read = self._read(file, kind, content)
        if not read.congress:
            return Received(file, kind, problems=read.problems)
        known = Entry(
            congress=read.congress,
            kind=kind,
            sha256=sha256_of(content),
            file=file,
            saved_at=sources.saved_at(content, path).isoformat(),
            collected_at=self.now.isoformat(),
        )
        entry = self._entry(known, read)
        is_new = self.book.add(entry, read.result, content)
        return Received(
            file, kind, read.congress, entry.sha256, is_new=is_new, problems=read.problems
        )

    def _read(self, file: str, kind: Kind, content: bytes) -> _Read:
        """What the file says; a reader that breaks on it is a problem of this file alone."""
        try:
            return (self._form if kind is Kind.BIEU else self._report)(file, content)
        except UnsafeFileError:
            raise
        except Exception as error:  # noqa: BLE001 - whatever it is, the other files go on
            reason = f"{type(error).__name__}: {error}"
            return _Read(problems=(_problem("return-unreadable", file, reason=reason),))

    def _report(self, file: str, content: bytes) -> _Read:
        congress, mark = word.mark_of(content) or ("", "")
        code, values = self._not_of_this(congress, mark)
        if code:
            return _Read(problems=(_problem(code, file, Severity.WARNING, **values),))
        titles = dict(_titles(self.round.report_outline))
        words = {tag: said for tag, said in word.words_of(content, titles).items() if said}
        return _Read(congress, result=json.dumps(words, ensure_ascii=False))

    def _not_of_this(self, congress: str, mark: str) -> tuple[str, dict[str, str]]:
        """Why a report is none of this round; an empty code where it is one."""
        ours = views.round_mark(self.round)
        if not congress:
            return "report-not-ours", {}
        if mark and mark != ours:
            return "report-other-round", {"found": mark, "wanted": ours}
        unknown = congress not in self.congresses
        return "report-of-another-round" if unknown else "", {"value": congress}

    def _form(self, file: str, content: bytes) -> _Read:
        stamp, mark = sources.stamp_of(content, file), views.round_mark(self.round)
        problems = sources.check_stamp(
            stamp,
            form=FORM,
            version=VERSION,
            round_mark=mark,
            congresses=tuple(self.congresses),
            file=file,
        )
        ours = stamp is not None and stamp.round == mark
        congress = self.congresses.get(stamp.congress) if stamp and ours else None
        if stamp is None or congress is None:
            return _Read(problems=problems)
        said = _Read(congress.organization, stamp.version, problems=problems)
        return said if problems else self._filled(said, congress, (file, content, stamp))

    def _filled(
        self, said: _Read, congress: Congress, given: tuple[str, bytes, Stamp]
    ) -> _Read:
        """What stands in a form of ours, counted and checked."""
        file, content, stamp = given
        outline = _outline(stamp)
        if outline is None:
            return replace(said, problems=(_problem("form-stamp-broken", file),))
        read = sources.read_result(content, file, outline)
        problems = (*self._status(congress, file), *read.problems)
        if read.result is None:
            return replace(said, problems=problems)
        if not read.result.elections:
            return replace(said, problems=(*problems, _problem("return-blank", file)))
        regulation = regulation_of(sources.shipped_regulations(), self.round, congress)
        bodies = bodies_of(regulation, self.round, congress)
        whole = counted(read.result, congress, regulation, bodies)
        findings = rules.check_result(whole, self.round)
        return replace(
            said,
            result=read.result.model_dump_json(exclude_none=True),
            summary=statistics.summary(whole, self.round).to_json(),
            problems=(*problems, *read.located(findings)),
        )

    def _status(self, congress: Congress, file: str) -> Iterator[Problem]:
        if not congress.is_on:
            unit = self.round.unit(congress).full_name
            said = {"unit": unit, "status": str(congress.status)}
            yield _problem("return-not-on", file, Severity.ERROR, **said)


def _outline(stamp: Stamp) -> sources.Outline | None:
    """What a form was when it went out; None where its stamp was changed."""
    try:
        common, words = views.common_stamp(stamp)
    except ValueError:
        return None
    return _common_outline(common, tuple(words)).with_words(words)


@lru_cache(maxsize=LAYOUTS)
def _common_outline(stamp: Stamp, marks: tuple[str, ...]) -> sources.Outline:
    return sources.outline_of(views.form_of(stamp), marks)


def _titles(items: Sequence[OutlineItem]) -> Iterator[tuple[str, str]]:
    """The points of a report's outline by their tags."""
    for item in items:
        yield item.id, item.title
        yield from _titles(item.items)


def _kind_of(file: str) -> Kind | None:
    suffix = PurePath(file).suffix.lower()
    if suffix in WORKBOOKS:
        return Kind.BIEU
    return Kind.BAO_CAO if suffix in DOCUMENTS else None


def _problem(
    code: str, file: str, severity: Severity = Severity.ERROR, **values: str
) -> Problem:
    return Problem(code, values={"file": file, **values}, severity=severity, place=Place(file))


def _as_json(problems: Sequence[Problem]) -> str:
    return json.dumps([_plain(one) for one in problems], ensure_ascii=False)


def _plain(problem: Problem) -> dict[str, Any]:
    return {
        "code": problem.code,
        "path": list(problem.path),
        "values": dict(problem.values),
        "severity": problem.severity.name,
        "place": asdict(problem.place),
        "titles": list(problem.titles),
    }


def problems_of(entry: Entry, file: str = "") -> tuple[Problem, ...]:
    """What was wrong with a registered file, under the name that it has now."""
    return tuple(
        Problem(
            code=one["code"],
            path=tuple(one["path"]),
            values=one["values"],
            severity=Severity[one["severity"]],
            place=replace(Place(**one["place"]), file=file or entry.file),
            titles=tuple(one["titles"]),
        )
        for one in json.loads(entry.problems or "[]")
    )
