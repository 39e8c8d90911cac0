"""The sentences about copies of an inspected document: what was put right, left, lost."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

COPY_MESSAGES: Mapping[str, str] = MappingProxyType(
    {
        "copy-fixed-margin": "{side} phần {section}: {was} mm thành {now} mm.",
        "copy-fixed-font": "Phông chữ: {was} thành {now}.",
        "copy-fixed-size": "Cỡ chữ: {was} thành {now} pt.",
        "copy-fixed-colour": "Màu chữ: {was} thành tự động (in ra màu đen).",
        "copy-fixed-gap": "Khoảng cách sau đoạn: {was} pt thành {now} pt.",
        "copy-fixed-line": "Giãn dòng: {was} thành chính xác {now} pt.",
        "copy-fixed-page-number": (
            "Số trang phần {section}: đặt ở giữa, đầu trang, cách mép giấy {top} mm, "
            "Times New Roman cỡ {size}; trang đầu của văn bản không hiện số."
        ),
        "copy-fixed-page-restart": "Số trang phần {section}: đánh lại từ {now}.",
        "copy-fixed-normal-form": (
            "Chữ Việt gõ dạng tổ hợp (chữ và dấu rời nhau) thành dạng dựng sẵn: {count} chỗ. "
            "Chữ đọc như cũ."
        ),
        "copy-left-gone": (
            "Chưa sửa {property}: không thấy lại đúng chỗ này trong tệp. Sửa tay trong Word."
        ),
        "copy-left-picture": (
            "Chưa sửa giãn dòng: trong dòng có hình, đối tượng hoặc công thức, giãn dòng "
            "chính xác sẽ cắt mất một phần. Đưa hình ra đoạn riêng hoặc sửa tay."
        ),
        "copy-left-tall": (
            "Chưa sửa giãn dòng: đoạn có chữ cỡ {size} pt, giãn dòng {pitch} pt sẽ cắt mất "
            "một phần chữ. Sửa cỡ chữ trước."
        ),
        "copy-left-code-font": (
            "Chưa sửa phông chữ: {font} là phông mã cũ (TCVN3, VNI) hoặc phông ký hiệu, đổi "
            "phông thì chữ không còn đọc được. Chuyển sang Unicode trước; ký hiệu thì giữ."
        ),
        "copy-left-mark": (
            "Chưa ghép hết chữ và dấu gõ rời: giữa chữ và dấu còn chữ đã xóa (theo dõi thay "
            "đổi) hoặc đối tượng khác. Chấp nhận các thay đổi trong Word rồi sửa lại."
        ),
        "copy-left-number-mixed": (
            "Chưa sửa số trang phần {section}: số trang đang đứng cùng chữ khác, hoặc trong "
            "hộp chữ. Sửa tay trong Word, phần đầu trang, chân trang."
        ),
        "copy-left-number-first": (
            "Chưa sửa số trang phần {section}: đầu trang hoặc chân trang của trang đầu có số "
            "trang đứng cùng chữ khác. Xóa số trang ở đó trong Word."
        ),
        "copy-loses-signature": (
            "Tệp đã ký số. Bản sao có nội dung khác nên không còn chữ ký số; tệp gốc giữ "
            "nguyên."
        ),
        "copy-keeps-protection": (
            "Tệp đang đặt chế độ hạn chế chỉnh sửa; bản sao vẫn hạn chế như vậy. Muốn sửa "
            "tiếp thì bỏ hạn chế trong Word, thẻ Xem lại (Review)."
        ),
    }
)
