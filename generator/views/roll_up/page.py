"""A sheet of totals: its head, its table row by row, what is missing said, its foot."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.regulation import Rounding
from generator.statistics import ScopeKind, State
from generator.tables import Cell, Look, Sheet
from generator.vietnamese import short_date, upper_first
from generator.views.plan import title_of
from generator.views.roll_up.measures import FIRST, Place, cells, label

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import Any

    from generator.model import Round
    from generator.statistics import RollUp, Scope
    from generator.views.roll_up.measures import Measure
    from generator.views.roll_up.source import Source
    from generator.views.roll_up.topics import Topic

    Row = tuple[Cell | None, ...]

DESIGN = "Biểu do chương trình thiết kế, không phải mẫu ban hành."
SIGNED_AFTER, SIGNED_OVER = 5, 4  # columns before the signature, columns under it
SHOWN = 5  # names in a note; the rest is in the list of its own
DECIMALS = 2
ABSENT_SHEET = "Chưa tổng hợp"
KIND_TITLES = {
    ScopeKind.CAP: "Theo cấp",
    ScopeKind.NHOM: "Theo nhóm (đại hội thuộc nhiều nhóm tính ở từng nhóm)",
    ScopeKind.CAP_TREN: "Theo cấp trên trực tiếp",
}


@dataclass(frozen=True, slots=True)
class Book:
    """What every sheet is made from."""

    found: Round
    rollup: RollUp
    units: Source
    congresses: Source
    codes: Mapping[ScopeKind, Mapping[str, int]]

    @property
    def decimals(self) -> int:
        """How many decimals a share has."""
        given = self.found.election.share_decimals
        return DECIMALS if given is None else given

    @property
    def cut(self) -> bool:
        """Whether shares are cut, not rounded."""
        return self.found.election.share_rounding is Rounding.CUT


def topic_sheet(book: Book, topic: Topic, number: int) -> Sheet:
    """A table of totals as a sheet."""
    widths = (5.0, 32.0, *(one.width for one in topic.measures))
    top = head(book, topic.title, (f"Biểu số: {number}", f"Đvt: {topic.counted}"), len(widths))
    top += [note(text, len(widths)) for text in topic.notes]
    start = len(top) + 2
    body = list(_body(book, topic, start))
    rows = (*top, *_headings(topic.measures), *body, *foot(book, len(widths)))
    return Sheet(
        topic.sheet,
        widths,
        rows,
        repeat=(len(top), len(top) + 1),
        footer=f"{upper_first(topic.title)}; {as_of(book.rollup)}",
        blocks=(start, *_blocks(body, start)),
        repeat_columns=FIRST,
    )


def _blocks(body: Sequence[Row], start: int) -> Iterator[int]:
    """The rows that begin a part of the table; the last part keeps the foot with it."""
    for line, row in enumerate(body):
        title = row[0]
        if line and title and title.span > 1:
            yield start + line


def as_of(rollup: RollUp) -> str:
    """The day of the figures: "Số liệu đến ngày 05/12/2026"."""
    return f"Số liệu đến ngày {short_date(rollup.as_of)}"


def head(book: Book, title: str, corner: tuple[str, str], columns: int) -> list[Row]:
    """Issuer in two lines, number and unit of the table, title, day, what is missing."""
    found = book.found
    above = found.superior(found.head)
    issuers = (above.full_name.upper() if above else "", found.head.committee.upper())
    right = max(FIRST + 1, columns - 3)
    left = [_across(issuer, corner[i], right, columns) for i, issuer in enumerate(issuers)]
    lines = (
        (title.upper(), Look.TITLE),
        (upper_first(title_of(found)), Look.SUBTITLE),
        (f"({as_of(book.rollup)})", Look.SUBTITLE),
    )
    centred: list[Row] = [(Cell(text, look, span=columns),) for text, look in lines]
    return [
        *left,
        *centred,
        *(note(text, columns) for text in gaps(book.rollup)),
        _design(columns),
    ]


def _across(left: str, right: str, at: int, columns: int) -> Row:
    row: list[Cell | None] = [None] * columns
    row[0] = Cell(left or None, Look.PLAIN, span=at)
    row[at] = Cell(right, Look.PLAIN, span=columns - at)
    return tuple(row)


def _design(columns: int) -> Row:
    return note(DESIGN, columns)


def note(text: str, columns: int) -> Row:
    """A line of words over the whole table."""
    return (Cell(text, Look.NOTE, span=columns),)


def gaps(rollup: RollUp) -> tuple[str, ...]:
    """What the totals do not hold: how far the round is, who is missing, who is left out."""
    done = rollup.whole.progress
    first = f"Tổng hợp từ {done.counted}/{done.due} đại hội phải tổ chức."
    return (
        first,
        *_named(rollup, State.CHUA_CO, "Chưa có kết quả"),
        *_named(rollup, State.LOAI, "Có kết quả nhưng chưa đưa vào tổng hợp"),
    )


def _named(rollup: RollUp, state: State, words: str) -> Iterator[str]:
    units = [line.unit for line in rollup.lines if line.state is state]
    if units:
        rest = len(units) - SHOWN
        more = f" và {rest} đơn vị khác (trang {ABSENT_SHEET})" if rest > 0 else ""
        yield f"{words} ({len(units)}): {', '.join(units[:SHOWN])}{more}."


def _headings(measures: Sequence[Measure]) -> tuple[Row, Row]:
    titles = ("TT", "Nội dung", *(one.title for one in measures))
    numbers = ("A", "B", *(label(n, one) for n, one in enumerate(measures, start=1)))
    return (
        tuple(Cell(title, Look.HEADING) for title in titles),
        tuple(Cell(words, Look.DAY_HEADING) for words in numbers),
    )


def _body(book: Book, topic: Topic, start: int) -> Iterator[Row]:
    """The rows of the table; `start` is how many rows of the sheet stand above."""
    line = start
    for title, pairs in _tables(book, topic):
        columns = FIRST + len(topic.measures)
        if title:
            line += 1
            yield (Cell(title, Look.GROUP, span=columns),)
        for row in _scopes(book, topic, pairs, line):
            line += 1
            yield row
    if line == start:
        yield (Cell("Không có số liệu.", Look.TEXT, span=FIRST + len(topic.measures)),)


def _tables(
    book: Book, topic: Topic
) -> Iterator[tuple[str, tuple[str, list[tuple[Scope, Any]]]]]:
    """A part for each body that the topic speaks of, or one part of congresses."""
    scopes = book.rollup.scopes
    if topic.is_for is None:
        yield "", ("", _telling([(scope, scope) for scope in scopes]))
        return
    for totals in book.rollup.whole.bodies:
        if topic.is_for(totals):
            known = [(scope, scope.body(totals.body)) for scope in scopes]
            yield totals.title, (totals.body, _telling([(s, t) for s, t in known if t]))


def _telling(pairs: list[tuple[Scope, Any]]) -> list[tuple[Scope, Any]]:
    """Without the breakdowns into one part only: they say what the whole says."""
    parts = Counter(scope.kind for scope, _ in pairs)
    return [one for one in pairs if parts[one[0].kind] > 1 or one[0].kind is ScopeKind.TAT_CA]


def _scopes(
    book: Book, topic: Topic, table: tuple[str, list[tuple[Scope, Any]]], line: int
) -> Iterator[Row]:
    body, pairs = table
    last: ScopeKind | None = None
    number = 0
    for scope, totals in pairs:
        if scope.kind in KIND_TITLES and scope.kind is not last:
            line += 1
            number = 0
            yield _kind_row(scope.kind, FIRST + len(topic.measures))
        last = scope.kind
        line += 1
        place = _place(book, topic, body, scope, line)
        yield _row(topic, place, totals, number := number + 1)


def _kind_row(kind: ScopeKind, columns: int) -> Row:
    return (Cell(KIND_TITLES[kind], Look.SAMPLE, span=columns),)


def _place(book: Book, topic: Topic, body: str, scope: Scope, line: int) -> Place:
    source = book.units if topic.is_for else book.congresses
    superior = (scope.key,) if scope.kind is ScopeKind.CAP_TREN else ()
    return Place(
        source=source,
        rows=source.blocks[body, *superior],
        scope=scope,
        code=book.codes[scope.kind][scope.key],
        line=line,
        decimals=book.decimals,
        cut=book.cut,
    )


def _row(topic: Topic, place: Place, totals: Any, number: int) -> Row:
    whole = place.scope.kind is ScopeKind.TAT_CA
    look = Look.TOTAL if whole else Look.NUMBER
    title = Cell("Cộng" if whole else place.scope.label, Look.GROUP if whole else Look.TEXT)
    first = Cell(None if whole else number, look if whole else Look.CENTER)
    return first, title, *cells(topic.measures, totals, place, look)


def foot(book: Book, columns: int) -> tuple[Row, ...]:
    """Who made the table, who signs it."""
    place = book.found.place_name(book.found.head)
    day = f"{place}, ngày      tháng      năm {book.rollup.as_of.year}"
    pairs = (
        ("", day, Look.NOTE),
        ("NGƯỜI LẬP BIỂU", "TRƯỞNG BAN", Look.SUBTITLE),
        (
            "(Ký, ghi rõ họ và tên; số điện thoại)",
            "(Ký, đóng dấu, ghi rõ họ và tên)",
            Look.NOTE,
        ),
    )
    at = max(FIRST + 1, min(columns // 2, FIRST + SIGNED_AFTER))
    span = min(SIGNED_OVER, columns - at)
    rows: list[Row] = [(None,)]
    for left, right, look in pairs:
        row: list[Cell | None] = [None] * columns
        row[0] = Cell(left or None, look, span=FIRST)
        row[at] = Cell(right, look, span=span)
        rows.append(tuple(row))
    return tuple(rows)
