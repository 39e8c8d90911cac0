"""vankien convert."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.language import _
from generator.cli.printing import show, told


@click.command(
    options_metavar=_("[TÙY CHỌN]"),
    help=_(
        "Chuyển dữ liệu của một đợt từ NGUỒN sang ĐÍCH: round.yaml thành round.xlsx hoặc "
        "ngược lại, theo đuôi tệp; nêu thư mục thì lấy tệp trong thư mục. Không mất dữ liệu; "
        "chú thích trong YAML không phải là dữ liệu nên không chuyển."
    ),
    short_help=_("Chuyển dữ liệu YAML sang Excel hoặc ngược lại."),
)
@click.argument("source", metavar=_("NGUỒN"), type=click.Path(exists=True, path_type=Path))
@click.argument("target", metavar=_("ĐÍCH"), type=click.Path(path_type=Path))
def convert(source: Path, target: Path) -> None:
    """Write the data of a round in the other form."""
    with told():
        from generator.convert import convert as write  # noqa: PLC0415 - heavy

        done = write(source, target)
    show(done.problems)
    click.echo(_("Đã ghi {file}.").format(file=done.path))
    if len(done.beside) > 1:
        names = _(" và ").join(path.name for path in done.beside)
        click.echo(
            _("Thư mục nay có cả {names}: xóa tệp không dùng trước khi build.").format(
                names=names
            )
        )
