"""vankien new and vankien schema."""

from __future__ import annotations

from pathlib import Path

import click

from generator.cli.language import _
from generator.cli.printing import told


@click.command(
    options_metavar=_("[TÙY CHỌN]"),
    help=_(
        "Tạo THƯ_MỤC dữ liệu mới với tệp round.yaml mẫu có chú thích để sửa, "
        "hoặc với --excel là tệp round.xlsx để điền."
    ),
    short_help=_("Tạo thư mục dữ liệu mới."),
)
@click.argument("folder", metavar=_("THƯ_MỤC"), type=click.Path(path_type=Path))
@click.option("--excel", is_flag=True, help=_("Nhập dữ liệu bằng Excel (round.xlsx)."))
def new(folder: Path, excel: bool) -> None:  # noqa: FBT001 - click passes flags so
    """Make a new data folder with a round to edit."""
    with told():
        from generator.new import start, start_workbook  # noqa: PLC0415 - heavy

        start_workbook(folder) if excel else start(folder)
    click.echo(
        _("Đã tạo {file}. Sửa tệp này rồi chạy: vankien build {folder}").format(
            file=folder / ("round.xlsx" if excel else "round.yaml"), folder=folder
        )
    )


@click.command(
    options_metavar=_("[TÙY CHỌN]"),
    help=_("In JSON Schema của round.yaml, để trình soạn thảo gợi ý và báo lỗi khi gõ."),
    short_help=_("In JSON Schema của dữ liệu."),
)
def schema() -> None:
    """Print the JSON Schema of a round's data."""
    from generator.new import schema_text  # noqa: PLC0415 - heavy

    click.echo(schema_text(), nl=False)
