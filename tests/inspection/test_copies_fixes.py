"""What is put right in a copy: looks and lengths, never a word."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from copying import (
    A4,
    LAST,
    SPACES,
    all_words,
    document,
    looks,
    new_faults,
    paragraph,
    piece,
    piece_in,
    same_but,
    sections,
    settings_of,
    signed,
    tree,
    words,
)

from generator.errors import sentence
from generator.inspection.copies import fixed, losses
from generator.inspection.document import read
from generator.inspection.document.values import LineRule, Look, Paragraph, Piece, Spacing
from generator.inspection.finding import Property, Remedy
from generator.word.package import DOCUMENT, read_parts

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.inspection.copies import Change, Fixed

TNR = "Times New Roman"
IN_TNR = ",".join(f"{kind}={TNR}" for kind in ("ascii", "hAnsi", "eastAsia", "cs"))
SIDES = (Property.TOP, Property.BOTTOM, Property.LEFT, Property.RIGHT)


def said(changes: Iterable[Change]) -> list[str]:
    """The sentences of changes."""
    return [sentence(one.problem("a.docx")) for one in changes]


def put_right(content: bytes, *remedies: Remedy) -> Fixed:
    """A copy that says what its document says, is valid, and stays so when fixed again."""
    done = fixed(content, remedies)
    assert all_words(done.content) == all_words(content)
    assert new_faults(content, done.content) == []
    again = fixed(done.content, remedies)
    assert again.content == done.content
    assert again.changes == ()
    assert again.left == done.left
    return done


def margin(side: Property, length: float, section: int = 1) -> Remedy:
    return Remedy(side, length, section)


def test_a_margin_is_set_and_said_with_what_it_was() -> None:
    content = document(paragraph("Một"))
    done = put_right(content, margin(Property.LEFT, 30))
    assert said(done.changes) == ["Lề trái phần 1: 25 mm thành 30 mm."]
    assert "left=1701" in sections(done.content)[0][1]
    assert "right=850" in sections(done.content)[0][1]
    assert same_but(content, done.content) == {DOCUMENT}


def test_a_margin_that_is_right_is_no_change() -> None:
    content = document(paragraph("Một"))
    done = fixed(content, [margin(Property.TOP, 20), margin(Property.BOTTOM, 20)])
    assert done.content == content
    assert done.changes == done.left == ()


@pytest.mark.parametrize("last", ["", f"<w:sectPr>{A4}</w:sectPr>"])
def test_margins_that_the_file_does_not_set_are_set(last: str) -> None:
    content = document(paragraph("Một"), last=last)
    remedies = [margin(side, 20) for side in SIDES]
    done = put_right(content, *remedies)
    assert said(done.changes)[2] == "Lề trái phần 1: 25,4 mm thành 20 mm."
    assert sections(done.content)[0][-1] == (
        "pgMar,top=1134,right=1134,bottom=1134,left=1134,header=720,footer=720,gutter=0"
    )


def test_a_margin_with_a_unit_is_read() -> None:
    last = LAST.replace('w:left="1417"', 'w:left="3.5cm"')
    done = put_right(document(paragraph("Một"), last=last), margin(Property.LEFT, 30))
    assert said(done.changes) == ["Lề trái phần 1: 35 mm thành 30 mm."]


def test_the_margin_of_one_section_only() -> None:
    ends = paragraph("Một", settings=LAST)
    done = put_right(document(ends, paragraph("Hai")), margin(Property.LEFT, 30, 2))
    assert ["left=1701" in one[1] for one in sections(done.content)] == [False, True]


def test_a_section_that_is_not_there_is_said() -> None:
    done = put_right(document(paragraph("Một")), margin(Property.LEFT, 30, 4))
    assert said(done.left) == [
        "Chưa sửa lề trái: không thấy lại đúng chỗ này trong tệp. Sửa tay trong Word."
    ]


def test_a_font_is_set_in_all_its_kinds_without_the_theme() -> None:
    look = '<w:b/><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi" w:cs="Arial"/>'
    content = document(paragraph(words("Kính gửi", look)), paragraph("Khác"))
    done = put_right(content, Remedy(Property.FONT, TNR, piece=piece(content)))
    (only,) = looks(done.content)
    assert only[0] == "Kính gửi"
    assert set(only[1].removeprefix("b rFonts,").split(",")) == set(IN_TNR.split(","))
    assert looks(done.content, 1) == [("Khác", "")]
    assert said(done.changes) == [f"Phông chữ: Arial thành {TNR}."]


def test_a_size_is_set_where_the_schema_has_it() -> None:
    look = '<w:b/><w:color w:val="000000"/><w:u w:val="single"/>'
    content = document(paragraph(words("Nơi nhận:", look)))
    done = put_right(content, Remedy(Property.SIZE, 14, piece=piece(content)))
    assert looks(done.content)[0][1] == "b color,val=000000 sz,val=28 szCs,val=28 u,val=single"
    assert said(done.changes) == ["Cỡ chữ: 13 thành 14 pt."]


def test_a_half_size_is_written_with_a_comma() -> None:
    content = document(paragraph("Một"))
    small = piece(content, look=Look(TNR, 13.5))
    done = put_right(content, Remedy(Property.SIZE, 14, piece=small))
    assert said(done.changes) == ["Cỡ chữ: 13,5 thành 14 pt."]


def test_a_colour_becomes_automatic() -> None:
    look = '<w:color w:val="FF0000" w:themeColor="accent1"/><w:sz w:val="28"/>'
    content = document(paragraph(words("Khẩn", look)))
    red = piece(content, look=Look(TNR, 14, colour="FF0000"))
    done = put_right(content, Remedy(Property.COLOUR, piece=red))
    assert looks(done.content) == [("Khẩn", "color,val=auto sz,val=28")]
    assert said(done.changes) == ["Màu chữ: FF0000 thành tự động (in ra màu đen)."]


def test_a_run_is_split_where_the_piece_ends() -> None:
    content = document(paragraph(words("Số 01-KH/TU, ngày", "<w:b/>"), words(" 05 tháng 3")))
    done = put_right(content, Remedy(Property.SIZE, 14, piece=piece(content, 0, (3, 11))))
    assert looks(done.content) == [
        ("Số ", "b"),
        ("01-KH/TU", "b sz,val=28 szCs,val=28"),
        (", ngày", "b"),
        (" 05 tháng 3", ""),
    ]


def test_a_run_is_split_at_its_tab() -> None:
    both = "<w:r><w:t>Số 01</w:t><w:tab/><w:t>Tây Ninh</w:t><w:br/><w:t>ngày</w:t></w:r>"
    content = document(paragraph(both))
    done = put_right(content, Remedy(Property.SIZE, 14, piece=piece(content, 0, (6, 14))))
    assert [one for one in looks(done.content) if one[1]] == [
        ("Tây Ninh", "sz,val=28 szCs,val=28")
    ]


def test_what_is_deleted_or_in_a_box_is_not_touched() -> None:
    gone = '<w:del w:id="1" w:author="Hoa"><w:r><w:delText>cũ </w:delText></w:r></w:del>'
    new = f'<w:ins w:id="2" w:author="Hoa">{words("mới ")}</w:ins>'
    content = document(paragraph(gone, new, "văn bản"))
    done = put_right(content, Remedy(Property.SIZE, 14, piece=piece(content)))
    sized = "sz,val=28 szCs,val=28"
    assert looks(done.content) == [("cũ ", ""), ("mới ", sized), ("văn bản", sized)]


def test_links_controls_and_fields_stay_around_their_words() -> None:
    link = f'<w:hyperlink w:anchor="a">{words("phụ lục")}</w:hyperlink>'
    control = f"<w:sdt><w:sdtContent>{words(' số 1')}</w:sdtContent></w:sdt>"
    field = f'<w:fldSimple w:instr="REF a">{words(" trang 3")}</w:fldSimple>'
    content = document(paragraph(link, control, field))
    done = put_right(content, Remedy(Property.SIZE, 14, piece=piece(content)))
    before, after = (
        [node.tag for node in read.iter() if not str(node.tag).endswith(("rPr", "sz", "szCs"))]
        for read in map(tree, (content, done.content))
    )
    assert before == after
    assert {look for _, look in looks(done.content)} == {"sz,val=28 szCs,val=28"}


@pytest.mark.parametrize("font", [".VnTime", "VNI-Times", "Wingdings", "Symbol"])
def test_letters_of_another_code_keep_their_font(font: str) -> None:
    content = document(paragraph(words("áç"), words(" chữ")))
    read = piece(content).paragraph
    (whole,) = read.runs
    runs = tuple(
        type(whole)(text, Look(name, 14)) for text, name in (("áç", font), (" chữ", "Arial"))
    )
    mixed = Piece(Paragraph(read.key, read.spot, runs))
    done = put_right(content, Remedy(Property.FONT, TNR, piece=mixed))
    assert [bool(look) for _, look in looks(done.content)] == [False, True]
    assert said(done.changes) == [f"Phông chữ: Arial thành {TNR}."]
    assert said(done.left)[0].startswith(f"Chưa sửa phông chữ: {font} là phông mã cũ")


def test_a_gap_is_set_whatever_the_style_says() -> None:
    settings = (
        '<w:keepNext/><w:spacing w:before="40" w:afterAutospacing="1"/><w:jc w:val="both"/>'
    )
    content = document(paragraph("Một", settings=settings))
    done = put_right(content, Remedy(Property.GAP, 6, piece=piece(content)))
    assert settings_of(done.content) == [
        "keepNext",
        "spacing,before=40,afterAutospacing=0,after=120,afterLines=0",
        "contextualSpacing,val=0",
        "jc,val=both",
    ]
    assert said(done.changes) == ["Khoảng cách sau đoạn: 0 pt thành 6 pt."]


@pytest.mark.parametrize(
    ("spacing", "was"),
    [
        (Spacing(), "1 dòng"),
        (Spacing(line=1.15), "1,15 dòng"),
        (Spacing(line=17, rule=LineRule.EXACT), "chính xác 17 pt"),
        (Spacing(line=14.5, rule=LineRule.AT_LEAST), "ít nhất 14,5 pt"),
    ],
)
def test_a_pitch_becomes_exact(spacing: Spacing, was: str) -> None:
    content = document(paragraph("Một"))
    read = piece(content).paragraph
    spaced = Piece(Paragraph(read.key, read.spot, read.runs, spacing=spacing))
    done = put_right(content, Remedy(Property.LINE, 18, piece=spaced))
    assert settings_of(done.content) == ["spacing,line=360,lineRule=exact"]
    assert said(done.changes) == [f"Giãn dòng: {was} thành chính xác 18 pt."]


def test_a_pitch_that_would_cut_a_picture_is_left() -> None:
    picture = (
        '<w:r><w:drawing><wp:inline><wp:extent cx="9" cy="9"/><wp:docPr id="1" name="a"/>'
        "</wp:inline></w:drawing></w:r>"
    )
    content = document(paragraph("Sơ đồ", picture))
    done = fixed(content, [Remedy(Property.LINE, 18, piece=piece(content))])
    assert done.content == content
    assert said(done.left)[0].startswith("Chưa sửa giãn dòng: trong dòng có hình")


@pytest.mark.parametrize(
    ("style", "is_left"), [("width:9pt", True), ("position:absolute", False)]
)
def test_a_line_that_floats_is_not_cut(style: str, *, is_left: bool) -> None:
    shape = f'<w:r><w:pict><v:line style="{style}" from="0,0" to="9pt,0"/></w:pict></w:r>'
    content = document(paragraph("ĐẢNG CỘNG SẢN VIỆT NAM", shape))
    done = put_right(content, Remedy(Property.LINE, 18, piece=piece(content)))
    assert (bool(done.left), bool(done.changes)) == (is_left, not is_left)


def test_a_pitch_lower_than_the_letters_is_left_unless_they_shrink() -> None:
    content = document(paragraph("KẾ HOẠCH"))
    tall = piece(content, look=Look(TNR, 20))
    pitch = Remedy(Property.LINE, 18, piece=tall)
    (why,) = said(put_right(content, pitch).left)
    assert why.startswith("Chưa sửa giãn dòng: đoạn có chữ cỡ 20 pt, giãn dòng 18 pt sẽ cắt")
    done = put_right(content, pitch, Remedy(Property.SIZE, 14, piece=tall))
    assert done.left == ()
    assert len(done.changes) == 2


def test_letters_and_marks_become_one_character() -> None:
    apart = "Ho\u0302\u0300 so\u031b"
    content = document(paragraph(words(apart, "<w:b/>"), words("\u0300 sơ", "<w:i/>")))
    done = put_right(content, Remedy(Property.NORMAL_FORM, piece=piece(content)))
    assert looks(done.content) == [("Hồ sờ", "b"), (" sơ", "i")]
    (what,) = said(done.changes)
    assert what.endswith("thành dạng dựng sẵn: 4 chỗ. Chữ đọc như cũ.")


def test_a_mark_after_a_tab_or_in_deleted_text_stays() -> None:
    gone = '<w:del w:id="1" w:author="Hoa"><w:r><w:delText>a\u0301</w:delText></w:r></w:del>'
    content = document(paragraph("a", "<w:r><w:tab/></w:r>", "\u0301b", gone))
    done = fixed(content, [Remedy(Property.NORMAL_FORM, piece=piece(content))])
    assert done.content == content


def test_a_box_that_was_deleted_is_not_touched() -> None:
    box = f"<w:txbxContent>{paragraph('ĐẢNG BỘ')}</w:txbxContent>"
    shape = f'<v:shape style="position:absolute"><v:textbox>{box}</v:textbox></v:shape>'
    gone = f'<w:del w:id="1" w:author="Hoa"><w:r><w:pict>{shape}</w:pict></w:r></w:del>'
    content = document(paragraph(gone, "Một"))
    done = fixed(content, [Remedy(Property.SIZE, 14, piece=piece(content, 1))])
    assert done.content == content
    assert [one.code for one in done.left] == ["copy-left-gone"]


def test_a_mark_does_not_pass_over_deleted_text() -> None:
    gone = '<w:del w:id="1" w:author="Hoa"><w:r><w:delText>cũ</w:delText></w:r></w:del>'
    content = document(paragraph("hoi", gone, "\u0323 nghi\u0323"))
    done = put_right(content, Remedy(Property.NORMAL_FORM, piece=piece(content)))
    assert [text for text, _ in looks(done.content)] == ["hoi", "cũ", "\u0323 nghị"]
    assert said(done.left)[0].startswith("Chưa ghép hết chữ và dấu gõ rời")


def test_hidden_words_are_not_taken_for_those_that_are_printed() -> None:
    content = document(paragraph(words("Đại hội", "<w:vanish/>"), "Đại hội"))
    (where,) = [Piece(one) for one in read(content).paragraphs()]
    done = put_right(content, Remedy(Property.SIZE, 14, piece=where))
    assert [look for _, look in looks(done.content)] == ["vanish", "sz,val=28 szCs,val=28"]


def test_a_part_of_a_paragraph_is_still_found_when_it_was_composed() -> None:
    content = document(paragraph("Tha\u0301ng 3, ke\u0302\u0301 hoa\u0323ch"))
    part = piece(content, 0, (9, None))
    remedies = (
        Remedy(Property.NORMAL_FORM, piece=part),
        Remedy(Property.SIZE, 14, piece=part),
    )
    done = put_right(content, *remedies)
    assert looks(done.content) == [
        ("Tháng 3,", ""),
        (" kế hoạch", "sz,val=28 szCs,val=28"),
    ]


def test_a_paragraph_that_says_something_else_now_is_left() -> None:
    before, now = document(paragraph("Một")), document(paragraph("Hai"))
    done = put_right(now, Remedy(Property.SIZE, 14, piece=piece(before)))
    assert said(done.left) == [
        "Chưa sửa cỡ chữ: không thấy lại đúng chỗ này trong tệp. Sửa tay trong Word."
    ]


def test_a_paragraph_that_is_not_there_is_left() -> None:
    before, now = document(paragraph("Một"), paragraph("Hai")), document(paragraph("Một"))
    second = Remedy(Property.FONT, TNR, piece=piece(before, 1))
    elsewhere = Remedy(Property.FONT, TNR, piece=piece_in(before, DOCUMENT))
    gone = Remedy(Property.FONT, TNR)
    assert [len(fixed(now, [one]).left) for one in (second, elsewhere, gone)] == [1, 0, 1]


def test_a_copy_of_a_signed_document_is_not_signed_and_says_so() -> None:
    content = signed(document(paragraph("Một")))
    done = put_right(content, margin(Property.LEFT, 30))
    assert said(done.losses) == [
        "Tệp đã ký số. Bản sao có nội dung khác nên không còn chữ ký số; tệp gốc giữ nguyên."
    ]
    assert done.losses == losses(content)
    assert not [one for one in read_parts(done.content) if one.startswith("_xmlsig")]
    assert b"signature" not in read_parts(done.content)["_rels/.rels"]
    assert b"_xmlsig" not in read_parts(done.content)["[Content_Types].xml"]


def test_a_signature_is_not_lost_for_nothing() -> None:
    content = signed(document(paragraph("Một")))
    done = fixed(content, [margin(Property.TOP, 20)])
    assert done.content == content
    assert done.losses == ()


@pytest.mark.parametrize(
    ("protection", "is_said"),
    [
        ('<w:documentProtection w:edit="readOnly" w:enforcement="1"/>', True),
        ('<w:documentProtection w:edit="readOnly" w:enforcement="0"/>', False),
        ('<w:writeProtection w:recommended="1"/>', True),
    ],
)
def test_a_protected_document_stays_protected_and_says_so(
    protection: str, *, is_said: bool
) -> None:
    parts = {"settings": f"<w:settings {SPACES}>{protection}</w:settings>"}
    content = document(paragraph("Một"), parts=parts)
    done = put_right(content, margin(Property.LEFT, 30))
    assert bool(done.losses) == is_said
    assert all(one.startswith("Tệp đang đặt chế độ hạn chế") for one in said(done.losses))
    assert same_but(content, done.content) == {DOCUMENT}
