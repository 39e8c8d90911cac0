"""A Word template compiled once, rendered for as many views as there are.

docxtpl turns the tags that a person typed into Jinja source; what follows is ours, because used
bare it loses text silently: sandboxed, escaped, strict, no control characters, a cell keeps its
paragraph, a table without rows goes, ids of controls are unique, the same view gives the same
bytes. The parts without tags are deflated once.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateSyntaxError
from jinja2 import TemplateError as JinjaError
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup, escape

from generator.archive import Member, deflated, zipped
from generator.errors import Place, Problem, TemplateError
from generator.word.draft import marked
from generator.word.halves import without_other_half
from generator.word.nesting import torn
from generator.word.package import DOCUMENT, has_tags, holds_text, read_parts
from generator.word.tags import Tag, numbered, tag_at, tags_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from types import TracebackType

    import jinja2

FIRST_CONTROL_ID = 1_000_001
NB_HYPHEN = "\u2011"
_CONTROL = re.compile("[\x00-\x1f\x7f\ufffe\uffff\ud800-\udfff]")
_IDS = re.compile(
    r'(<w:sdtPr>(?:(?!</w:sdtPr>).)*?<w:id w:val="|<wp:docPr id=")[-\d]+(?=")', re.DOTALL
)
_POINT_MARKS = re.compile(
    r'(<w:bookmarkStart w:id=")[-\d]+("[^<>]*/><w:bookmarkEnd w:id=")[-\d]+(?=")'
)
_PRINTING = re.compile(r"\{\{(-?\n)(.*?)\}\}", re.DOTALL)
# attributes, and the text of any element but w:t: no element can stand there
_OUTSIDE_RUNS = re.compile(
    r"<[^<>]*\{\{[^<>]*>|<(?!w:t[ >]|/)[^<>]*>[^<]*\{\{[^<]*(?=<)", re.DOTALL
)
_MARKS = r"(?:\s*<w:(?:bookmarkStart|bookmarkEnd|proofErr)\b[^>]*/>)*\s*"
_CELL_WITHOUT_PARAGRAPH = re.compile(
    rf"((?:<w:tc(?: [^>]*)?>|</w:tcPr>|<w:tcPr/>|</w:tbl>){_MARKS})</w:tc>"
)
# what a loop or a condition left empty, and where each begins
_EMPTY = re.compile(
    r"<w:sdtContent>\s*</w:sdtContent>\s*</w:(?P<sdt>sdt)>"
    r"|(?:</w:tblGrid>|<w:tblGrid/>)\s*</w:(?P<tbl>tbl)>"
    r"|(?:<w:tr(?: [^>]*)?>|</w:trPr>|<w:trPr/>)\s*</w:(?P<tr>tr)>"
)
_NB_HYPHEN_MARKUP = Markup('</w:t><w:noBreakHyphen/><w:t xml:space="preserve">')


class _ValueError(Exception):
    """A value that cannot be printed; carries the code of the problem."""

    def __init__(self, code: str, value: str = "") -> None:
        self.code = code
        self.value = value
        super().__init__(code)


FAILURES = (
    _ValueError,
    JinjaError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


def _printable(value: Any) -> Markup:
    """The value as text of a run: escaped, hyphens that do not break in Word's own way."""
    text = _checked(value)
    if NB_HYPHEN in text:
        return _NB_HYPHEN_MARKUP.join(escape(piece) for piece in text.split(NB_HYPHEN))
    return escape(text)


def _outside_run(value: Any) -> str:
    """The value for an attribute or another place where no element can stand."""
    return _checked(value).replace(NB_HYPHEN, "-")


def _plain(value: Any) -> Markup:
    """The value as text of a part without runs."""
    return escape(_outside_run(value))


def _checked(value: Any) -> str:
    if isinstance(value, StrictUndefined):
        value._fail_with_undefined_error()  # noqa: SLF001 - Jinja's own way to say the name
    if not isinstance(value, str | int) or isinstance(value, bool):
        raise _ValueError("value-empty")
    text = str(value)
    if found := _CONTROL.search(text):
        raise _ValueError("value-control", f"U+{ord(found[0]):04X}")
    return text


def _environment(*, in_runs: bool) -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printable if in_runs else _plain,
        keep_trailing_newline=True,
    )


ENVIRONMENTS = {in_runs: _environment(in_runs=in_runs) for in_runs in (True, False)}


def jinja_source(content: bytes) -> str:
    """The Jinja source of a part, the n-th tag on line n + 1."""
    patched: str = DocxTemplate(io.BytesIO()).patch_xml(content.decode())
    return numbered(patched)


@dataclass(frozen=True, slots=True)
class _Part:
    """A part with tags, compiled."""

    name: str
    jinja: jinja2.Template
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class Template:
    """A compiled template; `render` gives the bytes of a document."""

    name: str
    order: tuple[str, ...]
    parts: dict[str, _Part]
    static: dict[str, Member]

    def render(self, view: Any, *, draft: bool = False) -> bytes:
        """The document of a view: a frozen dataclass of printable values.

        Raises TemplateError, with the paragraph, where a tag cannot be printed.
        """
        values = {field.name: getattr(view, field.name) for field in fields(view)}
        values |= _numbering() | {"outside_run": _outside_run}
        return zipped(self._member(name, values, draft=draft) for name in self.order)

    def _member(self, name: str, values: dict[str, Any], *, draft: bool) -> Member:
        if name in self.static:
            return self.static[name]
        text = self._text(self.parts[name], values)
        if draft and name == DOCUMENT:
            text = marked(text)
        return deflated(name, text.encode())

    def _text(self, part: _Part, values: dict[str, Any]) -> str:
        try:
            return _repaired(part.jinja.render(values))
        except FAILURES as error:
            raise TemplateError([self._failure(part, error)]) from error

    def _failure(self, part: _Part, error: Exception) -> Problem:
        place = place_of(tag_at(part.tags, _line_of(error.__traceback__)), self.name)
        if isinstance(error, _ValueError):
            return Problem(error.code, values={"value": error.value}, place=place)
        return Problem("template-failed", values={"reason": str(error)}, place=place)


def _numbering() -> dict[str, Callable[[], int]]:
    """What gives each control and bookmark of a document its id, and repeats the last one."""
    last = FIRST_CONTROL_ID - 1

    def following() -> int:
        nonlocal last
        last += 1
        return last

    return {"next_id": following, "same_id": lambda: last}


def compile_template(content: bytes, name: str) -> Template:
    """The template of a Word file, parsed and patched once.

    Raises TemplateError, with the paragraph, where a tag is misspelt.
    """
    parts = read_parts(content)
    tagged = [part for part, data in parts.items() if has_tags(part, data)]
    return Template(
        name=name,
        order=tuple(parts),
        parts={part: _compiled(part, parts[part], name) for part in tagged},
        static={
            part: deflated(part, data) for part, data in parts.items() if part not in tagged
        },
    )


def _compiled(part: str, content: bytes, name: str) -> _Part:
    tags = tuple(tags_of(part, content))
    environment = ENVIRONMENTS[holds_text(part)]
    source = _OUTSIDE_RUNS.sub(_as_outside_run, jinja_source(content))
    source = _IDS.sub(r"\1{{next_id()}}", source)
    source = _POINT_MARKS.sub(r"\1{{next_id()}}\2{{same_id()}}", source)
    try:
        tree = environment.parse(source)
        if pieces := torn(tree, tags):
            raise TemplateError(torn_problem(tag, name) for tag in pieces)
        return _Part(part, environment.from_string(tree), tags)
    except (SyntaxError, RecursionError, TemplateSyntaxError) as error:
        raise TemplateError([syntax_problem(error, tags, name)]) from error


def _as_outside_run(found: re.Match[str]) -> str:
    return _PRINTING.sub(r"{{\1outside_run(\2)}}", found[0])


def syntax_problem(error: Exception, tags: tuple[Tag, ...], name: str) -> Problem:
    """A misspelt tag, at its paragraph; Python's own limits stop too many levels of tags."""
    if not isinstance(error, TemplateSyntaxError):
        return Problem("template-too-deep", place=Place(name))
    if lonely := without_other_half(tags):
        tag, wanted = lonely
        return Problem("template-half", values={"wanted": wanted}, place=place_of(tag, name))
    return Problem("template-syntax", place=place_of(tag_at(tags, error.lineno), name))


def torn_problem(tag: Tag, name: str) -> Problem:
    """A tag that would leave the document in pieces."""
    return Problem("template-torn", values={"tag": tag.text}, place=place_of(tag, name))


def place_of(tag: Tag, name: str) -> Place:
    """Where a person finds a tag."""
    return Place(name, words=f"{tag.words}, thẻ {tag.text}")


def _line_of(trace: TracebackType | None) -> int:
    line = 0
    while trace:
        if trace.tb_frame.f_code.co_filename == "<template>":
            line = trace.tb_lineno
        trace = trace.tb_next
    return line


def _repaired(text: str) -> str:
    """The text without empty tables, rows and controls; every cell has its paragraph."""
    while (shorter := _without_empty(text)) != text:
        text = shorter
    return _CELL_WITHOUT_PARAGRAPH.sub(r"\1<w:p/></w:tc>", text)


def _without_empty(text: str) -> str:
    kept: list[str] = []
    end = 0
    for found in _EMPTY.finditer(text):
        begins = (f"<w:{found.lastgroup}>", f"<w:{found.lastgroup} ")
        start = max(text.rfind(begin, end, found.end()) for begin in begins)
        kept.append(text[end:start])
        end = found.end()
    return "".join([*kept, text[end:]])
