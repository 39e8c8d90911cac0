"""The numbers and signs that Word puts before the paragraphs of a list."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_parts import only, p, paragraphs, style

from generator.inspection.document.numbering import counted

FORMS = ("decimal", "upperRoman", "lowerLetter")


def lvl(at: int, text: str, said: str = '<w:numFmt w:val="decimal"/>', start: int = 1) -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="{start}"/>{said}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def form(name: str) -> str:
    return f'<w:numFmt w:val="{name}"/>'


def lists(*levels: str, more: str = "", change: str = "") -> str:
    """List 1 and list 2 of one family; `change` is what list 2 changes of it."""
    family = f'<w:abstractNum w:abstractNumId="7">{more}{"".join(levels)}</w:abstractNum>'
    named = '<w:abstractNumId w:val="7"/>'
    return (
        f'{family}<w:num w:numId="1">{named}</w:num><w:num w:numId="2">{named}{change}</w:num>'
    )


def item(at: int = 0, key: int = 1) -> str:
    return p("x", f'<w:numPr><w:ilvl w:val="{at}"/><w:numId w:val="{key}"/></w:numPr>')


def labels(body: str, numbering: str, styles: str = "") -> list[str]:
    return [one.label for one in paragraphs(body, numbering=numbering, styles=styles)]


def test_the_ladder_of_an_official_paper() -> None:
    ladder = lists(
        lvl(0, "%1.", form("upperRoman")), lvl(1, "%2."), lvl(2, "%3)", form("lowerLetter")),
        lvl(3, "-", form("bullet")),
    )  # fmt: skip
    body = "".join(item(at) for at in (0, 1, 1, 2, 2, 3, 1, 0, 1))
    expected = ["I.", "1.", "2.", "a)", "b)", "-", "3.", "II.", "1."]
    assert labels(body, ladder) == expected


def test_the_label_is_read_with_the_text() -> None:
    found = only(item(), numbering=lists(lvl(0, "Điều %1.")))
    assert (found.label, found.text, found.plain) == ("Điều 1.", "x", "Điều 1. x")


def test_a_number_of_several_levels() -> None:
    many = lists(lvl(0, "%1", form("upperRoman")), lvl(1, "%1.%2"))
    assert labels(item(0) + item(1) + item(1), many) == ["I", "I.1", "I.2"]


def test_legal_numbering_writes_every_level_in_digits() -> None:
    many = lists(
        lvl(0, "%1", form("upperRoman")), lvl(1, "%1.%2", f"<w:isLgl/>{form('lowerLetter')}")
    )
    assert labels(item(0) + item(0) + item(1), many) == ["I", "II", "2.1"]


def test_a_level_may_go_on_counting_through_the_whole_list() -> None:
    many = lists(
        lvl(0, "%1."), lvl(1, "Điều %2.", '<w:lvlRestart w:val="0"/>' + form("decimal"))
    )
    assert labels("".join(map(item, (0, 1, 1, 0, 1))), many)[-1] == "Điều 3."


def test_lists_of_one_family_go_on_unless_they_begin_anew() -> None:
    body = item(key=1) + item(key=1) + item(key=2) + item(key=2) + item(key=1)
    assert labels(body, lists(lvl(0, "%1."))) == ["1.", "2.", "3.", "4.", "5."]
    anew = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
    assert labels(body, lists(lvl(0, "%1."), change=anew)) == ["1.", "2.", "1.", "2.", "3."]


def test_a_list_may_change_a_level() -> None:
    other = f'<w:lvlOverride w:ilvl="0">{lvl(0, "(%1)", form("lowerLetter"))}</w:lvlOverride>'
    assert labels(item(key=2), lists(lvl(0, "%1."), change=other)) == ["(a)"]


def test_a_style_that_is_tied_to_a_level() -> None:
    tied = f'<w:pStyle w:val="Muc"/>{form("decimal")}'
    sheet = style("Muc", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    sheet += style("Con", "", based_on="Muc")
    many = lists(lvl(0, "%1."), lvl(1, "Mục %2", tied))
    body = "".join(p("x", f'<w:pStyle w:val="{one}"/>{said}') for one, said in (
        ("Muc", ""), ("Con", ""), ("Muc", '<w:numPr><w:numId w:val="0"/></w:numPr>'),
        ("Muc", '<w:numPr><w:ilvl w:val="0"/></w:numPr>'),
    ))  # fmt: skip
    assert labels(body, many, sheet) == ["Mục 1", "Mục 2", "", "1."]


def test_the_indents_of_a_list_stand_between_style_and_paragraph() -> None:
    level = '<w:lvl w:ilvl="0"><w:pPr><w:ind w:left="1134" w:hanging="567"/></w:pPr></w:lvl>'
    sheet = style("Normal", '<w:pPr><w:ind w:left="567" w:firstLine="567"/></w:pPr>')
    sheet += style(
        "Muc", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:ind w:left="0"/></w:pPr>'
    )
    direct = '<w:numPr><w:numId w:val="1"/></w:numPr>'
    body = (
        p("a", direct)
        + p("b", direct + '<w:ind w:left="284"/>')
        + p("c", '<w:pStyle w:val="Muc"/>')
    )
    found = [one.spacing for one in paragraphs(body, numbering=lists(level), styles=sheet)]
    assert [(one.left_mm, one.first_line_mm) for one in found] == [
        (20.0, -10.0), (5.01, -10.0), (0.0, -10.0),
    ]  # fmt: skip


def test_a_list_style_leads_to_its_list() -> None:
    numbering = (
        '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="DS"/>'
        f"{lvl(0, '%1)')}</w:abstractNum>"
        '<w:abstractNum w:abstractNumId="2"><w:numStyleLink w:val="DS"/></w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="2"/></w:num>'
    )
    assert labels(item() + item(), numbering) == ["1)", "2)"]


@pytest.mark.parametrize(
    ("sign", "seen"),
    [("\uf0b7", "•"), ("\uf0fc", "✓"), ("\uf123", "•"), ("–", "–"), ("o", "o")],
)
def test_bullets_of_sign_fonts_are_signs_that_are_seen(sign: str, seen: str) -> None:
    assert labels(item(), lists(lvl(0, sign, form("bullet")))) == [seen]


def test_numbers_with_a_zero_as_newer_word_keeps_them() -> None:
    newer = (
        '<mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" '
        'w:format="01, 02, 03, ..."/></mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/>'
        "</mc:Fallback></mc:AlternateContent>"
    )
    assert labels(item(), lists(lvl(0, "%1.", newer))) == ["01."]


def test_a_list_or_level_that_is_not_there_has_no_label() -> None:
    assert labels(item(key=9) + item(at=5), lists(lvl(0, "%1."))) == ["", ""]


@given(st.lists(st.integers(0, 2), max_size=30))
def test_labels_count_as_a_person_counts(levels: list[int]) -> None:
    many = lists(*(lvl(at, f"%{at + 1}", form(name)) for at, name in enumerate(FORMS)))
    counts = [0, 0, 0]
    expected = []
    for at in levels:
        counts[at] += 1
        counts[at + 1 :] = [0] * (2 - at)
        expected.append(counted(counts[at], FORMS[at]))
    assert labels("".join(item(at) for at in levels), many) == expected


@given(
    st.integers(-(10**9), 10**9),
    st.sampled_from(
        (
            "upperRoman",
            "lowerLetter",
            "upperLetter",
            "decimalZero",
            "ordinal",
            "japaneseCounting",
        )
    ),
)
def test_any_number_has_a_short_label(count: int, name: str) -> None:
    assert 0 < len(counted(count, name)) <= 30
