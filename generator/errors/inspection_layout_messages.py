"""The sentences of the layout: what is there, what should be there, which rule says so."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_PAGE = {
    "layout-paper": ("Khổ giấy {is} mm{section}; phải là A4 {should} mm. Căn cứ: {source}."),
    "layout-margin": ("{side} {is} mm{section}; phải là {should} mm. Căn cứ: {source}."),
    "layout-page-number-missing": (
        "Không có số trang{section}; từ trang thứ hai phải có số trang. Căn cứ: {source}."
    ),
    "layout-page-number-first": (
        "Số trang hiện ở trang đầu; trang đầu không hiện số trang. Căn cứ: {source}."
    ),
    "layout-page-number-below": (
        "Số trang ở chân trang; phải ở lề trên, phía trên nội dung. Căn cứ: {source}."
    ),
    "layout-page-number-middle": "Số trang không ở giữa; phải đặt giữa. Căn cứ: {source}.",
    "layout-page-number-size": ("Số trang cỡ {is} pt; phải là {should} pt. Căn cứ: {source}."),
    "layout-page-number-look": (
        "Số trang đậm hoặc nghiêng; phải là chữ đứng, không đậm. Căn cứ: {source}."
    ),
    "layout-page-number-format": (
        "Số trang không phải chữ số Ả Rập{section}; phải ghi 1, 2, 3… Căn cứ: {source}."
    ),
    "layout-page-number-distance": (
        "Số trang cách mép trên của giấy {is} mm{section}; phải là {should} mm. "
        "Căn cứ: {source}."
    ),
    "layout-appendix-pages": (
        "“{is}” đánh số trang tiếp theo phần trước; mỗi phụ lục phải đánh số trang riêng, "
        "từ 1. Căn cứ: {source}."
    ),
}

_LETTERS = {
    "layout-font": ("Có chữ in bằng phông {is}: {where}; phải là {should}. Căn cứ: {source}."),
    "layout-colour": ("Có chữ màu (mã màu {is}): {where}; chữ phải màu đen. Căn cứ: {source}."),
    "layout-size": (
        "{component} cỡ chữ {is} pt: {where}; phải là {should} pt. Căn cứ: {source}."
    ),
    "layout-look": "{component} {is}: {where}; phải {should}. Căn cứ: {source}.",
    "layout-capitals": ("{component} in {is}: {where}; phải in {should}. Căn cứ: {source}."),
    "layout-middle": (
        "{component} không ở giữa dòng: {where}; phải đặt giữa. Căn cứ: {source}."
    ),
}

_HEAD = {
    "layout-missing": ("Thiếu {component}; phải thêm. Căn cứ: {source}."),
    "layout-heading-text": ("Tiêu đề ghi “{is}”; phải ghi đúng “{should}”. Căn cứ: {source}."),
    "layout-heading-foreign": (
        "Đầu văn bản ghi “{is}”, là tiêu đề của loại văn bản khác; phải ghi “{should}”. "
        "Căn cứ: {source}."
    ),
    "layout-motto-text": ("Tiêu ngữ ghi “{is}”; phải ghi đúng “{should}”. Căn cứ: {source}."),
    "layout-motto-foreign": (
        "Có Tiêu ngữ “{is}”; văn bản của Đảng không có Tiêu ngữ, phải bỏ. Căn cứ: {source}."
    ),
    "layout-line-missing": ("Thiếu {line}; phải kẻ thêm. Căn cứ: {source}."),
    "layout-line-object": (
        "Có {line} nhưng làm bằng {how}; nên vẽ một đường liền để độ dài đúng với dòng chữ. "
        "Căn cứ: {source}."
    ),
    "layout-line-length": (
        "Độ dài {line} là {is} mm; phải từ {low} đến {high} mm, tính theo dòng chữ trên nó. "
        "Căn cứ: {source}."
    ),
    "layout-issuer-line": (
        "Dưới tên cơ quan ban hành có {how}; phải là dấu sao, không kẻ đường. Căn cứ: {source}."
    ),
    "layout-star-text": "Dấu sao ghi “{is}”; chỉ ghi một dấu “{should}”. Căn cứ: {source}.",
    "layout-star-foreign": (
        "Dưới tên cơ quan có dấu sao của văn bản Đảng; phải là đường kẻ ngang. "
        "Căn cứ: {source}."
    ),
}

_NUMBER = {
    "layout-number-opening": (
        "Dòng số ghi “{is}”; mở đầu phải ghi đúng “{should}”, không thừa hay thiếu "
        "dấu. Căn cứ: {source}."
    ),
    "layout-number-zero": (
        "Dòng số ghi “{is}”; số dưới 10 phải thêm số 0 ở trước: {should}. Căn cứ: {source}."
    ),
    "layout-number-signs": (
        "Dòng số ghi “{is}”, sai dấu nối hoặc gạch chéo; phải ghi “{should}”. Căn cứ: {source}."
    ),
    "layout-number-spaces": (
        "Dòng số ghi “{is}”, có dấu cách thừa trong số và ký hiệu; phải ghi liền “{should}”. "
        "Căn cứ: {source}."
    ),
    "layout-number-form": ("Dòng số ghi “{is}”; phải có dạng “{should}”. Căn cứ: {source}."),
    "layout-symbol": (
        "Ký hiệu loại văn bản “{is}” không đúng; phải ghi “{should}”. Căn cứ: {source}."
    ),
    "layout-symbol-kind": (
        "Ký hiệu “{is}” không phải của {kind}; {kind} có ký hiệu “{should}”. Căn cứ: {source}."
    ),
    "layout-date-comma": (
        "Dòng ngày ghi “{is}”, thiếu dấu phẩy sau địa danh; phải có dạng “{should}”. "
        "Căn cứ: {source}."
    ),
    "layout-date-place": (
        "Dòng ngày ghi “{is}”, thiếu địa danh; phải có dạng “{should}”. Căn cứ: {source}."
    ),
    "layout-date-form": ("Dòng ngày ghi “{is}”; phải có dạng “{should}”. Căn cứ: {source}."),
    "layout-date-zero": (
        "Dòng ngày ghi {unit} {is}; phải ghi {unit} {should} (chỉ ngày dưới 10 và tháng 1, 2 "
        "thêm số 0). Căn cứ: {source}."
    ),
    "layout-date-unreal": (
        "“{is}” không có trong lịch; kiểm tra, sửa lại ngày, tháng. Căn cứ: {source}."
    ),
}

_TITLES = {
    "layout-subject-letter": (
        "Trích yếu bắt đầu bằng chữ “{is}”; chữ đầu phải là {should}. Căn cứ: {source}."
    ),
    "layout-mark-missing": (
        "Dưới trích yếu thiếu năm dấu gạch nối “{should}”. Căn cứ: {source}."
    ),
    "layout-mark": (
        "Dưới trích yếu là {is}; phải là năm dấu gạch nối “{should}”. Căn cứ: {source}."
    ),
    "layout-mark-foreign": (
        "Dưới trích yếu ghi “{is}” như văn bản Đảng; phải là đường kẻ ngang, nét liền. "
        "Căn cứ: {source}."
    ),
    "layout-letter-opening": (
        "Trích yếu công văn ghi “{is}”; phải bắt đầu bằng “{should}”. Căn cứ: {source}."
    ),
    "layout-addressees-kind": (
        "Có dòng “{is}” nhưng {kind} không ghi; chỉ {kinds} có dòng ấy, phải bỏ. Căn "
        "cứ: {source}."
    ),
    "layout-addressees-word": ("Ghi “{is}”; {kind} phải ghi “{should}”. Căn cứ: {source}."),
}

_TEXT = {
    "layout-basis-opening": ("Dòng căn cứ {where}: phải {should}. Căn cứ: {source}."),
    "layout-basis-end": ("Cuối dòng căn cứ thiếu dấu “{should}”: {where}. Căn cứ: {source}."),
    "layout-basis-last": (
        "Dòng căn cứ cuối kết thúc bằng “{is}”; phải là “{should}”. Căn cứ: {source}."
    ),
    "layout-justified": (
        "Nội dung chưa căn đều hai bên: {where}; phải căn đều. Căn cứ: {source}."
    ),
    "layout-indent": (
        "Dòng đầu đoạn thụt {is} mm: {where}; phải thụt {should} mm. Căn cứ: {source}."
    ),
    "layout-gap": (
        "Khoảng cách giữa các đoạn {is} pt: {where}; phải từ {should} pt trở lên. "
        "Căn cứ: {source}."
    ),
    "layout-pitch": "Giãn dòng {is}: {where}; phải đặt {should}. Căn cứ: {source}.",
    "layout-ladder": (
        "Sau “{before}” là “{is}”; phải là “{should}”: đề mục đánh số không liền nhau. "
        "Căn cứ: {source}."
    ),
    "layout-ladder-first": (
        "Đề mục bắt đầu từ “{is}”; phải bắt đầu từ “{should}”. Căn cứ: {source}."
    ),
    "layout-ladder-twice": (
        "“{is}” đánh số hai lần; lần sau phải là “{should}”. Căn cứ: {source}."
    ),
    "layout-end": (
        "Nội dung kết thúc là “{is}”; phải kết thúc bằng “{should}”. Căn cứ: {source}."
    ),
    "layout-end-foreign": (
        "Hết nội dung ghi “./.” như văn bản nhà nước; phải là dấu chấm “{should}”. "
        "Căn cứ: {source}."
    ),
}

_CLOSING = {
    "layout-prefix": ("Quyền hạn ký ghi “{is}”; phải ghi “{should}”. Căn cứ: {source}."),
    "layout-prefix-foreign": (
        "Quyền hạn ký ghi “{is}” như loại văn bản khác; phải ghi “{should}”. Căn cứ: {source}."
    ),
    "layout-title-organ": (
        "Chức vụ ghi “{is}”; chỉ ghi “{should}”, không kèm tên cơ quan. Căn cứ: {source}."
    ),
    "layout-name-honour": (
        "Họ tên người ký ghi “{is}”; bỏ “{what}”, chỉ ghi họ và tên. Căn cứ: {source}."
    ),
    "layout-recipients-word": ("Ghi “{is}”; phải ghi “{should}”. Căn cứ: {source}."),
    "layout-recipient-opening": (
        "Dòng nơi nhận thiếu “{should}” ở đầu: {where}. Căn cứ: {source}."
    ),
    "layout-recipient-sign": (
        "Cuối dòng nơi nhận thiếu dấu “{should}”: {where}. Căn cứ: {source}."
    ),
    "layout-recipient-last": (
        "Dòng nơi nhận cuối phải kết thúc bằng dấu “{should}”: {where}. Căn cứ: {source}."
    ),
    "layout-filing-missing": (
        "Nơi nhận thiếu dòng lưu; dòng cuối phải ghi “- {should}”. Căn cứ: {source}."
    ),
    "layout-filing-last": (
        "Dòng lưu chưa ở cuối nơi nhận; phải là dòng cuối, ghi “- {should}”. Căn cứ: {source}."
    ),
    "layout-filing-form": ("Dòng lưu ghi “{is}”; phải ghi “{should}”. Căn cứ: {source}."),
    "layout-filing-foreign": (
        "Dòng lưu ghi “{is}” như văn bản nhà nước; phải ghi “{should}”. Căn cứ: {source}."
    ),
    "layout-appendix-order": (
        "Ghi “{is}”; theo thứ tự phải là phụ lục {should}. Căn cứ: {source}."
    ),
    "layout-appendix-absent": (
        "Nội dung dẫn phụ lục {is} nhưng văn bản không có phụ lục ấy; bỏ chỗ dẫn, "
        "sửa số, hoặc thêm phụ lục. Căn cứ: {source}."
    ),
    "layout-appendix-unnamed": (
        "“{is}” không được dẫn trong nội dung văn bản; phải ghi rõ trong nội dung là có phụ "
        "lục ấy. Căn cứ: {source}."
    ),
}

_WORK = {
    "layout-tracked-changes": (
        "Còn {count} chỗ sửa được theo dõi (Track Changes) chưa chấp nhận hay bỏ; bản ký phải "
        "hết. Căn cứ: {source}."
    ),
    "layout-comments": (
        "Còn {count} nhận xét (comment) trong tệp; bản ký phải xóa hết. Căn cứ: {source}."
    ),
    "layout-broken-reference": (
        "Chỗ dẫn tự động đã hỏng, Word in ra “{is}”; phải cập nhật hoặc gõ lại chỗ dẫn. "
        "Căn cứ: {source}."
    ),
    "layout-left-tag": (
        "Còn thẻ của mẫu “{is}” chưa điền; phải thay bằng nội dung. Căn cứ: {source}."
    ),
}

LAYOUT_MESSAGES: Mapping[str, str] = MappingProxyType(
    {
        **_PAGE,
        **_LETTERS,
        **_HEAD,
        **_NUMBER,
        **_TITLES,
        **_TEXT,
        **_CLOSING,
        **_WORK,
    }
)
