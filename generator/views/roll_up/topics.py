"""The tables of the roll-up, in the order in which such rounds publish their indicators."""

from __future__ import annotations

from dataclasses import dataclass
from operator import attrgetter
from typing import TYPE_CHECKING

from generator.elections.bodies import SECRETARY
from generator.views.roll_up.congresses import DELEGATES
from generator.views.roll_up.measures import ends, less, mean, share, total
from generator.views.roll_up.people import ages, education, people, placed, same
from generator.views.roll_up.units import CHOSEN

if TYPE_CHECKING:
    from collections.abc import Callable
    from fractions import Fraction

    from generator.statistics import BodyTotals, RollUp, Scope
    from generator.views.roll_up.measures import Measure

OF_ELECTED = "so với số trúng cử (%)"


@dataclass(frozen=True, slots=True)
class Topic:
    """One table: its sheet, its title, what it counts, its columns.

    `is_for` says of which bodies it has rows; without it the table is of congresses.
    """

    sheet: str
    title: str
    counted: str
    measures: tuple[Measure, ...]
    is_for: Callable[[BodyTotals], bool] | None = None
    notes: tuple[str, ...] = ()


def topics(rollup: RollUp) -> tuple[Topic, ...]:
    """Every table, with the columns that this round needs."""
    return (
        Topic("Tiến độ", "Tiến độ đại hội và tổng hợp kết quả", "Đại hội", _progress()),
        Topic("Số lượng", "Số lượng bầu, danh sách, kết quả", "Người", _seats(), _any),
        Topic("Số phiếu", "Tỷ lệ phiếu của người trúng cử", "%", _votes(), _any, VOTE_NOTES),
        Topic(
            "Cơ cấu", "Cơ cấu người trúng cử", "Người", _make_up(rollup), _any, MAKE_UP_NOTES
        ),
        Topic("Độ tuổi", "Độ tuổi người trúng cử", "Người", ages(rollup, CHOSEN), _any),
        Topic("Trình độ", "Trình độ người trúng cử", "Người", education(CHOSEN), _any),
        Topic("Bí thư", "Bí thư", "Người", _secretaries(), _is_secretary, SECRETARY_NOTES),
        Topic("Đại biểu", "Đại biểu dự đại hội", "Người", _delegates()),
        Topic(
            "Chỉ định",
            "Người được chỉ định, đương nhiên (không tính vào tỷ lệ người trúng cử)",
            "Người",
            placed(rollup),
            _has_placed,
        ),
    )


VOTE_NOTES = (
    "Tỷ lệ phiếu so với số người làm cơ sở tính quá nửa (được triệu tập, trừ số được trừ).",
    "Bình quân là trung bình cộng tỷ lệ của từng người trúng cử.",
)
MAKE_UP_NOTES = (
    "Chỉ tính người trúng cử; người được chỉ định, đương nhiên ở biểu Chỉ định.",
    "Đơn vị đạt tỷ lệ nữ, trẻ tuổi: theo mức của đợt, tính trên số trúng cử của từng đơn vị.",
)
SECRETARY_NOTES = (
    "Tái cử, lần đầu: tham gia cấp ủy, theo danh sách nhân sự của đơn vị.",
    "Bầu trực tiếp: do đại hội bầu; chi bộ vốn bầu bí thư tại đại hội, chỉ tính nơi thí điểm.",
)


def _any(totals: BodyTotals) -> bool:
    return totals.units > 0


def _is_secretary(totals: BodyTotals) -> bool:
    return totals.body == SECRETARY


def _has_placed(totals: BodyTotals) -> bool:
    return totals.placed.total > 0


def _progress() -> tuple[Measure, ...]:
    def of(key: str, title: str) -> Measure:
        return total(key, title, attrgetter(f"progress.{key}"), 12)

    return (
        of("planned", "Số đại hội theo kế hoạch"),
        of("put_off", "Hoãn"),
        of("stopped", "Tạm dừng"),
        total("due", "Phải tổ chức", attrgetter("progress.due"), 12),
        of("held", "Đã tổ chức"),
        share("Đã tổ chức so với phải tổ chức (%)", 5, 4),
        of("counted", "Đã tổng hợp kết quả"),
        share("Đã tổng hợp so với phải tổ chức (%)", 7, 4),
        of("excluded", "Chưa đưa vào tổng hợp"),
        of("missing", "Chưa có kết quả"),
    )


def _seats() -> tuple[Measure, ...]:
    titles = (
        "Số dư thấp nhất (%)",
        "Đơn vị thấp nhất",
        "Số dư cao nhất (%)",
        "Đơn vị cao nhất",
    )
    return (
        total("voted", "Số đơn vị bầu", attrgetter("units")),
        same("planned", "Số lượng theo đề án"),
        same("number", "Số lượng bầu"),
        same("listed", "Danh sách bầu"),
        less("Số dư", 4, 3),
        share("Số dư so với số lượng bầu (%)", 5, 3),
        *ends("surplus_share", titles, "least_surplus", "most_surplus"),
        same("elected", "Trúng cử"),
        share("Trúng cử so với số lượng bầu (%)", 11, 3),
        same("unfilled", "Bầu chưa đủ"),
        same("more_rounds", "Đơn vị bầu từ 2 lần"),
        same("appointed", "Chỉ định"),
        same("ex_officio", "Đương nhiên"),
        same("vacant", "Khuyết so với đề án"),
    )


def _votes() -> tuple[Measure, ...]:
    titles = ("Thấp nhất (%)", "Đơn vị thấp nhất", "Cao nhất (%)", "Đơn vị cao nhất")
    low, low_unit, _, _ = ends("low", titles, "lowest", "highest")
    _, _, high, high_unit = ends("high", titles, "lowest", "highest")
    return (
        same("winners", "Số người trúng cử"),
        low,
        low_unit,
        high,
        high_unit,
        mean("sum_shares", "Bình quân (%)", _mean_share, 1),
        same("not_elected", "Có trong danh sách, không trúng cử", 12),
        same("nominated_not_elected", "Trong đó cấp ủy triệu tập giới thiệu", 12),
    )


def _mean_share(totals: BodyTotals) -> Fraction | None:
    found = totals.mean_share
    return None if found is None else found * 100


def _make_up(rollup: RollUp) -> tuple[Measure, ...]:
    under = sorted({unit.young_under for unit in rollup.units})
    young = f"Dưới {' hoặc '.join(map(str, under))} tuổi" if under else "Trẻ tuổi"
    women, few = (
        "/".join(map(str, sorted({getattr(unit, name) for unit in rollup.units}))) or "…"
        for name in ("women_target", "young_target")
    )
    return (
        total("voted", "Số đơn vị bầu", attrgetter("units")),
        same("elected", "Trúng cử"),
        people(CHOSEN, "re_elected", "Tái cử"),
        share(f"Tái cử {OF_ELECTED}", 3, 2),
        people(CHOSEN, "first_time", "Lần đầu"),
        share(f"Lần đầu {OF_ELECTED}", 5, 2),
        same("re_standing", "Tái ứng cử"),
        same("re_standing_not_elected", "Tái ứng cử không trúng cử"),
        share("Không trúng cử so với số tái ứng cử (%)", 8, 7),
        people(CHOSEN, "women", "Nữ"),
        share(f"Nữ {OF_ELECTED}", 10, 2),
        same("women_reached", f"Đơn vị có nữ từ {women}%"),
        people(CHOSEN, "young", young),
        share(f"{young} {OF_ELECTED}", 13, 2),
        same("young_reached", f"Đơn vị có trẻ tuổi từ {few}%"),
        people(CHOSEN, "minorities", "Dân tộc thiểu số"),
        share(f"Dân tộc thiểu số {OF_ELECTED}", 16, 2),
        *_named_women(),
    )


def _named_women() -> tuple[Measure, ...]:
    found = ends("", ("", "Nữ thấp nhất: đơn vị", "", "Nữ cao nhất: đơn vị"), *_WOMEN)
    return found[1], found[3]


_WOMEN = ("least_women", "most_women")


def _secretaries() -> tuple[Measure, ...]:
    return (
        total("voted", "Số đơn vị bầu", attrgetter("units")),
        same("elected", "Trúng cử"),
        people(CHOSEN, "re_elected", "Tái cử"),
        share(f"Tái cử {OF_ELECTED}", 3, 2),
        people(CHOSEN, "first_time", "Lần đầu"),
        share(f"Lần đầu {OF_ELECTED}", 5, 2),
        people(CHOSEN, "women", "Nữ"),
        share(f"Nữ {OF_ELECTED}", 7, 2),
        people(CHOSEN, "minorities", "Dân tộc thiểu số"),
        people(CHOSEN, "not_local", "Không là người địa phương"),
        share(f"Không là người địa phương {OF_ELECTED}", 10, 2),
        same("direct", "Bầu trực tiếp tại đại hội"),
        share(f"Bầu trực tiếp {OF_ELECTED}", 12, 2),
        same("appointed", "Chỉ định"),
    )


_OF_PRESENT = ("women", "minorities", "university", "postgraduate")


def _delegates() -> tuple[Measure, ...]:
    found: list[Measure] = [
        total("counted", "Số đại hội có số liệu", attrgetter("progress.counted"))
    ]
    for key, title in DELEGATES:
        of: Callable[[Scope], int] = attrgetter(f"delegates.figures.{key}")
        found.append(total(f"delegates.{key}", title, of))
        if key == "present":
            found.append(share("Có mặt so với triệu tập (%)", 3, 2))
        if key in _OF_PRESENT:
            found.append(share(f"{title} so với có mặt (%)", len(found), 3))
    return tuple(found)
