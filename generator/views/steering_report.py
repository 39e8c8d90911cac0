"""The steering group's report to the standing committee: figures, and the units' own words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.elections.bodies import BOARD, COMMITTEE
from generator.model import Issuer
from generator.model.congress import Status
from generator.paper_format import party_profile
from generator.statistics import State
from generator.vietnamese import NBSP, date_line, lower_first, roman
from generator.views import steering_words as words_of
from generator.views import wording
from generator.views.blocks import (
    DRAFT,
    Head,
    Signature,
    SignatureLine,
    filed,
    number_line,
    recipients,
    signature,
)
from generator.views.plan import profile_of, subject_of, title_of
from generator.views.report import KIND, WRITING, cited_plan
from generator.views.steering_tables import (
    BodyLine,
    MakeUpLine,
    ProgressLine,
    body_table,
    make_up_table,
    progress_table,
)
from generator.views.steering_words import printer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from generator.model import Congress, OutlineItem, Round
    from generator.paper_format import Profile
    from generator.statistics import RollUp
    from generator.views.steering_words import Printer

    Words = Mapping[str, Mapping[str, tuple[str, ...]]]

TITLES = {
    "situation": "TÌNH HÌNH TỔ CHỨC ĐẠI HỘI",
    "results": "KẾT QUẢ BẦU CỬ",
    "words": "ĐÁNH GIÁ, KINH NGHIỆM, KIẾN NGHỊ CỦA CÁC ĐƠN VỊ",
    "gaps": "NHỮNG NỘI DUNG CHƯA CÓ TRONG BÁO CÁO",
}


@dataclass(frozen=True, slots=True)
class Quote:
    """The words of one unit under a point of the outline, as it wrote them."""

    unit: str
    first: str
    rest: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WordsPoint:
    """A heading of the outline, or a point of it with what the units wrote."""

    text: str
    is_heading: bool
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Results:
    """The figures of the elections; parts with nothing to say are empty."""

    title: str
    bodies: tuple[BodyLine, ...]
    body_sentences: tuple[str, ...]
    make_up: tuple[MakeUpLine, ...]
    make_up_sentences: tuple[str, ...]
    young: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A numbered part of a section: its title, its lines."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SteeringReportView:
    """The report of the steering group; a section with nothing to say is None."""

    document_title: str
    head: Head
    subject: str
    tiers: str
    term: str
    plan: str
    group: str
    addressee: str
    situation: str
    sentences: tuple[str, ...]
    progress: tuple[ProgressLine, ...]
    changes: tuple[str, ...]
    results: Results | None
    words_title: str
    words: tuple[WordsPoint, ...]
    gaps_title: str
    gaps: tuple[str, ...]
    recipients: tuple[str, ...]
    signature: Signature


def steering_report(
    found: Round, rollup: RollUp, words: Words, *, draft: bool = False
) -> SteeringReportView:
    """The report as of the day of the roll-up, its number and day left to be written."""
    points, gaps = tuple(_points(found, words)), tuple(_gaps(rollup))
    using = printer(found)
    numerals = _numerals(has_results=bool(rollup.units), words=bool(points), gaps=bool(gaps))
    return SteeringReportView(
        document_title=f"Báo cáo kết quả {title_of(found)}",
        head=_head(found, rollup, draft=draft),
        subject=subject_of(found),
        tiers=wording.tiers_phrase(found),
        term=wording.terms_phrase(found, found.active),
        plan=cited_plan(found),
        group=found.steering_group.name,
        addressee=f"Ban Thường vụ {found.head.short_committee}",
        situation=numerals["situation"],
        sentences=tuple(words_of.situation(rollup, using)),
        progress=progress_table(rollup, using),
        changes=tuple(_changes(found)),
        results=_results(rollup, using, numerals["results"]) if rollup.units else None,
        words_title=numerals["words"],
        words=points,
        gaps_title=numerals["gaps"],
        gaps=gaps,
        recipients=_recipients(found, rollup),
        signature=_signature(found),
    )


def _numerals(*, has_results: bool, words: bool, gaps: bool) -> dict[str, str]:
    """The titles of the sections, numbered over those that are there."""
    there = {"situation": True, "results": has_results, "words": words, "gaps": gaps}
    kept = [name for name in TITLES if there[name]]
    return {
        name: f"{roman(kept.index(name) + 1)}. {title}" if there[name] else ""
        for name, title in TITLES.items()
    }


def steering_profile(found: Round, rollup: RollUp) -> Profile:
    """The profile in force in the month after the day of the figures; else the plan's."""
    return party_profile(rollup.as_of, rollup.as_of + WRITING) or profile_of(found)


def _by_group(found: Round) -> bool:
    return found.plan.issuer is Issuer.TO_CHI_DAO


def _head(found: Round, rollup: RollUp, *, draft: bool) -> Head:
    group, plan = found.steering_group, found.plan
    symbol = (plan.symbol if _by_group(found) else None) or group.symbol
    as_of = rollup.as_of
    year = as_of.year if as_of.year == (as_of + WRITING).year else None
    place = plan.place_name or found.place_name(found.head)
    return Head(
        superior=found.head.committee.upper(),
        issuer=group.name.upper(),
        number=number_line(steering_profile(found, rollup), None, KIND, symbol),
        place_date=f"{place}, {date_line(None, None, year)}",
        draft=DRAFT if draft else None,
    )


def _changes(found: Round) -> Iterator[str]:
    """What is no longer as the plan said, unit by unit, with its document."""
    for congress in found.congresses:
        if congress.is_changed and congress.status is not Status.DA_TO_CHUC:
            document = congress.changed_by
            said = f" theo {document.briefly()}" if document else ""
            yield f"- {found.unit(congress).full_name}: {congress.status}{said}."


def _results(rollup: RollUp, using: Printer, title: str) -> Results:
    shown = [one for one in words_of.voted(rollup) if one.elected]
    chosen = [one for one in shown if one.body in (COMMITTEE, BOARD)]
    return Results(
        title=title,
        bodies=body_table(rollup, using),
        body_sentences=tuple(
            line
            for one in words_of.voted(rollup)
            if not (one.is_post or one.is_delegation)
            for line in words_of.body_sentences(one, using)
        ),
        make_up=make_up_table(rollup, using),
        make_up_sentences=tuple(
            line for one in chosen for line in words_of.make_up_sentences(rollup, one, using)
        ),
        young=_young(rollup),
        parts=tuple(_parts(rollup, using, has_make_up=bool(shown))),
    )


def _young(rollup: RollUp) -> str:
    under = sorted({unit.young_under for unit in rollup.units})
    return f"Dưới {' hoặc '.join(map(str, under))} tuổi"


def _parts(rollup: RollUp, using: Printer, *, has_make_up: bool) -> Iterator[Part]:
    """The parts after the tables, numbered after them."""
    found = (
        ("Bí thư", tuple(words_of.secretary_sentences(rollup, using))),
        ("Chỉ định, đương nhiên", tuple(words_of.placed_sentences(rollup))),
        ("Đại biểu dự đại hội", tuple(words_of.delegate_sentences(rollup, using))),
    )
    before = bool(words_of.voted(rollup)) + has_make_up
    there = [(title, lines) for title, lines in found if lines]
    for n, (title, lines) in enumerate(there, start=before + 1):
        yield Part(f"{n}. {title}", lines)


def _points(found: Round, words: Words) -> Iterator[WordsPoint]:
    """The outline's headings under which a unit wrote, each with its points."""
    number = 0
    for item in found.report_outline:
        inner = list(_inner(found, item.items, words))
        quotes = _quotes(found, item.id, words)
        if inner or quotes:
            number += 1
            yield WordsPoint(f"{number}. {_title(item)}", is_heading=True, quotes=quotes)
            yield from inner


def _inner(found: Round, items: Sequence[OutlineItem], words: Words) -> Iterator[WordsPoint]:
    for item in items:
        quotes = _quotes(found, item.id, words)
        if quotes:
            yield WordsPoint(f"{_title(item)}:", is_heading=False, quotes=quotes)
        yield from _inner(found, item.items, words)


def _title(item: OutlineItem) -> str:
    return item.title.rstrip(".:; ")


def _quotes(found: Round, tag: str, words: Words) -> tuple[Quote, ...]:
    """What each unit wrote under a tag, in the order of the schedules."""
    return tuple(
        Quote(found.unit(congress).full_name, written[0], written[1:])
        for congress in found.congresses
        if (written := _written(congress, tag, words))
    )


def _written(congress: Congress, tag: str, words: Words) -> tuple[str, ...]:
    given = words.get(congress.organization, {}).get(tag, ())
    return tuple(line for line in given if line.strip())


def _gaps(rollup: RollUp) -> Iterator[str]:
    """The congresses whose figures are not in the report, with the reason."""
    late = {one.congress for one in rollup.missing if one.is_late}
    for line in rollup.lines:
        if line.state not in (State.CHUA_CO, State.LOAI):
            continue
        state = "quá hạn báo cáo" if line.congress in late else str(line.state)
        note = f" ({lower_first(line.note)})" if line.note and line.note != state else ""
        yield f"- {line.unit}: {state}{note}."


def _recipients(found: Round, rollup: RollUp) -> tuple[str, ...]:
    profile, group = steering_profile(found, rollup), found.steering_group
    names = [
        f"Ban Thường vụ {found.head.short_committee} (báo cáo)",
        found.receiving_office,
        f"Các thành viên {group.short_name}",
        filed(
            profile,
            found.plan.filing if _by_group(found) and found.plan.filing else group.short_name,
        ),
    ]
    return recipients(profile, names)


def _signature(found: Round) -> Signature:
    """Who signed the plan for the group; else its head, whose name is left to be written."""
    if _by_group(found):
        return signature(found.plan.signatory, found.steering_group.short_name)
    head = found.steering_group.head.upper()
    return Signature((SignatureLine(head, strong=True),), NBSP)
