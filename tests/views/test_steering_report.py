"""The steering group's report: figures in sentences and tables, the units' own words, gaps."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from conftest import ROOT
from generator.model import Issuer
from generator.model.regulation import Rounding
from generator.paper_format import PARTY_HD36
from generator.statistics import Absent, MakeUp, Votes, roll_up
from generator.views import SteeringReportView, steering_report, typesetter
from generator.word import check_format, check_template, compile_template
from outline import lines, outline
from summaries import AS_OF, body, plausible_summaries, sample_round, unit

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from conftest import Golden
    from generator.model import Round
    from generator.statistics import UnitSummary

TEMPLATE = ROOT / "templates" / "word" / "bao-cao-ket-qua-chi-dao.docx"
FOUND = sample_round()
LATE = Absent("co-quan-dang", "Đảng bộ các cơ quan Đảng xã", "chưa gửi", is_late=True)
WORDS: dict[str, dict[str, tuple[str, ...]]] = {
    "khoa-noi": {
        "danh-gia": ("Chi bộ tổ chức đúng quy trình (SỐ LIỆU THỬ).",),
        "kien-nghi": ("Đề nghị hướng dẫn sớm 05-10 ngày.",),
    },
    "truong-thpt": {
        "van-kien": ("Văn kiện lấy ý kiến ba lượt.",),
        "danh-gia": ("Ưu điểm: chuẩn bị chu đáo.", "Hạn chế: văn kiện gửi chậm."),
        "kien-nghi": ("  ",),
    },
}


def view(
    units: Sequence[UnitSummary],
    words: Mapping[str, Mapping[str, tuple[str, ...]]] | None = None,
    found: Round = FOUND,
) -> SteeringReportView:
    rollup = roll_up(found, units, missing=[LATE], as_of=AS_OF)
    return steering_report(found, rollup, words or {})


def paper(given: SteeringReportView) -> bytes:
    names = [one.name for one in FOUND.organizations]
    set_view = typesetter(names)(given)
    return compile_template(TEMPLATE.read_bytes(), TEMPLATE.name).render(set_view)


@pytest.fixture(scope="module")
def whole() -> SteeringReportView:
    return view(plausible_summaries(FOUND), WORDS)


def test_the_template_prints_only_what_the_view_has() -> None:
    content = TEMPLATE.read_bytes()
    assert check_template(content, TEMPLATE.name, SteeringReportView) == ()
    assert list(check_format(content, TEMPLATE.name, PARTY_HD36)) == []


def test_the_report_reads_as_it_was_approved(whole: SteeringReportView, golden: Golden) -> None:
    golden("mau.bao-cao-ket-qua-chi-dao.txt", outline(paper(whole)))


def test_the_situation_counts_the_congresses(whole: SteeringReportView) -> None:
    assert whole.sentences == (
        "Theo kế hoạch có 05 đại hội, tạm dừng 01; phải tổ chức 04 đại hội.",
        (
            "Tính đến ngày 01/12/2026, đã tổ chức 03 đại hội (75,00% số đại hội phải tổ chức); "
            "báo cáo này tổng hợp kết quả của 03 đại hội."
        ),
        "Các đại hội đã tổng hợp diễn ra từ ngày 05/11/2026 đến ngày 20/11/2026.",
    )
    assert whole.progress[0].label == "Tổng số"
    assert whole.changes == (
        "- Chi bộ Công an xã: tạm dừng theo Công văn số 88-CV/ĐU, ngày 21/9/2026.",
    )


def test_the_units_words_stand_verbatim_under_the_outline(whole: SteeringReportView) -> None:
    said = [
        (point.text, quote.unit, (quote.first, *quote.rest))
        for point in whole.words
        for quote in point.quotes
    ]
    school, cell = "Đảng bộ Trường Trung học phổ thông Bình Minh", "Chi bộ Khoa Nội"
    assert said == [
        ("Chuẩn bị văn kiện:", school, WORDS["truong-thpt"]["van-kien"]),
        ("2. Đánh giá chung, kinh nghiệm", school, WORDS["truong-thpt"]["danh-gia"]),
        ("2. Đánh giá chung, kinh nghiệm", cell, WORDS["khoa-noi"]["danh-gia"]),
        ("3. Kiến nghị", cell, WORDS["khoa-noi"]["kien-nghi"]),
    ]
    printed = lines(paper(whole))
    assert f"{school}: Ưu điểm: chuẩn bị chu đáo." in printed
    assert "Hạn chế: văn kiện gửi chậm." in printed


def test_sections_with_nothing_to_say_vanish_and_the_others_close_up() -> None:
    empty = view(())
    assert empty.results is None
    assert empty.words_title == ""
    assert empty.gaps_title.startswith("II. ")
    printed = "\n".join(lines(paper(empty)))
    assert "KẾT QUẢ BẦU CỬ" not in printed
    assert "đã tổ chức 0 đại hội (0,00% số đại hội phải tổ chức)" in printed


def test_who_is_missing_is_named_with_the_reason(whole: SteeringReportView) -> None:
    assert whole.gaps == ("- Đảng bộ các cơ quan Đảng xã: quá hạn báo cáo (chưa gửi).",)


def test_appointed_people_stand_apart_from_the_elected() -> None:
    both = body(
        rounds=1,
        number=4,
        listed=5,
        surplus=1,
        elected=4,
        appointed=6,
        votes=Votes(100, 4, 360, 80, 99, "A", "B"),
        chosen=MakeUp(total=4, men=3, women=1, ages=(30, 41, 45, 60)),
        placed=MakeUp(total=6, women=6),
    )
    results = view([unit("truong-thpt", both)]).results
    assert results is not None
    assert results.make_up[0].women == "1 (25,00)"
    assert [part.title for part in results.parts] == ["3. Chỉ định, đương nhiên"]
    assert results.parts[0].lines == (
        "- Ban Chấp hành: chỉ định 06 đồng chí, không tính vào tỷ lệ người trúng cử.",
    )


def test_a_congress_that_elected_nobody_makes_no_table() -> None:
    placed = body(mode="chỉ định", appointed=5, placed=MakeUp(total=5))
    results = view([unit("truong-thpt", placed)]).results
    assert results is not None
    assert results.bodies == ()
    assert [part.title for part in results.parts] == ["1. Chỉ định, đương nhiên"]


def test_secretaries_elected_by_the_congress_are_said(whole: SteeringReportView) -> None:
    assert whole.results is not None
    part = next(one for one in whole.results.parts if one.title.endswith("Bí thư"))
    assert part.lines[0].startswith("- Bầu được 03 bí thư: ")
    assert part.lines[1] == (
        "- Bầu trực tiếp bí thư tại đại hội: 01 đồng chí (33,33% số người được bầu)."
    )


def test_shares_are_cut_where_the_round_says_so() -> None:
    one = unit("truong-thpt", body(rounds=1, number=163, listed=191, surplus=28))
    setting = FOUND.election.model_copy(update={"share_rounding": Rounding.CUT})
    cut = view([one], found=FOUND.model_copy(update={"election": setting})).results
    half_up = view([one]).results
    assert cut is not None
    assert half_up is not None
    assert "số dư 28, bằng 17,17% số lượng bầu" in cut.body_sentences[0]
    assert "số dư 28, bằng 17,18% số lượng bầu" in half_up.body_sentences[0]


def test_the_group_signs_as_the_plan_says(whole: SteeringReportView) -> None:
    assert [line.text for line in whole.signature.lines] == ["TỔ TRƯỞNG"]
    assert whole.head.issuer == "TỔ CHỈ ĐẠO ĐẠI HỘI ĐIỂM"
    plan = FOUND.plan.model_copy(update={"issuer": Issuer.TO_CHI_DAO})
    by_group = view((), found=FOUND.model_copy(update={"plan": plan}))
    assert by_group.signature.name == FOUND.plan.signatory.name


def test_number_and_day_are_left_to_be_written(whole: SteeringReportView) -> None:
    assert whole.head.number.replace("\u00a0", " ") == "Số      -BC/TCĐ"
    assert "ngày    tháng    năm" in whole.head.place_date.replace("\u00a0", " ")


def test_a_changed_target_is_printed_as_it_is() -> None:
    held = [replace(one, women_target=20) for one in plausible_summaries(FOUND)]
    results = view(held).results
    assert results is not None
    assert "đạt tỷ lệ nữ 20% trở lên" in results.make_up_sentences[0]
