"""The JSON Schema that an editor reads: it takes both rounds, and sees what is wrong."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from jsonschema import Draft202012Validator

from conftest import REFERENCE, SAMPLE
from generator.sources import round_schema


def data(text: str) -> Any:
    """What an editor's YAML reader makes of the text: numbers, booleans and strings."""
    return yaml.safe_load(text)


@pytest.fixture(scope="module")
def editor() -> Draft202012Validator:
    schema = round_schema()
    Draft202012Validator.check_schema(schema)
    return Draft202012Validator(schema)


@pytest.mark.parametrize("folder", [REFERENCE, SAMPLE], ids=["tay-ninh", "mau"])
def test_the_shipped_rounds_are_right(folder: Any, editor: Draft202012Validator) -> None:
    text = (folder / "round.yaml").read_text(encoding="utf-8")
    assert [error.message for error in editor.iter_errors(data(text))] == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("receiving_office:", "receving_office:"),
        ("unit: huyện", "unit: quận huyện"),
        ("term: 2025-2030", "term: nhiệm kỳ này"),
        ("date: 30/10/2024", "date: 30-10-2024"),
        ("papers_before_opening: 15", "papers_before_opening: nhiều"),
        ("id: tan-lap,", "id: Tân Lập,"),
    ],
)
def test_the_editor_sees_what_is_wrong(
    old: str, new: str, editor: Draft202012Validator
) -> None:
    text = (REFERENCE / "round.yaml").read_text(encoding="utf-8")
    assert old in text
    assert list(editor.iter_errors(data(text.replace(old, new))))


def test_every_field_has_a_vietnamese_title() -> None:
    for name, record in round_schema()["$defs"].items():
        for field, facts in record.get("properties", {}).items():
            assert facts.get("title", "").lower() != field.replace("_", " "), f"{name}.{field}"
