"""The report after a congress: what follows from the numbers is written, nothing else."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conftest import REFERENCE, SAMPLE
from elected import (
    ballot,
    candidates,
    congress_of,
    of_body,
    printed,
    result_of,
    round_of,
    whole,
)
from generator import views
from generator.elections.points import bodies_under
from generator.model import OutlineItem
from outline import lines, outline

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Golden
    from elected import Data

COMMITTEE = "ban-chap-hanh"


def report(folder: Path, identifier: str, data: Data | None = None) -> bytes:
    counted = result_of(folder, identifier, data)
    view = views.report(round_of(folder), counted.congress, counted=counted)
    return printed(folder, view)


def said(data: Data, identifier: str = "tan-lap") -> str:
    """The text of the whole report."""
    return "\n".join(lines(report(REFERENCE, identifier, data)))


def committee_of(number: int, *ballots: Data, **votes: tuple[int | None, ...]) -> Data:
    """A result whose committee was elected so."""
    data = whole(REFERENCE, "tan-lap")
    election = of_body(data, COMMITTEE)
    election |= {"ballots": list(ballots), "candidates": candidates(**votes)}
    election["planned_size"] = number
    return data


def test_a_filled_report_reads_as_it_was_approved(golden: Golden) -> None:
    golden("tay-ninh.thanh-phuoc.ket-qua.txt", outline(report(REFERENCE, "thanh-phuoc")))


def test_the_sentences_say_number_list_surplus_and_ballots() -> None:
    data = whole(REFERENCE, "tan-lap")
    of_body(data, COMMITTEE)["ballots"][0]["invalid_reason"] = None
    text = said(data)
    assert (
        "Đại hội bầu Ban Chấp hành nhiệm kỳ 2025-2030 với số lượng 15 đồng chí; danh sách bầu "
        "cử 17 đồng chí (số dư 02, bằng 13,33% so với số lượng bầu)."
    ) in text
    assert (
        "Số đại biểu được triệu tập 111, có mặt 110; phiếu phát ra 110, thu vào 110, "
        "hợp lệ 109, không hợp lệ 01."
    ) in text


def test_who_attended_and_when_come_from_the_result() -> None:
    text = said({**whole(REFERENCE, "tan-lap"), "closed_on": "23/02/2025"})
    assert "được tổ chức ngày 20 - 23/02/2025." in text
    assert "Tổng số đảng viên: 238." in text
    assert (
        "Số đại biểu được triệu tập 111 (đương nhiên 15, được bầu 96), có mặt 110, "
        "bằng 99,10% so với số được triệu tập."
    ) in text
    assert "Trong số đại biểu có mặt: nam 74, nữ 36; dân tộc thiểu số 03" in text


def test_who_fell_short_is_told_by_how_many_votes() -> None:
    data = committee_of(1, ballot(1, 110), An=(60,), Ba=(55,))
    table = outline(report(REFERENCE, "tan-lap", data))
    assert "| 1 | Nguyễn Văn An | 60 | 54,05 | Trúng cử" in table
    assert "| 2 | Nguyễn Văn Ba | 55 | 49,55 | Không trúng cử, thiếu 1°phiếu" in table


def test_further_ballots_stand_one_after_the_other() -> None:
    data = committee_of(
        2,
        ballot(2, 110),
        ballot(1, 110, "bầu tiếp cho đủ số lượng"),
        An=(90, None),
        Ba=(50, 70),
        Ca=(40, 40),
    )
    table = outline(report(REFERENCE, "tan-lap", data))
    assert "| Bầu lần thứ hai: bầu tiếp cho đủ số lượng\n" in table
    assert "| 1 | Nguyễn Văn Ba | 70 | 63,06 | Trúng cử" in table
    text = said(data)
    assert "Bầu lần thứ nhất. Số đại biểu được triệu tập 111" in text
    assert "còn thiếu" not in text


def test_a_tie_is_told_and_how_it_was_settled() -> None:
    data = committee_of(
        1,
        ballot(1, 110),
        ballot(1, 110, "bầu lại giữa những người bằng phiếu"),
        An=(60, 55),
        Ba=(60, 55),
        Ca=(10, None),
    )
    text = said(data)
    assert "bằng phiếu: 02 đồng chí (Nguyễn Văn An, Nguyễn Văn Ba), còn 01 vị trí" in text
    assert "Chưa quyết định về các đồng chí bằng phiếu: Nguyễn Văn An, Nguyễn Văn Ba." in text
    of_body(data, COMMITTEE)["candidates"][1]["settled"] = True
    text = said(data)
    assert "Trong số bằng phiếu, đại hội công nhận trúng cử: Nguyễn Văn Ba." in text
    assert "Chưa quyết định" not in text


def test_seats_that_stay_empty_are_told() -> None:
    data = committee_of(2, ballot(2, 110), An=(90,), Ba=(20,), Ca=(10,))
    of_body(data, COMMITTEE)["planned_size"] = 3
    text = said(data)
    assert "So với số lượng bầu, còn thiếu 01 đồng chí." in text
    assert "So với số lượng theo đề án (03 đồng chí), còn thiếu 02 đồng chí." in text


def test_those_not_counted_in_the_base_are_named_with_it() -> None:
    data = whole(REFERENCE, "tan-lap")
    data["assemblies"][0]["conveners_absent"] = 2
    assert "(tỷ lệ tính trên 109, sau khi trừ số không tính theo quy chế)" in said(data)


def test_a_secretary_elected_by_the_congress_is_said_to_be() -> None:
    text = said(whole(REFERENCE, "thanh-phuoc"), "thanh-phuoc")
    assert "Đại hội bầu trực tiếp bí thư nhiệm kỳ 2025-2030" in text
    usual = said(whole(REFERENCE, "tan-lap"))
    assert "Hội nghị lần thứ nhất Ban Chấp hành bầu bí thư nhiệm kỳ 2025-2030" in usual
    assert "bầu trực tiếp bí thư" not in usual


def appointed(data: Data) -> Data:
    """The same people, appointed: no ballot, no list."""
    for one in data["elections"]:
        names = [person["name"] for person in data["people"][:3]]
        placed = [{"name": n, "decision": "Quyết định 12-QĐ/HU, 01/3/2025"} for n in names]
        one |= {"mode": "chỉ định", "ballots": [], "candidates": [], "placements": placed}
    return data


def test_an_appointed_body_has_its_decision_instead_of_votes() -> None:
    data = appointed(whole(REFERENCE, "tan-lap"))
    text = said(data)
    assert "Ban Chấp hành nhiệm kỳ 2025-2030: chỉ định 03 đồng chí (" in text
    assert ") theo Quyết định 12-QĐ/HU, 01/3/2025." in text
    assert "Số phiếu" not in text
    assert "danh sách bầu cử" not in text
    assert "Danh sách trích ngang" in text, "the roster stays"


def test_a_congress_that_elected_nobody_has_no_word_about_elections() -> None:
    data = whole(REFERENCE, "tan-lap")
    for one in data["elections"]:
        one |= {"mode": "không bầu lần này", "ballots": [], "candidates": []}
    text = said(data)
    for gone in ("Bầu ban chấp hành", "Số phiếu", "phụ lục", "phân tích số lượng, cơ cấu"):
        assert gone.casefold() not in text.casefold()
    assert "4. Kết quả bầu cử tại đại hội" in text, "its own analysis stays"


def test_the_make_up_names_what_its_shares_are_of_and_the_day_of_ages() -> None:
    table = outline(report(REFERENCE, "tan-lap"))
    assert "Tuổi tính đến ngày°28/02/2025." in table
    assert "| Tổng số | 15 | 100,00 | 5 | 100,00 | 5 | 100,00" in table


def test_appointed_members_beside_elected_ones_are_in_no_share() -> None:
    data = whole(REFERENCE, "tan-lap")
    extra = data["people"][0]["name"]
    of_body(data, COMMITTEE)["placements"] = [{"name": extra}]
    table = outline(report(REFERENCE, "tan-lap", data))
    assert "| Tổng số | 15 | 100,00" in table
    assert "Chưa tính 01°đồng chí được chỉ định vào Ban Chấp hành." in table


@pytest.mark.parametrize(
    ("title", "bodies"),
    [
        ("Bầu cấp ủy.", (COMMITTEE,)),
        ("Bầu bí thư.", ("bi-thu",)),
        ("Bầu phó bí thư.", ("pho-bi-thu",)),
        ("Bầu bí thư, phó bí thư.", ("bi-thu", "pho-bi-thu")),
        ("Bầu chủ nhiệm ủy ban kiểm tra.", ("chu-nhiem",)),
        ("Bầu Ủy ban kiểm tra.", ("uy-ban-kiem-tra",)),
        ("Kết quả bầu đại biểu dự đại hội đảng bộ cấp trên.", ("dai-bieu",)),
        ("Công tác nhân sự", ()),
    ],
)
def test_a_point_without_bodies_has_those_that_its_title_names(
    title: str, bodies: tuple[str, ...]
) -> None:
    item = OutlineItem(id="x", title=title, votes=True)
    assert bodies_under(item, round_of(REFERENCE)) == bodies
    assert bodies_under(item.model_copy(update={"votes": False}), round_of(REFERENCE)) == ()


def test_a_cell_has_no_table_of_bodies_that_cells_do_not_elect() -> None:
    view = views.report(round_of(SAMPLE), congress_of(SAMPLE, "khoa-noi"))
    text = "\n".join(lines(printed(SAMPLE, view)))
    assert "Bầu bí thư" in text
    for body in ("Bầu Ban Thường vụ", "Bầu Ủy ban Kiểm tra", "chủ nhiệm Ủy ban Kiểm tra"):
        assert body.casefold() not in text.casefold()


def test_a_draft_lists_what_disagrees() -> None:
    counted = result_of(REFERENCE, "tan-lap")
    found = round_of(REFERENCE)
    findings = ("Ban chấp hành: số phiếu thu vào nhiều hơn phát ra.",)
    view = views.report(found, counted.congress, draft=True, counted=counted, findings=findings)
    text = lines(printed(REFERENCE, view))
    assert "Dự thảo" in text
    assert "- Ban chấp hành: số phiếu thu vào nhiều hơn phát ra." in text
    clean = views.report(found, counted.congress, counted=counted, findings=findings)
    assert clean.findings == ()
