"""Whole results built around what real congresses published: nothing in them is a fault.

Only figures are real (numbers elected, appointed, on the ballot, votes where printed); what
was not published is invented, and nobody has a real name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from fractions import Fraction
from typing import Any, cast

import pytest

from conftest import REFERENCE
from generator import sources
from generator.elections import Counted, bodies_of, counted, percent, surplus
from generator.errors import sentence
from generator.model import CongressKind, OrganizationKind, Purpose, Round, parse_time
from generator.model.election import Voter
from generator.rules import check_result
from generator.statistics import UnitSummary, summary
from results import MARK, modelled

Data = dict[str, Any]
ROUND = cast("Round", sources.load_round(REFERENCE).round)
CONGRESS = ROUND.congresses[0]
BODIES = tuple(body.id for body in sources.shipped_regulations().bodies)
BCH, BTV, BI_THU, PHO, UBKT, CHU_NHIEM, PHO_CN, DAI_BIEU, DU_KHUYET = BODIES
NOT_NOW = "không bầu lần này"
DELEGATES_CONGRESS = "đại hội đại biểu"


def names(count: int, first: int = 1) -> list[str]:
    return [f"Nguyễn Văn Thử {number:03}" for number in range(first, first + count)]


@dataclass
class Unit:
    """A congress as a case tells it: its day, its voters, what each body came to be."""

    day: str
    kind: str = DELEGATES_CONGRESS
    members: int = 2000
    convened: dict[Voter, int] = field(default_factory=dict)
    told: dict[str, Data] = field(default_factory=dict)
    standing: dict[str, str] = field(default_factory=dict)
    delegates: Data | None = None
    is_cell: bool = False
    direct: bool = False

    def elects(
        self, body: str, listed: list[str], number: int, voters: int, **more: Any
    ) -> list[str]:
        """The first names of the list win; each of the others has a tenth of the papers."""
        won = number + more.get("alternates", 0)
        few = voters // 10
        lost = -(-few * (len(listed) - won) // won)  # what the others' votes cost each of them
        votes = [
            voters - lost - (place >= number) if place < won else few
            for place in range(len(listed))
        ]
        self.told[body] = {
            "mode": "bầu",
            "ballots": [voted(number, voters)],
            "candidates": [
                {"name": name, "votes": [count]}
                for name, count in zip(listed, votes, strict=True)
            ],
            "counting_head": f"Lê Văn Đếm ({MARK})",
            "chair": f"Ngô Văn Chủ ({MARK})",
            **more,
        }
        return listed[:number]

    def appoints(self, body: str, who: list[str], kind: str = "chỉ định") -> list[str]:
        """Members without a vote; where nobody is elected beside them the body is appointed."""
        told = self.told.setdefault(body, {"mode": kind})
        decision = f"Quyết định số 1-QĐ/TU ({MARK})"
        told["placements"] = [
            {"name": name, "kind": kind, "decision": decision} for name in who
        ]
        return who

    def result(self) -> Data:
        """The whole result; a body that the case is silent of is not elected this time."""
        elections = [
            {"body": body, **self.told.get(body, {"mode": NOT_NOW})} for body in self.bodies
        ]
        used = {
            row["name"]
            for one in elections
            for row in (*one.get("candidates", ()), *one.get("placements", ()))
        }
        return {
            "kind": self.kind,
            "opened_on": self.day,
            "closed_on": self.day,
            "members": self.members,
            "assemblies": [
                {"voter": str(voter), "held_on": self.day, "convened": count}
                for voter, count in self.convened.items()
            ],
            "delegates": self.delegates,
            "people": [
                {"name": name, "born": "05/3/1980", "sex": "nam"}
                | ({"standing": self.standing[name]} if name in self.standing else {})
                for name in sorted(used)
            ],
            "elections": elections,
        }

    @property
    def bodies(self) -> tuple[str, ...]:
        """What such a unit elects: a cell has no standing committee."""
        return (BCH, BI_THU, PHO, DAI_BIEU, DU_KHUYET) if self.is_cell else BODIES

    @property
    def round(self) -> Round:
        """The round with the unit as the case has it."""
        kind = OrganizationKind.CHI_BO if self.is_cell else OrganizationKind.DANG_BO
        unit = ROUND.unit(CONGRESS).model_copy(update={"kind": kind})
        others = [one for one in ROUND.organizations if one.id != unit.id]
        return Round.model_construct(**{**dict(ROUND), "organizations": (unit, *others)})

    def counted(self) -> Counted:
        """The result under the regulation of its day."""
        time = parse_time(f"Ngày {self.day}")
        purposes = (Purpose.BAU_TRUC_TIEP_BI_THU,) if self.direct else ()
        known = {
            "time": time,
            "kind": CongressKind(self.kind),
            "purposes": purposes,
            "elections": (),
        }
        congress = CONGRESS.model_copy(update=known)
        day, month, year = map(int, self.day.split("/"))
        regulation = sources.shipped_regulations().on(date(year, month, day))
        bodies = bodies_of(regulation, self.round, congress)
        return counted(modelled(self.result()), congress, regulation, bodies)

    def summary(self) -> UnitSummary:
        """Its figures in the roll-up."""
        return summary(self.counted(), self.round)


def voted(number: int, voters: int) -> Data:
    papers = dict.fromkeys(("present", "issued", "returned", "valid"), voters)
    return {"number": number, "invalid": 0, **papers}


def first_meeting(unit: Unit, committee: list[str], secretary: str, sizes: Data) -> None:
    """Standing committee, secretary, deputies, inspection committee and its heads."""
    voters = len(committee)
    unit.convened[Voter.BAN_CHAP_HANH] = voters
    others = [name for name in committee if name != secretary]
    board = [secretary, *others][: sizes["board"] + 1]
    unit.elects(BTV, sorted(board), sizes["board"], voters)
    if not unit.direct:
        unit.elects(BI_THU, [secretary], 1, voters)
    unit.elects(PHO, others[: sizes["deputies"]], sizes["deputies"], voters)
    inspectors = others[-sizes["inspection"] :]
    unit.elects(UBKT, inspectors, sizes["inspection"], voters)
    unit.elects(CHU_NHIEM, inspectors[:1], 1, voters)
    unit.convened[Voter.UY_BAN_KIEM_TRA] = len(inspectors)
    unit.elects(PHO_CN, inspectors[1:2], 1, len(inspectors))


def ho_chi_minh_city() -> Unit:
    """61 elected and one appointed, who is elected secretary by all 62; 38 + 5 delegates."""
    unit = Unit("17/10/2020", convened={Voter.DAI_HOI: 444})
    committee = unit.elects(BCH, names(69), 61, 444, planned_size=62)
    secretary = unit.appoints(BCH, names(1, first=900))
    first_meeting(
        unit,
        [*committee, *secretary],
        secretary[0],
        {"board": 15, "deputies": 4, "inspection": 9},
    )
    unit.elects(DAI_BIEU, names(44), 38, 444, planned_size=43)
    unit.appoints(DAI_BIEU, names(5, first=910), "đương nhiên")
    unit.elects(DU_KHUYET, names(5, first=50), 4, 444)
    return unit


def hai_phong() -> Unit:
    """61 names for 53 seats, 37 of whom stood again."""
    unit = Unit("14/10/2020", convened={Voter.DAI_HOI: 346})
    listed = names(61)
    again = dict.fromkeys(listed[24:], "tái cử")
    unit.standing = dict.fromkeys(listed[:24], "tham gia lần đầu") | again
    committee = unit.elects(BCH, listed, 53, 346)
    sizes = {"board": 15, "deputies": 2, "inspection": 9}
    first_meeting(unit, committee, committee[0], sizes)
    return unit


def communist_review() -> Unit:
    """An agency: 17, 5, one, one, 4; nine delegates and one alternate, on one list here."""
    unit = Unit("27/6/2025", "đại hội đảng viên", members=150, convened={Voter.DAI_HOI: 148})
    committee = unit.elects(BCH, names(20), 17, 148, planned_size=17)
    first_meeting(unit, committee, committee[0], {"board": 5, "deputies": 1, "inspection": 4})
    unit.elects(DAI_BIEU, names(12), 9, 148, alternates=1)
    return unit


def con_dao() -> Unit:
    """Everything appointed before a congress of one day with 109 delegates; nobody votes."""
    unit = Unit("08/8/2025", members=697)
    committee = unit.appoints(BCH, names(25))
    unit.appoints(BTV, committee[:9])
    unit.appoints(BI_THU, committee[:1])
    unit.appoints(PHO, committee[1:3])
    inspectors = unit.appoints(UBKT, committee[10:14])
    unit.appoints(CHU_NHIEM, inspectors[:1])
    unit.appoints(PHO_CN, inspectors[1:2])
    unit.appoints(DAI_BIEU, committee[:10])
    unit.delegates = {"convened": 109, "present": 109, "appointed": 109}
    return unit


def hong_dan() -> Unit:
    """The congress elects 39 and, directly, the secretary; their meeting two deputies."""
    unit = Unit("05/6/2020", convened={Voter.DAI_HOI: 250}, direct=True)
    committee = unit.elects(BCH, names(45), 39, 250)
    unit.elects(BI_THU, committee[:1], 1, 250)
    sizes = {"board": 11, "deputies": 2, "inspection": 7}
    first_meeting(unit, committee, committee[0], sizes)
    return unit


def quang_tri() -> Unit:
    """A deputy secretary elected with 26 votes of 44; nothing else is elected."""
    unit = Unit("20/02/2025", convened={Voter.BAN_CHAP_HANH: 44})
    unit.elects(PHO, names(1), 1, 44)
    unit.told[PHO]["candidates"][0] |= {"votes": [26], "against": [18]}
    return unit


def only_delegates() -> Unit:
    """A congress that is not to elect its committee: two delegates from a list of three."""
    unit = Unit("20/02/2025", convened={Voter.DAI_HOI: 159})
    unit.elects(DAI_BIEU, names(3), 2, 159)
    return unit


def small_cell() -> Unit:
    """Eight members elect a secretary, and no committee."""
    unit = Unit(
        "20/02/2025",
        "đại hội đảng viên",
        members=8,
        convened={Voter.DAI_HOI: 8},
        is_cell=True,
    )
    unit.elects(BI_THU, names(1), 1, 8)
    return unit


UNITS = (
    *(ho_chi_minh_city, hai_phong, communist_review, con_dao, hong_dan, quang_tri),
    *(only_delegates, small_cell),
)


@pytest.mark.parametrize("make", UNITS, ids=lambda make: make.__name__)
def test_a_real_result_is_nobodys_fault(make: Any) -> None:
    unit = make()
    assert [sentence(one) for one in check_result(unit.counted(), unit.round)] == []


def test_sixty_one_elected_and_one_appointed_are_sixty_two() -> None:
    told = ho_chi_minh_city().counted()
    committee, secretary = told.tally(BCH), told.tally(BI_THU)
    assert committee is not None
    assert secretary is not None
    assert (len(committee.elected), len(committee.placed), committee.vacant) == (61, 1, 0)
    line = secretary.ballots[0].lines[0]
    assert (line.votes, secretary.base) == (62, 62)
    assert percent(Fraction(line.votes, secretary.base), 0) == "100"


def test_delegates_by_right_stand_beside_those_elected() -> None:
    figures = ho_chi_minh_city().summary().body(DAI_BIEU)
    assert figures is not None
    assert (figures.elected, figures.ex_officio, figures.vacant) == (38, 5, 0)
    assert figures.chosen.total == 38


def test_sixty_one_names_for_fifty_three_seats() -> None:
    figures = hai_phong().summary().body(BCH)
    assert figures is not None
    assert (figures.listed, figures.number, figures.surplus) == (61, 53, 8)
    assert percent(surplus(figures.listed, figures.number)) == "15,09"
    assert (figures.elected, figures.re_standing) == (53, 37)


def test_nine_delegates_and_an_alternate_of_one_list() -> None:
    found = communist_review().counted().tally(DAI_BIEU)
    assert found is not None
    assert (len(found.elected), found.alternates) == (9, (names(1, first=10)[0],))


def test_who_was_appointed_is_in_no_share() -> None:
    unit = con_dao().summary()
    committee = unit.body(BCH)
    assert committee is not None
    assert (committee.appointed, committee.elected, committee.chosen.total) == (25, 0, 0)
    assert {one.rounds for one in unit.bodies} == {0}


def test_a_secretary_elected_by_the_congress_is_told_as_such() -> None:
    unit = hong_dan().summary()
    secretary, deputy = unit.body(BI_THU), unit.body(PHO)
    assert secretary is not None
    assert deputy is not None
    assert (secretary.direct, secretary.votes.base) == (True, 250)
    assert (deputy.direct, deputy.votes.base) == (False, 39)


def test_fifty_nine_percent_elect_a_deputy() -> None:
    found = quang_tri().counted().tally(PHO)
    assert found is not None
    assert (len(found.elected), found.base) == (1, 44)
    assert percent(Fraction(26, found.base), 0) == "59"


def test_a_cell_elects_its_secretary_and_that_is_no_trial() -> None:
    unit = small_cell()
    secretary = unit.summary().body(BI_THU)
    assert secretary is not None
    assert (secretary.elected, secretary.direct, secretary.votes.base) == (1, False, 8)
    assert unit.counted().body(BCH).title == "chi ủy"
