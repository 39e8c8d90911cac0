"""The sentences of a workbook: what is odd in it, what a clerk does about it in Excel."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

CELL = "+cell"  # the variant of a sentence when the value stands in a cell

_SHEETS = {
    "not-a-workbook": (
        "Không đọc được tệp Excel này (tệp hỏng, hoặc có ô ở quá xa bảng). "
        "Mở bằng Excel, xóa các dòng, cột thừa, lưu lại dạng .xlsx rồi thử lại."
    ),
    "two-round-files": (
        "Thư mục {folder} có cả {newer} và {older} nên không biết lấy tệp nào. "
        "Xóa {older} (sửa trước), hoặc xóa {newer} nếu không dùng nữa."
    ),
    "file-exists": "Đã có {file}; không ghi đè. Chọn tên khác, hoặc xóa tệp ấy trước.",
    "unknown-suffix": (
        "Không biết {file} là YAML hay Excel. Đặt đuôi .yaml hoặc .xlsx, hoặc nêu một thư mục."
    ),
    "sheet-missing": (
        "Thiếu trang “{sheet}”. Đổi lại đúng tên trang của mẫu; đã xóa mất thì chép trang ấy "
        "từ tệp mẫu, tạo bằng lệnh: vankien new THƯ_MỤC --excel"
    ),
    "sheet-unknown": (
        "Trang này không có trong mẫu nên không được đọc. Xóa trang, hoặc chuyển sang tệp khác."
    ),
    "sheet-unknown+hint": (
        "Trang này không có trong mẫu nên không được đọc. Có phải là “{hint}” không? "
        "Đổi lại đúng tên."
    ),
    "row-of-nobody": (
        "“{value}” không có đại hội ở trang Lịch đại hội nên không biết dòng này là của ai. "
        "Ghi đại hội ấy vào lịch, hoặc sửa lại mã đơn vị."
    ),
    "row-of-nobody+hint": (
        "“{value}” không có đại hội ở trang Lịch đại hội nên không biết dòng này là của ai. "
        "Có phải là “{hint}” không?"
    ),
    "heading-missing": (
        "Không thấy ô đầu mục “{heading}” nên không biết giá trị ở đâu. "
        "Ghi lại đúng chữ của mẫu, không đổi tên, không xóa."
    ),
    "heading-unknown": (
        "Không có cột nào tên “{value}” nên cột này sẽ bị bỏ sót. "
        "Xóa cột, hoặc đổi lại đúng tên."
    ),
    "heading-unknown+hint": (
        "Không có cột nào tên “{value}” nên cột này sẽ bị bỏ sót. "
        "Có phải là “{hint}” không? Đổi lại đúng tên."
    ),
    "label-unknown": (
        "Không có mục nào tên “{value}” ở phần này nên dòng này sẽ bị bỏ sót. "
        "Xóa dòng, hoặc đổi lại đúng tên."
    ),
    "label-unknown+hint": (
        "Không có mục nào tên “{value}” ở phần này nên dòng này sẽ bị bỏ sót. "
        "Có phải là “{hint}” không? Đổi lại đúng tên."
    ),
    "heading-twice": (
        "“{heading}” có ở hai chỗ nên không biết lấy giá trị nào. Xóa một trong hai."
    ),
}

_ODD = {
    "cell-formula": (
        "Ô này là công thức; chương trình chỉ đọc giá trị gõ vào. "
        "Chép ô, dán lại bằng Dán giá trị (Paste Values), hoặc gõ thẳng giá trị."
    ),
    "cell-error": "Ô này là lỗi {value} của Excel, không có giá trị. Gõ lại giá trị.",
    "cell-merged": (
        "Ô này gộp từ nhiều ô nên không biết giá trị thuộc dòng, cột nào. "
        "Bỏ gộp ô (Unmerge Cells), rồi ghi giá trị vào từng ô."
    ),
    "cell-outside": (
        "Ô này ở ngoài các cột của mẫu nên giá trị sẽ bị bỏ sót. "
        "Xóa ô, hoặc chuyển giá trị vào đúng cột."
    ),
    "cell-hidden": (
        "Dòng, cột hoặc trang này đang ẩn nhưng có dữ liệu, vẫn được đọc. "
        "Bỏ ẩn để kiểm tra, hoặc xóa nếu không dùng."
    ),
    "cell-converted": (
        "Excel đã đổi chữ gõ vào thành “{value}” nên không chắc là giá trị nào. "
        "Chọn định dạng ô là Văn bản (Text), rồi gõ lại."
    ),
    "cell-month-converted": (
        "Ở đây Excel đã đổi thành ngày {value}, không biết là cả tháng hay một ngày. "
        "Chọn định dạng ô là Văn bản (Text), rồi gõ lại, ví dụ 12/2024."
    ),
    "cell-date": (
        "Ô này là ngày của Excel, đọc là {value}. "
        "Không đúng thì chọn định dạng ô là Văn bản (Text), rồi gõ lại."
    ),
    "cell-date-1904": (
        "Tệp tính ngày từ năm 1904 (kiểu máy Mac cũ), ngày {value} chép sang có thể lệch "
        "bốn năm. Chọn định dạng ô là Văn bản (Text), rồi gõ lại ngày."
    ),
    "level": (
        "Cấp mục “{value}” không nối tiếp được dòng trên: ở đây chỉ có thể từ 1 đến {most}. "
        "Sửa cấp mục, hoặc thêm mục cấp trên."
    ),
}

_INSTEAD = {
    "missing": "Thiếu mục này, văn kiện không thể lập được. Ghi giá trị vào ô.",
    "empty": "Ô bắt buộc này để trống. Ghi giá trị vào ô.",
    "blank": "Ô này để trống. Ghi giá trị vào ô.",
    "empty-list": "Dưới đầu cột này phải có ít nhất một dòng. Ghi từ dòng sau dòng mẫu.",
    "not-yes-or-no": "“{value}” không hiểu được ở đây. Chọn có hoặc không.",
    "unknown-body": (
        "“{value}” không phải là mã của cơ quan, chức danh được bầu ({choices}). "
        "Chọn một mã ấy, hoặc ghi “{value}” vào trang Cơ quan, chức danh."
    ),
    "votes-of-nobody": (
        "Mục “{title}” có bảng kết quả bầu cử mà chưa rõ của cơ quan, chức danh nào, nên sau "
        "đại hội không có bảng nào được điền ở đây. Chọn ở cột Bảng kết quả của 1."
    ),
    "bodies-without-votes": (
        "Mục “{title}” ghi Bảng kết quả của mà không chọn Có bảng kết quả bầu cử, nên không "
        "in bảng. Chọn có, hoặc xóa các ô Bảng kết quả của."
    ),
    "drawn-from-itself": (
        "“{body}” không thể bầu trong số thành viên của chính mình. "
        "Sửa cột Bầu trong số thành viên của."
    ),
    "superior-loop": (
        "Cấp trên của “{id}” lần lên lại gặp chính “{id}”, không thể có thật. "
        "Sửa cột Tổ chức đảng cấp trên trực tiếp của một trong các đơn vị: {loop}."
    ),
    "superior-outside": (
        "“{id}” không trực thuộc (trực tiếp hoặc qua cấp trung gian) {head}, đảng bộ chỉ đạo "
        "đợt đại hội, nên không biết ai phê duyệt. "
        "Sửa cột Tổ chức đảng cấp trên trực tiếp của một trong các đơn vị: {chain}."
    ),
    "superior-missing": (
        "“{id}” có đại hội trong lịch mà chưa ghi cấp trên trực tiếp. "
        "Ghi vào cột Tổ chức đảng cấp trên trực tiếp."
    ),
    "superior-is-a-cell": (
        "{superior} là chi bộ, không thể là cấp trên của {unit}. "
        "Sửa cột Tổ chức đảng cấp trên trực tiếp."
    ),
    "superior-not-higher": (
        "{superior} không ở cấp cao hơn {unit}. "
        "Sửa cột Tổ chức đảng cấp trên trực tiếp hoặc Loại đơn vị."
    ),
    "congress-without-group": (
        "{unit} không thuộc nhóm nào của lịch nên sẽ không được in. "
        "Chọn ở cột Mục đích 1 một trong: {choices}."
    ),
    "order-missing": (
        "Thứ tự thiếu “{id}”, là đơn vị phải được nêu tên theo lịch đại hội. "
        "Thêm “{id}”, hoặc xóa cả cột thứ tự để chương trình tự xếp."
    ),
    "count-differs": (
        "Theo quyết định là {expected} đơn vị, trong lịch có {found}: {units}. "
        "Sửa lịch hoặc sửa số theo quyết định."
    ),
    "status-without-document": (
        "{unit} ghi “{status}” mà không nêu văn bản thay đổi. Ghi vào các cột Văn bản thay đổi."
    ),
    "no-profile": (
        "Ngày ký “{date}” không xác định được một thể thức (36-HD/VPTW từ 03/4/2018 đến "
        "26/5/2026, 05-HD/VPTW từ 27/5/2026). Ghi đủ ngày, hoặc chọn ở mục Thể thức "
        "party_hd36 hoặc party_hd05."
    ),
    "no-profile-date": (
        "Chưa có ngày ký nên không chọn được thể thức. Ghi Ngày ký (tháng/năm là đủ), "
        "hoặc chọn ở mục Thể thức party_hd36 hoặc party_hd05."
    ),
    "no-symbol": (
        "Chưa rõ ký hiệu của {committee} trong số văn bản (quy định đọc được không nêu). "
        "Ghi vào cột Tên gọi khác quy tắc: Ký hiệu trong số văn bản."
    ),
    "visit-twice": (
        "Cùng {visit} tổ này còn kiểm tra {other}. Chọn ngày hoặc buổi khác, "
        "hoặc ghi cột Tổ kiểm tra nếu là hai tổ khác nhau."
    ),
    "congress-is-over": (
        "Theo kế hoạch thì xong ngày {closing}, đến {as_of} đã qua mà tình trạng vẫn là "
        "“theo kế hoạch”. Chọn ở cột Tình trạng: đã tổ chức, hoặc ghi thời gian mới."
    ),
    "profile-of-another-date": (
        "Thể thức {profile} không áp dụng cho ngày ký {date}. Xóa ô Thể thức để chương trình "
        "tự chọn theo ngày, nếu không có lý do riêng."
    ),
}

WORKBOOK_MESSAGES: Mapping[str, str] = MappingProxyType(
    {**_SHEETS, **_ODD, **{f"{code}{CELL}": text for code, text in _INSTEAD.items()}}
)
