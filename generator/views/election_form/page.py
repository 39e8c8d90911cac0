"""A page under construction: cells put at places, references to them, formulas from words."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.tables import Area, Cell, Input, InputKind, Look, column_letters

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    Path = tuple[str | int, ...]
    Value = str | int

NOT_YET, FINE = "Chưa nhập", "Đạt"
YES, NO = "có", "không"


class Ref(str):
    """A piece of a formula: a reference or an expression, not words."""

    __slots__ = ()


@dataclass(slots=True)
class Page:
    """Cells by row and column from 0; every reference names its sheet and is absolute."""

    name: str
    widths: tuple[float, ...]
    cells: dict[tuple[int, int], Cell] = field(default_factory=dict)
    _columns: dict[int, str] = field(default_factory=dict)

    def put(self, row: int, column: int, cell: Cell) -> Ref:
        """The cell at its place; what refers to it."""
        self.cells[row, column] = cell
        return self.ref(row, column)

    def ref(self, row: int, column: int) -> Ref:
        """What refers to a cell."""
        letters = self._columns.get(column)
        if letters is None:
            letters = self._columns[column] = f"{self._sheet}!${column_letters(column)}$"
        return Ref(f"{letters}{row + 1}")

    def span(self, top: int, left: int, bottom: int, right: int | None = None) -> Ref:
        """What refers to a block of cells; of one column where no other is said."""
        end = left if right is None else right
        first, last = column_letters(left), column_letters(end)
        return Ref(f"{self._sheet}!${first}${top + 1}:${last}${bottom + 1}")

    def area(self, top: int, left: int, bottom: int, right: int | None = None) -> Area:
        """The same for a chart."""
        return Area(self.name, top, left, bottom, left if right is None else right)

    @property
    def _sheet(self) -> str:
        return f"'{self.name}'"

    def rows(self, count: int = 0) -> tuple[tuple[Cell | None, ...], ...]:
        """All rows to the last cell, or as many as said."""
        last = max((row for row, _ in self.cells), default=-1) + 1
        columns = len(self.widths)
        rows: list[list[Cell | None]] = [[None] * columns for _ in range(max(last, count))]
        sheet = f"{self._sheet}!"
        for (row, column), cell in self.cells.items():
            if column < columns:
                rows[row][column] = _without(sheet, cell)
        return tuple(map(tuple, rows))


def _without(sheet: str, cell: Cell) -> Cell:
    """The cell; its formula need not name the sheet that it stands on."""
    if cell.formula is None or sheet not in cell.formula:
        return cell
    return cell._replace(formula=cell.formula.replace(sheet, ""))


@dataclass(slots=True)
class Desk:
    """What is known beforehand of the inputs, and what was laid out so far."""

    given: Mapping[Path, Value]
    fixed: list[tuple[Path, str]] = field(default_factory=list)
    weak: set[Path] = field(default_factory=set)

    def input(self, path: Path, takes: Input, *, span: int = 1, muted: str = "") -> Cell:
        """An input cell with what is known of its value."""
        return Cell(
            self.given.get(path), Look.INPUT, input=takes, path=path, span=span, muted=muted
        )

    def value(self, path: Path) -> Value | None:
        """What is known of a value."""
        return self.given.get(path)


def text_input(title: str, prompt: str) -> Input:
    """An input that takes text."""
    return Input(InputKind.TEXT, title, prompt)


def whole_input(title: str, prompt: str, low: int = 0, high: int = 1_000_000) -> Input:
    """An input that takes a whole number."""
    return Input(InputKind.WHOLE, title, prompt, low=low, high=high)


def choice_input(title: str, prompt: str, choices: Iterable[str]) -> Input:
    """An input that takes one of a few words."""
    return Input(InputKind.CHOICE, title, prompt, tuple(choices))


def yes_no_input(title: str, prompt: str) -> Input:
    """An input that takes yes or no."""
    return choice_input(title, prompt, (YES, NO))


def computed(expression: str, value: str | float = "", look: Look = Look.TEXT) -> Cell:
    """A formula cell with the value it has while nothing is typed."""
    return Cell(value, look, formula=f"={expression}")


def words(text: str) -> str:
    """A text as a formula writes it."""
    return '"' + text.replace('"', '""') + '"'


def said(*parts: str) -> str:
    """Words and references joined; a Ref is taken as it stands."""
    return "&".join(part if isinstance(part, Ref) else words(part) for part in parts)


def cases(*choices: tuple[str, str], otherwise: str) -> str:
    """The first expression whose condition is true, else the last."""
    found = otherwise
    for condition, expression in reversed(choices):
        found = f"IF({condition},{expression},{found})"
    return found


def judged(blank: str, *findings: tuple[str, str], fine: str = FINE) -> str:
    """The words of a check: not typed yet, the first finding that is true, or fine."""
    return cases((blank, words(NOT_YET)), *findings, otherwise=words(fine))


@dataclass(frozen=True, slots=True)
class Check:
    """A line of the check sheet: the sheet it is about, what is compared, the words."""

    sheet: str
    what: str
    expression: str
    value: str = NOT_YET
