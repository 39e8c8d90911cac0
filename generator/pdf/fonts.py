"""Whether a PDF has the fonts that its document asks for, or others of the same widths.

Where it has not, lines and pages break elsewhere than in Word: a person is told.
"""

from __future__ import annotations

import re
import zipfile
from collections import defaultdict
from typing import TYPE_CHECKING

from generator.errors import Place, Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from generator.pdf.reading import Pdf

HOUSE = "Times New Roman"
_TWINS = {  # the same widths; OpenSymbol draws the signs of the fonts that are no letters
    HOUSE: ("Liberation Serif", "Tinos"),
    "Arial": ("Liberation Sans", "Arimo"),
    "Courier New": ("Liberation Mono", "Cousine"),
    "Calibri": ("Carlito",),
    "Cambria": ("Caladea",),
    "Symbol": ("OpenSymbol",),
    "Wingdings": ("OpenSymbol",),
}
_PARTS = re.compile(
    r"word/(?:document|styles|numbering|header\d*|footer\d*|footnotes|endnotes)\.xml"
    r"|(?:word|xl)/theme/theme1\.xml|xl/styles\.xml"
)
_ASKED = re.compile(
    r'\bw:(?:ascii|hAnsi|cs)="([^"]+)"|<a:latin typeface="([^"]+)"|<(?:\w+:)?name val="([^"]+)"'
)
_CUT = re.compile(r"(?:PS)?(?:MT)?(?:[-,].*)?$")
_MOST = 3  # names of files in a message


def font_problems(name: str, document: Path, found: Pdf) -> tuple[Problem, ...]:
    """Fonts in the place of others, fonts that are not in the file."""
    problems = []
    if any(_key(font) not in _keys([HOUSE]) for font in found.fonts):
        asked = asked_fonts(document)
        others = [font for font in found.fonts if _key(font) not in _keys([HOUSE, *asked])]
        if others:
            lacking = _lacking(asked, found) or asked or (HOUSE,)
            values = {"file": name, "found": _list(others), "asked": _list(lacking)}
            problems.append(_warning("pdf-font", values))
    if found.not_embedded:
        values = {"file": name, "found": _list(found.not_embedded)}
        problems.append(_warning("pdf-font-not-embedded", values))
    return tuple(problems)


def asked_fonts(document: Path) -> tuple[str, ...]:
    """The fonts that a Word or Excel file names."""
    asked: set[str] = set()
    try:
        with zipfile.ZipFile(document) as package:
            for part in filter(_PARTS.fullmatch, package.namelist()):
                text = package.read(part).decode("utf-8", "replace")
                asked.update(filter(None, (one for hit in _ASKED.findall(text) for one in hit)))
    except (OSError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return ()
    return tuple(sorted(asked))


def summed(problems: Iterable[Problem]) -> list[Problem]:
    """The same warning of many files as one that names the first of them."""
    groups: dict[object, list[Problem]] = defaultdict(list)
    for number, one in enumerate(problems):
        same = {**one.values, "file": ""}
        alike = (one.code, *same.items())
        groups[alike if one.severity is Severity.WARNING else number].append(one)
    return [_one_of(group) for group in groups.values()]


def _one_of(group: Sequence[Problem]) -> Problem:
    first = group[0]
    if len(group) == 1:
        return first
    files = [one.values.get("file", "") for one in group]
    named, rest = ", ".join(files[:_MOST]), len(files) - _MOST
    text = f"{named} và {rest} tệp khác" if rest > 0 else named
    return Problem(first.code, values={**first.values, "file": text}, severity=first.severity)


def _warning(code: str, values: dict[str, str]) -> Problem:
    place = Place(values["file"])
    return Problem(code, values=values, severity=Severity.WARNING, place=place)


def _lacking(asked: Iterable[str], found: Pdf) -> list[str]:
    """What was asked for and is not there, nor its twin."""
    there = {_key(font) for font in found.fonts}
    return [font for font in asked if not _keys([font]) & there]


def _keys(fonts: Iterable[str]) -> set[str]:
    return {_key(one) for font in fonts for one in (font, *_TWINS.get(font, ()))}


def _key(font: str) -> str:
    """A font's family as PDF and Word both may write it.

    >>> _key("TimesNewRomanPS-BoldMT") == _key("Times New Roman") == _key("TimesNewRomanPSMT")
    True
    """
    return _CUT.sub("", font.replace(" ", "")).casefold()


def _list(names: Iterable[str]) -> str:
    return ", ".join(dict.fromkeys(names))
