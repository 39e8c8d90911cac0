"""Papers of ours whose text is wrong: characters, spelling, days, numbers."""

from __future__ import annotations

import unicodedata

from edits import after, looks, says, words
from mutations import Mutation
from own_papers import MINUTES, PLAN, REPORT, SAMPLE_PLAN, STATE, STEERING

_BODY, _CELL = "VKNoiDung", "VKOGiua"

_FOUNDING = (
    "ngày 10/9/2026 của Ban Thường vụ Đảng ủy xã về việc thành lập Tổ chỉ đạo đại hội điểm."
)


def _adds(paper: str, wrong: str, right: str, code: str, name: str, *also: str) -> Mutation:
    """One more sentence in the text: a wrong one, a right one."""
    return Mutation(
        name, paper, (after(_BODY, wrong, at=3),), (after(_BODY, right, at=3),), code, also
    )


CHARACTERS = (
    _adds(
        PLAN,
        unicodedata.normalize("NFD", "Đại hội của đảng bộ."),
        "Đại hội của đảng bộ.",
        "text-not-nfc",
        "letters and marks apart",
    ),
    Mutation(
        "a zero-width space in the number",
        PLAN,
        (says("VKSo", "Số 05-\u200bKH/TCĐ"),),
        (says("VKSo", "Số 05\u2011KH/TCĐ"),),
        "text-invisible",
        ("layout-number-form",),
    ),
    _adds(
        SAMPLE_PLAN,
        "Chi\ufeff bộ họp hằng tháng.",
        "Chi\u00a0bộ họp hằng tháng.",
        "text-invisible",
        "a zero-width mark in the text",
    ),
    _adds(
        PLAN,
        "Chi \ue001bộ họp.",
        "Chi bộ họp.",
        "text-private-use",
        "a character of private use",
    ),
    Mutation(
        "Ð of Iceland in the issuer",
        SAMPLE_PLAN,
        (says("VKCoQuan", "ÐẢNG ỦY XÃ BÌNH MINH"),),
        (says("VKCoQuan", "ĐẢNG ỦY XÃ BÌNH MINH"),),
        "text-look-alike",
    ),
    _adds(
        SAMPLE_PLAN,
        "Xã T\u0430n Lập báo cáo.",
        "Xã Tan Lập báo cáo.",
        "text-look-alike",
        "a Cyrillic letter",
    ),
    _adds(
        PLAN,
        "Kê\u0301\u0301t quả tốt.",
        "Kết quả tốt.",
        "text-not-nfc",
        "a mark on a consonant",
        "text-loose-mark",
    ),
    Mutation(
        "a font of TCVN3",
        PLAN,
        (
            after(_BODY, "§¶ng bé x· häp."),
            looks("§¶ng", '<w:rFonts w:ascii=".VnTime" w:hAnsi=".VnTime"/>'),
        ),
        (after(_BODY, "Đảng bộ xã họp."),),
        "text-legacy-font",
        ("layout-font",),
    ),
    _adds(
        PLAN,
        "§¶ng Céng s¶n ViÖt Nam, §¶ng bé tØnh T©y Ninh.",
        "Đảng Cộng sản Việt Nam, Đảng bộ tỉnh Tây Ninh.",
        "text-legacy-text",
        "TCVN3 read as Unicode",
    ),
)
SPELLING = (
    _adds(
        PLAN,
        "Cấp uỷ chỉ đạo.",
        "Cấp ủy chỉ đạo theo “Quy chế của cấp uỷ”.",
        "text-tone-mixed",
        "cấp uỷ beside Tỉnh ủy",
    ),
    _adds(
        PLAN,
        "Không khí hoà thuận.",
        "Đảng bộ xã Hoà Thạnh báo cáo.",
        "text-tone-mixed",
        "hoà beside ủy",
    ),
    _adds(
        REPORT,
        "Tỉ lệ đạt cao, kỹ thuật tốt, kĩ năng khá.",
        "Kỹ thuật tốt, kỹ năng khá.",
        "text-iy-mixed",
        "kỹ and kĩ",
    ),
    _adds(
        SAMPLE_PLAN,
        "Đạị hội họp một ngày.",
        "Đại hội họp một ngày.",
        "text-two-tones",
        "two tones in a word",
    ),
    _adds(
        PLAN,
        "Nhiệm vụ của của đảng bộ.",
        "Đảng ủy luôn luôn chỉ đạo.",
        "text-doubled-word",
        "a word twice",
    ),
)
DATES = (
    _adds(
        PLAN,
        "Báo cáo trước ngày 5 tháng 03 năm 2025.",
        "Báo cáo trước ngày 05 tháng 3 năm 2025.",
        "text-date-zero",
        "a date without its zero",
    ),
    _adds(
        PLAN,
        "Báo cáo trước ngày 5/03/2025.",
        "Báo cáo trước ngày 05/3/2025.",
        "text-short-date-zero",
        "a short date without its zero",
    ),
    _adds(
        PLAN,
        "Báo cáo trước ngày 31/4/2025.",
        "Báo cáo trước ngày 30/4/2025.",
        "text-date-impossible",
        "a day that is not in the calendar, in the text",
    ),
    Mutation(
        "a congress that ends before it opens",
        PLAN,
        (
            words("Ngày\u00a021\u00a0-\u00a023/5/2025", "Ngày 23 - 21/5/2025"),
            words("Ngày\u00a021\u00a0-\u00a023/5/2025", "Ngày 23 - 21/5/2025"),
        ),
        (
            words("Ngày\u00a021\u00a0-\u00a023/5/2025", "Ngày 21 - 22/5/2025"),
            words("Ngày\u00a021\u00a0-\u00a023/5/2025", "Ngày 21 - 22/5/2025"),
        ),
        "text-range-backwards",
        ("text-range-backwards",),
    ),
    _adds(
        PLAN,
        "Họp vào thứ Hai, ngày 05/3/2025.",
        "Họp vào thứ Tư, ngày 05/3/2025.",
        "text-weekday",
        "a wrong weekday",
    ),
    _adds(
        SAMPLE_PLAN,
        "Họp ngày 05-11-2026 và ngày 06-11-2026.",
        "Họp ngày 05/11/2026 và ngày 06/11/2026.",
        "text-date-styles",
        "short dates of two styles",
    ),
    _adds(
        REPORT,
        "Nhiệm kỳ 2020 - 2025 đã hoàn thành.",
        "Nhiệm kỳ 2020-2025 đã hoàn thành.",
        "text-term-styles",
        "terms of two styles",
    ),
    Mutation(
        "a congress with two dates",
        PLAN,
        (words("Ngày\u00a018,\u00a019/3/2025", "Ngày 18, 20/3/2025", 2),),
        (words("Ngày\u00a017/02/2025", "Ngày 18/02/2025"),),
        "text-event-two-dates",
    ),
    _adds(
        SAMPLE_PLAN,
        "Thực hiện Kế hoạch số 45-KH/TU, ngày 04/8/2026 của Tỉnh ủy.",
        "Thực hiện Kế hoạch số 45-KH/TU, ngày 03/8/2026 của Tỉnh ủy.",
        "text-citation-two-dates",
        "a citation with two dates",
    ),
    _adds(
        SAMPLE_PLAN,
        f"Theo Quyết định số 13-QĐ/ĐU, {_FOUNDING}",
        f"Theo Quyết định số 31-QĐ/ĐU, {_FOUNDING}",
        "text-citation-two-numbers",
        "a citation with two numbers",
    ),
    Mutation(
        "a citation of the future",
        STATE,
        (
            after(
                _BODY, "Theo Kế hoạch số 12/KH-UBND, ngày 06/3/2026 của Ủy ban nhân dân tỉnh."
            ),
        ),
        (
            after(
                _BODY, "Theo Kế hoạch số 12/KH-UBND, ngày 04/3/2026 của Ủy ban nhân dân tỉnh."
            ),
        ),
        "text-citation-after-date",
    ),
    Mutation(
        "an appendix of another paper",
        PLAN,
        (
            says("VKSo", "Số 05-KH/TCĐ"),
            says("VKKemTheo", "(kèm theo Kế hoạch số 06-KH/TCĐ, ngày 25/11/2024)"),
        ),
        (says("VKSo", "Số 05-KH/TCĐ"), says("VKKemTheo", "(kèm theo Kế hoạch số 05-KH/TCĐ)")),
        "text-attached-to-another",
    ),
)
NUMBERS = (
    _adds(
        REPORT,
        "Đạt 98.5% số phiếu.",
        "Đạt 98,5% số phiếu.",
        "text-decimal-dot",
        "a decimal point",
    ),
    _adds(
        REPORT,
        "Có 1,250,000 đảng viên.",
        "Có 1.250.000 đảng viên.",
        "text-thousands-comma",
        "commas between thousands",
    ),
    _adds(
        REPORT,
        "Tăng 5 % so với năm trước.",
        "Tăng 5% so với năm trước.",
        "text-percent-space",
        "a space before the percent sign",
    ),
    Mutation(
        "a share that does not follow",
        REPORT,
        (words("bằng 99,10%", "bằng 99,91%"),),
        (words("bằng 99,10%", "bằng 99,1%"),),
        "text-share",
    ),
    Mutation(
        "a share in a table",
        REPORT,
        (says(_CELL, "89,91", 9),),
        (says(_CELL, "89,2", 9),),
        "text-table-share",
    ),
    Mutation(
        "a share in the table of the minutes",
        MINUTES,
        (words("93,33", "93,93"),),
        (words("93,33", "93,3"),),
        "text-table-share",
    ),
    Mutation(
        "a surplus that does not follow",
        REPORT,
        (words("(số dư 02, bằng 13,33%", "(số dư 03, bằng 20,00%"),),
        (words("(số dư 02, bằng 13,33%", "(số dư 2, bằng 13,3%"),),
        "text-parts",
    ),
    Mutation(
        "valid ballots that do not add up",
        MINUTES,
        (words("hợp lệ 15, không", "hợp lệ 14, không"),),
        (words("hợp lệ 15, không hợp lệ 0", "hợp lệ 14, không hợp lệ 01"),),
        "text-parts",
    ),
    Mutation(
        "more ballots in than out",
        MINUTES,
        (words("phát ra 15, thu vào 15, hợp lệ 15", "phát ra 14, thu vào 15, hợp lệ 15"),),
        (words("phát ra 15, thu vào 15, hợp lệ 15", "phát ra 15, thu vào 15; hợp lệ 15"),),
        "text-part-above",
    ),
    Mutation(
        "a count that is not the rows of the table",
        MINUTES,
        (words("gồm 06\u00a0đồng chí", "gồm 07\u00a0đồng chí"),),
        (words("gồm 06\u00a0đồng chí", "gồm 6 đồng chí"),),
        "text-row-count",
    ),
    Mutation(
        "ordinals that skip",
        MINUTES,
        (says("VKOGiua", "7", 4),),
        (says("VKOGiua", "6.", 4),),
        "text-ordinals",
    ),
    Mutation(
        "a total that is one too many",
        STEERING,
        (says(_CELL, "5"),),
        (says(_CELL, "4 "),),
        "text-total",
        ("text-table-share",),
    ),
    Mutation(
        "a group that counts wrong",
        PLAN,
        (words("Cấp cơ sở: 02", "Cấp cơ sở: 03"),),
        (words("Cấp cơ sở: 02", "Cấp cơ sở: 2"),),
        "text-group-count",
    ),
)
