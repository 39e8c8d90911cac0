"""What counting a vote gives: a line a name, a tally a round of voting, a tally an election."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from generator.model.election import BallotKind


class Verdict(StrEnum):
    """What a round of voting means for one name."""

    TRUNG_CU = "trúng cử"
    DU_KHUYET = "trúng cử dự khuyết"
    BANG_PHIEU = "bằng phiếu"
    HET_SO_LUONG = "quá nửa, ngoài số lượng bầu"
    KHONG_QUA_NUA = "không quá nửa"
    IT_PHIEU_HON = "ít phiếu hơn"


class NextStep(StrEnum):
    """What is left to do after the rounds of voting that were held."""

    XONG = "xong"
    BAU_LAI_BANG_PHIEU = "bầu lại giữa những người bằng phiếu"
    QUYET_DINH_BANG_PHIEU = "quyết định về những người vẫn bằng phiếu"
    BAU_TIEP = "bầu tiếp, hoặc quyết định không bầu tiếp"


@dataclass(frozen=True, slots=True)
class Line:
    """One name in one round of voting, in the order of the list.

    `missing` is by how many votes it fell short of more than half, 0 where it did not.
    """

    name: str
    votes: int
    against: int | None
    missing: int
    verdict: Verdict


@dataclass(frozen=True, slots=True)
class BallotTally:
    """One round of voting, counted; names who are elected stand high to low."""

    number: int
    kind: BallotKind
    seats: int
    base: int
    lines: tuple[Line, ...]
    elected: tuple[str, ...]
    alternates: tuple[str, ...]
    tied: tuple[str, ...]
    tied_seats: int


@dataclass(frozen=True, slots=True)
class Tally:
    """An election, counted over its rounds of voting.

    `unfilled` are the seats that nobody won; `vacant` is what the planned size still lacks
    after elected and appointed, None where no planned size is known.
    """

    body: str
    base: int
    ballots: tuple[BallotTally, ...] = ()
    elected: tuple[str, ...] = ()
    alternates: tuple[str, ...] = ()
    placed: tuple[str, ...] = ()
    seats: int = 0
    unfilled: int = 0
    vacant: int | None = None
    tied: tuple[str, ...] = ()
    step: NextStep = NextStep.XONG
    members: tuple[str, ...] = ()

    @property
    def listed(self) -> int:
        """How many names stood on the list of the first round of voting."""
        return len(self.ballots[0].lines) if self.ballots else 0
