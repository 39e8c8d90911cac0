"""Commands: parse, call, print. Only this imports click and the catalogs.

The language is chosen before click is imported, because click and the commands take their words
when they are defined.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the command `vankien`; exits with its code."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # a redirected stream on Windows is not UTF-8
            stream.reconfigure(encoding="utf-8", errors="replace")
    from generator.cli import language  # noqa: PLC0415

    language.choose(given)
    from generator.cli.stopping import stoppable  # noqa: PLC0415

    with stoppable():
        from generator.cli.commands import vankien  # noqa: PLC0415

        vankien.main(args=given, prog_name="vankien")
