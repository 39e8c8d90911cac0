"""What each part of a Party paper looks like: Hướng dẫn 36-HD/VPTW and 05-HD/VPTW.

What was read: a copy of rows 1 to 6 of the table of 36-HD/VPTW; of 05-HD/VPTW and the other
rows only what several implementers who had the file say of them.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.paper_format.values import Align, Component, Confidence, Range, Source, fixed

if TYPE_CHECKING:
    from collections.abc import Mapping

READ = Source("Hướng dẫn 36-HD/VPTW, bảng cỡ chữ, dòng 1-6 (bản chép)", Confidence.A)
AS_05 = Source("như Hướng dẫn 05-HD/VPTW; phần này của 36-HD/VPTW chưa đọc được", Confidence.B)
ONE = Source("Hướng dẫn 05-HD/VPTW theo một người có văn bản", Confidence.C)
OF_05 = Source("Hướng dẫn 05-HD/VPTW, bảng cỡ chữ, theo những người có văn bản", Confidence.B)
_UNSAID = Source("cỡ chữ: chưa thấy quy định", Confidence.P)
_14 = fixed(14)
_12 = fixed(12)
_TEXT = Range(14, 15, 14)
WIDE = Range(10, 14, 10)  # a dozen columns on the long side of the paper
OWN = Source("nhỏ cho vừa khổ giấy: của ta", Confidence.P)

HD36_COMPONENTS: Mapping[str, Component] = MappingProxyType(
    {
        "heading": Component("Tiêu đề", fixed(15), READ, bold=True, caps=True),
        "superior": Component("Cơ quan cấp trên", _14, READ, caps=True),
        "issuer": Component("Cơ quan ban hành", _14, READ, bold=True, caps=True),
        "star": Component("Dấu sao", _14, _UNSAID),
        "number": Component("Số và ký hiệu", _14, READ),
        "place_date": Component("Địa danh, ngày tháng", _14, READ, italic=True),
        "kind": Component("Tên loại", Range(15, 16, 16), READ, bold=True, caps=True),
        "subject": Component("Trích yếu", Range(14, 15, 15), READ, bold=True),
        "subject_mark": Component("Gạch dưới trích yếu", _14, _UNSAID),
        "body": Component("Nội dung", _TEXT, READ, align=Align.BOTH),
        "level1": Component(
            "Mục I",
            _TEXT,
            Source("I- (36-HD/VPTW, 66-QĐ/TW dùng); kiểu I. cũng phổ biến", Confidence.P),
            bold=True,
            caps=True,
            align=Align.BOTH,
        ),
        "level2": Component(
            "Mục 1",
            _TEXT,
            Source("đậm khi là đề mục", Confidence.P),
            bold=True,
            align=Align.BOTH,
        ),
        "authority": Component("Quyền hạn", _14, AS_05, bold=True, caps=True),
        "position": Component("Chức vụ", _14, AS_05, caps=True),
        "signatory": Component("Họ tên người ký", _14, AS_05, bold=True),
        "recipients": Component("Nơi nhận", _14, AS_05, underline=True, align=Align.LEFT),
        "recipient": Component("Dòng nơi nhận", _12, AS_05, align=Align.LEFT),
        "draft": Component("Dự thảo", _14, ONE, italic=True),
        "appendix": Component(
            "Phụ lục",
            _14,
            Source("văn bản Đảng: chưa rõ; theo mẫu Nghị định 30/2020", Confidence.UNKNOWN),
            bold=True,
            caps=True,
        ),
        "appendix_note": Component(
            "Kèm theo",
            _14,
            Source("văn bản Đảng: chưa rõ; theo mẫu Nghị định 30/2020", Confidence.UNKNOWN),
            italic=True,
        ),
        "group": Component(
            "Nhóm trong phụ lục",
            _14,
            Source("trình bày như kế hoạch mẫu", Confidence.P),
            bold=True,
            caps=True,
            align=Align.LEFT,
        ),
        "cell": Component(
            "Chữ trong bảng",
            _14,
            Source("cỡ như nội dung; bảng: chưa thấy quy định", Confidence.P),
            align=Align.LEFT,
        ),
        "column": Component(
            "Đầu cột", _14, Source("đậm, giữa: thông lệ", Confidence.P), bold=True
        ),
        "wide_cell": Component("Chữ trong bảng nhiều cột", WIDE, OWN, align=Align.LEFT),
        "wide_column": Component("Đầu cột của bảng nhiều cột", WIDE, OWN, bold=True),
        "part_title": Component("Phần, chương, mục", _TEXT, READ, bold=True),
        "article": Component("Điều", _TEXT, AS_05, bold=True, align=Align.BOTH),
        "clause": Component("Khoản", _TEXT, ONE, align=Align.BOTH),
        "point": Component("Điểm", _TEXT, ONE, align=Align.BOTH),
        "dash": Component("Gạch đầu dòng", _TEXT, READ, align=Align.BOTH),
        "plus": Component("Dấu cộng đầu dòng", _TEXT, READ, align=Align.BOTH),
        "basis": Component("Căn cứ", _TEXT, AS_05, align=Align.BOTH),
        "letter_subject": Component("Trích yếu công văn", _12, READ, italic=True),
        "addressees": Component("Kính gửi, Kính trình", _14, ONE, italic=True),
        "addressee": Component("Nơi được gửi đến", _TEXT, ONE),
        "urgency": Component("Mức độ khẩn", _14, AS_05, bold=True, caps=True),
        "secrecy": Component(
            "Mức độ mật",
            _14,
            Source("văn bản Đảng: cỡ chữ chưa rõ", Confidence.UNKNOWN),
            bold=True,
            caps=True,
        ),
        "circulation": Component("Phạm vi lưu hành", _12, ONE, bold=True, caps=True),
        "typist": Component("Ký hiệu người đánh máy", fixed(11), ONE, align=Align.LEFT),
        "contact": Component("Thông tin liên hệ", fixed(10), ONE),
        "appendix_title": Component(
            "Tên phụ lục",
            _14,
            Source("văn bản Đảng: chưa rõ; theo mẫu Nghị định 30/2020", Confidence.UNKNOWN),
            bold=True,
            caps=True,
        ),
    }
)

HD05_COMPONENTS: Mapping[str, Component] = MappingProxyType(
    {
        name: replace(one, source=OF_05) if one.source in (READ, AS_05) else one
        for name, one in HD36_COMPONENTS.items()
    }
)
