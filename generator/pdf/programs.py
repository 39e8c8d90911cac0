"""The outside programs: found, started with nothing to ask, ended with their children."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import threading
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from generator.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

WINDOWS = (
    Path("C:/Program Files/LibreOffice/program/soffice.com"),
    Path("C:/Program Files (x86)/LibreOffice/program/soffice.com"),
)


class MissingProgramError(Exception):
    """A program is not installed; carries the problem that says what to do."""

    def __init__(self, code: str) -> None:
        """Keep the problem for whoever prints it."""
        self.problem = Problem(code)
        super().__init__(code)


def find_soffice() -> str:
    """The LibreOffice of this machine. Raises MissingProgramError."""
    found = shutil.which("soffice") or shutil.which("libreoffice")
    installed = next((str(path) for path in WINDOWS if path.is_file()), None)
    if not (found or installed):
        raise MissingProgramError("no-soffice")
    return str(found or installed)


def find_pdftoppm() -> str:
    """The program that draws the pages of a PDF. Raises MissingProgramError."""
    found = shutil.which("pdftoppm")
    if not found:
        raise MissingProgramError("no-pdftoppm")
    return found


def start(
    command: Sequence[str], folder: Path, said: IO[bytes], settings: Mapping[str, str]
) -> subprocess.Popen[bytes]:
    """Start a program in a folder, apart from the terminal; what it complains about is kept.

    A file takes the complaints: a pipe that nobody empties would stop the program.
    """
    return subprocess.Popen(  # noqa: S603 - the program that was found, our own files
        command,
        cwd=folder,
        env={**os.environ, **settings},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=said,
        start_new_session=True,
    )


@contextmanager
def undisturbed() -> Iterator[None]:
    """Let a signal wait until the end, where its handler is called.

    Between a program's start and the note of whom to end, a request to stop would leave the
    program running for ever. Other threads than the main one are never disturbed.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    waiting: list[int] = []
    handlers = {
        number: handler
        for number in signal.valid_signals()
        if callable(handler := signal.getsignal(number))
    }
    try:
        for number in handlers:
            signal.signal(number, lambda received, _: waiting.append(received))
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        for received in waiting:
            signal.raise_signal(received)


def stop(process: subprocess.Popen[bytes]) -> None:
    """End what is left of a program: soffice is a script, and the office its child."""
    with suppress(OSError):
        if os.name == "posix":
            os.killpg(process.pid, signal.SIGKILL)
        elif process.poll() is None:
            _stop_tree(process.pid)
    process.wait()


def _stop_tree(number: int) -> None:
    taskkill = shutil.which("taskkill") or "taskkill"
    subprocess.run(  # noqa: S603 - a program of Windows
        [taskkill, "/F", "/T", "/PID", str(number)], capture_output=True, check=False
    )
