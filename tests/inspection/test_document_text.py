"""What a document says, as its reader sees it: in order, each word once."""

from __future__ import annotations

from word_parts import (
    box,
    document,
    field_of,
    mark,
    only,
    p,
    paragraphs,
    r,
    style,
    tbl,
    tc,
    texts,
)

from generator.inspection.document import Table

HIDDEN = "<w:vanish/>"


def test_tracked_deletions_are_out_and_insertions_are_in() -> None:
    changed = p(
        f"{r('Số ')}<w:del><w:r><w:delText>12</w:delText></w:r></w:del>"
        f"<w:ins>{r('13')}</w:ins><w:moveFrom>{r('đi')}</w:moveFrom><w:moveTo>{r('đến')}</w:moveTo>"
    )
    found = only(changed)
    assert found.text == "Số 13đến"
    assert [(one.text, one.inserted) for one in found.runs] == [("Số ", False), ("13đến", True)]
    assert document(changed).changes == 4


def test_a_deleted_paragraph_is_not_printed() -> None:
    gone = p("<w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del>", "<w:rPr><w:del/></w:rPr>")
    assert texts(gone + p("còn")) == ["còn"]
    assert paragraphs(gone + p("còn"))[0].key.number == 1


def test_hidden_text_is_not_printed() -> None:
    by_style = style("An", f"<w:rPr>{HIDDEN}</w:rPr>", "character")
    hidden = r("a") + r("b", HIDDEN) + r("c", '<w:rStyle w:val="An"/>')
    assert texts(p(hidden), styles=by_style) == ["a"]
    assert texts(p(r("b", HIDDEN), f"<w:rPr>{HIDDEN}</w:rPr>") + p("c")) == ["c"]


def test_controls_links_and_tags_are_walked_through() -> None:
    inner = f"<w:sdt><w:sdtPr/><w:sdtContent>{r('một ')}</w:sdtContent></w:sdt>"
    linked = f"<w:hyperlink>{r('hai ')}</w:hyperlink><w:smartTag>{r('ba')}</w:smartTag>"
    block = f"<w:sdt><w:sdtContent>{p(inner + linked)}</w:sdtContent></w:sdt>"
    assert texts(f"<w:sdt><w:sdtContent>{block}</w:sdtContent></w:sdt>") == ["một hai ba"]


def test_controls_round_rows_and_cells() -> None:
    cell = f"<w:sdt><w:sdtContent>{tc('ô')}</w:sdtContent></w:sdt>"
    row = f"<w:sdt><w:sdtContent><w:tr>{cell}{tc('hai')}</w:tr></w:sdtContent></w:sdt>"
    (table,) = document(f"<w:tbl>{row}</w:tbl>").tables()
    assert [[one.text for one in each] for each in table.rows] == [["ô", "hai"]]


def test_a_field_shows_its_last_result() -> None:
    found = only(p(r("trang ") + field_of("PAGE \\* MERGEFORMAT", "3") + r("/")))
    assert found.text == "trang 3/"
    assert [(one.text, one.field) for one in found.runs] == [
        ("trang ", ""), ("3", "PAGE"), ("/", ""),
    ]  # fmt: skip


def test_a_field_inside_the_code_of_another_prints_nothing() -> None:
    code = f"<w:r><w:instrText>IF </w:instrText></w:r>{field_of('PAGE', '3')}"
    whole = f"{mark('begin')}{code}{mark('separate')}{r('có')}{mark('end')}"
    found = only(p(whole))
    assert [(one.text, one.field) for one in found.runs] == [("có", "IF")]


def test_a_field_may_span_paragraphs() -> None:
    begin = f"{mark('begin')}<w:r><w:instrText>TOC</w:instrText></w:r>{mark('separate')}"
    found = paragraphs(p(begin + r("I. Một")) + p(r("II. Hai") + mark("end")) + p("Ba"))
    assert [(one.text, one.runs[0].field) for one in found] == [
        ("I. Một", "TOC"), ("II. Hai", "TOC"), ("Ba", ""),
    ]  # fmt: skip


def test_a_field_that_never_ends_hides_nothing() -> None:
    assert texts(p(mark("begin") + r("Một")) + p("Hai")) == ["Một", "Hai"]


def test_a_page_number_that_was_never_computed_is_still_there() -> None:
    for inside in (
        field_of("PAGE"),
        '<w:fldSimple w:instr=" page "/>',
        "<w:r><w:pgNum/></w:r>",
    ):
        assert [(one.text, one.field) for one in only(p(inside)).runs] == [("", "PAGE")]


def test_a_simple_field_is_named() -> None:
    found = only(p(f'<w:fldSimple w:instr="NUMPAGES">{r("9")}</w:fldSimple>{r(" trang")}'))
    assert [(one.text, one.field) for one in found.runs] == [("9", "NUMPAGES"), (" trang", "")]


def test_tabs_breaks_hyphens_and_signs() -> None:
    signs = (
        "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t><w:noBreakHyphen/><w:ptab/>"
        '<w:cr/><w:softHyphen/><w:sym w:font="Times New Roman" w:char="2013"/></w:r>'
    )
    assert only(p(signs)).text == "a\tb\nc\u2011\t\n\u00ad–"


def test_spaces_at_the_ends_count_only_where_they_are_kept() -> None:
    assert only(p("<w:r><w:t> a b </w:t></w:r>")).text == "a b"
    assert only(p(r(" a "))).text == " a "


def test_a_new_sign_is_read_and_not_doubled() -> None:
    sign = (
        '<w:r><mc:AlternateContent><mc:Choice Requires="w16se"><w16se:symEx w16se:char="2610"/>'
        "</mc:Choice><mc:Fallback><w:t>x</w:t></mc:Fallback></mc:AlternateContent></w:r>"
    )
    assert only(p(sign)).text == "☐"


def test_a_box_stands_once_where_it_is_anchored() -> None:
    before, after = box(p("Quốc hiệu")), box(p("ghi chú"))
    found = paragraphs(p(f"{before}{r('KẾ HOẠCH')}{after}"))
    assert [(one.text, one.in_box) for one in found] == [
        ("Quốc hiệu", True), ("KẾ HOẠCH", False), ("ghi chú", True),
    ]  # fmt: skip
    assert found[0].spot.part == "hộp chữ"
    assert found[0].width_mm == 95
    assert found[0].left_edge_mm is None


def test_a_box_of_older_word() -> None:
    old = (
        '<w:r><w:pict><v:shape style="width:144pt;height:50pt"><v:textbox inset="0,0,0,0">'
        f"<w:txbxContent>{p('trong hộp')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
    )
    inside, outside = paragraphs(p(old + r("ngoài")))
    assert (inside.text, inside.in_box, inside.width_mm) == ("trong hộp", True, 50.8)
    assert not outside.in_box


def test_a_frame_counts_as_a_box() -> None:
    framed = only(p("trong khung", '<w:framePr w:w="2835"/>'))
    assert (framed.in_box, framed.width_mm, framed.left_edge_mm) == (True, 50.01, None)


def test_the_key_counts_every_paragraph_of_the_part() -> None:
    first = p(box(p("a")) + r("b"))
    assert [(one.text, one.key.number) for one in paragraphs(first + p("c"))] == [
        ("a", 1), ("b", 0), ("c", 3),
    ]  # fmt: skip
    assert paragraphs(first)[0].key.part == "word/document.xml"


def test_pages_begin_where_the_file_says() -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'
    body = p("a") + p("b", "<w:pageBreakBefore/>") + p(page + r("c")) + p(r("d") + page)
    body += p("e") + p(r("f") + page + r("g")) + p("h")
    found = {one.text: one.starts_page for one in paragraphs(body)}
    assert [text for text, starts in found.items() if starts] == ["b", "c", "e"]


def test_a_page_that_ends_before_a_table_begins_in_its_first_cell() -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'
    found = paragraphs(p(r("a") + page) + tbl(("b", "c")))
    assert [one.starts_page for one in found] == [False, True, False]


def test_cells_that_span_columns_and_rows() -> None:
    body = (
        "<w:tbl><w:tr>"
        + tc("a", '<w:vMerge w:val="restart"/>')
        + tc("b", '<w:gridSpan w:val="2"/>')
        + "</w:tr>"
        f"<w:tr>{tc('', '<w:vMerge/>')}{tc('c')}{tc('d')}</w:tr>"
        f"<w:tr>{tc('', '<w:vMerge/>')}{tc('e')}{tc('f')}</w:tr></w:tbl>"
    )
    (table,) = document(body).tables()
    assert [[(one.text, *one[1:]) for one in row] for row in table.rows] == [
        [("a", 0, 1, 3), ("b", 1, 2, 1)],
        [("c", 1, 1, 1), ("d", 2, 1, 1)],
        [("e", 1, 1, 1), ("f", 2, 1, 1)],
    ]


def test_a_row_that_begins_further_right() -> None:
    row = '<w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr>' + tc("b") + "</w:tr>"
    (table,) = document(f"<w:tbl>{row}</w:tbl>").tables()
    assert table.rows[0][0].column == 1


def test_rows_that_are_hidden_or_deleted_are_out() -> None:
    rows = "".join(
        f"<w:tr><w:trPr>{said}</w:trPr>{tc(text)}</w:tr>"
        for text, said in (
            ("a", ""),
            ("b", "<w:del/>"),
            ("c", "<w:hidden/>"),
            ("d", "<w:ins/>"),
        )
    )
    (table,) = document(f"<w:tbl>{rows}</w:tbl>").tables()
    assert [row[0].text for row in table.rows] == ["a", "d"]


def test_heading_rows_are_the_first_ones_that_repeat() -> None:
    again = "<w:tr><w:trPr><w:tblHeader/></w:trPr><w:tc><w:p/></w:tc></w:tr>"
    plain = "<w:tr><w:tc><w:p/></w:tc></w:tr>"
    (table,) = document(f"<w:tbl>{again * 2}{plain}{again}</w:tbl>").tables()
    assert table.heading_rows == 2


def test_a_table_in_a_cell_keeps_the_place_of_the_outer_one() -> None:
    nested = tbl(("trong",)) + p("dưới")
    found = document(p("đầu") + tbl(("một", nested)) + tbl(("cuối",)))
    spots = {one.text: one.spot for one in found.paragraphs()}
    assert [(one.number, len(one.rows[0])) for one in found.tables()] == [(1, 2), (2, 1)]
    assert (spots["trong"].table, spots["trong"].row, spots["trong"].column) == (1, 1, 2)
    assert str(spots["cuối"]) == "bảng 2, hàng 1, cột 1, đoạn “cuối”"
    inner = next(one for one in found.blocks() if isinstance(one, Table)).rows[0][1].blocks[0]
    assert isinstance(inner, Table)


def test_notes_are_apart_and_comments_are_counted() -> None:
    found = document(
        p("thân"),
        footnotes=f'<w:footnote w:type="separator">{p("---")}</w:footnote>'
        f"<w:footnote>{p('chú giải')}</w:footnote>",
        comments="<w:comment/><w:comment/>",
    )
    assert [one.text for one in found.paragraphs()] == ["thân"]
    assert [(one.text, one.spot.part) for one in found.notes] == [("chú giải", "chú thích")]
    assert found.comments == 2
