"""Everybody on a list or in a body: one row a person, with what the breakdowns need."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.result import (
    AcademicTitle,
    Degree,
    Person,
    PoliticalEducation,
    Sex,
    Standing,
)
from generator.tables import Cell, Look, Sheet, address
from generator.vietnamese import month_year
from generator.views.election_form.dates import BLANK, WRONG, DayParts, day_parts, known_day
from generator.views.election_form.page import (
    Check,
    Page,
    Ref,
    cases,
    choice_input,
    computed,
    judged,
    said,
    text_input,
    words,
    yes_no_input,
)
from generator.views.election_form.shape import MOST_PEOPLE, PEOPLE
from generator.views.election_form.sorting import Sorted, sorted_names

if TYPE_CHECKING:
    from generator.tables import Input
    from generator.views.election_form.cover import Cover
    from generator.views.election_form.page import Desk
    from generator.views.election_form.shape import Shape

HEADING, TOP = 3, 4
FIELDS = {
    "name": 23.0,
    "born": 10.5,
    "sex": 6.5,
    "ethnicity": 8.5,
    "hometown": 17.0,
    "position": 24.0,
    "joined_on": 10.5,
    "degree": 11.0,
    "academic_title": 10.0,
    "political_education": 11.0,
    "standing": 10.5,
    "is_local": 8.5,
}
COLUMN = {name: n for n, name in enumerate(FIELDS, 1)}
AGE, ORDER, STATE = (len(FIELDS) + n for n in (1, 2, 3))
WIDTHS = (4.5, *FIELDS.values(), 6.5, 6.5, 44.0)
WORKING_ROW = 40  # where the working cells of people's dates begin
BORN_LEFT, JOINED_LEFT = 0, 9
# copies of a row, and what is told of it, where they are kept once for all rows
NAME_COPY, OTHERS, SEX, AGE_TOLD, STATE_TOLD = range(40, 45)
YOUNGEST, OLDEST = 18, 80
LAST_ROW = 9999
ROWS_OF_A_PAGE = 46
CHOICES = {
    "sex": Sex,
    "degree": Degree,
    "academic_title": AcademicTitle,
    "political_education": PoliticalEducation,
    "standing": Standing,
}
HINTS = {
    "name": "Họ và tên đầy đủ; các trang bầu cử chọn tên từ đây.",
    "born": "Ngày sinh 05/3/1980; chỉ biết năm thì gõ 1980.",
    "joined_on": "Ngày vào Đảng, ví dụ 03/02/2005.",
    "ethnicity": "Để trống là dân tộc Kinh.",
}


@dataclass(frozen=True, slots=True)
class People:
    """The sheet, the order of the names, and what others refer to."""

    page: Page
    count: int
    sorting: Sorted
    month: Ref
    checks: tuple[Check, ...]

    def column(self, name: str) -> Ref:
        """A column of inputs, or the ages."""
        place = AGE if name == "age" else COLUMN[name]
        return self.page.span(TOP, place, TOP + self.count - 1)

    def sheet(self) -> Sheet:
        """The sheet as it is written."""
        rows = self.page.rows()
        return Sheet(
            PEOPLE,
            WIDTHS,
            rows,
            repeat=(HEADING, HEADING),
            repeat_columns=2,
            print_columns=STATE,
            pages_tall=-(-len(rows) // ROWS_OF_A_PAGE),
            protected=True,
            footer=PEOPLE,
        )


def people(shape: Shape, desk: Desk, workings: Page, first: Cover) -> People:
    """The sheet: inputs, then age, order and what is wrong with each row."""
    page = Page(PEOPLE, WIDTHS)
    month = _head(page, shape, desk, workings, first)
    names = [page.ref(TOP + n, COLUMN["name"]) for n in range(shape.people)]
    sorting = sorted_names(names)
    for n in range(shape.people):
        _row(page, desk, n)
        _computed(page, workings, n, (sorting, month))
    return People(page, shape.people, sorting, month[0], (_check(page, shape, sorting),))


def _head(
    page: Page, shape: Shape, desk: Desk, workings: Page, first: Cover
) -> tuple[Ref, Ref]:
    """The headings; the year and the month at which ages are counted."""
    year, month = shape.age_month or (0, 0)
    known = desk.value(("closed_on",))
    day = known_day(known) if known else None
    now = (day.year, day.month) if day else (0, 0)
    given = (str(year), str(month)) if year else (first.closed.year, first.closed.month)
    values = (year, month) if year else now
    refs = [workings.put(WORKING_ROW - 2, n, computed(given[n], values[n])) for n in range(2)]
    page.put(0, 0, Cell("DANH SÁCH NHÂN SỰ", Look.TITLE, span=len(WIDTHS)))
    page.put(
        1, 0, Cell(f"{shape.unit}, nhiệm kỳ {shape.term}", Look.SUBTITLE, span=len(WIDTHS))
    )
    text = cases(
        (f"{refs[0]}=0", words("Tuổi tính đến tháng bế mạc đại hội.")),
        otherwise=said(
            "Tuổi tính đến tháng ", Ref(f'IF({refs[1]}<3,"0","")'), refs[1], "/", refs[0], "."
        ),
    )
    month_said = (
        month_year(month, year) if year else day.month_year if day else "bế mạc đại hội"
    )
    shown = f"Tuổi tính đến tháng {month_said}."
    page.put(2, 0, Cell(shown, Look.NOTE, formula=f"={text}", span=len(WIDTHS)))
    titles = ["TT", *(_title(name) for name in FIELDS), "Tuổi", "TT vần", "Kiểm tra"]
    for column, title in enumerate(titles):
        page.put(HEADING, column, Cell(title, Look.HEADING))
    return refs[0], refs[1]


def _title(name: str) -> str:
    return str(Person.model_fields[name].title)


def _takes(name: str) -> Input:
    title = _title(name)
    if name in CHOICES:
        words_of = [str(one.value) for one in CHOICES[name]]
        return choice_input(title, "Chọn trong danh sách.", words_of)
    if name == "is_local":
        return yes_no_input(title, "Chọn có hoặc không.")
    return text_input(title, HINTS.get(name, title))


def _row(page: Page, desk: Desk, n: int) -> None:
    page.put(TOP + n, 0, Cell(n + 1, Look.CENTER))
    for name, column in COLUMN.items():
        page.put(TOP + n, column, desk.input(("people", n, name), _takes(name)))


def _computed(
    page: Page, workings: Page, n: int, known: tuple[Sorted, tuple[Ref, Ref]]
) -> None:
    sorting, (year, month) = known
    row = TOP + n
    born = day_parts(workings, (WORKING_ROW + n, BORN_LEFT), page.ref(row, COLUMN["born"]))
    joined_at = page.ref(row, COLUMN["joined_on"])
    joined = day_parts(workings, (WORKING_ROW + n, JOINED_LEFT), joined_at)
    at = WORKING_ROW + n
    copies = {
        NAME_COPY: f"{sorting.name(n)}",
        OTHERS: f"COUNTA({page.span(row, COLUMN['born'], row, COLUMN['is_local'])})",
        SEX: f'IF({page.ref(row, COLUMN["sex"])}="",0,1)',
    }
    for column, expression in copies.items():
        workings.put(at, column, computed(expression, "" if column == NAME_COPY else 0))
    age = f'IF(OR({born.kind}<1,{year}=0),"",{year}-{born.year}-({born.month}>{month}))'
    told = workings.put(at, AGE_TOLD, computed(age))
    page.put(row, AGE, computed(str(told), "", Look.CENTER))
    page.put(row, ORDER, computed(sorting.order(n), "", Look.CENTER))
    state = workings.put(at, STATE_TOLD, computed(_words_of(workings, at, (born, joined))))
    page.put(row, STATE, Cell("", formula=f"={state}", alarm=True))


def _words_of(workings: Page, at: int, days: tuple[DayParts, DayParts]) -> str:
    """What is wrong with a row."""
    born, joined = days
    name, others, sex, old = (
        workings.ref(at, column) for column in (NAME_COPY, OTHERS, SEX, AGE_TOLD)
    )
    names = workings.span(WORKING_ROW, NAME_COPY, WORKING_ROW + MOST_PEOPLE - 1)
    return cases(
        (f'AND({name}="",{others}=0)', '""'),
        (f'{name}=""', words("SAI: chưa có họ và tên")),
        (
            f"SUMPRODUCT(--({names}={name}))>1",
            words("SAI: tên có hai lần; trùng tên thì ghi thêm năm sinh"),
        ),
        (f"{born.kind}={BLANK}", words("SAI: chưa có ngày sinh")),
        (f"{born.kind}={WRONG}", words("SAI: ngày sinh không có thật")),
        (f"{joined.kind}={WRONG}", words("SAI: ngày vào Đảng không có thật")),
        (f"{sex}=0", words("SAI: chưa chọn giới tính")),
        (
            f"AND({joined.kind}>0,{joined.year}<={born.year})",
            words("SAI: vào Đảng trước khi sinh"),
        ),
        (
            f"AND(ISNUMBER({old}),OR(N({old})<{YOUNGEST},N({old})>{OLDEST}))",
            words("CHÚ Ý: xem lại tuổi"),
        ),
        otherwise=words("Đạt"),
    )


def _check(page: Page, shape: Shape, sorting: Sorted) -> Check:
    return row_check(
        page.span(TOP, STATE, TOP + shape.people - 1),
        (PEOPLE, STATE, TOP),
        "Từng người: họ tên, ngày sinh, giới tính, trùng tên",
        f"{sorting.count}=0",
    )


def row_check(states: Ref, place: tuple[str, int, int], what: str, blank: str) -> Check:
    """The first row of a list that is wrong, else the first doubtful one, in its own words."""
    sheet, column, top = place
    letter = address(0, column)[:-1]

    def first(sign: str) -> tuple[str, str]:
        is_it = f'(LEFT({states},{len(sign)})="{sign}")'
        row = Ref(f"({LAST_ROW}-SUMPRODUCT(MAX({is_it}*({LAST_ROW}-ROW({states})))))")
        there = Ref(f"INDEX({states},{row}-{top})")
        return f"SUMPRODUCT(--{is_it})>0", said(there, f" (trang {sheet}, ô {letter}", row, ")")

    return Check(sheet, what, judged(blank, first("SAI"), first("CHÚ Ý")))
