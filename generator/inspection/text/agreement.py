"""Dates that disagree: of one congress, of one cited document, of the paper itself."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from generator.inspection.finding import CALENDAR
from generator.inspection.text.passages import ITSELF, Rule, passage_of, passages
from generator.inspection.text.written_dates import of_day, written_dates
from generator.vietnamese import upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from generator.inspection.anatomy import Case
    from generator.inspection.document.values import Piece
    from generator.inspection.finding import Finding
    from generator.inspection.text.passages import Passage

_TWO_DATES = Rule("text-citation-two-dates", ITSELF)
_TWO_NUMBERS = Rule("text-citation-two-numbers", ITSELF)
_LATER = Rule("text-citation-after-date", CALENDAR)
_OTHER_PAPER = Rule("text-attached-to-another", ITSELF)

_KINDS = (
    "nghị quyết|chỉ thị|kết luận|quyết định|quy định|quy chế|thông tri|hướng dẫn|thông báo|"
    "báo cáo|kế hoạch|chương trình|đề án|phương án|tờ trình|công văn|nghị định|thông tư|luật"
)
_CITED = re.compile(
    rf"\b(?P<kind>{_KINDS})(?: {{1,3}}|[^\d.;]{{0,60}}[(])(?:số {{1,3}})?"
    r"(?P<number>\d{1,5})(?P<symbol>(?:/\d{4})?[-/][A-ZĐ][A-ZĐa-zđ]{0,9}(?:[-/][A-ZĐ][\w-]{0,14})?)"
    r"(?:,? {1,3}(?:ký )?(?P<day>ngày) {1,3})",
    re.IGNORECASE,
)
_BY_YEAR = re.compile(r"/\D")  # "12/KH-UBND", not "30/2020/NĐ-CP"
_SAME_WORDS = 40  # characters of what follows that say it is the same document
_ABOUT = re.compile(r"[,)]?\s*(?P<about>(?:của|về)\s[^.;:]{30,120})")


class Citation(NamedTuple):
    """A document as cited with its day: "Chỉ thị số 45-CT/TW, ngày 14/4/2025 của …"."""

    kind: str
    number: str
    symbol: str
    day: date
    about: str
    piece: Piece

    @property
    def name(self) -> str:
        """Its number and symbol."""
        return f"{self.number}{self.symbol}"

    @property
    def title(self) -> str:
        """How a sentence begins that is about it."""
        return upper_first(f"{self.kind} số {self.name}")


def _citations(case: Case) -> Iterator[Citation]:
    for passage in passages(case.document):
        yield from _cited_in(passage)


def _cited_in(passage: Passage) -> Iterator[Citation]:
    found = [*_CITED.finditer(passage.text)]
    if not found:
        return
    days = {one.start: one for one in written_dates(passage.text)}
    for one in found:
        # a date in words begins with “ngày”, a short one after it
        written = days.get(one.end()) or days.get(one.start("day"))
        if written is None or len(written.dates()) != 1:
            continue
        about = _ABOUT.match(passage.text, written.end)
        yield Citation(
            one["kind"].lower(),
            one["number"].lstrip("0"),
            one["symbol"],
            written.dates()[0],
            about["about"][:_SAME_WORDS].lower() if about else "",
            passage.piece(one.start(), written.end),
        )


def a_document_has_one_date(case: Case) -> Iterator[Finding]:
    """A document cited twice has the same day; a number used again years later may not."""
    seen: defaultdict[str, list[Citation]] = defaultdict(list)
    for one in _citations(case):
        for other in seen[one.name.upper()]:
            if other.day != one.day and _is_a_slip(other, one):
                values = {
                    "document": one.title,
                    "one": of_day(other.day),
                    "other": of_day(one.day),
                }
                yield _TWO_DATES.broken(one.piece, values)
                break
        else:
            seen[one.name.upper()].append(one)


def _is_a_slip(one: Citation, other: Citation) -> bool:
    """Whether two dates are one mistyped: only one of day, month and year differs.

    Papers of the State are numbered anew each year.
    """
    a, b = one.day, other.day
    if a.year != b.year and _BY_YEAR.match(one.symbol):
        return False
    return sum((a.day != b.day, a.month != b.month, a.year != b.year)) == 1


def a_document_has_one_number(case: Case) -> Iterator[Finding]:
    """Documents of one day, kind and subject are one document: it has one number."""
    seen: dict[tuple[str, str, date, str], Citation] = {}
    for one in _citations(case):
        if len(one.about) < _SAME_WORDS:
            continue
        first = seen.setdefault((one.kind, one.symbol, one.day, one.about), one)
        if first.number != one.number:
            values = {
                "kind": one.kind,
                "date": of_day(one.day),
                "one": first.name,
                "other": one.name,
            }
            yield _TWO_NUMBERS.broken(one.piece, values)


def _signed(case: Case) -> date | None:
    """The day of the paper, where its date line has one."""
    line = case.anatomy.first("place_date")
    if line is None:
        return None
    days = [day for one in written_dates(" ".join(line.text.split())) for day in one.dates()]
    return days[0] if len(days) == 1 else None


def what_is_cited_is_older(case: Case) -> Iterator[Finding]:
    """A paper cites no document of a day after its own.

    What stands under an appendix is the paper itself, and held to it there.
    """
    signed = _signed(case)
    if signed is None:
        return
    notes = {
        piece.paragraph.key
        for one in case.anatomy.sure("appendix_note")
        for piece in one.pieces
    }
    for one in _citations(case):
        if one.day > signed and one.piece.paragraph.key not in notes:
            values = {
                "document": one.title,
                "date": of_day(one.day),
                "signed": of_day(signed),
            }
            yield _LATER.broken(one.piece, values)


_HEAD_NUMBER = re.compile(
    r"số:? {0,3}(?P<number>\d{1,5})(?P<symbol>[-/][\w/-]{2,30})", re.IGNORECASE
)


def appendices_are_of_this_paper(case: Case) -> Iterator[Finding]:
    """What is said under an appendix ("kèm theo Kế hoạch số …, ngày …") is of this paper."""
    kind, head = case.anatomy.first("kind"), _head_number(case)
    signed = _signed(case)
    if kind is None:
        return
    for found in case.anatomy.sure("appendix_note"):
        for piece in found.pieces:
            for one in _cited_in(passage_of(piece.paragraph)):
                if one.kind != kind.text.lower():
                    continue
                yield from _other_paper(one, head, signed)


def _head_number(case: Case) -> str:
    line = case.anatomy.first("number")
    found = _HEAD_NUMBER.search(passage_of(line.pieces[0].paragraph).text) if line else None
    return f"{found['number'].lstrip('0')}{found['symbol']}" if found else ""


def _other_paper(one: Citation, head: str, signed: date | None) -> Iterator[Finding]:
    """What differs between the paper that an appendix names and the paper it is in."""
    said = (("số", one.name, head), ("ngày", of_day(one.day), of_day(signed) if signed else ""))
    for what, written, right in said:
        if right and written.upper() != right.upper():
            values = {"what": what, "written": written, "right": right}
            yield _OTHER_PAPER.broken(one.piece, values)


CHECKS = (
    a_document_has_one_date,
    a_document_has_one_number,
    what_is_cited_is_older,
    appendices_are_of_this_paper,
)
