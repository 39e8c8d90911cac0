"""The sentences about an election workbook that came back: changed, misfilled, not ours."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_STAMPS = {
    "form-not-ours": (
        "Tệp này không phải là biểu thống kê bầu cử do chương trình lập (không thấy trang ẩn "
        "“vankien” của biểu). Mở biểu đã gửi cho đơn vị, chép số liệu vào các ô nhập, rồi "
        "gửi lại."
    ),
    "form-stamp-broken": (
        "Trang ẩn “vankien” của biểu đã bị sửa nên không biết biểu gồm những ô nào. Mở biểu "
        "đã gửi cho đơn vị, chép số liệu vào các ô nhập, rồi gửi lại."
    ),
    "form-other-round": (
        "Biểu này là của đợt đại hội khác ({found}), không phải của đợt này ({wanted}). "
        "Chuyển tệp sang đúng thư mục; gửi nhầm thì hỏi lại đơn vị."
    ),
    "form-older": (
        "Biểu này theo mẫu cũ ({found}), mẫu đang dùng là {wanted}. Lập biểu mới cho đơn vị "
        "bằng lệnh vankien build, chép số liệu sang bằng Dán giá trị (Paste Values), rồi gửi "
        "lại."
    ),
    "form-newer": (
        "Biểu này theo mẫu mới hơn ({found}) so với chương trình ({wanted}). Cập nhật chương "
        "trình rồi chạy lại."
    ),
    "form-unknown-congress": (
        "Biểu này là của đại hội “{value}”, không có trong lịch của đợt. Kiểm tra lại lịch "
        "đại hội, hoặc bỏ tệp nếu gửi nhầm."
    ),
    "form-unknown-congress+hint": (
        "Biểu này là của đại hội “{value}”, không có trong lịch của đợt. Có phải là “{hint}” "
        "không? Mã đơn vị đã đổi thì đổi lại, hoặc lập lại biểu cho đơn vị."
    ),
}

_SHEETS = {
    "form-sheet-missing": (
        "Biểu thiếu trang “{sheet}” nên không có số liệu của trang ấy. Chép lại trang ấy từ "
        "biểu đã gửi cho đơn vị, nhập số liệu, rồi gửi lại."
    ),
    "form-sheet-gone": (
        "Biểu thiếu trang “{sheet}”. Trang này tự tính, không có ô nhập, nên không mất số liệu."
    ),
    "form-sheet-renamed": (
        "Trang này là “{sheet}” của biểu đã bị đổi tên, vẫn được đọc. Kiểm tra lại; đúng thì "
        "không phải làm gì."
    ),
    "form-sheet-copy": (
        "Trang này là bản sao của trang “{sheet}”; chỉ trang “{sheet}” được đọc. Số liệu "
        "đúng nằm ở bản sao thì chép sang, rồi xóa bản sao."
    ),
    "form-sheet-extra": (
        "Trang này không có trong biểu nên không được đọc. Có số liệu cần báo cáo thì chép "
        "vào đúng ô nhập."
    ),
    "form-sheet-changed": (
        "Chữ của biểu ở trang này bị sửa hoặc đổi chỗ nhiều ({count} ô, đầu tiên là ô "
        "“{wanted}”) nên không rõ ô nào là của mục nào; số liệu của cả trang không được đọc. "
        "Chép số liệu vào đúng ô của biểu đã gửi, rồi gửi lại."
    ),
    "form-unlocked": (
        "Biểu đã bị bỏ khóa ở các trang {sheets}; các ô ngoài ô nhập có thể đã bị sửa (chỗ "
        "nào khác biểu đã nêu riêng)."
    ),
    "form-hidden": (
        "Có số liệu ở chỗ đang ẩn hoặc bị lọc ({where}), vẫn được đọc. "
        "Bỏ ẩn, bỏ lọc để kiểm tra; không dùng thì xóa số liệu."
    ),
}

_LINES = {
    "form-lines-moved": (
        "Ở trang này {where} đã bị chuyển chỗ, vẫn được đọc theo chữ của biểu. "
        "Kiểm tra lại số liệu đã đọc."
    ),
    "form-rows-sorted": (
        "Các dòng đã được xếp lại cùng số thứ tự ({cells}). Mỗi dòng vẫn được đọc, "
        "theo thứ tự mới. Kiểm tra lại nếu thứ tự phải giữ như trên phiếu bầu."
    ),
    "form-rows-added": (
        "Trang này bị chèn thêm {count} dòng (dòng {rows}). Các dòng khác vẫn được đọc đúng "
        "chỗ; dòng chèn thêm thì không. Kiểm tra lại số liệu đã đọc."
    ),
    "form-rows-lost": (
        "Trang này bị xóa {count} dòng của biểu (dòng {rows} cũ). Các dòng còn lại vẫn được "
        "đọc. Kiểm tra lại có mất người nào không."
    ),
    "form-values-lost": (
        "Biểu bị xóa dòng {rows} cũ của trang này ({names}) nên không có số liệu ấy. Chép số "
        "liệu vào biểu đã gửi cho đơn vị, nhập đủ, rồi gửi lại."
    ),
    "form-columns-added": (
        "Trang này bị chèn thêm {count} cột (cột {columns}). Các cột khác vẫn được đọc đúng "
        "chỗ; cột chèn thêm thì không. Kiểm tra lại số liệu đã đọc."
    ),
    "form-columns-lost": (
        "Biểu đã bị xóa cột ở trang này, từ cột {columns} ({names}), nên không có số liệu "
        "ấy. Các cột còn lại vẫn được đọc. Chép số liệu vào biểu đã gửi cho đơn vị, nhập đủ, "
        "rồi gửi lại."
    ),
    "form-columns-gone": (
        "Trang này bị xóa cột {columns} của biểu; cột ấy không có ô nhập nên không mất số "
        "liệu. Kiểm tra lại số liệu đã đọc."
    ),
    "form-words": (
        "Chữ của biểu ở ô này là “{wanted}”, nay là “{found}”. Số liệu vẫn được đọc theo "
        "biểu. Kiểm tra lại ô nhập bên cạnh có đúng mục ấy không."
    ),
    "form-words-blank": (
        "Chữ của biểu ở ô này là “{wanted}”, nay để trống. Số liệu vẫn được đọc theo biểu. "
        "Kiểm tra lại ô nhập bên cạnh có đúng mục ấy không."
    ),
    "form-words-many": (
        "Chữ của biểu bị sửa ở các ô {cells} (ô đầu là “{wanted}”). Số liệu vẫn được đọc "
        "theo biểu. Kiểm tra lại các ô nhập bên cạnh có đúng mục ấy không."
    ),
    "form-formulas-lost": (
        "Công thức của biểu bị xóa hoặc bị giá trị dán đè ở {cells}. Chương trình tự tính "
        "lại nên không lấy các ô ấy. Không phải làm gì nếu các ô nhập đã đúng."
    ),
    "form-values-only": (
        "Công thức của biểu bị xóa hoặc bị giá trị dán đè ở các trang {sheets}. Chương trình "
        "tự tính lại nên không lấy các ô ấy. Không phải làm gì nếu các ô nhập đã đúng."
    ),
    "form-data-outside": (
        "Có chữ hoặc số ở ngoài ô nhập của biểu ({cells}) nên không được đọc. Chuyển vào các "
        "ô nhập còn trống; bảng hết dòng thì ghi ra văn bản kèm theo và báo lại."
    ),
    "form-notes-outside": (
        "Có chữ hoặc số bên ngoài bảng ({cells}), không được đọc. Là số liệu thì chuyển vào "
        "ô nhập; là ghi chú thì không phải làm gì."
    ),
}

_CELLS = {
    "form-merged": (
        "Các ô {cells} bị gộp nên không biết giá trị thuộc dòng, cột nào. Bỏ gộp ô (Unmerge "
        "Cells), rồi ghi giá trị vào từng ô."
    ),
    "cells-formula": (
        "Các ô {cells} là công thức; chương trình chỉ đọc giá trị gõ vào. Chép các ô, dán "
        "lại bằng Dán giá trị (Paste Values), hoặc gõ thẳng giá trị."
    ),
    "cells-error": (
        "Các ô {cells} là lỗi của Excel (ô đầu là {value}), không có giá trị. Gõ lại giá trị."
    ),
    "cells-converted": (
        "Excel đã đổi chữ gõ vào các ô {cells} (ô đầu thành “{value}”) nên không chắc là giá "
        "trị nào. Chọn định dạng ô là Văn bản (Text), rồi gõ lại."
    ),
    "cells-date": (
        "Các ô {cells} là ngày của Excel, đọc theo ngày, tháng, năm (ô đầu là {value}). "
        "Không đúng thì chọn định dạng ô là Văn bản (Text), rồi gõ lại."
    ),
    "cells-date-1904": (
        "Tệp tính ngày từ năm 1904 (kiểu máy Mac cũ), ngày ở các ô {cells} (ô đầu là "
        "{value}) có thể lệch bốn năm. Chọn định dạng ô là Văn bản (Text), rồi gõ lại ngày."
    ),
    "not-a-number+hint": (
        "“{value}” không rõ là số nào vì có dấu ngăn cách. Có phải là {hint} không? Ghi liền "
        "các chữ số."
    ),
}

FORM_MESSAGES: Mapping[str, str] = MappingProxyType({**_STAMPS, **_SHEETS, **_LINES, **_CELLS})
