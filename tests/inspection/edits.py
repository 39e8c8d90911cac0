"""Edits of the parts of a paper that we made, as a person leaves them behind.

A paragraph is named by its style ("VKSo") or by some of its words; `at` says which of those.
Each edit fails where there is nothing to edit: an edit that changes nothing proves nothing.
"""

from __future__ import annotations

import re
from functools import reduce
from typing import TYPE_CHECKING, NamedTuple
from xml.sax.saxutils import escape

from generator.word.package import read_parts, write_parts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    Parts = dict[str, str]
    Edit = Callable[[Parts], Parts]

DOCUMENT, STYLES, HEADER = "word/document.xml", "word/styles.xml", "word/header1.xml"
SETTINGS, THEME = "word/settings.xml", "word/theme/theme1.xml"
_PARAGRAPH = re.compile(r"<w:p>(?:(?!<w:p>|</w:p>).)*</w:p>", re.DOTALL)
_STAMP = 'w:author="Người sửa" w:date="2026-06-01T08:00:00Z"'


class Span(NamedTuple):
    """Where a paragraph stands in the part, and its markup."""

    start: int
    end: int
    markup: str


def edited(content: bytes, edits: Iterable[Edit]) -> bytes:
    """The file after all edits; a part that is no text stays as it is."""
    raw = read_parts(content)
    before = {name: part.decode() for name, part in raw.items()}
    after = reduce(lambda parts, edit: edit(parts), edits, before)
    return write_parts({name: part.encode() for name, part in after.items()})


def in_part(name: str, old: str, new: str, at: int = 1) -> Edit:
    """The `at`-th `old` of a part becomes `new`."""

    def edit(parts: Parts) -> Parts:
        pieces = parts[name].split(old)
        assert len(pieces) > at, f"{name}: {old}"
        changed = old.join(pieces[:at]) + new + old.join(pieces[at:])
        return {**parts, name: changed}

    return edit


def everywhere(name: str, old: str, new: str) -> Edit:
    """Every `old` of a part becomes `new`."""

    def edit(parts: Parts) -> Parts:
        assert old in parts[name], f"{name}: {old}"
        return {**parts, name: parts[name].replace(old, new)}

    return edit


def page(old: str, new: str, section: int = 1) -> Edit:
    """A setting of a section (`w:left="1701"`) becomes another."""
    return in_part(DOCUMENT, old, new, section)


def styled(style: str, old: str, new: str) -> Edit:
    """Something in the definition of a style becomes another thing."""

    def edit(parts: Parts) -> Parts:
        opening = f'w:styleId="{style}">'
        head, found, tail = parts[STYLES].partition(opening)
        own, end, rest = tail.partition("</w:style>")
        assert found, style
        assert old in own, f"{style}: {old}"
        return {**parts, STYLES: head + found + own.replace(old, new) + end + rest}

    return edit


def says(which: str, text: str, at: int = 1) -> Edit:
    """A paragraph says something else; a line drawn in it stays."""

    def change(markup: str) -> str:
        first, *others = re.findall(r"<w:r>(?:(?!</w:r>).)*<w:t.*?</w:r>", markup, re.DOTALL)
        for one in others:
            markup = markup.replace(one, "", 1)
        look = re.search(r"<w:rPr>.*?</w:rPr>", first)
        run = f"<w:r>{look[0] if look else ''}{_typed(text)}</w:r>"
        return markup.replace(first, run, 1)

    return _paragraph(which, at, change)


def _typed(text: str) -> str:
    return f'<w:t xml:space="preserve">{escape(text)}</w:t>'


def words(old: str, new: str, at: int = 1) -> Edit:
    """Some words of the text become others."""
    return in_part(DOCUMENT, escape(old), escape(new), at)


def looks(which: str, look: str, at: int = 1) -> Edit:
    """The letters of a paragraph get direct formatting."""

    def change(markup: str) -> str:
        assert "<w:t" in markup
        markup = markup.replace("<w:rPr></w:rPr>", "")
        return re.sub(
            r"<w:r>(?:<w:rPr>(.*?)</w:rPr>)?", rf"<w:r><w:rPr>\1{look}</w:rPr>", markup
        )

    return _paragraph(which, at, change)


def stands(which: str, settings: str, at: int = 1) -> Edit:
    """A paragraph gets direct formatting, given in the order of the schema."""

    def change(markup: str) -> str:
        changed = re.sub(r"(<w:pStyle [^>]*/>)", rf"\1{settings}", markup, count=1)
        assert changed != markup
        return changed

    return _paragraph(which, at, change)


def without(which: str, at: int = 1) -> Edit:
    """A paragraph is gone."""
    return _paragraph(which, at, lambda _: "")


def without_line(which: str, at: int = 1) -> Edit:
    """The line drawn at a paragraph is gone."""

    def change(markup: str) -> str:
        changed = re.sub(
            r"<w:r><mc:AlternateContent>.*</mc:AlternateContent></w:r>", "", markup
        )
        assert changed != markup
        return changed

    return _paragraph(which, at, change)


def line(which: str, length_mm: float) -> Edit:
    """The line drawn at a paragraph has another length."""

    def change(markup: str) -> str:
        changed = re.sub(
            r'(<(?:wp:extent|a:ext) cx=)"\d+"', rf'\1"{round(length_mm * 36000)}"', markup
        )
        assert changed != markup
        return changed

    return _paragraph(which, 1, change)


def after(which: str, *texts: str, style: str = "", at: int = 1) -> Edit:
    """More paragraphs after one, in its style or another."""

    def change(markup: str) -> str:
        own = re.search(r'w:pStyle w:val="(\w+)"', markup)
        named = style or (own[1] if own else "Normal")
        return markup + "".join(
            f'<w:p><w:pPr><w:pStyle w:val="{named}"/></w:pPr><w:r>{_typed(one)}</w:r></w:p>'
            for one in texts
        )

    return _paragraph(which, at, change)


def tracked(which: str, at: int = 1) -> Edit:
    """A paragraph was typed under Track Changes over an older text."""
    gone = f'<w:del w:id="9001" {_STAMP}><w:r><w:delText>bản cũ</w:delText></w:r></w:del>'

    def change(markup: str) -> str:
        new = rf'{gone}<w:ins w:id="9002" {_STAMP}>\1</w:ins>'
        return re.sub(r"(<w:r>.*?</w:r>)", new, markup, count=1)

    return _paragraph(which, at, change)


def commented(which: str, at: int = 1) -> Edit:
    """Somebody left a comment on a paragraph."""
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
    related = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    mark = '<w:r><w:commentReference w:id="0"/></w:r></w:p>'
    override = f'<Override PartName="/word/comments.xml" ContentType="{kind}"/></Types>'
    relation = (
        f'<Relationship Id="rId99" Type="{related}" Target="comments.xml"/></Relationships>'
    )
    rows = (
        ("[Content_Types].xml", "</Types>", override),
        ("word/_rels/document.xml.rels", "</Relationships>", relation),
    )

    def edit(parts: Parts) -> Parts:
        parts = reduce(lambda found, row: in_part(*row)(found), rows, parts)
        body = f"<w:p><w:r>{_typed('Xem lại câu này.')}</w:r></w:p>"
        comments = (
            f'<w:comments xmlns:w="{space}"><w:comment w:id="0" {_STAMP} w:initials="NS">'
            f"{body}</w:comment></w:comments>"
        )
        marked = _paragraph(which, at, lambda one: one.removesuffix("</w:p>") + mark)
        return marked({**parts, "word/comments.xml": comments})

    return edit


def _paragraph(which: str, at: int, change: Callable[[str], str]) -> Edit:
    def edit(parts: Parts) -> Parts:
        part = parts[DOCUMENT]
        found = [one for one in _spans(part) if _is(one.markup, which)]
        assert len(found) >= at, f"{which}: {len(found)}"
        span = found[at - 1]
        changed = change(span.markup)
        assert changed != span.markup, which
        return {**parts, DOCUMENT: part[: span.start] + changed + part[span.end :]}

    return edit


def _spans(part: str) -> list[Span]:
    return [Span(one.start(), one.end(), one[0]) for one in _PARAGRAPH.finditer(part)]


def _is(markup: str, which: str) -> bool:
    if which.startswith("VK"):
        return f'w:pStyle w:val="{which}"' in markup
    return which in re.sub(r"<[^>]+>", "", markup.replace("<w:noBreakHyphen/>", "\u2011"))
