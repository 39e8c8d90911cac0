"""The small tables of the steering group's report."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from generator.statistics import ScopeKind, Share
from generator.views.result_words import in_capitals
from generator.views.steering_words import plain, voted

if TYPE_CHECKING:
    from generator.statistics import Extreme, RollUp, Scope
    from generator.views.steering_words import Printer

NO_FIGURE = "-"
BREAKDOWNS = {ScopeKind.CAP: "Chia theo cấp", ScopeKind.NHOM: "Chia theo nhóm"}


@dataclass(frozen=True, slots=True)
class ProgressLine:
    """A row of the table of progress; the whole and titles are strong."""

    label: str
    due: str
    held: str
    share: str
    counted: str
    left: str
    strong: bool


@dataclass(frozen=True, slots=True)
class BodyLine:
    """A row of the table of bodies: what was voted on, who won, by which shares."""

    label: str
    units: str
    number: str
    listed: str
    elected: str
    lowest: str
    mean: str
    highest: str


@dataclass(frozen=True, slots=True)
class MakeUpLine:
    """A row of the table of the make-up; each count with its share of the elected."""

    label: str
    elected: str
    women: str
    minorities: str
    young: str
    re_elected: str
    first_time: str


def progress_table(rollup: RollUp, using: Printer) -> tuple[ProgressLine, ...]:
    """The whole, the tiers and the groups; a breakdown into one part is left out."""
    lines = [_progress(rollup.whole, using, "Tổng số")]
    for kind, title in BREAKDOWNS.items():
        parts = rollup.of(kind)
        if len(parts) > 1:
            lines.append(_heading(title))
            lines += [_progress(scope, using) for scope in parts]
    return tuple(lines)


def _heading(title: str) -> ProgressLine:
    return ProgressLine(title, due="", held="", share="", counted="", left="", strong=True)


def _progress(scope: Scope, using: Printer, label: str | None = None) -> ProgressLine:
    done = scope.progress
    return ProgressLine(
        label=label or scope.label,
        due=plain(done.due),
        held=plain(done.held),
        share=using.figure(Share(done.held, done.due, "").value) or NO_FIGURE,
        counted=plain(done.counted),
        left=plain(done.missing + done.excluded),
        strong=label is not None,
    )


def body_table(rollup: RollUp, using: Printer) -> tuple[BodyLine, ...]:
    """Each body that was voted on."""
    return tuple(
        BodyLine(
            label=in_capitals(one.title),
            units=str(one.units),
            number=plain(one.number),
            listed=plain(one.listed),
            elected=plain(one.elected),
            lowest=_end(one.lowest, using),
            mean=using.figure(one.mean_share) or NO_FIGURE,
            highest=_end(one.highest, using),
        )
        for one in voted(rollup)
    )


def _end(one: Extreme | None, using: Printer) -> str:
    return using.figure(one.share.value) if one else NO_FIGURE


def make_up_table(rollup: RollUp, using: Printer) -> tuple[MakeUpLine, ...]:
    """Who was elected to each body."""
    return tuple(
        MakeUpLine(
            label=in_capitals(one.title),
            elected=plain(one.elected),
            women=using.beside(one.of_elected(one.chosen.women)),
            minorities=using.beside(one.of_elected(one.chosen.minorities)),
            young=using.beside(one.of_elected(one.chosen.young)),
            re_elected=using.beside(one.of_elected(one.chosen.re_elected)),
            first_time=using.beside(one.of_elected(one.chosen.first_time)),
        )
        for one in voted(rollup)
        if one.elected
    )
