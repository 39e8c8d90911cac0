"""What commands say of a run: how far it is, and what it made."""

from __future__ import annotations

import re
import sys
from collections import Counter
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from generator.cli.language import _

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from generator.output import Outcome

COUNTED = re.compile(r"(\d+)/(\d+) ")  # how progress through many things begins
MINUTE = 60
MOST_SHOWN = 40  # files that are listed one by one


@contextmanager
def progress_line() -> Iterator[Callable[[str], None]]:
    """On a terminal, say what is being done, on one line."""
    if not sys.stderr.isatty():
        yield lambda _name: None
        return
    try:
        yield lambda name: click.echo(f"\r\x1b[K{name}", nl=False, err=True)
    finally:
        click.echo("\r\x1b[K", nl=False, err=True)


def paced(show: Callable[[str], None], clock: Callable[[], float]) -> Callable[[str], None]:
    """Progress that says, where it counts, how fast things are done and how long yet.

    Each count begins with its own first thing.
    """
    start = clock()
    last = 0

    def say(text: str) -> None:
        nonlocal start, last
        counted = COUNTED.match(text)
        if not counted:
            show(text)
            return
        done, of = int(counted[1]), int(counted[2])
        if done < last:
            start = clock()
        last = done
        spent = clock() - start
        rate = f"({_pace(done / spent, of - done)}) " if spent else ""
        show(f"{counted[0]}{rate}{text[counted.end() :]}")

    return say


def _pace(speed: float, left: int) -> str:
    minutes = round(left / speed / MINUTE)
    until = (
        _("còn khoảng {count} phút").format(count=minutes) if minutes else _("còn dưới 1 phút")
    )
    return f"{_('{count} tệp/phút').format(count=round(speed * MINUTE))}, {until}"


def say_outcome(outcome: Outcome, place: Path) -> None:
    """Say what was made, what stayed, what went."""
    say_made(outcome, place)
    if outcome.made and outcome.unchanged:
        click.echo(_("{count} tệp không đổi.").format(count=len(outcome.unchanged)))
    for name in outcome.removed[:MOST_SHOWN]:
        click.echo(_("Đã bỏ {name}, nay không còn trong dữ liệu.").format(name=name))
    if (more := len(outcome.removed) - MOST_SHOWN) > 0:
        said = _("Đã bỏ {count} tệp khác, nay không còn trong dữ liệu.")
        click.echo(said.format(count=more))


def say_made(outcome: Outcome, place: Path) -> None:
    """List the files that were made; of many, how many of each paper."""
    from generator.making import title_of  # noqa: PLC0415 - heavy

    made = outcome.made
    if not made:
        click.echo(_("Không có gì phải lập lại trong {place}.").format(place=place))
        return
    click.echo(_("Đã lập {count} tệp trong {place}:").format(count=len(made), place=place))
    if len(made) <= MOST_SHOWN:
        width = max(map(len, made))
        for name in made:
            title = title_of(name)
            click.echo(f"  {name:<{width}}  {_(title) if title else ''}".rstrip())
        return
    for title, number in Counter(title_of(name) or name for name in made).items():
        click.echo(f"  {number:>6}  {_(title)}")
