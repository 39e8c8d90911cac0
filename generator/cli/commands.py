"""The command and its sub-commands. Heavy libraries are imported by the one that needs them."""

from __future__ import annotations

import click

import generator
from generator.cli.build_command import build, check
from generator.cli.collect_command import collect
from generator.cli.convert_command import convert
from generator.cli.deadlines_command import deadlines
from generator.cli.inspect_command import inspect
from generator.cli.language import LANGUAGES, _
from generator.cli.new_command import new, schema
from generator.cli.preview_command import preview
from generator.cli.status_command import status
from generator.cli.template_commands import template

EPILOG = _(
    "Mã thoát: 0 xong; 1 dữ liệu sai; 2 gõ lệnh sai; 3 tệp không an toàn; "
    "4 thiếu chương trình ngoài; 5 chỉ làm được một phần."
)


@click.group(
    subcommand_metavar=_("LỆNH …"),
    options_metavar=_("[TÙY CHỌN]"),
    help=_("Làm mọi văn kiện của một đợt đại hội Đảng từ một tệp dữ liệu."),
    epilog=EPILOG,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 96},
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    expose_value=False,
    help=_("Ngôn ngữ của lời nhắn: vi (mặc định) hoặc en."),
)
@click.version_option(generator.__version__, "-V", "--version", prog_name="vankien")
def vankien() -> None:
    """Stand before the sub-commands."""


for command in (
    build,
    check,
    preview,
    inspect,
    collect,
    status,
    deadlines,
    new,
    convert,
    schema,
    template,
):
    vankien.add_command(command)
