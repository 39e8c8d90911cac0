"""A round as plain data, and as a tidy round.yaml: the order of the model, no defaults."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from generator.model import Round

HEAD = "# Dữ liệu của một đợt đại hội; ý nghĩa từng mục: docs/glossary.md, vankien schema.\n"
MAX_ROW, MAX_ITEM = 90, 30


class _Row(dict[str, Any]):
    """A record that stands on one line."""


class _Line(list[str | int]):
    """A list that stands on one line."""


class _Dumper(yaml.SafeDumper):
    """Indents the items of a list; writes no aliases, writes rows in braces."""

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002 - PyYAML's own way
        super().increase_indent(flow, indentless=False)

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002
        return True


_Dumper.add_representer(
    _Row,
    lambda dumper, row: dumper.represent_mapping("tag:yaml.org,2002:map", row, flow_style=True),
)
_Dumper.add_representer(
    _Line,
    lambda dumper, line: dumper.represent_sequence(
        "tag:yaml.org,2002:seq", line, flow_style=True
    ),
)


def plain_data(found: Round) -> dict[str, Any]:
    """The round as it is typed: texts, numbers, true and false; what follows is left out."""
    return found.model_dump(mode="json", exclude_defaults=True)


def round_yaml(data: dict[str, Any]) -> str:
    """The plain data of a round as the text of a YAML file."""
    parts = [_dump({key: _rows(value)}) for key, value in data.items()]
    lines = [
        part if isinstance(value, str | int) else f"\n{part}"
        for part, value in zip(parts, data.values(), strict=True)
    ]
    return HEAD + "\n" + "".join(lines)


def _dump(value: Any) -> str:
    return yaml.dump(value, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=10_000)


def _rows(value: Any) -> Any:
    """The same with short lists, and short flat records of lists, each on one line."""
    if isinstance(value, dict):
        return {key: _rows(inner) for key, inner in value.items()}
    if not isinstance(value, list):
        return value
    short = all(isinstance(one, str | int) and len(str(one)) <= MAX_ITEM for one in value)
    fits = short and len(", ".join(map(str, value))) <= MAX_ROW
    return _Line(value) if fits else [_row(item) for item in value]


def _row(item: Any) -> Any:
    flat = isinstance(item, dict) and all(isinstance(v, str | int) for v in item.values())
    fits = flat and sum(len(f"{key}: {value}, ") for key, value in item.items()) <= MAX_ROW
    return _Row(item) if fits else _rows(item)
