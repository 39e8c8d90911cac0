"""The sections of the body: their sheets, margins, numbers, and what stands above and below."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, NamedTuple

from generator.inspection.document.blocks import Story, story_of
from generator.inspection.document.markup import Node, R, W, attributes, content_of, value
from generator.inspection.document.measures import is_on, mm_of_twips, number, twips
from generator.inspection.document.rows import Room
from generator.inspection.document.values import Furniture, Section, Spot, paragraphs_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.document.formats import Formats
    from generator.inspection.document.package import Package

_PROPERTIES = f"{W}pPr"
_SECTION = f"{W}sectPr"
_SHEET = {"w": 12240.0, "h": 15840.0}  # Word's own, where nothing says otherwise
_MARGINS = {"top": 1440.0, "bottom": 1440.0, "left": 1440.0, "right": 1440.0,
            "header": 720.0, "footer": 720.0, "gutter": 0.0}  # fmt: skip
_GAP = 720.0  # twips between columns
_MOST_COLUMNS = 45
_LINE = 240.0
_GRIDS = ("lines", "linesAndChars", "snapToChars")
_PLACES = {"header": "đầu trang", "footer": "chân trang"}
_PAGES = ("default", "first", "even")


class Portion(NamedTuple):
    """The nodes of a section, and its properties where the file has them."""

    nodes: list[Node]
    properties: Node | None


def portions(body: Node) -> Iterator[Portion]:
    """The body cut into sections; what follows the last mark is a section of its own."""
    nodes: list[Node] = []
    last = body.find(_SECTION)
    for node in content_of(body):
        nodes.append(node)
        group = node.find(_PROPERTIES) if node.tag == f"{W}p" else None
        properties = None if group is None else group.find(_SECTION)
        if properties is not None:
            yield Portion(nodes, properties)
            nodes = []
    yield Portion(nodes, last)


@dataclass(slots=True)
class Sections:
    """The sections of a document while they are read, each after the one before."""

    package: Package
    formats: Formats
    old: bool
    even_and_odd: bool
    read: dict[tuple[str, str], Furniture] = field(default_factory=dict)
    in_force: dict[tuple[str, str], str] = field(default_factory=dict)

    def section(self, story: Story, portion: Portion, at: int) -> Section:
        """One section with its blocks."""
        group = portion.properties
        sheet, margins = _lengths(group, "pgSz", _SHEET), _lengths(group, "pgMar", _MARGINS)
        text = max(sheet["w"] - margins["left"] - margins["right"] - margins["gutter"], 0)
        columns, width = _columns(group, text)
        kind = value(group, "type") or "nextPage"
        story.new_page = story.new_page or (at > 1 and kind not in ("continuous", "nextColumn"))
        room = Room(
            Spot(at), mm_of_twips(width), 0 if columns == 1 else None, pitch=_pitch(group)
        )
        numbers = attributes(group, "pgNumType")
        title_page = _has(group, "titlePg")
        self._take(group)
        return Section(
            number=at,
            width_mm=mm_of_twips(sheet["w"]),
            height_mm=mm_of_twips(sheet["h"]),
            top_mm=mm_of_twips(abs(margins["top"])),
            bottom_mm=mm_of_twips(abs(margins["bottom"])),
            left_mm=mm_of_twips(margins["left"]),
            right_mm=mm_of_twips(margins["right"]),
            header_mm=mm_of_twips(margins["header"]),
            footer_mm=mm_of_twips(margins["footer"]),
            blocks=story.blocks(portion.nodes, room),
            furniture=tuple(self._furniture(room._replace(pitch=_LINE), title_page=title_page)),
            title_page=title_page,
            starts_at=_whole(numbers.get("start")),
            columns=columns,
            gutter_mm=mm_of_twips(margins["gutter"]),
            number_format=numbers.get("fmt", "decimal"),
            kind=kind,
        )

    def _take(self, group: Node | None) -> None:
        """Headers and footers that are in force from here on."""
        for place in _PLACES:
            for node in () if group is None else group.iterchildren(f"{W}{place}Reference"):
                part = self.package.by_id.get(node.get(f"{R}id") or "")
                if part:
                    self.in_force[place, node.get(f"{W}type") or "default"] = part

    def _furniture(self, room: Room, *, title_page: bool) -> Iterator[Furniture]:
        shown = {"default": True, "first": title_page, "even": self.even_and_odd}
        for place in _PLACES:
            for pages in _PAGES:
                part = self.in_force.get((place, pages))
                if part and shown[pages]:
                    yield self._part(place, pages, part, room)

    def _part(self, place: str, pages: str, part: str, room: Room) -> Furniture:
        """A header or footer; each part is read once."""
        found = self.read.get((part, pages))
        if found is None:
            root = self.package.tree(part)
            spot = Spot(room.spot.section, _PLACES[place])
            blocks = (
                ()
                if root is None
                else story_of(part, root, self.formats, old=self.old).blocks(
                    content_of(root), room._replace(spot=spot, left_edge_mm=0)
                )
            )
            found = Furniture(place, pages, tuple(paragraphs_of(blocks)))
            self.read[part, pages] = found
        return found


def _lengths(group: Node | None, name: str, usual: dict[str, float]) -> dict[str, float]:
    said = attributes(group, name)
    return {
        key: one if (one := twips(said.get(key))) is not None else usual[key] for key in usual
    }


def _columns(group: Node | None, text: float) -> tuple[int, float]:
    """How many columns of text, and how wide the first one is."""
    said = attributes(group, "cols")
    node = None if group is None else group.find(f"{W}cols")
    own = [twips(one.get(f"{W}w")) for one in (() if node is None else node)]
    if len(own) > 1 and "equalWidth" in said and not is_on(said["equalWidth"]):
        return min(len(own), _MOST_COLUMNS), own[0] or text / len(own)
    count = min(max(int(number(said.get("num")) or 1), 1), _MOST_COLUMNS)
    gap = twips(said.get("space"))
    return count, max(text - (count - 1) * (_GAP if gap is None else gap), 0) / count


def _pitch(group: Node | None) -> float:
    said = attributes(group, "docGrid")
    return (twips(said.get("linePitch")) or _LINE) if said.get("type") in _GRIDS else _LINE


def _has(group: Node | None, name: str) -> bool:
    node = None if group is None else group.find(f"{W}{name}")
    return node is not None and is_on(node.get(f"{W}val"))


def _whole(text: str | None) -> int | None:
    found = number(text)
    return None if found is None else int(found)
