"""Papers of ours whose components say something wrong: one line of data for each fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edits import (
    DOCUMENT,
    HEADER,
    after,
    commented,
    everywhere,
    in_part,
    looks,
    page,
    says,
    stands,
    styled,
    tracked,
    without,
    words,
)
from mutations import Mutation
from own_papers import LETTER, PLAN, REPORT, SAMPLE_PLAN, STATE

if TYPE_CHECKING:
    from edits import Edit, Parts
    from mutations import Edits

_NUMBER, _DAY, _SUBJECT, _BODY = "VKSo", "VKDiaDanh", "VKTrichYeu", "VKNoiDung"
_PREFIX, _POST, _NAME, _TO = "VKQuyenHan", "VKChucVu", "VKHoTen", "VKDongNoiNhan"
_START, _RESTART = "<w:titlePg/>", '<w:pgNumType w:start="1"/>'


def _number(
    wrong: str, right: str, code: str, name: str, paper: str = PLAN, *also: str
) -> Mutation:
    return Mutation(name, paper, (says(_NUMBER, wrong),), (says(_NUMBER, right),), code, also)


def _day(
    wrong: str, right: str, code: str, name: str, paper: str = PLAN, *also: str
) -> Mutation:
    return Mutation(name, paper, (says(_DAY, wrong),), (says(_DAY, right),), code, also)


def _grounds(*grounds: str) -> Edit:
    """The text begins with these grounds, then says what they are for."""
    *others, last = (*grounds, "- Căn cứ Chỉ thị số 45-CT/TW, ngày 14/4/2025 của Bộ Chính trị.")
    opening = [*others, last, "Ban Thường vụ Đảng ủy xã xây dựng kế hoạch như sau:"]

    def edit(parts: Parts) -> Parts:
        first, *rest = opening
        return after(_BODY, *rest)(says(_BODY, first)(parts))

    return edit


def _header(old: str, wrong: str, right: str) -> tuple[Edits, Edits]:
    return (in_part(HEADER, old, wrong),), (in_part(HEADER, old, right),)


_RELATION = "officeDocument/2006/relationships/"
_FOOTER = (
    everywhere(DOCUMENT, "<w:headerReference", "<w:footerReference"),
    in_part("word/_rels/document.xml.rels", f"{_RELATION}header", f"{_RELATION}footer"),
    in_part(
        "[Content_Types].xml", "wordprocessingml.header+xml", "wordprocessingml.footer+xml"
    ),
    everywhere(HEADER, "w:hdr", "w:ftr"),
)
NUMBER = (
    _number("Số: 05-KH/TCĐ", "Số 05-KH/TCĐ", "layout-number-opening", "a colon after the word"),
    _number(
        "Số 27/KH-SVHTT",
        "Số: 127/KH-SVHTT",
        "layout-number-opening",
        "no colon, in the State",
        STATE,
    ),
    _number("Số 5-KH/TCĐ", "Số 15-KH/TCĐ", "layout-number-zero", "a number without its zero"),
    _number(
        "Số: 7/KH-SVHTT",
        "Số: 07/KH-SVHTT",
        "layout-number-zero",
        "a number without its zero, in the State",
        STATE,
    ),
    _number("Số 05/KH-TCĐ", "Số 05\u2011KH/TCĐ", "layout-number-signs", "signs of the State"),
    _number(
        "Số: 27-KH/SVHTT", "Số: …/KH-SVHTT", "layout-number-signs", "signs of the Party", STATE
    ),
    _number(
        "Số 05 - KH / TCĐ", "Số  05-KH/TCĐ", "layout-number-spaces", "spaces in the number"
    ),
    _number("Số 05-KH", "Số 05-KH/BCĐTW", "layout-number-form", "no organ in the symbol"),
    _number("Số 05-QĐi/TCĐ", "Số 05-KH/TCĐ", "layout-symbol", "a symbol that does not exist"),
    _number(
        "Số 05-BC/TCĐ", "Số 105-KH/TCĐ", "layout-symbol-kind", "the symbol of another kind"
    ),
)
DAY = (
    _day(
        "Tây Ninh ngày 05 tháng 11 năm 2024",
        "TP. Tây Ninh, ngày 25 tháng 11 năm 2024",
        "layout-date-comma",
        "no comma after the place",
    ),
    _day(
        "ngày 05 tháng 11 năm 2024",
        "Tây Ninh, ngày 25 tháng 11 năm 2024",
        "layout-date-place",
        "no place",
    ),
    _day(
        "Tây Ninh, 25/11/2024",
        "Tây Ninh, ngày 25 tháng 11 năm 2024",
        "layout-date-form",
        "a short date",
    ),
    _day(
        "Tây Ninh, ngày 5 tháng 12 năm 2024",
        "Tây Ninh, ngày 05 tháng 12 năm 2024",
        "layout-date-zero",
        "a day without its zero",
    ),
    _day(
        "Bình Thử, ngày 05 tháng 03 năm 2026",
        "Bình Thử, ngày 05 tháng 02 năm 2026",
        "layout-date-zero",
        "a month with a zero that it has not",
        STATE,
    ),
    _day(
        "Bình Thử, ngày 05 tháng 2 năm 2026",
        "Bình Thử, ngày 05 tháng 01 năm 2026",
        "layout-date-zero",
        "a month without its zero",
        STATE,
    ),
    _day(
        "Tây Ninh, ngày 31 tháng 11 năm 2024",
        "Tây Ninh, ngày 30 tháng 11 năm 2024",
        "layout-date-unreal",
        "a day that is not in the calendar",
    ),
)
TITLES = (
    Mutation(
        "a subject that begins with a capital",
        PLAN,
        (says(_SUBJECT, "Phối hợp chỉ đạo đại hội điểm"),),
        (says(_SUBJECT, "về việc chỉ đạo đại hội điểm"),),
        "layout-subject-letter",
    ),
    Mutation(
        "a subject that begins small, in the State",
        STATE,
        (says(_SUBJECT, "phục vụ đại hội đảng bộ các cấp"),),
        (says(_SUBJECT, "Về phục vụ đại hội đảng bộ các cấp"),),
        "layout-subject-letter",
    ),
    Mutation(
        "four hyphens",
        PLAN,
        (says("VKGach", "----"),),
        (says("VKGach", "\u2011" * 5),),
        "layout-mark",
    ),
    Mutation(
        "six hyphens",
        SAMPLE_PLAN,
        (says("VKGach", "------"),),
        (says("VKGach", " ----- "),),
        "layout-mark",
    ),
    Mutation(
        "no hyphens",
        REPORT,
        (without("VKGach"),),
        (says("VKGach", " ----- "),),
        "layout-mark-missing",
    ),
    Mutation(
        "the hyphens of the Party",
        STATE,
        (after(_SUBJECT, "-----", style=_NUMBER),),
        (after(_BODY, "- Phân công người trực;"),),
        "layout-mark-foreign",
    ),
    Mutation(
        "addressees in a plan",
        SAMPLE_PLAN,
        (after("VKGach", "Kính gửi: Các chi bộ trực thuộc"),),
        (after(_BODY, "Các chi bộ gửi báo cáo về Đảng ủy xã."),),
        "layout-addressees-kind",
        ("layout-look",),
    ),
)
TEXT = (
    Mutation(
        "text on the left",
        PLAN,
        (styled(_BODY, '<w:jc w:val="both"/>', '<w:jc w:val="left"/>'),),
        (looks(_BODY, "<w:i/>"),),
        "layout-justified",
    ),
    Mutation(
        "indent of 12,7 mm",
        PLAN,
        (styled(_BODY, 'w:firstLine="567"', 'w:firstLine="720"'),),
        (styled(_BODY, 'w:firstLine="567"', 'w:firstLine="600"'),),
        "layout-indent",
    ),
    Mutation(
        "indent of 5 mm, in the State",
        STATE,
        (styled(_BODY, 'w:firstLine="567"', 'w:firstLine="284"'),),
        (styled(_BODY, 'w:firstLine="567"', 'w:firstLine="720"'),),
        "layout-indent",
    ),
    Mutation(
        "gap of 3 pt",
        PLAN,
        (styled(_BODY, 'w:after="120"', 'w:after="60"'),),
        (styled(_BODY, 'w:before="0" w:after="120"', 'w:before="60" w:after="60"'),),
        "layout-gap",
    ),
    Mutation(
        "single pitch",
        PLAN,
        (styled(_BODY, 'w:line="360" w:lineRule="exact"', 'w:line="240" w:lineRule="auto"'),),
        (styled(_BODY, 'w:line="360"', 'w:line="440"'),),
        "layout-pitch",
    ),
    Mutation(
        "pitch of 23 pt",
        SAMPLE_PLAN,
        (styled(_BODY, 'w:line="360"', 'w:line="460"'),),
        (styled(_BODY, 'w:line="360"', 'w:line="420"'),),
        "layout-pitch",
    ),
    Mutation(
        "double pitch, in the State",
        STATE,
        (stands("Các phòng thực hiện", '<w:spacing w:line="480" w:lineRule="auto"/>'),),
        (stands("Các phòng thực hiện", '<w:spacing w:line="360" w:lineRule="auto"/>'),),
        "layout-pitch",
    ),
    Mutation(
        "a heading skipped",
        PLAN,
        (says("III. TỔ CHỨC", "IV. TỔ CHỨC THỰC HIỆN"),),
        (says("III. TỔ CHỨC", "III. THỰC HIỆN"),),
        "layout-ladder",
    ),
    Mutation(
        "a point skipped",
        PLAN,
        (words("3.2. Đối với", "3.4. Đối với"), words("3.3. Một số", "3.5. Một số")),
        (words("3.3. Một số", "3.3. Những"),),
        "layout-ladder",
    ),
    Mutation(
        "a heading twice",
        SAMPLE_PLAN,
        (words("III. TỔ CHỨC", "II. TỔ CHỨC"),),
        (words("II. NỘI DUNG", "II. CÁC NỘI DUNG"),),
        "layout-ladder-twice",
    ),
    Mutation(
        "headings that begin with the second",
        STATE,
        (without("I. MỤC ĐÍCH"),),
        (without("II. TỔ CHỨC"),),
        "layout-ladder-first",
    ),
    Mutation(
        "the end mark of the State",
        PLAN,
        (says("VKKet", "Trên đây là Kế hoạch chỉ đạo đại hội điểm./."),),
        (says("VKKet", "Trên đây là Kế hoạch chỉ đạo đại hội điểm."),),
        "layout-end-foreign",
    ),
    Mutation(
        "no end mark",
        REPORT,
        (says("VKKet", "Trên đây là Báo cáo kết quả đại hội điểm"),),
        (says("VKKet", "Trên đây là Báo cáo kết quả đại hội điểm. "),),
        "layout-end",
    ),
    Mutation(
        "the end mark of the Party",
        STATE,
        (words("Giám đốc Sở./.", "Giám đốc Sở."),),
        (words("Giám đốc Sở./.", "Giám đốc./."),),
        "layout-end",
    ),
    Mutation(
        "grounds that do not begin with a hyphen",
        SAMPLE_PLAN,
        (_grounds("Căn cứ Điều lệ Đảng;"),),
        (_grounds("-  Căn cứ Điều lệ Đảng;"),),
        "layout-basis-opening",
    ),
    Mutation(
        "grounds that end with a full stop",
        SAMPLE_PLAN,
        (_grounds("- Căn cứ Điều lệ Đảng."),),
        (_grounds("- Căn cứ Điều lệ Đảng;"),),
        "layout-basis-end",
    ),
    Mutation(
        "the last of the grounds ends with a semicolon",
        SAMPLE_PLAN,
        (_grounds("- Căn cứ Điều lệ Đảng;"), words("của Bộ Chính trị.", "của Bộ Chính trị;")),
        (_grounds("- Căn cứ Điều lệ Đảng;"), words("của Bộ Chính trị.", "của Bộ Chính trị,")),
        "layout-basis-last",
    ),
)
LETTERS = (
    Mutation(
        "about, shortened, in a Party letter",
        LETTER,
        (says("về việc gửi", "V/v gửi báo cáo"),),
        (says("về việc gửi", "về việc nộp báo cáo"),),
        "layout-letter-opening",
    ),
    Mutation(
        "the word of proposals in a letter",
        LETTER,
        (says("Kính gửi", "Kính trình:"),),
        (says("Kính gửi", "Kính gửi : "),),
        "layout-addressees-word",
    ),
    Mutation(
        "the subject of a letter upright",
        LETTER,
        (looks("về việc gửi", '<w:i w:val="0"/>'),),
        (looks("về việc gửi", "<w:i/>"),),
        "layout-look",
    ),
    Mutation(
        "the symbol of a report in a letter",
        LETTER,
        (says(_NUMBER, "Số 12-BC/ĐU"),),
        (says(_NUMBER, "Số 112-CV/ĐU"),),
        "layout-symbol-kind",
    ),
)
CLOSING = (
    Mutation(
        "on behalf of, as in the State",
        SAMPLE_PLAN,
        (says(_PREFIX, "TM. BAN THƯỜNG VỤ"),),
        (says(_PREFIX, "K/T BÍ THƯ"),),
        "layout-prefix-foreign",
    ),
    Mutation(
        "on behalf of, as in the Party",
        STATE,
        (says(_PREFIX, "K/T GIÁM ĐỐC"),),
        (says(_PREFIX, "TUQ. GIÁM ĐỐC"),),
        "layout-prefix-foreign",
    ),
    Mutation(
        "on behalf of, without its stroke",
        REPORT,
        (says(_PREFIX, "TM BAN THƯỜNG VỤ"),),
        (says(_PREFIX, "T/L BAN THƯỜNG VỤ"),),
        "layout-prefix",
    ),
    Mutation(
        "a post with its organ",
        SAMPLE_PLAN,
        (says(_POST, "PHÓ BÍ THƯ ĐẢNG ỦY"),),
        (says(_POST, "PHÓ BÍ THƯ"),),
        "layout-title-organ",
    ),
    Mutation(
        "the word of the recipients without its colon",
        SAMPLE_PLAN,
        (says("VKNoiNhan", "Nơi nhận"),),
        (says("VKNoiNhan", "Nơi  nhận:"),),
        "layout-recipients-word",
    ),
    Mutation(
        "a name with a degree",
        SAMPLE_PLAN,
        (says(_NAME, "TS. Trần Văn Mẫu"),),
        (says(_NAME, "Trần Văn Tsơn"),),
        "layout-name-honour",
    ),
    Mutation(
        "a name with a form of address",
        PLAN,
        (says(_NAME, "Đồng chí Nguyễn Văn Thử"),),
        (says(_NAME, "Đồng Văn Thử"),),
        "layout-name-honour",
    ),
    Mutation(
        "another word for the recipients",
        PLAN,
        (says("VKNoiNhan", "Nơi gửi:"),),
        (says("VKNoiNhan", "Nơi nhận: "),),
        "layout-missing",
    ),
    Mutation(
        "a recipient without a hyphen",
        SAMPLE_PLAN,
        (says(_TO, "Các thành viên Tổ chỉ đạo;", 5),),
        (says(_TO, "-  Các thành viên Tổ chỉ đạo;", 5),),
        "layout-recipient-opening",
    ),
    Mutation(
        "a semicolon after a recipient, in 2024",
        PLAN,
        (says(_TO, "- Các thành viên Tổ chỉ đạo;", 4),),
        (says(_TO, "- Các thành viên Tổ chỉ đạo (thực hiện),", 4),),
        "layout-recipient-sign",
    ),
    Mutation(
        "a comma after a recipient, in 2026",
        SAMPLE_PLAN,
        (says(_TO, "- Các thành viên Tổ chỉ đạo,", 5),),
        (says(_TO, "- Các thành viên Tổ chỉ đạo (thực hiện);", 5),),
        "layout-recipient-sign",
    ),
    Mutation(
        "no full stop at the end of the recipients",
        SAMPLE_PLAN,
        (says(_TO, "- Lưu Văn phòng Đảng ủy", 7),),
        (says(_TO, "- Lưu Văn phòng Đảng ủy, 02 bản.", 7),),
        "layout-recipient-last",
    ),
    Mutation(
        "no line of filing",
        SAMPLE_PLAN,
        (without(_TO, 7), says(_TO, "- Ủy ban nhân dân xã (phối hợp).", 6)),
        (without(_TO, 6),),
        "layout-filing-missing",
    ),
    Mutation(
        "filing is not last",
        SAMPLE_PLAN,
        (says(_TO, "- Lưu Văn phòng Đảng ủy;", 6), says(_TO, "- Ủy ban nhân dân xã.", 7)),
        (without(_TO, 5),),
        "layout-filing-last",
    ),
    Mutation(
        "filing of the State",
        PLAN,
        (says(_TO, "- Lưu: VT, TCĐ.", 5),),
        (says(_TO, "- Lưu Văn phòng Tỉnh ủy.", 5),),
        "layout-filing-foreign",
    ),
    Mutation(
        "filing of the Party",
        STATE,
        (says(_TO, "- Lưu Văn phòng Sở.", 2),),
        (says(_TO, "- Lưu: VT, VP.", 2),),
        "layout-filing-form",
    ),
)
NUMBERS = (
    Mutation(
        "page number on the first page",
        PLAN,
        (page(_START, ""),),
        (page(_START, '<w:titlePg w:val="1"/>'),),
        "layout-page-number-first",
    ),
    Mutation(
        "page number in the footer",
        PLAN,
        _FOOTER,
        (in_part(HEADER, "<w:t>2</w:t>", "<w:t>3</w:t>"),),
        "layout-page-number-below",
    ),
    Mutation(
        "no page number",
        SAMPLE_PLAN,
        *_header(" PAGE ", " DATE ", " PAGE  \\* MERGEFORMAT "),
        "layout-page-number-missing",
    ),
    Mutation(
        "page number on the left",
        PLAN,
        *_header(
            '<w:pStyle w:val="VKSoTrang"/>',
            '<w:pStyle w:val="VKSoTrang"/><w:jc w:val="left"/>',
            '<w:pStyle w:val="VKSoTrang"/><w:jc w:val="center"/>',
        ),
        "layout-page-number-middle",
    ),
    Mutation(
        "page number of 12 pt",
        PLAN,
        (styled("VKSoTrang", 'w:sz w:val="28"', 'w:sz w:val="24"'),),
        (styled("VKSoTrang", 'w:szCs w:val="28"', 'w:szCs w:val="24"'),),
        "layout-page-number-size",
    ),
    Mutation(
        "page number bold",
        PLAN,
        (styled("VKSoTrang", "<w:rPr>", "<w:rPr><w:b/>"),),
        (styled("VKSoTrang", "<w:rPr>", '<w:rPr><w:b w:val="0"/>'),),
        "layout-page-number-look",
    ),
    Mutation(
        "page number in Roman figures",
        PLAN,
        (page(_RESTART, '<w:pgNumType w:fmt="lowerRoman" w:start="1"/>'),),
        (page(_RESTART, '<w:pgNumType w:fmt="decimal" w:start="1"/>'),),
        "layout-page-number-format",
    ),
    Mutation(
        "page number 5 mm from the edge",
        SAMPLE_PLAN,
        (page('w:header="567"', 'w:header="284"'),),
        (page('w:header="567"', 'w:header="560"'),),
        "layout-page-number-distance",
    ),
    Mutation(
        "pages of an appendix that go on counting",
        PLAN,
        (page(_RESTART, "", 2),),
        (page(_RESTART, "", 1),),
        "layout-appendix-pages",
    ),
)
APPENDICES = (
    Mutation(
        "an appendix out of order",
        PLAN,
        (
            words("PHỤ LỤC\u00a02", "PHỤ LỤC\u00a03"),
            words("PHỤ LỤC\u00a03", "PHỤ LỤC\u00a02", 2),
        ),
        (words("PHỤ LỤC\u00a02", "PHỤ LỤC 2"),),
        "layout-appendix-order",
        ("layout-appendix-order",),
    ),
    Mutation(
        "an appendix that is not there",
        SAMPLE_PLAN,
        (words("(phụ lục\u00a01)", "(phụ lục\u00a01, phụ lục 4)"),),
        (words("(phụ lục\u00a01)", "(phụ lục 1)"),),
        "layout-appendix-absent",
    ),
    Mutation(
        "an appendix that the text does not name",
        STATE,
        (words("(Phụ lục I, II)", "(Phụ lục I)"),),
        (words("(Phụ lục I, II)", "(các Phụ lục I và II kèm theo)"),),
        "layout-appendix-unnamed",
    ),
)
WORK = (
    Mutation(
        "tracked changes",
        PLAN,
        (tracked(_BODY, 2),),
        (stands(_BODY, "<w:keepLines/>", 2),),
        "layout-tracked-changes",
    ),
    Mutation(
        "a comment",
        REPORT,
        (commented(_BODY, 3),),
        (stands(_BODY, "<w:keepLines/>", 3),),
        "layout-comments",
    ),
    Mutation(
        "a tag of the template",
        SAMPLE_PLAN,
        (says(_NAME, "{{ signature.name }}"),),
        (says(_NAME, "Trần Văn Mẫu "),),
        "layout-left-tag",
    ),
    Mutation(
        "a broken reference",
        PLAN,
        (words("(đính kèm)", "(Error! Reference source not found.)"),),
        (words("(đính kèm)", "(lỗi, xem nguồn)"),),
        "layout-broken-reference",
    ),
)
