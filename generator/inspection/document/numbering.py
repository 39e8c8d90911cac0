"""Lists that Word counts: their levels, their counters, the label of each paragraph."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from generator.inspection.document.markup import ALTERNATE, Node, W, attributes, chosen, value
from generator.inspection.document.measures import is_on, number
from generator.inspection.document.paragraph_settings import paragraph_settings
from generator.vietnamese import roman

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.inspection.document.characters import Settings

_PLACE = re.compile(r"%([1-9])")
_LETTERS = 26
_MOST_LETTERS = 780  # thirty of one letter, where Word begins anew
_MOST_ROMAN = 3999
_BULLETS = {
    "\uf0b7": "•", "\uf0a7": "▪", "\uf0d8": "➢", "\uf0fc": "✓", "\uf076": "❖", "\uf02d": "-",
    "\uf0a8": "◊", "\uf0e0": "→", "\uf02b": "+",
}  # fmt: skip
_PRIVATE = re.compile("[\ue000-\uf8ff]")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list; `restarts` is the level (from 1) that makes it begin anew."""

    text: str = ""
    form: str = "decimal"
    start: int = 0
    restarts: int | None = None
    legal: bool = False
    style: str = ""
    settings: Settings = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class List:
    """A list as paragraphs name it; lists of one `family` go on counting together."""

    family: str
    levels: dict[int, Level]
    starts: dict[int, int]


@dataclass(frozen=True, slots=True)
class Numbering:
    """The lists of a document by their ids."""

    lists: dict[str, List] = field(default_factory=dict)

    def level(self, key: str, level: int) -> Level | None:
        """A level of a list, if there is one."""
        found = self.lists.get(key)
        return found.levels.get(level) if found else None

    def level_of_style(self, key: str, style: str) -> int | None:
        """The level of a list that is tied to a paragraph style."""
        found = self.lists.get(key)
        levels = found.levels.items() if found else ()
        return next((at for at, level in levels if style and level.style == style), None)


@dataclass(slots=True)
class Counters:
    """Where each list stands while the document is read from its beginning."""

    numbering: Numbering
    counts: dict[str, dict[int, int]] = field(default_factory=dict)
    begun: set[tuple[str, int]] = field(default_factory=set)

    def label(self, key: str, at: int) -> str:
        """The label of the next paragraph of a list, at a level."""
        one = self.numbering.lists.get(key)
        level = one.levels.get(at) if one else None
        if one is None or level is None:
            return ""
        counts = self.counts.setdefault(one.family, {})
        counts[at] = self._next(key, at, counts)
        for deeper in [other for other in counts if other > at]:
            restarts = one.levels.get(deeper, Level()).restarts
            if restarts is None or at < restarts:
                del counts[deeper]
        return _label(one, level, counts)

    def _next(self, key: str, at: int, counts: dict[int, int]) -> int:
        """One more; the first number where the list or this use of it begins."""
        one = self.numbering.lists[key]
        if at in one.starts and (key, at) not in self.begun:
            self.begun.add((key, at))
            return one.starts[at]
        return counts[at] + 1 if at in counts else one.levels[at].start


def _label(one: List, level: Level, counts: dict[int, int]) -> str:
    def shown(place: re.Match[str]) -> str:
        at = int(place[1]) - 1
        other = one.levels.get(at, Level())
        form = "decimal" if level.legal and other.form != "none" else other.form
        return counted(counts.get(at, other.start), form)

    if level.form == "bullet":
        return _PRIVATE.sub(lambda sign: _BULLETS.get(sign[0], "•"), level.text)
    return _PLACE.sub(shown, level.text)


def counted(count: int, form: str) -> str:
    """A number as a list writes it.

    >>> [counted(n, f) for n, f in ((4, "upperRoman"), (28, "lowerLetter"), (7, "decimalZero"))]
    ['IV', 'bb', '07']
    """
    writer = _FORMS.get(form)
    return str(count) if writer is None else writer(count)


def _roman(count: int) -> str:
    return roman(count) if 0 < count <= _MOST_ROMAN else str(count)


def _letters(count: int) -> str:
    if not 0 < count <= _MOST_LETTERS:
        return str(count)
    times, letter = divmod(count - 1, _LETTERS)
    return chr(ord("A") + letter) * (times + 1)


_FORMS: dict[str, Callable[[int], str]] = {
    "upperRoman": _roman,
    "lowerRoman": lambda count: _roman(count).lower(),
    "upperLetter": _letters,
    "lowerLetter": lambda count: _letters(count).lower(),
    "decimalZero": lambda count: f"{count:02d}",
    "numberInDash": lambda count: f"- {count} -",
    "none": lambda _: "",
    "bullet": lambda _: "",
}


def numbering_of(root: Node | None) -> Numbering:
    """The lists of a numbering part."""
    if root is None:
        return Numbering()
    families = {
        one.get(f"{W}abstractNumId") or "": one for one in root.iterchildren(f"{W}abstractNum")
    }
    named = {value(node, "styleLink"): key for key, node in families.items()}
    lists: dict[str, List] = {}
    for node in root.iterchildren(f"{W}num"):
        key = number(node.get(f"{W}numId"))
        family = value(node, "abstractNumId") or ""
        linked = value(families.get(family), "numStyleLink")
        family = named.get(linked, family) if linked else family
        if key is not None and family in families:
            lists.setdefault(f"{key:g}", _list(node, family, families[family]))
    return Numbering(lists)


def _list(node: Node, family: str, abstract: Node) -> List:
    levels = dict(_levels(abstract))
    starts = {}
    for change in node.iterchildren(f"{W}lvlOverride"):
        levels |= dict(_levels(change))
        start = number(value(change, "startOverride"))
        at = number(change.get(f"{W}ilvl"))
        if start is not None and at is not None:
            starts[int(at)] = int(start)
    return List(family, levels, starts)


def _levels(parent: Node) -> Iterator[tuple[int, Level]]:
    for node in parent.iterchildren(f"{W}lvl"):
        at = number(node.get(f"{W}ilvl"))
        if at is None:
            continue
        start, restarts = number(value(node, "start")), number(value(node, "lvlRestart"))
        legal = attributes(node, "isLgl").get("val")
        yield (
            int(at),
            Level(
                value(node, "lvlText") or "",
                _form(node),
                0 if start is None else int(start),
                None if restarts is None else int(restarts),
                node.find(f"{W}isLgl") is not None and is_on(legal),
                value(node, "pStyle") or "",
                paragraph_settings(node.find(f"{W}pPr")),
            ),
        )


def _form(level: Node) -> str:
    """How a level writes its numbers; Word keeps newer ways among alternatives."""
    alternate = level.find(ALTERNATE)
    inside = None if alternate is None else chosen(alternate)
    said = attributes(inside, "numFmt") or attributes(level, "numFmt")
    custom = said.get("format", "")
    if said.get("val") == "custom":
        return "decimalZero" if custom.startswith("01") else "decimal"
    return said.get("val", "decimal")
