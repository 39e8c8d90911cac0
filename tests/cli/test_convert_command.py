"""vankien convert and vankien new --excel: what they write, what they refuse."""

from __future__ import annotations

from pathlib import Path

import pytest

from commands import contents, round_with, run
from conftest import REFERENCE, SAMPLE
from generator.sources import load_file, load_round, sample_data


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("folder", [REFERENCE, SAMPLE], ids=["tay-ninh", "mau"])
def test_there_and_back(folder: Path) -> None:
    there = run("convert", folder, "excel")
    back = run("convert", "excel", "yaml")

    assert (there.stdout, there.exit_code) == ("Đã ghi excel/round.xlsx.\n", 0)
    assert (back.stdout, back.exit_code) == ("Đã ghi yaml/round.yaml.\n", 0)
    assert load_round(Path("excel")).round == load_round(folder).round
    assert load_round(Path("yaml")).round == load_round(folder).round


def test_files_by_their_suffix() -> None:
    run("convert", SAMPLE / "round.yaml", "mot.xlsx")
    run("convert", "mot.xlsx", "hai.yml")

    assert load_file(Path("hai.yml")).round == load_round(SAMPLE).round


def test_the_yaml_is_tidy() -> None:
    run("convert", SAMPLE, "ra.yaml")

    lines = Path("ra.yaml").read_text(encoding="utf-8").splitlines()
    assert lines[2:8] == [
        "term: 2025-2030",
        "organization: binh-minh",
        "receiving_office: Ban Xây dựng Đảng của Đảng ủy xã",
        "",
        "plan:",
        "  issued_on: 10/2026",
    ]
    assert "  - {id: binh-minh, unit: xã, name: Bình Minh, superior: hoa-an}" in lines
    assert "    purposes: [rút kinh nghiệm, bầu trực tiếp bí thư]" in lines
    assert "status: theo kế hoạch" not in "\n".join(lines)


def test_the_same_papers_from_either(tmp_path: Path) -> None:
    run("convert", SAMPLE, "excel")
    from_text, from_excel = run("build", SAMPLE, "-o", "a"), run("build", "excel", "-o", "b")

    assert (from_text.exit_code, from_excel.exit_code) == (0, 0)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_both_in_one_folder_is_said() -> None:
    round_with(Path("dot"))

    result = run("convert", "dot", "dot")

    assert result.stdout.splitlines() == [
        "Đã ghi dot/round.xlsx.",
        "Thư mục nay có cả round.yaml và round.xlsx: xóa tệp không dùng trước khi build.",
    ]


def test_nothing_is_overwritten() -> None:
    round_with(Path("dot"))
    Path("ra.xlsx").write_bytes(b"cua toi")

    result = run("convert", "dot", "ra.xlsx")

    told = "lỗi: ra.xlsx: Đã có ra.xlsx; không ghi đè. Chọn tên khác, hoặc xóa tệp ấy trước."
    assert result.stderr.splitlines() == [told, "Có 1 lỗi. Chưa ghi tệp nào."]
    assert result.exit_code == 2
    assert Path("ra.xlsx").read_bytes() == b"cua toi"


@pytest.mark.parametrize("arguments", [("dot", "ra.csv"), ("dot/ghi-chu.txt", "ra.yaml")])
def test_other_suffixes_are_refused(arguments: tuple[str, str]) -> None:
    round_with(Path("dot"))
    Path("dot/ghi-chu.txt").write_text("x", encoding="utf-8")

    result = run("convert", *arguments)

    assert "Đặt đuôi .yaml hoặc .xlsx, hoặc nêu một thư mục." in result.stderr
    assert result.exit_code == 2
    assert not Path(arguments[1]).exists()


def test_wrong_data_is_not_converted() -> None:
    round_with(Path("dot"), ("sáng 13/11/2026", "31/11/2026"))

    result = run("convert", "dot", "ra")

    assert "“31/11/2026” có ngày hoặc tháng không có thật trong lịch." in result.stderr
    assert result.exit_code == 1
    assert not Path("ra").exists()


def test_a_new_workbook_waits_for_its_round() -> None:
    result = run("new", "dot", "--excel")
    checked = run("check", "dot")

    assert result.stdout == ("Đã tạo dot/round.xlsx. Sửa tệp này rồi chạy: vankien build dot\n")
    assert list(contents(Path("dot"))) == ["round.xlsx"]
    assert checked.exit_code == 1
    said = checked.stderr.splitlines()
    assert said[0] == (
        "lỗi: dot/round.xlsx, trang “Thông tin chung”, ô B4: Nhiệm kỳ: "
        "Ô bắt buộc này để trống. Ghi giá trị vào ô."
    )
    assert all("để trống" in line or "ít nhất một dòng" in line for line in said[:-1])


def test_a_new_workbook_has_what_rounds_have_in_common() -> None:
    run("new", "dot", "--excel")

    tree = load_round(Path("dot")).tree
    assert tree.value["dossier"] == sample_data()["dossier"]
    assert len(tree.value["report_outline"]) == len(sample_data()["report_outline"])
    assert tree.value["organizations"] == []


def test_a_new_workbook_goes_into_an_empty_folder_only() -> None:
    round_with(Path("dot"))

    result = run("new", "dot", "--excel")

    assert result.exit_code == 2
    assert not Path("dot/round.xlsx").exists()
