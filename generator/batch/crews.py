"""Who does the work: processes of this machine, or the workers of a dask cluster."""

from __future__ import annotations

import os
from concurrent.futures import Future
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol
from urllib.parse import urlsplit
from uuid import uuid4

import generator
from generator.batch.processes import Processes
from generator.errors import BuildError, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    Call = Callable[[Any, Any], Any]

FEW = 40  # things that are done before processes of our own have started
MOST = 61  # processes that Windows can wait for
LOCAL = frozenset({"127.0.0.1", "localhost", "::1"})
PATIENCE = "15s"  # for a scheduler to answer
WATCHED = 15.0  # seconds without an answer, then it is seen whether anybody is at work
RETRIES = 2  # of a thing whose worker went away


@dataclass(frozen=True, slots=True)
class Workers:
    """How many processes of this machine work at once, or the address of a dask scheduler.

    0 means as many as there are cores, where there is so much to do.
    """

    jobs: int = 0
    cluster: str = ""

    def number(self, things: int) -> int:
        """How many processes are worth starting for so many things."""
        if self.jobs:
            return min(self.jobs, MOST)
        return min(cores(), MOST) if things >= FEW else 1


BY_ITSELF = Workers()


class Crew(Protocol):
    """Takes things in hand; what is shared is with every worker already.

    `size` is how many work at once, 0 where it is this process itself.
    """

    size: int

    def submit(self, call: Call, things: Any) -> Future[Any]:
        """What will come of the things."""
        ...

    def came(self, future: Future[Any]) -> Any:
        """What has come of them. Raises BuildError where nothing ever will, of anything."""
        ...


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def opened(workers: Workers, shared: object, things: int) -> Iterator[Crew]:
    """Those who do the work on so many things, until it is done.

    Raises BuildError where a cluster cannot be used.
    """
    number = workers.number(things)
    if workers.cluster:
        with _client(workers.cluster) as client:
            cluster = _Cluster(client, workers.cluster, shared)
            try:
                yield cluster
            finally:
                cluster.end()
    elif number == 1:
        yield _Here(shared)
    else:
        crew = Processes(number, shared)
        try:
            yield crew
        finally:
            crew.end()


class _Here:
    size = 0

    def __init__(self, shared: object) -> None:
        self._shared = shared

    def submit(self, call: Call, things: Any) -> Future[Any]:
        done: Future[Any] = Future()
        done.set_result(call(self._shared, things))
        return done

    def came(self, future: Future[Any]) -> Any:
        return future.result()


def refuse_open_cluster(address: str) -> None:
    """Refuse a scheduler that anybody on the net could be: it runs what it is sent.

    Raises BuildError unless it is on this machine, or speaks TLS with certificates.
    """
    try:
        found = urlsplit(address)
        safe = found.scheme == "tls" or (found.scheme == "tcp" and found.hostname in LOCAL)
    except ValueError:
        safe = False
    if not safe:
        raise _problem("cluster-open", address)


@contextmanager
def _client(address: str) -> Iterator[Any]:
    try:
        import distributed  # noqa: PLC0415 - heavy, and an extra
    except ImportError as error:
        raise _problem("cluster-missing", address) from error
    try:
        connect: Any = distributed.Client
        client = connect(address, timeout=PATIENCE, set_as_default=False)
    except (OSError, ValueError, RuntimeError) as error:
        raise _problem("cluster-silent", address, str(error)) from error
    with client:
        _check(client, address)
        yield client


def _check(client: Any, address: str) -> None:
    """Refuse workers that are not there, or have another version of the program."""
    try:
        versions = client.run(_version)
    except Exception as error:
        raise _problem("cluster-unlike", address, str(error)) from error
    if not versions:
        raise _problem("cluster-empty", address)
    other = sorted({one for one in versions.values() if one != generator.__version__})
    if other:
        raise _problem("cluster-unlike", address, ", ".join(other))


def _version() -> str:
    return generator.__version__


def _problem(code: str, address: str, reason: str = "") -> BuildError:
    values = {"address": address, "reason": reason, "version": generator.__version__}
    return BuildError([Problem(code, values=values, place=Place("--cluster"))])


class _Cluster:
    def __init__(self, client: Any, address: str, shared: object) -> None:
        from generator.batch.given import Given, on_worker  # noqa: PLC0415 - heavy

        self._client, self._address, self._work = client, address, on_worker
        self._name = f"vankien-{uuid4().hex}"
        client.register_plugin(Given(shared), name=self._name)
        self._executor = client.get_executor(retries=RETRIES, pure=False)
        self.size = sum(client.nthreads().values())

    def submit(self, call: Call, things: Any) -> Future[Any]:
        self._refuse_lost()
        found: Future[Any] = self._executor.submit(self._work, self._name, call, things)
        return found

    def end(self) -> None:
        """Let the workers forget what was shared."""
        if self._client.status != "running":
            return
        with suppress(Exception):  # a cluster that is gone has nothing to forget
            self._client.unregister_worker_plugin(self._name)

    def came(self, future: Future[Any]) -> Any:
        """See Crew; a worker that comes back in time is waited for."""
        empty = 0
        while True:
            try:
                return future.result(WATCHED)
            except TimeoutError:
                if future.done():
                    raise
            self._refuse_lost()
            empty = 0 if self._has_workers() else empty + 1
            if empty > 1:
                raise _problem("cluster-empty", self._address)

    def _refuse_lost(self) -> None:
        """What was sent when the connection was lost is never answered."""
        if self._client.status not in {"running", "connecting"}:
            raise _problem("cluster-silent", self._address, "mất kết nối giữa chừng")

    def _has_workers(self) -> bool:
        try:
            return bool(self._client.nthreads())
        except Exception:  # noqa: BLE001 - a connection that is lost ends what we wait for
            return True
