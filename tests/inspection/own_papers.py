"""Papers that we made, for tests that spoil them: plans, reports, a letter, the State's."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from conftest import REFERENCE, SAMPLE
from generator.build import Options, build
from generator.paper_format import PARTY_HD05, STATE_ND30
from generator.word.blocks import framed_pair, head_block
from generator.word.maker import assembled
from generator.word.markup import drawn_line, paragraph, section_break
from generator.word.package import read_parts, write_parts
from loop import loop

if TYPE_CHECKING:
    from generator.paper_format import Profile

PLAN, SAMPLE_PLAN, REPORT, STEERING, MINUTES, STATE, LETTER = (
    "kế hoạch tỉnh",
    "kế hoạch xã",
    "báo cáo",
    "báo cáo kết quả chỉ đạo",
    "biên bản",
    "kế hoạch của sở",
    "công văn",
)
_HOSPITAL = "benh-vien"
_HEAD = {
    "{{ head.superior }}": "ỦY BAN NHÂN DÂN TỈNH THỬ",
    "{{ head.issuer }}": "SỞ VĂN HÓA VÀ THỂ THAO",
    "{{ head.number }}": "Số: 27/KH-SVHTT",
    "{{ head.place_date }}": "Bình Thử, ngày 05 tháng 3 năm 2026",
}
_LETTER_HEAD = {
    "{{ head.superior }}": "ĐẢNG BỘ TỈNH THỬ",
    "{{ head.issuer }}": "ĐẢNG ỦY XÃ BÌNH THỬ",
    "{{ head.number }}": "Số 12-CV/ĐU",
    "{{ head.place_date }}": "Bình Thử, ngày 15 tháng 6 năm 2026",
}


@cache
def own_papers() -> dict[str, bytes]:
    """The papers as our commands leave them, by name; made once."""
    with TemporaryDirectory(prefix="vankien-van-ban-") as name:
        folder = Path(name)
        build(REFERENCE, folder / "out", Options())
        if loop(SAMPLE, folder / "vong") != (0, 0):
            raise RuntimeError("a loop of the sample round must go through")
        made = folder / "vong" / "van-kien"
        paths = {
            PLAN: folder / "out" / "ke-hoach.docx",
            SAMPLE_PLAN: made / "ke-hoach.docx",
            REPORT: made / _HOSPITAL / "bao-cao-ket-qua.docx",
            STEERING: made / "bao-cao-ket-qua-chi-dao.docx",
            MINUTES: made / _HOSPITAL / "bien-ban-kiem-phieu-ban-thuong-vu.docx",
        }
        papers = {name: path.read_bytes() for name, path in paths.items()}
    return {**papers, STATE: state_paper(), LETTER: party_letter()}


def state_paper() -> bytes:
    """A plan of a department, of the blocks that a new template of the State has."""
    body = (
        head_block(STATE_ND30)
        + paragraph("VKTenLoai", "KẾ HOẠCH")
        + paragraph("VKTrichYeu", "Phục vụ đại hội đảng bộ các cấp", drawn_line(80, 19, 3))
        + paragraph(
            "VKNoiDung", "Sở Văn hóa và Thể thao xây dựng kế hoạch (Phụ lục I, II) như sau:"
        )
        + paragraph("VKMuc1", "I. MỤC ĐÍCH, YÊU CẦU")
        + paragraph("VKNoiDung", "1. Bảo đảm đại hội được tổ chức an toàn, tiết kiệm.")
        + paragraph("VKNoiDung", "2. Phân công rõ người, rõ việc, rõ thời gian.")
        + paragraph("VKMuc1", "II. TỔ CHỨC THỰC HIỆN")
        + paragraph("VKNoiDung", "Các phòng thực hiện kế hoạch này, báo cáo Giám đốc Sở./.")
        + framed_pair(
            [
                paragraph("VKNoiNhan", "Nơi nhận:"),
                paragraph("VKDongNoiNhan", "- Ủy ban nhân dân tỉnh;"),
                paragraph("VKDongNoiNhan", "- Lưu: VT, TH."),
            ],
            [
                paragraph("VKQuyenHan", "KT. GIÁM ĐỐC"),
                paragraph("VKChucVu", "PHÓ GIÁM ĐỐC"),
                paragraph("VKHoTen", "Đỗ Thị Thử"),
            ],
        )
    )
    return _packed(
        STATE_ND30, body + "".join(map(_appendix, ("Phụ lục I", "Phụ lục II"))), _HEAD
    )


def _appendix(heading: str) -> str:
    return (
        section_break(STATE_ND30, "VKNgat")
        + paragraph("VKPhuLuc", heading)
        + paragraph("VKPhuLuc", "PHÂN CÔNG NHIỆM VỤ")
        + paragraph("VKNoiDung", "Văn phòng Sở tổng hợp, báo cáo Giám đốc.")
    )


def party_letter() -> bytes:
    """A letter of a Party committee."""
    subject = paragraph("VKDongNoiNhan", "về việc gửi báo cáo").replace(
        "</w:pPr><w:r>", '<w:jc w:val="center"/></w:pPr><w:r><w:rPr><w:i/></w:rPr>'
    )
    number = paragraph("VKSo", "{{ head.number }}")
    asked = paragraph("VKDiaDanh", "Kính gửi:").replace(
        "</w:pPr>", '<w:ind w:left="2835"/><w:jc w:val="left"/></w:pPr>'
    )
    body = (
        head_block(PARTY_HD05).replace(number, number + subject)
        + asked
        + paragraph("VKNoiDung", "- Các chi bộ trực thuộc,")
        + paragraph("VKNoiDung", "- Các ban của Đảng ủy.")
        + paragraph(
            "VKNoiDung", "Đề nghị các chi bộ gửi báo cáo về Đảng ủy trước ngày 15/7/2026."
        )
        + paragraph("VKKet", "Nơi nào có khó khăn thì báo cáo Đảng ủy xem xét.")
        + framed_pair(
            [
                paragraph("VKNoiNhan", "Nơi nhận:"),
                paragraph("VKDongNoiNhan", "- Như trên;"),
                paragraph("VKDongNoiNhan", "- Lưu Văn phòng Đảng ủy."),
            ],
            [
                paragraph("VKQuyenHan", "T/L BAN THƯỜNG VỤ"),
                paragraph("VKChucVu", "CHÁNH VĂN PHÒNG"),
                paragraph("VKHoTen", "Đỗ Thị Thử"),
            ],
        )
    )
    return _packed(PARTY_HD05, body, _LETTER_HEAD)


def _packed(profile: Profile, body: str, head: dict[str, str]) -> bytes:
    parts = read_parts(assembled(profile, _filled(body, head)))
    core = "docProps/core.xml"
    parts[core] = parts[core].replace(b"{{ document_title }}", "Văn bản thử".encode())
    return write_parts(parts)


def _filled(body: str, head: dict[str, str]) -> str:
    for tag, text in head.items():
        body = body.replace(tag, text)
    kept = body.split("<w:p>")
    return "<w:p>".join(one for one in kept if "{%p" not in one and "{{ head.draft" not in one)
