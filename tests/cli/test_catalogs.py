"""The catalogs: click in Vietnamese, ours in English, nothing missing, nothing left over.

After click changed, refresh its catalog, then translate what is empty or fuzzy; `update` drops
the header: keep the first lines of the file (click.pot is not kept)::

    pybabel extract -k _ -k ngettext:1,2 --no-location --sort-output -o click.pot CLICK_FOLDER
    pybabel update -D messages -d generator/locale -l vi -i click.pot --omit-header \
        --ignore-obsolete --no-fuzzy-matching

Our msgids are Vietnamese and stand in the code: write new ones into vankien.po by hand, in the
order of msgids; the tests say which are missing. After either, compile::

    pybabel compile -D messages -d generator/locale -l vi
    pybabel compile -D vankien -d generator/locale -l en
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from io import BytesIO
from pathlib import Path
from typing import Any, get_args

import click
import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po
from pydantic import BaseModel

import generator.cli
from generator.catalog import PAPERS
from generator.cli.language import CATALOGS, CLICKS, OURS
from generator.errors import Severity
from generator.errors.messages import MESSAGES
from generator.model import Round

HEADER = """\
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Plural-Forms: {plurals}\\n"

"""
PLURALS = {"vi": "nplurals=1; plural=0;", "en": "nplurals=2; plural=(n != 1);"}
BOTH = pytest.mark.parametrize(("language", "domain"), [("vi", CLICKS), ("en", OURS)])
PLACEHOLDER = re.compile(r"\{(\w+)(?:!r)?\}")

Words = str | tuple[str, ...]


def po_path(language: str, domain: str) -> Path:
    return CATALOGS / language / "LC_MESSAGES" / f"{domain}.po"


def plain(words: Any) -> Words:
    return words if isinstance(words, str) else tuple(words)


def translations(catalog: Any) -> dict[Words, Words]:
    return {plain(message.id): plain(message.string) for message in catalog if message.id}


def in_po(language: str, domain: str) -> dict[Words, Words]:
    with po_path(language, domain).open("rb") as file:
        return translations(read_po(file, locale=language))


def placeholders(words: Words) -> set[str]:
    return set(PLACEHOLDER.findall(words if isinstance(words, str) else " ".join(words)))


def of_click() -> set[Words]:
    """Every message of the installed click."""
    folder = Path(click.__file__).parent
    found = extract_from_dir(folder, keywords={"_": None, "ngettext": (1, 2)})
    return {message for _file, _line, message, _comments, _context in found}


def titles_within(annotation: Any, seen: set[type[BaseModel]]) -> set[str]:
    """The titles of all fields of the records in a type, and of the records in these."""
    if not (isinstance(annotation, type) and issubclass(annotation, BaseModel)):
        return {title for part in get_args(annotation) for title in titles_within(part, seen)}
    if annotation in seen:
        return set()
    seen.add(annotation)
    fields = annotation.model_fields.values()
    own = {field.title for field in fields if field.title}
    return own.union(*(titles_within(field.annotation, seen) for field in fields))


def in_commands() -> set[str]:
    """Every literal that a command passes to `_`."""
    files = Path(generator.cli.__file__).parent.glob("*.py")
    nodes = [node for file in files for node in ast.walk(ast.parse(file.read_text("utf-8")))]
    return {
        node.args[0].value
        for node in nodes
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "_"
        and isinstance(node.args[0], ast.Constant)
        and isinstance(node.args[0].value, str)
    }


def help_page(arguments: list[str], locale: str) -> str:
    """What a command prints into a pipe of another encoding, as UTF-8."""
    ours = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "PYTHONUTF8", "VANKIEN_LANG")
    kept = {name: value for name, value in os.environ.items() if name not in ours}
    done = subprocess.run(  # noqa: S603 - our own command
        [sys.executable, "-c", "from generator.cli import main; main()", *arguments, "--help"],
        env={**kept, "LANG": locale, "PYTHONIOENCODING": "cp1252"},
        capture_output=True,
        check=True,
    )
    assert not done.stderr
    return done.stdout.decode("utf-8")


@BOTH
def test_compiled_catalog_is_the_written_one(language: str, domain: str) -> None:
    path = po_path(language, domain)
    fresh = BytesIO()
    with path.open("rb") as written, path.with_suffix(".mo").open("rb") as compiled:
        write_mo(fresh, read_po(written, locale=language))
        fresh.seek(0)
        assert translations(read_mo(compiled)) == translations(read_mo(fresh))


@BOTH
def test_catalog_is_whole(language: str, domain: str) -> None:
    with po_path(language, domain).open("rb") as file:
        catalog = read_po(file, locale=language)
    messages = [message for message in catalog if message.id]

    assert not catalog.obsolete
    assert not list(catalog.check())
    assert not [message.id for message in messages if message.fuzzy]
    assert not [m.id for m in messages if not m.string or not all(m.string)]


@BOTH
def test_catalog_file_is_tidy(language: str, domain: str) -> None:
    text = po_path(language, domain).read_text("utf-8")
    ids = [id_ if isinstance(id_, str) else id_[0] for id_ in in_po(language, domain)]

    assert text.startswith(HEADER.format(language=language, plurals=PLURALS[language]))
    assert not re.findall(r"^#[^,].*", text, re.MULTILINE)  # flags are the only comments
    assert ids == sorted(ids)


def test_click_speaks_vietnamese() -> None:
    found = in_po("vi", CLICKS)

    assert set(found) == of_click()
    # click says some placeholders in English, or in capitals; those the Vietnamese leaves out
    assert not {id_ for id_ in found if placeholders(found[id_]) - placeholders(id_)}


def test_our_words_are_in_english() -> None:
    sentences = set(MESSAGES.values())
    titles = titles_within(Round, set())
    papers = {paper.title for paper in PAPERS}
    found = in_po("en", OURS)

    assert set(found) == sentences | titles | papers | set(Severity) | in_commands()
    assert not {id_ for id_ in found if placeholders(found[id_]) != placeholders(id_)}


@pytest.mark.parametrize("locale", ["C", "vi_VN.UTF-8"])
def test_help_is_vietnamese(locale: str) -> None:
    page = help_page([], locale)

    assert page.startswith("Cách dùng: vankien [TÙY CHỌN] LỆNH …")
    assert not re.findall(r"Usage|Options|Commands|Show|OPTIONS|COMMAND", page)


@pytest.mark.parametrize("locale", ["C", "vi_VN.UTF-8"])
def test_help_is_english(locale: str) -> None:
    page = help_page(["--lang", "en"], locale)

    assert page.startswith("Usage: vankien [OPTIONS] COMMAND …")
    assert not [letter for letter in page if letter.isalpha() and not letter.isascii()]


def test_help_of_commands_is_vietnamese() -> None:
    page = help_page(["template", "new"], "C")

    assert "mặc định: party_hd05" in page
    assert not re.findall(r"Usage|Options|Show|default|required", page)
