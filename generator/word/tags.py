"""The tags of a template in order, each with the place where a person finds it.

The n-th tag of a part is the n-th line of its Jinja source (`numbered`), so that any error
that knows its line knows its paragraph or table cell.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from operator import itemgetter
from typing import TYPE_CHECKING

from lxml import etree

if TYPE_CHECKING:
    from collections.abc import Sequence

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
LONELY = re.compile(r"\{%\s*(p|tr|tc)\s.*?%\}", re.DOTALL)
_OPENING = re.compile(r"(\{[{%]-?)")
_PARTS = {
    "header": "đầu trang",
    "footer": "chân trang",
    "footnotes": "chú thích cuối trang",
    "endnotes": "chú thích cuối văn bản",
    "comments": "lời bình",
}
_TEXTS = ("t", "instrText", "delText", "delInstrText")
FILE_PROPERTY = "thuộc tính tệp"
MAX_QUOTE = 60


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag as it is typed, and where; torn where it begins and ends in different frames."""

    text: str
    words: str
    is_torn: bool = False


@dataclass(slots=True)
class Paragraph:
    """The text of a paragraph, and the innermost row and cell that it stands in, if any."""

    words: str
    node: etree._Element | None = None
    row: etree._Element | None = None
    cell: etree._Element | None = None
    text: str = ""
    read: int = 0
    frames: list[tuple[int, etree._Element | None]] = field(default_factory=list)

    def add(self, text: str, frame: etree._Element | None) -> None:
        self.frames.append((len(self.text), frame))
        self.text += text

    def frame_at(self, offset: int) -> etree._Element | None:
        """What the run with this character stands in: the paragraph, a link, a control."""
        index = bisect_right(self.frames, offset, key=itemgetter(0))
        return self.frames[index - 1][1]


@dataclass(slots=True)
class _Position:
    part: str
    paragraph: int = 0
    table: int = 0
    cells: list[list[int]] = field(default_factory=list)

    def enter(self, kind: str) -> None:
        if kind == "tbl":
            self.table += not self.cells
            self.cells.append([0, 0])
        elif kind == "tr":
            self.cells[-1][:] = [self.cells[-1][0] + 1, 0]
        elif kind == "tc":
            self.cells[-1][1] += 1

    def words(self) -> str:
        place = [self.part] if self.part else []
        if self.cells:
            row, column = self.cells[0]
            place.append(f"bảng {self.table}, hàng {row}, cột {column}")
        else:
            place.append(f"đoạn {self.paragraph}")
        return ", ".join(place)


def numbered(source: str) -> str:
    """The Jinja source with the n-th tag on line n + 1; space inside a tag means nothing."""
    return _OPENING.sub(r"\1\n", source.replace("\n", " "))


def tags_of(name: str, content: bytes) -> list[Tag]:
    """The tags of a part in document order, in text and in attributes."""
    return _Walk(name, content).tags


def is_lonely(text: str) -> bool:
    """Whether the text is a tag that goes with its paragraph, row or cell."""
    return LONELY.fullmatch(text.strip()) is not None


def tag_at(tags: Sequence[Tag], line: int) -> Tag:
    """The tag of a line of the Jinja source."""
    index = min(max(line - 2, 0), len(tags) - 1)
    return tags[index] if tags else Tag("", "")


def place_words(name: str, content: bytes) -> list[tuple[str, etree._Element]]:
    """The place of each paragraph of a part in words, and its node."""
    found = ((one.words, one.node) for one in _Walk(name, content).paragraphs)
    return [(words, node) for words, node in found if node is not None]


def paragraphs_of(name: str, content: bytes) -> list[Paragraph]:
    """The paragraphs of a part."""
    return _Walk(name, content).paragraphs


class _Walk:
    def __init__(self, name: str, content: bytes) -> None:
        stem = name.rsplit("/", 1)[-1].removesuffix(".xml")
        part = next((vi for en, vi in _PARTS.items() if stem.startswith(en)), "")
        self.position = _Position(part)
        self.tags: list[Tag] = []
        self.paragraphs: list[Paragraph] = []
        self.open: list[Paragraph] = []
        root = etree.fromstring(content)
        for event, node in etree.iterwalk(root, events=("start", "end")):
            if isinstance(node.tag, str):
                (self.start if event == "start" else self.end)(node)

    def start(self, node: etree._Element) -> None:
        for value in node.attrib.values():
            self.tags += [
                Tag(found, self.position.words()) for found in TAG.findall(str(value))
            ]
        kind = str(node.tag).removeprefix(W)
        self.position.enter(kind)
        if kind == "p":
            self.open_paragraph(node)
        elif node.text and (etree.QName(node).localname in _TEXTS or not self.open):
            self.read(node.text, _frame(node))

    def open_paragraph(self, node: etree._Element) -> None:
        self.position.paragraph += not self.position.cells
        row, cell = (next(node.iterancestors(f"{W}{kind}"), None) for kind in ("tr", "tc"))
        self.open.append(Paragraph(self.position.words(), node, row, cell))
        self.paragraphs.append(self.open[-1])

    def end(self, node: etree._Element) -> None:
        if node.tag == f"{W}p":
            self.open.pop()
        elif node.tag == f"{W}tbl":
            self.position.cells.pop()

    def read(self, text: str, frame: etree._Element | None) -> None:
        if not self.open:
            self.paragraphs.append(Paragraph(FILE_PROPERTY, text=text))
            self.tags += [Tag(found, FILE_PROPERTY) for found in TAG.findall(text)]
            return
        paragraph = self.open[-1]
        paragraph.add(text, frame)
        for found in TAG.finditer(paragraph.text, paragraph.read):
            ends = [paragraph.frame_at(offset) for offset in (found.start(), found.end() - 1)]
            self.tags.append(Tag(found[0], paragraph.words, is_torn=ends[0] is not ends[1]))
            paragraph.read = found.end()


def _frame(node: etree._Element) -> etree._Element | None:
    run = node.getparent()
    return None if run is None else run.getparent()


def quoted(text: str) -> str:
    """A paragraph in a message, cut where it is long."""
    text = " ".join(text.split())
    return text if len(text) <= MAX_QUOTE else f"{text[:MAX_QUOTE]}…"
