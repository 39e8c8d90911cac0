"""One file put in its place as a whole: written beside, flushed, then swapped in."""

from __future__ import annotations

import errno
import hashlib
import os
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import BuildError, Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

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

    content: bytes
    made_from: str


def fingerprint(*parts: bytes) -> str:
    """What tells apart the things that something was made from: 64 hexadecimal digits."""
    digest = hashlib.sha256()
    for part in parts:
        digest.update(len(part).to_bytes(8, "big") + part)
    return digest.hexdigest()


def sha256_of(content: bytes) -> str:
    """The hash of a file's bytes."""
    return hashlib.sha256(content).hexdigest()


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
