"""Shares in sentences: do they follow from the numbers beside them."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.inspection.finding import ARITHMETIC
from generator.inspection.text.figures import SHARE, WHOLE, figure, follows, share_of, whole
from generator.inspection.text.passages import Rule, passages

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.inspection.anatomy import Case
    from generator.inspection.finding import Finding
    from generator.inspection.text.passages import Passage

_SHARE = Rule("text-share", ARITHMETIC)
_NO_DATE = r"(?<![\w/.,%-])(?<!ngày )(?<!tháng )(?<!từ )(?<!đến )"
_LINK = (
    r"(?:đạt|chiếm|bằng|tương đương|tương ứng|đạt tỷ lệ|chiếm tỷ lệ|tỷ lệ|với tỷ lệ|đạt tỉ lệ)"
)
_ENDS = r"(?=\s*(?:[.;,)]|$|và ))(?![.,]\d)"  # nothing follows that would name another base
_WORDS = r"(?: [^\W\d]+){0,8}"
# a fraction and its share: 145/150 phiếu, đạt 96,67%
_OF = re.compile(
    rf"{_NO_DATE}(?P<part>{WHOLE}) ?/ ?(?P<base>{WHOLE})(?![\w/%]){_WORDS}"
    rf"(?:,? ?[(] ?(?:{_LINK} )?|,? {_LINK} |, ?){SHARE}{_ENDS}",
    re.IGNORECASE,
)


def fractions_and_shares_agree(case: Case) -> Iterator[Finding]:
    """A share beside a fraction is the share of that fraction."""
    for passage in passages(case.document):
        if "%" in passage.text and "/" in passage.text:
            for found in _OF.finditer(passage.text):
                yield from _judged(passage, found, whole(found["part"]), whole(found["base"]))


def _judged(passage: Passage, found: re.Match[str], part: int, base: int) -> Iterator[Finding]:
    share = figure(found["percent"])
    if share is None or not base or follows(share, Fraction(part), Fraction(base)):
        return
    values = {
        "part": str(part),
        "base": str(base),
        "written": f"{found['percent']}%",
        "right": share_of(Fraction(part), Fraction(base), share.decimals),
    }
    yield _SHARE.broken(passage.piece(*found.span()), values)


# a total, then parts of it: Trong tổng số 150 đại biểu, nữ 45 (30%)
_TOTAL = re.compile(rf"\btrong tổng số (?P<base>{WHOLE})(?![\w/%,.]\d)", re.IGNORECASE)
_PART = re.compile(
    rf"{_NO_DATE}(?P<part>{WHOLE})(?![\w/%]|[.,]\d){_WORDS}"
    rf"(?:,? ?[(] ?(?:{_LINK} )?|,? {_LINK} ){SHARE}{_ENDS}",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"[^.;\n]{1,600}(?:\.(?=\d)[^.;\n]{0,600}){0,20}")
_NESTED = re.compile(r"\btrong (?:đó|số)|\bso với\b|\btrên tổng\b", re.IGNORECASE)
# the total last: 145 đồng chí (chiếm 96,67%) trong tổng số 150
_BEFORE_TOTAL = re.compile(
    rf"{_NO_DATE}(?P<part>{WHOLE})(?![\w/%]|[.,]\d){_WORDS}"
    rf",? ?[(,] ?(?:{_LINK} )?{SHARE} ?[),] ?(?:trong|trên|so với) tổng số "
    rf"(?P<base>{WHOLE})(?![\w/%]|[.,]\d)",
    re.IGNORECASE,
)


def shares_of_a_named_total_agree(case: Case) -> Iterator[Finding]:
    """Shares in a sentence that names its total are shares of it."""
    for passage in passages(case.document):
        if "%" not in passage.text:
            continue
        for found in _BEFORE_TOTAL.finditer(passage.text):
            yield from _judged(passage, found, whole(found["part"]), whole(found["base"]))
        for sentence in _SENTENCE.finditer(passage.text):
            yield from _of_the_total(passage, sentence.start(), sentence.end())


def _of_the_total(passage: Passage, start: int, end: int) -> Iterator[Finding]:
    text = passage.text
    total = _TOTAL.search(text, start, end)
    if total is None or _NESTED.search(text, total.end(), end):
        return
    base = whole(total["base"])
    for found in _PART.finditer(text, total.end(), end):
        if whole(found["part"]) <= base:
            yield from _judged(passage, found, whole(found["part"]), base)


# what the base of a share is called, and where its number stands in the same paragraph
_BASES: tuple[tuple[str, str], ...] = (
    (
        r"(?:số )?(?:đại biểu |đảng viên |người )?(?:được )?triệu tập",
        r"triệu tập:? (?P<base>{n})",
    ),
    (r"(?:số )?(?:đại biểu |đảng viên |người )?có mặt", r"có mặt:? (?P<base>{n})"),
    (r"số lượng bầu", r"(?:bầu|với số lượng) (?P<base>{n}) (?:đồng chí|người)"),
    (r"(?:số )?phiếu thu vào", r"thu vào:? (?P<base>{n})"),
    (r"(?:số )?phiếu hợp lệ", r"(?<!không )hợp lệ:? (?P<base>{n})"),
)
_NAMED = [
    (
        re.compile(
            rf"{_NO_DATE}(?P<part>{WHOLE})(?![\w/%]|[.,]\d){_WORDS}"
            rf"(?:,? ?[(] ?(?:{_LINK} )?|,? {_LINK} ){SHARE} (?:so với )?{name}(?! ?\d)",
            re.IGNORECASE,
        ),
        re.compile(where.replace("{n}", f"{WHOLE}") + r"(?![\w/%]|[.,]\d)", re.IGNORECASE),
    )
    for name, where in _BASES
]


def shares_of_a_named_base_agree(case: Case) -> Iterator[Finding]:
    """ "98,52% số được triệu tập" is of the number convened that the same paragraph says."""
    for passage in passages(case.document):
        if "%" not in passage.text:
            continue
        for share, base in _NAMED:
            yield from _of_base(passage, share, base)


def _of_base(
    passage: Passage, share: re.Pattern[str], base: re.Pattern[str]
) -> Iterator[Finding]:
    shares = [*share.finditer(passage.text)]
    bases = {whole(one["base"]) for one in base.finditer(passage.text)} if shares else set()
    if len(bases) != 1:
        return
    (number,) = bases
    for found in shares:
        yield from _judged(passage, found, whole(found["part"]), number)


CHECKS: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    fractions_and_shares_agree,
    shares_of_a_named_total_agree,
    shares_of_a_named_base_agree,
)
