"""What a loop or a condition may leave empty, taken away; every cell keeps a paragraph.

Word calls a table without rows, a row without cells or a cell without a paragraph unreadable.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_MARKS = r"(?:\s*<w:(?:bookmarkStart|bookmarkEnd|proofErr)\b[^>]*/>)*\s*"
_CELL_WITHOUT_PARAGRAPH = re.compile(
    rf"((?:<w:tc(?: [^>]*)?>|</w:tcPr>|<w:tcPr/>|</w:tbl>){_MARKS})</w:tc>"
)
# what a loop or a condition left empty, and where each begins
_EMPTY = re.compile(
    r"<w:sdtContent>\s*</w:sdtContent>\s*</w:(?P<sdt>sdt)>"
    r"|(?:</w:tblGrid>|<w:tblGrid/>)\s*</w:(?P<tbl>tbl)>"
    r"|(?:<w:tr(?: [^>]*)?>|</w:trPr>|<w:trPr/>)\s*</w:(?P<tr>tr)>"
)


def needs_repair(levels: Iterable[str]) -> bool:
    """Whether a page could come out with something empty, whatever its values are.

    What is empty on a page is empty in the template at one level of its loops and conditions,
    where those inside are taken away (see `nesting.levels`).
    """
    return any(_EMPTY.search(one) or _CELL_WITHOUT_PARAGRAPH.search(one) for one in levels)


def repaired(text: str) -> str:
    """The text without empty tables, rows and controls; every cell has its paragraph."""
    while (shorter := _without_empty(text)) != text:
        text = shorter
    return _CELL_WITHOUT_PARAGRAPH.sub(r"\1<w:p/></w:tc>", text)


def _without_empty(text: str) -> str:
    kept: list[str] = []
    end = 0
    for found in _EMPTY.finditer(text):
        begins = (f"<w:{found.lastgroup}>", f"<w:{found.lastgroup} ")
        start = max(text.rfind(begin, end, found.end()) for begin in begins)
        kept.append(text[end:start])
        end = found.end()
    return "".join([*kept, text[end:]])
