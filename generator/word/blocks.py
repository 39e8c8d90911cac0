"""The blocks that papers share, made once from the profile: head, subject, signature."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.paper_format import ProfileCode
from generator.vietnamese import upper_first
from generator.word.markup import cell, drawn_line, paragraph, row, table, tag

if TYPE_CHECKING:
    from generator.paper_format import Profile

PARTY_TITLE = "ĐẢNG CỘNG SẢN VIỆT NAM"
# measured in Liberation Serif bold at 15 pt, which has the metrics of Times New Roman
PARTY_TITLE_PT = 207
NATION = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
# Liberation Serif bold, 14 pt
MOTTO_PT = 171
LEFT_MM, RIGHT_MM = 77, 88
LINE_BELOW_PT, MOTTO_BELOW_PT = 19, 18
ISSUER_RULE_PT = 60  # one third to a half of a usual name: Nghị định 30/2020, Phụ lục I, II.2
SUBJECT_RULE_PT, SUBJECT_BELOW_PT = 70, 18  # the same of a usual subject: mục V


def head_block(profile: Profile) -> str:
    """Issuer, star and number on the left; title with its line, place and date on the right."""
    state = profile.code is ProfileCode.STATE_ND30
    right = _nation() if state else _party_title()
    left = [
        tag("if head.superior"),
        paragraph("VKCapTren", "{{ head.superior }}"),
        tag("endif"),
        _issuer_with_line() if state else paragraph("VKCoQuan", "{{ head.issuer }}"),
        *([] if state else [paragraph("VKDauSao", "*")]),
        paragraph("VKSo", "{{ head.number }}"),
        tag("if head.draft"),
        paragraph("VKDuThao", "{{ head.draft }}"),
        tag("endif"),
    ]
    right = [*right, paragraph("VKDiaDanh", "{{ head.place_date }}")]
    cells = [cell(left, width_mm=LEFT_MM), cell(right, width_mm=RIGHT_MM)]
    return table((LEFT_MM, RIGHT_MM), [row(cells)], framed=False)


def meeting_head_block(profile: Profile) -> str:
    """The head of minutes: no number; place and date only where the form has them."""
    left = [
        paragraph("VKCapTren", "{{ head.superior }}"),
        *(
            [_issuer_with_line()]
            if profile.code is ProfileCode.STATE_ND30
            else [paragraph("VKCoQuan", "{{ head.issuer }}"), paragraph("VKDauSao", "*")]
        ),
        tag("if head.draft"),
        paragraph("VKDuThao", "{{ head.draft }}"),
        tag("endif"),
    ]
    right = [
        *(_nation() if profile.code is ProfileCode.STATE_ND30 else _party_title()),
        tag("if head.place_date"),
        paragraph("VKDiaDanh", "{{ head.place_date }}"),
        tag("endif"),
    ]
    return framed_pair(left, right)


def _party_title() -> list[str]:
    line = drawn_line(PARTY_TITLE_PT, LINE_BELOW_PT, 1)
    return [paragraph("VKTieuDe", PARTY_TITLE, line)]


def _nation() -> list[str]:
    line = drawn_line(MOTTO_PT, MOTTO_BELOW_PT, 1)
    return [paragraph("VKTieuDe", NATION), paragraph("VKTieuNgu", MOTTO, line)]


def _issuer_with_line() -> str:
    return paragraph("VKCoQuan", "{{ head.issuer }}", drawn_line(ISSUER_RULE_PT, 17, 2))


def title_block(profile: Profile, kind: str, *subject: str) -> str:
    """The kind of the paper, its subject, and the mark or the line under it."""
    title, wording = paragraph("VKTenLoai", kind.upper()), profile.wording
    if wording.abstract_mark:
        lines = [paragraph("VKTrichYeu", line) for line in subject]
        return "".join([title, *lines, paragraph("VKGach", wording.abstract_mark)])
    *above, last = (upper_first(subject[0]), *subject[1:])
    line = drawn_line(SUBJECT_RULE_PT, SUBJECT_BELOW_PT, 3)
    lines = [
        *(paragraph("VKTrichYeu", one) for one in above),
        paragraph("VKTrichYeu", last, line),
    ]
    return "".join([title, *lines])


def signature_block() -> str:
    """Recipients on the left, who signs on the right, in one row that does not break."""
    left = [
        paragraph("VKNoiNhan", "Nơi nhận:"),
        tag("for recipient in recipients"),
        paragraph("VKDongNoiNhan", "- {{ recipient }}"),
        tag("endfor"),
    ]
    right = [
        tag("for line in signature.lines"),
        tag("if line.strong"),
        paragraph("VKQuyenHan", "{{ line.text }}"),
        tag("else"),
        paragraph("VKChucVu", "{{ line.text }}"),
        tag("endif"),
        tag("endfor"),
        paragraph("VKHoTen", "{{ signature.name }}"),
    ]
    return framed_pair(left, right)


def framed_pair(left: list[str], right: list[str]) -> str:
    """Two columns without lines that stay on one page."""
    cells = [cell(left, width_mm=LEFT_MM), cell(right, width_mm=RIGHT_MM)]
    return table((LEFT_MM, RIGHT_MM), [row(cells)], framed=False)
