"""What a sheet's own XML says that its values do not: formulas, errors, hidden rows, locks.

The parts are searched as bytes: making objects of a whole workbook takes far longer, and each
form that comes back is full of formulas.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape
from typing import TYPE_CHECKING

from generator.tables import position

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Spot = tuple[int, int]  # row and column from 0
_ATTRIBUTE = re.compile(rb"""([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')""")
_FORMULA = re.compile(
    rb"""<(?:\w+:)?c\b[^>]*?\br=["']([A-Z]{1,3}[0-9]{1,7})["'][^>]*>\s*<(?:\w+:)?f[\s/>]"""
)
# a pattern that begins with a plain text is found many times faster: Excel writes so
_PLAIN_FORMULA = re.compile(rb"""<c r="([A-Z]{1,3}[0-9]{1,7})"[^>]*><f[\s/>]""")
_ANY_FORMULA = (re.compile(rb"<f[\s/>]"), re.compile(rb":f[\s/>]"))
_ERROR = re.compile(  # typed or pasted; one that a formula made is told as a formula
    rb"""<(?:\w+:)?c\b([^>]*\bt=["']e["'][^>]*)>\s*<(?:\w+:)?v>([^<]*)<"""
)
_HIDDEN = re.compile(rb"""<(?:\w+:)?(row|col)\b([^>]*\bhidden=["'](?:1|true)["'][^>]*)>""")
_LOCKED = re.compile(rb"""[<:]sheetProtection\b[^>]*\bsheet=["'](?:1|true)""")
_SAYS_ERROR, _SAYS_HIDDEN = (b't="e"', b"t='e'"), (b'hidden="', b"hidden='")
_SHEET = re.compile(rb"<(?:\w+:)?sheet\b([^>]*)>")
_LINK = re.compile(rb"<(?:\w+:)?Relationship\b([^>]*)>")
LAST_COLUMN = 16_384
KNOWN = 1 << 15  # addresses whose place is remembered


@dataclass(frozen=True, slots=True)
class Oddities:
    """What is odd in one sheet; `is_clear` is False where a cell does not say where it is."""

    formulas: set[Spot] = field(default_factory=set)
    errors: dict[Spot, str] = field(default_factory=dict)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)
    is_locked: bool = False
    is_clear: bool = True


def oddities(part: bytes) -> Oddities:
    """What is odd in the XML of a sheet."""
    count = sum(len(one.findall(part)) for one in _ANY_FORMULA)
    cells = _PLAIN_FORMULA.findall(part)
    formulas = set(map(_place, cells if len(cells) == count else _FORMULA.findall(part)))
    errors = {}
    if _says(part, _SAYS_ERROR):
        found = _ERROR.finditer(part)
        errors = {_spot(one[1]): unescape(one[2].decode()) for one in found}
    rows, columns = _hidden(part) if _says(part, _SAYS_HIDDEN) else (set(), set())
    clear = (-1, -1) not in errors and -1 not in rows
    clear = clear and len(formulas) == count
    return Oddities(formulas, errors, rows, columns, _is_locked(part), clear)


def _says(part: bytes, texts: Iterable[bytes]) -> bool:
    return any(text in part for text in texts)


def _is_locked(part: bytes) -> bool:
    start = part.find(b"sheetProtection") - 1
    return start >= 0 and bool(_LOCKED.search(part, start))


@lru_cache(maxsize=KNOWN)
def _place(cell: bytes) -> Spot:
    return position(cell.decode())


def _hidden(part: bytes) -> tuple[set[int], set[int]]:
    """The rows and the columns that are hidden."""
    rows: set[int] = set()
    columns: set[int] = set()
    for kind, attributes in _HIDDEN.findall(part):
        said = _attributes(attributes)
        if kind == b"row":
            rows.add(_whole(said.get("r", "")) - 1)
        else:
            columns |= _columns(said)
    return rows, columns


def sheet_parts(frame: bytes, links: bytes) -> Iterator[tuple[str, str]]:
    """The names of the sheets, in their order, each with the name of its part."""
    targets = {said.get("Id", ""): said.get("Target", "") for said in _all(_LINK, links)}
    for said in _all(_SHEET, frame):
        way = next((value for key, value in said.items() if key.endswith(":id")), "")
        target = targets.get(way, "")
        yield said.get("name", ""), target[1:] if target.startswith("/") else f"xl/{target}"


def _all(wanted: re.Pattern[bytes], part: bytes) -> Iterator[dict[str, str]]:
    return (_attributes(found[1]) for found in wanted.finditer(part))


def _attributes(text: bytes) -> dict[str, str]:
    found = ((name, first or second) for name, first, second in _ATTRIBUTE.findall(text))
    return {name.decode(): unescape(value.decode()) for name, value in found}


def _spot(attributes: bytes) -> Spot:
    return position(_attributes(attributes).get("r", ""))


def _columns(said: dict[str, str]) -> set[int]:
    first = _whole(said.get("min", "1"))
    last = min(_whole(said.get("max", "1")), LAST_COLUMN)
    return set(range(first - 1, last))


def _whole(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0
