"""The decree's own forms, filled in: each is recognised, none is found fault with.

`tests/golden/inspector.state-samples.txt` is what is recognised, to be read by a person.
"""

from __future__ import annotations

import shutil
from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
import state_papers as papers
from recognised import anatomy, found_lines, found_texts, saved_by_libreoffice
from state_samples import Line, Sample, written

from generator.inspection.inspecting import inspected
from generator.paper_format import ProfileCode

if TYPE_CHECKING:
    from collections.abc import Iterator

    from conftest import Golden
    from generator.inspection.finding import Finding

EVERY_SAMPLE = pytest.mark.parametrize("sample", papers.SAMPLES, ids=lambda one: one.name)
# a line of a form ("Chức vụ: …") may be taken for text or not: what it says is not judged
_TEXT = "body"


def drawn(sample: Sample) -> list[Finding]:
    """What is found in a sample whose lines are drawn."""
    return [*inspected(written(sample), ProfileCode.STATE_ND30).findings]


@EVERY_SAMPLE
@pytest.mark.parametrize("typed", [False, True], ids=["nét vẽ", "gạch gõ bằng phím"])
@pytest.mark.parametrize("profile", [ProfileCode.STATE_ND30, None], ids=["nd30", "auto"])
def test_a_form_of_the_decree_has_no_finding(
    sample: Sample, profile: ProfileCode | None, *, typed: bool
) -> None:
    found = inspected(written(sample, typed=typed), profile)

    assert found.profile.code is ProfileCode.STATE_ND30
    assert (found.findings, found.failures) == ((), ())


@EVERY_SAMPLE
@pytest.mark.parametrize("typed", [False, True], ids=["nét vẽ", "gạch gõ bằng phím"])
def test_each_component_says_what_was_typed(sample: Sample, *, typed: bool) -> None:
    found = found_texts(written(sample, typed=typed))

    said = {one: " ".join(texts) for one, texts in found.items() if one not in _ASIDE}
    assert said == as_typed(sample)


_ASIDE = (_TEXT, "cell", "subject_mark", "stamp")


def as_typed(sample: Sample) -> dict[str, str]:
    texts: dict[str, list[str]] = defaultdict(list)
    for line in sample.lines():
        if line.component not in ("", _TEXT):
            texts[line.component].append(" ".join(line.text.split()))
    return {component: " ".join(lines) for component, lines in texts.items()}


@pytest.mark.skipif(shutil.which("soffice") is None, reason="cần LibreOffice")
def test_a_form_saved_in_the_old_format_is_still_recognised() -> None:
    files = {str(at): written(sample) for at, sample in enumerate(papers.SAMPLES)}

    for key, content in saved_by_libreoffice(files, "doc").items():
        assert inspected(content, ProfileCode.STATE_ND30).findings == ()
        assert found_texts(content) == found_texts(files[key])


def test_the_table_of_what_is_recognised(golden: Golden) -> None:
    golden("inspector.state-samples.txt", "\n".join(table()) + "\n")


def table() -> Iterator[str]:
    """By sample: the components with their texts, and how the lines are drawn."""
    for sample in papers.SAMPLES:
        yield f"=== {sample.name}"
        content = written(sample)
        texts = {
            one: said for one, said in found_texts(content).items() if one != "subject_mark"
        }
        drawn_as = [one.why for one in anatomy(content).sure("subject_mark")]
        lines = {**found_lines(content), "subject_mark": drawn_as}
        for component, said in [*sorted(texts.items()), *lines.items()]:
            if said:
                yield f"{component:15} {' / '.join(said)}"


def test_a_long_paper_behind_a_decision_hides_none_of_its_signatures() -> None:
    more = [Line("", f"Việc thứ {at} làm theo hướng dẫn riêng.", align="j") for at in range(99)]
    found = anatomy(written(replace(papers.APPROVED, blocks=(*papers.APPROVED.blocks, *more))))

    assert [one.text for one in found.sure("position")] == ["PHÓ GIÁM ĐỐC"]
    assert [one.text for one in found.sure("signatory")] == ["Trần Thị Thử"]
    assert len(found.sure("recipient")) == 3


@pytest.mark.parametrize(
    "text", ["Hết năm nay, phòng đọc điện thoại báo lại.", "Số 1, tỉnh Thử."]
)
def test_a_line_under_the_signatures_that_names_one_way_to_call_is_no_contact(
    text: str,
) -> None:
    letter = papers.LETTER.put("contact", text=text)

    assert anatomy(written(letter)).first("contact") is None


P = papers
EDITS: dict[str, tuple[Sample, str]] = {
    # 1.1
    "nghị quyết: số không hai chấm": (
        P.RESOLUTION.put("number", text="Số 14/NQ-HĐND"),
        "layout-number-opening",
    ),
    "nghị quyết: thiếu kẻ dưới cơ quan": (
        P.RESOLUTION.put("issuer", line_mm=0),
        "layout-line-missing",
    ),
    "nghị quyết: căn cứ đứng": (P.RESOLUTION.put("basis", look=""), "layout-look"),
    "nghị quyết: căn cứ thiếu chấm phẩy": (
        P.RESOLUTION.put("basis", text="Căn cứ Luật Tổ chức chính quyền địa phương,"),
        "layout-basis-end",
    ),
    "nghị quyết: căn cứ có gạch đầu dòng": (
        P.RESOLUTION.put("basis", text="- Căn cứ Luật Tổ chức chính quyền địa phương;"),
        "layout-basis-opening",
    ),
    "nghị quyết: ký hiệu của loại khác": (
        P.RESOLUTION.put("number", text="Số: 14/QĐ-HĐND"),
        "layout-symbol-kind",
    ),
    # 1.2
    "quyết định: chức vụ không đậm": (P.DECISION.put("position", look=""), "layout-look"),
    "quyết định: Điều lặp số": (
        P.DECISION.put(
            "article", 2, text="Điều 2. Chánh Văn phòng chịu trách nhiệm thi hành./."
        ),
        "layout-ladder-twice",
    ),
    "quyết định: Điều không đậm": (P.DECISION.put("article", look=""), "layout-look"),
    "quyết định: trích yếu chữ thường đầu": (
        P.DECISION.put("subject", text="về việc thành lập tổ kiểm kê tài liệu"),
        "layout-subject-letter",
    ),
    "quyết định: hết bằng một chấm": (
        P.DECISION.put("article", 2, text="Điều 3. Chánh Văn phòng thi hành quyết định này."),
        "layout-end",
    ),
    # 1.3
    "quy chế: mất số chương": (
        P.APPROVED_APART.put("part_title", 2, text="Chương III"),
        "layout-ladder",
    ),
    "quy chế: mất tiêu ngữ": (P.APPROVED_APART.drop("motto"), "layout-missing"),
    "quy chế: tên loại cỡ 16": (P.APPROVED_APART.put("kind", size=16), "layout-size"),
    "quy chế: dòng kèm theo đứng": (
        P.APPROVED_APART.put("appendix_note", look=""),
        "layout-look",
    ),
    "quy chế sau quyết định: mất nơi nhận": (
        P.APPROVED.drop("recipients").drop("recipient").drop("recipient").drop("recipient"),
        "layout-missing",
    ),
    "quy chế sau quyết định: tiền tố của Đảng": (
        P.APPROVED.put("authority", text="K/T GIÁM ĐỐC"),
        "layout-prefix-foreign",
    ),
    # 1.4
    "kế hoạch: cơ quan cỡ 14": (P.PLAN.put("issuer", size=14), "layout-size"),
    "kế hoạch: cấp trên đậm": (P.PLAN.put("superior", look="b"), "layout-look"),
    "kế hoạch: mục lớn chữ thường": (
        P.PLAN.put("level1", text="I. Mục đích, yêu cầu"),
        "layout-capitals",
    ),
    "kế hoạch: bỏ một mục lớn": (
        P.PLAN.put("level1", 1, text="III. TỔ CHỨC THỰC HIỆN"),
        "layout-ladder",
    ),
    "kế hoạch: nơi nhận cỡ 14": (P.PLAN.put("recipients", size=14), "layout-size"),
    "kế hoạch: nơi nhận gạch chân": (P.PLAN.put("recipients", look="u"), "layout-look"),
    "kế hoạch: Lưu kiểu Đảng": (
        P.PLAN.put("recipient", 1, text="- Lưu Văn phòng Sở."),
        "layout-filing-form",
    ),
    "báo cáo: số lẻ không có 0": (
        P.REPORT.put("number", text="Số: 8/BC-SNV"),
        "layout-number-zero",
    ),
    "báo cáo: kẻ dưới trích yếu quá dài": (
        P.REPORT.put("subject", line_mm=70),
        "layout-line-length",
    ),
    "báo cáo: phép chia sai": (
        P.REPORT.put(
            "body",
            text="Sở Nội vụ đã số hóa 1.250/2.000 hồ sơ phải số hóa, đạt tỷ lệ 65,5%.",
        ),
        "text-share",
    ),
    "tờ trình: Kính trình": (
        P.PROPOSAL.put("addressees", text="Kính trình: Ủy ban nhân dân tỉnh Thử."),
        "layout-addressees-word",
    ),
    "tờ trình: tên nơi gửi cỡ 12": (P.PROPOSAL.put("addressees", size=12), "layout-size"),
    # 1.5
    "công văn: thiếu V/v": (
        P.LETTER.put("letter_subject", text="Về việc nộp lưu tài liệu năm 2025"),
        "layout-letter-opening",
    ),
    "công văn: trích yếu nghiêng": (P.LETTER.put("letter_subject", look="i"), "layout-look"),
    "công văn: trích yếu cỡ 14": (P.LETTER.put("letter_subject", size=14), "layout-size"),
    "công văn: địa chỉ cỡ 14": (P.LETTER.put("contact", size=14), "layout-size"),
    "công văn: số có khoảng trắng": (
        P.LETTER.put("number", text="Số: 98 / SNV-QLVT"),
        "layout-number-spaces",
    ),
    # 1.6
    "công điện: tháng có 0": (
        P.TELEGRAM.put("place_date", text="Bình Thử, ngày 05 tháng 03 năm 2026"),
        "layout-date-zero",
    ),
    "công điện: TM/ thay cho TM.": (
        P.TELEGRAM.put("authority", text="K/T CHỦ TỊCH"),
        "layout-prefix-foreign",
    ),
    "công điện: thiếu kẻ dưới tiêu ngữ": (
        P.TELEGRAM.put("motto", line_mm=0),
        "layout-line-missing",
    ),
    "công điện: Quốc hiệu cỡ 15": (P.TELEGRAM.put("heading", size=15), "layout-size"),
    # 1.7
    "giấy mời: ngày không có thật": (
        P.INVITATION.put("place_date", text="Bình Thử, ngày 31 tháng 4 năm 2026"),
        "layout-date-unreal",
    ),
    "giấy mời: tên loại không đậm": (P.INVITATION.put("kind", look=""), "layout-look"),
    "giấy mời: ký hiệu sai": (
        P.INVITATION.put("number", text="Số: 15/GGT-SNV"),
        "layout-symbol-kind",
    ),
    "giấy mời: họ tên kèm học vị": (
        P.INVITATION.put("signatory", text="TS. Trần Thị Thử"),
        "layout-name-honour",
    ),
    # 1.8
    "giấy giới thiệu: địa danh thiếu dấu phẩy": (
        P.INTRODUCTION.put("place_date", text="Bình Thử ngày 05 tháng 3 năm 2026"),
        "layout-date-comma",
    ),
    "giấy giới thiệu: nội dung cỡ 12": (P.INTRODUCTION.put("body", 4, size=12), "layout-size"),
    "giấy giới thiệu: thiếu Quốc hiệu": (P.INTRODUCTION.drop("heading"), "layout-missing"),
    # 1.9
    "biên bản: nơi nhận không đậm": (P.MINUTES.put("recipients", look="i"), "layout-look"),
    "biên bản: dòng nơi nhận thiếu chấm": (
        P.MINUTES.put("recipient", 1, text="- Lưu: VT, Hồ sơ"),
        "layout-recipient-last",
    ),
    "biên bản: họ tên không đậm": (P.MINUTES.put("signatory", 1, look=""), "layout-look"),
    "biên bản: tên loại canh trái": (P.MINUTES.put("kind", align="l"), "layout-middle"),
    # 1.10
    "giấy nghỉ phép: ngày thiếu 0": (
        P.LEAVE.put("place_date", text="Bình Thử, ngày 5 tháng 3 năm 2026"),
        "layout-date-zero",
    ),
    "giấy nghỉ phép: không thụt đầu dòng": (P.LEAVE.put("body", first_mm=0), "layout-indent"),
    "giấy nghỉ phép: không giãn đoạn": (
        P.LEAVE.put("body", gap_pt=(0, 0)).put("body", 1, gap_pt=(0, 0)),
        "layout-gap",
    ),
    # 2.1, 2.2
    "phụ lục: cỡ 13": (P.ANNEX.put("appendix", size=13), "layout-size"),
    "phụ lục: tên chữ thường": (
        P.ANNEX.put("appendix_title", text="Danh mục tài liệu"),
        "layout-capitals",
    ),
    "phụ lục: kèm theo số khác": (
        P.ANNEX.put(
            "appendix_note",
            text="(Kèm theo Kế hoạch số 72/KH-SNV ngày 05 tháng 3 năm 2026 của Sở Nội vụ)",
        ),
        "text-attached-to-another",
    ),
    "hai phụ lục: trùng số": (
        P.ANNEXES.put("appendix", 1, text="Phụ lục I").put(
            "point", 1, text="b) Các mẫu nêu ở Phụ lục I."
        ),
        "layout-appendix-order",
    ),
    "hai phụ lục: không dẫn": (
        P.ANNEXES.put("point", 1, text="b) Mẫu danh mục nêu ở Phụ lục I."),
        "layout-appendix-unnamed",
    ),
    "phụ lục điện tử: tên cỡ 12": (P.ANNEX_APART.put("appendix_title", size=12), "layout-size"),
    # 3.1, 3.2
    "bản sao giấy: văn bản gốc thiếu kẻ": (
        P.COPY.put("issuer", line_mm=0),
        "layout-line-missing",
    ),
    "bản sao giấy: văn bản gốc mất Lưu": (
        P.COPY.put("recipient", 2, text="- Văn thư."),
        "layout-filing-missing",
    ),
    "bản sao điện tử: số không hai chấm": (
        P.COPY_SIGNED.put("number", text="Số 15/GM-SNV"),
        "layout-number-opening",
    ),
}


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_of_a_form_is_found(edit: str) -> None:
    sample, code = EDITS[edit]

    assert {one.code for one in drawn(sample)} == {code}
