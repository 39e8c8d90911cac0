"""The door: every file from outside passes it before any reader sees it."""

from __future__ import annotations

import io
import zipfile
import zlib
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING
from xml.parsers import expat  # what may declare an entity never gets there

from lxml import etree

from generator.errors import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

MAX_TEXT = 12_000_000  # a round of 10,000 congresses is 2 MB, with all their elections 10 MB
MAX_DENSE = 2_000_000  # of a part that is packed beyond all measure
MAX_PARTS = 2_000
MAX_PART = 100_000_000
MAX_TOTAL = 300_000_000
MAX_RATIO = 200
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"  # .doc, and any Office file under a password
_TYPES = "[Content_Types].xml"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError)
_FORBIDDEN = ("vbaproject.bin", "vbadata.xml")
_MACRO_TYPES = (b"vbaproject", b"macroenabled")  # a macro may stand under any name


def _is_tree(content: bytes) -> bool:
    """Whether our own reader reads the part: XML in UTF-8, as every Office program writes."""
    try:
        content.decode()
        etree.fromstring(content)
    except (UnicodeDecodeError, etree.XMLSyntaxError):
        return False
    return True


def _is_xml(content: bytes) -> bool:
    """The same without making a tree of it, which takes longer: no reader of ours makes one."""
    try:
        content.decode()
        expat.ParserCreate().Parse(content, True)  # noqa: FBT003 - this is the last piece
    except (UnicodeDecodeError, expat.ExpatError):
        return False
    return True


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of Office package: its program, its suffixes, what no file of it lacks.

    `reads` says whether the readers of this kind read an XML part.
    """

    program: str
    suffix: str
    old: str
    needed: frozenset[str]
    reads: Callable[[bytes], bool] = _is_tree


WORD = Kind(
    "Word", ".docx", ".doc", frozenset({_TYPES, "word/document.xml", "word/styles.xml"})
)
EXCEL = Kind("Excel", ".xlsx", ".xls", frozenset({_TYPES, "xl/workbook.xml"}), _is_xml)


class UnsafeFileError(Exception):
    """A file that no reader may see; carries the problem."""

    def __init__(self, problem: Problem) -> None:
        """Keep the problem for whoever prints it."""
        self.problem = problem
        super().__init__(problem.code)


def _refuse(name: str, code: str, **values: str) -> UnsafeFileError:
    return UnsafeFileError(Problem(code, values=values, place=Place(name)))


def text_file(path: Path, name: str) -> bytes:
    """The bytes of a text file that is not absurdly large."""
    return _content(path, name, MAX_TEXT)


def _content(path: Path, name: str, limit: int) -> bytes:
    try:
        size = path.stat().st_size
        if size > limit:
            raise _refuse(name, "file-too-large", size=str(size), limit=str(limit))
        return path.read_bytes()
    except OSError as error:
        raise _refuse(name, "file-unreadable", reason=error.strerror or str(error)) from error


def package(path: Path, name: str, kind: Kind = WORD) -> bytes:
    """The bytes of an Office package whose members are safe to open."""
    try:
        return _package(path, name, kind)
    except UnsafeFileError as error:
        said = {"program": kind.program, "suffix": kind.suffix, "old": kind.old}
        problem = replace(error.problem, values={**error.problem.values, **said})
        raise UnsafeFileError(problem) from error


def _package(path: Path, name: str, kind: Kind) -> bytes:
    content = _content(path, name, MAX_TOTAL)
    if content.startswith(_OLD_OFFICE):
        raise _refuse(name, "package-old-or-locked")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _check_members(archive, name, kind.needed)
            _check_contents(archive, name, kind)
    except _BROKEN as error:
        raise _refuse(name, "not-a-package") from error
    return content


def _check_members(archive: zipfile.ZipFile, name: str, needed: frozenset[str]) -> None:
    infos = archive.infolist()
    names = [info.filename.lower() for info in infos]
    total = sum(info.file_size for info in infos)
    if len(infos) > MAX_PARTS or total > MAX_TOTAL:
        raise _refuse(name, "package-too-large", parts=str(len(infos)), size=str(total))
    if len(set(names)) != len(names):
        raise _refuse(name, "package-duplicate-member")
    if not {info.filename for info in infos} >= needed:
        raise _refuse(name, "not-a-package")
    for info in infos:
        _check_member(info, name)


def _check_member(info: zipfile.ZipInfo, name: str) -> None:
    member = info.filename
    if ".." in member.split("/") or member.startswith("/") or "\\" in member or ":" in member:
        raise _refuse(name, "package-escaping-member", member=member)
    if member.lower().rsplit("/", 1)[-1] in _FORBIDDEN:
        raise _refuse(name, "package-has-macros")
    if info.flag_bits & 1:
        raise _refuse(name, "package-encrypted")
    if info.compress_type not in _METHODS:
        raise _refuse(name, "package-broken-part", member=member)
    ratio = info.file_size / max(info.compress_size, 1)
    if info.file_size > MAX_PART or (ratio > MAX_RATIO and info.file_size > MAX_DENSE):
        raise _refuse(name, "package-bomb", member=member, size=str(info.file_size))


def _check_contents(archive: zipfile.ZipFile, name: str, kind: Kind) -> None:
    for info in archive.infolist():
        content = archive.read(info)  # a picture too: its checksum
        if info.filename == _TYPES and any(one in content.lower() for one in _MACRO_TYPES):
            raise _refuse(name, "package-has-macros")
        if info.filename.lower().endswith((".xml", ".rels")):
            _check_xml(content, (name, info.filename), kind)


def _check_xml(content: bytes, place: tuple[str, str], kind: Kind) -> None:
    name, member = place
    bare = content.replace(b"\0", b"")  # UTF-16 too
    if b"<!DOCTYPE" in bare or b"<!ENTITY" in bare:
        raise _refuse(name, "package-has-dtd", member=member)
    if bare != content or not kind.reads(content):
        raise _refuse(name, "package-broken-part", member=member)
