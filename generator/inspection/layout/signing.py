"""The signature block: prefixes, titles, names."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import Severity
from generator.inspection.layout.regions import folded, main_text, pieces, said
from generator.inspection.layout.saying import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.anatomy import Case
    from generator.inspection.finding import Finding
    from generator.paper_format import Signing

_COLLECTIVE = 2  # the first prefixes are those of the organ itself and of its head


def check_prefix(case: Case) -> Iterator[Finding]:
    """T/M with a slash (Party), TM. with a full stop (State); never both."""
    rules = case.profile.signing
    for found in case.anatomy.sure("authority"):
        typed = said(found.text).split(" ", 1)[0]
        wanted = _wanted(rules, typed)
        if wanted and wanted != typed:
            code = "layout-prefix-foreign" if typed in rules.foreign else "layout-prefix"
            values = {"is": typed, "should": wanted}
            yield Rule(code, rules.source).broken(found.pieces[0], values, "authority")


def _wanted(rules: Signing, typed: str) -> str:
    """The prefix of the profile that has the same letters."""
    same = (one for one in rules.prefixes if _letters(one) == _letters(typed))
    return next(same, "")


def _letters(prefix: str) -> str:
    return "".join(one for one in prefix.upper() if one.isalpha())


def check_titles(case: Case) -> Iterator[Finding]:
    """A title without the name of the organ that it is signed for."""
    rules = case.profile.signing
    authority = case.anatomy.first("authority")
    if authority is None or not said(authority.text).startswith(rules.prefixes[:_COLLECTIVE]):
        return
    if any(folded(one.plain) == rules.beside for one in main_text(case)):
        return
    for piece in pieces(case.anatomy.sure("position")):
        text = folded(piece.text)
        organ = next((one for one in rules.organs if f" {one}" in text), "")
        if organ:
            words = len(text[: text.index(f" {organ}")].split())
            should = " ".join(said(piece.text).split()[:words])
            rule = Rule("layout-title-organ", rules.title_source, Severity.WARNING)
            yield rule.broken(piece, {"is": piece.text, "should": should}, "position")


def check_names(case: Case) -> Iterator[Finding]:
    """A name without rank, degree or form of address before it."""
    rules = case.profile.signing
    for piece in pieces(case.anatomy.sure("signatory")):
        text = folded(piece.text)
        honour = next((one for one in rules.honours if text.startswith(one)), "")
        if honour and not text.removeprefix(honour)[:1].isalpha():
            rule = Rule("layout-name-honour", rules.name_source, Severity.WARNING)
            values = {"is": piece.text, "what": said(piece.text)[: len(honour)]}
            yield rule.broken(piece, values, "signatory")
