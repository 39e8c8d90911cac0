"""vankien build and vankien check."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.dates import day_of
from generator.cli.language import _
from generator.cli.printing import Exit, as_text, count, show, told
from generator.errors import has_errors

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import date

    from generator.build import Result

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
STRICT = click.option("--strict", is_flag=True, help=_("Coi cảnh báo là lỗi."))


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
@STRICT
def build(  # noqa: PLR0913, PLR0917 - one parameter an option
    folder: Path,
    target: Path | None,
    only: tuple[str, ...],
    draft: bool,  # noqa: FBT001 - click passes flags so
    pdf: bool,  # noqa: FBT001
    strict: bool,  # noqa: FBT001
) -> None:
    """Make the papers of a round."""
    with told(), progress_line() as progress:
        from generator.build import Options  # noqa: PLC0415 - heavy
        from generator.build import build as make  # noqa: PLC0415

        _known_papers(only)
        options = Options(only, draft, pdf, strict)
        place = output_of(folder, target)
        result = make(folder, place, options, progress)
    _say(result, place)
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


@contextmanager
def progress_line() -> Iterator[Callable[[str], None]]:
    """On a terminal, say which document is being made, on one line."""
    if not sys.stderr.isatty():
        yield lambda _name: None
        return
    try:
        yield lambda name: click.echo(f"\r\x1b[K{name}", nl=False, err=True)
    finally:
        click.echo("\r\x1b[K", nl=False, err=True)


def _say(result: Result, place: Path) -> None:
    outcome = result.outcome
    made = _("Đã lập {count} tệp trong {place}:").format(count=len(outcome.made), place=place)
    click.echo(
        made
        if outcome.made
        else _("Không có gì phải lập lại trong {place}.").format(place=place)
    )
    width = max((len(name) for name in outcome.made), default=0)
    for name in outcome.made:
        title = result.titles.get(name, "")
        click.echo(f"  {name:<{width}}  {_(title) if title else ''}".rstrip())
    if outcome.made and outcome.unchanged:
        click.echo(_("{count} tệp không đổi.").format(count=len(outcome.unchanged)))
    for name in outcome.removed:
        click.echo(_("Đã bỏ {name}, nay không còn trong dữ liệu.").format(name=name))
    show(result.problems)
