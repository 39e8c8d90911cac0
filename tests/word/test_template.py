"""Rendering: what is typed comes out as it is, or is refused with its place."""

from __future__ import annotations

import re
from functools import cache, partial
from time import process_time
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from made import (
    CORE,
    FOOTER,
    HEADER,
    NOTES,
    Child,
    Unit,
    View,
    document,
    line,
    printed,
    rendered,
    template,
)

from generator.errors import TemplateError, sentence
from generator.word import compile_template
from generator.word.markup import (
    block_control,
    cell,
    drawn_line,
    inline_control,
    row,
    row_tag,
    table,
    tag,
)
from generator.word.package import DOCUMENT, read_parts
from generator.word.tags import W

if TYPE_CHECKING:
    from collections.abc import Callable

    from generator.errors import Problem
    from generator.word import Template

DOC_PR = re.compile(r'<wp:docPr id="(-?\d+)"')
CONTROL_ID = re.compile(r'<w:id w:val="(-?\d+)"')


def refusal(body: str, view: View) -> Problem:
    """The one problem that a template is refused with, when compiled or when rendered."""
    with pytest.raises(TemplateError) as caught:
        rendered(body, view)
    (problem,) = caught.value.problems
    assert sentence(problem)
    return problem


def rows_of(name: str, *, heading: bool = False) -> str:
    """A table with a row for each item of a list."""
    head = [row([cell([line("Tên")])], is_heading=True)] if heading else []
    body = row([cell([line("{{ unit.name }}")])])
    loop = [row_tag(f"for unit in {name}", 1), body, row_tag("endfor", 1)]
    return table((50,), [*head, *loop])


# --- text comes out as it is


@pytest.mark.parametrize(
    "text",
    [
        "A & B <C>",
        "“ngoặc”, 'nháy', \"kép\"",
        "&amp; &lt;",
        "  hai  dấu cách ",
        "{{ name }}",
        "]]>",
    ],
)
def test_text_survives(text: str) -> None:
    assert printed(line("Gửi {{ name }}."), View(name=text)) == [f"Gửi {text}."]


def test_text_of_the_template_survives() -> None:
    assert printed(line("A & B <C> {{ name }}"), View(name="x")) == ["A & B <C> x"]


def test_a_number_is_printed() -> None:
    assert printed(line("{{ count }} đơn vị"), View(count=7)) == ["7 đơn vị"]


@pytest.mark.parametrize("value", ["</w:t></w:r></w:p>", '"/><w:p/>', "{% if %}", "<!--"])
def test_a_value_never_becomes_markup(value: str) -> None:
    body = block_control("{{ name }}", "{{ name }}", line("{{ name }}"))
    root = etree.fromstring(read_parts(rendered(body, View(name=value)))[DOCUMENT])
    control = next(root.iter(f"{W}sdt"))
    assert [str(node.get(f"{W}val")) for node in control.iter(f"{W}alias", f"{W}tag")] == [
        value,
        value,
    ]
    assert [node.text for node in control.iter(f"{W}t")] == [value]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=40))
@settings(max_examples=60, deadline=None)
def test_any_text_is_printed_exactly_or_refused(text: str) -> None:
    body = block_control("{{ name }} {{ name }}", "t", line("[{{ name }}]"))
    render = compiled(body).render
    if re.search("[\x00-\x1f\x7f\ufffe\uffff]", text):
        with pytest.raises(TemplateError, match="value-control"):
            render(View(name=text))
        return
    content = render(View(name=text))
    root = etree.fromstring(read_parts(content)[DOCUMENT])
    control = next(root.iter(f"{W}sdt"))
    parts = {f"{W}noBreakHyphen": "\u2011"}
    found = "".join(node.text or parts.get(str(node.tag), "") for node in control.iter())
    alias = next(control.iter(f"{W}alias")).get(f"{W}val")
    plain = text.replace("\u2011", "-")
    assert (found, alias) == (f"[{text}]", f"{plain} {plain}")


@cache
def compiled(body: str) -> Template:
    """A template compiled once for many examples."""
    return compile_template(template(body), "mau.docx")


@pytest.mark.parametrize("text", ["Cà Mau 🙂", "Tiê\u0301ng", "\u05d0\u05d1", "a\u0301\u0323"])
def test_emoji_marks_and_letters_from_right_to_left_are_printed(text: str) -> None:
    assert printed(line("{{ name }}"), View(name=text)) == [text]


def test_a_hyphen_that_does_not_break_is_words_own() -> None:
    body = inline_control("{{ name }}", "a-{{ name }}-{{ name }}", "{{ name }}")
    content = rendered(line(body), View(name="5513\u2011QĐ", document_title="1\u20112"))
    written = document(content)
    assert 'w:val="5513-QĐ"' in written
    assert 'w:val="a-5513-QĐ-5513-QĐ"' in written
    assert "5513</w:t><w:noBreakHyphen/>" in written
    assert "\u2011" not in written
    assert "<dc:title>1-2<" in document(content, CORE)


def test_a_link_in_a_field_is_plain_text() -> None:
    field = '<w:p><w:r><w:instrText>HYPERLINK "{{ name }}"</w:instrText></w:r></w:p>'
    written = document(rendered(field, View(name="a\u2011b&c")))
    assert 'HYPERLINK "a-b&amp;c"</w:instrText>' in written


# --- what cannot be printed is refused, with its place


def test_a_misspelt_name_names_the_paragraph() -> None:
    problem = refusal(line("a") + line("Gửi {{ name }} và {{ nmae }}"), View())
    assert problem.place.words == "đoạn 2, thẻ {{ nmae }}"


def test_a_misspelt_name_names_the_cell() -> None:
    cells = [cell([line("x")]), cell([line("{{ nmae }}")])]
    problem = refusal(table((50, 50), [row([cell([line("a")])]), row(cells)]), View())
    assert problem.place.words == "bảng 1, hàng 2, cột 2, thẻ {{ nmae }}"


def test_a_misspelt_attribute_names_its_tag() -> None:
    body = line("{{ name }}") + block_control("{{ nmae }}", "t", line("{{ name }}"))
    assert refusal(body, View()).place.words.endswith("thẻ {{ nmae }}")


@pytest.mark.parametrize("name", ["note", "ready", "head", "units"])
def test_what_is_not_text_is_refused(name: str) -> None:
    problem = refusal(line(f"{{{{ {name} }}}}"), View())
    assert (problem.code, problem.place.words) == (
        "value-empty",
        f"đoạn 1, thẻ {{{{ {name} }}}}",
    )


@pytest.mark.parametrize(
    "character", ["\x00", "\x07", "\x0b", "\n", "\t", "\x7f", "\ufffe", "\ud800"]
)
def test_a_control_character_is_refused_and_named(character: str) -> None:
    problem = refusal(line("{{ name }}"), View(name=f"a{character}b"))
    assert (problem.code, problem.values["value"]) == (
        "value-control",
        f"U+{ord(character):04X}",
    )


@pytest.mark.parametrize(
    "expression",
    [
        "{{ name.__class__ }}",
        "{{ cycler.__init__.__globals__ }}",
        "{{ ''.__class__.__mro__ }}",
        "{{ name.format.__globals__ }}",
        "{{ '{0.__class__}'.format(name) }}",
        "{% for i in range(10000000000) %}x{% endfor %}",
        "{% import 'os' as os %}",
        "{% include '/etc/passwd' %}",
        "{{ 1 / 0 }}",
        "{{ units.append(1) }}",
        "{{ name[99] }}",
    ],
)
def test_a_template_cannot_reach_the_machine(expression: str) -> None:
    assert refusal(line(expression), View()).code in ("template-failed", "value-empty")


@pytest.mark.parametrize(
    "expression", ["{{ name", "{{ name }", "{% if name %}", "{% fro a in b %}"]
)
def test_a_broken_tag_is_refused(expression: str) -> None:
    problem = refusal(line("x {{ count }}") + line(expression), View())
    assert problem.code in ("template-syntax", "template-half")


def test_more_levels_than_python_has_are_refused() -> None:
    body = tag("for unit in units") * 30 + line("x") + tag("endfor") * 30
    assert refusal(body, View()).code == "template-too-deep"


# --- what Word does to a tag


@pytest.mark.parametrize(
    "pieces",
    [
        (
            "<w:r><w:t>{</w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>{ na</w:t></w:r>"
            "<w:r><w:t>me }}</w:t></w:r>"
        ),
        (
            '<w:r><w:t>{{ na</w:t></w:r><w:proofErr w:type="spellStart"/>'
            "<w:r><w:t>me }}</w:t></w:r>"
        ),
        (
            '<w:r><w:t>{{ na</w:t></w:r><w:bookmarkStart w:id="0" w:name="_GoBack"/>'
            '<w:bookmarkEnd w:id="0"/><w:r><w:t>me }</w:t></w:r><w:r><w:t>}</w:t></w:r>'
        ),
    ],
    ids=["formatting", "spelling", "bookmark"],
)
def test_a_tag_split_over_runs_is_one_tag(pieces: str) -> None:
    assert printed(f"<w:p>{pieces}</w:p>", View(name="Tân Lập")) == ["Tân Lập"]


@pytest.mark.parametrize(
    "pieces",
    [
        "<w:r><w:t>{{ na</w:t></w:r><w:hyperlink><w:r><w:t>me }}</w:t></w:r></w:hyperlink>",
        '<w:ins w:id="1"><w:r><w:t>{{ na</w:t></w:r></w:ins><w:r><w:t>me }}</w:t></w:r>',
    ],
    ids=["link", "tracked change"],
)
def test_a_tag_torn_by_a_link_or_a_change_is_refused(pieces: str) -> None:
    problem = refusal(line("x") + f"<w:p>{pieces}</w:p>", View())
    assert (problem.code, problem.place.words) == ("template-torn", "đoạn 2, thẻ {{ name }}")


def test_a_condition_that_ends_inside_a_table_is_refused() -> None:
    body = line("a {% if note %} b") + table((50,), [row([cell([line("c {% endif %} d")])])])
    problem = refusal(line("{{ name }}") + body, View())
    assert (problem.code, problem.place.words) == ("template-torn", "đoạn 2, thẻ {% if note %}")


def test_a_condition_may_end_in_a_later_paragraph() -> None:
    body = line("a {% if note %}b") + line("c{% endif %} d")
    assert printed(body, View()) == ["a  d"]
    assert printed(body, View(note="x")) == ["a b", "c d"]


def test_a_name_in_two_pieces_of_unicode_matches_no_other() -> None:
    body = line("{{ tên }}".replace("ê", "e\u0302"))
    assert refusal(body, View()).code in ("template-syntax", "template-failed")


# --- tables, cells and controls that a choice leaves empty


@pytest.mark.parametrize("width", [0, 20])
def test_a_cell_keeps_a_paragraph(width: float) -> None:
    content = [tag("if note"), line("{{ note }}"), tag("endif")]
    body = table((50,), [row([cell(content, width_mm=width)])])
    assert printed(body, View()) == [""]
    assert printed(body, View(note="x")) == ["x"]


def test_a_cell_with_only_a_bookmark_left_keeps_a_paragraph() -> None:
    mark = '<w:bookmarkStart w:id="0" w:name="a"/><w:bookmarkEnd w:id="0"/>'
    content = [tag("if note"), line("x"), tag("endif"), mark]
    assert printed(table((50,), [row([cell(content)])]), View()) == [""]


def test_a_table_without_rows_goes() -> None:
    assert document(rendered(rows_of("units"), View())) == ""


def test_a_table_with_a_heading_keeps_it() -> None:
    assert printed(rows_of("units", heading=True), View()) == ["Tên"]
    view = View(units=(Unit("a"), Unit("b")))
    assert printed(rows_of("units", heading=True), view) == ["Tên", "a", "b"]


def test_a_table_without_rows_inside_a_cell_leaves_a_paragraph() -> None:
    written = document(rendered(table((50,), [row([cell([rows_of("units")])])]), View()))
    assert written.count("<w:tbl>") == 1
    assert "<w:tc><w:p/></w:tc>" in written


def test_two_tables_without_rows_go_and_the_one_between_stays() -> None:
    between = table((50,), [row([cell([line("giữa")])])])
    written = document(rendered(rows_of("units") + between + rows_of("units"), View()))
    assert written.count("<w:tbl>") == 1
    assert "giữa" in written


def test_only_the_empty_ones_of_nested_tables_go() -> None:
    inner = table(
        (50,),
        [
            row_tag("for child in unit.children", 1),
            row([cell([line("{{ child.name }}")])]),
            row_tag("endfor", 1),
        ],
    )
    outer = row([cell([line("{{ unit.name }}"), inner, line("hết")])])
    body = table((50,), [row_tag("for unit in units", 1), outer, row_tag("endfor", 1)])
    view = View(units=(Unit("a", children=(Child("a1"),)), Unit("b")))
    assert document(rendered(body, view)).count("<w:tbl>") == 2
    assert printed(body, view) == ["a", "a1", "hết", "b", "hết"]


def test_a_row_without_cells_goes_with_its_table() -> None:
    cells = [
        cell([line(text)])
        for text in ("{%tc for u in units %}", "{{ u.name }}", "{%tc endfor %}")
    ]
    body = table((50,), [row(cells)])
    assert document(rendered(body, View())) == ""
    assert printed(body, View(units=(Unit("a"), Unit("b")))) == ["a", "b"]


def test_an_empty_control_goes() -> None:
    body = block_control("Ghi chú", "ghi-chu", tag("if note") + line("x") + tag("endif"))
    assert document(rendered(body, View())) == ""
    written = document(rendered(table((50,), [row([cell([body])])]), View()))
    assert "<w:tc><w:p/></w:tc>" in written


def test_ids_of_controls_and_drawings_are_unique_and_positive() -> None:
    inside = block_control("{{ unit.name }}", "t", line("{{ unit.name }}", drawn_line(9, 9, 1)))
    body = line(drawn_line(9, 9, 1)) + tag("for unit in units") + inside + tag("endfor")
    units = tuple(Unit(str(number)) for number in range(9))
    written = document(rendered(body, View(units=units)))
    controls, drawings = CONTROL_ID.findall(written), DOC_PR.findall(written)
    assert (len(controls), len(drawings)) == (9, 10)
    ids = [int(number) for number in (*controls, *drawings)]
    assert len(set(ids)) == 19
    assert all(0 < number < 2**31 for number in ids)


# --- the other parts of the file


@pytest.mark.parametrize(
    ("part", "text"),
    [("word/header1.xml", HEADER), ("word/footer1.xml", FOOTER), ("word/footnotes.xml", NOTES)],
)
def test_tags_in_other_parts_are_rendered(part: str, text: str) -> None:
    content = rendered(line("x"), View(name="A & B"), {part: text.format("{{ name }}")})
    assert document(content, part) == text.format("A &amp; B").replace(
        "<w:t>", '<w:t xml:space="preserve">'
    )


def test_the_title_of_the_file_is_rendered() -> None:
    content = rendered(line("x"), View(document_title="A & B"))
    assert "<dc:title>A &amp; B</dc:title>" in document(content, CORE)


def test_the_same_view_gives_the_same_bytes() -> None:
    body = block_control("{{ name }}", "t", line("{{ name }}"))
    once = compile_template(template(body), "mau.docx")
    first = once.render(View(name="a"))
    assert once.render(View(name="b")) != first
    assert once.render(View(name="a")) == first
    assert compile_template(template(body), "mau.docx").render(View(name="a")) == first


def test_parts_without_tags_are_the_templates() -> None:
    before = read_parts(template(line("{{ name }}")))
    after = read_parts(rendered(line("{{ name }}"), View()))
    assert list(after) == list(before)
    changed = [name for name in before if before[name] != after[name]]
    assert changed == [CORE, DOCUMENT]


@pytest.mark.parametrize(
    ("properties", "order"),
    [
        ("", ["highlight"]),
        ('<w:b/><w:u w:val="single"/><w:lang w:val="vi-VN"/>', ["b", "highlight", "u", "lang"]),
        ('<w:highlight w:val="red"/>', ["highlight"]),
    ],
)
def test_a_draft_shows_what_is_missing(properties: str, order: list[str]) -> None:
    run = f"<w:r><w:rPr>{properties}</w:rPr><w:t>{{{{ name }}}}</w:t></w:r>"
    render = compiled(f"<w:p>{run}</w:p>" + line("đủ")).render
    view = View(name="[thiếu: tên]")
    root = etree.fromstring(read_parts(render(view, draft=True))[DOCUMENT])
    (mark,) = root.iter(f"{W}highlight")
    assert mark.get(f"{W}val") == "yellow"
    around = mark.getparent()
    assert around is not None
    assert [etree.QName(node).localname for node in around] == order
    assert "yellow" not in document(render(view))


# --- large papers


def ratio(work: Callable[[Any], object], small: object, large: object) -> float:
    """How many times as long the work takes on the large as on the small, at best."""
    return seconds(work, large) / seconds(work, small)


def seconds(work: Callable[[Any], object], size: object) -> float:
    """How long this process is busy in the quickest of three runs, however busy others are."""
    times = []
    for _ in range(3):
        start = process_time()
        work(size)
        times.append(process_time() - start)
    return min(times)


def test_ten_thousand_tags_take_time_in_proportion() -> None:
    few, many = (template(line("{{ name }}") * size) for size in (1_000, 10_000))
    assert ratio(partial(compile_template, name="mau.docx"), few, many) < 25
    once = [compile_template(content, "mau.docx") for content in (few, many)]
    assert ratio(lambda one: one.render(View()), *once) < 25


@pytest.mark.parametrize(
    "body",
    [rows_of("units"), tag("for one in units") + rows_of("one.children") + tag("endfor")],
    ids=["rows", "tables without rows"],
)
def test_two_thousand_rows_take_time_in_proportion(body: str) -> None:
    render = compile_template(template(body), "mau.docx").render
    few, many = (
        View(units=tuple(Unit(str(number)) for number in range(size))) for size in (200, 2_000)
    )
    assert ratio(render, few, many) < 25
