"""Files into a folder, some at a time, never over a person's change; one run at a time."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from filelock import FileLock, Timeout

from generator.errors import BuildError, Problem, Severity, has_errors
from generator.output.files import (
    File,
    is_open_elsewhere,
    names_beside,
    problem_of,
    replace_file,
    sha256_at,
    unwritable,
)
from generator.output.manifest import MANIFEST, Manifest, entry_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    Stale = Callable[[str], bool]

LOCK = ".vankien.lock"


@dataclass(slots=True)
class Outcome:
    """What became of each file, by its path in the folder."""

    made: list[str] = field(default_factory=list)
    unchanged: list[str] = field(default_factory=list)
    removed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def write(
    folder: Path, files: Mapping[str, File], *, whole: bool = True, stale: Stale = bool
) -> Outcome:
    """Write the files; what is up to date stays, what a person changed stays.

    `whole` says that these are all files of the folder: earlier ones that are not made now, are
    `stale` and that nobody changed are removed. Raises BuildError if it cannot be used.
    """
    with opened(folder) as output:
        output.put(files)
        if whole:
            output.remove_others(stale)
    return output.outcome


@contextmanager
def opened(folder: Path) -> Iterator[Output]:
    """The folder, for this run alone, and its manifest, kept right however the run ends.

    Raises BuildError if the folder cannot be used.
    """
    with ExitStack() as stack:
        _lock(folder, stack)
        output = Output(folder)
        output.clear_away()
        yield output
        output.end()


def _lock(folder: Path, stack: ExitStack) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        stack.enter_context(FileLock(folder / LOCK, timeout=0))
    except Timeout as error:
        raise BuildError([problem_of("output-locked", folder=str(folder))]) from error
    except OSError as error:
        raise BuildError([unwritable(folder, error)]) from error


class Output:
    """A folder that files are written into; `outcome` says what became of them."""

    def __init__(self, folder: Path) -> None:
        """Read what the folder's manifest knows."""
        self.folder = folder
        self.outcome = Outcome()
        self._manifest = Manifest(folder)
        self._known = self._manifest.known
        self._expected: dict[str, File] = {}
        self._placed: dict[str, str] = {}
        self._failed: set[str] = set()
        self._is_changed = False
        self._is_stopped = False  # by a manifest that cannot be written; it was said

    def clear_away(self) -> None:
        """Remove what a run that was killed has left half written."""
        self._manifest.clear_away()

    def names(self) -> Iterator[str]:
        """The files that were made."""
        yield from self._known

    def made_from(self, name: str) -> str:
        """What a file was made from, if it is there as it was made; nothing otherwise."""
        entries = self._known.get(name)
        if not entries:
            return ""
        try:
            found = sha256_at(self.folder / name)
        except OSError:
            return ""
        return next((one.made_from for one in reversed(entries) if one.sha256 == found), "")

    def place_of(self, name: str) -> Path | None:
        """Where this run has put a file: in its place, or beside one that had to stay."""
        placed = self._placed.get(name)
        return self.folder / placed if placed else None

    def keep(self, name: str) -> None:
        """Let a file stand that is there, made from the same things."""
        self._placed[name] = name
        self.outcome.unchanged.append(name)

    def fail(self, name: str) -> None:
        """Leave what an earlier run made, a file or a folder: this one could not make it."""
        self._failed.add(name)

    def put(self, files: Mapping[str, File]) -> None:
        """Write some files; what is there already stays.

        Raises BuildError, none of them written, where the manifest cannot say what is to come.
        """
        coming = {name: file for name, file in files.items() if not self._is_there(name, file)}
        try:
            self._expect(coming)
        except OSError as error:
            self._is_stopped = True
            raise BuildError([unwritable(self.folder / MANIFEST, error)]) from error
        for name, file in files.items():
            with self._telling(name):
                self._put(name, file, is_new=name in coming)

    def remove_others(self, stale: Stale = bool) -> None:
        """Remove what earlier runs made, that is `stale`, and that nobody changed; say what
        stays. Nothing goes where a file of this run could not be written.
        """
        if has_errors(self.outcome.problems):
            return
        kept = {*self.outcome.made, *self.outcome.unchanged, *self._placed}
        others = [one for one in self._known if one not in kept and stale(one)]
        for name in [one for one in others if not self._is_of_failed(one)]:
            with self._telling(name):
                self._remove(name)

    def _is_of_failed(self, name: str) -> bool:
        return any(
            one in self._failed for one in (name, *map(str, PurePosixPath(name).parents))
        )

    def end(self) -> None:
        """Say in the manifest how the run ended."""
        failed = has_errors(self.outcome.problems)
        finished = not (self._expected or failed)
        if self._is_changed or not (finished and self._manifest.is_finished):
            with suppress(OSError) if self._is_stopped else self._telling(MANIFEST):
                self._manifest.end(self._expected, finished=finished)

    def _expect(self, coming: Mapping[str, File]) -> None:
        if coming:
            self._is_changed = True
            self._expected |= coming
            self._manifest.expect(coming)

    @contextmanager
    def _telling(self, name: str) -> Iterator[None]:
        """A file that cannot be written is told; the others go on."""
        try:
            yield
        except OSError as error:
            self.outcome.problems.append(unwritable(self.folder / name, error))

    def _is_there(self, name: str, file: File) -> bool:
        return file.is_at(self.folder / name)  # where something is in the way, writing says it

    def _put(self, name: str, file: File, *, is_new: bool) -> None:
        """Put the file in its place, or beside one that has to stay."""
        code = self._reason_to_keep(name) if is_new else ""
        if code:
            self._put_beside(name, file, code)
            return
        try:
            self._place(name, file)
        except PermissionError:  # Windows lets nobody replace a file that is open
            if not (self.folder / name).exists():
                raise
            self._put_beside(name, file, "kept-open")
        else:
            self._placed[name] = name

    def _put_beside(self, name: str, file: File, code: str) -> None:
        beside = self._free_name(name, file)
        del self._expected[name]
        if not self._is_there(beside, file):
            self._expect({beside: file})
        self._place(beside, file)
        self._placed[name] = beside
        self._warn(code, file=str(self.folder / name), new=str(self.folder / beside))

    def _place(self, name: str, file: File) -> None:
        if self._is_there(name, file):
            self.outcome.unchanged.append(name)
        else:
            replace_file(self.folder / name, file.pieces)
            self.outcome.made.append(name)
        entries = (entry_of(file),)
        self._is_changed |= self._known.get(name) != entries
        self._known[name] = entries
        self._expected.pop(name, None)

    def _reason_to_keep(self, name: str) -> str:
        """Why the file in place stays: a person changed it, or has it open; or nothing."""
        path = self.folder / name
        if not path.exists():
            return ""
        found = sha256_at(path)
        if all(entry.sha256 != found for entry in self._known.get(name, ())):
            return "kept-changed"
        return "kept-open" if is_open_elsewhere(path) else ""

    def _free_name(self, name: str, file: File) -> str:
        """A free name beside the file."""
        return next(
            one
            for one in names_beside(name)
            if self._is_there(one, file) or not self._reason_to_keep(one)
        )

    def _remove(self, name: str) -> None:
        path = self.folder / name
        ours = path.is_file() and path.resolve().is_relative_to(self.folder.resolve())
        reason = self._reason_to_keep(name) if ours else ""
        if reason:
            code = "kept-stale-open" if reason == "kept-open" else "kept-stale"
            self._warn(code, file=str(path))
        elif ours:
            path.unlink()
            self._remove_empty(path.parent)
            self.outcome.removed.append(name)
        if reason != "kept-open":  # one that is open may go another time
            del self._known[name]
            self._is_changed = True

    def _remove_empty(self, folder: Path) -> None:
        """Remove the folders that a file has left empty, up to our own."""
        with suppress(OSError):  # where one is not empty
            while folder != self.folder:
                folder.rmdir()
                folder = folder.parent

    def _warn(self, code: str, **values: str) -> None:
        self.outcome.problems.append(problem_of(code, Severity.WARNING, **values))
