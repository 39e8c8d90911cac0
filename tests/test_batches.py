"""Many units: the same papers whoever makes them, made once, each unit's failure its own."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import signal
import sys
import tempfile
from collections import Counter
from contextlib import ExitStack
from dataclasses import replace
from multiprocessing import active_children
from typing import TYPE_CHECKING, Any

import pytest

import generator
from clusters import scheduler, wait_for_workers, worker
from commands import contents, round_with, run
from conftest import ROOT
from generator import catalog, excel, ics, views, word
from generator.batch import Workers
from generator.build import Options, build
from generator.collect import collect
from generator.making import copies
from generator.making import run as making_run
from generator.making.copies import homes
from generator.output import JOURNAL, LOCK, MANIFEST
from generator.sources import load_round
from outline import lines
from returned import WARD, filled, of_unit, send, with_parts
from test_collect import MOMENT, with_units

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from generator.build import Result
    from generator.model import Round

CODE, REPORT = "bao-cao-ket-qua", "bao-cao-ket-qua.docx"
ONLY = ("--only", CODE)
MANY = 45  # more than are done here when nobody says by whom
UNITS = 4  # of the sample round with papers of their own
SOME = 24  # more than the output is told of at once
ONE = "don-vi-0007"
HERE, TWO = Workers(jobs=1), Workers(jobs=2)
OWN = {MANIFEST, LOCK}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The sample round with many more units."""
    found = round_with(tmp_path / "dot")
    with_units(found, MANY)
    return found


@pytest.fixture
def smaller(tmp_path: Path) -> Path:
    found = round_with(tmp_path / "dot")
    with_units(found, SOME)
    return found


def unwatched(_: str) -> None:
    """Progress that nobody watches."""


def reports(
    folder: Path,
    target: Path,
    workers: Workers = HERE,
    progress: Callable[[str], None] = unwatched,
) -> Result:
    return build(folder, target, Options(only=(CODE,), workers=workers), progress)


def papers(target: Path) -> dict[str, bytes]:
    """What a user sees in the folder."""
    return {name: content for name, content in contents(target).items() if name not in OWN}


def finished(target: Path) -> bool:
    """Whether the manifest says that all is done; nothing else of ours is left."""
    left = [path.name for path in target.rglob(".vankien*") if path.name not in OWN]
    assert left == []
    return bool(json.loads((target / MANIFEST).read_text(encoding="utf-8"))["finished"])


def killing(after: int, kill: Callable[[], object]) -> Callable[[str], None]:
    """Progress that kills once, when so many are done."""

    def say(text: str) -> None:
        if text.startswith(f"{after}/"):
            kill()

    return say


# Whoever does the work


def test_processes_of_this_machine_make_the_same(folder: Path, tmp_path: Path) -> None:
    alone = reports(folder, tmp_path / "một").outcome
    assert len(alone.made) == MANY + UNITS
    both = reports(folder, tmp_path / "hai", TWO).outcome
    assert both.made == alone.made
    assert contents(tmp_path / "hai") == contents(tmp_path / "một")
    again = reports(folder, tmp_path / "hai", TWO).outcome
    assert (again.made, len(again.unchanged)) == ([], MANY + UNITS)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_process_that_is_killed_loses_no_paper(folder: Path, tmp_path: Path) -> None:
    killed: list[int] = []

    def kill() -> None:
        killed.extend(one.pid for one in active_children()[:1] if one.pid)
        os.kill(killed[0], signal.SIGKILL)

    reports(folder, tmp_path / "một")
    result = reports(folder, tmp_path / "hai", TWO, killing(3, kill))
    assert len(killed) == 1
    assert not [one for one in result.problems if one.code == "unit-lost"]
    assert contents(tmp_path / "hai") == contents(tmp_path / "một")


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_a_cluster_makes_the_same_and_a_killed_worker_loses_no_paper(
    folder: Path, tmp_path: Path
) -> None:
    reports(folder, tmp_path / "một")
    with ExitStack() as stack:
        address, _ = stack.enter_context(scheduler(tmp_path))
        first, _ = [stack.enter_context(worker(address)) for _ in range(2)]
        wait_for_workers(address, 2)
        cluster = Workers(cluster=address)
        reports(folder, tmp_path / "hai", cluster)
        kill = killing(3, lambda: first.send_signal(signal.SIGKILL))
        assert reports(folder, tmp_path / "ba", cluster, kill).outcome.problems == []
        assert first.wait(10) == -signal.SIGKILL
    assert contents(tmp_path / "hai") == contents(tmp_path / "một")
    assert contents(tmp_path / "ba") == contents(tmp_path / "một")


# What is up to date


SAMPLES = 2  # a plan and a report, inspected in each run before anything is written


class Rendered(Counter[str]):
    """How often each writer was called."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        super().__init__()
        writers: dict[str, list[Any]] = {
            "docx": [word.Template],
            "xlsx": [excel, excel.Templates],
            "ics": [ics],
        }
        for form, owners in writers.items():
            for owner in owners:
                name = "pieces" if owner is ics else "render"
                monkeypatch.setattr(owner, name, self.counted(form, getattr(owner, name)))

    def counted(self, form: str, render: Callable[..., bytes]) -> Callable[..., bytes]:
        def call(*given: Any, **options: Any) -> bytes:
            self[form] += 1
            return render(*given, **options)

        return call


def test_a_second_run_renders_nothing_and_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = round_with(tmp_path / "dot"), tmp_path / "out"
    rendered = Rendered(monkeypatch)
    assert run("build", folder, "-o", out).exit_code == 0
    assert rendered == {"docx": 5 + SAMPLES, "xlsx": 5, "ics": 1}
    rendered.clear()
    before = stamps(out)
    again = run("build", folder, "-o", out)
    assert (again.exit_code, again.stdout) == (0, f"Không có gì phải lập lại trong {out}.\n")
    assert rendered == {"docx": SAMPLES}
    assert stamps(out) == before


def stamps(out: Path) -> dict[str, int]:
    """When each file was written, the manifest too."""
    return {str(path): path.stat().st_mtime_ns for path in out.rglob("*") if path.name != LOCK}


def renamed(folder: Path) -> None:
    """One unit gets another name."""
    path = folder / "round.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.count("name: Thử 0007,") == 1
    path.write_text(text.replace("name: Thử 0007,", "name: Đổi tên,"), encoding="utf-8")


def test_one_that_is_gone_and_one_that_is_outdated_are_made_again(
    smaller: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    reports(smaller, out)
    (out / "don-vi-0003" / REPORT).unlink()
    renamed(smaller)
    rendered = Rendered(monkeypatch)
    again = reports(smaller, out).outcome
    assert again.made == [f"don-vi-0003/{REPORT}", f"{ONE}/{REPORT}"]
    assert len(again.unchanged) == SOME + UNITS - 2
    assert rendered == {"docx": 2 + 1}  # and the one that is inspected
    assert any("ĐỔI TÊN" in line.upper() for line in lines((out / ONE / REPORT).read_bytes()))


def test_another_template_makes_its_papers_again(smaller: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert run("build", smaller, "-o", out, *ONLY, "--only", "ke-hoach").exit_code == 0
    own = smaller / "templates" / REPORT
    own.parent.mkdir()
    shutil.copyfile(ROOT / "templates" / "word" / REPORT, own)
    assert reports(smaller, out).outcome.made == []  # the same template in another place
    changed = with_parts(
        own.read_bytes(), lambda _, text: text.replace(">Nơi nhận:", ">Kính gửi:")
    )
    own.write_bytes(changed)
    again = build(smaller, out, Options(only=(CODE, "ke-hoach"))).outcome
    assert (len(again.made), again.unchanged) == (SOME + UNITS, ["ke-hoach.docx"])
    assert "Kính gửi:" in lines((out / ONE / REPORT).read_bytes())


def test_drafts_and_papers_to_sign_replace_each_other(smaller: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    reports(smaller, out)
    signed = papers(out)
    draft = build(smaller, out, Options(only=(CODE,), draft=True)).outcome
    assert set(draft.made) == set(signed)
    assert "Dự thảo" in lines((out / ONE / REPORT).read_bytes())
    assert build(smaller, out, Options(only=(CODE,), draft=True)).outcome.made == []
    assert set(reports(smaller, out).outcome.made) == set(signed)
    assert papers(out) == signed


def test_another_version_of_the_program_makes_all_again_once(
    smaller: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What comes out the same is not written again."""
    out = tmp_path / "out"
    reports(smaller, out)
    monkeypatch.setattr(generator, "__version__", "99.1")
    rendered = Rendered(monkeypatch)
    again = reports(smaller, out).outcome
    assert rendered == {"docx": SOME + UNITS + 1}
    assert (again.made, len(again.unchanged)) == ([], SOME + UNITS)
    reports(smaller, out)
    assert rendered == {"docx": SOME + UNITS + 2}


# One of many that cannot be made


def with_a_control_character(view: views.ReportView) -> views.ReportView:
    return replace(view, venue="Hội trường\x07")


def leave_out_workbooks(monkeypatch: pytest.MonkeyPatch) -> None:
    """They take their time, and what is tested is not about them."""
    written = [one for one in catalog.PAPERS if one.form is not catalog.Form.EXCEL]
    monkeypatch.setattr(catalog, "PAPERS", written)


def unheard_of(_: views.ReportView) -> views.ReportView:
    raise ZeroDivisionError("số lạ")


BROKEN = {
    "ký tự lạ": (with_a_control_character, "U+0007"),
    "lỗi chương trình": (unheard_of, "ZeroDivisionError: số lạ"),
}


@pytest.mark.parametrize(("breaking", "why"), BROKEN.values(), ids=BROKEN.keys())
def test_a_paper_that_cannot_be_printed_is_named_and_the_others_are_made(
    smaller: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    breaking: Callable[[views.ReportView], views.ReportView],
    why: str,
) -> None:
    out = tmp_path / "out"
    leave_out_workbooks(monkeypatch)
    report = views.report

    def broken(found: Round, congress: Any, **options: Any) -> views.ReportView:
        view = report(found, congress, **options)
        return breaking(view) if congress.organization == ONE else view

    monkeypatch.setattr(views, "report", broken)
    name = f"{ONE}/{REPORT}"
    first = run("build", smaller, "-o", out, *ONLY)
    assert first.exit_code == 5
    assert f"Đã lập {SOME + UNITS - 1} tệp" in first.stdout
    assert f"lỗi: {name}: Không lập được “" in first.stderr
    assert why in first.stderr
    assert name not in papers(out)
    with monkeypatch.context() as mended:
        mended.setattr(views, "report", report)
        assert reports(smaller, out).outcome.made == [name]
    before = papers(out)
    renamed(smaller)
    assert run("build", smaller, "-o", out).exit_code == 5
    assert papers(out)[name] == before[name]  # what an earlier run made


def test_papers_of_results_stay_where_their_unit_could_not_be_done(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = round_with(tmp_path / "dot"), tmp_path / "out"
    send(folder, "a.xlsx", filled(WARD))
    collect(folder, out, MOMENT, unwatched)
    before = papers(out)
    assert f"{WARD}/bien-ban-kiem-phieu-bi-thu.docx" in before

    def lost(*_: Any) -> Any:
        raise MemoryError

    monkeypatch.setattr(making_run, "returned", lost)
    outcome = collect(folder, out, MOMENT, unwatched).outcome
    assert "unit-lost" in {one.code for one in outcome.problems}
    assert outcome.removed == []
    assert papers(out) == before


# Folders that people can look through


def many_units(found: Round, count: int, superiors: int = 1) -> Round:
    """A round of so many units below so many others."""
    unit = next(one for one in found.organizations if one.id == WARD)
    congress = next(one for one in found.congresses if one.organization == WARD)
    above = [
        unit.model_copy(update={"id": f"xa-{number:03}", "superior": "hoa-an"})
        for number in range(superiors)
    ]
    below = [
        unit.model_copy(
            update={"id": f"u-{number:05}", "superior": above[number % superiors].id}
        )
        for number in range(count)
    ]
    held = [congress.model_copy(update={"organization": one.id}) for one in below]
    return found.model_copy(update={"organizations": (*above, *below), "congresses": held})


def fullest(paths: Iterable[str]) -> int:
    """How many entries the fullest folder has."""
    inside: dict[str, set[str]] = {}
    for path in paths:
        while path:
            above, _, name = path.rpartition("/")
            inside.setdefault(above, set()).add(name)
            path = above  # noqa: PLW2901 - up to the top
    return max(map(len, inside.values()))


@pytest.fixture(scope="module")
def sample_round() -> Round:
    found = load_round(ROOT / "data" / "mau").round
    assert found is not None
    return found


SIZES = [(10, 1), (500, 1), (501, 1), (600, 1), (600, 100), (50_000, 96), (50_000, 1)]


@pytest.mark.parametrize(("count", "superiors"), SIZES)
def test_no_folder_holds_more_than_people_can_look_through(
    sample_round: Round, count: int, superiors: int
) -> None:
    found = homes(many_units(sample_round, count, superiors))
    assert len(found) == len(set(found.values())) == count
    assert all(home.rpartition("/")[2] == unit for unit, home in found.items())
    assert fullest(found.values()) <= 500


@pytest.mark.parametrize(("count", "superiors"), [(10, 1), (600, 1), (600, 100), (5_000, 96)])
def test_a_further_unit_moves_no_other(sample_round: Round, count: int, superiors: int) -> None:
    before = homes(many_units(sample_round, count, superiors))
    after = homes(many_units(sample_round, count + 1, superiors))
    assert {unit: after[unit] for unit in before} == before


def test_units_of_many_superiors_or_of_none_stand_in_folders_too(sample_round: Round) -> None:
    by_many = homes(many_units(sample_round, 1_200, 600))
    assert fullest(by_many.values()) <= 500
    many = many_units(sample_round, 600)
    alone = [one.model_copy(update={"superior": None}) for one in many.organizations]
    assert fullest(homes(many.model_copy(update={"organizations": alone})).values()) <= 500


def test_many_units_are_built_collected_and_looked_at_in_parts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copies, "MOST", 5)
    folder, out = round_with(tmp_path / "dot"), tmp_path / "out"
    units = with_units(folder, 8)
    home = "benh-vien/00006-00010/don-vi-0006"
    made = reports(folder, out).outcome.made
    assert "benh-vien/00001-00005/khoa-noi/" + REPORT in made
    assert f"{home}/{REPORT}" in made
    assert max(len(list(path.iterdir())) for path in out.rglob("*") if path.is_dir()) <= 6
    send(folder, "a.xlsx", of_unit(filled(WARD), WARD, units[6]))
    assert f"{home}/{REPORT}" in collect(folder, out, MOMENT, unwatched).outcome.made
    assert f"{home}/bien-ban-kiem-phieu-bi-thu.docx" in papers(out)
    assert reports(folder, out).outcome.made == []
    shutil.rmtree(out / "binh-minh")  # LibreOffice takes its time
    shutil.rmtree(out / "benh-vien" / "00001-00005")
    (out / "bao-cao-ket-qua-chi-dao.docx").unlink()
    (out / "tong-hop-ket-qua-bau-cu.xlsx").unlink()
    for path in out.rglob("bien-ban-*"):
        path.unlink()
    assert run("preview", out, "--pages", "1").exit_code == 0
    drawn = [name for name in papers(out) if name.endswith(".png")]
    assert f"xem-truoc/{home}/{CODE}.trang-1.png" in drawn


def test_a_round_that_grows_moves_its_papers_but_not_what_a_person_changed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder, out = round_with(tmp_path / "dot"), tmp_path / "out"
    with_units(folder, 8)
    assert run("build", folder, "-o", out, *ONLY).exit_code == 0
    old = papers(out)
    (out / ONE / REPORT).write_bytes(b"sua tay")
    monkeypatch.setattr(copies, "MOST", 5)
    leave_out_workbooks(monkeypatch)
    grown = build(folder, out, Options())
    moved = {name for name in papers(out) if name.endswith(REPORT)}
    assert f"benh-vien/00006-00010/{ONE}/{REPORT}" in moved
    assert moved & set(old) == {f"{ONE}/{REPORT}"}
    assert [one.code for one in grown.outcome.problems] == ["kept-stale"]
    assert (out / ONE / REPORT).read_bytes() == b"sua tay"


# The machine


def test_one_of_many_that_is_open_in_word_gets_its_new_version_beside(
    smaller: Path, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    reports(smaller, out)
    before = papers(out)
    lock = out / ONE / "~$o-cao-ket-qua.docx"
    lock.write_bytes(b"")
    drafts = run("build", smaller, "-o", out, *ONLY, "--draft", "--jobs", "2")
    assert drafts.exit_code == 0
    assert f"Đã lập {SOME + UNITS} tệp" in drafts.stdout
    assert f"{out / ONE / REPORT} đang mở ở chương trình khác nên giữ nguyên" in drafts.stderr
    assert papers(out)[f"{ONE}/{REPORT}"] == before[f"{ONE}/{REPORT}"]
    beside = out / ONE / "bao-cao-ket-qua.moi.docx"
    assert "Dự thảo" in lines(beside.read_bytes())
    lock.unlink()
    assert reports(smaller, out).outcome.made
    assert papers(out)[f"{ONE}/{REPORT}"] == before[f"{ONE}/{REPORT}"]


def test_a_file_where_papers_should_go_stays(
    smaller: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "output" / "dot"
    place.parent.mkdir()
    place.write_bytes(b"cua toi")
    monkeypatch.chdir(tmp_path)
    result = run("build", smaller, *ONLY)
    assert result.exit_code == 5
    assert "Không ghi được output/dot: " in result.stderr
    assert result.stderr.endswith("Có 1 lỗi. Chưa ghi tệp nào.\n")
    assert place.read_bytes() == b"cua toi"


def failing(monkeypatch: pytest.MonkeyPatch, call: str, code: int, works: int = 0) -> None:
    """After so many calls that work, the machine refuses all further ones."""
    module = tempfile if call == "mkstemp" else os
    real, done = getattr(module, call), iter(range(works))

    def refused(*given: Any, **options: Any) -> Any:
        if next(done, None) is None:
            raise OSError(code, os.strerror(code))
        return real(*given, **options)

    monkeypatch.setattr(module, call, refused)


@pytest.mark.parametrize("call", ["mkstemp", "replace"])
def test_a_read_only_folder_keeps_what_it_has(
    smaller: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    out = tmp_path / "out"
    reports(smaller, out)
    before = contents(out)
    renamed(smaller)
    with monkeypatch.context() as broken:
        failing(broken, call, errno.EROFS)
        result = run("build", smaller, "-o", out, *ONLY)
    assert result.exit_code == 5
    said = [line for line in result.stderr.splitlines() if line.startswith("lỗi: ")]
    assert said[0].startswith(f"lỗi: {out / MANIFEST}: Không ghi được ")
    assert [line for line in said if "chỉ cho đọc" in line] == said[:1]
    assert papers(out) == papers_of(before)
    assert reports(smaller, out).outcome.made == [f"{ONE}/{REPORT}"]
    assert finished(out)


def papers_of(found: dict[str, bytes]) -> dict[str, bytes]:
    return {name: content for name, content in found.items() if name not in OWN}


@pytest.mark.parametrize(
    ("call", "works"), [("fsync", 0), ("fsync", 9), ("replace", 9), ("fsync", 22)]
)
def test_a_disk_that_is_full_in_mid_run_leaves_whole_papers(
    smaller: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, works: int
) -> None:
    out = tmp_path / "out"
    old_and_new(smaller, tmp_path)
    shutil.copytree(tmp_path / "bản 0", out)
    with monkeypatch.context() as broken:
        failing(broken, call, errno.ENOSPC, works)
        result = run("build", smaller, "-o", out, *ONLY)
    assert result.exit_code == 5
    assert "ổ đĩa đã đầy" in result.stderr
    made = assert_old_or_new(out, tmp_path)
    assert made == said_made(result.stdout)
    assert reports(smaller, out).outcome.problems == []
    assert papers(out) == papers(tmp_path / "bản 1")
    assert finished(out)


def old_and_new(folder: Path, tmp_path: Path) -> None:
    """The papers of the data as they are, then of the data with every name changed."""
    reports(folder, tmp_path / "bản 0")
    path = folder / "round.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("name: Thử", "name: Mới"), encoding="utf-8")
    reports(folder, tmp_path / "bản 1")


def assert_old_or_new(out: Path, tmp_path: Path) -> int:
    """Every paper is whole, of one version or the other; how many are new."""
    old, new = papers(tmp_path / "bản 0"), papers(tmp_path / "bản 1")
    found = {name: content for name, content in papers(out).items() if name != JOURNAL}
    assert set(found) == set(old)
    assert all(content in (old[name], new[name]) for name, content in found.items())
    return sum(content != old[name] for name, content in found.items())


def said_made(text: str) -> int:
    said = re.search(r"Đã lập (\d+) tệp", text)
    return int(said[1]) if said else 0
