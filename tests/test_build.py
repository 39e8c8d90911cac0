"""The pipeline: what is done once for a run, and once for a unit."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from conftest import REFERENCE
from generator import word
from generator.build import Options, build

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
    assert compiled == {"ke-hoach.docx": 1, "bao-cao-ket-qua.docx": 1}
