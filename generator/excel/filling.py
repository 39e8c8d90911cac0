"""A workbook that many share, compiled: for each of them only what is its own is written.

The bytes are those that `render` gives of the whole workbook, told which parts are written
often. Where a text of its own would change more than itself, the template says so, and the
whole is written.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.archive import Member, zipped
from generator.excel.heights import share_of_row, shown_height
from generator.excel.looks import FORMULA_SIGNS
from generator.excel.writing import SHEETS, is_large, member, parts, render
from generator.tables import LAST_MARK, TEXT_MARK

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.tables import Cell, Filling, Sheet, Workbook

    Own = Mapping[str, str | int]

KEPT = 16  # templates, of a megabyte or two each
VARIANTS = 16  # of a sheet: units differ in few dates, and in few heights of rows
LONGEST = 16_000  # of a text: not even in Excel's way to count is it too long for a cell
WORDS = "xl/sharedStrings.xml"
SHEET = f"{SHEETS}{{}}.xml"
PIXEL, USUAL = 0.75, 20  # points; pixels of a row whose height is not written
_MARKS = f"[{TEXT_MARK}-{LAST_MARK}]"
_MARK = re.compile(_MARKS)
_TEXT = re.compile(r"<si><t[^>]*>([^<]*)</t></si>")
_MARKED = re.compile(f"<(?:t|v|dc:title)>([^<>]*{_MARKS}[^<>]*)<")
_ROW = r'<row r="{}"(?: spans="[^"]*")?((?: ht="[^"]*" customHeight="1")?)/?>'
# what XlsxWriter or Excel would write otherwise than as it stands
_STRANGE = re.compile(
    r"[\x00-\x1f\ud800-\udfff\ufffe\uffff]|_x[0-9a-fA-F]{4}_|^\s|\s$|^#|^$|^&lt;r&gt;"
)


class NotFilledError(ValueError):
    """A text of a workbook's own cannot stand for its mark alone."""


@dataclass(frozen=True, slots=True)
class _Row:
    """A row with marks: its height depends on what they stand for.

    `cells` are those with marks, and their widths; the others are at most `least` high.
    """

    cells: tuple[tuple[Cell, tuple[float, ...]], ...]
    least: float
    typed_into: bool

    def attributes(self, own: Own) -> str:
        """The height as XlsxWriter writes it: in whole pixels, and not where it is usual."""
        shares = (share_of_row(_filled_cell(cell, own), wide) for cell, wide in self.cells)
        height = shown_height(max(self.least, *shares), typed_into=self.typed_into)
        pixels = USUAL if height is None else int(height / PIXEL + 0.5)
        return "" if pixels == USUAL else f' ht="{pixels * PIXEL:.16g}" customHeight="1"'


Slot = str | _Row


@dataclass(slots=True)
class _Part:
    """A part with marks: what stands between them, and the slots there."""

    name: str
    pieces: tuple[bytes, ...]
    slots: tuple[Slot, ...]
    variants: OrderedDict[tuple[str, ...], Member] = field(default_factory=OrderedDict)

    def member(self, own: Own) -> Member:
        """The part with what the marks stand for."""
        values = tuple(
            _escaped(own[slot]) if isinstance(slot, str) else slot.attributes(own)
            for slot in self.slots
        )
        if not self.name.startswith(SHEETS):  # they differ from unit to unit
            return member(self.name, self._content(values), often=False)
        found = self.variants.pop(values, None)
        found = found or member(self.name, self._content(values), often=self.is_often_written)
        self.variants[values] = found
        if len(self.variants) > VARIANTS:
            self.variants.popitem(last=False)
        return found

    @property
    def is_often_written(self) -> bool:
        """Whether nothing but heights differs, and those in few ways."""
        return not any(isinstance(slot, str) for slot in self.slots)

    def _content(self, values: Sequence[str]) -> bytes:
        found = [self.pieces[0]]
        for value, piece in zip(values, self.pieces[1:], strict=True):
            found += (value.encode(), piece)
        return b"".join(found)


@dataclass(frozen=True, slots=True)
class Template:
    """A workbook with marks, compiled: its parts, and the texts there that have marks.

    `words` are those that cells share, each kept once; `others` the same without marks.
    """

    members: tuple[Member | _Part, ...]
    texts: tuple[str, ...]
    words: tuple[str, ...]
    others: frozenset[str]

    @property
    def often(self) -> frozenset[str]:
        """The parts that are the same for many."""
        return frozenset(
            one.name for one in self.members if isinstance(one, Member) or one.is_often_written
        )

    def render(self, own: Own) -> bytes:
        """The workbook with what its marks stand for.

        Raises NotFilledError where that would change more than the marks.
        """
        self._refuse({mark: _escaped(value) for mark, value in own.items()})
        return zipped(
            one if isinstance(one, Member) else one.member(own) for one in self.members
        )

    def _refuse(self, own: Mapping[str, str]) -> None:
        """Refuse a text that would be written otherwise, or that another cell has too."""
        for text in self.texts:
            said = _filled(text, own)
            signed = said.startswith(FORMULA_SIGNS) != text.startswith(FORMULA_SIGNS)
            if signed or len(said) > LONGEST or _STRANGE.search(said):
                raise NotFilledError
        filled = {_filled(text, own) for text in self.words}
        if len(filled) < len(self.words) or filled & self.others:
            raise NotFilledError


def compile_template(workbook: Workbook) -> Template:
    """The template of a workbook with marks. Raises ValueError where they stand elsewhere
    than in texts, values of formulas and the title, or where a height moves other things."""
    if is_large(workbook):
        raise ValueError(f"a workbook to be written in pieces: {workbook.title}")
    rows = {
        SHEET.format(n): _rows_with_marks(sheet) for n, sheet in enumerate(workbook.sheets, 1)
    }
    members: list[Member | _Part] = []
    texts: set[str] = set()
    words: list[str] = []
    for name, pieces in parts(workbook):
        content = b"".join(pieces).decode()
        if name == WORDS:
            words = _TEXT.findall(content)
        texts.update(_texts_with_marks(name, content))
        members.append(_member(name, content, rows.get(name, {})))
    marked = frozenset(filter(_MARK.search, words))
    others = frozenset(words) - marked
    return Template(tuple(members), tuple(sorted(texts)), tuple(marked), others)


def _texts_with_marks(name: str, content: str) -> list[str]:
    """The texts and values of a part that have marks; nothing else there may have any."""
    found = _MARKED.findall(content)
    if sum(len(_MARK.findall(text)) for text in found) != len(_MARK.findall(content)):
        raise ValueError(f"marks elsewhere than in texts and values: {name}")
    return found


def _rows_with_marks(sheet: Sheet) -> dict[int, _Row]:
    """The rows of a sheet whose height depends on marks, by their numbers."""
    found = {
        number: _row(sheet, row)
        for number, row in enumerate(sheet.rows)
        if any(cell and _has_mark(cell) for cell in row)
    }
    if found and (sheet.blocks or any(chart.row <= max(found) for chart in sheet.charts)):
        raise ValueError(f"heights of rows with marks move other things: {sheet.name}")
    return found


def _row(sheet: Sheet, row: tuple[Cell | None, ...]) -> _Row:
    cells = [
        (cell, sheet.widths[column : column + cell.span])
        for column, cell in enumerate(row)
        if cell
    ]
    marked = tuple(one for one in cells if _has_mark(one[0]))
    others = [share_of_row(cell, widths) for cell, widths in cells if not _has_mark(cell)]
    typed_into = any(cell.input is not None for cell, _ in cells)
    return _Row(marked, max(others, default=0.0), typed_into)


def _has_mark(cell: Cell) -> bool:
    return isinstance(cell.value, str) and bool(_MARK.search(cell.value))


def _member(name: str, text: str, rows: Mapping[int, _Row]) -> Member | _Part:
    """A part as it will be written: whole, or the pieces between its slots."""
    if not rows and not _MARK.search(text):
        return member(name, text.encode(), often=True)
    found: list[str] = []
    slots: list[Slot] = []
    for piece, slot in _split(text, rows):
        found.append(piece)
        slots += [slot] if slot is not None else []
    return _Part(name, tuple(piece.encode() for piece in found), tuple(slots))


def _split(text: str, rows: Mapping[int, _Row]) -> Iterator[tuple[str, Slot | None]]:
    """The pieces of a part, each with the slot after it."""
    ends: list[tuple[int, int, Slot]] = []
    for number, row in rows.items():
        found = re.search(_ROW.format(number + 1), text)
        if not found:
            raise ValueError(f"a row with marks is not written: {number + 1}")
        ends.append((*found.span(1), row))
    ends += [(*one.span(), one[0]) for one in _MARK.finditer(text)]
    last = 0
    for start, end, slot in sorted(ends, key=lambda one: one[:2]):
        yield text[last:start], slot
        last = end
    yield text[last:], None


def _filled(text: str, own: Own) -> str:
    """The text with what its marks stand for."""
    return _MARK.sub(lambda found: str(own[found[0]]), text)


def _filled_cell(cell: Cell, own: Own) -> Cell:
    """The cell as it will be seen: a number where its mark stands for one."""
    text = str(cell.value)
    return cell._replace(value=own[text] if text in own else _filled(text, own))


def _escaped(value: str | int) -> str:
    """A value as it stands between tags."""
    return str(value).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


@dataclass(slots=True)
class Templates:
    """Workbooks that units share, compiled when first asked for; the last are kept."""

    kept: int = KEPT
    _known: OrderedDict[str, Template] = field(default_factory=OrderedDict)

    def render(self, filling: Filling) -> bytes:
        """The bytes of a workbook, the same as when the whole of it is written."""
        template = self.of(filling)
        try:
            return template.render(dict(filling.own))
        except NotFilledError:
            return render(filling.whole(), template.often)

    def of(self, filling: Filling) -> Template:
        """The template that a workbook is filled into."""
        found = self._known.pop(filling.key, None) or compile_template(filling.common())
        self._known[filling.key] = found
        if len(self._known) > self.kept:
            self._known.popitem(last=False)
        return found
