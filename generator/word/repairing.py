"""What a loop or a condition may leave empty, taken away; every cell keeps a paragraph.

Word calls a table without rows, a row without cells or a cell without a paragraph unreadable.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ROW_END = "</w:tc></w:tr>"
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


def in_rows(texts: Iterable[str]) -> Iterator[str]:
    """The same as `repaired` makes of all texts together, in pieces.

    Each piece ends with a row that has a cell: such a row stays, and so does all that it stands
    in, so that nothing is empty on both sides of the cut.
    """
    held = ""
    for text in texts:
        whole, cut, held = (held + text).rpartition(_ROW_END)
        if cut:
            yield repaired(whole + cut)
    yield repaired(held)


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
