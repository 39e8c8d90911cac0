"""Documents that are not simply papers, our own papers, and what LibreOffice makes of both."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from itertools import count
from time import process_time
from typing import TYPE_CHECKING

import pytest
from hand_papers import LETTER, MINUTES, PLAN, STATE_PLAN
from hands import WAYS, closing_table, head_table, packed, paragraph, run, table, written
from recognised import anatomy, changed, found_texts, saved_by_libreoffice, without

from conftest import SAMPLE
from generator.build import Options, build
from generator.inspection.anatomy import SURE
from generator.inspection.components import anatomy_of, profile_of
from generator.inspection.document import read
from loop import loop

if TYPE_CHECKING:
    from pathlib import Path

SOAK = bool(os.environ.get("VANKIEN_SOAK"))
needs_office = pytest.mark.skipif(shutil.which("soffice") is None, reason="cần LibreOffice")


def lines(*texts: str, align: str = "both") -> str:
    return "".join(paragraph(run(("body", text)), align) for text in texts)


def bordered(*rows: tuple[str, ...]) -> str:
    """A table of data: lines round its cells."""
    sides = ("top", "left", "bottom", "right", "insideH", "insideV")
    border = "".join(f'<w:{side} w:val="single" w:sz="4"/>' for side in sides)
    width = len(rows[0])
    made = "".join(
        table(*(lines(text) for text in row), widths=(9000 // width,) * width) for row in rows
    ).replace("</w:tbl>", "", len(rows) - 1)
    first, *rest = made.split("<w:tbl>")[1:]
    plain = "<w:tbl>" + first + "".join(one.partition("</w:tblGrid>")[2] for one in rest)
    return plain.replace("<w:tblPr>", "<w:tblPr>").replace(
        "</w:tblPr>", f"<w:tblBorders>{border}</w:tblBorders></w:tblPr>"
    )


BARE = {
    "một bảng": bordered(
        ("TT", "Họ và tên", "Chức vụ"),
        ("1", "Nguyễn Văn Thử", "BÍ THƯ"),
        ("2", "Trần Thị Thử", "PHÓ BÍ THƯ"),
    ),
    "một danh sách": lines("- Bí thư chi bộ;", "- Phó bí thư;", "- Nơi nhận hồ sơ: văn phòng."),
    "một bài viết": lines(
        "KẾ HOẠCH", "Số 12-KH/TU đã được ban hành.", "Nơi nhận là các đơn vị.", align="center"
    ),
    "một tệp trống": "<w:p/>",
}


@pytest.mark.parametrize("name", BARE)
def test_a_document_without_a_head_block_is_not_taken_for_a_paper(name: str) -> None:
    content = packed(BARE[name])

    assert found_texts(content) == {}
    assert all(
        one.confidence < SURE for many in anatomy(content).found.values() for one in many
    )
    identified = profile_of(read(content))
    assert not identified.sure
    assert identified.why.startswith("không tìm thấy khối đầu văn bản")


def test_appendices_end_where_the_next_begins() -> None:
    for way in WAYS:
        first, second = anatomy(written(PLAN, way)).attachments

        texts = [" ".join(one.plain for one in part.paragraphs) for part in (first, second)]
        assert texts[0].startswith("PHỤ LỤC 1 LỊCH LÀM VIỆC")
        assert texts[0].rstrip().endswith("Lý Thử")
        assert "PHỤ LỤC 2" not in texts[0]
        assert texts[1].startswith("PHỤ LỤC 2 PHÂN CÔNG NHIỆM VỤ Kế hoạch chi tiết: KẾ HOẠCH")


@pytest.mark.parametrize(
    "sentence",
    [
        "Phụ lục 1 nêu lịch làm việc của tiểu ban phục vụ đại hội.",
        "Phụ lục I, II và III gửi kèm văn bản này để các đơn vị thực hiện.",
        "- Phụ lục 3: phân công nhiệm vụ;",
        "Nơi nhận báo cáo: Văn phòng Đảng ủy.",
        "T/M Ban Thường vụ, đồng chí Phó Bí thư trình bày báo cáo trước đại hội.",
        "Số 12-KH/TU là kế hoạch của cấp trên.",
        "Bình Thử, ngày 05 tháng 3 năm 2025 là ngày khai mạc đại hội đại biểu.",
        "Bí thư: Nguyễn Văn Thử.",
    ],
)
def test_what_a_sentence_mentions_is_not_taken_for_the_thing(sentence: str) -> None:
    with_it = replace(PLAN, text=(*PLAN.text, ("", sentence)))
    for way in WAYS:
        told = found_texts(written(with_it, way))

        others = ("body", "dash")
        plain = found_texts(written(PLAN, way))
        assert {name: told[name] for name in told if name not in others} == {
            name: plain[name] for name in plain if name not in others
        }, way.name


def test_a_data_table_with_posts_is_not_the_closing() -> None:
    rows = bordered(
        ("TT", "Chức danh", "Ký"), ("1", "BÍ THƯ", ""), ("2", "T/M BAN KIỂM PHIẾU", "")
    )
    content = changed(
        written(PLAN, WAYS[0]),
        lambda part: part.replace("<w:p/><w:p><w:r><w:br", rows + "<w:p><w:r><w:br", 1),
    )

    assert found_texts(content)["authority"] == ["T/M BAN THƯỜNG VỤ"]


def test_only_the_first_head_block_counts() -> None:
    sample = head_table(STATE_PLAN, "row") + lines("KẾ HOẠCH", align="center")
    body = head_table(PLAN, "row") + lines(
        "HƯỚNG DẪN", "cách trình bày", "-----", align="center"
    )
    text = lines("Các đơn vị trình bày văn bản theo mẫu dưới đây, không thêm bớt điều gì.")
    content = packed(body + text + sample + closing_table(STATE_PLAN))

    found = found_texts(content)
    assert found["heading"] == ["ĐẢNG CỘNG SẢN VIỆT NAM"]
    assert found["number"] == ["Số 15-KH/ĐU"]
    assert found["kind"] == ["HƯỚNG DẪN"]
    assert profile_of(read(content)).family == "party"


def test_marks_of_a_head_block_are_found() -> None:
    marks = ("TÀI LIỆU HỘI NGHỊ", "Dự thảo lần 2", "MẬT", "HỎA TỐC")
    above = lines(*marks, align="left")
    found = found_texts(packed(above + head_table(PLAN, "row") + lines("KẾ HOẠCH", "về thử")))

    assert found["circulation"] == ["TÀI LIỆU HỘI NGHỊ"]
    assert found["draft"] == ["Dự thảo lần 2"]
    assert found["secrecy"] == ["MẬT"]
    assert found["urgency"] == ["HỎA TỐC"]
    assert found["issuer"] == ["ĐẢNG ỦY XÃ BÌNH THỬ"]


DATES = [
    ("Bình Thử, ngày 09 tháng 4 năm 2025", "party_hd36", True),
    ("Bình Thử, ngày    tháng 4 năm 2025", "party_hd36", True),
    ("Bình Thử, ngày    tháng    năm 2025", "party_hd36", True),
    ("Bình Thử, ngày 26 tháng 5 năm 2026", "party_hd36", True),
    ("Bình Thử, ngày 27 tháng 5 năm 2026", "party_hd05", True),
    ("Bình Thử, ngày    tháng 5 năm 2026", "party_hd05", False),
    ("Bình Thử, ngày    tháng    năm    ", "party_hd05", False),
    ("Bình Thử, ngày 02 tháng 4 năm 2018", "party_hd36", False),
    ("", "party_hd05", False),
]


@pytest.mark.parametrize(("date", "profile", "sure"), DATES)
def test_the_day_of_a_party_paper_decides_its_profile(
    date: str, profile: str, *, sure: bool
) -> None:
    for way in WAYS:
        found = profile_of(read(written(replace(PLAN, place_date=date), way)))

        assert (found.family, found.profile.code, found.sure) == ("party", profile, sure), (
            way.name
        )


def test_the_reason_names_the_day_that_no_profile_covers() -> None:
    old = replace(PLAN, place_date="Bình Thử, ngày 02 tháng 4 năm 2018")
    state = replace(STATE_PLAN, place_date="Thử Nghiệm, ngày 04 tháng 3 năm 2020")

    assert (
        "02/4/2018, không có quy định nào đã biết"
        in profile_of(read(written(old, WAYS[0]))).why
    )
    found = profile_of(read(written(state, WAYS[0])))
    assert (found.profile.code, found.sure) == ("state_nd30", False)
    assert "04/3/2020, không có quy định nào đã biết" in found.why


def test_a_head_block_of_both_kinds_is_not_sure() -> None:
    mixed = changed(
        written(STATE_PLAN, WAYS[0]), without(STATE_PLAN.right[0][1], "ĐẢNG CỘNG SẢN VIỆT NAM")
    )

    assert not profile_of(read(mixed)).sure


HOSTILE = {
    "gạch và chấm": "Số " + "- . / " * 4000 + "x",
    "dấu cách không ngắt": "KẾ" + "\u00a0" * 20000 + "HOẠCH",
    "chấm": "Bình Thử, ngày " + "." * 20000 + "/",
    "gạch dưới": "_ " * 20000 + "a",
    "tháng": "ngày tháng " * 8000,
    "tab": "\t \t" * 3000 + "x",
}


@pytest.mark.parametrize("line", HOSTILE)
def test_a_line_made_to_be_slow_is_not(line: str) -> None:
    head = head_table(PLAN, "row")
    document = read(packed(head + lines(*[HOSTILE[line]] * 9) + closing_table(PLAN)))
    began = process_time()
    anatomy_of(document, profile_of(document).profile)

    assert process_time() - began < 5


def test_hundreds_of_pages_take_a_moment() -> None:
    long = replace(PLAN, text=PLAN.text * 500)
    document = read(written(long, WAYS[0]))
    began = process_time()
    found = anatomy_of(document, profile_of(document).profile)

    assert process_time() - began < 5
    assert len(found.sure("dash")) == 500


WANTED = frozenset(
    {"heading", "heading_line", "issuer", "star", "kind", "subject", "subject_mark"}
)


def assert_ours(path: Path) -> None:
    """A paper of ours has its components, each once where once is right."""
    content = path.read_bytes()
    found = anatomy(content)
    for component in WANTED:
        assert len(found.sure(component)) == 1, (path, component)
    kind = found.found["kind"][0].text
    signs = 2 if kind == "BIÊN BẢN KIỂM PHIẾU" else 1
    assert len(found.sure("recipients")) == (0 if signs > 1 else 1), path
    assert len([*found.sure("authority"), *found.sure("position")]) >= signs, path
    assert len(found.sure("signatory")) <= signs, path
    assert profile_of(read(content)).family == "party"
    assert all(one.title is not None for one in found.attachments), path


def test_papers_of_ours_have_their_components(built: Path) -> None:
    papers = sorted(built.rglob("*.docx"))

    assert len(papers) >= 5
    for path in papers:
        assert_ours(path)
    plan = anatomy((built / "ke-hoach.docx").read_bytes())
    assert [one.heading.text for one in plan.attachments] == [
        "PHỤ LỤC 1",
        "PHỤ LỤC 2",
        "PHỤ LỤC 3",
    ]


def test_drafts_and_filled_papers_have_their_components(tmp_path: Path) -> None:
    build(SAMPLE, tmp_path / "draft", Options(draft=True))
    assert loop(SAMPLE, tmp_path / "work") == (0, 0)
    drafts = sorted((tmp_path / "draft").rglob("*.docx"))

    for path in (*drafts, *sorted((tmp_path / "work" / "van-kien").rglob("*.docx"))):
        assert_ours(path)
    for path in drafts:
        assert len(anatomy(path.read_bytes()).sure("draft")) == 1, path


@needs_office
@pytest.mark.parametrize("through", ["", "odt", "doc"])
def test_libreoffice_hides_nothing(through: str, reference_papers: Path) -> None:
    numbers = count()
    ours = [
        reference_papers / "ke-hoach.docx",
        next(reference_papers.rglob("bao-cao-ket-qua.docx")),
    ]
    every = 1 if SOAK else 5
    made = [written(paper, way) for paper in (PLAN, STATE_PLAN) for way in WAYS[::every]]
    made += [written(paper, way) for paper in (LETTER, MINUTES) for way in WAYS[::5]]
    files = {
        f"tep-{next(numbers)}": content
        for content in (
            *(path.read_bytes() for path in ours),
            *made,
        )
    }

    saved = saved_by_libreoffice(files, through)

    assert saved.keys() == files.keys()
    for name, content in files.items():
        assert found_texts(saved[name]) == found_texts(content), name
