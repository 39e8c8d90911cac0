"""vankien collect and vankien status, as a clerk sees them."""

from __future__ import annotations

import json
import re
import sqlite3
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from filelock import FileLock

from commands import round_with, run
from generator.register import FILE
from returned import FIRST_SENT, SCHOOL, WARD, Data, filled, of_unit, send

if TYPE_CHECKING:
    from pathlib import Path

    from click.testing import Result

AS_OF = ("--as-of", "25/11/2026")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return round_with(tmp_path / "dot")


def collect(folder: Path, *options: str | Path) -> Result:
    return run("collect", folder, "-o", folder.parent / "out", *AS_OF, *options)


def too_many_votes(data: Data) -> None:
    data["elections"][0]["ballots"][0]["valid"] += 40


# What is said of what was read


def test_what_was_read_made_and_is_missing_is_said(folder: Path) -> None:
    send(folder, "biểu của trường.xlsx", filled(SCHOOL))
    result = collect(folder)
    assert (result.exit_code, result.stderr) == (0, "")
    first, made, *others = result.stdout.splitlines()
    assert first == (
        "Đã đọc 1 tệp: 1 đơn vị đủ, 0 nghi ngờ; thiếu 3 đơn vị: Đảng bộ Bệnh viện Đa khoa "
        "Bình Minh; Đảng bộ các cơ quan Đảng xã; Chi bộ Khoa Nội."
    )
    assert made.startswith("Đã lập ")
    assert any(line.startswith("  tong-hop-ket-qua-bau-cu.xlsx ") for line in others)
    assert "Nhắc đơn vị đã quá hạn báo cáo: Chi bộ Khoa Nội." in others
    assert "2 đơn vị khác chưa đến hạn hoặc chưa rõ hạn" in others[-1]


def test_a_doubtful_file_has_a_block_of_its_own(folder: Path) -> None:
    send(folder, "a.xlsx", filled(WARD, too_many_votes))
    send(folder, "b.xlsx", filled(SCHOOL))
    result = collect(folder)
    assert result.exit_code == 5
    empty, heading, *listed = result.stderr.splitlines()
    first = next(line for line in listed if "lỗi" in line)
    assert not empty
    assert heading.startswith("results/a.xlsx (Chi bộ Khoa Nội): ")
    assert " lỗi" in heading
    assert first.startswith("  lỗi: trang “")
    assert ", ô " in first
    assert "results/b.xlsx" not in result.stderr
    assert "1 đơn vị đủ, 1 nghi ngờ" in result.stdout
    assert "Đề nghị đơn vị sửa biểu và gửi lại" in result.stdout
    assert "chưa đưa vào tổng hợp): Chi bộ Khoa Nội." in result.stdout


def test_an_unsafe_file_is_refused_and_the_others_go_on(folder: Path) -> None:
    send(folder, "a.xlsx", filled(WARD))
    (folder / "results" / "hỏng.xlsx").write_bytes(b"khong phai tep Excel")
    result = collect(folder)
    assert result.exit_code == 3
    assert "results/hỏng.xlsx: 1 lỗi\n  lỗi: Không mở được" in result.stderr
    assert "1 đơn vị đủ" in result.stdout


def test_a_file_of_an_unknown_congress_is_named(folder: Path) -> None:
    send(folder, "a.xlsx", of_unit(filled(WARD), WARD, "khoa-ngoai"))
    result = collect(folder)
    assert result.exit_code == 5
    assert "results/a.xlsx: 1 lỗi" in result.stderr
    assert "khoa-ngoai" in result.stderr
    assert "0 đơn vị đủ, 0 nghi ngờ" in result.stdout


def test_what_differs_between_two_versions_is_said(folder: Path) -> None:
    def another_phone(data: Data) -> None:
        data["phone"] = "111"

    send(folder, "a.xlsx", filled(WARD))
    collect(folder)
    send(folder, "b.xlsx", filled(WARD, another_phone), FIRST_SENT + timedelta(days=1))
    result = collect(folder)
    assert result.exit_code == 0
    assert "nhắc: results/b.xlsx: Bản này (lưu " in result.stderr
    assert "results/b.xlsx: Số điện thoại: khác bản trước: “000” nay là “111”." in result.stderr


# What cannot be used


def test_without_a_folder_of_results_it_says_what_to_do(folder: Path) -> None:
    result = collect(folder)
    assert result.exit_code == 1
    assert f"Chưa có thư mục {folder / 'results'}. Tạo thư mục này" in result.stderr
    assert not (folder / FILE).exists()


def test_an_empty_folder_of_results_is_named(folder: Path) -> None:
    (folder / "results").mkdir()
    result = collect(folder)
    assert (result.exit_code, "chưa có tệp nào" in result.stderr) == (1, True)


def test_an_output_that_another_run_has_is_named_and_nothing_read_is_lost(
    folder: Path,
) -> None:
    send(folder, "a.xlsx", filled(WARD))
    out = folder.parent / "out"
    out.mkdir()
    with FileLock(out / ".vankien.lock"):
        result = collect(folder)
    assert result.exit_code == 5
    assert "1 đơn vị đủ" in result.stdout
    assert str(out) in result.stderr
    again = collect(folder)
    assert (again.exit_code, "Đã lập " in again.stdout) == (0, True)


@pytest.mark.parametrize("command", ["collect", "status", "build"])
def test_a_register_of_a_later_program_stops_every_command(folder: Path, command: str) -> None:
    send(folder, "a.xlsx", filled(WARD))
    register = sqlite3.connect(folder / FILE)
    register.execute("PRAGMA user_version = 99")
    register.close()
    output = () if command == "status" else ("-o", folder.parent / "out")
    result = run(command, folder, *output)
    assert result.exit_code == 1
    assert "bản vankien mới hơn lập" in result.stderr
    assert not (folder.parent / "out" / WARD).exists()


def test_the_folder_of_the_data_takes_no_papers(folder: Path) -> None:
    send(folder, "a.xlsx", filled(WARD))
    assert run("collect", folder, "-o", folder).exit_code == 2


def test_a_round_that_is_wrong_collects_nothing(tmp_path: Path) -> None:
    folder = round_with(tmp_path / "dot", ("time: 05/11/2026", "time: 35/11/2026"))
    send(folder, "a.xlsx", filled(WARD))
    result = collect(folder)
    assert (result.exit_code, (folder / FILE).exists()) == (1, False)


def test_json_has_each_problem_with_its_cell(folder: Path) -> None:
    send(folder, "a.xlsx", filled(WARD, too_many_votes))
    result = collect(folder, "--json")
    found = json.loads(result.stdout)
    assert result.exit_code == 5
    assert {one["file"] for one in found} == {"results/a.xlsx"}
    assert all(one["message"] for one in found)
    assert any(one["cell"] for one in found if one["severity"] == "error")


# Status


def test_status_tells_where_each_unit_stands(folder: Path) -> None:
    send(folder, "a.xlsx", filled(WARD, too_many_votes))
    send(folder, "b.xlsx", filled(SCHOOL), FIRST_SENT + timedelta(days=4))
    collect(folder)
    result = run("status", folder, *AS_OF)
    rows = {re.split(r" {2,}", line)[0]: line for line in result.stdout.splitlines()}
    assert result.exit_code == 0
    headings = ["Đơn vị", "Hạn báo cáo", "Biểu", "Báo cáo", "Ghi chú"]
    assert re.split(r" {2,}", rows["Đơn vị"]) == headings
    assert " nghi ngờ " in rows["Chi bộ Khoa Nội"]
    assert "results/a.xlsx; " in rows["Chi bộ Khoa Nội"]
    assert "gửi sau hạn 8 ngày" in rows["Chi bộ Khoa Nội"]
    school = rows["Đảng bộ Trường Trung học phổ thông Bình Minh"]
    assert "20/11/2026" in school
    assert " đã có " in school
    assert "gửi sau hạn 4 ngày" in school
    assert " chưa đến hạn " in rows["Đảng bộ Bệnh viện Đa khoa Bình Minh"]
    assert "Đề nghị đơn vị sửa biểu" in result.stdout


def test_status_before_anything_came(folder: Path) -> None:
    result = run("status", folder, *AS_OF)
    assert result.exit_code == 0
    late = "Chi bộ Khoa Nội                               12/11/2026            quá hạn "
    assert late in result.stdout
    assert "quá 13 ngày" in result.stdout
    assert not (folder / FILE).exists()


def test_status_as_json(folder: Path) -> None:
    send(folder, "a.xlsx", filled(SCHOOL))
    collect(folder)
    found = {
        one["congress"]: one
        for one in json.loads(run("status", folder, "--json", *AS_OF).stdout)
    }
    assert found[SCHOOL]["state"] == "du"
    assert found[SCHOOL]["file"] == "results/a.xlsx"
    assert found[WARD] == {
        "congress": WARD,
        "unit": "Chi bộ Khoa Nội",
        "due": "2026-11-12",
        "state": "qua_han",
        "late_by": 13,
        "file": None,
        "saved_at": None,
        "unread": None,
        "versions": 0,
        "report": None,
    }


def test_a_unit_that_sent_twice_is_said_so(folder: Path) -> None:
    send(folder, "a.xlsx", filled(WARD, too_many_votes))
    send(folder, "b.xlsx", filled(WARD), FIRST_SENT + timedelta(days=1))
    collect(folder)
    result = run("status", folder, *AS_OF)
    assert "gửi 2 lần, tính bản mới nhất" in result.stdout
