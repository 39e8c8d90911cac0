"""New words in the place of ours: in a run, a paragraph, a row; looks and neighbours stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

from generator.word.byte_tree import Change, Node
from generator.word.marks import ends_of, is_prompt, marks_in, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from generator.slots import Written
    from generator.word.places import Page

_STYLE = re.compile(rb"<w:rStyle\b[^>]*?(?:/>|></w:rStyle>)")
_NOT_COPIED = re.compile(rb"<w:(sectPr|pPrChange)\b.*?</w:\1>", re.DOTALL)
_TEXTS = ("w:t", "w:noBreakHyphen", "w:tab", "w:br", "w:cr")
_OURS = ("w:pPr", "w:r", "w:bookmarkStart", "w:bookmarkEnd", "w:proofErr", "w:sdt")
_NB_HYPHEN = '</w:t><w:noBreakHyphen/><w:t xml:space="preserve">'


def rewritten(page: Page, place: Node, line: Written) -> Iterator[Change]:
    """A paragraph, or what a control holds, with other words in the looks of its first run."""
    runs = _runs(place)
    look = page.written(runs[0].child("w:rPr")) if runs else b""
    if is_prompt(words(place)):
        look = _STYLE.sub(b"", look)
    new = _marked(page, line.mark) + _run(line.text, look)
    yield from _without_marks(place)
    if runs:
        yield Change(runs[0].start, runs[0].end, new)
        yield from (Change(run.start, run.end, b"") for run in runs[1:])
    elif place.is_closed_at_once:
        name = place.name.encode()
        yield Change(place.start, place.end, b"<" + name + b">" + new + b"</" + name + b">")
    else:
        yield Change(place.inner_end, place.inner_end, new)


def added(page: Page, model: Node, lines: Sequence[Written]) -> Iterator[Change]:
    """Paragraphs after one, with its looks."""
    looks = _NOT_COPIED.sub(b"", page.written(model.child("w:pPr")))
    runs = _runs(model)
    look = page.written(runs[0].child("w:rPr")) if runs else b""
    if is_prompt(words(model)):
        look = _STYLE.sub(b"", look)
    new = [
        b"<w:p>" + looks + _marked(page, one.mark) + _run(one.text, look) + b"</w:p>"
        for one in lines
    ]
    if new:
        yield Change(model.end, model.end, b"".join(new))


def removed(place: Node) -> Iterator[Change]:
    """A paragraph of ours taken away; only its words where somebody put something else in."""
    inside = [*place.children, *(node for sdt in place.walk("w:sdt") for node in sdt.children)]
    if all(node.name in (*_OURS, "w:sdtPr", "w:sdtContent") for node in inside):
        yield Change(place.start, place.end, b"")
        return
    yield from _without_marks(place)
    yield from (Change(run.start, run.end, b"") for run in _runs(place))


def new_row(page: Page, model: Node, cells: tuple[str, ...], mark: str) -> bytes:
    """A row that looks like another; one cell alone spans all of them."""
    ends = [node for node in model.children if node.name == "w:tc"]
    properties = page.written(model.child("w:trPr"))
    if len(cells) == 1:
        written = _spanning(page, ends, cells[0], mark)
    else:
        marks = (mark, *[""] * (len(cells) - 1))
        filled = zip(ends, cells, marks, strict=True)
        written = b"".join(_cell(page, *one) for one in filled)
    return b"<w:tr>" + properties + written + b"</w:tr>"


def _cell(page: Page, model: Node, text: str, mark: str) -> bytes:
    looks, run = _looks_in(page, model)
    inside = _marked(page, mark) + (_run(text, run) if text else b"")
    properties = page.written(model.child("w:tcPr"))
    return b"<w:tc>" + properties + b"<w:p>" + looks + inside + b"</w:p></w:tc>"


def _spanning(page: Page, models: Sequence[Node], text: str, mark: str) -> bytes:
    looks, run = _looks_in(page, models[min(1, len(models) - 1)])
    span = f'<w:tcPr><w:gridSpan w:val="{len(models)}"/></w:tcPr>'.encode()
    inside = looks + _marked(page, mark) + _run(text, run)
    return b"<w:tc>" + span + b"<w:p>" + inside + b"</w:p></w:tc>"


def _looks_in(page: Page, cell: Node) -> tuple[bytes, bytes]:
    """What the first paragraph of a cell and its first run look like."""
    paragraph = cell.child("w:p")
    runs = _runs(paragraph) if paragraph else []
    looks = page.written(paragraph.child("w:pPr")) if paragraph else b""
    return looks, page.written(runs[0].child("w:rPr")) if runs else b""


def _runs(place: Node) -> list[Node]:
    """The runs with words in a place, not those in a frame within it."""
    owner = place if place.name == "w:p" else place.above("w:p")
    runs = (run for run in place.walk("w:r") if any(run.child(name) for name in _TEXTS))
    return [run for run in runs if run.above("w:p") is owner]


def _without_marks(place: Node) -> Iterator[Change]:
    marks = marks_in(place)
    for node in (*marks, *ends_of(place, marks)):
        yield Change(node.start, node.end, b"")


def _marked(page: Page, name: str) -> bytes:
    if not name:
        return b""
    number = next(page.free_ids)
    start = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>'
    return f'{start}<w:bookmarkEnd w:id="{number}"/>'.encode()


def _run(text: str, look: bytes) -> bytes:
    inside = escape(text).replace("\u2011", _NB_HYPHEN)
    return b"<w:r>" + look + f'<w:t xml:space="preserve">{inside}</w:t></w:r>'.encode()
