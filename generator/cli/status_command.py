"""vankien status."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import click

from generator.cli.build_command import FOLDER
from generator.cli.collect_command import AS_OF, next_steps
from generator.cli.language import _
from generator.cli.printing import count, told

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from generator.returns import Standing

COLOURS = {"nghi ngờ": "red", "quá hạn": "red", "đã có": "green"}
HEADINGS = (_("Đơn vị"), _("Hạn báo cáo"), _("Biểu"), _("Báo cáo"), _("Ghi chú"))


@click.command(
    options_metavar=_("[TÙY CHỌN]"),
    help=_(
        "In tình hình kết quả các đại hội trong sổ: đơn vị nào đã gửi, quá hạn, số liệu nghi "
        "ngờ, gửi lại. Không đọc tệp mới: việc ấy là của lệnh collect."
    ),
    short_help=_("Xem đơn vị nào đã gửi kết quả."),
)
@FOLDER
@AS_OF
@click.option("--json", "as_json", is_flag=True, help=_("In kết quả dạng JSON."))
def status(
    folder: Path,
    as_of: date,
    as_json: bool,  # noqa: FBT001 - click passes flags so
) -> None:
    """Show where each unit stands."""
    with told(as_json=as_json):
        from generator import register  # noqa: PLC0415 - heavy
        from generator.checking import checked  # noqa: PLC0415
        from generator.returns import standings  # noqa: PLC0415

        ready = checked(folder)
        with register.opened(folder) as book:
            listed = standings(book, ready.round, ready.calendar, as_of)
    if as_json:
        found = [_plain(one) for one in listed]
        click.echo(json.dumps(found, ensure_ascii=False, indent=1))
        return
    _print(listed)
    for step in next_steps(listed):
        click.echo(step)


def _print(listed: tuple[Standing, ...]) -> None:
    rows = [HEADINGS, *(_row(one) for one in listed)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(HEADINGS))]
    for row in rows:
        cells = [f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True)]
        state = row[2]
        cells[2] = click.style(cells[2], fg=COLOURS.get(state))
        click.echo("  ".join(cells).rstrip())


def _row(one: Standing) -> tuple[str, ...]:
    from generator.vietnamese import short_date  # noqa: PLC0415 - heavy

    due = short_date(one.due) if one.due else _("chưa rõ")
    marks = f" ({_('dự kiến')})" if one.due and one.provisional else ""
    report = _("đã có") if one.report else _("chưa có")
    return one.unit, f"{due}{marks}", _(one.state), report, "; ".join(_notes(one))


def _notes(one: Standing) -> list[str]:
    from generator.returns import problems_of  # noqa: PLC0415 - heavy

    if one.form is None:
        return [_("quá {days} ngày").format(days=one.late_by)] if one.late_by else []
    entry = one.form.entry
    notes = [entry.file]
    problems = problems_of(entry)
    if problems:
        notes.append(count(problems))
    if one.late_by:
        notes.append(_("gửi sau hạn {days} ngày").format(days=one.late_by))
    if one.unread:
        said = _("bản mới hơn {file} không đọc được, vẫn tính bản này")
        notes.append(said.format(file=one.unread.entry.file))
    elif one.sent > 1:
        notes.append(_("gửi {count} lần, tính bản mới nhất").format(count=one.sent))
    return notes


def _plain(one: Standing) -> dict[str, Any]:
    """What a program reads of a unit."""
    form, report = one.form, one.report
    return {
        "congress": one.congress,
        "unit": one.unit,
        "due": one.due.isoformat() if one.due else None,
        "state": one.state.name.lower(),
        "late_by": one.late_by,
        "file": form.entry.file if form else None,
        "saved_at": form.entry.saved_at if form else None,
        "unread": one.unread.entry.file if one.unread else None,
        "versions": one.sent,
        "report": report.entry.file if report else None,
    }
