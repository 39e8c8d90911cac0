"""The lines under heading, motto, issuer and subject: there, drawn, of the right length."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import Severity
from generator.inspection.anatomy import SURE
from generator.inspection.layout.regions import is_issued_with, kind_of, said
from generator.inspection.layout.saying import Rule, printed
from generator.inspection.layout.widths import piece_width_mm

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.anatomy import Case, Found
    from generator.inspection.document.values import Piece
    from generator.inspection.finding import Finding
    from generator.paper_format import Stroke

_SLACK = 0.01  # of the text: lines are drawn in whole points
_HYPHEN = "-"
_MARK = "subject_mark"
_SHORTEST_MM = 5  # a shorter stroke is part of a drawing


def check_strokes(case: Case) -> Iterator[Finding]:
    """Each line that the profile has, under its component."""
    for name, stroke in case.profile.head.strokes.items():
        owner = case.anatomy.first(stroke.under)
        if owner is not None and not _may_lack(case, name, stroke):
            yield from _stroke(case, name, stroke, owner)


def _may_lack(case: Case, name: str, stroke: Stroke) -> bool:
    """Whether such a paper may be without the line, and is."""
    is_spared = kind_of(case) in stroke.unless or (name == _MARK and is_issued_with(case))
    return is_spared and case.anatomy.first(name) is None


def _stroke(case: Case, name: str, stroke: Stroke, owner: Found) -> Iterator[Finding]:
    found = case.anatomy.found.get(name, ())
    if not found and not _has_line(owner):
        values = {"line": stroke.title}
        rule = Rule("layout-line-missing", stroke.source)
        yield rule.broken(owner.pieces[-1], values, stroke.under)
        return
    sure = case.anatomy.first(name)
    if sure is None:
        return
    length = length_mm(sure)
    if length is None:
        yield from _not_drawn(stroke, sure)
    else:
        yield from _length(stroke, owner, sure.pieces[0], length)


def _has_line(owner: Found) -> bool:
    return any(piece.paragraph.lines for piece in owner.pieces)


def length_mm(found: Found) -> float | None:
    """How long a drawn line is; None where it is typed or an underline."""
    lines = [
        line.length_mm
        for piece in found.pieces
        for line in piece.paragraph.lines
        if line.length_mm >= _SHORTEST_MM
    ]
    return max(lines, default=None)


def _not_drawn(stroke: Stroke, found: Found) -> Iterator[Finding]:
    """Typed or an underline: a reminder where custom draws it."""
    if stroke.object_source is None:
        return
    values = {"line": stroke.title, "how": found.why}
    rule = Rule("layout-line-object", stroke.object_source, Severity.NOTE)
    yield rule.broken(found.pieces[0], values, stroke.under)


def _length(stroke: Stroke, owner: Found, piece: Piece, length: float) -> Iterator[Finding]:
    widths = list(_widths(owner))
    if not widths or any(_fits(length / width, stroke) for width in widths):
        return
    width = max(widths)
    values = {
        "line": stroke.title,
        "is": printed(length),
        "low": printed(width * stroke.share.low),
        "high": printed(width * stroke.share.high),
    }
    yield Rule("layout-line-length", stroke.source).broken(piece, values, stroke.under)


def _fits(share: float, stroke: Stroke) -> bool:
    return stroke.share.low - _SLACK <= share <= stroke.share.high + _SLACK


def _widths(owner: Found) -> Iterator[float]:
    """The widths of the lines of a text; nothing where one of them is broken by the column."""
    widths = [piece_width_mm(piece) for piece in owner.pieces]
    rooms = [piece.paragraph.width_mm for piece in owner.pieces]
    if all(0 < width <= room for width, room in zip(widths, rooms, strict=True)):
        yield from widths


def check_subject_mark(case: Case) -> Iterator[Finding]:
    """The mark under the subject of a Party paper: typed, and exactly that."""
    wanted = case.profile.wording.abstract_mark
    subject, kind = case.anatomy.first("subject"), case.anatomy.first("kind")
    marks = case.anatomy.found.get("subject_mark", ())
    if not wanted:
        yield from _foreign_mark(case, marks)
        return
    source = case.profile.wording.rests_on("abstract_mark")
    if subject and kind and not marks and not _has_line(subject):
        rule = Rule("layout-mark-missing", source)
        yield rule.broken(subject.pieces[-1], {"should": wanted}, "subject_mark")
    for found in case.anatomy.sure("subject_mark"):
        typed = said(found.text)
        if typed != wanted:
            drawn = length_mm(found) is not None
            values = {"is": found.why if drawn else f"“{typed}”", "should": wanted}
            rule = Rule("layout-mark", source)
            yield rule.broken(found.pieces[0], values, "subject_mark")


def _foreign_mark(case: Case, marks: tuple[Found, ...]) -> Iterator[Finding]:
    stroke = case.profile.head.strokes.get("subject_mark")
    for found in marks:
        if stroke and found.confidence >= SURE and set(said(found.text)) == {_HYPHEN}:
            rule = Rule("layout-mark-foreign", stroke.source)
            yield rule.broken(found.pieces[0], {"is": found.text}, "subject_mark")
