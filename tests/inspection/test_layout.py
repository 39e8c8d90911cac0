"""Each check of the layout: a paper that trips it, and its near twin that does not."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest
from layout_mutations import IDS, MINUTES, MUTATIONS, STATE_LETTER, Letter, Party, State
from layout_papers import FONT, PITCH, Paper, Typed, case

from generator.errors import Severity, sentence
from generator.errors.inspection_layout_messages import LAYOUT_MESSAGES
from generator.inspection.document import Align, Look
from generator.inspection.finding import Property, severity
from generator.inspection.layout import LAYOUT_CHECKS
from generator.paper_format import PARTY_HD05, PARTY_HD36, PROFILES

if TYPE_CHECKING:
    from generator.inspection.finding import Finding
    from generator.paper_format import Profile


def findings(paper: Paper) -> list[Finding]:
    seen = case(paper)
    return [one for check in LAYOUT_CHECKS for one in check(seen)]


def codes(paper: Paper) -> set[str]:
    return {one.code for one in findings(paper)}


@pytest.mark.parametrize(
    "paper",
    [Party, State, Letter, MINUTES, STATE_LETTER, replace(Letter, profile=PARTY_HD36)],
    ids=["kế hoạch", "nhà nước", "công văn", "biên bản", "công văn nhà nước", "hd36"],
)
def test_a_right_paper_has_no_finding_not_even_a_reminder(paper: Paper) -> None:
    if paper.profile is PARTY_HD36:
        paper = paper.put("recipient", "- Các chi bộ trực thuộc,", at=1)
        paper = paper.put("recipient", "- Ban Thường vụ Tỉnh ủy (báo cáo),", at=0)
    assert codes(paper) == set()


@pytest.mark.parametrize(("code", "wrong", "twin"), MUTATIONS, ids=IDS)
def test_a_wrong_paper_is_caught_and_its_near_twin_is_not(
    code: str, wrong: Paper, twin: Paper
) -> None:
    assert code in codes(wrong)
    assert code not in codes(twin)


def test_every_sentence_has_a_paper_that_brings_it_out() -> None:
    assert len(MUTATIONS) >= 80
    assert {code for code, _, _ in MUTATIONS} == set(LAYOUT_MESSAGES)


def test_every_check_is_tripped_by_some_paper() -> None:
    cases = [case(wrong) for _, wrong, _ in MUTATIONS]
    idle = [check for check in LAYOUT_CHECKS if not any(any(check(one)) for one in cases)]
    assert idle == []


@cache
def told() -> tuple[Finding, ...]:
    """Everything that is said of the wrong papers."""
    return tuple(one for _, wrong, _ in MUTATIONS for one in findings(wrong))


def test_sentences_are_filled_in_and_cite_what_they_rest_on() -> None:
    for finding in told():
        said = sentence(finding.problem("ke-hoach.docx"))
        assert said.endswith(f"Căn cứ: {finding.source.text}.")
        assert "{" not in said.replace("{{ venue }}", "")
        assert not any(dotted in said for dotted in ("nan", "None"))


def test_what_one_source_says_is_at_most_a_warning_and_custom_a_reminder() -> None:
    for finding in told():
        assert severity(finding.source, finding.severity) is finding.severity


def test_only_what_no_rule_settles_is_a_reminder() -> None:
    notes = {one.code for one in told() if one.severity is Severity.NOTE}
    assert notes == {"layout-line-object"}


def test_margins_are_put_right_to_the_nearest_allowed_value() -> None:
    (finding,) = findings(State.page(left_mm=40))
    assert [(one.property, one.value, one.section) for one in finding.remedies] == [
        (Property.LEFT, 35, 1)
    ]
    (finding,) = findings(Party.page(2, bottom_mm=25))
    assert [(one.property, one.value, one.section) for one in finding.remedies] == [
        (Property.BOTTOM, 20, 2)
    ]


def test_a_size_is_put_right_to_the_one_that_the_rest_of_the_paper_has() -> None:
    paper = Party.put("body", size_pt=15).put("point", size_pt=15).put("basis", size_pt=13)
    (finding,) = findings(paper)
    assert {one.value for one in finding.remedies} == {15}
    assert len(finding.remedies) == 2
    assert finding.values["where"].count("“") == 2


def test_many_wrong_paragraphs_are_one_finding_that_names_the_first_and_mends_them_all() -> (
    None
):
    paper = Party
    for number in range(40):
        line = Typed("body", f"Đoạn {number} của kế hoạch.", Look(FONT, 13), Align.BOTH, PITCH)
        paper = paper.add(line, "body")
    (finding,) = findings(paper)
    said = sentence(finding.problem(""))
    assert "Nội dung cỡ chữ 13 pt" in said
    assert said.count("“") == 3
    assert "và 37 đoạn khác; phải là 14-15 pt" in said
    assert len(finding.remedies) == 40


def test_a_run_of_another_font_within_a_paragraph_is_the_piece_that_is_mended() -> None:
    (finding,) = findings(Party.put("point", font="Calibri", at=0))
    (remedy,) = finding.remedies
    assert (remedy.property, remedy.value) == (Property.FONT, FONT)
    assert remedy.piece is not None
    assert remedy.piece.text == "a) Đúng thời gian;"
    assert (remedy.piece.start, remedy.piece.end) == (0, len("a) Đúng thời gian;"))


def test_numbers_are_printed_the_vietnamese_way() -> None:
    (finding,) = findings(Party.page(left_mm=25.4))
    assert "Lề trái 25,4 mm" in sentence(finding.problem(""))


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda one: one.code)
def test_without_any_component_nothing_but_the_page_is_judged(profile: Profile) -> None:
    empty = replace(Party, profile=profile, lines=(Typed("", "Một tờ giấy"),), sections={1: {}})
    assert codes(empty) == set()


def test_what_is_doubtful_is_not_judged() -> None:
    lines = tuple(
        replace(one, sure=0.6, text=one.text.lower(), look=Look(FONT, 9), lines=())
        for one in Party.lines
        if one.component != "appendix"
    )
    paper = replace(Party, lines=lines, sections={1: {}, 2: {}, 3: {}})
    assert codes(paper) == set()


def test_thirty_six_and_five_differ_in_the_sign_after_recipients() -> None:
    assert codes(replace(Party, profile=PARTY_HD36)) == {"layout-recipient-sign"}
    assert PARTY_HD05.wording.recipient_separator == ";"
