"""The benchmark: measure everything, then write docs/benchmark.md and docs/benchmark.svg.

make benchmark                       all of it
python benchmarks/run.py [PART ...]  some parts anew; the others as they were measured last
"""

from __future__ import annotations

import pickle
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING, Any

import batches
import collecting
import documents
import pdfs
import workbooks
from chart import Bar, chart
from children import FLOOR, OURS
from document_page import USED
from installing import HERE, PLACE
from page import SECTIONS, Part, page
from timing import load, machine

if TYPE_CHECKING:
    from collections.abc import Callable

DOCS = HERE.parent / "docs"
KEPT = PLACE / "measured"


def _batches() -> tuple[batches.Batch, ...]:
    with tempfile.TemporaryDirectory() as scratch:
        return batches.batches(Path(scratch))


MEASURES: dict[str, Callable[[], Any]] = {
    "documents": documents.measured,
    "workbooks": workbooks.measured,
    "pdfs": pdfs.measured,
    "batches": _batches,
    "reading": collecting.measured,
}


def measure(name: str) -> None:
    """Measure a part, and keep what was found."""
    print(f"[{datetime.now(UTC).astimezone():%H:%M:%S}] {SECTIONS[name][0]}", flush=True)
    day, busy = f"{datetime.now(UTC).astimezone():%d/%m/%Y}", load()
    part = Part(day, busy, tuple(machine()), MEASURES[name]())
    KEPT.mkdir(parents=True, exist_ok=True)
    (KEPT / name).write_bytes(pickle.dumps(part))


def write() -> None:
    """Write page and chart of all that was measured."""
    kept = {name: KEPT / name for name in SECTIONS}
    parts: dict[str, Part] = {
        name: pickle.loads(path.read_bytes())  # noqa: S301 - written above
        for name, path in kept.items()
        if path.is_file()
    }
    (DOCS / "benchmark.md").write_text(page(parts), encoding="utf-8")
    if "documents" in parts:
        rounds = parts["documents"].found.rounds
        names = {name: USED[name][0].strip("*") for name in rounds}
        bars = [Bar(names[name], one.each, median(one.to_ours)) for name, one in rounds.items()]
        picture = chart(bars, names[OURS], names[FLOOR])
        (DOCS / "benchmark.svg").write_text(picture, encoding="utf-8")


def main(names: list[str]) -> None:
    """Measure the parts named, all where none is; write the page after each."""
    if wrong := [name for name in names if name not in MEASURES]:
        sys.exit(f"No such part: {', '.join(wrong)}. Known: {', '.join(MEASURES)}")
    for name in names or MEASURES:
        measure(name)
        write()
    print(f"{DOCS / 'benchmark.md'}")


if __name__ == "__main__":
    main(sys.argv[1:])
