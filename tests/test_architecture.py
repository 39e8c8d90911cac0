"""One direction of imports, one owner for each outside library, small modules."""

from __future__ import annotations

import ast
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PACKAGE = ROOT / "generator"
LAYERS = (
    {"cli"},
    {"build", "collect", "convert", "inspector", "new", "preview", "templates"},
    {"making"},
    {"catalog"},
    {"returns", "checking"},
    {"views", "rules"},
    {"statistics"},
    {"sources"},
    {"elections", "deadlines"},
    {"word", "excel", "pdf", "ics", "inspection"},
    {"model", "slots", "tables"},
    {"batch", "output", "register"},
    {"calendar", "vietnamese", "paper_format", "archive", "guard", "errors", "on_demand"},
)
# a lower line may be imported; these of the same or another line may too, or may not at all
ALLOWED = {("guard", "errors")}
FORBIDDEN = {
    ("word", "model"),
    ("excel", "model"),
    ("ics", "model"),
    ("inspection", "model"),
    ("views", "word"),
    ("views", "sources"),
    ("rules", "sources"),
    ("rules", "word"),
    ("model", "word"),
    ("model", "output"),
    ("sources", "word"),
    ("sources", "elections"),
    ("sources", "deadlines"),
    ("register", "model"),
}
OWNERS = {
    "click": {"cli"},
    "docxtpl": {"word"},
    "jinja2": {"word"},
    "markupsafe": {"word"},
    "docx": {"word"},
    "lxml": {"guard", "word", "inspection"},
    "yaml": {"sources"},
    "pydantic": {"model", "sources"},
    "pydantic_core": {"model", "sources"},
    "filelock": {"output"},
    "distributed": {"batch"},
    "isal": {"archive"},
    "xlsxwriter": {"excel"},
    "icalendar": {"ics"},
    "openpyxl": {"sources"},
    "python_calamine": {"sources"},
    "holidays": {"calendar"},
    "babel": set(),
}
MAX_LINES = 300


def modules() -> list[Path]:
    return sorted(PACKAGE.rglob("*.py"))


def part_of(path: Path) -> str:
    """The module or package of generator/ that a file belongs to."""
    first = path.relative_to(PACKAGE).parts[0]
    return first.removesuffix(".py")


def imports_of(path: Path) -> Iterator[tuple[str, str]]:
    """What a file imports: ("generator", module) or (library, "")."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module == "generator":
            names = [f"generator.{alias.name}" for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module]
        for name in names:
            first, _, rest = name.partition(".")
            yield first, rest.partition(".")[0]


def layer(part: str) -> int:
    return next((i for i, line in enumerate(LAYERS) if part in line), -1)


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_imports_go_down_only(path: Path) -> None:
    part = part_of(path)
    if part == "__init__":
        return
    assert layer(part) >= 0, f"{part} stands on no line of the picture"
    for library, other in imports_of(path):
        if library != "generator" or other in ("", part) or (part, other) in ALLOWED:
            continue
        assert layer(other) > layer(part), f"{part} imports {other}"
        assert (part, other) not in FORBIDDEN, f"{part} must not see {other}"


@pytest.mark.parametrize("path", modules(), ids=lambda p: str(p.relative_to(PACKAGE)))
def test_a_library_is_imported_by_its_owner_only(path: Path) -> None:
    for library, _ in imports_of(path):
        if library in OWNERS:
            assert part_of(path) in OWNERS[library], f"{library} is not for {path.name}"


def test_every_outside_library_has_an_owner() -> None:
    known = {*OWNERS, *sys.stdlib_module_names, "generator"}
    used = {library for path in modules() for library, _ in imports_of(path)}
    assert used <= known


def test_modules_are_small() -> None:
    long = {
        str(path.relative_to(PACKAGE)): count
        for path in modules()
        if (count := len(path.read_text(encoding="utf-8").splitlines())) > MAX_LINES
    }
    assert set(long) <= {"errors/messages.py"}, long


def test_help_loads_nothing_heavy() -> None:
    script = (
        "import sys\n"
        "from generator.cli import main\n"
        "try: main(['--help'])\n"
        "except SystemExit: pass\n"
        "heavy = {'docxtpl', 'docx', 'lxml', 'jinja2', 'pydantic', 'yaml', 'babel', 'holidays',"
        " 'openpyxl', 'xlsxwriter', 'icalendar', 'filelock'}\n"
        "print('heavy:', sorted(heavy & set(sys.modules)))"
    )
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", script], capture_output=True, text=True, check=True
    )
    assert done.stdout.splitlines()[-1] == "heavy: []"
