"""vankien inspect --json, --sarif, --html: for programs, and a page for people."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

import pytest
from jsonschema import Draft202012Validator

from commands import run
from conftest import ROOT
from generator.errors.inspection_layout_messages import LAYOUT_MESSAGES
from generator.errors.inspection_text_messages import INSPECTION_TEXT_MESSAGES
from inspected import changed

if TYPE_CHECKING:
    from collections.abc import Mapping

MARGIN = ('w:left="1701" w:header', 'w:left="1417" w:header')
TAG = ("1. Tập trung", "1. {{ &lt;script&gt;alert(1)&lt;/script&gt; }} Tập trung")
COUNT = {"type": "integer", "minimum": 0}
TEXT = {"type": "string", "minLength": 1}
LEVEL = {"enum": ["error", "warning", "note"]}
NAME = "<b>Báo cáo & “1”.docx"


def shape(**keys: Any) -> dict[str, Any]:
    """An object with these keys and no others."""
    return {
        "type": "object",
        "properties": keys,
        "required": [*keys],
        "additionalProperties": False,
    }


def many(item: Any, least: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": item, "minItems": least}


ANY_TEXT = {"type": "string"}
COUNTS = shape(error=COUNT, warning=COUNT, note=COUNT)
FINDING = shape(
    severity=LEVEL,
    code=TEXT,
    message=TEXT,
    component=ANY_TEXT,
    component_title=ANY_TEXT,
    place=ANY_TEXT,
    section=COUNT,
    part=ANY_TEXT,
    table=COUNT,
    row=COUNT,
    column=COUNT,
    words=ANY_TEXT,
    values={"type": "object", "additionalProperties": ANY_TEXT},
    source=TEXT,
    certainty={"enum": ["A", "B", "C", "P", "M", "UNKNOWN"]},
    fixable={"type": "boolean"},
)
COMPONENT = shape(
    component=TEXT,
    title=TEXT,
    text=ANY_TEXT,
    confidence={"type": "number", "minimum": 0, "maximum": 1},
    is_judged={"type": "boolean"},
    why=ANY_TEXT,
)
INSPECTION = {
    "profile": {"enum": ["party_hd36", "party_hd05", "state_nd30"]},
    "profile_title": TEXT,
    "profile_why": TEXT,
    "profile_is_sure": {"type": "boolean"},
    "counts": COUNTS,
    "findings": many(FINDING),
    "components": many(COMPONENT, 5),
    "not_found": many(TEXT),
    "failed_checks": many(shape(check=TEXT, reason=TEXT)),
}
CHANGES = many(shape(code=TEXT, place=ANY_TEXT, message=TEXT))
CORRECTED = shape(
    file={"type": ["string", "null"]},
    changes=CHANGES,
    left=CHANGES,
    losses=CHANGES,
    **INSPECTION,
)
PROBLEM = shape(severity=LEVEL, code=TEXT, file=TEXT, message=TEXT)
JSON = shape(
    version={"const": 1},
    program=TEXT,
    counts=COUNTS,
    papers=many(
        shape(
            file=TEXT,
            **INSPECTION,
            annotated={"type": ["string", "null"]},
            corrected={"anyOf": [{"type": "null"}, CORRECTED]},
        )
    ),
    refused=many(PROBLEM),
    problems=many(PROBLEM),
)

# what SARIF 2.1.0 asks of the objects that are written; it allows more keys than these
MESSAGE = shape(text=TEXT)
URI = {"type": "string", "pattern": "^[A-Za-z0-9._~%/:-]+$"}
ARTIFACT = {
    "type": "object",
    "properties": {"uri": URI, "index": {"type": "integer", "minimum": 0}},
    "required": ["uri"],
    "additionalProperties": False,
}
LOCATION = {
    "type": "object",
    "properties": {
        "physicalLocation": shape(artifactLocation=ARTIFACT),
        "logicalLocations": many(shape(name=TEXT, fullyQualifiedName=TEXT, kind=TEXT), 1),
    },
    "required": ["physicalLocation"],
    "additionalProperties": False,
}
RULE = shape(id=TEXT, shortDescription=MESSAGE, fullDescription=MESSAGE, help=MESSAGE)
RESULT = shape(
    ruleId=TEXT,
    ruleIndex=COUNT,
    level=LEVEL,
    message=MESSAGE,
    partialFingerprints={"type": "object", "additionalProperties": TEXT, "minProperties": 1},
    properties={"type": "object"},
    locations=many(LOCATION, 1),
)
NOTIFICATION = {
    "type": "object",
    "properties": {
        "level": LEVEL,
        "message": MESSAGE,
        "locations": many(LOCATION, 1),
        "descriptor": shape(id=TEXT),
    },
    "required": ["message"],
    "additionalProperties": False,
}
SARIF = {
    "type": "object",
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            **many(
                shape(
                    tool=shape(driver=shape(name=TEXT, version=TEXT, rules=many(RULE, 50))),
                    language={"type": "string", "pattern": "^[a-z]{2}$"},
                    invocations=many(
                        shape(
                            executionSuccessful={"type": "boolean"},
                            toolExecutionNotifications=many(NOTIFICATION),
                        ),
                        1,
                    ),
                    artifacts=many(
                        shape(location=ARTIFACT, mimeType=TEXT, roles=many({"type": "string"}))
                    ),
                    results=many(RESULT),
                ),
                1,
            ),
            "maxItems": 1,
        },
    },
    "required": ["version", "runs"],
    "additionalProperties": False,
}


def held(found: Any, schema: Mapping[str, Any]) -> Any:
    """The value, which must have that shape."""
    errors = [f"{one.json_path}: {one.message}" for one in
              Draft202012Validator(schema).iter_errors(found)]  # fmt: skip
    assert errors == []
    return found


@pytest.fixture(autouse=True)
def _papers(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, reference_papers: Path) -> None:
    """A wrong paper, a right one, and one that cannot be opened."""
    monkeypatch.chdir(tmp_path)
    plan = (reference_papers / "ke-hoach.docx").read_bytes()
    Path(NAME).write_bytes(changed(plan, MARGIN, TAG))
    Path("đúng.docx").write_bytes(plan)
    Path("hỏng.docx").write_bytes(b"PK\3\4")


def test_json_has_its_shape_and_tells_what_people_are_told() -> None:
    done = run("inspect", ".", "--json")
    told = run("inspect", ".").stdout
    found = held(json.loads(done.stdout), JSON)

    assert done.exit_code == 3
    assert done.stderr == ""
    wrong, right = found["papers"]
    assert (wrong["file"], right["file"]) == (NAME, "đúng.docx")
    assert wrong["counts"]["error"] == found["counts"]["error"] >= 2
    assert right["findings"] == []
    assert all(one["message"] in told and one["place"] in told for one in wrong["findings"])
    margin = next(one for one in wrong["findings"] if one["code"] == "layout-margin")
    assert margin["severity"] == "error"
    assert margin["fixable"] is True
    assert margin["certainty"] == "B"
    number = next(one for one in right["components"] if one["component"] == "number")
    assert number["title"] == "Số và ký hiệu"
    assert number["is_judged"] is True
    assert [one["file"] for one in found["refused"]] == ["hỏng.docx"]


def test_json_tells_of_copies() -> None:
    done = run("inspect", NAME, "--json", "--fix", "--annotate", "-o", "ra")
    found = held(json.loads(done.stdout), JSON)

    (paper,) = found["papers"]
    corrected = paper["corrected"]
    assert Path(paper["annotated"]).is_file()
    assert Path(corrected["file"]).is_file()
    assert [one["message"] for one in corrected["changes"]] == [
        "Lề trái phần 1: 25 mm thành 30 mm."
    ]
    left = {one["code"] for one in corrected["findings"]}
    assert "layout-left-tag" in left
    assert "layout-margin" not in left
    assert found["counts"] == corrected["counts"]
    assert found["counts"]["error"] == paper["counts"]["error"] - 1


def test_what_stops_the_command_is_json_too() -> None:
    Path("trống").mkdir()
    done = run("inspect", "trống", "--json")

    assert [one["code"] for one in json.loads(done.stdout)] == ["nothing-to-inspect"]
    assert done.exit_code == 2


def test_every_key_of_the_json_is_described() -> None:
    page = (ROOT / "docs" / "kiem-tra-the-thuc.md").read_text(encoding="utf-8")
    papers = JSON["properties"]["papers"]["items"]
    keys = {
        *JSON["required"],
        *papers["required"],
        *FINDING["required"],
        *COMPONENT["required"],
        *CORRECTED["required"],
        *PROBLEM["required"],
    }
    described = {one.removesuffix("[]") for one in page.split("`")[1::2]}
    assert keys - described == set()


def test_sarif_has_the_shape_of_the_standard() -> None:
    done = run("inspect", ".", "--sarif")
    run_ = held(json.loads(done.stdout), SARIF)["runs"][0]

    assert done.exit_code == 3
    rules = [one["id"] for one in run_["tool"]["driver"]["rules"]]
    assert rules == [*LAYOUT_MESSAGES, *INSPECTION_TEXT_MESSAGES]
    assert {one["ruleId"] for one in run_["results"]} >= {"layout-margin", "layout-left-tag"}
    assert all(rules[one["ruleIndex"]] == one["ruleId"] for one in run_["results"])
    assert [unquote(one["location"]["uri"]) for one in run_["artifacts"]] == [NAME, "đúng.docx"]
    assert {place(one)["index"] for one in run_["results"]} == {0}
    (invocation,) = run_["invocations"]
    assert invocation["executionSuccessful"] is False
    (refused,) = invocation["toolExecutionNotifications"]
    assert refused["descriptor"]["id"] == "not-a-package"
    assert unquote(place(refused)["uri"]) == "hỏng.docx"


def place(one: Any) -> Any:
    return one["locations"][0]["physicalLocation"]["artifactLocation"]


def test_a_place_within_a_paper_is_a_logical_location() -> None:
    found = json.loads(run("inspect", NAME, "--sarif").stdout)["runs"][0]["results"]

    (tag,) = [one for one in found if one["ruleId"] == "layout-left-tag"]
    (where,) = tag["locations"][0]["logicalLocations"]
    assert where["name"].startswith("1. {{ <script>alert(1)</script> }} Tập trung")
    assert where["fullyQualifiedName"] == f"đoạn “{where['name']}”"


def test_an_absolute_path_is_a_file_uri() -> None:
    found = json.loads(run("inspect", Path("đúng.docx").resolve(), "--sarif").stdout)

    uri = found["runs"][0]["artifacts"][0]["location"]["uri"]
    assert uri == Path("đúng.docx").resolve().as_uri()
    assert found["runs"][0]["invocations"][0]["executionSuccessful"] is True


def test_the_same_finding_keeps_its_fingerprint_when_others_are_put_right(
    reference_papers: Path,
) -> None:
    plan = (reference_papers / "ke-hoach.docx").read_bytes()
    before = fingerprints(NAME)
    Path(NAME).write_bytes(changed(plan, TAG))
    after = fingerprints(NAME)

    assert after == {one: mark for one, mark in before.items() if one != "layout-margin"}
    assert len(set(before.values())) == len(before)


def fingerprints(name: str) -> dict[str, str]:
    found = json.loads(run("inspect", name, "--sarif").stdout)["runs"][0]["results"]
    return {one["ruleId"]: one["partialFingerprints"]["vankien/v1"] for one in found}


class Page(HTMLParser):
    """The elements of a page with their attributes, its text, and whether all are closed."""

    VOID = frozenset(("meta", "br"))

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.attributes: list[tuple[str, str | None]] = []
        self.words: list[str] = []
        self.open: list[str] = []
        self.feed(text)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.attributes += attrs
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "style" not in self.open:
            self.words.append(data)


def test_the_page_stands_alone_and_shows_what_was_found() -> None:
    done = run("inspect", ".", "--html", "kết quả.html")
    text = Path("kết quả.html").read_text(encoding="utf-8")
    page = Page(text)
    words = " ".join(page.words)

    assert done.stdout.endswith("Đã ghi kết quả.html.\n")
    assert text.startswith('<!DOCTYPE html>\n<html lang="vi">')
    assert page.open == []
    assert not {"script", "link", "img", "iframe", "b"} & set(page.tags)
    assert not [one for one, _ in page.attributes if one.startswith("on") or one == "src"]
    assert "@page { size: A4" in text
    assert "url(" not in text
    assert NAME in words
    assert "{{ <script>alert(1)</script> }}" in words
    assert "Không mở được: đây không phải là tệp Word" in words
    told = json.loads(run("inspect", ".", "--json").stdout)
    assert all(one["message"] in words for one in told["papers"][0]["findings"])


def test_the_page_tells_of_the_corrected_copy() -> None:
    run("inspect", NAME, "--html", "kq.html", "--fix")
    words = " ".join(Page(Path("kq.html").read_text(encoding="utf-8")).words)

    assert "Lề trái phần 1: 25 mm thành 30 mm." in words
    assert "Kiểm tra lại bản đã sửa:" in words


def test_the_same_papers_give_the_same_page() -> None:
    run("inspect", ".", "--html", "a.html")
    run("inspect", ".", "--html", "b.html")

    assert Path("a.html").read_bytes() == Path("b.html").read_bytes()
