"""The page number in a copy: in the middle above, not on the first page, all else kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from copying import (
    A4,
    LAST,
    MARGINS,
    PAGE,
    SPACES,
    all_words,
    document,
    header,
    looks,
    new_faults,
    paragraph,
    piece_in,
    printed,
    sections,
    settings_of,
    tree,
    words,
)

from generator.errors import sentence
from generator.inspection.copies import fixed
from generator.inspection.document import read
from generator.inspection.document.values import Piece
from generator.inspection.finding import Property, Remedy
from generator.word.package import read_parts, write_parts

if TYPE_CHECKING:
    from generator.inspection.copies import Fixed
    from generator.inspection.document.values import Section

NUMBER = Remedy(Property.PAGE_NUMBER, section=1)
TITLE = "<w:titlePg/>"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SAID = (
    "Số trang phần 1: đặt ở giữa, đầu trang, cách mép giấy 10 mm, Times New Roman cỡ 14; "
    "trang đầu của văn bản không hiện số."
)
IN_THE_MIDDLE = [
    "spacing,before=0,after=0,line=240,lineRule=auto",
    "ind,left=0,right=0,firstLine=0",
    "jc,val=center",
]


def section(*references: str, rest: str = "") -> str:
    """The properties of a section with headers and footers: "header-default-header1"."""
    named = (one.split("-") for one in references)
    inside = "".join(
        f'<w:{kind}Reference w:type="{pages}" r:id="{name}"/>' for kind, pages, name in named
    )
    return f"<w:sectPr>{inside}{A4}{MARGINS}{rest}</w:sectPr>"


def numbered(content: bytes, *remedies: Remedy) -> Fixed:
    """A copy with its page number, valid, that stays so when fixed again."""
    done = fixed(content, remedies or [NUMBER])
    assert new_faults(content, done.content) == []
    assert fixed(done.content, remedies or [NUMBER]).content == done.content
    return done


def said(done: Fixed) -> list[str]:
    """The sentences about what was changed and what was left."""
    return [sentence(one.problem("a.docx")) for one in (*done.changes, *done.left)]


def first_section(content: bytes) -> Section:
    """The first section as an inspection reads it."""
    return read(content).sections[0]


def test_a_document_without_headers_gets_one_with_its_number() -> None:
    content = document(paragraph("Một"))
    done = numbered(content)
    (one,) = first_section(done.content).furniture
    ((place, run),) = one.page_fields
    assert (one.place, one.pages, place.align) == ("header", "default", "center")
    assert (run.look.font, run.look.size_pt, run.look.bold) == ("Times New Roman", 14, False)
    assert first_section(done.content).title_page
    assert first_section(done.content).header_mm == 10
    assert settings_of(done.content, 0, "word/header1.xml") == IN_THE_MIDDLE
    assert said(done) == [SAID]


def test_a_right_page_number_is_no_change() -> None:
    content = numbered(document(paragraph("Một"))).content
    assert fixed(content, [NUMBER]).changes == ()


def test_what_a_header_says_is_kept_under_the_number_and_on_the_first_page() -> None:
    parts = {"header1": header(paragraph("Mẫu 2-KNĐ"))}
    content = document(paragraph("Một"), last=section("header-default-header1"), parts=parts)
    done = numbered(content)
    after = {
        name: [printed(one) for one in tree(done.content, name).iter() if _is_paragraph(one)]
        for name in read_parts(done.content)
        if name.startswith("word/header")
    }
    assert after == {
        "word/header1.xml": ["2", "Mẫu 2-KNĐ"],
        "word/header2.xml": ["Mẫu 2-KNĐ"],
    }
    shown = {one.pages: one for one in first_section(done.content).furniture}
    assert [place.text for place in shown["first"].paragraphs] == ["Mẫu 2-KNĐ"]


def _is_paragraph(node: object) -> bool:
    return str(getattr(node, "tag", "")).endswith("}p")


def test_what_a_header_refers_to_comes_along_to_the_first_page() -> None:
    parts = {"header1": header(paragraph("Mẫu 2-KNĐ"))}
    content = document(paragraph("Một"), last=section("header-default-header1"), parts=parts)
    link = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="a" Type="{R}/hyperlink" Target="https://xa.vn/" '
        'TargetMode="External"/></Relationships>'
    )
    relations = {"word/_rels/header1.xml.rels": link.encode()}
    content = write_parts({**read_parts(content), **relations})
    (copied,) = tree(numbered(content).content, "word/_rels/header2.xml.rels")
    assert (copied.get("Id"), copied.get("Target")) == ("a", "https://xa.vn/")


def test_an_empty_paragraph_of_a_header_takes_the_number() -> None:
    parts = {"header1": header(paragraph(), paragraph("Mẫu"))}
    content = document(paragraph("Một"), last=section("header-default-header1"), parts=parts)
    root = tree(numbered(content).content, "word/header1.xml")
    assert [printed(one) for one in root] == ["2", "Mẫu"]


def test_a_number_at_the_right_and_too_small_is_set_right() -> None:
    at_the_right = paragraph(PAGE, settings='<w:jc w:val="right"/>')
    parts = {"header1": header(at_the_right)}
    last = section("header-default-header1", rest=TITLE)
    content = document(paragraph("Một"), last=last, parts=parts)
    done = numbered(content)
    assert settings_of(done.content, 0, "word/header1.xml") == IN_THE_MIDDLE
    sizes = {look.split("sz,")[1] for _, look in looks(done.content, 0, "word/header1.xml")}
    assert sizes == {"val=28 szCs,val=28"}


def test_a_number_at_the_foot_goes_up() -> None:
    parts = {"footer1": header(paragraph(PAGE), paragraph("Tài liệu hội nghị"), kind="ftr")}
    content = document(paragraph("Một"), last=section("footer-default-footer1"), parts=parts)
    done = numbered(content)
    places = [(one.place, one.pages) for one in first_section(done.content).furniture]
    with_number = [
        (one.place, one.pages)
        for one in first_section(done.content).furniture
        if one.page_fields
    ]
    assert with_number == [("header", "default")]
    assert ("footer", "first") in places
    assert set(all_words(done.content)["word/footer1.xml"]) == {"Tài liệu hội nghị"}
    assert said(done) == [SAID]


@pytest.mark.parametrize(
    "mixed",
    [paragraph("Trang ", PAGE), paragraph(PAGE, "/10"), paragraph("<w:r><w:tab/></w:r>", PAGE)],
)
@pytest.mark.parametrize("kind", ["header", "footer"])
def test_a_number_among_other_words_is_left(kind: str, mixed: str) -> None:
    root = "hdr" if kind == "header" else "ftr"
    parts = {f"{kind}1": header(mixed, kind=root)}
    content = document(paragraph("Một"), last=section(f"{kind}-default-{kind}1"), parts=parts)
    done = numbered(content)
    assert done.content == content
    assert said(done)[0].startswith("Chưa sửa số trang phần 1: số trang đang đứng cùng chữ")


def test_a_number_on_the_first_page_goes() -> None:
    parts = {"header1": header(paragraph(PAGE)), "header2": header(paragraph(PAGE))}
    last = section("header-default-header1", "header-first-header2", rest=TITLE)
    done = numbered(document(paragraph("Một"), last=last, parts=parts))
    assert printed(tree(done.content, "word/header2.xml")[0]) == ""
    assert said(done) == [SAID]


def test_a_number_on_the_first_page_among_other_words_is_left() -> None:
    parts = {"header1": header(paragraph(PAGE)), "header2": header(paragraph("Tờ ", PAGE))}
    last = section("header-default-header1", "header-first-header2", rest=TITLE)
    content = document(paragraph("Một"), last=last, parts=parts)
    done = numbered(content)
    assert done.content == content
    assert said(done)[0].startswith("Chưa sửa số trang phần 1: đầu trang hoặc chân trang")


def test_even_pages_get_their_number_where_they_are_apart() -> None:
    parts = {"settings": f"<w:settings {SPACES}><w:evenAndOddHeaders/></w:settings>"}
    done = numbered(document(paragraph("Một"), parts=parts))
    shown = {one.pages for one in first_section(done.content).furniture if one.page_fields}
    assert shown == {"default", "even"}


def test_an_appendix_counts_from_one_where_asked_and_shows_the_inherited_header() -> None:
    ends = paragraph("Một", settings=LAST)
    content = document(ends, paragraph("Phụ lục"))
    again = Remedy(Property.PAGE_NUMBER, 1, 2)
    done = numbered(content, NUMBER, again)
    assert [one.starts_at for one in read(done.content).sections] == [None, 1]
    assert said(done)[-1] == "Số trang phần 2: đánh lại từ 1."
    assert sum("headerReference" in one for two in sections(done.content) for one in two) == 1


def test_a_header_that_is_missing_is_made() -> None:
    content = document(paragraph("Một"), last=section("header-default-rId99"))
    done = numbered(content)
    assert len(first_section(done.content).furniture) == 1


def test_a_piece_of_a_header_is_still_found_under_the_number() -> None:
    parts = {"header1": header(paragraph("Mẫu 2-KNĐ"))}
    content = document(paragraph("Một"), last=section("header-default-header1"), parts=parts)
    size = Remedy(Property.SIZE, 12, piece=piece_in(content, "word/header1.xml"))
    done = numbered(content, NUMBER, size)
    assert looks(done.content, 1, "word/header1.xml") == [
        ("Mẫu 2-KNĐ", "sz,val=24 szCs,val=24")
    ]


OLD_WAYS = (
    f'<w:fldSimple w:instr=" PAGE \\* MERGEFORMAT ">{words("2")}</w:fldSimple>',
    "<w:r><w:pgNum/></w:r>",
    f"<w:sdt><w:sdtContent>{PAGE}</w:sdtContent></w:sdt>",
)


@pytest.mark.parametrize("number", OLD_WAYS)
def test_every_way_of_writing_a_number_is_known(number: str) -> None:
    parts = {"header1": header(paragraph(number))}
    last = section("header-default-header1", rest=TITLE)
    done = numbered(document(paragraph("Một"), last=last, parts=parts))
    assert len(list(tree(done.content, "word/header1.xml"))) == 1
    assert said(done) == [SAID]


BEGIN, CODE, *_, END = PAGE.removesuffix("</w:r>").split("</w:r>")
NEVER_COUNTED = "".join(f"{run}</w:r>" for run in (BEGIN, CODE, END))


@pytest.mark.parametrize(
    "number",
    ['<w:fldSimple w:instr="PAGE"/>', NEVER_COUNTED],
)
def test_a_number_that_was_never_counted_takes_its_size(number: str) -> None:
    parts = {"header1": header(paragraph(number))}
    last = section("header-default-header1", rest=TITLE)
    content = document(paragraph("Một"), last=last, parts=parts)
    ((place, _),) = first_section(content).furniture[0].page_fields
    done = numbered(content, Remedy(Property.SIZE, 14, piece=Piece(place)))
    ((_, run),) = first_section(done.content).furniture[0].page_fields
    assert run.look.size_pt == 14


def test_sections_that_share_a_footer_all_get_their_number_above() -> None:
    parts = {
        "footer1": header(paragraph(PAGE), kind="ftr"),
        "header1": header(paragraph("Phụ lục")),
    }
    ends = paragraph("Một", settings=section("footer-default-footer1"))
    last = section("header-default-header1")
    content = document(ends, paragraph("Hai"), last=last, parts=parts)
    done = numbered(content)
    with_number = [
        [(one.place, one.pages) for one in two.furniture if one.page_fields]
        for two in read(done.content).sections
    ]
    assert with_number == [[("header", "default")]] * 2
