"""The sentences about collecting results, and what stands in the register."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

REGISTER_MESSAGES: Mapping[str, str] = MappingProxyType(
    {
        "results-missing": (
            "Chưa có thư mục {folder}. Tạo thư mục này, chép vào đó các biểu thống kê và báo "
            "cáo (.xlsx, .docx) mà đơn vị gửi về, rồi chạy lại lệnh."
        ),
        "results-empty": (
            "Thư mục {folder} chưa có tệp nào. Chép vào đó các biểu thống kê và báo cáo "
            "(.xlsx, .docx) mà đơn vị gửi về, tên tệp thế nào cũng được, rồi chạy lại lệnh."
        ),
        "register-unwritable": (
            "Không mở hoặc không ghi được sổ kết quả {file} ({reason}). Kiểm tra quyền ghi "
            "vào thư mục dữ liệu và chỗ trống của ổ đĩa, rồi chạy lại lệnh."
        ),
        "register-locked": (
            "Sổ kết quả {file} đang có người khác ghi. Chờ người ấy chạy xong rồi chạy lại "
            "lệnh."
        ),
        "register-broken": (
            "Tệp {file} không phải là sổ kết quả, hoặc đã hỏng ({reason}). Lấy lại bản sao "
            "lưu; không có thì đổi tên tệp này để giữ lại, rồi chạy lại vankien collect: sổ "
            "mới lập từ các tệp còn trong thư mục results."
        ),
        "register-newer": (
            "Sổ kết quả {file} do bản vankien mới hơn lập nên bản này không đọc được. Cài "
            "bản vankien mới, rồi chạy lại lệnh."
        ),
        "return-unread": (
            "Tệp này không phải .xlsx, .docx nên không được đọc. Nếu là kết quả đại hội thì "
            "đề nghị đơn vị gửi biểu Excel; không thì chuyển tệp ra khỏi thư mục results."
        ),
        "return-unreadable": (
            "Chương trình không đọc được tệp này ({reason}); các tệp khác vẫn được đọc. Mở "
            "tệp bằng Excel hoặc Word, lưu lại rồi thử lại; vẫn không được thì gửi tệp cho "
            "người bảo trì chương trình."
        ),
        "return-blank": (
            "Biểu chưa ghi kết quả bầu cử nào (chưa chọn hình thức ở bảng nào) nên chưa tính "
            "là kết quả. Có phải gửi nhầm biểu trắng không? Đề nghị đơn vị điền rồi gửi lại."
        ),
        "return-copy": (
            "Tệp này giống hệt {other} nên chỉ tính một lần. Có thể xóa một trong hai tệp."
        ),
        "return-not-on": (
            "{unit} ghi “{status}” trong lịch đại hội mà lại có kết quả. Nếu đã đại hội thì "
            "sửa mục status của đơn vị; không thì hỏi lại đơn vị gửi."
        ),
        "return-replaced": (
            "Bản này (lưu {saved}) thay bản {old} (lưu {before}). Bản cũ vẫn giữ trong sổ."
        ),
        "return-older": (
            "Bản này (lưu {saved}) cũ hơn bản đang tính là {new} (lưu {after}) nên chỉ giữ "
            "trong sổ. Nếu đây mới là bản đúng: mở tệp, sửa một ô rồi sửa lại, lưu, chạy lại "
            "lệnh."
        ),
        "return-replaced-good": (
            "Bản này (lưu {saved}) thay bản {old} (lưu {before}), nhưng bản cũ không có lỗi mà "
            "bản này có lỗi, nên đơn vị chuyển sang nghi ngờ, văn kiện thành dự thảo. Hỏi lại "
            "đơn vị bản nào đúng; bản cũ đúng thì đề nghị mở bản ấy, lưu lại rồi gửi lại."
        ),
        "return-same-time": (
            "Bản này và bản {old} cùng ghi là lưu lúc {saved} nên không rõ bản nào mới hơn; "
            "đang tính bản này. Nếu bản kia mới đúng: mở bản ấy, sửa một ô rồi sửa lại, lưu, "
            "chạy lại lệnh."
        ),
        "return-newer-unread": (
            "Bản này (lưu {saved}) mới hơn nhưng không đọc được số liệu, nên vẫn tính bản "
            "{counts} (lưu {before}). Đề nghị đơn vị gửi lại."
        ),
        "return-ahead": (
            "Biểu của {unit} ghi bế mạc {closed}, sau ngày xem xét {as_of}: đại hội chưa họp "
            "mà đã có kết quả. Kiểm tra ngày ghi trong biểu, hoặc ngày ghi ở --as-of."
        ),
        "no-results": (
            "Chưa lập được “{paper}” vì sổ kết quả chưa có số liệu để lập. Chép các biểu đơn "
            "vị gửi về vào thư mục {folder} rồi chạy vankien collect."
        ),
        "paper-not-made": (
            "Không lập được “{paper}” này ({reason}); các văn kiện khác vẫn lập. Kiểm tra mẫu "
            "văn kiện và số liệu của đơn vị; vẫn không được thì gửi tệp cho người bảo trì "
            "chương trình."
        ),
        "return-changed": "khác bản trước: “{old}” nay là “{new}”.",
        "return-changed-more": "và {count} chỗ khác nữa khác bản trước.",
        "report-not-ours": (
            "Không thấy trong tệp dấu nhận dạng của khung báo cáo, nên không biết của đơn vị "
            "nào và không điền vào tệp này. Lời của đơn vị phải nằm trong tệp "
            "bao-cao-ket-qua.docx đã gửi; nếu không phải báo cáo kết quả thì chuyển tệp ra "
            "khỏi thư mục results."
        ),
        "report-of-another-round": (
            "Báo cáo này của đại hội “{value}”, không có trong lịch của đợt này nên không "
            "được đọc. Kiểm tra lại có đúng là tệp của đợt này không."
        ),
        "report-other-round": (
            "Báo cáo này là của đợt đại hội khác ({found}), không phải của đợt này ({wanted}) "
            "nên không được đọc. Chuyển tệp sang đúng thư mục; gửi nhầm thì hỏi lại đơn vị."
        ),
    }
)
