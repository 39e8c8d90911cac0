"""The words by which the components of an official paper are known, as data."""

from __future__ import annotations

import re
import unicodedata

from generator.paper_format import STATE_ND30

_UNSEEN = re.compile("[\u200b-\u200d\u2060\ufeff\u00ad]")
_HYPHENS = re.compile("[\u2010-\u2015\u2212\u00ac]")
_LOOK_ALIKE = str.maketrans({"Ð": "Đ", "ð": "đ", "Ɖ": "Đ", "ɖ": "đ"})
# "hoà" and "hòa", "thuỷ" and "thủy" are the same word
_TONES = {
    "oà": "òa",
    "oá": "óa",
    "oả": "ỏa",
    "oã": "õa",
    "oạ": "ọa",
    "oè": "òe",
    "oé": "óe",
    "oẻ": "ỏe",
    "oẽ": "õe",
    "oẹ": "ọe",
    "uỳ": "ùy",
    "uý": "úy",
    "uỷ": "ủy",
    "uỹ": "ũy",
    "uỵ": "ụy",
}
_TONE = re.compile(rf"(?:{'|'.join(_TONES)})(?!\w)")  # "hoàn" has but one form


def spoken(text: str) -> str:
    """A text as it is read aloud: one form of each letter, hyphen and space.

    >>> spoken("ÐẢNG\u00a0BỘ  \u200bsố 12\u2011QĐ/TU")
    'ĐẢNG BỘ số 12-QĐ/TU'
    """
    text = unicodedata.normalize("NFC", _UNSEEN.sub("", text)).translate(_LOOK_ALIKE)
    return " ".join(_HYPHENS.sub("-", text).split())


def key_of(text: str) -> str:
    """A text for comparing words: small letters, one place of the tone mark.

    >>> key_of("TỈNH UỶ") == key_of("Tỉnh ủy"), key_of("Điện thoại")
    (True, 'điện thoại')
    """
    return _TONE.sub(lambda found: _TONES[found[0]], spoken(text).lower())


def bare(text: str) -> str:
    """A text without marks over or under its letters, for finding what was misspelt.

    >>> bare("Độc lập - Tự do")
    'doc lap - tu do'
    """
    apart = unicodedata.normalize("NFD", key_of(text).replace("đ", "d"))
    return "".join(letter for letter in apart if not unicodedata.combining(letter))


def one_of(words: str) -> str:
    """A pattern for any of the phrases (divided by "|"), the longest first."""
    phrases = sorted((key_of(one) for one in words.split("|")), key=len, reverse=True)
    return "(?:" + "|".join(re.escape(one) for one in phrases) + ")"


PARTY_HEADING = key_of("Đảng Cộng sản Việt Nam")
STATE_HEADING = key_of("Cộng hòa xã hội chủ nghĩa Việt Nam")
MOTTO = key_of("Độc lập - Tự do - Hạnh phúc")

KINDS = one_of(
    "|".join(STATE_ND30.kind_symbols)
    + "|chiến lược|quy hoạch|tuyên bố|lời kêu gọi|giấy mời|giấy giới thiệu|giấy chứng nhận"
    "|giấy nghỉ phép|giấy đi đường|giấy ủy quyền|phiếu gửi|phiếu chuyển|phiếu báo|công điện"
    "|bản ghi nhớ|bản thỏa thuận|nghị định|luật|pháp lệnh|thông tư|thông tư liên tịch|điều lệ"
    "|cương lĩnh chính trị|chương trình hành động|báo cáo chính trị|đề cương"
)

# an organ that has others under it, and one that works for it
COMMITTEES = one_of(
    "đảng bộ|đảng ủy|tỉnh ủy|thành ủy|huyện ủy|quận ủy|thị ủy|chi ủy|chi bộ|đảng đoàn"
    "|ban cán sự đảng|ban chấp hành|ban thường vụ|ban chấp hành trung ương|trung ương"
    "|khu ủy|liên chi ủy"
)
BODIES = one_of(
    "văn phòng|ủy ban|ubnd|hđnd|hội đồng|ban|tổ|tiểu ban|đoàn|đoàn chủ tịch|đoàn thư ký|sở|bộ"
    "|cục|vụ|viện|trường|trung tâm|học viện|bệnh viện|công ty|tổng công ty|tập đoàn|phòng|hội"
    "|liên đoàn|công đoàn|mặt trận|chính phủ|quốc hội|thanh tra|tòa án|viện kiểm sát|công an"
    "|bộ chỉ huy|quân ủy|báo|đài|kho bạc|chi cục|tổng cục|ngân hàng|bảo hiểm|tên cơ quan"
    "|tên cq|hợp tác xã|ban quản lý|nhà xuất bản|khoa"
)
CONGRESS = r"đại hội (?:đại biểu|đảng viên|toàn thể|chi bộ|đảng bộ|đoàn|lần thứ)"

POSITIONS = one_of(
    "bí thư|phó bí thư|phó bí thư thường trực|tổng bí thư|thường trực ban bí thư|chủ tịch"
    "|phó chủ tịch|chủ nhiệm|phó chủ nhiệm|trưởng ban|phó trưởng ban|phó ban|tổ trưởng"
    "|phó tổ trưởng|tổ phó|trưởng đoàn|phó trưởng đoàn|trưởng tiểu ban|chánh văn phòng"
    "|phó chánh văn phòng|phó văn phòng|giám đốc|phó giám đốc|tổng giám đốc|phó tổng giám đốc"
    "|hiệu trưởng|phó hiệu trưởng|viện trưởng|phó viện trưởng|cục trưởng|phó cục trưởng"
    "|vụ trưởng|phó vụ trưởng|bộ trưởng|thứ trưởng|thủ tướng|phó thủ tướng|trưởng phòng"
    "|phó trưởng phòng|chánh thanh tra|chỉ huy trưởng|chính ủy|trưởng khoa|phó trưởng khoa"
    "|người ghi biên bản|thư ký|thư ký hội nghị|thư ký đại hội|chủ trì|chủ trì hội nghị"
    "|chủ tọa|người chủ trì|người lập biểu|người lập|thủ trưởng đơn vị|ủy viên"
    "|ủy viên thường vụ"
    "|trưởng ban kiểm phiếu|trưởng ban tổ chức|đoàn chủ tịch|đoàn thư ký|chức vụ người ký"
    "|chức vụ|quyền hạn, chức vụ của người ký|kiểm phiếu|đại diện|kiêm|kế toán|thủ quỹ"
    "|tổng thư ký"
    "|phó tổng thư ký|trạm trưởng|xã đội trưởng|trưởng công an|tổng kiểm toán nhà nước"
    "|tổng thanh tra chính phủ|chánh án|phó chánh án"
)
SURNAMES = one_of(
    "Nguyễn|Trần|Lê|Phạm|Hoàng|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Hồ|Ngô"
    "|Dương|Lý|Đoàn|Đinh|Trịnh|Lương|Mai|Tô|Hà|Tạ|Lưu|Trương|Cao|Chu"
    "|Châu|Quách|La|Thái|Tống|Vương|Văn|Phùng|Lâm|Kiều|Từ|Thạch|Sơn|Kim"
    "|Danh|Triệu|Nông|Hứa|Vi|Lò|Cầm|Quàng|Giàng|Sùng|Vàng|Thào|Mùa|Lầu"
    "|Hạ|Khổng|Mạc|Ninh|Tăng|Bạch|Doãn|Nghiêm|Hầu|Ma|Ung|Trầm|Thân|Đồng"
    "|Đàm|Đào|Đậu|Cù|Lại|Lục|Mạch|Nhan|Tôn|Viên|Âu|Ông|Bế"
)

AUTHORITY = re.compile(
    r"(?:[tkq] ?/ ?[mtlu]\b\.?|(?:tm|kt|tl|tuq)(?:\.| (?=\w))|tu\.|q\.|t/uq\b) ?"
)
RECIPIENTS = re.compile(r"nơi nhận ?(?:[:.;]|$)")
