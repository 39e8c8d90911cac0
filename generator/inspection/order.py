"""Findings in the order in which a person reads the document."""

from __future__ import annotations

from itertools import count
from typing import TYPE_CHECKING

from generator.inspection.document.values import Spot, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.inspection.document.values import Document, Paragraph
    from generator.inspection.finding import Finding

Place = tuple[int, ...]


def in_reading_order(findings: Iterable[Finding], document: Document) -> tuple[Finding, ...]:
    """The findings from the top: what is about the whole document or a section before what
    stands in it.
    """
    places = _places(document)
    return tuple(sorted(findings, key=lambda one: _place(one, places)))


def _places(document: Document) -> dict[object, int]:
    """Where paragraphs, cells, tables and sections begin, in the order of reading."""
    numbers, places = count(1), dict[object, int]()
    for section in document.sections:
        places[section.number, 0, 0, 0] = next(numbers)
        for furniture in section.furniture:
            _place_all(iter(furniture.paragraphs), numbers, places)
        _place_all(paragraphs_of(section.blocks), numbers, places)
    _place_all(iter(document.notes), numbers, places)
    return places


def _place_all(
    paragraphs: Iterator[Paragraph], numbers: Iterator[int], places: dict[object, int]
) -> None:
    for paragraph in paragraphs:
        number, spot = next(numbers), paragraph.spot
        places.setdefault(paragraph.key, number)
        if spot.words:  # without them it is the place of all that stands around
            places.setdefault(spot, number)
        for where in _around(spot):
            places.setdefault(where, number)


def _around(spot: Spot) -> tuple[tuple[int, int, int, int], ...]:
    """The cell, row, table and section of a place, the nearest first."""
    section, table = spot.section, spot.table
    return (
        (section, table, spot.row, spot.column),
        (section, table, spot.row, 0),
        (section, table, 0, 0),
        (section, 0, 0, 0),
    )


def _place(finding: Finding, places: dict[object, int]) -> Place:
    """Its paragraph and character; of one without a paragraph what it is within."""
    piece = finding.piece
    if piece and piece.paragraph.key in places:
        return places[piece.paragraph.key], piece.start
    known = (places[one] for one in (finding.spot, *_around(finding.spot)) if one in places)
    return next(known, 0), 0
