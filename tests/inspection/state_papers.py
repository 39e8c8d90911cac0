"""The forms of Phụ lục III, Nghị định 30/2020/NĐ-CP, filled in with what we invented.

Sizes and looks are those of Phụ lục I, mục V; the order of the lines is that of the forms.
"""

from __future__ import annotations

from dataclasses import replace

from state_samples import Block, Columns, Line, NewPage, Sample

_NATION = (
    Line("heading", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 13, "b"),
    Line("motto", "Độc lập - Tự do - Hạnh phúc", 14, "b", line_mm=60.5),
)
_PROVINCE = "ỦY BAN NHÂN DÂN TỈNH THỬ"
_OFFICE = "SỞ NỘI VỤ"
_OFFICE_LINE, _SUBJECT_LINE = 12.0, 25.0


def _head(
    issuer: Line,
    number: str,
    date: str = "Bình Thử, ngày 05 tháng 3 năm 2026",
    superior: str = _PROVINCE,
    letter: str = "",
) -> Columns:
    """The head block of every form; some have no superior, minutes no date."""
    left = (
        *([Line("superior", superior, 13)] if superior else []),
        issuer,
        *([Line("number", number, 13, gap_pt=(6, 0))] if number else []),
        *([Line("letter_subject", letter, 12, gap_pt=(6, 0))] if letter else []),
    )
    right = (
        *_NATION,
        *([Line("place_date", date, 14, "i", gap_pt=(6, 0))] if date else []),
    )
    return Columns(left, right)


def _issuer(text: str = _OFFICE, line_mm: float = _OFFICE_LINE) -> Line:
    return Line("issuer", text, 13, "b", line_mm=line_mm)


def _titles(kind: str, subject: str, line_mm: float = _SUBJECT_LINE) -> tuple[Line, ...]:
    """The kind and what it is about; a form without a subject has the line under the kind."""
    if not subject:
        return (Line("kind", kind, 14, "b", line_mm=line_mm),)
    return (Line("kind", kind, 14, "b"), Line("subject", subject, 14, "b", line_mm=line_mm))


def _text(text: str, component: str = "body", look: str = "") -> Line:
    return Line(component, text, 14, look, "j", first_mm=10, gap_pt=(6, 0))


def _signed(
    recipients: tuple[str, ...], *lines: tuple[str, str], name: str = "Trần Thị Thử"
) -> Columns:
    """Recipients on the left; authority, post and name on the right."""
    left = (
        Line("recipients", "Nơi nhận:", 12, "bi", "l"),
        *(Line("recipient", f"- {one}", 11, align="l") for one in recipients),
    )
    right = (
        *(Line(component, text, 14, "b") for component, text in lines),
        Line("signatory", name, 14, "b", gap_pt=(60, 0)),
    )
    return Columns(left, right)


def _unjudged(columns: Columns) -> Columns:
    """The same in a part of a file that is another paper: not recognised, not judged."""
    left, right = (
        tuple(replace(one, component="") for one in side)
        for side in (columns.left, columns.right)
    )
    return Columns(left, right)


_DEPUTY = (("authority", "KT. GIÁM ĐỐC"), ("position", "PHÓ GIÁM ĐỐC"))
_HEAD_OF = (("position", "GIÁM ĐỐC"),)

RESOLUTION = Sample(
    "1.1 nghị quyết cá biệt",
    (
        _head(
            _issuer("HỘI ĐỒNG NHÂN DÂN TỈNH THỬ", 30),
            "Số: 14/NQ-HĐND",
            "Bình Thử, ngày 10 tháng 12 năm 2025",
            superior="",
        ),
        *_titles("NGHỊ QUYẾT", "Về kế hoạch giám sát năm 2026"),
        Line("", "HỘI ĐỒNG NHÂN DÂN TỈNH THỬ", 14, "b", gap_pt=(6, 0)),
        _text("Căn cứ Luật Tổ chức chính quyền địa phương;", "basis", "i"),
        _text("Căn cứ Luật Hoạt động giám sát của Hội đồng nhân dân;", "basis", "i"),
        _text("Xét Tờ trình số 31/TTr-TTHĐND ngày 20 tháng 11 năm 2025.", "basis", "i"),
        Line("", "QUYẾT NGHỊ:", 14, "b", gap_pt=(6, 0)),
        _text("Điều 1. Thông qua kế hoạch giám sát gồm hai chuyên đề.", "article", "b"),
        _text("Điều 2. Thường trực Hội đồng nhân dân tổ chức thực hiện.", "article", "b"),
        _text("Nghị quyết này được thông qua tại kỳ họp cuối năm 2025./."),
        _signed(("Như Điều 2;", "Các đại biểu;", "Lưu: VT, TH."), ("position", "CHỦ TỊCH")),
    ),
)
DECISION = Sample(
    "1.2 quyết định quy định trực tiếp",
    (
        _head(_issuer(), "Số: 112/QĐ-SNV"),
        *_titles("QUYẾT ĐỊNH", "Về việc thành lập tổ kiểm kê tài liệu"),
        Line("", "GIÁM ĐỐC SỞ NỘI VỤ", 14, "b", gap_pt=(6, 0)),
        _text("Căn cứ Luật Lưu trữ;", "basis", "i"),
        _text("Căn cứ Quyết định số 08/QĐ-UBND về chức năng của Sở Nội vụ;", "basis", "i"),
        _text("Theo đề nghị của Chánh Văn phòng Sở.", "basis", "i"),
        Line("", "QUYẾT ĐỊNH:", 14, "b", gap_pt=(6, 0)),
        _text("Điều 1. Thành lập tổ kiểm kê tài liệu gồm 05 người.", "article", "b"),
        _text("Điều 2. Tổ kiểm kê xong trước ngày 30 tháng 6 năm 2026.", "article", "b"),
        _text("Điều 3. Chánh Văn phòng chịu trách nhiệm thi hành./.", "article", "b"),
        _signed(("Như Điều 3;", "Thanh tra Sở;", "Lưu: VT, VP."), *_HEAD_OF),
    ),
)
_APPROVING: tuple[Block, ...] = (
    _head(_issuer(), "Số: 113/QĐ-SNV"),
    *_titles("QUYẾT ĐỊNH", "Ban hành Quy chế sử dụng phòng đọc", 32),
    Line("", "GIÁM ĐỐC SỞ NỘI VỤ", 14, "b", gap_pt=(6, 0)),
    _text("Căn cứ Luật Lưu trữ;", "basis", "i"),
    _text("Theo đề nghị của Trưởng phòng Quản lý văn thư.", "basis", "i"),
    Line("", "QUYẾT ĐỊNH:", 14, "b", gap_pt=(6, 0)),
    _text(
        "Điều 1. Ban hành kèm theo Quyết định này Quy chế sử dụng phòng đọc.", "article", "b"
    ),
    _text("Điều 2. Quyết định này có hiệu lực từ ngày ký./.", "article", "b"),
    _signed(("Như Điều 2;", "Các phòng;", "Lưu: VT, QLVT."), *_DEPUTY),
)
_RULES: tuple[Block, ...] = (
    Line("part_title", "Chương I", 14, "b", gap_pt=(6, 0)),
    Line("part_title", "QUY ĐỊNH CHUNG", 14, "b"),
    _text("Điều 1. Phạm vi điều chỉnh", "article", "b"),
    _text("Quy chế này quy định việc mượn, đọc và trả tài liệu tại phòng đọc."),
    _text("Điều 2. Đối tượng áp dụng", "article", "b"),
    _text("1. Công chức của Sở khi đọc tài liệu.", "clause"),
    _text("2. Cơ quan, tổ chức, cá nhân có giấy giới thiệu.", "clause"),
    Line("part_title", "Chương II", 14, "b", gap_pt=(6, 0)),
    Line("part_title", "ĐỌC TÀI LIỆU", 14, "b"),
    _text("Điều 3. Giờ mở cửa", "article", "b"),
    _text("Phòng đọc mở cửa trong giờ hành chính các ngày làm việc./."),
)
_RULES_HEAD = Columns((Line("superior", _PROVINCE, 13), _issuer()), _NATION)
_RULES_TITLES = (
    Line("kind", "QUY CHẾ", 14, "b"),
    Line("subject", "Sử dụng phòng đọc", 14, "b"),
    Line(
        "appendix_note",
        "(Kèm theo Quyết định số 113/QĐ-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)",
        14,
        "i",
        line_mm=20,
    ),
)
APPROVAL = Sample("1.3 quyết định quy định gián tiếp", _APPROVING)
APPROVED = Sample(
    "1.3 văn bản kèm theo quyết định, bản giấy",
    (
        *_APPROVING,
        NewPage(),
        _unjudged(_RULES_HEAD),
        *(replace(one, component="") for one in _RULES_TITLES),
        *_RULES,
    ),
)
_STAMP = Line("", "Số: 113/QĐ-SNV; 05/3/2026; 09:30:15 +07:00", 10, align="r")
APPROVED_APART = Sample(
    "1.3 văn bản kèm theo quyết định, bản điện tử",
    (
        _STAMP,
        _RULES_HEAD,
        *_RULES_TITLES,
        *_RULES,
    ),
)
_PLAN: tuple[Block, ...] = (
    _head(_issuer(), "Số: 27/KH-SNV"),
    *_titles("KẾ HOẠCH", "Chỉnh lý tài liệu tồn đọng năm 2026"),
    _text("Thực hiện chương trình công tác năm, Sở Nội vụ lập kế hoạch như sau:"),
    _text("I. MỤC ĐÍCH, YÊU CẦU", "level1", "b"),
    _text("1. Mục đích", "level2", "b"),
    _text("Tài liệu được sắp xếp để tra tìm trong ngày."),
    _text("2. Yêu cầu", "level2", "b"),
    _text("a) Không làm hỏng, mất tài liệu;", "point"),
    _text("b) Danh mục lập theo Phụ lục kèm theo.", "point"),
    _text("II. TỔ CHỨC THỰC HIỆN", "level1", "b"),
    _text("Văn phòng Sở theo dõi, báo cáo kết quả trước ngày 15 tháng 12 năm 2026./."),
    _signed(("Các phòng thuộc Sở;", "Lưu: VT, QLVT."), *_DEPUTY),
)
PLAN = Sample("1.4 văn bản có tên loại: kế hoạch", _PLAN, (25, 25, 35, 20))
REPORT = Sample(
    "1.4 văn bản có tên loại: báo cáo gửi cấp trên",
    (
        _head(_issuer(), "Số: 208/BC-SNV"),
        *_titles("BÁO CÁO", "Kết quả số hóa hồ sơ sáu tháng đầu năm 2026", 40),
        Line("addressees", "Kính gửi: Ủy ban nhân dân tỉnh Thử.", 14, gap_pt=(6, 6)),
        _text("Sở Nội vụ đã số hóa 1.250 hồ sơ, đạt 62,5% của 2.000 hồ sơ phải số hóa."),
        _text("Sở Nội vụ báo cáo Ủy ban nhân dân tỉnh./."),
        _signed(("Như trên;", "Lưu: VT."), *_HEAD_OF),
    ),
)
PROPOSAL = Sample(
    "1.4 văn bản có tên loại: tờ trình",
    (
        _head(_issuer(), "Số:      /TTr-SNV", "Bình Thử, ngày      tháng      năm 2026"),
        *_titles("TỜ TRÌNH", "Về việc mua giá để tài liệu"),
        Line("addressees", "Kính gửi: Ủy ban nhân dân tỉnh Thử.", 14, gap_pt=(6, 6)),
        _text("Kho của Sở thiếu 40 giá để tài liệu, phải đặt tài liệu xuống nền nhà."),
        _text("Sở Nội vụ trình Ủy ban nhân dân tỉnh xem xét, quyết định./."),
        _signed(("Như trên;", "Sở Tài chính;", "Lưu: VT, VP."), *_HEAD_OF),
    ),
)
LETTER = Sample(
    "1.5 công văn",
    (
        _head(_issuer(), "Số: 98/SNV-QLVT", letter="V/v nộp lưu tài liệu năm 2025"),
        Line("addressees", "Kính gửi:", 14, align="l", left_mm=35, gap_pt=(12, 0)),
        Line("addressees", "- Các sở, ban, ngành;", 14, align="l", left_mm=45),
        Line("addressees", "- Ủy ban nhân dân các xã.", 14, align="l", left_mm=45),
        _text("Đã hết hạn nộp lưu tài liệu của năm 2025 mà kho còn thiếu của 12 cơ quan."),
        _text("Sở Nội vụ đề nghị các cơ quan nộp trước ngày 20 tháng 4 năm 2026./."),
        _signed(("Như trên;", "Giám đốc Sở;", "Lưu: VT, QLVT."), *_DEPUTY),
        Line(
            "contact",
            "Số 1, đường Thử, tỉnh Thử; thư điện tử: snv@vidu.vn; điện thoại: 0123.456.789.",
            11,
        ),
    ),
)
TELEGRAM = Sample(
    "1.6 công điện",
    (
        _head(_issuer(_PROVINCE, 28), "Số: 03/CĐ-UBND", superior=""),
        *_titles("CÔNG ĐIỆN", "Về ứng phó mưa lũ sau bão"),
        Line("", "ỦY BAN NHÂN DÂN TỈNH THỬ điện:", 14, gap_pt=(6, 0)),
        Line("dash", "- Các sở, ban, ngành;", 14, align="j", left_mm=45, gap_pt=(6, 0)),
        Line("dash", "- Ủy ban nhân dân các xã.", 14, align="j", left_mm=45, gap_pt=(6, 0)),
        _text("Nước sông lên nhanh, các địa phương sơ tán dân nơi thấp trước 18 giờ hôm nay."),
        _text("Trực ban báo cáo tình hình mỗi giờ một lần./."),
        _signed(
            ("Như trên;", "Đài Phát thanh tỉnh;", "Lưu: VT, NN."),
            ("authority", "KT. CHỦ TỊCH"),
            ("position", "PHÓ CHỦ TỊCH"),
        ),
    ),
)
INVITATION = Sample(
    "1.7 giấy mời",
    (
        _head(_issuer(), "Số: 15/GM-SNV"),
        *_titles("GIẤY MỜI", "Hội nghị tổng kết công tác lưu trữ"),
        _text("Sở Nội vụ trân trọng kính mời: Ông Lê Văn Ví, Giám đốc Trung tâm Thử nghiệm."),
        _text("Tới dự hội nghị tổng kết công tác lưu trữ năm 2025."),
        _text("Chủ trì: Phó Giám đốc Sở Nội vụ."),
        _text("Thời gian: 08 giờ 00, ngày 12 tháng 3 năm 2026."),
        _text("Địa điểm: Hội trường Sở Nội vụ."),
        _text("Đề nghị đại biểu đến đúng giờ./."),
        _signed(("Như trên;", "Lãnh đạo Sở;", "Lưu: VT, VP."), *_DEPUTY),
    ),
)
INTRODUCTION = Sample(
    "1.8 giấy giới thiệu",
    (
        _head(_issuer(), "Số: 41/GGT-SNV"),
        *_titles("GIẤY GIỚI THIỆU", ""),
        Line("", "Sở Nội vụ trân trọng giới thiệu:", 14, gap_pt=(6, 0)),
        _text("Ông (bà): Phạm Thị Nháp"),
        _text("Chức vụ: Chuyên viên Văn phòng"),
        _text("Được cử đến: Trung tâm Lưu trữ tỉnh Thử"),
        _text("Về việc: Tra tìm hồ sơ phục vụ giải quyết đơn của công dân"),
        _text("Đề nghị Quý cơ quan tạo điều kiện để bà có tên ở trên hoàn thành nhiệm vụ."),
        _text("Giấy này có giá trị đến hết ngày 31 tháng 3 năm 2026./."),
        _signed(("Như trên;", "Lưu: VT."), *_DEPUTY),
    ),
)
MINUTES = Sample(
    "1.9 biên bản",
    (
        _head(_issuer(), "Số: 06/BB-SNV", date=""),
        *_titles("BIÊN BẢN", "Họp xét tài liệu hết giá trị", line_mm=0),
        _text("Thời gian bắt đầu: 14 giờ 00, ngày 05 tháng 3 năm 2026."),
        _text("Địa điểm: Phòng họp số 2."),
        _text("Thành phần tham dự: Thành viên hội đồng, có mặt 7/7 người."),
        _text("Chủ trì (chủ tọa): Ông Đỗ Văn Giả, Phó Giám đốc."),
        _text("Thư ký (người ghi biên bản): Bà Phạm Thị Nháp."),
        _text("Nội dung: Hội đồng xem từng tập, đồng ý hủy 120 tập đã hết giá trị."),
        _text("Cuộc họp kết thúc vào 16 giờ 30, ngày 05 tháng 3 năm 2026./."),
        Columns(
            (
                Line("position", "THƯ KÝ", 14, "b"),
                Line("signatory", "Phạm Thị Nháp", 14, "b", gap_pt=(60, 0)),
                Line("recipients", "Nơi nhận:", 12, "bi", "l", gap_pt=(6, 0)),
                Line("recipient", "- Thành viên hội đồng;", 11, align="l"),
                Line("recipient", "- Lưu: VT, Hồ sơ.", 11, align="l"),
            ),
            (
                Line("position", "CHỦ TỌA", 14, "b"),
                Line("signatory", "Đỗ Văn Giả", 14, "b", gap_pt=(60, 0)),
            ),
        ),
    ),
)
LEAVE = Sample(
    "1.10 giấy nghỉ phép",
    (
        _head(_issuer(), "Số: 22/GNP-SNV"),
        *_titles("GIẤY NGHỈ PHÉP", ""),
        _text("Xét Đơn đề nghị nghỉ phép ngày 02 tháng 3 năm 2026 của bà Phạm Thị Nháp,"),
        _text("Sở Nội vụ cấp cho:"),
        _text("Ông (bà): Phạm Thị Nháp"),
        _text("Chức vụ: Chuyên viên Văn phòng"),
        _text(
            "Được nghỉ phép trong thời gian 04 ngày, kể từ ngày 09 tháng 3 năm 2026 đến hết "
            "ngày 12 tháng 3 năm 2026 tại tỉnh Thử."
        ),
        _text("Số ngày nghỉ phép nêu trên được tính vào thời gian nghỉ hằng năm./."),
        _signed(("Bà Phạm Thị Nháp;", "Lưu: VT, TCCB."), *_DEPUTY),
        Line("", "Xác nhận của cơ quan nơi nghỉ phép", 13, align="l"),
        Line("", "(Chữ ký, dấu)", 13, "i", "l"),
    ),
)


def _annex(heading: str, title: str, text: str) -> tuple[Block, ...]:
    note = "(Kèm theo Kế hoạch số 27/KH-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)"
    return (
        Line("appendix", heading, 14, "b"),
        Line("appendix_title", title, 14, "b"),
        Line("appendix_note", note, 14, "i", line_mm=20),
        _text(text),
    )


ANNEX = Sample(
    "2.1 phụ lục văn bản giấy",
    (
        *_PLAN,
        NewPage(),
        *_annex("Phụ lục", "DANH MỤC TÀI LIỆU", "Danh mục ghi từng hộp theo số thứ tự./."),
    ),
)
_TWO = "Mẫu danh mục nêu ở Phụ lục I, mẫu biên bản giao nhận nêu ở Phụ lục II."
ANNEXES = Sample(
    "2.1 hai phụ lục văn bản giấy",
    (
        *replace(PLAN, blocks=_PLAN).put("point", 1, text=f"b) {_TWO}").blocks,
        NewPage(),
        *_annex("Phụ lục I", "MẪU DANH MỤC", "Danh mục ghi từng hộp theo số thứ tự./."),
        NewPage(),
        *_annex("Phụ lục II", "MẪU BIÊN BẢN GIAO NHẬN", "Hai bên giao nhận từng hộp./."),
    ),
)
ANNEX_APART = Sample(
    "2.2 phụ lục văn bản điện tử",
    (
        Line("", "Số: 27/KH-SNV; 05/3/2026; 09:30:15 +07:00", 10, align="r"),
        *_annex("Phụ lục II", "DANH MỤC TÀI LIỆU", "Danh mục ghi từng hộp theo số thứ tự./."),
    ),
)
COPY = Sample(
    "3.1 bản sao sang định dạng giấy",
    (
        *INVITATION.blocks,
        Columns(
            (
                Line("", "TRUNG TÂM THỬ NGHIỆM", 13, "b", line_mm=22),
                Line("", "Số: 09/SY-TTTN", 13, gap_pt=(6, 0)),
            ),
            (
                Line("", "SAO Y", 14, "b"),
                Line("", "Bình Thử, ngày 09 tháng 3 năm 2026", 14, "i", gap_pt=(6, 0)),
            ),
        ),
        _unjudged(
            _signed(("Các phòng;", "Lưu: VT."), ("position", "GIÁM ĐỐC"), name="Lê Văn Ví")
        ),
    ),
)
COPY_SIGNED = Sample(
    "3.2 bản sao sang định dạng điện tử",
    (
        Line("", "SAO Y; 09/TTTN; 09/3/2026; 14:05:00 +07:00", 10, align="r"),
        *INVITATION.blocks,
    ),
)
SAMPLES = (
    RESOLUTION,
    DECISION,
    APPROVAL,
    APPROVED,
    APPROVED_APART,
    PLAN,
    REPORT,
    PROPOSAL,
    LETTER,
    TELEGRAM,
    INVITATION,
    INTRODUCTION,
    MINUTES,
    LEAVE,
    ANNEX,
    ANNEXES,
    ANNEX_APART,
    COPY,
    COPY_SIGNED,
)
