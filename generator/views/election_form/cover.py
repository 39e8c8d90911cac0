"""The first sheet: whose congress, what to do in order, by when, and what still is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.model import CongressKind
from generator.tables import Cell, Look, Sheet
from generator.views.election_form.dates import (
    DayParts,
    day_in_words,
    day_parts,
    known_day_in_words,
)
from generator.views.election_form.page import (
    FINE,
    NOT_YET,
    Check,
    Page,
    Ref,
    cases,
    choice_input,
    computed,
    judged,
    said,
    text_input,
    whole_input,
    words,
)
from generator.views.election_form.shape import CHECKS, COVER

if TYPE_CHECKING:
    from generator.tables import Input
    from generator.views.election_form.page import Desk, Path
    from generator.views.election_form.shape import Shape

WIDTHS = (5.0, 34.0, 26.0, 46.0)
OURS = (
    "Biểu này do chương trình tự thiết kế: chưa tìm thấy biểu mẫu thống kê đại hội chính thức "
    "nào của Đảng. Cấp trên có biểu riêng thì làm theo biểu đó."
)
STEPS = (
    (
        "Chỉ gõ vào ô nền vàng; các ô khác tự tính và đã khóa. Ngày gõ dạng 20/02/2025. "
        "Bắt đầu từ phần “Nhập ở đây” dưới đây."
    ),
    (
        "Trang “Người bầu cử”: số người được triệu tập, số được trừ của mỗi cơ quan bầu. Trang "
        "“Đại biểu”: cơ cấu những người dự đại hội."
    ),
    "Trang “Nhân sự”: mỗi người có trong danh sách bầu cử hoặc được chỉ định là một dòng.",
    (
        "Mỗi cuộc bầu cử một trang: số phiếu, danh sách, số phiếu của từng người. "
        "Không bầu lần này thì chọn “không bầu lần này” ở ô Hình thức của trang đó."
    ),
    "Trang “Kiểm tra”: sửa hết các dòng đỏ (SAI), xem lại các dòng vàng (CHÚ Ý).",
    (
        "In các trang cần ký và “Kết quả”, “Cơ cấu”, “Biểu đồ” nếu cần; lưu rồi gửi chính tệp "
        "này."
    ),
)
TEXTS = {
    "kind": "Hình thức đại hội",
    "opened_on": "Ngày khai mạc",
    "closed_on": "Ngày bế mạc",
    "members": "Tổng số đảng viên của đảng bộ, chi bộ",
    "prepared_by": "Người lập biểu",
    "phone": "Số điện thoại",
}
STATUS_ROW = 4
STEP_ROW = 7
MARKED_ROW = STEP_ROW + len(STEPS) + 2


@dataclass(frozen=True, slots=True)
class Cover:
    """The sheet, and what others refer to."""

    page: Page
    kind: Ref
    opened: DayParts
    closed: DayParts
    members: Ref
    maker: Ref
    checks: tuple[Check, ...]

    def sheet(self) -> Sheet:
        """The sheet as it is written."""
        return Sheet(
            COVER, WIDTHS, self.page.rows(), protected=True, landscape=False, footer=COVER
        )


def cover(shape: Shape, desk: Desk, workings: Page) -> Cover:
    """The first sheet, but for the state of the form: see `put_state`."""
    page = Page(COVER, WIDTHS)
    _head(page, shape)
    row = MARKED_ROW
    page.put(row - 1, 1, Cell("Nhập ở đây", Look.HEADING, span=3))
    inputs = {
        name: _line(page, desk, row + n, (name,), takes)
        for n, (name, takes) in enumerate(_inputs().items())
    }
    days = {}
    for n, name in enumerate(("opened_on", "closed_on")):
        known = desk.value((name,))
        days[name] = day_parts(workings, (n, 0), inputs[name], known)
        shown = computed(day_in_words(days[name]), known_day_in_words(known))
        page.put(row + 1 + n, 3, _alarm(shown))
    kind, opened, closed = inputs["kind"], days["opened_on"], days["closed_on"]
    checks = (_check_of_days(opened, closed, desk), _check_of_kind(kind, desk))
    return Cover(page, kind, opened, closed, inputs["members"], inputs["prepared_by"], checks)


def _alarm(cell: Cell) -> Cell:
    return Cell(cell.value, cell.look, formula=cell.formula, alarm=True)


def _head(page: Page, shape: Shape) -> None:
    lines = (
        ("BIỂU THỐNG KÊ KẾT QUẢ BẦU CỬ", Look.TITLE),
        (f"Đại hội {shape.unit}, nhiệm kỳ {shape.term}", Look.SUBTITLE),
        (_sending(shape), Look.SUBTITLE),
        (OURS, Look.NOTE),
    )
    for row, (text, look) in enumerate(lines):
        page.put(row, 0, Cell(text, look, span=len(WIDTHS)))
    page.put(STEP_ROW - 1, 0, Cell("Làm lần lượt", Look.GROUP, span=len(WIDTHS)))
    for n, step in enumerate(STEPS):
        page.put(STEP_ROW + n, 0, Cell(n + 1, Look.CENTER))
        page.put(STEP_ROW + n, 1, Cell(step, span=len(WIDTHS) - 1))


def _sending(shape: Shape) -> str:
    due = f", chậm nhất ngày {shape.due}" if shape.due else ""
    return f"Gửi về {shape.office}{due}"


def put_state(page: Page, states: Ref, missing_now: int) -> None:
    """How much is wrong, doubtful or missing, as the words of the check sheet say."""

    def number(sign: str) -> str:
        return f'SUMPRODUCT(--(LEFT({states},{len(sign)})="{sign}"))'

    wrong, doubt, missing = number("SAI"), number("CHÚ Ý"), number(NOT_YET)
    look = f"xem trang “{CHECKS}”"
    expression = cases(
        (f"{wrong}>0", said("SAI: còn ", Ref(wrong), f" chỗ sai, {look}")),
        (f"{missing}>0", said("CHÚ Ý: còn ", Ref(missing), f" mục chưa nhập, {look}")),
        (f"{doubt}>0", said("CHÚ Ý: số liệu khớp, ", Ref(doubt), f" chỗ cần xem lại, {look}")),
        otherwise=words("Số liệu khớp"),
    )
    now = f"CHÚ Ý: còn {missing_now} mục chưa nhập, {look}"
    state = Cell(now, Look.STATUS, f"={expression}", span=len(WIDTHS), alarm=True)
    page.put(STATUS_ROW, 0, state)


def _inputs() -> dict[str, Input]:
    kinds = [str(kind.value) for kind in CongressKind]
    return {
        "kind": choice_input(TEXTS["kind"], "Chọn hình thức đại hội.", kinds),
        "opened_on": text_input(TEXTS["opened_on"], "Ngày khai mạc, ví dụ 20/02/2025."),
        "closed_on": text_input(TEXTS["closed_on"], "Ngày bế mạc, ví dụ 21/02/2025."),
        "members": whole_input(TEXTS["members"], "Tổng số đảng viên khi đại hội."),
        "prepared_by": text_input(TEXTS["prepared_by"], "Họ và tên người lập biểu này."),
        "phone": text_input(TEXTS["phone"], "Để cấp trên hỏi lại khi cần."),
    }


def _line(page: Page, desk: Desk, row: int, path: Path, takes: Input) -> Ref:
    page.put(row, 1, Cell(TEXTS[str(path[0])]))
    page.put(row, 3, Cell(None))
    return page.put(row, 2, desk.input(path, takes))


def _check_of_days(opened: DayParts, closed: DayParts, desk: Desk) -> Check:
    known = desk.value(("opened_on",)) and desk.value(("closed_on",))
    unreal = "không phải là ngày có thật"
    expression = judged(
        f"OR({opened.kind}<0,{closed.kind}<0)",
        (f"{opened.kind}<>1", words(f"SAI: ngày khai mạc {unreal} (trang {COVER})")),
        (f"{closed.kind}<>1", words(f"SAI: ngày bế mạc {unreal} (trang {COVER})")),
        (
            f"{closed.serial}<{opened.serial}",
            words(f"SAI: ngày bế mạc trước ngày khai mạc (trang {COVER})"),
        ),
    )
    return Check(COVER, "Ngày khai mạc, ngày bế mạc", expression, FINE if known else NOT_YET)


def _check_of_kind(kind: Ref, desk: Desk) -> Check:
    value = FINE if desk.value(("kind",)) else NOT_YET
    return Check(COVER, TEXTS["kind"], judged(f'{kind}=""'), value)
