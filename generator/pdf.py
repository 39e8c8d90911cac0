"""LibreOffice, found, run, checked: it exits 0 also where it made nothing."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from generator.errors import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Mapping

SECONDS = 120
_WINDOWS = (
    Path("C:/Program Files/LibreOffice/program/soffice.com"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.com"),
)


class MissingProgramError(Exception):
    """LibreOffice is not installed; carries the problem that says what to do."""

    problem = Problem("no-soffice")


def find_soffice() -> str:
    """The LibreOffice of this machine. Raises MissingProgramError."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    installed = next((str(path) for path in _WINDOWS if path.is_file()), None)
    if not (found or installed):
        raise MissingProgramError
    return str(found or installed)


def convert(documents: Mapping[str, bytes]) -> tuple[dict[str, bytes], list[Problem]]:
    """The PDF of each document, in one call with a profile of its own; and what failed."""
    soffice = find_soffice()
    try:
        with _folder() as name:
            pdfs, reason = _converted(soffice, Path(name), documents)
    except OSError as error:
        pdfs, reason = {}, error.strerror or str(error)
    missing = [key for key in documents if key not in pdfs]
    return pdfs, [_failure(key, reason) for key in missing]


def _folder() -> tempfile.TemporaryDirectory[str]:
    return tempfile.TemporaryDirectory(prefix="vankien-pdf-", ignore_cleanup_errors=True)


def _converted(
    soffice: str, folder: Path, documents: Mapping[str, bytes]
) -> tuple[dict[str, bytes], str]:
    sources = {key: folder / f"{i}.docx" for i, key in enumerate(documents)}
    for key, path in sources.items():
        path.write_bytes(documents[key])
    reason = _run(soffice, folder, list(sources.values()))
    made = {key: path.with_suffix(".pdf") for key, path in sources.items()}
    pdfs = {key: path.read_bytes() for key, path in made.items() if path.is_file()}
    return {key: content for key, content in pdfs.items() if _is_whole(content)}, reason


def _is_whole(content: bytes) -> bool:
    """Whether a PDF was written to its end."""
    return content.startswith(b"%PDF-") and b"%%EOF" in content[-1024:]


def _failure(key: str, reason: str) -> Problem:
    return Problem("pdf-failed", values={"file": key, "reason": reason}, place=Place(key))


def _run(soffice: str, folder: Path, sources: list[Path]) -> str:
    """Run LibreOffice; what it says, or why it said nothing."""
    profile = (folder / "profile").as_uri()
    options = ("--headless", "--convert-to", "pdf", "--outdir", str(folder))
    command = [soffice, f"-env:UserInstallation={profile}", *options, *map(str, sources)]
    limit = SECONDS + 5 * len(sources)
    with subprocess.Popen(  # noqa: S603 - the program that was found, our own files
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        start_new_session=True,
    ) as process:
        try:
            _, said = process.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            _stop(process)
            return f"quá {limit} giây"
        except BaseException:
            _stop(process)
            raise
    return said.decode(errors="replace").strip() or "không có tệp kết quả"


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End what is left of it: soffice is a script, and the program its child."""
    with suppress(OSError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
