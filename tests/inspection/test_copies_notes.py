"""Comments in a copy: at their place, in words where Word has none, nothing else changed."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING

import pytest
from copying import (
    A4,
    HEAD,
    LAST,
    MARGINS,
    SPACES,
    W,
    all_words,
    commented,
    comments,
    document,
    header,
    new_faults,
    paragraph,
    piece,
    piece_in,
    same_but,
    signed,
    tree,
    words,
)
from lxml import etree

from generator.inspection.copies import Note, annotated
from generator.inspection.document.values import Spot
from generator.word.package import DOCUMENT, read_parts, write_parts

if TYPE_CHECKING:
    from pathlib import Path

COMMENTS = {
    "word/comments.xml",
    DOCUMENT,
    "[Content_Types].xml",
    "word/_rels/document.xml.rels",
}
TWO = (paragraph("Số: 01-KH/TU"), paragraph("Tây Ninh, ngày 5 tháng 3 năm 2025"))
NEW_SECTION = f"<w:sectPr>{A4}{MARGINS}</w:sectPr>"


def test_a_note_stands_at_its_paragraph_and_says_its_lines() -> None:
    content = document(*TWO)
    copy = annotated(content, [Note("Thừa dấu hai chấm.\nCăn cứ: thử.", piece(content))])
    assert comments(copy) == [("0", "Thừa dấu hai chấm./Căn cứ: thử.")]
    assert commented(copy) == {"0": "Số: 01-KH/TU"}
    assert new_faults(content, copy) == []


def test_a_note_names_the_program_and_no_time() -> None:
    content = document(*TWO)
    root = tree(annotated(content, [Note("Xem lại.")]), "word/comments.xml")
    (comment,) = root
    said = {str(key).removeprefix(W): value for key, value in comment.attrib.items()}
    assert said == {"id": "0", "author": "vankien", "initials": "VK"}


def test_every_other_part_stays_byte_for_byte() -> None:
    content = document(*TWO)
    copy = annotated(content, [Note("Xem lại.", piece(content, 1))])
    assert same_but(content, copy) == COMMENTS
    assert read_parts(copy)[DOCUMENT].startswith(HEAD.encode())
    assert all_words(copy)[DOCUMENT] == all_words(content)[DOCUMENT]


def test_the_same_notes_are_the_same_bytes() -> None:
    content = document(*TWO)
    notes = [Note("một", piece(content)), Note("hai", 1), Note("ba")]
    assert annotated(content, notes) == annotated(content, notes)
    assert annotated(content, []) == content


def test_a_note_on_a_part_of_a_paragraph_is_round_its_runs() -> None:
    number, date = words("Số 01-KH/TU"), words("Tây Ninh, ngày 05 tháng 3")
    content = document(paragraph(number, "<w:r><w:tab/></w:r>", date))
    copy = annotated(content, [Note("Thiếu năm.", piece(content, 0, (12, None)))])
    assert commented(copy) == {"0": "Tây Ninh, ngày 05 tháng 3"}


def test_a_part_inside_a_link_is_marked_with_the_whole_link() -> None:
    link = f'<w:hyperlink w:anchor="a">{words("xem ")}{words("phụ lục 1")}</w:hyperlink>'
    content = document(paragraph("Lịch: ", link, " kèm theo"))
    copy = annotated(content, [Note("Sai số.", piece(content, 0, (10, 19)))])
    assert commented(copy) == {"0": "xem phụ lục 1"}
    assert new_faults(content, copy) == []


def test_a_note_on_a_section_is_at_its_first_paragraph_and_says_which() -> None:
    ends = paragraph("Hết phần một", settings=NEW_SECTION)
    table = f"<w:tbl><w:tblPr/><w:tblGrid/><w:tr><w:tc>{paragraph('Ô')}</w:tc></w:tr></w:tbl>"
    content = document(paragraph("Một"), ends, table, paragraph("Hai"))
    copy = annotated(content, [Note("Lề.", 2), Note("Khổ giấy.", 1), Note("Chung.")])
    assert commented(copy) == {"0": "Ô", "1": "Một", "2": "Một"}
    said = [text for _, text in comments(copy)]
    assert said == ["Phần 2 của tệp:/Lề.", "Khổ giấy.", "Chung."]


def test_a_note_on_a_section_that_is_not_there_is_at_the_beginning() -> None:
    copy = annotated(document(*TWO), [Note("Lề.", 7)])
    assert commented(copy) == {"0": "Số: 01-KH/TU"}


def test_a_note_on_a_header_is_said_in_the_body() -> None:
    reference = '<w:headerReference w:type="default" r:id="header1"/>'
    ends = paragraph("Hết", settings=NEW_SECTION)
    last = LAST.replace("<w:sectPr>", f"<w:sectPr>{reference}")
    parts = {"header1": header(paragraph("Trang 2"))}
    content = document(ends, *TWO, last=last, parts=parts)
    spot = Spot(section=2, part="đầu trang", words="Trang 2")
    where = piece_in(content, "word/header1.xml", spot=spot)
    copy = annotated(content, [Note("Thừa chữ.", where)])
    assert comments(copy) == [("0", "Phần 2 của tệp, đầu trang, đoạn “Trang 2”:/Thừa chữ.")]
    assert commented(copy) == {"0": "Số: 01-KH/TU"}
    assert same_but(content, copy) == COMMENTS


def test_a_note_on_a_text_box_is_at_the_paragraph_that_holds_it() -> None:
    box = (
        '<w:r><w:pict><v:shape style="position:absolute;width:100pt;height:20pt"><v:textbox>'
        f"<w:txbxContent>{paragraph('ĐẢNG BỘ TỈNH')}</w:txbxContent></v:textbox></v:shape>"
        "</w:pict></w:r>"
    )
    content = document(paragraph(box, "Giữ chỗ"))
    where = piece_in(content, DOCUMENT, 1, Spot(part="hộp chữ", words="ĐẢNG BỘ TỈNH"))
    copy = annotated(content, [Note("Chưa đậm.", where)])
    assert comments(copy) == [("0", "Hộp chữ, đoạn “ĐẢNG BỘ TỈNH”:/Chưa đậm.")]
    marks = tree(copy).iter(f"{W}commentReference")
    assert [any(one.iterancestors(f"{W}txbxContent")) for one in marks] == [False]
    assert new_faults(content, copy) == []


def test_a_note_on_a_footnote_is_where_the_text_refers_to_it() -> None:
    note = f'<w:footnote w:id="4">{paragraph("Theo Điều lệ Đảng")}</w:footnote>'
    refers = '<w:r><w:footnoteReference w:id="4"/></w:r>'
    parts = {"footnotes": f"<w:footnotes {SPACES}>{note}</w:footnotes>"}
    content = document(*TWO, paragraph("Căn cứ Điều lệ", refers), parts=parts)
    spot = Spot(part="chú thích", words="Theo Điều lệ Đảng")
    where = piece_in(content, "word/footnotes.xml", spot=spot)
    copy = annotated(content, [Note("Cỡ chữ.", where)])
    assert commented(copy) == {"0": "Căn cứ Điều lệ"}
    assert comments(copy) == [("0", "Chú thích, đoạn “Theo Điều lệ Đảng”:/Cỡ chữ.")]


HERS = (
    f'<w:comments {SPACES}><w:comment w:id="{{}}" w:author="Chị Hoa">{paragraph("Sửa lại")}'
    "</w:comment></w:comments>"
)


@pytest.mark.parametrize(("number", "next_number"), [(7, "8"), (2**31 - 1, "0")])
def test_comments_that_were_there_stay(number: int, next_number: str) -> None:
    content = document(*TWO, parts={"comments": HERS.format(number)})
    copy = annotated(content, [Note("Của ta.", piece(content))])
    assert comments(copy) == [(str(number), "Sửa lại"), (next_number, "Của ta.")]
    assert same_but(content, copy) == {DOCUMENT, "word/comments.xml"}
    assert new_faults(content, copy) == []


def test_a_number_that_only_a_mark_bears_is_not_given_again() -> None:
    mark = '<w:commentRangeStart w:id="3"/><w:commentRangeEnd w:id="3"/>'
    content = document(paragraph(mark, "Một"))
    assert comments(annotated(content, [Note("Của ta.")])) == [("4", "Của ta.")]


def test_a_copy_may_be_annotated_again() -> None:
    content = document(*TWO)
    once = annotated(content, [Note("một", piece(content))])
    twice = annotated(once, [Note("hai", piece(content))])
    assert comments(twice) == [("0", "một"), ("1", "hai")]
    assert commented(twice) == {"0": "Số: 01-KH/TU", "1": "Số: 01-KH/TU"}
    assert new_faults(content, twice) == []


def test_a_part_of_that_name_that_holds_something_else_is_left_alone() -> None:
    content = document(*TWO, parts={"comments": header(paragraph("Không phải nhận xét"))})
    copy = annotated(content, [Note("Của ta.")])
    assert read_parts(copy)["word/comments.xml"] == read_parts(content)["word/comments.xml"]
    (said,) = tree(copy, "word/comments1.xml")
    assert said.get(f"{W}author") == "vankien"


def test_an_annotated_copy_of_a_signed_document_is_not_signed() -> None:
    content = signed(document(*TWO))
    copy = annotated(content, [Note("Của ta.")])
    assert not [one for one in read_parts(copy) if one.startswith("_xmlsignatures")]
    assert b"signature" not in read_parts(copy)["_rels/.rels"]


def test_what_xml_cannot_hold_becomes_a_space() -> None:
    copy = annotated(document(*TWO), [Note("Ký tự\x02lạ \ufffe & <thẻ>")])
    assert comments(copy) == [("0", "Ký tự lạ   & <thẻ>")]


def test_an_empty_body_gets_a_paragraph_for_its_comment() -> None:
    content = document()
    copy = annotated(content, [Note("Tệp trống.", 1)])
    assert comments(copy) == [("0", "Tệp trống.")]
    assert new_faults(content, copy) == []


def test_a_document_without_relations_gets_them() -> None:
    parts = read_parts(document(*TWO))
    del parts["word/_rels/document.xml.rels"]
    copy = annotated(write_parts(parts), [Note("Của ta.")])
    (relation,) = tree(copy, "word/_rels/document.xml.rels")
    assert relation.get("Target") == "comments.xml"


def test_comments_of_our_papers_are_valid_and_shown(built: Path, tmp_path: Path) -> None:
    content = (built / "ke-hoach.docx").read_bytes()
    count = len(list(tree(content).iter(f"{W}p")))
    places = [piece(content, number) for number in range(count)]
    copy = annotated(
        content, [Note(f"Nhận xét {one.paragraph.key.number}", one) for one in places]
    )
    assert new_faults(content, copy) == []
    shown = through_office(copy, tmp_path)
    found = [f"Nhận xét {number}" for number in range(count)]
    assert sorted(shown) == sorted(found)


def through_office(content: bytes, folder: Path) -> list[str]:
    """The comments that LibreOffice finds in a document."""
    soffice = shutil.which("soffice")
    if soffice is None:
        pytest.skip("cần LibreOffice")
    (folder / "a.docx").write_bytes(content)
    options = (f"-env:UserInstallation={(folder / 'profile').as_uri()}", "--headless")
    convert = ("--convert-to", "fodt", "--outdir", str(folder), str(folder / "a.docx"))
    subprocess.run([soffice, *options, *convert], check=True, capture_output=True, timeout=120)  # noqa: S603 - our own files
    root = etree.parse(folder / "a.fodt").getroot()
    text, office = (f"{{{root.nsmap[short]}}}" for short in ("text", "office"))
    found = root.iter(f"{office}annotation")
    return ["".join(one.itertext(f"{text}p", f"{text}span")).strip() for one in found]
