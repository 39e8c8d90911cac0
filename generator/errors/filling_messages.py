"""The sentences about filling a paper that a unit has written in."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

FILLING_MESSAGES: Mapping[str, str] = MappingProxyType(
    {
        "filling-waits": (
            "Số liệu của đơn vị còn chỗ chưa khớp nên chưa điền vào báo cáo này của đơn vị. "
            "Báo cáo trong thư mục kết quả mới là bản dự thảo của chương trình, chưa có lời "
            "của đơn vị. Đơn vị sửa biểu, gửi lại thì chạy lại lệnh: báo cáo này được điền."
        ),
        "filling-no-place": (
            "Không còn chỗ để điền “{title}” trong tệp của đơn vị (ô điền và dấu trang đã bị "
            "xóa), nên không điền. Chép phần này từ bản do chương trình lập, hoặc viết lại từ "
            "mẫu mới."
        ),
        "filling-changed": (
            "Ô “{title}” đã có nội dung do đơn vị viết hoặc sửa, nên giữ nguyên, không điền số "
            "liệu. Đối chiếu với biểu thống kê; muốn chương trình điền thì xóa nội dung trong "
            "ô rồi chạy lại."
        ),
        "filling-columns": (
            "Bảng “{title}” trong tệp của đơn vị đã thêm hoặc bớt cột, nên giữ nguyên, không "
            "điền. Trả bảng về số cột của mẫu rồi chạy lại."
        ),
    }
)
