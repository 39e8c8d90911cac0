"""The language of the words that commands print: Vietnamese, or English by catalog."""

from __future__ import annotations

import gettext
import os
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

LANGUAGES = ("vi", "en")
CATALOGS = Path(__file__).parent.parent / "locale"
OURS, CLICKS = "vankien", "messages"
_chosen: list[gettext.NullTranslations] = [gettext.NullTranslations()]


def choose(arguments: Sequence[str]) -> None:
    """Take the language from --lang, else from VANKIEN_LANG, else Vietnamese."""
    wanted = _asked(arguments) or os.environ.get("VANKIEN_LANG", "vi")
    language = wanted if wanted in LANGUAGES else "vi"
    os.environ["LANGUAGE"] = language  # click asks gettext, which asks this
    gettext.bindtextdomain(CLICKS, str(CATALOGS))
    catalog = gettext.translation(OURS, str(CATALOGS), languages=[language], fallback=True)
    _chosen[0] = catalog


def _asked(arguments: Sequence[str]) -> str:
    for i, argument in enumerate(arguments):
        if argument.startswith("--lang="):
            return argument.removeprefix("--lang=")
        if argument == "--lang" and i + 1 < len(arguments):
            return arguments[i + 1]
    return ""


def _(message: str) -> str:
    """The message in the chosen language."""
    return _chosen[0].gettext(message)
