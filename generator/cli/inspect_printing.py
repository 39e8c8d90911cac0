"""What `vankien inspect` tells a clerk: paper by paper, the most serious first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from generator.cli.language import _
from generator.cli.printing import MOST_ALIKE, counted, marked
from generator.errors import Severity, sentence
from generator.inspection.reports import severities, title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.errors import Problem
    from generator.inspection.copies import Change
    from generator.inspection.inspecting import Inspection
    from generator.inspection.reports import Corrected, Paper, Report

MOST_PLACES = 12  # places that are listed of one sentence


def show_report(report: Report, *, is_fixing: bool = False) -> None:
    """Print every paper, then how much was found in how many."""
    for paper in report.papers:
        _show_paper(paper, is_fixing=is_fixing)
    if count := len(report.papers):
        said = counted(severities(report.left())) or _("không có lỗi nào")
        click.echo(_("Đã kiểm tra {count} tệp: {said}.").format(count=count, said=said))
    if refused := len(report.refused):
        click.echo(_("Không mở được {count} tệp.").format(count=refused))


def _show_paper(paper: Paper, *, is_fixing: bool) -> None:
    click.secho(paper.file, bold=True)
    inspection, corrected = paper.inspection, paper.corrected
    profile = _("Thể thức: {title} ({why}).")
    click.echo("  " + profile.format(title=inspection.profile.title, why=inspection.why))
    if not inspection.is_sure:
        doubt = _("Chưa chắc là thể thức này; nêu --profile nếu biết rõ.")
        click.echo(f"  {marked(Severity.NOTE)}: {doubt}")
    if corrected:
        _show_corrected(corrected)
    elif is_fixing and inspection.findings:
        click.echo("  " + _("Không có gì sửa được mà không đụng đến lời văn."))
    _show_findings((corrected or paper).inspection)
    if paper.annotated:
        click.echo("  " + _("Bản có nhận xét: {file}").format(file=paper.annotated))


def _show_corrected(corrected: Corrected) -> None:
    """The copy: what was put right in it, what was left, what it lost; and what it says now."""
    if corrected.file:
        click.echo("  " + _("Bản đã sửa: {file}").format(file=corrected.file))
    _show_changes(_("Đã sửa"), corrected.changes)
    _show_changes(_("Chưa sửa"), corrected.left)
    _show_changes(_("Lưu ý"), corrected.losses)
    if corrected.file:
        click.echo("  " + _("Kiểm tra lại bản đã sửa:"))


def _show_changes(title: str, changes: Sequence[Change]) -> None:
    _show_alike(title, [change.problem("") for change in changes])


def _show_findings(inspection: Inspection) -> None:
    if not inspection.findings:
        click.echo("  " + _("Không có lỗi."))
    problems = [one.problem("") for one in inspection.findings]
    for severity in (Severity.ERROR, Severity.WARNING, Severity.NOTE):
        _show_alike(marked(severity), [one for one in problems if one.severity is severity])
    if missing := inspection.not_found:
        titles = ", ".join(title_of(one, inspection.profile) for one in missing)
        click.echo("  " + _("Không nhận ra nên không xét: {titles}.").format(titles=titles))


def _show_alike(title: str, problems: Iterable[Problem]) -> None:
    """Problems under a title; what is said of many places is said once, then the places."""
    places: dict[str, list[str]] = {}
    for one in problems:
        places.setdefault(sentence(one, _), []).append(one.place.words)
    for said, where in places.items():
        if len(where) > MOST_ALIKE:
            _show_many(f"{title}: {_('{number} chỗ').format(number=len(where))}: {said}", where)
            continue
        for words in where:
            click.echo(f"  {title}: {': '.join(filter(None, (words, said)))}")


def _show_many(said: str, where: Sequence[str]) -> None:
    click.echo(f"  {said}")
    for words in where[:MOST_PLACES]:
        click.echo(f"    {words}")
    if (more := len(where) - MOST_PLACES) > 0:
        click.echo("    " + _("và {count} chỗ khác").format(count=more))
