"""The numbers of an election regulation: bases, limits, ages; what each rests on."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from pydantic import Field

from generator.model.base import Count, Positive, Record, Text
from generator.model.dates import Day, MonthField
from generator.model.election import Body, Voter

if TYPE_CHECKING:
    from datetime import date


AGE_BANDS = (40, 50)  # under 40, from 40 to 50, over 50: what reports of congresses use


class Certainty(StrEnum):
    """How sure a number is, as docs/bau-cu.md explains the letters."""

    A = "A"
    B = "B"
    C = "C"
    I = "I"  # noqa: E741 - the letter of the table
    M = "M"


class Deduction(StrEnum):
    """Who of those convened is not counted; the value is the field of `Assembly`."""

    MOVED = "moved"
    SUSPENDED = "suspended"
    EXCUSED = "excused"
    CONVENERS_ABSENT = "conveners_absent"
    NOT_REPLACED = "not_replaced"


class Rounding(StrEnum):
    """How a printed share is rounded."""

    HALF_UP = "làm tròn"
    CUT = "cắt bỏ"


class Source(Record):
    """What a number rests on and how sure it is."""

    text: Text = Field(title="Nguồn")
    certainty: Certainty = Field(title="Độ chắc chắn")


# what the round's own data sets rests on the round's papers, not on an article
OF_THE_ROUND = Source(text="theo dữ liệu của đợt", certainty=Certainty.A)


class BaseRule(Record):
    """Who is not counted in the base of the majority, for one kind of assembly."""

    less: tuple[Deduction, ...] = Field((), title="Số được trừ")
    source: Source = Field(title="Căn cứ")


class Bases(Record):
    """The base of the majority for each kind of assembly."""

    members: BaseRule = Field(title="Đại hội đảng viên")
    delegates: BaseRule = Field(title="Đại hội đại biểu")
    meeting: BaseRule = Field(title="Hội nghị cấp ủy, ủy ban kiểm tra")


class Targets(Record):
    """Shares that a committee is asked to reach; in percent of its members."""

    women: Count = Field(15, title="Tỷ lệ nữ (%)")
    young: Count = Field(10, title="Tỷ lệ trẻ tuổi (%)")
    young_under: Positive = Field(40, title="Trẻ tuổi là dưới (tuổi)")
    source: Source = Field(title="Căn cứ")


class Regulation(Record):
    """An election regulation with its numbers; valid between two days."""

    number: Text = Field(title="Số, ký hiệu")
    issued_on: Day = Field(title="Ngày ban hành")
    valid_from: Day = Field(title="Có hiệu lực từ")
    valid_to: Day | None = Field(None, title="Có hiệu lực đến")
    articles: dict[str, Positive] = Field(title="Các điều")
    bases: Bases = Field(title="Cơ sở tính quá nửa")
    surplus_max: Count = Field(30, title="Số dư tối đa (% số lượng bầu)")
    surplus_source: Source = Field(title="Căn cứ về số dư")
    share_decimals: Count = Field(2, title="Số chữ số thập phân của tỷ lệ", le=4)
    share_rounding: Rounding = Field(Rounding.HALF_UP, title="Cách làm tròn tỷ lệ")
    age_bands: tuple[Positive, ...] = Field(AGE_BANDS, title="Mốc độ tuổi")
    targets: Targets = Field(title="Cơ cấu")
    cell_secretary_ballots: Positive = Field(3, title="Số lần bầu bí thư chi bộ")
    report_days: Positive = Field(7, title="Báo cáo kết quả bầu cử (ngày làm việc)")
    approval_days: Positive = Field(15, title="Chuẩn y (ngày làm việc)")
    complaint_days: Positive = Field(15, title="Khiếu nại (ngày làm việc)")
    keeping_months: Positive = Field(6, title="Lưu phiếu bầu (tháng)")
    sources: dict[str, Source] = Field(default_factory=dict, title="Căn cứ của các số khác")
    bodies: tuple[Body, ...] = Field((), title="Cơ quan, chức danh")

    def body(self, identifier: str) -> Body:
        """The body with this id."""
        return next(one for one in self.bodies if one.id == identifier)

    def base_rule(self, voter: Voter, *, of_members: bool) -> BaseRule:
        """What is subtracted where this voter elects."""
        if voter is not Voter.DAI_HOI:
            return self.bases.meeting
        return self.bases.members if of_members else self.bases.delegates

    def cites(self, article: str) -> str:
        """An article as messages cite it: "190-QĐ/TW, Điều 30"."""
        return f"{self.number}, Điều {self.articles[article]}"


class ElectionSettings(Record):
    """What a round's own data sets instead of the regulation's numbers."""

    surplus_max: Count | None = Field(None, title="Số dư tối đa (% số lượng bầu)")
    share_decimals: Count | None = Field(None, title="Số chữ số thập phân của tỷ lệ", le=4)
    share_rounding: Rounding | None = Field(None, title="Cách làm tròn tỷ lệ")
    age_bands: tuple[Positive, ...] = Field((), title="Mốc độ tuổi")
    age_month: MonthField | None = Field(None, title="Tháng tính tuổi")
    women: Count | None = Field(None, title="Tỷ lệ nữ (%)")
    young: Count | None = Field(None, title="Tỷ lệ trẻ tuổi (%)")
    young_under: Positive | None = Field(None, title="Trẻ tuổi là dưới (tuổi)")
    bodies: tuple[Body, ...] = Field((), title="Cơ quan, chức danh")

    def why_surplus(self, body: Body, regulation: Regulation) -> Source:
        """Why a body's list must have more names than seats."""
        own = {one.id for one in self.bodies}
        return OF_THE_ROUND if body.id in own else regulation.surplus_source

    def why_limit(self, regulation: Regulation) -> Source:
        """Why no more names than that may stand over the seats."""
        return regulation.surplus_source if self.surplus_max is None else OF_THE_ROUND

    def applied(self, regulation: Regulation) -> Regulation:
        """The regulation with the numbers that the round sets; bodies by their ids."""
        plain = ("surplus_max", "share_decimals", "share_rounding")
        bands = {"age_bands": self.age_bands} if self.age_bands else {}
        targets = regulation.targets.model_copy(
            update=self._given("women", "young", "young_under")
        )
        own = {body.id: body for body in self.bodies}
        bodies = [own.pop(body.id, body) for body in regulation.bodies]
        changed = {"targets": targets, "bodies": (*bodies, *own.values())}
        return regulation.model_copy(update={**self._given(*plain), **bands, **changed})

    def _given(self, *names: str) -> dict[str, object]:
        found = {name: getattr(self, name) for name in names}
        return {name: value for name, value in found.items() if value is not None}


class Regulations(Record):
    """The regulations that travel with the program, and the bodies that they speak of."""

    bodies: tuple[Body, ...] = Field(title="Cơ quan, chức danh")
    regulations: tuple[Regulation, ...] = Field(min_length=1, title="Các quy chế")

    def on(self, day: date) -> Regulation:
        """The regulation in force on a day; the oldest one for a day before all."""
        known = [one for one in self.regulations if one.valid_from <= day]
        found = max(known or self.regulations[:1], key=lambda one: one.valid_from)
        return found.model_copy(update={"bodies": found.bodies or self.bodies})
