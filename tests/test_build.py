"""The pipeline: what is done once for a run, and once for a unit."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from conftest import REFERENCE
from generator import word
from generator.build import Options, build
from outline import lines

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_a_template_is_compiled_once_however_many_units_there_are(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    compiled: Counter[str] = Counter()
    compile_template = word.compile_template

    def counted(content: bytes, name: str) -> word.Template:
        compiled[name.rsplit("/", 1)[-1]] += 1
        return compile_template(content, name)

    monkeypatch.setattr(word, "compile_template", counted)
    result = build(REFERENCE, tmp_path, Options())
    assert len([name for name in result.outcome.made if name.endswith(".docx")]) == 6
    assert compiled["ke-hoach.docx"] == compiled["bao-cao-ket-qua.docx"] == 1
    assert set(compiled.values()) == {1}


def test_a_draft_is_made_without_a_date_a_time_and_a_dossier(tmp_path: Path) -> None:
    text = (REFERENCE / "round.yaml").read_text(encoding="utf-8")
    text = re.sub(r"  issued_on: .*\n", "", text)
    text = text.replace("    time: 20, 21/02/2025\n", "")
    text = re.sub(r"(?s)dossier:.*?(?=# Đề cương báo cáo)", "", text)
    folder = tmp_path / "dot"
    folder.mkdir()
    (folder / "round.yaml").write_text(text, encoding="utf-8")
    result = build(folder, tmp_path / "out", Options(draft=True))
    assert "no-profile-date" in [problem.code for problem in result.problems]
    printed = lines((tmp_path / "out" / "ke-hoach.docx").read_bytes())
    assert any("(1) [thiếu: Hồ sơ xin phê duyệt]" in line for line in printed)
    assert printed.count("Chưa xác định") == 2  # both schedules
    assert "Dự thảo" in printed
