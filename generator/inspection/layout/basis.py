"""The grounds (căn cứ): how each begins, and the sign at its end."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.inspection.layout.regions import main_text, pieces, said
from generator.inspection.layout.saying import Heap, Rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.anatomy import Case
    from generator.inspection.document.values import Paragraph, Piece
    from generator.inspection.finding import Finding


def check_basis_opening(case: Case) -> Iterator[Finding]:
    """With a hyphen (Party) or without (State)."""
    rules = case.profile.citing
    wanted = rules.opening.strip()
    wrong = [
        piece
        for piece in pieces(case.anatomy.sure("basis"))
        if said(piece.text).startswith("-") is not bool(wanted)
    ]
    if wrong:
        should = f"bắt đầu bằng “{rules.opening}”" if wanted else "không có gạch đầu dòng"
        yield Heap(wrong).said(
            Rule("layout-basis-opening", rules.source), {"should": should}, "basis"
        )


def check_basis_end(case: Case) -> Iterator[Finding]:
    """A semicolon after each; the last ends as its profile says."""
    rules = case.profile.citing
    found = list(pieces(case.anatomy.sure("basis")))
    if not found:
        return
    *others, last = found
    wrong = [piece for piece in others if not said(piece.text).endswith(rules.end)]
    rule = Rule("layout-basis-end", rules.source)
    if wrong:
        yield Heap(wrong).said(rule, {"should": rules.end}, "basis")
    if said(last.text).endswith(rules.last_ends) or not _is_last(case, last):
        return
    values = {"is": said(last.text)[-1:], "should": "” hoặc “".join(rules.last_ends)}
    yield Rule("layout-basis-last", rules.source).broken(last, values, "basis")


def _is_last(case: Case, piece: Piece) -> bool:
    """Whether what follows is surely no ground any more: it ends with a colon."""
    following = _after(case, piece.paragraph)
    return following is not None and said(following.plain).endswith(":")


def _after(case: Case, paragraph: Paragraph) -> Paragraph | None:
    texts = iter([one for one in main_text(case) if one.plain])
    for one in texts:
        if one.key == paragraph.key:
            return next(texts, None)
    return None
