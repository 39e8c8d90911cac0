"""Filling a table of ours: its rows are written anew, a unit's own rows stay where they are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.slots import is_mark_of, marks_of, plain, row_words
from generator.word import places
from generator.word.byte_tree import Change
from generator.word.marks import TRACKED, is_blank_row, marks_in, was_ours, words
from generator.word.rewriting import new_row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.slots import Slot
    from generator.word.byte_tree import Node
    from generator.word.places import Page


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows of a table: its heading, those that are ours, those that somebody wrote."""

    heading: Node
    ours: tuple[Node, ...]
    theirs: tuple[Node, ...]


def table_changes(page: Page, slot: Slot) -> Sequence[Change] | str:
    """What is to be changed in a table, or the code of what stands against it."""
    found = places.table(page, slot)
    if found is None:
        return "filling-no-place" if slot.rows else ()
    rows = _rows(found, slot.tag)
    against = _against(rows, slot)
    if against or rows is None:
        return against or "filling-changed"
    if slot.rows:
        return () if _says(rows, slot) else [*_written(page, rows, slot)]
    return () if rows.theirs else _gone(page, found, slot)


def _against(rows: _Rows | None, slot: Slot) -> str:
    """The code of what stands against filling a table, none where nothing does."""
    if rows is None or (rows.theirs and _is_contested(rows, slot)):
        return "filling-changed"
    wanted = max((len(row) for row in slot.rows), default=0)
    return "filling-columns" if wanted and _cells_wide(rows.heading) != wanted else ""


def _rows(table: Node, tag: str) -> _Rows | None:
    rows = [node for node in table.children if node.name == "w:tr"]
    if not rows:
        return None
    headings = [row for row in rows if _is_heading(row)] or rows[:1]
    body = [row for row in rows if row not in headings]
    ours = tuple(row for row in body if _is_ours(row, tag))
    return _Rows(headings[-1], ours, tuple(row for row in body if row not in ours))


def _is_heading(row: Node) -> bool:
    properties = row.child("w:trPr")
    mark = properties.child("w:tblHeader") if properties else None
    return mark is not None and mark.value() not in ("0", "false", "off")


def _is_ours(row: Node, tag: str) -> bool:
    if any(row.walk(*TRACKED)):
        return False
    cells = cells_of(row)
    names = (mark.attributes["w:name"] for mark in marks_in(row))
    return is_blank_row(cells) or any(is_mark_of(n, tag, row_words(cells)) for n in names)


def cells_of(row: Node) -> tuple[str, ...]:
    """The words of a row, cell by cell."""
    return tuple(words(node) for node in row.children if node.name == "w:tc")


def _cells_wide(heading: Node) -> int:
    return len([node for node in heading.children if node.name == "w:tc"])


def _is_contested(rows: _Rows, slot: Slot) -> bool:
    """Whether somebody changed a row of ours, or wrote what we are to write."""
    ours = {plain(row[1]) for row in slot.rows if len(row) > 1 and plain(row[1])}
    told = {plain(cell) for row in rows.theirs for cell in cells_of(row)}
    changed = any(was_ours(row) for row in rows.theirs)
    return changed or not rows.ours or not ours.isdisjoint(told)


def _says(rows: _Rows, slot: Slot) -> bool:
    said = [tuple(map(plain, cells_of(row))) for row in rows.ours]
    wanted = [tuple(map(plain, row)) for row in slot.rows]
    return said == wanted and all(was_ours(row) for row in rows.ours)


def _written(page: Page, rows: _Rows, slot: Slot) -> Iterable[Change]:
    """The rows of ours in place of the first one; the others of ours go."""
    model = _model(rows)
    marks = marks_of(slot.tag, map(row_words, slot.rows))
    new = b"".join(
        new_row(page, model, cells, mark) for cells, mark in zip(slot.rows, marks, strict=True)
    )
    if not rows.ours:
        yield Change(rows.heading.end, rows.heading.end, new)
        return
    first, *others = rows.ours
    yield Change(first.start, first.end, new)
    yield from (Change(row.start, row.end, b"") for row in others)


def _model(rows: _Rows) -> Node:
    """A row to look like: the last of ours, which need not stay with the one below."""
    width = _cells_wide(rows.heading)
    whole = [row for row in rows.ours if _cells_wide(row) == width]
    return whole[-1] if whole else rows.heading


def _gone(page: Page, table: Node, slot: Slot) -> Sequence[Change]:
    """A table for which there is nothing to say, taken away with its control."""
    around = page.tagged.get(slot.tag) or table
    return (Change(around.start, around.end, b""),)
