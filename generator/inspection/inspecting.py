"""One document inspected: the profile it is held to, its components, what every check says."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.inspection.anatomy import Anatomy, Case
from generator.inspection.components import anatomy_of, profile_of
from generator.inspection.document import read
from generator.inspection.layout import LAYOUT_CHECKS
from generator.inspection.layout.regions import is_issued_with, kind_of
from generator.inspection.order import in_reading_order
from generator.inspection.text import TEXT_CHECKS
from generator.paper_format import PROFILES, Profile, ProfileCode

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.inspection.document import Document
    from generator.inspection.finding import Finding

    Check = Callable[[Case], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (*LAYOUT_CHECKS, *TEXT_CHECKS)
ASKED = "theo yêu cầu của người kiểm tra"
_LETTER = "letter_subject"
_NAMED = ("kind", "subject")  # what a letter has not
_EVERY = ("issuer", "body", "position", "signatory")


@dataclass(frozen=True, slots=True)
class Failure:
    """A check that broke: its name, and what went wrong. The other checks still count."""

    check: str
    reason: str


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found in a document, in the order of reading.

    `why` says what the profile was taken from, `is_sure` whether anything speaks against it.
    `not_found` are the components that such a paper has and that were not surely recognised.
    `others` are profiles that the document may fall under as well: what only some of them
    forbid was not reported.
    """

    profile: Profile
    why: str
    is_sure: bool
    anatomy: Anatomy
    findings: tuple[Finding, ...]
    not_found: tuple[str, ...]
    failures: tuple[Failure, ...] = ()
    others: tuple[Profile, ...] = ()


@dataclass(frozen=True, slots=True)
class _Held:
    """The profile that a document is held to, why, and those that it may fall under as well."""

    profile: Profile
    why: str
    is_sure: bool = True
    others: tuple[Profile, ...] = ()


def inspected(
    content: bytes,
    profile: ProfileCode | None = None,
    declared: frozenset[str] = frozenset(),
) -> Inspection:
    """A Word file, past `guard.package`, held to a profile or to the one that it shows itself.

    `declared` are codes of findings that the data of a round settles otherwise. Raises
    UnsafeFileError where there is nothing to read.
    """
    document = read(content)
    return _inspected(document, _held(document, profile), declared)


def again(content: bytes, before: Inspection) -> Inspection:
    """A file that was changed, held to what it was held to before."""
    held = _Held(before.profile, before.why, before.is_sure, before.others)
    return _inspected(read(content), held, frozenset())


def _held(document: Document, asked: ProfileCode | None) -> _Held:
    if asked:
        return _Held(PROFILES[asked], ASKED)
    found = profile_of(document)
    return _Held(found.profile, found.why, found.sure, found.others)


def _inspected(document: Document, held: _Held, declared: frozenset[str]) -> Inspection:
    anatomy = anatomy_of(document, held.profile)
    case = Case(document, anatomy, held.profile, declared)
    findings, failures = _checked(case)
    for profile in held.others:
        findings = tuple(_also_under(profile, case, findings))
    missing = tuple(one for one in _expected(case) if anatomy.first(one) is None)
    return Inspection(
        held.profile, held.why, held.is_sure, anatomy, findings, missing, failures, held.others
    )


def _also_under(
    profile: Profile, case: Case, findings: tuple[Finding, ...]
) -> Iterator[Finding]:
    """The findings that are made under another profile too."""
    under, _ = _checked(replace(case, profile=profile))
    made = {(one.code, one.component, one.spot, one.piece) for one in under}
    for one in findings:
        if (one.code, one.component, one.spot, one.piece) in made:
            yield one


def _expected(case: Case) -> Iterator[str]:
    """What such a paper has: by its kind, and by whether it comes with another one."""
    head, kind, comes_along = case.profile.head, kind_of(case), is_issued_with(case)
    for one in head.required:
        if kind not in one.unless and not (one.of_its_own and comes_along):
            yield one.component
    for key, stroke in head.strokes.items():
        if kind not in stroke.unless and case.anatomy.first(stroke.under):
            yield key
    yield from _EVERY
    if case.anatomy.first(_LETTER) is None:
        yield from _NAMED


def _checked(case: Case) -> tuple[tuple[Finding, ...], tuple[Failure, ...]]:
    found: list[Finding] = []
    failures: list[Failure] = []
    for check in CHECKS:
        try:
            found += check(case)
        except Exception as error:  # noqa: BLE001 - whatever it is, the other checks go on
            failures.append(failure(check, error))
    told = (one for one in found if one.code not in case.declared)
    return in_reading_order(told, case.document), tuple(failures)


def failure(check: Check, error: Exception) -> Failure:
    """What is said of a check that broke."""
    name = getattr(check, "__name__", repr(check))
    return Failure(name, f"{type(error).__name__}: {error}")
