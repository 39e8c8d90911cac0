"""The data sheet with one row for each congress of the round: progress and delegates."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from operator import attrgetter
from typing import TYPE_CHECKING

from generator.statistics import ScopeKind, State
from generator.tables import Look
from generator.vietnamese import short_date
from generator.views.roll_up.source import CONGRESSES, Field, Source, source_of
from generator.views.roll_up.units import codes, group_fields

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.statistics import Line, RollUp, UnitSummary

DELEGATES = (
    ("convened", "Triệu tập"),
    ("present", "Có mặt"),
    ("ex_officio", "Đương nhiên"),
    ("elected", "Được bầu"),
    ("appointed", "Được chỉ định"),
    ("men", "Nam"),
    ("women", "Nữ"),
    ("minorities", "Dân tộc thiểu số"),
    ("university", "Đại học"),
    ("postgraduate", "Trên đại học"),
    ("politics_primary", "Lý luận chính trị sơ cấp"),
    ("politics_intermediate", "Lý luận chính trị trung cấp"),
    ("politics_advanced", "Lý luận chính trị cao cấp, cử nhân"),
)
STATES = (
    ("put_off", "Hoãn", State.HOAN),
    ("stopped", "Tạm dừng", State.TAM_DUNG),
    ("counted", "Đã tổng hợp", State.TONG_HOP),
    ("excluded", "Chưa đưa vào tổng hợp", State.LOAI),
    ("missing", "Chưa có kết quả", State.CHUA_CO),
)


@dataclass(frozen=True, slots=True)
class CongressRow:
    """A congress of the schedules, with its result where there is one."""

    number: int
    line: Line
    unit: UnitSummary | None
    tier_label: str
    above: str
    tier: int
    superior: int


def congress_source(rollup: RollUp) -> Source:
    """The congresses superior by superior, each superior's in the order of the schedules."""
    tiers = codes(rollup, ScopeKind.CAP)
    superiors = codes(rollup, ScopeKind.CAP_TREN)
    labels = {scope.key: scope.label for scope in rollup.of(ScopeKind.CAP)}
    names = {scope.key: scope.label for scope in rollup.of(ScopeKind.CAP_TREN)}
    results = {unit.congress: unit for unit in rollup.units}
    lines = sorted(rollup.lines, key=lambda line: superiors.get(line.superior, 0))
    rows = tuple(
        CongressRow(
            number,
            line,
            results.get(line.congress),
            labels[line.tier],
            names.get(line.superior, ""),
            tiers[line.tier],
            superiors.get(line.superior, 0),
        )
        for number, line in enumerate(lines, start=1)
    )
    keys = [("", row.line.superior) for row in rows]
    return source_of(CONGRESSES, tuple(_fields(rollup)), rows, keys)


def _fields(rollup: RollUp) -> Iterator[Field]:
    text = partial(Field, look=Look.TEXT)
    yield Field("row", "TT", attrgetter("number"), 5, look=Look.CENTER)
    yield text("unit", "Đơn vị", attrgetter("line.unit"), 30)
    yield text("tier_label", "Cấp", attrgetter("tier_label"), 14)
    yield Field("tier", "Mã cấp", attrgetter("tier"), 6)
    yield text("above", "Cấp trên trực tiếp", attrgetter("above"), 24)
    yield Field("superior", "Mã cấp trên", attrgetter("superior"), 6)
    yield from group_fields(rollup, "line")
    yield text("state", "Tình trạng", attrgetter("line.state"), 14)
    yield text("opened", "Khai mạc", partial(_day, "opened_on"), 11)
    yield text("closed", "Bế mạc", partial(_day, "closed_on"), 11)
    yield Field("planned", "Số đại hội theo kế hoạch", attrgetter("line.size"))
    yield Field("due", "Phải tổ chức", _due, formula=_due_formula)
    yield Field("held", "Đã tổ chức", lambda row: row.line.size if row.line.held else 0)
    for key, title, state in STATES:
        yield Field(key, title, partial(_in_state, state))
    yield Field("members", "Số đảng viên", lambda row: row.unit.members if row.unit else None)
    for key, title in DELEGATES:
        yield Field(f"delegates.{key}", f"Đại biểu: {title.lower()}", partial(_delegates, key))
    yield text("note", "Ghi chú", lambda row: row.line.note or None, 40)


def _day(name: str, row: CongressRow) -> str | None:
    return short_date(getattr(row.unit, name)) if row.unit else None


def _due(row: CongressRow) -> int:
    return 0 if row.line.state in (State.HOAN, State.TAM_DUNG) else row.line.size


def _due_formula(source: Source, _: CongressRow, number: int) -> str:
    planned, put_off, stopped = map(source.letters, ("planned", "put_off", "stopped"))
    return f"={planned}{number}-{put_off}{number}-{stopped}{number}"


def _in_state(state: State, row: CongressRow) -> int:
    return row.line.size if row.line.state is state else 0


def _delegates(key: str, row: CongressRow) -> int | None:
    given = row.unit.delegates if row.unit else None
    found: int | None = getattr(given, key) if given else None
    return found
