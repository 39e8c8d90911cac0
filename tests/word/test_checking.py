"""Checking a template: each kind of mistake is found with its code, its place and a hint."""

from __future__ import annotations

import pytest
from made import CORE, FOOTER, HEADER, NOTES, View, line, template

from generator import catalog
from generator.errors import Problem, sentence
from generator.word import check_template
from generator.word.markup import block_control, cell, row, row_tag, table, tag
from generator.word.package import DOCUMENT, read_parts, write_parts

NAMED_IN_FULL = pytest.mark.parametrize("code", catalog.TEMPLATE_CODES)


def problems(body: str, parts: dict[str, str] | None = None) -> tuple[Problem, ...]:
    """Every problem of a template against the view of these tests; each has its sentence."""
    found = check_template(template(body, parts), "mau.docx", View)
    assert all(sentence(problem) for problem in found)
    return found


def codes(body: str) -> list[str]:
    """The codes of the problems of a template."""
    return [problem.code for problem in problems(body)]


def only(body: str, parts: dict[str, str] | None = None) -> Problem:
    """The one problem of a template."""
    (problem,) = problems(body, parts)
    return problem


def in_cell(content: str) -> str:
    """A table whose second row, second cell holds the content."""
    first = row([cell([line("a")]), cell([line("b")])])
    return table((50, 50), [first, row([cell([line("c")]), cell([content])])])


def test_a_clean_template_has_none() -> None:
    body = (
        line("{{ name }}, {{ count }} đơn vị{% if note %}, {{ note }}{% endif %}")
        + tag("if head")
        + line("{{ head.name }}")
        + tag("else")
        + line("{{ name }}")
        + tag("endif")
        + table(
            (50,),
            [
                row_tag("for unit in units", 1),
                row([cell([line("{{ unit.name }}")])]),
                row_tag("endfor", 1),
            ],
        )
        + block_control("{{ name }}", "t", line("{% if not ready %}dự thảo{% endif %}"))
    )
    assert codes(body) == []


@NAMED_IN_FULL
def test_the_shipped_templates_have_none(code: str) -> None:
    content = catalog.shipped_template(code).read_bytes()
    assert check_template(content, code, catalog.paper(code).view_type) == ()


@NAMED_IN_FULL
def test_one_letter_wrong_in_a_shipped_template_is_found(code: str) -> None:
    parts = read_parts(catalog.shipped_template(code).read_bytes())
    wrong = parts[DOCUMENT].replace(b"{{ head.issuer }}", b"{{ head.isuser }}")
    assert wrong != parts[DOCUMENT]
    content = write_parts({**parts, DOCUMENT: wrong})
    (problem,) = check_template(content, code, catalog.paper(code).view_type)
    assert problem.values == {"name": "head.isuser", "hint": "issuer"}
    assert problem.place.words == "bảng 1, hàng 1, cột 1, thẻ {{ head.isuser }}"


# --- places


WRONG = "{{ nmae }}"
SECOND_CELL = "bảng 1, hàng 2, cột 2"


@pytest.mark.parametrize(
    ("body", "words"),
    [
        (line("a") + line(f"b {WRONG}"), "đoạn 2"),
        (in_cell(line(WRONG)), SECOND_CELL),
        (in_cell(in_cell(line(WRONG)) + line("x")), SECOND_CELL),
        (in_cell(line("x")) + in_cell(line(WRONG)), "bảng 2, hàng 2, cột 2"),
        (in_cell(line("x")) + line(WRONG), "đoạn 1"),
        (line("a") + block_control(WRONG, "t", line("b")), "đoạn 1"),
        (line("a") + block_control("t", "t", line(WRONG)), "đoạn 2"),
    ],
    ids=["text", "cell", "nested", "second table", "after a table", "attribute", "control"],
)
def test_a_misspelt_name_in_the_body(body: str, words: str) -> None:
    problem = only(body)
    assert problem.code == "template-unknown-name"
    assert problem.values == {"name": "nmae", "hint": "name"}
    assert problem.place.words == f"{words}, thẻ {WRONG}"
    assert "Có phải là “name” không?" in sentence(problem)


@pytest.mark.parametrize(
    ("part", "text", "words"),
    [
        ("word/header2.xml", HEADER.format(WRONG), "đầu trang, đoạn 1"),
        ("word/footer1.xml", FOOTER.format(WRONG), "chân trang, đoạn 1"),
        ("word/footnotes.xml", NOTES.format(WRONG), "chú thích cuối trang, đoạn 1"),
        ("word/endnotes.xml", NOTES.format(WRONG), "chú thích cuối văn bản, đoạn 1"),
        (CORE, f"<a><b>{{{{ name }}}}</b><b>{WRONG}</b></a>", "thuộc tính tệp"),
    ],
)
def test_a_misspelt_name_elsewhere(part: str, text: str, words: str) -> None:
    problem = only(line("{{ name }}"), {part: text})
    assert problem.code == "template-unknown-name"
    assert problem.place.words == f"{words}, thẻ {WRONG}"


def test_a_name_like_no_other_gets_no_hint() -> None:
    problem = only(line("{{ xyz }}"))
    assert problem.values["hint"] == ""
    assert "Có phải" not in sentence(problem)


def test_a_field_of_another_record_is_unknown() -> None:
    body = tag("for unit in units") + line("{{ unit.nam }}") + tag("endfor")
    assert only(body).values == {"name": "unit.nam", "hint": "name"}


def test_every_problem_is_told_at_once() -> None:
    body = line("{{ nmae }} {{ units }}") + line("{{ note }}") + line("{ name }")
    assert sorted(codes(body)) == [
        "template-may-be-absent",
        "template-not-printable",
        "template-unclosed",
        "template-unknown-name",
    ]


# --- values that cannot be printed or may be absent


@pytest.mark.parametrize(
    ("body", "kind"),
    [
        ("{{ units }}", "một danh sách"),
        ("{{ ready }}", "giá trị đúng/sai"),
        ("{% if head %}{{ head }}{% endif %}.", "một nhóm giá trị"),
    ],
)
def test_what_is_not_text_cannot_be_printed(body: str, kind: str) -> None:
    problem = only(line(body))
    assert (problem.code, problem.values["kind"]) == ("template-not-printable", kind)


@pytest.mark.parametrize("name", ["name", "head", "ready"])
def test_only_lists_are_repeated(name: str) -> None:
    body = tag("if head") + tag(f"for one in {name}") + line("x") + tag("endfor") + tag("endif")
    assert codes(body) == ["template-not-a-list"]


ABSENT = ["template-may-be-absent"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{{ note }}", ABSENT),
        ("{% if note %}{{ note }}{% endif %}", []),
        ("{% if note %}a{% endif %}{{ note }}", ABSENT),
        ("{% if note %}a{% else %}{{ note }}{% endif %}", ABSENT),
        ("{% if not note %}a{% else %}{{ note }}{% endif %}", []),
        ("{% if not note %}{{ note }}{% endif %}", ABSENT),
        ("{% if ready %}{{ note }}{% endif %}", ABSENT),
        ("{% if ready %}a{% elif note %}{{ note }}{% endif %}", []),
        ("{% if note %}a{% elif ready %}{{ note }}{% endif %}", ABSENT),
        ("{% if not note %}a{% elif ready %}{{ note }}{% else %}{{ note }}{% endif %}", []),
        ("{% if ready %}a{% elif not note %}b{% else %}{{ note }}{% endif %}", []),
        ("{% if note %}{% if ready %}{{ note }}{% endif %}{% endif %}", []),
        ("{{ head.name }}", ABSENT),
        ("{% if head %}{{ head.name }}{% endif %}", []),
        ("{% if head %}{{ head.note }}{% endif %}", ABSENT),
        ("{% if head.note %}a{% endif %}", ABSENT),
        ("{% if head %}{% if head.note %}{{ head.note }}{% endif %}{% endif %}", []),
        ("{% for one in others %}a{% endfor %}", ABSENT),
        ("{% if others %}{% for one in others %}{{ one.name }}{% endfor %}{% endif %}", []),
    ],
)
def test_what_may_be_absent_needs_a_condition(text: str, found: list[str]) -> None:
    assert codes(line(f"x {text}")) == found


def test_what_is_known_of_a_loop_variable_dies_with_it() -> None:
    again = "{% for unit in units %}{{ unit.note }}{% endfor %}"
    body = f"x {{% for unit in units %}}{{% if unit.note %}}{again}{{% endif %}}{{% endfor %}}"
    assert codes(line(body)) == ABSENT


def test_a_loop_variable_is_unknown_after_its_loop() -> None:
    body = line("x {% for unit in units %}{{ unit.name }}{% endfor %}{{ unit.name }}")
    assert codes(body) == ["template-unknown-name"]


# --- what a template may not do


@pytest.mark.parametrize(
    ("text", "construct"),
    [
        ("{{ name|upper }}", "bộ lọc |"),
        ("{{ name.upper() }}", "lời gọi ( )"),
        ("{{ count + count }}", "phép tính"),
        ("{{ -count }}", "phép tính"),
        ("{{ name ~ name }}", "phép tính"),
        ("{% if count > count %}a{% endif %}", "so sánh"),
        ("{% if name and ready %}a{% endif %}", "and"),
        ("{% if name is defined %}a{% endif %}", "is"),
        ("{{ name if ready else name }}", "if trong {{ }}"),
        ("{{ name[0] }}", "chỉ số [ ]"),
        ("{{ 'chữ' }}", "giá trị viết sẵn"),
        ("{{ [name] }}", "giá trị viết sẵn"),
        ("{% set a = name %}", "set"),
        ("{% with %}a{% endwith %}", "set"),
        ("{% include 'a' %}", "mẫu khác"),
        ("{% import 'a' as b %}", "mẫu khác"),
        ("{% macro a() %}b{% endmacro %}", "macro"),
        ("{% filter upper %}a{% endfilter %}", "bộ lọc |"),
        ("{% for a, b in units %}c{% endfor %}", "for nhiều biến, có điều kiện hoặc có else"),
        ("{% for a in units if a %}c{% endfor %}", "for nhiều biến, có điều kiện hoặc có else"),
        (
            "{% for a in units %}{% else %}c{% endfor %}",
            "for nhiều biến, có điều kiện hoặc có else",
        ),
        ("{# chú thích #}", "chú thích {# #}"),
        ("{{r name }}", "{{p …}}, {{r …}}"),
        ("{{p name }}", "{{p …}}, {{r …}}"),
        ("{% colspan count %}", "lệnh riêng của thư viện"),
        ("{{- name }}", "dấu - ở đầu hoặc cuối thẻ"),
        ("{{ name -}}", "dấu - ở đầu hoặc cuối thẻ"),
    ],
)
def test_a_template_does_not_compute(text: str, construct: str) -> None:
    problem = only(in_cell(line(f"x {text}")))
    assert (problem.code, problem.values["construct"]) == ("template-forbidden", construct)
    assert problem.place.words.startswith(SECOND_CELL)


def test_text_kept_raw_is_forbidden() -> None:
    found = codes(line("x {% raw %}{{ name }}{% endraw %}"))
    assert found == ["template-forbidden"]


# --- tags that are broken, torn, or take something away


@pytest.mark.parametrize(
    "text",
    ["{{ name", "{{ name }", "{ name }}", "{ name }", "{name}", "{ { name } }", "{% if", "%}"],
)
def test_a_brace_too_few_is_found(text: str) -> None:
    found = problems(line("a") + line(f"x {text}"))
    assert "template-unclosed" in [problem.code for problem in found]
    assert {problem.place.words for problem in found} >= {f"đoạn 2, “x {text}”"}


def test_a_brace_too_few_in_the_title_of_the_file() -> None:
    problem = only(line("x"), {CORE: "<a><b>{ document_title }</b></a>"})
    assert (problem.code, problem.place.words) == (
        "template-unclosed",
        "thuộc tính tệp, “{ document_title }”",
    )


def test_ordinary_braces_are_no_tags() -> None:
    assert codes(line("Tập hợp {1; 2} và 100% {…}")) == []


@pytest.mark.parametrize(
    ("body", "words", "wanted"),
    [
        (
            tag("for unit in units") + line("{{ name }}"),
            "đoạn 1, thẻ {%p for unit in units %}",
            "endfor",
        ),
        (line("{{ name }}") + tag("endif"), "đoạn 2, thẻ {%p endif %}", "if"),
        (tag("for a in units") + tag("endif"), "đoạn 1, thẻ {%p for a in units %}", "endfor"),
    ],
)
def test_half_a_pair_is_named(body: str, words: str, wanted: str) -> None:
    problem = only(body)
    assert (problem.code, problem.place.words) == ("template-half", words)
    assert problem.values["wanted"] == wanted


def test_a_statement_that_does_not_exist_is_named() -> None:
    problem = only(line("x {{ name }}") + line("y {% fro unit in units %}"))
    assert (problem.code, problem.place.words) == (
        "template-syntax",
        "đoạn 2, thẻ {% fro unit in units %}",
    )


def test_a_condition_over_the_edge_of_a_cell_is_torn() -> None:
    problem = only(line("x {% if ready %}a") + in_cell(line("b {% endif %}c")))
    assert (problem.code, problem.place.words) == (
        "template-torn",
        "đoạn 1, thẻ {% if ready %}",
    )


def test_a_tag_half_inside_a_link_is_torn() -> None:
    runs = "<w:r><w:t>{{ na</w:t></w:r><w:hyperlink><w:r><w:t>me }}</w:t></w:r></w:hyperlink>"
    problem = only(f"<w:p>{runs}</w:p>")
    assert (problem.code, problem.place.words) == ("template-torn", "đoạn 1, thẻ {{ name }}")


@pytest.mark.parametrize(
    ("first", "lost"),
    [
        ([line("mất {%p if ready %}")], "mất"),
        ([line("{%p if ready %} mất")], "mất"),
        ([line("{%p if ready %}{{ name }}")], "{{ name }}"),
    ],
)
def test_text_beside_a_paragraph_tag_is_lost(first: list[str], lost: str) -> None:
    problem = only(line("a") + first[0] + tag("endif"))
    assert (problem.code, problem.values) == (
        "template-text-lost",
        {"tag": "{%p if ready %}", "text": lost},
    )
    assert problem.place.words.startswith("đoạn 2, “")


@pytest.mark.parametrize(
    "first",
    [
        [cell([line("{%tr for unit in units %} mất")]), cell([line("")])],
        [cell([line("{%tr for unit in units %}"), line("mất")]), cell([line("")])],
        [cell([line("{%tr for unit in units %}")]), cell([line("mất")])],
        [cell([line("mất")]), cell([line("{%tr for unit in units %}")])],
    ],
    ids=["same paragraph", "same cell", "cell after", "cell before"],
)
def test_text_beside_a_row_tag_is_lost(first: list[str]) -> None:
    rows = [row(first), row([cell([line("{{ unit.name }}")])]), row_tag("endfor", 2)]
    problem = only(table((50, 50), rows))
    assert (problem.code, problem.values["text"]) == ("template-text-lost", "mất")
    assert problem.place.words.startswith("bảng 1, hàng 1, cột ")


def test_text_beside_a_cell_tag_is_lost() -> None:
    cells = [
        cell([line("{%tc for unit in units %}"), line("mất")]),
        cell([line("{{ unit.name }}")]),
        cell([line("{%tc endfor %}")]),
    ]
    problem = only(table((50,), [row(cells)]))
    assert (problem.code, problem.values["text"]) == ("template-text-lost", "mất")


def test_a_statement_alone_in_a_paragraph_leaves_an_empty_one() -> None:
    found = problems(line("{% if ready %}") + line("a") + line("{% endif %}"))
    assert [(one.code, one.values["tag"]) for one in found] == [
        ("template-empty-paragraph", "{% if ready %}"),
        ("template-empty-paragraph", "{% endif %}"),
    ]


def test_too_many_levels_are_said() -> None:
    body = tag("if ready") * 400 + line("x") + tag("endif") * 400
    assert codes(body) == ["template-too-deep"]


def test_a_file_without_a_body_is_no_template() -> None:
    parts = read_parts(template(line("x")))
    del parts[DOCUMENT]
    (problem,) = check_template(write_parts(parts), "mau.docx", View)
    assert problem.code == "not-a-package"
