"""Broken and hostile files: read as far as they can be, or refused with a reason."""

from __future__ import annotations

import random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from word_parts import (
    A4,
    File,
    box,
    field_of,
    p,
    packed,
    paragraphs,
    r,
    style,
    tbl,
    texts,
    unpacked,
)

from generator.errors import sentence
from generator.guard import UnsafeFileError
from generator.inspection.document import Document, read

if TYPE_CHECKING:
    from pathlib import Path

_BAD = (
    "",
    "abc",
    "12.5",
    "-7",
    "1e400",
    "nan",
    "99999999999999999999",
    "٣",
    "0x10",
    "50%",
    " ",
)


def whole() -> dict[str, bytes]:
    """The parts of a file that has some of everything."""
    numbered = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>'
    spaced = (
        '<w:spacing w:before="120" w:line="360" w:lineRule="exact"/><w:ind w:firstLine="567"/>'
    )
    body = (
        p(
            r("Số ", '<w:sz w:val="28"/><w:rFonts w:ascii="Arial"/>') + field_of("PAGE", "1"),
            spaced,
        )
        + p(
            box(p("trong hộp")) + r("ngoài"), numbered + '<w:tabs><w:tab w:pos="567"/></w:tabs>'
        )
        + tbl(("a", tbl(("b",), grid=(500,)) + p()), grid=(1000, 2000))
        + p('<w:r><w:pict><v:line from="0,0" to="99pt,0"/></w:pict></w:r>')
        + A4.replace(
            "<w:sectPr>", '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
        )
    )
    level = '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:lvlText w:val="%1."/></w:lvl>'
    parts = {
        "styles": style("Normal", '<w:rPr><w:sz w:val="26"/></w:rPr>'),
        "numbering": f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>',
        "settings": "<w:compat/>",
        "header1": p(field_of("PAGE", "2")),
    }
    return File(body, parts).members()


def refusal(content: bytes) -> str:
    """The reason for which a file is refused, as a person reads it."""
    with pytest.raises(UnsafeFileError) as caught:
        read(content)
    return sentence(caught.value.problem)


def outcome(content: bytes) -> Document | str:
    """The document, or the reason of a refusal; never another error."""
    try:
        return read(content)
    except UnsafeFileError as error:
        return sentence(error.problem)


def test_what_is_no_word_file_is_refused_with_a_reason() -> None:
    for content in (b"", b"PK", b"\xd0\xcf\x11\xe0", b"<html/>", packed({"a.txt": b"a"})):
        assert refusal(content) == (
            "Không mở được: đây không phải là tệp Word, hoặc tệp đã hỏng. "
            "Mở bằng Word, lưu lại dạng .docx rồi thử lại."
        )


@pytest.mark.parametrize("body", [b"<a>", b"", b"<a/>", b"\0", b"<w:document/>"])
def test_a_broken_body_is_refused_with_a_reason(body: bytes) -> None:
    assert refusal(packed({**whole(), "word/document.xml": body})) == (
        "Phần word/document.xml của tệp bị hỏng nên không mở. "
        "Mở bằng Word, lưu lại rồi thử lại."
    )


@pytest.mark.parametrize("part", [name for name in whole() if name != "word/document.xml"])
@pytest.mark.parametrize("content", [None, b"", b"<broken", b"<a/>"])
def test_any_other_part_may_be_missing_or_broken(part: str, content: bytes | None) -> None:
    members = {name: one for name, one in whole().items() if name != part}
    if content is not None:
        members[part] = content
    assert [one.text for one in read(packed(members)).paragraphs()][:3] == [
        "Số 1", "trong hộp", "ngoài",
    ]  # fmt: skip


@pytest.mark.parametrize("bad", _BAD)
def test_a_number_that_cannot_be_read_never_stops_the_reading(bad: str) -> None:
    """Each attribute of the file in turn takes the bad value."""
    members = whole()
    for name in ("word/document.xml", "word/styles.xml", "word/numbering.xml"):
        pieces = members[name].decode().split('"')
        begin = next(at for at, one in enumerate(pieces) if "w:body" in one or "<w:" in one)
        for at in range(begin | 1, len(pieces), 2):
            changed = [*pieces[:at], bad, *pieces[at + 1 :]]
            damaged = {**members, name: '"'.join(changed).encode()}
            assert outcome(packed(damaged))


@pytest.mark.parametrize("bad", ["", "abc", "1e9", "nan", "-3", "0"])
def test_a_size_that_no_letter_has_is_absent(bad: str) -> None:
    sheet = style("Normal", '<w:rPr><w:sz w:val="28"/></w:rPr>')
    found = paragraphs(p(r("a", f'<w:sz w:val="{bad}"/>')), styles=sheet)
    assert found[0].runs[0].look.size_pt == 14


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32), count=st.integers(1, 12))
def test_damaged_markup_is_read_or_refused(seed: int, count: int) -> None:
    """Elements dropped, doubled, moved and renamed, in any part."""
    chance = random.Random(seed)  # noqa: S311 - no secret
    members = whole()
    for _ in range(count):
        name = chance.choice([one for one in members if one.startswith("word/")])
        members[name] = damaged(members[name], chance)
    assert outcome(packed(members))


def damaged(content: bytes, chance: random.Random) -> bytes:
    """A part with one piece of it dropped, doubled, put elsewhere or changed."""
    pieces = content.split(b"<")
    if len(pieces) == 1:
        return content  # nothing is left of it
    one, other = (chance.randrange(1, len(pieces)) for _ in range(2))
    way = chance.randrange(4)
    if way == 0:
        del pieces[one]
    elif way == 1:
        pieces.insert(other, pieces[one])
    elif way == 2:
        pieces[one], pieces[other] = pieces[other], pieces[one]
    else:
        pieces[one] = pieces[one].replace(b"w:", chance.choice([b"v:", b"a:", b"w:t", b""]), 1)
    return b"<".join(pieces)


@settings(max_examples=40, deadline=None)
@given(at=st.floats(0, 1), length=st.integers(0, 400), filler=st.binary(max_size=20))
def test_a_file_cut_or_overwritten_is_read_or_refused(
    at: float, length: int, filler: bytes
) -> None:
    content = packed(whole())
    begin = int(at * len(content))
    assert outcome(content[:begin] + filler + content[begin + length :])


def test_deep_nesting_is_read_without_losing_text() -> None:
    deep = p("đáy")
    for _ in range(70):
        deep = f"<w:tbl><w:tr><w:tc>{deep}</w:tc></w:tr></w:tbl>"
    assert texts(deep) == ["đáy"]
    controls = "<w:sdt><w:sdtContent>" * 100 + p("đáy") + "</w:sdtContent></w:sdt>" * 100
    assert texts(controls) == ["đáy"]
    links = "<w:ins>" * 200 + r("đáy") + "</w:ins>" * 200
    assert texts(p(links)) == ["đáy"]


def test_boxes_in_boxes_are_read() -> None:
    deep = p("đáy")
    for _ in range(4):
        deep = p(box(deep))
    assert "đáy" in texts(deep)


def test_nesting_beyond_all_measure_is_refused() -> None:
    body = "<w:sdt><w:sdtContent>" * 5000 + p("đáy") + "</w:sdtContent></w:sdt>" * 5000
    assert "bị hỏng" in refusal(File(body).content())


def test_an_entity_is_never_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("mật khẩu", encoding="utf-8")
    members = File(p("&bí;").replace("&amp;", "&")).members()
    kind = f'<!DOCTYPE a [<!ENTITY bí SYSTEM "{secret.as_uri()}">]>'.encode()
    members["word/document.xml"] = kind + members["word/document.xml"].replace(b"&amp;", b"&")
    found = outcome(packed(members))
    assert "mật khẩu" not in str(found)


def test_a_number_far_beyond_a_list_is_short() -> None:
    level = (
        '<w:lvl w:ilvl="0"><w:start w:val="999999999"/><w:numFmt w:val="lowerLetter"/>'
        '<w:lvlText w:val="%1"/></w:lvl>'
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="1">{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    )
    (found,) = paragraphs(
        p("a", '<w:numPr><w:numId w:val="1"/></w:numPr>'), numbering=numbering
    )
    assert found.label == "999999999"


def test_a_paragraph_of_a_hundred_thousand_runs_takes_no_longer_than_its_length() -> None:
    body = p("<w:r><w:t>a</w:t></w:r>" * 100_000)
    (found,) = paragraphs(body)
    assert (len(found.text), len(found.runs)) == (100_000, 1)


def test_a_real_paper_survives_the_loss_of_each_part(reference_papers: Path) -> None:
    members = unpacked((reference_papers / "ke-hoach.docx").read_bytes())
    for name in members:
        left = {key: one for key, one in members.items() if key != name}
        found = outcome(packed(left))
        assert isinstance(found, Document) == (name != "word/document.xml")
