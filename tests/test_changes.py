"""Change the data and everything follows: no stale name, number, count or order anywhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conftest import REFERENCE, SAMPLE
from generator.build import Options, build
from generator.errors import WrongDataError
from outline import lines

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (REFERENCE / "round.yaml").read_text(encoding="utf-8")
PHUOC_NINH = """  - organization: phuoc-ninh
    tier: co-so
    purposes: [bầu trực tiếp bí thư]
    time: 18, 19/3/2025
    preparation_visit: 28/02/2025
"""
PHUOC_NINH_UNITS = (
    "  - {id: duong-minh-chau, unit: huyện, name: Dương Minh Châu, superior: tay-ninh}\n",
    "  - {id: phuoc-ninh, unit: xã, name: Phước Ninh, superior: duong-minh-chau}\n",
)
WORD_PAPERS = ("ke-hoach", "bao-cao-ket-qua")


def changed(*edits: tuple[str, str]) -> str:
    """The reference round with the edits, each of which must apply."""
    text = TEXT
    for old, new in edits:
        assert old in text, old
        text = text.replace(old, new)
    return text


def plan(tmp_path: Path, text: str) -> list[str]:
    """The lines of the plan made from the data."""
    folder = tmp_path / "dot"
    folder.mkdir()
    (folder / "round.yaml").write_text(text, encoding="utf-8")
    build(folder, tmp_path / "out", Options(only=WORD_PAPERS))
    return lines((tmp_path / "out" / "ke-hoach.docx").read_bytes())


def without_phuoc_ninh() -> str:
    return changed(
        (PHUOC_NINH, ""),
        *((unit, "") for unit in PHUOC_NINH_UNITS),
        ("duong-minh-chau, ", ""),
    )


def test_without_phuoc_ninh_its_district_is_nowhere_and_the_counts_follow(
    tmp_path: Path,
) -> None:
    found = plan(tmp_path, without_phuoc_ninh())
    text = "\n".join(found)
    assert "Phước Ninh" not in text
    assert "Dương Minh Châu" not in text
    assert "3.1. Đối với đảng bộ cơ sở đại hội điểm (03 đảng bộ)" in found
    assert (
        "Ban Thường vụ các huyện ủy: Tân Biên, Gò Dầu và "
        "Đảng ủy Khối Cơ quan và Doanh nghiệp tỉnh cho ý kiến"
    ) in text
    assert (
        "1. Ban thường vụ các huyện: Châu Thành, Gò Dầu, Tân Biên, "
        "Đảng ủy Khối Cơ quan và Doanh nghiệp tỉnh"
    ) in found
    assert "- BTV các huyện: Châu Thành, Tân Biên, Gò Dầu," in found


def test_an_order_that_still_names_the_district_is_refused(tmp_path: Path) -> None:
    with pytest.raises(WrongDataError) as error:
        plan(tmp_path, changed((PHUOC_NINH, "")))
    refused = [
        (one.code, one.values["id"]) for one in error.value.problems if one.path[0] == "orders"
    ]
    assert refused == [("order-extra", "duong-minh-chau")]


def test_moving_tan_lap_changes_both_schedules_and_its_report(tmp_path: Path) -> None:
    found = plan(tmp_path, changed(("20, 21/02/2025", "27/02-01/3/2025")))
    assert found.count("Ngày 27/02 - 01/3/2025") == 2
    assert "20, 21/02" not in "\n".join(found)
    report = lines((tmp_path / "out" / "tan-lap" / "bao-cao-ket-qua.docx").read_bytes())
    assert any("được tổ chức ngày 27/02 - 01/3/2025." in line for line in report)


def test_a_third_tier_is_named_everywhere(tmp_path: Path) -> None:
    found = plan(
        tmp_path,
        changed(
            (
                "tiers:\n",
                (
                    "tiers:\n"
                    "  - {id: chi-bo, label: Cấp chi bộ, rank: trực thuộc, notice: 11/2024}\n"
                ),
            ),
            (
                "congresses:\n",
                (
                    "congresses:\n"
                    "  - organization: ap-3\n"
                    "    tier: chi-bo\n"
                    "    purposes: [rút kinh nghiệm]\n"
                    "    time: sáng 11/01/2025\n"
                    "    preparation_visit: 02/01/2025\n"
                ),
            ),
            (
                "organizations:\n",
                (
                    "organizations:\n"
                    "  - {id: ap-3, kind: chi bộ, unit: ấp, "
                    "name: Tân Đông, superior: tan-lap}\n"
                ),
            ),
            ("tan-bien, khoi]", "tan-bien, tan-lap, khoi]"),
        ),
    )
    text = "\n".join(found)
    assert text.count("cấp chi bộ, cấp cơ sở và cấp huyện") == 5
    assert "cấp cơ sở và cấp huyện nhiệm kỳ" in text  # the quoted title never changes
    assert found.count("Cấp chi bộ: 01") == 2
    assert "Chi bộ ấp Tân Đông trực thuộc Đảng bộ xã Tân Lập" in found
    assert "+ Đối với cấp chi bộ trong tháng 11/2024." in found
    assert (
        "3.1. Đối với chi bộ trực thuộc và đảng bộ cơ sở đại hội điểm (04 đảng bộ, 01 chi bộ)"
    ) in found
    assert [line for line in found if line in ("I", "II", "III")] == ["I", "II", "III"] * 2


def test_renaming_the_block_committee_reaches_every_place(tmp_path: Path) -> None:
    found = plan(
        tmp_path,
        changed(("Khối Cơ quan và Doanh nghiệp tỉnh", "các Cơ quan Đảng tỉnh")),
    )
    text = "\n".join(found)
    assert "Khối Cơ quan" not in text
    assert text.count("Đảng ủy các Cơ quan Đảng tỉnh") == 3
    assert text.count("trực thuộc Đảng bộ các Cơ quan Đảng tỉnh") == 2


def test_another_term_reaches_every_place_but_the_quoted_title(tmp_path: Path) -> None:
    found = plan(tmp_path, changed(("term: 2025-2030 ", "term: 2030-2035 ")))
    quoted = [line for line in found if "2025-2030" in line]
    assert all("Quyết định số 5513-QĐ/TU" in line or "(3)" in line for line in quoted)
    assert any("nhiệm kỳ 2030-2035" in line for line in found)
    assert any("cấp ủy nhiệm kỳ 2025-2030; (4)" in line for line in found)


def test_other_limits_reach_every_sentence(tmp_path: Path) -> None:
    found = plan(
        tmp_path,
        changed(
            ("papers_before_opening: 15", "papers_before_opening: 20"),
            ("report_after_closing: 5", "report_after_closing: 7"),
        ),
    )
    text = "\n".join(found)
    assert text.count("20 ngày làm việc") == 2
    assert text.count("07 ngày làm việc") == 2
    assert "15 ngày làm việc" not in text


def test_without_direct_election_the_sentence_and_the_letters_go(tmp_path: Path) -> None:
    found = plan(tmp_path, changed(("[bầu trực tiếp bí thư]", "[rút kinh nghiệm]")))
    text = "\n".join(found)
    assert "thí điểm bầu" not in text
    assert not any(line.startswith(("A. ĐỐI", "B. ĐỐI", "I. ĐỐI", "II. ĐỐI")) for line in found)
    assert found.count("Cấp cơ sở: 04") == 2


def test_a_unit_with_both_purposes_stands_in_both_groups_and_counts_once(
    tmp_path: Path,
) -> None:
    old = "tier: co-so\n    purposes: [rút kinh nghiệm]\n    time: 20"
    new = old.replace("nghiệm]", "nghiệm, bầu trực tiếp bí thư]")
    found = plan(tmp_path, changed((old, new)))
    assert found.count("Đảng bộ xã Tân Lập trực thuộc Đảng bộ huyện Tân Biên") == 4
    assert any("(04 đảng bộ)" in line for line in found)


def test_a_replaced_unit_leaves_the_schedule_and_a_suspended_one_says_so(
    tmp_path: Path,
) -> None:
    found = plan(
        tmp_path,
        changed(
            (
                "time: 05, 06/3/2025\n",
                (
                    "time: 05, 06/3/2025\n    status: tạm dừng\n"
                    "    changed_by: {kind: công văn, "
                    "number: 9-CV/TU, date: 03/3/2025, subject: về việc tạm dừng đại hội}\n"
                ),
            ),
        ),
    )
    assert found.count("Tạm dừng") == 3  # two schedules, and the visit
    assert found.count("(theo Công văn số 9-CV/TU, ngày 03/3/2025)") == 2
    assert not (tmp_path / "out" / "thanh-phuoc").exists()


def test_nothing_in_the_templates_is_fitted_to_the_reference(tmp_path: Path) -> None:
    build(SAMPLE, tmp_path, Options(only=WORD_PAPERS))
    words = ("Tây Ninh", "huyện", "tỉnh Tây", "Châu Thành", "5513", "toàn tỉnh")
    for path in tmp_path.rglob("*.docx"):
        text = "\n".join(lines(path.read_bytes()))
        assert [word for word in words if word in text] == []
