"""The profile of State papers: Nghị định 30/2020/NĐ-CP, read in the decree's own files."""

from __future__ import annotations

from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.paper_format.party_components import OWN, WIDE
from generator.paper_format.rules import (
    Addressing,
    Citing,
    Head,
    Numbering,
    Required,
    Signing,
    Stroke,
)
from generator.paper_format.values import (
    Align,
    Body,
    Component,
    Confidence,
    Page,
    PageNumber,
    Profile,
    ProfileCode,
    Range,
    Source,
    Wording,
    fixed,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

_TEXT = Range(13, 14, 14)
_ND30 = Source("Nghị định 30/2020/NĐ-CP, Phụ lục I, mục V", Confidence.A)
_LAYOUT = Source("Nghị định 30/2020/NĐ-CP: không nêu; trình bày như nội dung", Confidence.P)
_APPENDIX = Source("Nghị định 30/2020/NĐ-CP, Phụ lục I, mục III.1", Confidence.A)
_HEAD_SOURCE = Source("Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.1, II.2", Confidence.A)
_NUMBER = Source("Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.3", Confidence.A)
_SYMBOLS = Source("Nghị định 30/2020/NĐ-CP, Phụ lục III, mục I", Confidence.A)
_FORMS = Source("Nghị định 30/2020/NĐ-CP, Phụ lục III: các mẫu", Confidence.C)
_RECIPIENTS = Source("Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.9", Confidence.A)
_MUST = Source("Nghị định 30/2020/NĐ-CP, Điều 8 và Phụ lục I", Confidence.A)

# the whole list of Phụ lục III, mục I; a letter (công văn) has no symbol
STATE_KINDS = MappingProxyType(
    {
        "nghị quyết": "NQ",
        "quyết định": "QĐ",
        "chỉ thị": "CT",
        "quy chế": "QC",
        "quy định": "QyĐ",
        "thông cáo": "TC",
        "thông báo": "TB",
        "hướng dẫn": "HD",
        "chương trình": "CTr",
        "kế hoạch": "KH",
        "phương án": "PA",
        "đề án": "ĐA",
        "dự án": "DA",
        "báo cáo": "BC",
        "biên bản": "BB",
        "tờ trình": "TTr",
        "hợp đồng": "HĐ",
        "công điện": "CĐ",
        "bản ghi nhớ": "BGN",
        "bản thỏa thuận": "BTT",
        "giấy ủy quyền": "GUQ",
        "giấy mời": "GM",
        "giấy giới thiệu": "GGT",
        "giấy nghỉ phép": "GNP",
        "phiếu gửi": "PG",
        "phiếu chuyển": "PC",
        "phiếu báo": "PB",
    }
)

_COMPONENTS: Mapping[str, Component] = MappingProxyType(
    {
        "heading": Component("Quốc hiệu", Range(12, 13, 13), _ND30, bold=True, caps=True),
        "motto": Component("Tiêu ngữ", Range(13, 14, 14), _ND30, bold=True),
        "superior": Component("Cơ quan chủ quản", Range(12, 13, 13), _ND30, caps=True),
        "issuer": Component("Cơ quan ban hành", Range(12, 13, 13), _ND30, bold=True, caps=True),
        "number": Component("Số và ký hiệu", fixed(13), _ND30),
        "place_date": Component("Địa danh, thời gian", Range(13, 14, 14), _ND30, italic=True),
        "kind": Component("Tên loại", _TEXT, _ND30, bold=True, caps=True),
        "subject": Component("Trích yếu", _TEXT, _ND30, bold=True),
        "body": Component("Nội dung", _TEXT, _ND30, align=Align.BOTH),
        "level1": Component("Mục I", _TEXT, _ND30, bold=True, caps=True, align=Align.BOTH),
        "level2": Component("Khoản có tiêu đề", _TEXT, _ND30, bold=True, align=Align.BOTH),
        "authority": Component("Quyền hạn", _TEXT, _ND30, bold=True, caps=True),
        "position": Component("Chức vụ", _TEXT, _ND30, bold=True, caps=True),
        "signatory": Component("Họ tên người ký", _TEXT, _ND30, bold=True),
        "recipients": Component(
            "Nơi nhận", fixed(12), _ND30, bold=True, italic=True, align=Align.LEFT
        ),
        "recipient": Component("Dòng nơi nhận", fixed(11), _ND30, align=Align.LEFT),
        "draft": Component("Dự thảo", fixed(14), _LAYOUT, italic=True),
        "appendix": Component("Phụ lục", fixed(14), _APPENDIX, bold=True),
        "appendix_note": Component("Kèm theo", _TEXT, _APPENDIX, italic=True),
        "group": Component(
            "Nhóm trong phụ lục", fixed(14), _LAYOUT, bold=True, caps=True, align=Align.LEFT
        ),
        "cell": Component("Chữ trong bảng", _TEXT, _LAYOUT, align=Align.LEFT),
        "column": Component("Đầu cột", _TEXT, _LAYOUT, bold=True),
        "wide_cell": Component("Chữ trong bảng nhiều cột", WIDE, OWN, align=Align.LEFT),
        "wide_column": Component("Đầu cột của bảng nhiều cột", WIDE, OWN, bold=True),
        "part_title": Component("Phần, chương, mục", _TEXT, _ND30, bold=True),
        "article": Component("Điều", _TEXT, _ND30, bold=True, align=Align.BOTH),
        "clause": Component("Khoản", _TEXT, _ND30, align=Align.BOTH),
        "point": Component("Điểm", _TEXT, _ND30, align=Align.BOTH),
        "dash": Component("Gạch đầu dòng", _TEXT, _ND30, align=Align.BOTH),
        "plus": Component("Dấu cộng đầu dòng", _TEXT, _ND30, align=Align.BOTH),
        "basis": Component("Căn cứ", _TEXT, _ND30, italic=True, align=Align.BOTH),
        "letter_subject": Component("Trích yếu công văn", Range(12, 13, 12), _ND30),
        "addressees": Component("Kính gửi", _TEXT, _ND30),
        "addressee": Component("Nơi được gửi đến", _TEXT, _ND30),
        "urgency": Component("Mức độ khẩn", _TEXT, _ND30, bold=True, caps=True),
        "secrecy": Component(
            "Mức độ mật",
            _TEXT,
            Source("theo luật riêng; chưa đọc", Confidence.UNKNOWN),
            bold=True,
            caps=True,
        ),
        "circulation": Component("Phạm vi lưu hành", _TEXT, _ND30, bold=True, caps=True),
        "typist": Component("Ký hiệu người soạn thảo", fixed(11), _ND30, align=Align.LEFT),
        "contact": Component("Địa chỉ, liên hệ", Range(11, 12, 11), _ND30),
        "appendix_title": Component("Tên phụ lục", _TEXT, _APPENDIX, bold=True, caps=True),
    }
)

_BESIDE = Range(1 / 3, 1 / 2, 0.4)
_MINUTES = ("biên bản",)
_HEAD = Head(
    headings=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    mottoes=("Độc lập - Tự do - Hạnh phúc",),
    foreign=("ĐẢNG CỘNG SẢN VIỆT NAM",),
    star="",
    source=_HEAD_SOURCE,
    star_source=_HEAD_SOURCE,
    # the decree's own forms type these lines: nothing is said of what they are made of, and
    # its form of minutes has none under the subject
    strokes=MappingProxyType(
        {
            "motto_line": Stroke(
                "đường kẻ dưới tiêu ngữ",
                "motto",
                Range(0.95, 1.05, 1),
                _HEAD_SOURCE,
            ),
            "issuer_line": Stroke("đường kẻ dưới tên cơ quan", "issuer", _BESIDE, _HEAD_SOURCE),
            "subject_mark": Stroke(
                "đường kẻ dưới trích yếu", "subject", _BESIDE, _ND30, unless=_MINUTES
            ),
        }
    ),
    required=(
        Required("heading", ("cộng hòa xã hội",), _MUST),
        Required("motto", ("độc lập",), _MUST),
        Required("number", ("số",), _MUST, _MINUTES, of_its_own=True),
        Required("place_date", ("tháng",), _MUST, _MINUTES, of_its_own=True),
        Required("recipients", ("nơi nhận",), _MUST, _MINUTES, anywhere=True, of_its_own=True),
    ),
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
        size_pt=_TEXT,
        from_top_mm=10,
        source=Source("Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I", Confidence.A),
        top_source=Source("Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I", Confidence.A),
        position_source=Source("giữa, trong lề trên; khoảng cách là của ta", Confidence.P),
        restart_source=_APPENDIX,
    ),
    body=Body(
        first_line_mm=Range(10, 12.7, 10),
        gap_pt=Range(6, 24, 6),
        line_pt=None,
        source=Source("Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6.e", Confidence.A),
        line_multiple=Range(1, 1.5, 1),
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
        letter_number="Số: {number}/{issuer}",
        capital_subject=True,
        letter_opening="V/v",
        sources=MappingProxyType(
            {
                "number": _NUMBER,
                "letter_number": _NUMBER,
                "date": Source("Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4.b", Confidence.A),
                "end_mark": _FORMS,
                "capital_subject": _FORMS,
                "letter_opening": _ND30,
                "filing": _RECIPIENTS,
                "recipient_separator": _RECIPIENTS,
                "recipient_opening": _RECIPIENTS,
                "recipients": _RECIPIENTS,
            }
        ),
    ),
    components=_COMPONENTS,
    kind_symbols=STATE_KINDS,
    head=_HEAD,
    signing=Signing(
        prefixes=("TM.", "KT.", "TL.", "TUQ.", "Q."),
        foreign=MappingProxyType({"T/M": "TM.", "K/T": "KT.", "T/L": "TL."}),
        organs=(),
        honours=("gs.", "pgs.", "ts.", "ths.", "giáo sư", "phó giáo sư", "tiến sĩ", "thạc sĩ"),
        source=Source("Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7", Confidence.A),
        title_source=Source("Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7", Confidence.A),
        name_source=Source("Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.7.c", Confidence.A),
    ),
    citing=Citing(
        opening="",
        end=";",
        last_ends=(".",),
        source=Source("Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6, V", Confidence.A),
    ),
    addressing=Addressing(
        words=MappingProxyType({"công văn": "Kính gửi", "tờ trình": "Kính gửi"}),
        source=_RECIPIENTS,
        others_may=True,
    ),
    numbering=Numbering(
        wrong_symbols=MappingProxyType({"QĐi": "QyĐ"}),
        copies=("SY", "TrS", "SL"),
        symbol_source=_SYMBOLS,
        points="abcdđeghiklmnopqrstuvxy",
        points_source=Source("Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.6", Confidence.A),
        cited_source=_APPENDIX,
    ),
    font_source=Source("Nghị định 30/2020/NĐ-CP, Phụ lục I, mục I", Confidence.A),
)
