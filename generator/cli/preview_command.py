"""vankien preview."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import click

from generator.cli.language import _
from generator.cli.outcome import progress_line
from generator.cli.printing import Exit, show, told
from generator.errors import has_errors

if TYPE_CHECKING:
    from generator.preview import Result

FINEST = 600
_PAGES = re.compile(r"(?P<first>[1-9]\d{0,4})(?P<range>-(?P<last>[1-9]\d{0,4})?)?")


def pages_of(text: str | None) -> tuple[int, int]:
    """The first and last page of "2", "1-3", "4-" (0: to the end); of nothing, all."""
    if text is None:
        return 1, 0
    found = _PAGES.fullmatch(text.replace(" ", ""))
    if found is None:
        raise click.BadParameter(
            _("“{value}” không phải là trang, ví dụ 2, 1-3, 4-.").format(value=text)
        )
    first = int(found["first"])
    last = int(found["last"] or 0) if found["range"] else first
    if 0 < last < first:
        raise click.BadParameter(
            _("Trang cuối {last} trước trang đầu {first}.").format(first=first, last=last)
        )
    return first, last


@click.command(
    options_metavar=_("[TÙY CHỌN]"),
    help=_(
        "Vẽ các trang của một TỆP (.docx, .xlsx, .pdf) hoặc của mọi tệp trong THƯ_MỤC "
        "thành hình PNG để xem trước (cần LibreOffice và poppler)."
    ),
    short_help=_("Vẽ các trang thành hình PNG."),
)
@click.argument(
    "source", metavar=_("TỆP|THƯ_MỤC"), type=click.Path(exists=True, path_type=Path)
)
@click.option(
    "-o",
    "--output",
    "target",
    metavar=_("THƯ_MỤC"),
    type=click.Path(file_okay=False, path_type=Path),
    help=_("Nơi ghi hình; mặc định thư mục xem-truoc cạnh tệp, trong thư mục."),
)
@click.option(
    "--pages",
    metavar=_("TRANG"),
    callback=lambda _context, _option, value: pages_of(value),
    help=_("Chỉ các trang này: 2, 1-3 hoặc 4- (từ trang 4 đến hết)."),
)
@click.option(
    "--dpi",
    metavar=_("SỐ"),
    type=click.IntRange(20, FINEST),
    default=100,
    show_default=True,
    help=_("Độ nét, số điểm ảnh trên một inch."),
)
def preview(source: Path, target: Path | None, pages: tuple[int, int], dpi: int) -> None:
    """Draw the pages of papers."""
    with told(), progress_line() as progress:
        from generator.preview import Look  # noqa: PLC0415 - heavy
        from generator.preview import preview as draw  # noqa: PLC0415

        result = draw(source, Look(*pages, dpi), target, progress)
    _say(result)
    if result.unsafe:
        raise SystemExit(Exit.UNSAFE_FILE)
    if has_errors(result.problems):
        raise SystemExit(Exit.IN_PART)


def _say(result: Result) -> None:
    said = _("Đã vẽ {count} trang trong {folder}:")
    if result.pictures:
        click.echo(said.format(count=len(result.pictures), folder=result.folder))
    for name in result.pictures:
        click.echo(f"  {name}")
    show((*result.unsafe, *result.problems))
