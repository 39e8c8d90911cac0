"""What forms of one layout share, with marks for what a unit calls its own.

A layout takes far longer than a form to write or to read: it is made once for all who share it.
"""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.tables import Filling, Stamp
from generator.views.election_form.dates import known_day
from generator.views.election_form.layout import laid_out, stamped
from generator.views.election_form.shape import FORM, VERSION, shape_from

if TYPE_CHECKING:
    from collections.abc import Mapping

    from generator.tables import Workbook
    from generator.views.election_form.page import Path, Value
    from generator.views.election_form.shape import Shape

    Given = Mapping[Path, Value]

UNIT_MARK, DUE_MARK, CONGRESS_MARK = "\ue000", "\ue001", "\ue002"
QUOTED_UNIT_MARK = "\ue003"  # the unit as the text of the shape has it, between quotes
DAY_MARKS = {("opened_on",): "\ue010", ("closed_on",): "\ue020"}  # each with marks of its parts


def common_stamp(stamp: Stamp) -> tuple[Stamp, dict[str, str]]:
    """The stamp that all forms of one layout share; what its marks stand for.

    Raises ValueError where it is not one of ours.
    """
    shape = shape_from(stamp.shape)
    common = _common(shape, UNIT_MARK).text()
    own = {UNIT_MARK: shape.unit, DUE_MARK: shape.due, CONGRESS_MARK: stamp.congress}
    return replace(stamp, congress=CONGRESS_MARK, shape=common), {common: stamp.shape, **own}


def filling(shape: Shape, round_: str, congress: str, given: Given) -> Filling:
    """The workbook of a form as what it shares with others, and what is its own."""
    common, known, marks = _common(shape, UNIT_MARK), dict(given), _day_marks(given)
    text = _common(shape, QUOTED_UNIT_MARK).text()
    stamp = Stamp(FORM, VERSION, round_, CONGRESS_MARK, text)
    quoted = json.dumps(shape.unit, ensure_ascii=False)[1:-1]
    own: dict[str, str | int] = {UNIT_MARK: shape.unit, QUOTED_UNIT_MARK: quoted}
    own |= {DUE_MARK: shape.due} if shape.due else {}
    own |= {CONGRESS_MARK: congress}
    for path, mark in marks.items():
        own |= dict(zip(map(str, known_day(mark)), known_day(given[path]), strict=True))
        known[path] = mark

    def shared() -> Workbook:
        return stamped(common, stamp, known).workbook

    def whole() -> Workbook:
        return laid_out(shape, round_, congress, given).workbook

    key = json.dumps((VERSION, round_, text, list(known.items())), ensure_ascii=False)
    return Filling(key, tuple(own.items()), shared, whole)


def _common(shape: Shape, unit: str) -> Shape:
    return replace(shape, unit=unit, due=DUE_MARK if shape.due else "")


def _day_marks(given: Given) -> dict[Path, str]:
    """The mark of each day that is known; of a congress of one day both have the first."""
    found: dict[Path, str] = {}
    by_day: dict[Value, str] = {}
    for path, mark in DAY_MARKS.items():
        if path in given:
            found[path] = by_day.setdefault(given[path], mark)
    return found
