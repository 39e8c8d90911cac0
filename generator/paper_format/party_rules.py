"""What a Party paper has beside sizes: the same in 36-HD/VPTW and 05-HD/VPTW, cited as each is.

Of 05-HD/VPTW by implementers who had the file; of 36-HD/VPTW only a few points were read: what
was not is taken to be as in 05-HD/VPTW, and says so.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from generator.paper_format.rules import Citing, Head, Numbering, Required, Signing, Stroke
from generator.paper_format.values import Confidence, Range, Source

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    Cite = Callable[[str], Source]

_MINUTES = ("biên bản",)
_NO_OBJECT = Source("thông lệ; các quy định đọc được không nói kẻ bằng gì", Confidence.P)
_MUST = Source("Hướng dẫn 36-HD/VPTW, các thành phần bắt buộc (bản tóm tắt)", Confidence.B)


def as_in_05(what: str) -> Source:
    """Of 36-HD/VPTW: a part that was not read."""
    text = f"như Hướng dẫn 05-HD/VPTW, chưa đọc được phần này của 36-HD/VPTW: {what}"
    return Source(text, Confidence.B)


def of_05(what: str) -> Source:
    """Of 05-HD/VPTW, as several implementers say."""
    return Source(f"Hướng dẫn 05-HD/VPTW, theo những người có văn bản: {what}", Confidence.B)


def head(source: Source, cite: Cite) -> Head:
    """The head block; `source` is that of the heading and its line."""
    line = Stroke("đường kẻ dưới tiêu đề", "heading", Range(0.95, 1.05, 1), source, _NO_OBJECT)
    return Head(
        headings=("ĐẢNG CỘNG SẢN VIỆT NAM",),
        mottoes=(),
        foreign=("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"),
        star="*",
        source=source,
        star_source=cite("dấu sao dưới tên cơ quan, không kẻ"),
        strokes=MappingProxyType({"heading_line": line}),
        required=(
            Required("heading", ("đảng cộng sản việt nam",), source),
            Required("star", ("*",), cite("dấu sao dưới tên cơ quan")),
            Required("number", ("số",), _MUST, _MINUTES, of_its_own=True),
            Required("place_date", ("tháng",), _MUST, _MINUTES, of_its_own=True),
            Required(
                "recipients", ("nơi nhận",), _MUST, _MINUTES, anywhere=True, of_its_own=True
            ),
        ),
    )


_ORGANS = (
    "tỉnh ủy",
    "thành ủy",
    "huyện ủy",
    "quận ủy",
    "thị ủy",
    "đảng ủy",
    "chi ủy",
    "chi bộ",
    "đảng bộ",
)
_HONOURS = (
    "đồng chí",
    "đ/c",
    "gs.",
    "pgs.",
    "ts.",
    "ths.",
    "cn.",
    "ks.",
    "bs.",
    "giáo sư",
    "phó giáo sư",
    "tiến sĩ",
    "thạc sĩ",
    "cử nhân",
    "kỹ sư",
    "bác sĩ",
    "luật sư",
    "thiếu tá",
    "trung tá",
    "thượng tá",
    "đại tá",
    "thiếu tướng",
    "trung tướng",
    "thượng tướng",
    "đại tướng",
)


def signing(cite: Cite) -> Signing:
    """The signature block."""
    return Signing(
        prefixes=("T/M", "K/T", "T/L", "Q."),
        foreign=MappingProxyType({"TM.": "T/M", "KT.": "K/T", "TL.": "T/L"}),
        organs=_ORGANS,
        honours=_HONOURS,
        source=cite("T/M, K/T, T/L có gạch chéo, Q. có dấu chấm"),
        title_source=cite("chức vụ không kèm tên cơ quan"),
        name_source=cite("điểm 7.1.3, họ tên không kèm học hàm, học vị, quân hàm"),
    )


def citing(cite: Cite) -> Citing:
    """The grounds."""
    source = cite("mỗi căn cứ một dòng “- …;”, dòng cuối là dấu chấm hoặc dấu phẩy")
    return Citing(opening="- ", end=";", last_ends=(".", ","), source=source)


def numbering(cite: Cite) -> Numbering:
    """Symbols and points."""
    return Numbering(
        wrong_symbols=MappingProxyType({"QĐi": "QĐ", "QyĐ": "QĐ"}),
        copies=("BS",),
        symbol_source=cite("ký hiệu loại văn bản; quy định cũng là QĐ (66-QĐ/TW, 399-QĐ/TW)"),
        points="abcdđeghiklmnopqrstuvxy",
        points_source=Source("điểm theo bảng chữ cái tiếng Việt: thông lệ", Confidence.P),
        cited_source=None,
    )


def wording_sources(cite: Cite) -> Mapping[str, Source]:
    """What the signs and words rest on, but for what differs."""
    return MappingProxyType(
        {
            "number": cite("“Số 05-KH/TU”, số dưới 10 thêm số 0"),
            "date": cite("điểm 4.2.2, ngày dưới 10 và tháng 1, 2 thêm số 0"),
            "abstract_mark": cite("năm dấu gạch nối dưới trích yếu"),
            "capital_subject": cite("trích yếu bắt đầu bằng chữ thường"),
            "letter_opening": cite("trích yếu công văn bắt đầu bằng “về việc”"),
            "end_mark": cite("hết văn bản là dấu chấm, không ghi ./."),
            "filing": cite("“Lưu Văn phòng …”, không hai chấm, không VT"),
            "recipient_opening": cite("mỗi nơi nhận một dòng “- …”"),
            "recipients": cite("“Nơi nhận:”"),
        }
    )
