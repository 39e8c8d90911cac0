"""Sums in sentences: parts that are said to be all, ballots, who came and who did not."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.inspection.finding import ARITHMETIC, CONTRADICTION
from generator.inspection.text.figures import COUNTED, WHOLE, whole
from generator.inspection.text.passages import Rule, passages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from generator.inspection.anatomy import Case
    from generator.inspection.finding import Finding
    from generator.inspection.text.passages import Passage

_PARTS = Rule("text-parts", ARITHMETIC)
_MORE = Rule("text-part-above", CONTRADICTION)
_END = r"(?![\w/%]|[.,]\d)"
_N = rf"(?<![\w/.,-])(?:{WHOLE}){_END}"
_BRACKETS = re.compile(r"[(][^()]{0,200}[)]")

# men and women are all: "25 đồng chí, trong đó nam 15, nữ 10", "(nam: 15; nữ: 10)"
_MEN_AND_WOMEN = re.compile(
    rf"(?P<total>{_N}) {COUNTED}[^.;\d]{{0,60}}?"
    rf"(?:\bnam:? (?P<man>{_N})(?: {COUNTED})?[,;]? ?(?:và )?nữ:? (?P<woman>{_N})"
    rf"|(?P<men>{_N}) (?:{COUNTED} )?nam[,;]? ?(?:và )?(?P<women>{_N}) (?:{COUNTED} )?nữ)",
    re.IGNORECASE,
)


def men_and_women_are_all(case: Case) -> Iterator[Finding]:
    """Men and women add up to the people whom the sentence counts."""
    for passage in passages(case.document):
        if "nữ" not in passage.text.lower():
            continue
        for found in _MEN_AND_WOMEN.finditer(passage.text):
            men, women = found["man"] or found["men"], found["woman"] or found["women"]
            yield from _summed(passage, found, found["total"], (men, women))


def _summed(
    passage: Passage, found: re.Match[str], total: str, parts: Sequence[str]
) -> Iterator[Finding]:
    right = sum(map(whole, parts))
    if right != whole(total):
        values = {"total": total, "parts": " + ".join(parts), "right": str(right)}
        yield _PARTS.broken(passage.piece(*found.span()), values)


_MADE_OF = re.compile(
    rf"(?P<total>{_N}) (?P<counted>{COUNTED}),? ?[(]?(?:bao gồm|gồm có|gồm)(?: có)?:? ?"
    r"(?P<parts>[^.;:()\n]{4,300})",
    re.IGNORECASE,
)
_SUBSET = re.compile(r"\btrong (?:đó|số)|\bít nhất|\bkhoảng|\btừ \d|%", re.IGNORECASE)


def what_a_number_is_made_of_adds_up(case: Case) -> Iterator[Finding]:
    """ "25 đồng chí gồm 15 đồng chí … và 10 đồng chí …": every part counts the same thing."""
    for passage in passages(case.document):
        if "gồm" in passage.text:
            text = _BRACKETS.sub(lambda found: " " * len(found[0]), passage.text)
            for found in _MADE_OF.finditer(text):
                parts = _same_things(found["parts"], found["counted"])
                if parts:
                    yield from _summed(passage, found, found["total"], parts)


def _same_things(text: str, counted: str) -> list[str]:
    """The numbers of a list that counts the same thing in each item, or nothing."""
    numbers = re.findall(_N, text)
    same = re.findall(rf"({_N}) {re.escape(counted)}", text, re.IGNORECASE)
    items = len(re.findall(r", | và |\+", text)) + 1
    sure = len(numbers) == len(same) == items and len(same) > 1
    return same if sure and not _SUBSET.search(text) else []


_G = rf"(?:{WHOLE}){_END}"
_BETWEEN = r"(?: (?:đồng chí|đại biểu|đảng viên|người|phiếu))?[,;]? ?(?:và )?(?:số phiếu )?"
# what is counted at an election: total, its two parts
_COUNTS = (
    re.compile(
        rf"triệu tập:? (?P<total>{_G}){_BETWEEN}có mặt:? (?P<one>{_G}){_BETWEEN}"
        rf"vắng(?: mặt)?:? (?P<other>{_G})",
        re.IGNORECASE,
    ),
    re.compile(
        rf"thu vào:? (?P<total>{_G}){_BETWEEN}(?:phiếu )?hợp lệ:? (?P<one>{_G}){_BETWEEN}"
        rf"(?:phiếu )?không hợp lệ:? (?P<other>{_G})",
        re.IGNORECASE,
    ),
)
# what is at most as many as what stands before it
_AT_MOST = tuple(
    re.compile(rf"(?P<all>{first}:? {_G}){_BETWEEN}(?P<part>{then}:? {_G})", re.IGNORECASE)
    for first, then in (("phát ra", "thu vào"), ("triệu tập", "có mặt"))
)
_LAST_NUMBER = re.compile(rf"{WHOLE}$")
_SURPLUS = re.compile(
    rf"(?:bầu|số lượng) (?P<seats>{_G}) (?:đồng chí|người|đại biểu)[^.\d]{{0,40}}"
    rf"danh sách[^.;\d]{{0,20}}"
    rf"(?P<listed>{_G})[^.;\d]{{0,20}}[(,] ?số dư:? (?P<over>{_G})",
    re.IGNORECASE,
)


def an_election_adds_up(case: Case) -> Iterator[Finding]:
    """Present and absent are those convened; valid and invalid ballots are those returned."""
    for passage in passages(case.document):
        for counts in _COUNTS:
            for found in counts.finditer(passage.text):
                yield from _summed(
                    passage, found, found["total"], (found["one"], found["other"])
                )
        for found in _SURPLUS.finditer(passage.text):
            yield from _summed(passage, found, found["listed"], (found["seats"], found["over"]))
        yield from _more_than_all(passage)


def _more_than_all(passage: Passage) -> Iterator[Finding]:
    """More ballots returned than issued, more people present than convened."""
    for pattern in _AT_MOST:
        for found in pattern.finditer(passage.text):
            if _number(found["part"]) > _number(found["all"]):
                values = {"part": found["part"], "whole": found["all"]}
                yield _MORE.broken(passage.piece(*found.span()), values)


def _number(text: str) -> int:
    found = _LAST_NUMBER.search(text)
    return whole(found[0]) if found else 0


CHECKS: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    men_and_women_are_all,
    what_a_number_is_made_of_adds_up,
    an_election_adds_up,
)
