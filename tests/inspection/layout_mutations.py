"""Papers spoilt in one place, each with its near twin that is right: a table of edits."""

from __future__ import annotations

from dataclasses import replace

from layout_papers import (
    FONT,
    LONG,
    LOOSE,
    PARTY_LETTER,
    PARTY_PLAN,
    PITCH,
    STATE_PLAN,
    Paper,
    Typed,
)

from generator.inspection.document import Align, Line, LineRule, Look, Spacing
from generator.paper_format import PARTY_HD36

Party, State, Letter = PARTY_PLAN, STATE_PLAN, PARTY_LETTER
MINUTES = Party.put("kind", "BIÊN BẢN").drop("number", "place_date", "recipients", "recipient")
STATE_LETTER = (
    State.drop("kind", "subject")
    .put("number", "Số: 05/SNV-VP")
    .add(Typed("letter_subject", "V/v gửi báo cáo", Look(FONT, 12), table=1), "number")
)


def ladder(*labels: str) -> Paper:
    """The text of a plan with these headings."""
    bare = Party.drop("level1", "level2", "point")
    for label in reversed(labels):
        line = Typed("clause", label, align=Align.BOTH, spacing=PITCH)
        bare = bare.add(line, "basis")
    return bare


# code, the paper that trips it, its near twin
PAGE = [
    ("layout-paper", Party.page(width_mm=215.9, height_mm=279.4), Party.page(width_mm=210.4)),
    (
        "layout-paper",
        Party.page(width_mm=148, height_mm=210),
        MINUTES.put("kind", "GIẤY MỜI").page(width_mm=148, height_mm=210, left_mm=20),
    ),
    ("layout-margin", Party.page(left_mm=29.4), Party.page(left_mm=29.6)),
    ("layout-margin", State.page(left_mm=36), State.page(left_mm=35)),
    ("layout-margin", Party.page(gutter_mm=5), Party.page(gutter_mm=5, left_mm=25)),
    (
        "layout-margin",
        Party.page(2, width_mm=297, height_mm=210, top_mm=30, left_mm=15),
        Party.page(2, width_mm=297, height_mm=210, top_mm=30, bottom_mm=15, left_mm=20).page(
            2, right_mm=20
        ),
    ),
    (
        "layout-font",
        Party.put("body", font="Liberation Serif"),
        Party.put("body", font="times new roman"),
    ),
    ("layout-font", Party.number(font="Arial"), Party.put("star", font="Symbol")),
    (
        "layout-font",
        Party.put("kind", font="Arial Bold"),
        Party.put("kind", font="Times New Roman Bold"),
    ),
    ("layout-colour", Party.put("body", colour="FF0000"), Party.put("body", colour="000000")),
    (
        "layout-colour",
        Party.put("body", colour="595959"),
        Party.put("body", "[Nhấp vào đây để viết.]", colour="595959", at=1),
    ),
]
LOOKS = [
    ("layout-size", Party.put("body", size_pt=13), Party.put("body", size_pt=15)),
    ("layout-size", Party.put("heading", size_pt=14), Party.put("star", size_pt=12)),
    ("layout-size", Party.put("kind", size_pt=14), Party.put("kind", size_pt=15)),
    ("layout-size", Party.put("recipient", size_pt=11), State.put("subject", size_pt=13)),
    (
        "layout-look",
        Party.put("position", bold=True),
        Party.put("position", bold=True).drop("authority"),
    ),
    ("layout-look", State.put("position", bold=False), State.put("body", bold=True)),
    ("layout-look", Party.put("place_date", italic=False), Party.put("body", italic=True)),
    (
        "layout-look",
        Party.put("recipients", underline=False),
        Party.put("heading", underline=True),
    ),
    ("layout-look", Party.put("basis", italic=True), Party.put("point", italic=True)),
    (
        "layout-look",
        Party.put("kind", bold=False, sure=0.9),
        Party.put("kind", bold=False, sure=0.7),
    ),
    (
        "layout-capitals",
        Party.put("kind", "Kế hoạch"),
        Party.put("kind", "Kế hoạch", caps=True),
    ),
    (
        "layout-capitals",
        Party.put("signatory", "NGUYỄN VĂN THỬ"),
        Party.put("position", "kiêm", at=0),
    ),
    (
        "layout-middle",
        Party.put("kind", align=Align.LEFT),
        Party.put("kind", align=Align.LEFT, spacing=Spacing(left_mm=60)),
    ),
    (
        "layout-middle",
        Party.put("subject", align=Align.BOTH),
        Party.put("signatory", align=Align.LEFT),
    ),
]
HEAD = [
    ("layout-missing", Party.drop("star"), Party.put("star", sure=0.5)),
    ("layout-missing", Party.drop("recipients", "recipient"), MINUTES),
    ("layout-missing", Party.drop("place_date"), MINUTES.add(Typed("", "Bình Thử"), "subject")),
    ("layout-missing", Party.drop("number"), Party.put("number", sure=0.5)),
    (
        "layout-heading-text",
        Party.put("heading", "ĐẢNG CỘNG SẢN VIỆT-NAM"),
        Party.put("heading", "ĐẢNG CỘNG  SẢN VIỆT NAM"),
    ),
    (
        "layout-heading-foreign",
        Party.put("heading", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", lines=()),
        State.put("heading", "CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
    ),
    (
        "layout-motto-foreign",
        Party.add(Typed("motto", "Độc lập - Tự do - Hạnh phúc"), "heading"),
        State,
    ),
    (
        "layout-motto-text",
        State.put("motto", "Độc lập-Tự do-Hạnh phúc"),
        State.put("motto", "Độc lập - Tự do - Hạnh phúc "),
    ),
    (
        "layout-line-missing",
        Party.put("heading", lines=()),
        Party.put("heading", lines=(Line("border", 74),)),
    ),
    (
        "layout-line-missing",
        State.put("subject", lines=()),
        State.put("subject", lines=(), sure=0.7),
    ),
    (
        "layout-line-length",
        Party.put("heading", lines=(Line("shape", 68),)),
        Party.put("heading", lines=(Line("shape", 70),)),
    ),
    (
        "layout-line-length",
        State.put("issuer", lines=(Line("shape", 30),)),
        State.put("issuer", lines=(Line("shape", 24),)),
    ),
    (
        "layout-line-object",
        Party.put("heading", lines=()).add(Typed("heading_line", "_________"), "heading"),
        Party.add(Typed("heading_line", "_________", sure=0.6), "heading"),
    ),
    (
        "layout-issuer-line",
        Party.put("star", lines=(Line("shape", 20),)),
        State.put("issuer", lines=(Line("shape", 21),)),
    ),
    ("layout-star-text", Party.put("star", "***"), Party.put("star", " * ")),
    ("layout-star-foreign", State.add(Typed("star", "*", table=1, column=1), "issuer"), Party),
]
NUMBER = [
    (
        "layout-number-opening",
        Party.put("number", "Số: 05-KH/ĐU"),
        Party.put("number", "Số 12-KH/ĐU"),
    ),
    (
        "layout-number-opening",
        State.put("number", "Số 05/KH-SNV"),
        State.put("number", "Số: 125/KH-SNV"),
    ),
    (
        "layout-number-zero",
        Party.put("number", "Số 5-KH/ĐU"),
        Party.put("number", "Số      -KH/ĐU"),
    ),
    (
        "layout-number-signs",
        Party.put("number", "Số 05/KH-ĐU"),
        Party.put("number", "Số 05\u2011KH/ĐU"),
    ),
    (
        "layout-number-signs",
        State.put("number", "Số: 05-KH/SNV"),
        State.put("number", "Số: …/KH-SNV"),
    ),
    (
        "layout-number-spaces",
        Party.put("number", "Số 05 - KH/ĐU"),
        Party.put("number", "Số  05-KH/ĐU"),
    ),
    (
        "layout-number-form",
        Party.put("number", "Số 05-KH"),
        Party.put("number", "Số 05-KH/BCĐTW"),
    ),
    (
        "layout-symbol",
        Party.put("kind", "QUY ĐỊNH").put("number", "Số 05-QĐi/ĐU"),
        Party.put("kind", "QUY ĐỊNH").put("number", "Số 05-QĐ/ĐU"),
    ),
    (
        "layout-symbol",
        State.put("kind", "QUY ĐỊNH").put("number", "Số: 05/QĐi-SNV"),
        State.put("kind", "QUY ĐỊNH").put("number", "Số: 05/QyĐ-SNV"),
    ),
    (
        "layout-symbol-kind",
        Party.put("kind", "BÁO CÁO"),
        Party.put("number", "Số 24-BS/UBKTTU"),
    ),
    ("layout-symbol-kind", Letter.put("number", "Số 12-BC/ĐU"), STATE_LETTER),
    (
        "layout-date-comma",
        Party.put("place_date", "Bình Thử ngày 05 tháng 6 năm 2026"),
        Party.put("place_date", "TP. Bình Thử, ngày 05 tháng 6 năm 2026"),
    ),
    (
        "layout-date-place",
        Party.put("place_date", "Ngày 05 tháng 6 năm 2026".lower()),
        Party.put("place_date", "Bình Thử, ngày    tháng    năm 2026"),
    ),
    (
        "layout-date-form",
        Party.put("place_date", "Bình Thử, 05/6/2026"),
        Party.put("place_date", "Bình Thử, ngày … tháng … năm 2026"),
    ),
    (
        "layout-date-zero",
        Party.put("place_date", "Bình Thử, ngày 5 tháng 6 năm 2026"),
        Party.put("place_date", "Bình Thử, ngày 15 tháng 6 năm 2026"),
    ),
    (
        "layout-date-zero",
        Party.put("place_date", "Bình Thử, ngày 05 tháng 06 năm 2026"),
        Party.put("place_date", "Bình Thử, ngày 05 tháng 02 năm 2026"),
    ),
    (
        "layout-date-unreal",
        Party.put("place_date", "Bình Thử, ngày 31 tháng 6 năm 2026"),
        Party.put("place_date", "Bình Thử, ngày 30 tháng 6 năm 2026"),
    ),
]
TITLES = [
    (
        "layout-subject-letter",
        Party.put("subject", "Tổ chức đại hội chi bộ"),
        MINUTES.put("subject", "Bầu ban chấp hành"),
    ),
    (
        "layout-subject-letter",
        State.put("subject", "tổ chức hội nghị"),
        Party.put("subject", "Ban Chấp Hành"),
    ),
    (
        "layout-mark-missing",
        Party.drop("subject_mark"),
        Party.drop("subject_mark").put("subject", sure=0.7),
    ),
    (
        "layout-mark",
        Party.put("subject_mark", "------"),
        Party.put("subject_mark", "\u2011" * 5),
    ),
    (
        "layout-mark",
        Party.drop("subject_mark").put("subject", lines=(Line("shape", 30),)),
        Party,
    ),
    (
        "layout-mark-foreign",
        State.add(Typed("subject_mark", "-----"), "subject"),
        State.add(Typed("subject_mark", "_____"), "subject"),
    ),
    (
        "layout-letter-opening",
        Letter.put("letter_subject", "V/v gửi báo cáo"),
        replace(Letter, profile=PARTY_HD36).put("letter_subject", "gửi báo cáo"),
    ),
    (
        "layout-letter-opening",
        STATE_LETTER.put("letter_subject", "về việc gửi báo cáo"),
        STATE_LETTER.put("letter_subject", "v/v gửi báo cáo"),
    ),
    (
        "layout-addressees-kind",
        Party.add(
            Typed("addressees", "Kính gửi:", Look(FONT, 14, italic=True)), "subject_mark"
        ),
        State.add(Typed("addressees", "Kính gửi: Sở", Look(FONT, 14)), "subject"),
    ),
    (
        "layout-addressees-word",
        Letter.put("addressees", "Kính trình:", at=0),
        Party.put("kind", "TỜ TRÌNH")
        .put("number", "Số 05-TTr/ĐU")
        .add(Typed("addressees", "Kính trình:", Look(FONT, 14, italic=True)), "subject_mark"),
    ),
]
TEXT = [
    (
        "layout-basis-opening",
        Party.put("basis", "Căn cứ Điều lệ Đảng;", at=0),
        Party.put("basis", "-  Căn cứ Điều lệ Đảng;", at=0),
    ),
    ("layout-basis-opening", State.put("basis", "- Căn cứ Luật Lưu trữ;", at=0), State),
    (
        "layout-basis-end",
        Party.put("basis", "- Căn cứ Điều lệ Đảng.", at=0),
        Party.put("basis", "- Căn cứ Chỉ thị.", at=1),
    ),
    (
        "layout-basis-last",
        Party.put("basis", "- Căn cứ Chỉ thị;", at=1),
        Party.put("basis", "- Căn cứ Chỉ thị;", at=1).put(
            "body", "Trên cơ sở Kế hoạch của Tỉnh ủy;", at=0
        ),
    ),
    (
        "layout-justified",
        Party.put("body", align=Align.LEFT),
        Party.put("point", align=Align.LEFT),
    ),
    (
        "layout-indent",
        Party.put("body", spacing=replace(PITCH, first_line_mm=12.7)),
        Party.put("body", spacing=replace(PITCH, first_line_mm=0, left_mm=10)),
    ),
    (
        "layout-indent",
        State.put("body", spacing=replace(LOOSE, first_line_mm=5)),
        State.put("body", spacing=replace(LOOSE, first_line_mm=12.7)),
    ),
    (
        "layout-gap",
        Party.put("body", spacing=replace(PITCH, after_pt=3)),
        Party.put("body", spacing=replace(PITCH, before_pt=3, after_pt=3)),
    ),
    (
        "layout-pitch",
        Party.put("body", spacing=replace(PITCH, line=1, rule=LineRule.MULTIPLE)),
        Party.put("body", spacing=replace(PITCH, line=22)),
    ),
    (
        "layout-pitch",
        Party.put("body", spacing=replace(PITCH, line=23)),
        replace(Party, profile=PARTY_HD36).put("body", spacing=replace(PITCH, line=23)),
    ),
    (
        "layout-pitch",
        State.put("body", spacing=replace(LOOSE, line=2)),
        State.put("body", spacing=replace(LOOSE, line=18, rule=LineRule.EXACT)),
    ),
    ("layout-ladder", ladder("I- A", "II- B", "IV- C"), ladder("I- A", "II- B", "III- C")),
    ("layout-ladder", ladder("1. Một", "3. Ba"), ladder("I. A", "1. Một", "II. B", "1. Một")),
    (
        "layout-ladder",
        ladder("a) Một", "b) Hai", "d) Bốn"),
        ladder("c) Ba", "a) Một", "b) Hai", "c) Ba", "d) Bốn", "đ) Năm"),
    ),
    (
        "layout-ladder",
        ladder("2. Hai", "1. Một", "1.1. A", "1.3. C"),
        ladder("1. Một", "1.1. A", "1.2. B", "2. Hai", "2.1. C"),
    ),
    (
        "layout-ladder",
        ladder("Điều 1. A", "Điều 3. B"),
        ladder("Chương I", "Điều 1. A", "Chương II", "Điều 2. B"),
    ),
    ("layout-ladder-first", ladder("II. A"), ladder("I. A")),
    ("layout-ladder-first", ladder("1. Một", "2.1. A"), ladder("“2. Hai” là đề mục cũ")),
    (
        "layout-ladder-twice",
        ladder("1. Một", "2. Hai", "2. Ba"),
        ladder("1. Một", "2. Hai", "a) Ba", "1. Một"),
    ),
    ("layout-end-foreign", Party.put("body", f"{LONG}./.", at=2), State),
    (
        "layout-end",
        Party.put("body", f"{LONG}của Đảng ủy xã", at=2),
        Party.put("body", "[Nhấp vào đây để viết nội dung này]", at=2),
    ),
    (
        "layout-end",
        State.put("body", f"{LONG}theo Phụ lục kèm theo.", at=1),
        State.put("body", "(Có Phụ lục, danh sách kèm theo)", at=1),
    ),
]
CLOSING = [
    (
        "layout-prefix-foreign",
        Party.put("authority", "TM. BAN THƯỜNG VỤ"),
        Party.put("authority", "T/L BAN THƯỜNG VỤ"),
    ),
    (
        "layout-prefix-foreign",
        State.put("authority", "K/T GIÁM ĐỐC"),
        State.put("authority", "TUQ. GIÁM ĐỐC"),
    ),
    (
        "layout-prefix",
        Party.put("authority", "TM BAN THƯỜNG VỤ"),
        Party.put("authority", "Q. TRƯỞNG BAN"),
    ),
    (
        "layout-title-organ",
        Party.put("position", "PHÓ BÍ THƯ ĐẢNG ỦY"),
        Party.put("position", "CHÁNH VĂN PHÒNG TỈNH ỦY").put("authority", "T/L BAN THƯỜNG VỤ"),
    ),
    (
        "layout-title-organ",
        Party.put("position", "BÍ THƯ CHI BỘ"),
        Party.put("position", "BÍ THƯ ĐẢNG ỦY").add(
            Typed("position", "kiêm", table=2, column=2), "position"
        ),
    ),
    (
        "layout-name-honour",
        Party.put("signatory", "Đồng chí Nguyễn Văn Thử"),
        Party.put("signatory", "Đồng Văn Thử"),
    ),
    (
        "layout-name-honour",
        State.put("signatory", "TS. Trần Thị Thử"),
        State.put("signatory", "Tsơn Thử"),
    ),
    (
        "layout-recipients-word",
        Party.put("recipients", "Nơi gửi:"),
        Party.put("recipients", "Nơi  nhận:"),
    ),
    (
        "layout-recipient-opening",
        Party.put("recipient", "Các chi bộ trực thuộc;", at=1),
        Party.put("recipient", "-Các chi bộ trực thuộc;", at=1),
    ),
    (
        "layout-recipient-sign",
        Party.put("recipient", "- Các chi bộ trực thuộc,", at=1),
        Party.put("recipient", "- Các chi bộ trực thuộc :", at=1),
    ),
    ("layout-recipient-last", Party.put("recipient", "- Lưu Văn phòng Đảng ủy", at=2), Party),
    (
        "layout-filing-missing",
        Party.put("recipient", "- Văn phòng Đảng ủy.", at=2),
        Party.put("recipient", "- Lưu Ban Tổ chức Đảng ủy.", at=2),
    ),
    (
        "layout-filing-last",
        Party.put("recipient", "- Lưu Văn phòng Đảng ủy;", at=1).put(
            "recipient", "- Các chi bộ.", at=2
        ),
        Party,
    ),
    (
        "layout-filing-form",
        Party.put("recipient", "- Lưu: Văn phòng Đảng ủy.", at=2),
        Party.put("recipient", "- Lưu Hồ sơ đại hội.", at=2),
    ),
    (
        "layout-filing-foreign",
        Party.put("recipient", "- Lưu: VT, VP.", at=2),
        Party.put("recipient", "- Lưu VTĐT.", at=2),
    ),
    (
        "layout-filing-form",
        State.put("recipient", "- Lưu Văn phòng.", at=1),
        State.put("recipient", "- Lưu: VT.", at=1),
    ),
]
PAGING = [
    (
        "layout-page-number-missing",
        replace(Letter, numbers=()).put("body", LONG * 50 + "báo cáo."),
        replace(Letter, numbers=()),
    ),
    (
        "layout-page-number-missing",
        Party.page(2, furniture=())
        .add(Typed("", LONG * 50, align=Align.BOTH, section=2), "appendix")
        .put("", section=2),
        Party.page(2, furniture=()),
    ),
    (
        "layout-page-number-first",
        Party.page(title_page=False),
        replace(Party, number_pages="default"),
    ),
    ("layout-page-number-first", replace(Party, number_pages="first"), Party),
    ("layout-page-number-below", replace(Party, number_place="footer"), Party),
    (
        "layout-page-number-middle",
        Party.number(align=Align.RIGHT),
        Party.number(align=Align.LEFT, text="\t2"),
    ),
    ("layout-page-number-size", Party.number(size_pt=12), replace(State).number(size_pt=13)),
    ("layout-page-number-look", Party.number(bold=True), Party),
    (
        "layout-page-number-format",
        Party.page(number_format="upperRoman"),
        Party.page(number_format="decimal"),
    ),
    ("layout-page-number-distance", Party.page(header_mm=12.7), State.page(header_mm=12.7)),
    ("layout-page-number-distance", Party.page(header_mm=9.3), Party.page(header_mm=9.7)),
    ("layout-appendix-pages", Party.page(3, starts_at=None), Party),
]
APPENDICES = [
    (
        "layout-appendix-order",
        Party.put("appendix", "PHỤ LỤC 3", at=1),
        Party.put("appendix", "PHỤ LỤC II", at=1),
    ),
    ("layout-appendix-order", Party.put("appendix", "PHỤ LỤC", at=1), State),
    (
        "layout-appendix-absent",
        Party.put("point", "b) Đúng quy định (phụ lục 3).", at=1),
        Party.put("point", "b) Theo Phụ lục 3 của Kế hoạch số 01-KH/TU.", at=1),
    ),
    (
        "layout-appendix-unnamed",
        State.put("body", f"{LONG}theo lịch./.", at=1),
        State.put("appendix", "Phụ lục I").put("body", f"{LONG}(Phụ lục I)./.", at=1),
    ),
]
WORK = [
    ("layout-tracked-changes", Party.said(changes=2), Party.said(changes=0)),
    ("layout-comments", Party.said(comments=1), Party.said(comments=0)),
    (
        "layout-broken-reference",
        Party.put("body", "Xem Error! Reference source not found.", at=1),
        Party.put("body", "Xem mục “Error” của máy.", at=1),
    ),
    (
        "layout-broken-reference",
        Party.put("body", "Xem Lỗi! Không tìm thấy nguồn tham chiếu.", at=1),
        Party.put("body", "Không được có lỗi!", at=1),
    ),
    (
        "layout-left-tag",
        Party.put("body", "Tại {{ venue }}.", at=1),
        Party.put("body", "Tại {hội trường}.", at=1),
    ),
    (
        "layout-left-tag",
        Party.put("signatory", "«Họ_tên»"),
        Party.put("body", "Chủ đề «Đoàn kết, đổi mới».", at=1),
    ),
]
MUTATIONS = [
    *PAGE,
    *LOOKS,
    *HEAD,
    *NUMBER,
    *TITLES,
    *TEXT,
    *CLOSING,
    *PAGING,
    *APPENDICES,
    *WORK,
]
IDS = [f"{at}-{code.removeprefix('layout-')}" for at, (code, _, _) in enumerate(MUTATIONS)]
