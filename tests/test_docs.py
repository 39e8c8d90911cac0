"""The documents say what the program does: glossary, README, CHANGELOG."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import election_tables
import format_tables
import generator
from conftest import ROOT
from generator import model
from generator.catalog import PAPERS
from generator.cli.commands import vankien
from generator.model import Round
from generator.model.base import record_at
from generator.model.regulation import Certainty, ElectionSettings, Regulation
from generator.paper_format import PROFILES, Confidence
from generator.sources import shipped_regulations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import BaseModel

GLOSSARY = (ROOT / "docs" / "glossary.md").read_text(encoding="utf-8")
README = (ROOT / "README.md").read_text(encoding="utf-8")


def records(record: type[BaseModel], found: list[type[BaseModel]]) -> Iterator[type[BaseModel]]:
    """The record and every record within it, once."""
    if record in found:
        return
    found.append(record)
    yield record
    for name in record.model_fields:
        inner = record_at(record, (name,))
        if inner:
            yield from records(inner, found)


def test_the_glossary_lists_every_field_with_its_title() -> None:
    wanted = [
        f"| `{name}` | {field.title} |"
        for record in records(Round, [])
        for name, field in record.model_fields.items()
    ]
    assert len(wanted) > 60
    assert [line for line in wanted if line not in GLOSSARY] == []
    listed = re.findall(r"^\| `\w+` \| .+ \|$", GLOSSARY, re.MULTILINE)
    assert [line for line in listed if line not in wanted] == []


def test_the_glossary_names_every_type_of_the_model() -> None:
    types = [name for name in model.__all__ if name[0].isupper()]
    known = {"Month", "PartialDate", "Plan", "Record"}
    assert [name for name in types if name not in GLOSSARY and name not in known] == []


def test_the_readme_names_every_command_and_paper() -> None:
    assert [name for name in vankien.commands if f"vankien {name}" not in README] == []
    assert [paper.code for paper in PAPERS if paper.code not in README] == []


def test_the_changelog_has_this_version() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert f"## {generator.__version__}" in changelog


def test_no_path_of_a_machine_is_in_the_documents() -> None:
    texts = [
        path.read_text(encoding="utf-8")
        for path in ROOT.glob("**/*.md")
        if ".venv" not in str(path)
    ]
    assert not any(re.search(r"/(home|root|work|tmp)/\w", text) for text in texts)


def test_the_format_page_shows_every_value_with_what_it_rests_on() -> None:
    page = (ROOT / "docs" / "the-thuc.md").read_text(encoding="utf-8")
    tables = [format_tables.page_of(profile) for profile in PROFILES.values()]
    assert page.endswith("\n".join(tables))


def test_every_rule_of_a_profile_says_what_it_rests_on() -> None:
    for profile in PROFILES.values():
        lines = [*format_tables.components(profile), *format_tables.rules(profile)]
        assert len(lines) > 60
        assert all(not re.search(r"\|\s+\|", line) for line in lines)
        sureness = "|".join(re.escape(one.value) for one in Confidence)
        assert all(re.search(rf" \| (?:{sureness}) \|$", line) for line in lines)


ELECTIONS = (ROOT / "docs" / "bau-cu.md").read_text(encoding="utf-8")
NOT_NUMBERS = {"number", "issued_on", "valid_from", "valid_to", "articles", "sources", "bodies"}


def test_the_election_page_shows_every_number_with_what_it_rests_on() -> None:
    assert ELECTIONS.endswith(election_tables.page())
    for regulation in shipped_regulations().regulations:
        lines = list(election_tables.numbers(regulation))
        assert len(lines) == 15
        assert all(re.search(r" \| [ABCIM] \|$", line) for line in lines)
        assert all("" not in line.split(" | ") for line in lines)


def test_every_number_of_a_regulation_says_what_it_rests_on() -> None:
    with_their_own = {"bases", "targets", "surplus_max", "surplus_source"}
    wanted = set(Regulation.model_fields) - NOT_NUMBERS - with_their_own
    for regulation in shipped_regulations().regulations:
        assert set(regulation.sources) == wanted


def test_what_was_not_read_is_never_called_read() -> None:
    for regulation in shipped_regulations().regulations:
        rules = (regulation.bases.members, regulation.bases.delegates, regulation.bases.meeting)
        found = [*regulation.sources.values(), regulation.targets.source]
        found += [regulation.surplus_source, *(rule.source for rule in rules)]
        unread = [one for one in found if "chưa đọc được" in one.text]
        assert unread
        assert {one.certainty for one in unread} == {Certainty.M}


def test_the_election_page_explains_the_letters_and_the_settings() -> None:
    assert [one for one in Certainty if f"| {one} | " not in ELECTIONS] == []
    assert [one for one in ElectionSettings.model_fields if f"`{one}" not in ELECTIONS] == []
    assert "chưa đọc được văn bản gốc" in ELECTIONS
