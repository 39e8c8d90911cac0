"""Ctrl-C, or a request to end: what runs is undone in order, one line says so."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, NoReturn

from generator.cli.language import _

if TYPE_CHECKING:
    from collections.abc import Iterator

REQUESTS = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")  # those that the machine knows
STOPPED = 128  # and the number of the signal: as shells count


class _StoppedError(BaseException):
    """Nobody takes it for a failure of what was being done; carries the exit code."""

    def __init__(self, code: int) -> None:
        self.code = code


@contextmanager
def stoppable() -> Iterator[None]:
    """Let a request to end unwind what runs, so that no program or file of ours is left.

    A request that is ignored from outside (nohup) stays ignored.
    """
    for name in REQUESTS:
        number = getattr(signal, name, None)
        if number is not None and signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _stop)
    try:
        yield
    except _StoppedError as stop:
        with suppress(OSError):  # the window may be gone
            said = _("Đã dừng giữa chừng, không tệp nào ghi dở. Chạy lại lệnh để làm tiếp.")
            sys.stderr.write(f"{said}\n")
        raise SystemExit(stop.code) from None


def _stop(number: int, _frame: object) -> NoReturn:
    raise _StoppedError(STOPPED + number)
