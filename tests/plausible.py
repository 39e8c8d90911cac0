"""Invented but plausible results of a congress: false names, the same each time."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from generator.elections.bodies import CELL_COMMITTEE
from generator.model import CongressKind
from generator.model.election import Voter
from generator.vietnamese import name_key, short_date

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from generator.model import Congress
    from generator.model.election import Body

MARK = "SỐ LIỆU THỬ"
FAMILIES = ("Nguyễn", "Trần", "Lê", "Phạm", "Huỳnh", "Võ", "Đặng", "Bùi", "Đỗ", "Ngô")
GIVEN = ("Thử", "Mẫu", "Nháp", "Tạm", "Ví", "Giả", "Đặt", "Ướm", "Ảo", "Bịa")
SEATS = {
    "ban-chap-hanh": 15,
    "ban-thuong-vu": 5,
    "pho-bi-thu": 2,
    "uy-ban-kiem-tra": 5,
    "dai-bieu": 8,
    "dai-bieu-du-khuyet": 1,
}
CELL_SEATS = 5
Data = dict[str, Any]


@dataclass(slots=True)
class Inventor:
    """What invents a result: its dice, the names already used, the people already made."""

    dice: random.Random
    people: dict[str, Data] = field(default_factory=dict)

    def person(self) -> str:
        """Somebody new, with everything that the breakdowns need."""
        woman = self.dice.random() < 0.3
        while True:
            middle = self.dice.choice(("Thị", "Ngọc") if woman else ("Văn", "Hữu", "Minh"))
            name = f"{self.dice.choice(FAMILIES)} {middle} {self.dice.choice(GIVEN)}"
            if name not in self.people:
                break
        born = self.dice.randint(1967, 1995)
        self.people[name] = {
            "name": name,
            "born": f"{self.dice.randint(10, 28)}/{self.dice.randint(3, 12)}/{born}",
            "sex": "nữ" if woman else "nam",
            "ethnicity": self.dice.choice(("Kinh",) * 6 + ("Khmer", "Chăm")),
            "hometown": MARK,
            "position": f"{MARK}: cán bộ",
            "joined_on": f"{self.dice.randint(10, 28)}/{self.dice.randint(3, 12)}/{born + 24}",
            "degree": self.dice.choice(("đại học",) * 4 + ("thạc sĩ", "cao đẳng")),
            "political_education": self.dice.choice(("trung cấp", "trung cấp", "cao cấp")),
            "standing": "tái cử" if self.dice.random() < 0.7 else "tham gia lần đầu",
            "is_local": "có",
        }
        return name

    def votes(self, listed: int, seats: int, valid: int) -> list[int]:
        """Votes for a list, those elected first: well above half, the others well below."""
        winners = sorted(
            (self.dice.randint(int(valid * 0.8), valid - 1) for _ in range(seats)), reverse=True
        )
        losers = [self.dice.randint(1, max(1, valid // 4)) for _ in range(listed - seats)]
        room = valid * seats - sum(winners)
        return [*winners, *(min(one, max(0, room // (listed - seats))) for one in losers)]


def plausible(
    congress: Congress, bodies: Iterable[Body], opened: date, closed: date, seed: int = 0
) -> Data:
    """The data of a whole result, as a clerk would type it: every body elected, no tie."""
    inventor = Inventor(random.Random(f"{congress.organization}-{seed}"))  # noqa: S311 - no secret
    of_members = congress.kind is CongressKind.DANG_VIEN
    convened = 46 if of_members else 111
    elections: list[Data] = []
    members: dict[str, list[str]] = {}
    posts: list[str] = []
    for body in bodies:
        pool = [one for one in members.get(body.drawn_from or "", []) if one not in posts]
        electing = members.get("ban-chap-hanh", [])
        voters = convened if body.elected_by is Voter.DAI_HOI else len(electing)
        if body.elected_by is Voter.UY_BAN_KIEM_TRA:
            voters = len(members["uy-ban-kiem-tra"])
        one = _election(inventor, congress, body, (pool, voters))
        members[body.id] = one.pop("elected")
        posts += members[body.id] if body.is_post else []
        elections.append(one)
    result = {
        "kind": str(congress.kind or CongressKind.DAI_BIEU),
        "opened_on": short_date(opened),
        "closed_on": short_date(closed),
        "members": 46 if of_members else 238,
        "prepared_by": f"Trần Thị Thử ({MARK})",
        "phone": "000",
        "assemblies": list(_assemblies(bodies, members, convened, closed)),
        "people": sorted(inventor.people.values(), key=lambda one: name_key(one["name"])),
        "elections": elections,
    }
    return result | {"delegates": _delegates(convened, of_members=of_members)}


def _election(
    inventor: Inventor, congress: Congress, body: Body, among: tuple[list[str], int]
) -> Data:
    pool, voters = among
    planned = {one.body: one.number for one in congress.elections}.get(body.id)
    usual = CELL_SEATS if body.title == CELL_COMMITTEE else SEATS.get(body.id, 1)
    seats = min(planned or usual, len(pool) or 99)
    listed = seats + (max(1, seats // 7) if seats > 2 else 0)
    names = pool[:listed] if pool else [inventor.person() for _ in range(listed)]
    names += [inventor.person() for _ in range(listed - len(names))] if not pool else []
    present = max(1, voters - 1) if voters > 20 else voters
    valid = present - (1 if voters > 20 else 0)
    votes = dict(
        zip(names, inventor.votes(len(names), min(seats, len(names)), valid), strict=True)
    )
    in_order = sorted(names, key=name_key)
    return {
        "body": body.id,
        "mode": "bầu",
        "planned_size": seats,
        "ballots": [
            {
                "kind": "lần đầu",
                "number": seats,
                "present": present,
                "issued": present,
                "returned": present,
                "valid": valid,
                "invalid": present - valid,
                **({"invalid_reason": f"bầu quá số lượng ({MARK})"} if present > valid else {}),
            }
        ],
        "candidates": [
            {"name": n, "nominated_by": "cấp ủy triệu tập giới thiệu", "votes": [votes[n]]}
            for n in in_order
        ],
        "counting_head": f"Lê Văn Thử ({MARK})",
        "counting_members": f"Võ Thị Thử ({MARK})",
        "chair": f"Ngô Văn Thử ({MARK})",
        "elected": names[:seats],
    }


def _assemblies(
    bodies: Iterable[Body], members: dict[str, list[str]], convened: int, day: date
) -> Iterable[Data]:
    counts = {
        Voter.DAI_HOI: convened,
        Voter.BAN_CHAP_HANH: len(members.get("ban-chap-hanh", [])),
        Voter.UY_BAN_KIEM_TRA: len(members.get("uy-ban-kiem-tra", [])),
    }
    for voter in dict.fromkeys(body.elected_by for body in bodies):
        yield {"voter": str(voter), "held_on": short_date(day), "convened": counts[voter]}


def _delegates(convened: int, *, of_members: bool) -> Data:
    present = convened - 1
    women, young = present // 3, present // 4
    found = {
        "convened": convened,
        "present": present,
        "men": present - women,
        "women": women,
        "minorities": 3,
        "age_bands": [young, present - 2 * young, young],
        "university": convened // 2,
        "postgraduate": 4,
        "politics_primary": 5,
        "politics_intermediate": convened // 2,
        "politics_advanced": 6,
        "youngest": f"Bùi Thị Thử, sinh năm 2001 ({MARK})",
        "oldest": f"Đỗ Văn Thử, sinh năm 1950 ({MARK})",
    }
    from_below = {"ex_officio": 15, "elected": convened - 15, "appointed": 0}
    return found if of_members else found | from_below


def with_second_ballot(data: Data, body: str) -> Data:
    """The result in which one seat of a body stayed empty and was filled by a second vote."""
    election = _election_of(data, body)
    first = election["ballots"][0]
    ranked = sorted(election["candidates"], key=lambda one: -one["votes"][0])
    last, others = ranked[first["number"] - 1], ranked[first["number"] :]
    last["votes"] = [first["valid"] // 3, first["valid"] * 2 // 3]
    for one in others:
        one["votes"] = [*one["votes"], first["valid"] // 10]
    second = {**first, "kind": "bầu tiếp cho đủ số lượng", "number": 1}
    election["ballots"].append(second)
    return data


def with_tie(data: Data, body: str) -> Data:
    """The result in which two tied for the last seat of a body and were voted on again."""
    election = _election_of(data, body)
    first = election["ballots"][0]
    seats = first["number"]
    ranked = sorted(election["candidates"], key=lambda one: -one["votes"][0])
    level = first["valid"] * 6 // 10
    for one in ranked[: seats - 1]:
        one["votes"] = [min(one["votes"][0], first["valid"] * 9 // 10)]
    for number, one in enumerate(ranked[seats - 1 : seats + 1]):
        one["votes"] = [level, first["valid"] * (5 - number) // 10]
    again = {**first, "kind": "bầu lại giữa những người bằng phiếu", "number": 1}
    election["ballots"].append(again)
    return data


def with_appointed(data: Data, body: str) -> Data:
    """The result in which somebody was appointed to a body beside those elected."""
    election = _election_of(data, body)
    appointed = {**data["people"][0], "name": "Trịnh Văn Chỉ Định", "standing": "tái cử"}
    data["people"].append(appointed)
    election["planned_size"] += 1
    decision = f"Quyết định số 12-QĐ/ĐU, ngày 02/11/2026 ({MARK})"
    meeting = next(
        one for one in data["assemblies"] if one["voter"] == str(Voter.BAN_CHAP_HANH)
    )
    meeting["convened"] += 1
    meeting["excused"] = 1
    placed = {"name": appointed["name"], "kind": "chỉ định", "decision": decision}
    election["placements"] = [placed]
    return data


def _election_of(data: Data, body: str) -> Data:
    return next(one for one in data["elections"] if one["body"] == body)
