"""Whether a template gives well-formed XML whatever its conditions and loops turn out to be.

A tag, or what stands between a tag and its end, must leave the document at the level where it
found it: then any choice of branches and any number of rows is well-formed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import nodes

from generator.word.tags import Tag, tag_at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_ELEMENT = re.compile(r"<(/?)([\w:]+)[^<>]*?(/?)>")


def torn(tree: nodes.Template, tags: Sequence[Tag]) -> tuple[Tag, ...]:
    """The tags that would leave the document in pieces."""
    found = [tag for tag in tags if tag.is_torn]
    found += [
        tag_at(tags, node.lineno)
        for node in blocks_of(tree)
        if not (_is_level(node.body) and _is_level(node.else_))
    ]
    if not found and not _is_level(tree.body):
        found = [tag_at(tags, 0)]
    return tuple(dict.fromkeys(found))


def blocks_of(tree: nodes.Template) -> list[nodes.For | nodes.If]:
    """The loops and conditions of a template."""
    return [*tree.find_all(nodes.For), *tree.find_all(nodes.If)]


def levels(tree: nodes.Template) -> Iterator[str]:
    """The markup of the template, and of the body of each loop and condition, each without
    what loops and conditions inside it may add: what is surely there, level by level.
    """
    yield "".join(_markup(tree.body))
    for node in blocks_of(tree):
        yield "".join(_markup(node.body))
        yield "".join(_markup(node.else_))


def _is_level(body: Iterable[nodes.Node]) -> bool:
    """Whether the markup ends where it began: what it closes, it opens again."""
    closed: list[str] = []
    opened: list[str] = []
    for end, name, alone in _ELEMENT.findall("".join(_markup(body))):
        if not end and not alone:
            opened.append(name)
        elif end and not opened:
            closed.append(name)
        elif end and opened.pop() != name:
            return False
    return closed == opened[::-1]


def _markup(body: Iterable[nodes.Node]) -> Iterator[str]:
    """The markup of a body; a loop or condition inside stands level on its own."""
    for node in body:
        if isinstance(node, nodes.Output):
            yield from (
                part.data for part in node.nodes if isinstance(part, nodes.TemplateData)
            )
