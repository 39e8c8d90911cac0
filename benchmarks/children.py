"""Engines, each in a process of its own that stays warm, asked one at a time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from contextlib import suppress
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Self

import base
import dialects
import spec
from installing import HERE, NODE, TARGETS
from memory import peak

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path
    from types import TracebackType

OURS, FLOOR = "ours", "floor"
BY_PYTHON = (OURS, FLOOR, "docxtpl", "docxtpl-best", "python-docx", *TARGETS)
BY_NODE = ("docxtemplater", "easy-template-x", "carbone")
SIZES = (20, 200, 2_000, 20_000)
LANGUAGES = {
    "jinja": dialects.JINJA,
    "plain": dialects.PLAIN,
    "curly": dialects.CURLY,
    "easy": dialects.EASY,
    "carbone": dialects.CARBONE,
}


class EngineError(RuntimeError):
    """An engine that does not start, or dies; its last words."""


@dataclass(frozen=True, slots=True)
class Answer:
    """Seconds of a run, and the most memory so far in MB."""

    seconds: float
    memory: int


class Engine:
    """A process that makes documents; start it with `with`."""

    def __init__(self, name: str, folder: Path, out: str = "") -> None:
        """Name an engine, the folder with the templates, and where in it documents go."""
        self.name, self.folder = name, folder
        self.out = folder / (out or name)
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Self:
        """Start it."""
        self.out.mkdir(exist_ok=True)
        command, paths = _command(self.name)
        with (self.folder / f"{self.name}.log").open("w") as errors:
            self._process = subprocess.Popen(  # noqa: S603 - a script of ours
                [*command, self.name, str(self.folder)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=errors,
                env={**os.environ, **paths},
                text=True,
                encoding="utf-8",
            )
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Stop it."""
        if self._process:
            self._process.kill()
            self._process.communicate()

    def ask(self, count: int, rows: int = spec.ROWS, limit: float = 0) -> Answer | None:
        """The seconds for so many documents; nothing where they took longer than the limit."""
        assert self._process
        given, told = _pipes(self._process)
        order = {"rows": rows, "count": count, "out": str(self.out)}
        late = threading.Event()
        watch = threading.Timer(limit, self._stop, (late,)) if limit else None
        if watch:
            watch.start()
        with suppress(BrokenPipeError):  # it died before; then it says nothing either
            given.write(json.dumps(order) + "\n")
            given.flush()
        line = told.readline()
        if watch:
            watch.cancel()
        if late.is_set():
            return None
        if not line:
            raise EngineError(f"{self.name}: {self.last_words()}")
        return Answer(float(line), peak(self._process.pid))

    def documents(self) -> list[bytes]:
        """One of each document."""
        self.ask(spec.DOCUMENTS)
        return [(self.out / f"{number}.docx").read_bytes() for number in range(spec.DOCUMENTS)]

    def last_words(self) -> str:
        """The end of what it wrote as errors."""
        text = (self.folder / f"{self.name}.log").read_text(encoding="utf-8", errors="replace")
        return text[-2000:]

    def _stop(self, late: threading.Event) -> None:
        late.set()
        if self._process:
            self._process.kill()


def _pipes(process: subprocess.Popen[str]) -> tuple[IO[str], IO[str]]:
    assert process.stdin
    assert process.stdout
    return process.stdin, process.stdout


def _command(name: str) -> tuple[list[str], Mapping[str, str]]:
    """The command of an engine, and where its packages stand."""
    if name in BY_NODE:
        return ["node", str(HERE / "ways.js")], {"NODE_PATH": str(NODE / "node_modules")}
    script = str(HERE / "ways.py")
    if name in TARGETS:  # -S: nothing else that is installed
        return [sys.executable, "-S", script], {"PYTHONPATH": str(TARGETS[name])}
    return [sys.executable, script], {}


def prepare(folder: Path, sizes: Iterable[int] = SIZES[:1]) -> None:
    """Write the templates, and the values as JSON, into a folder."""
    for name, dialect in LANGUAGES.items():
        (folder / f"{name}.docx").write_bytes(base.template(dialect))
    (folder / "base.docx").write_bytes(base.with_parts({dialects.FOOTER: dialects.footer()}))
    for rows in sizes:
        values = [spec.context(number, rows) for number in range(spec.documents(rows))]
        text = json.dumps(values, ensure_ascii=False)
        (folder / f"{rows}.json").write_text(text, encoding="utf-8")
