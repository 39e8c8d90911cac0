"""What several checks read from one document is read once."""

from __future__ import annotations

from functools import wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.inspection.document.values import Document

Read = TypeVar("Read")


def once(read: Callable[[Document], Iterable[Read]]) -> Callable[[Document], tuple[Read, ...]]:
    """The same function, that keeps what it made of the last document.

    The document is known by identity: to compare two by value is to read them again.
    """
    last: list[tuple[Document, tuple[Read, ...]]] = []

    @wraps(read)
    def kept(document: Document) -> tuple[Read, ...]:
        for known, made in last[:]:
            if known is document:
                return made
        made = tuple(read(document))
        last[:] = [(document, made)]
        return made

    return kept
