"""Where a template's formatting has drifted from the profile: styles, text, paper, margins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lxml import etree

from generator.errors import Place, Problem, Severity
from generator.word.looks import Sheet, set_directly, sheet
from generator.word.package import DOCUMENT, STYLES, holds_text, read_parts
from generator.word.styles import MM, styles_xml
from generator.word.tags import W, is_lonely, place_words, quoted

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.paper_format import Profile, Range
    from generator.word.looks import Looks

TOLERANCE_MM = 0.5
_TITLES = {
    "b": "chữ đậm",
    "i": "chữ nghiêng",
    "u": "gạch chân",
    "sz": "cỡ chữ",
    "jc": "căn lề",
    "spacing": "giãn dòng, cách đoạn",
    "ind": "thụt đầu dòng",
    "rFonts": "phông chữ",
    "color": "màu chữ",
    "caps": "chữ hoa",
    "smallCaps": "chữ hoa nhỏ",
    "strike": "gạch ngang chữ",
    "vanish": "chữ ẩn",
    "vertAlign": "chỉ số trên, dưới",
    "keepNext": "đi liền đoạn sau",
    "keepLines": "giữ cả đoạn trên một trang",
    "pageBreakBefore": "sang trang trước đoạn",
    "contextualSpacing": "bỏ cách đoạn cùng kiểu",
    "outlineLvl": "cấp đề mục",
}
_SIDES = {"top": "lề trên", "bottom": "lề dưới", "left": "lề trái", "right": "lề phải"}
_NO_STYLES = b"<none/>"


def check_format(content: bytes, name: str, profile: Profile) -> tuple[Problem, ...]:
    """Every style, text and page set-up of a template that differs from the profile."""
    parts = read_parts(content)
    return (
        *_style_problems(parts.get(STYLES, _NO_STYLES), name, profile),
        *_direct_problems(parts, name, profile),
        *_page_problems(parts[DOCUMENT], name, profile),
    )


def _style_problems(styles: bytes, name: str, profile: Profile) -> Iterator[Problem]:
    wanted = sheet(styles_xml(profile).encode()).by_name()
    found = sheet(styles).by_name()
    for style, looks in wanted.items():
        values = {"style": style, "profile": profile.title, "file": name}
        if style not in found:
            yield Problem("template-style-missing", values=values, place=Place(name))
            continue
        differing = [key for key, value in looks.items() if value != found[style][key]]
        if differing:
            values["what"] = _titles(differing)
            yield Problem("template-style-differs", values=values, place=Place(name))


def _titles(keys: list[str]) -> str:
    titles = {key: _TITLES[key.split(".")[0]] for key in keys}
    if "spacing.val" in titles:
        titles["spacing.val"] = "giãn chữ"
    return ", ".join(sorted(set(titles.values())))


def _direct_problems(
    parts: Mapping[str, bytes], name: str, profile: Profile
) -> Iterator[Problem]:
    """Paragraphs that look otherwise than their style says."""
    styles = sheet(parts.get(STYLES, _NO_STYLES))
    for part in filter(holds_text, parts):
        for words, paragraph in place_words(part, parts[part]):
            text = "".join(node.text or "" for node in paragraph.iter(f"{W}t"))
            found = [] if is_lonely(text) else _set_beside_style(paragraph, styles)
            if found:
                place = Place(name, words=f"{words}, “{quoted(text)}”")
                values = {"style": str(place), "profile": profile.title}
                values["what"] = _titles(found)
                yield Problem("template-direct-format", (), values, Severity.WARNING, place)


def _set_beside_style(paragraph: etree._Element, styles: Sheet) -> list[str]:
    """What a paragraph or its runs set otherwise than their styles."""
    properties = paragraph.find(f"{W}pPr")
    style = _style(properties, "pStyle")
    found = _differing(set_directly(properties), styles.look(style))
    for run in paragraph.iterfind(f".//{W}r"):
        own = run.find(f"{W}rPr")
        if run.find(f"{W}t") is not None:
            found += _differing(set_directly(own), styles.look(style, _style(own, "rStyle")))
    return found


def _differing(own: Looks, style: Looks) -> list[str]:
    return [key for key, value in own.items() if value != style[key]]


def _style(properties: etree._Element | None, kind: str) -> str:
    node = None if properties is None else properties.find(f"{W}{kind}")
    return "" if node is None else str(node.get(f"{W}val"))


def _page_problems(document: bytes, name: str, profile: Profile) -> Iterator[Problem]:
    sections = [*etree.fromstring(document).iter(f"{W}sectPr")]
    if not sections:
        sections = [etree.Element(f"{W}sectPr")]
    for number, section in enumerate(sections, start=1):
        wrong = [
            *_wrong_paper(section, profile),
            *_wrong_margins(section, profile),
            *_wrong_numbers(section, profile, is_first=number == 1),
        ]
        if wrong:
            place = Place(name, words=f"phần {number}")
            values = {"profile": profile.title, "style": str(place), "what": ", ".join(wrong)}
            yield Problem("template-page-differs", values=values, place=place)


def _wrong_paper(section: etree._Element, profile: Profile) -> Iterator[str]:
    """Paper of another size; it may lie on its side."""
    page = profile.page
    sides = sorted(_length(section, "pgSz", side) for side in ("w", "h"))
    wanted = sorted((page.width_mm, page.height_mm))
    if any(abs(a - b) > TOLERANCE_MM for a, b in zip(sides, wanted, strict=True)):
        yield f"khổ giấy {sides[0]:.0f} × {sides[1]:.0f} mm"


def _wrong_margins(section: etree._Element, profile: Profile) -> Iterator[str]:
    for side, title in _SIDES.items():
        length = _length(section, "pgMar", side)
        if not _near(length, getattr(profile.page, f"{side}_mm")):
            yield f"{title} {length:.1f} mm"
    if gutter := _length(section, "pgMar", "gutter"):
        yield f"lề đóng gáy {gutter:.1f} mm"


def _wrong_numbers(
    section: etree._Element, profile: Profile, *, is_first: bool
) -> Iterator[str]:
    """Page numbers: how far from the edge, none on the first page, each section from 1."""
    top = _length(section, "pgMar", "header")
    if abs(top - profile.page_number.from_top_mm) > TOLERANCE_MM:
        yield f"số trang cách mép trên {top:.1f} mm"
    hidden = section.find(f"{W}titlePg")
    if hidden is None or hidden.get(f"{W}val") in ("0", "false", "off"):
        yield "có số trang ở trang đầu"
    numbers = section.find(f"{W}pgNumType")
    start = None if numbers is None else numbers.get(f"{W}start")
    if start != "1" and not (is_first and start is None):
        yield "số trang không bắt đầu từ 1"


def _length(section: etree._Element, kind: str, attribute: str) -> float:
    """A length of the page set-up in millimetres; 0 where it is not said."""
    node = section.find(f"{W}{kind}")
    return 0 if node is None else float(node.get(f"{W}{attribute}", "0")) / MM


def _near(length: float, wanted: Range) -> bool:
    return wanted.low - TOLERANCE_MM <= length <= wanted.high + TOLERANCE_MM
