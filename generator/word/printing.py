"""A value of a view as the text of a part: escaped, refused where it cannot be printed."""

from __future__ import annotations

import re
from typing import Any

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from generator.word.compiling import Compiler

NB_HYPHEN = "\u2011"
_CONTROL = re.compile("[\x00-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_SPECIAL = re.compile(rf"[&<>\"'{NB_HYPHEN}\x00-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_has_special = _SPECIAL.search
_NB_HYPHEN_MARKUP = Markup('</w:t><w:noBreakHyphen/><w:t xml:space="preserve">')


class UnprintableError(Exception):
    """A value that cannot be printed; carries the code of the problem."""

    def __init__(self, code: str, value: str = "") -> None:
        """Keep the code of the problem and what is wrong with the value."""
        self.code = code
        self.value = value
        super().__init__(code)


def in_run(value: Any) -> str:
    """The value as text of a run: escaped, hyphens that do not break in Word's own way."""
    if value.__class__ is str and not _has_special(value):
        return value  # nearly every value ends here
    if value.__class__ is int:
        return str(value)
    text = _checked(value)
    if NB_HYPHEN in text:
        return _NB_HYPHEN_MARKUP.join(escape(piece) for piece in text.split(NB_HYPHEN))
    return escape(text)


def outside_run(value: Any) -> str:
    """The value for an attribute or another place where no element can stand."""
    return _checked(value).replace(NB_HYPHEN, "-")


def in_plain_part(value: Any) -> str:
    """The value as text of a part without runs."""
    return escape(outside_run(value))


def _checked(value: Any) -> str:
    if isinstance(value, StrictUndefined):
        value._fail_with_undefined_error()  # noqa: SLF001 - Jinja's own way to say the name
    if not isinstance(value, str | int) or isinstance(value, bool):
        raise UnprintableError("value-empty")
    text = str(value)
    if found := _CONTROL.search(text):
        raise UnprintableError("value-control", f"U+{ord(found[0]):04X}")
    return text


class Environment(ImmutableSandboxedEnvironment):
    """The sandbox in which templates are rendered: strict, escaping, with nothing to call."""

    code_generator_class = Compiler

    def __init__(self, *, in_runs: bool) -> None:
        """Print as text of runs, or of a part that has none."""
        self.printed = in_run if in_runs else in_plain_part
        super().__init__(
            autoescape=True,
            undefined=StrictUndefined,
            finalize=self.printed,
            keep_trailing_newline=True,
        )


ENVIRONMENTS = {in_runs: Environment(in_runs=in_runs) for in_runs in (True, False)}
