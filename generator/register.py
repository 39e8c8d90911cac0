"""What has come in, from whom, when: one SQLite file beside the data of a round.

Every version that a unit sent is kept with its bytes; the one saved last counts, of workbooks
the last that something could be read from. The file knows no model: what was read stands in it
as JSON. A rollback journal and short transactions, so that two people may collect into a shared
drive.
"""

from __future__ import annotations

import hashlib
import sqlite3
import zlib
from contextlib import contextmanager
from dataclasses import dataclass, fields
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from generator.errors import BuildError, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FILE = "so-ket-qua.sqlite"
AS_OF = "as_of"  # the fact that keeps the day of the last run
LAYOUT = 1  # of the tables below; a later program may have a higher one
WAIT = 30.0  # seconds for somebody else's transaction
_TABLES = """
CREATE TABLE returns (
    id INTEGER PRIMARY KEY,
    congress TEXT NOT NULL,
    kind TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    file TEXT NOT NULL,
    saved_at TEXT NOT NULL,
    collected_at TEXT NOT NULL,
    version TEXT NOT NULL,
    read_with TEXT NOT NULL,
    doubtful INTEGER NOT NULL,
    summary TEXT NOT NULL,
    problems TEXT NOT NULL,
    UNIQUE (congress, kind, sha256)
) STRICT;
CREATE INDEX bytes ON returns (sha256);
CREATE INDEX newest ON returns (congress, kind, saved_at, id);
CREATE TABLE contents (
    id INTEGER PRIMARY KEY REFERENCES returns (id),
    result TEXT NOT NULL,
    content BLOB NOT NULL
) STRICT;
CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
"""


class Kind(StrEnum):
    """What a unit sends back."""

    BIEU = "biểu thống kê"
    BAO_CAO = "báo cáo"


@dataclass(frozen=True, slots=True)
class Entry:
    """A file that came back, and what was read from it.

    `saved_at` and `collected_at` are ISO times, in UTC; `version` is that of the form;
    `read_with` names the data and the program that it was read with. `summary` and `problems`
    are JSON, empty where nothing could be read.
    """

    congress: str
    kind: Kind
    sha256: str
    file: str
    saved_at: str
    collected_at: str
    version: str = ""
    read_with: str = ""
    doubtful: bool = False
    summary: str = ""
    problems: str = ""


@dataclass(frozen=True, slots=True)
class Registered:
    """An entry as it stands in the register."""

    id: int
    entry: Entry


_COLUMNS = tuple(field.name for field in fields(Entry))
_KEY = ("congress", "kind", "sha256")
_KEPT = (*_KEY, "collected_at")  # said once, when the bytes first came
_SELECT = f"SELECT id, {', '.join(_COLUMNS)} FROM returns"  # noqa: S608 - our own names
_INSERT = (
    f"INSERT INTO returns ({', '.join(_COLUMNS)}) "  # noqa: S608
    f"VALUES ({', '.join(f':{name}' for name in _COLUMNS)})"
)
_UPDATE = (
    f"UPDATE returns SET {', '.join(f'{n} = :{n}' for n in _COLUMNS if n not in _KEPT)} "  # noqa: S608
    f"WHERE {' AND '.join(f'{n} = :{n}' for n in _KEY)}"
)
_FIND = f"SELECT id FROM returns WHERE {' AND '.join(f'{n} = :{n}' for n in _KEY)}"  # noqa: S608
_ALONE = ("BEGIN IMMEDIATE", "ROLLBACK", "COMMIT")
_WITHIN = ("SAVEPOINT part", "ROLLBACK TO part", "RELEASE part")
_NEWEST_FIRST = "ORDER BY summary = '', saved_at DESC, id DESC"  # a report has none
_CURRENT = (
    "SELECT id FROM returns AS other WHERE other.congress = returns.congress "  # noqa: S608
    f"AND other.kind = returns.kind {_NEWEST_FIRST} LIMIT 1"
)


def sha256_of(content: bytes) -> str:
    """What names the bytes of a file."""
    return hashlib.sha256(content).hexdigest()


@contextmanager
def opened(folder: Path, *, writing: bool = False) -> Iterator[Register]:
    """The register of a round's folder; one that is not there yet is empty, and stays so
    unless it is opened for writing. Raises BuildError where it cannot be used.
    """
    path = folder / FILE
    with _told(path):
        connection = _connected(path, writing=writing)
        try:
            _prepare(connection, path)
            yield Register(connection, path)
        finally:
            connection.close()


def _connected(path: Path, *, writing: bool) -> sqlite3.Connection:
    if not writing and _is_empty(path):
        return sqlite3.connect(":memory:", isolation_level=None)
    where = f"{path.resolve().as_uri()}?mode={'rwc' if writing else 'ro'}"
    return sqlite3.connect(where, uri=True, timeout=WAIT, isolation_level=None)


def _is_empty(path: Path) -> bool:
    """Whether nothing was written yet: a run that was killed may leave a file of no bytes."""
    return not path.exists() or (path.is_file() and path.stat().st_size == 0)


def _prepare(connection: sqlite3.Connection, path: Path) -> None:
    """Make the tables where there are none; refuse those of a later program."""
    if _layout(connection) == 0:
        with _transaction(connection):
            if _layout(connection) == 0:  # nobody else made them meanwhile
                for statement in _TABLES.split(";"):
                    connection.execute(statement)
                connection.execute(f"PRAGMA user_version = {LAYOUT}")
    if _layout(connection) > LAYOUT:
        raise BuildError([_problem("register-newer", path)])


def _layout(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


@contextmanager
def _transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All or nothing of it, within a larger transaction too."""
    begin, undo, end = _WITHIN if connection.in_transaction else _ALONE
    connection.execute(begin)
    try:
        yield
    except BaseException:
        connection.execute(undo)
        raise
    connection.execute(end)


@contextmanager
def _told(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        code = "register-locked" if "locked" in str(error) else "register-unwritable"
        raise BuildError([_problem(code, path, reason=str(error))]) from error
    except sqlite3.DatabaseError as error:
        raise BuildError([_problem("register-broken", path, reason=str(error))]) from error


def _problem(code: str, path: Path, **values: str) -> Problem:
    return Problem(code, values={"file": str(path), **values}, place=Place(str(path)))


class Register:
    """The open register of a round."""

    def __init__(self, connection: sqlite3.Connection, path: Path) -> None:
        """Keep the connection, which `opened` closes."""
        self._connection = connection
        self.path = path

    @contextmanager
    def together(self) -> Iterator[None]:
        """What is registered meanwhile is written at once; what stops it keeps what was done.

        To write is to wait for the disk, on a shared drive for the network too.
        """
        self._connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        finally:
            if self._connection.in_transaction:
                self._connection.execute("COMMIT")

    def add(self, entry: Entry, result: str, content: bytes) -> bool:
        """Register a file and what was read from it; whether its bytes are new.

        Of bytes that are known, what was read now takes the place of what was read before.
        """
        run = self._connection.execute
        with _transaction(self._connection):
            known = run(_FIND, _values(entry)).fetchone()
            if known:
                run(_UPDATE, _values(entry))
                run("UPDATE contents SET result = ? WHERE id = ?", (result, known[0]))
                return False
            made = run(_INSERT, _values(entry)).lastrowid
            row = (made, result, zlib.compress(content))
            run("INSERT INTO contents VALUES (?, ?, ?)", row)
        return True

    def rename(self, found: Registered, file: str) -> None:
        """Keep the name that a file has now."""
        with _transaction(self._connection):
            row = (file, found.id)
            self._connection.execute("UPDATE returns SET file = ? WHERE id = ?", row)

    def known(self, sha256: str) -> Registered | None:
        """What stands in it of a file with these bytes."""
        return next(self._found("WHERE sha256 = ?", sha256), None)

    def current(self, congress: str, kind: Kind) -> Registered | None:
        """The version that counts, None where nothing came."""
        return next(iter(self.versions(congress, kind)), None)

    def versions(self, congress: str, kind: Kind) -> tuple[Registered, ...]:
        """Every version that a unit sent, the one that counts first."""
        where = f"WHERE congress = ? AND kind = ? {_NEWEST_FIRST}"
        return tuple(self._found(where, congress, kind))

    def all_current(self, kind: Kind) -> Iterator[Registered]:
        """The version that counts of each unit that sent one, one at a time."""
        yield from self._found(f"WHERE kind = ? AND id = ({_CURRENT}) ORDER BY congress", kind)

    def result(self, found: Registered) -> str:
        """What was read from a file, as JSON; empty where nothing could be."""
        return str(self._read("result", found))

    def content(self, found: Registered) -> bytes:
        """The bytes of a file, as they came."""
        return zlib.decompress(self._read("content", found))

    def _read(self, column: str, found: Registered) -> Any:
        query = f"SELECT {column} FROM contents WHERE id = ?"  # noqa: S608 - our own name
        return self._connection.execute(query, (found.id,)).fetchone()[0]

    def say(self, name: str, value: str) -> None:
        """Keep a fact about the whole, such as the day that the last run counted as today."""
        with _transaction(self._connection):
            self._connection.execute("REPLACE INTO facts VALUES (?, ?)", (name, value))

    def said(self, name: str) -> str:
        """A fact about the whole, empty where nothing was said."""
        query = "SELECT value FROM facts WHERE name = ?"
        row = self._connection.execute(query, (name,)).fetchone()
        return str(row[0]) if row else ""

    def _found(self, where: str, *values: str) -> Iterator[Registered]:
        for row in self._connection.execute(f"{_SELECT} {where}", values):
            named = dict(zip(_COLUMNS, row[1:], strict=True))
            kind, doubtful = Kind(named.pop("kind")), bool(named.pop("doubtful"))
            yield Registered(row[0], Entry(kind=kind, doubtful=doubtful, **named))


def _values(entry: Entry) -> dict[str, str | int]:
    return {name: getattr(entry, name) for name in _COLUMNS}
