"""Writing: each file whole, beside its place, then in it; never over a person's change.

A manifest in the folder says what was made from what. A file whose bytes are not those that the
manifest knows is a person's: the new version goes beside it. One run at a time has the folder.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import tempfile
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filelock import FileLock, Timeout

from generator.errors import BuildError, Place, Problem, Severity, has_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    Stale = Callable[[str], bool]

MANIFEST = ".vankien.json"
LOCK = ".vankien.lock"
MAX_COPIES = 100
_NAME = re.compile(r"(?:[\w-]+/)*[\w-]+(?:\.[\w-]+)+")  # what we make: no way out, no dot files


@dataclass(frozen=True, slots=True)
class File:
    """A file to be written: its bytes, and the fingerprint of what it was made from."""

    content: bytes
    made_from: str


@dataclass(frozen=True, slots=True)
class Entry:
    """What the manifest knows of a file: the hash of its bytes, and what it was made from."""

    sha256: str
    made_from: str


@dataclass(slots=True)
class Outcome:
    """What became of each file, by its path in the folder."""

    made: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def fingerprint(*parts: bytes) -> str:
    """What names the parts: equal only where all of them are."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def write(
    folder: Path, files: Mapping[str, File], *, whole: bool = True, stale: Stale = bool
) -> Outcome:
    """Write the files; what is up to date stays, what a person changed stays.

    `whole` says that these are all files of the folder: earlier ones that are not made now, are
    `stale` and that nobody changed are removed. Raises BuildError if it cannot be used.
    """
    with _locked(folder):
        return _Writer(folder, stale).run(files, whole=whole)


def write_new(files: Mapping[Path, bytes]) -> None:
    """Put files where none are: all of them, or none. Raises BuildError."""
    done: list[Path] = []
    for path, content in files.items():
        try:
            replace_file(path, content)
        except OSError as error:
            for written in done:
                written.unlink(missing_ok=True)
            raise BuildError([unwritable(path, error)]) from error
        done.append(path)


def unwritable(path: Path, error: OSError) -> Problem:
    """The problem of a file or folder that the machine does not let us write."""
    reason = error.strerror or str(error)
    return _problem("output-unwritable", file=str(path), reason=reason)


def is_current(folder: Path, name: str, made_from: str) -> bool:
    """Whether a file is there, as it was made, from the same things."""
    path = folder / name
    entries = _read_manifest(folder).get(name, [])
    wanted = [entry.sha256 for entry in entries if entry.made_from == made_from]
    return bool(wanted) and path.is_file() and _hash(path.read_bytes()) in wanted


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with FileLock(folder / LOCK, timeout=0):
            yield
    except Timeout as error:
        raise BuildError([_problem("output-locked", folder=str(folder))]) from error
    except OSError as error:
        raise BuildError([unwritable(folder, error)]) from error


def _problem(code: str, severity: Severity = Severity.ERROR, **values: str) -> Problem:
    place = Place(values.get("file") or values.get("folder") or "")
    return Problem(code, values=values, severity=severity, place=place)


def _hash(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def _read_manifest(folder: Path) -> dict[str, list[Entry]]:
    """The files that the manifest knows; one that is broken, or not ours, knows none.

    A file has two entries where a run broke off: what was there, what was to come.
    """
    try:
        found: Any = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        files = found["files"].items()
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {}
    ours = ((name, _entries(value)) for name, value in files if _NAME.fullmatch(name))
    return {name: entries for name, entries in ours if entries}


def _entries(value: Any) -> list[Entry]:
    with suppress(LookupError, TypeError):
        return [Entry(str(one["sha256"]), str(one["made_from"])) for one in value]
    return []


class _Writer:
    def __init__(self, folder: Path, stale: Stale) -> None:
        self.folder, self.stale = folder, stale
        self.known = _read_manifest(folder)
        self.expected: dict[str, File] = {}
        self.outcome = Outcome()

    def run(self, files: Mapping[str, File], *, whole: bool) -> Outcome:
        self.expected = {
            name: file for name, file in files.items() if not self.is_there(name, file)
        }
        if self.expected:
            self.save_manifest()
        for name, file in files.items():
            with self.telling(name):
                self.put(name, file)
        if whole and not self.failed:
            self.remove_stale(set(files))
        with self.telling(MANIFEST):
            self.save_manifest()
        return self.outcome

    @property
    def failed(self) -> bool:
        return has_errors(self.outcome.problems)

    @contextmanager
    def telling(self, name: str) -> Iterator[None]:
        """A file that cannot be written is told; the others go on."""
        try:
            yield
        except OSError as error:
            self.outcome.problems.append(unwritable(self.folder / name, error))

    def is_there(self, name: str, file: File) -> bool:
        try:
            return (self.folder / name).read_bytes() == file.content
        except OSError:
            return False  # where something is in the way, writing says what

    def put(self, name: str, file: File) -> None:
        """Put the file in its place, or beside one that has to stay."""
        code = self.reason_to_keep(name) if name in self.expected else ""
        if code:
            self.put_beside(name, file, code)
            return
        try:
            self.place(name, file)
        except PermissionError:  # Windows lets nobody replace a file that is open
            if not (self.folder / name).exists():
                raise
            self.put_beside(name, file, "kept-open")

    def put_beside(self, name: str, file: File, code: str) -> None:
        beside = self.beside(name, file)
        del self.expected[name]
        if not self.is_there(beside, file):
            self.expected[beside] = file
            self.save_manifest()
        self.place(beside, file)
        self.warn(code, file=str(self.folder / name), new=str(self.folder / beside))

    def place(self, name: str, file: File) -> None:
        if self.is_there(name, file):
            self.outcome.unchanged.append(name)
        else:
            replace_file(self.folder / name, file.content)
            self.outcome.made.append(name)
        self.known[name] = [Entry(_hash(file.content), file.made_from)]
        self.expected.pop(name, None)

    def reason_to_keep(self, name: str) -> str:
        """Why the file in place stays: a person changed it, or has it open; or nothing."""
        path = self.folder / name
        if not path.exists():
            return ""
        found = _hash(path.read_bytes())
        if all(entry.sha256 != found for entry in self.known.get(name, [])):
            return "kept-changed"
        return "kept-open" if is_open_elsewhere(path) else ""

    def beside(self, name: str, file: File) -> str:
        """A free name beside the file: ke-hoach.moi.docx, then ke-hoach.moi-2.docx."""
        stem, dot, suffix = name.rpartition(".")
        for number in range(1, MAX_COPIES):
            ending = "moi" if number == 1 else f"moi-{number}"
            candidate = f"{stem}.{ending}{dot}{suffix}"
            if self.is_there(candidate, file) or not self.reason_to_keep(candidate):
                return candidate
        raise OSError(f"{MAX_COPIES} bản .moi")

    def remove_stale(self, current: set[str]) -> None:
        """Remove what earlier runs made and nobody changed; say what stays."""
        kept = current.union(self.outcome.made, self.outcome.unchanged)
        for name in [one for one in self.known if one not in kept and self.stale(one)]:
            with self.telling(name):
                self.remove(name)

    def remove(self, name: str) -> None:
        path = self.folder / name
        ours = path.is_file() and path.resolve().is_relative_to(self.folder.resolve())
        reason = self.reason_to_keep(name) if ours else ""
        if reason:
            code = "kept-stale-open" if reason == "kept-open" else "kept-stale"
            self.warn(code, file=str(path))
        elif ours:
            path.unlink()
            with suppress(OSError):
                path.parent.rmdir()  # only where it is empty
            self.outcome.removed.append(name)
        if reason != "kept-open":  # one that is open may go another time
            del self.known[name]

    def warn(self, code: str, **values: str) -> None:
        self.outcome.problems.append(_problem(code, Severity.WARNING, **values))

    def save_manifest(self) -> None:
        """Say what was made from what; of a file that is still to come, both versions."""
        files = {name: list(entries) for name, entries in self.known.items()}
        for name, file in self.expected.items():
            files.setdefault(name, []).append(Entry(_hash(file.content), file.made_from))
        found = {
            "finished": not (self.expected or self.failed),
            "pending": sorted(self.expected),
            "files": {name: [asdict(one) for one in files[name]] for name in sorted(files)},
        }
        replace_file(self.folder / MANIFEST, f"{json.dumps(found, indent=1)}\n".encode())


def is_open_elsewhere(path: Path) -> bool:
    """Whether Word or LibreOffice has left its lock file beside an open document.

    Word puts "~$" in place of the first two letters of a longer name, before a short one.
    """
    name = path.name
    locks = (f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#")
    return any(path.with_name(lock).exists() for lock in locks)


def replace_file(path: Path, content: bytes) -> None:
    """Put the content in place as a whole: written beside, flushed, then swapped in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=".vankien-", suffix=".tmp", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise
