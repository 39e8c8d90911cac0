"""The sheets that name: who was not elected, what is missing; and the data sheets."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.statistics import State
from generator.tables import Cell, Look, Sheet, address
from generator.views.roll_up.page import ABSENT_SHEET, as_of, foot, head, note
from generator.views.roll_up.source import DATA_TOP, UNITS

if TYPE_CHECKING:
    from generator.statistics import NotElected, UnitSummary
    from generator.views.roll_up.page import Book
    from generator.views.roll_up.source import Source

    Row = tuple[Cell | None, ...]

PERCENT = 100
REPEATED = 2  # columns of a data sheet that print on each page
LOST = (
    ("TT", 5.0),
    ("Họ và tên", 24.0),
    ("Đơn vị", 32.0),
    ("Cơ quan, chức danh", 22.0),
    ("Nguồn giới thiệu", 24.0),
    ("Tái ứng cử", 8.0),
    ("Số phiếu", 8.0),
    ("Cơ sở tính quá nửa (người)", 10.0),
    ("Tỷ lệ so với cơ sở tính (%)", 10.0),
    ("Còn thiếu (phiếu)", 9.0),
)
ABSENT = (
    ("TT", 5.0),
    ("Đơn vị", 44.0),
    ("Tình trạng", 24.0),
    ("Số đại hội", 10.0),
    ("Lý do, văn bản", 64.0),
)
DATA_NOTE = (
    "Mỗi dòng một cơ quan, chức danh của một đại hội. Mọi biểu cộng từ trang này: không sắp "
    "xếp lại, không thêm bớt dòng; muốn sửa số thì bỏ bảo vệ trang (không có mật khẩu)."
)
CONGRESS_NOTE = (
    "Mỗi dòng một đại hội trong kế hoạch. Biểu Tiến độ và biểu Đại biểu cộng từ trang này: "
    "không sắp xếp lại, không thêm bớt dòng."
)
DATA_PAGES = 5


def lost_sheet(book: Book, number: int) -> Sheet:
    """Everybody on a list who was not elected, with the votes."""
    held = [
        (unit, body.title, one)
        for unit in book.rollup.units
        for body in unit.bodies
        for one in body.not_elected
    ]
    columns = len(LOST)
    title = "Người có trong danh sách bầu nhưng không trúng cử"
    top = head(book, title, (f"Biểu số: {number}", "Đvt: Người"), columns)
    top.append(note("Số phiếu của lần bầu cuối cùng mà người đó có tên.", columns))
    rows = [_lost(n, *one, line=len(top) + 1 + n) for n, one in enumerate(held, start=1)]
    total = _count_row(len(rows), len(top) + 2, columns)
    rows = rows or [(Cell("Không có.", Look.TEXT, span=columns),)]
    headings: Row = tuple(Cell(title, Look.HEADING) for title, _ in LOST)
    return Sheet(
        "Không trúng cử",
        tuple(width for _, width in LOST),
        (*top, headings, *rows, total, *foot(book, columns)),
        repeat=(len(top), len(top)),
        footer=f"{title}; {as_of(book.rollup)}",
    )


def _lost(number: int, unit: UnitSummary, body: str, one: NotElected, *, line: int) -> Row:
    row = line - 1
    formula = f"={address(row, 6)}*{PERCENT}/{address(row, 7)}" if one.base else None
    percent = one.votes * PERCENT / one.base if one.base else None
    return (
        Cell(number, Look.CENTER),
        Cell(one.name),
        Cell(unit.unit),
        Cell(body),
        Cell(one.nominated_by),
        Cell("x" if one.re_standing else None, Look.CENTER),
        Cell(one.votes, Look.NUMBER),
        Cell(one.base, Look.NUMBER),
        Cell(percent, Look.NUMBER, formula, decimals=2),
        Cell(one.missing, Look.NUMBER),
    )


def _count_row(count: int, first: int, columns: int) -> Row:
    """How many names the list has; `first` is its first line on the sheet."""
    area = f"{address(first - 1, 1)}:{address(first - 1 + max(count, 1) - 1, 1)}"
    formula = f"=COUNTA({area})" if count else None
    rest = [Cell(None, Look.TOTAL) for _ in range(columns - 3)]
    return (
        Cell(None, Look.TOTAL),
        Cell("Cộng", Look.GROUP),
        Cell(count, Look.TOTAL, formula),
        *rest,
    )


def absent_sheet(book: Book, number: int) -> Sheet:
    """Every congress whose figures are not in the totals, and why."""
    lines = [line for line in book.rollup.lines if line.state is not State.TONG_HOP]
    columns = len(ABSENT)
    title = "Đại hội chưa có trong số liệu tổng hợp"
    top = head(book, title, (f"Biểu số: {number}", "Đvt: Đại hội"), columns)
    rows: list[Row] = [
        (
            Cell(n, Look.CENTER),
            Cell(line.unit),
            Cell(str(line.state)),
            Cell(line.size, Look.NUMBER),
            Cell(line.note or None),
        )
        for n, line in enumerate(lines, start=1)
    ]
    rows = rows or [(Cell("Không có.", Look.TEXT, span=columns),)]
    headings: Row = tuple(Cell(title, Look.HEADING) for title, _ in ABSENT)
    return Sheet(
        ABSENT_SHEET,
        tuple(width for _, width in ABSENT),
        (*top, headings, *rows, *foot(book, columns)),
        repeat=(len(top), len(top)),
        footer=f"{title}; {as_of(book.rollup)}",
    )


def _beside(words: Cell) -> Row:
    """Words right of the columns that print on each page: there they would be cut."""
    return (*(None,) * REPEATED, words)


def data_sheet(book: Book, source: Source) -> Sheet:
    """A data sheet: locked, so that its rows stay where the totals look for them."""
    is_units = source.sheet == UNITS
    title = "Số liệu từng đơn vị" if is_units else "Các đại hội của đợt"
    columns = len(source.fields)
    wide = min(columns, 12) - REPEATED
    top: list[Row] = [
        _beside(Cell(title.upper(), Look.SUBTITLE, span=wide)),
        _beside(Cell(f"({as_of(book.rollup)})", Look.NOTE, span=wide)),
        _beside(Cell(DATA_NOTE if is_units else CONGRESS_NOTE, Look.NOTE, span=wide)),
        tuple(Cell(one.title, Look.HEADING) for one in source.fields),
        tuple(Cell(n, Look.DAY_HEADING) for n in range(1, columns + 1)),
    ]
    return Sheet(
        source.sheet,
        tuple(one.width for one in source.fields),
        (*top, *source.cells()),
        repeat=(DATA_TOP - 2, DATA_TOP - 1),
        protected=True,
        footer=f"{title}; {as_of(book.rollup)}",
        repeat_columns=REPEATED,
        pages_wide=DATA_PAGES if is_units else 3,
    )
