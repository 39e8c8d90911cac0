"""A unit's workbook by ours, by XlsxWriter and by openpyxl: the same cells."""

from __future__ import annotations

import io
from dataclasses import dataclass
from statistics import median
from typing import TYPE_CHECKING

import openpyxl

from generator import excel, views
from generator.elections import regulation_of
from generator.sources import shipped_regulations
from generator.tables import address
from returned import SCHOOL, blank, sample_round
from timing import side_by_side
from usual_workbooks import by_openpyxl, by_xlsxwriter

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.tables import Workbook

EACH, ROUNDS = 2, 5
SHARED, OURS = "vankien, khuôn chung", "vankien, viết cả sổ"
USUAL, OTHER = "XlsxWriter", "openpyxl"
TEMPLATES = excel.Templates()


def by_template(_: Workbook) -> bytes:
    """The workbook filled into the one that all units of its layout share."""
    found = sample_round()
    congress = next(one for one in found.congresses if one.organization == SCHOOL)
    regulation = regulation_of(shipped_regulations(), found, congress)
    return TEMPLATES.render(views.election_workbook(found, congress, regulation))


WAYS: dict[str, Callable[[Workbook], bytes]] = {
    SHARED: by_template,
    OURS: excel.render,
    USUAL: by_xlsxwriter,
    OTHER: by_openpyxl,
}


@dataclass(frozen=True, slots=True)
class Made:
    """Seconds a workbook of one way, and what the file weighs."""

    name: str
    seconds: float
    size: int


@dataclass(frozen=True, slots=True)
class Workbooks:
    """How many cells were written, and what each way took."""

    cells: int
    formulas: int
    made: tuple[Made, ...]


def measured() -> Workbooks:
    """The workbook of a unit by each way; stops where one holds something else."""
    workbook = blank(SCHOOL)[0].workbook
    wanted = cells_of(workbook)
    files = {name: way(workbook) for name, way in WAYS.items()}
    for name, content in files.items():
        held = read(content)
        wrong = [at for at, value in wanted.items() if held.get(at) != value]
        assert not wrong, f"{name}: {wrong[0]}"
    timed = side_by_side([workbook] * EACH, WAYS, ROUNDS)
    made = (
        Made(name, median(one.seconds) / EACH, len(files[name])) for name, one in timed.items()
    )
    formulas = sum(str(value).startswith("=") for value in wanted.values())
    return Workbooks(len(wanted), formulas, tuple(made))


def cells_of(workbook: Workbook) -> dict[tuple[str, str], str]:
    """What each cell of a layout holds: the formula, or the value."""
    found = {
        (sheet.name, address(row, column)): cell.formula or cell.value
        for sheet in workbook.sheets
        for row, cells in enumerate(sheet.rows)
        for column, cell in enumerate(cells)
        if cell
    }
    return {at: _plain(value) for at, value in found.items() if value not in (None, "")}


def read(content: bytes) -> dict[tuple[str, str], str]:
    """The same of a file."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    return {
        (page.title, cell.coordinate): _plain(cell.value)
        for page in book.worksheets
        for row in page.iter_rows()
        for cell in row
        if cell.value is not None
    }


def _plain(value: object) -> str:
    """A formula filled down may say B5 for $B$5: the same cell."""
    return str(value).replace("$", "") if str(value).startswith("=") else str(value)
