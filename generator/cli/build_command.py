"""vankien build and vankien check."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.dates import day_of
from generator.cli.language import _
from generator.cli.outcome import paced, progress_line, say_outcome
from generator.cli.printing import Exit, as_text, count, show, told
from generator.errors import has_errors

if TYPE_CHECKING:
    from datetime import date

    from generator.batch import Workers

FOLDER = click.argument(
    "folder",
    metavar=_("THƯ_MỤC"),
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
AS_OF = click.option(
    "--as-of",
    metavar=_("NGÀY"),
    callback=lambda _context, _option, value: day_of(value),
    help=_("Xem như hôm nay là NGÀY (ngày/tháng/năm): việc nào đã qua hạn."),
)
OUTPUT = click.option(
    "-o",
    "--output",
    "target",
    metavar=_("THƯ_MỤC"),
    type=click.Path(file_okay=False, path_type=Path),
    help=_("Nơi ghi kết quả; mặc định output/TÊN_THƯ_MỤC_DỮ_LIỆU."),
)
JOBS = click.option(
    "--jobs",
    metavar=_("SỐ"),
    type=click.IntRange(0, 61),
    default=0,
    help=_("Số tiến trình cùng lập văn kiện; mặc định theo số đơn vị và số nhân của máy."),
)
CLUSTER = click.option(
    "--cluster",
    metavar=_("ĐỊA_CHỈ"),
    default="",
    help=_("Chia việc cho các máy của một dask scheduler: tcp://127.0.0.1:… hoặc tls://…"),
)
STRICT = click.option("--strict", is_flag=True, help=_("Coi cảnh báo là lỗi."))


def workers_of(jobs: int, cluster: str) -> Workers:
    """Who does the work. Raises BuildError where a cluster is open to everybody."""
    from generator.batch import Workers, refuse_open_cluster  # noqa: PLC0415 - heavy

    if cluster:
        refuse_open_cluster(cluster)
    return Workers(jobs, cluster)


def output_of(folder: Path, target: Path | None) -> Path:
    """Where the papers of a data folder go: the place asked for, or the usual one."""
    return target or Path("output") / folder.resolve().name


@click.command(
    options_metavar=_("[TÙY CHỌN]"),
    help=_("Lập văn kiện của một đợt từ THƯ_MỤC dữ liệu (có tệp round.yaml hoặc round.xlsx)."),
    short_help=_("Lập văn kiện."),
)
@FOLDER
@OUTPUT
@click.option(
    "--only",
    metavar=_("MÃ"),
    multiple=True,
    help=_(
        "Chỉ lập văn kiện mã này (ke-hoach, lich-cong-tac, bao-cao-ket-qua, thong-ke-bau-cu, "
        "bien-ban-kiem-phieu, tong-hop-ket-qua-bau-cu, bao-cao-ket-qua-chi-dao); "
        "dùng được nhiều lần."
    ),
)
@click.option(
    "--draft",
    is_flag=True,
    help=_("Lập bản dự thảo: chỗ thiếu được đánh dấu trong trang, ghi “Dự thảo”."),
)
@click.option("--pdf", is_flag=True, help=_("Lập thêm bản PDF (cần LibreOffice)."))
@JOBS
@CLUSTER
@STRICT
def build(  # noqa: PLR0913, PLR0917 - one parameter an option
    folder: Path,
    target: Path | None,
    only: tuple[str, ...],
    draft: bool,  # noqa: FBT001 - click passes flags so
    pdf: bool,  # noqa: FBT001
    jobs: int,
    cluster: str,
    strict: bool,  # noqa: FBT001
) -> None:
    """Make the papers of a round."""
    with told(), progress_line() as progress:
        from generator.build import Options  # noqa: PLC0415 - heavy
        from generator.build import build as make  # noqa: PLC0415

        _known_papers(only)
        options = Options(only, draft, pdf, strict, workers_of(jobs, cluster))
        place = output_of(folder, target)
        result = make(folder, place, options, paced(progress, time.monotonic))
    if result.outcome.made or not has_errors(result.problems):
        say_outcome(result.outcome, place)
    show(result.problems)
    if has_errors(result.problems):
        raise SystemExit(Exit.IN_PART)


@click.command(
    options_metavar=_("[TÙY CHỌN]"),
    help=_("Kiểm tra dữ liệu trong THƯ_MỤC, không ghi gì."),
    short_help=_("Kiểm tra dữ liệu."),
)
@FOLDER
@STRICT
@click.option("--json", "as_json", is_flag=True, help=_("In kết quả dạng JSON."))
@AS_OF
def check(
    folder: Path,
    strict: bool,  # noqa: FBT001 - click passes flags so
    as_json: bool,  # noqa: FBT001
    as_of: date | None,
) -> None:
    """Check the data of a round."""
    with told(as_json=as_json):
        from generator.checking import checked  # noqa: PLC0415 - heavy

        problems = checked(folder, strict=strict, as_of=as_of).problems
    if as_json:
        click.echo(as_text(problems))
        return
    show(problems)
    said = count(problems)
    click.echo(
        _("Dữ liệu dùng được ({count}).").format(count=said) if said else _("Dữ liệu đúng.")
    )


def _known_papers(codes: tuple[str, ...]) -> None:
    from generator.catalog import CODES  # noqa: PLC0415 - heavy
    from generator.errors import BuildError, Problem  # noqa: PLC0415

    choices = " · ".join(CODES)
    unknown = [code for code in codes if code not in CODES]
    if unknown:
        values = ({"value": code, "choices": choices} for code in unknown)
        raise BuildError(Problem("unknown-paper", values=one) for one in values)
