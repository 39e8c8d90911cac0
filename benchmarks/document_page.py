"""The parts of the page on Word documents."""

from __future__ import annotations

from dataclasses import fields
from math import inf, isnan, nan
from statistics import median
from typing import TYPE_CHECKING

from children import FLOOR, OURS, SIZES
from figures import decimal, ms, shown, spread, table, times, whole
from timing import LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from documents import Documents
    from engines import Rounds
    from growing import Grown

DOCUMENTED, NEAR_FLOOR = "docxtpl", "carbone"
USED = {
    OURS: ("**vankien**", "mẫu dịch một lần"),
    FLOOR: ("mức sàn", "xem dưới bảng"),
    DOCUMENTED: (DOCUMENTED, "theo tài liệu: mỗi văn kiện một `DocxTemplate` mới"),
    "docxtpl-best": (
        "docxtpl, có nhớ",
        "nhớ kết quả `patch_xml` và mẫu Jinja đã dịch: thêm khoảng 10 dòng mã",
    ),
    "python-docx": ("python-docx", "dựng bằng mã, không có mẫu"),
    "docxtpl-ng": ("docxtpl-ng", "một `Template`, `reload()` trước mỗi văn kiện"),
    "rust-docxtpl": ("rust-docxtpl", "mỗi văn kiện một `DocxTemplate` mới"),
    "docxtemplater": ("docxtemplater", "mỗi văn kiện một đối tượng mới, mẫu đọc một lần"),
    "easy-template-x": ("easy-template-x", "một `TemplateHandler`"),
    NEAR_FLOOR: (NEAR_FLOOR, "`carbone.render`, ra .docx"),
}
STEPS = {
    "render": "dựng chữ (của vankien: cả kiểm tra và sửa)",
    "encode": "mã hóa UTF-8",
    "checksum": "tính CRC",
    "deflate": "nén",
    "zip": "gói thành tệp",
    "write": "ghi ra đĩa",
}
PAPER = """\
## Một văn kiện 4 trang

Báo cáo bầu cử 4 trang A4: 64 đoạn, 27 biến, hai bảng lặp (mỗi bảng 4 dòng nhóm, 20 dòng), một
khối có điều kiện, khung đầu văn bản, đầu trang có biến, chân trang có số trang. Văn kiện mô tả
một lần (`benchmarks/spec.py`), viết ra thành mẫu của từng công cụ; kết quả của mọi công cụ được
so từng đoạn, từng ô, đầu trang với kết quả của vankien, khác nhau thì dừng. Mỗi công cụ một
tiến trình, đã chạy nóng, mỗi văn kiện ghi ra một tệp.

{rounds}

So: lâu gấp bao nhiêu lần, trung vị (nhỏ nhất - lớn nhất) của từng cặp lượt chạy liền nhau. Mức
sàn là cách làm thẳng nhất với Jinja và zlib mức 6: Jinja dịch sẵn (có escape) dựng chữ của các
phần có biến, nén, ghi tệp; phần không đổi là một khối byte có sẵn; không kiểm tra, không sửa
gì. vankien nén bằng ISA-L (gói `isal`) nơi máy có; tệp của vankien {heavier} tệp của mức sàn.

Dữ liệu không có ký tự `&` và `<`: docxtpl dùng theo tài liệu làm mất chúng. Đoạn trống không
tính là khác nhau: easy-template-x và carbone để lại một đoạn trống nơi điều kiện sai.

Hai tiến trình vankien cùng chạy làm được gấp {two} lần một tiến trình.

{left_out}

### Thời gian đi đâu

{steps}

Mili giây một văn kiện, trung vị, mỗi bước đo riêng (lặp lại một việc nên nhanh hơn trong lượt
chạy thật). Dựng chữ là phần còn lại của cả lượt sau khi trừ các bước kia.
"""
GROWTH = """\
### Bảng dài

{grown}

Thời gian một văn kiện; trong ngoặc: lâu gấp bao nhiêu lần vankien. Công cụ khác được tối đa
{limit:.0f} giây một văn kiện; quá rồi thì không thử số dòng lớn hơn. Bộ nhớ: mức cao nhất của
tiến trình.

### Mẫu nhiều thẻ

{tagged}
"""


def highlights(found: Documents) -> Iterator[str]:
    """The ratios that the issue asks for, in sentences."""
    rounds = found.rounds
    ours = rounds[OURS]
    rivals = {name: one for name, one in rounds.items() if name not in (OURS, FLOOR)}
    yield (
        f"Văn kiện 4 trang: {ms(ours.each)} ms một văn kiện, bằng "
        f"{_ratio(ours.to_floor)} lần mức sàn; tệp {whole(ours.size)} byte "
        f"(mức sàn {whole(rounds[FLOOR].size)} byte)"
    )
    if DOCUMENTED in rivals:
        told = _ratio(rivals[DOCUMENTED].to_ours)
        yield f"docxtpl dùng theo tài liệu lâu gấp {told} lần vankien"
    if rivals:
        name, best = min(rivals.items(), key=lambda one: median(one[1].to_ours))
        told = _ratio(best.to_ours)
        yield f"Công cụ khác nhanh nhất ({USED[name][0]}) lâu gấp {told} lần vankien"
    yield f"Hai tiến trình làm được gấp {_ratio(found.two)} lần một tiến trình"
    yield from _long(found.grown)
    few, *_, many = found.tagged
    yield (
        f"Mẫu {whole(many.tags)} thẻ so với mẫu {whole(few.tags)} thẻ: dịch mẫu lâu gấp "
        f"{times(many.compiled / few.compiled)} lần, làm một văn kiện lâu gấp "
        f"{times(many.rendered / few.rendered)} lần"
    )


def _long(grown: Sequence[Grown]) -> Iterator[str]:
    by_name = {one.name: one.seconds for one in grown}
    few, many = SIZES[1], SIZES[2]
    ours = by_name[OURS]
    if not (ours.get(few) and (long := ours.get(many))):
        return
    yield (
        f"Bảng {whole(many)} dòng: {ms(long)} ms, lâu gấp {times(long / (ours[few] or 1))} lần "
        f"bảng {whole(few)} dòng"
    )
    if rival := by_name.get(NEAR_FLOOR, {}).get(many):
        yield f"Bảng {whole(many)} dòng bằng carbone lâu gấp {times(rival / long)} lần vankien"


def _ratio(ratios: Sequence[float]) -> str:
    return f"**{times(median(ratios))}**"


def paper(found: Documents) -> str:
    """The table of the 4-page paper, and where the time goes."""
    ranked = sorted(found.rounds.items(), key=lambda one: one[1].each)
    headings = (
        "công cụ",
        "dùng thế nào",
        "ms",
        "so với mức sàn",
        "so với vankien",
        "bộ nhớ",
        "tệp (byte)",
    )
    return PAPER.format(
        rounds=table(headings, (_row(name, one) for name, one in ranked)),
        left_out="\n".join(_not_measured(found.left_out)),
        steps=_steps(found),
        two=spread(found.two),
        heavier=_heavier(found.rounds[OURS].size / found.rounds[FLOOR].size - 1),
    )


def _heavier(share: float) -> str:
    """A share of the size, in words."""
    return f"{'nặng' if share > 0 else 'nhẹ'} hơn {decimal(abs(100 * share), 1)}%"


def _row(name: str, one: Rounds) -> list[str]:
    return [
        *USED[name],
        ms(one.each),
        "1" if name == FLOOR else spread(one.to_floor),
        "1" if name == OURS else spread(one.to_ours),
        f"{one.memory} MB",
        whole(one.size),
    ]


def _not_measured(left_out: dict[str, str]) -> Iterator[str]:
    yield "Không đo:"
    yield ""
    for name, reason in left_out.items():
        yield f"- {name}: {reason}."


def _steps(found: Documents) -> str:
    ours, floor = found.steps
    names = [one.name for one in fields(ours)]
    rows = [
        [STEPS[name], *(decimal(1000 * getattr(one, name), 3) for one in (ours, floor))]
        for name in names
    ]
    sums = (sum(getattr(one, name) for name in names) for one in (ours, floor))
    total = ["**cộng**", *(decimal(1000 * one, 3) for one in sums)]
    return table(("bước", "vankien", "mức sàn"), [*rows, total])


def growth(found: Documents) -> str:
    """Long tables and many tags."""
    sizes = list(found.grown[0].seconds)
    ours = next(one.seconds for one in found.grown if one.name == OURS)
    rows = (
        [
            USED[one.name][0],
            *(_cell(one, size, ours[size]) for size in sizes),
            f"{one.memory} MB",
        ]
        for one in found.grown
    )
    tagged = (
        [whole(one.tags), f"{shown(one.compiled)} s", f"{ms(one.rendered)} ms"]
        for one in found.tagged
    )
    headings = ["công cụ", *(f"{whole(size)} dòng" for size in sizes), "bộ nhớ"]
    return GROWTH.format(
        grown=table(headings, rows),
        tagged=table(("thẻ trong mẫu", "dịch mẫu, một lần", "một văn kiện"), tagged),
        limit=LIMIT,
    )


def _cell(one: Grown, size: int, ours: float | None) -> str:
    seconds = one.seconds.get(size, nan)
    if seconds is None:
        return f"> {LIMIT:.0f} s"
    if seconds == inf:
        return "hỏng giữa chừng"
    if isnan(seconds):
        return "không thử"
    told = f"{ms(seconds)} ms" if seconds < 1 else f"{shown(seconds)} s"
    return told if one.name == OURS or not ours else f"{told} ({times(seconds / ours)})"
