"""The paragraphs of the text: justified, indented, apart from each other, their pitch."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING

from generator.errors import Severity
from generator.inspection.document.values import Align, LineRule
from generator.inspection.finding import Property, Remedy
from generator.inspection.layout.regions import attached, main_text, pieces, text_pieces
from generator.inspection.layout.saying import Heap, Rule, printed, printed_range
from generator.inspection.layout.widths import piece_width_mm

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.inspection.anatomy import Case
    from generator.inspection.document.values import Key, Piece, Spacing
    from generator.inspection.finding import Finding
    from generator.paper_format import Body

_TOLERANCE_MM = 0.2
_TOLERANCE_PT = 0.1
_SINGLE = 1.149  # the pitch of single spacing in Times New Roman, of its size
_TOLERANCE_LINES = 0.02
_OPEN = 2  # a range that reaches so much higher has no upper end


def _rule(case: Case, code: str) -> Rule:
    return Rule(code, case.profile.body.source, Severity.WARNING)


def check_justified(case: Case) -> Iterator[Finding]:
    """Straight on both sides; a paragraph of one line cannot show it."""
    wrong = [
        piece
        for piece in text_pieces(case)
        if piece.paragraph.align is not Align.BOTH and _is_long(piece)
    ]
    if wrong:
        yield Heap(wrong).said(_rule(case, "layout-justified"), {}, "body")


def _is_long(piece: Piece) -> bool:
    return piece_width_mm(piece) > piece.paragraph.width_mm


def check_indent(case: Case) -> Iterator[Finding]:
    """The first line of a paragraph; lists and what is typed with a tab are left alone."""
    body, elsewhere = case.profile.body, attached(case)
    judged = (
        piece
        for piece in pieces(case.anatomy.sure("body"))
        if piece.paragraph.key not in elsewhere and _may_be_indented(piece)
    )

    def wrong(piece: Piece) -> str:
        indent = piece.paragraph.spacing.first_line_mm
        starts = (indent, indent + piece.paragraph.spacing.left_mm)
        low, high = body.first_line_mm.low, body.first_line_mm.high
        fits = any(low - _TOLERANCE_MM <= one <= high + _TOLERANCE_MM for one in starts)
        return "" if fits else printed(indent)

    values = {"should": printed_range(body.first_line_mm)}
    for measured, found in _alike(judged, wrong).items():
        heap = Heap(found)
        yield heap.said(_rule(case, "layout-indent"), {**values, "is": measured}, "body")


def _may_be_indented(piece: Piece) -> bool:
    paragraph = piece.paragraph
    apart = paragraph.spot.table or paragraph.in_box or paragraph.label
    starts_so = paragraph.text[:1].isspace() or paragraph.text.startswith(("“", "*", "("))
    return not apart and not starts_so and paragraph.align in (Align.BOTH, Align.LEFT)


def _alike(judged: Iterable[Piece], wrong: Callable[[Piece], str]) -> dict[str, list[Piece]]:
    """The wrong ones, by what was measured."""
    found: dict[str, list[Piece]] = defaultdict(list)
    for piece in judged:
        if measured := wrong(piece):
            found[measured].append(piece)
    return found


def check_gap(case: Case) -> Iterator[Finding]:
    """The white space between paragraphs."""
    least = case.profile.body.gap_pt.low
    close = _close(case, least - _TOLERANCE_PT)

    def wrong(piece: Piece) -> str:
        spacing = piece.paragraph.spacing
        gap = spacing.before_pt + spacing.after_pt
        is_close = piece.paragraph.key in close and gap < least - _TOLERANCE_PT
        return printed(gap) if is_close else ""

    for measured, found in _alike(text_pieces(case), wrong).items():
        heap = Heap()
        for piece in found:
            heap.add(piece, Remedy(Property.GAP, least, piece=piece))
        values = {"is": measured, "should": printed(least)}
        yield heap.said(_rule(case, "layout-gap"), values, "body")


def _close(case: Case, least: float) -> frozenset[Key]:
    """The paragraphs that stand closer than that to the one above or below."""
    texts = [one for one in main_text(case) if one.plain and not one.spot.table]
    found: set[Key] = set()
    for above, below in pairwise(texts):
        if above.spacing.after_pt + below.spacing.before_pt < least:
            found |= {above.key, below.key}
    return frozenset(found)


def check_pitch(case: Case) -> Iterator[Finding]:
    """The pitch of the lines: exact points (Party), or single to one and a half (State)."""
    body = case.profile.body

    def wrong(piece: Piece) -> str:
        spacing = piece.paragraph.spacing
        return "" if _fits(body, spacing, piece) else _said(spacing)

    for measured, found in _alike(text_pieces(case), wrong).items():
        heap = Heap()
        for piece in found:
            heap.add(piece, *_remedies(body, piece))
        values = {"is": measured, "should": _wanted(body)}
        yield heap.said(_rule(case, "layout-pitch"), values, "body")


def _fits(body: Body, spacing: Spacing, piece: Piece) -> bool:
    if body.line_pt:
        low, high = body.line_pt.low - _TOLERANCE_PT, body.line_pt.high + _TOLERANCE_PT
        return spacing.rule is LineRule.EXACT and low <= spacing.line <= high
    wanted = body.line_multiple
    if wanted is None:
        return True
    lines = _lines(spacing, piece)
    return wanted.low - _TOLERANCE_LINES <= lines <= wanted.high + _TOLERANCE_LINES


def _lines(spacing: Spacing, piece: Piece) -> float:
    """The pitch in lines of the size of the letters."""
    if spacing.rule is LineRule.MULTIPLE:
        return spacing.line
    size = max((run.look.size_pt for run in piece.runs), default=0)
    lines = spacing.line / (size * _SINGLE) if size else 1
    return max(lines, 1) if spacing.rule is LineRule.AT_LEAST else lines


def _said(spacing: Spacing) -> str:
    number = printed(spacing.line)
    if spacing.rule is LineRule.EXACT:
        return f"chính xác {number} pt"
    return f"{number} dòng" if spacing.rule is LineRule.MULTIPLE else f"ít nhất {number} pt"


def _wanted(body: Body) -> str:
    limits = body.line_pt
    if limits and limits.high > _OPEN * limits.low:
        return f"chính xác một số pt, từ {printed(limits.low)} pt"
    if limits:
        return f"chính xác {printed_range(limits)} pt"
    return f"{printed_range(body.line_multiple)} dòng" if body.line_multiple else ""


def _remedies(body: Body, piece: Piece) -> list[Remedy]:
    """An exact pitch; how many lines is left to the person."""
    if body.line_pt is None:
        return []
    return [Remedy(Property.LINE, body.line_pt.preferred, piece=piece)]
