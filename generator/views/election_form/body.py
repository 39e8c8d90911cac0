"""The sheet of one body or post: its ballots, its list, who was appointed beside it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.elections import Verdict
from generator.model.election import (
    Candidate,
    Nominator,
)
from generator.tables import Cell, Input, InputKind, Look, Sheet
from generator.vietnamese import upper_first
from generator.views.election_form import ballots as b
from generator.views.election_form import counting as c
from generator.views.election_form.appointments import (
    NAME,
    NOMINATED,
    Bench,
    put_placements,
    put_signing,
)
from generator.views.election_form.counting import BallotInputs, BodyInputs, Counting
from generator.views.election_form.delegates import rounded
from generator.views.election_form.outcome import counting
from generator.views.election_form.page import (
    Page,
    Ref,
    cases,
    choice_input,
    said,
    whole_input,
    words,
    yes_no_input,
)

if TYPE_CHECKING:
    from generator.views.election_form.ballots import Figures
    from generator.views.election_form.page import Path
    from generator.views.election_form.shape import BodyShape
    from generator.views.election_form.voters import VoterRefs

ROWS_OF_A_PAGE = 74
VOTES, AGAINST, SHARE, VERDICT = range(4)
WORDS = {
    c.WON: Verdict.TRUNG_CU,
    c.ALTERNATE: Verdict.DU_KHUYET,
    c.TIED: Verdict.BANG_PHIEU,
}


@dataclass(frozen=True, slots=True)
class BodyPage:
    """The sheet of a body, its working sheet, and what others refer to."""

    body: BodyShape
    number: int
    page: Page
    counted: Counting
    figures: tuple[Figures, ...]
    voter: VoterRefs
    placed_top: int
    placements: int
    head: Ref
    footer: str

    @property
    def bottom(self) -> int:
        """The last row of the list."""
        return b.LIST_TOP + self.body.rows - 1

    def sheet(self) -> Sheet:
        """The sheet as it is written: one page, two where the list is long."""
        rows = self.page.rows()
        return Sheet(
            self.page.name,
            b.WIDTHS,
            rows,
            repeat=(b.LIST_HEADING, b.LIST_HEADING),
            frozen=0,
            repeat_columns=2,
            print_columns=b.PRINTED,
            pages_tall=1 if len(rows) <= ROWS_OF_A_PAGE else 2,
            landscape=False,
            protected=True,
            footer=self.footer,
        )


def body_page(bench: Bench, number: int) -> BodyPage:
    """The sheet of one body; what is wrong with its rows is added when all are laid out."""
    shape, desk, body = bench.shape, bench.desk, bench.shape.bodies[number]
    path: Path = ("elections", number)
    desk.fixed.append(((*path, "body"), body.id))
    page = Page(shape.sheet_names[number], b.WIDTHS)
    b.put_head(page, body, f"{shape.unit}, nhiệm kỳ {shape.term}")
    b.put_base_line(page, body, bench.voter)
    frame = b.put_frame(page, desk, body, path)
    figures = tuple(b.put_figures(page, desk, path, n) for n in range(shape.ballots))
    bottom = b.LIST_TOP + body.rows - 1
    _put_list(page, bench, number)
    placed_top = put_placements(page, bench, path, bottom + 3)
    head = put_signing(page, bench, path, placed_top + shape.placements + 1)
    inputs = _inputs(page, number, (frame, figures), bench, placed_top)
    counted = counting(f"{_WORKING} {number + 1}", inputs)
    b.put_results(page, body, counted, path)
    _put_verdicts(page, bench, counted, path)
    figures = tuple(b.put_states(page, n, one, bench.voter) for n, one in enumerate(figures))
    return BodyPage(
        body=body,
        number=number,
        page=page,
        counted=counted,
        figures=figures,
        voter=bench.voter,
        placed_top=placed_top,
        placements=shape.placements,
        head=head,
        footer=page.name,
    )


_WORKING = "Tính"


def _inputs(
    page: Page,
    number: int,
    typed: tuple[dict[str, Ref], tuple[Figures, ...]],
    bench: Bench,
    placed_top: int,
) -> BodyInputs:
    frame, figures = typed
    bottom = b.LIST_TOP + bench.shape.bodies[number].rows - 1
    planned = bench.desk.value(("elections", number, "planned_size"))
    top = b.LIST_TOP
    return BodyInputs(
        page=page,
        top=top,
        bottom=bottom,
        mode=frame["mode"],
        planned=frame["planned_size"],
        planned_now="" if planned is None else planned,
        alternates=frame.get("alternates"),
        base=bench.voter.base,
        names=page.span(top, NAME, bottom),
        name_column=NAME,
        settled_column=b.SETTLED_COLUMN,
        placed=page.span(placed_top, 1, placed_top + bench.shape.placements - 1),
        ballots=tuple(
            BallotInputs(
                kind=one.kind,
                number=one.of["number"],
                valid=one.of["valid"],
                figures=one.area,
                votes=page.span(top, left, bottom),
                votes_left=(left, left + AGAINST),
            )
            for one, left in zip(figures, b.LIST_COLUMNS, strict=True)
        ),
    )


def _put_list(page: Page, bench: Bench, number: int) -> None:
    """The list: names, where they came from, the votes of each ballot."""
    body = bench.shape.bodies[number]
    titles = {0: "TT", 1: "Họ và tên", 2: b.title_of(Candidate, "nominated_by")}
    titles |= {b.FINAL: "Kết quả", b.STATE: "Kiểm tra"}
    for n, left in enumerate(b.LIST_COLUMNS, 1):
        parts = ("Số phiếu bầu", "Không đồng ý", "Tỷ lệ (%)", "Kết quả lần")
        titles |= {
            left + k: f"{part} {n}".replace("phiếu bầu", "phiếu lần")
            for k, part in enumerate(parts)
        }
    titles[b.SETTLED_COLUMN] = b.title_of(Candidate, "settled")
    for column, title in titles.items():
        page.put(b.LIST_HEADING, column, Cell(title, Look.HEADING))
    for n in range(body.rows):
        _put_candidate(page, bench, ("elections", number, "candidates", n), b.LIST_TOP + n)


def _put_candidate(page: Page, bench: Bench, path: Path, row: int) -> None:
    desk = bench.desk
    hint = "Chọn từ trang Nhân sự, hoặc gõ họ và tên; xếp vần A, B, C như trên phiếu bầu."
    name = Input(InputKind.CHOICE, "Họ và tên", hint, bench.names, strict=False)
    sources = [str(one.value) for one in Nominator]
    nominated = choice_input(
        b.title_of(Candidate, "nominated_by"),
        "Để trống là cấp ủy triệu tập giới thiệu.",
        sources,
    )
    page.put(row, 0, Cell(row - b.LIST_TOP + 1, Look.CENTER))
    page.put(row, NAME, desk.input((*path, "name"), name))
    page.put(row, NOMINATED, desk.input((*path, "nominated_by"), nominated))
    for n, left in enumerate(b.LIST_COLUMNS):
        votes = whole_input(
            f"Số phiếu bầu, lần {n + 1}", "Để trống nếu không có trong danh sách lần này."
        )
        against = whole_input(f"Không đồng ý, lần {n + 1}", "Chỉ nhập khi phiếu có cột này.")
        page.put(row, left + VOTES, desk.input((*path, "votes", n), votes))
        page.put(row, left + AGAINST, desk.input((*path, "against", n), against))
    settled = yes_no_input(
        b.title_of(Candidate, "settled"),
        "Chọn “có” cho người được đại hội (hội nghị) quyết định công nhận khi vẫn bằng phiếu.",
    )
    page.put(row, b.SETTLED_COLUMN, desk.input((*path, "settled"), settled))


def _put_verdicts(page: Page, bench: Bench, counted: Counting, path: Path) -> None:
    """For each name and ballot the share and the result; then what all ballots mean."""
    for row in range(counted.inputs.top, counted.inputs.bottom + 1):
        own: Path = (*path, "candidates", row - counted.inputs.top)
        for n, left in enumerate(b.LIST_COLUMNS):
            votes, base = counted.votes(n, row), counted.total(c.BASE)
            live = f"AND({counted.number(n, c.LIVE)}=1,ISNUMBER({votes}))"
            part = f'IF(AND({live},N({base})>0),{rounded(votes, base, bench.shape)},"")'
            share = _shown(counted.tell(row, c.SHARES + n, part), (*own, "share", n))
            decimals = bench.shape.decimals
            page.put(row, left + SHARE, share._replace(look=Look.NUMBER, decimals=decimals))
            told = counted.tell(row, c.VERDICTS + n, _verdict(counted, (n, row), votes, base))
            verdict = _shown(told, (*own, "verdict", n))
            page.put(row, left + VERDICT, verdict._replace(look=Look.FITTED))
        final = counted.tell(row, c.FINAL, _final(counted, row))
        page.put(row, b.FINAL, _shown(final, (*own, "result")))


def _shown(told: Ref, path: Path) -> Cell:
    """What the working sheet tells of a name."""
    return Cell("", formula=f"={told}", path=path)


def _verdict(counted: Counting, at: tuple[int, int], votes: Ref, base: Ref) -> str:
    number, row = at
    code, half = counted.cell(number, c.CODE, row), counted.number(number, c.HALF)
    missing = Ref(f"(INT({base}/2)+1-{votes})")
    return cases(
        (f"{code}=0", '""'),
        *((f"{code}={n}", words(upper_first(verdict.value))) for n, verdict in WORDS.items()),
        (
            f"{code}={c.SHORT}",
            said(f"{upper_first(Verdict.KHONG_QUA_NUA.value)}, thiếu ", missing, " phiếu"),
        ),
        (f"{half}=1", words(upper_first(Verdict.HET_SO_LUONG.value))),
        otherwise=words(upper_first(Verdict.IT_PHIEU_HON.value)),
    )


def _final(counted: Counting, row: int) -> str:
    status = counted.of(row, c.STATUS)
    codes = [counted.cell(n, c.CODE, row) for n in range(len(b.LIST_COLUMNS))]
    is_open = f"AND({counted.of(row, c.LAST_CODE)}={c.TIED},{counted.total(c.OPEN)}>0)"
    return cases(
        (f"{status}={c.WON}", words("Trúng cử")),
        (f"{status}={c.ALTERNATE}", words("Trúng cử dự khuyết")),
        (is_open, words("Bằng phiếu")),
        (f"{'+'.join(codes)}>0", words("Không trúng cử")),
        otherwise='""',
    )
