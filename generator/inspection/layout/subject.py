"""The subject of a paper and of a letter, and to whom it is sent."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.inspection.layout.regions import folded, kind_of, said
from generator.inspection.layout.saying import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.anatomy import Case
    from generator.inspection.finding import Finding

_PLACES = {True: "chữ hoa", False: "chữ thường"}


def check_subject_letter(case: Case) -> Iterator[Finding]:
    """The first letter of the subject: small in Party papers, a capital in State papers."""
    found, wording = case.anatomy.first("subject"), case.profile.wording
    if found is None or kind_of(case) in wording.free_subject:
        return
    text = said(found.text)
    first = text[:1]
    wanted = wording.capital_subject
    if not first.isalpha() or text.isupper() or first.isupper() is wanted or _is_name(text):
        return
    values = {"is": first, "should": _PLACES[wanted]}
    rule = Rule("layout-subject-letter", wording.rests_on("capital_subject"))
    yield rule.broken(found.pieces[0], values, "subject")


def _is_name(text: str) -> bool:
    """Whether a text begins with a name, all of whose words have capitals."""
    return all(word[:1].isupper() for word in text.split()[:3])


def check_letter_subject(case: Case) -> Iterator[Finding]:
    """How the subject of a letter begins; 36-HD/VPTW does not say."""
    found, wording = case.anatomy.first("letter_subject"), case.profile.wording
    wanted = wording.letter_opening
    if found is None or not wanted or folded(found.text).startswith(folded(wanted)):
        return
    values = {"is": found.pieces[0].text, "should": wanted}
    rule = Rule("layout-letter-opening", wording.rests_on("letter_opening"))
    yield rule.broken(found.pieces[0], values, "letter_subject")


def check_addressees(case: Case) -> Iterator[Finding]:
    """Only some kinds say whom they are sent to, each with its own word."""
    found, rules, kind = (
        case.anatomy.first("addressees"),
        case.profile.addressing,
        kind_of(case),
    )
    if found is None or kind not in {*case.profile.kind_symbols, *rules.words}:
        return
    wanted = rules.words.get(kind)
    values = {"is": said(found.pieces[0].text).rstrip(": "), "kind": kind}
    if wanted is None and not rules.others_may:
        kinds = ", ".join(rules.words)
        rule = Rule("layout-addressees-kind", rules.source)
        yield rule.broken(found.pieces[0], {**values, "kinds": kinds}, "addressees")
    elif wanted and not folded(found.text).startswith(folded(wanted)):
        rule = Rule("layout-addressees-word", rules.source)
        yield rule.broken(found.pieces[0], {**values, "should": wanted}, "addressees")
