"""What a clerk is told about each cell of the workbook: how it is typed, what it is for."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_TYPED: Mapping[str, str] = MappingProxyType(
    {
        "danh sách": "Chọn trong danh sách của ô.",
        "số": "Số nguyên, ví dụ 15.",
        "các số": "Các số nguyên cách nhau bằng dấu chấm phẩy, ví dụ 40; 50.",
        "có hoặc không": "Chọn có hoặc không.",
        "ngày": "Ngày/tháng/năm, ví dụ 05/3/2025.",
        "tháng": "Tháng/năm, ví dụ 12/2024.",
        "ngày hoặc tháng": "Ngày/tháng/năm, ví dụ 25/11/2024; hoặc chỉ tháng 11/2024.",
        "thời gian": (
            "Ví dụ: 20, 21/02/2025 · 21 - 23/5/2025 · dự kiến từ 03/01 đến 10/01/2025 · "
            "chiều 24/02/2026 · tháng 4/2025 · quý I/2025 · trước 30/6/2025 · chưa xác định."
        ),
        "nhiệm kỳ": "Ví dụ 2025-2030.",
        "level": "1 là mục lớn, 2 là mục con của mục 1 ở trên, cứ thế tiếp.",
    }
)
NOTES: Mapping[tuple[str, str], str] = MappingProxyType(
    {
        ("Round", "organization"): "Mã của đảng bộ chỉ đạo cả đợt, khai ở trang Tổ chức đảng.",
        ("Round", "receiving_office"): "Nơi nhận hồ sơ và báo cáo của các đơn vị.",
        ("Round", "expected"): "Chỉ để đối chiếu với lịch; không có thì để trống.",
        (
            "Round",
            "dossier",
        ): "Mỗi dòng một tài liệu. {term}: nhiệm kỳ; {previous_term}: nhiệm kỳ trước.",
        ("Plan", "symbol"): "Để trống thì theo cấp ủy: TU, HU, ĐU, CB.",
        ("Plan", "number"): "Chỉ ghi chữ số, ví dụ 07; chưa ký thì để trống.",
        ("Plan", "profile"): (
            "Để trống thì theo ngày ký: party_hd36 đến 26/5/2026, party_hd05 từ 27/5/2026."
        ),
        ("Plan", "place_name"): "Để trống thì lấy tên nơi đóng trụ sở của cấp ủy.",
        ("Plan", "filing"): "Để trống thì ghi theo lệ thường.",
        (
            "Plan",
            "extra_recipients",
        ): "Mỗi dòng một nơi nhận, ngoài các nơi chương trình tự ghi.",
        ("Signatory", "formula"): "Ký trực tiếp thì để trống.",
        ("Signatory", "on_behalf_of"): "Sau T/M, K/T, T/L; ví dụ Ban Thường vụ.",
        (
            "Signatory",
            "concurrently",
        ): ("Tổ chỉ đạo ban hành: chỉ ghi Tổ trưởng. Cấp ủy ban hành: ghi đủ chức vụ."),
        ("SteeringGroup", "name"): "Ví dụ Tổ chỉ đạo đại hội điểm.",
        ("SteeringGroup", "short_name"): "Ví dụ Tổ chỉ đạo.",
        ("Deadlines", "papers_before_opening"): "Ít nhất bao nhiêu ngày làm việc.",
        ("Deadlines", "report_after_closing"): "Chậm nhất bao nhiêu ngày làm việc.",
        ("LegalDocument", "number"): "Cả số và ký hiệu, ví dụ 5513-QĐ/TU.",
        ("LegalDocument", "subject"): "Viết tiếp sau tên loại, ví dụ: về việc thành lập …",
        ("Tier", "id"): "Đặt tùy ý: chữ thường không dấu, ví dụ co-so.",
        ("Tier", "label"): "In làm đề mục trong lịch, ví dụ Cấp cơ sở.",
        ("Tier", "rank"): "Viết trong câu, ví dụ: cơ sở.",
        ("Tier", "expected"): "Chỉ để đối chiếu với lịch.",
        ("Group", "heading"): "In làm đề mục A, B của lịch.",
        ("Group", "expected"): "Chỉ để đối chiếu với lịch.",
        (
            "Organization",
            "id",
        ): "Đặt tùy ý: chữ thường không dấu, ví dụ tan-lap; dùng làm tên thư mục.",
        ("Organization", "name"): "Không ghi loại đơn vị: Tân Lập, không ghi xã Tân Lập.",
        ("Organization", "superior"): "Mã của cấp trên trực tiếp; cấp cao nhất để trống.",
        ("Congress", "organization"): "Mã của đơn vị, khai ở trang Tổ chức đảng.",
        ("Congress", "tier"): "Mã của cấp, khai ở trang Các cấp.",
        ("Congress", "purposes"): "Đại hội thuộc nhiều nhóm thì chọn thêm ở cột bên cạnh.",
        (
            "PlannedElection",
            "body",
        ): "Mã của cơ quan, chức danh, xem trang Cơ quan, chức danh.",
        ("PlannedElection", "planned_size"): "Theo đề án nhân sự; chưa có thì để trống.",
        ("PlannedElection", "number"): "Số lượng dự kiến bầu; chưa có thì để trống.",
        ("Tier", "age_month"): "Tuổi của nhân sự tính đến tháng này; để trống thì theo cả đợt.",
        ("ElectionSettings", "surplus_max"): "Để trống thì theo quy chế bầu cử: 30.",
        ("ElectionSettings", "share_decimals"): "Để trống là: 2.",
        ("ElectionSettings", "share_rounding"): "Để trống là: làm tròn.",
        ("ElectionSettings", "age_bands"): "Để trống là: 40; 50.",
        (
            "ElectionSettings",
            "age_month",
        ): "Để trống thì tính đến hết tháng bế mạc đại hội.",
        ("ElectionSettings", "women"): "Để trống thì theo chỉ thị về đại hội.",
        ("ElectionSettings", "young"): "Để trống thì theo chỉ thị về đại hội.",
        ("ElectionSettings", "young_under"): "Để trống thì theo chỉ thị về đại hội.",
        ("Body", "id"): (
            "Dòng Có sẵn không phải ghi lại; muốn đổi thì ghi một dòng cùng mã. "
            "Mã mới đặt tùy ý: chữ thường không dấu."
        ),
        ("Body", "title"): "Viết trong câu, chữ thường: ban chấp hành.",
        ("Body", "drawn_from"): "Mã của cơ quan mà người được bầu phải là thành viên.",
        ("Body", "surplus"): "Có thì danh sách bầu lần đầu phải nhiều hơn số lượng bầu.",
        ("Body", "rows"): "Bảng của biểu thống kê có bấy nhiêu dòng để ghi họ tên.",
        ("OutlineItem", "votes"): "Có thì báo cáo có bảng kết quả bầu cử ở mục này.",
        (
            "OutlineItem",
            "bodies",
        ): "Bảng của cơ quan, chức danh nào; chọn thêm ở cột bên cạnh.",
        ("OutlineItem", "id"): "Đặt tùy ý, không trùng nhau, ví dụ bau-bi-thu.",
        ("OutlineItem", "title"): "Lời của mục, không ghi số thứ tự.",
    }
)


def hint_of(takes: str, record: str = "", name: str = "", default: str = "") -> str:
    """The words beside a cell: what it is for, how it is typed, what an empty one means."""
    what = NOTES.get((record, name), "")
    how = _TYPED.get(takes, "")
    empty = f"Để trống là: {default}." if default else ""
    return " ".join(part for part in (what, how, empty) if part)
