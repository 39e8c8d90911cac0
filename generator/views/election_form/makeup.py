"""The breakdowns of each body: sex, ethnicity, age, education; elected and appointed apart."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.result import AcademicTitle, Degree, PoliticalEducation, Sex, Standing
from generator.statistics.ages import band_labels
from generator.tables import Cell, Look, Sheet
from generator.vietnamese import upper_first
from generator.views.election_form import counting as c
from generator.views.election_form.delegates import rounded
from generator.views.election_form.page import NO, Page, Ref, computed
from generator.views.election_form.people import COLUMN, NAME_COPY, WORKING_ROW
from generator.views.election_form.shape import MAKEUP

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.views.election_form.body import BodyPage
    from generator.views.election_form.members import Members
    from generator.views.election_form.people import People
    from generator.views.election_form.shape import Shape

HEADING, TOP = 3, 6
MOST_PORTRAIT = 10  # columns that are read on a page set upright
FLAGS_LEFT = 20  # on the working sheet: of each body elected, appointed; then minority
PER_BODY = 3
NOTE = (
    "Người được bầu và người được chỉ định (đương nhiên) tính riêng. Tỷ lệ tính trên tổng số "
    "người được bầu của từng cơ quan (dòng TỔNG SỐ); biểu theo bố cục Biểu 9A-9C hằng năm."
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its words, whether it heads others, the conditions of COUNTIFS."""

    title: str
    conditions: tuple[tuple[Ref, str], ...] = ()
    key: str = ""
    is_heading: bool = False


@dataclass(frozen=True, slots=True)
class MakeUpSheet:
    """The sheet, and where its rows stand."""

    page: Page
    rows: dict[str, int]
    columns: dict[int, int]

    def sheet(self) -> Sheet:
        """The sheet as it is written."""
        return Sheet(
            MAKEUP,
            self.page.widths,
            self.page.rows(),
            repeat=(HEADING, TOP - 1),
            protected=True,
            landscape=len(self.page.widths) > MOST_PORTRAIT,
            pages_tall=1,
            footer=MAKEUP,
        )


def makeup(
    shape: Shape, pages: Sequence[BodyPage], known: People, everybody: Members, workings: Page
) -> MakeUpSheet:
    """The sheet: a row for each criterion, three columns for each body that is no post."""
    kept = [one for one in pages if not one.body.is_post]
    page = Page(MAKEUP, (34.0, *(9.0,) * (PER_BODY * max(1, len(kept)))))
    _head(page, shape, kept)
    minority = _flags(known, kept, everybody, workings)
    rows = tuple(_rows(shape, known, minority))
    found = MakeUpSheet(
        page,
        {row.key: TOP + n for n, row in enumerate(rows) if row.key},
        {one.number: 1 + PER_BODY * n for n, one in enumerate(kept)},
    )
    for n, row in enumerate(rows):
        look = Look.GROUP if row.is_heading else Look.TEXT
        page.put(TOP + n, 0, Cell(row.title, look))
        for number, one in enumerate(kept):
            _numbers(page, shape, (TOP + n, number), (row, one, workings, known.count))
    return found


def _head(page: Page, shape: Shape, kept: Sequence[BodyPage]) -> None:
    width = len(page.widths)
    page.put(0, 0, Cell("CƠ CẤU", Look.TITLE, span=width))
    page.put(
        1, 0, Cell(f"Đại hội {shape.unit}, nhiệm kỳ {shape.term}", Look.SUBTITLE, span=width)
    )
    page.put(2, 0, Cell(NOTE, Look.NOTE, span=width))
    page.put(HEADING, 0, Cell("Tiêu chí", Look.HEADING, rows=2))
    page.put(TOP - 1, 0, Cell("1", Look.HEADING))
    for number, one in enumerate(kept):
        left = 1 + PER_BODY * number
        page.put(HEADING, left, Cell(upper_first(one.body.title), Look.HEADING, span=PER_BODY))
        for n, title in enumerate(("Được bầu", "Tỷ lệ (%)", "Chỉ định")):
            page.put(HEADING + 1, left + n, Cell(title, Look.HEADING))
        total = left + 1
        for n, text in enumerate((str(total), f"{total + 1} (={total}/TS)", str(total + 2))):
            page.put(TOP - 1, left + n, Cell(text, Look.HEADING))


def _flags(known: People, kept: Sequence[BodyPage], everybody: Members, workings: Page) -> Ref:
    """For each person whether elected to, whether appointed to each body; and minority."""
    last = FLAGS_LEFT + 2 * len(kept)
    for n in range(known.count):
        row = WORKING_ROW + n
        name = workings.ref(row, NAME_COPY)
        for number, one in enumerate(kept):
            counts = (
                everybody.is_elected(one.number, name),
                everybody.is_placed(one.number, name),
            )
            for k, count in enumerate(counts):
                expression = f'IF({name}="",0,{count})'
                workings.put(row, FLAGS_LEFT + 2 * number + k, computed(expression, 0))
        own = known.page.ref(row - WORKING_ROW + 4, COLUMN["ethnicity"])
        is_kinh = f'OR(TRIM({own})="",LOWER(TRIM({own}))="kinh")'
        workings.put(row, last, computed(f"IF({is_kinh},0,1)", 0))
    return workings.span(WORKING_ROW, last, WORKING_ROW + known.count - 1)


def _rows(shape: Shape, known: People, minority: Ref) -> Iterator[Row]:
    column = known.column
    yield Row("TỔNG SỐ", key="total")
    yield Row("Trong đó:", is_heading=True)
    yield Row("- Nữ", ((column("sex"), Sex.NU.value),), key="women")
    yield Row("- Nam", ((column("sex"), Sex.NAM.value),), key="men")
    yield Row("- Dân tộc thiểu số", ((minority, "1"),))
    yield Row(
        f"- Trẻ tuổi (dưới {shape.young_under})", ((column("age"), f"<{shape.young_under}"),)
    )
    yield Row("- Tái cử", ((column("standing"), Standing.TAI_CU.value),))
    yield Row("- Tham gia lần đầu", ((column("standing"), Standing.LAN_DAU.value),))
    yield Row("- Không phải người địa phương", ((column("is_local"), NO),))
    yield Row("1. Tuổi đời", is_heading=True)
    for n, label in enumerate(band_labels(shape.bands)):
        yield Row(
            f"- {upper_first(label)}", _band(column("age"), shape.bands, n), key=f"band{n}"
        )
    lists = (
        ("2. Trình độ chuyên môn", "degree", Degree),
        ("3. Chức danh khoa học", "academic_title", AcademicTitle),
        ("4. Trình độ lý luận chính trị", "political_education", PoliticalEducation),
    )
    for title, name, kinds in lists:
        yield Row(title, is_heading=True)
        for kind in kinds:
            yield Row(f"- {upper_first(kind.value)}", ((column(name), str(kind.value)),))
    yield Row("Chưa có trong trang Nhân sự", key="unknown")


def _band(ages: Ref, marks: tuple[int, ...], number: int) -> tuple[tuple[Ref, str], ...]:
    """The conditions of an age band: see `statistics.ages`."""
    low = ">=" if number == 1 else ">"
    lower = ((ages, f"{low}{marks[number - 1]}"),) if number else ()
    is_last = number == len(marks)
    upper = "<" if number == 0 else "<="
    higher = () if is_last else ((ages, f"{upper}{marks[number]}"),)
    return (*lower, *higher) or ((ages, ">=0"),)


def _numbers(
    page: Page, shape: Shape, at: tuple[int, int], made_of: tuple[Row, BodyPage, Page, int]
) -> None:
    (row, number), (line, one, workings, count) = at, made_of
    left = 1 + PER_BODY * number
    if line.is_heading:
        for n in range(PER_BODY):
            page.put(row, left + n, Cell(None, Look.GROUP))
        return
    totals = (one.counted.total(c.ELECTED), one.counted.total(c.PLACED))
    cells = []
    for k, total in enumerate(totals):
        flags = workings.span(WORKING_ROW, FLAGS_LEFT + 2 * number + k, WORKING_ROW + count - 1)
        cells.append(_count(line, flags, total))
    own, whole = page.ref(row, left), page.ref(TOP, left)
    share = f'IF(N({whole})>0,{rounded(own, whole, shape)},"")'
    page.put(row, left, computed(cells[0], 0, Look.NUMBER))
    page.put(row, left + 1, Cell("", Look.NUMBER, f"={share}", decimals=shape.decimals))
    page.put(row, left + 2, computed(cells[1], 0, Look.NUMBER))


def _count(line: Row, flags: Ref, total: Ref) -> str:
    if line.key == "total":
        return str(total)
    if line.key == "unknown":
        return f"MAX(0,{total}-SUM({flags}))"
    conditions = "".join(f',{area},"{value}"' for area, value in line.conditions)
    return f'COUNTIFS({flags},">0"{conditions})'
