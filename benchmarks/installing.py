"""The engines that are compared, installed beside the program: never into its environment."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
PLACE = HERE.parent / "build" / "benchmark"
NODE = PLACE / "node"
LISTED = HERE / "engines.txt"  # Python engines: both take the import name docxtpl
PACKAGES = HERE / "package.json"


def listed() -> dict[str, str]:
    """The Python engines, each with its version as pip reads it."""
    lines = LISTED.read_text(encoding="utf-8").splitlines()
    wanted = [line for line in lines if line and not line.startswith("#")]
    return {line.partition("==")[0]: line for line in wanted}


TARGETS = {name: PLACE / name for name in listed()}


def install() -> dict[str, str]:
    """Install what is missing; why each part that cannot be installed is left out."""
    PLACE.mkdir(parents=True, exist_ok=True)
    failed = {name: reason for name in TARGETS if (reason := _install_python(name))}
    reason = _install_node()
    return {**failed, "node": reason} if reason else failed


def _install_python(name: str) -> str:
    """Install one into a folder of its own; empty, or the last line of what went wrong."""
    mark, wanted = TARGETS[name] / "installed", listed()[name]
    if _is_marked(mark, wanted):
        return ""
    shutil.rmtree(TARGETS[name], ignore_errors=True)
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--target", str(TARGETS[name])]
    return _run([*pip, wanted], mark, wanted)


def _install_node() -> str:
    wanted = PACKAGES.read_text(encoding="utf-8")
    mark, npm = NODE / "installed", shutil.which("npm")
    if _is_marked(mark, wanted):
        return ""
    if not (npm and shutil.which("node")):
        return "máy không có Node.js và npm"
    shutil.rmtree(NODE, ignore_errors=True)
    NODE.mkdir(parents=True)
    shutil.copy(PACKAGES, NODE)
    options = ["--no-package-lock", "--no-audit", "--no-fund", "--loglevel=error"]
    return _run([npm, "install", *options, "--prefix", str(NODE)], mark, wanted)


def _is_marked(mark: Path, wanted: str) -> bool:
    return mark.is_file() and mark.read_text(encoding="utf-8") == wanted


def _run(command: list[str], mark: Path, wanted: str) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        return ((done.stderr or done.stdout).strip().splitlines() or ["không rõ lý do"])[-1]
    mark.write_text(wanted, encoding="utf-8")
    return ""
