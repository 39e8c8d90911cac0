"""Fields of a part: codes that Word computes, of which only the last result is printed."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.inspection.document.markup import FALLBACK, GONE, Node, W

if TYPE_CHECKING:
    from collections.abc import Iterable

_NAME = re.compile(r"\s*([A-Za-z]+|=)")
_KIND = f"{W}fldCharType"


@dataclass(slots=True)
class _Field:
    code: list[str] = field(default_factory=list)
    shows: bool = False
    name: str = ""


@dataclass(slots=True)
class Fields:
    """The fields that are open at this place of a part; they may span paragraphs.

    `whole`: each that begins also ends, so that what stands in a code is no text. `name` is
    the innermost field whose result stands here, `codes` how many codes do.
    """

    whole: bool = True
    name: str = ""
    codes: int = 0
    levels: list[_Field] = field(default_factory=list)

    @property
    def shows(self) -> bool:
        """Whether text here is printed: it is in no code."""
        return not (self.whole and self.codes)

    def code(self, text: str) -> None:
        """Part of the code of the innermost field."""
        if self.levels:
            self.levels[-1].code.append(text)

    def mark(self, kind: str) -> str:
        """Go on at the beginning, middle or end of a field; the name of one without result."""
        empty = ""
        if kind == "begin":
            self.levels.append(_Field())
            self.codes += 1
        elif kind == "separate" and self.levels and not self.levels[-1].shows:
            self._result(self.levels[-1])
        elif kind == "end" and self.levels:
            ended = self.levels.pop()
            if not ended.shows:
                self._result(ended)
                empty = ended.name
        self.name = self.levels[-1].name if self.levels else ""
        return empty

    def _result(self, one: _Field) -> None:
        """The code of a field ends; what follows is what it shows."""
        one.shows, one.name = True, field_name("".join(one.code))
        self.codes -= 1


def field_name(code: str) -> str:
    r"""The name of a field from its code.

    >>> field_name(r" page \* MERGEFORMAT "), field_name("")
    ('PAGE', '')
    """
    found = _NAME.match(code)
    return found[1].upper() if found else ""


def fields_of(root: Node) -> Fields:
    """The fields of a part, before its beginning."""
    marks = root.iter(f"{W}fldChar")
    return Fields(whole=_is_whole(node.get(_KIND) for node in marks if _is_read(node)))


def _is_read(node: Node) -> bool:
    """Whether a node is among what is printed: neither deleted nor for older programs."""
    return next(node.iterancestors(*GONE, FALLBACK), None) is None


def _is_whole(kinds: Iterable[str | None]) -> bool:
    """Whether each field that begins ends after it.

    >>> _is_whole(["begin", "separate", "end"]), _is_whole(["end", "begin"])
    (True, False)
    """
    depth = 0
    for kind in kinds:
        depth += {"begin": 1, "end": -1}.get(kind or "", 0)
        if depth < 0:
            return False
    return depth == 0
