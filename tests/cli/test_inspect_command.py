"""vankien inspect, as a clerk sees it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from commands import contents, run
from generator.inspection import inspecting
from generator.inspection.document import read
from inspected import changed, text_of, with_part
from outline import texts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.anatomy import Case
    from generator.inspection.document import Document
    from generator.inspection.finding import Finding

HEAD = (
    "Thể thức: Văn bản của Đảng theo Hướng dẫn 36-HD/VPTW (số và ký hiệu kiểu văn bản Đảng; "
    "tiêu đề “Đảng Cộng sản Việt Nam”; đề ngày từ 01/11/2024 đến 30/11/2024)."
)
BLANK = "\N{NO-BREAK SPACE}" * 6
COLON = (f"Số{BLANK}-KH/TCĐ", "Số: 05-KH/TCĐ")
MARGIN = ('w:left="1701" w:header', 'w:left="1417" w:header')
MARK = ("-----", "----")
SAID = {
    "số": (
        "lỗi: bảng 1, hàng 1, cột 1, đoạn “Số: 05-KH/TCĐ”: Dòng số ghi “Số: 05-KH/TCĐ”; mở "
        "đầu phải ghi đúng “Số”, không thừa hay thiếu dấu. Căn cứ: "
    ),
    "lề": "Lề trái 25 mm ở phần 1 của tệp; phải là 30 mm. Căn cứ: ",
    "gạch": "lỗi: đoạn “----”: Dưới trích yếu là “----”; phải là năm dấu gạch nối “-----”.",
}


@pytest.fixture
def plan(reference_papers: Path) -> bytes:
    """The plan of the reference round: nothing is wrong with it."""
    return (reference_papers / "ke-hoach.docx").read_bytes()


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def put(name: str, content: bytes) -> str:
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return name


def test_a_paper_of_ours_is_fit_to_sign(plan: bytes) -> None:
    done = run("inspect", put("Kế hoạch đại hội.docx", plan))

    assert done.stdout.splitlines() == [
        "Kế hoạch đại hội.docx",
        f"  {HEAD}",
        "  Không có lỗi.",
        "Đã kiểm tra 1 tệp: không có lỗi nào.",
    ]
    assert (done.stderr, done.exit_code) == ("", 0)


@pytest.mark.parametrize(
    ("change", "said"), [(COLON, SAID["số"]), (MARGIN, SAID["lề"]), (MARK, SAID["gạch"])]
)
def test_what_is_wrong_is_said_with_its_place(
    plan: bytes, change: tuple[str, str], said: str
) -> None:
    done = run("inspect", put("sai.docx", changed(plan, change)))

    lines = done.stdout.splitlines()
    assert lines[:2] == ["sai.docx", f"  {HEAD}"]
    assert said in lines[2]
    assert "Căn cứ: " in lines[2]
    assert lines[3:] == ["Đã kiểm tra 1 tệp: 1 lỗi."]
    assert done.exit_code == 1


def test_findings_stand_in_the_order_of_reading_the_most_serious_first(plan: bytes) -> None:
    done = run("inspect", put("sai.docx", changed(plan, MARK, COLON, MARGIN)))

    lines = done.stdout.splitlines()[2:]
    assert [said in line for said, line in zip(
        (SAID["lề"], SAID["số"], SAID["gạch"]), lines, strict=False
    )] == [True, True, True]  # fmt: skip
    assert lines[3:] == ["Đã kiểm tra 1 tệp: 3 lỗi."]


def test_what_is_said_of_many_places_is_said_once(plan: bytes) -> None:
    text = text_of(plan)
    dated = re.sub("(</w:t></w:r></w:p>)", r" ngày 31/02/2025\1", text, count=30)
    done = run("inspect", put("sai.docx", changed(plan, (text, dated))))

    lines = [line for line in done.stdout.splitlines() if "31/02/2025" in line]
    assert lines[0].startswith("  lỗi: 30 chỗ: “31/02/2025” không phải là một ngày có thật;")
    assert sum("không phải là một ngày có thật" in line for line in lines) == 1
    assert "    và 18 chỗ khác" in done.stdout.splitlines()


def test_reminders_alone_are_no_reason_to_send_it_back(plan: bytes) -> None:
    doubled = changed(plan, ("nhiệm vụ của từng", "nhiệm vụ của của từng"))
    done = run("inspect", put("nhac.docx", doubled))

    assert re.search(r"nhắc: .*một từ ghi hai lần liền nhau", done.stdout)
    assert done.stdout.endswith("Đã kiểm tra 1 tệp: 1 nhắc.\n")
    assert done.exit_code == 0


def test_a_profile_that_is_asked_for_counts(plan: bytes) -> None:
    done = run("inspect", put("ke-hoach.docx", plan), "--profile", "state-nd30")

    assert (
        "  Thể thức: Văn bản hành chính theo Nghị định 30/2020/NĐ-CP (theo yêu cầu của người "
        "kiểm tra).\n"
    ) in done.stdout
    assert "phải ghi “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM”" in done.stdout
    assert done.exit_code == 1


def test_what_is_not_recognised_is_not_judged(plan: bytes) -> None:
    without = changed(plan, (COLON[0], "5 tháng sau, kế hoạch"))
    done = run("inspect", put("sai.docx", without))

    assert "Dòng số ghi" not in done.stdout
    assert "  Không nhận ra nên không xét: Số và ký hiệu.\n" in done.stdout


def test_a_folder_is_every_word_file_in_it(plan: bytes) -> None:
    put("gửi về/Đơn vị A/báo cáo.docx", plan)
    put("gửi về/kế hoạch.DOCX", plan)
    put("gửi về/~$kế hoạch.docx", b"cua Word")
    put("gửi về/ghi chú.txt", b"x")
    put("gửi về/kế hoạch.da-sua.docx", changed(plan, MARGIN))
    put("gửi về/kế hoạch.nhan-xet.moi.docx", changed(plan, MARGIN))

    done = run("inspect", "gửi về", Path("gửi về") / "kế hoạch.DOCX")

    names = [line for line in done.stdout.splitlines() if not line.startswith(" ")]
    assert names == [
        str(Path("gửi về/kế hoạch.DOCX")),
        str(Path("gửi về/Đơn vị A/báo cáo.docx")),
        "Đã kiểm tra 2 tệp: không có lỗi nào.",
    ]
    assert done.exit_code == 0


def test_a_folder_without_papers_is_told() -> None:
    Path("trong").mkdir()

    done = run("inspect", "trong")

    assert done.stderr.splitlines()[0] == (
        "lỗi: trong: Trong trong không có tệp Word (.docx) nào để kiểm tra. Nêu đúng tệp hoặc "
        "thư mục."
    )
    assert done.exit_code == 2


HOSTILE = {
    "không phải zip": b"PK\3\4 khong phai",
    "rỗng": b"",
    ".doc cũ": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100,
}


def test_what_cannot_be_opened_is_named_and_the_others_go_on(plan: bytes) -> None:
    files = [put(f"{name}.docx", content) for name, content in HOSTILE.items()]
    files.insert(1, put("sai.docx", changed(plan, MARGIN)))
    dtd = b'<?xml version="1.0"?><!DOCTYPE w [<!ENTITY a "a">]><w/>'
    files.append(put("dtd.docx", with_part(plan, "word/document.xml", dtd)))
    files.append(put("vba.docx", with_part(plan, "word/vbaProject.bin", b"x")))
    files.append(put("khong than.docx", with_part(plan, "word/document.xml", b"<x/>")))

    done = run("inspect", *files)

    told = done.stderr.splitlines()
    assert [line.split(": ")[:2] for line in told] == [
        ["lỗi", name]
        for name in (
            "không phải zip.docx", "rỗng.docx", ".doc cũ.docx", "dtd.docx", "vba.docx",
            "khong than.docx",
        )
    ]  # fmt: skip
    assert done.stdout.endswith("Đã kiểm tra 1 tệp: 1 lỗi.\nKhông mở được 6 tệp.\n")
    assert done.exit_code == 3


def test_a_reader_that_breaks_refuses_that_file_alone(
    plan: bytes, loudly: pytest.MonkeyPatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def breaks(content: bytes) -> Document:
        if content != plan:
            raise KeyError("w:p")
        return read(content)

    loudly.undo()
    monkeypatch.setattr(inspecting, "read", breaks)
    done = run("inspect", put("la.docx", changed(plan, MARGIN)), put("tot.docx", plan))

    assert done.stderr == (
        "lỗi: la.docx: Không đọc được tệp này (KeyError: 'w:p'): tệp hỏng, hoặc có chỗ chương "
        "trình chưa biết. Mở bằng Word, lưu lại dạng .docx rồi thử lại.\n"
    )
    assert "tot.docx\n" in done.stdout
    assert done.exit_code == 3


def test_a_check_that_breaks_is_told_and_the_others_still_count(
    plan: bytes, loudly: pytest.MonkeyPatch, monkeypatch: pytest.MonkeyPatch
) -> None:
    def margins_are_known(_case: Case) -> Iterator[Finding]:
        raise ZeroDivisionError("0 mm")

    loudly.undo()
    monkeypatch.setattr(inspecting, "CHECKS", (margins_are_known, *inspecting.CHECKS))
    right = run("inspect", put("tot.docx", plan))
    wrong = run("inspect", put("sai.docx", changed(plan, MARGIN)))

    assert right.stderr == (
        "lỗi: tot.docx: Phép kiểm tra “margins_are_known” không chạy được với tệp này "
        "(ZeroDivisionError: 0 mm), nên điều nó xét là chưa rõ; các phép khác vẫn đúng. Gửi "
        "tệp cho người làm chương trình.\n"
    )
    assert right.exit_code == 5
    assert SAID["lề"] in wrong.stdout
    assert wrong.exit_code == 1


def test_in_a_test_a_check_that_breaks_breaks_the_test(
    plan: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    def always(_case: Case) -> Iterator[Finding]:
        raise ZeroDivisionError

    monkeypatch.setattr(inspecting, "CHECKS", (always,))
    with pytest.raises(ZeroDivisionError):
        run("inspect", put("tot.docx", plan))


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (("--json", "--sarif"), "Chỉ nêu một trong hai: --json hoặc --sarif."),
        (("-o", "ra"), "-o là nơi ghi bản sao: nêu thêm --annotate hoặc --fix."),
        (("--profile", "party_hd36"), "--profile"),
    ],
)
def test_usage(plan: bytes, options: tuple[str, ...], said: str) -> None:
    done = run("inspect", put("tot.docx", plan), *options)

    assert said in done.stderr
    assert done.exit_code == 2
    assert not Path("ra").exists()


def test_a_file_that_is_not_there() -> None:
    assert run("inspect", "khong-co.docx").exit_code == 2


def test_fixing_makes_a_copy_and_tells_what_is_left(plan: bytes) -> None:
    bad = changed(plan, MARGIN, COLON)
    done = run("inspect", put("báo cáo.docx", bad), "--fix")

    lines = done.stdout.splitlines()
    assert lines[2:5] == [
        "  Bản đã sửa: báo cáo.da-sua.docx",
        "  Đã sửa: Lề trái phần 1: 25 mm thành 30 mm.",
        "  Kiểm tra lại bản đã sửa:",
    ]
    assert SAID["số"] in lines[5]
    assert lines[6:] == ["Đã kiểm tra 1 tệp: 1 lỗi."]
    assert done.exit_code == 1
    assert set(contents(Path())) == {"báo cáo.docx", "báo cáo.da-sua.docx"}
    assert Path("báo cáo.docx").read_bytes() == bad
    assert texts(Path("báo cáo.da-sua.docx").read_bytes()) == texts(bad)


def test_what_is_all_put_right_is_fit_to_sign(plan: bytes) -> None:
    first = run("inspect", put("sai.docx", changed(plan, MARGIN)), "--fix")
    again = run("inspect", "sai.da-sua.docx", "--fix")

    assert first.stdout.splitlines()[-3:] == [
        "  Kiểm tra lại bản đã sửa:",
        "  Không có lỗi.",
        "Đã kiểm tra 1 tệp: không có lỗi nào.",
    ]
    assert (first.exit_code, again.exit_code) == (0, 0)
    assert set(contents(Path())) == {"sai.docx", "sai.da-sua.docx"}


def test_what_cannot_be_put_right_safely_has_no_copy(plan: bytes) -> None:
    done = run("inspect", put("sai.docx", changed(plan, COLON)), "--fix")

    assert "  Không có gì sửa được mà không đụng đến lời văn.\n" in done.stdout
    assert set(contents(Path())) == {"sai.docx"}


def test_notes_are_written_in_a_copy(plan: bytes) -> None:
    done = run("inspect", put("sai.docx", changed(plan, COLON)), "--annotate")

    assert "  Bản có nhận xét: sai.nhan-xet.docx\n" in done.stdout
    notes = text_of(Path("sai.nhan-xet.docx").read_bytes(), "word/comments.xml")
    assert "lỗi: Dòng số ghi “Số: 05-KH/TCĐ”; mở đầu phải ghi đúng “Số”" in notes


def test_a_paper_without_findings_has_no_copies(plan: bytes) -> None:
    done = run("inspect", put("tot.docx", plan), "--annotate", "--fix")

    assert set(contents(Path())) == {"tot.docx"}
    assert done.exit_code == 0


def test_nobodys_file_is_written_over(plan: bytes) -> None:
    put("sai.da-sua.docx", b"cua toi")
    put("sai.nhan-xet.docx", b"cua toi")
    put("ket-qua.html", b"cua toi")
    put("sai.docx", changed(plan, MARGIN))

    for _ in range(2):
        done = run("inspect", "sai.docx", "--fix", "--annotate", "--html", "ket-qua.html")

    found = contents(Path())
    assert set(found) == {
        "sai.docx", "sai.da-sua.docx", "sai.nhan-xet.docx", "ket-qua.html",
        "sai.da-sua.moi.docx", "sai.nhan-xet.moi.docx", "ket-qua.moi.html",
    }  # fmt: skip
    assert {found[name] for name in ("sai.da-sua.docx", "ket-qua.html")} == {b"cua toi"}
    assert "  Bản đã sửa: sai.da-sua.moi.docx\n" in done.stdout
    assert "Đã ghi ket-qua.moi.html.\n" in done.stdout


def test_copies_of_a_folder_go_into_another_one(plan: bytes) -> None:
    put("về/A/báo cáo.docx", changed(plan, MARGIN))
    put(
        "về/B/báo cáo.docx", changed(plan, ('w:left="1701" w:header', 'w:left="1300" w:header'))
    )

    run("inspect", "về", "-o", "ra", "--fix")

    assert set(contents(Path("ra"))) == {"A/báo cáo.da-sua.docx", "B/báo cáo.da-sua.docx"}
    assert len(contents(Path("về"))) == 2


def test_two_files_of_one_name_have_two_copies(plan: bytes) -> None:
    put("A/bc.docx", changed(plan, MARGIN))
    put("B/bc.docx", changed(plan, MARGIN, COLON))

    run("inspect", Path("A/bc.docx"), Path("B/bc.docx"), "-o", "ra", "--fix")

    assert set(contents(Path("ra"))) == {"bc.da-sua.docx", "bc.da-sua.moi.docx"}


def test_a_copy_that_cannot_be_written_is_told(plan: bytes) -> None:
    put("ra", b"la mot tep")
    done = run("inspect", put("sai.docx", changed(plan, MARGIN)), "--fix", "-o", "ra")
    assert done.exit_code == 2  # click sees that it is no folder

    put("ra2/x", b"")
    done = run("inspect", "sai.docx", "--fix", "-o", Path("ra2/x/y"))
    assert "lỗi: ra2/x/y/sai.da-sua.docx: " in done.stderr
    assert SAID["lề"] in done.stdout
    assert done.exit_code == 1
