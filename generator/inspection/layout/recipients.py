"""The recipients: the word, how each line begins and ends, the line of the file copy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import Severity
from generator.inspection.layout.regions import folded, said
from generator.inspection.layout.saying import Heap, Rule
from generator.inspection.layout.templates import literals

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.anatomy import Case, Found
    from generator.inspection.finding import Finding

_SIGNS = ".;,:"


def check_word(case: Case) -> Iterator[Finding]:
    """“Nơi nhận:” as it is written."""
    found, wording = case.anatomy.first("recipients"), case.profile.wording
    if found is None or said(found.text).casefold() == wording.recipients.casefold():
        return
    rule = Rule("layout-recipients-word", wording.rests_on("recipients"), Severity.WARNING)
    values = {"is": said(found.text), "should": wording.recipients}
    yield rule.broken(found.pieces[0], values, "recipients")


def check_lines(case: Case) -> Iterator[Finding]:
    """A hyphen before each, the sign of the profile after each, another after the last."""
    wording, found = case.profile.wording, case.anatomy.sure("recipient")
    if not found:
        return
    opening = wording.recipient_opening
    wrong = [one for one in found if not said(one.text).startswith(opening.strip())]
    yield from _said(case, wrong, ("layout-recipient-opening", "recipient_opening", opening))
    *others, last = found
    sign = wording.recipient_separator
    wrong = [one for one in others if not said(one.text).endswith((sign, ":"))]
    yield from _said(case, wrong, ("layout-recipient-sign", "recipient_separator", sign))
    end = wording.recipient_end
    wrong = [] if said(last.text).endswith(end) else [last]
    yield from _said(case, wrong, ("layout-recipient-last", "recipient_end", end))


def _said(case: Case, wrong: list[Found], rule: tuple[str, str, str]) -> Iterator[Finding]:
    code, name, should = rule
    if wrong:
        pieces = [one.pieces[-1] for one in wrong]
        source = case.profile.wording.rests_on(name)
        yield Heap(pieces).said(
            Rule(code, source, Severity.WARNING), {"should": should.strip()}, "recipient"
        )


def check_filing(case: Case) -> Iterator[Finding]:
    """The file copy: there, in the last line, written as the profile has it."""
    wording, found = case.profile.wording, case.anatomy.sure("recipient")
    if not found:
        return
    source = wording.rests_on("filing")
    word = folded(wording.filing).split(" ")[0].rstrip(":")
    at = next((at for at, one in enumerate(found) if _is_filing(one, word)), None)
    values = {"should": wording.filing.format(office="…")}
    if at is None:
        rule = Rule("layout-filing-missing", source, Severity.WARNING)
        yield rule.broken(found[-1].pieces[-1], values, "recipient")
        return
    if at != len(found) - 1:
        rule = Rule("layout-filing-last", source, Severity.WARNING)
        yield rule.broken(found[at].pieces[0], values, "recipient")
    yield from _form(case, found[at])


def _is_filing(found: Found, word: str) -> bool:
    return _bare(found).casefold().startswith(word)


def _bare(found: Found) -> str:
    """A line without its hyphen and the sign at its end."""
    return said(found.text).lstrip("-+•– ").rstrip(_SIGNS).strip()


def _form(case: Case, found: Found) -> Iterator[Finding]:
    wording, text = case.profile.wording, _bare(found)
    opening = literals(wording.filing)[0].rstrip(" ,")
    rest = text.removeprefix(opening)
    words = {one.strip(".,;:") for one in text.split()}
    values = {"is": text, "should": wording.filing.format(office="…")}
    source, piece = wording.rests_on("filing"), found.pieces[0]
    if wording.foreign_filing and wording.foreign_filing in words:
        yield Rule("layout-filing-foreign", source).broken(piece, values, "recipient")
    elif not text.startswith(opening) or rest[:1] == ":":
        rule = Rule("layout-filing-form", source, Severity.WARNING)
        yield rule.broken(piece, values, "recipient")
