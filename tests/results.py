"""Random results of a congress: one election alone, or a whole workbook's worth of them.

Nobody is real: names are plainly false and say so. A whole result breaks no rule; what the
random rounds of voting come to is counted by the program, and counted again by `plain_count`.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from generator.elections import NextStep, tally
from generator.model.election import (
    Ballot,
    BallotKind,
    Candidate,
    Election,
    Mode,
    Placement,
    Voter,
)
from generator.model.result import CongressResult
from generator.vietnamese import name_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.model.election import Body

Data = dict[str, Any]
MARK = "SỐ LIỆU THỬ"
ROUNDS = 3  # as many as a workbook takes
PLACEMENTS = 5
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Ngô", "Ân")
MIDDLE = ("Văn", "Thị", "Hữu", "Ngọc", "Minh", "Ánh", "")
GIVEN = ("Thử", "Mẫu", "Nháp", "Tạm", "Ví", "Giả", "Đặt", "Ướm", "Ảo", "Bịa", "Ẩn", "Ấn")


def _day(dice: random.Random, year: int) -> str:
    return f"{dice.randint(10, 28)}/{dice.randint(3, 12)}/{year}"


@st.composite
def elections(draw: st.DrawFn) -> tuple[Election, int]:
    """One election and its base: any numbers, few enough that ties are common.

    The rounds after the first may be sensible or not: whoever counts must not mind.
    """
    base = draw(st.integers(0, 12) | st.integers(50, 60))
    votes = st.integers(0, base) | st.integers(base // 2, min(base, base // 2 + 2))
    rounds = draw(st.integers(0, ROUNDS))
    names = draw(st.lists(st.sampled_from(range(20)), max_size=9, unique=True))
    placed = draw(st.lists(st.sampled_from(range(30, 34)), max_size=3, unique=True))
    later = st.sampled_from((BallotKind.BAU_TIEP, BallotKind.BANG_PHIEU))
    election = Election(
        body="ban-chap-hanh",
        mode=draw(st.sampled_from((Mode.BAU,) * 8 + (Mode.CHI_DINH, Mode.KHONG))),
        planned_size=draw(st.none() | st.integers(0, 12)),
        alternates=draw(st.none() | st.integers(0, 3)),
        ballots=tuple(
            _ballot(draw(later) if i else BallotKind.LAN_DAU, draw(st.integers(1, 6)), base)
            for i in range(rounds)
        ),
        candidates=tuple(
            Candidate(
                name=f"Người Thử {name}",
                votes=draw(_votes_over(votes, rounds)),
                settled=draw(st.integers(0, 4)) == 0,
            )
            for name in names
        ),
        placements=tuple(Placement(name=f"Người Thử {name}") for name in placed),
    )
    return election, base


def _votes_over(
    votes: st.SearchStrategy[int], rounds: int
) -> st.SearchStrategy[tuple[int | None, ...]]:
    """The votes of one name: usually in the first round, sometimes in those that follow."""
    first = st.one_of(votes, votes, votes, st.none())
    return st.tuples(*(first if not i else st.none() | votes for i in range(rounds)))


def _ballot(kind: BallotKind, number: int, present: int, invalid: int = 0) -> Ballot:
    return Ballot(
        kind=kind,
        number=number,
        present=present,
        issued=present,
        returned=present,
        valid=present - invalid,
        invalid=invalid,
    )


@dataclass(frozen=True, slots=True)
class Frame:
    """What a random result is made for: bodies, kind of congress, days, bands of age.

    `sized` are the bodies whose planned size is always told.
    """

    bodies: tuple[Body, ...]
    of_members: bool = False
    opened_on: str = "20/02/2025"
    closed_on: str = "21/02/2025"
    bands: int = 3
    sized: frozenset[str] = frozenset()


@dataclass(slots=True)
class _Maker:
    """What makes a whole result: its dice, the people made so far, who is in which body."""

    dice: random.Random
    people: dict[str, Data] = field(default_factory=dict)
    members: dict[str, list[str]] = field(default_factory=dict)
    assemblies: dict[Voter, Data] = field(default_factory=dict)
    told: list[Data] = field(default_factory=list)
    seats: dict[str, int] = field(default_factory=dict)
    sized: frozenset[str] = frozenset()

    def person(self) -> str:
        """Somebody new, with everything or nearly nothing told of them."""
        dice = self.dice
        while True:
            parts = (dice.choice(FAMILIES), dice.choice(MIDDLE), dice.choice(GIVEN))
            name = " ".join(part for part in parts if part)
            if name not in self.people:
                break
        year = dice.randint(1960, 1998)
        told = {
            "name": name,
            "born": dice.choice((_day(dice, year), str(year))),
            "sex": dice.choice(("nam", "nam", "nữ")),
            "ethnicity": dice.choice(("Kinh", "Kinh", "Kinh", "Khmer", "Chăm", "Hoa")),
            "hometown": MARK,
            "position": dice.choice((None, "cán bộ thử")),
            "joined_on": dice.choice((None, _day(dice, year + 20))),
            "degree": dice.choice((None, "đại học", "đại học", "thạc sĩ", "cao đẳng")),
            "academic_title": dice.choice((*(None,) * 9, "phó giáo sư")),
            "political_education": dice.choice((None, "sơ cấp", "trung cấp", "cao cấp")),
            "standing": dice.choice((None, "tái cử", "tái cử", "tham gia lần đầu")),
            "is_local": dice.choice((None, True, False)),
        }
        self.people[name] = {key: value for key, value in told.items() if value is not None}
        return name

    def sample(self, body: Body, count: int) -> list[str]:
        """Names for a list: from the body it is drawn from, or old and new ones."""
        if body.drawn_from:
            return self.dice.sample(self.pool(body), count)
        known = [name for name in self.people if name not in self.barred(body)]
        old = self.dice.randint(0, min(len(known), count))
        return [*self.dice.sample(known, old), *(self.person() for _ in range(count - old))]

    def pool(self, body: Body) -> list[str]:
        """Who may be on the list of a body that is drawn from another."""
        members = self.members.get(body.drawn_from or "", [])
        return [name for name in members if name not in self.barred(body)]

    def barred(self, body: Body) -> list[str]:
        """Who holds a post that excludes this one."""
        return self.members.get(EXCLUDED_BY.get(body.id, ""), [])


EXCLUDED_BY = {
    "pho-bi-thu": "bi-thu",
    "pho-chu-nhiem": "chu-nhiem",
    "dai-bieu-du-khuyet": "dai-bieu",
}
SINGLE = ("bi-thu", "chu-nhiem")
MEETS = {Voter.BAN_CHAP_HANH: "ban-chap-hanh", Voter.UY_BAN_KIEM_TRA: "uy-ban-kiem-tra"}


def random_result(dice: random.Random, frame: Frame) -> Data:
    """A whole result as plain data: no rule broken, everything else open."""
    maker = _Maker(dice, sized=frame.sized)
    maker.assemblies[Voter.DAI_HOI] = _congress(dice, of_members=frame.of_members)
    found = [_election(maker, body) for body in frame.bodies]
    voters = {body.elected_by for body in frame.bodies} | {Voter.DAI_HOI}
    assemblies = [
        one for voter, one in maker.assemblies.items() if voter in voters and one["convened"]
    ]
    convened = maker.assemblies[Voter.DAI_HOI]["convened"]
    return {
        "kind": "đại hội đảng viên" if frame.of_members else "đại hội đại biểu",
        "opened_on": frame.opened_on,
        "closed_on": frame.closed_on,
        "members": convened + dice.randint(0, 3) if frame.of_members else convened + 200,
        "prepared_by": f"Trần Thị Thử ({MARK})",
        "phone": "000",
        "assemblies": [{**one, "held_on": frame.closed_on} for one in assemblies],
        "delegates": _delegates(dice, convened, frame),
        "people": sorted(maker.people.values(), key=lambda one: name_key(one["name"])),
        "elections": found,
    }


def results(frame: Frame) -> st.SearchStrategy[Data]:
    """Whole results for a frame."""
    return st.integers(0, 2**32).map(
        lambda seed: random_result(random.Random(seed), frame)  # noqa: S311 - no secret
    )


def modelled(data: Data, congress: str = "tan-lap") -> CongressResult:
    """The data as the model has it."""
    return CongressResult.model_validate({**data, "congress": congress})


def _congress(dice: random.Random, *, of_members: bool) -> Data:
    less = ("moved", "suspended", "excused") if of_members else ("conveners_absent",)
    convened = dice.choice((dice.randint(9, 30), dice.randint(60, 160)))
    taken = {name: dice.choice((0, 0, 1, 2)) for name in less}
    return {"voter": str(Voter.DAI_HOI), "convened": convened, **taken}


def _assembly(maker: _Maker, voter: Voter) -> Data:
    """Those who vote: the congress, or all the members of the body that meets."""
    if voter not in maker.assemblies:
        convened = len(maker.members.get(MEETS[voter], []))
        excused = maker.dice.choice((0, 0, 1)) if convened > 2 else 0
        told = {"voter": str(voter), "convened": convened, "excused": excused}
        maker.assemblies[voter] = told
    return maker.assemblies[voter]


def _base(assembly: Data) -> int:
    names = ("moved", "suspended", "excused", "conveners_absent", "not_replaced")
    base: int = assembly["convened"] - sum(assembly.get(name, 0) for name in names)
    return base


def _election(maker: _Maker, body: Body) -> Data:
    """One body: elected in up to three rounds, appointed, or not at all this time."""
    dice, base = maker.dice, _base(_assembly(maker, body.elected_by))
    most = min(body.rows, 14, len(maker.pool(body)) if body.drawn_from else 14)
    told: Data = {"body": body.id, "mode": str(Mode.KHONG)}
    if body.id in maker.sized:
        told["planned_size"] = dice.randint(0, 3)
    maker.members[body.id] = []
    common = any(one["body"] == "dai-bieu" and one.get("alternates") for one in maker.told)
    maker.told.append(told)
    if most < 1 + body.surplus or (common and body.id == "dai-bieu-du-khuyet"):
        return told
    chance = dice.random()
    if chance < 0.05 and body.id != "ban-chap-hanh":
        return told
    if chance < 0.12 or not base:
        _appoint(maker, body, told, dice.randint(1, min(PLACEMENTS, most)))
        told["mode"] = str(Mode.CHI_DINH)
    else:
        told |= _voted(maker, body, base, most)
        if body.id not in SINGLE and dice.random() < 0.15:
            _appoint(maker, body, told, dice.randint(1, 2))
    told["planned_size"] = _planned_size(maker, body)
    return told


def _planned_size(maker: _Maker, body: Body) -> int | None:
    """At least the seats and the members; told anew where the round has planned one."""
    size = max(maker.seats.get(body.id, 0), len(maker.members[body.id]))
    more = maker.dice.choice((0, 1, 2) if body.id in maker.sized else (None, 0, 1, 2))
    return None if more is None else size + more


def _appoint(maker: _Maker, body: Body, told: Data, count: int) -> None:
    """Some members by a decision, of those who may be, none of those who were voted on."""
    listed = [one["name"] for one in told.get("candidates", [])]
    if body.drawn_from:
        free = [name for name in maker.pool(body) if name not in listed]
    else:
        free = [maker.person() for _ in range(count)]
    names = free[: 1 if body.id in SINGLE else count]
    told["placements"] = [
        {"name": name, "kind": "chỉ định", "decision": f"Quyết định số 1-QĐ/ĐU ({MARK})"}
        for name in names
    ]
    maker.members[body.id] += names


def _voted(maker: _Maker, body: Body, base: int, most: int) -> Data:
    dice = maker.dice
    seats = 1 if body.id in SINGLE else dice.randint(1, most - body.surplus)
    spare = dice.choice((0, 0, 1, 2)) if body.id == "dai-bieu" else 0
    spare = min(spare, most - seats)
    over = (
        dice.randint(1, max(1, seats * 30 // 100)) if body.surplus else dice.choice((0, 0, 1))
    )
    listed = min(seats + spare + over, most)
    names = sorted(maker.sample(body, listed), key=name_key)
    election = Election(
        body=body.id,
        mode=Mode.BAU,
        alternates=spare or None,
        candidates=tuple(Candidate(name=name) for name in names),
        counting_head=f"Lê Văn Đếm ({MARK})",
        counting_members=f"Võ Thị Đếm ({MARK})",
        chair=f"Ngô Văn Chủ ({MARK})",
    )
    election = _vote(dice, election, names, (BallotKind.LAN_DAU, seats), base)
    for _ in range(ROUNDS - 1):
        election = _again(dice, election, base)
    found = tally(election, base)
    maker.members[body.id] = [*found.elected]
    maker.seats[body.id] = seats
    return election.model_dump(mode="json", exclude_defaults=True, exclude={"body"})


def _again(dice: random.Random, election: Election, base: int) -> Election:
    """The next round of voting, where one is needed and the dice say that it is held."""
    found = tally(election, base)
    last = found.ballots[-1]
    if found.tied and dice.random() < 0.6:
        kind = (BallotKind.BANG_PHIEU, last.tied_seats)
        return _vote(dice, election, found.tied, kind, base)
    if found.tied and dice.random() < 0.6:
        taken = dice.sample(found.tied, last.tied_seats)
        return _marked(election, taken)
    left = [one.name for one in election.candidates if one.name not in found.elected]
    further = found.step is NextStep.BAU_TIEP and len(left) >= found.unfilled
    if further and dice.random() < 0.6:
        return _vote(dice, election, left, (BallotKind.BAU_TIEP, found.unfilled), base)
    return election


def _marked(election: Election, taken: Sequence[str]) -> Election:
    marked = [
        one.model_copy(update={"settled": True}) if one.name in taken else one
        for one in election.candidates
    ]
    return election.model_copy(update={"candidates": tuple(marked)})


def _vote(
    dice: random.Random,
    election: Election,
    names: Sequence[str],
    kind: tuple[BallotKind, int],
    base: int,
) -> Election:
    """One more round of voting among the names."""
    present = dice.randint(max(1, base * 4 // 5), base)
    invalid = dice.choice((*(0,) * 6, 1, 2, present))
    ballot = _ballot(*kind, present, min(invalid, present))
    seats = kind[1] + (election.alternates or 0 if kind[0] is BallotKind.LAN_DAU else 0)
    votes = _votes_cast(dice, names, ballot.valid, seats)
    boxes = len(names) == kind[1] and dice.random() < 0.5
    told = tuple(
        one.model_copy(
            update={
                "votes": (*one.votes, votes.get(one.name)),
                "against": (
                    *one.against,
                    ballot.valid - votes[one.name] if boxes and one.name in votes else None,
                ),
            }
        )
        for one in election.candidates
    )
    ballots = (*election.ballots, _reasoned(ballot))
    return election.model_copy(update={"ballots": ballots, "candidates": told})


def _reasoned(ballot: Ballot) -> Ballot:
    reason = f"gạch tên ({MARK})" if ballot.invalid else None
    return ballot.model_copy(update={"invalid_reason": reason})


def _votes_cast(
    dice: random.Random, names: Iterable[str], valid: int, seats: int
) -> dict[str, int]:
    """Votes for each name that fit on the papers; often two that are equal."""
    low = dice.choice((0, valid // 2, valid * 2 // 3, valid * 4 // 5))
    votes = {name: dice.randint(low, valid) for name in names}
    while sum(votes.values()) > valid * seats:
        name = dice.choice([name for name in votes if votes[name]])
        votes[name] -= dice.randint(1, votes[name])
    if dice.random() < 0.4 and len(votes) > 1:
        ranked = sorted(votes, key=lambda name: votes[name], reverse=True)
        place = min(seats, len(ranked) - 1)
        votes[ranked[place - 1]] = votes[ranked[place]]
    return votes


def _delegates(dice: random.Random, convened: int, frame: Frame) -> Data:
    present = dice.randint(convened * 9 // 10, convened)
    women, guests = dice.randint(0, present), dice.randint(0, convened // 3)
    bands = [dice.randint(0, present // frame.bands) for _ in range(frame.bands - 1)]
    told = {
        "convened": convened,
        "present": present,
        "men": present - women,
        "women": women,
        "minorities": dice.randint(0, present),
        "age_bands": [*bands, present - sum(bands)],
        "university": convened // 2,
        "postgraduate": dice.randint(0, convened // 3),
    }
    origin = {"ex_officio": guests, "elected": convened - guests, "appointed": 0}
    return told if frame.of_members else told | origin


AN, BINH, CUONG = "Lê Thử An", "Ngô Thử Bình", "Võ Thử Cường"
DUNG, GIANG, HAI = "Bùi Thử Dung", "Đỗ Thử Giang", "Hồ Thử Hải"


def hand_made() -> Data:
    """A small result of a congress of delegates in which everything adds up."""
    committee = {AN: 105, BINH: 100, CUONG: 98, DUNG: 95, GIANG: 90, HAI: 40}
    return {
        "kind": "đại hội đại biểu",
        "opened_on": "20/02/2025",
        "closed_on": "21/02/2025",
        "members": 238,
        "prepared_by": f"Trần Thị Thử ({MARK})",
        "phone": "000",
        "assemblies": [
            {"voter": str(Voter.DAI_HOI), "held_on": "21/02/2025", "convened": 111},
            {"voter": str(Voter.BAN_CHAP_HANH), "held_on": "21/02/2025", "convened": 5},
            {"voter": str(Voter.UY_BAN_KIEM_TRA), "held_on": "21/02/2025", "convened": 3},
        ],
        "delegates": {
            "convened": 111,
            "present": 110,
            "ex_officio": 15,
            "elected": 96,
            "appointed": 0,
            "men": 80,
            "women": 30,
            "minorities": 4,
            "age_bands": [30, 50, 30],
            "university": 70,
            "postgraduate": 5,
            "politics_primary": 10,
            "politics_intermediate": 60,
            "politics_advanced": 12,
        },
        "people": [
            {
                "name": name,
                "born": "05/3/1980",
                "sex": "nữ" if name == DUNG else "nam",
                "joined_on": "03/02/2005",
                "position": MARK,
            }
            for name in committee
        ],
        "elections": [
            _held("ban-chap-hanh", 5, 110, committee, invalid=1),
            _held("ban-thuong-vu", 2, 5, {AN: 5, BINH: 4, CUONG: 1}),
            _held("bi-thu", 1, 5, {AN: 5}),
            _held("pho-bi-thu", 1, 5, {BINH: 4}),
            _held("uy-ban-kiem-tra", 3, 5, {CUONG: 5, DUNG: 5, HAI: 4}),
            _held("chu-nhiem", 1, 5, {CUONG: 5}),
            _held("pho-chu-nhiem", 1, 3, {DUNG: 3}),
            _held("dai-bieu", 2, 110, {AN: 100, BINH: 90, CUONG: 20}),
            {"body": "dai-bieu-du-khuyet", "mode": str(Mode.KHONG)},
        ],
    }


def _held(
    body: str, number: int, present: int, votes: dict[str, int], invalid: int = 0
) -> Data:
    ballot = _reasoned(_ballot(BallotKind.LAN_DAU, number, present, invalid))
    return {
        "body": body,
        "mode": str(Mode.BAU),
        "planned_size": number,
        "ballots": [ballot.model_dump(mode="json")],
        "candidates": [{"name": name, "votes": [told]} for name, told in votes.items()],
        "counting_head": f"Lê Văn Đếm ({MARK})",
        "chair": f"Ngô Văn Chủ ({MARK})",
    }
