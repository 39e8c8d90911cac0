"""Archives: canonical, readable by others, the same parts the same bytes."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given
from hypothesis import strategies as st

from generator.archive import deflated, zipped

NAMES = st.text(
    st.characters(codec="utf-8", exclude_characters="\x00", exclude_categories=["Cs"]),
    min_size=1,
    max_size=20,
)


def read(content: bytes) -> dict[str, bytes]:
    """What another program finds in an archive; every checksum is right."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        return {info.filename: archive.read(info) for info in archive.infolist()}


@given(st.dictionaries(NAMES, st.binary(max_size=200), max_size=6))
def test_what_goes_in_comes_out_in_order(members: dict[str, bytes]) -> None:
    found = read(zipped(deflated(name, content) for name, content in members.items()))
    assert list(found.items()) == list(members.items())


def test_the_same_parts_are_the_same_bytes() -> None:
    parts = [deflated("word/document.xml", b"a" * 999), deflated("tên.xml", b"")]
    assert zipped(parts) == zipped(list(parts))
    assert zipped(parts) != zipped(reversed(parts))


def test_a_member_deflated_once_fits_every_archive() -> None:
    member = deflated("a.xml", b"x" * 10_000)
    assert member.size == 10_000
    assert len(member.data) < 100
    first, second = zipped([member]), zipped([deflated("b.xml", b"b"), member])
    assert read(first)["a.xml"] == read(second)["a.xml"] == b"x" * 10_000


def test_members_are_deflated_dated_1980_and_say_nothing_else() -> None:
    content = zipped([deflated("a.xml", b"a"), deflated("đ.xml", b"b")])
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        for info in archive.infolist():
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert info.compress_type == zipfile.ZIP_DEFLATED
            assert (info.extra, info.comment, info.external_attr) == (b"", b"", 0)
        assert archive.comment == b""


def test_an_empty_archive_is_one() -> None:
    assert read(zipped([])) == {}
