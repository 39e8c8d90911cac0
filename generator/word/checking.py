"""Every tag of every part of a template, typed against the dataclass of its view.

A template prints and repeats; it does not compute: names, `for`, `if`, nothing else. A misspelt
name, a value that cannot be printed, one that may be absent, text beside a tag that would take
it away: each is found before anything is rendered, with its paragraph or table cell.
"""

from __future__ import annotations

import re
import types
from dataclasses import fields, is_dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin, get_type_hints

from jinja2 import TemplateSyntaxError, nodes

from generator.errors import Place, Problem
from generator.word.nesting import torn
from generator.word.package import DOCUMENT, has_tags, holds_text, may_have_tags, read_parts
from generator.word.printing import ENVIRONMENTS
from generator.word.tags import (
    LONELY,
    TAG,
    Paragraph,
    Tag,
    paragraphs_of,
    quoted,
    tag_at,
    tags_of,
)
from generator.word.template import (
    jinja_source,
    place_of,
    syntax_problem,
    torn_problem,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_STATEMENT = re.compile(r"\{%\s*(?:if|elif|else|endif|for|endfor)\b")
_BRACES = re.compile(r"\{\{|\}\}|\{%|%\}|\{ \{|\} \}|\{\s*[^\W\d][\w.]*\s*\}")
_ODD_TAGS = (
    (re.compile(r"^\{\{(?:p|r|tr|tc)\s"), "{{p …}}, {{r …}}"),
    (re.compile(r"^\{%-?\s*(?:colspan|cellbg|vm|hm|raw)\b"), "lệnh riêng của thư viện"),
    (re.compile(r"^\{[{%]-|-[%}]\}$"), "dấu - ở đầu hoặc cuối thẻ"),
)
_COMMENT = re.compile(r"\{#|#\}")
_ARITHMETIC = ("Add", "Sub", "Mul", "Div", "FloorDiv", "Mod", "Pow", "Neg", "Pos", "Concat")
_CONSTRUCTS = {
    **dict.fromkeys(_ARITHMETIC, "phép tính"),
    **dict.fromkeys(("List", "Tuple", "Dict", "Const"), "giá trị viết sẵn"),
    **dict.fromkeys(("Include", "Import", "FromImport", "Extends", "Block"), "mẫu khác"),
    **dict.fromkeys(("Macro", "CallBlock"), "macro"),
    **dict.fromkeys(("Assign", "AssignBlock", "With"), "set"),
    **dict.fromkeys(("Filter", "FilterBlock"), "bộ lọc |"),
    "Call": "lời gọi ( )",
    "Getitem": "chỉ số [ ]",
    "Compare": "so sánh",
    "And": "and",
    "Or": "or",
    "Not": "not ở đây",
    "Test": "is",
    "CondExpr": "if trong {{ }}",
    "For": "for nhiều biến, có điều kiện hoặc có else",
}


def check_template(content: bytes, name: str, view: type) -> tuple[Problem, ...]:
    """Every problem of a template against its view."""
    problems: list[Problem] = []
    parts = read_parts(content)
    if DOCUMENT not in parts:
        return (Problem("not-a-package", place=Place(name)),)
    for part, data in parts.items():
        if may_have_tags(part):
            problems += _text_problems(name, part, data)
        if has_tags(part, data):
            problems += _part_problems(name, part, data, view)
    return tuple(problems)


def _text_problems(name: str, part: str, data: bytes) -> Iterator[Problem]:
    paragraphs = paragraphs_of(part, data)
    for paragraph in paragraphs:
        place = Place(name, words=f"{paragraph.words}, “{quoted(paragraph.text)}”")
        if _BRACES.search(TAG.sub("", paragraph.text)):
            yield Problem("template-unclosed", place=place)
        if _COMMENT.search(paragraph.text):
            values = {"construct": "chú thích {# #}"}
            yield Problem("template-forbidden", values=values, place=place)
        yield from _lonely_problems(paragraph, paragraphs, place)


def _lonely_problems(
    paragraph: Paragraph, paragraphs: list[Paragraph], place: Place
) -> Iterator[Problem]:
    """What disappears with a tag that stands for its paragraph, row or cell."""
    lonely = LONELY.search(paragraph.text)
    if lonely is None:
        if _alone(paragraph.text):
            values = {"tag": paragraph.text.strip()}
            yield Problem("template-empty-paragraph", values=values, place=place)
        return
    texts = [one.text for one in _sharing(paragraph, lonely[1], paragraphs)]
    lost = " ".join(texts).replace(lonely[0], "", 1).strip()
    if lost:
        values = {"tag": lonely[0], "text": quoted(lost)}
        yield Problem("template-text-lost", values=values, place=place)


def _alone(text: str) -> bool:
    tags = TAG.findall(text)
    return tags == [text.strip()] and _STATEMENT.match(tags[0]) is not None


def _sharing(paragraph: Paragraph, kind: str, all_: list[Paragraph]) -> list[Paragraph]:
    if kind == "tr" and paragraph.row is not None:
        return [one for one in all_ if one.row is paragraph.row]
    if kind == "tc" and paragraph.cell is not None:
        return [one for one in all_ if one.cell is paragraph.cell]
    return [paragraph]


def _part_problems(name: str, part: str, data: bytes, view: type) -> list[Problem]:
    tags = tuple(tags_of(part, data))
    problems = [*_odd_tags(name, tags)]
    checker = _Checker(name, tags)
    try:
        tree = ENVIRONMENTS[holds_text(part)].parse(jinja_source(data))
        problems += [torn_problem(tag, name) for tag in torn(tree, tags)]
        checker.body(tree.body, dict(_named_hints(view)), frozenset())
    except (TemplateSyntaxError, RecursionError) as error:
        return [*problems, syntax_problem(error, tags, name)]
    return [*problems, *checker.problems]


def _odd_tags(name: str, tags: tuple[Tag, ...]) -> Iterator[Problem]:
    """Tags of the libraries underneath that print what nobody typed."""
    for tag in tags:
        for pattern, construct in _ODD_TAGS:
            if pattern.search(tag.text):
                values = {"construct": construct}
                yield Problem("template-forbidden", values=values, place=place_of(tag, name))


Scope = dict[str, Any]
Present = frozenset[str]


class _Checker:
    """Walks the tree of a template with the types in scope and the names known to be there."""

    def __init__(self, name: str, tags: tuple[Tag, ...]) -> None:
        self.name = name
        self.tags = tags
        self.problems: list[Problem] = []

    def body(self, body: list[nodes.Node], scope: Scope, present: Present) -> None:
        for node in body:
            self.node(node, scope, present)

    def node(self, node: nodes.Node, scope: Scope, present: Present) -> None:
        if isinstance(node, nodes.Output):
            for part in node.nodes:
                self.output(part, scope, present)
        elif isinstance(node, nodes.For):
            self.loop(node, scope, present)
        elif isinstance(node, nodes.If):
            self.condition(node, scope, present)
        else:
            self.forbid(node)

    def output(self, node: nodes.Node, scope: Scope, present: Present) -> None:
        if isinstance(node, nodes.TemplateData):
            return
        kind = self.there(node, scope, present)
        if kind is not None and kind not in (str, int):
            values = {"name": _dotted(node), "kind": _kind_name(kind)}
            self.wrong("template-not-printable", node, **values)

    def loop(self, node: nodes.For, scope: Scope, present: Present) -> None:
        if node.else_ or node.test or node.recursive or not isinstance(node.target, nodes.Name):
            self.forbid(node)
            return
        kind = self.there(node.iter, scope, present)
        if kind is None:
            return
        if get_origin(kind) is not tuple:
            self.wrong("template-not-a-list", node, name=_dotted(node.iter))
            return
        target = node.target.name
        kept = frozenset(path for path in present if path.split(".")[0] != target)
        self.body(node.body, {**scope, target: get_args(kind)[0]}, kept)

    def condition(self, node: nodes.If, scope: Scope, present: Present) -> None:
        """Each branch knows what its own test found, and what the tests above did not."""
        for branch in (node, *node.elif_):
            negated = isinstance(branch.test, nodes.Not)
            test = branch.test.node if isinstance(branch.test, nodes.Not) else branch.test
            self.typed(test, scope, present)
            known = present | {_dotted(test)}
            self.body(branch.body, scope, present if negated else known)
            present = known if negated else present
        self.body(node.else_, scope, present)

    def there(self, node: nodes.Node, scope: Scope, present: Present) -> Any:
        """The type of a value that is surely there, or None after saying what is wrong."""
        kind = self.typed(node, scope, present)
        if kind is None:
            return None
        bare, optional = _without_none(kind)
        if optional and _dotted(node) not in present:
            self.wrong("template-may-be-absent", node, name=_dotted(node))
            return None
        return bare

    def typed(self, node: nodes.Node, scope: Scope, present: Present) -> Any:
        """The type of a dotted name, or None after saying what is wrong with it."""
        if isinstance(node, nodes.Name):
            return self.looked_up(node, node.name, scope)
        if not isinstance(node, nodes.Getattr):
            self.forbid(node)
            return None
        owner = self.there(node.node, scope, present)
        if owner is None:
            return None
        inside = dict(_named_hints(owner)) if is_dataclass(owner) else {}
        return self.looked_up(node, node.attr, inside)

    def looked_up(self, node: nodes.Node, name: str, known: Scope) -> Any:
        if name in known:
            return known[name]
        close = get_close_matches(name, known, n=1)
        self.wrong("template-unknown-name", node, name=_dotted(node), hint="".join(close))
        return None

    def forbid(self, node: nodes.Node) -> None:
        kind = type(node).__name__
        construct = _CONSTRUCTS.get(kind, "phép tính, lệnh khác")
        self.wrong("template-forbidden", node, construct=construct)

    def wrong(self, code: str, node: nodes.Node, **values: str) -> None:
        place = place_of(tag_at(self.tags, node.lineno), self.name)
        self.problems.append(Problem(code, values=values, place=place))


def _named_hints(kind: Any) -> list[tuple[str, Any]]:
    hints = get_type_hints(kind)
    return [(field.name, hints[field.name]) for field in fields(kind)]


def _without_none(kind: Any) -> tuple[Any, bool]:
    """The type without None, and whether it had it."""
    parts = get_args(kind) if get_origin(kind) in (types.UnionType, Union) else (kind,)
    inner = [part for part in parts if part is not types.NoneType]
    return inner[0], len(inner) < len(parts)


def _kind_name(kind: Any) -> str:
    if get_origin(kind) is tuple:
        return "một danh sách"
    return "giá trị đúng/sai" if kind is bool else "một nhóm giá trị"


def _dotted(node: nodes.Node) -> str:
    if isinstance(node, nodes.Name):
        return str(node.name)
    if isinstance(node, nodes.Getattr):
        return f"{_dotted(node.node)}.{node.attr}"
    return ""
