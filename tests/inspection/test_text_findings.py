"""What is written, and what is said of it: read text_findings.txt."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import pytest
from typed import case_of, found_in

from generator.errors import MESSAGES, sentence
from generator.errors.inspection_text_messages import INSPECTION_TEXT_MESSAGES
from generator.inspection.finding import severity
from generator.paper_format import PROFILES, ProfileCode

TABLE = Path(__file__).with_name("text_findings.txt")


@dataclass(frozen=True)
class Written:
    """A row: a name, the profile, the lines of a document, every finding that is printed."""

    name: str
    profile: ProfileCode
    lines: tuple[str, ...]
    components: dict[str, str]
    said: tuple[str, ...]


def unescaped(text: str) -> str:
    r"""A text of the table: \u0007 there is a character that cannot be seen here.

    >>> unescaped(r"a\u0062")
    'ab'
    """
    return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)


def written(block: str) -> Written:
    name, *rest = block.split("\n")
    profile, lines, components, said = ProfileCode.PARTY_HD36, [], {}, []
    for line in rest:
        mark, text = line[:4], unescaped(line[4:])
        if mark == "  @ ":
            profile = ProfileCode(text)
        elif mark == "  = ":
            lines.append(text)
        elif found := re.fullmatch(r"  (\w+)= (.*)", line):
            components[found[1]] = unescaped(found[2])
            lines.append(unescaped(found[2]))
        else:
            said.append(line)
    return Written(name, profile, tuple(lines), components, tuple(said))


def table() -> list[Written]:
    blocks = TABLE.read_text(encoding="utf-8").strip().split("\n\n")
    return [written(block) for block in blocks if not block.startswith("#")]


def printed(one: Written) -> list[str]:
    """Each finding as it is printed: how bad, where, what."""
    case = case_of(one.lines, one.components, PROFILES[one.profile])
    problems = [finding.problem("") for finding in found_in(case)]
    return [
        f"{problem.severity}: {problem.place.words}: {sentence(problem)}"
        for problem in problems
    ]


@pytest.mark.parametrize("one", table(), ids=lambda one: one.name)
def test_what_is_written_is_judged(one: Written) -> None:
    assert printed(one) == list(one.said)


def test_every_name_is_there_once() -> None:
    times = Counter(one.name for one in table())
    assert [name for name, count in times.items() if count > 1] == []


def test_every_finding_has_a_text_that_trips_it() -> None:
    rows = table()
    cases = [case_of(one.lines, one.components, PROFILES[one.profile]) for one in rows]
    tripped = {finding.code for case in cases for finding in found_in(case)}
    assert tripped == set(INSPECTION_TEXT_MESSAGES)
    assert sum(not one.said for one in rows) >= len(tripped)  # near twins, and things alike


def test_every_sentence_says_what_it_rests_on() -> None:
    for code, message in INSPECTION_TEXT_MESSAGES.items():
        assert MESSAGES[code] == message
        assert message.endswith("Căn cứ: {source}."), code


def test_no_finding_weighs_more_than_its_source() -> None:
    for one in table():
        case = case_of(one.lines, one.components, PROFILES[one.profile])
        for finding in found_in(case):
            assert finding.severity == severity(finding.source, finding.severity)
            assert finding.piece
            assert finding.spot == finding.piece.paragraph.spot
