"""The columns of a table of totals: what each adds up, as a formula and as a value."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto
from fractions import Fraction
from typing import TYPE_CHECKING, Any

from generator.statistics import ScopeKind
from generator.tables import Cell, Look, column_letters

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from generator.statistics import Extreme, Scope
    from generator.views.roll_up.source import Rows, Source

PERCENT = 100
HIGH = 10_000  # above every share in percent: turns the lowest into a highest
WIDTH, UNIT_WIDTH = 8.2, 18.0
FIRST = 2  # columns before the first figure: TT and what the row is
Value = str | int | float | None


class How(Enum):
    """How a column follows from the data or from the columns before it."""

    SUM = auto()
    SHARE = auto()
    LESS = auto()
    MEAN = auto()
    LOWEST = auto()
    HIGHEST = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Measure:
    """A column: `key` is that of the data, `first` and `second` are numbers of columns.

    A share is of the column `second`, which its title names; so is a mean. `of` takes the
    value from the totals of a scope.
    """

    title: str
    how: How
    of: Callable[[Any], Any] | None = None
    key: str = ""
    first: int = 0
    second: int = 0
    width: float = WIDTH


@dataclass(frozen=True, slots=True)
class Place:
    """A row of a table: which rows of the data it adds up, and where it stands itself."""

    source: Source
    rows: Rows
    scope: Scope
    code: int
    line: int
    decimals: int
    cut: bool


def total(key: str, title: str, of: Callable[[Any], int], width: float = WIDTH) -> Measure:
    """The sum of a column of the data."""
    return Measure(title, How.SUM, of, key, width=width)


def share(title: str, part: int, base: int) -> Measure:
    """A column as a share of another one, in percent."""
    return Measure(title, How.SHARE, first=part, second=base)


def less(title: str, whole: int, part: int) -> Measure:
    """What one column has more than another."""
    return Measure(title, How.LESS, first=whole, second=part)


def mean(key: str, title: str, of: Callable[[Any], Fraction | None], base: int) -> Measure:
    """The sum of a column of the data over a column of the table."""
    return Measure(title, How.MEAN, of, key, second=base)


def ends(key: str, titles: Sequence[str], low: str, high: str) -> tuple[Measure, ...]:
    """The lowest and the highest share, each with the name of its unit."""
    return (
        Measure(titles[0], How.LOWEST, _extreme(low), key),
        Measure(titles[1], How.TEXT, _unit(low), width=UNIT_WIDTH),
        Measure(titles[2], How.HIGHEST, _extreme(high), key),
        Measure(titles[3], How.TEXT, _unit(high), width=UNIT_WIDTH),
    )


def _extreme(name: str) -> Callable[[Any], float | None]:
    def of(totals: Any) -> float | None:
        found: Extreme | None = getattr(totals, name)
        return found.share.part * PERCENT / found.share.base if found else None

    return of


def _unit(name: str) -> Callable[[Any], str | None]:
    def of(totals: Any) -> str | None:
        found: Extreme | None = getattr(totals, name)
        return found.unit if found else None

    return of


def label(number: int, one: Measure) -> str:
    """The number of a column with its formula: "4 (=2*100/3)"."""
    if one.how is How.SHARE:
        return f"{number} (={one.first}*{PERCENT}/{one.second})"
    if one.how is How.LESS:
        return f"{number} (={one.first}-{one.second})"
    return str(number)


def cells(
    measures: Sequence[Measure], totals: Any, place: Place, look: Look
) -> tuple[Cell, ...]:
    """The figures of a row, each with the formula that makes it."""
    found: list[Cell] = []
    for one in measures:
        found.append(_cell(one, totals, place, [cell.value for cell in found], look))
    return tuple(found)


def _cell(one: Measure, totals: Any, place: Place, before: Sequence[Value], look: Look) -> Cell:
    value = _value(one, totals, before, place)
    if one.how is How.TEXT:
        return Cell(value, Look.TEXT)
    decimals = None if one.how in (How.SUM, How.LESS) else place.decimals
    return Cell(value, look, _FORMULAS[one.how](one, place), decimals=decimals)


def _value(one: Measure, totals: Any, before: Sequence[Value], place: Place) -> Value:
    first, second = _at(before, one.first), _at(before, one.second)
    if one.how is How.SHARE:
        return _percent(first, second, place) if second else None
    if one.how is How.LESS:
        return first - second
    found = one.of(totals) if one.of else None
    return _number(found)


def _at(before: Sequence[Value], number: int) -> int:
    found = before[number - 1] if number else 0
    return found if isinstance(found, int) else 0


def _number(found: Any) -> Value:
    value: Value = float(found) if isinstance(found, Fraction) else found
    return value


def _percent(part: int, base: int, place: Place) -> float:
    if not place.cut:
        return part * PERCENT / base
    scale = 10**place.decimals
    return float(Fraction(part * PERCENT * scale // base, scale))


def _cell_of(number: int, place: Place) -> str:
    return f"{column_letters(FIRST + number - 1)}{place.line}"


def _criteria(place: Place) -> str:
    """The column and the number by which the rows of a scope are found; none: all rows."""
    kind = place.scope.kind
    if kind is ScopeKind.CAP:
        return f"{place.source.area('tier', place.rows)},{place.code}"
    if kind is ScopeKind.NHOM:
        return f"{place.source.area(f'group:{place.scope.key}', place.rows)},1"
    return ""


def _sum(one: Measure, place: Place) -> str:
    area, criteria = place.source.area(one.key, place.rows), _criteria(place)
    return f"SUMIFS({area},{criteria})" if criteria else f"SUM({area})"


def _summed(one: Measure, place: Place) -> str:
    return f"={_sum(one, place)}"


def _shared(one: Measure, place: Place) -> str:
    part, base = _cell_of(one.first, place), _cell_of(one.second, place)
    result = f"{part}*{PERCENT}/{base}"
    if place.cut:
        scale = 10**place.decimals
        result = f"INT({part}*{PERCENT * scale}/{base})/{scale}"
    return f'=IF({base}=0,"",{result})'


def _lessened(one: Measure, place: Place) -> str:
    return f"={_cell_of(one.first, place)}-{_cell_of(one.second, place)}"


def _averaged(one: Measure, place: Place) -> str:
    base = _cell_of(one.second, place)
    return f'=IF({base}=0,"",{_sum(one, place)}/{base})'


def _chosen(one: Measure, place: Place) -> tuple[str, str]:
    """Which rows of the scope have the share (1 or 0), and the shares."""
    area = place.source.area(one.key, place.rows)
    here = _criteria(place).replace(",", "=")
    return f'({here})*({area}<>"")' if here else "", area


def _lowest(one: Measure, place: Place) -> str:
    chosen, area = _chosen(one, place)
    if not chosen:
        return f'=IF(COUNT({area})=0,"",MIN({area}))'
    found = f"{HIGH}-SUMPRODUCT(MAX({chosen}*({HIGH}-{area})))"
    return f'=IF(SUMPRODUCT({chosen})=0,"",{found})'


def _highest(one: Measure, place: Place) -> str:
    chosen, area = _chosen(one, place)
    if not chosen:
        return f'=IF(COUNT({area})=0,"",MAX({area}))'
    found = f"SUMPRODUCT(MAX({chosen}*({HIGH}+{area})))-{HIGH}"
    return f'=IF(SUMPRODUCT({chosen})=0,"",{found})'


_FORMULAS: dict[How, Callable[[Measure, Place], str]] = {
    How.SUM: _summed,
    How.SHARE: _shared,
    How.LESS: _lessened,
    How.MEAN: _averaged,
    How.LOWEST: _lowest,
    How.HIGHEST: _highest,
}
