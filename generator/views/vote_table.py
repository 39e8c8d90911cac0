"""The table of votes of a body: names in ballot order, votes, share, what became of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.slots import anchor_of, marks_of, row_words
from generator.views import result_words

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.elections import BallotTally, Counted, Tally

BLANK_ROWS = 3
LONGEST_ID = 55  # with the ending it stays within what Word takes for a tag


@dataclass(frozen=True, slots=True)
class VoteRow:
    """A row of the table; one with a `span` is a heading over all columns.

    A row that `keeps` stays on the page of the row below.
    """

    span: str | None
    number: str
    name: str
    votes: str
    share: str
    result: str
    keeps: bool
    mark: str

    @property
    def cells(self) -> tuple[str, ...]:
        """The row as its cells."""
        if self.span:
            return (self.span,)
        return (self.number, self.name, self.votes, self.share, self.result)


@dataclass(frozen=True, slots=True)
class VoteTable:
    """The table of a body, with a caption where a point of the outline has several."""

    tag: str
    title: str
    anchor: str
    caption: str | None
    share_heading: str
    rows: tuple[VoteRow, ...]


def table_tag(item: str, body: str, place: int) -> str:
    """The tag of a body's table under a point: the first is named by the point alone."""
    tag = f"{item[:LONGEST_ID]}-bang"
    return f"{item[:30]}-{body[:25]}-bang" if place else tag


def vote_table(
    tag: str, caption: str | None, share_heading: str, cells: Iterable[tuple[str, ...]]
) -> VoteTable:
    """A table of rows, each of one cell or of five."""
    all_ = tuple(cells)
    marks = marks_of(tag, map(row_words, all_))
    rows = tuple(
        _row(row, mark, keeps=keeps_next(place, len(all_)) or len(row) == 1)
        for place, (row, mark) in enumerate(zip(all_, marks, strict=True))
    )
    heading = f"Tỷ lệ (%) {share_heading}"
    return VoteTable(tag, "Bảng kết quả bầu cử", anchor_of(tag), caption, heading, rows)


def keeps_next(place: int, rows: int) -> bool:
    """Whether a row stays with the next: none is alone under a heading or on the last page.

    >>> [keeps_next(place, 3) for place in range(3)], [keeps_next(n, 5) for n in range(5)]
    ([True, True, False], [True, False, False, True, False])
    """
    return place + 1 < rows and (rows <= BLANK_ROWS or place in (0, rows - 2))


def blank_rows(number: int = BLANK_ROWS) -> tuple[tuple[str, ...], ...]:
    """Rows that wait for names."""
    return tuple((str(place), "", "", "", "") for place in range(1, number + 1))


def counted_rows(counted: Counted, tally: Tally) -> tuple[tuple[str, ...], ...]:
    """The rows of an election, its rounds of voting one after the other."""
    rows: list[tuple[str, ...]] = []
    for ballot in tally.ballots:
        if len(tally.ballots) > 1:
            rows.append((result_words.ballot_heading(ballot),))
        rows += _lines_of(counted, tally, ballot)
    return tuple(rows)


def _lines_of(counted: Counted, tally: Tally, ballot: BallotTally) -> Iterable[tuple[str, ...]]:
    for number, line in enumerate(ballot.lines, start=1):
        share = result_words.share_of(line.votes, ballot, counted.regulation)
        result = result_words.result_of(line, ballot, tally)
        yield (str(number), line.name, str(line.votes), share, result)


def _row(cells: tuple[str, ...], mark: str, *, keeps: bool) -> VoteRow:
    span = cells[0] if len(cells) == 1 else None
    number, name, votes, share, result = cells if span is None else ("",) * 5
    return VoteRow(span, number, name, votes, share, result, keeps, mark)
