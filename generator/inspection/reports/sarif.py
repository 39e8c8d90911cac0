"""The report as SARIF 2.1.0, which code review tools and dashboards read.

A Word file has no lines: a place is a file and a logical location, as the standard allows.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import generator
from generator.errors import MESSAGES, sentence
from generator.errors.inspection_layout_messages import LAYOUT_MESSAGES
from generator.errors.inspection_text_messages import INSPECTION_TEXT_MESSAGES
from generator.inspection.document.values import shortened
from generator.inspection.reports.plain import level
from generator.inspection.reports.values import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from generator.errors import Problem
    from generator.inspection.document.values import Spot
    from generator.inspection.finding import Finding
    from generator.inspection.reports.values import Report, Translate

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
WORD_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
CODES = tuple({**LAYOUT_MESSAGES, **INSPECTION_TEXT_MESSAGES})
_VALUE = re.compile(r"\{\w+\}")
_SENTENCE = re.compile(r"(?<=\.)\s+(?=\w)")
_WIDTH = 1000  # letters of a fingerprint's paragraph that count

Values = dict[str, Any]


def as_sarif(report: Report, translate: Translate = str) -> str:
    """The report as a log of one run."""
    run = {
        "tool": {"driver": _driver(translate)},
        "language": "vi",
        "invocations": [_invocation(report, translate)],
        "artifacts": [_artifact(one.file) for one in report.papers],
        "results": list(_results(report, translate)),
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1)


def uri_of(file: str) -> str:
    """A file as a URI: a relative one stays relative."""
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())


def _driver(translate: Translate) -> Values:
    return {
        "name": "vankien",
        "version": generator.__version__,
        "rules": [_rule(code, translate) for code in CODES],
    }


def _rule(code: str, translate: Translate) -> Values:
    """A rule: its sentence, with an ellipsis for what depends on the paper."""
    whole = _VALUE.sub("…", translate(MESSAGES[code]))
    return {
        "id": code,
        "shortDescription": {"text": _SENTENCE.split(whole, maxsplit=1)[0]},
        "fullDescription": {"text": whole},
        "help": {"text": whole},
    }


def _invocation(report: Report, translate: Translate) -> Values:
    failures = [
        _notification(f"{one.check}: {one.reason}", paper.file)
        for paper in report.papers
        for one in paper.inspection.failures
    ]
    told = [_told(one, translate) for one in (*report.refused, *report.problems)]
    return {
        "executionSuccessful": not (failures or told),
        "toolExecutionNotifications": [*told, *failures],
    }


def _told(problem: Problem, translate: Translate) -> Values:
    note = _notification(sentence(problem, translate), problem.place.file)
    return {**note, "level": level(problem.severity), "descriptor": {"id": problem.code}}


def _notification(text: str, file: str) -> Values:
    where = {"physicalLocation": {"artifactLocation": {"uri": uri_of(file)}}}
    return {"level": "error", "message": {"text": text}, "locations": [where]}


def _artifact(file: str) -> Values:
    location = {"uri": uri_of(file)}
    return {"location": location, "mimeType": WORD_TYPE, "roles": ["analysisTarget"]}


def _results(report: Report, translate: Translate) -> Iterator[Values]:
    rules = {code: number for number, code in enumerate(CODES)}
    for number, paper in enumerate(report.papers):
        where = {"artifactLocation": {"uri": uri_of(paper.file), "index": number}}
        for finding in paper.inspection.findings:
            yield {
                **_result(finding, translate, rules),
                "locations": [{"physicalLocation": where, **_logical(finding.spot)}],
            }


def _result(finding: Finding, translate: Translate, rules: Mapping[str, int]) -> Values:
    source = finding.source
    known = {"ruleIndex": rules[finding.code]} if finding.code in rules else {}
    return {
        "ruleId": finding.code,
        **known,
        "level": level(finding.severity),
        "message": {"text": said(finding, translate)},
        "partialFingerprints": {"vankien/v1": _fingerprint(finding)},
        "properties": {
            "component": finding.component,
            "source": source.text,
            "certainty": source.confidence.name,
        },
    }


def _logical(spot: Spot) -> Values:
    """The place within the file; nothing where a finding is about the whole."""
    whole = str(spot)
    if not whole:
        return {}
    name = shortened(spot.words) if spot.words else whole
    return {"logicalLocations": [{"name": name, "fullyQualifiedName": whole, "kind": "text"}]}


def _fingerprint(finding: Finding) -> str:
    """What stays the same when other places of the file change."""
    pieces = (finding.code, finding.component, finding.spot.words[:_WIDTH])
    return hashlib.sha256("\0".join(pieces).encode(errors="replace")).hexdigest()
