"""Each component is found with its text, however a paper was laid out, whatever it looks like.

`tests/golden/inspector.components.txt` is the same as a table, to be read by a person.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hand_papers import MINUTES, PAPERS, PLAN, STATE_LETTER, STATE_PLAN, HandPaper
from hands import WAYS, Way, written
from recognised import (
    LINES,
    anatomy,
    changed,
    found_lines,
    found_texts,
    typed_texts,
    without,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from conftest import Golden

EVERY_PAPER = pytest.mark.parametrize("paper", PAPERS, ids=lambda paper: paper.name)
EVERY_WAY = pytest.mark.parametrize("way", WAYS, ids=lambda way: way.name)


@EVERY_PAPER
@EVERY_WAY
def test_each_component_says_what_was_typed(paper: HandPaper, way: Way) -> None:
    assert found_texts(written(paper, way)) == typed_texts(paper)


@EVERY_PAPER
@EVERY_WAY
def test_each_line_is_found_under_what_it_belongs_to(paper: HandPaper, way: Way) -> None:
    lines = found_lines(written(paper, way))

    wanted = {"heading_line"} if paper.is_party else {"motto_line", "issuer_line"}
    assert set(lines) == wanted
    assert all(len(ways) == 1 for ways in lines.values())


def test_the_table_of_what_is_found_in_each_way(golden: Golden) -> None:
    golden("inspector.components.txt", "\n".join(table()) + "\n")


def table() -> Iterator[str]:
    """By paper and component: the text, and the ways in which it was found."""
    for paper in PAPERS:
        yield f"=== {paper.name}"
        found = {way.name: found_texts(written(paper, way)) for way in WAYS}
        drawn = {way.name: found_lines(written(paper, way)) for way in WAYS}
        for component in sorted({name for one in found.values() for name in one}):
            yield from _rows(component, {way: one.get(component) for way, one in found.items()})
        for component in LINES:
            lines = {way: one.get(component) for way, one in drawn.items()}
            if any(lines.values()):
                yield from _rows(component, lines)


def _rows(component: str, by_way: dict[str, list[str] | None]) -> Iterator[str]:
    for said in dict.fromkeys(tuple(one or ()) for one in by_way.values()):
        ways = [way for way, one in by_way.items() if tuple(one or ()) == said]
        where = "mọi cách" if len(ways) == len(by_way) else ", ".join(ways)
        yield f"{component:15} {' / '.join(said) or 'không thấy'}  [{where}]"


PLAIN = without(r"<w:[bi]/>")
SMALL = without(r'<w:sz w:val="\d+"/>', '<w:sz w:val="26"/>')
LEFT = without(r'<w:jc w:val="\w+"/>')
WRONG_LOOKS = {
    "không chữ nào đậm, nghiêng": PLAIN,
    "mọi chữ đều đậm": without("<w:rPr>", "<w:rPr><w:b/>"),
    "mọi chữ cỡ 13": SMALL,
    "mọi đoạn canh trái": LEFT,
    "cỡ 13, không đậm, canh trái": lambda part: LEFT(SMALL(PLAIN(part))),
    "mọi đoạn canh giữa": without('"both"', '"center"'),
    "phông khác, chữ đỏ": without("Times New Roman", "Arial"),
}


@EVERY_PAPER
@pytest.mark.parametrize("look", WRONG_LOOKS)
def test_a_wrong_look_hides_nothing(paper: HandPaper, look: str) -> None:
    for way in WAYS:
        found = found_texts(changed(written(paper, way), WRONG_LOOKS[look]))

        wanted = typed_texts(paper)
        if "level2" in wanted and "level2" not in found:
            # whether "1. Phân công" is a title is not sure where no title is bold: not judged
            assert "đậm" in look
            del wanted["level2"]
        assert found == wanted, way.name


def in_signatures(
    component: str, change: Callable[[str], str]
) -> Callable[[HandPaper], HandPaper]:
    """A change of one component of the signatures."""
    return lambda paper: replace(
        paper,
        signatures=tuple(
            tuple((name, change(text) if name == component else text) for name, text in column)
            for column in paper.signatures
        ),
    )


WRONG_WORDS: dict[str, Callable[[HandPaper], HandPaper]] = {
    "số có hai chấm": lambda one: replace(one, number="Số: 15-KH/ĐU"),
    "số có khoảng trắng": lambda one: replace(one, number="Số 15 - KH / ĐU"),
    "số thiếu ký hiệu": lambda one: replace(one, number="Số:"),
    "số thiếu chữ Số": lambda one: replace(one, number="15-KH/ĐU"),
    "số kiểu khác": lambda one: replace(one, number="Số: 15/KH-ĐU"),
    "ngày thiếu số 0": lambda one: replace(
        one, place_date="Bình Thử, ngày 9 tháng 04 năm 2025"
    ),
    "ngày viết tắt": lambda one: replace(one, place_date="Bình Thử, ngày 9/4/2025"),
    "thiếu địa danh": lambda one: replace(one, place_date="ngày 09 tháng 4 năm 2025"),
    "tên loại chữ thường": lambda one: replace(one, kind=one.kind.capitalize()),
    "uỷ thay cho ủy": lambda one: replace(
        one, issuer=tuple(line.replace("ỦY", "UỶ") for line in one.issuer)
    ),
    "không có cơ quan cấp trên": lambda one: replace(one, superior=()),
    "TM. thay cho T/M": in_signatures("authority", lambda text: "TM. " + text[4:]),
    "chức vụ chữ thường": in_signatures("position", str.capitalize),
    "họ tên chữ hoa": in_signatures("signatory", str.upper),
    "họ tên kèm học vị": in_signatures("signatory", lambda text: "TS. " + text),
    "nơi nhận không gạch đầu dòng": lambda one: replace(
        one, recipients=tuple(line.removeprefix("- ") for line in one.recipients)
    ),
    "nơi nhận không dấu câu": lambda one: replace(
        one, recipients=tuple(line.rstrip(";.,") for line in one.recipients)
    ),
}


@pytest.mark.parametrize("wrong", WRONG_WORDS)
@pytest.mark.parametrize("paper", [PLAN, STATE_PLAN], ids=lambda paper: paper.name)
def test_wrong_words_are_found_as_they_stand(paper: HandPaper, wrong: str) -> None:
    mistaken = WRONG_WORDS[wrong](paper)

    for way in WAYS:
        assert found_texts(written(mistaken, way)) == typed_texts(mistaken), way.name


@pytest.mark.parametrize(
    ("mark", "found"),
    [("----", ["----"]), ("------", ["------"]), ("_____", ["_____"]), ("– – –", ["– – –"])],
)
def test_a_mark_of_another_length_is_still_the_mark(mark: str, found: list[str]) -> None:
    content = changed(written(PLAN, WAYS[0]), without(">-----<", f">{mark}<"))

    assert found_texts(content)["subject_mark"] == found
    assert found_texts(content)["subject"] == typed_texts(PLAN)["subject"]


def test_what_is_not_there_is_not_found() -> None:
    part = without(r"<w:p>(?:(?!</w:p>).)*>(?:\*|-----|Nơi nhận:)<.*?</w:p>", "<w:p/>")
    found = anatomy(changed(written(PLAN, WAYS[0]), part)).found

    assert not {"star", "subject_mark", "recipients"} & set(found)
    assert {"issuer", "number", "subject", "position"} <= set(found)


def test_a_misspelt_heading_is_still_the_heading() -> None:
    content = changed(written(PLAN, WAYS[0]), without("CỘNG SẢN", "CỘNG SÀN"))

    assert found_texts(content)["heading"] == ["ĐẢNG CỘNG SÀN VIỆT NAM"]


def test_a_line_between_two_columns_belongs_to_neither_surely() -> None:
    tabs = next(way for way in WAYS if way.name == "tab")
    border = "<w:pBdr><w:bottom w:val='single' w:sz='6' w:space='1' w:color='000000'/></w:pBdr>"
    content = changed(
        written(replace(STATE_LETTER, superior=("TỈNH THỬ NGHIỆM",)), tabs),
        lambda part: part.replace("________", " ").replace("<w:pPr>", f"<w:pPr>{border}", 2),
    )
    lines = anatomy(content)

    assert lines.first("issuer_line") is None
    assert {one.confidence for one in lines.found["issuer_line"]} == {0.6}


def test_two_who_sign_keep_their_own_post_and_name() -> None:
    for way in WAYS:
        found = anatomy(written(MINUTES, way))
        assert [one.text for one in found.sure("position")] == [
            "NGƯỜI GHI BIÊN BẢN",
            "CHỦ TRÌ HỘI NGHỊ",
        ]
        assert [one.text for one in found.sure("signatory")] == ["Phạm Văn Nháp", "Võ Thị Tạm"]
