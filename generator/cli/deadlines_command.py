"""vankien deadlines."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.build_command import AS_OF, FOLDER
from generator.cli.dates import day_of
from generator.cli.language import _
from generator.cli.printing import show, told

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from generator.deadlines import Duty


@click.command(
    options_metavar=_("[TÙY CHỌN]"),
    help=_(
        "In mọi việc có thời hạn của đợt theo thứ tự ngày: khi nào, việc gì, ai, cách tính."
    ),
    short_help=_("In các thời hạn."),
)
@FOLDER
@click.option(
    "--from",
    "start",
    metavar=_("NGÀY"),
    callback=lambda _context, _option, value: day_of(value),
    help=_("Chỉ in việc có hạn từ NGÀY trở đi."),
)
@AS_OF
def deadlines(folder: Path, start: date | None, as_of: date | None) -> None:
    """Print the duties of a round in order."""
    with told():
        from generator.checking import checked  # noqa: PLC0415 - heavy
        from generator.deadlines import duties  # noqa: PLC0415 - heavy

        ready = checked(folder, as_of=as_of)
        listed = duties(ready.round, ready.calendar)
    for duty in listed:
        if start is None or duty.last >= start:
            _print(duty, as_of)
    show(ready.problems)


def _print(duty: Duty, as_of: date | None) -> None:
    from generator.views.work_calendar import weekdays, when  # noqa: PLC0415 - heavy

    marks = [_("dự kiến")] if duty.provisional else []
    if duty.is_late(as_of):
        marks.append(click.style(_("đã qua hạn"), fg="red"))
    said = f" [{', '.join(marks)}]" if marks else ""
    days = weekdays(duty)
    click.echo(f"{when(duty)}{f' ({days})' if days else ''}{said}")
    click.echo(f"    {duty.what}")
    click.echo(f"    {duty.who} · {duty.how}")
