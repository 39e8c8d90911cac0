"""What is left over of the work on a document: changes, comments, tags, broken references."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from generator.errors import Severity
from generator.inspection.document.values import Piece
from generator.inspection.layout.regions import everything
from generator.inspection.layout.saying import Rule
from generator.paper_format import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.anatomy import Case
    from generator.inspection.finding import Finding

_BROKEN = re.compile(
    r"(?:Error!|Lỗi!) ?(?:Reference source not found|Bookmark not defined|No bookmark name"
    r"|Not a valid|Unknown|Không tìm thấy|Thẻ đánh dấu|Chưa xác định)[^.]*"
)
_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}|\{\{|\{%|%\}|«\w+»")


def check_changes(case: Case) -> Iterator[Finding]:
    """Tracked changes that nobody has accepted or refused, and comments."""
    for code, count in (
        ("layout-tracked-changes", case.document.changes),
        ("layout-comments", case.document.comments),
    ):
        if count:
            yield Rule(code, PLAIN, Severity.WARNING).broken(None, {"count": str(count)})


def check_broken_references(case: Case) -> Iterator[Finding]:
    """What Word prints where a reference leads nowhere."""
    yield from _left(case, _BROKEN, "layout-broken-reference")


def check_tags(case: Case) -> Iterator[Finding]:
    """Tags of a template, and fields of a mail merge, that nobody has filled in."""
    yield from _left(case, _TAG, "layout-left-tag")


def _left(case: Case, pattern: re.Pattern[str], code: str) -> Iterator[Finding]:
    for paragraph in everything(case.document):
        found = pattern.search(paragraph.text)
        if found:
            piece = Piece(paragraph, found.start(), found.end())
            yield Rule(code, PLAIN).broken(piece, {"is": found[0].strip()})
