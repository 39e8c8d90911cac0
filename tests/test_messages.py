"""The sentences of problems: one code, one sentence."""

from __future__ import annotations

import ast
from collections import Counter
from typing import TYPE_CHECKING

from conftest import ROOT
from generator.errors.messages import MESSAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

IN_CELLS = "_INSTEAD"  # of codes that have a sentence already, for a cell


def typed_codes() -> Iterator[str]:
    """Each code as often as a table of sentences has it."""
    for path in sorted((ROOT / "generator" / "errors").glob("*messages.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Assign | ast.AnnAssign):
                continue
            in_cells = IN_CELLS in ast.unparse(node).split("=")[0]
            tables = [one for one in ast.walk(node) if isinstance(one, ast.Dict)]
            keys = [key for table in tables for key in table.keys if not in_cells]
            yield from (str(key.value) for key in keys if isinstance(key, ast.Constant))


def test_no_code_has_two_sentences() -> None:
    times = Counter(typed_codes())
    assert set(times) <= set(MESSAGES)
    assert len(times) > 100
    assert [code for code, count in times.items() if count > 1] == []
