"""A paper without a day may fall under several profiles: only what all forbid is told."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hand_papers import PLAN, HandPaper
from hands import WAYS, packed, paragraph, run, section, written
from state_papers import PLAN as STATE_PLAN
from state_samples import written as state_written

from generator.build import Options, build
from generator.inspection.inspecting import again, inspected
from generator.paper_format import ProfileCode
from generator.word.package import DOCUMENT, read_parts, write_parts

CASES = Path(__file__).parent.parent / "cases"
_DAY = re.compile(
    r"(ngày)[\s\u00a0]*\d*[\s\u00a0]+(tháng)[\s\u00a0]+\d*[\s\u00a0]*(năm)[\s\u00a0]*\d*"
)
_MARGINS = '<w:pgSz w:w="11906" w:h="16838"/>'
HD36, HD05, ND30 = ProfileCode


def undated(content: bytes) -> bytes:
    """The paper with its day, month and year left blank."""
    parts = read_parts(content)
    text, count = _DAY.subn(r"\1    \2    \3     ", parts[DOCUMENT].decode(), count=1)
    assert count == 1
    return write_parts({**parts, DOCUMENT: text.encode()})


@pytest.fixture(scope="module")
def papers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The plans and reports of the real rounds."""
    folder = tmp_path_factory.mktemp("cases")
    for case in CASES.iterdir():
        build(case, folder / case.name, Options(only=("ke-hoach", "bao-cao-ket-qua")))
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*.docx")}


def test_undated_papers_of_real_rounds_have_no_finding(papers: dict[str, bytes]) -> None:
    found = {name: inspected(undated(content)) for name, content in papers.items()}

    assert len(found) >= 20
    assert {name: one.findings for name, one in found.items() if one.findings} == {}
    assert not any(one.is_sure for one in found.values())
    held = [inspected(undated(content), HD05) for content in papers.values()]
    assert any(one.findings for one in held)  # of what they would be told under one alone


def recipients(paper: HandPaper, sign: str) -> HandPaper:
    """A paper whose recipients end with that sign, the last with a full stop."""
    *others, last = (one.rstrip(";,.") for one in paper.recipients)
    return replace(paper, recipients=(*(f"{one}{sign}" for one in others), f"{last}."))


def signs(paper: HandPaper) -> list[str]:
    """What is said of the signs after the recipients of a paper that names no profile."""
    found = inspected(written(paper, WAYS[0]))
    return [one.code for one in found.findings if one.code == "layout-recipient-sign"]


@pytest.mark.parametrize("sign", [",", ";"])
def test_without_a_day_the_signs_of_both_guides_are_right(sign: str) -> None:
    blank = replace(PLAN, place_date="Bình Thử, ngày    tháng    năm")

    assert signs(recipients(blank, sign)) == []
    assert signs(recipients(blank, "")) == ["layout-recipient-sign"]


@pytest.mark.parametrize(
    ("date", "wrong"),
    [("ngày 09 tháng 4 năm 2025", ";"), ("ngày 09 tháng 6 năm 2026", ",")],
)
def test_with_a_day_the_sign_of_its_guide_is_wanted(date: str, wrong: str) -> None:
    dated = replace(PLAN, place_date=f"Bình Thử, {date}")

    assert signs(recipients(dated, wrong)) == ["layout-recipient-sign"]


@pytest.mark.parametrize(
    ("date", "others"),
    [
        ("ngày    tháng    năm", [HD36]),
        ("ngày    tháng    năm 2026", [HD36]),
        ("ngày    tháng 5 năm 2026", [HD36]),
        ("ngày    tháng    năm 2025", []),
        ("ngày    tháng 6 năm 2026", []),
    ],
)
def test_the_profiles_that_a_day_leaves_open(date: str, others: list[ProfileCode]) -> None:
    found = inspected(written(replace(PLAN, place_date=f"Bình Thử, {date}"), WAYS[0]))

    assert [one.code for one in found.others] == others
    assert found.is_sure is not bool(others)
    assert ("mọi quy định có thể phải theo" in found.why) is bool(others)


def test_who_asks_for_a_profile_is_told_all_that_it_forbids() -> None:
    blank = recipients(replace(PLAN, place_date="Bình Thử, ngày    tháng    năm"), ",")
    found = inspected(written(blank, WAYS[0]), HD05)

    assert found.others == ()
    assert "layout-recipient-sign" in [one.code for one in found.findings]


def loose(top_mm: int) -> bytes:
    """A text that nobody can tell the family of, with a top margin."""
    top = round(top_mm * 1440 / 25.4)
    page = re.sub(r'w:top="\d+"', f'w:top="{top}"', section(_MARGINS))
    return packed(paragraph(run(("body", "Danh sách khách mời của hội nghị.")), "both") + page)


def test_of_a_text_without_a_head_block_only_what_every_profile_forbids_is_told() -> None:
    assert [one.code for one in inspected(loose(25)).findings] == []
    assert [one.code for one in inspected(loose(30)).findings] == ["layout-margin"]


def test_a_paper_that_was_put_right_is_held_to_the_same_profiles() -> None:
    blank = recipients(replace(PLAN, place_date="Bình Thử, ngày    tháng    năm"), ",")
    before = inspected(written(blank, WAYS[0]))
    after = again(written(blank, WAYS[0]), before)

    assert (after.profile, after.others, after.why) == (
        before.profile,
        before.others,
        before.why,
    )
    assert after.findings == before.findings


def test_a_paper_of_the_state_without_a_day_is_held_to_the_decree() -> None:
    blank = STATE_PLAN.put("place_date", text="Bình Thử, ngày    tháng    năm")
    found = inspected(state_written(blank))

    assert (found.profile.code, found.is_sure, found.others) == (ND30, True, ())
