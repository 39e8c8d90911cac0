"""Papers for the inspector, as values: what stands in them, not how they are laid out.

All names and figures are invented.
"""

from __future__ import annotations

from dataclasses import dataclass, field

PARTY = "ĐẢNG CỘNG SẢN VIỆT NAM"
STATE = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"
MOTTO = "Độc lập - Tự do - Hạnh phúc"
LINE = "________"


@dataclass(frozen=True, slots=True)
class Annex:
    """An appendix: heading, title, note and text."""

    heading: str
    title: tuple[str, ...]
    note: str = ""
    text: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class HandPaper:
    """A paper: its texts by component, in the order of the paper.

    `text` pairs each paragraph with its component. `signatures` are columns from the left, of
    pairs too; `recipients` stand left of them.
    """

    name: str
    issuer: tuple[str, ...]
    superior: tuple[str, ...] = ()
    is_party: bool = True
    number: str = ""
    place_date: str = ""
    kind: str = ""
    subject: tuple[str, ...] = ()
    letter_subject: str = ""
    addressees: tuple[str, ...] = ()
    text: tuple[tuple[str, str], ...] = ()
    signatures: tuple[tuple[tuple[str, str], ...], ...] = ()
    recipients: tuple[str, ...] = ()
    annexes: tuple[Annex, ...] = field(default=())

    @property
    def left(self) -> tuple[tuple[str, str], ...]:
        """The left column of the head block: components with their lines."""
        under = ("star", "*") if self.is_party else ("issuer_line", LINE)
        return tuple(
            one
            for one in (
                *(("superior", line) for line in self.superior),
                *(("issuer", line) for line in self.issuer),
                under,
                ("number", self.number),
                ("letter_subject", self.letter_subject),
            )
            if one[1]
        )

    @property
    def right(self) -> tuple[tuple[str, str], ...]:
        """The right column of the head block."""
        top = (
            (("heading", PARTY), ("heading_line", LINE))
            if self.is_party
            else (("heading", STATE), ("motto", MOTTO), ("motto_line", LINE))
        )
        return (*top, ("place_date", self.place_date)) if self.place_date else top

    @property
    def titles(self) -> tuple[tuple[str, str], ...]:
        """What stands between head block and text."""
        mark = ("subject_mark", "-----" if self.is_party else LINE)
        return tuple(
            one
            for one in (
                ("kind", self.kind),
                *(("subject", line) for line in self.subject),
                mark if self.kind else ("", ""),
                *(("addressees", line) for line in self.addressees),
            )
            if one[1]
        )


_BODY = (
    "Thực hiện Kế hoạch số 12-KH/TU, ngày 05/3/2025 của Ban Thường vụ Tỉnh ủy Thử Nghiệm về "
    "đại hội đảng bộ các cấp, cơ quan báo cáo những nội dung nêu ở Phụ lục 1 như sau:"
)
_LADDER = (
    ("body", _BODY),
    ("level1", "I. MỤC ĐÍCH, YÊU CẦU"),
    ("clause", "1. Bảo đảm đại hội được tổ chức đúng quy định, tiết kiệm, an toàn."),
    ("clause", "2. Nơi nhận báo cáo là cơ quan thường trực của tiểu ban phục vụ."),
    ("level1", "II. NỘI DUNG"),
    ("level2", "1. Thời gian, địa điểm"),
    ("body", "Đại hội họp trong hai ngày tại hội trường của cơ quan, có 150 đại biểu dự."),
    ("dash", "- Ngày thứ nhất: phiên trù bị, thông qua chương trình và quy chế làm việc;"),
    ("plus", "+ Buổi sáng: bầu đoàn chủ tịch, đoàn thư ký của đại hội."),
    ("level2", "2. Phân công"),
    ("point", "a) Văn phòng chuẩn bị tài liệu, gửi đại biểu chậm nhất 05 ngày."),
    ("point", "b) Phụ lục 2 nêu phân công của từng đồng chí trong tiểu ban."),
    ("body", "Trên đây là những nội dung chính, đề nghị các đơn vị triển khai thực hiện."),
)
_ANNEXES = (
    Annex(
        "PHỤ LỤC 1",
        ("LỊCH LÀM VIỆC", "của tiểu ban phục vụ đại hội"),
        "(kèm theo Kế hoạch số 15-KH/ĐU, ngày 09/4/2025)",
        ("Tiểu ban họp vào thứ Sáu hằng tuần, theo giấy mời.",),
    ),
    Annex(
        "PHỤ LỤC 2",
        ("PHÂN CÔNG NHIỆM VỤ",),
        "",
        (
            "Kế hoạch chi tiết:",
            "KẾ HOẠCH",
            "Kế hoạch này có chữ ký của người lập ở cuối, không phải của cơ quan.",
        ),
    ),
)
_SIGNED = (
    ("authority", "T/M BAN THƯỜNG VỤ"),
    ("position", "PHÓ BÍ THƯ"),
    ("signatory", "Nguyễn Thị Thử"),
)
_RECEIVED = (
    "- Ban Thường vụ Tỉnh ủy (để báo cáo);",
    "- Các chi bộ trực thuộc;",
    "- Lưu Văn phòng Đảng ủy.",
)

PLAN = HandPaper(
    name="kế hoạch của đảng ủy",
    superior=("ĐẢNG BỘ TỈNH THỬ NGHIỆM",),
    issuer=("ĐẢNG ỦY XÃ BÌNH THỬ",),
    number="Số 15-KH/ĐU",
    place_date="Bình Thử, ngày 09 tháng 4 năm 2025",
    kind="KẾ HOẠCH",
    subject=("tổ chức đại hội đại biểu đảng bộ xã", "nhiệm kỳ 2025-2030"),
    text=_LADDER,
    signatures=(_SIGNED,),
    recipients=_RECEIVED,
    annexes=_ANNEXES,
)
LETTER = HandPaper(
    name="công văn của tỉnh ủy",
    issuer=("TỈNH ỦY THỬ NGHIỆM",),
    number="Số 08-CV/TU",
    place_date="Thử Nghiệm, ngày 12 tháng 6 năm 2026",
    letter_subject="về việc chuẩn bị văn kiện đại hội",
    addressees=("Kính gửi:", "- Các huyện ủy, thành ủy;", "- Đảng ủy Khối các cơ quan."),
    text=(
        (
            "body",
            "Thường trực Tỉnh ủy đề nghị các cấp ủy gửi dự thảo văn kiện trước ngày 30/6.",
        ),
        ("body", "Quá trình thực hiện có vướng mắc, báo cáo qua Văn phòng Tỉnh ủy."),
    ),
    signatures=(
        (
            ("authority", "T/L BAN THƯỜNG VỤ"),
            ("position", "CHÁNH VĂN PHÒNG"),
            ("signatory", "Trần Văn Mẫu"),
        ),
    ),
    recipients=("- Như trên;", "- Lưu Văn phòng Tỉnh ủy."),
)
PROPOSAL = HandPaper(
    name="tờ trình của ban tổ chức",
    superior=("TỈNH ỦY THỬ NGHIỆM",),
    issuer=("BAN TỔ CHỨC",),
    number="Số      -TTr/BTCTU",
    place_date="Thử Nghiệm, ngày    tháng 7 năm 2026",
    kind="TỜ TRÌNH",
    subject=("về nhân sự tham gia ban chấp hành",),
    addressees=("Kính trình: Ban Thường vụ Tỉnh ủy",),
    text=(
        ("basis", "- Căn cứ Điều lệ Đảng Cộng sản Việt Nam;"),
        ("basis", "- Căn cứ Quy chế làm việc của Tỉnh ủy,"),
        ("body", "Ban Tổ chức Tỉnh ủy trình Ban Thường vụ xem xét phương án nhân sự sau đây."),
    ),
    signatures=(
        (
            ("authority", "K/T TRƯỞNG BAN"),
            ("position", "PHÓ TRƯỞNG BAN"),
            ("signatory", "Lê Thị Ví Dụ"),
        ),
    ),
    recipients=("- Như trên;", "- Lưu Ban Tổ chức."),
)
MINUTES = HandPaper(
    name="biên bản hai người ký",
    superior=("ĐẢNG BỘ XÃ BÌNH THỬ",),
    issuer=("CHI BỘ ẤP MỘT",),
    kind="BIÊN BẢN",
    subject=("họp chi bộ thường kỳ",),
    text=(
        ("body", "Hôm nay, ngày 03 tháng 02 năm 2026, chi bộ họp tại nhà văn hóa của ấp."),
        ("body", "Cuộc họp kết thúc lúc 16 giờ cùng ngày, biên bản đã được thông qua."),
    ),
    signatures=(
        (("position", "NGƯỜI GHI BIÊN BẢN"), ("signatory", "Phạm Văn Nháp")),
        (("position", "CHỦ TRÌ HỘI NGHỊ"), ("signatory", "Võ Thị Tạm")),
    ),
)
RESOLUTION = HandPaper(
    name="nghị quyết của đại hội",
    superior=("ĐẢNG BỘ XÃ BÌNH THỬ",),
    issuer=("ĐẠI HỘI ĐẠI BIỂU", "LẦN THỨ I"),
    number="Số 03-NQ/ĐH",
    place_date="Bình Thử, ngày 21 tháng 5 năm 2025",
    kind="NGHỊ QUYẾT",
    subject=("đại hội đại biểu đảng bộ xã lần thứ I,", "nhiệm kỳ 2025-2030"),
    text=(
        ("article", "Điều 1. Thông qua Báo cáo chính trị của Ban Chấp hành khóa trước."),
        ("article", "Điều 2. Ban Chấp hành mới có trách nhiệm triển khai nghị quyết này."),
    ),
    signatures=((("authority", "T/M ĐOÀN CHỦ TỊCH"), ("signatory", "Hồ Văn Thử")),),
    recipients=("- Ban Thường vụ Tỉnh ủy,", "- Lưu Văn phòng Đảng ủy."),
)
STATE_PLAN = HandPaper(
    name="kế hoạch của ủy ban nhân dân",
    is_party=False,
    superior=("ỦY BAN NHÂN DÂN", "TỈNH THỬ NGHIỆM"),
    issuer=("SỞ NỘI VỤ",),
    number="Số: 27/KH-SNV",
    place_date="Thử Nghiệm, ngày 05 tháng 3 năm 2026",
    kind="KẾ HOẠCH",
    subject=("Về phục vụ đại hội đảng các cấp",),
    text=_LADDER,
    signatures=(
        (
            ("authority", "KT. GIÁM ĐỐC"),
            ("position", "PHÓ GIÁM ĐỐC"),
            ("signatory", "Đỗ Thị Thử"),
        ),
    ),
    recipients=("- Như kế hoạch;", "- Lưu: VT, TH."),
    annexes=_ANNEXES[:1],
)
STATE_LETTER = HandPaper(
    name="công văn của ủy ban nhân dân",
    is_party=False,
    issuer=("ỦY BAN NHÂN DÂN", "XÃ BÌNH THỬ"),
    number="Số: 112/UBND-VX",
    place_date="Bình Thử, ngày 10 tháng 10 năm 2025",
    letter_subject="V/v bố trí hội trường",
    addressees=("Kính gửi: Đảng ủy xã Bình Thử.",),
    text=(
        (
            "body",
            "Ủy ban nhân dân xã bố trí hội trường lớn cho đại hội theo đề nghị của Đảng ủy.",
        ),
        ("body", "Ủy ban nhân dân xã thông báo để Đảng ủy biết, phối hợp thực hiện./."),
    ),
    signatures=(
        (
            ("authority", "TM. ỦY BAN NHÂN DÂN"),
            ("position", "CHỦ TỊCH"),
            ("signatory", "Ngô Văn Giả"),
        ),
    ),
    recipients=("- Như trên;", "- Lưu: VT."),
)
STATE_DECISION = HandPaper(
    name="quyết định của ủy ban nhân dân",
    is_party=False,
    issuer=("ỦY BAN NHÂN DÂN TỈNH THỬ NGHIỆM",),
    number="Số:        /QĐ-UBND",
    place_date="Thử Nghiệm, ngày    tháng    năm 2025",
    kind="QUYẾT ĐỊNH",
    subject=("Về việc thành lập tổ phục vụ đại hội",),
    text=(
        ("", "CHỦ TỊCH ỦY BAN NHÂN DÂN TỈNH"),
        ("basis", "Căn cứ Luật Tổ chức chính quyền địa phương;"),
        ("basis", "Theo đề nghị của Giám đốc Sở Nội vụ."),
        ("", "QUYẾT ĐỊNH:"),
        ("article", "Điều 1. Thành lập tổ phục vụ gồm các ông, bà có tên trong danh sách."),
        ("article", "Điều 2. Quyết định này có hiệu lực từ ngày ký./."),
    ),
    signatures=((("position", "CHỦ TỊCH"), ("signatory", "Bùi Thị Ướm")),),
    recipients=("- Như Điều 2;", "- Lưu: VT, NC."),
)
PAPERS = (
    PLAN,
    LETTER,
    PROPOSAL,
    MINUTES,
    RESOLUTION,
    STATE_PLAN,
    STATE_LETTER,
    STATE_DECISION,
)
