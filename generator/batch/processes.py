"""Processes of this machine, each at the end of a pipe of its own.

Not the pool of the standard library: there all answer through one pipe, and one that is killed
while it answers leaves everybody waiting for ever.
"""

from __future__ import annotations

import multiprocessing
import os
import pickle
import signal
import threading
import zlib
from concurrent.futures import BrokenExecutor, Future, ThreadPoolExecutor
from contextlib import suppress
from multiprocessing import resource_tracker
from queue import SimpleQueue
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable
    from multiprocessing.connection import Connection
    from multiprocessing.context import SpawnProcess

    Call = Callable[[Any, Any], Any]

# spawned, as on Windows: a fork would copy whatever this process has open
CONTEXT = multiprocessing.get_context("spawn")


class Processes:
    """So many processes; one that has died is started anew for what comes next."""

    def __init__(self, size: int, shared: object) -> None:
        """Each starts when there is something for it."""
        self.size = size
        given = zlib.compress(pickle.dumps(shared), 1)  # kept for a process that starts anew
        self._helpers = [_Helper(given) for _ in range(size)]
        self._idle: SimpleQueue[_Helper] = SimpleQueue()
        for helper in self._helpers:
            self._idle.put(helper)
        self._threads = ThreadPoolExecutor(size)

    def submit(self, call: Call, things: Any) -> Future[Any]:
        """What will come of the things; BrokenExecutor where their process has died."""
        return self._threads.submit(self._asked, call, things)

    def came(self, future: Future[Any]) -> Any:
        """What has come of them."""
        return future.result()

    def _asked(self, call: Call, things: Any) -> Any:
        helper = self._idle.get()  # there are as many as threads
        try:
            return helper.ask(call, things)
        finally:
            self._idle.put(helper)

    def end(self) -> None:
        """End them at once: what they still have in hand, nobody waits for."""
        for helper in self._helpers:
            helper.end()
        self._threads.shutdown(cancel_futures=True)


class _Helper:
    """A process as this one sees it."""

    def __init__(self, given: bytes) -> None:
        self._given = given
        self._pipe: Connection | None = None
        self._process: SpawnProcess | None = None
        self._is_over = False
        self._lock = threading.Lock()

    def ask(self, call: Call, things: Any) -> Any:
        request = pickle.dumps((call, things))
        try:
            pipe = self._pipe or self._started()
            pipe.send_bytes(request)
            answer = pipe.recv_bytes()
        except (EOFError, OSError) as error:
            code = self._stop()
            raise BrokenExecutor(f"mã thoát {code}" if code else str(error)) from error
        came, refusal = pickle.loads(answer)  # noqa: S301 - from our own process
        if refusal:
            raise RuntimeError(refusal)
        return came

    def end(self) -> None:
        self._is_over = True
        self._stop()

    def _started(self) -> Connection:
        here, there = CONTEXT.Pipe()
        with self._lock:
            if self._is_over:
                raise EOFError
            _be_deaf()
            self._process = CONTEXT.Process(target=_serve, args=(there,), daemon=True)
            self._process.start()
        there.close()  # so that what is read here ends when the process does
        here.send_bytes(self._given)
        self._pipe = here
        return here

    def _stop(self) -> int | None:
        """Its exit code, negative for a signal."""
        with self._lock:
            self._pipe = None
            if self._process is None:
                return None
            self._process.kill()
            self._process.join()
            return self._process.exitcode


def _be_deaf() -> None:
    """Let what this thread starts not hear Ctrl-C, from its first moment: it is for us."""
    if hasattr(signal, "pthread_sigmask"):
        resource_tracker.ensure_running()  # which leaves a thread that starts it hearing
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})


def _serve(pipe: Connection) -> None:
    """Answer as long as somebody asks."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    with suppress(EOFError, OSError):  # nobody is there any more
        shared = pickle.loads(zlib.decompress(pipe.recv_bytes()))  # noqa: S301 - from our own process
        while True:
            pipe.send_bytes(_answer(shared, pipe.recv_bytes()))


def _answer(shared: Any, request: bytes) -> bytes:
    """What came of a request, or why nothing."""
    try:
        call, things = pickle.loads(request)  # noqa: S301 - from our own process
        return pickle.dumps((call(shared, things), ""))
    except Exception as error:  # noqa: BLE001 - whatever it is, it is told
        return pickle.dumps((None, f"{type(error).__name__}: {error}"))


def _end_with_parent() -> None:
    """End when the process that we work for is gone, however it went."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
