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
    blocks: list[nodes.For | nodes.If] = [*tree.find_all(nodes.For), *tree.find_all(nodes.If)]
    found += [
        tag_at(tags, node.lineno)
        for node in blocks
        if not (_is_level(node.body) and _is_level(node.else_))
    ]
    if not found and not _is_level(tree.body):
        found = [tag_at(tags, 0)]
    return tuple(dict.fromkeys(found))


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
