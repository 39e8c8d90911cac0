"""Workbooks as units send them back: filled with invented results, put where they are read."""

from __future__ import annotations

import io
import re
import zipfile
from copy import deepcopy
from datetime import UTC, datetime
from functools import cache
from typing import TYPE_CHECKING, Any

from conftest import SAMPLE
from generator import excel, sources, views
from generator.elections import bodies_of, regulation_of
from plausible import plausible
from typist import entries_of, typed

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date
    from pathlib import Path

    from generator.model import Round
    from generator.tables import Form

FIRST_SENT = datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
SCHOOL, HOSPITAL, OFFICES, WARD = "truong-thpt", "benh-vien", "co-quan-dang", "khoa-noi"
UNITS = (SCHOOL, HOSPITAL, OFFICES, WARD)
_PROPERTIES = "docProps/core.xml"
Data = dict[str, Any]


def same(_data: Data) -> None:
    """Change nothing."""


@cache
def sample_round() -> Round:
    """The sample round, as it is shipped."""
    found = sources.load_round(SAMPLE).round
    assert found is not None
    return found


@cache
def blank(unit: str) -> tuple[Form, bytes, Data]:
    """The form of a unit, its workbook, and an invented result for it."""
    found = sample_round()
    congress = next(one for one in found.congresses if one.organization == unit)
    regulation = regulation_of(sources.shipped_regulations(), found, congress)
    form = views.election_form(found, congress, regulation, None)
    bodies = bodies_of(regulation, found, congress)
    opened, closed = _days(unit)
    data = plausible(congress, bodies, opened, closed)
    for ballot in (one for election in data["elections"] for one in election["ballots"]):
        ballot["invalid_reason"] = "bầu quá số lượng (SỐ LIỆU THỬ)"
    return form, excel.render(form.workbook), data


def _days(unit: str) -> tuple[date, date]:
    congress = next(one for one in sample_round().congresses if one.organization == unit)
    time = congress.known_time
    opened = time.opening or datetime(2026, 12, 15, tzinfo=UTC).date()
    return opened, time.closing or opened


def filled(unit: str, change: Callable[[Data], None] = same) -> bytes:
    """The workbook of a unit with its result typed in."""
    form, content, data = blank(unit)
    changed = deepcopy(data)
    change(changed)
    return typed(content, entries_of(form, changed))


def send(folder: Path, name: str, content: bytes, saved: datetime = FIRST_SENT) -> Path:
    """Put a file among the results of a round, saved at a moment."""
    path = folder / "results" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(saved_at(content, saved))
    return path


def saved_at(content: bytes, moment: datetime) -> bytes:
    """An Office file that says of itself when it was saved."""
    said = f">{moment:%Y-%m-%dT%H:%M:%SZ}</dcterms:modified>"
    return with_parts(
        content,
        lambda name, text: (
            re.sub(r">[^<]*</dcterms:modified>", said, text) if name == _PROPERTIES else text
        ),
    )


def of_unit(content: bytes, unit: str, other: str) -> bytes:
    """The same workbook as if it were that of another unit: its stamp says so."""
    return with_parts(content, lambda _name, text: text.replace(f">{unit}<", f">{other}<"))


def with_parts(content: bytes, change: Callable[[str, str], str]) -> bytes:
    """The file with its XML parts changed."""
    buffer = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as source,
        zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for info in source.infolist():
            part = source.read(info)
            if info.filename.endswith(".xml"):
                part = change(info.filename, part.decode()).encode()
            target.writestr(info, part)
    return buffer.getvalue()
