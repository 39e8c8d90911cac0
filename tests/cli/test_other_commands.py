"""vankien new, schema and template, as a clerk sees them."""

from __future__ import annotations

import errno
import json
import os
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document

from commands import contents, round_with, run
from generator.catalog import TEMPLATE_CODES, shipped_template

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that takes nothing more."""

    def fail(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)


# vankien new


def test_a_new_folder_passes_the_check_and_builds(tmp_path: Path) -> None:
    folder = tmp_path / "đợt mới"
    result = run("new", folder)
    assert result.exit_code == 0
    assert f"vankien build {folder}" in result.stdout
    assert set(contents(folder)) == {"round.yaml", "round.schema.json"}
    assert run("check", folder).exit_code == 0
    assert run("build", folder, "-o", tmp_path / "kết quả").exit_code == 0


def test_an_editor_finds_the_schema_of_a_new_round(tmp_path: Path) -> None:
    run("new", tmp_path / "d")
    first = (tmp_path / "d" / "round.yaml").read_text(encoding="utf-8").splitlines()[0]
    assert first == "# yaml-language-server: $schema=round.schema.json"
    schema = (tmp_path / "d" / "round.schema.json").read_text(encoding="utf-8")
    assert schema == run("schema").stdout


def test_an_empty_folder_can_be_used(tmp_path: Path) -> None:
    assert run("new", tmp_path).exit_code == 0
    assert set(contents(tmp_path)) == {"round.yaml", "round.schema.json"}


def test_a_folder_with_files_is_refused(tmp_path: Path) -> None:
    (tmp_path / "ghi-chu.txt").write_bytes(b"cua toi")
    result = run("new", tmp_path)
    assert (result.exit_code, result.stdout) == (2, "")
    assert "đã có tệp; không ghi đè" in result.stderr
    assert contents(tmp_path) == {"ghi-chu.txt": b"cua toi"}


def test_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "d").write_bytes(b"cua toi")
    assert run("new", tmp_path / "d").exit_code == 2
    assert run("new", tmp_path / "d" / "trong").exit_code == 5
    assert contents(tmp_path) == {"d": b"cua toi"}


@pytest.mark.usefixtures("no_room")
def test_a_new_folder_on_a_full_disk_is_told(tmp_path: Path) -> None:
    result = run("new", tmp_path)
    assert result.exit_code == 5
    assert f"Không ghi được {tmp_path / 'round.yaml'}: ổ đĩa đã đầy" in result.stderr
    assert contents(tmp_path) == {}


# vankien schema


def test_the_schema_is_json_with_vietnamese_titles() -> None:
    schema = json.loads(run("schema").stdout)
    assert schema["title"] == "Đợt đại hội"
    records = [schema, *schema["$defs"].values()]
    fields = {
        (record["title"], name): field
        for record in records
        for name, field in record.get("properties", {}).items()
    }
    assert len(fields) > 50
    english = [
        key
        for key, field in fields.items()
        if title(field, schema["$defs"]) in ("", key[1].replace("_", " ").title())
    ]
    assert english == []


def title(field: dict[str, Any], records: dict[str, Any]) -> str:
    """The title of a field, or of the record that stands there."""
    record = records.get(field.get("$ref", "").rpartition("/")[2], {})
    return str(field.get("title") or record.get("title") or "")


# vankien template


def bad_template(folder: Path, tag: str = "{{ khong_co }}") -> Path:
    """A round with a template of its own that names what is not there."""
    round_with(folder)
    (folder / "templates").mkdir()
    document = Document(str(shipped_template("ke-hoach")))
    document.add_paragraph(tag)
    document.save(str(folder / "templates" / "ke-hoach.docx"))
    return folder


def test_the_shipped_templates_are_right() -> None:
    result = run("template", "check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "Mẫu đúng.\n", "")


def test_a_bad_template_of_a_round_is_named_by_check_and_build(tmp_path: Path) -> None:
    folder = bad_template(tmp_path / "d")
    checked = run("template", "check", "ke-hoach", "--round", folder)
    assert checked.exit_code == 1
    assert "Không có giá trị nào tên “khong_co”" in checked.stderr
    assert str(folder / "templates" / "ke-hoach.docx") in checked.stderr
    built = run("build", folder, "-o", tmp_path / "out")
    assert (built.exit_code, (tmp_path / "out").exists()) == (1, False)
    assert "“khong_co”" in built.stderr


def test_a_template_that_is_no_word_file_is_unsafe(tmp_path: Path) -> None:
    folder = bad_template(tmp_path / "d")
    (folder / "templates" / "ke-hoach.docx").write_bytes(b"%PDF-1.7")
    checked = run("template", "check", "--round", folder)
    built = run("build", folder, "-o", tmp_path / "out")
    for result in (checked, built):
        assert result.exit_code == 3
        assert "đây không phải là tệp Word" in result.stderr
    assert not (tmp_path / "out").exists()


def test_an_unknown_template_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    for command in (["check", "ke-hoch"], ["copy", "ke-hoch", tmp_path]):
        result = run("template", *command)
        assert result.exit_code == 2
        assert " · ".join(TEMPLATE_CODES) in result.stderr
    assert contents(tmp_path) == {}


@pytest.mark.parametrize("code", TEMPLATE_CODES)
def test_a_copied_template_is_the_shipped_one_and_is_copied_once(
    tmp_path: Path, code: str
) -> None:
    path = tmp_path / "templates" / f"{code}.docx"
    result = run("template", "copy", code, tmp_path)
    assert (result.exit_code, str(path) in result.stdout) == (0, True)
    assert path.read_bytes() == shipped_template(code).read_bytes()
    path.write_bytes(b"da sua")
    again = run("template", "copy", code, tmp_path)
    assert (again.exit_code, "không ghi đè" in again.stderr) == (2, True)
    assert path.read_bytes() == b"da sua"


@pytest.mark.parametrize("profile", ["party_hd36", "party_hd05", "state_nd30"])
def test_a_new_template_is_made_once(tmp_path: Path, profile: str) -> None:
    path = tmp_path / "thong-bao.docx"
    assert run("template", "new", path, "--profile", profile).exit_code == 0
    made = path.read_bytes()
    assert len(Document(str(path)).paragraphs) > 0
    again = run("template", "new", path, "--kind", "báo cáo", "--profile", profile)
    assert (again.exit_code, "không ghi đè" in again.stderr) == (2, True)
    assert path.read_bytes() == made


def test_restyling_makes_a_copy_once(tmp_path: Path) -> None:
    path = tmp_path / "ke-hoach.docx"
    original = shipped_template("ke-hoach").read_bytes()
    path.write_bytes(original)
    assert run("template", "restyle", path).exit_code == 0
    made = contents(tmp_path)
    assert set(made) == {"ke-hoach.docx", "ke-hoach.moi.docx"}
    assert made["ke-hoach.docx"] == original
    again = run("template", "restyle", path)
    assert (again.exit_code, "không ghi đè" in again.stderr) == (2, True)
    assert contents(tmp_path) == made


@pytest.mark.usefixtures("no_room")
@pytest.mark.parametrize("command", ["copy", "new", "restyle"])
def test_a_template_on_a_full_disk_is_told(tmp_path: Path, command: str) -> None:
    path = tmp_path / "ke-hoach.docx"
    path.write_bytes(shipped_template("ke-hoach").read_bytes())
    before = contents(tmp_path)
    arguments: dict[str, tuple[str | Path, ...]] = {
        "copy": ("ke-hoach", tmp_path),
        "new": (tmp_path / "moi.docx",),
        "restyle": (path,),
    }
    result = run("template", command, *arguments[command])
    assert (result.exit_code, "ổ đĩa đã đầy" in result.stderr) == (5, True)
    assert contents(tmp_path) == before
