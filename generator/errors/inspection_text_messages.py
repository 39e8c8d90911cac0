"""The sentences of what the inspector finds in the text: characters, spelling, dates, sums."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_CHARACTERS = {
    "text-not-nfc": (
        "{count} đoạn có chữ và dấu là các ký tự rời (Unicode tổ hợp): {places}. Phải là dạng "
        "dựng sẵn: mỗi chữ có dấu là một ký tự. Căn cứ: {source}."
    ),
    "text-invisible": (
        "Có {count} ký tự không nhìn thấy được ({characters}): {places}. Phải xóa: chúng làm "
        "sai việc tìm kiếm, sao chép. Căn cứ: {source}."
    ),
    "text-private-use": (
        "Có {count} ký tự thuộc vùng mã dùng riêng ({characters}): {places}. Máy khác không "
        "hiện đúng; phải là ký tự Unicode chuẩn. Căn cứ: {source}."
    ),
    "text-look-alike": (
        "{count} từ có chữ cái trông giống chữ Việt nhưng là chữ khác: {words} ({places}). "
        "Phải gõ lại bằng bộ gõ tiếng Việt. Căn cứ: {source}."
    ),
    "text-loose-mark": (
        "{count} chỗ có dấu rời đặt ở chữ không nhận dấu ấy: {letters} ({places}). Phải gõ lại "
        "chữ. Căn cứ: {source}."
    ),
    "text-legacy-font": (
        "Dùng phông chữ {font} của bảng mã cũ (TCVN3, VNI). Phải là phông chữ Unicode, chữ đã "
        "chuyển mã. Căn cứ: {source}."
    ),
    "text-legacy-text": (
        "{count} đoạn là chữ của bảng mã khác nên đọc không được, ví dụ {words} ({places}). "
        "Phải chuyển sang Unicode. Căn cứ: {source}."
    ),
}

_SPELLING = {
    "text-tone-mixed": (
        "Đặt dấu thanh theo hai kiểu: {few} chỗ như {rare}; {many} chỗ như {usual}. Phải theo "
        "một kiểu trong cả văn bản, kiểu nào cũng được. Căn cứ: {source}."
    ),
    "text-iy-mixed": (
        "Một từ viết cả i lẫn y: {few} chỗ {rare}, {many} chỗ {usual}. Phải viết một cách "
        "trong cả văn bản. Căn cứ: {source}."
    ),
    "text-two-tones": (
        "“{word}” có hai dấu thanh: gõ thừa dấu, hoặc thiếu dấu cách giữa hai từ. Mỗi tiếng "
        "chỉ có một dấu. Căn cứ: {source}."
    ),
    "text-doubled-word": (
        "“{words}”: một từ ghi hai lần liền nhau. Thường chỉ cần “{word}”. Căn cứ: {source}."
    ),
}

_DATES = {
    "text-date-zero": (
        "Ghi “{written}”, phải là “{right}”: thêm số 0 trước ngày dưới 10 và tháng 1, 2; các "
        "tháng khác không thêm. Căn cứ: {source}."
    ),
    "text-short-date-zero": (
        "{count} chỗ ghi ngày, tháng thừa hoặc thiếu số 0, nên ghi: {examples}. Căn cứ: "
        "{source}."
    ),
    "text-date-impossible": (
        "“{written}” không phải là một ngày có thật; kiểm tra, sửa lại ngày, tháng. "
        "Căn cứ: {source}."
    ),
    "text-range-backwards": (
        "“{written}” chạy ngược: từ {first} đến {last}. Phải ghi thời điểm trước rồi đến thời "
        "điểm sau. Căn cứ: {source}."
    ),
    "text-weekday": (
        "Ngày {date} ghi là {written}, phải là {right}. Kiểm tra lại ngày hoặc thứ. Căn cứ: "
        "{source}."
    ),
    "text-date-styles": (
        "Ngày viết tắt ghi nhiều kiểu: {groups}. Nên ghi một kiểu trong cả văn bản. Căn cứ: "
        "{source}."
    ),
    "text-term-styles": (
        "Nhiệm kỳ ghi nhiều kiểu: {groups}. Nên ghi một kiểu trong cả văn bản. Căn cứ: "
        "{source}."
    ),
    "text-event-two-dates": (
        "Thời gian đại hội của {unit} ghi ở đây là “{other}”, nhưng chỗ khác ({place}) là "
        "“{one}”. Phải ghi như nhau. Căn cứ: {source}."
    ),
    "text-citation-two-dates": (
        "{document} ghi ngày {other} ở đây, nhưng chỗ khác là ngày {one}. Phải cùng một ngày. "
        "Căn cứ: {source}."
    ),
    "text-citation-two-numbers": (
        "Cùng một {kind} ngày {date} mà ghi số {other} ở đây, chỗ khác là số {one}. Phải cùng "
        "một số. Căn cứ: {source}."
    ),
    "text-citation-after-date": (
        "{document} ghi ngày {date}, sau ngày của văn bản này ({signed}). Văn bản được dẫn "
        "phải có trước. Căn cứ: {source}."
    ),
    "text-attached-to-another": (
        "Phụ lục ghi kèm theo văn bản {what} {written}, nhưng đầu văn bản là {what} {right}. "
        "Phải ghi như nhau. Căn cứ: {source}."
    ),
}

_NUMBERS = {
    "text-decimal-dot": (
        "{count} số thập phân ghi dấu chấm, nên ghi dấu phẩy: {examples}. Căn cứ: {source}."
    ),
    "text-thousands-comma": (
        "{count} số ghi dấu phẩy giữa các nhóm ba chữ số, nên ghi dấu chấm: {examples}. Căn "
        "cứ: {source}."
    ),
    "text-percent-space": (
        "{count} chỗ có dấu cách trước %, nên viết liền: {examples}. Căn cứ: {source}."
    ),
    "text-share": (
        "{part} trên {base} ghi là {written}, phải là {right}. Kiểm tra lại số và tỷ lệ. Căn "
        "cứ: {source}."
    ),
    "text-table-share": (
        "{name}: {part} trên {base} ghi là {written}, phải là {right}. Kiểm tra lại số và tỷ "
        "lệ. Căn cứ: {source}."
    ),
    "text-parts": (
        "Ghi tổng là {total}, nhưng {parts} = {right}. Tổng phải bằng các phần cộng lại; kiểm "
        "tra lại các số. Căn cứ: {source}."
    ),
    "text-part-above": (
        "Ghi {part}, nhiều hơn {whole}: phần không thể nhiều hơn toàn bộ. Kiểm tra "
        "lại hai số. Căn cứ: {source}."
    ),
    "text-total": (
        "{name}: ghi {written}, nhưng {parts} = {right}. Tổng phải bằng các số cộng lại; kiểm "
        "tra lại các số. Căn cứ: {source}."
    ),
    "text-row-count": (
        "Ghi {said}, nhưng bảng {table} ngay dưới có {rows} dòng đánh số. Phải bằng nhau; "
        "kiểm tra lại số và bảng. Căn cứ: {source}."
    ),
    "text-ordinals": (
        "Số thứ tự ghi {written}, phải là {right}: bảng đánh số liên tục. Căn cứ: {source}."
    ),
    "text-group-count": (
        "“{group}”: ghi {said}, nhưng bên dưới có {rows} dòng. Phải bằng nhau; kiểm tra lại "
        "số và các dòng. Căn cứ: {source}."
    ),
}

INSPECTION_TEXT_MESSAGES: Mapping[str, str] = MappingProxyType(
    {**_CHARACTERS, **_SPELLING, **_DATES, **_NUMBERS}
)
