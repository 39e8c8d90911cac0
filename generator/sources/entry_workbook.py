"""The workbook in which a clerk types a round: sheets laid out as `round_layout` says."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.model.election import BODIES
from generator.sources import round_layout as layout
from generator.sources.regulation_file import shipped_regulations
from generator.sources.round_fields import NO, YES, Takes
from generator.tables import (
    Cell,
    Input,
    InputKind,
    Look,
    Sheet,
    Workbook,
    column_letters,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from generator.sources.round_layout import Entry, Layout, Table, Way

Row = tuple[Cell | None, ...]
Data = dict[str, Any]

TITLE = "Dữ liệu của đợt đại hội"
REQUIRED = "Bắt buộc. "
GENERAL_WIDTHS = (38.0, 44.0, 34.0, 52.0)
NUMBER_WIDTH, MAX_WIDTH, PAGE_WIDTH = 6.0, 60.0, 170.0
HEADING_ROW = 2  # of a sheet of rows: title, what to do, headings, sample, data
FIRST_ROW = HEADING_ROW + 2
BANNER_COLUMNS = 6
MIN_ROWS, SPARE_ROWS = 25, 20
ROWS = {"organizations": 100, "congresses": 100, "elections": 100, "report_outline": 60}
WIDTHS: Mapping[Takes, float] = {
    Takes.TEXT: 24.0,
    Takes.CHOICE: 20.0,
    Takes.REFERENCE: 18.0,
    Takes.COUNT: 12.0,
    Takes.COUNTS: 18.0,
    Takes.FLAG: 12.0,
    Takes.DAY: 14.0,
    Takes.MONTH: 16.0,
    Takes.PARTIAL: 16.0,
    Takes.TIME: 30.0,
    Takes.TERM: 14.0,
    Takes.LEVEL: 8.0,
}
NARROW_WIDTH, NARROW = 18.0, ("id", "number", "marker", "symbol")
WIDE = ("subject", "title", "heading", "dossier", "extra_recipients")
ROWS_NOTE = "Ghi từ dòng sau dòng mẫu. Chọn một ô để xem cách ghi."
GIVEN_NOTE = "Chỉ ghi cơ quan, chức danh chưa có sẵn, hoặc khác dòng có sẵn (ghi cùng mã)."
GUIDE_LINES = (
    "1. Chỉ gõ vào ô màu vàng. Ô khác đã khóa để không đổi nhầm tên cột, tên mục.",
    "2. Ghi trang Các cấp và trang Tổ chức đảng trước: các trang khác chọn mã khai ở đó.",
    "3. Mã do anh chị đặt: chữ thường không dấu, ví dụ tan-lap. Mỗi đơn vị một mã.",
    "4. Dòng “Mẫu” chỉ để xem cách ghi, không được đọc. Ghi từ dòng ngay sau dòng mẫu.",
    "5. Tên cột, tên mục có dấu * là bắt buộc; còn lại không có thì để trống.",
    "6. Hồ sơ, đề cương báo cáo, thời hạn đã điền sẵn theo lệ thường: sửa theo đợt của mình.",
    "7. Trang Các cuộc bầu cử: biết số lượng bầu thì ghi, chưa biết thì để trống cả đơn vị ấy.",
    "    Trang Cơ quan, chức danh: các dòng “Có sẵn” không phải ghi lại, chỉ ghi thêm.",
    "8. Ngày gõ như vẫn viết; 03/4 luôn là ngày 03 tháng 4. Thời gian đại hội có các cách ghi:",
    "    20, 21/02/2025 · 21 - 23/5/2025 · dự kiến từ 03/01 đến 10/01/2025 · chiều 24/02/2026",
    "    tháng 4/2025 · quý I/2025 · trước 30/6/2025 · chưa xác định",
    "9. Không gộp ô, không dùng công thức. Dán từ tệp khác thì Dán giá trị (Paste Values).",
    "10. Hết dòng trống thì bỏ bảo vệ trang (Review, Unprotect Sheet; không có mật khẩu)",
    "    rồi ghi tiếp ở dưới; mọi dòng đều được đọc.",
    "11. Lưu lại, rồi chạy: vankien check THƯ_MỤC. Mọi lỗi báo cùng lúc, nêu rõ trang và ô.",
)


def entry_workbook(data: Data, sample: Data) -> Workbook:
    """The workbook with this data in it, and the rows of a sample that are not read."""
    shape = layout.round_layout()
    tables = (_table_sheet(shape, table, data, sample) for table in shape.tables)
    return Workbook(TITLE, (_guide(), _general(shape, data, sample), *tables))


def _guide() -> Sheet:
    rows: list[Row] = [(Cell(TITLE, Look.TITLE),), (None,)]
    rows += [(Cell(line, Look.PLAIN),) for line in GUIDE_LINES]
    return Sheet(layout.GUIDE, (110.0,), tuple(rows), protected=True)


def _general(shape: Layout, data: Data, sample: Data) -> Sheet:
    labels = (layout.LABEL, layout.VALUE, layout.EXAMPLE, layout.EXPLANATION)
    rows: list[Row] = [
        (Cell(layout.GENERAL, Look.TITLE, span=4), None, None, None),
        tuple(Cell(label, Look.HEADING) for label in labels),
    ]
    for group in shape.groups:
        rows.append((Cell(group.title, Look.GROUP, span=4), None, None, None))
        rows += [_line(shape, entry, data, sample) for entry in group.entries]
    return Sheet(layout.GENERAL, GENERAL_WIDTHS, tuple(rows), repeat=(0, 1), protected=True)


def _line(shape: Layout, entry: Entry, data: Data, sample: Data) -> Row:
    return (
        Cell(entry.label, Look.TEXT),
        _input(shape, entry, _at(data, entry.way)),
        Cell(_shown(_at(sample, entry.way)), Look.SAMPLE),
        Cell(_prompt(entry), Look.TEXT),
    )


def _prompt(entry: Entry) -> str:
    return f"{REQUIRED if entry.required else ''}{entry.hint}".strip()


def _table_sheet(shape: Layout, table: Table, data: Data, sample: Data) -> Sheet:
    columns = table.columns
    filled, samples = list(_rows(table, data)), list(_rows(table, sample))
    count = max(len(filled) + SPARE_ROWS, ROWS.get(_name(table), MIN_ROWS))
    empty: tuple[Any, ...] = (None,) * len(columns)
    own = [len(entry.way) < 2 for entry in columns]  # noqa: PLR2004 - not of a record within
    example = max(samples, key=lambda row: _fullness(row, own), default=empty)
    blank = [empty] * (count - len(filled))
    rows = [
        _banner(table.name, Look.TITLE, len(columns)),
        _banner(GIVEN_NOTE if _given(table) else ROWS_NOTE, Look.NOTE, len(columns)),
        (Cell(layout.NUMBER, Look.HEADING), *(Cell(e.label, Look.HEADING) for e in columns)),
        _told(layout.SAMPLE, example),
        *(_told(layout.GIVEN, values) for values in _given(table)),
    ]
    for number, values in enumerate([*filled, *blank], start=1):
        inputs = (_input(shape, e, v) for e, v in zip(columns, values, strict=True))
        rows.append((Cell(number, Look.CENTER), *inputs))
    widths = (NUMBER_WIDTH, *map(_width, columns))
    return Sheet(
        table.name,
        widths,
        tuple(rows),
        repeat=(HEADING_ROW, HEADING_ROW),
        protected=True,
        repeat_columns=2,
        pages_wide=max(1, round(sum(widths) / PAGE_WIDTH)),
    )


def _name(table: Table) -> str:
    """What the list of a sheet is called in the data."""
    return table.way[-1] if table.way else ""


def _told(mark: str, values: Iterable[Any]) -> Row:
    """A row that is shown and not read."""
    return (Cell(mark, Look.SAMPLE), *(Cell(_shown(value), Look.SAMPLE) for value in values))


def _given(table: Table) -> list[tuple[Any, ...]]:
    """The rows of what every round knows without typing it."""
    if _name(table) != BODIES:
        return []
    known = shipped_regulations().model_dump(mode="json", exclude_none=True)[BODIES]
    return [tuple(_values(table.columns, body, None)) for body in known]


def _fullness(values: tuple[Any, ...], counted: list[bool]) -> int:
    return sum(
        value is not None for value, counts in zip(values, counted, strict=True) if counts
    )


def _banner(text: str, look: Look, columns: int) -> Row:
    covered = min(columns, BANNER_COLUMNS)
    return (Cell(text, look, span=covered + 1), *(None,) * covered)


def _rows(table: Table, data: Data) -> Iterator[tuple[Any, ...]]:
    """The values of a sheet, row by row."""
    if table.way:
        for lead, record in _led(table, data):
            yield tuple(_values(table.columns, record, lead))
        return
    lists = [_at(data, entry.way) or [] for entry in table.columns]
    for i in range(max(map(len, lists))):
        yield tuple(items[i] if i < len(items) else None for items in lists)


def _led(table: Table, data: Data) -> Iterator[tuple[Any, Data]]:
    """The records of a sheet, each with its level, or with the record that it belongs to."""
    if not table.owner:
        yield from _records(_at(data, table.way) or [], table.inner)
        return
    *way, name = table.way
    for outer in _at(data, tuple(way)) or []:
        for record in outer.get(name, []):
            yield outer[table.owner], record


def _records(records: list[Data], inner: str, level: int = 1) -> Iterator[tuple[int, Data]]:
    """The records with their levels, each followed by those within it."""
    for record in records:
        yield level, record
        yield from _records(record.get(inner, []), inner, level + 1)


def _values(columns: tuple[Entry, ...], record: Data, lead: Any) -> Iterator[Any]:
    """The values of a row; `lead` is that of the column that is no field of the record."""
    many = [entry.way for entry in columns if entry.many]
    seen: dict[Way, int] = dict.fromkeys(many, 0)
    for entry in columns:
        if entry.many:
            seen[entry.way] += 1
            last = seen[entry.way] == many.count(entry.way)
            yield _part(_at(record, entry.way) or [], seen[entry.way], last=last)
        else:
            yield _at(record, entry.way) if entry.way else lead


def _part(items: list[str], number: int, *, last: bool) -> str | None:
    """The n-th value of a list; the last column takes all that are left."""
    part = items[number - 1 :] if last else items[number - 1 : number]
    return layout.SEPARATOR.join(part) or None


def _at(data: Any, way: Way) -> Any:
    """The value at a way, None where there is none."""
    for step in way:
        data = data.get(step) if isinstance(data, dict) else None
    return data


def _shown(value: Any) -> str | int | None:
    if isinstance(value, bool):
        return YES if value else NO
    if isinstance(value, list):
        return layout.SEPARATOR.join(map(str, value))
    return value if isinstance(value, str | int) else None


def _input(shape: Layout, entry: Entry, value: Any) -> Cell:
    kind, choices = _kind(shape, entry)
    needed = entry.required
    given = Input(kind, entry.heading, _prompt(entry), choices, required=needed)
    return Cell(_shown(value), Look.INPUT, input=given)


def _kind(shape: Layout, entry: Entry) -> tuple[InputKind, tuple[str, ...] | str]:
    if entry.takes is Takes.REFERENCE:
        return InputKind.CHOICE, _ids(shape, entry.refers)
    if entry.choices:
        return InputKind.CHOICE, entry.choices
    whole = entry.takes in (Takes.COUNT, Takes.LEVEL)
    return (InputKind.WHOLE if whole else InputKind.TEXT), ()


def _ids(shape: Layout, name: str) -> str:
    """The cells of a sheet in which the ids of a list are typed."""
    table = next(table for table in shape.tables if _name(table) == name)
    number = next(i for i, entry in enumerate(table.columns) if entry.way == ("id",))
    column = column_letters(number + 1)
    last = FIRST_ROW + len(_given(table)) + ROWS.get(name, MIN_ROWS)
    return f"='{table.name}'!${column}${FIRST_ROW + 1}:${column}${last}"


def _width(entry: Entry) -> float:
    name = entry.way[-1] if entry.way else ""
    if name in WIDE:
        return MAX_WIDTH
    return NARROW_WIDTH if name in NARROW else WIDTHS[entry.takes]
