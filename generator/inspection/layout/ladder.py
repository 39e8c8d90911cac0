"""The ladder of headings: no number left out or given twice, from Chương to point a)."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.inspection.document.values import Piece
from generator.inspection.finding import ORDER
from generator.inspection.layout.labels import CAPITALS, Label, labels
from generator.inspection.layout.regions import folded, head_and_closing, main_text, said
from generator.inspection.layout.saying import Rule
from generator.vietnamese import roman

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.inspection.anatomy import Case
    from generator.inspection.document.values import Paragraph
    from generator.inspection.finding import Finding
    from generator.paper_format import Numbering, Profile

_RANKS = (
    "phần",
    "chương",
    "mục",
    "tiểu mục",
    "capital",
    "roman",
    "article",
    "number0",
    "number1",
    "number2",
    "point",
)
_ON = ("article",)  # counted through the whole paper, whatever stands above
_ASCII = "abcdefghijklmnopqrstuvwxyz"


@dataclass(slots=True)
class Count:
    """How far each kind of label has been counted.

    `last` begins anew under each higher label; `ever` does not.
    """

    rules: Numbering
    last: dict[str, Label] = field(default_factory=dict)
    ever: dict[str, Label] = field(default_factory=dict)
    before: Label | None = None

    def read(self, text: str) -> list[Label]:
        """The labels that a paragraph may begin with; a letter that opens no list is none."""
        found = labels(said(text))
        return [one for one in found if one.kind != "capital" or self._counts(one)]

    def _counts(self, label: Label) -> bool:
        return label.number == 1 or label.kind in self.ever

    def take(self, label: Label) -> None:
        """Count a label: what is lower begins anew."""
        rank = _RANKS.index(label.kind)
        for lower in _RANKS[rank + 1 :]:
            if lower not in _ON:
                self.last.pop(lower, None)
        self.last[label.kind] = self.ever[label.kind] = self.before = label

    def goes_on(self, label: Label) -> bool:
        """Whether a label is the next of its kind, or begins a list."""
        if label.parent and not self._is_under(label):
            return False
        last, ever = self.last.get(label.kind), self.ever.get(label.kind)
        if label.number == self._first(label):
            return label != last or self.before != last
        return any(one is not None and label.number in self._next(one) for one in (last, ever))

    def _is_under(self, label: Label) -> bool:
        above = self.last.get(f"number{len(label.parent) - 1}")
        return above is None or (*above.parent, above.number) == label.parent

    def _first(self, label: Label) -> int:
        return ord("a") if label.kind == "point" else 1

    def _next(self, label: Label) -> set[int]:
        """The numbers that may follow; of points also the next letter of the Latin order,
        where only custom says otherwise.
        """
        if label.kind != "point":
            return {label.number + 1}
        following = {_following(self.rules.points, chr(label.number))}
        if not Rule("", self.rules.points_source).judges:
            following.add(_following(_ASCII, chr(label.number)))
        return {ord(one) for one in following if one}

    def expected(self, label: Label) -> str:
        """The label that should stand there."""
        last = self.last.get(label.kind)
        if last is None or (label.parent and last.parent != label.parent):
            above = self.last.get(f"number{len(label.parent) - 1}") if label.parent else None
            parents = (*above.parent, above.number) if above else label.parent
            return _printed(label.kind, 1, parents)
        following = _following(self.rules.points, chr(last.number))
        if label.kind == "point":
            return f"{following})" if following else label.text
        return _printed(label.kind, last.number + 1, last.parent)


def _following(order: str, letter: str) -> str:
    at = order.find(letter) + 1
    return order[at : at + 1]


def _printed(kind: str, number: int, parents: tuple[int, ...]) -> str:
    """A label of a kind as it is printed."""
    printed = {
        "capital": CAPITALS[number - 1 : number],
        "roman": roman(number),
        "article": f"Điều {number}",
        "point": "a)",
        "mục": f"Mục {number}",
        "tiểu mục": f"Tiểu mục {number}",
        "phần": f"Phần {roman(number)}",
        "chương": f"Chương {roman(number)}",
    }
    return printed.get(kind) or ".".join(str(one) for one in (*parents, number))


def check_ladder(case: Case) -> Iterator[Finding]:
    """The numbers of headings and points, in the paper and in each appendix by itself."""
    yield from _walk(case, main_text(case))
    for attachment in case.anatomy.attachments:
        yield from _walk(case, attachment.paragraphs)


def _walk(case: Case, paragraphs: Iterable[Paragraph]) -> Iterator[Finding]:
    rules, rule = case.profile.numbering, Rule("layout-ladder", ORDER)
    count, borders, around = Count(rules), _borders(case.profile), head_and_closing(case)
    for paragraph in _unquoted(paragraphs):
        if folded(paragraph.plain) in borders:
            count = Count(rules)
        is_text = not _is_apart(paragraph) and paragraph.key not in around
        found = count.read(paragraph.plain) if is_text else []
        if not found:
            continue
        label = next((one for one in found if count.goes_on(one)), None)
        if label is None:
            label = found[0]
            yield _broken(rule, count, label, Piece(paragraph))
        count.take(label)


def _broken(rule: Rule, count: Count, label: Label, piece: Piece) -> Finding:
    last = count.last.get(label.kind)
    values = {"is": label.text, "should": count.expected(label)}
    if last is None:
        return Rule("layout-ladder-first", rule.source).broken(piece, values)
    code = "layout-ladder-twice" if last == label else rule.code
    return Rule(code, rule.source).broken(piece, {**values, "before": last.text})


def _borders(profile: Profile) -> frozenset[str]:
    """The lines that begin or end a paper: what follows in the file counts by itself."""
    texts = (*profile.head.headings, *profile.head.foreign, profile.wording.recipients)
    return frozenset(map(folded, texts))


def _is_apart(paragraph: Paragraph) -> bool:
    return bool(paragraph.spot.table or paragraph.in_box)


def _unquoted(paragraphs: Iterable[Paragraph]) -> Iterator[Paragraph]:
    """The paragraphs that do not stand within quotation marks."""
    depth = 0
    for paragraph in paragraphs:
        text = paragraph.text
        if not depth:
            yield paragraph
        depth = max(0, depth + text.count("“") - text.count("”"))
