"""The list of what is checked, as docs/kiem-tra-the-thuc.md ends with it.

Written from the sentences, and from the papers that trip each check: how bad a finding was, how
sure what it rests on is. After a change: `python tests/inspection/check_page.py`.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from layout_mutations import MUTATIONS
from layout_papers import case
from test_text_findings import table
from typed import case_of, found_in

from generator.errors import Severity
from generator.errors.inspection_layout_messages import LAYOUT_MESSAGES
from generator.errors.inspection_text_messages import INSPECTION_TEXT_MESSAGES
from generator.inspection.layout import LAYOUT_CHECKS
from generator.inspection.reports.values import OBVIOUS, sureness
from generator.paper_format import PROFILES, Confidence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.finding import Finding

PAGE = Path(__file__).parents[2] / "docs" / "kiem-tra-the-thuc.md"
TITLE = "## Danh mục"
INTRODUCTION = """
Mỗi dòng là một điều được xét: mã, câu được nói (dấu … là chỗ tùy văn bản), mức, độ chắc của
căn cứ (phép tính, lịch và vết soạn thảo còn sót thì hiển nhiên). Mức và độ chắc lấy từ chính
các văn bản thử làm sai điều ấy; điều nào cũng có văn bản thử sai và văn bản gần giống mà đúng.
"""
PARTS = {"Trình bày": LAYOUT_MESSAGES, "Lời văn, con số": INSPECTION_TEXT_MESSAGES}
_VALUE = re.compile(r"\{\w+\}")
_BASIS = " Căn cứ: {source}."


def tripped() -> Iterator[Finding]:
    """Every finding of every paper that is wrong on purpose."""
    for _, wrong, _ in MUTATIONS:
        for check in LAYOUT_CHECKS:
            yield from check(case(wrong))
    for one in table():
        yield from found_in(case_of(one.lines, one.components, PROFILES[one.profile]))


def page() -> str:
    """The list in full, from its title to the end of the page."""
    levels: dict[str, set[Severity]] = defaultdict(set)
    certainty: dict[str, set[str]] = defaultdict(set)
    for one in tripped():
        levels[one.code].add(one.severity)
        certainty[one.code].add(sureness(one.source))
    lines = [TITLE, INTRODUCTION]
    for title, messages in PARTS.items():
        lines += [f"### {title}", "", "| mã | câu | mức | độ chắc |", "|---|---|---|---|"]
        for code, message in messages.items():
            said = _VALUE.sub("…", message.removesuffix(_BASIS)).replace("|", "\\|")
            sure = ", ".join(one for one in (OBVIOUS, *Confidence) if one in certainty[code])
            bad = ", ".join(one for one in Severity if one in levels[code])
            lines.append(f"| `{code}` | {said} | {bad} | {sure} |")
        lines.append("")
    return "\n".join(lines)


def main() -> None:
    """Write the list anew."""
    text = PAGE.read_text(encoding="utf-8").partition(TITLE)[0]
    PAGE.write_text(text + page(), encoding="utf-8")


if __name__ == "__main__":
    main()
