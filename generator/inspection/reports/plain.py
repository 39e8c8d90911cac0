"""The report as JSON of our own shape, described in docs/kiem-tra-the-thuc.md."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import generator
from generator.errors import sentence
from generator.inspection.anatomy import SURE
from generator.inspection.document.values import shortened
from generator.inspection.reports.values import SEVERITIES, said, severities, title_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.errors import Problem, Severity
    from generator.inspection.copies import Change
    from generator.inspection.finding import Finding
    from generator.inspection.inspecting import Failure, Inspection
    from generator.inspection.reports.values import Corrected, Paper, Report, Translate

VERSION = 1  # of the shape; a key that is added does not change it
MOST_WORDS = 200  # letters of a component that are told: one may be the whole text

Values = dict[str, Any]


def as_json(report: Report, translate: Translate = str) -> str:
    """The whole report as one object."""
    shape = {
        "version": VERSION,
        "program": f"vankien {generator.__version__}",
        "counts": _counts(report.left()),
        "papers": [_paper(one, translate) for one in report.papers],
        "refused": [_problem(one, translate) for one in report.refused],
        "problems": [_problem(one, translate) for one in report.problems],
    }
    return json.dumps(shape, ensure_ascii=False, indent=1)


def level(severity: Severity) -> str:
    """A severity as programs call it, in JSON as in SARIF: error, warning, note."""
    return severity.name.lower()


def _counts(findings: Iterable[Finding]) -> dict[str, int]:
    found = severities(findings)
    return {level(one): found[one] for one in SEVERITIES}


def _paper(paper: Paper, translate: Translate) -> Values:
    corrected = paper.corrected
    return {
        "file": paper.file,
        **_inspection(paper.inspection, translate),
        "annotated": paper.annotated or None,
        "corrected": _corrected(corrected, translate) if corrected else None,
    }


def _inspection(inspection: Inspection, translate: Translate) -> Values:
    profile = inspection.profile
    return {
        "profile": profile.code.value,
        "profile_title": profile.title,
        "profile_why": inspection.why,
        "profile_is_sure": inspection.is_sure,
        "counts": _counts(inspection.findings),
        "findings": [_finding(one, inspection, translate) for one in inspection.findings],
        "components": list(_components(inspection)),
        "not_found": list(inspection.not_found),
        "failed_checks": [_failure(one) for one in inspection.failures],
    }


def _finding(finding: Finding, inspection: Inspection, translate: Translate) -> Values:
    spot = finding.spot
    return {
        "severity": level(finding.severity),
        "code": finding.code,
        "message": said(finding, translate),
        "component": finding.component,
        "component_title": (
            title_of(finding.component, inspection.profile) if finding.component else ""
        ),
        "place": str(spot),
        "section": spot.section,
        "part": spot.part,
        "table": spot.table,
        "row": spot.row,
        "column": spot.column,
        "words": spot.words,
        "values": dict(finding.values),
        "source": finding.source.text,
        "certainty": finding.source.confidence.name,
        "fixable": bool(finding.remedies),
    }


def _components(inspection: Inspection) -> Iterable[Values]:
    for key, found in inspection.anatomy.found.items():
        for one in found:
            yield {
                "component": key,
                "title": title_of(key, inspection.profile),
                "text": shortened(one.text, MOST_WORDS),
                "confidence": round(one.confidence, 2),
                "is_judged": one.confidence >= SURE,
                "why": one.why,
            }


def _failure(failure: Failure) -> Values:
    return {"check": failure.check, "reason": failure.reason}


def _corrected(corrected: Corrected, translate: Translate) -> Values:
    return {
        "file": corrected.file or None,
        "changes": [_change(one, translate) for one in corrected.changes],
        "left": [_change(one, translate) for one in corrected.left],
        "losses": [_change(one, translate) for one in corrected.losses],
        **_inspection(corrected.inspection, translate),
    }


def _change(change: Change, translate: Translate) -> Values:
    problem = change.problem("")
    message = sentence(problem, translate)
    return {"code": change.code, "place": problem.place.words, "message": message}


def _problem(problem: Problem, translate: Translate) -> Values:
    return {
        "severity": level(problem.severity),
        "code": problem.code,
        "file": problem.place.file,
        "message": sentence(problem, translate),
    }
