"""Thể thức as data: what each part of a paper looks like, by profile, with what it rests on.

One authority for making (`word`) and for measuring (`inspection`). Sizes are points, lengths
millimetres. The texts of Hướng dẫn 36-HD/VPTW and 05-HD/VPTW were read only in part and through
implementers who had them: each value says how sure it is. A value marked A or B may be an error
when a paper breaks it, C at most a warning; P, M and UNKNOWN are defaults that data overrides.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


class Confidence(StrEnum):
    """How sure a value is."""

    A = "đã đọc chính văn"
    B = "hai nguồn độc lập trở lên"
    C = "một nguồn"
    P = "thông lệ, chưa thấy quy định"
    M = "theo trí nhớ, chưa có nguồn"
    UNKNOWN = "chưa xác định"


class ProfileCode(StrEnum):
    """The profiles, by the names that data and commands use."""

    PARTY_HD36 = "party_hd36"
    PARTY_HD05 = "party_hd05"
    STATE_ND30 = "state_nd30"


class Align(StrEnum):
    """How a paragraph is aligned, in the words of WordprocessingML."""

    LEFT = "left"
    CENTER = "center"
    BOTH = "both"


@dataclass(frozen=True, slots=True)
class Source:
    """What a value rests on, and how sure it is."""

    text: str
    confidence: Confidence


@dataclass(frozen=True, slots=True)
class Range:
    """A size or length that may lie anywhere from `low` to `high`; we print `preferred`."""

    low: float
    high: float
    preferred: float

    def __contains__(self, value: float) -> bool:
        """Whether a measured value is within the range."""
        return self.low <= value <= self.high


@dataclass(frozen=True, slots=True)
class Component:
    """One part of a paper (ô): its Vietnamese name, size in points, weight and alignment."""

    title: str
    size_pt: Range
    source: Source
    bold: bool = False
    italic: bool = False
    underline: bool = False
    caps: bool = False
    align: Align = Align.CENTER


@dataclass(frozen=True, slots=True)
class Page:
    """Paper and margins of the front side, in millimetres."""

    width_mm: float
    height_mm: float
    top_mm: Range
    bottom_mm: Range
    left_mm: Range
    right_mm: Range
    source: Source

    @property
    def text_width_mm(self) -> float:
        """The width between the margins that we print."""
        return self.width_mm - self.left_mm.preferred - self.right_mm.preferred


@dataclass(frozen=True, slots=True)
class PageNumber:
    """Where the page number stands; it is not shown on the first page."""

    size_pt: Range
    from_top_mm: float
    source: Source
    position_source: Source


@dataclass(frozen=True, slots=True)
class Body:
    """The paragraphs of the text. `line_pt` is an exact pitch; None is single spacing."""

    first_line_mm: Range
    gap_pt: Range
    line_pt: Range | None
    source: Source


@dataclass(frozen=True, slots=True)
class Wording:
    """The signs that differ between profiles: number line, recipients, end of the text."""

    number: str
    recipient_separator: str
    recipient_end: str
    filing: str
    abstract_mark: str
    end_mark: str
    source: Source


@dataclass(frozen=True, slots=True)
class Profile:
    """Every format fact of one regulation."""

    code: ProfileCode
    title: str
    since: date
    until: date | None
    basis: tuple[str, ...]
    page: Page
    page_number: PageNumber
    body: Body
    wording: Wording
    components: Mapping[str, Component]
    kind_symbols: Mapping[str, str]
    font: str = "Times New Roman"

    def covers(self, first: date, last: date) -> bool:
        """Whether a paper dated somewhere from `first` to `last` surely falls under it."""
        return self.since <= first and (self.until is None or last <= self.until)


def _fixed(value: float) -> Range:
    return Range(value, value, value)


# What was read: a copy of rows 1 to 6 of the table of 36-HD/VPTW; of 05-HD/VPTW and the other
# rows only what several implementers who had the file say of them.
_A = Source("Hướng dẫn 36-HD/VPTW, bảng cỡ chữ, dòng 1-6 (bản chép)", Confidence.A)
_B = Source("như Hướng dẫn 05-HD/VPTW; phần này của 36-HD/VPTW chưa đọc được", Confidence.B)
_C = Source("Hướng dẫn 05-HD/VPTW theo một người có văn bản", Confidence.C)
_05 = Source("Hướng dẫn 05-HD/VPTW, bảng cỡ chữ, theo những người có văn bản", Confidence.B)
_14 = _fixed(14)
_12 = _fixed(12)
_TEXT = Range(14, 15, 14)
_WIDE = Range(10, 14, 10)  # a dozen columns on the long side of the paper
_OWN = Source("nhỏ cho vừa khổ giấy: của ta", Confidence.P)

_PARTY_COMPONENTS: Mapping[str, Component] = MappingProxyType(
    {
        "heading": Component("Tiêu đề", _fixed(15), _A, bold=True, caps=True),
        "superior": Component("Cơ quan cấp trên", _14, _A, caps=True),
        "issuer": Component("Cơ quan ban hành", _14, _A, bold=True, caps=True),
        "star": Component("Dấu sao", _14, Source("cỡ chữ: chưa thấy quy định", Confidence.P)),
        "number": Component("Số và ký hiệu", _14, _A),
        "place_date": Component("Địa danh, ngày tháng", _14, _A, italic=True),
        "kind": Component("Tên loại", Range(15, 16, 16), _A, bold=True, caps=True),
        "subject": Component("Trích yếu", Range(14, 15, 15), _A, bold=True),
        "subject_mark": Component("Gạch dưới trích yếu", _14, _A),
        "body": Component("Nội dung", _TEXT, _A, align=Align.BOTH),
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
        "authority": Component("Quyền hạn", _14, _B, bold=True, caps=True),
        "position": Component("Chức vụ", _14, _B, caps=True),
        "signatory": Component("Họ tên người ký", _14, _B, bold=True),
        "recipients": Component("Nơi nhận", _14, _B, underline=True, align=Align.LEFT),
        "recipient": Component("Dòng nơi nhận", _12, _B, align=Align.LEFT),
        "draft": Component("Dự thảo", _14, _C, italic=True),
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
        "wide_cell": Component("Chữ trong bảng nhiều cột", _WIDE, _OWN, align=Align.LEFT),
        "wide_column": Component("Đầu cột của bảng nhiều cột", _WIDE, _OWN, bold=True),
    }
)

_PARTY_KINDS = MappingProxyType(
    {
        "nghị quyết": "NQ",
        "chỉ thị": "CT",
        "kết luận": "KL",
        "quyết định": "QĐ",
        "quy định": "QĐ",  # Quy định 66-QĐ/TW and 399-QĐ/TW show it; "QĐi" is wrong
        "quy chế": "QC",
        "thông tri": "TT",
        "hướng dẫn": "HD",
        "thông báo": "TB",
        "báo cáo": "BC",
        "kế hoạch": "KH",
        "chương trình": "CTr",
        "đề án": "ĐA",
        "phương án": "PA",
        "tờ trình": "TTr",
        "công văn": "CV",
        "biên bản": "BB",
    }
)

PARTY_HD36 = Profile(
    code=ProfileCode.PARTY_HD36,
    title="Văn bản của Đảng theo Hướng dẫn 36-HD/VPTW",
    since=date(2018, 4, 3),
    until=date(2026, 5, 26),
    basis=("Quy định 66-QĐ/TW, ngày 06/02/2017", "Hướng dẫn 36-HD/VPTW, ngày 03/4/2018"),
    page=Page(
        width_mm=210,
        height_mm=297,
        top_mm=_fixed(20),
        bottom_mm=_fixed(20),
        left_mm=_fixed(30),
        right_mm=_fixed(15),
        source=Source("lề cố định 20/20/30/15 mm, mặt trước", Confidence.B),
    ),
    page_number=PageNumber(
        size_pt=_14,
        from_top_mm=10,
        source=Source("giữa, không hiện ở trang đầu", Confidence.B),
        position_source=Source("cách mép trên 10 mm", Confidence.C),
    ),
    body=Body(
        first_line_mm=Range(9, 11, 10),
        gap_pt=Range(6, 24, 6),
        line_pt=Range(18, 60, 18),
        source=Source("từ 18 pt, chính xác; chưa đọc được văn bản gốc", Confidence.C),
    ),
    wording=Wording(
        number="Số {number}-{kind}/{issuer}",
        recipient_separator=",",
        recipient_end=".",
        filing="Lưu {office}",
        abstract_mark="-----",
        end_mark=".",
        source=Source("36-HD/VPTW: dấu phẩy sau mỗi nơi nhận", Confidence.C),
    ),
    components=_PARTY_COMPONENTS,
    kind_symbols=_PARTY_KINDS,
)

_PARTY_COMPONENTS_05 = MappingProxyType(
    {
        name: replace(one, source=_05) if one.source in (_A, _B) else one
        for name, one in _PARTY_COMPONENTS.items()
    }
)

PARTY_HD05 = replace(
    PARTY_HD36,
    code=ProfileCode.PARTY_HD05,
    title="Văn bản của Đảng theo Hướng dẫn 05-HD/VPTW",
    since=date(2026, 5, 27),
    until=None,
    components=_PARTY_COMPONENTS_05,
    basis=("Quy định 399-QĐ/TW, ngày 09/01/2026", "Hướng dẫn 05-HD/VPTW, ngày 27/5/2026"),
    body=Body(
        first_line_mm=Range(9, 11, 10),
        gap_pt=Range(6, 24, 6),
        line_pt=Range(18, 22, 18),
        source=Source("chính xác 18-22 pt, cách đoạn từ 6 pt, thụt 10 mm", Confidence.B),
    ),
    wording=replace(
        PARTY_HD36.wording,
        recipient_separator=";",
        source=Source("05-HD/VPTW, điểm 9.2.5: dấu chấm phẩy", Confidence.C),
    ),
)

_ND30 = Source("Nghị định 30/2020/NĐ-CP, Phụ lục I, mục V", Confidence.A)
_ND30_TEXT = Range(13, 14, 14)
_ND30_KINDS = MappingProxyType(
    {**_PARTY_KINDS, "quy định": "QyĐ", "thông cáo": "TC", "dự án": "DA", "hợp đồng": "HĐ"}
)

_ND30_LAYOUT = Source(
    "Nghị định 30/2020/NĐ-CP: không nêu; trình bày như nội dung", Confidence.P
)
_ND30_APPENDIX = Source("Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III.1", Confidence.A)
_ND30_COMPONENTS: Mapping[str, Component] = MappingProxyType(
    {
        "heading": Component("Quốc hiệu", Range(12, 13, 13), _ND30, bold=True, caps=True),
        "motto": Component("Tiêu ngữ", Range(13, 14, 14), _ND30, bold=True),
        "superior": Component("Cơ quan chủ quản", Range(12, 13, 13), _ND30, caps=True),
        "issuer": Component("Cơ quan ban hành", Range(12, 13, 13), _ND30, bold=True, caps=True),
        "number": Component("Số và ký hiệu", _fixed(13), _ND30),
        "place_date": Component("Địa danh, thời gian", Range(13, 14, 14), _ND30, italic=True),
        "kind": Component("Tên loại", _ND30_TEXT, _ND30, bold=True, caps=True),
        "subject": Component("Trích yếu", _ND30_TEXT, _ND30, bold=True),
        "body": Component("Nội dung", _ND30_TEXT, _ND30, align=Align.BOTH),
        "level1": Component("Mục I", _ND30_TEXT, _ND30, bold=True, caps=True, align=Align.BOTH),
        "level2": Component("Khoản có tiêu đề", _ND30_TEXT, _ND30, bold=True, align=Align.BOTH),
        "authority": Component("Quyền hạn", _ND30_TEXT, _ND30, bold=True, caps=True),
        "position": Component("Chức vụ", _ND30_TEXT, _ND30, bold=True, caps=True),
        "signatory": Component("Họ tên người ký", _ND30_TEXT, _ND30, bold=True),
        "recipients": Component(
            "Nơi nhận", _12, _ND30, bold=True, italic=True, align=Align.LEFT
        ),
        "recipient": Component("Dòng nơi nhận", _fixed(11), _ND30, align=Align.LEFT),
        "draft": Component("Dự thảo", _14, _ND30_LAYOUT, italic=True),
        "appendix": Component("Phụ lục", _14, _ND30_APPENDIX, bold=True),
        "appendix_note": Component("Kèm theo", _ND30_TEXT, _ND30_APPENDIX, italic=True),
        "group": Component(
            "Nhóm trong phụ lục", _14, _ND30_LAYOUT, bold=True, caps=True, align=Align.LEFT
        ),
        "cell": Component("Chữ trong bảng", _ND30_TEXT, _ND30_LAYOUT, align=Align.LEFT),
        "column": Component("Đầu cột", _ND30_TEXT, _ND30_LAYOUT, bold=True),
        "wide_cell": Component("Chữ trong bảng nhiều cột", _WIDE, _OWN, align=Align.LEFT),
        "wide_column": Component("Đầu cột của bảng nhiều cột", _WIDE, _OWN, bold=True),
    }
)

STATE_ND30 = Profile(
    code=ProfileCode.STATE_ND30,
    title="Văn bản hành chính theo Nghị định 30/2020/NĐ-CP",
    since=date(2020, 3, 5),
    until=None,
    basis=("Nghị định 30/2020/NĐ-CP, ngày 05/3/2020",),
    page=Page(
        width_mm=210,
        height_mm=297,
        top_mm=Range(20, 25, 20),
        bottom_mm=Range(20, 25, 20),
        left_mm=Range(30, 35, 30),
        right_mm=Range(15, 20, 15),
        source=Source("Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I", Confidence.A),
    ),
    page_number=PageNumber(
        size_pt=Range(13, 14, 14),
        from_top_mm=10,
        source=Source("Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I", Confidence.A),
        position_source=Source("giữa, trong lề trên; khoảng cách là của ta", Confidence.P),
    ),
    body=Body(
        first_line_mm=Range(10, 12.7, 10),
        gap_pt=Range(6, 24, 6),
        line_pt=None,
        source=Source("Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6.e", Confidence.A),
    ),
    wording=Wording(
        number="Số: {number}/{kind}-{issuer}",
        recipient_separator=";",
        recipient_end=".",
        filing="Lưu: VT, {office}",
        abstract_mark="",
        end_mark="./.",
        source=Source(
            "Nghị định 30/2020/NĐ-CP, Phụ lục I, II.3, II.9; Phụ lục III", Confidence.A
        ),
    ),
    components=_ND30_COMPONENTS,
    kind_symbols=_ND30_KINDS,
)

PROFILES: Mapping[ProfileCode, Profile] = MappingProxyType(
    {profile.code: profile for profile in (PARTY_HD36, PARTY_HD05, STATE_ND30)}
)
PARTY = (PARTY_HD36, PARTY_HD05)


def party_profile(first: date, last: date) -> Profile | None:
    """The Party profile that covers a paper dated from `first` to `last`, or None.

    A month that two profiles share (May 2026) has no answer: the data must say which.
    """
    return next((profile for profile in PARTY if profile.covers(first, last)), None)
