"""New templates: valid Word of a profile; new styles change nothing else."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

import pytest
from docx import Document
from openxml_audit import OpenXmlValidator

from generator.inspection.inspecting import inspected
from generator.paper_format import PARTY_HD05, PARTY_HD36, PROFILES, Profile, ProfileCode
from generator.word import check_format, new_template, restyled
from generator.word.package import DOCUMENT, STYLES, read_parts, write_parts
from outline import lines

if TYPE_CHECKING:
    from pathlib import Path

EVERY = pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda one: one.code)


@EVERY
def test_a_new_template_is_valid_word(profile: Profile, tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(new_template(profile, "thông báo"))
    result = OpenXmlValidator().validate(path)
    assert [error.description for error in result.errors] == []


@EVERY
def test_a_new_template_opens_with_what_a_paper_needs(profile: Profile) -> None:
    content = new_template(profile, "thông báo")
    section = Document(io.BytesIO(content)).sections[0]
    assert section.page_width is not None
    assert round(section.page_width.mm) == 210
    found = lines(content)
    assert "THÔNG BÁO" in found
    assert {"{{ head.issuer }}", "{{ head.number }}", "{{ signature.name }}"} <= set(found)


@EVERY
def test_a_new_template_looks_as_its_profile_says(profile: Profile) -> None:
    assert check_format(new_template(profile, "thông báo"), "mau.docx", profile) == ()


def test_the_state_has_its_nation_and_the_party_its_name() -> None:
    party, state = (
        lines(new_template(PROFILES[code], "báo cáo"))
        for code in (ProfileCode.PARTY_HD36, ProfileCode.STATE_ND30)
    )
    assert ("ĐẢNG CỘNG SẢN VIỆT NAM" in party, "*" in party, "-----" in party) == (True,) * 3
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in state
    assert {"ĐẢNG CỘNG SẢN VIỆT NAM", "*", "-----"}.isdisjoint(state)


def test_the_same_template_is_the_same_bytes() -> None:
    assert new_template(PARTY_HD36, "báo cáo") == new_template(PARTY_HD36, "báo cáo")


def test_new_styles_change_only_the_styles() -> None:
    before = new_template(PROFILES[ProfileCode.STATE_ND30], "thông báo")
    after = restyled(before, PARTY_HD05)
    parts, new = read_parts(before), read_parts(after)
    assert [name for name in parts if parts[name] != new[name]] == [STYLES]
    assert list(parts) == list(new)
    differing = {one.code for one in check_format(after, "mau.docx", PARTY_HD05)}
    assert "template-style-differs" not in differing


def test_new_styles_twice_are_new_styles_once() -> None:
    once = restyled(new_template(PARTY_HD36, "thông báo"), PARTY_HD05)
    assert restyled(once, PARTY_HD05) == once


_WORDS = {
    "head.superior": "TỈNH THỬ",
    "head.issuer": "VĂN PHÒNG TỈNH THỬ",
    "head.number": "12",
    "head.place_date": "Thử, ngày 05 tháng 6 năm 2026",
    "recipient": "Lưu Văn phòng.",
    "line.text": "CHÁNH VĂN PHÒNG",
    "signature.name": "Trần Văn Thử",
}
_STATE_WORDS = {**_WORDS, "head.number": "Số: 12/TB-VP", "recipient": "Lưu: VT, TH."}
_PARTY_WORDS = {**_WORDS, "head.number": "Số 12-TB/VP"}


def filled(template: bytes, words: dict[str, str]) -> bytes:
    """A template with words for its tags, its statements left out."""
    parts = read_parts(template)
    text = re.sub(r"<w:p>(?:(?!</w:p>).)*\{%p.*?</w:p>", "", parts[DOCUMENT].decode())
    text = re.sub(r"\{\{ ([\w.]+) \}\}", lambda tag: words.get(tag[1], ""), text)
    return write_parts({**parts, DOCUMENT: text.encode()})


@EVERY
def test_a_paper_of_a_new_template_is_fit_to_sign(profile: Profile) -> None:
    words = _STATE_WORDS if profile.code is ProfileCode.STATE_ND30 else _PARTY_WORDS
    found = inspected(filled(new_template(profile, "thông báo"), words), profile.code)

    assert (found.findings, found.failures) == ((), ())
    assert {"issuer", "number", "kind", "subject", "signatory"}.isdisjoint(found.not_found)
