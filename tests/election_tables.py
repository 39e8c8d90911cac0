"""The tables of docs/bau-cu.md, made from the regulations that travel with the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.regulation import Regulation, Targets
from generator.model.result import Assembly
from generator.sources import shipped_regulations
from generator.vietnamese import short_date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.model.election import Body
    from generator.model.regulation import BaseRule, Source

NUMBERS_HEAD = "| con số | giá trị | dựa vào | độ chắc |"
BODIES_HEAD = "| mã | tên | cơ quan bầu | bầu trong số | số dư bắt buộc |"
ARTICLES = {
    "secret": "bỏ phiếu kín",
    "counting_committee": "ban kiểm phiếu",
    "surplus": "danh sách bầu cử, số dư",
    "ballots": "phiếu bầu",
    "committee": "bầu cấp ủy tại đại hội",
    "delegates": "bầu đại biểu đi dự đại hội cấp trên",
    "results": "kết quả bầu cử",
    "complaints": "khiếu nại",
    "keeping": "lưu phiếu",
}


def headed(regulation: Regulation) -> str:
    """The heading of a regulation's section."""
    until = (
        f"đến {short_date(regulation.valid_to)}"
        if regulation.valid_to
        else "đến khi có quy chế mới"
    )
    return f"## {regulation.number}: từ {short_date(regulation.valid_from)} {until}"


def cited(regulation: Regulation) -> str:
    """The articles whose numbers are known; messages cite some of them."""
    found = sorted(regulation.articles.items(), key=lambda item: item[1])
    return "; ".join(f"Điều {number} ({ARTICLES[name]})" for name, number in found)


def numbers(regulation: Regulation) -> Iterator[str]:
    """A line for each number, with what it rests on."""
    for name in type(regulation.bases).model_fields:
        rule: BaseRule = getattr(regulation.bases, name)
        title = type(regulation.bases).model_fields[name].title
        less = "; ".join(str(Assembly.model_fields[one].title).lower() for one in rule.less)
        yield _line(
            f"Cơ sở tính quá nửa: {title}", f"số được triệu tập, trừ: {less}", rule.source
        )
    plain = set(Regulation.model_fields) & {"surplus_max", *regulation.sources}
    for name in (one for one in Regulation.model_fields if one in plain):
        source = regulation.sources.get(name, regulation.surplus_source)
        yield _line(
            str(Regulation.model_fields[name].title), _said(getattr(regulation, name)), source
        )
    for name in ("women", "young", "young_under"):
        title = f"Cơ cấu: {Targets.model_fields[name].title}"
        yield _line(title, _said(getattr(regulation.targets, name)), regulation.targets.source)


def bodies() -> Iterator[str]:
    """A line for each body that every round knows."""
    known = shipped_regulations().bodies
    titles = {body.id: body.title for body in known}
    for body in known:
        yield _body(body, titles)


def page() -> str:
    """The sections of the regulations and the table of bodies, as the page has them."""
    parts = [
        f"{headed(one)}\n\nCác điều đã biết số thứ tự: {cited(one)}.\n\n"
        f"{_table(NUMBERS_HEAD, numbers(one))}"
        for one in shipped_regulations().regulations
    ]
    listed = f"## Cơ quan, chức danh có sẵn\n\n{_table(BODIES_HEAD, bodies())}"
    return "\n".join([*parts, listed])


def _table(head: str, lines: Iterator[str]) -> str:
    rule = "|---" * (head.count("|") - 1) + "|"
    return "\n".join([head, rule, *lines]) + "\n"


def _line(title: str, value: str, source: Source) -> str:
    return f"| {title} | {value} | {source.text} | {source.certainty} |"


def _body(body: Body, titles: dict[str, str]) -> str:
    drawn, surplus = titles.get(body.drawn_from or "", ""), "có" if body.surplus else ""
    return f"| `{body.id}` | {body.title} | {body.elected_by} | {drawn} | {surplus} |"


def _said(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)
