"""The door: an unsafe file is refused by name, with its reason; an honest one passes."""

from __future__ import annotations

import io
import warnings
import zipfile
from typing import TYPE_CHECKING

import pytest

from generator import guard
from generator.catalog import TEMPLATE_CODES, shipped_template
from generator.errors import sentence
from generator.guard import UnsafeFileError

if TYPE_CHECKING:
    from pathlib import Path

    from generator.errors import Problem

BODY = "word/document.xml"
DTD = '<?xml version="1.0" encoding="{}"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'


def honest() -> dict[str, bytes]:
    """The members of a file that is safe."""
    with zipfile.ZipFile(shipped_template(TEMPLATE_CODES[0])) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(members: dict[str, bytes], *more: tuple[str, bytes]) -> bytes:
    """A zip of the members, then of more, which may repeat a name."""
    target = io.BytesIO()
    with (
        warnings.catch_warnings(),
        zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        warnings.simplefilter("ignore")  # zipfile warns of a repeated name
        for name, content in (*members.items(), *more):
            archive.writestr(name, content)
    return target.getvalue()


def refused(folder: Path, content: bytes) -> Problem:
    """The problem for which a file is refused; it names the file and has its sentence."""
    path = folder / "mau.docx"
    path.write_bytes(content)
    with pytest.raises(UnsafeFileError) as caught:
        guard.package(path, "mau.docx")
    problem = caught.value.problem
    assert problem.place.file == "mau.docx"
    assert sentence(problem)
    return problem


@pytest.mark.parametrize("code", TEMPLATE_CODES)
def test_an_honest_file_passes_as_it_is(code: str) -> None:
    path = shipped_template(code)
    assert guard.package(path, path.name) == path.read_bytes()


def test_an_honest_file_with_a_picture_passes(tmp_path: Path) -> None:
    path = tmp_path / "mau.docx"
    path.write_bytes(packed(honest(), ("word/media/anh.png", bytes(range(256)) * 40)))
    assert guard.package(path, "mau.docx") == path.read_bytes()


@pytest.mark.parametrize("content", [b"", b"abc", b"PK\x03\x04", b"%PDF-1.7"])
def test_what_is_no_zip_is_refused(tmp_path: Path, content: bytes) -> None:
    assert refused(tmp_path, content).code == "not-a-package"


@pytest.mark.parametrize("missing", ["[Content_Types].xml", BODY, "word/styles.xml"])
def test_a_zip_that_is_no_word_file_is_refused(tmp_path: Path, missing: str) -> None:
    members = honest()
    del members[missing]
    assert refused(tmp_path, packed(members)).code == "not-a-package"


def test_a_body_in_other_letters_is_no_body(tmp_path: Path) -> None:
    members = honest()
    members["Word/Document.xml"] = members.pop(BODY)
    assert refused(tmp_path, packed(members)).code == "not-a-package"


@pytest.mark.parametrize("part", [2, 3, 10])
def test_a_truncated_file_is_refused(tmp_path: Path, part: int) -> None:
    content = packed(honest())
    assert refused(tmp_path, content[: len(content) // part]).code == "not-a-package"


@pytest.mark.parametrize("member", [BODY, "word/media/anh.png"])
def test_a_damaged_member_is_refused(tmp_path: Path, member: str) -> None:
    content = bytearray(packed(honest(), ("word/media/anh.png", bytes(range(256)) * 40)))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        offset = archive.getinfo(member).header_offset + 30 + len(member) + 20
    content[offset] ^= 0xFF
    assert refused(tmp_path, bytes(content)).code == "not-a-package"


@pytest.mark.parametrize(
    "text", [b"<a>", b"<a/><b/>", b"", b"\xff\xfe<a/>", "<a>é</a>".encode("cp1252")]
)
def test_a_part_that_is_no_xml_is_refused(tmp_path: Path, text: bytes) -> None:
    problem = refused(tmp_path, packed({**honest(), BODY: text}))
    assert (problem.code, problem.values["member"]) == ("package-broken-part", BODY)


def test_xml_deeper_than_our_reader_goes_is_refused(tmp_path: Path) -> None:
    deep = b"<a>" * 5_000 + b"</a>" * 5_000
    assert refused(tmp_path, packed({**honest(), BODY: deep})).code == "package-broken-part"


def test_a_bomb_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    problem = refused(tmp_path, packed(honest(), ("word/media/a.png", bytes(60_000_000))))
    assert problem.code == "package-bomb"
    said = {"member": "word/media/a.png", "size": "60000000"}
    assert problem.values.items() >= said.items()


def test_many_small_bombs_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MAX_TOTAL", 3_000_000)
    bombs = tuple((f"word/media/{number}.png", bytes(1_900_000)) for number in range(2))
    assert refused(tmp_path, packed(honest(), *bombs)).code == "package-too-large"


def test_too_many_members_are_refused(tmp_path: Path) -> None:
    members = tuple((f"word/media/{number}.png", b"") for number in range(guard.MAX_PARTS))
    assert refused(tmp_path, packed(honest(), *members)).code == "package-too-large"


def test_a_file_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guard, "MAX_TOTAL", 1_000)
    problem = refused(tmp_path, packed(honest()))
    assert (problem.code, problem.values["limit"]) == ("file-too-large", "1000")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("member", [BODY, "word/_rels/document.xml.rels", "custom/item.XML"])
def test_a_dtd_is_refused(tmp_path: Path, encoding: str, member: str) -> None:
    text = DTD.format(encoding).encode(encoding)
    problem = refused(tmp_path, packed({**honest(), member: text}))
    assert (problem.code, problem.values["member"]) == ("package-has-dtd", member)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le"])
def test_another_encoding_is_refused(tmp_path: Path, encoding: str) -> None:
    text = f'<?xml version="1.0" encoding="{encoding}"?><a/>'.encode(encoding)
    assert refused(tmp_path, packed({**honest(), BODY: text})).code == "package-broken-part"


@pytest.mark.parametrize("again", [BODY, "WORD/document.xml"])
def test_a_repeated_member_is_refused(tmp_path: Path, again: str) -> None:
    problem = refused(tmp_path, packed(honest(), (again, b"<a/>")))
    assert problem.code == "package-duplicate-member"


@pytest.mark.parametrize(
    "member", ["../a.xml", "word/../../a", "/etc/a", "C:/a", "word\\..\\a"]
)
def test_a_member_that_escapes_is_refused(tmp_path: Path, member: str) -> None:
    problem = refused(tmp_path, packed(honest(), (member, b"<a/>")))
    assert (problem.code, problem.values["member"]) == ("package-escaping-member", member)


@pytest.mark.parametrize(
    "member", ["word/vbaProject.bin", "VBAPROJECT.BIN", "word/vbaData.xml"]
)
def test_macros_are_refused(tmp_path: Path, member: str) -> None:
    assert refused(tmp_path, packed(honest(), (member, b"x"))).code == "package-has-macros"


@pytest.mark.parametrize(
    "kind",
    [
        b"application/vnd.ms-office.vbaProject",
        b"application/vnd.ms-word.document.macroEnabled.main+xml",
    ],
)
def test_macros_under_another_name_are_refused(tmp_path: Path, kind: bytes) -> None:
    members = honest()
    types = members["[Content_Types].xml"]
    override = b'<Override PartName="/word/a.bin" ContentType="' + kind + b'"/></Types>'
    members["[Content_Types].xml"] = types.replace(b"</Types>", override)
    assert members["[Content_Types].xml"] != types
    assert refused(tmp_path, packed(members)).code == "package-has-macros"


def test_an_encrypted_member_is_refused(tmp_path: Path) -> None:
    content = bytearray(packed(honest()))
    for signature, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + flags] |= 1
    assert refused(tmp_path, bytes(content)).code == "package-encrypted"


def test_a_file_under_a_password_or_an_old_one_is_refused(tmp_path: Path) -> None:
    ole = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600)
    assert refused(tmp_path, ole).code == "package-old-or-locked"


def test_a_member_packed_in_another_way_is_refused(tmp_path: Path) -> None:
    target = io.BytesIO(packed(honest()))
    with zipfile.ZipFile(target, "a", zipfile.ZIP_LZMA) as archive:
        archive.writestr("word/a.bin", b"x" * 99)
    problem = refused(tmp_path, target.getvalue())
    assert (problem.code, problem.values["member"]) == ("package-broken-part", "word/a.bin")


def test_a_text_file_passes_up_to_its_limit(tmp_path: Path) -> None:
    path = tmp_path / "round.yaml"
    path.write_bytes(b"a" * guard.MAX_TEXT)
    assert len(guard.text_file(path, "round.yaml")) == guard.MAX_TEXT
    path.write_bytes(b"a" * (guard.MAX_TEXT + 1))
    with pytest.raises(UnsafeFileError) as caught:
        guard.text_file(path, "round.yaml")
    assert caught.value.problem.code == "file-too-large"
