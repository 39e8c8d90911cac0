"""One file put in its place as a whole: written beside, flushed, then swapped in."""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import BuildError, Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.output.stored import Stored

MAX_COPIES = 100
_PREFIX, _SUFFIX = ".vankien-", ".tmp"
_REASONS = {  # in the words of people; the machine's own for the rest
    errno.ENOSPC: "ổ đĩa đã đầy",
    errno.EROFS: "ổ đĩa chỉ cho đọc",
    errno.EACCES: "không có quyền ghi",
    errno.EPERM: "không có quyền ghi",
    errno.EEXIST: "đã có tệp trùng tên thư mục",
    errno.ENOTDIR: "đã có tệp trùng tên thư mục",
    errno.EISDIR: "đã có thư mục trùng tên tệp",
}


@dataclass(frozen=True, slots=True)
class File:
    """A file to be written: its bytes, and the fingerprint of what it was made from."""

    content: bytes | Stored
    made_from: str

    @property
    def pieces(self) -> Iterable[bytes]:
        """Its bytes, those of a large one some at a time."""
        return [self.content] if isinstance(self.content, bytes) else self.content

    @property
    def sha256(self) -> str:
        """The hash of its bytes."""
        return _sha256(self.pieces)

    def is_at(self, path: Path) -> bool:
        """Whether these very bytes stand there; what cannot be read is something else."""
        try:
            if path.stat().st_size != len(self.content):
                return False
            return sha256_at(path) == self.sha256
        except OSError:
            return False


def fingerprint(*parts: bytes) -> str:
    """What tells apart the things that something was made from: 64 hexadecimal digits."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def sha256_at(path: Path) -> str:
    """The hash of the bytes that stand there. Raises OSError."""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def _sha256(pieces: Iterable[bytes]) -> str:
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(piece)
    return digest.hexdigest()


def problem_of(code: str, severity: Severity = Severity.ERROR, **values: str) -> Problem:
    """A problem at the file or folder that it names."""
    place = Place(values.get("file") or values.get("folder") or "")
    return Problem(code, values=values, severity=severity, place=place)


def unwritable(path: Path, error: OSError) -> Problem:
    """The problem of a file or folder that the machine does not let us write."""
    reason = _REASONS.get(error.errno or 0) or error.strerror or str(error)
    return problem_of("output-unwritable", file=str(path), reason=reason)


def write_new(files: Mapping[Path, bytes]) -> None:
    """Put files where none are: all of them, or none. Raises BuildError."""
    done: list[Path] = []
    for path, content in files.items():
        try:
            replace_file(path, [content])
        except OSError as error:
            for written in done:
                written.unlink(missing_ok=True)
            raise BuildError([unwritable(path, error)]) from error
        done.append(path)


def names_beside(name: str) -> Iterator[str]:
    """Names for what goes beside a file: ke-hoach.moi.docx, then ke-hoach.moi-2.docx.

    Raises OSError after so many.
    """
    stem, dot, suffix = name.rpartition(".")
    for number in range(1, MAX_COPIES):
        yield f"{stem}.moi{f'-{number}' if number > 1 else ''}{dot}{suffix}"
    raise OSError(f"{MAX_COPIES} bản .moi")


def write_beside(path: Path, content: bytes) -> Path:
    """Put a content at a path, or beside what stands there; where it is already, it stays.

    Raises BuildError.
    """
    names = chain([path.name], names_beside(path.name))
    try:
        place = next(one for one in map(path.with_name, names) if _is_for(one, content))
        if not place.exists():
            replace_file(place, [content])
    except OSError as error:
        raise BuildError([unwritable(path, error)]) from error
    return place


def _is_for(path: Path, content: bytes) -> bool:
    """Whether nothing stands there, or just this content."""
    return not path.exists() or (path.is_file() and path.read_bytes() == content)


def is_open_elsewhere(path: Path) -> bool:
    """Whether Word or LibreOffice has left its lock file beside an open document.

    Word puts "~$" in place of the first two letters of a longer name, before a short one.
    """
    name = path.name
    locks = (f"~${name}", f"~${name[1:]}", f"~${name[2:]}", f".~lock.{name}#")
    return any(path.with_name(lock).exists() for lock in locks)


def replace_file(path: Path, pieces: Iterable[bytes]) -> None:
    """Put a content in place as a whole: written beside, flushed, then swapped in."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, temporary = tempfile.mkstemp(prefix=_PREFIX, suffix=_SUFFIX, dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(pieces)
            stream.flush()
            os.fsync(stream.fileno())
        Path(temporary).chmod(0o644)
        Path(temporary).replace(path)
    except BaseException:
        Path(temporary).unlink(missing_ok=True)
        raise


def sweep(folder: Path) -> None:
    """Remove what a run that was killed has left beside the files of a folder."""
    with suppress(OSError):
        for path in folder.glob(f"{_PREFIX}*{_SUFFIX}"):
            path.unlink(missing_ok=True)
