"""Looks and layouts as they result from all levels, each combination worked out once."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from generator.inspection.document.characters import (
    Face,
    Settings,
    character_settings,
    combined,
    face_of,
)
from generator.inspection.document.markup import Node, key_of
from generator.inspection.document.numbering import Numbering
from generator.inspection.document.paragraph_settings import (
    Shape,
    paragraph_settings,
    shape_of,
)
from generator.inspection.document.styles import CHARACTER, PARAGRAPH, TABLE, StyleSheet
from generator.inspection.document.theme import Theme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.document.values import Look

_TEN_POINTS = "20.0"


class TableLook(NamedTuple):
    """The style of a table, and which of its conditional formats hold in a cell."""

    style: str = ""
    parts: tuple[str, ...] = ()


NO_TABLE = TableLook()


@dataclass(slots=True)
class Formats:
    """What the styles, lists and theme of a document make of a paragraph or a run.

    `table_wins`: a table's size of letters wins over a paragraph style of ten points, as in
    documents of Word before 2013.
    """

    sheet: StyleSheet = field(default_factory=StyleSheet)
    numbering: Numbering = field(default_factory=Numbering)
    theme: Theme = field(default_factory=Theme)
    table_wins: bool = False
    _faces: dict[Any, Face] = field(default_factory=dict)
    _looks: dict[Look, Look] = field(default_factory=dict)
    _shapes: dict[Any, Shape] = field(default_factory=dict)
    _tables: dict[TableLook, tuple[Settings, Settings]] = field(default_factory=dict)

    def face(self, table: TableLook, style: str, group: Node | None) -> Face:
        """How a run with these properties is printed in a paragraph of that style."""
        key = (table, style, key_of(group))
        found = self._faces.get(key)
        if found is None:
            face = face_of(self._characters(table, style, group))
            found = self._faces[key] = replace(
                face,
                low=self._same(face.low),
                high=self._same(face.high),
                far=self._same(face.far),
            )
        return found

    def _same(self, look: Look) -> Look:
        """The one value of all looks that are equal, so that runs are told apart fast."""
        return self._looks.setdefault(look, look)

    def shape(self, table: TableLook, group: Node | None, pitch: float) -> Shape:
        """How a paragraph with these properties is laid out."""
        key = (table, pitch, key_of(group))
        found = self._shapes.get(key)
        if found is None:
            found = self._shapes[key] = self._shape(table, group, pitch)
        return found

    def _characters(self, table: TableLook, style: str, group: Node | None) -> Settings:
        direct = character_settings(group, self.theme)
        of_table = self._table(table)[0]
        of_style = self.sheet.characters_of(style, PARAGRAPH)
        if self.table_wins and "sz" in of_table and of_style.get("sz") == _TEN_POINTS:
            of_style = {**of_style, "sz": of_table["sz"]}
        named = self.sheet.characters_of(direct.get("style", ""), CHARACTER)
        return combined(self.sheet.characters, (of_table, of_style, named), direct)

    def _shape(self, table: TableLook, group: Node | None, pitch: float) -> Shape:
        direct = paragraph_settings(group)
        style = self.sheet.found(direct.get("style", ""), PARAGRAPH)
        chain = self.sheet.chain(style)
        levels = [(one.key, one.paragraph) for one in chain] + [("", direct)]
        settings = {**self.sheet.paragraph, **self._table(table)[1]}
        for _, level in self._numbered(levels):
            settings.update(level)
        key = style.key if style else ""
        letters = self.face(table, key, None).high.size_pt
        return shape_of(settings, (key, style.name if style else ""), letters, pitch)

    def _numbered(self, levels: list[tuple[str, Settings]]) -> Iterator[tuple[str, Settings]]:
        """The levels with what the list sets put before the one that names the list."""
        named = [at for at, (_, level) in enumerate(levels) if "num.id" in level]
        if not named:
            yield from levels
            return
        key = levels[named[-1]][1]["num.id"]
        at = self._level(levels, named[-1], key)
        found = self.numbering.level(key, at)
        yield from levels[: named[-1]]
        yield "", dict(found.settings) if found else {}
        yield from levels[named[-1] :]
        yield "", {"num.level": str(at)}

    def _level(self, levels: list[tuple[str, Settings]], named: int, key: str) -> int:
        """The level of a list: as set directly, as tied to the style, as the style sets it."""
        direct = levels[-1][1].get("num.level")
        if direct is None and named < len(levels) - 1:
            styles = (levels[-2][0], levels[named][0])
            tied = (self.numbering.level_of_style(key, style) for style in styles)
            at = next((one for one in tied if one is not None), None)
            if at is not None:
                return at
        return int(direct or levels[named][1].get("num.level", "0"))

    def _table(self, table: TableLook) -> tuple[Settings, Settings]:
        """What a table's style sets of characters and of paragraphs in such a cell."""
        found = self._tables.get(table)
        if found is None:
            found = self._tables[table] = self._table_settings(table)
        return found

    def _table_settings(self, table: TableLook) -> tuple[Settings, Settings]:
        characters: Settings = {}
        paragraph: Settings = {}
        if table is NO_TABLE:
            return characters, paragraph
        chain = self.sheet.chain(self.sheet.found(table.style, TABLE))
        for style in chain:
            characters |= style.characters
            paragraph |= style.paragraph
        for part in table.parts:
            for style in chain:
                more = style.parts.get(part, ({}, {}))
                characters |= more[0]
                paragraph |= more[1]
        return characters, paragraph
