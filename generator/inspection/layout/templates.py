"""The wording of a profile ("Số {number}-{kind}/{issuer}") as a pattern to read with."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLACE = re.compile(r"\{(\w+)\}")


def literals(template: str) -> list[str]:
    """What stands before, between and after the places of a template.

    >>> literals("Số {number}-{kind}/{issuer}")
    ['Số ', '-', '/', '']
    """
    return _PLACE.split(template)[::2]


def pattern(template: str, parts: Mapping[str, str]) -> re.Pattern[str]:
    """The template as a pattern; one space of it is any number of spaces.

    >>> pattern("ngày {day} tháng", {"day": "[0-9]*"}).fullmatch("ngày  tháng") is not None
    True
    """
    out = ""
    for at, text in enumerate(_PLACE.split(template)):
        out += f"(?P<{text}>{parts[text]})" if at % 2 else _spaced(text)
    return re.compile(out)


def _spaced(text: str) -> str:
    return r"\s*".join(re.escape(word) for word in re.split(r"\s+", text))
