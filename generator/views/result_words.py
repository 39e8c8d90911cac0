"""How results of elections are said: who elects, what, held against whom, by how much."""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

from generator.elections import Verdict, percent, share
from generator.model import CongressKind
from generator.model.election import Voter
from generator.vietnamese import decimal, two_digits, upper_first

if TYPE_CHECKING:
    from generator.elections import BallotTally, Counted, Line, Tally
    from generator.model import Congress
    from generator.model.election import Body
    from generator.model.regulation import Regulation

# the titles of bodies as sentences write them
_CAPITALS = {
    "ban chấp hành": "Ban Chấp hành",
    "ban thường vụ": "Ban Thường vụ",
    "ủy ban kiểm tra": "Ủy ban Kiểm tra",
}
SESSIONS = {
    Voter.DAI_HOI: "Đại hội",
    Voter.BAN_CHAP_HANH: "Hội nghị lần thứ nhất Ban Chấp hành",
    Voter.UY_BAN_KIEM_TRA: "Hội nghị lần thứ nhất Ủy ban Kiểm tra",
}
_OF_MEETINGS = {
    Voter.BAN_CHAP_HANH: "ủy viên Ban Chấp hành",
    Voter.UY_BAN_KIEM_TRA: "ủy viên Ủy ban Kiểm tra",
}
_OF_CONGRESSES = {CongressKind.DANG_VIEN: "đảng viên", CongressKind.DAI_BIEU: "đại biểu"}
_RESULTS = {
    Verdict.TRUNG_CU: "Trúng cử",
    Verdict.DU_KHUYET: "Trúng cử dự khuyết",
    Verdict.BANG_PHIEU: "Bằng phiếu",
    Verdict.HET_SO_LUONG: "Không trúng cử (quá nửa, ngoài số lượng bầu)",
    Verdict.KHONG_QUA_NUA: "Không trúng cử",
    Verdict.IT_PHIEU_HON: "Không trúng cử (ít phiếu hơn)",
}
SMALL = 10
_ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười")


def numeral(count: int) -> str:
    """A count as sentences print it, below ten with a zero (custom): "05", "1.298".

    >>> numeral(0), numeral(5), numeral(1298)
    ('0', '05', '1.298')
    """
    return two_digits(count) if 0 < count < SMALL else decimal(Fraction(count), 0)


def name_of(body: Body) -> str:
    """A body as sentences write it: "Ban Chấp hành", "chủ nhiệm Ủy ban Kiểm tra"."""
    return in_capitals(body.title)


def in_capitals(title: str) -> str:
    """The title of a body with the capitals of its name, at the start of a line too.

    >>> in_capitals("Phó chủ nhiệm ủy ban kiểm tra"), in_capitals("Ban thường vụ")
    ('Phó chủ nhiệm Ủy ban Kiểm tra', 'Ban Thường vụ')
    """
    for plain, written in _CAPITALS.items():
        title = title.replace(plain, written).replace(upper_first(plain), written)
    return title


def voters(congress: Congress, voter: Voter, counted: Counted | None = None) -> str:
    """Those who vote: "đại biểu", "đảng viên", "ủy viên Ban Chấp hành"."""
    kind = (counted.result.kind if counted else None) or congress.kind
    in_congress = _OF_CONGRESSES[kind] if kind else "người"
    return _OF_MEETINGS.get(voter, in_congress)


def against_whom(congress: Congress, voter: Voter, counted: Counted | None = None) -> str:
    """The base of a share, said: "so với số đại biểu được triệu tập".

    Where the regulation takes somebody off, the number itself is said. Before the congress
    nobody knows: the heading of a skeleton, which is not changed later, is right for both.
    """
    noun = voters(congress, voter, counted)
    if counted is None:
        return f"so với số {noun} làm cơ sở tính kết quả"
    base = _smaller_base(counted, voter)
    if base is not None:
        return f"so với {numeral(base)} {noun} làm cơ sở tính kết quả"
    return f"so với số {noun} được triệu tập"


def _smaller_base(counted: Counted, voter: Voter) -> int | None:
    """The base of a majority where it is not the number convened."""
    assembly = counted.result.assembly(voter)
    bases = (one.base for one in counted.tallies if counted.body(one.body).elected_by is voter)
    base = next(bases, None)
    return base if assembly and base and base != assembly.convened else None


def figure(part: Fraction | None, regulation: Regulation) -> str:
    """A share as tables print it: "98,20"."""
    return percent(part, regulation.share_decimals, regulation.share_rounding)


def in_text(part: Fraction | None, regulation: Regulation) -> str:
    """A share as sentences print it: "98,20%"."""
    printed = figure(part, regulation)
    return f"{printed}%" if printed else ""


def share_of(votes: int, ballot: BallotTally, regulation: Regulation) -> str:
    """The votes of one name as a share of the base of its round of voting."""
    return figure(share(votes, ballot.base), regulation)


def result_of(line: Line, ballot: BallotTally, tally: Tally) -> str:
    """What became of a name in a round of voting."""
    said = _RESULTS[line.verdict]
    if line.verdict is Verdict.BANG_PHIEU:
        return _of_a_tie(line, ballot, tally)
    if line.verdict is Verdict.KHONG_QUA_NUA and line.missing:
        return f"{said}, thiếu {line.missing} phiếu"
    return said


def _of_a_tie(line: Line, ballot: BallotTally, tally: Tally) -> str:
    if ballot.number + 1 < len(tally.ballots):
        return "Bằng phiếu, bầu lại"
    if line.name in (*tally.elected, *tally.alternates):
        return "Bằng phiếu, được công nhận trúng cử"
    return "Bằng phiếu" if tally.tied else "Bằng phiếu, không trúng cử"


def in_all(tally: Tally) -> str:
    """How many were elected over all rounds of voting."""
    spare = len(tally.alternates)
    more = f", dự khuyết {numeral(spare)} đồng chí" if spare else ""
    of = f"số lượng bầu {numeral(tally.seats)} đồng chí"
    return f"Tổng số trúng cử: {numeral(len(tally.elected))} đồng chí{more} ({of})."


def time_of_voting(number: int) -> str:
    """A round of voting, counted from 0: "lần thứ nhất"."""
    return f"lần thứ {_ORDINALS[number]}" if number < len(_ORDINALS) else f"lần {number + 1}"


def ballot_heading(ballot: BallotTally) -> str:
    """What a round of voting was for: "Bầu lần thứ hai: bầu tiếp cho đủ số lượng"."""
    what = "" if ballot.number == 0 else f": {ballot.kind}"
    return f"Bầu {time_of_voting(ballot.number)}{what}"
