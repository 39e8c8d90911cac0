"""A content too large to be held in memory, in a file without a name until it is written."""

from __future__ import annotations

import tempfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

PIECE = 1 << 18  # bytes that are held at once


class Stored:
    """A content that comes in pieces, kept on the disk; it goes when nobody needs it."""

    def __init__(self, pieces: Iterable[bytes]) -> None:
        """Keep the pieces as they come. Raises OSError where the disk is full."""
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - it lives as long as this
        self._file.writelines(pieces)
        self._size = self._file.tell()

    def __del__(self) -> None:
        """Let the disk have its room again."""
        self._file.close()

    def __len__(self) -> int:
        """How many bytes it has."""
        return self._size

    def __iter__(self) -> Iterator[bytes]:
        """Its bytes from the beginning, some at a time."""
        self._file.seek(0)
        while piece := self._file.read(PIECE):
            yield piece
