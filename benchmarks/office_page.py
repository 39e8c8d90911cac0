"""The parts of the page on workbooks, PDFs and rounds of many units."""

from __future__ import annotations

from typing import TYPE_CHECKING

from figures import decimal, ms, shown, table, times, whole
from timing import LIMIT

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from batches import Batch
    from pdfs import Pdfs
    from workbooks import Workbooks

WORKBOOKS = """\
## Biểu thống kê .xlsx của một đơn vị

{made}

Cùng {cells} ô có nội dung, trong đó {formulas} công thức; cùng chữ, công thức, kiểu ô, ô gộp,
quy tắc nhập (`benchmarks/usual_workbooks.py` viết theo cách thường dùng); đọc lại để so từng ô.
`vankien` còn tính chiều cao dòng, tô màu theo số liệu đang nhập, đặt trang in, và cùng dữ liệu
thì cùng từng byte. openpyxl không ghi được giá trị của công thức.
"""
PDFS = """\
## PDF

{ways}

{files} văn kiện 4 trang, LibreOffice {version}; mỗi cách tối đa {limit:.0f} giây, trừ vankien.
`vankien` chạy mỗi nhân một LibreOffice, ra PDF/A-2b, kiểm tra phông chữ và từng tệp kết quả.
"""
BATCHES = """\
## Một đợt nhiều đơn vị

{batches}

Cả lệnh `vankien build` từ thư mục trống, trong tiến trình riêng, kể cả đọc và kiểm tra dữ liệu:
báo cáo và biểu thống kê của từng đơn vị; “cả đợt” là thêm kế hoạch và lịch công tác, hai văn
kiện có một dòng trở lên cho mỗi đơn vị. Số đơn vị gấp {units} lần thì bộ nhớ của lệnh gấp
{memory} lần, cả đợt gấp {whole_memory} lần.
"""


def workbooks(found: Workbooks) -> str:
    """Ways of writing a workbook."""
    ours = found.made[0]
    rows = (
        [one.name, f"{ms(one.seconds)} ms", times(one.seconds / ours.seconds), whole(one.size)]
        for one in found.made
    )
    made = table(("cách viết", "một sổ", "so với vankien", "tệp (byte)"), rows)
    return WORKBOOKS.format(made=made, cells=whole(found.cells), formulas=whole(found.formulas))


def pdfs(found: Pdfs) -> str:
    """Ways of making PDFs."""
    ours = found.ways[0].a_minute
    rows = (
        [
            one.name,
            decimal(one.a_minute, 0),
            times(ours / one.a_minute) if one.made else "",
            f"{one.made} tệp, {shown(one.seconds)} s",
        ]
        for one in found.ways
    )
    ways = table(("cách làm", "PDF một phút", "lâu gấp vankien", "đã làm"), rows)
    return PDFS.format(ways=ways, files=found.files, version=found.version, limit=LIMIT)


def batches(found: Sequence[Batch]) -> str:
    """Rounds of many units."""
    rows = (
        [
            f"{whole(one.units)}{', cả đợt' if one.whole else ''}",
            f"{shown(one.seconds)} s",
            f"{ms(one.seconds / one.units)} ms",
            whole(one.files),
            f"{one.memory} MB",
            f"{one.worker} MB" if one.worker else "không có",
        ]
        for one in found
    )
    headings = (
        "đơn vị",
        "thời gian",
        "một đơn vị",
        "văn kiện",
        "bộ nhớ của lệnh",
        "của một tiến trình con",
    )
    few, *_, many = (one for one in found if not one.whole)
    first, *_, last = (one for one in found if one.whole)
    return BATCHES.format(
        batches=table(headings, rows),
        units=many.units // few.units,
        memory=decimal(many.memory / few.memory, 2),
        whole_memory=decimal(last.memory / first.memory, 2),
    )


def highlights(found: Sequence[Batch]) -> Iterator[str]:
    """What a round of many units costs, in a sentence."""
    few, *_, many = (one for one in found if not one.whole)
    pace, memory = many.units / many.seconds, many.memory / few.memory
    yield (
        f"{whole(many.units)} đơn vị: {decimal(pace, 0)} đơn vị một giây, bộ nhớ gấp "
        f"{decimal(memory, 2)} lần khi có {whole(few.units)} đơn vị"
    )
