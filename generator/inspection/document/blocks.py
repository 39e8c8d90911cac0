"""The paragraphs and tables of a part, in the order of reading."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from generator.inspection.document.fields import Fields, fields_of
from generator.inspection.document.inline import Told
from generator.inspection.document.markup import Node, W, content_of
from generator.inspection.document.measures import is_on
from generator.inspection.document.numbering import Counters
from generator.inspection.document.rows import Room, Rows
from generator.inspection.document.tables import (
    plan_of,
    rows_of,
)
from generator.inspection.document.values import (
    Block,
    Key,
    Line,
    Paragraph,
    Spot,
    Table,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.inspection.document.drawings import Box
    from generator.inspection.document.formats import Formats
    from generator.inspection.document.paragraph_settings import Shape

_PARAGRAPH = f"{W}p"
_TABLE = f"{W}tbl"
_PROPERTIES = f"{W}pPr"
_DEEPEST = 12  # tables and boxes inside each other; below, only their paragraphs are read
_TWIPS_IN_MM = 1440 / 25.4
_BOX = "hộp chữ"


@dataclass(slots=True)
class Story:
    """One part while it is read: where its fields and lists stand, which table comes next."""

    part: str
    formats: Formats
    counters: Counters
    fields: Fields
    numbers: dict[Node, int]
    old: bool = False
    tables: int = 0
    new_page: bool = False
    close: set[int] = field(default_factory=set)  # paragraphs without space to their like

    def blocks(self, nodes: Iterable[Node], room: Room) -> tuple[Block, ...]:
        """The blocks that nodes stand for."""
        found: list[Block] = []
        for node in nodes:
            if node.tag == _PARAGRAPH:
                found += self._paragraphs(node, room)
            elif node.tag == _TABLE:
                found += self._table(node, room)
        return tuple(self._closed(found)) if self.close else tuple(found)

    def _paragraphs(self, node: Node, room: Room) -> Iterator[Block]:
        """A paragraph, with the boxes anchored in it before or after."""
        group = node.find(_PROPERTIES)
        shape = self.formats.shape(room.table, group, room.pitch)
        if shape.framed:
            room = room.box(shape.frame_mm or room.width_mm)
        told = self._told(node, shape, room)
        yield from self._boxes(told.before, room)
        if not _is_gone(group, told):
            yield self._paragraph(node, shape, told, room)
        yield from self._boxes(told.after, room)
        self.new_page = self.new_page or told.breaks_after

    def _told(self, node: Node, shape: Shape, room: Room) -> Told:
        table, key = room.table, shape.style[0]
        told = Told(
            lambda group: self.formats.face(table, key, group), self.fields, room.width_mm
        )
        return told.read(node)

    def _paragraph(self, node: Node, shape: Shape, told: Told, room: Room) -> Paragraph:
        number = self.numbers.get(node, 0)
        runs = tuple(told.runs)
        text = "".join([run.text for run in runs])
        starts, self.new_page = self.new_page, False
        if shape.contextual:
            self.close.add(number)
        return Paragraph(
            Key(self.part, number),
            _spot(room.spot, text),
            runs,
            shape.align,
            shape.spacing,
            shape.style[1],
            self.counters.label(*shape.numbering) if shape.numbering else "",
            _lines(told, shape, room),
            starts or told.breaks_before or shape.starts_page,
            room.in_box,
            room.width_mm,
            room.left_edge_mm,
            shape.tabs_mm,
        )

    def _boxes(self, boxes: list[Box], room: Room) -> Iterator[Block]:
        for box in boxes:
            inside = room.box(box.width_mm or room.width_mm)
            page, self.new_page = self.new_page, False
            yield from self.inside(box.content, inside)
            self.new_page = page

    def inside(self, node: Node, room: Room) -> tuple[Block, ...]:
        """What a cell or box holds; at a depth that no person makes, only its paragraphs."""
        if room.depth <= _DEEPEST:
            return self.blocks(content_of(node), room)
        nodes = (one for one in node.iter(_PARAGRAPH) if one.getparent() is not None)
        return tuple(
            self._paragraph(one, shape, self._told(one, shape, room), room)
            for one in nodes
            for shape in (self.formats.shape(room.table, one.find(_PROPERTIES), room.pitch),)
        )

    def _table(self, node: Node, room: Room) -> Iterator[Table]:
        """A table; the ones inside it have its number."""
        rows = rows_of(node)
        if not rows:
            return
        if not room.spot.table:
            self.tables += 1
            room = room._replace(spot=replace(room.spot, table=self.tables))
        twips = room.width_mm * _TWIPS_IN_MM
        plan = plan_of(node, self.formats.sheet, twips, len(rows), old=self.old)
        built = Rows(plan, room, self.inside)
        for row in rows:
            built.add(row)
        yield built.table()

    def _closed(self, blocks: list[Block]) -> Iterator[Block]:
        """Blocks without the space that paragraphs of one style leave out between them."""
        for at, block in enumerate(blocks):
            if isinstance(block, Paragraph) and block.key.number in self.close:
                spacing = block.spacing
                if at and _alike(block, blocks[at - 1]):
                    spacing = replace(spacing, before_pt=0)
                if at + 1 < len(blocks) and _alike(block, blocks[at + 1]):
                    spacing = replace(spacing, after_pt=0)
                yield replace(block, spacing=spacing)
            else:
                yield block


def story_of(part: str, root: Node, formats: Formats, *, old: bool) -> Story:
    """A part, before its beginning."""
    numbers = {node: at for at, node in enumerate(root.iter(_PARAGRAPH))}
    return Story(part, formats, Counters(formats.numbering), fields_of(root), numbers, old)


def _lines(told: Told, shape: Shape, room: Room) -> tuple[Line, ...]:
    if not shape.ruled:
        return tuple(told.lines)
    length = room.width_mm - shape.spacing.left_mm - shape.spacing.right_mm
    return (*told.lines, Line("border", round(max(length, 0), 2)))


def _is_gone(group: Node | None, told: Told) -> bool:
    """Whether a paragraph with all its text is hidden or deleted, its mark too."""
    marks = None if group is None else group.find(f"{W}rPr")
    if marks is None or told.lines or any(run.text or run.field for run in told.runs):
        return False
    return marks.find(f"{W}del") is not None or _switch(marks, "vanish")


def _switch(group: Node, name: str) -> bool:
    node = group.find(f"{W}{name}")
    return node is not None and is_on(node.get(f"{W}val"))


def _alike(one: Paragraph, other: Block) -> bool:
    return isinstance(other, Paragraph) and one.style == other.style


def _spot(spot: Spot, words: str) -> Spot:
    return Spot(spot.section, spot.part, spot.table, spot.row, spot.column, words)
