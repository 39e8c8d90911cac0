"""The head block: its fixed words, what must be there, the star or the line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.inspection.layout.regions import (
    folded,
    head,
    is_issued_with,
    kind_of,
    main_text,
    said,
)
from generator.inspection.layout.saying import Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.anatomy import Case, Found
    from generator.inspection.finding import Finding
    from generator.paper_format import Head, Required

_TITLES = {
    "heading": "tiêu đề",
    "motto": "Tiêu ngữ",
    "star": "dấu sao",
    "number": "số và ký hiệu",
    "place_date": "địa danh, ngày tháng năm",
    "recipients": "nơi nhận",
}
_ANCHORS = ("heading", "number", "place_date", "kind", "issuer")
_ENOUGH = 3  # of them surely found: the document has a head block, and it was understood


def check_heading_text(case: Case) -> Iterator[Finding]:
    """The words of the heading, letter by letter; that of other papers is said to be so."""
    rules = case.profile.head
    found = case.anatomy.first("heading")
    if found is None or _same(found, rules.headings):
        return
    values = {"is": found.text, "should": rules.headings[0]}
    code = "layout-heading-foreign" if _same(found, rules.foreign) else "layout-heading-text"
    yield Rule(code, rules.source).broken(found.pieces[0], values, "heading")


def check_motto(case: Case) -> Iterator[Finding]:
    """The motto, which only State papers have."""
    rules = case.profile.head
    found = case.anatomy.first("motto")
    if found is None or said(found.text) in rules.mottoes:
        return
    values = {"is": found.text, "should": next(iter(rules.mottoes), "")}
    code = "layout-motto-text" if rules.mottoes else "layout-motto-foreign"
    yield Rule(code, rules.source).broken(found.pieces[0], values, "motto")


def _same(found: Found, texts: tuple[str, ...]) -> bool:
    """Whether it is one of the texts; whether in capitals is another check."""
    return said(found.text).casefold() in {text.casefold() for text in texts}


def check_required(case: Case) -> Iterator[Finding]:
    """What every paper has: surely missing where not even its words are there."""
    sure = [name for name in _ANCHORS if case.anatomy.first(name)]
    if len(sure) < _ENOUGH:
        return
    kind, is_with = kind_of(case), is_issued_with(case)
    for one in case.profile.head.required:
        is_spared = kind in one.unless or (one.of_its_own and is_with)
        if not is_spared and _is_missing(case, one):
            values = {"component": _TITLES[one.component]}
            near = case.anatomy.first(sure[0])
            piece = near.pieces[0] if near else None
            yield Rule("layout-missing", one.source).broken(piece, values, one.component)


def _is_missing(case: Case, one: Required) -> bool:
    """Whether nothing was taken for the component, and its words are nowhere either."""
    if case.anatomy.found.get(one.component):
        return False
    place = main_text(case) if one.anywhere else head(case)
    texts = [folded(paragraph.plain) for paragraph in place]
    return not any(words in text for text in texts for words in one.words)


def check_star(case: Case) -> Iterator[Finding]:
    """A star under the issuer and no line (Party), or no star (State)."""
    rules = case.profile.head
    found = case.anatomy.first("star")
    if found is not None:
        yield from _star(rules, found)
    line = case.anatomy.first("issuer_line")
    if line is not None and rules.star:
        rule = Rule("layout-issuer-line", rules.star_source)
        yield rule.broken(line.pieces[0], {"how": line.why}, "issuer")


def _star(rules: Head, found: Found) -> Iterator[Finding]:
    piece = found.pieces[0]
    if not rules.star:
        yield Rule("layout-star-foreign", rules.star_source).broken(piece, {}, "star")
    elif found.text != rules.star:
        values = {"is": found.text, "should": rules.star}
        yield Rule("layout-star-text", rules.star_source).broken(piece, values, "star")
