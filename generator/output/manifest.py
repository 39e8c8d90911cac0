"""What a folder's files were made from, kept beside them, however a run ends.

The manifest is written when a run begins to write and when it ends; what comes in between is
added to a journal, a line a file, before the file is touched. So a file has two entries where a
run broke off: what was there, what was to come. Whatever stands in the place of either is no
person's change.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import MutableMapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from itertools import chain
from typing import TYPE_CHECKING, Any

from generator.output.files import File, replace_file, sweep

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

MANIFEST = ".vankien.json"
JOURNAL = ".vankien.journal"
_NAME = re.compile(r"(?:[\w-]+/)*[\w-]+(?:\.[\w-]+)+")  # what we make: no way out, no dot files
_HASH = re.compile(r"[0-9a-f]{64}")
HASH = 32  # bytes of one
_BROKEN = (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError)


@dataclass(frozen=True, slots=True)
class Entry:
    """What the manifest knows of a file: the hash of its bytes, and what it was made from."""

    sha256: str
    made_from: str


def entry_of(file: File) -> Entry:
    """What the manifest is to know of a file."""
    return Entry(file.sha256, file.made_from)


class Entries(MutableMapping[str, tuple[Entry, ...]]):
    """The entries of each file, by its path; as few bytes as they are: a country has many."""

    def __init__(self, entries: Iterable[tuple[str, tuple[Entry, ...]]]) -> None:
        """Keep these."""
        self._packed: dict[str, bytes] = {}
        self.update(entries)

    def __getitem__(self, name: str) -> tuple[Entry, ...]:
        """The entries of a file, the newer one last."""
        packed = self._packed[name]
        pieces = [packed[at : at + HASH].hex() for at in range(0, len(packed), HASH)]
        return tuple(map(Entry, pieces[::2], pieces[1::2]))

    def __setitem__(self, name: str, entries: tuple[Entry, ...]) -> None:
        """Keep what is known of a file."""
        self._packed[name] = b"".join(
            bytes.fromhex(text) for one in entries for text in (one.sha256, one.made_from)
        )

    def __delitem__(self, name: str) -> None:
        """Forget a file."""
        del self._packed[name]

    def __iter__(self) -> Iterator[str]:
        """The files, in the order in which they became known."""
        return iter(self._packed)

    def __len__(self) -> int:
        """How many files are known."""
        return len(self._packed)


class Manifest:
    """The entries of a folder: at most two of a file, the newer one last."""

    def __init__(self, folder: Path) -> None:
        """Read what is there; a manifest that is broken, or not ours, knows nothing."""
        self._folder = folder
        self._begun = False
        found = _read(folder / MANIFEST)
        self.is_finished = isinstance(found, dict) and found.get("finished") is True
        self.known = Entries(_files(found))
        for name, entry in _lines(folder / JOURNAL):
            self.known[name] = (*self.known.get(name, ()), entry)

    def clear_away(self) -> None:
        """Remove what a run that was killed has left."""
        sweep(self._folder)
        if not self.is_finished:
            for place in {(self._folder / name).parent for name in self.known}:
                sweep(place)

    def expect(self, files: Mapping[str, File]) -> None:
        """Say what is to come, before it does. Raises OSError."""
        if not self._begun:
            self._save(files, finished=False)
            self._begun = True
        else:
            self._note(files)

    def end(self, pending: Mapping[str, File], *, finished: bool) -> None:
        """Say how the run ended, and what is still of an earlier one. Raises OSError."""
        self._save(pending, finished=finished)

    def _note(self, files: Mapping[str, File]) -> None:
        lines = (  # each begins a line of its own: the one before may be torn
            f"\n{json.dumps({'name': name, **asdict(entry_of(file))})}"
            for name, file in files.items()
        )
        with (self._folder / JOURNAL).open("ab") as stream:
            stream.write("".join(lines).encode())
            stream.flush()
            os.fsync(stream.fileno())

    def _save(self, pending: Mapping[str, File], *, finished: bool) -> None:
        replace_file(self._folder / MANIFEST, self._text(pending, finished=finished))
        if (self._folder / JOURNAL).exists():  # all that it says stands in the manifest now
            (self._folder / JOURNAL).unlink()

    def _text(self, pending: Mapping[str, File], *, finished: bool) -> Iterator[bytes]:
        """The manifest in pieces, a line a file: that of a country is large."""
        head = json.dumps({"finished": finished, "pending": sorted(pending)}, indent=1)
        yield f'{head[:-2]},\n "files": {{'.encode()
        between = "\n"
        new = (name for name in pending if name not in self.known)
        for name in sorted(chain(self.known, new)):
            entries = [asdict(one) for one in self.known.get(name, ())]
            if name in pending:
                entries.append(asdict(entry_of(pending[name])))
            yield f"{between}  {json.dumps(name)}: {json.dumps(entries)}".encode()
            between = ",\n"
        yield b"\n }\n}\n"


def _read(path: Path) -> Any:
    try:
        return json.loads(path.read_text(encoding="utf-8"))
    except _BROKEN:
        return None


def _files(found: Any) -> Iterator[tuple[str, tuple[Entry, ...]]]:
    try:
        files = list(found["files"].items())
    except _BROKEN:
        return
    for name, value in files:
        entries = _entries(value)
        if entries and _NAME.fullmatch(name):
            yield name, entries


def _entries(value: Any) -> tuple[Entry, ...]:
    with suppress(*_BROKEN):
        return tuple(map(_entry, value))
    return ()


def _entry(value: Any) -> Entry:
    """The entry that a line says; what is no two hashes is a broken one."""
    found = Entry(value["sha256"], value["made_from"])
    if not (_HASH.fullmatch(found.sha256) and _HASH.fullmatch(found.made_from)):
        raise ValueError(value)
    return found


def _lines(path: Path) -> Iterator[tuple[str, Entry]]:
    """The entries of a journal; a line may be torn where a disk was full."""
    with suppress(OSError):
        for line in path.read_bytes().splitlines():
            with suppress(*_BROKEN):
                found = json.loads(line)
                if _NAME.fullmatch(found["name"]):
                    yield found["name"], _entry(found)
