"""vankien collect."""

from __future__ import annotations

import time
from collections import Counter
from datetime import date, datetime
from typing import TYPE_CHECKING

import click

from generator.cli.build_command import CLUSTER, FOLDER, JOBS, OUTPUT, output_of, workers_of
from generator.cli.dates import day_of
from generator.cli.language import _
from generator.cli.outcome import paced, progress_line, say_made
from generator.cli.printing import Exit, as_text, count, line, marked, show, told
from generator.errors import has_errors

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from generator.collect import Collected
    from generator.errors import Problem
    from generator.returns import Received, Standing

NAMED = 10  # units that a sentence names; of more it says how many


def today(value: str | None) -> date:
    """The day typed, or that of the clock: nothing below the commands asks the clock."""
    return day_of(value) or datetime.now().astimezone().date()


AS_OF = click.option(
    "--as-of",
    metavar=_("NGÀY"),
    callback=lambda _context, _option, value: today(value),
    help=_("Xem như hôm nay là NGÀY (ngày/tháng/năm); mặc định là hôm nay."),
)


@click.command(
    options_metavar=_("[TÙY CHỌN]"),
    help=_(
        "Đọc các biểu thống kê, báo cáo mà đơn vị gửi về trong THƯ_MỤC/results, kiểm tra, ghi "
        "vào sổ kết quả, rồi lập báo cáo, biên bản kiểm phiếu, bảng tổng hợp."
    ),
    short_help=_("Đọc kết quả đơn vị gửi về."),
)
@FOLDER
@OUTPUT
@AS_OF
@JOBS
@CLUSTER
@click.option("--json", "as_json", is_flag=True, help=_("In kết quả dạng JSON."))
def collect(  # noqa: PLR0913, PLR0917 - one parameter an option
    folder: Path,
    target: Path | None,
    as_of: date,
    jobs: int,
    cluster: str,
    as_json: bool,  # noqa: FBT001 - click passes flags so
) -> None:
    """Read what units sent back."""
    place = output_of(folder, target)
    with told(as_json=as_json), progress_line() as progress:
        from generator.collect import Moment  # noqa: PLC0415 - heavy
        from generator.collect import collect as read  # noqa: PLC0415

        workers = workers_of(jobs, cluster)
        now = Moment(as_of, datetime.now().astimezone(), workers)
        found = read(folder, place, now, paced(progress, time.monotonic))
    if as_json:
        click.echo(as_text(_problems(found)))
    else:
        _say(found, place)
    code = _exit(found)
    if code:
        raise SystemExit(code)


def _problems(found: Collected) -> list[Problem]:
    of_files = [problem for one in found.received for problem in one.problems]
    return [*of_files, *found.notes, *found.outcome.problems]


def _exit(found: Collected) -> Exit:
    if any(one.refused for one in found.received):
        return Exit.UNSAFE_FILE
    doubtful = any(one.is_doubtful or one.unread for one in found.standings)
    return Exit.IN_PART if doubtful or has_errors(_problems(found)) else Exit.DONE


def _say(found: Collected, place: Path) -> None:
    units = {one.congress: one.unit for one in found.standings}
    for one in found.received:
        _say_file(one, units.get(one.congress, ""))
    show(found.notes)
    click.echo(_summary(found))
    say_made(found.outcome, place)
    show(found.outcome.problems)
    for step in next_steps(found.standings):
        click.echo(step)


def _say_file(one: Received, unit: str) -> None:
    """A block for a file in which something is wrong: its name and unit, then each problem."""
    if not one.problems:
        return
    name = f"{one.file} ({unit})" if unit else one.file
    click.echo(f"\n{name}: {count(one.problems)}", err=True)
    for problem in one.problems:
        said = line(problem).removeprefix(one.file).lstrip(",: ")
        click.echo(f"  {marked(problem.severity)}: {said}", err=True)


def _summary(found: Collected) -> str:
    """What was read and what the register now has, in one sentence."""
    from generator.returns import MISSING, State  # noqa: PLC0415 - heavy

    states = Counter(one.state for one in found.standings)
    said = _("Đã đọc {files} tệp: {good} đơn vị đủ, {doubtful} nghi ngờ; {missing}.")
    missing = [one.unit for one in found.standings if one.state in MISSING]
    return said.format(
        files=found.read,
        good=states[State.DU],
        doubtful=states[State.NGHI_NGO],
        missing=_missing(missing),
    )


def _missing(units: list[str]) -> str:
    if not units:
        return _("không thiếu đơn vị nào")
    return _("thiếu {count} đơn vị: {units}").format(count=len(units), units=named(units))


def named(units: Iterable[str]) -> str:
    """Some names; of many the first ones, and how many more there are."""
    listed = list(units)
    said = "; ".join(listed[:NAMED])
    more = len(listed) - NAMED
    return (
        said
        if more <= 0
        else _("{names}; và {count} đơn vị khác").format(names=said, count=more)
    )


def next_steps(standings: Iterable[Standing]) -> list[str]:
    """What a clerk does next, most urgent first."""
    from generator.returns import MISSING, State  # noqa: PLC0415 - heavy

    listed = list(standings)
    waiting = [one for one in listed if one.state in MISSING and one.state is not State.QUA_HAN]
    steps = [*_of_units(listed)]
    if waiting:
        said = _("{count} đơn vị khác chưa đến hạn hoặc chưa rõ hạn: xem lệnh vankien status.")
        steps.append(said.format(count=len(waiting)))
    if not steps:
        steps.append(_("Đã đủ kết quả: soát lại bảng tổng hợp và báo cáo chung rồi trình ký."))
    return steps


def _of_units(listed: list[Standing]) -> Iterator[str]:
    """What to ask of which units."""
    from generator.returns import State  # noqa: PLC0415 - heavy

    doubtful = _(
        "Đề nghị đơn vị sửa biểu và gửi lại (văn kiện của đơn vị mới là dự thảo, số liệu "
        "chưa đưa vào tổng hợp): {units}."
    )
    unread = _(
        "Đề nghị đơn vị gửi lại, vì bản mới nhất không đọc được (đang tính bản trước): {units}."
    )
    late = _("Nhắc đơn vị đã quá hạn báo cáo: {units}.")
    asked = (
        (doubtful, [one.unit for one in listed if one.is_doubtful]),
        (unread, [one.unit for one in listed if one.unread]),
        (late, [one.unit for one in listed if one.state is State.QUA_HAN]),
    )
    for said, units in asked:
        if units:
            yield said.format(units=named(units))
