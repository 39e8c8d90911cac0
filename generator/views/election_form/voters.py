"""Who elects: how many were convened, who is not counted, the base of the majority."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model import CongressKind
from generator.model.election import Voter
from generator.model.regulation import Deduction
from generator.model.result import Assembly
from generator.tables import Cell, Look, Sheet, address
from generator.vietnamese import upper_first
from generator.views.election_form.dates import day_in_words, day_parts
from generator.views.election_form.page import (
    Check,
    Page,
    Ref,
    computed,
    judged,
    said,
    text_input,
    whole_input,
    words,
)
from generator.views.election_form.shape import MEETING, VOTERS

if TYPE_CHECKING:
    from generator.views.election_form.cover import Cover
    from generator.views.election_form.page import Desk
    from generator.views.election_form.shape import Shape

LABEL_WIDTH, WIDTH = 40.0, 32.0
HEADING = 3
HELD, IN_WORDS, CONVENED, FIRST_LESS = (HEADING + n for n in range(1, 5))
BASE = FIRST_LESS + len(Deduction)
NEEDED, STATE = BASE + 1, BASE + 2
MEMBERS, DELEGATES = "members", "delegates"


@dataclass(frozen=True, slots=True)
class VoterRefs:
    """What refers to the numbers of one voter."""

    convened: Ref
    base: Ref


@dataclass(frozen=True, slots=True)
class Voters:
    """The sheet, and what others refer to."""

    page: Page
    of: dict[Voter, VoterRefs]
    checks: tuple[Check, ...]

    def sheet(self) -> Sheet:
        """The sheet as it is written."""
        page = self.page
        return Sheet(VOTERS, page.widths, page.rows(), protected=True, footer=VOTERS)


def voters(shape: Shape, desk: Desk, workings: Page, first: Cover) -> Voters:
    """The sheet: a column for each voter, a row for each number."""
    count = len(shape.voters)
    page = Page(VOTERS, (LABEL_WIDTH, *(WIDTH,) * count))
    _labels(page, shape, count)
    found, checks = {}, []
    for number, voter in enumerate(shape.voters):
        column = number + 1
        path = ("assemblies", number)
        desk.fixed.append(((*path, "voter"), str(voter.value)))
        page.put(HEADING, column, Cell(upper_first(voter.value), Look.HEADING))
        held = page.put(
            HELD,
            column,
            desk.input((*path, "held_on"), text_input(_title("held_on"), DAY_HINT)),
        )
        day = day_parts(workings, (2 + number, 0), held)
        page.put(IN_WORDS, column, Cell("", formula=f"={day_in_words(day)}", alarm=True))
        one = _Column(page, shape, desk, column, voter, first)
        refs = one.numbers()
        found[voter] = refs
        checks.append(one.check(refs, day.kind))
    return Voters(page, found, tuple(checks))


DAY_HINT = "Ngày họp, ví dụ 20/02/2025; nhiều ngày thì ghi ngày bầu."


def _title(name: str) -> str:
    return str(Assembly.model_fields[name].title)


def _labels(page: Page, shape: Shape, count: int) -> None:
    page.put(0, 0, Cell("NGƯỜI BẦU CỬ", Look.TITLE, span=count + 1))
    page.put(1, 0, Cell(f"{shape.unit}, nhiệm kỳ {shape.term}", Look.SUBTITLE, span=count + 1))
    note = (
        "Quá nửa tính trên số người được triệu tập, sau khi trừ những người quy chế cho trừ; "
        f"không tính trên số phiếu. Căn cứ: {_grounds(shape)}."
    )
    page.put(2, 0, Cell(note, Look.NOTE, span=count + 1))
    labels = {
        HEADING: "Nội dung",
        HELD: _title("held_on"),
        IN_WORDS: "",
        CONVENED: _title("convened"),
        BASE: "Cơ sở tính quá nửa",
        NEEDED: "Trúng cử cần",
        STATE: "Kiểm tra",
    }
    labels |= {
        FIRST_LESS + n: f"Trừ: {_title(one.value)[:1].lower()}{_title(one.value)[1:]}"
        for n, one in enumerate(Deduction)
    }
    for row, text in labels.items():
        page.put(row, 0, Cell(text, Look.HEADING if row == HEADING else Look.TEXT))


def _grounds(shape: Shape) -> str:
    """What the bases rest on, each named once."""
    names = {
        MEMBERS: "đại hội đảng viên",
        DELEGATES: "đại hội đại biểu",
        MEETING: "hội nghị",
    }
    return "; ".join(f"{names[name]}: {text}" for name, text in shape.base_sources.items())


@dataclass(slots=True)
class _Column:
    page: Page
    shape: Shape
    desk: Desk
    column: int
    voter: Voter
    first: Cover

    @property
    def of_members(self) -> str:
        """The condition that all members are convened, not delegates."""
        kind, members = self.first.kind, words(CongressKind.DANG_VIEN.value)
        if self.shape.kind == CongressKind.DANG_VIEN.value:
            return f'OR({kind}={members},{kind}="")'
        return f"{kind}={members}"

    def numbers(self) -> VoterRefs:
        """The inputs, then what follows from them."""
        path = ("assemblies", self.column - 1)
        hint = "Số người được triệu tập (không phải số có mặt)."
        takes = whole_input(_title("convened"), hint)
        convened = self.page.put(
            CONVENED, self.column, self.desk.input((*path, "convened"), takes)
        )
        for n, one in enumerate(Deduction):
            self.page.put(FIRST_LESS + n, self.column, self._deduction(one))
        expression = f'IF(ISNUMBER({convened}),MAX(0,{convened}-{self._excluded()}),"")'
        cell = computed(expression)
        base = self.page.put(
            BASE, self.column, Cell(cell.value, Look.TOTAL, cell.formula, path=(*path, "base"))
        )
        needed = (
            f'IF(ISNUMBER({base}),{said("ít nhất ", Ref(f"(INT({base}/2)+1)"), " phiếu")},"")'
        )
        self.page.put(NEEDED, self.column, computed(needed, "", Look.TOTAL))
        return VoterRefs(convened, base)

    def _deduction(self, one: Deduction) -> Cell:
        less = self.shape.less
        path = ("assemblies", self.column - 1, str(one.value))
        takes = whole_input(_title(one.value), "Chỉ trừ người đã tính trong số được triệu tập.")
        if self.voter is not Voter.DAI_HOI:
            used = one.value in less[MEETING]
            return self.desk.input(path, takes) if used else Cell("x", Look.OFF)
        conditions = {
            (True, True): "",
            (True, False): f"=NOT({self.of_members})",
            (False, True): f"={self.of_members}",
            (False, False): "=1=1",
        }
        muted = conditions[one.value in less[MEMBERS], one.value in less[DELEGATES]]
        return self.desk.input(path, takes, muted=muted)

    def _excluded(self) -> str:
        """The sum of what is not counted."""

        def total(rule: str) -> str:
            rows = [
                FIRST_LESS + n
                for n, one in enumerate(Deduction)
                if one in self.shape.less[rule]
            ]
            refs = ",".join(self.page.ref(row, self.column) for row in rows)
            return f"SUM({refs})" if refs else "0"

        if self.voter is not Voter.DAI_HOI:
            return total(MEETING)
        return f"IF({self.of_members},{total(MEMBERS)},{total(DELEGATES)})"

    def check(self, refs: VoterRefs, day_kind: Ref) -> Check:
        """What is wrong with the numbers of this voter, beneath them too."""
        excluded = Ref(self._excluded())
        typed = self.page.span(CONVENED, self.column, BASE - 1)
        place = f" (trang {VOTERS}, ô {address(CONVENED, self.column)})"
        expression = judged(
            f'{refs.convened}=""',
            (
                f"COUNTA({typed})<>COUNT({typed})+{self._unused()}",
                words(f"SAI: có ô không phải là số{place}"),
            ),
            (f"{refs.convened}=0", words(f"SAI: số người được triệu tập là 0{place}")),
            (
                f"{excluded}>{refs.convened}",
                said(
                    "SAI: số được trừ ",
                    excluded,
                    " lớn hơn số được triệu tập ",
                    refs.convened,
                    place,
                ),
            ),
            (
                f"{day_kind}=0",
                words(f"SAI: ngày họp không phải là ngày có thật (trang {VOTERS})"),
            ),
        )
        cell = computed(expression, "Chưa nhập")
        ref = self.page.put(
            STATE, self.column, Cell(cell.value, formula=cell.formula, alarm=True, lines=2)
        )
        return Check(VOTERS, f"Số người bầu cử: {self.voter.value}", ref)

    def _unused(self) -> int:
        """How many cells hold the mark that they do not apply."""
        if self.voter is Voter.DAI_HOI:
            return 0
        return sum(one not in self.shape.less[MEETING] for one in Deduction)
