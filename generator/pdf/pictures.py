"""The pages of a PDF as PNG pictures, drawn by pdftoppm."""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import Place, Problem
from generator.pdf.programs import find_pdftoppm
from generator.pdf.reading import read

if TYPE_CHECKING:
    from collections.abc import Sequence

SECONDS = 120


def pictures(
    name: str, content: bytes, pages: tuple[int, int], dpi: int
) -> tuple[dict[int, bytes], tuple[Problem, ...]]:
    """The pictures of the pages from first to last, by number; or why there are none.

    `name` is what messages call the document; 0 for the last page is its end. Raises
    MissingProgramError.
    """
    pdftoppm = find_pdftoppm()
    first, last = pages
    found = read(content)
    if found and first > found.pages:
        values = {"file": name, "pages": str(found.pages), "first": str(first)}
        return {}, (Problem("no-such-page", values=values, place=Place(name)),)
    limits = ("-f", str(first), *(("-l", str(last)) if last else ()))
    try:
        with tempfile.TemporaryDirectory(prefix="vankien-png-") as folder:
            source = Path(folder, "0.pdf")
            source.write_bytes(content)
            command = [pdftoppm, "-png", "-r", str(dpi), *limits, str(source), f"{folder}/p"]
            reason = _run(command)
            drawn = {_number(path): path.read_bytes() for path in Path(folder).glob("p-*.png")}
    except OSError as error:
        drawn, reason = {}, error.strerror or str(error)
    values = {"file": name, "reason": reason}
    failure = Problem("pictures-failed", values=values, place=Place(name))
    return dict(sorted(drawn.items())), () if drawn else (failure,)


def _run(command: Sequence[str]) -> str:
    """Run it to its end; what it complains about."""
    try:
        done = subprocess.run(  # noqa: S603 - the program that was found, our own file
            command, stdin=subprocess.DEVNULL, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired:
        return f"quá {SECONDS} giây"
    said = done.stderr.decode(errors="replace").strip()
    return said.splitlines()[-1] if said else "pdftoppm không vẽ trang nào"


def _number(picture: Path) -> int:
    return int(picture.stem.rpartition("-")[2])
