"""Any document, any remedies: no word changes, it stays valid, twice is once."""

from __future__ import annotations

import random
import zlib
from typing import TYPE_CHECKING

import pytest
from copying import (
    A4,
    HEAD,
    LAST,
    MARGINS,
    PAGE,
    SPACES,
    all_words,
    comments,
    document,
    header,
    new_faults,
    paragraph,
    words,
)
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.guard import UnsafeFileError
from generator.inspection.copies import Note, annotated, fixed
from generator.inspection.document import read
from generator.inspection.document.values import Document, Paragraph, Piece
from generator.inspection.finding import Property, Remedy
from generator.word.package import DOCUMENT, read_parts, write_parts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TNR = "Times New Roman"
SECTIONS = (Property.TOP, Property.BOTTOM, Property.LEFT, Property.RIGHT)
VALUES: dict[Property, tuple[float | str, ...]] = {
    **dict.fromkeys(SECTIONS, (15, 20, 30)),
    Property.FONT: (TNR,),
    Property.SIZE: (12, 14),
    Property.COLOUR: ("",),
    Property.GAP: (6,),
    Property.LINE: (18,),
    Property.PAGE_NUMBER: ("", 1),
    Property.NORMAL_FORM: ("",),
}
TEXTS = ("Đại hội", " ", "to\u0302\u0309", "\u0301 ", "a\u0302", "2025-2030", "&amp;", "Ở")
LOOKS = (
    "",
    "<w:b/>",
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/><w:sz w:val="40"/>',
    '<w:rFonts w:ascii="Wingdings" w:hAnsi="Wingdings"/>',
    '<w:color w:val="FF0000"/><w:lang w:val="vi-VN"/>',
    "<w:vanish/>",
)
SETTINGS = (
    "",
    '<w:jc w:val="both"/>',
    '<w:spacing w:before="60" w:line="240" w:lineRule="auto"/>',
    "<w:contextualSpacing/>",
    f"<w:sectPr>{A4}{MARGINS}</w:sectPr>",
    f"<w:sectPr>{A4}<w:titlePg/></w:sectPr>",
)
BOX = (
    '<w:r><w:pict><v:shape style="position:absolute;width:90pt;height:20pt"><v:textbox>'
    f"<w:txbxContent>{paragraph('ĐẢNG BỘ')}</w:txbxContent></v:textbox></v:shape></w:pict>"
    "</w:r>"
)
WRAPPED = (
    "{}",
    '<w:hyperlink w:anchor="a">{}</w:hyperlink>',
    "<w:sdt><w:sdtContent>{}</w:sdtContent></w:sdt>",
    '<w:ins w:id="9" w:author="Hoa">{}</w:ins>',
    '<w:fldSimple w:instr=" REF a ">{}</w:fldSimple>',
    "{}<w:r><w:tab/></w:r>",
    "{}<w:r><w:t>một</w:t><w:br/><w:t>hai</w:t><w:noBreakHyphen/></w:r>",
    '{}<w:del w:id="8" w:author="Hoa"><w:r><w:delText>bỏ</w:delText></w:r></w:del>',
    f"{{}}{BOX}",
    f"{{}}{PAGE}",
)
HEADERS: tuple[dict[str, str], ...] = (
    {},
    {"header1": header(paragraph(PAGE))},
    {"header1": header(paragraph("Mẫu 1"))},
    {"footer1": header(paragraph(PAGE), kind="ftr"), "header1": header(paragraph())},
    {"settings": f"<w:settings {SPACES}><w:evenAndOddHeaders/></w:settings>"},
)

runs = st.builds(
    lambda text, look, wrapped: wrapped.format(words(text, look)),
    st.sampled_from(TEXTS),
    st.sampled_from(LOOKS),
    st.sampled_from(WRAPPED),
)
paragraphs = st.builds(
    lambda inside, shape: paragraph(*inside, settings=shape),
    st.lists(runs, max_size=4),
    st.sampled_from(SETTINGS),
)


def _document(blocks: list[str], parts: dict[str, str], last: str) -> bytes:
    references = "".join(
        f'<w:{name[:6]}Reference w:type="default" r:id="{name}"/>'
        for name in sorted(parts, reverse=True)
        if name[:6] in ("header", "footer")
    )
    return document(*blocks, last=last.format(references), parts=parts)


documents = st.builds(
    _document,
    st.lists(paragraphs, max_size=4),
    st.sampled_from(HEADERS),
    st.sampled_from(("", f"<w:sectPr>{{}}{A4}{MARGINS}</w:sectPr>")),
)


def pieces(content: bytes) -> list[Piece]:
    """Every paragraph that an inspection of the document could name."""
    return [Piece(one) for one in read_paragraphs(read(content))]


def read_paragraphs(read_from: Document) -> Iterator[Paragraph]:
    yield from read_from.paragraphs()
    for section in read_from.sections:
        for one in section.furniture:
            yield from one.paragraphs


@st.composite
def cases(draw: st.DrawFn) -> tuple[bytes, list[Remedy]]:
    """A document, and remedies for its sections and pieces; some for what it has not."""
    content = draw(documents)
    found = pieces(content)
    remedies = []
    for kind in draw(st.lists(st.sampled_from(list(Property)), min_size=1, max_size=6)):
        value = draw(st.sampled_from(VALUES[kind]))
        if kind in (*SECTIONS, Property.PAGE_NUMBER) or not found:
            remedies.append(Remedy(kind, value, draw(st.integers(1, 3))))
            continue
        whole = draw(st.sampled_from(found))
        start = draw(st.integers(0, len(whole.paragraph.text)))
        end = draw(st.none() | st.integers(start, len(whole.paragraph.text)))
        remedies.append(Remedy(kind, value, piece=Piece(whole.paragraph, start, end)))
    return content, remedies


ENOUGH = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))


@ENOUGH
@given(cases())
def test_no_remedy_changes_a_word(case: tuple[bytes, list[Remedy]]) -> None:
    content, remedies = case
    copy = fixed(content, remedies).content
    before, after = said(content), said(copy)
    new = {name for name in after if name not in before}
    assert {name: after[name] for name in after if name not in new} == before
    assert all(after[name] in before.values() for name in new)


def said(content: bytes) -> dict[str, list[str]]:
    """What the parts say but for page numbers."""
    found = {
        name: [one for one in texts if one.strip() not in ("2", "PAGE 2", "PAGE2")]
        for name, texts in all_words(content).items()
    }
    return {name: texts for name, texts in found.items() if texts}


@ENOUGH
@given(cases())
def test_remedies_applied_again_change_nothing(case: tuple[bytes, list[Remedy]]) -> None:
    content, remedies = case
    once = fixed(content, remedies)
    assert fixed(once.content, remedies).content == once.content
    assert fixed(content, remedies) == once


@settings(ENOUGH, max_examples=25)
@given(cases())
def test_a_copy_is_as_valid_as_its_document(case: tuple[bytes, list[Remedy]]) -> None:
    content, remedies = case
    assert new_faults(content, fixed(content, remedies).content) == []


@settings(ENOUGH, max_examples=25)
@given(documents, st.integers(0, 3))
def test_notes_at_every_piece_leave_the_words(content: bytes, section: int) -> None:
    found = pieces(content)
    copy = annotated(content, [Note("một\nhai", one) for one in found] + [Note("ba", section)])
    words_of_it = {k: v for k, v in all_words(copy).items() if k != "word/comments.xml"}
    assert words_of_it == all_words(content)
    assert new_faults(content, copy) == []


@ENOUGH
@given(documents)
def test_what_was_put_right_is_right_when_read_again(content: bytes) -> None:
    for one in range(2):
        found = [piece for piece in pieces(content) if piece.paragraph.text.strip()]
        remedies = [
            remedy
            for piece in found
            if any(run.look.size_pt != 14 for run in piece.runs)
            for remedy in (Remedy(Property.SIZE, 14, piece=piece),)
        ]
        assert not (one and remedies)
        content = fixed(content, remedies).content


HOSTILE = {
    "no body": f"{HEAD}<w:document {SPACES}/>",
    "only a section": f"{HEAD}<w:document {SPACES}><w:body>{LAST}</w:body></w:document>",
    "another root": f"{HEAD}<w:hdr {SPACES}/>",
    "no namespace": f"{HEAD}<document><body><p/></body></document>",
    "attributes that are no numbers": (
        f"{HEAD}<w:document {SPACES}><w:body><w:p><w:pPr><w:spacing w:after='x'/></w:pPr><w:r>"
        "<w:rPr><w:sz w:val='to'/></w:rPr><w:t>A</w:t><w:sym w:char='zz'/></w:r></w:p>"
        "<w:sectPr><w:pgMar w:left='rộng'/><w:pgNumType w:start='x'/></w:sectPr></w:body>"
        "</w:document>"
    ),
    "marks that lead nowhere": (
        f"{HEAD}<w:document {SPACES}><w:body><w:p><w:r><w:fldChar w:fldCharType='begin'/>"
        "<w:fldChar w:fldCharType='begin'/><w:t>A</w:t></w:r><w:commentRangeStart/>"
        "<w:commentReference w:id='-5'/></w:p><w:sectPr><w:headerReference/>"
        "<w:headerReference w:type='default' r:id='none'/></w:sectPr></w:body></w:document>"
    ),
}
EVERYTHING = [
    Remedy(kind, value, section)
    for kind in (*SECTIONS, Property.PAGE_NUMBER)
    for value in VALUES[kind]
    for section in (0, 1, 9)
]


@pytest.mark.parametrize("body", HOSTILE.values(), ids=HOSTILE)
def test_a_strange_body_is_put_right_or_left(body: str) -> None:
    content = write_parts({**read_parts(document()), DOCUMENT: body.encode()})
    remedies = [*EVERYTHING, *(Remedy(Property.SIZE, 14, piece=one) for one in named(content))]
    once = fixed(content, remedies)
    assert fixed(once.content, remedies).content == once.content
    assert len(once.left) >= len([one for one in EVERYTHING if one.section != 1])


BODILESS = ("no body", "another root", "no namespace")


@pytest.mark.parametrize("name", [one for one in HOSTILE if one not in BODILESS])
def test_a_strange_body_is_annotated(name: str) -> None:
    content = write_parts({**read_parts(document()), DOCUMENT: HOSTILE[name].encode()})
    notes = [Note("một", 1), *(Note("hai", one) for one in named(content))]
    assert len(comments(annotated(content, notes))) == len(notes)


@pytest.mark.parametrize("name", BODILESS)
def test_a_document_without_a_body_is_refused(name: str) -> None:
    content = write_parts({**read_parts(document()), DOCUMENT: HOSTILE[name].encode()})
    with pytest.raises(UnsafeFileError):
        annotated(content, [Note("một", 1)])


def named(content: bytes) -> list[Piece]:
    """The pieces that an inspection names, none of a document that it refuses."""
    try:
        return pieces(content)
    except UnsafeFileError:
        return []


PACKAGE = ("[Content_Types].xml", "_rels/.rels", "word/_rels/document.xml.rels")


@pytest.mark.parametrize("name", PACKAGE)
def test_a_strange_package_is_put_right_or_left(name: str) -> None:
    parts = read_parts(document(paragraph("Một")))
    content = write_parts({**parts, name: f"{HEAD}<a/>".encode()})
    once = fixed(content, EVERYTHING)
    assert fixed(once.content, EVERYTHING).content == once.content
    assert all_words(once.content)[DOCUMENT] == ["Một"]


def test_a_strict_document_stays_strict() -> None:
    parts = read_parts(document(paragraph("Một"), paragraph("Hai")))
    usual, strict = b"http://schemas.openxmlformats.org/", b"http://purl.oclc.org/ooxml/"
    for name in ("wordprocessingml", "officeDocument"):
        old, new = usual + name.encode() + b"/2006/", strict + name.encode() + b"/"
        parts = {key: part.replace(old, new) for key, part in parts.items()}
    content = write_parts(parts)
    (one, _) = pieces(content)
    remedies = [Remedy(Property.SIZE, 14, piece=one), Remedy(Property.PAGE_NUMBER, section=1)]
    copy = annotated(fixed(content, remedies).content, [Note("Xem lại.", one)])
    assert [run.look.size_pt for run in pieces(copy)[0].runs] == [14]
    assert any(one.page_fields for one in read(copy).sections[0].furniture)
    assert read(copy).comments == 1
    after = read_parts(copy)
    assert not [name for name in after if usual + b"wordprocessingml" in after[name]]


def test_the_first_line_and_encoding_of_a_part_stay() -> None:
    parts = read_parts(document(paragraph("Một")))
    head = b"\xef\xbb\xbf<?xml version='1.0' encoding='utf-8'?>\r\n<!-- m\xe1\xbb\x99t -->"
    body = parts[DOCUMENT].split(b"?>\n", 1)[1]
    content = write_parts({**parts, DOCUMENT: head + body})
    copy = fixed(content, [Remedy(Property.LEFT, 30, 1)]).content
    assert read_parts(copy)[DOCUMENT].startswith(head + b"<w:document ")
    assert etree.fromstring(read_parts(copy)[DOCUMENT]) is not None


def test_the_papers_of_a_round_are_put_right_for_good(built: Path) -> None:
    for path in sorted(built.rglob("*.docx")):
        content = path.read_bytes()
        found = [one for one in pieces(content) if one.paragraph.text.strip()]
        chosen = random.Random(zlib.crc32(path.name.encode())).sample(found, 12)  # noqa: S311
        remedies = [Remedy(Property.SIZE, 11, piece=one) for one in chosen]
        copy = fixed(content, remedies).content
        keys = {one.paragraph.key for one in chosen}
        sizes = {
            run.look.size_pt
            for one in pieces(copy)
            if one.paragraph.key in keys
            for run in one.runs
        }
        assert sizes == {11}
        assert all_words(copy) == all_words(content)
        assert [one.paragraph.text for one in pieces(copy)] == [
            one.paragraph.text for one in pieces(content)
        ]
