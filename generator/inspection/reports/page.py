"""The report as one page: to read on the screen, to print, to send on. No scripts."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree.ElementTree import Element, tostring

from generator.errors import sentence
from generator.inspection.reports.values import SEVERITIES, said, severities, sureness, title_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.errors import Problem, Severity
    from generator.inspection.copies import Change
    from generator.inspection.finding import Finding
    from generator.inspection.inspecting import Inspection
    from generator.inspection.reports.values import Corrected, Paper, Report

TITLE = "Kết quả kiểm tra thể thức"
STYLE = """
@page { size: A4; margin: 20mm 15mm 20mm 30mm }
body { font: 12pt/1.4 "Times New Roman", "Liberation Serif", serif; max-width: 52rem;
  margin: 2rem auto; padding: 0 1rem; color: #000; background: #fff }
h1 { font-size: 16pt; text-align: center }
h2 { font-size: 14pt; margin: 2rem 0 .3rem; overflow-wrap: anywhere }
p { margin: .3rem 0 }
table { border-collapse: collapse; width: 100%; margin: .6rem 0 }
th, td { border: 1px solid #555; padding: .25rem .4rem; text-align: left;
  vertical-align: top; overflow-wrap: anywhere }
thead { display: table-header-group }
tr { break-inside: avoid }
td:first-child { white-space: nowrap }
.error td:first-child { color: #a00000; font-weight: bold }
.warning td:first-child { color: #7a4a00; font-weight: bold }
.note { color: #333 }
@media print { body { margin: 0; padding: 0; max-width: none } }
"""
_COUNTED = ("lỗi", "cảnh báo", "nhắc")


def as_html(report: Report) -> bytes:
    """The page: every paper with its profile and its findings, the files that were refused."""
    count = f"Đã kiểm tra {len(report.papers)} tệp: {_counted(report.left())}."
    body = _node(
        "body",
        _node("h1", TITLE),
        _node("p", count),
        *_problems(report),
        *(one for paper in report.papers for one in _paper(paper)),
    )
    head = _node(
        "head",
        _node("meta", charset="utf-8"),
        _node("meta", name="viewport", content="width=device-width"),
        _node("title", TITLE),
        _node("style", STYLE),
    )
    page = tostring(_node("html", head, body, lang="vi"), encoding="unicode", method="html")
    return f"<!DOCTYPE html>\n{page}\n".encode(errors="replace")


def _node(tag: str, *children: Element | str, **attributes: str) -> Element:
    """An element; a text among its children stands where it is given."""
    node = Element(tag, attributes)
    for child in children:
        if isinstance(child, Element):
            node.append(child)
        elif len(node):
            node[-1].tail = (node[-1].tail or "") + child
        else:
            node.text = (node.text or "") + child
    return node


def _counted(findings: Iterable[Finding]) -> str:
    found = severities(findings)
    counts = zip((found[one] for one in SEVERITIES), _COUNTED, strict=True)
    return ", ".join(f"{count} {word}" for count, word in counts if count) or "không có lỗi"


def _problems(report: Report) -> Iterable[Element]:
    if report.refused:
        yield _node("h2", "Tệp không mở được")
        yield _list(report.refused)
    if report.problems:
        yield _node("h2", "Việc không làm được")
        yield _list(report.problems)


def _list(problems: Sequence[Problem]) -> Element:
    return _node("ul", *(_node("li", f"{one.place}: {sentence(one)}") for one in problems))


def _paper(paper: Paper) -> Iterable[Element]:
    yield _node("h2", paper.file)
    yield from _inspection(paper.inspection)
    if paper.annotated:
        yield _node("p", f"Bản có nhận xét: {paper.annotated}")
    if paper.corrected:
        yield from _corrected(paper.corrected)


def _inspection(inspection: Inspection) -> Iterable[Element]:
    yield _node("p", f"Thể thức: {inspection.profile.title} ({inspection.why}).")
    if not inspection.is_sure:
        yield _node("p", "Chưa chắc thể thức này đúng với văn bản.")
    yield from _findings(inspection)


def _findings(inspection: Inspection) -> Iterable[Element]:
    yield _node("p", f"Kết quả: {_counted(inspection.findings)}.")
    if inspection.findings:
        yield _table(inspection)
    if missing := inspection.not_found:
        titles = ", ".join(title_of(one, inspection.profile) for one in missing)
        yield _node("p", f"Không nhận ra nên không xét: {titles}.")
    for failure in inspection.failures:
        yield _node("p", f"Một phép kiểm tra không chạy được: {failure.check}.")


def _table(inspection: Inspection) -> Element:
    """The findings, the most serious first, within that in the order of reading."""
    columns = ("Mức", "Chỗ", "Nhận xét", "Độ chắc")
    rows = [
        _row(one)
        for severity in SEVERITIES
        for one in inspection.findings
        if one.severity is severity
    ]
    head = _node("thead", _node("tr", *(_node("th", one) for one in columns)))
    return _node("table", head, _node("tbody", *rows))


def _row(finding: Finding) -> Element:
    cells = (
        finding.severity.value,
        str(finding.spot) or "cả văn bản",
        said(finding),
        sureness(finding.source),
    )
    return _node("tr", *(_node("td", one) for one in cells), **_kind(finding.severity))


def _kind(severity: Severity) -> dict[str, str]:
    return {"class": severity.name.lower()}


def _corrected(corrected: Corrected) -> Iterable[Element]:
    yield _node("h3", f"Bản đã sửa: {corrected.file or 'không có'}")
    told = (("Đã sửa", corrected.changes), ("Chưa sửa", corrected.left))
    for title, changes in (*told, ("Lưu ý", corrected.losses)):
        if changes:
            yield _node("p", f"{title}:")
            yield _node("ul", *(_node("li", _change(one)) for one in changes))
    if corrected.file:
        yield _node("p", "Kiểm tra lại bản đã sửa:")
        yield from _findings(corrected.inspection)


def _change(change: Change) -> str:
    problem = change.problem("")
    return ": ".join(one for one in (problem.place.words, sentence(problem)) if one)
