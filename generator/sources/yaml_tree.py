"""YAML to plain text values, each with its place. Owns PyYAML.

Every scalar stays text (13:30 is no number, 00123 keeps its zeros), duplicate keys and aliases
are refused, an empty value is left out and remembered.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

from generator.errors import Place, Problem
from generator.sources.tree import Tree
from generator.sources.yaml_syntax import LOADER, syntax_problems
from generator.vietnamese import tidy

if TYPE_CHECKING:
    from generator.sources.tree import PathTo

EMPTY = ("", "~", "null")


def read_tree(content: bytes, file: str) -> Tree:
    """The tree of a YAML file; what is wrong with it is in its problems."""
    tree = Tree(file)
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        tree.problems.append(Problem("not-utf8", place=Place(file)))
        return tree
    tree.problems += syntax_problems(text, file)
    if not tree.problems:
        _walk_root(tree, yaml.compose(text, Loader=LOADER))
    return tree


def _walk_root(tree: Tree, root: yaml.Node | None) -> None:
    if isinstance(root, yaml.MappingNode):
        tree.value = _Walker(tree).value(root, ())
        return
    code = "empty-file" if root is None or _is_empty(root) else "not-a-mapping"
    tree.problems.append(Problem(code, place=Place(tree.file, 1, 1)))


class _Walker:
    """Walks the nodes once."""

    def __init__(self, tree: Tree) -> None:
        self.tree = tree

    def value(self, node: yaml.Node, path: PathTo) -> Any:
        self.tree.places[path] = self._place(node)
        if isinstance(node, yaml.ScalarNode):
            return self._text(node, path)
        if isinstance(node, yaml.SequenceNode):
            return [self.value(item, (*path, i)) for i, item in enumerate(node.value)]
        return self._mapping(node, path)

    def _mapping(self, node: yaml.Node, path: PathTo) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self.tree.wrong("yaml-key", path, self._place(key_node))
                continue
            key = tidy(key_node.value)
            here = (*path, key)
            if here in self.tree.keys:
                first = self.tree.keys[here].line
                self.tree.wrong("duplicate-key", here, self._place(key_node), first=str(first))
                continue
            self.tree.keys[here] = self._place(key_node)
            if _is_empty(value_node):
                self.tree.empty.add(here)
            else:
                found[key] = self.value(value_node, here)
        return found

    def _text(self, node: yaml.ScalarNode, path: PathTo) -> str:
        return self.tree.text(node.value, path, self._place(node))

    def _place(self, node: yaml.Node) -> Place:
        mark = node.start_mark
        return Place(self.tree.file, mark.line + 1, mark.column + 1)


def _is_empty(node: yaml.Node) -> bool:
    return isinstance(node, yaml.ScalarNode) and not node.style and node.value in EMPTY
