"""Filling the places of ours in a paper that a unit has written in; nothing else changes.

Every other part stays byte for byte, and every other element of the body. What the unit wrote
in a place of ours stays too, and is said. A second run with the same values changes nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.errors import Place, Problem, Severity
from generator.slots import SlotKind, plain, written
from generator.word import places
from generator.word.byte_tree import Change, changed
from generator.word.marks import is_ours, marks_in, was_ours, words
from generator.word.package import DOCUMENT, read_parts, write_parts
from generator.word.rewriting import added, removed, rewritten
from generator.word.table_filling import table_changes

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from generator.slots import Slot
    from generator.word.byte_tree import Node
    from generator.word.places import Page


@dataclass(frozen=True, slots=True)
class Filled:
    """The paper with its places filled, and those that could not be, each with the reason."""

    content: bytes
    problems: tuple[Problem, ...]


def fill(content: bytes, name: str, values: Iterable[Slot]) -> bytes:
    """The paper with its places filled; a place that is gone or changed stays as it is."""
    return filled(content, name, values).content


def filled(content: bytes, name: str, values: Iterable[Slot]) -> Filled:
    """The paper with its places filled, and a warning for each that could not be."""
    parts = read_parts(content)
    page = places.page_of(parts[DOCUMENT])
    changes: list[Change] = []
    problems: list[Problem] = []
    for slot in values:
        done = _changes(page, slot)
        if isinstance(done, str):
            said = {"title": slot.title}
            problems.append(Problem(done, (), said, Severity.WARNING, Place(name)))
        else:
            changes += done
    if changes:
        body = changed(parts[DOCUMENT], changes)
        content = write_parts({**parts, DOCUMENT: body})
    return Filled(content, tuple(problems))


def _changes(page: Page, slot: Slot) -> Sequence[Change] | str:
    """What is to be changed for a slot, or the code of what stands against it."""
    if slot.kind == SlotKind.TABLE:
        return table_changes(page, slot)
    if not slot.lines:
        return ()
    return _in_line(page, slot) if slot.kind == SlotKind.WORDS else _lines(page, slot)


def _in_line(page: Page, slot: Slot) -> Sequence[Change] | str:
    control = places.inline_control(page, slot)
    inside = control.child("w:sdtContent") if control else None
    if control is None or inside is None:
        return "filling-no-place"
    if plain(words(inside)) == plain(slot.lines[0]):
        return ()
    if not is_ours(inside, slot.tag, words(inside)):
        return "filling-changed"
    (line,) = written(slot.tag, slot.lines[:1])
    return (*rewritten(page, inside, line), *_no_longer_asks(control))


def _lines(page: Page, slot: Slot) -> Sequence[Change] | str:
    found = places.paragraphs(page, slot)
    ours = [one for one in found if is_ours(one, slot.tag, words(one))]
    theirs = [one for one in found if one not in ours]
    if not found:
        return "filling-no-place"
    if _is_said(ours, slot) or (not ours and _says(theirs, slot)):
        return ()
    if not ours or any(was_ours(one) for one in theirs):
        return "filling-changed"
    return [*_written(page, ours, slot)]


def _written(page: Page, ours: Sequence[Node], slot: Slot) -> Iterator[Change]:
    """The lines in place of the first paragraph of ours; the others of ours go."""
    first, *others = ours
    line, *more = written(slot.tag, slot.lines)
    yield from rewritten(page, first, line)
    yield from added(page, first, more)
    for one in others:
        yield from removed(one)
    if control := page.tagged.get(slot.tag):
        yield from _no_longer_asks(control)


def _is_said(ours: Sequence[Node], slot: Slot) -> bool:
    """Whether our paragraphs say already what is to be said, and bear our marks."""
    return bool(ours) and _says(ours, slot) and all(marks_in(one) for one in ours)


def _says(paragraphs: Sequence[Node], slot: Slot) -> bool:
    """Whether the paragraphs say already what is to be said."""
    return [plain(words(one)) for one in paragraphs] == [plain(line) for line in slot.lines]


def _no_longer_asks(control: Node) -> Iterable[Change]:
    """The control without the sign that it only shows a prompt."""
    properties = control.child("w:sdtPr")
    asking = properties.child("w:showingPlcHdr") if properties else None
    return (Change(asking.start, asking.end, b""),) if asking else ()
