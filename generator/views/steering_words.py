"""What the numbers of a round come to in sentences."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from generator.elections import percent
from generator.elections.bodies import SECRETARY
from generator.model.regulation import Rounding
from generator.statistics import Share, band_labels, bands
from generator.vietnamese import decimal, short_date
from generator.views.result_words import in_capitals, numeral

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model import Round
    from generator.statistics import BodyTotals, DelegateFigures, Extreme, RollUp

DECIMALS = 2


@dataclass(frozen=True, slots=True)
class Printer:
    """How the round prints shares."""

    decimals: int = DECIMALS
    rounding: Rounding = Rounding.HALF_UP

    def figure(self, part: Fraction | None) -> str:
        """A share as tables print it: "98,20"."""
        return percent(part, self.decimals, self.rounding)

    def share(self, one: Share) -> str:
        """A share as sentences print it, with its base: "29,73% số người được bầu"."""
        printed = self.figure(one.value)
        return f"{printed}% {one.of}" if printed else ""

    def beside(self, one: Share) -> str:
        """A count with its share, in a table: "11 (29,73)"; nobody stands alone."""
        return f"{plain(one.part)} ({self.figure(one.value)})" if one.part else "0"


def printer(found: Round) -> Printer:
    """The round's own way with shares, else two decimals rounded half up."""
    given = found.election
    decimals = DECIMALS if given.share_decimals is None else given.share_decimals
    return Printer(decimals, given.share_rounding or Rounding.HALF_UP)


def situation(rollup: RollUp, using: Printer) -> Iterator[str]:
    """How far the round is, in sentences."""
    done = rollup.whole.progress
    off = "".join(
        f", {words} {numeral(count)}"
        for words, count in (("hoãn", done.put_off), ("tạm dừng", done.stopped))
        if count
    )
    yield (
        f"Theo kế hoạch có {numeral(done.planned)} đại hội{off}; "
        f"phải tổ chức {numeral(done.due)} đại hội."
    )
    held = Share(done.held, done.due, "số đại hội phải tổ chức")
    printed = using.share(held)
    yield (
        f"Tính đến ngày {short_date(rollup.as_of)}, đã tổ chức {numeral(done.held)} đại hội"
        f"{f' ({printed})' if printed else ''}; báo cáo này tổng hợp kết quả của "
        f"{numeral(done.counted)} đại hội."
    )
    if rollup.units:
        first = min(unit.opened_on for unit in rollup.units)
        last = max(unit.closed_on for unit in rollup.units)
        yield (
            f"Các đại hội đã tổng hợp diễn ra từ ngày {short_date(first)} đến ngày "
            f"{short_date(last)}."
        )


def voted(rollup: RollUp) -> tuple[BodyTotals, ...]:
    """The bodies that somebody voted on."""
    return tuple(one for one in rollup.whole.bodies if one.units)


def plain(count: int) -> str:
    """A count as tables print it: "5", "1.298"."""
    return decimal(Fraction(count), 0)


def body_sentences(one: BodyTotals, using: Printer) -> Iterator[str]:
    """What is said of a body: seats, list, surplus, votes, what is left."""
    listed = f"danh sách {numeral(one.listed)} đồng chí"
    surplus, over = using.share(one.surplus), one.listed - one.number
    if over > 0 and surplus:
        listed += f" (số dư {numeral(over)}, bằng {surplus})"
    said = f"{numeral(one.units)} đơn vị bầu {numeral(one.number)} đồng chí trong {listed}"
    elected = f"trúng cử {numeral(one.elected)} đồng chí{_left(one)}"
    yield f"- {in_capitals(one.title)}: {said}; {elected}."
    if one.highest and one.lowest:
        several = one.units > 1
        yield (
            f"Tỷ lệ phiếu của người trúng cử: {_end('cao nhất', one.highest, using, several)}, "
            f"{_end('thấp nhất', one.lowest, using, several)}, "
            f"bình quân {using.figure(one.mean_share)}%, so với số người làm cơ sở tính quá "
            "nửa."
        )


def _end(which: str, one: Extreme, using: Printer, named: bool) -> str:  # noqa: FBT001
    """The highest or lowest share, with whose it is where there are several."""
    unit = f" ({one.unit})" if named else ""
    return f"{which} {using.figure(one.share.value)}%{unit}"


def _left(one: BodyTotals) -> str:
    parts = (
        ("bầu chưa đủ {} đồng chí", one.unfilled),
        ("khuyết {} đồng chí so với đề án", one.vacant),
        ("{} đơn vị bầu từ hai lần trở lên", one.more_rounds),
    )
    return "".join(f"; {words.format(numeral(count))}" for words, count in parts if count)


def make_up_sentences(rollup: RollUp, one: BodyTotals, using: Printer) -> Iterator[str]:
    """The committee's make-up: targets by units, ages, who stood again in vain."""
    reached = (
        (f"tỷ lệ nữ {_targets(rollup, 'women_target')}% trở lên", one.women_reached),
        (f"tỷ lệ trẻ tuổi {_targets(rollup, 'young_target')}% trở lên", one.young_reached),
    )
    said = "; ".join(
        f"{plain(count)}/{plain(one.units)} đơn vị đạt {words}" for words, count in reached
    )
    yield f"- {in_capitals(one.title)}: {said}."
    ages = one.chosen.ages
    if ages:
        mean = decimal(Fraction(sum(ages), len(ages)), 1)
        counts = zip(band_labels(rollup.age_bands), bands(ages, rollup.age_bands), strict=True)
        in_bands = ", ".join(
            f"{label} tuổi: {numeral(count)} đồng chí" for label, count in counts
        )
        yield f"Tuổi bình quân {mean}; {in_bands}."
    if one.re_standing_not_elected:
        share = Share(one.re_standing_not_elected, one.re_standing, "số người tái ứng cử")
        said = f"{numeral(share.part)} đồng chí ({using.share(share)})"
        yield f"Tái ứng cử không trúng cử {said}."
    if one.not_elected:
        yield (
            f"Có tên trong danh sách, không trúng cử {numeral(one.not_elected)} đồng chí, "
            f"trong đó {numeral(one.nominated_not_elected)} đồng chí do cấp ủy triệu tập giới "
            "thiệu."
        )


def _targets(rollup: RollUp, name: str) -> str:
    return "/".join(map(str, sorted({getattr(unit, name) for unit in rollup.units})))


def secretary_sentences(rollup: RollUp, using: Printer) -> Iterator[str]:
    """The secretaries: elected, directly elected, who they are; appointed ones apart."""
    one = rollup.whole.body(SECRETARY)
    if one is None:
        return
    if one.elected:
        made = one.chosen
        parts = (
            ("tái cử cấp ủy", made.re_elected),
            ("lần đầu tham gia cấp ủy", made.first_time),
            ("nữ", made.women),
            ("dân tộc thiểu số", made.minorities),
            ("không là người địa phương", made.not_local),
        )
        said = "; ".join(
            f"{words} {numeral(count)} đồng chí ({using.share(one.of_elected(count))})"
            for words, count in parts
            if count
        )
        yield f"- Bầu được {numeral(one.elected)} bí thư{f': {said}' if said else ''}."
        direct = using.share(one.of_elected(one.direct))
        yield f"- Bầu trực tiếp bí thư tại đại hội: {numeral(one.direct)} đồng chí ({direct})."
    if one.appointed:
        yield f"- Chỉ định {numeral(one.appointed)} bí thư, không tính vào các tỷ lệ trên."


def placed_sentences(rollup: RollUp) -> Iterator[str]:
    """Who came into bodies without a vote, body by body."""
    for one in rollup.whole.bodies:
        parts = (("chỉ định", one.appointed), ("đương nhiên", one.ex_officio))
        said = ", ".join(
            f"{words} {numeral(count)} đồng chí" for words, count in parts if count
        )
        if said and one.body != SECRETARY:
            yield f"- {in_capitals(one.title)}: {said}, không tính vào tỷ lệ người trúng cử."


def delegate_sentences(rollup: RollUp, using: Printer) -> Iterator[str]:
    """Those who attended: how many of those convened, who they are."""
    totals = rollup.whole.delegates
    figures = totals.figures
    if not totals.units:
        return
    present = Share(figures.present, figures.convened, "số được triệu tập")
    yield (
        f"- {numeral(totals.units)} đại hội có số liệu triệu tập {numeral(figures.convened)} "
        f"đại biểu, đảng viên{_sources(figures)}; có mặt {numeral(figures.present)} "
        f"({using.share(present)})."
    )
    parts = (
        ("nữ", figures.women),
        ("dân tộc thiểu số", figures.minorities),
    )
    of = "số có mặt"
    said = "; ".join(
        f"{words} {numeral(count)} ({using.share(Share(count, figures.present, of))})"
        for words, count in parts
        if count
    )
    if said:
        yield f"- Trong số có mặt: {said}."


def _sources(figures: DelegateFigures) -> str:
    """Where delegates come from; it is of those convened, some of whom are no delegates."""
    parts = (
        ("đương nhiên", figures.ex_officio),
        ("được bầu", figures.elected),
        ("được chỉ định", figures.appointed),
    )
    said = ", ".join(f"{words} {numeral(count)}" for words, count in parts if count)
    return f" (trong đó đại biểu {said})" if said else ""
