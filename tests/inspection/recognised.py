"""What an inspector should find in a paper made by hand, and what it does find."""

from __future__ import annotations

import io
import re
import subprocess
import zipfile
from collections import defaultdict
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from generator.inspection.components import anatomy_of, profile_of
from generator.inspection.document import read
from generator.pdf import find_soffice

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from hand_papers import HandPaper

    from generator.inspection.anatomy import Anatomy

    Texts = dict[str, list[str]]

# components whose lines are one thing: an issuer of two lines is one issuer
_TOGETHER = frozenset({"superior", "issuer", "subject", "addressees"})
LINES = ("heading_line", "motto_line", "issuer_line")
# what is in every part of a file, not in one place of a paper
_ELSEWHERE = frozenset({"page_number", "cell", "column", *LINES})


def typed_texts(paper: HandPaper) -> Texts:
    """The texts of a paper as they were typed, by component."""
    texts: Texts = defaultdict(list)
    pairs = [
        *(one for one in (*paper.left, *paper.right, *paper.titles) if one[0] not in LINES),
        *paper.text,
        *(pair for column in paper.signatures for pair in column),
        *([("recipients", "Nơi nhận:")] if paper.recipients else []),
        *(("recipient", line) for line in paper.recipients),
    ]
    for component, text in pairs:
        if component:
            texts[component].append(" ".join(text.split()))
    for annex in paper.annexes:
        texts["appendix"].append(annex.heading)
        texts["appendix_title"].append(" ".join(annex.title))
        texts["appendix_note"] += [annex.note] if annex.note else []
    return {
        component: [" ".join(lines)] if component in _TOGETHER else lines
        for component, lines in texts.items()
        if lines
    }


def anatomy(content: bytes) -> Anatomy:
    """The anatomy of a .docx."""
    document = read(content)
    return anatomy_of(document, profile_of(document).profile)


def found_texts(content: bytes) -> Texts:
    """The texts that were surely recognised, by component; lines by how they are drawn."""
    found = anatomy(content)
    return {
        component: [one.text for one in found.sure(component)]
        for component in found.found
        if component not in _ELSEWHERE and found.sure(component)
    }


def found_lines(content: bytes) -> dict[str, list[str]]:
    """How the lines under heading, motto and issuer are drawn, those surely recognised."""
    found = anatomy(content)
    return {
        component: [one.why for one in found.sure(component)]
        for component in LINES
        if found.sure(component)
    }


def changed(content: bytes, change: Callable[[str], str]) -> bytes:
    """A .docx whose document part is changed."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as before,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as after,
    ):
        for name in before.namelist():
            part = before.read(name)
            if name == "word/document.xml":
                part = change(part.decode()).encode()
            after.writestr(name, part)
    return stream.getvalue()


def without(pattern: str, put: str = "") -> Callable[[str], str]:
    """A change of a document part: what fits the pattern becomes something else."""
    return lambda part: re.sub(pattern, put, part)


def saved_by_libreoffice(files: Mapping[str, bytes], through: str = "") -> dict[str, bytes]:
    """The files saved again as .docx by LibreOffice, through another format or directly."""
    with TemporaryDirectory(prefix="vankien-luu-") as name:
        folder = Path(name)
        paths = []
        for key, content in files.items():
            paths.append(folder / f"{key}.docx")
            paths[-1].write_bytes(content)
        if through:
            paths = _converted(folder, paths, through)
        return {path.stem: path.read_bytes() for path in _converted(folder, paths, "docx")}


def _converted(folder: Path, paths: list[Path], form: str) -> list[Path]:
    target = folder / f"as-{form}"
    profile = (folder / "profile").as_uri()
    options = ["--headless", "--convert-to", form, "--outdir", str(target)]
    command = [find_soffice(), f"-env:UserInstallation={profile}", *options, *map(str, paths)]
    subprocess.run(command, check=True, capture_output=True, timeout=180)  # noqa: S603 - our own files
    return [target / f"{path.stem}.{form}" for path in paths]
