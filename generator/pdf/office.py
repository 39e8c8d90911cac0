"""One LibreOffice at work on a batch of files: watched, ended when it hangs, cleared away."""

from __future__ import annotations

import shutil
import time
import weakref
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.pdf import programs
from generator.pdf.profile import make_profile

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable, Mapping
    from pathlib import Path

SECONDS = 120.0  # without a further file, and it hangs
_NOISE = "javaldx"  # LibreOffice looks for a Java that no document of ours needs
_SAID = "said"
_MOST = 500  # letters of it
_IN_VIETNAMESE = {
    "Error: source file could not be loaded": "không mở được tệp, tệp hỏng hoặc không đúng loại"
}


@dataclass(frozen=True, slots=True)
class Attempt:
    """What came of a batch: the PDF of each name; whether the program broke; why.

    `alone` says that the batch was one file.
    """

    made: Mapping[str, Path]
    broke: bool
    reason: str
    alone: bool


class Office:
    """A program that converts files in a folder of its own, in their order."""

    def __init__(self, soffice: str, folder: Path, files: Mapping[str, Path]) -> None:
        """Note what is to be done; nothing runs before `start`."""
        self.files = files
        self.folder = folder
        self._soffice = soffice
        self._failure = ""
        self._process: subprocess.Popen[bytes] | None = None
        self._end: Callable[[], object] = bool
        self._seen = 0
        self._since = time.monotonic()
        self._copies: dict[str, Path] = {}

    def start(self) -> None:
        """Copy the files under short names, and start on them."""
        try:
            self._start()
        except OSError as error:
            self._failure = error.strerror or str(error)

    def _start(self) -> None:
        self.folder.mkdir()
        make_profile(self.folder / "profile")
        for number, (name, path) in enumerate(self.files.items()):
            self._copies[name] = self.folder / f"{number}{path.suffix.lower()}"
            with suppress(FileNotFoundError):  # then there is no PDF of it, and that is said
                shutil.copyfile(path, self._copies[name])
        with (self.folder / _SAID).open("wb") as said:
            names = (path.name for path in self._copies.values())
            command = [self._soffice, *self._options(), *names]
            here = str(self.folder)
            temporary = {"TMPDIR": here, "TMP": here, "TEMP": here}
            with programs.undisturbed():
                self._process = programs.start(command, self.folder, said, temporary)
                # called once: by us, or when Python itself ends
                self._end = weakref.finalize(self, programs.stop, self._process)

    def _options(self) -> tuple[str, ...]:
        return (
            f"-env:UserInstallation={(self.folder / 'profile').as_uri()}",
            f"-env:OSL_SOCKET_PATH={self.folder}",
            "--headless",
            "--norestore",
            "--convert-to",
            "pdf",
            "--outdir",
            str(self.folder),
        )

    def news(self) -> list[str]:
        """The names that were made since the last look."""
        made = list(self._made())
        new = made[self._seen :]
        if new:
            self._seen, self._since = len(made), time.monotonic()
        return new

    def is_done(self) -> bool:
        """Whether it has ended, or hangs and was ended."""
        if self._process is None or self._process.poll() is not None:
            return True
        if time.monotonic() - self._since > SECONDS:
            self._failure = f"quá {SECONDS:g} giây"
            self.stop()
        return bool(self._failure)

    def attempt(self) -> Attempt:
        """What came of it."""
        self.stop()
        broke = bool(self._failure) or self._process is None or self._process.returncode != 0
        alone = len(self.files) == 1
        return Attempt(self._made(), broke, self._failure or self._said(), alone)

    def stop(self) -> None:
        """End the program and its children."""
        self._end()

    def clear(self) -> None:
        """Remove everything that it has left."""
        self.stop()
        shutil.rmtree(self.folder, ignore_errors=True)

    def _made(self) -> dict[str, Path]:
        pdfs = {name: path.with_suffix(".pdf") for name, path in self._copies.items()}
        return {name: path for name, path in pdfs.items() if path.is_file()}

    def _said(self) -> str:
        with suppress(OSError):
            text = (self.folder / _SAID).read_text(encoding="utf-8", errors="replace")
            lines = [line.strip() for line in text.splitlines() if _NOISE not in line]
            told = (_IN_VIETNAMESE.get(line, line) for line in lines if line)
            return "; ".join(dict.fromkeys(told))[:_MOST]
        return ""
