"""vankien build inspects what it makes: templates in full once, papers by their own words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

import pytest

from commands import contents, round_with, run
from conftest import SAMPLE
from generator.build import Options, build
from generator.catalog import shipped_template
from generator.inspection import inspecting
from generator.inspection.quick import looks_doubtful
from generator.making import findings, samples
from generator.sources import sample_data
from inspected import changed
from many import data_of, written
from outline import texts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from generator.inspection.inspecting import Inspection

MARGIN = ('w:left="1701"', 'w:left="1417"')
REPORT = "bao-cao-ket-qua"
FIRST, LATER = "truong-thpt", "benh-vien"
# a Cyrillic letter that prints as ours does
HOSPITAL = ("name: Bệnh viện Đa khoa", "name: Bệnh viện Đ\u0430 khoa")


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "kết quả"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The sample round with a template of its own, in which a margin is wrong."""
    found = round_with(tmp_path / "đợt")
    templates = found / "templates"
    templates.mkdir()
    own = changed(shipped_template(REPORT).read_bytes(), MARGIN)
    (templates / f"{REPORT}.docx").write_bytes(own)
    return found


def told(stderr: str) -> list[str]:
    return [line for line in stderr.splitlines() if not line.startswith("nhắc: ")]


def test_a_wrong_template_is_told_once_and_its_papers_are_made(folder: Path, out: Path) -> None:
    done = run("build", folder, "-o", out)

    (said,) = told(done.stderr)
    assert said.startswith(f"cảnh báo: {FIRST}/{REPORT}.docx: ")
    assert "Lề trái 25 mm ở phần 1 của tệp; phải là 30 mm. Căn cứ: " in said
    assert done.exit_code == 0
    assert len(list(out.rglob(f"{REPORT}.docx"))) == 4


def test_a_second_run_says_the_same(folder: Path, out: Path) -> None:
    first = run("build", folder, "-o", out)
    second = run("build", folder, "-o", out)

    assert second.stdout.startswith("Không có gì phải lập lại")
    assert second.stderr == first.stderr


def test_strictly_nothing_is_written(folder: Path, out: Path) -> None:
    done = run("build", folder, "-o", out, "--strict")

    assert "Lề trái 25 mm" in done.stderr
    assert done.stderr.endswith("Chưa ghi tệp nào.\n")
    assert done.exit_code == 1
    assert not out.exists()


def test_papers_that_are_not_asked_for_are_not_judged(folder: Path, out: Path) -> None:
    done = run("build", folder, "-o", out, "--only", "ke-hoach")

    assert (told(done.stderr), done.exit_code) == ([], 0)


def test_a_letter_that_only_looks_like_ours_is_told_of_the_paper(
    tmp_path: Path, out: Path
) -> None:
    found = round_with(tmp_path / "đợt", HOSPITAL)
    first, second = (run("build", found, "-o", out) for _ in range(2))

    said = [line for line in told(first.stderr) if f"{LATER}/{REPORT}.docx" in line]
    assert len(said) == 1
    assert "trông giống chữ Việt nhưng là chữ khác" in said[0]
    assert (first.exit_code, second.exit_code) == (0, 0)
    assert second.stderr == first.stderr


def test_strictly_a_paper_with_such_a_letter_is_held_back(tmp_path: Path, out: Path) -> None:
    name = HOSPITAL[1].removeprefix("name: ")
    found = round_with(tmp_path / "đợt", HOSPITAL)
    done = run("build", found, "-o", out, "--strict", "--only", REPORT)

    assert f"lỗi: {LATER}/{REPORT}.docx" in done.stderr
    assert name.split()[2] in done.stderr
    assert done.exit_code == 5
    assert f"{LATER}/{REPORT}.docx" not in contents(out)
    assert f"{FIRST}/{REPORT}.docx" in contents(out)


class Watched(NamedTuple):
    """A paper that was inspected, and what came of it."""

    text: str
    found: Inspection


@pytest.fixture
def inspections(monkeypatch: pytest.MonkeyPatch) -> list[Watched]:
    """Every inspection that is made."""
    made: list[Watched] = []
    inspect = inspecting.inspected

    def counting(content: bytes, *arguments: Any) -> Inspection:
        made.append(Watched(" ".join(texts(content)), inspect(content, *arguments)))
        return made[-1].found

    monkeypatch.setattr(inspecting, "inspected", counting)
    return made


def test_many_papers_take_no_more_inspections_than_few(
    tmp_path: Path, inspections: list[Watched]
) -> None:
    for count in (1, 30):
        folder = tmp_path / str(count)
        written(data_of(count), folder)
        build(folder, tmp_path / f"out-{count}", Options(only=("ke-hoach", REPORT)))

    assert [one.found.profile.code.value for one in inspections] == ["party_hd05"] * 4
    assert all(one.found.findings == () for one in inspections)


def test_the_plan_of_many_is_looked_at_with_the_first_of_them(
    tmp_path: Path, inspections: list[Watched]
) -> None:
    written(data_of(samples.ENOUGH), tmp_path / "đợt")
    build(tmp_path / "đợt", tmp_path / "out", Options(only=("ke-hoach",)))

    (plan,) = inspections
    assert "don-vi-00090" in plan.text
    assert f"don-vi-{samples.ENOUGH - 1:05}" not in plan.text
    made = texts((tmp_path / "out" / "ke-hoach.docx").read_bytes())
    assert f"don-vi-{samples.ENOUGH - 1:05}" in " ".join(made)


def test_a_paper_that_is_too_long_is_left_to_the_inspector(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(findings, "MUCH", 1000)
    done = run("build", SAMPLE, "-o", out, "--only", "ke-hoach", "--strict")

    assert (
        "nhắc: ke-hoach.docx: Văn kiện dài nên chưa kiểm tra thể thức trọn vẹn. Kiểm tra bằng "
        "lệnh: vankien inspect TỆP\n"
    ) in done.stderr
    assert done.exit_code == 0


def test_each_profile_has_its_sample(tmp_path: Path, inspections: list[Watched]) -> None:
    data = data_of(1, "05/3/2026")
    written(data, tmp_path / "đợt")
    build(tmp_path / "đợt", tmp_path / "out", Options(only=(REPORT,)))

    codes = sorted(one.found.profile.code.value for one in inspections)
    assert codes == ["party_hd05", "party_hd36"]


@pytest.mark.parametrize(
    "text",
    [
        "{{ tên }}",
        "Đảng bộ {% if x %}",
        "Đ\u0430ng bộ",
        "Ðảng bộ",
        "a\u0301",
        "Đảng\u200b bộ",
        "\ue000",
        "ngày 5/3/2026",
        "05/03/2026",
        "trong tháng 2 năm 2026",
        "\ufffd",
    ],
)
def test_what_looks_doubtful(text: str) -> None:
    assert looks_doubtful(text)


def test_the_words_of_our_data_do_not_look_doubtful() -> None:
    texts = [*texts_of(sample_data())]

    assert len(texts) > 100
    assert [one for one in texts if looks_doubtful(one)] == []


def texts_of(data: Any) -> Iterator[str]:
    """Every text within a value."""
    if isinstance(data, str):
        yield data
    elif isinstance(data, dict | list):
        for one in data.values() if isinstance(data, dict) else data:
            yield from texts_of(one)
