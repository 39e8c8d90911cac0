"""Names in Vietnamese order, by formulas: letters first, tones second, word by word.

The order is that of `vietnamese.name_key`: given name, family name, middle names. Each word
becomes digits, of its letters and then of its tones; the digits of all words are one text by
which the names are ranked: texts of as many digits stand alike in any machine's language.
"""

from __future__ import annotations

from dataclasses import dataclass

from generator.tables import Cell, Sheet
from generator.vietnamese import ALPHABET, NBSP, TONES
from generator.views.election_form.page import Page, Ref, cases, computed
from generator.views.election_form.shape import SORTING

WORDS, LETTERS = 6, 9
PAD, FILLER = "·", "¤"
ROOM = 60  # spaces between words while they are taken apart
TOP = 1
# a letter's place here gives its number; after the letters where a word has ended, and beyond
# that place any strange sign: both come before all letters
LOOKUP = ALPHABET.replace(PAD, FILLER) + PAD * TONES
LETTER_BASE = len(LOOKUP) // TONES + 1
DIGITS = (len(str(LETTER_BASE**LETTERS)), len(str(TONES**LETTERS)))
FIRST_DIGIT, LAST = "x", "x9"  # no name comes after LAST: its letters make a smaller number
CLEAN, COUNT, SPACED, WORD_LEFT = 0, 1, 2, 3
DIGITS_LEFT = WORD_LEFT + WORDS
KEY = DIGITS_LEFT + WORDS
ORDER, SORTED, TOTAL, PLACES = KEY + 1, KEY + 2, KEY + 3, KEY + 4
COLUMNS = PLACES + 3 * LETTERS


@dataclass(frozen=True, slots=True)
class Sorted:
    """What refers to the names as typed but tidy, their order numbers, and the sorted list."""

    page: Page
    rows: int

    @property
    def names(self) -> Ref:
        """The names without superfluous spaces."""
        return self.page.span(TOP, CLEAN, TOP + self.rows - 1)

    @property
    def orders(self) -> Ref:
        """The order number of each."""
        return self.page.span(TOP, ORDER, TOP + self.rows - 1)

    @property
    def count(self) -> Ref:
        """How many names there are."""
        return self.page.ref(0, TOTAL)

    @property
    def choices(self) -> str:
        """The sorted list as a drop-down takes it: as long as there are names."""
        first = self.page.ref(TOP, SORTED)
        return f"=OFFSET({first},0,0,MAX(1,{self.count}),1)"

    def name(self, row: int) -> Ref:
        """The tidy name of a row."""
        return self.page.ref(TOP + row, CLEAN)

    def order(self, row: int) -> Ref:
        """The order number of a row."""
        return self.page.ref(TOP + row, ORDER)

    def sheet(self) -> Sheet:
        """The hidden sheet."""
        page = self.page
        return Sheet(page.name, page.widths, page.rows(), protected=True, hidden=True)


def tidy_name(source: Ref) -> str:
    """A name without superfluous spaces."""
    return f'TRIM(SUBSTITUTE({source},"{NBSP}"," "))'


def sorted_names(sources: list[Ref]) -> Sorted:
    """The working cells that put the names in these cells in order."""
    page = Page(SORTING, (12.0,) * COLUMNS)
    lookup = page.put(0, 0, Cell(LOOKUP))
    found = Sorted(page, len(sources))
    places, letters, tones = _constants(page)
    for row, source in enumerate(sources):
        _words(page, TOP + row, source)
        for n in range(WORDS):
            word = page.ref(TOP + row, WORD_LEFT + n)
            sign = f"MID({word},{places},1)"
            at = f"(FIND({sign},{lookup}&{sign})-1)"
            number = f"MOD(INT({at}/{TONES})+2,{LETTER_BASE})"
            digits = "&".join(
                f'TEXT(SUMPRODUCT({one}*{weights}),"{"0" * count}")'
                for one, weights, count in zip(
                    (number, f"MOD({at},{TONES})"), (letters, tones), DIGITS, strict=True
                )
            )
            shown = f'IF({page.ref(TOP + row, COUNT)}>{n},{digits},"")'
            page.put(TOP + row, DIGITS_LEFT + n, computed(shown))
        _order(page, TOP + row, found)
    page.put(0, TOTAL, computed(f"COUNT({found.orders})", 0))
    return found


def _constants(page: Page) -> list[Ref]:
    """The places in a word, and what a letter and a tone at each of them weighs."""
    kinds = (
        tuple(range(1, LETTERS + 1)),
        tuple(LETTER_BASE ** (LETTERS - k) for k in range(1, LETTERS + 1)),
        tuple(TONES ** (LETTERS - k) for k in range(1, LETTERS + 1)),
    )
    refs = []
    for n, numbers in enumerate(kinds):
        left = PLACES + n * LETTERS
        for k, number in enumerate(numbers):
            page.put(0, left + k, Cell(number))
        refs.append(page.span(0, left, 0, left + LETTERS - 1))
    return refs


def _words(page: Page, row: int, source: Ref) -> None:
    """The given name, then the others as they stand, each with room to its right."""
    clean = page.put(row, CLEAN, computed(tidy_name(source)))
    spaces = f'LEN({clean})-LEN(SUBSTITUTE({clean}," ",""))'
    page.put(row, COUNT, computed(f'IF({clean}="",0,{spaces}+1)', 0))
    apart = f'SUBSTITUTE(LOWER({clean})," ",REPT(" ",{ROOM}))'
    spaced = page.put(row, SPACED, computed(apart))
    pad = f'"{PAD * LETTERS}"'
    for n in range(WORDS):
        part = f"MID({spaced},{(n - 1) * ROOM + 1},{ROOM})" if n else f"RIGHT({spaced},{ROOM})"
        page.put(row, WORD_LEFT + n, computed(f"TRIM({part})&{pad}", PAD * LETTERS))


def _order(page: Page, row: int, found: Sorted) -> None:
    """How many names stand before this one; equal names as typed; the list in that order."""
    digits = [page.ref(row, DIGITS_LEFT + n) for n in range(WORDS)]
    is_none = f'{page.ref(row, CLEAN)}=""'
    whole = f'"{FIRST_DIGIT}"&{"&".join(digits)}'
    key = page.put(row, KEY, computed(f'IF({is_none},"{LAST}",{whole})', LAST))
    keys = page.span(TOP, KEY, TOP + found.rows - 1)
    order = f'COUNTIF({keys},"<"&{key})+COUNTIF({page.span(TOP, KEY, row)},{key})'
    page.put(row, ORDER, computed(cases((is_none, '""'), otherwise=order)))
    listed = f'IFERROR(INDEX({found.names},MATCH(ROW()-{TOP},{found.orders},0)),"")'
    page.put(row, SORTED, computed(listed))
