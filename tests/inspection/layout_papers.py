"""A right paper of each profile as a case made by hand, to be spoilt in one place at a time.

A paper is a list of typed lines, each with its component; `case(paper)` is what a check sees.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from itertools import groupby
from typing import TYPE_CHECKING, Any

from generator.inspection.anatomy import Anatomy, Attachment, Case, Found
from generator.inspection.document import (
    Align,
    Document,
    Furniture,
    Key,
    Line,
    LineRule,
    Look,
    Paragraph,
    Piece,
    Run,
    Section,
    Spacing,
    Spot,
)
from generator.paper_format import PARTY_HD05, STATE_ND30

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.paper_format import Profile

FONT = "Times New Roman"
PLAIN, NONE = Look(FONT, 14), Spacing()
PITCH = Spacing(0, 6, 18, LineRule.EXACT, 10)
LOOSE = Spacing(0, 6, 1, LineRule.MULTIPLE, 10)
_JOINED = ("superior", "issuer", "subject", "letter_subject", "addressees", "part_title")
_LINES = ("heading_line", "motto_line", "issuer_line")
LONG = "Các chi bộ chuẩn bị nội dung, nhân sự, điều kiện phục vụ đại hội theo hướng dẫn "


@dataclass(frozen=True)
class Typed:
    """A line: its component, its words, its look; `table` puts it in a cell."""

    component: str
    text: str
    look: Look = PLAIN
    align: Align = Align.CENTER
    spacing: Spacing = NONE
    lines: tuple[Line, ...] = ()
    table: int = 0
    column: int = 0
    section: int = 1
    sure: float = 0.95
    field: str = ""
    starts_page: bool = False


@dataclass(frozen=True)
class Paper:
    """Lines in reading order; what its sections and its file say otherwise."""

    profile: Profile
    lines: tuple[Typed, ...]
    sections: dict[int, dict[str, Any]] = field(default_factory=lambda: {1: {}})
    numbers: tuple[Typed, ...] = (Typed("page_number", "2", field="PAGE"),)
    number_place: str = "header"
    number_pages: str = "default"
    file: dict[str, Any] = field(default_factory=dict)

    def put(self, component: str, text: str | None = None, **changes: Any) -> Paper:
        """The component said or looking otherwise; `at` is which of several, from 0."""
        at = changes.pop("at", None)
        look = {one: changes.pop(one) for one in [*changes] if hasattr(Look(FONT, 1), one)}
        seen, lines = -1, []
        for one in self.lines:
            seen += one.component == component
            if one.component == component and at in (None, seen):
                changed = replace(one, **changes, look=replace(one.look, **look))
                lines.append(changed if text is None else replace(changed, text=text))
            else:
                lines.append(one)
        assert tuple(lines) != self.lines, f"{component} is not there or is so already"
        return replace(self, lines=tuple(lines))

    def drop(self, *components: str) -> Paper:
        """Without these."""
        left = tuple(one for one in self.lines if one.component not in components)
        assert len(left) < len(self.lines)
        return replace(self, lines=left)

    def add(self, line: Typed, after: str) -> Paper:
        """One line more, after the last of a component."""
        at = max(at for at, one in enumerate(self.lines) if one.component == after) + 1
        return replace(self, lines=(*self.lines[:at], line, *self.lines[at:]))

    def page(self, section: int = 1, **changes: Any) -> Paper:
        """A section set up otherwise."""
        more = {**self.sections[section], **changes}
        return replace(self, sections={**self.sections, section: more})

    def number(self, **changes: Any) -> Paper:
        """The page number looking otherwise."""
        look = {one: changes.pop(one) for one in [*changes] if hasattr(Look(FONT, 1), one)}
        (one,) = self.numbers
        return replace(self, numbers=(replace(one, **changes, look=replace(one.look, **look)),))

    def said(self, **file: Any) -> Paper:
        """What the file says of itself."""
        return replace(self, file={**self.file, **file})


def _look(size: float, how: str = "") -> Look:
    return Look(FONT, size, "b" in how, "i" in how, "u" in how)


def _text(component: str, text: str, spacing: Spacing = PITCH, how: str = "") -> Typed:
    return Typed(component, text, _look(14, how), Align.BOTH, spacing)


def _closing(component: str, text: str, column: int, look: Look) -> Typed:
    align = Align.LEFT if column == 1 else Align.CENTER
    return Typed(component, text, look, align, table=2, column=column)


def _head(component: str, text: str, column: int, look: Look, length: float = 0) -> Typed:
    lines = (Line("shape", length),) if length else ()
    return Typed(component, text, look, table=1, column=column, lines=lines)


PARTY_PLAN = Paper(
    PARTY_HD05,
    (
        _head("superior", "ĐẢNG BỘ TỈNH THỬ", 1, _look(14)),
        _head("issuer", "ĐẢNG ỦY XÃ BÌNH THỬ", 1, _look(14, "b")),
        _head("star", "*", 1, _look(14)),
        _head("number", "Số 05-KH/ĐU", 1, _look(14)),
        _head("heading", "ĐẢNG CỘNG SẢN VIỆT NAM", 2, _look(15, "b"), 73),
        _head("place_date", "Bình Thử, ngày 05 tháng 6 năm 2026", 2, _look(14, "i")),
        Typed("kind", "KẾ HOẠCH", _look(16, "b")),
        Typed("subject", "tổ chức đại hội chi bộ", _look(15, "b")),
        Typed("subject_mark", "-----"),
        _text("basis", "- Căn cứ Điều lệ Đảng;"),
        _text("basis", "- Căn cứ Chỉ thị số 45-CT/TW, ngày 14/4/2025,"),
        _text("body", f"{LONG}của Đảng ủy xã, như sau:"),
        _text("level1", "I- MỤC ĐÍCH, YÊU CẦU", how="b"),
        _text("level2", "1. Mục đích", how="b"),
        _text("body", f"{LONG}(phụ lục 1)."),
        _text("level2", "2. Yêu cầu", how="b"),
        _text("point", "a) Đúng thời gian;"),
        _text("point", "b) Đúng quy định (phụ lục 2)."),
        _text("level1", "II- TỔ CHỨC THỰC HIỆN", how="b"),
        _text("body", f"{LONG}và báo cáo kết quả trước ngày 30/6/2026."),
        _closing("recipients", "Nơi nhận:", 1, _look(14, "u")),
        _closing("recipient", "- Ban Thường vụ Tỉnh ủy (báo cáo);", 1, _look(12)),
        _closing("recipient", "- Các chi bộ trực thuộc;", 1, _look(12)),
        _closing("recipient", "- Lưu Văn phòng Đảng ủy.", 1, _look(12)),
        _closing("authority", "T/M BAN THƯỜNG VỤ", 2, _look(14, "b")),
        _closing("position", "PHÓ BÍ THƯ", 2, _look(14)),
        _closing("signatory", "Nguyễn Văn Thử", 2, _look(14, "b")),
        Typed("appendix", "PHỤ LỤC 1", _look(14, "b"), section=2),
        Typed("", "LỊCH ĐẠI HỘI", _look(14, "b"), section=2),
        Typed("appendix", "PHỤ LỤC 2", _look(14, "b"), section=3),
        Typed("", "DANH SÁCH KHÁCH MỜI", _look(14, "b"), section=3),
    ),
    sections={1: {}, 2: {"starts_at": 1}, 3: {"starts_at": 1}},
)
STATE_PLAN = Paper(
    STATE_ND30,
    (
        _head("superior", "ỦY BAN NHÂN DÂN", 1, _look(13)),
        _head("issuer", "SỞ NỘI VỤ TỈNH THỬ", 1, _look(13, "b"), 20),
        _head("number", "Số: 05/KH-SNV", 1, _look(13)),
        _head("heading", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 2, _look(13, "b")),
        _head("motto", "Độc lập - Tự do - Hạnh phúc", 2, _look(14, "b"), 60.5),
        _head("place_date", "Bình Thử, ngày 05 tháng 3 năm 2026", 2, _look(14, "i")),
        Typed("kind", "KẾ HOẠCH", _look(14, "b")),
        Typed("subject", "Tổ chức hội nghị", _look(14, "b"), lines=(Line("shape", 15),)),
        _text("basis", "Căn cứ Luật Lưu trữ;", LOOSE, "i"),
        _text("basis", "Theo đề nghị của Văn phòng.", LOOSE, "i"),
        _text("body", f"{LONG}của Sở, như sau:", LOOSE),
        _text("level1", "I. NỘI DUNG", LOOSE, "b"),
        _text("article", "Điều 1. Thời gian", LOOSE, "b"),
        _text("body", f"{LONG}theo Phụ lục kèm theo./.", LOOSE),
        _closing("recipients", "Nơi nhận:", 1, _look(12, "bi")),
        _closing("recipient", "- Như trên;", 1, _look(11)),
        _closing("recipient", "- Lưu: VT, TH.", 1, _look(11)),
        _closing("authority", "KT. GIÁM ĐỐC", 2, _look(14, "b")),
        _closing("position", "PHÓ GIÁM ĐỐC", 2, _look(14, "b")),
        _closing("signatory", "Trần Thị Thử", 2, _look(14, "b")),
        Typed("appendix", "Phụ lục", _look(14, "b"), section=2),
        Typed("", "LỊCH HỘI NGHỊ", _look(14, "b"), section=2),
    ),
    sections={1: {}, 2: {"starts_at": 1}},
)
PARTY_LETTER = Paper(
    PARTY_HD05,
    (
        *PARTY_PLAN.lines[:3],
        _head("number", "Số 12-CV/ĐU", 1, _look(14)),
        _head("letter_subject", "về việc gửi báo cáo", 1, _look(12, "i")),
        *PARTY_PLAN.lines[4:6],
        Typed("addressees", "Kính gửi:", _look(14, "i"), Align.LEFT),
        Typed("addressees", "Các chi bộ trực thuộc", _look(14), Align.LEFT),
        _text("body", f"{LONG}và báo cáo về Đảng ủy."),
        *(one for one in PARTY_PLAN.lines if one.table == 2),
    ),
)


def case(paper: Paper) -> Case:
    """What a check sees of a paper."""
    paragraphs = [_paragraph(at, one) for at, one in enumerate(paper.lines)]
    pairs = list(zip(paper.lines, paragraphs, strict=True))
    sections = tuple(_section(paper, number, pairs) for number in paper.sections)
    numbers = [one for section in sections for one in section.furniture]
    found: dict[str, list[Found]] = {}
    for component, one in [*_found(pairs), *_strokes(pairs)]:
        found.setdefault(component, []).append(one)
    if numbers and paper.numbers:
        piece = Piece(numbers[0].paragraphs[0])
        found["page_number"] = [Found("page_number", (piece,), 1)]
    anatomy = Anatomy({name: tuple(each) for name, each in found.items()}, _annexes(pairs))
    return Case(Document(sections, **paper.file), anatomy, paper.profile)


def _paragraph(at: int, one: Typed) -> Paragraph:
    row = 1 if one.table else 0
    spot = Spot(one.section, "", one.table, row, one.column, one.text)
    return Paragraph(
        Key("word/document.xml", at),
        spot,
        (Run(one.text, one.look, one.field),),
        one.align,
        one.spacing,
        lines=one.lines,
        starts_page=one.starts_page,
        width_mm=85 if one.table else 165,
    )


def _section(paper: Paper, number: int, pairs: list[tuple[Typed, Paragraph]]) -> Section:
    numbers = tuple(_paragraph(1000 + at, one) for at, one in enumerate(paper.numbers))
    furniture = (Furniture(paper.number_place, paper.number_pages, numbers),)
    usual: dict[str, Any] = {
        "number": number,
        "width_mm": 210,
        "height_mm": 297,
        "top_mm": 20,
        "bottom_mm": 20,
        "left_mm": 30,
        "right_mm": 15,
        "header_mm": 10,
        "footer_mm": 10,
        "title_page": True,
        "furniture": furniture if numbers else (),
        "blocks": tuple(one for typed, one in pairs if typed.section == number),
    }
    return Section(**{**usual, **paper.sections[number]})


def _found(pairs: list[tuple[Typed, Paragraph]]) -> Iterator[tuple[str, Found]]:
    """Lines side by side of a component that has several lines are one; others one each."""

    def together(pair: tuple[int, tuple[Typed, Paragraph]]) -> tuple[str, int]:
        at, (typed, _) = pair
        return typed.component, -1 if typed.component in _JOINED else at

    for (component, _), group in groupby(enumerate(pairs), together):
        each = [pair for _, pair in group]
        if component and component not in _LINES:
            pieces = tuple(Piece(one) for _, one in each)
            yield component, Found(component, pieces, min(one.sure for one, _ in each), "lời")


def _strokes(pairs: list[tuple[Typed, Paragraph]]) -> Iterator[tuple[str, Found]]:
    """The lines under texts, drawn or typed, each of the text above it."""
    lines = {"heading": "heading_line", "motto": "motto_line", "subject": "subject_mark"}
    for typed, one in pairs:
        name = lines.get(typed.component, "issuer_line")
        if typed.lines:
            yield name, Found(name, (Piece(one),), typed.sure, "đường kẻ vẽ")
        if typed.component in _LINES:
            found = Found(typed.component, (Piece(one),), typed.sure, "dòng gạch gõ")
            yield typed.component, found


def _annexes(pairs: list[tuple[Typed, Paragraph]]) -> tuple[Attachment, ...]:
    starts = [at for at, (typed, _) in enumerate(pairs) if typed.component == "appendix"]
    ends = [*starts[1:], len(pairs)][: len(starts)]
    return tuple(
        Attachment(
            Found("appendix", (Piece(pairs[start][1]),), pairs[start][0].sure),
            None,
            None,
            tuple(one for _, one in pairs[start:end]),
            pairs[start][0].section,
        )
        for start, end in zip(starts, ends, strict=True)
    )
