"""The sentences of the inspector's own work: what it cannot open, read or copy."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

INSPECTOR_MESSAGES: Mapping[str, str] = MappingProxyType(
    {
        "nothing-to-inspect": (
            "Trong {folder} không có tệp Word (.docx) nào để kiểm tra. "
            "Nêu đúng tệp hoặc thư mục."
        ),
        "inspection-unreadable": (
            "Không đọc được tệp này ({reason}): tệp hỏng, hoặc có chỗ chương trình chưa biết. "
            "Mở bằng Word, lưu lại dạng .docx rồi thử lại."
        ),
        "inspection-check-failed": (
            "Phép kiểm tra “{check}” không chạy được với tệp này ({reason}), nên điều nó xét "
            "là chưa rõ; các phép khác vẫn đúng. Gửi tệp cho người làm chương trình."
        ),
        "inspection-too-long": (
            "Văn kiện dài nên chưa kiểm tra thể thức trọn vẹn. Kiểm tra bằng lệnh: "
            "vankien inspect TỆP"
        ),
        "inspection-no-copy": (
            "Không làm được bản sao của tệp này ({reason}). Tệp vẫn nguyên; kết quả kiểm "
            "tra vẫn đúng. Mở bằng Word, lưu lại rồi thử lại, hoặc sửa tay."
        ),
    }
)
