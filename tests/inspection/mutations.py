"""What a mutation is, and what an inspection says of the papers before and after it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from edits import edited
from own_papers import own_papers

from generator.errors import sentence
from generator.inspection.inspecting import inspected

if TYPE_CHECKING:
    from edits import Edit

    from generator.inspection.inspecting import Inspection
    from generator.paper_format import ProfileCode

    Edits = tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class Mutation:
    """A paper of ours spoilt in one way, what must be found, and a near twin that is right.

    `also` are findings that come with it: the same fault seen by a second check. `held` is
    the profile that the paper is held to, where it is not the one that it shows itself.
    """

    name: str
    paper: str
    wrong: Edits
    right: Edits
    code: str
    also: tuple[str, ...] = ()
    held: ProfileCode | None = None

    @property
    def spoilt(self) -> bytes:
        """The paper with the fault."""
        return _edited(self.paper, self.wrong)

    @property
    def twin(self) -> bytes:
        """The paper with an edit that is near the fault and is none."""
        return _edited(self.paper, self.right)


@cache
def _edited(paper: str, edits: Edits) -> bytes:
    return edited(own_papers()[paper], edits)


@cache
def seen(content: bytes, held: ProfileCode | None = None) -> Inspection:
    """A file inspected, once."""
    found = inspected(content, held)
    assert found.failures == ()
    return found


def codes(content: bytes, held: ProfileCode | None = None) -> list[str]:
    """The codes of all findings, sorted."""
    return sorted(one.code for one in seen(content, held).findings)


def printed(content: bytes, held: ProfileCode | None = None) -> list[str]:
    """The findings as they are printed: how bad, where, what."""
    problems = [one.problem("") for one in seen(content, held).findings]
    return [
        ": ".join(filter(None, (str(one.severity), one.place.words, sentence(one))))
        for one in problems
    ]
