"""vankien template: check, copy, new, restyle."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.language import _
from generator.cli.printing import Exit, count, show, told
from generator.errors import has_errors

if TYPE_CHECKING:
    from generator.errors import Problem
    from generator.paper_format import Profile

PROFILES = ("party_hd36", "party_hd05", "state_nd30")
OPTIONS = _("[TÙY CHỌN]")
PROFILE = click.option(
    "--profile",
    type=click.Choice(PROFILES),
    default="party_hd05",
    show_default=True,
    help=_("Thể thức của mẫu."),
)


@click.group(
    options_metavar=OPTIONS,
    subcommand_metavar=_("LỆNH …"),
    help=_("Mẫu Word của văn kiện: kiểm tra, chép về thư mục dữ liệu, tạo mới."),
    short_help=_("Mẫu Word của văn kiện."),
)
def template() -> None:
    """Stand before the template commands."""


@template.command(
    "check",
    options_metavar=OPTIONS,
    help=_("Kiểm tra mọi thẻ và thể thức của mẫu; không nêu MÃ là tất cả."),
    short_help=_("Kiểm tra mẫu."),
)
@click.argument("codes", metavar=_("[MÃ]…"), nargs=-1)
@click.option(
    "--round",
    "folder",
    metavar=_("THƯ_MỤC"),
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default=Path(),
    help=_("Thư mục dữ liệu có mẫu riêng trong templates/."),
)
def check_templates(codes: tuple[str, ...], folder: Path) -> None:
    """Check every tag and the formatting of templates."""
    problems: list[Problem] = []
    with told():
        from generator.templates import papers_with, problems_of  # noqa: PLC0415 - heavy

        for paper in papers_with(codes):
            problems += problems_of(paper, folder)
    show(problems)
    said = count(problems)
    click.echo(_("Có {count}.").format(count=said) if said else _("Mẫu đúng."))
    if has_errors(problems):
        raise SystemExit(Exit.WRONG_DATA)


@template.command(
    "copy",
    options_metavar=OPTIONS,
    help=_("Chép mẫu MÃ vào THƯ_MỤC dữ liệu (templates/MÃ.docx) để sửa riêng cho đợt ấy."),
    short_help=_("Chép mẫu để sửa riêng."),
)
@click.argument("code", metavar=_("MÃ"))
@click.argument(
    "folder",
    metavar=_("THƯ_MỤC"),
    type=click.Path(exists=True, file_okay=False, path_type=Path),
)
def copy_template(code: str, folder: Path) -> None:
    """Copy a shipped template into a round's folder."""
    with told():
        from generator.templates import copy  # noqa: PLC0415 - heavy

        path = copy(code, folder)
    click.echo(_("Đã chép mẫu vào {file}. Sửa bằng Word.").format(file=path))


@template.command(
    "new",
    options_metavar=OPTIONS,
    help=_("Tạo mẫu Word mới TỆP theo thể thức: đầu văn bản, kiểu chữ, khối ký, nơi nhận."),
    short_help=_("Tạo mẫu mới."),
)
@click.argument("file", metavar=_("TỆP"), type=click.Path(dir_okay=False, path_type=Path))
@click.option(
    "--kind",
    metavar=_("TÊN_LOẠI"),
    default="thông báo",
    show_default=True,
    help=_("Tên loại văn bản, ví dụ “báo cáo”."),
)
@PROFILE
def new_template(file: Path, kind: str, profile: str) -> None:
    """Make a new template from a profile."""
    with told():
        from generator.templates import make  # noqa: PLC0415 - heavy

        make(file, kind, _profile(profile))
    click.echo(_("Đã tạo mẫu {file}. Sửa bằng Word.").format(file=file))


@template.command(
    "restyle",
    options_metavar=OPTIONS,
    help=_("Đặt lại các kiểu chữ của mẫu TỆP theo thể thức; chữ và thẻ giữ nguyên."),
    short_help=_("Đặt lại kiểu chữ của mẫu."),
)
@click.argument(
    "file", metavar=_("TỆP"), type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@PROFILE
def restyle_template(file: Path, profile: str) -> None:
    """Make the styles of a template anew, in a copy beside it."""
    with told():
        from generator.templates import restyle  # noqa: PLC0415 - heavy

        path = restyle(file, _profile(profile))
    click.echo(_("Đã ghi mẫu với kiểu chữ mới: {file}.").format(file=path))


def _profile(code: str) -> Profile:
    from generator.paper_format import PROFILES as ALL  # noqa: PLC0415
    from generator.paper_format import ProfileCode  # noqa: PLC0415

    return ALL[ProfileCode(code)]
