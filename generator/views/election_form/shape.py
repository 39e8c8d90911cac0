"""What the layout of an election form depends on, as a value that travels in the form.

A form that comes back is read with the layout it was made with, whatever the round's data
says by then.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from generator.elections import bodies_of
from generator.model.election import Voter
from generator.vietnamese import short_date, upper_first

if TYPE_CHECKING:
    from datetime import date

    from generator.model import Congress, Month, Round
    from generator.model.election import Body, PlannedElection
    from generator.model.regulation import Regulation

FORM, VERSION = "thong-ke-bau-cu", "1"
BALLOTS, PLACEMENTS = 3, 5
SPARE_ROWS, SPARE_OF_POST = 4, 2
FEWEST_PEOPLE, MOST_PEOPLE = 25, 200
LONGEST_NAME = 31  # of a sheet, in Excel
_FORBIDDEN = re.compile(r"[\[\]:*?/\\']")
MEETING = "meeting"


@dataclass(frozen=True, slots=True)
class BodyShape:
    """A body as its sheet needs it; `expected` names on the list and
    `seats`, 0 where none are planned; `why_surplus` cites why it must have a surplus."""

    id: str
    title: str
    voter: str
    rows: int
    expected: int
    drawn_from: str | None
    surplus: bool
    why_surplus: str
    is_post: bool
    is_delegation: bool
    seats: int = 0


@dataclass(frozen=True, slots=True)
class Shape:
    """All that the layout of a form depends on; plain values, so that it can be kept as text.

    `kind` is that of the congress as the round knows it; `less` says for each kind of assembly
    who of those convened is not counted; `age_month` is a year and a month, or nothing.
    """

    unit: str
    term: str
    office: str
    due: str
    kind: str
    regulation: str
    bodies: tuple[BodyShape, ...]
    people: int
    ballots: int
    placements: int
    bands: tuple[int, ...]
    young_under: int
    age_month: tuple[int, int] | None
    less: dict[str, tuple[str, ...]]
    surplus_max: int
    decimals: int
    cut: bool
    why_limit: str
    base_sources: dict[str, str]

    @property
    def voters(self) -> tuple[Voter, ...]:
        """Who elects anything here, in the order of the model."""
        used = {body.voter for body in self.bodies}
        return tuple(voter for voter in Voter if voter.value in used)

    @property
    def sheet_names(self) -> tuple[str, ...]:
        """The name of each body's sheet."""
        names: list[str] = []
        for body in self.bodies:
            names.append(_free(_sheet_name(body.title), names))
        return tuple(names)

    def number_of(self, body: str) -> int | None:
        """Which of the bodies has this id."""
        return next((n for n, one in enumerate(self.bodies) if one.id == body), None)

    def text(self) -> str:
        """The shape as compact JSON."""
        found = _fields(self) | {"bodies": [_fields(body) for body in self.bodies]}
        return json.dumps(found, ensure_ascii=False, separators=(",", ":"))


def _fields(one: Shape | BodyShape) -> dict[str, Any]:
    return {field.name: getattr(one, field.name) for field in fields(one)}


def shape_from(text: str) -> Shape:
    """The shape from its JSON. Raises ValueError where it is not one of ours."""
    try:
        found = json.loads(text)
        found["bodies"] = tuple(BodyShape(**body) for body in found["bodies"])
        found["bands"] = tuple(found["bands"])
        found["age_month"] = found["age_month"] and tuple(found["age_month"])
        found["less"] = {name: tuple(less) for name, less in found["less"].items()}
        shape = Shape(**found)
    except (TypeError, KeyError, AttributeError) as error:
        raise ValueError(f"not the shape of an election form: {error}") from None
    if not _is_sound(shape):
        raise ValueError("not the shape of an election form: its counts are not ours")
    return shape


def _is_sound(shape: Shape) -> bool:
    voters = {voter.value for voter in Voter}
    limits = ((shape.people, MOST_PEOPLE), (shape.ballots, BALLOTS))
    counts = [*limits, (shape.placements, PLACEMENTS), (len(shape.bodies), 30)]
    counts += [(body.rows, 400) for body in shape.bodies]
    counts += [(body.seats + 1, 400) for body in shape.bodies]
    whole = all(isinstance(count, int) and 0 < count <= most for count, most in counts)
    return whole and all(body.voter in voters for body in shape.bodies)


def shape_of(
    found: Round, congress: Congress, regulation: Regulation, due: date | None
) -> Shape:
    """The shape of the form for one congress."""
    planned = {one.body: one for one in congress.elections}
    sized = {one.id for one in found.election.bodies}
    bodies = tuple(
        _body_shape(
            body,
            planned.get(body.id),
            found.election.why_surplus(body, regulation).text,
            own=body.id in sized,
        )
        for body in bodies_of(regulation, found, congress)
    )
    bases = regulation.bases
    rules = {"members": bases.members, "delegates": bases.delegates, MEETING: bases.meeting}
    return Shape(
        unit=found.unit(congress).full_name,
        term=str(found.term_of(congress)),
        office=found.receiving_office,
        due=short_date(due) if due else "",
        kind=str(congress.kind.value) if congress.kind else "",
        regulation=regulation.number,
        bodies=bodies,
        people=_people(bodies),
        ballots=BALLOTS,
        placements=PLACEMENTS,
        bands=regulation.age_bands,
        young_under=regulation.targets.young_under,
        age_month=_age_month(found, congress),
        less={name: tuple(str(one.value) for one in rule.less) for name, rule in rules.items()},
        surplus_max=regulation.surplus_max,
        decimals=regulation.share_decimals,
        cut=regulation.share_rounding.name == "CUT",
        why_limit=found.election.why_limit(regulation).text,
        base_sources={name: rule.source.text for name, rule in rules.items()},
    )


def _body_shape(
    body: Body, planned: PlannedElection | None, why_surplus: str, *, own: bool
) -> BodyShape:
    """A body; a table has the rows that its planned number needs, more where data says so."""
    number = max(planned.number or 0, planned.planned_size or 0) if planned else 0
    spare = SPARE_OF_POST if body.is_post else SPARE_ROWS
    needed = -(-3 * number // 2) + spare if number else 0
    return BodyShape(
        id=body.id,
        title=body.title,
        voter=body.elected_by.value,
        rows=max(body.rows, needed) if own or not needed else needed,
        expected=needed,
        drawn_from=body.drawn_from,
        surplus=body.surplus,
        why_surplus=why_surplus if body.surplus else "",
        is_post=body.is_post,
        is_delegation=body.is_delegation,
        seats=number,
    )


def _people(bodies: tuple[BodyShape, ...]) -> int:
    """Room for everybody on a list that is not drawn from another one."""
    needed = sum(body.rows for body in bodies if not body.drawn_from)
    return min(MOST_PEOPLE, max(FEWEST_PEOPLE, needed))


def _age_month(found: Round, congress: Congress) -> tuple[int, int] | None:
    tier = next((one for one in found.tiers if one.id == congress.tier), None)
    month: Month | None = (tier.age_month if tier else None) or found.election.age_month
    return (month.year, month.month) if month else None


def _sheet_name(title: str) -> str:
    """The title as a sheet may be called: cut at a word."""
    name = upper_first(_FORBIDDEN.sub(" ", title)).strip()
    if len(name) <= LONGEST_NAME:
        return name
    return name[: LONGEST_NAME + 1].rsplit(" ", 1)[0][:LONGEST_NAME].strip()


def _free(name: str, taken: list[str]) -> str:
    used = {one.casefold() for one in (*taken, *OUR_SHEETS)}
    found, number = name, 2
    while found.casefold() in used:
        found = f"{name[: LONGEST_NAME - 4].strip()} ({number})"
        number += 1
    return found


COVER, VOTERS, DELEGATES, PEOPLE = "Hướng dẫn", "Người bầu cử", "Đại biểu", "Nhân sự"
RESULTS, MAKEUP, CHECKS, CHARTS = "Kết quả", "Cơ cấu", "Kiểm tra", "Biểu đồ"
SORTING, WORKINGS, MEMBERS = "Thứ tự A B C", "Cách tính", "Thành viên"
OUR_SHEETS = (
    *(COVER, VOTERS, DELEGATES, PEOPLE, RESULTS, MAKEUP, CHECKS, CHARTS),
    *(SORTING, WORKINGS, MEMBERS, "vankien", "Danh mục chọn", "History"),
)
