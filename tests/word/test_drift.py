"""Drift: a template that no longer looks as its profile says is found, with what and where."""

from __future__ import annotations

import re

import pytest
from made import line, template

from generator import catalog
from generator.errors import Severity, sentence
from generator.paper_format import PARTY, PARTY_HD05, PARTY_HD36, PROFILES, Profile, ProfileCode
from generator.word import check_format, new_template
from generator.word.blocks import head_block, meeting_head_block, signature_block
from generator.word.package import DOCUMENT, STYLES, read_parts, write_parts

PARTIES = pytest.mark.parametrize("profile", PARTY, ids=lambda one: one.code)
CODES = pytest.mark.parametrize("code", catalog.TEMPLATE_CODES)


def changed(part: str, old: str, new: str, content: bytes | None = None) -> bytes:
    """A new template, or a given one, with one thing changed; the change must be one."""
    parts = read_parts(content or new_template(PARTY_HD36, "thông báo"))
    before = parts[part].decode()
    after = re.sub(old, new, before, count=1, flags=re.DOTALL)
    assert after != before
    return write_parts({**parts, part: after.encode()})


def drift(content: bytes, profile: Profile = PARTY_HD36) -> list[tuple[str, str, str]]:
    """Code, style and what differs, of every problem; each has its sentence."""
    found = check_format(content, "mau.docx", profile)
    assert all(sentence(problem) for problem in found)
    return [(one.code, one.values["style"], one.values.get("what", "")) for one in found]


def style(name: str, old: str) -> str:
    """A pattern for something inside one style."""
    return rf'(<w:name w:val="{name}"/>(?:(?!</w:style>).)*?){old}'


@CODES
@PARTIES
def test_the_shipped_templates_agree(code: str, profile: Profile) -> None:
    assert drift(catalog.shipped_template(code).read_bytes(), profile) == []


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda one: one.code)
def test_a_new_template_agrees_with_its_own_profile(profile: Profile) -> None:
    assert drift(new_template(profile, "báo cáo"), profile) == []


def test_a_template_of_the_state_does_not_agree_with_the_partys() -> None:
    other = PROFILES[ProfileCode.STATE_ND30]
    found = drift(new_template(other, "báo cáo"), PARTY_HD05)
    assert ("template-style-differs", "VK Tiêu đề", "cỡ chữ") in found


@pytest.mark.parametrize(
    ("name", "old", "new", "what"),
    [
        ("VK Tiêu đề", '<w:sz w:val="30"/>', r'\1<w:sz w:val="26"/>', "cỡ chữ"),
        ("VK Tiêu đề", "<w:b/>", r"\1", "chữ đậm"),
        ("VK Tiêu đề", "<w:b/>", r'\1<w:b w:val="0"/>', "chữ đậm"),
        ("VK Nội dung", "<w:rPr>", r"\1<w:rPr><w:b/>", "chữ đậm"),
        ("VK Nội dung", "<w:rPr>", r"\1<w:rPr><w:i/>", "chữ nghiêng"),
        ("VK Địa danh ngày tháng", "<w:i/>", r"\1", "chữ nghiêng"),
        ("VK Nơi nhận", '<w:u w:val="single"/>', r"\1", "gạch chân"),
        ("VK Nội dung", '<w:jc w:val="both"/>', r'\1<w:jc w:val="left"/>', "căn lề"),
        ("VK Nội dung", 'w:after="120"', r'\1w:after="0"', "giãn dòng, cách đoạn"),
        ("VK Nội dung", 'w:lineRule="exact"', r'\1w:lineRule="auto"', "giãn dòng, cách đoạn"),
        ("VK Nội dung", '<w:ind w:firstLine="567"/>', r"\1", "thụt đầu dòng"),
        ("VK Nội dung", "<w:rPr>", r'\1<w:rPr><w:rFonts w:ascii="Arial"/>', "phông chữ"),
        ("VK Nội dung", "<w:rPr>", r'\1<w:rPr><w:color w:val="FF0000"/>', "màu chữ"),
        ("VK Nội dung", "<w:rPr>", r'\1<w:rPr><w:spacing w:val="20"/>', "giãn chữ"),
        ("VK Mục I", "<w:keepNext/>", r"\1", "đi liền đoạn sau"),
        ("VK Mục I", '<w:outlineLvl w:val="0"/>', r"\1", "cấp đề mục"),
        ("VK Số trang", '<w:sz w:val="28"/>', r'\1<w:sz w:val="24"/>', "cỡ chữ"),
        ("VK Nghiêng", "<w:i/>", r"\1", "chữ nghiêng"),
    ],
)
def test_a_changed_style_is_named(name: str, old: str, new: str, what: str) -> None:
    found = drift(changed(STYLES, style(name, re.escape(old)), new))
    assert found == [("template-style-differs", name, what)]


def test_two_changes_of_a_style_are_one_problem() -> None:
    both = r'\1<w:rPr><w:b/><w:color w:val="FF0000"/>'
    found = drift(changed(STYLES, style("VK Nội dung", "<w:rPr>"), both))
    assert found == [("template-style-differs", "VK Nội dung", "chữ đậm, màu chữ")]


def test_a_missing_style_is_named() -> None:
    content = changed(STYLES, '<w:style [^>]*"VKKet">.*?</w:style>', "")
    assert ("template-style-missing", "VK Câu kết", "") in drift(content)


def test_a_template_without_styles_lacks_them_all() -> None:
    parts = read_parts(new_template(PARTY_HD36, "báo cáo"))
    del parts[STYLES]
    missing = [one for one in drift(write_parts(parts)) if one[0] == "template-style-missing"]
    assert ("template-style-missing", "VK Nội dung", "") in missing


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('w:ascii="Times New Roman"', 'w:ascii="Arial"', "phông chữ"),
        ("<w:rFonts ", '<w:rFonts w:asciiTheme="minorHAnsi" ', "phông chữ"),
        ('<w:color w:val="000000"/>', '<w:color w:val="0000FF"/>', "màu chữ"),
        ('w:after="0"', 'w:after="160"', "giãn dòng, cách đoạn"),
    ],
)
def test_changed_defaults_show_in_the_styles_that_inherit_them(
    old: str, new: str, what: str
) -> None:
    assert ("template-style-differs", "Normal", what) in drift(changed(STYLES, old, new))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (style("VK Tiêu đề", ' w:line="240" w:lineRule="auto"'), r"\1"),
        (style("VK Tiêu đề", ' w:before="0"'), r"\1"),
        (style("VK Tiêu đề", "<w:b/>"), r'\1<w:b w:val="true"/>'),
        (style("VK Dòng nơi nhận", '<w:jc w:val="left"/>'), r"\1"),
        (style("VK Dòng nơi nhận", '<w:jc w:val="left"/>'), r'\1<w:jc w:val="start"/>'),
        (style("VK Tiêu đề", "<w:rPr>"), r'\1<w:rPr><w:color w:val="auto"/>'),
        (style("VK Tiêu đề", "<w:qFormat/>"), r'\1<w:rsid w:val="00A1"/><w:qFormat/>'),
        (style("VK Tiêu đề", '<w:szCs w:val="30"/>'), r"\1"),
    ],
)
def test_what_word_rewrites_without_a_change_is_no_drift(old: str, new: str) -> None:
    assert drift(changed(STYLES, old, new)) == []


def test_styles_based_on_each_other_in_a_circle_do_not_hang() -> None:
    circle = r'\1<w:basedOn w:val="VKNoiDung"/>'
    content = changed(STYLES, style("VK Nội dung", '<w:basedOn w:val="Normal"/>'), circle)
    assert drift(content) == []


# --- formatting beside the styles


@pytest.mark.parametrize(
    ("properties", "what"),
    [
        ('<w:sz w:val="26"/>', "cỡ chữ"),
        ("<w:b/>", "chữ đậm"),
        ('<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>', "phông chữ"),
        ('<w:color w:val="FF0000"/>', "màu chữ"),
    ],
)
def test_a_run_formatted_by_hand_is_named(properties: str, what: str) -> None:
    run = f"<w:r><w:rPr>{properties}</w:rPr><w:t>chữ {{{{ name }}}}</w:t></w:r>"
    found = drift(template(line("a") + line(run)))
    place = "mau.docx, đoạn 2, “chữ {{ name }}”"
    assert found == [("template-direct-format", place, what)]


def test_a_paragraph_formatted_by_hand_is_named_and_only_warned_of() -> None:
    by_hand = line("a").replace("</w:pPr>", '<w:jc w:val="center"/></w:pPr>')
    (problem,) = check_format(template(by_hand), "mau.docx", PARTY_HD36)
    assert (problem.code, problem.values["what"]) == ("template-direct-format", "căn lề")
    assert problem.severity is Severity.WARNING


@pytest.mark.parametrize(
    "properties",
    [
        '<w:lang w:val="vi-VN"/>',
        "<w:noProof/>",
        '<w:sz w:val="28"/>',
        '<w:rStyle w:val="VKDam"/><w:b/>',
        '<w:rFonts w:hint="eastAsia"/>',
    ],
)
def test_what_repeats_the_style_or_does_not_show_is_no_drift(properties: str) -> None:
    run = f"<w:r><w:rPr>{properties}</w:rPr><w:t>chữ</w:t></w:r>"
    assert drift(template(line(run))) == []


def test_how_a_tag_that_goes_looks_is_no_drift() -> None:
    run = "<w:r><w:rPr><w:b/></w:rPr><w:t>{%p if ready %}</w:t></w:r>"
    assert drift(template(line(run))) == []


# --- paper and margins


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ('w:top="1134"', 'w:top="1417"', "lề trên 25.0 mm"),
        ('w:bottom="1134"', 'w:bottom="567"', "lề dưới 10.0 mm"),
        ('w:left="1701"', 'w:left="1417"', "lề trái 25.0 mm"),
        ('w:right="850"', 'w:right="1134"', "lề phải 20.0 mm"),
        ('w:gutter="0"', 'w:gutter="567"', "lề đóng gáy 10.0 mm"),
        ('w:header="567"', 'w:header="850"', "số trang cách mép trên 15.0 mm"),
        ("<w:titlePg/>", "", "có số trang ở trang đầu"),
        ("<w:titlePg/>", '<w:titlePg w:val="0"/>', "có số trang ở trang đầu"),
        (
            '<w:pgNumType w:start="1"/>',
            '<w:pgNumType w:start="3"/>',
            "số trang không bắt đầu từ 1",
        ),
        ('w:w="11906" w:h="16838"', 'w:w="12240" w:h="15840"', "khổ giấy 216 × 279 mm"),
    ],
)
def test_a_changed_page_is_named(old: str, new: str, what: str) -> None:
    found = drift(changed(DOCUMENT, re.escape(old), new))
    assert found == [("template-page-differs", "mau.docx, phần 1", what)]


def test_an_appendix_that_goes_on_numbering_is_named() -> None:
    plan = catalog.shipped_template("ke-hoach").read_bytes()
    numbered = '(pgNumType.*?)<w:pgNumType w:start="1"/>'
    found = drift(changed(DOCUMENT, numbered, r"\1", plan))
    assert found == [
        ("template-page-differs", "mau.docx, phần 2", "số trang không bắt đầu từ 1")
    ]


def test_a_first_section_need_not_say_that_it_starts_at_1() -> None:
    assert drift(changed(DOCUMENT, '<w:pgNumType w:start="1"/>', "")) == []


def test_paper_may_lie_on_its_side() -> None:
    lying = 'w:w="16838" w:h="11906" w:orient="landscape"'
    assert drift(changed(DOCUMENT, 'w:w="11906" w:h="16838"', lying)) == []


def test_a_body_without_page_set_up_is_named() -> None:
    (found,) = drift(changed(DOCUMENT, "<w:sectPr>.*</w:sectPr>", ""))
    assert found[:2] == ("template-page-differs", "mau.docx, phần 1")
    assert "khổ giấy 0 × 0 mm" in found[2]


# --- the shared blocks


@CODES
@PARTIES
def test_the_head_block_is_the_shared_one(code: str, profile: Profile) -> None:
    text = read_parts(catalog.shipped_template(code).read_bytes())[DOCUMENT].decode()
    shared = (head_block(profile), meeting_head_block(profile))
    assert text.partition("<w:body>")[2].startswith(shared)


def test_the_signature_block_of_the_plan_is_the_shared_one() -> None:
    text = read_parts(catalog.shipped_template("ke-hoach").read_bytes())[DOCUMENT].decode()
    assert text.count(signature_block()) == 1
