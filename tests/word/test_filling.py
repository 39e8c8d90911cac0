"""Filling a paper that a unit has written in: its words stay, ours come, twice is once."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from functools import cache
from typing import TYPE_CHECKING

import pytest

from conftest import REFERENCE
from elected import congress_of, of_body, printed, result_of, round_of, typeset, whole
from generator import views, word
from generator.errors import sentence
from generator.word.package import DOCUMENT, read_parts, write_parts
from outline import lines, outline

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from elected import Data
    from generator.slots import Slot

UNIT = "tan-lap"
PROMPT = "[Nhấp vào đây để viết nội dung mục này]"
OWN = "Chi bộ tự viết đoạn này."
needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None and "CI" not in os.environ, reason="cần LibreOffice"
)


@cache
def skeleton() -> bytes:
    """The skeleton that the unit received."""
    view = views.report(round_of(REFERENCE), congress_of(REFERENCE, UNIT))
    return printed(REFERENCE, view)


def slots(data: Data | None = None) -> tuple[Slot, ...]:
    """What is to stand in its places after the congress."""
    counted = result_of(REFERENCE, UNIT, data)
    view = views.report(round_of(REFERENCE), counted.congress, counted=counted)
    return views.report_filling(typeset(REFERENCE, view))


def body_of(content: bytes) -> str:
    return read_parts(content)[DOCUMENT].decode()


def edited(content: bytes, change: Callable[[str], str]) -> bytes:
    """The paper after a person's change of its body."""
    text = body_of(content)
    changed = change(text)
    assert changed != text
    return write_parts({**read_parts(content), DOCUMENT: changed.encode()})


def through_office(content: bytes, folder: Path) -> bytes:
    """The paper as LibreOffice saves it."""
    folder.mkdir(exist_ok=True)
    source = folder / "tệp của xã.docx"
    source.write_bytes(content)
    command = ["soffice", f"-env:UserInstallation={(folder / 'p').as_uri()}", "--headless"]
    command += ["--convert-to", "docx", "--outdir", str(folder / "out"), str(source)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)  # noqa: S603 - ours
    return (folder / "out" / source.name).read_bytes()


def in_control(tag: str, text: str) -> Callable[[str], str]:
    """What a person does who clicks a control and types: the prompt's words are replaced."""
    pattern = rf'(<w:tag w:val="{tag}"/>(?:(?!</w:sdt>).)*?<w:t[^>]*>)[^<]*(</w:t>)'
    return lambda body: re.sub(pattern, rf"\g<1>{text}\g<2>", body, count=1, flags=re.DOTALL)


def codes(content: bytes, values: tuple[Slot, ...] | None = None) -> list[str]:
    problems = word.filled(content, "bao-cao.docx", values or slots()).problems
    assert all(sentence(one) for one in problems)
    return [one.code for one in problems]


# --- what is filled


def test_a_skeleton_filled_says_what_a_new_report_says() -> None:
    counted = result_of(REFERENCE, UNIT)
    view = views.report(round_of(REFERENCE), counted.congress, counted=counted)
    headings = ("Tỷ lệ (%) so với",)  # before the congress its kind was not known

    def compared(content: bytes) -> list[str]:
        return [line for line in lines(content) if not line.startswith(headings)]

    filled = word.fill(skeleton(), "a.docx", slots())
    assert compared(filled) == compared(printed(REFERENCE, view))


def test_a_second_run_changes_no_byte() -> None:
    once = word.fill(skeleton(), "a.docx", slots())
    assert word.fill(once, "a.docx", slots()) == once


def test_a_report_that_the_program_filled_is_not_changed() -> None:
    counted = result_of(REFERENCE, UNIT)
    view = views.report(round_of(REFERENCE), counted.congress, counted=counted)
    made = printed(REFERENCE, view)
    assert word.fill(made, "a.docx", slots()) == made


def test_a_corrected_result_replaces_what_was_written_before() -> None:
    once = word.fill(skeleton(), "a.docx", slots())
    data = whole(REFERENCE, UNIT)
    data["members"] = 240
    of_body(data, "bi-thu")["candidates"][0]["votes"] = [14]
    corrected = slots(data)
    assert codes(once, corrected) == []
    text = lines(word.fill(once, "a.docx", corrected))
    assert "Tổng số đảng viên: 240." in text
    assert "Tổng số đảng viên: 238." not in text
    assert word.fill(skeleton(), "a.docx", corrected) != once


def test_only_the_body_changes_and_only_in_our_places() -> None:
    before = skeleton()
    after = word.fill(before, "a.docx", slots())
    parts, new = read_parts(before), read_parts(after)
    assert [name for name in parts if parts[name] != new[name]] == [DOCUMENT]
    tags = {slot.tag for slot in slots()}
    assert without(body_of(before), tags) == without(body_of(after), tags)


def without(body: str, tags: set[str]) -> str:
    """The body as written, without the controls of these tags."""
    pattern = r'<w:sdt><w:sdtPr>(?:(?!</w:sdtPr>).)*?<w:tag w:val="([^"]*)"/>.*?</w:sdt>'
    return re.sub(
        pattern, lambda found: "" if found[1] in tags else found[0], body, flags=re.DOTALL
    )


def test_a_filled_paper_is_valid_word(
    assert_valid_docx: Callable[[Path | str], None], tmp_path: Path
) -> None:
    path = tmp_path / "a.docx"
    path.write_bytes(word.fill(skeleton(), "a.docx", slots()))
    assert_valid_docx(path)


def test_bookmarks_and_their_ids_are_each_there_once() -> None:
    body = body_of(word.fill(skeleton(), "a.docx", slots()))
    starts = re.findall(r'<w:bookmarkStart w:id="(\d+)" w:name="([^"]+)"', body)
    ends = re.findall(r'<w:bookmarkEnd w:id="(\d+)"', body)
    ids, names = zip(*starts, strict=True)
    assert len(set(ids)) == len(ids) == len(ends)
    assert set(ids) == set(ends)
    assert len(set(names)) == len(names)
    assert all(len(name) <= 40 and re.fullmatch(r"[a-z]\w*", name) for name in names)


def test_the_time_of_the_congress_is_filled_in_its_line() -> None:
    data = {**whole(REFERENCE, UNIT), "opened_on": "21/02/2025", "closed_on": "22/02/2025"}
    text = lines(word.fill(skeleton(), "a.docx", slots(data)))
    assert (
        "Đại hội Đảng bộ xã Tân Lập nhiệm kỳ 2025-2030 được tổ chức ngày 21, 22/02/2025."
        in text
    )


def test_a_body_that_was_not_elected_is_said_and_its_table_goes() -> None:
    data = whole(REFERENCE, UNIT)
    of_body(data, "ban-thuong-vu").update(mode="không bầu lần này", ballots=[], candidates=[])
    once = word.fill(skeleton(), "a.docx", slots(data))
    text = outline(once)
    assert "Không bầu Ban Thường vụ nhiệm kỳ°2025¬2030 tại hội nghị" in text
    assert "<bau-ban-thuong-vu-bang" not in text
    assert word.filled(once, "a.docx", slots(data)) == word.Filled(once, ())


# --- what the unit did


def test_words_typed_over_our_prompt_stay_and_are_said() -> None:
    theirs = edited(skeleton(), in_control("bau-bi-thu", OWN))
    filled = word.filled(theirs, "bao-cao.docx", slots())
    assert [one.code for one in filled.problems] == ["filling-changed"]
    assert "Bầu bí thư" in sentence(filled.problems[0])
    assert OWN in lines(filled.content)
    assert word.fill(filled.content, "a", slots()) == filled.content


def test_a_figure_of_ours_that_the_unit_changed_stays_and_is_said() -> None:
    once = word.fill(skeleton(), "a.docx", slots())
    theirs = edited(once, lambda body: body.replace("đảng viên: 238.", "đảng viên: 239."))
    assert codes(theirs) == ["filling-changed"]
    assert word.fill(theirs, "a.docx", slots()) == theirs


def test_a_paragraph_of_the_unit_beside_ours_stays() -> None:
    own = f"<w:p><w:r><w:t>{OWN}</w:t></w:r></w:p>"

    def add(body: str) -> str:
        at = body.index("</w:sdtContent>", body.index('<w:tag w:val="bau-bi-thu"/>'))
        return body[:at] + own + body[at:]

    theirs = edited(skeleton(), add)
    assert codes(theirs) == []
    after = body_of(word.fill(theirs, "a.docx", slots()))
    assert own in after
    assert "bầu bí thư nhiệm" in after


def own_row(*cells: str) -> str:
    inside = "".join(f"<w:tc><w:p><w:r><w:t>{one}</w:t></w:r></w:p></w:tc>" for one in cells)
    return f"<w:tr>{inside}</w:tr>"


def with_row(row: str) -> bytes:
    """The skeleton with a row added at the end of the table of the committee."""

    def add(body: str) -> str:
        at = body.index("</w:tbl>", body.index('<w:tag w:val="bau-ban-chap-hanh-bang"/>'))
        return body[:at] + row + body[at:]

    return edited(skeleton(), add)


def test_a_row_of_the_unit_stays_under_ours() -> None:
    row = own_row("Ghi chú", "Phiếu do tổ in", "", "", "")
    theirs = with_row(row)
    assert codes(theirs) == []
    after = body_of(word.fill(theirs, "a.docx", slots()))
    assert after.count(row) == 1
    assert after.index("Võ") < after.index(row)
    again = word.fill(theirs, "a.docx", slots())
    assert word.fill(again, "a.docx", slots()) == again


def test_a_table_that_the_unit_filled_itself_stays_and_is_said() -> None:
    name = of_body(whole(REFERENCE, UNIT), "ban-chap-hanh")["candidates"][0]["name"]
    theirs = with_row(own_row("4", name, "100", "90", "Trúng cử"))
    assert codes(theirs) == ["filling-changed"]
    table = outline(word.fill(theirs, "a.docx", slots()))
    assert f"| 4 | {name} | 100 | 90 | Trúng cử" in table


def test_a_table_with_another_number_of_columns_stays_and_is_said() -> None:
    def widen(body: str) -> str:
        at = body.index("</w:tr>", body.index('<w:tag w:val="bau-bi-thu-bang"/>'))
        return body[:at] + "<w:tc><w:p/></w:tc>" + body[at:]

    assert codes(edited(skeleton(), widen)) == ["filling-columns"]


def test_a_place_that_was_deleted_is_said_and_nothing_is_appended() -> None:
    def remove(body: str) -> str:
        pattern = r"<w:sdt>(?:(?!<w:sdt>).)*?<w:tag w:val=\"bau-bi-thu\"/>.*?</w:sdt>"
        return re.sub(pattern, "", body, count=1, flags=re.DOTALL)

    theirs = edited(skeleton(), remove)
    assert codes(theirs) == ["filling-no-place"]
    assert "bầu bí thư nhiệm" not in body_of(word.fill(theirs, "a.docx", slots()))


def test_comments_and_tracked_changes_stay() -> None:
    comment = '<w:commentRangeStart w:id="7"/>'
    reference = '<w:commentRangeEnd w:id="7"/><w:r><w:commentReference w:id="7"/></w:r>'
    tracked = '<w:ins w:id="9" w:author="a"><w:r><w:t> thêm</w:t></w:r></w:ins>'

    def mark(body: str) -> str:
        at = body.index("<w:r>", body.index('<w:tag w:val="bau-bi-thu"/>'))
        end = body.index("</w:p>", at)
        body = body[:at] + comment + body[at:end] + reference + body[end:]
        at = body.index("</w:p>", body.index('<w:tag w:val="uu-diem"/>'))
        return body[:at] + tracked + body[at:]

    theirs = edited(skeleton(), mark)
    assert codes(theirs) == []
    after = body_of(word.fill(theirs, "a.docx", slots()))
    assert all(piece in after for piece in (comment, reference, tracked))
    assert "bầu bí thư nhiệm" in after


# --- LibreOffice


@needs_office
def test_what_a_unit_did_in_libreoffice_is_all_there_after_filling(tmp_path: Path) -> None:
    """Saved by LibreOffice, edited as a person would, saved by it again, then filled."""
    saved = through_office(skeleton(), tmp_path / "một")
    assert "<w:tag " not in body_of(saved), "LibreOffice drops the tags"
    theirs = through_office(edited(saved, edits), tmp_path / "hai")
    filled = word.filled(theirs, "tệp của xã.docx", slots())
    assert filled.problems == ()
    assert word.fill(filled.content, "a", slots()) == filled.content
    parts, new = read_parts(theirs), read_parts(filled.content)
    assert [name for name in parts if parts[name] != new[name]] == [DOCUMENT]
    left, there = left_and_there(theirs, filled.content)
    assert there == left, "every paragraph that is not ours is there as it was written"
    text = lines(filled.content)
    for own in ("Ưu điểm do xã viết.", "Đoạn thêm ngoài ô.", "Phiếu do tổ in"):
        assert own in text
    assert any("bầu bí thư nhiệm kỳ 2025-2030 với số lượng 01 đồng chí" in one for one in text)
    assert 'w:val="FF0000"' in heading(filled.content)


def edits(body: str) -> str:
    """Text in a control, a paragraph under one, a table row, a heading in red."""
    section = body.index("vkm_uu_diem")
    at = body.index(PROMPT, section)
    body = body[:at] + "Ưu điểm do xã viết." + body[at + len(PROMPT) :]
    end = body.index("</w:p>", at) + len("</w:p>")
    body = f"{body[:end]}<w:p><w:r><w:t>Đoạn thêm ngoài ô.</w:t></w:r></w:p>{body[end:]}"
    end = body.index("</w:tbl>", body.index("vk_bau_ban_chap_hanh_bang"))
    row = own_row("", "Phiếu do tổ in", "", "", "")
    body = body[:end] + row + body[end:]
    red = '<w:rPr><w:color w:val="FF0000"/></w:rPr>'
    at = body.rindex("<w:rPr>", 0, body.index("IV- ĐÁNH GIÁ CHUNG"))
    return body[:at] + red + body[body.index("</w:rPr>", at) + len("</w:rPr>") :]


def heading(content: bytes) -> str:
    body = body_of(content)
    at = body.index("IV- ĐÁNH GIÁ CHUNG")
    return body[body.rindex("<w:p>", 0, at) : at]


def left_and_there(before: bytes, after: bytes) -> tuple[list[str], list[str]]:
    """The paragraphs that hold none of our marks, as they are written, in both papers."""

    def others(content: bytes) -> list[str]:
        found = re.findall(r"<w:p[ >].*?</w:p>", body_of(content), re.DOTALL)
        return [one for one in found if "vkd_" not in one and "<w:t" in one]

    return others(before), [one for one in others(after) if one in set(others(before))]


@needs_office
def test_a_filled_paper_saved_by_libreoffice_is_still_known_as_ours(tmp_path: Path) -> None:
    saved = through_office(word.fill(skeleton(), "a", slots()), tmp_path)
    assert codes(saved) == []
    data = {**whole(REFERENCE, UNIT), "members": 240}
    text = lines(word.fill(saved, "a", slots(data)))
    assert "Tổng số đảng viên: 240." in text
    assert "Tổng số đảng viên: 238." not in text


# --- whose it is, and its words


@needs_office
def test_a_paper_says_which_congress_it_is_of_under_any_name(tmp_path: Path) -> None:
    marks = (UNIT, views.round_mark(round_of(REFERENCE)))
    assert word.mark_of(skeleton()) == marks
    assert word.mark_of(through_office(skeleton(), tmp_path)) == marks
    plan = printed(REFERENCE, views.plan(round_of(REFERENCE)), "ke-hoach")
    assert word.mark_of(plan) is None


def written() -> bytes:
    one = in_control("uu-diem", "Chuẩn bị chu đáo.")
    two = in_control("kien-nghi", "Cấp thêm kinh phí.")
    return edited(skeleton(), lambda body: two(one(body)))


WORDS = {"uu-diem": ("Chuẩn bị chu đáo.",), "kien-nghi": ("Cấp thêm kinh phí.",)}


def test_the_units_own_words_are_read_by_point_without_prompts_and_ours() -> None:
    assert word.words_of(skeleton()) == {}
    assert word.words_of(written()) == WORDS
    assert word.words_of(word.fill(written(), "a", slots())) == WORDS


@needs_office
def test_the_units_own_words_are_read_from_a_file_of_libreoffice(tmp_path: Path) -> None:
    assert word.words_of(through_office(written(), tmp_path)) == WORDS


def test_a_point_whose_bookmark_is_gone_is_known_by_its_heading() -> None:
    bare = edited(
        written(),
        lambda body: re.sub(r'<w:bookmark[^>]*/>|<w:tag w:val="[^"]*"/>', "", body),
    )
    titles = {"uu-diem": "1. Ưu điểm", "han-che": "2. Hạn chế, khuyết điểm"}
    assert word.words_of(bare, titles)["uu-diem"] == WORDS["uu-diem"]
