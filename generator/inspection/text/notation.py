"""Numbers as they are printed: decimal comma, thousands dot, percent without a space."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.errors import Severity
from generator.inspection.text.passages import Rule, passages, shown
from generator.paper_format import Confidence, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.inspection.anatomy import Case
    from generator.inspection.document.values import Piece
    from generator.inspection.finding import Finding

_DECIMAL = Rule(
    "text-decimal-dot",
    Source("dấu phẩy trước phần thập phân (Nghị định 86/2012/NĐ-CP, Phụ lục V)", Confidence.C),
    Severity.NOTE,
)
_THOUSANDS = Rule(
    "text-thousands-comma",
    Source("dấu chấm giữa các nhóm ba chữ số (Luật Kế toán)", Confidence.C),
    Severity.NOTE,
)
_PERCENT = Rule(
    "text-percent-space", Source("dấu % viết liền sau số (CLDR)", Confidence.C), Severity.NOTE
)
_BEGIN = r"(?<![\w.,/-])"
_DECIMAL_DOT = re.compile(
    rf"{_BEGIN}(?P<number>\d{{1,9}}\.\d{{1,2}})(?= ?%| (?:tỷ|tỉ|triệu|nghìn|ha|km|lần|tuổi)\b)"
)
_THOUSANDS_COMMA = re.compile(rf"{_BEGIN}(?P<number>\d{{1,3}}(?:,\d{{3}}){{2,4}})(?![\w,/])")
_PERCENT_SPACE = re.compile(r"(?<![\w.,/-])(?P<number>\d{1,3}(?:[.,]\d{1,4})?\s{1,3}%)")


def decimals_have_a_comma(case: Case) -> Iterator[Finding]:
    """96,67%, not 96.67%: where a dot can be no other thing."""
    return _wherever(case, _DECIMAL, _DECIMAL_DOT, lambda text: text.replace(".", ","))


def thousands_have_a_dot(case: Case) -> Iterator[Finding]:
    """1.234.567, not 1,234,567: with two commas, where one could be a decimal."""
    return _wherever(case, _THOUSANDS, _THOUSANDS_COMMA, lambda text: text.replace(",", "."))


def percents_stand_close(case: Case) -> Iterator[Finding]:
    """98,5%, not 98,5 %."""
    return _wherever(case, _PERCENT, _PERCENT_SPACE, lambda text: "".join(text.split()))


def _wherever(
    case: Case, rule: Rule, pattern: re.Pattern[str], right: Callable[[str], str]
) -> Iterator[Finding]:
    """One finding for all the places of a pattern, with what should stand there."""
    found: list[tuple[Piece, str]] = [
        (passage.piece(*at.span("number")), at["number"])
        for passage in passages(case.document)
        for at in pattern.finditer(passage.unquoted)
    ]
    if found:
        told = [f"{text} → {right(text)}" for _, text in found]
        yield rule.broken(found[0][0], {"count": str(len(found)), "examples": shown(told)})


CHECKS = (decimals_have_a_comma, thousands_have_a_dot, percents_stand_close)
