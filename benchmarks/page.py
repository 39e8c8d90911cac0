"""docs/benchmark.md, from what was measured; a part that was not says so."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import document_page
import office_page
import reading_page

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

PAGE = """\
# Tốc độ

`make benchmark` tự viết trang này, cả hình; không sửa tay.

{highlights}

![Mili giây một văn kiện 4 trang theo công cụ](benchmark.svg)

## Máy, phiên bản, cách chạy

{machine}

Chạy lại: `make benchmark` (khoảng 20 phút; nên để máy rảnh). Lệnh tự cài các công cụ được so
vào `build/benchmark/`, tách khỏi chương trình; máy không có Node.js thì bỏ qua ba công cụ của
Node.js và ghi ở dưới. Chạy vài lượt, in ra màn hình: `python benchmarks/engines.py --quick`.

{parts}

## Chỗ nào dao động

- Thời gian là thời gian đồng hồ. Máy bận thì các số cùng lên; tỷ lệ ít đổi hơn vì hai bên chạy
  liền nhau, lượt xen kẽ, lấy trung vị. Tỷ lệ nhỏ nhất và lớn nhất cho biết dao động đến đâu.
- Ghi tệp chờ ổ đĩa nên dao động nhiều nhất; mọi công cụ Python ghi tệp bằng cùng một lệnh.
- Công cụ của Node.js cần nhiều lượt mới nóng; ở bảng dài, từ khoảng 3 giây một văn kiện trở lên
  chỉ có một lượt.
- PDF, đợt nhiều đơn vị, cả lệnh `vankien collect` chỉ chạy một lượt.
- Số liệu, tên người, tên đơn vị trong mọi phép đo là đặt ra.
- Bộ nhớ: mức cao nhất mà Linux ghi cho tiến trình (hệ khác: 0); của tiến trình con là cận trên.
"""


@dataclass(frozen=True, slots=True)
class Part:
    """What a part of the benchmark found, when, on how busy a machine."""

    day: str
    load: str
    machine: tuple[str, ...]
    found: Any


SECTIONS: dict[str, tuple[str, Callable[[Any], str]]] = {
    "documents": (
        "Văn kiện Word",
        lambda one: f"{document_page.paper(one)}\n{document_page.growth(one)}",
    ),
    "workbooks": ("Biểu .xlsx", office_page.workbooks),
    "pdfs": ("PDF", office_page.pdfs),
    "batches": ("Đợt nhiều đơn vị", office_page.batches),
    "reading": ("Đọc biểu, tổng hợp", reading_page.section),
}


def page(parts: Mapping[str, Part]) -> str:
    """The page of the parts that were measured."""
    return PAGE.format(
        highlights="\n".join(f"- {line}." for line in _highlights(parts)),
        machine="\n".join(f"- {line}." for line in _machine(parts)),
        parts="\n".join(_section(name, parts.get(name)) for name in SECTIONS).rstrip(),
    )


def _highlights(parts: Mapping[str, Part]) -> Iterator[str]:
    if "documents" in parts:
        yield from document_page.highlights(parts["documents"].found)
    if "batches" in parts:
        yield from office_page.highlights(parts["batches"].found)


def _machine(parts: Mapping[str, Part]) -> Iterator[str]:
    yield from dict.fromkeys(line for one in parts.values() for line in one.machine)
    if "documents" in parts:
        yield ", ".join(parts["documents"].found.versions)
    for name, one in parts.items():
        yield f"{SECTIONS[name][0]}: đo ngày {one.day}, tải lúc bắt đầu {one.load} tiến trình"


def _section(name: str, part: Part | None) -> str:
    title, written = SECTIONS[name]
    return written(part.found) if part else f"## {title}\n\nChưa đo.\n"
