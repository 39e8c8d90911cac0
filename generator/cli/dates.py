"""Days as they are typed on the command line; nothing else says what day it is."""

from __future__ import annotations

import re
from datetime import date

import click

from generator.cli.language import _

_DAY = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})")


def day_of(value: str | None) -> date | None:
    """The day typed as 05/3/2025; a usage error where it is none."""
    if value is None:
        return None
    found = _DAY.fullmatch(value)
    try:
        day, month, year = map(int, found.groups()) if found else (0, 0, 0)
        return date(year, month, day)
    except ValueError as error:
        said = _(
            "“{value}” không phải là một ngày có thật. Ghi ngày/tháng/năm, ví dụ 05/3/2025."
        )
        raise click.BadParameter(said.format(value=value)) from error
