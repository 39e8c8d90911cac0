"""The part of the page on reading results and rolling up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from figures import decimal, shown
from timing import LIMIT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from timing import Timed

OURS, PLAIN, STREAMED = "vankien", "openpyxl", "openpyxl read_only"
PAGE = """\
## Đọc biểu thống kê đã điền

| việc | {ours} | {plain} | {streamed} |
| --- | --- | --- | --- |
{readings}

`{ours}` kiểm tra tệp có an toàn không, đọc dấu của biểu, đọc các ô nhập, so chữ và công thức
với biểu đã gửi đi, kiểm tra số liệu, tính lại kết quả bầu cử, ghi vào sổ. `{plain}` chỉ mở tệp
(`data_only=True`) và lấy đúng các ô nhập ấy; `{streamed}` đọc từng dòng của các trang có ô
nhập. Trong ngoặc: lâu gấp bao nhiêu lần `{ours}`.

### Cả lệnh `vankien collect`

| việc | thời gian | trung bình một biểu | bộ nhớ cao nhất |
| --- | --- | --- | --- |
{runs}

Gồm cả lập báo cáo, biên bản kiểm phiếu của từng đơn vị, bảng tổng hợp và báo cáo chung. Số biểu
gấp {more_files} lần, bộ nhớ gấp {more_memory} lần.

### Tổng hợp

| việc | đọc từ sổ và cộng | lập bảng tổng hợp .xlsx |
| --- | --- | --- |
{roll_ups}

Số liệu lấy từ sổ kết quả, không mở lại biểu. Ai cộng bằng cách mở lại từng biểu bằng openpyxl
thì mất thêm thời gian đọc ở bảng đầu, cùng số biểu.

Biểu là biểu của `data/mau`, điền số liệu thử (`tests/plausible.py`). Mọi đơn vị cùng một loại:
đơn vị có khung biểu khác thì lần đọc đầu của khung ấy thêm vài phần mười giây. Dòng có nhiều
lượt: các cách xen kẽ nhau, lấy trung vị; các dòng khác: một lượt. openpyxl được tối đa
{limit:.0f} giây một dòng; không suy ra số chưa đo.
"""


@dataclass(frozen=True, slots=True)
class Run:
    """A whole command over so many workbooks; its memory in MB."""

    files: int
    seconds: float
    memory: int


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured: readings, the command over few and over many, roll-ups by size."""

    readings: tuple[tuple[int, dict[str, Timed]], ...]
    runs: tuple[Run, ...]
    roll_ups: Mapping[int, tuple[float, float]]


def section(found: Measured) -> str:
    """The section."""
    few, *_, many = found.runs
    sums = (
        f"| {count} đơn vị | {shown(added)} s | {shown(made)} s |"
        for count, (added, made) in found.roll_ups.items()
    )
    return PAGE.format(
        ours=OURS,
        plain=PLAIN,
        streamed=STREAMED,
        readings="\n".join(_reading(*one) for one in found.readings),
        runs="\n".join(map(_run, found.runs)),
        more_files=many.files // few.files,
        more_memory=decimal(many.memory / few.memory, 2),
        roll_ups="\n".join(sums),
        limit=LIMIT,
    )


def _reading(count: int, timed: dict[str, Timed]) -> str:
    """A line of the table of readings."""
    ours = timed[OURS]
    rounds = f", {len(ours.seconds)} lượt" if len(ours.seconds) > 1 else ""
    cells = [f"{count} biểu{rounds}", _whole(ours, ours)]
    cells += [_whole(timed[name], ours) for name in (PLAIN, STREAMED)]
    return f"| {' | '.join(cells)} |"


def _whole(one: Timed, ours: Timed) -> str:
    if not one.is_whole:
        return f"> {LIMIT:.0f} s (mới xong {one.done}/{one.of} biểu)"
    if one is ours:
        return f"{shown(one.median)} s ({1000 * one.median / one.of:.0f} ms một biểu)"
    times = decimal(one.median / ours.median, 1)
    return f"{shown(one.median)} s ({times} lần)"


def _run(one: Run) -> str:
    each = f"{1000 * one.seconds / one.files:.0f} ms"
    return f"| {one.files} biểu | {shown(one.seconds)} s | {each} | {one.memory} MB |"
