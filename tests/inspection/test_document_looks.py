"""How characters are printed: defaults, theme, styles, table styles, direct formatting."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from word_parts import document, only, p, paragraphs, r, style, tbl, tc

from generator.inspection.document import Align, LineRule

ON = "<w:b/>"
OFF = '<w:b w:val="0"/>'
SAID = {None: "", True: ON, False: OFF}
FONT = '<w:rFonts w:ascii="{0}" w:hAnsi="{0}" w:eastAsia="{0}" w:cs="{0}"/>'
THEME = (
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements>'
    '<a:clrScheme><a:dk1><a:sysClr val="windowText" lastClr="000000"/></a:dk1>'
    '<a:lt1><a:srgbClr val="FFFFFF"/></a:lt1><a:dk2><a:srgbClr val="44546A"/></a:dk2>'
    '<a:accent1><a:srgbClr val="4472C4"/></a:accent1></a:clrScheme>'
    '<a:fontScheme><a:majorFont><a:latin typeface="Cambria"/></a:majorFont>'
    '<a:minorFont><a:latin typeface="Calibri"/><a:ea typeface=""/><a:cs typeface=""/>'
    '<a:font script="Jpan" typeface="MS Mincho"/></a:minorFont>'
    "</a:fontScheme></a:themeElements></a:theme>"
)


def defaults(characters: str = "", paragraph: str = "") -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{characters}</w:rPr></w:rPrDefault>"
        f"<w:pPrDefault><w:pPr>{paragraph}</w:pPr></w:pPrDefault></w:docDefaults>"
    )


def styled(key: str) -> str:
    return f'<w:pStyle w:val="{key}"/>'


def test_where_nothing_is_said_word_takes_its_own() -> None:
    look = only(p("chữ")).runs[0].look
    assert (look.font, look.size_pt, look.bold, look.colour) == (
        "Times New Roman",
        10,
        False,
        "",
    )


def test_each_level_covers_the_one_below() -> None:
    sheet = (
        defaults(FONT.format("Arial") + '<w:sz w:val="20"/><w:color w:val="FF0000"/>')
        + style("Normal", f"<w:rPr>{FONT.format('Tahoma')}<w:sz w:val='22'/></w:rPr>")
        + style(
            "Con", '<w:rPr><w:sz w:val="24"/><w:u w:val="single"/></w:rPr>', based_on="Normal"
        )
        + style("Chu", '<w:rPr><w:sz w:val="26"/></w:rPr>', "character")
    )
    runs = r("a") + r("b", '<w:rStyle w:val="Chu"/>') + r("c", '<w:sz w:val="28"/><w:u/>')
    looks = [one.look for one in only(p(runs, styled("Con")), styles=sheet).runs]
    assert [one.size_pt for one in looks] == [12, 13, 14]
    assert {one.font for one in looks} == {"Tahoma"}
    assert {one.colour for one in looks} == {"FF0000"}
    assert [one.underline for one in looks] == [True, True, False]


def test_a_style_that_is_not_there_is_the_default_one() -> None:
    sheet = style("Normal", '<w:rPr><w:sz w:val="28"/></w:rPr>')
    found = only(p("a", styled("Mất")), styles=sheet)
    assert (found.runs[0].look.size_pt, found.style) == (14, "normal")


def test_styles_based_on_each_other_in_a_circle() -> None:
    sheet = style("A", "<w:rPr><w:b/></w:rPr>", based_on="B") + style("B", "", based_on="A")
    assert only(p("a", styled("A")), styles=sheet).runs[0].look.bold


def test_a_linked_paragraph_style_gives_a_run_its_character_style() -> None:
    sheet = style("Tieude", '<w:link w:val="TieudeChar"/>')
    sheet += style("TieudeChar", "<w:rPr><w:i/></w:rPr>", "character")
    assert only(p(r("a", '<w:rStyle w:val="Tieude"/>')), styles=sheet).runs[0].look.italic


@given(
    usual=st.sampled_from([None, True, False]),
    levels=st.tuples(*[st.sampled_from([None, True, False])] * 3),
    direct=st.sampled_from([None, True, False]),
)
def test_a_toggle_is_switched_by_each_kind_of_style(
    *, usual: bool | None, levels: tuple[bool | None, ...], direct: bool | None
) -> None:
    """ISO 29500-1, 17.7.3: odd is on, direct formatting wins, what is usual for all stays."""
    of_table, of_paragraph, of_run = (f"<w:rPr>{SAID[one]}</w:rPr>" for one in levels)
    sheet = (
        defaults(SAID[usual])
        + style("Bang", of_table, "table")
        + style("Doan", of_paragraph)
        + style("Chu", of_run, "character")
    )
    run = r("a", f'<w:rStyle w:val="Chu"/>{SAID[direct]}')
    body = tbl((p(run, styled("Doan")),), properties='<w:tblStyle w:val="Bang"/>')
    expected = usual or sum(one is True for one in levels) % 2 == 1
    if direct is not None:
        expected = direct
    assert only(body, styles=sheet).runs[0].look.bold is expected


@given(st.lists(st.sampled_from([None, True, False]), min_size=1, max_size=6))
def test_in_one_chain_of_styles_the_last_one_that_says_wins(said: list[bool | None]) -> None:
    sheet = "".join(
        style(f"S{at}", f"<w:rPr>{SAID[one]}</w:rPr>", based_on=f"S{at - 1}" if at else "")
        for at, one in enumerate(said)
    )
    last = next((one for one in reversed(said) if one is not None), False)
    found = only(p("a", styled(f"S{len(said) - 1}")), styles=sheet)
    assert found.runs[0].look.bold is last


@pytest.mark.parametrize("off", ["0", "false", "off"])
def test_a_switch_may_be_off(off: str) -> None:
    sheet = style("Normal", "<w:rPr><w:b/><w:caps/><w:strike/></w:rPr>")
    said = "".join(f'<w:{name} w:val="{off}"/>' for name in ("b", "caps", "strike"))
    look = only(p(r("a", said)), styles=sheet).runs[0].look
    assert (look.bold, look.caps, look.strike) == (False, False, False)


def test_fonts_of_the_theme() -> None:
    sheet = defaults('<w:rFonts w:asciiTheme="minorHAnsi" w:hAnsiTheme="minorHAnsi"/>')
    runs = r("a") + r("b", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial"/>')
    runs += r(
        "c", '<w:rFonts w:ascii="Arial" w:asciiTheme="majorHAnsi" w:hAnsiTheme="majorAscii"/>'
    )
    found = only(p(runs), styles=sheet, theme1=THEME)
    assert [one.look.font for one in found.runs] == ["Calibri", "Arial", "Cambria"]


def test_a_theme_that_is_not_there_leaves_the_plain_font() -> None:
    run = r("a", '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:asciiTheme="minorHAnsi"/>')
    assert only(p(run)).runs[0].look.font == "Arial"


def test_colours_of_the_theme() -> None:
    said = (
        '<w:color w:val="123456" w:themeColor="accent1"/>',
        '<w:color w:val="auto" w:themeColor="text1"/>',
        '<w:color w:val="123456" w:themeColor="text1" w:themeTint="80"/>',
        '<w:color w:val="00ff00" w:themeColor="accent6"/>',
        '<w:color w:val="auto"/>',
    )
    found = only(p("".join(r(str(at), one) for at, one in enumerate(said))), theme1=THEME)
    assert [one.look.colour for one in found.runs] == [
        "4472C4",
        "000000",
        "7F7F7F",
        "00FF00",
        "",
    ]


def test_the_font_of_a_letter_is_that_of_its_class() -> None:
    fonts = '<w:rFonts w:ascii="Arial" w:hAnsi="Cambria" w:eastAsia="SimSun" w:cs="Tahoma"/>'
    found = only(p(r("TỈNH ỦY 国 e\u0302", fonts)))
    assert found.text == "TỈNH ỦY 国 e\u0302"
    assert [(one.text, one.look.font) for one in found.runs] == [
        ("T", "Arial"), ("Ỉ", "Cambria"), ("NH ", "Arial"), ("Ủ", "Cambria"), ("Y ", "Arial"),
        ("国", "SimSun"), (" ", "Arial"), ("e\u0302", "Cambria"),
    ]  # fmt: skip


def test_where_both_latin_fonts_are_one_a_run_is_whole() -> None:
    fonts = '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="SimSun"/>'
    assert [one.text for one in only(p(r("Ủy ban “một”…", fonts))).runs] == ["Ủy ban “một”…"]


def test_a_hint_gives_shared_signs_to_the_far_east() -> None:
    fonts = '<w:rFonts w:hint="eastAsia" w:ascii="Arial" w:hAnsi="Arial" w:eastAsia="SimSun"/>'
    found = only(p(r("“Ủy ban”", fonts)))
    assert [(one.text, one.look.font) for one in found.runs] == [
        ("“", "SimSun"), ("Ủy ban", "Arial"), ("”", "SimSun"),
    ]  # fmt: skip


def test_text_of_a_complex_script_has_a_look_of_its_own() -> None:
    said = '<w:rFonts w:ascii="Arial" w:cs="Tahoma"/><w:b/><w:sz w:val="20"/>'
    said += '<w:szCs w:val="28"/><w:cs/>'
    look = only(p(r("Ủy", said))).runs[0].look
    assert (look.font, look.size_pt, look.bold) == ("Tahoma", 14, False)


@given(st.text("aắ国“e\u0302 \t5Đ", max_size=12), st.booleans())
def test_cutting_a_run_loses_nothing(text: str, hinted: bool) -> None:  # noqa: FBT001
    hint = 'w:hint="eastAsia" ' if hinted else ""
    fonts = f'<w:rFonts {hint}w:ascii="A" w:hAnsi="B" w:eastAsia="C"/>'
    found = only(p(r(text.replace("\t", " "), fonts)))
    assert found.text == text.replace("\t", " ")


def table_sheet() -> str:
    def part(kind: str, inside: str) -> str:
        return f'<w:tblStylePr w:type="{kind}">{inside}</w:tblStylePr>'

    return style(
        "Bang",
        '<w:pPr><w:spacing w:after="40"/></w:pPr><w:rPr><w:sz w:val="24"/></w:rPr>'
        + part("firstRow", '<w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr>')
        + part("firstCol", "<w:rPr><w:i/></w:rPr>")
        + part("lastRow", "<w:rPr><w:caps/></w:rPr>")
        + part("band1Horz", '<w:rPr><w:color w:val="0000FF"/></w:rPr>')
        + part("nwCell", '<w:rPr><w:sz w:val="30"/></w:rPr>'),
        "table",
    )


def test_the_conditional_formats_of_a_table_style() -> None:
    look = '<w:tblStyle w:val="Bang"/><w:tblLook w:val="00A0"/>'
    rows = (("a", "b"), ("c", "d"), ("e", "f"), ("g", "h"))
    found = paragraphs(tbl(*rows, properties=look, grid=(900, 900)), styles=table_sheet())
    looks = {one.text: one.runs[0].look for one in found}
    assert [text for text, one in looks.items() if one.bold] == ["a", "b"]
    assert [text for text, one in looks.items() if one.italic] == ["a", "c", "e", "g"]
    assert [text for text, one in looks.items() if one.colour] == ["c", "d", "g", "h"]
    assert {text: one.size_pt for text, one in looks.items()} == {
        **dict.fromkeys("bcdefgh", 12.0), "a": 15.0,
    }  # fmt: skip
    assert not any(one.caps for one in looks.values())
    assert [one.text for one in found if one.align is Align.CENTER] == ["a", "b"]
    assert {one.spacing.after_pt for one in found} == {2}


def test_a_table_may_switch_its_conditional_formats_off() -> None:
    look = '<w:tblStyle w:val="Bang"/><w:tblLook w:firstRow="0" w:lastRow="1" w:noHBand="1"/>'
    found = paragraphs(tbl(("a",), ("b",), properties=look, grid=(900,)), styles=table_sheet())
    assert [one.runs[0].look.bold for one in found] == [False, False]
    assert [one.runs[0].look.caps for one in found] == [False, True]


def test_without_a_look_the_rows_say_it_themselves() -> None:
    row = '<w:tr><w:trPr><w:cnfStyle w:val="100000000000"/></w:trPr>' + tc("a") + "</w:tr>"
    body = '<w:tbl><w:tblPr><w:tblStyle w:val="Bang"/></w:tblPr>'
    body += f"{row}<w:tr>{tc('b')}</w:tr></w:tbl>"
    found = paragraphs(body, styles=table_sheet())
    assert [one.runs[0].look.bold for one in found] == [True, False]


def test_a_paragraph_style_covers_the_table_style() -> None:
    sheet = table_sheet() + style("Normal", '<w:rPr><w:sz w:val="28"/></w:rPr>')
    body = tbl(("a",), properties='<w:tblStyle w:val="Bang"/>')
    assert only(body, styles=sheet).runs[0].look.size_pt == 14


@pytest.mark.parametrize(
    ("said", "size"),
    [
        ("", 12),
        (
            '<w:compatSetting w:name="overrideTableStyleFontSizeAndJustification" w:val="1"/>',
            10,
        ),
    ],
)
def test_ten_points_of_a_style_count_in_a_table_of_todays_word_only(
    said: str, size: int
) -> None:
    sheet = table_sheet() + style("Normal", '<w:rPr><w:sz w:val="20"/></w:rPr>')
    body = tbl(("a",), properties='<w:tblStyle w:val="Bang"/>')
    found = only(body, styles=sheet, settings=f"<w:compat>{said}</w:compat>")
    assert found.runs[0].look.size_pt == size


@pytest.mark.parametrize(
    ("said", "line", "rule"),
    [
        ('w:line="360" w:lineRule="exact"', 18, LineRule.EXACT),
        ('w:line="18pt" w:lineRule="atLeast"', 18, LineRule.AT_LEAST),
        ('w:line="360"', 1.5, LineRule.MULTIPLE),
        ('w:lineRule="auto"', 1, LineRule.MULTIPLE),
        ('w:line="abc"', 1, LineRule.MULTIPLE),
    ],
)
def test_the_pitch_of_lines(said: str, line: float, rule: LineRule) -> None:
    spacing = only(p("a", f"<w:spacing {said}/>")).spacing
    assert (spacing.line, spacing.rule) == (line, rule)


def test_the_gaps_of_a_paragraph() -> None:
    said = (
        'w:before="120" w:after="6pt"', 'w:beforeAutospacing="1" w:before="120"',
        'w:beforeLines="50" w:before="1"',
    )  # fmt: skip
    found = paragraphs("".join(p("a", f"<w:spacing {one}/>") for one in said))
    assert [one.spacing.before_pt for one in found] == [6, 14, 6]
    assert found[0].spacing.after_pt == 6


def test_lines_of_a_gap_are_those_of_the_grid() -> None:
    grid = '<w:sectPr><w:docGrid w:type="lines" w:linePitch="360"/></w:sectPr>'
    assert only(p("a", '<w:spacing w:beforeLines="50"/>') + grid).spacing.before_pt == 9


def test_indents_in_twips_and_in_letters() -> None:
    sheet = style(
        "Normal",
        '<w:pPr><w:ind w:hanging="300" w:start="567"/></w:pPr>'
        '<w:rPr><w:sz w:val="28"/></w:rPr>',
    )
    said = ("", '<w:ind w:firstLine="567"/>', '<w:ind w:leftChars="200" w:hangingChars="100"/>',
            '<w:ind w:leftChars="200" w:left="1134"/>')  # fmt: skip
    found = [
        one.spacing for one in paragraphs("".join(p("a", one) for one in said), styles=sheet)
    ]
    assert [one.first_line_mm for one in found] == [-5.29, 10.0, -4.94, -5.29]
    assert [one.left_mm for one in found] == [10.0, 10.0, 9.88, 20.0]


@pytest.mark.parametrize(
    ("said", "align"),
    [("start", Align.LEFT), ("end", Align.RIGHT), ("center", Align.CENTER),
     ("both", Align.BOTH),
     ("distribute", Align.BOTH), ("", Align.LEFT)],
)  # fmt: skip
def test_alignment(said: str, align: Align) -> None:
    assert only(p("a", f'<w:jc w:val="{said}"/>')).align is align


def test_tab_stops_of_the_style_may_be_cleared() -> None:
    sheet = style(
        "Normal",
        '<w:pPr><w:tabs><w:tab w:val="left" w:pos="567"/>'
        '<w:tab w:val="center" w:pos="6804"/></w:tabs></w:pPr>',
    )
    said = (
        '<w:tabs><w:tab w:val="clear" w:pos="567"/><w:tab w:val="left" w:pos="1134"/></w:tabs>'
    )
    assert only(p("a", said), styles=sheet).tabs_mm == (20.0, 120.01)


def test_paragraphs_of_one_style_may_leave_no_space_between_them() -> None:
    sheet = style(
        "Y", '<w:pPr><w:contextualSpacing/><w:spacing w:before="120" w:after="120"/></w:pPr>'
    )
    body = p("a", styled("Y")) + p("b", styled("Y")) + p("c")
    found = paragraphs(body, styles=sheet + style("Normal", ""))
    assert [(one.spacing.before_pt, one.spacing.after_pt) for one in found] == [
        (6, 0),
        (0, 6),
        (0, 0),
    ]


def test_strict_files_are_read_as_well() -> None:
    from word_parts import File, packed  # noqa: PLC0415 - only here

    from generator.inspection.document import read  # noqa: PLC0415

    sheet = style("Normal", '<w:rPr><w:b/><w:sz w:val="28"/></w:rPr>')
    members = File(p("chữ", '<w:ind w:start="1cm"/>'), {"styles": sheet}).members()
    strict = {
        name: content.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/",
            b"http://purl.oclc.org/ooxml/wordprocessingml/",
        ).replace(
            b"http://schemas.openxmlformats.org/officeDocument/2006/",
            b"http://purl.oclc.org/ooxml/officeDocument/",
        )
        for name, content in members.items()
    }
    assert b"purl" in strict["word/document.xml"]
    (found,) = read(packed(strict)).paragraphs()
    assert (found.runs[0].look.bold, found.runs[0].look.size_pt) == (True, 14)
    assert found.spacing.left_mm == 10


def test_the_language_and_the_title() -> None:
    assert document(p("a"), styles=defaults('<w:lang w:val="vi-VN"/>')).language == "vi-VN"
