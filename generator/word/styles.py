"""The named styles of a template, made from a profile: the one place where sizes become Word.

Style names are Vietnamese, so that a clerk finds them in Word's list; ids are ASCII.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.paper_format import Align, Component, Profile

if TYPE_CHECKING:
    from generator.paper_format import Range

MM = 56.6929  # twips
PT = 20  # twips
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


@dataclass(frozen=True, slots=True)
class Style:
    """How a component of the profile becomes a paragraph style.

    Spaces are points. `is_text` takes indent, gap and pitch from the profile's body.
    """

    id: str
    name: str
    component: str
    before_pt: float = 0
    after_pt: float = 0
    is_text: bool = False
    keep_next: bool = False
    outline_level: int | None = None
    plain: bool = False


STYLES = (
    Style("VKTieuDe", "VK Tiêu đề", "heading"),
    Style("VKTieuNgu", "VK Tiêu ngữ", "motto"),
    Style("VKCapTren", "VK Cơ quan cấp trên", "superior"),
    Style("VKCoQuan", "VK Cơ quan ban hành", "issuer"),
    Style("VKDauSao", "VK Dấu sao", "star"),
    Style("VKSo", "VK Số ký hiệu", "number"),
    Style("VKDiaDanh", "VK Địa danh ngày tháng", "place_date", before_pt=6),
    Style("VKDuThao", "VK Dự thảo", "draft", before_pt=3),
    Style("VKTenLoai", "VK Tên loại", "kind", before_pt=18, keep_next=True),
    Style("VKTrichYeu", "VK Trích yếu", "subject", keep_next=True),
    Style("VKGach", "VK Gạch dưới trích yếu", "subject_mark", after_pt=12, keep_next=True),
    Style("VKNoiDung", "VK Nội dung", "body", is_text=True),
    Style("VKYDan", "VK Ý dẫn", "body", is_text=True, keep_next=True),
    # the closing sentence stays with the signature under it
    Style("VKKet", "VK Câu kết", "body", is_text=True, after_pt=14, keep_next=True),
    Style("VKMuc1", "VK Mục I", "level1", is_text=True, keep_next=True, outline_level=0),
    Style("VKMuc2", "VK Mục 1", "level2", is_text=True, keep_next=True, outline_level=1),
    Style("VKQuyenHan", "VK Quyền hạn", "authority", keep_next=True),
    Style("VKChucVu", "VK Chức vụ", "position", keep_next=True),
    Style(
        "VKHoTen", "VK Họ tên", "signatory", before_pt=80
    ),  # four blank lines of 20 pt (custom)
    Style("VKNoiNhan", "VK Nơi nhận", "recipients"),
    Style("VKDongNoiNhan", "VK Dòng nơi nhận", "recipient"),
    Style("VKPhuLuc", "VK Phụ lục", "appendix", keep_next=True, outline_level=0),
    Style("VKKemTheo", "VK Kèm theo", "appendix_note", before_pt=3, after_pt=12),
    Style("VKNhom", "VK Nhóm", "group", before_pt=9, after_pt=6, keep_next=True),
    Style("VKDauCot", "VK Đầu cột", "column", before_pt=3, after_pt=3, keep_next=True),
    Style("VKO", "VK Ô bảng", "cell", before_pt=3, after_pt=3),
    Style("VKOLien", "VK Ô bảng liền", "cell", before_pt=3, after_pt=3, keep_next=True),
    Style("VKOGiua", "VK Ô bảng giữa", "cell", before_pt=3, after_pt=3),
    Style("VKOGiuaLien", "VK Ô giữa liền", "cell", before_pt=3, after_pt=3, keep_next=True),
    Style("VKCotNho", "VK Đầu cột nhỏ", "wide_column", before_pt=2, after_pt=2, keep_next=True),
    Style("VKONho", "VK Ô nhỏ", "wide_cell", before_pt=2, after_pt=2),
    Style("VKOGiuaNho", "VK Ô nhỏ giữa", "wide_cell", before_pt=2, after_pt=2),
    Style("VKSoTrang", "VK Số trang", "page_number"),
)
_CENTERED = ("VKOGiua", "VKOGiuaLien", "VKOGiuaNho")
BREAK, GAP, TABLE, FRAME = "VKNgat", "VKCachBang", "VKBang", "VKKhung"
STRONG, SLANTED, PROMPT = "VKDam", "VKNghieng", "VKLoiNhac"


def component_of(profile: Profile, style: Style) -> Component | None:
    """What the profile says of a style; None where the profile has no such part."""
    if style.component == "page_number":
        return Component("Số trang", profile.page_number.size_pt, profile.page_number.source)
    return profile.components.get(style.component)


def styles_xml(profile: Profile) -> str:
    """The styles part of a template for the profile."""
    paragraphs = "".join(
        _paragraph_style(profile, style, component)
        for style in STYLES
        if (component := component_of(profile, style))
    )
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:styles xmlns:w="{NAMESPACE}">{_defaults(profile)}{_normal()}{paragraphs}'
        f"{_spacers()}{_characters()}{_tables()}</w:styles>"
    )


def _fonts(profile: Profile) -> str:
    kinds = ("ascii", "hAnsi", "eastAsia", "cs")
    return "<w:rFonts " + " ".join(f'w:{kind}="{profile.font}"' for kind in kinds) + "/>"


def _defaults(profile: Profile) -> str:
    size = half_points(profile.components["body"].size_pt)
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_fonts(profile)}"
        f'<w:color w:val="000000"/><w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        '<w:lang w:val="vi-VN" w:eastAsia="vi-VN" w:bidi="ar-SA"/></w:rPr></w:rPrDefault>'
        '<w:pPrDefault><w:pPr><w:spacing w:after="0" w:line="240" w:lineRule="auto"/>'
        "</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def _normal() -> str:
    return (
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal">'
        '<w:name w:val="Normal"/><w:qFormat/></w:style>'
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/>'
        "<w:semiHidden/></w:style>"
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal">'
        '<w:name w:val="Normal Table"/><w:uiPriority w:val="99"/><w:semiHidden/>'
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/><w:tblCellMar>'
        '<w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
    )


def half_points(size: Range) -> int:
    """The size that we print, as Word counts it."""
    return round(size.preferred * 2)


def _paragraph_style(profile: Profile, style: Style, component: Component) -> str:
    size = half_points(component.size_pt)
    align = Align.CENTER if style.id in _CENTERED else component.align
    keep = "<w:keepNext/><w:keepLines/>" if style.keep_next else ""
    level = style.outline_level
    outline = "" if level is None else f'<w:outlineLvl w:val="{level}"/>'
    return (
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style.id}">'
        f'<w:name w:val="{style.name}"/><w:basedOn w:val="Normal"/><w:qFormat/>'
        f"<w:pPr>{keep}{_spacing(profile, style)}{_indent(profile, style)}"
        f'<w:jc w:val="{align}"/>{outline}</w:pPr>'
        f'<w:rPr>{_weight(component)}<w:sz w:val="{size}"/><w:szCs w:val="{size}"/>'
        f"{_line_under(component)}</w:rPr></w:style>"
    )


def _line_under(component: Component) -> str:
    return '<w:u w:val="single"/>' if component.underline else ""


def _spacing(profile: Profile, style: Style) -> str:
    body = profile.body
    after = max(style.after_pt, body.gap_pt.preferred if style.is_text else 0)
    line = 'w:line="240" w:lineRule="auto"'
    if style.is_text and body.line_pt:
        line = f'w:line="{round(body.line_pt.preferred * PT)}" w:lineRule="exact"'
    before = round(style.before_pt * PT)
    return f'<w:spacing w:before="{before}" w:after="{round(after * PT)}" {line}/>'


def _indent(profile: Profile, style: Style) -> str:
    if not style.is_text:
        return ""
    return f'<w:ind w:firstLine="{round(profile.body.first_line_mm.preferred * MM)}"/>'


def _weight(component: Component) -> str:
    marks = (("<w:b/><w:bCs/>", component.bold), ("<w:i/><w:iCs/>", component.italic))
    return "".join(mark for mark, wanted in marks if wanted)


def _spacers() -> str:
    """Paragraphs without text: one that ends a section, one that keeps a table apart."""
    heights = ((BREAK, "VK Ngắt phần", 1), (GAP, "VK Cách bảng", 8))
    return "".join(
        f'<w:style w:type="paragraph" w:customStyle="1" w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:pPr>'
        f'<w:spacing w:before="0" w:after="0" w:line="{height * PT}" w:lineRule="exact"/>'
        '</w:pPr><w:rPr><w:sz w:val="2"/><w:szCs w:val="2"/></w:rPr></w:style>'
        for style_id, name, height in heights
    )


def _characters() -> str:
    looks = (
        (STRONG, "VK Đậm", "<w:b/><w:bCs/>"),
        (SLANTED, "VK Nghiêng", "<w:i/><w:iCs/>"),
        (PROMPT, "VK Lời nhắc", '<w:color w:val="595959"/>'),
    )
    return "".join(
        f'<w:style w:type="character" w:customStyle="1" w:styleId="{style_id}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="DefaultParagraphFont"/>'
        f"<w:qFormat/><w:rPr>{look}</w:rPr></w:style>"
        for style_id, name, look in looks
    )


def _tables() -> str:
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="000000"/>' for side in sides
    )
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{TABLE}">'
        '<w:name w:val="VK Bảng"/><w:basedOn w:val="TableNormal"/>'
        f"<w:tblPr><w:tblBorders>{lines}</w:tblBorders></w:tblPr></w:style>"
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{FRAME}">'
        '<w:name w:val="VK Khung"/><w:basedOn w:val="TableNormal"/>'
        '<w:tblPr><w:tblCellMar><w:left w:w="0" w:type="dxa"/><w:right w:w="0" w:type="dxa"/>'
        "</w:tblCellMar></w:tblPr></w:style>"
    )
