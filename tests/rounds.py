"""Strategies for whole rounds: any words, every form of a time, everything optional or not."""

from __future__ import annotations

import unicodedata
from datetime import date
from enum import Enum
from typing import TYPE_CHECKING, Any, get_args, get_origin

from hypothesis import strategies as st

from generator.model import (
    EventTime,
    LegalDocument,
    Month,
    Organization,
    OutlineItem,
    PartialDate,
    Plan,
    Record,
    Round,
    Term,
    Tier,
    parse_time,
)
from generator.model.base import (
    ORGANIZATIONS,
    TIERS,
    OrganizationRef,
    TierRef,
    record_at,
    types_within,
)
from generator.model.election import BODIES, Body, BodyRef
from generator.model.regulation import ElectionSettings
from generator.model.round import Deadlines
from generator.sources.validation import shipped_bodies
from generator.vietnamese import short_date, tidy

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic.fields import FieldInfo

Known = dict[str, list[str]]

REFERENCES = {
    ORGANIZATIONS: str(get_args(OrganizationRef)[1]),
    TIERS: str(get_args(TierRef)[1]),
    BODIES: str(get_args(BodyRef)[1]),
}
MEAN = (  # what YAML or Excel takes for something else
    *("=1+1", "+84", "-x", "@a", "~", "null", "true", "có", "07", "1e5", "1.000", "12:30"),
    *("a: b", "# x", "- y", "'z'", "“m”", "[a]", "*", "&a", "!b", "|", ">", "%c", "_x0041_"),
    *("2025-02-20", "20/02/2025", "Mẫu", "TT", "#N/A", "a\u00a0b", "1/2", "y", "a; b"),
)
REFUSED = ("Cc", "Cf", "Co", "Cs", "Cn", "Zl", "Zp")


def _is_typed(text: str) -> bool:
    bad = any(c in "Ðð{}" or unicodedata.category(c) in REFUSED for c in text)
    return bool(text) and not bad and tidy(text) == text and "%}" not in text


def _typed(text: str) -> str:
    """The text as a reader of files leaves it, without what it refuses."""
    kept = "".join(c for c in text if _is_typed(c) or c == " ")
    return tidy(kept) if _is_typed(tidy(kept)) else "Tân Lập"


vietnamese = st.text("aăâeêioôơuưyàảãáạđĐ ẾẴỮ-0123456789,.()", min_size=1, max_size=40)
anything = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=20)
texts = st.one_of(vietnamese, anything).map(_typed) | st.sampled_from(MEAN).filter(_is_typed)
ids = st.from_regex(r"[a-z0-9]{1,6}(-[a-z0-9]{1,4}){0,2}", fullmatch=True)
days = st.dates(date(1990, 1, 1), date(2099, 12, 20))
months = st.builds(Month, st.integers(1990, 2090), st.integers(1, 12))
terms = st.tuples(st.integers(1990, 2080), st.integers(1, 10)).map(
    lambda given: Term(given[0], sum(given))
)
partial_dates = st.builds(PartialDate, months, st.none() | st.integers(1, 28))


@st.composite
def _moment(draw: st.DrawFn, day: date) -> str:
    part = draw(st.sampled_from(["", "", "sáng ", "trưa ", "chiều ", "tối ", "7h ", "14:30 "]))
    return f"{part}{short_date(day)}"


@st.composite
def times(draw: st.DrawFn) -> EventTime:
    """A time in any form that is read."""
    first = draw(days)
    later = [first.toordinal() + n for n in draw(st.sets(st.integers(1, 400), max_size=3))]
    moments = [date.fromordinal(n) for n in (first.toordinal(), *sorted(later))]
    said = [draw(_moment(day)) for day in moments if day.year < 2101]
    form = draw(
        st.sampled_from(
            (
                ", ".join(said),
                f"từ {said[0]} đến {said[-1]}" if len(said) > 1 else said[0],
                f"{short_date(moments[0])} - {short_date(moments[-1])}" if later else said[0],
                f"khai mạc {said[0]}",
                f"tháng {first.month}/{first.year}",
                f"quý {draw(st.sampled_from(['I', 'II', 'III', 'IV']))}/{first.year}",
                f"trước {short_date(first)}",
                "chưa xác định",
            )
        )
    )
    return parse_time(draw(st.sampled_from(["", "dự kiến "])) + form)


def _numbers(kinds: str) -> st.SearchStrategy[str]:
    return st.builds("{}-{}/ĐU".format, st.integers(1, 99999), st.sampled_from(kinds.split()))


BY_NAME: dict[tuple[type[Record], str], st.SearchStrategy[Any]] = {
    (LegalDocument, "number"): _numbers("QĐ KH HD CV"),
    (Plan, "number"): st.from_regex(r"0{0,1}[1-9][0-9]{0,2}", fullmatch=True),
    (Deadlines, "papers_before_opening"): st.integers(1, 250),
    (Deadlines, "report_after_closing"): st.integers(1, 250),
    (ElectionSettings, "share_decimals"): st.integers(0, 4),
    (Body, "rows"): st.integers(1, 200),
    (OutlineItem, "marker"): st.sampled_from("-+*•"),
    (Round, "dossier"): texts | st.just("nhiệm kỳ {term}, {previous_term}"),
}
BY_TYPE: tuple[tuple[type, st.SearchStrategy[Any]], ...] = (
    (bool, st.booleans()),
    (int, st.integers(1, 1_000_000)),
    (date, days),
    (Month, months),
    (PartialDate, partial_dates),
    (EventTime, times()),
    (Term, terms),
)


# what a list holds once: a unit has one congress in a round
_UNIQUE: dict[tuple[type[Record], str], Callable[[Any], Any]] = {
    (Round, "congresses"): lambda congress: congress.organization,
}


def _value(record: type[Record], name: str, known: Known) -> st.SearchStrategy[Any]:
    """A value for a field, one of those where the field is a list."""
    field = record.model_fields[name]
    named = BY_NAME.get((record, name), _of_ids(name, field, known))
    enums = types_within(field.annotation, Enum)
    records = types_within(field.annotation, Record)
    if named is not None:
        return named
    if enums or records:
        return st.sampled_from(enums[0]) if enums else _records(records[0], known)
    found = (values for kind, values in BY_TYPE if types_within(field.annotation, kind))
    return next(found, texts)


def _of_ids(name: str, field: FieldInfo, known: Known) -> st.SearchStrategy[Any] | None:
    if name == "id":
        return ids
    marks = str(field.metadata) + str(field.annotation)
    reference = next((key for key, mark in REFERENCES.items() if mark in marks), "")
    return st.sampled_from(known[reference]) if reference else None


def _field(record: type[Record], name: str, known: Known) -> st.SearchStrategy[Any]:
    """What a field may hold, nothing where it need not be given."""
    field = record.model_fields[name]
    value = _value(record, name, known)
    if get_origin(field.annotation) is tuple:
        alike = _UNIQUE.get((record, name))
        size = int(field.is_required())
        value = st.lists(value, min_size=size, max_size=3, unique_by=alike).map(tuple)
    return value if field.is_required() else st.just(field.default) | value


def _records(record: type[Record], known: Known) -> st.SearchStrategy[Any]:
    nested = [n for n in record.model_fields if record_at(record, (n,)) is record]
    fields = {n: _field(record, n, known) for n in record.model_fields if n not in nested}
    plain = st.builds(record, **fields)
    if not nested:
        return plain
    (inner,) = nested
    return st.recursive(
        plain,
        lambda items: st.builds(
            record, **fields, **{inner: st.lists(items, max_size=3).map(tuple)}
        ),
        max_leaves=8,
    )


@st.composite
def rounds(draw: st.DrawFn) -> Round:
    """A round that the model takes, every field of it filled or not."""
    known = {
        key: draw(st.lists(ids, min_size=1, max_size=4, unique=True)) for key in REFERENCES
    }
    own, known[BODIES] = known[BODIES], [*shipped_bodies(), *known[BODIES]]
    found: Round = draw(_records(Round, known))
    declared: dict[str, tuple[Record, ...]] = {
        key: tuple(_declared(draw, record, known, one) for one in known[key])
        for key, record in (("organizations", Organization), ("tiers", Tier))
    }
    bodies = tuple(_declared(draw, Body, known, identifier) for identifier in own)
    election = found.election.model_copy(update={"bodies": bodies})
    return found.model_copy(update={**declared, "election": election})


def _declared(draw: st.DrawFn, record: type[Record], known: Known, identifier: str) -> Record:
    """A record with an id that the rest refers to."""
    found: Record = draw(_records(record, known))
    return found.model_copy(update={"id": identifier})
