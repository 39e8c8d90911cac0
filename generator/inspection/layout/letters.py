"""Letters: the font as it really resolves, the colour, the size of each component."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from typing import TYPE_CHECKING

from generator.errors import Severity
from generator.inspection.document.values import Piece
from generator.inspection.finding import Property, Remedy
from generator.inspection.layout.regions import TEXT, everything, lettered, pieces
from generator.inspection.layout.saying import Heap, Rule, nearest, printed, printed_range

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from generator.inspection.anatomy import Case
    from generator.inspection.document.values import Key, Paragraph, Run
    from generator.inspection.finding import Finding
    from generator.paper_format import Component, Range

_STAMPS = ("urgency", "secrecy")  # printed like stamps, which are red
_SMALL = ("recipients", "recipient")
_FACE = re.compile(r" (?:bold(?: italic)?|italic|regular)$")  # a font by its full name
_TOLERANCE_PT = 0.05


def check_font(case: Case) -> Iterator[Finding]:
    """Every letter is of the one font; a font of the same widths is another font."""
    wanted = case.profile.font
    rule = Rule("layout-font", case.profile.font_source)
    heaps = _heaps(everything(case.document), lambda run: _other_font(run, wanted))
    for font, found in heaps.items():
        heap = Heap()
        for piece in found:
            heap.add(piece, Remedy(Property.FONT, wanted, piece=piece))
        yield heap.said(rule, {"is": font, "should": wanted})


def _other_font(run: Run, wanted: str) -> str:
    font = run.look.font.strip()
    return font if _FACE.sub("", font.casefold()) != wanted.casefold() else ""


def check_colour(case: Case) -> Iterator[Finding]:
    """Letters are black; prompts nobody has filled in yet, and stamps, are left alone."""
    stamped = _stamped(case)
    judged = (
        one
        for one in everything(case.document)
        if one.key not in stamped and not _is_prompt(one)
    )
    rule = Rule("layout-colour", case.profile.font_source)
    for colour, found in _heaps(judged, lambda run: _colour(run, case.profile.colour)).items():
        heap = Heap()
        for piece in found:
            heap.add(piece, Remedy(Property.COLOUR, piece=piece))
        yield heap.said(rule, {"is": colour})


def _colour(run: Run, wanted: str) -> str:
    return run.look.colour if run.look.colour not in ("", wanted) else ""


def _is_prompt(paragraph: Paragraph) -> bool:
    """Whether a paragraph, or all of it that is coloured, only says what to write there."""
    return all(
        run.text.strip().startswith("[") and run.text.strip().endswith("]")
        for run in paragraph.runs
        if run.text.strip() and run.look.colour not in ("", "000000")
    )


def _stamped(case: Case) -> frozenset[Key]:
    return frozenset(
        piece.paragraph.key
        for component in _STAMPS
        for piece in pieces(case.anatomy.found.get(component, ()))
    )


def _heaps(
    paragraphs: Iterable[Paragraph], wrong: Callable[[Run], str]
) -> dict[str, list[Piece]]:
    """The pieces that are wrong, by what is wrong with them; neighbours are one piece."""
    found: dict[str, list[Piece]] = defaultdict(list)
    for paragraph in paragraphs:
        at = 0
        for run in paragraph.runs:
            end = at + len(run.text)
            if any(map(str.isalnum, run.text)) and (what := wrong(run)):
                _add(found[what], Piece(paragraph, at, end))
            at = end
    return found


def _add(found: list[Piece], piece: Piece) -> None:
    before = found[-1] if found else None
    if before and before.paragraph is piece.paragraph and before.end == piece.start:
        found[-1] = Piece(piece.paragraph, before.start, piece.end)
    else:
        found.append(piece)


def check_sizes(case: Case) -> Iterator[Finding]:
    """The size of each component; what belongs to the text is one component."""
    components = case.profile.components
    text = components["body"]
    together = [one for one in TEXT if _limits(components[one]) == _limits(text)]
    yield from _sizes(case, "body", together)
    for name in components:
        if name not in together:
            yield from _sizes(case, name, [name])


def _limits(component: Component) -> tuple[float, float]:
    return component.size_pt.low, component.size_pt.high


def _sizes(case: Case, name: str, together: list[str]) -> Iterator[Finding]:
    component = case.profile.components[name]
    rule = Rule("layout-size", component.source, _most(name))
    if not rule.judges:
        return
    judged = [
        piece for one in together for piece in pieces(case.anatomy.sure(one)) if piece.runs
    ]
    usual = _usual(judged, component.size_pt)
    for size, found in _by_size(judged, component.size_pt).items():
        heap = Heap()
        for piece in found:
            target = usual or nearest(size, component.size_pt)
            heap.add(piece, Remedy(Property.SIZE, target, piece=piece))
        values = {"is": printed(size), "should": printed_range(component.size_pt)}
        yield heap.said(rule, {**values, "component": component.title}, name)


def _most(component: str) -> Severity:
    return Severity.WARNING if component in _SMALL else Severity.ERROR


def _usual(judged: Iterable[Piece], limits: Range) -> float | None:
    """The right size that most of the component already has."""
    sizes = Counter(
        run.look.size_pt
        for piece in judged
        for run in lettered(piece)
        if run.look.size_pt in limits
    )
    return next((size for size, _ in sizes.most_common(1)), None)


def _by_size(judged: Iterable[Piece], limits: Range) -> dict[float, list[Piece]]:
    """The pieces that have letters of a wrong size, by that size."""
    found: dict[float, list[Piece]] = defaultdict(list)
    for piece in judged:
        for part, size in _sized(piece):
            if not (limits.low - _TOLERANCE_PT <= size <= limits.high + _TOLERANCE_PT):
                _add(found[size], part)
    return found


def _sized(piece: Piece) -> Iterator[tuple[Piece, float]]:
    """The lettered runs of a piece, each with its size."""
    start, at = piece.start, 0
    end = len(piece.paragraph.text) if piece.end is None else piece.end
    for run in piece.paragraph.runs:
        first, last = max(at, start), min(at + len(run.text), end)
        at += len(run.text)
        if first < last and any(map(str.isalnum, piece.paragraph.text[first:last])):
            yield Piece(piece.paragraph, first, last), run.look.size_pt
