"""What a paragraph holds: its runs, the boxes and lines drawn in it, where it breaks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.inspection.document.drawings import Box, drawn
from generator.inspection.document.fields import Fields, field_name
from generator.inspection.document.markup import (
    ALTERNATE,
    FIELD,
    INSERTED,
    Node,
    W,
    chosen,
    inner,
    local_attributes,
)
from generator.inspection.document.values import Line, Look, Run

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.inspection.document.characters import Face

_RUN = f"{W}r"
_PROPERTIES = f"{W}rPr"
_TEXT = f"{W}t"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_BLANKS = " \t\r\n"
_SIGNS = {
    f"{W}tab": "\t", f"{W}ptab": "\t", f"{W}cr": "\n",
    f"{W}noBreakHyphen": "\u2011", f"{W}softHyphen": "\u00ad",
}  # fmt: skip


@dataclass(slots=True)
class Told:
    """What was found in one paragraph so far."""

    face: Callable[[Node | None], Face]
    fields: Fields
    room_mm: float
    runs: list[Run] = field(default_factory=list)
    before: list[Box] = field(default_factory=list)
    after: list[Box] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)
    begun: bool = False  # there is text
    breaks_before: bool = False
    breaks_after: bool = False
    _inserted: bool = False  # where reading stands: in an insertion,
    _simple: str = ""  # in a simple field of this name,
    _kind: tuple[Look, str, bool] | None = None  # in a run of this look, field, insertion
    _parts: list[str] = field(default_factory=list)  # its text so far

    def read(self, paragraph: Node) -> Told:
        """Go through a paragraph."""
        for node, self._inserted, self._simple in _runs(paragraph):
            if node.tag == _RUN:
                self._run(node)
            elif node.tag == FIELD:
                self._empty(self._simple, self.face(None))
            elif str(node.tag).startswith(_MATH):
                text = "".join(one.text or "" for one in node.iter(f"{_MATH}t"))
                self._add(text, self.face(None))
        self._end_run()
        return self

    def _run(self, run: Node) -> None:
        face = self.face(run.find(_PROPERTIES))
        for node in run:
            self._child(node, face)

    def _child(self, node: Node, face: Face) -> None:
        tag = str(node.tag)
        if tag == _TEXT:
            self._add(_typed(node), face)
        elif tag in _MARKS:
            _MARKS[tag](self, node, face)

    def sign(self, node: Node, face: Face) -> None:
        """A tab, a hyphen, a sign of another font."""
        text = _SIGNS.get(str(node.tag))
        self._add(_symbol(node) if text is None else text, face)

    def field_mark(self, node: Node, face: Face) -> None:
        """The beginning, middle or end of a field; one without result is still named."""
        name = self.fields.mark(node.get(f"{W}fldCharType") or "")
        if name:
            self._empty(name, face)

    def field_code(self, node: Node, _face: Face) -> None:
        """Part of the code of a field."""
        self.fields.code(node.text or "")

    def page_number(self, _node: Node, face: Face) -> None:
        """The number of the page, without a field."""
        self._empty("PAGE", face)

    def line_break(self, node: Node, face: Face) -> None:
        """A line ends here, or a page: before the text of the paragraph or after it."""
        kind = node.get(f"{W}type", "textWrapping")
        if kind == "textWrapping":
            self._add("\n", face)
        elif kind == "page" and not face.hidden:
            self.breaks_before = self.breaks_before or not self.begun
            self.breaks_after = self.begun

    def draw(self, node: Node, face: Face) -> None:
        """Boxes and lines; a box before any text stands before the paragraph."""
        for one in () if face.hidden else drawn(node, self.room_mm):
            if isinstance(one, Line):
                self.lines.append(one)
            else:
                (self.after if self.begun else self.before).append(one)

    def alternatives(self, node: Node, face: Face) -> None:
        """A drawing of today with one for older programs beside it, or a sign so."""
        inside = chosen(node)
        for one in () if inside is None else inside:
            tag = str(one.tag)
            if tag.endswith("}symEx"):
                self._add(_symbol(one), face)
            else:
                self._child(one, face)

    def _add(self, text: str, face: Face) -> None:
        """Text that is printed."""
        fields = self.fields
        if face.hidden or not (text and fields.shows):
            return
        if not text.isspace():
            self.begun = True
            self.breaks_after = False  # a page that ended, ended inside the paragraph
        for piece, look in face.pieces(text):
            kind = (look, fields.name or self._simple, self._inserted)
            if kind != self._kind:
                self._end_run()
                self._kind = kind
            self._parts.append(piece)

    def _empty(self, name: str, face: Face) -> None:
        """A field whose result is not in the file."""
        if not face.hidden and self.fields.shows:
            self._end_run()
            self.runs.append(Run("", face.high, name, self._inserted))

    def _end_run(self) -> None:
        if self._kind:
            self.runs.append(Run("".join(self._parts), *self._kind))
        self._kind, self._parts = None, []


_MARKS: dict[str, Callable[[Told, Node, Face], None]] = {
    **dict.fromkeys((*_SIGNS, f"{W}sym"), Told.sign),
    f"{W}br": Told.line_break,
    f"{W}fldChar": Told.field_mark,
    f"{W}instrText": Told.field_code,
    f"{W}pgNum": Told.page_number,
    **dict.fromkeys((f"{W}drawing", f"{W}pict", f"{W}object"), Told.draw),
    ALTERNATE: Told.alternatives,
}


def _typed(node: Node) -> str:
    """The text of a node; spaces at its ends count only where the file keeps them."""
    text = node.text or ""
    if text[:1] in _BLANKS or text[-1:] in _BLANKS:
        text = text if node.get(_SPACE) == "preserve" else text.strip(_BLANKS)
    return text.replace("\n", " ") if "\n" in text else text


def _symbol(node: Node) -> str:
    """A sign by its number in its font; none where the number is no character's."""
    try:
        sign = chr(int(local_attributes(node).get("char", ""), 16))
    except (ValueError, OverflowError):
        return ""
    return sign if sign.isprintable() or "\ue000" <= sign <= "\uf8ff" else ""


def _runs(paragraph: Node) -> Iterator[tuple[Node, bool, str]]:
    """What stands in a paragraph, whether it was inserted, and the simple field round it."""
    levels = [(iter(paragraph), False, "")]
    while levels:
        nodes, inserted, name = levels[-1]
        for node in nodes:
            inside = inner(node)
            if inside is None:
                yield node, inserted, name
                continue
            if node.tag == FIELD:
                name = field_name(local_attributes(node).get("instr", ""))
                if not len(node):
                    yield node, inserted, name
            levels.append((iter(inside), inserted or node.tag in INSERTED, name))
            break
        else:
            levels.pop()
