"""The charts that a leader looks at, each over figures of the tables."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.statistics import ScopeKind
from generator.tables import Area, Cell, Chart, ChartKind, Look, Series, Sheet, address
from generator.views.roll_up.page import as_of, head

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.views.roll_up.page import Book

    Row = tuple[Cell | None, ...]
    Part = tuple[str, tuple[str, ...], tuple[tuple[str, tuple[Cell, ...]], ...]]

SHEET = "Biểu đồ"
WIDTHS = (34.0, 12.0, 12.0, 12.0, 12.0, 12.0, 12.0)
SPACE = 20  # rows that a chart covers
TOTAL, WHOLE = "Cộng", "Cả đợt"


def chart_sheet(book: Book, tables: Sequence[Sheet]) -> Sheet:
    """Progress by tier; the make-up, the ages, the votes of each body."""
    by_name = {sheet.name: sheet for sheet in tables}
    top = head(book, "Biểu đồ", ("", ""), len(WIDTHS))
    whole, bodies = _tiers(book), _bodies(book)
    drawn = (
        ("Tiến độ", "Tiến độ đại hội", (4, 5, 7), whole),
        ("Cơ cấu", "Cơ cấu người trúng cử (%)", (4, 11, 14, 17), bodies),
        ("Độ tuổi", "Độ tuổi người trúng cử (người)", _bands(book), bodies),
        ("Số phiếu", "Tỷ lệ phiếu của người trúng cử (%)", (2, 6, 4), bodies),
    )
    rows: list[Row] = list(top)
    charts: list[Chart] = []
    blocks: list[int] = []
    for name, title, columns, wanted in drawn:
        part = _part(by_name[name], title, columns, wanted)
        if part:
            blocks.append(len(rows))
            charts.append(_placed(part, rows))
    return Sheet(
        SHEET,
        WIDTHS,
        tuple(rows),
        landscape=False,
        footer=f"Biểu đồ; {as_of(book.rollup)}",
        blocks=tuple(blocks),
        charts=tuple(charts),
    )


def _tiers(book: Book) -> tuple[str, ...]:
    """The rows of the progress that are drawn: the whole and the tiers."""
    return (WHOLE, *(scope.label for scope in book.rollup.of(ScopeKind.CAP)))


def _bodies(book: Book) -> tuple[str, ...]:
    """The bodies whose figures are drawn: neither posts nor delegations."""
    found = book.rollup.whole.bodies
    return tuple(one.title for one in found if not (one.is_post or one.is_delegation))


def _bands(book: Book) -> tuple[int, ...]:
    return tuple(range(3, 3 + 2 * (len(book.rollup.age_bands) + 1), 2))


def _part(
    sheet: Sheet, title: str, columns: Sequence[int], wanted: Sequence[str]
) -> Part | None:
    """The figures of a chart: of the whole and the tiers, or the row "Cộng" of each body."""
    start = sheet.repeat[1] + 1 if sheet.repeat else 0
    headings = sheet.rows[start - 2]
    found = [
        (name, tuple(_linked(sheet, line, 1 + column) for column in columns))
        for name, line in _lines(sheet, start)
        if name in wanted
    ]
    first = [pair for n, pair in enumerate(found) if pair[0] not in [f[0] for f in found[:n]]]
    names = tuple(_words(headings[1 + column]) for column in columns)
    return (title, names, tuple(first)) if first else None


def _lines(sheet: Sheet, start: int) -> Iterator[tuple[str, int]]:
    """The rows of a table by name; a row "Cộng" is named by what it is the total of."""
    group = WHOLE
    for line, row in enumerate(sheet.rows[start:], start=start):
        if row and row[0] and row[0].look is Look.GROUP:
            group = _words(row[0])
        name = _words(row[1]) if len(row) > 1 else ""
        if name:
            yield group if name == TOTAL else name, line


def _words(cell: Cell | None) -> str:
    return str(cell.value) if cell and cell.value is not None else ""


def _linked(sheet: Sheet, line: int, column: int) -> Cell:
    cell = sheet.rows[line][column]
    formula = f"='{sheet.name}'!{address(line, column)}"
    value = cell.value if cell else None
    return Cell(value, Look.NUMBER, formula, decimals=cell.decimals if cell else None)


def _placed(part: Part, rows: list[Row]) -> Chart:
    """Write the figures of a chart and leave room for it below them."""
    title, names, found = part
    rows.append((Cell(title, Look.SUBTITLE, span=len(WIDTHS)),))
    rows.append((Cell("", Look.HEADING), *(Cell(name, Look.HEADING) for name in names)))
    first = len(rows)
    rows += [(Cell(label), *cells) for label, cells in found]
    last = len(rows) - 1
    chart = Chart(
        ChartKind.COLUMNS,
        title,
        tuple(
            Series(
                name,
                Area(SHEET, first, 0, last, 0),
                Area(SHEET, first, column, last, column),
            )
            for column, name in enumerate(names, start=1)
        ),
        row=len(rows) + 1,
        column=0,
        width=760,
        height=340,
    )
    rows += [(None,)] * SPACE
    return chart
