"""vankien inspect."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.language import _
from generator.cli.outcome import progress_line
from generator.cli.printing import Exit, show, told

if TYPE_CHECKING:
    from generator.inspection.reports import Report
    from generator.inspector import Options
    from generator.paper_format import ProfileCode

AUTO = "auto"
PROFILES = (AUTO, "party-hd36", "party-hd05", "state-nd30")


@click.command(
    options_metavar=_("[TÙY CHỌN]"),
    help=_(
        "Kiểm tra thể thức của các TỆP Word (.docx), hoặc của mọi tệp Word trong một thư mục: "
        "khổ giấy, lề, phông và cỡ chữ, từng thành phần, số, ngày, bảng mã và dấu của chữ, "
        "các số trong bảng. Tệp không bị sửa. Mã thoát 1 khi có lỗi hoặc cảnh báo."
    ),
    short_help=_("Kiểm tra thể thức của tệp Word."),
)
@click.argument(
    "files",
    metavar=_("TỆP…"),
    nargs=-1,
    required=True,
    type=click.Path(exists=True, path_type=Path),
)
@click.option(
    "--profile",
    type=click.Choice(PROFILES),
    default=AUTO,
    show_default=True,
    callback=lambda _context, _option, value: _code(value),
    help=_("Thể thức để đối chiếu; auto là nhận ra từ chính văn bản."),
)
@click.option("--json", "as_json", is_flag=True, help=_("In kết quả dạng JSON."))
@click.option("--sarif", "as_sarif", is_flag=True, help=_("In kết quả dạng SARIF 2.1.0."))
@click.option(
    "--html",
    "page",
    metavar=_("TỆP"),
    type=click.Path(dir_okay=False, path_type=Path),
    help=_("Ghi thêm kết quả thành một trang để xem, in, gửi đi."),
)
@click.option(
    "--annotate",
    is_flag=True,
    help=_("Làm bản sao TÊN.nhan-xet.docx có nhận xét của Word ở từng chỗ."),
)
@click.option(
    "--fix",
    is_flag=True,
    help=_(
        "Làm bản sao TÊN.da-sua.docx đã sửa những gì sửa được mà không đụng đến lời văn: lề, "
        "phông, cỡ, giãn dòng, số trang, mã chữ; kể đã sửa gì và còn gì."
    ),
)
@click.option(
    "-o",
    "--output",
    "target",
    metavar=_("THƯ_MỤC"),
    type=click.Path(file_okay=False, path_type=Path),
    help=_("Nơi ghi các bản sao; mặc định cạnh từng tệp."),
)
def inspect(  # noqa: PLR0913, PLR0917 - one parameter an option
    files: tuple[Path, ...],
    profile: ProfileCode | None,
    as_json: bool,  # noqa: FBT001 - click passes flags so
    as_sarif: bool,  # noqa: FBT001
    page: Path | None,
    annotate: bool,  # noqa: FBT001
    fix: bool,  # noqa: FBT001
    target: Path | None,
) -> None:
    """Hold Word files to their form."""
    if as_json and as_sarif:
        raise click.UsageError(_("Chỉ nêu một trong hai: --json hoặc --sarif."))
    if target and not (annotate or fix):
        raise click.UsageError(_("-o là nơi ghi bản sao: nêu thêm --annotate hoặc --fix."))
    with told(as_json=as_json), progress_line() as progress:
        from generator.inspector import Options, inspected  # noqa: PLC0415 - heavy

        options = Options(profile, annotate, fix, target, page)
        result = inspected(files, options, progress)
    _say(result.report, _form(as_json=as_json, as_sarif=as_sarif), options)
    if result.page:
        click.echo(_("Đã ghi {file}.").format(file=result.page), err=as_json or as_sarif)
    if code := _exit(result.report):
        raise SystemExit(code)


def _code(value: str) -> ProfileCode | None:
    from generator.paper_format import ProfileCode  # noqa: PLC0415 - only this command

    return None if value == AUTO else ProfileCode(value.replace("-", "_"))


def _form(*, as_json: bool, as_sarif: bool) -> str:
    return "json" if as_json else "sarif" if as_sarif else ""


def _say(report: Report, form: str, options: Options) -> None:
    """Print the report: for a program all of it, for a person findings and what went wrong."""
    from generator.cli.inspect_printing import show_report  # noqa: PLC0415 - heavy
    from generator.inspection.reports import as_json, as_sarif  # noqa: PLC0415 - heavy

    if form:
        click.echo({"json": as_json, "sarif": as_sarif}[form](report, _))
        return
    show_report(report, is_fixing=options.fix)
    show((*report.refused, *report.problems))


def _exit(report: Report) -> Exit:
    """The first that applies: something unsafe, findings, something not done."""
    from generator.inspector import is_incomplete  # noqa: PLC0415 - heavy

    if report.refused:
        return Exit.UNSAFE_FILE
    if not report.is_clean:
        return Exit.WRONG_DATA
    return Exit.IN_PART if is_incomplete(report) else Exit.DONE
