"""Running `vankien` as a person does, and data folders to run it on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from click.testing import CliRunner, Result

from conftest import SAMPLE
from generator.cli.language import choose

choose([])
from generator.cli.commands import vankien  # noqa: E402 - takes its words when it is imported

if TYPE_CHECKING:
    from pathlib import Path


def run(*arguments: str | Path) -> Result:
    """The command with these arguments: its exit code, what it printed, where."""
    given = [str(argument) for argument in arguments]
    return CliRunner().invoke(vankien, given, prog_name="vankien", catch_exceptions=False)


def round_with(folder: Path, *changes: tuple[str, str]) -> Path:
    """A data folder: the sample round, with some of its text replaced."""
    text = (SAMPLE / "round.yaml").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    folder.mkdir(parents=True)
    (folder / "round.yaml").write_text(text, encoding="utf-8")
    return folder


def contents(folder: Path) -> dict[str, bytes]:
    """Every file of a folder with its bytes."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def program(path: Path, script: str) -> Path:
    """A program of ours in the place of another one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return path
