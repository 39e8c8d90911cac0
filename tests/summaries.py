"""Summaries of congresses for tests: of plausible results, at random, of given totals."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from hypothesis import strategies as st

from conftest import SAMPLE
from generator import sources
from generator.elections import bodies_of, counted, regulation_of
from generator.model import Round
from generator.model.result import AcademicTitle, CongressResult, Degree, PoliticalEducation
from generator.statistics import (
    BodyFigures,
    DelegateFigures,
    MakeUp,
    NotElected,
    UnitSummary,
    Votes,
    summary,
)
from plausible import plausible

if TYPE_CHECKING:
    from collections.abc import Sequence

    from generator.elections import Counted
    from generator.model import Congress

AS_OF = date(2026, 12, 1)
OPENED, CLOSED = date(2026, 11, 12), date(2026, 11, 13)
BODIES = (
    ("ban-chap-hanh", "Ban chấp hành", False),
    ("ban-thuong-vu", "Ban thường vụ", False),
    ("bi-thu", "Bí thư", True),
)


def sample_round() -> Round:
    """The round that travels with the program."""
    found = sources.load_round(SAMPLE).round
    assert found is not None
    return found


def plausible_count(found: Round, congress: Congress) -> Counted:
    """An invented result of a congress, counted."""
    opened, closed = congress.known_time.opening, congress.known_time.closing
    assert opened is not None
    assert closed is not None
    regulation = regulation_of(sources.shipped_regulations(), found, congress)
    bodies = bodies_of(regulation, found, congress)
    data = plausible(congress, bodies, opened, closed)
    people = [{**person, "is_local": True} for person in data["people"]]
    given = {**data, "people": people, "congress": congress.organization}
    return counted(CongressResult.model_validate(given), congress, regulation, bodies)


def plausible_summaries(found: Round) -> tuple[UnitSummary, ...]:
    """Invented results of every congress whose days are known, in numbers."""
    held = (one for one in found.reporting if one.known_time.is_exact)
    return tuple(summary(plausible_count(found, one), found) for one in held)


def unit(congress: str, *bodies: BodyFigures, tier: str = "dang-bo") -> UnitSummary:
    """A congress with these figures, named by its id."""
    return UnitSummary(
        congress=congress,
        unit=f"Đảng bộ Thử {congress}",
        tier=tier,
        tier_label="Đảng bộ cơ sở",
        purposes=("rút kinh nghiệm",),
        superior="binh-minh",
        superior_name="Đảng bộ xã Bình Minh",
        term="2025-2030",
        kind="đại hội đại biểu",
        opened_on=OPENED,
        closed_on=CLOSED,
        aged_on=date(2026, 11, 30),
        regulation="190-QĐ/TW",
        age_bands=(40, 50),
        women_target=15,
        young_target=10,
        young_under=42,
        bodies=bodies,
    )


def body(identifier: str = "ban-chap-hanh", **figures: object) -> BodyFigures:
    """A body with these figures; what is not given is nothing."""
    order = [one for one, _, _ in BODIES].index(identifier)
    _, title, is_post = BODIES[order]
    plain = BodyFigures(
        body=identifier,
        title=title,
        order=order,
        is_post=is_post,
        is_delegation=False,
        elected_by="đại hội",
        mode="bầu",
    )
    return replace(plain, **figures)  # type: ignore[arg-type]


def spread(total: int, over: int) -> list[int]:
    """A total over so many units, as evenly as whole numbers can be."""
    return [total * (n + 1) // over - total * n // over for n in range(over)]


def known_as(found: Round, units: Sequence[UnitSummary], planned: int) -> Round:
    """The round with so many congresses, the first of which are those of the units."""
    congress, organization = found.congresses[0], found.unit(found.congresses[0])
    ids = [one.congress for one in units]
    ids += [f"chua-{n}" for n in range(planned - len(ids))]
    new = [organization.model_copy(update={"id": one, "name": f"Thử {one}"}) for one in ids]
    held = [congress.model_copy(update={"organization": one}) for one in ids]
    data = {name: getattr(found, name) for name in Round.model_fields}
    changed = {"organizations": (*found.organizations, *new), "congresses": tuple(held)}
    return Round.model_construct(**{**data, **changed})


@st.composite
def make_ups(draw: st.DrawFn, total: int) -> MakeUp:
    """So many people of any kind; the data of some is not known."""
    known = draw(st.integers(0, total))
    count = st.integers(0, known)
    men, standing = draw(count), draw(count)
    ages = tuple(sorted(draw(st.lists(st.integers(20, 70), min_size=known, max_size=known))))
    return MakeUp(
        total=total,
        men=men,
        women=known - men,
        minorities=draw(count),
        young=sum(age < 42 for age in ages),
        re_elected=standing,
        first_time=known - standing,
        not_local=draw(count),
        ages=ages,
        degrees=tuple(draw(count) for _ in Degree),
        titles=tuple(draw(count) for _ in AcademicTitle),
        politics=tuple(draw(count) for _ in PoliticalEducation),
    )


@st.composite
def random_bodies(draw: st.DrawFn, identifier: str) -> BodyFigures:
    """A body that was elected, appointed, both, or that nobody came into."""
    rounds = draw(st.integers(0, 3))
    number = draw(st.integers(1, 15)) if rounds else 0
    elected = draw(st.integers(0, number))
    extra = draw(st.integers(0, 4)) if rounds else 0
    appointed, ex_officio = draw(st.integers(0, 5)), draw(st.integers(0, 2))
    base = draw(st.integers(10, 300))
    winning = st.integers(base // 2 + 1, base)
    votes = sorted(draw(st.lists(winning, min_size=elected, max_size=elected)))
    lost = number + extra - elected
    return body(
        identifier,
        rounds=rounds,
        planned=draw(st.none() | st.integers(0, 20)),
        number=number,
        listed=number + extra,
        surplus=extra,
        elected=elected,
        appointed=appointed,
        ex_officio=ex_officio,
        vacant=draw(st.none() | st.integers(0, 3)),
        unfilled=number - elected,
        re_standing=draw(st.integers(0, number + extra)),
        direct=bool(elected) and draw(st.booleans()),
        votes=Votes(base, len(votes), sum(votes), votes[0], votes[-1], "A", "B")
        if votes
        else Votes(base=base),
        chosen=draw(make_ups(elected)),
        placed=draw(make_ups(appointed + ex_officio)),
        not_elected=tuple(
            NotElected(f"Nguyễn Văn Thử {n}", "ứng cử", n % 2 == 0, n % 3 == 0, n, base, 1)
            for n in range(lost)
        ),
    )


@st.composite
def random_units(draw: st.DrawFn) -> tuple[UnitSummary, ...]:
    """A few congresses of several tiers, groups and superiors, each with some bodies."""
    found = []
    for number in range(draw(st.integers(0, 4))):
        bodies = [
            draw(random_bodies(one)) for one, _, _ in BODIES if draw(st.integers(0, 4)) > 0
        ]
        tier = draw(st.sampled_from(("dang-bo", "chi-bo", "chi-bo-truc-thuoc")))
        superior = draw(st.sampled_from(("binh-minh", "benh-vien", "")))
        purposes = draw(
            st.sets(st.sampled_from(("rút kinh nghiệm", "bầu trực tiếp bí thư", "khác")))
        )
        present = draw(st.integers(0, 200))
        delegates = DelegateFigures(
            convened=present + draw(st.integers(0, 9)),
            present=present,
            women=draw(st.none() | st.integers(0, present)),
        )
        found.append(
            replace(
                unit(f"thu-{number}", *bodies, tier=tier),
                superior=superior,
                superior_name=f"Cấp trên {superior}",
                purposes=tuple(sorted(purposes)),
                members=draw(st.none() | st.integers(1, 900)),
                delegates=draw(st.none() | st.just(delegates)),
            )
        )
    return tuple(found)
