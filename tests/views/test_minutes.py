"""Vote-counting minutes: the order of the form, ballot order, blanks where nothing is known."""

from __future__ import annotations

from typing import TYPE_CHECKING

from conftest import REFERENCE, SAMPLE
from elected import ballot, candidates, of_body, printed, result_of, round_of, whole
from generator import views
from generator.slots import plain
from generator.vietnamese import unbroken
from outline import lines, outline

if TYPE_CHECKING:
    from pathlib import Path

    from conftest import Golden
    from elected import Data
    from generator.views import MinutesView

BODY = "ban-chap-hanh"


def view_of(
    data: Data, body: str = BODY, folder: Path = REFERENCE, unit: str = "tan-lap"
) -> MinutesView:
    found = views.minutes(round_of(folder), result_of(folder, unit, data), body)
    assert found is not None
    return found


def text_of(data: Data, body: str = BODY) -> list[str]:
    return lines(printed(REFERENCE, view_of(data, body), "bien-ban-kiem-phieu"))


def test_minutes_read_as_they_were_approved(golden: Golden) -> None:
    made = printed(REFERENCE, view_of(whole(REFERENCE, "tan-lap")), "bien-ban-kiem-phieu")
    golden("tay-ninh.tan-lap.bien-ban-kiem-phieu.txt", outline(made))


def test_the_parts_stand_in_the_order_of_the_form() -> None:
    text = "\n".join(text_of(whole(REFERENCE, "tan-lap")))
    parts = (
        "ĐẢNG BỘ XÃ TÂN LẬP",
        "BIÊN BẢN KIỂM PHIẾU",
        "Bầu Ban Chấp hành Đảng bộ xã Tân Lập nhiệm kỳ 2025-2030",
        "190-QĐ/TW",
        "số lượng bầu: 15 đồng chí",
        "danh sách bầu cử gồm 17 đồng chí",
        "Trưởng ban:",
        "được triệu tập 111, có mặt 110, vắng mặt 01",
        "phát ra 110, thu vào 110, hợp lệ 109, không hợp lệ 01",
        "theo thứ tự trong phiếu bầu",
        "từ cao xuống thấp",
        "5. Khiếu nại",
        "T/M ĐOÀN CHỦ TỊCH",
        "T/M BAN KIỂM PHIẾU",
        "TRƯỞNG BAN",
    )
    places = [text.find(part) for part in parts]
    assert -1 not in places
    assert places == sorted(places)


def test_results_stand_in_ballot_order_and_the_elected_high_to_low() -> None:
    data = whole(REFERENCE, "tan-lap")
    of_body(data, BODY).update(
        ballots=[ballot(2, 110)], candidates=candidates(An=(60,), Ba=(90,), Ca=(20,))
    )
    (block,) = view_of(data).ballots
    assert [row.name[-2:] for row in block.results] == ["An", "Ba", "Ca"]
    assert [(row.name[-2:], row.votes, row.share) for row in block.elected] == [
        ("Ba", "90", "81,08"),
        ("An", "60", "54,05"),
    ]


def test_each_round_of_voting_has_its_block() -> None:
    data = whole(REFERENCE, "tan-lap")
    of_body(data, BODY).update(
        ballots=[ballot(1, 110), ballot(1, 110, "bầu lại giữa những người bằng phiếu")],
        candidates=candidates(An=(60, 50), Ba=(60, 52), Ca=(10, None)),
    )
    first, second = view_of(data).ballots
    assert first.tie
    assert plain(first.tie) == "Bằng phiếu nhau: Nguyễn Văn An, Nguyễn Văn Ba; còn 01 vị trí."
    assert first.elected_heading == "Không có đồng chí nào trúng cử."
    assert [row.name for row in second.elected] == ["Nguyễn Văn Ba"]
    text = text_of(data)
    assert "Bầu lần thứ nhất" in text
    assert "Bầu lần thứ hai: bầu lại giữa những người bằng phiếu" in text


def test_the_first_meeting_is_the_head_of_what_it_elects() -> None:
    data = whole(REFERENCE, "tan-lap")
    issuers = [view_of(data, one).head.issuer for one in ("bi-thu", "pho-chu-nhiem")]
    assert issuers == [  # the name of a body does not break over lines
        f"HỘI NGHỊ LẦN THỨ NHẤT {unbroken('BAN CHẤP HÀNH')}",
        f"HỘI NGHỊ LẦN THỨ NHẤT {unbroken('ỦY BAN KIỂM TRA')}",
    ]
    assert view_of(data).head.issuer == "ĐẠI HỘI ĐẠI BIỂU"


def test_what_is_not_known_is_a_blank() -> None:
    data = whole(REFERENCE, "tan-lap")
    for key in ("counting_head", "counting_members", "chair"):
        of_body(data, BODY)[key] = None
    data["assemblies"][0]["held_on"] = None
    view = view_of(data)
    assert set(view.counting_head) == set(view.counting_members) == {"…"}
    assert (view.chair, view.head_signs) == ("", "")
    assert "21/02/2025" not in "\n".join(text_of(data))


def test_the_place_and_date_follow_the_profile_and_cells_keep_them() -> None:
    assert view_of(whole(REFERENCE, "tan-lap")).head.place_date == (
        "Tân Lập, ngày\u00a021\u00a0tháng\u00a002\u00a0năm\u00a02025"
    )
    new = whole(SAMPLE, "benh-vien")
    assert view_of(new, BODY, SAMPLE, "benh-vien").head.place_date is None
    cell = whole(SAMPLE, "khoa-noi")
    place = view_of(cell, "bi-thu", SAMPLE, "khoa-noi").head.place_date
    assert place is not None
    assert place.startswith("Bình Minh, ngày")


def test_a_list_out_of_order_does_not_say_that_it_is_in_order() -> None:
    data = whole(REFERENCE, "tan-lap")
    assert view_of(data).list_heading == "Họ và tên (vần A, B, C)"
    of_body(data, BODY)["candidates"].reverse()
    assert view_of(data).list_heading == "Họ và tên"


def test_no_minutes_where_nobody_voted() -> None:
    data = whole(REFERENCE, "tan-lap")
    election = of_body(data, BODY)
    election.update(mode="chỉ định", ballots=[], candidates=[])
    counted = result_of(REFERENCE, "tan-lap", data)
    assert views.minutes(round_of(REFERENCE), counted, BODY) is None
    assert views.minutes(round_of(REFERENCE), counted, "khong-co") is None


def test_a_draft_says_so_and_lists_what_disagrees() -> None:
    counted = result_of(REFERENCE, "tan-lap")
    findings = ("Số phiếu hợp lệ và không hợp lệ không bằng số phiếu thu vào.",)
    view = views.minutes(round_of(REFERENCE), counted, BODY, draft=True, findings=findings)
    text = lines(printed(REFERENCE, view, "bien-ban-kiem-phieu"))
    assert "Dự thảo" in text
    assert f"- {findings[0]}" in text
