"""The document that every engine makes, described once: an election report of four A4 pages.

Its text carries names of variables in «»; `dialects` writes them in the language of an engine.
Units, people and figures are plainly invented.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any

TEXT, HEADING, TITLE, NOTE = "Normal", "Heading1", "Title", "Subtitle"
GROUPS = 4
ROWS = 20
DOCUMENTS = 8  # different ones, rendered in turn
FEW_ROWS = 200  # with more, one document is enough


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of the body, with the id of its style."""

    text: str
    style: str = TEXT


@dataclass(frozen=True, slots=True)
class Condition:
    """Paragraphs that stand only where a variable is true."""

    name: str
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """Two columns without lines: the head of the paper."""

    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Loop:
    """A table: headings, for each group a row over all columns, then its rows."""

    name: str
    headings: tuple[str, ...]
    fields: tuple[str, ...]
    widths: tuple[int, ...]


Block = Paragraph | Condition | Pair | Loop

HEADER = "Báo cáo của «issuer», số «number»"
HEAD = Pair(
    ("«superior»", "«issuer»", "Số «number»"),
    ("ĐẢNG CỘNG SẢN VIỆT NAM", "«place_date»"),
)
BOOTHS = Loop(
    "booths",
    ("TT", "Khu vực bỏ phiếu", "Cử tri", "Đã bầu", "Tỷ lệ"),
    ("no", "name", "first", "second", "share"),
    (700, 4000, 1500, 1500, 1600),
)
PEOPLE = Loop(
    "people",
    ("TT", "Người ứng cử", "Phiếu hợp lệ", "Phiếu đồng ý", "Tỷ lệ"),
    ("no", "name", "first", "second", "share"),
    (700, 4000, 1500, 1500, 1600),
)
WHEN_LATE = Condition(
    "has_late",
    (
        Paragraph("Những nơi nộp biên bản muộn", HEADING),
        Paragraph("Có «late» khu vực nộp biên bản sau thời hạn; đã nhắc bằng văn bản."),
        Paragraph("Nguyên nhân chính: «late_reason»."),
    ),
)


def _texts(*lines: str) -> tuple[Paragraph, ...]:
    """Paragraphs; a line that begins with # is a heading."""
    return tuple(
        Paragraph(line[2:], HEADING) if line.startswith("# ") else Paragraph(line)
        for line in lines
    )


BEFORE = _texts(
    "Thực hiện Kế hoạch số «plan» của «superior», «issuer» báo cáo kết quả như sau.",
    "# I. CÔNG TÁC CHUẨN BỊ",
    "1. Lãnh đạo, chỉ đạo",
    "- «issuer» ban hành «documents» văn bản về công tác bầu cử, phân công từng thành viên "
    "phụ trách khu vực, định kỳ nghe báo cáo.",
    "- Thành lập «teams» tổ giúp việc; mỗi tổ có nội quy, lịch làm việc và người chịu trách "
    "nhiệm ghi biên bản.",
    "- Ban chỉ đạo họp «meetings» phiên, kết luận từng phiên đều bằng văn bản.",
    "2. Tuyên truyền",
    "- Phát «leaflets» tờ rơi, treo băng rôn ở trụ sở, nhà văn hóa, trường học.",
    "- Hệ thống truyền thanh phát tin ngày hai buổi, trong «days» ngày liền trước ngày bầu cử.",
    "- Tổ chức hỏi đáp về thể lệ bầu cử tại các khu dân cư.",
    "3. Cơ sở vật chất",
    "- Kinh phí được cấp «budget» đồng, đã chi «spent» đồng, có chứng từ đầy đủ.",
    "- Phương án dự phòng về điện, mạng, thời tiết được duyệt và diễn tập một lần.",
    "4. Lập và niêm yết danh sách cử tri",
    "- Danh sách được rà soát ba lần, niêm yết đúng hạn tại «places» địa điểm.",
    "- Khiếu nại về danh sách được giải quyết ngay trong ngày, không có việc kéo dài.",
    "# II. KẾT QUẢ",
    "1. Cử tri đi bầu",
    "- Tổng số cử tri: «voters»; đã bầu: «voted»; đạt «share».",
    "- Khu vực xong sớm nhất: «first_place», lúc «first_time».",
    "- Cử tri cao tuổi, người ốm được phục vụ bằng hòm phiếu phụ tại nhà.",
    "- Không có trường hợp bầu hộ, bầu thay trái quy định.",
    "Bảng 1. Cử tri đi bầu theo khu vực bỏ phiếu",
)
BETWEEN = _texts(
    "2. Kết quả kiểm phiếu",
    "- Số phiếu phát ra: «issued»; thu về: «collected»; hợp lệ: «valid»; không hợp lệ: "
    "«invalid».",
    "- Việc kiểm phiếu có đại diện cử tri chứng kiến, biên bản lập thành ba bản.",
    "- Số liệu từng tổ được cộng hai lần, do hai người khác nhau thực hiện.",
    "- Phiếu được niêm phong, bàn giao ngay trong đêm, có ký nhận.",
    "Bảng 2. Kết quả theo người ứng cử",
)
AFTER = _texts(
    "# III. ĐÁNH GIÁ CHUNG",
    "1. Ưu điểm",
    "- Cuộc bầu cử diễn ra dân chủ, đúng quy định, an toàn, tiết kiệm.",
    "- Các tổ bầu cử làm việc nghiêm túc, có mặt đúng giờ, báo cáo nhanh đầy đủ.",
    "- An ninh trật tự được giữ vững trong toàn bộ thời gian bỏ phiếu.",
    "- Số liệu được đối chiếu ở cả ba khâu: phát phiếu, thu phiếu, kiểm phiếu.",
    "- Công tác hậu cần chu đáo, không để thiếu phiếu, thiếu dấu ở bất cứ nơi nào.",
    "2. Hạn chế",
    "- Một số tổ còn lúng túng khi ghi biên bản, phải sửa lại.",
    "- Danh sách cử tri ở nơi có nhiều người thuê trọ biến động đến sát ngày bầu.",
    "- Trang thông tin đăng tin chậm ở một vài thời điểm.",
    "- Chữ ký trong biên bản của hai tổ chưa đúng vị trí quy định.",
    "3. Nguyên nhân",
    "- Thời gian tập huấn ngắn, nhiều thành viên tham gia lần đầu.",
    "- Phần mềm quản lý cử tri chưa ổn định trong tuần cuối.",
    "- Việc đi lại giữa các khu vực xa trung tâm mất nhiều thời gian.",
    "# IV. BÀI HỌC KINH NGHIỆM",
    "- Rà soát danh sách sớm, kiểm tra chéo giữa các khu vực liền kề.",
    "- Tập huấn theo tình huống, có bài kiểm tra cuối buổi.",
    "- Giao một đầu mối tổng hợp số liệu, không để nhiều nơi cùng báo cáo.",
    "- Chuẩn bị máy phát điện, đường truyền dự phòng cho điểm tổng hợp.",
    "- Giữ liên lạc thường xuyên với các tổ ở xa, có người trực suốt đêm kiểm phiếu.",
    "# V. KIẾN NGHỊ",
    "- Đề nghị «superior» cấp kinh phí sớm hơn, hướng dẫn rõ định mức chi.",
    "- Đề nghị thống nhất một mẫu biên bản cho mọi khu vực bỏ phiếu.",
    "- Đề nghị có chế độ bồi dưỡng cho lực lượng phục vụ ngoài giờ.",
    "- Đề nghị khen thưởng các tập thể và cá nhân có thành tích.",
    "Trên đây là báo cáo của «issuer»; kính gửi «superior» xem xét, chỉ đạo.",
    "«signatory_title»",
    "«signatory»",
)
BODY: tuple[Block, ...] = (
    HEAD,
    Paragraph("BÁO CÁO", TITLE),
    Paragraph("kết quả công tác bầu cử «term»", NOTE),
    *BEFORE,
    BOOTHS,
    WHEN_LATE,
    *BETWEEN,
    PEOPLE,
    *AFTER,
)


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table."""

    no: str
    name: str
    first: str
    second: str
    share: str


@dataclass(frozen=True, slots=True)
class Group:
    """A row over all columns, and the rows under it."""

    title: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """The variables of the document: 27 texts, a condition, two tables."""

    superior: str
    issuer: str
    number: str
    place_date: str
    term: str
    plan: str
    documents: str
    teams: str
    meetings: str
    leaflets: str
    days: str
    budget: str
    spent: str
    places: str
    voters: str
    voted: str
    share: str
    first_place: str
    first_time: str
    issued: str
    collected: str
    valid: str
    invalid: str
    signatory_title: str
    signatory: str
    booths: tuple[Group, ...]
    people: tuple[Group, ...]
    has_late: bool
    late: str = "hai"
    late_reason: str = "đường xa, mưa lớn"


def report(number: int, rows: int = ROWS) -> Report:
    """The values of one document; its first table has so many rows."""
    voters = 4000 + 137 * number
    voted = voters - 40 - number
    return Report(
        superior=f"Đảng ủy xã Thử {number}",
        issuer=f"Chi bộ Thử nghiệm {number}",
        number=f"{17 + number}-BC/CB",
        place_date=f"Xã Thử, ngày {10 + number} tháng 11 năm 2026",
        term="nhiệm kỳ 2026-2031",
        plan=f"{30 + number}-KH/ĐU",
        documents=f"{12 + number}",
        teams=f"{3 + number}",
        meetings=f"{6 + number}",
        leaflets=f"{1 + number}.500",
        days=f"{14 + number}",
        budget=f"{45 + number}.000.000",
        spent=f"{41 + number}.350.000",
        places=f"{8 + number}",
        voters=f"{voters}",
        voted=f"{voted}",
        share=_share(voted, voters),
        first_place=f"Khu vực bỏ phiếu số {1 + number}",
        first_time=f"10 giờ {20 + number}",
        issued=f"{voted}",
        collected=f"{voted - 2}",
        valid=f"{voted - 30}",
        invalid="28",
        signatory_title="BÍ THƯ",
        signatory=f"Nguyễn Văn Thử {number}",
        booths=_groups("Cụm bầu cử", "Khu vực bỏ phiếu số", rows, number),
        people=_groups("Đơn vị bầu cử", "Trần Thị Ví Dụ", ROWS, number),
        has_late=number % 2 == 0,
    )


def documents(rows: int) -> int:
    """How many different documents have so many rows."""
    return DOCUMENTS if rows <= FEW_ROWS else 1


def context(number: int, rows: int = ROWS) -> dict[str, Any]:
    """The same as plain lists and dictionaries, which other engines are documented with."""
    return asdict(report(number, rows))


def _groups(title: str, name: str, rows: int, number: int) -> tuple[Group, ...]:
    each = rows // GROUPS
    return tuple(
        Group(
            f"{title} số {group + 1}",
            tuple(_row(name, group * each + i + 1, number) for i in range(each)),
        )
        for group in range(GROUPS)
    )


def _row(name: str, no: int, number: int) -> Row:
    first = 180 + no * 7 % 90 + number
    second = first - no % 11 - 1
    return Row(str(no), f"{name} {no}", str(first), str(second), _share(second, first))


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.2f}%".replace(".", ",")
