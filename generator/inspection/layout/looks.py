"""The look of each component: bold, slanted, underlined, in capitals, in the middle."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import Severity
from generator.inspection.document.values import Align, Piece
from generator.inspection.layout.regions import attached, folded, lettered, pieces
from generator.inspection.layout.saying import Heap, Rule

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.inspection.anatomy import Case, Found
    from generator.inspection.document.values import Look
    from generator.inspection.finding import Finding
    from generator.paper_format import Component

_LIGHT = ("recipients", "recipient", "position")  # of these a wrong look is a warning
# in the text a word may be bold or slanted; headings there are told by their number alone
_FREE = ("body", "clause", "point", "dash", "plus", "level2", "cell", "column", "group")
_LABELLED = {"article": re.compile(r"\S+\s+\S+")}  # only the label has the look
_FIRST_ONLY = ("addressees",)  # of the word, not of the names after it
_LINED = ("heading", "motto", "superior", "issuer", "subject")  # a line may stand under these
_SMALL_LETTERS = ("subject", "letter_subject", "place_date", "signatory", "recipients")
_CENTRED = ("kind", "subject", "part_title")
_INDENTED_MM = 20


@dataclass(frozen=True, slots=True)
class Trait:
    """One property of a look, and how it is said that it is there or not."""

    name: str
    there: str
    missing: str
    wanted: Callable[[Component], bool]
    found: Callable[[Look], bool]
    spared: tuple[str, ...] = ()


_TRAITS = (
    Trait("bold", "đậm", "không đậm", lambda one: one.bold, lambda look: look.bold),
    Trait(
        "italic", "nghiêng", "không nghiêng", lambda one: one.italic, lambda look: look.italic
    ),
    Trait(
        "underline",
        "gạch chân",
        "không gạch chân",
        lambda one: one.underline,
        lambda look: look.underline,
        _LINED,
    ),
)


def check_weight(case: Case) -> Iterator[Finding]:
    """Bold, slanted, underlined or not, as the profile says of each component."""
    for name, component in case.profile.components.items():
        rule = _rule("layout-look", name, component)
        if name in _FREE or not rule.judges:
            continue
        judged = list(_judged(case, name))
        for trait in _TRAITS:
            if name not in trait.spared:
                yield from _trait(rule, (name, component), trait, judged)


def _rule(code: str, name: str, component: Component) -> Rule:
    most = Severity.WARNING if name in _LIGHT else Severity.ERROR
    return Rule(code, component.source, most)


def _trait(
    rule: Rule, named: tuple[str, Component], trait: Trait, judged: list[Piece]
) -> Iterator[Finding]:
    name, component = named
    wanted = trait.wanted(component)
    wrong = [
        piece
        for piece in judged
        if any(trait.found(run.look) is not wanted for run in lettered(piece))
    ]
    if not wrong:
        return
    heap = Heap(wrong)
    words = (trait.missing, trait.there) if wanted else (trait.there, trait.missing)
    values = {"is": words[0], "should": words[1], "component": component.title}
    yield heap.said(rule, values, name)


def _judged(case: Case, name: str) -> Iterator[Piece]:
    """The pieces whose look is that of the component."""
    for found in case.anatomy.sure(name):
        if name == "position" and _may_be_bold(case, found):
            continue
        parts = found.pieces[:1] if name in _FIRST_ONLY else found.pieces
        yield from (_labelled(name, piece) for piece in parts)


def _labelled(name: str, piece: Piece) -> Piece:
    pattern = _LABELLED.get(name)
    label = pattern.match(piece.paragraph.text) if pattern else None
    if label is None or piece.paragraph.label:
        return piece
    return Piece(piece.paragraph, piece.start, label.end())


def _may_be_bold(case: Case, position: Found) -> bool:
    """Whether a title has no authority above it: whether it is bold then is not settled."""
    if not case.profile.signing.bold_alone or case.profile.components["position"].bold:
        return False
    column = position.pieces[0].paragraph.spot
    return not any(
        (spot.table, spot.row, spot.column) == (column.table, column.row, column.column)
        for piece in pieces(case.anatomy.found.get("authority", ()))
        for spot in (piece.paragraph.spot,)
    )


def check_capitals(case: Case) -> Iterator[Finding]:
    """Capitals where the profile has them; small letters where it does not."""
    beside = folded(case.profile.signing.beside)
    for name, component in case.profile.components.items():
        rule = _rule("layout-capitals", name, component)
        if not rule.judges or not (component.caps or name in _SMALL_LETTERS):
            continue
        wrong = [
            piece
            for piece in pieces(case.anatomy.sure(name))
            if folded(piece.text) != beside and _is_wrong(piece, caps=component.caps)
        ]
        if wrong:
            words = ("chữ thường", "chữ hoa") if component.caps else ("chữ hoa", "chữ thường")
            values = {"is": words[0], "should": words[1], "component": component.title}
            yield Heap(wrong).said(rule, values, name)


def _is_wrong(piece: Piece, *, caps: bool) -> bool:
    """Whether a piece has small letters where it should not, or nothing but capitals."""
    text = "".join(run.text.upper() if run.look.caps else run.text for run in lettered(piece))
    if caps:
        return text != text.upper()
    return text.isupper() and " " in text.strip()


def check_middle(case: Case) -> Iterator[Finding]:
    """What stands in the middle of its line."""
    elsewhere = attached(case)
    for name in _CENTRED:
        component = case.profile.components[name]
        wrong = [
            piece
            for piece in pieces(case.anatomy.sure(name))
            if piece.paragraph.key not in elsewhere and _is_aside(piece)
        ]
        if wrong:
            values = {"component": component.title}
            yield Heap(wrong).said(Rule("layout-middle", component.source), values, name)


def _is_aside(piece: Piece) -> bool:
    """Whether a line is surely not in the middle: neither set so nor moved there by hand."""
    paragraph = piece.paragraph
    moved = paragraph.text[:1].isspace() or paragraph.spacing.left_mm > _INDENTED_MM
    return paragraph.align is not Align.CENTER and not moved
