"""An election: which body or post, who elects it, the ballots, the votes for each name.

What is known of how a vote is counted and what it rests on: `generator/regulations`.
"""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from generator.model.base import Count, Identifier, Positive, Record, Text, _known

BODIES = "bodies"
BodyRef = Annotated[str, AfterValidator(_known(BODIES, "unknown-body"))]


class Voter(StrEnum):
    """Who elects a body or a post."""

    DAI_HOI = "đại hội"
    BAN_CHAP_HANH = "hội nghị lần thứ nhất của ban chấp hành"
    UY_BAN_KIEM_TRA = "hội nghị lần thứ nhất của ủy ban kiểm tra"


class Body(Record):
    """A body or a post that is elected; `rows` is how many names its table in a workbook takes.

    `drawn_from` is the body of which its members must be; `surplus` says that the list of the
    first ballot must have more names than seats (190-QĐ/TW, Điều 14, for committee and
    standing committee); `is_delegation` that it goes to the congress above, `is_post` that
    whoever is elected holds a post in the body that elects.
    """

    id: Identifier = Field(title="Mã")
    title: Text = Field(title="Tên cơ quan, chức danh")
    elected_by: Voter = Field(title="Cơ quan bầu")
    drawn_from: BodyRef | None = Field(None, title="Bầu trong số thành viên của")
    surplus: bool = Field(default=False, title="Danh sách phải có số dư")
    is_post: bool = Field(default=False, title="Là chức danh")
    is_delegation: bool = Field(default=False, title="Là đoàn đại biểu dự đại hội cấp trên")
    rows: Positive = Field(20, title="Số dòng của bảng", le=200)


class PlannedElection(Record):
    """What is known of an election before the congress."""

    body: BodyRef = Field(title="Cơ quan, chức danh")
    planned_size: Count | None = Field(None, title="Số lượng theo đề án")
    number: Count | None = Field(None, title="Số lượng bầu")


class Mode(StrEnum):
    """How a body came to be."""

    BAU = "bầu"
    CHI_DINH = "chỉ định"
    KHONG = "không bầu lần này"


class BallotKind(StrEnum):
    """What one round of voting is for."""

    LAN_DAU = "lần đầu"
    BAU_TIEP = "bầu tiếp cho đủ số lượng"
    BANG_PHIEU = "bầu lại giữa những người bằng phiếu"


class Nominator(StrEnum):
    """Where a name on the list came from."""

    CAP_UY = "cấp ủy triệu tập giới thiệu"
    DE_CU = "đề cử tại đại hội"
    UNG_CU = "ứng cử"


class Ballot(Record):
    """One round of voting (một lần bầu phiếu); counts are of ballot papers, or of people."""

    kind: BallotKind = Field(BallotKind.LAN_DAU, title="Loại lần bầu")
    number: Positive = Field(title="Số lượng cần bầu")
    present: Count = Field(title="Số người có mặt khi bầu")
    issued: Count = Field(title="Số phiếu phát ra")
    returned: Count = Field(title="Số phiếu thu vào")
    valid: Count = Field(title="Số phiếu hợp lệ")
    invalid: Count = Field(title="Số phiếu không hợp lệ")
    invalid_reason: Text | None = Field(None, title="Lý do phiếu không hợp lệ")


class Candidate(Record):
    """A name on the list, in ballot order; one number for each round of voting it stood in.

    `settled` is set where the body that voted decided a tie that a second vote left.
    """

    name: Text = Field(title="Họ và tên")
    nominated_by: Nominator = Field(Nominator.CAP_UY, title="Nguồn giới thiệu")
    votes: tuple[Count | None, ...] = Field((), title="Số phiếu bầu")
    against: tuple[Count | None, ...] = Field((), title="Số phiếu không đồng ý")
    settled: bool = Field(default=False, title="Công nhận khi bằng phiếu")


class PlacementKind(StrEnum):
    """How somebody came into a body without a vote."""

    CHI_DINH = "chỉ định"
    DUONG_NHIEN = "đương nhiên"


class Placement(Record):
    """Somebody who is in a body without having been elected to it."""

    name: Text = Field(title="Họ và tên")
    kind: PlacementKind = Field(PlacementKind.CHI_DINH, title="Hình thức")
    decision: Text | None = Field(None, title="Quyết định (số, ngày, cơ quan)")


class Election(Record):
    """How one body or post came to be: its ballots, its list, who was appointed beside it.

    `alternates` are elected from the same list, by votes after the official delegates.
    """

    body: BodyRef = Field(title="Cơ quan, chức danh")
    mode: Mode = Field(title="Hình thức")
    planned_size: Count | None = Field(None, title="Số lượng theo đề án")
    alternates: Count | None = Field(None, title="Số dự khuyết bầu chung danh sách")
    ballots: tuple[Ballot, ...] = Field((), title="Các lần bầu")
    candidates: tuple[Candidate, ...] = Field((), title="Danh sách bầu cử")
    placements: tuple[Placement, ...] = Field((), title="Chỉ định, đương nhiên")
    counting_head: Text | None = Field(None, title="Trưởng ban kiểm phiếu")
    counting_members: Text | None = Field(None, title="Thành viên ban kiểm phiếu")
    chair: Text | None = Field(None, title="Người thay mặt đoàn chủ tịch")
    complaints: Text | None = Field(None, title="Khiếu nại trong khi bầu")
