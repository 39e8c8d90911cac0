"""The points of the report that elections fill: whose tables stand there, what they say."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.elections import bodies_here
from generator.elections.bodies import ALTERNATES, COMMITTEE, DELEGATES, INSPECTION_DEPUTY
from generator.elections.points import WORDS, bodies_under
from generator.model.election import Body, Mode, Voter
from generator.views import result_words
from generator.views.outline import VOTES_PROMPT, Control, control, prompting, saying
from generator.views.report_results import not_elected, told
from generator.views.vote_table import blank_rows, counted_rows, table_tag, vote_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.elections import Counted
    from generator.model import Congress, OutlineItem, Round
    from generator.statistics import UnitSummary
    from generator.views.vote_table import VoteTable

_TITLES = {body: words for words, body in reversed(WORDS.items())} | {
    COMMITTEE: "ban chấp hành",
    DELEGATES: "đại biểu chính thức dự đại hội cấp trên",
    ALTERNATES: "đại biểu dự khuyết dự đại hội cấp trên",
}
_BY_THE_CONGRESS = (COMMITTEE, DELEGATES, ALTERNATES)
_BY_THE_INSPECTORS = (INSPECTION_DEPUTY,)


def usual_bodies(found: Round, congress: Congress) -> tuple[Body, ...]:
    """What the congress is to elect, as far as the round alone says."""
    own = {one.id: one for one in found.election.bodies}
    usual = {body: _usual(body, title) for body, title in _TITLES.items()}
    return bodies_here((usual | own).values(), found, congress)


def _usual(body: str, title: str) -> Body:
    voter = Voter.BAN_CHAP_HANH
    if body in _BY_THE_CONGRESS:
        voter = Voter.DAI_HOI
    elif body in _BY_THE_INSPECTORS:
        voter = Voter.UY_BAN_KIEM_TRA
    return Body(id=body, title=title, elected_by=voter)


def expected(
    items: tuple[OutlineItem, ...], found: Round, congress: Congress
) -> tuple[OutlineItem, ...]:
    """The points of a skeleton: not those of bodies that this congress does not elect."""
    here = {body.id for body in usual_bodies(found, congress)}

    def is_expected(item: OutlineItem) -> bool:
        bodies = bodies_under(item, found)
        return not bodies or not here.isdisjoint(bodies)

    return tuple(_kept(items, is_expected))


def skeleton_control(item: OutlineItem, found: Round, congress: Congress) -> Control:
    """The control of a point before the congress: blank tables where one is of votes."""
    if not item.votes:
        return control(item)
    here = {body.id: body for body in usual_bodies(found, congress)}
    bodies = bodies_under(item, found)
    held = [body for body in bodies if body in here]
    tables = [
        _table(item, congress, here[body], (bodies.index(body), len(held) > 1), None)
        for body in held
    ]
    if not bodies:
        base = result_words.against_whom(congress, Voter.DAI_HOI)
        tables = [vote_table(table_tag(item.id, "", 0), None, base, blank_rows())]
    return replace(prompting(item.id, item.title, VOTES_PROMPT), tables=tuple(tables))


def _table(
    item: OutlineItem,
    congress: Congress,
    body: Body,
    which: tuple[int, bool],
    counted: Counted | None,
) -> VoteTable:
    """The table of a body, blank or counted; its place under the point, and if captioned."""
    place, captioned = which
    tally = counted.tally(body.id) if counted else None
    rows = counted_rows(counted, tally) if counted and tally else blank_rows()
    caption = f"Bầu {result_words.name_of(body)}" if captioned else None
    base = result_words.against_whom(congress, body.elected_by, counted)
    return vote_table(table_tag(item.id, body.id, place), caption, base, rows)


def with_something(
    items: tuple[OutlineItem, ...], found: Round, counted: Counted
) -> tuple[OutlineItem, ...]:
    """The points that have something to say: one of votes goes where no body came of it."""

    def says_something(item: OutlineItem) -> bool:
        bodies = bodies_under(item, found)
        return not item.votes or any(is_told(counted, body) for body in bodies)

    return tuple(_kept(items, says_something))


def _kept(
    items: tuple[OutlineItem, ...], wanted: Callable[[OutlineItem], bool]
) -> Iterator[OutlineItem]:
    """The wanted points; one whose points under it all go, goes too, unless it has words."""
    for item in items:
        inner = tuple(_kept(item.items, wanted))
        emptied = bool(item.items) and not inner and not item.narrative
        if wanted(item) and not emptied:
            silent = _has_votes(item.items) and not _has_votes(inner)  # its note is of tables
            note = None if silent else item.note
            yield item.model_copy(update={"items": inner, "note": note})


def _has_votes(items: tuple[OutlineItem, ...]) -> bool:
    return any(one.votes or _has_votes(one.items) for one in items)


def is_told(counted: Counted, body: str) -> bool:
    """Whether the result says how a body came to be."""
    election = counted.result.election(body)
    known = any(one.id == body for one in counted.bodies)
    return known and election is not None and election.mode is not Mode.KHONG


def filled_control(
    item: OutlineItem, found: Round, counted: Counted, figures: UnitSummary
) -> Control:
    """The control of a point after the congress: sentences, then the tables of votes."""
    if not item.votes:
        return control(item)
    bodies = bodies_under(item, found)
    lines = [line for body in bodies for line in told(found, counted, figures, body)]
    lines += [line for body in bodies for line in not_elected(found, counted, body)]
    held = [body for body in bodies if _has_table(counted, body)]
    tables = tuple(
        _table(
            item,
            counted.congress,
            counted.body(body),
            (bodies.index(body), len(held) > 1),
            counted,
        )
        for body in held
    )
    if not lines:  # nothing is known of it yet
        return replace(skeleton_control(item, found, counted.congress), tables=tables)
    return replace(saying(item.id, item.title, tuple(lines)), tables=tables)


def _has_table(counted: Counted, body: str) -> bool:
    tally = counted.tally(body)
    return tally is not None and any(ballot.lines for ballot in tally.ballots)
