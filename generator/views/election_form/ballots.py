"""The upper part of a body's sheet: how it came to be, its ballots in numbers, the result."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model.election import Ballot, BallotKind, Election, Mode
from generator.tables import Cell, Look, address
from generator.vietnamese import upper_first
from generator.views.election_form.page import (
    Ref,
    cases,
    choice_input,
    said,
    text_input,
    whole_input,
    words,
)

if TYPE_CHECKING:
    from generator.model import Record
    from generator.views.election_form.counting import Counting
    from generator.views.election_form.page import Desk, Page, Path
    from generator.views.election_form.shape import BodyShape
    from generator.views.election_form.voters import VoterRefs

# where the numbers of each ballot stand, and its four columns of the list
FIGURE_COLUMNS = (2, 9, 13)
LIST_COLUMNS = (3, 9, 13)
SETTLED_COLUMN = 17
FINAL, STATE = 7, 8
PRINTED = FINAL + 1  # what is wrong, and further rounds of voting, stand beside the page
WIDTHS = (
    *(4.5, 27.0, 23.0),
    *(8.5, 8.5, 8.5, 27.0, 15.0, 48.0),
    *(11.0, 9.0, 9.0, 25.0),
    *(11.0, 9.0, 9.0, 25.0, 12.0),
)
TITLE, SUBTITLE, BASE_LINE, MODE_ROW, PLANNED_ROW, ALTERNATES_ROW = range(6)
KIND_ROW = 7
FIGURES = ("number", "present", "issued", "returned", "valid", "invalid")
FIGURE_ROW = {name: KIND_ROW + 1 + n for n, name in enumerate(FIGURES)}
REASON_ROW = KIND_ROW + 1 + len(FIGURES)
RESULT_ROW = REASON_ROW + 2
RESULT_LINES = 4
LEFT_LINES = 3  # the other lines stand to the right of these
LIST_HEADING = RESULT_ROW + RESULT_LINES + 1
LIST_TOP = LIST_HEADING + 1
LATER = (
    "Chỉ nhập khi phải bầu tiếp hoặc bầu lại. Phần này không in kèm trang; muốn in thì bôi đen "
    "phần này rồi chọn In vùng đã chọn (Print Selection)."
)
HINTS = {
    "number": "Số người đại hội (hội nghị) biểu quyết bầu ở lần này.",
    "present": "Số người có quyền bầu cử có mặt khi bỏ phiếu.",
    "issued": "Số phiếu phát ra, không lớn hơn số người có mặt.",
    "returned": "Số phiếu thu vào, không lớn hơn số phiếu phát ra.",
    "valid": "Hợp lệ + không hợp lệ = thu vào.",
    "invalid": "Hợp lệ + không hợp lệ = thu vào.",
}


@dataclass(frozen=True, slots=True)
class Figures:
    """What refers to the numbers of a ballot, by the names of the model, and its kind."""

    of: dict[str, Ref]
    kind: Ref | None
    area: Ref
    states: tuple[Ref, ...] = ()


def title_of(model: type[Record], name: str) -> str:
    """The Vietnamese title of a field."""
    return str(model.model_fields[name].title)


def put_head(page: Page, body: BodyShape, about: str) -> None:
    """Whose election, of which congress."""
    page.put(TITLE, 0, Cell(f"BẦU {body.title}".upper(), Look.TITLE, span=PRINTED))
    page.put(SUBTITLE, 0, Cell(about, Look.SUBTITLE, span=PRINTED))
    later = FIGURE_COLUMNS[1]
    wide = len(WIDTHS) - later
    page.put(TITLE, later, Cell("BẦU THÊM: LẦN 2, LẦN 3", Look.TITLE, span=wide))
    page.put(SUBTITLE, later, Cell(LATER, Look.NOTE, span=wide))


def put_base_line(page: Page, body: BodyShape, voter: VoterRefs) -> None:
    """Who votes, the base of the majority, the votes that are needed."""
    who = f"{upper_first(body.voter)} bầu. "
    base = voter.base
    known = said(
        f"{who}Cơ sở tính quá nửa: ",
        base,
        "; trúng cử cần ít nhất ",
        Ref(f"(INT({base}/2)+1)"),
        " phiếu.",
    )
    unknown = f"{who}Cơ sở tính quá nửa: nhập ở trang “Người bầu cử”."
    formula = f"=IF(ISNUMBER({base}),{known},{words(unknown)})"
    page.put(BASE_LINE, 0, Cell(unknown, Look.NOTE, formula=formula, span=PRINTED))


def put_frame(page: Page, desk: Desk, body: BodyShape, path: Path) -> dict[str, Ref]:
    """How the body came to be, its planned size, alternates of the same list."""
    modes = [str(mode.value) for mode in Mode]
    inputs = {
        "mode": (
            MODE_ROW,
            choice_input(
                title_of(Election, "mode"), "Bầu, chỉ định, hay không bầu lần này.", modes
            ),
        )
    }
    inputs["planned_size"] = (
        PLANNED_ROW,
        whole_input(title_of(Election, "planned_size"), "Số lượng theo đề án đã được duyệt."),
    )
    if body.is_delegation:
        hint = "Nếu bầu chung một danh sách: số dự khuyết lấy tiếp sau số chính thức."
        inputs["alternates"] = (
            ALTERNATES_ROW,
            whole_input(title_of(Election, "alternates"), hint),
        )
    found = {}
    for name, (row, takes) in inputs.items():
        page.put(row, 0, Cell(takes.title, span=2))
        found[name] = page.put(row, 2, desk.input((*path, name), takes))
        desk.weak.add((*path, name))
    return found


def put_figures(page: Page, desk: Desk, path: Path, number: int) -> Figures:
    """The numbers of one ballot, typed by the clerk."""
    column = FIGURE_COLUMNS[number]
    own: Path = (*path, "ballots", number)
    heading = f"Lần bầu thứ {number + 1}"
    page.put(KIND_ROW - 1, column, Cell(heading, Look.HEADING, span=1 if number == 0 else 4))
    kind = _put_kind(page, desk, own, number)
    refs = {}
    for name in FIGURES:
        if number == 0:
            page.put(FIGURE_ROW[name], 0, Cell(title_of(Ballot, name), span=2))
        low = 1 if name == "number" else 0
        takes = whole_input(title_of(Ballot, name), HINTS[name], low=low)
        refs[name] = page.put(FIGURE_ROW[name], column, desk.input((*own, name), takes))
    if number == 0:
        desk.weak.add((*own, "number"))
        page.put(REASON_ROW, 0, Cell(title_of(Ballot, "invalid_reason"), span=2))
    reason = text_input(title_of(Ballot, "invalid_reason"), "Ví dụ: bầu thừa số lượng.")
    span = PRINTED - column if number == 0 else 4
    page.put(REASON_ROW, column, desk.input((*own, "invalid_reason"), reason, span=span))
    area = page.span(FIGURE_ROW["present"], column, FIGURE_ROW["invalid"])
    return Figures(refs, kind, area)


def _put_kind(page: Page, desk: Desk, own: Path, number: int) -> Ref | None:
    column = FIGURE_COLUMNS[number]
    title = title_of(Ballot, "kind")
    if number == 0:
        desk.fixed.append(((*own, "kind"), str(BallotKind.LAN_DAU.value)))
        page.put(KIND_ROW - 1, 0, Cell("Số liệu từng lần bầu", Look.HEADING, span=2))
        page.put(KIND_ROW - 1, 3, Cell("Kiểm tra lần 1", Look.HEADING, span=PRINTED - 3))
        page.put(KIND_ROW, 0, Cell(title, span=2))
        page.put(KIND_ROW, column, Cell(str(BallotKind.LAN_DAU.value), Look.CENTER))
        return None
    later = [str(kind.value) for kind in BallotKind if kind is not BallotKind.LAN_DAU]
    takes = choice_input(title, "Bầu tiếp cho đủ số lượng, hay bầu lại vì bằng phiếu.", later)
    return page.put(KIND_ROW, column, desk.input((*own, "kind"), takes, span=4))


def put_states(page: Page, number: int, figures: Figures, voter: VoterRefs) -> Figures:
    """Beside each number of a ballot what is wrong with it."""
    column = FIGURE_COLUMNS[number] + 1
    span = PRINTED - column if number == 0 else 3
    states = []
    for name, (condition, text) in _findings(figures, voter).items():
        own, place = figures.of[name], address(FIGURE_ROW[name], column - 1)
        not_whole = f'AND({own}<>"",NOT(ISNUMBER({own})))'
        expression = cases(
            (f'AND({own}="",COUNT({figures.area})=0)', '""'),
            (
                f'{own}=""',
                said(f"SAI: chưa nhập {title_of(Ballot, name).lower()}", f" (ô {place})"),
            ),
            (not_whole, words(f"SAI: ô {place} không phải là số")),
            (condition, f"{text}&{words(f' (ô {place})')}"),
            otherwise='""',
        )
        cell = Cell("", Look.TEXT, formula=f"={expression}", span=span, alarm=True)
        states.append(page.put(FIGURE_ROW[name], column, cell))
    return Figures(figures.of, figures.kind, figures.area, tuple(states))


def _findings(figures: Figures, voter: VoterRefs) -> dict[str, tuple[str, str]]:
    """For each number of a ballot the condition that it is wrong, and the words for it."""
    of = figures.of

    def more(name: str, than: Ref, what: str) -> tuple[str, str]:
        text = said(f"SAI: {title_of(Ballot, name)} ", of[name], f" lớn hơn {what} ", than)
        return f"AND(ISNUMBER({than}),{of[name]}>{than})", text.replace('"SAI: S', '"SAI: s', 1)

    total = Ref(f"({of['valid']}+{of['invalid']})")
    all_three = f"COUNT({of['valid']},{of['invalid']},{of['returned']})=3"
    sum_is_off = f"AND({all_three},{total}<>{of['returned']})"
    sum_said = said(
        "SAI: hợp lệ và không hợp lệ cộng lại là ",
        total,
        ", số phiếu thu vào là ",
        of["returned"],
    )
    return {
        "number": (f"{of['number']}<1", words("SAI: số lượng bầu phải từ 1")),
        "present": more("present", voter.convened, "số người được triệu tập"),
        "issued": more("issued", of["present"], "số người có mặt"),
        "returned": more("returned", of["issued"], "số phiếu phát ra"),
        "valid": more("valid", of["returned"], "số phiếu thu vào"),
        "invalid": (sum_is_off, sum_said),
    }


def put_results(page: Page, body: BodyShape, counted: Counting, path: Path) -> None:
    """The summary: listed, surplus, elected, unfilled, vacant, what is left to do."""
    from generator.views.election_form import counting as c  # noqa: PLC0415 - names of columns

    seats, last = counted.number(0, c.SEATS), counted.total(c.LAST)
    votes = counted.inputs.ballots[0].votes
    listed = Ref(f"COUNT({votes})")
    shown = f"{last}>0"
    surplus = f"IF({seats}>0,INT((2*({listed}-{seats})*10000+{seats})/(2*{seats}))/100,"
    pairs: tuple[tuple[str, str, str], ...] = (
        ("listed", "Số người trong danh sách", f'IF({shown},{listed},"")'),
        ("surplus", "Số dư (%)", f'{surplus}"")'),
        ("elected", "Số người trúng cử", f'IF({shown},{counted.total(c.ELECTED)},"")'),
        (
            "unfilled",
            "Còn thiếu so với số lượng bầu",
            f'IF({shown},{counted.total(c.UNFILLED)},"")',
        ),
        ("vacant", "Còn khuyết so với đề án", str(counted.total(c.VACANT))),
        ("alternate", "Trúng cử dự khuyết", f'IF({shown},{counted.total(c.ALTERNATES)},"")'),
    )
    kept = [one for one in pairs if one[0] != "alternate" or body.is_delegation]
    for n, (name, title, expression) in enumerate(kept):
        row, right = RESULT_ROW + n % LEFT_LINES, n >= LEFT_LINES
        page.put(row, 3 if right else 0, Cell(title, span=4 if right else 2))
        decimals = 2 if name == "surplus" else None
        now = counted.inputs.planned_now if name == "vacant" else ""
        cell = Cell(now, Look.TOTAL, f"={expression}", path=(*path, name), decimals=decimals)
        page.put(row, FINAL if right else 2, cell)
    page.put(RESULT_ROW + 3, 0, Cell("Việc tiếp theo", span=2))
    page.put(
        RESULT_ROW + 3,
        2,
        Cell(
            "",
            Look.GROUP,
            formula=f"={counted.total(c.STEP)}",
            span=PRINTED - 2,
            path=(*path, "step"),
        ),
    )
