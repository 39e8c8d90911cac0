"""Dates typed as text, taken apart by formulas: 20/02/2025; of a life also 3/1980 and 1980."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from generator.model.dates import FIRST_YEAR, LAST_YEAR, parse_day
from generator.tables import LAST_MARK, NUMBER_MARK, TEXT_MARK
from generator.vietnamese import WEEKDAYS, date_line, month_year, upper_first
from generator.vietnamese import weekday as weekday_of
from generator.views.election_form.page import Ref, cases, computed, words

if TYPE_CHECKING:
    from generator.views.election_form.page import Page, Value

COLUMNS = 9
BLANK, WRONG, WHOLE_DAY, MONTH_ONLY, YEAR_ONLY = -1, 0, 1, 2, 3
WRONG_DAY = "SAI: viết ngày/tháng/năm, ví dụ 20/02/2025"


@dataclass(frozen=True, slots=True)
class DayParts:
    """What refers to the parts of a date: its kind (see above), its day as Excel counts it."""

    year: Ref
    month: Ref
    day: Ref
    kind: Ref
    serial: Ref


class KnownDay(NamedTuple):
    """A day that is known beforehand: as it is typed, in words, what the working cells hold."""

    text: str
    words: str
    month_year: str
    slash: int | str
    second_slash: int | str
    year: int | str
    month: int | str
    day: int | str
    serial: int | str


TEXTS = 3  # the first parts of a known day; the others are numbers


def known_day(known: Value) -> KnownDay:
    """The parts of a day, of 20/02/2025 or of a mark; those of a mark are marks themselves."""
    text = str(known)
    if TEXT_MARK <= text <= LAST_MARK:
        place = ord(text) - ord(TEXT_MARK)
        numbers = ord(NUMBER_MARK) + place
        texts = [chr(ord(text) + n) for n in range(TEXTS)]
        return KnownDay(
            *texts, *(chr(numbers + n) for n in range(len(KnownDay._fields) - TEXTS))
        )
    day = parse_day(text)
    line = date_line(day.day, day.month, day.year).replace("\u00a0", " ")
    one = text.index("/") + 1
    two = text.index("/", one) + 1
    serial = day.toordinal() - 693_594  # Excel counts days from 30/12/1899
    told = f"{upper_first(weekday_of(day))}, {line}"
    shown = month_year(day.month, day.year)
    return KnownDay(text, told, shown, one, two, day.year, day.month, day.day, serial)


def day_parts(
    page: Page, place: tuple[int, int], source: Ref, known: Value | None = None
) -> DayParts:
    """The working cells of a date, nine in a row from `place`."""
    row, left = place
    ours = _values(known)
    refs = [page.ref(row, left + n) for n in range(COLUMNS)]
    text, slashes, one, two, year, month, day, kind, _ = refs
    last = f"IF({two}>0,{two},{one})"
    typed = f'TRIM(SUBSTITUTE(LOWER({source}),"ngày ",""))'
    shown = f'DAY({source})&"/"&MONTH({source})&"/"&YEAR({source})'
    middle = f"IF({two}-{one}>3,0,IFERROR(VALUE(MID({text},{one}+1,{two}-{one}-1)),0))"
    first = f"IF({one}>3,0,IFERROR(VALUE(LEFT({text},{one}-1)),0))"
    formulas = (
        cases((f'{source}=""', '""'), (f"ISNUMBER({source})", shown), otherwise=typed),
        f'LEN({text})-LEN(SUBSTITUTE({text},"/",""))',
        f'IF({slashes}>0,FIND("/",{text}),0)',
        f'IF({slashes}>1,FIND("/",{text},{one}+1),0)',
        f"IF(LEN({text})-{last}<>4,0,IFERROR(VALUE(MID({text},{last}+1,4)),0))",
        f"IF({slashes}=2,{middle},IF({slashes}=1,{first},0))",
        f"IF({slashes}=2,{first},0)",
        _kind(refs),
        f"IF({kind}={WHOLE_DAY},DATE({year},{month},{day})*1,0)",
    )
    for n, (formula, value) in enumerate(zip(formulas, ours, strict=True)):
        page.put(row, left + n, computed(formula, value))
    return DayParts(year, month, day, kind, refs[-1])


def _kind(refs: list[Ref]) -> str:
    text, slashes, _, _, year, month, day, *_ = refs
    strange = f"OR({slashes}>2,{year}<{FIRST_YEAR},{year}>{LAST_YEAR})"
    made = f"DATE({year},{month},{day})"
    real = f"AND({day}>0,MONTH({made})={month},DAY({made})={day})"
    a_month = f"AND({month}>0,{month}<13)"
    return cases(
        (f'{text}=""', str(BLANK)),
        (strange, str(WRONG)),
        (f"{slashes}=0", str(YEAR_ONLY)),
        (f"NOT({a_month})", str(WRONG)),
        (f"{slashes}=1", str(MONTH_ONLY)),
        (real, str(WHOLE_DAY)),
        otherwise=str(WRONG),
    )


def _values(known: Value | None) -> tuple[str | int, ...]:
    """What the working cells hold for a day that is known, or for none."""
    if not known:
        return "", 0, 0, 0, 0, 0, 0, BLANK, 0
    text, _, _, one, two, year, month, day, serial = known_day(known)
    return text, 2, one, two, year, month, day, WHOLE_DAY, serial


def day_in_words(parts: DayParts) -> str:
    """The day as the neighbour cell repeats it: "Thứ Năm, ngày 20 tháng 02 năm 2025"."""
    names = ",".join(words(upper_first(name)) for name in (WEEKDAYS[-1], *WEEKDAYS[:-1]))
    whole = (
        f'CHOOSE(WEEKDAY({parts.serial}),{names})&", ngày "&RIGHT("0"&{parts.day},2)'
        f'&" tháng "&IF({parts.month}<3,"0","")&{parts.month}&" năm "&{parts.year}'
    )
    return cases(
        (f"{parts.kind}={BLANK}", '""'),
        (f"{parts.kind}={WHOLE_DAY}", whole),
        otherwise=words(WRONG_DAY),
    )


def known_day_in_words(known: Value | None) -> str:
    """The same, of a day that is known beforehand."""
    return known_day(known).words if known else ""
