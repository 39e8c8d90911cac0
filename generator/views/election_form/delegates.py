"""The make-up of those who attended, as the credentials report has it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model import CongressKind
from generator.model.election import Voter
from generator.model.result import Delegates
from generator.statistics.ages import band_labels
from generator.tables import Cell, Look, Sheet, address
from generator.views.election_form.page import (
    FINE,
    NOT_YET,
    Check,
    Page,
    Ref,
    judged,
    said,
    text_input,
    whole_input,
    words,
)
from generator.views.election_form.shape import DELEGATES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.views.election_form.cover import Cover
    from generator.views.election_form.page import Desk, Path
    from generator.views.election_form.shape import Shape
    from generator.views.election_form.voters import Voters

WIDTHS = (5.0, 46.0, 16.0, 14.0, 46.0)
TOP = 4
TEXTS = ("youngest", "oldest")
BANDS = "age_bands"


@dataclass(frozen=True, slots=True)
class Line:
    """A row: its path in the data, its title, where it stands."""

    path: Path
    title: str
    row: int


@dataclass(frozen=True, slots=True)
class Attendance:
    """The sheet, and what others refer to."""

    page: Page
    lines: tuple[Line, ...]
    checks: tuple[Check, ...]

    def sheet(self) -> Sheet:
        """The sheet as it is written."""
        rows = self.page.rows()
        return Sheet(
            DELEGATES,
            WIDTHS,
            rows,
            repeat=(TOP - 1, TOP - 1),
            protected=True,
            landscape=False,
            pages_tall=1,
            footer=DELEGATES,
        )


def attendance(shape: Shape, desk: Desk, first: Cover, assemblies: Voters) -> Attendance:
    """The sheet: a row for each number, its share of those present beside it."""
    page = Page(DELEGATES, WIDTHS)
    page.put(0, 0, Cell("ĐẠI BIỂU DỰ ĐẠI HỘI", Look.TITLE, span=len(WIDTHS)))
    page.put(
        1, 0, Cell(f"{shape.unit}, nhiệm kỳ {shape.term}", Look.SUBTITLE, span=len(WIDTHS))
    )
    note = (
        "Đại hội đảng viên: “đại biểu” ở trang này là đảng viên dự đại hội. "
        "Tỷ lệ tính trên số có mặt. Số nào không thống kê thì để trống."
    )
    page.put(2, 0, Cell(note, Look.NOTE, span=len(WIDTHS)))
    for column, title in enumerate(("TT", "Nội dung", "Số lượng", "Tỷ lệ (%)", "Kiểm tra")):
        page.put(TOP - 1, column, Cell(title, Look.HEADING))
    lines = tuple(_lines(shape))
    for number, line in enumerate(lines, 1):
        _put_line(page, desk, shape, (number, line, lines))
    found = _Numbers(page, {line.path: line.row for line in lines})
    checks = tuple(found.checks(shape, first, assemblies))
    return Attendance(page, lines, checks)


def _lines(shape: Shape) -> Iterator[Line]:
    row = TOP
    for name, field in Delegates.model_fields.items():
        if name != BANDS:
            yield Line(("delegates", name), str(field.title), row)
            row += 1
            continue
        for n, label in enumerate(band_labels(shape.bands)):
            yield Line(("delegates", BANDS, n), f"{field.title}: {label}", row)
            row += 1


def _put_line(
    page: Page, desk: Desk, shape: Shape, placed: tuple[int, Line, tuple[Line, ...]]
) -> None:
    number, line, lines = placed
    row = line.row
    page.put(row, 0, Cell(number, Look.CENTER))
    page.put(row, 1, Cell(line.title))
    if line.path[-1] in TEXTS:
        takes = text_input(line.title, "Họ và tên, ngày sinh.")
        page.put(row, 2, desk.input(line.path, takes, span=2)._replace(lines=2))
        page.put(row, 4, Cell(None))
        return
    page.put(row, 2, desk.input(line.path, whole_input(line.title, "Số người.")))
    present = page.ref(lines[1].row, 2)
    own = page.ref(row, 2)
    share = f'IF(AND(ISNUMBER({own}),N({present})>0),{rounded(own, present, shape)},"")'
    shown = row > lines[1].row
    page.put(
        row,
        3,
        Cell("", Look.NUMBER, formula=f"={share}", decimals=shape.decimals)
        if shown
        else Cell(None),
    )
    whole = page.ref(lines[0].row, 2)  # some count delegates as they were convened
    over = said("SAI: lớn hơn số được triệu tập ", whole)
    wrong = f'IF(AND(ISNUMBER({own}),ISNUMBER({whole}),N({own})>N({whole})),{over},"")'
    page.put(row, 4, Cell("", formula=f"={wrong}", alarm=True) if shown else Cell(None))


def rounded(part: str, whole: str, shape: Shape) -> str:
    """A share in percent, rounded on whole numbers as the regulation says."""
    scale = 10**shape.decimals
    if shape.cut:
        return f"INT({part}*{100 * scale}/{whole})/{scale}"
    return f"INT((2*{part}*{100 * scale}+{whole})/(2*{whole}))/{scale}"


@dataclass(slots=True)
class _Numbers:
    page: Page
    rows: dict[Path, int]

    def ref(self, name: str) -> Ref:
        return self.page.ref(self.rows["delegates", name], 2)

    def cell(self, name: str) -> str:
        return f"(trang {DELEGATES}, ô {address(self.rows['delegates', name], 2)})"

    def checks(self, shape: Shape, first: Cover, assemblies: Voters) -> Iterator[Check]:
        """What must add up."""
        convened, present = self.ref("convened"), self.ref("present")
        meeting = assemblies.of.get(Voter.DAI_HOI)
        findings = [
            (
                f"{present}>{convened}",
                said(
                    "SAI: số có mặt ",
                    present,
                    " lớn hơn số được triệu tập ",
                    convened,
                    " ",
                    self.cell("present"),
                ),
            )
        ]
        if meeting:
            differs = f"AND(ISNUMBER({meeting.convened}),{meeting.convened}<>{convened})"
            findings.append(
                (
                    differs,
                    said(
                        "SAI: số được triệu tập ",
                        convened,
                        " khác trang Người bầu cử (",
                        meeting.convened,
                        ") ",
                        self.cell("convened"),
                    ),
                )
            )
        yield Check(
            DELEGATES,
            "Số được triệu tập, số có mặt",
            judged(f'OR({convened}="",{present}="")', *findings),
        )
        yield self._sum("Nam và nữ so với số có mặt", ("men", "women"))
        yield self._bands(shape)
        yield self._origin(first, shape)
        yield self._parts()

    def _sum(self, what: str, names: tuple[str, ...]) -> Check:
        refs = [self.ref(name) for name in names]
        total = Ref(f"({'+'.join(f'N({ref})' for ref in refs)})")
        present = self.ref("present")
        blank = f'OR({present}="",{",".join(f"{ref}=" + chr(34) * 2 for ref in refs)})'
        wrong = said(
            "SAI: tổng là ", total, ", số có mặt là ", present, " ", self.cell(names[0])
        )
        return Check(DELEGATES, what, judged(blank, *self._of_present(total, wrong)))

    def _of_present(self, total: Ref, wrong: str) -> Iterator[tuple[str, str]]:
        """A whole that is neither those present nor those convened; the latter is doubtful."""
        present, convened = self.ref("present"), self.ref("convened")
        yield f"AND({total}<>{present},{total}<>{convened})", wrong
        doubt = said("CHÚ Ý: tổng là số được triệu tập, tỷ lệ tính trên số có mặt ", present)
        yield f"{total}<>{present}", doubt

    def _bands(self, shape: Shape) -> Check:
        top = self.rows["delegates", BANDS, 0]
        area = self.page.span(top, 2, top + len(shape.bands))
        present, total = self.ref("present"), Ref(f"SUM({area})")
        place = f"(trang {DELEGATES}, ô {address(top, 2)})"
        wrong = said(
            "SAI: tổng các độ tuổi là ", total, ", số có mặt là ", present, f" {place}"
        )
        blank = f'OR({present}="",COUNT({area})<{len(shape.bands) + 1})'
        words_of = judged(blank, *self._of_present(total, wrong))
        return Check(DELEGATES, "Độ tuổi so với số có mặt", words_of)

    def _origin(self, first: Cover, shape: Shape) -> Check:
        refs = [self.ref(name) for name in ("ex_officio", "elected", "appointed")]
        total = Ref(f"({'+'.join(f'N({ref})' for ref in refs)})")
        convened = self.ref("convened")
        kind = words(CongressKind.DANG_VIEN.value)
        value = FINE if shape.kind == CongressKind.DANG_VIEN.value else NOT_YET
        none = f"{'&'.join(refs)}=" + '""'
        wrong = said(
            "SAI: đương nhiên, được bầu, được chỉ định cộng lại là ",
            total,
            ", số được triệu tập là ",
            convened,
            " ",
            self.cell("ex_officio"),
        )
        blank = f'OR({none},{convened}="")'
        present = self.ref("present")
        doubt = said("CHÚ Ý: tổng là số có mặt; ghi theo số được triệu tập ", convened)
        findings = (
            (f"AND({total}<>{convened},{total}<>{present})", wrong),
            (f"{total}<>{convened}", doubt),
        )
        typed = judged(blank, *findings)
        expression = f"IF(AND({first.kind}={kind},{none}),{words(FINE)},{typed})"
        return Check(DELEGATES, "Nguồn đại biểu so với số được triệu tập", expression, value)

    def _parts(self) -> Check:
        """No row is greater than those convened."""
        rows = self.rows.values()
        state = self.page.span(min(rows), 4, max(rows))
        count = Ref(f'SUMPRODUCT(--(LEFT({state},3)="SAI"))')
        wrong = said(
            "SAI: ", count, f" dòng lớn hơn số được triệu tập (trang {DELEGATES}, cột E)"
        )
        present = self.ref("present")
        return Check(
            DELEGATES,
            "Từng dòng không lớn hơn số được triệu tập",
            judged(f'{present}=""', (f"{count}>0", wrong)),
        )
