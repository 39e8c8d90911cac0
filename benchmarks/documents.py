"""Everything measured of Word documents: the 4-page paper, long tables, many tags, steps."""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TYPE_CHECKING

import shares
from children import BY_NODE, BY_PYTHON, SIZES, EngineError, prepare
from engines import ROUNDS, compared, started, two_at_once
from growing import TAGS, grown, tagged
from installing import PACKAGES, install, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from children import Engine
    from engines import Rounds
    from growing import Grown, Tagged
    from shares import Steps

LIBRARIES = ("docxtpl", "python-docx", "Jinja2", "lxml", "isal")
MERGE = "trộn thư của LibreOffice"
NO_MERGE = (
    "chỉ chạy được khi có cơ sở dữ liệu đăng ký trong hồ sơ LibreOffice, và không lặp được "
    "dòng bảng theo nhóm nên không làm ra văn kiện này"
)


@dataclass(frozen=True, slots=True)
class Documents:
    """What was measured; why each engine was left out that was not."""

    rounds: dict[str, Rounds]
    grown: tuple[Grown, ...]
    tagged: tuple[Tagged, ...]
    steps: tuple[Steps, Steps]
    two: tuple[float, ...]
    versions: tuple[str, ...]
    left_out: dict[str, str]


def measured(rounds: int = ROUNDS, sizes: tuple[int, ...] = SIZES) -> Documents:
    """Measure every engine that can be installed and started."""
    failed = install()
    left_out = {name: reason for name, reason in failed.items() if name in BY_PYTHON}
    left_out |= {name: failed["node"] for name in BY_NODE if "node" in failed}
    names = [name for name in (*BY_PYTHON, *BY_NODE) if name not in left_out]
    with tempfile.TemporaryDirectory() as scratch, ExitStack() as stack:
        folder = Path(scratch)
        prepare(folder, sizes)
        engines = started(names, folder, stack)
        left_out |= _dead(engines)
        able = {name: one for name, one in engines.items() if name not in left_out}
        found, two = compared(able, rounds), two_at_once(folder, rounds)
        long = grown(able, sizes)
    return Documents(
        rounds=found,
        grown=tuple(long),
        tagged=tuple(map(tagged, TAGS)),
        steps=shares.measured(),
        two=tuple(two),
        versions=tuple(versions()),
        left_out={**left_out, MERGE: NO_MERGE},
    )


def _dead(engines: Mapping[str, Engine]) -> dict[str, str]:
    """The engines that make nothing here, with their last words."""
    found = {}
    for name, engine in engines.items():
        try:
            engine.documents()
        except EngineError as error:
            found[name] = str(error).strip().splitlines()[-1]
    return found


def versions() -> Iterator[str]:
    """The engines and what they stand on, with versions."""
    for name in LIBRARIES:
        with suppress(PackageNotFoundError):  # isal has no build for some machines
            yield f"{name} {version(name)}"
    yield from (one.replace("==", " ") for one in listed().values())
    wanted = json.loads(PACKAGES.read_text(encoding="utf-8"))["dependencies"]
    yield from (f"{name} {number}" for name, number in wanted.items())
    if node := shutil.which("node"):
        told = subprocess.run([node, "--version"], capture_output=True, text=True, check=True)  # noqa: S603
        yield f"Node.js {told.stdout.strip().removeprefix('v')}"
