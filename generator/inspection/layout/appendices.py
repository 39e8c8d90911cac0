"""The appendices: their numbers, and that text and appendices name each other."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.inspection.anatomy import SURE
from generator.inspection.document.values import Piece
from generator.inspection.finding import CONTRADICTION, ORDER
from generator.inspection.layout.regions import folded, is_apart, main_text
from generator.inspection.layout.saying import Rule
from generator.vietnamese import roman

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.anatomy import Attachment, Case
    from generator.inspection.finding import Finding

_ROMANS = {roman(number).lower(): number for number in range(1, 50)}
_HEADING = re.compile(r"phụ lục (?:số )?(?P<number>\d{1,2}|[ivxl]+)\b")
_MENTION = re.compile(r"phụ lục (?:số )?(?P<number>\d{1,2}|[ivxl]+)\b(?=(?P<after>.{0,40}))")
_MORE = re.compile(  # "các phụ lục I, II và III", "phụ lục 1 đến 3"
    r" ?(?P<sign>,|;|và|đến|-) ?(?:phụ lục )?(?:số )?(?P<number>\d{1,2}|[ivxl]+)\b"
)
# words after a mention that make it an appendix of another document
_OF_ANOTHER = re.compile(
    r"\W{0,3}(?:của|kèm theo|ban hành|nghị định|nghị quyết|quyết định|quy định|quy chế"
    r"|thông tư|kế hoạch|hướng dẫn|công văn|chỉ thị|thông báo|tờ trình|báo cáo)\b"
)


def _number(text: str) -> int:
    return int(text) if text.isdigit() else _ROMANS.get(text, 0)


def _numbers(case: Case) -> list[int] | None:
    """The numbers of the appendices, 0 for one without; None where they are not sure."""
    attachments = case.anatomy.attachments
    if not attachments or any(one.heading.confidence < SURE for one in attachments):
        return None
    return [_number_of(one) for one in attachments]


def _number_of(attachment: Attachment) -> int:
    found = _HEADING.match(folded(attachment.heading.text))
    return _number(found["number"]) if found else 0


def check_order(case: Case) -> Iterator[Finding]:
    """Numbered one after the other, where there are several."""
    numbers = _numbers(case) or []
    if len(numbers) < 2:  # noqa: PLR2004 - one alone needs no number
        return
    for at, (number, attachment) in enumerate(
        zip(numbers, case.anatomy.attachments, strict=True), start=1
    ):
        before = numbers[at - 2] if at > 1 else 0
        if number != before + 1:
            piece = attachment.heading.pieces[0]
            values = {"is": piece.text, "should": str(before + 1)}
            yield Rule("layout-appendix-order", ORDER).broken(piece, values, "appendix")


def check_mentions(case: Case) -> Iterator[Finding]:
    """Each appendix that the text names is there."""
    numbers = _numbers(case)
    if numbers is None or 0 in numbers:
        return
    absent: dict[int, Piece] = {}
    for number, piece in _mentions(case):
        if number not in numbers:
            absent.setdefault(number, piece)
    for number, piece in absent.items():
        yield Rule("layout-appendix-absent", CONTRADICTION).broken(piece, {"is": str(number)})


def _mentions(case: Case) -> Iterator[tuple[int, Piece]]:
    """The numbers of appendices of this paper that the text names, with where."""
    for paragraph in main_text(case):
        for found in _MENTION.finditer(folded(paragraph.text)):
            number = _number(found["number"])
            if number and not _OF_ANOTHER.match(found["after"]):
                yield number, Piece(paragraph)


def _named(case: Case) -> set[int]:
    """The numbers of appendices that the text may mean, those of lists and ranges too."""
    found: set[int] = set()
    for paragraph in main_text(case):
        text = folded(paragraph.text)
        for mention in _MENTION.finditer(text):
            found |= _listed(_number(mention["number"]), text, mention.end())
    return found


def _listed(first: int, text: str, at: int) -> set[int]:
    found, last = {first}, first
    while more := _MORE.match(text, at):
        number, at = _number(more["number"]), more.end()
        through = more["sign"] in ("đến", "-")
        found |= set(range(last, number + 1)) if through else {number}
        last = number
    return found


def check_cited(case: Case) -> Iterator[Finding]:
    """The text names each appendix, where the profile demands it."""
    source, numbers = case.profile.numbering.cited_source, _numbers(case)
    if source is None or numbers is None or is_apart(case):
        return
    named = _named(case)
    any_named = any("phụ lục" in folded(one.text) for one in main_text(case))
    for number, attachment in zip(numbers, case.anatomy.attachments, strict=True):
        if number not in named and not (number == 0 and any_named):
            piece = attachment.heading.pieces[0]
            rule = Rule("layout-appendix-unnamed", source)
            yield rule.broken(piece, {"is": piece.text}, "appendix")
