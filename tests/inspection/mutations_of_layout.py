"""Papers of ours whose layout is spoilt in one place: one line of data for each fault."""

from __future__ import annotations

from typing import TYPE_CHECKING

from edits import (
    STYLES,
    THEME,
    after,
    in_part,
    line,
    looks,
    page,
    says,
    stands,
    styled,
    without,
    without_line,
)
from mutations import Mutation
from own_papers import PLAN, REPORT, SAMPLE_PLAN, STATE

from generator.paper_format import ProfileCode

if TYPE_CHECKING:
    from mutations import Edits

_FONTS = '<w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" '
_THEMED = in_part(
    STYLES, _FONTS, '<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" '
)
_MINOR = '<a:minorFont><a:latin typeface="Times New Roman"/>'
_BOLD, _UPRIGHT = "<w:b/><w:bCs/>", '<w:b w:val="0"/>'
_KIND, _SUBJECT, _BODY = "VKTenLoai", "VKTrichYeu", "VKNoiDung"
_HEADING, _ISSUER, _NUMBER, _DAY = "VKTieuDe", "VKCoQuan", "VKSo", "VKDiaDanh"
_POST, _NAME, _TO = "VKChucVu", "VKHoTen", "VKDongNoiNhan"
_NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"


def _size(style: str, before: float, now: float) -> Edits:
    return (styled(style, f'<w:sz w:val="{2 * before:g}"/>', f'<w:sz w:val="{2 * now:g}"/>'),)


def _font(name: str) -> str:
    return f'<w:rFonts w:ascii="{name}" w:hAnsi="{name}"/>'


PAGE = (
    Mutation(
        "left margin of 25,4 mm",
        PLAN,
        (page('w:left="1701"', 'w:left="1440"'),),
        (page('w:left="1701"', 'w:left="1721"'),),
        "layout-margin",
    ),
    Mutation(
        "right margin of an appendix",
        PLAN,
        (page('w:right="850"', 'w:right="1134"', 2),),
        (page('w:right="850"', 'w:right="865"', 2),),
        "layout-margin",
    ),
    Mutation(
        "top margin of the State in a Party paper",
        SAMPLE_PLAN,
        (page('w:top="1134"', 'w:top="1418"'),),
        (page('w:top="1134"', 'w:top="1145"'),),
        "layout-margin",
    ),
    Mutation(
        "top margin above 25 mm",
        STATE,
        (page('w:top="1134"', 'w:top="1531"'),),
        (page('w:top="1134"', 'w:top="1418"'),),
        "layout-margin",
    ),
    Mutation(
        "bottom margin",
        REPORT,
        (page('w:bottom="1134"', 'w:bottom="567"'),),
        (page('w:bottom="1134"', 'w:bottom="1120"'),),
        "layout-margin",
    ),
    Mutation(
        "gutter beside the margin",
        PLAN,
        (page('w:gutter="0"', 'w:gutter="284"'),),
        (page('w:gutter="0"', 'w:gutter="284"'), page('w:left="1701"', 'w:left="1417"')),
        "layout-margin",
    ),
    Mutation(
        "paper of the American size",
        PLAN,
        (page('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"'),),
        (page('w:w="11906" w:h="16838"', 'w:w="11907" w:h="16840"'),),
        "layout-paper",
    ),
    Mutation(
        "font of the theme",
        PLAN,
        (_THEMED, in_part(THEME, _MINOR, _MINOR.replace("Times New Roman", "Calibri"))),
        (_THEMED,),
        "layout-font",
    ),
    Mutation(
        "font of a style",
        PLAN,
        (styled(_BODY, "<w:rPr>", "<w:rPr>" + _font("Arial")),),
        (styled(_BODY, "<w:rPr>", '<w:rPr><w:rFonts w:cs="Arial"/>'),),
        "layout-font",
    ),
    Mutation(
        "font of the letters themselves",
        SAMPLE_PLAN,
        (looks(_NUMBER, _font("Cambria")),),
        (looks(_NUMBER, _font("times new roman")),),
        "layout-font",
    ),
    Mutation(
        "font of the default",
        STATE,
        (in_part(STYLES, _FONTS, '<w:rFonts w:ascii="Cambria" w:hAnsi="Cambria" '),),
        (in_part(STYLES, _FONTS, _FONTS.replace("Times", "TIMES")),),
        "layout-font",
    ),
    Mutation(
        "red title",
        PLAN,
        (styled(_KIND, "<w:b/>", '<w:b/><w:color w:val="FF0000"/>'),),
        (styled(_KIND, "<w:b/>", '<w:b/><w:color w:val="auto"/>'),),
        "layout-colour",
    ),
    Mutation(
        "grey sentence",
        REPORT,
        (looks("Đại hội được chọn", '<w:color w:val="595959"/>'),),
        (looks("Đại hội được chọn", '<w:color w:val="000000"/>'),),
        "layout-colour",
    ),
)
SIZES = (
    Mutation(
        "heading of 14 pt",
        PLAN,
        _size(_HEADING, 15, 14),
        (styled(_HEADING, 'w:szCs w:val="30"', 'w:szCs w:val="28"'),),
        "layout-size",
        ("layout-line-length",),
    ),
    Mutation(
        "superior of 13 pt",
        PLAN,
        _size("VKCapTren", 14, 13),
        _size("VKDauSao", 14, 13),
        "layout-size",
    ),
    Mutation(
        "issuer of 13 pt",
        PLAN,
        _size(_ISSUER, 14, 13),
        (looks(_ISSUER, '<w:sz w:val="28"/>'),),
        "layout-size",
    ),
    Mutation(
        "number of 13 pt",
        PLAN,
        _size(_NUMBER, 14, 13),
        (looks(_NUMBER, '<w:szCs w:val="26"/>'),),
        "layout-size",
    ),
    Mutation(
        "place and day of 13 pt",
        PLAN,
        _size(_DAY, 14, 13),
        (looks(_DAY, '<w:sz w:val="28"/>'),),
        "layout-size",
    ),
    Mutation("kind of 14 pt", PLAN, _size(_KIND, 16, 14), _size(_KIND, 16, 15), "layout-size"),
    Mutation(
        "subject of 13 pt",
        PLAN,
        _size(_SUBJECT, 15, 13),
        _size(_SUBJECT, 15, 14),
        "layout-size",
    ),
    Mutation("text of 13 pt", PLAN, _size(_BODY, 14, 13), _size(_BODY, 14, 15), "layout-size"),
    Mutation(
        "a word of 12 pt",
        SAMPLE_PLAN,
        (looks("Căn cứ nhiệm vụ", '<w:sz w:val="24"/>'),),
        (looks("Căn cứ nhiệm vụ", '<w:sz w:val="30"/>'),),
        "layout-size",
    ),
    Mutation(
        "heading of a part of 16 pt, in the State",
        STATE,
        _size("VKMuc1", 14, 16),
        _size("VKMuc1", 14, 13),
        "layout-size",
    ),
    Mutation(
        "name of 13 pt",
        PLAN,
        _size(_NAME, 14, 13),
        (looks(_NAME, '<w:sz w:val="28"/>'),),
        "layout-size",
    ),
    Mutation(
        "recipients of 14 pt",
        PLAN,
        _size(_TO, 12, 14),
        (looks(_TO, '<w:sz w:val="24"/>'),),
        "layout-size",
    ),
    Mutation(
        "heading of the State of 14 pt",
        STATE,
        _size(_HEADING, 13, 14),
        _size(_HEADING, 13, 12),
        "layout-size",
    ),
    Mutation(
        "recipients of the State of 12 pt",
        STATE,
        _size(_TO, 11, 12),
        (looks(_TO, '<w:sz w:val="22"/>'),),
        "layout-size",
    ),
)
LOOKS = (
    Mutation(
        "heading not bold",
        PLAN,
        (styled(_HEADING, _BOLD, ""),),
        (styled(_HEADING, _BOLD, "<w:b/>"),),
        "layout-look",
    ),
    Mutation(
        "superior bold",
        PLAN,
        (looks("VKCapTren", "<w:b/>"),),
        (looks("VKCapTren", _UPRIGHT),),
        "layout-look",
    ),
    Mutation(
        "issuer not bold",
        PLAN,
        (looks(_ISSUER, _UPRIGHT),),
        (looks(_ISSUER, "<w:b/>"),),
        "layout-look",
    ),
    Mutation(
        "number bold",
        PLAN,
        (styled(_NUMBER, "<w:rPr>", "<w:rPr><w:b/>"),),
        (styled(_NUMBER, "<w:rPr>", "<w:rPr><w:bCs/>"),),
        "layout-look",
    ),
    Mutation(
        "place and day upright",
        PLAN,
        (styled(_DAY, "<w:i/>", ""),),
        (styled(_DAY, "<w:iCs/>", ""),),
        "layout-look",
    ),
    Mutation(
        "kind not bold",
        PLAN,
        (styled(_KIND, "<w:b/>", ""),),
        (styled(_KIND, "<w:bCs/>", ""),),
        "layout-look",
    ),
    Mutation(
        "subject italic",
        SAMPLE_PLAN,
        (looks(_SUBJECT, "<w:i/>"),),
        (looks(_SUBJECT, '<w:i w:val="0"/>'),),
        "layout-look",
    ),
    Mutation(
        "heading of a part not bold, in the State",
        STATE,
        (looks("VKMuc1", _UPRIGHT, 2),),
        (looks("VKMuc1", '<w:b w:val="1"/>', 2),),
        "layout-look",
    ),
    Mutation(
        "on behalf of, not bold",
        SAMPLE_PLAN,
        (looks("VKQuyenHan", _UPRIGHT),),
        (looks("VKQuyenHan", "<w:b/>"),),
        "layout-look",
    ),
    Mutation(
        "post bold",
        SAMPLE_PLAN,
        (looks(_POST, "<w:b/>"),),
        (looks(_POST, _UPRIGHT),),
        "layout-look",
    ),
    Mutation(
        "post of the State not bold",
        STATE,
        (looks(_POST, _UPRIGHT),),
        (looks(_POST, "<w:b/>"),),
        "layout-look",
    ),
    Mutation(
        "name not bold",
        PLAN,
        (styled(_NAME, "<w:b/>", ""),),
        (styled(_NAME, "<w:bCs/>", ""),),
        "layout-look",
    ),
    Mutation(
        "word of the recipients not underlined",
        PLAN,
        (styled("VKNoiNhan", '<w:u w:val="single"/>', ""),),
        (looks("VKNoiNhan", '<w:u w:val="single"/>'),),
        "layout-look",
    ),
    Mutation(
        "word of the recipients upright, in the State",
        STATE,
        (looks("VKNoiNhan", '<w:i w:val="0"/>'),),
        (looks("VKNoiNhan", "<w:i/>"),),
        "layout-look",
    ),
    Mutation(
        "kind in small letters",
        PLAN,
        (says(_KIND, "Kế hoạch"),),
        (says(_KIND, "Kế hoạch"), looks(_KIND, "<w:caps/>")),
        "layout-capitals",
    ),
    Mutation(
        "issuer in small letters",
        SAMPLE_PLAN,
        (says(_ISSUER, "Đảng ủy xã Bình Minh"),),
        (says(_ISSUER, "Đảng ủy xã Bình Minh"), looks(_ISSUER, "<w:caps/>")),
        "layout-capitals",
    ),
    Mutation(
        "kind on the left",
        PLAN,
        (stands(_KIND, '<w:jc w:val="left"/>'),),
        (stands(_KIND, '<w:jc w:val="center"/>'),),
        "layout-middle",
    ),
    Mutation(
        "subject justified",
        SAMPLE_PLAN,
        (stands(_SUBJECT, '<w:jc w:val="both"/>'),),
        (stands(_SUBJECT, '<w:jc w:val="center"/>'),),
        "layout-middle",
    ),
)
HEAD = (
    Mutation(
        "no star",
        PLAN,
        (without("VKDauSao"),),
        (looks("VKDauSao", '<w:sz w:val="26"/>'),),
        "layout-missing",
    ),
    Mutation(
        "three stars",
        SAMPLE_PLAN,
        (says("VKDauSao", "***"),),
        (says("VKDauSao", " * "),),
        "layout-star-text",
    ),
    Mutation(
        "no number",
        PLAN,
        (without(_NUMBER),),
        (says(_NUMBER, "Số         -KH/TCĐ"),),
        "layout-missing",
    ),
    Mutation(
        "no place and day",
        PLAN,
        (without(_DAY),),
        (says(_DAY, "Tây Ninh, ngày … tháng … năm 2024"),),
        "layout-missing",
    ),
    Mutation(
        "no recipients",
        STATE,
        (without("VKNoiNhan"), without(_TO), without(_TO)),
        (without(_TO),),
        "layout-missing",
    ),
    Mutation(
        "a hyphen in the heading",
        PLAN,
        (says(_HEADING, "ĐẢNG CỘNG SẢN VIỆT-NAM"),),
        (says(_HEADING, "ĐẢNG CỘNG SẢN  VIỆT NAM"),),
        "layout-heading-text",
    ),
    Mutation(
        "the heading of the State",
        SAMPLE_PLAN,
        (says(_HEADING, _NATION), after(_HEADING, "Độc lập - Tự do - Hạnh phúc")),
        (says(_HEADING, "ĐẢNG CỘNG SẢN VIỆT NAM "),),
        "layout-heading-foreign",
        ("layout-motto-foreign",),
        held=ProfileCode.PARTY_HD05,
    ),
    Mutation(
        "the motto of the State",
        SAMPLE_PLAN,
        (after(_HEADING, "Độc lập - Tự do - Hạnh phúc", style=_ISSUER),),
        (after(_BODY, "Khẩu hiệu: Độc lập - Tự do - Hạnh phúc."),),
        "layout-motto-foreign",
    ),
    Mutation(
        "a motto without its spaces",
        STATE,
        (says("VKTieuNgu", "Độc lập-Tự do-Hạnh phúc"),),
        (says("VKTieuNgu", "Độc lập - Tự do - Hạnh phúc "),),
        "layout-motto-text",
        ("layout-line-length",),
    ),
    Mutation(
        "no line under the heading",
        PLAN,
        (without_line(_HEADING),),
        (line(_HEADING, 72),),
        "layout-line-missing",
    ),
    Mutation(
        "no line under the motto",
        STATE,
        (without_line("VKTieuNgu"),),
        (line("VKTieuNgu", 63),),
        "layout-line-missing",
    ),
    Mutation(
        "no line under the subject",
        STATE,
        (without_line(_SUBJECT),),
        (line(_SUBJECT, 27),),
        "layout-line-missing",
    ),
    Mutation(
        "a line that is too short",
        PLAN,
        (line(_HEADING, 60),),
        (line(_HEADING, 76),),
        "layout-line-length",
    ),
    Mutation(
        "a line that is too long",
        SAMPLE_PLAN,
        (line(_HEADING, 85),),
        (line(_HEADING, 70),),
        "layout-line-length",
    ),
    Mutation(
        "a line of typed strokes",
        PLAN,
        (without_line(_HEADING), after(_HEADING, "_____________________", style="VKDauSao")),
        (line(_HEADING, 75),),
        "layout-line-object",
    ),
    Mutation(
        "a line under the issuer",
        PLAN,
        (
            stands(
                "VKDauSao",
                '<w:pBdr><w:bottom w:val="single" w:sz="6" w:space="1"/></w:pBdr>',
            ),
        ),
        (stands("VKDauSao", '<w:pBdr><w:bottom w:val="nil"/></w:pBdr>'),),
        "layout-issuer-line",
    ),
    Mutation(
        "the star of the Party",
        STATE,
        (after(_ISSUER, "*", style=_NUMBER),),
        (after(_BODY, "* Ghi chú: các phòng báo cáo hằng tuần."),),
        "layout-star-foreign",
    ),
)
