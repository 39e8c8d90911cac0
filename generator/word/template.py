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
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from docxtpl import DocxTemplate
from jinja2 import TemplateError as JinjaError
from jinja2 import TemplateSyntaxError

from generator.archive import Member, deflated, deflated_from, packed, zipped
from generator.errors import Place, Problem, TemplateError
from generator.word.draft import marked
from generator.word.halves import without_other_half
from generator.word.nesting import levels, torn
from generator.word.package import DOCUMENT, has_tags, holds_text, read_parts
from generator.word.printing import ENVIRONMENTS, UnprintableError, outside_run
from generator.word.repairing import in_rows, needs_repair
from generator.word.tags import Tag, numbered, tag_at, tags_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from types import TracebackType

    import jinja2

FIRST_CONTROL_ID = 1_000_001
PIECES = 1_024  # pieces of text joined at once, some 80 rows: what follows fits the fast memory
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

FAILURES = (
    UnprintableError,
    JinjaError,
    ArithmeticError,
    AttributeError,
    LookupError,
    RecursionError,
    TypeError,
    ValueError,
)


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
    may_lack: bool  # something that a loop or a condition leaves out


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
        values |= _numbering() | {"outside_run": outside_run}
        return zipped(self._member(name, values, draft=draft) for name in self.order)

    def _member(self, name: str, values: dict[str, Any], *, draft: bool) -> Member:
        if name in self.static:
            return self.static[name]
        texts = self._texts(self.parts[name], values)
        if draft and name == DOCUMENT:
            texts = iter([marked("".join(texts))])
        first = next(texts, "").encode()
        second = next(texts, "").encode()
        if not second:
            return deflated(name, first)
        return deflated_from(name, chain((first, second), map(str.encode, texts)))

    def _texts(self, part: _Part, values: dict[str, Any]) -> Iterator[str]:
        """The text of a part: all of it, or of a long one some rows at a time."""
        try:
            yield from (in_rows if part.may_lack else iter)(
                _joined(part.jinja.generate(values))
            )
        except FAILURES as error:
            raise TemplateError([self._failure(part, error)]) from error

    def _failure(self, part: _Part, error: Exception) -> Problem:
        place = place_of(tag_at(part.tags, _line_of(error.__traceback__)), self.name)
        if isinstance(error, UnprintableError):
            return Problem(error.code, values={"value": error.value}, place=place)
        return Problem("template-failed", values={"reason": str(error)}, place=place)


def _joined(printed: Iterator[str]) -> Iterator[str]:
    """What a template prints, so many pieces at a time: a country's table is never one text."""
    while pieces := list(islice(printed, PIECES)):
        yield "".join(pieces)


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
        static={part: packed(part, data) for part, data in parts.items() if part not in tagged},
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
        may_lack = needs_repair(levels(tree))
        return _Part(part, environment.from_string(tree), tags, may_lack)
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
