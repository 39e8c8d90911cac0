"""Sheets, margins, headers and footers, the room of text, and straight lines."""

from __future__ import annotations

import pytest
from word_parts import A4, box, document, field_of, only, p, paragraphs, r, style, tbl, tc

from generator.inspection.document import Line, Section


def section_mark(inside: str) -> str:
    return p("", f"<w:sectPr>{inside}</w:sectPr>")


def reference(place: str, key: str, pages: str = "default") -> str:
    return f'<w:{place}Reference w:type="{pages}" r:id="{key}"/>'


def said(section: Section) -> list[tuple[str, str, str]]:
    return [
        (one.place, one.pages, " ".join(each.text for each in one.paragraphs))
        for one in section.furniture
    ]


def test_the_sheet_and_its_margins() -> None:
    (found,) = document(p("a") + A4).sections
    assert (found.width_mm, found.height_mm, found.landscape) == (210.01, 297.0, False)
    assert (found.top_mm, found.bottom_mm, found.left_mm, found.right_mm) == (20, 20, 30, 14.99)
    assert (found.header_mm, found.footer_mm) == (10, 10)


def test_without_a_section_word_takes_its_own_sheet() -> None:
    (found,) = document(p("a")).sections
    assert (found.width_mm, found.height_mm, found.left_mm) == (215.9, 279.4, 25.4)
    assert (found.kind, found.columns, found.starts_at) == ("nextPage", 1, None)


def test_sections_and_where_their_pages_begin() -> None:
    wide = '<w:pgSz w:w="16838" w:h="11906"/><w:pgNumType w:start="1" w:fmt="upperRoman"/>'
    body = p("a") + section_mark("<w:titlePg/>") + p("b") + section_mark(wide) + p("c")
    body += '<w:sectPr><w:type w:val="continuous"/></w:sectPr>'
    found = document(body)
    assert [one.number for one in found.sections] == [1, 2, 3]
    assert [one.title_page for one in found.sections] == [True, False, False]
    assert [one.landscape for one in found.sections] == [False, True, False]
    assert (found.sections[1].starts_at, found.sections[1].number_format) == (1, "upperRoman")
    spots = {one.text: (one.spot.section, one.starts_page) for one in found.paragraphs()}
    assert [spots[text] for text in "abc"] == [(1, False), (2, True), (3, False)]


def test_headers_are_inherited_and_shown_where_they_are_in_force() -> None:
    first = reference("header", "header1") + reference("header", "header2", "first")
    body = p("a") + section_mark(first + "<w:titlePg/>") + p("b") + section_mark("")
    body += p("c") + f"<w:sectPr>{reference('footer', 'footer1')}</w:sectPr>"
    parts = {"header1": p("thường"), "header2": p("đầu"), "footer1": p("chân")}
    one, two, three = document(body, **parts).sections
    assert said(one) == [("header", "default", "thường"), ("header", "first", "đầu")]
    assert said(two) == [("header", "default", "thường")]
    assert said(three) == [("header", "default", "thường"), ("footer", "default", "chân")]


def test_even_pages_have_their_own_header_only_when_the_document_says_so() -> None:
    marks = reference("header", "header1") + reference("header", "header2", "even")
    parts = {"header1": p("lẻ"), "header2": p("chẵn")}
    body = p("a") + f"<w:sectPr>{marks}</w:sectPr>"
    assert len(document(body, **parts).sections[0].furniture) == 1
    switched = document(body, **parts, settings="<w:evenAndOddHeaders/><w:mirrorMargins/>")
    assert [one.pages for one in switched.sections[0].furniture] == ["default", "even"]
    assert (switched.even_and_odd, switched.mirrored) == (True, True)


def test_a_page_number_is_found_wherever_it_stands_in_a_header() -> None:
    number = p(field_of("PAGE", "2"))
    for inside in (
        number,
        tbl((number,)),
        p(box(number)),
        f"<w:sdt><w:sdtContent>{number}</w:sdtContent></w:sdt>",
    ):
        body = p("a") + f"<w:sectPr>{reference('header', 'header1')}</w:sectPr>"
        (found,) = document(body, header1=inside).sections[0].furniture
        ((paragraph, run),) = found.page_fields
        assert (run.text, paragraph.key.part) == ("2", "word/header1.xml")
        assert paragraph.spot.part == "đầu trang"


def test_a_header_that_is_not_there_is_left_out() -> None:
    body = p("a") + f"<w:sectPr>{reference('header', 'mất')}</w:sectPr>"
    assert document(body).sections[0].furniture == ()


def test_the_room_of_text_in_columns_and_with_a_gutter() -> None:
    margins = (
        '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:left="1701" w:right="850" w:gutter="567"/>'
    )
    whole = only(p("a") + f"<w:sectPr>{margins}</w:sectPr>")
    two = only(p("a") + f'<w:sectPr>{margins}<w:cols w:num="2" w:space="720"/></w:sectPr>')
    assert (whole.width_mm, whole.left_edge_mm) == (155.01, 0)
    assert (two.width_mm, two.left_edge_mm) == (71.16, None)


def test_the_room_of_cells() -> None:
    new = '<w:compat><w:compatSetting w:name="compatibilityMode" w:val="15"/></w:compat>'
    margins = '<w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/>'
    margins = f"<w:tblCellMar>{margins}</w:tblCellMar>"
    table = tbl(("a", "b"), properties=f'<w:tblInd w:w="200"/>{margins}', grid=(4000, 5000))
    found = paragraphs(table + A4, settings=new)
    assert [one.width_mm for one in found] == [67.03, 84.67]
    assert [one.left_edge_mm for one in found] == [5.29, 75.85]
    older = paragraphs(table + A4)
    assert [one.left_edge_mm for one in older] == [3.53, 74.08]


@pytest.mark.parametrize(
    ("place", "edge"),
    [
        ('<w:jc w:val="center"/>', 34.48),
        ('<w:jc w:val="right"/>', 66.94),
        ("<w:tblpPr/>", None),
    ],
)
def test_where_a_table_begins(place: str, edge: float | None) -> None:
    assert only(tbl(("a",), properties=place, grid=(5675,)) + A4).left_edge_mm == edge


def test_a_width_of_the_cell_itself_wins_over_the_grid() -> None:
    cell = tc(
        "a",
        '<w:tcW w:w="2500" w:type="pct"/>'
        '<w:tcMar><w:left w:w="0"/><w:right w:w="0"/></w:tcMar>',
    )
    plain = tc(
        "b",
        '<w:tcW w:w="567" w:type="dxa"/><w:tcMar><w:start w:w="0"/><w:end w:w="0"/></w:tcMar>',
    )
    found = paragraphs(tbl((cell, plain), grid=(1134, 1134)))
    assert [one.width_mm for one in found] == [20, 10]


SINGLE = "".join(
    f'<w:{side} w:val="single"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
NONE = SINGLE.replace("single", "nil")


@pytest.mark.parametrize(
    ("of_style", "of_table", "of_cell", "bordered"),
    [
        ("", "", "", False), (SINGLE, "", "", True), (SINGLE, NONE, "", False),
        ("", SINGLE, "", True), ("", SINGLE, NONE, False), ("", "", SINGLE, True),
        ("", "", '<w:bottom w:val="single"/>', False),
    ],
)  # fmt: skip
def test_whether_a_table_is_lined(
    *, of_style: str, of_table: str, of_cell: str, bordered: bool
) -> None:
    sheet = style(
        "TableNormal", f"<w:tblPr><w:tblBorders>{of_style}</w:tblBorders></w:tblPr>", "table"
    )
    cell = tc("a", f"<w:tcBorders>{of_cell}</w:tcBorders>")
    table = tbl((cell, cell), properties=f"<w:tblBorders>{of_table}</w:tblBorders>")
    assert next(document(table, styles=sheet).tables()).bordered is bordered


def drawing(inside: str, cx: int = 0, cy: int = 0) -> str:
    return p(f'<w:r><w:drawing><wp:inline><wp:extent cx="{cx}" cy="{cy}"/>'
             "<a:graphic><a:graphicData>"
             f"{inside}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>")  # fmt: skip


def shape(preset: str, cx: int, cy: int, *, more: str = "", turn: int = 0) -> str:
    return (
        f'<wps:wsp><wps:cNvSpPr/><wps:spPr><a:xfrm rot="{turn}">'
        f'<a:ext cx="{cx}" cy="{cy}"/></a:xfrm>'
        f'<a:prstGeom prst="{preset}"/>{more}</wps:spPr></wps:wsp>'
    )


HIDDEN_OUTLINE = "<a:ln><a:noFill/></a:ln>"
BLACK = '<a:solidFill><a:srgbClr val="000000"/></a:solidFill>'


@pytest.mark.parametrize(
    ("inside", "length"),
    [
        (shape("line", 1_800_000, 0), 50),
        (shape("straightConnector1", 1_800_000, 12_700), 50),
        (shape("rect", 1_800_000, 12_700), 50),
        (shape("rect", 1_800_000, 12_700, more=BLACK + HIDDEN_OUTLINE), 50),
        (shape("line", 0, 1_800_000, turn=5_400_000), 50),
        (shape("line", 1_800_000, 0, more=HIDDEN_OUTLINE), None),
        (shape("line", 0, 1_800_000), None),
        (shape("rect", 1_800_000, 1_800_000), None),
        (shape("line", 36_000, 0), None),
    ],
)
def test_lines_drawn_by_todays_word(inside: str, length: float | None) -> None:
    expected = () if length is None else (Line("shape", length),)
    assert only(drawing(inside)).lines == expected


def test_a_line_in_a_group_has_the_length_on_paper() -> None:
    group = (
        '<wpg:wgp><wpg:grpSpPr><a:xfrm><a:ext cx="3600000" cy="3600000"/>'
        '<a:chExt cx="1800000" cy="1800000"/></a:xfrm></wpg:grpSpPr>'
        f"{shape('line', 900_000, 0)}</wpg:wgp>"
    )
    assert only(drawing(group)).lines == (Line("shape", 50),)


def test_a_picture_of_a_line() -> None:
    size = '<a:xfrm><a:ext cx="1800000" cy="19050"/></a:xfrm>'
    picture = f"<pic:pic><pic:spPr>{size}</pic:spPr></pic:pic>"
    (line,) = only(drawing(picture)).lines
    assert (line.how, line.length_mm) == ("picture", 50)
    assert only(drawing("<pic:pic><pic:spPr/></pic:pic>", 1_800_000, 900_000)).lines == ()


GROUPED = (
    '<v:group style="width:144pt;height:72pt" coordsize="2000,1000">'
    '<v:line from="0,5" to="1000,5"/></v:group>'
)


def pict(inside: str) -> str:
    return p(f"<w:r><w:pict>{inside}</w:pict></w:r>")


@pytest.mark.parametrize(
    ("inside", "length"),
    [
        ('<v:line from="0,0" to="144pt,0"/>', 50.8),
        ('<v:line from="1in,5pt" to="3in,5.5pt"/>', 50.8),
        ('<v:rect style="width:144pt;height:1.5pt"/>', 50.8),
        ('<v:shape type="#_x0000_t32" style="position:absolute;width:144pt;height:0"/>', 50.8),
        ('<v:shape style="width:144pt;height:1pt"><v:imagedata/></v:shape>', 50.8),
        ('<v:rect style="width:0;height:1.5pt" o:hr="t" o:hrpct="500" stroked="f"/>', 82.5),
        (GROUPED, 25.4),
        ('<v:line from="0,0" to="144pt,0" stroked="f"/>', None),
        ('<v:line from="0,0" to="0,144pt"/>', None),
        ('<v:line from="" to="x"/>', None),
        ('<v:rect style="width:144pt;height:72pt"/>', None),
    ],
)  # fmt: skip
def test_lines_drawn_by_older_word(inside: str, length: float | None) -> None:
    found = [one.length_mm for one in only(pict(inside) + A4).lines]
    assert found == pytest.approx([] if length is None else [length], abs=0.02)


def test_a_line_drawn_twice_for_two_words_is_one() -> None:
    today = drawing(shape("line", 1_800_000, 0))
    inside = today[today.index("<w:drawing>") : today.index("</w:r>")]
    both = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps">{inside}</mc:Choice><mc:Fallback>'
        '<w:pict><v:line from="0,0" to="99pt,0"/></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )
    assert only(p(r("a") + both)).lines == (Line("shape", 50),)


@pytest.mark.parametrize(
    ("borders", "count"),
    [('<w:bottom w:val="single"/>', 1), ('<w:top w:val="single"/>', 1),
     ('<w:bottom w:val="nil"/>', 0),
     (SINGLE, 0), ("", 0)],
)  # fmt: skip
def test_a_border_below_a_paragraph_is_a_line(borders: str, count: int) -> None:
    found = only(
        p("a", f'<w:pBdr>{borders}</w:pBdr><w:ind w:left="1134" w:right="1134"/>') + A4
    )
    assert found.lines == (Line("border", 125.01),) * count
