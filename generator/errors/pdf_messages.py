"""The sentences of PDFs and pictures: what LibreOffice did not do, what to install."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

PDF_MESSAGES: Mapping[str, str] = MappingProxyType(
    {
        "no-soffice": (
            "Chưa có LibreOffice nên không xuất được PDF. Cài LibreOffice (Debian: apt-get "
            "install libreoffice-writer-nogui libreoffice-calc-nogui), rồi chạy lại."
        ),
        "no-pdftoppm": (
            "Chưa có pdftoppm nên không vẽ được trang PDF thành hình. Cài poppler "
            "(Debian: apt-get install poppler-utils), rồi chạy lại."
        ),
        "pdf-failed": "LibreOffice không xuất được {file} ra PDF: {reason}.",
        "pdf-font": (
            "{file}: máy thiếu phông {asked}, hoặc phông ấy thiếu chữ, nên PDF in một phần "
            "bằng {found}; ngắt dòng, ngắt trang có thể khác bản gốc. Cài phông ấy, hoặc phông "
            "cùng độ rộng (Debian: apt-get install fonts-liberation2), rồi xuất lại."
        ),
        "pdf-font-not-embedded": (
            "{file}: PDF không mang theo phông {found}, mở ở máy khác có thể sai chữ. "
            "Cài LibreOffice mới hơn rồi xuất lại."
        ),
        "pdf-not-archival": (
            "{file}: PDF không theo chuẩn lưu trữ PDF/A. Cài LibreOffice từ bản 7 rồi xuất lại."
        ),
        "pictures-failed": "Không vẽ được trang của {file}: {reason}.",
        "no-such-page": "{file} chỉ có {pages} trang, không có trang {first}.",
        "nothing-to-preview": (
            "Trong {folder} không có tệp .docx, .xlsx hoặc .pdf nào để xem trước. "
            "Kiểm tra lại đường dẫn, hoặc lập văn kiện trước bằng lệnh vankien build."
        ),
        "not-previewed": "Không xem trước được {file}: chỉ nhận tệp .docx, .xlsx, .pdf.",
    }
)
