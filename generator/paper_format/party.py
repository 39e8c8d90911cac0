"""The profiles of Party papers: Hướng dẫn 36-HD/VPTW, and 05-HD/VPTW from 27/5/2026.

The two texts were read only in part and through implementers who had them.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from types import MappingProxyType

from generator.paper_format import party_rules
from generator.paper_format.party_components import HD05_COMPONENTS, HD36_COMPONENTS
from generator.paper_format.party_rules import as_in_05, of_05
from generator.paper_format.rules import Addressing
from generator.paper_format.values import (
    Body,
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

PARTY_KINDS = MappingProxyType(
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

_HEAD36 = Source("Hướng dẫn 36-HD/VPTW, điểm 1.1.2 (bản chép)", Confidence.A)


def _one(what: str) -> Source:
    """Of 05-HD/VPTW, as one implementer says."""
    return Source(f"Hướng dẫn 05-HD/VPTW, theo một người có văn bản: {what}", Confidence.C)


PARTY_HD36 = Profile(
    code=ProfileCode.PARTY_HD36,
    title="Văn bản của Đảng theo Hướng dẫn 36-HD/VPTW",
    since=date(2018, 4, 3),
    until=date(2026, 5, 26),
    basis=("Quy định 66-QĐ/TW, ngày 06/02/2017", "Hướng dẫn 36-HD/VPTW, ngày 03/4/2018"),
    page=Page(
        width_mm=210,
        height_mm=297,
        top_mm=fixed(20),
        bottom_mm=fixed(20),
        left_mm=fixed(30),
        right_mm=fixed(15),
        source=as_in_05("lề cố định 20/20/30/15 mm, mặt trước"),
        small_mm=(148, 210),
        small_for=("giấy giới thiệu", "giấy mời", "giấy đi đường", "giấy nghỉ phép"),
    ),
    page_number=PageNumber(
        size_pt=fixed(14),
        from_top_mm=10,
        source=as_in_05("số trang ở giữa, không hiện ở trang đầu"),
        top_source=_one("số trang ở lề trên"),
        position_source=_one("số trang cách mép trên 10 mm"),
        restart_source=_one("mỗi phụ lục đánh số trang riêng"),
    ),
    body=Body(
        first_line_mm=Range(9, 11, 10),
        gap_pt=Range(6, 24, 6),
        line_pt=Range(18, 60, 18),
        source=Source(
            "Hướng dẫn 36-HD/VPTW, chưa đọc được: giãn dòng đúng từ 18 pt, cách đoạn từ 6 pt",
            Confidence.C,
        ),
    ),
    wording=Wording(
        number="Số {number}-{kind}/{issuer}",
        recipient_separator=",",
        recipient_end=".",
        filing="Lưu {office}",
        abstract_mark="-----",
        end_mark=".",
        source=Source(
            "Hướng dẫn 36-HD/VPTW, theo một người có văn bản: dấu phẩy sau mỗi nơi nhận",
            Confidence.C,
        ),
        letter_opening="",  # 36-HD/VPTW's own example has none; "V/v" is not there either
        foreign_filing="VT",
        sources=MappingProxyType(
            {
                **party_rules.wording_sources(as_in_05),
                "abstract_mark": Source("Hướng dẫn 36-HD/VPTW, điểm 1.5.2", Confidence.A),
                "capital_subject": Source(
                    "Hướng dẫn 36-HD/VPTW, bảng cỡ chữ, dòng 5 (bản chép)", Confidence.A
                ),
            }
        ),
    ),
    components=HD36_COMPONENTS,
    kind_symbols=PARTY_KINDS,
    head=party_rules.head(_HEAD36, as_in_05),
    signing=party_rules.signing(as_in_05),
    citing=party_rules.citing(as_in_05),
    addressing=Addressing(
        words=MappingProxyType({"công văn": "Kính gửi", "tờ trình": "Kính gửi"}),
        source=as_in_05("chỉ công văn, tờ trình có dòng Kính gửi"),
    ),
    numbering=party_rules.numbering(as_in_05),
    font_source=as_in_05("mục IV.1, Times New Roman, màu đen"),
)

PARTY_HD05 = replace(
    PARTY_HD36,
    code=ProfileCode.PARTY_HD05,
    title="Văn bản của Đảng theo Hướng dẫn 05-HD/VPTW",
    since=date(2026, 5, 27),
    until=None,
    components=HD05_COMPONENTS,
    basis=("Quy định 399-QĐ/TW, ngày 09/01/2026", "Hướng dẫn 05-HD/VPTW, ngày 27/5/2026"),
    body=Body(
        first_line_mm=Range(9, 11, 10),
        gap_pt=Range(6, 24, 6),
        line_pt=Range(18, 22, 18),
        source=of_05("giãn dòng đúng 18-22 pt, cách đoạn từ 6 pt, thụt 10 mm"),
    ),
    wording=replace(
        PARTY_HD36.wording,
        recipient_separator=";",
        source=Source(
            "Hướng dẫn 05-HD/VPTW, điểm 9.2.5: dấu chấm phẩy sau mỗi nơi nhận", Confidence.C
        ),
        letter_opening="về việc",
        sources=party_rules.wording_sources(of_05),
    ),
    page=replace(PARTY_HD36.page, source=of_05("lề cố định 20/20/30/15 mm, mặt trước")),
    page_number=replace(
        PARTY_HD36.page_number, source=of_05("số trang ở giữa, không hiện ở trang đầu")
    ),
    head=party_rules.head(of_05("tiêu đề, đường kẻ dài bằng tiêu đề"), of_05),
    signing=party_rules.signing(of_05),
    citing=party_rules.citing(of_05),
    numbering=party_rules.numbering(of_05),
    addressing=Addressing(
        words=MappingProxyType({"công văn": "Kính gửi", "tờ trình": "Kính trình"}),
        source=Source(
            "Hướng dẫn 05-HD/VPTW, điểm 9.2.4: công văn Kính gửi, tờ trình Kính trình",
            Confidence.B,
        ),
    ),
    font_source=of_05("mục IV.1, Times New Roman, màu đen"),
)
PARTY = (PARTY_HD36, PARTY_HD05)


def party_profile(first: date, last: date) -> Profile | None:
    """The Party profile that covers a paper dated from `first` to `last`, or None.

    A month that two profiles share (May 2026) has no answer: the data must say which.
    """
    return next((profile for profile in PARTY if profile.covers(first, last)), None)
