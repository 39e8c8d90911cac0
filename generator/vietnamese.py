"""How official Vietnamese is written: dates, counts, lists, what must not break over lines.

Pure text functions. The zero rule of dates (a day below 10 and month 1 or 2 take a leading
zero, other months never do) lives here alone: Hướng dẫn 05-HD/VPTW, điểm 4.2.2, as quoted by
independent implementers; Nghị định 30/2020/NĐ-CP, Phụ lục I, mục II.4.b says the same.
"""

from __future__ import annotations

import math
import re
import unicodedata
from fractions import Fraction
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date, time

    WordKey = tuple[tuple[int, ...], tuple[int, ...]]

NBSP = "\u00a0"
NB_HYPHEN = "\u2011"
FIRST_UNPADDED_MONTH = 3

_ROMAN = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def decimal(number: Fraction, decimals: int, *, cut: bool = False) -> str:
    """A number with a decimal comma and a dot between thousands, half rounded up, or cut.

    >>> from fractions import Fraction
    >>> decimal(Fraction(2800, 163), 2), decimal(Fraction(2800, 163), 2, cut=True)
    ('17,18', '17,17')
    >>> decimal(Fraction(-5, 2), 0), decimal(Fraction(36954), 0)
    ('-3', '36.954')
    """
    half = 0 if cut else Fraction(1, 2)
    digits = math.floor(abs(number) * 10**decimals + half)
    whole, rest = divmod(digits, 10**decimals)
    sign = "-" if number < 0 and digits else ""
    tail = f",{rest:0{decimals}d}" if decimals else ""
    return f"{sign}{whole:,}".replace(",", ".") + tail


def two_digits(number: int) -> str:
    """A count as official papers print it, with a leading zero below ten (custom).

    >>> two_digits(4), two_digits(15)
    ('04', '15')
    """
    return f"{number:02d}"


def month_digits(month: int) -> str:
    """The number of a month in a date.

    >>> month_digits(2), month_digits(3), month_digits(12)
    ('02', '3', '12')
    """
    return two_digits(month) if month < FIRST_UNPADDED_MONTH else str(month)


def short_date(day: date) -> str:
    """A date inside a text.

    >>> from datetime import date
    >>> short_date(date(2025, 2, 5)), short_date(date(2025, 5, 9))
    ('05/02/2025', '09/5/2025')
    """
    return f"{day_month(day)}/{day.year}"


def day_month(day: date) -> str:
    """A date whose year is said elsewhere.

    >>> from datetime import date
    >>> day_month(date(2025, 3, 1))
    '01/3'
    """
    return f"{two_digits(day.day)}/{month_digits(day.month)}"


def month_year(month: int, year: int) -> str:
    """A month of a year.

    >>> month_year(2, 2025), month_year(4, 2025)
    ('02/2025', '4/2025')
    """
    return f"{month_digits(month)}/{year}"


def date_line(day: int | None, month: int | None, year: int | None) -> str:
    """The date of a paper; what is not known yet is a blank of non-breaking spaces.

    >>> date_line(5, 3, 2025).replace(NBSP, " ")
    'ngày 05 tháng 3 năm 2025'
    >>> date_line(None, 11, 2024).replace(NBSP, "_")
    'ngày____tháng_11_năm_2024'
    """
    days = two_digits(day) if day else NBSP * 2
    months = month_digits(month) if month else NBSP * 2
    years = str(year) if year else NBSP * 4
    return NBSP.join(("ngày", days, "tháng", months, "năm", years))


WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


def weekday(day: date) -> str:
    """The name of a weekday, its number with a capital (Nghị định 30/2020, Phụ lục II).

    >>> from datetime import date
    >>> weekday(date(2025, 2, 20)), weekday(date(2025, 2, 23))
    ('thứ Năm', 'Chủ nhật')
    """
    return WEEKDAYS[day.weekday()]


def clock(moment: time) -> str:
    """A time of day.

    >>> from datetime import time
    >>> clock(time(7, 30)), clock(time(14))
    ('07 giờ 30 phút', '14 giờ')
    """
    hours = f"{two_digits(moment.hour)} giờ"
    return f"{hours} {two_digits(moment.minute)} phút" if moment.minute else hours


def roman(number: int) -> str:
    """A positive number in Roman numerals.

    >>> roman(4), roman(14)
    ('IV', 'XIV')
    """
    out = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        out += letters * times
    return out


def letter(number: int) -> str:
    """The capital letter that heads the n-th group, from 1.

    >>> letter(1), letter(2)
    ('A', 'B')
    """
    return chr(ord("A") + number - 1)


def listed(items: Sequence[str], last: str = " và ") -> str:
    """Several names as one phrase.

    >>> listed(["cấp cơ sở", "cấp huyện"]), listed(["a", "b", "c"]), listed(["a"])
    ('cấp cơ sở và cấp huyện', 'a, b và c', 'a')
    """
    if not items:
        return ""
    *head, tail = items
    return f"{', '.join(head)}{last}{tail}" if head else tail


def lower_first(text: str) -> str:
    """The text beginning with a small letter.

    >>> lower_first("Đảng bộ xã Tân Lập")
    'đảng bộ xã Tân Lập'
    """
    return text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """The text beginning with a capital.

    >>> upper_first("đảng ủy")
    'Đảng ủy'
    """
    return text[:1].upper() + text[1:]


def unbroken(text: str) -> str:
    """A name that never breaks across lines.

    >>> unbroken("Dương Minh Châu").count(NBSP)
    2
    """
    return text.replace(" ", NBSP).replace("-", NB_HYPHEN)


_AFTER_WORD = re.compile(
    r"\b(ngày|tháng|năm|quý|số|điểm|điều|khoản|mục|phụ lục|lần thứ|khóa|kỳ|giờ|phiên)"
    r" (?=\d|[IVXLC]+\b)",
    re.IGNORECASE,
)
_AFTER_COUNT = re.compile(r"(?<![\w/])(\d{1,3}) (?=[^\W\d_])")
_NUMBER = re.compile(r"\d[\w.,/\u2011-]*(?:-[\w.,/\u2011-]+)?|\w+(?:-\w+)*/\w[\w-]*")
_SPACED_RANGE = re.compile(r"(?<=\d) ([-–]) (?=\d)")
_DAY_LIST = re.compile(r"(?<=\d), (?=\d{2}(?:, \d{2})*/\d)")


def glued(text: str) -> str:
    """The text with its dates, counts and document numbers kept on one line each.

    >>> glued("ngày 20, 21/02/2025").count(NBSP)
    2
    >>> glued("Hướng dẫn số 01-HD/TW") == f"Hướng dẫn số{NBSP}01{NB_HYPHEN}HD/TW"
    True
    >>> glued("nhiệm kỳ 2025-2030") == f"nhiệm kỳ{NBSP}2025{NB_HYPHEN}2030"
    True
    >>> glued("ít nhất 15 ngày làm việc") == f"ít nhất 15{NBSP}ngày làm việc"
    True
    """
    text = _AFTER_WORD.sub(rf"\1{NBSP}", text)
    text = _AFTER_COUNT.sub(rf"\1{NBSP}", text)
    text = _DAY_LIST.sub(f",{NBSP}", text)
    text = _SPACED_RANGE.sub(rf"{NBSP}\1{NBSP}", text)
    return _NUMBER.sub(lambda found: found[0].replace("-", NB_HYPHEN), text)


_SPACES = re.compile(r"[ \t\r\n]+")
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_QUOTED = re.compile(r'"([^"]*)"')


def tidy(text: str) -> str:
    """The text in NFC, without invisible characters, one space between words, curly quotes.

    >>> tidy(' Ban  Thường vụ "Tỉnh ủy" ')
    'Ban Thường vụ “Tỉnh ủy”'
    """
    text = _INVISIBLE.sub("", unicodedata.normalize("NFC", text))
    return _QUOTED.sub(r"“\1”", _SPACES.sub(" ", text).strip())


# the letters in their order, each with its tones: none, huyền, hỏi, ngã, sắc, nặng
VOWELS = (
    "aàảãáạ",
    "ăằẳẵắặ",
    "âầẩẫấậ",
    "eèẻẽéẹ",
    "êềểễếệ",
    "iìỉĩíị",
    "oòỏõóọ",
    "ôồổỗốộ",
    "ơờởỡớợ",
    "uùủũúụ",
    "ưừửữứự",
    "yỳỷỹýỵ",
)
LETTERS_IN_ORDER = "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz"
TONES = 6
_TONED = {group[0]: group for group in VOWELS}
ALPHABET = "".join(_TONED.get(one, one + "·" * (TONES - 1)) for one in LETTERS_IN_ORDER)
_PLACES = {one: divmod(n, TONES) for n, one in enumerate(ALPHABET) if one != "·"}


def word_key(word: str) -> WordKey:
    """What sorts words the Vietnamese way: by letters, only then by tones.

    >>> sorted(["Ánh", "Anh", "An", "Ăn", "Đào", "Dung"], key=word_key)
    ['An', 'Anh', 'Ánh', 'Ăn', 'Dung', 'Đào']
    """
    places = [_PLACES.get(one, (-1, 0)) for one in unicodedata.normalize("NFC", word).lower()]
    return tuple(letter for letter, _ in places), tuple(tone for _, tone in places)


def name_key(name: str) -> tuple[WordKey, ...]:
    """What sorts names as lists of the Party do: given name, family name, middle names.

    One source for the given name, memory for the rest (docs/bau-cu.md).

    >>> sorted(["Trần Thị An", "Lê Văn Bình", "Lê Văn An"], key=name_key)
    ['Lê Văn An', 'Trần Thị An', 'Lê Văn Bình']
    """
    *others, given = name.split() or [""]
    return (word_key(given), *(word_key(word) for word in others))
