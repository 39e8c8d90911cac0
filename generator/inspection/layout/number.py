"""The number and symbol of a paper; a blank for a number that is not given yet is legal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.inspection.layout.regions import kind_of, said
from generator.inspection.layout.saying import Rule
from generator.inspection.layout.templates import literals
from generator.vietnamese import two_digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.anatomy import Case, Found
    from generator.inspection.finding import Finding

_READ = re.compile(
    r"(?P<opening>[^\W\d_]+\s*[:.]?)(?P<gap>\s*)(?P<number>\d*|[.…_]+)(?P<letter>[a-zđ]?)"
    r"(?P<tail>\s*[-–/.].*)"
)
_TAIL = re.compile(
    r"\s*(?P<first>[-–/.])\s*(?P<kind>\w+)\s*(?P<second>[-–/.])\s*(?P<issuer>.+)"
)
_BARE_TAIL = re.compile(r"\s*/\s*(?P<issuer>\w+)")
_BY_YEAR = re.compile(r"/\d{4}/")  # "30/2020/NĐ-CP": a law, which is numbered by its own rules
_SPACED = re.compile(r"\s[-–/.]|[-–/.]\s|\w\s\w")


@dataclass(frozen=True, slots=True)
class Line:
    """A number line that was read: the parts of "Số 05-KH/TU".

    `wanted` is the template that the profile has for it.
    """

    found: Found
    opening: str
    number: str
    tail: str
    wanted: str

    def as_it_should(self, kind: str, issuer: str) -> str:
        """The line as the profile writes it."""
        digits = two_digits(int(self.number)) if self.number.isdigit() else "…"
        return self.wanted.format(number=digits, kind=kind, issuer=issuer)


def check_number(case: Case) -> Iterator[Finding]:
    """The pattern of the line: its first word, the zero, hyphen and slash, spaces."""
    line = _line(case)
    if line is None:
        return
    rule = Rule("layout-number-form", case.profile.wording.rests_on("number"))
    for code, should in _wrong(line):
        values = {"is": said(line.found.text), "should": should}
        yield Rule(code, rule.source).broken(line.found.pieces[0], values, "number")


def _line(case: Case) -> Line | None:
    found = case.anatomy.first("number")
    if found is None:
        return None
    wording = case.profile.wording
    is_letter = kind_of(case) == case.profile.numbering.letter
    wanted = wording.letter_number if is_letter else wording.number
    read = _READ.fullmatch(said(found.text))
    if read is None:
        return Line(found, "", "", "", wanted)
    number = read["number"] if read["number"].isdigit() else ""
    return Line(found, "".join(read["opening"].split()), number, read["tail"], wanted)


def _wrong(line: Line) -> Iterator[tuple[str, str]]:
    """Codes of what is wrong in the form, each with how it should be."""
    before, *between, _ = literals(line.wanted)
    example = line.as_it_should("…", "…")
    if not line.opening or _BY_YEAR.match(line.tail):
        if not line.opening:
            yield "layout-number-form", example
        return
    if line.opening != before.strip():
        yield "layout-number-opening", before.strip()
    if line.number and line.number != two_digits(int(line.number)) and int(line.number) < 10:  # noqa: PLR2004
        yield "layout-number-zero", two_digits(int(line.number))
    yield from _wrong_tail(line, between)


def _wrong_tail(line: Line, between: list[str]) -> Iterator[tuple[str, str]]:
    read = _TAIL.fullmatch(line.tail)
    if read is None:
        if not (len(between) == 1 and _BARE_TAIL.fullmatch(line.tail)):
            yield "layout-number-form", line.as_it_should("…", "…")
        return
    signs = [read["first"], read["second"]]
    wanted = between if len(between) > 1 else [*between, "-"]
    should = line.as_it_should(read["kind"], read["issuer"])
    if signs != wanted:
        yield "layout-number-signs", should
    if _SPACED.search(line.tail.removeprefix(" ")):
        yield "layout-number-spaces", should


def check_symbol(case: Case) -> Iterator[Finding]:
    """The symbol of the kind: one that exists, and that of this paper's kind."""
    line = _line(case)
    read = _TAIL.fullmatch(line.tail) if line else None
    if line is None or read is None or _BY_YEAR.match(line.tail):
        return
    rules, symbols = case.profile.numbering, case.profile.kind_symbols
    kind, symbol = kind_of(case), read["kind"]
    wanted = rules.wrong_symbols.get(symbol) or symbols.get(kind, symbol)
    if symbol == wanted or symbol in rules.copies:
        return
    code = "layout-symbol" if symbol in rules.wrong_symbols else "layout-symbol-kind"
    values = {"is": symbol, "should": wanted, "kind": kind}
    yield Rule(code, rules.symbol_source).broken(line.found.pieces[0], values, "number")
