"""Papers saved by LibreOffice, directly and through other formats: the same is said of them.

`make test` takes a few papers, VANKIEN_SOAK=1 all mutations. Nothing that is found was seen to
get lost in .odt or .doc.
"""

from __future__ import annotations

import os
import re
import shutil

import pytest
from mutations import Mutation, printed
from mutations_table import MUTATIONS
from own_papers import own_papers
from recognised import saved_by_libreoffice

SOAK = bool(os.environ.get("VANKIEN_SOAK"))
FEW = (
    "font of the theme",
    "text of 13 pt",
    "a line that is too short",
    "no line under the subject",
    "gap of 3 pt",
    "pages of an appendix that go on counting",
    "tracked changes",
    "a comment",
    "letters and marks apart",
    "a total that is one too many",
)
AT_ONCE = 50  # files for one start of LibreOffice
# LibreOffice counts pages when it saves, and writes a header for each section: the number that
# is quoted and how many headers there are belong to the file, not to what is wrong
CHANGED = ((re.compile(r"trang, đoạn “\d+”"), "trang"), (re.compile(r"và \d+ đoạn khác"), "…"))

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="cần LibreOffice")


def chosen() -> list[Mutation]:
    found = [one for one in MUTATIONS if SOAK or one.name in FEW]
    assert len(found) >= len(FEW)
    return found


def said(content: bytes, one: Mutation | None = None) -> list[str]:
    lines = printed(content, one.held if one else None)
    for pattern, instead in CHANGED:
        lines = [pattern.sub(instead, line) for line in lines]
    return sorted(lines)


def saved(files: dict[str, bytes], through: str) -> dict[str, bytes]:
    keys = list(files)
    return {
        key: content
        for at in range(0, len(keys), AT_ONCE)
        for key, content in saved_by_libreoffice(
            {key: files[key] for key in keys[at : at + AT_ONCE]}, through
        ).items()
    }


@pytest.mark.parametrize("through", ["", "odt", "doc"], ids=["docx", "odt", "doc"])
def test_the_same_is_said_after_libreoffice_has_saved_a_paper(through: str) -> None:
    spoilt = {f"loi-{n}": one for n, one in enumerate(chosen())}
    clean = {f"dung-{n}": paper for n, paper in enumerate(own_papers().values())}

    files = saved({name: one.spoilt for name, one in spoilt.items()} | clean, through)

    assert {one.name: said(files[key], one) for key, one in spoilt.items()} == {
        one.name: said(one.spoilt, one) for one in spoilt.values()
    }
    assert {name: said(files[name]) for name in clean} == {name: [] for name in clean}
