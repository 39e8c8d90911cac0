"""Collecting: what came back is read, registered, and made into papers."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

import pytest

from commands import round_with
from generator import register, sources, views
from generator.build import Options, build
from generator.collect import Collected, Moment, collect
from generator.errors import Problem, sentence
from generator.register import Kind
from generator.returns import State, problems_of
from generator.views.election_form import VERSION
from outline import lines
from returned import (
    FIRST_SENT,
    HOSPITAL,
    SCHOOL,
    WARD,
    Data,
    blank,
    filled,
    of_unit,
    saved_at,
    send,
    with_parts,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


SOAK = bool(os.environ.get("VANKIEN_SOAK"))
FEW, MANY = 8, (2_000 if SOAK else 28)
KEPT = 0.06  # MB that a unit may take: its summary, its rows in the roll-up
SLACK = 8  # MB that two runs may differ by
MOMENT = Moment(date(2026, 11, 25), datetime(2026, 11, 25, 9, 0, tzinfo=UTC))
REPORT = "bao-cao-ket-qua.docx"
ROLL_UP, STEERING = "tong-hop-ket-qua-bau-cu.xlsx", "bao-cao-ket-qua-chi-dao.docx"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return round_with(tmp_path / "dot")


def run(folder: Path, moment: Moment = MOMENT) -> Collected:
    return collect(folder, folder.parent / "out", moment, lambda _: None)


def said(problem: Problem) -> str:
    titles = ", ".join(problem.titles)
    return f"{problem.place}: {f'{titles}: ' if titles else ''}{sentence(problem)}"


def state_of(found: Collected, unit: str) -> State:
    return next(one.state for one in found.standings if one.congress == unit)


def one_vote_too_many(data: Data) -> None:
    """More valid ballots than were returned."""
    data["elections"][0]["ballots"][0]["valid"] += 40


def renamed_head(data: Data) -> None:
    data["elections"][0]["counting_head"] = "Lê Văn Khác (SỐ LIỆU THỬ)"


# Who it is from, which version counts


def test_a_file_is_known_by_what_it_says_not_by_its_name(folder: Path) -> None:
    """The files of two units with their names swapped."""
    send(folder, f"{SCHOOL}.xlsx", filled(WARD))
    send(folder, f"gửi lại/{WARD}.xlsx", filled(SCHOOL))
    found = run(folder)
    assert {one.file: one.congress for one in found.received} == {
        f"results/{SCHOOL}.xlsx": WARD,
        f"results/gửi lại/{WARD}.xlsx": SCHOOL,
    }
    assert [state_of(found, unit) for unit in (SCHOOL, WARD)] == [State.DU, State.DU]
    made = set(found.outcome.made)
    assert {f"{SCHOOL}/{REPORT}", f"{WARD}/{REPORT}", ROLL_UP, STEERING} <= made
    minutes = [name for name in made if "bien-ban-kiem-phieu" in name]
    assert f"{WARD}/bien-ban-kiem-phieu-bi-thu.docx" in minutes
    assert not [name for name in made if name.startswith(HOSPITAL)]


@pytest.mark.parametrize("names", [("1.xlsx", "2.xlsx"), ("2.xlsx", "1.xlsx")])
def test_sent_twice_the_newer_counts_and_the_older_is_kept(
    folder: Path, names: tuple[str, str]
) -> None:
    older, newer = filled(WARD), filled(WARD, renamed_head)
    send(folder, names[0], older)
    send(folder, names[1], newer, FIRST_SENT + timedelta(days=2))
    found = run(folder)
    assert [one.file for one in found.received] == [f"results/{names[1]}"]
    first, *others = [said(note) for note in found.notes]
    assert first.startswith(f"results/{names[1]}: Bản này (lưu ")
    assert f"thay bản results/{names[0]}" in first
    assert len(others) == 1
    assert "Trưởng ban kiểm phiếu" in others[0]
    assert "“Lê Văn Thử (SỐ LIỆU THỬ)” nay là “Lê Văn Khác (SỐ LIỆU THỬ)”" in others[0]
    with register.opened(folder) as book:
        counts, before = book.versions(WARD, Kind.BIEU)
        assert book.content(counts) == saved_at(newer, FIRST_SENT + timedelta(days=2))
        assert book.content(before) == saved_at(older, FIRST_SENT)


def test_an_older_version_that_comes_later_does_not_count_and_says_so(folder: Path) -> None:
    send(folder, "mới.xlsx", filled(WARD, renamed_head), FIRST_SENT + timedelta(days=2))
    run(folder)
    send(folder, "cũ.xlsx", filled(WARD))
    found = run(folder)
    assert said(found.notes[0]).startswith("results/cũ.xlsx: Bản này (lưu ")
    assert "cũ hơn bản đang tính là results/mới.xlsx" in said(found.notes[0])
    with register.opened(folder) as book:
        current = book.current(WARD, Kind.BIEU)
        assert current is not None
        assert current.entry.file == "results/mới.xlsx"


def test_the_same_file_again_is_nothing_new(folder: Path) -> None:
    send(folder, "a.xlsx", filled(WARD))
    first = run(folder)
    again = run(folder)
    assert (len(first.outcome.made) > 3, again.outcome.made, again.notes) == (True, [], ())
    assert [one.is_new for one in (*first.received, *again.received)] == [True, False]


def test_a_renamed_file_is_nothing_new_and_a_copy_is_said(folder: Path) -> None:
    path = send(folder, "a.xlsx", filled(WARD))
    run(folder)
    path = path.rename(path.with_name("b.xlsx"))
    found = run(folder)
    assert (found.outcome.made, found.notes) == ([], ())
    with register.opened(folder) as book:
        assert [one.entry.file for one in book.versions(WARD, Kind.BIEU)] == ["results/b.xlsx"]
    path.with_name("c.xlsx").write_bytes(path.read_bytes())
    problems = [said(one) for got in run(folder).received for one in got.problems]
    assert [one for one in problems if "giống hệt results/b.xlsx" in one]


def test_a_file_that_is_gone_stays_registered(folder: Path) -> None:
    path = send(folder, "a.xlsx", filled(WARD))
    made = set(run(folder).outcome.made)
    path.unlink()
    found = run(folder)
    assert state_of(found, WARD) is State.DU
    assert set(found.outcome.unchanged) == made
    assert found.outcome.removed == []


def of_an_older_form(content: bytes) -> bytes:
    return with_parts(content, lambda _name, text: text.replace(f">{VERSION}<", ">0.1<"))


def with_another_shape(content: bytes) -> bytes:
    return with_parts(content, lambda _name, text: text.replace("bands", "bonds"))


def blank_form(_content: bytes) -> bytes:
    return blank(WARD)[1]


@pytest.mark.parametrize(
    ("spoilt", "why"),
    [
        (of_an_older_form, "theo mẫu cũ (0.1)"),
        (with_another_shape, "Trang ẩn “vankien” của biểu đã bị sửa"),
        (blank_form, "chưa ghi kết quả bầu cử nào"),
    ],
)
def test_a_newer_version_that_cannot_be_read_leaves_the_good_one(
    folder: Path, spoilt: Callable[[bytes], bytes], why: str
) -> None:
    send(folder, "tốt.xlsx", filled(WARD))
    run(folder)
    send(folder, "sau.xlsx", spoilt(filled(WARD)), FIRST_SENT + timedelta(days=1))
    for found in (run(folder), run(folder)):  # said as long as it is so
        assert found.outcome.made == found.outcome.removed == []
        assert state_of(found, WARD) is State.DU
        (problem,) = [one for got in found.received for one in got.problems]
        assert why in said(problem)
        (note,) = [said(one) for one in found.notes]
        assert note.startswith("results/sau.xlsx: Bản này (lưu ")
        assert "mới hơn nhưng không đọc được số liệu, nên vẫn tính bản results/tốt" in note


def test_a_worse_version_after_a_good_one_is_said_loudly(folder: Path) -> None:
    send(folder, "a.xlsx", filled(WARD))
    run(folder)
    send(folder, "b.xlsx", filled(WARD, one_vote_too_many), FIRST_SENT + timedelta(days=1))
    found = run(folder)
    assert state_of(found, WARD) is State.NGHI_NGO
    assert "bản cũ không có lỗi mà bản này có lỗi" in said(found.notes[0])
    assert "Dự thảo" in lines((folder.parent / "out" / WARD / REPORT).read_bytes())


def test_of_two_versions_saved_at_one_time_it_is_said_which_counts(folder: Path) -> None:
    send(folder, "a.xlsx", filled(WARD))
    send(folder, "b.xlsx", filled(WARD, renamed_head))
    note = said(run(folder).notes[0])
    assert note.startswith("results/b.xlsx: Bản này và bản results/a.xlsx cùng ghi là lưu lúc ")


def test_what_is_kept_is_checked_anew_when_the_round_changes(folder: Path) -> None:
    """The unit's file is gone; what its round plans for it is another number now."""
    path = send(folder, "a.xlsx", filled(SCHOOL))
    run(folder)
    path.unlink()
    source = folder / "round.yaml"
    text = source.read_text(encoding="utf-8")
    before = "{body: ban-chap-hanh, planned_size: 7, number: 7}"
    assert text.count(before) == 1
    source.write_text(text.replace(before, before.replace("7", "9")), encoding="utf-8")
    run(folder)
    with register.opened(folder) as book:
        current = book.current(SCHOOL, Kind.BIEU)
        assert current is not None
        assert "trong khi dữ liệu của đợt ghi 9" in " ".join(
            map(said, problems_of(current.entry))
        )


def test_forms_that_are_out_stay_of_the_round_when_a_unit_leaves_it(folder: Path) -> None:
    """The title of the round says which units there are: it changes with them."""
    send(folder, "a.xlsx", filled(SCHOOL))
    send(folder, "b.xlsx", filled(WARD))
    run(folder)
    source = folder / "round.yaml"
    text = source.read_text(encoding="utf-8")
    unit = "  - organization: khoa-noi\n"
    assert text.count(unit) == 1
    source.write_text(text.replace(unit, f"{unit}    status: tạm dừng\n"), encoding="utf-8")
    found = run(folder)
    assert state_of(found, SCHOOL) is State.DU
    codes = {one.file: [problem.code for problem in one.problems] for one in found.received}
    assert "return-not-on" in codes["results/b.xlsx"]
    assert codes["results/a.xlsx"] == []


def test_results_before_the_congress_are_said(folder: Path) -> None:
    send(folder, "a.xlsx", filled(WARD))
    early = Moment(date(2026, 11, 1), MOMENT.now)
    (note,) = [said(one) for one in run(folder, early).notes]
    assert "ghi bế mạc 05/11/2026, sau ngày xem xét 01/11/2026" in note


# What is wrong stays with its unit


def test_doubtful_figures_make_drafts_and_stay_out_of_the_totals(folder: Path) -> None:
    send(folder, "a.xlsx", filled(WARD, one_vote_too_many))
    send(folder, "b.xlsx", filled(SCHOOL))
    found = run(folder)
    assert (state_of(found, WARD), state_of(found, SCHOOL)) == (State.NGHI_NGO, State.DU)
    (problem, *_) = [said(one) for one in found.received[0].problems]
    assert problem.startswith("results/a.xlsx, trang “")
    assert ", ô " in problem
    out = folder.parent / "out"
    assert "Dự thảo" in lines((out / WARD / REPORT).read_bytes())
    assert "Dự thảo" not in lines((out / SCHOOL / REPORT).read_bytes())
    minutes = out / WARD / "bien-ban-kiem-phieu-bi-thu.docx"
    assert "Dự thảo" in lines(minutes.read_bytes())
    with register.opened(folder) as book:
        current = book.current(WARD, Kind.BIEU)
        assert current is not None
        assert current.entry.doubtful


def test_a_corrected_file_makes_the_drafts_good(folder: Path) -> None:
    send(folder, "a.xlsx", filled(WARD, one_vote_too_many))
    run(folder)
    send(folder, "a.xlsx", filled(WARD), FIRST_SENT + timedelta(days=1))
    found = run(folder)
    assert state_of(found, WARD) is State.DU
    assert f"{WARD}/{REPORT}" in found.outcome.made
    assert "Dự thảo" not in lines((folder.parent / "out" / WARD / REPORT).read_bytes())


def test_a_bad_file_never_stops_the_others(folder: Path) -> None:
    send(folder, "tốt.xlsx", filled(WARD))
    results = folder / "results"
    (results / "hỏng.xlsx").write_bytes(b"khong phai tep Excel")
    (results / "cũ.xls").write_bytes(b"\xd0\xcf\x11\xe0" + bytes(500))
    (results / "ảnh.pdf").write_bytes(b"%PDF-1.4")
    (results / "Thumbs.db").write_bytes(b"cua Windows")
    (results / "~$tốt.xlsx").write_bytes(b"khoa cua Excel")
    (results / ".~lock.tốt.xlsx#").write_bytes(b"khoa cua LibreOffice")
    send(folder, "lạ.xlsx", of_unit(filled(SCHOOL), SCHOOL, "khong-co"))
    found = run(folder)
    refused = {one.file for one in found.received if one.refused}
    assert refused == {"results/hỏng.xlsx", "results/cũ.xls"}
    words = {one.file: " ".join(said(p) for p in one.problems) for one in found.received}
    assert set(words) == {f"results/{n}" for n in ("tốt.xlsx", "ảnh.pdf", "lạ.xlsx")} | refused
    assert "khong-co" in words["results/lạ.xlsx"]
    assert "không phải .xlsx, .docx" in words["results/ảnh.pdf"]
    assert state_of(found, WARD) is State.DU


def test_a_reader_that_breaks_is_a_problem_of_its_file(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    read_result = sources.read_result

    def breaking(content: bytes, file: str, form: sources.Outline) -> sources.ReadResult:
        if "a.xlsx" in file:
            raise ZeroDivisionError("ô lạ")
        return read_result(content, file, form)

    monkeypatch.setattr(sources, "read_result", breaking)
    send(folder, "a.xlsx", filled(WARD))
    send(folder, "b.xlsx", filled(SCHOOL))
    found = run(folder)
    assert "không đọc được tệp này (ZeroDivisionError: ô lạ)" in said(
        found.received[0].problems[0]
    )
    assert state_of(found, SCHOOL) is State.DU


def closed_before_it_opened(data: Data) -> None:
    data["opened_on"], data["closed_on"] = "05/11/2026", "04/11/2026"


def test_days_out_of_order_make_drafts_that_say_so(folder: Path) -> None:
    send(folder, "a.xlsx", filled(WARD, closed_before_it_opened))
    assert state_of(run(folder), WARD) is State.NGHI_NGO
    printed = "\n".join(lines((folder.parent / "out" / WARD / REPORT).read_bytes()))
    assert "Dự thảo" in printed
    assert "Ngày bế mạc 04/11/2026 trước ngày khai mạc 05/11/2026" in printed


def test_a_paper_that_cannot_be_made_leaves_the_others(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    send(folder, "a.xlsx", filled(WARD))
    send(folder, "b.xlsx", filled(SCHOOL))
    run(folder)
    name = f"{WARD}/bien-ban-kiem-phieu-bi-thu.docx"
    minutes = views.minutes

    def breaking(*args: Any, **kwargs: Any) -> views.MinutesView | None:
        if args[1].congress.organization == WARD and args[2] == "bi-thu":
            raise ZeroDivisionError("số lạ")
        return minutes(*args, **kwargs)

    monkeypatch.setattr(views, "minutes", breaking)
    found = run(folder)
    (problem,) = found.outcome.problems
    assert said(problem).startswith(f"{name}: Không lập được “Biên bản kiểm phiếu” này")
    assert "ZeroDivisionError: số lạ" in said(problem)
    assert found.outcome.removed == []
    assert (folder.parent / "out" / name).is_file()  # the one made before
    assert f"{SCHOOL}/{REPORT}" in found.outcome.unchanged


# What build knows of it


def test_build_after_collect_keeps_what_results_made(folder: Path) -> None:
    send(folder, "a.xlsx", filled(WARD))
    run(folder)
    out = folder.parent / "out"
    filled_report = (out / WARD / REPORT).read_bytes()
    built = build(folder, out, Options())
    assert (built.outcome.removed, f"{WARD}/{REPORT}" in built.outcome.unchanged) == ([], True)
    assert (out / WARD / REPORT).read_bytes() == filled_report
    assert f"{SCHOOL}/{REPORT}" in built.outcome.made  # its skeleton
    assert {ROLL_UP, STEERING} <= set(built.outcome.unchanged)
    assert build(folder, out, Options()).outcome.made == []
    assert run(folder).outcome.made == []


def test_minutes_of_an_election_that_was_not_held_go_away(folder: Path) -> None:
    def without_deputies(data: Data) -> None:
        data["elections"] = [one for one in data["elections"] if one["body"] != "pho-bi-thu"]

    send(folder, "a.xlsx", filled(WARD))
    name = f"{WARD}/bien-ban-kiem-phieu-pho-bi-thu.docx"
    assert name in run(folder).outcome.made
    send(folder, "a.xlsx", filled(WARD, without_deputies), FIRST_SENT + timedelta(days=1))
    assert name in run(folder).outcome.removed


def test_a_paper_that_a_person_changed_stays(folder: Path) -> None:
    send(folder, "a.xlsx", filled(WARD))
    run(folder)
    path = folder.parent / "out" / WARD / REPORT
    path.write_bytes(b"sua tay")
    send(folder, "a.xlsx", filled(WARD, renamed_head), FIRST_SENT + timedelta(days=1))
    found = run(folder)
    assert path.read_bytes() == b"sua tay"
    assert any("bao-cao-ket-qua.moi.docx" in name for name in found.outcome.made)


# A whole country's worth


def with_units(folder: Path, count: int) -> list[str]:
    """Give a copy of the sample round many more units; their ids."""
    units = [f"don-vi-{number:04}" for number in range(count)]
    organizations = [
        f"  - {{id: {one}, kind: chi bộ, unit: khác, name: Thử {one[-4:]}, "
        "superior: benh-vien}"
        for one in units
    ]
    congresses = [
        f"  - {{organization: {one}, tier: chi-bo-truc-thuoc, kind: đại hội đảng viên, "
        "purposes: [rút kinh nghiệm], time: 05/11/2026}"
        for one in units
    ]
    path = folder / "round.yaml"
    text = path.read_text(encoding="utf-8")
    for mark, added in (("congresses:", organizations), ("# Bầu cử:", congresses)):
        assert text.count(f"\n\n{mark}") == 1
        text = text.replace(f"\n\n{mark}", "\n".join(["", *added, "", mark]))
    path.write_text(text, encoding="utf-8")
    return units


def many(folder: Path, count: int) -> None:
    """The sample round with many more units, each with a result."""
    content = filled(WARD)
    for one in with_units(folder, count):
        send(folder, f"{one}.xlsx", of_unit(content, WARD, one))


def memory_for(folder: Path, count: int) -> int:
    """The most memory, in MB, that a run over so many files took."""
    many(folder, count)
    script = (
        "import resource, sys\n"
        "from generator.cli import main\n"
        "try: main(sys.argv[1:])\n"
        "except SystemExit as end: assert not end.code, end.code\n"
        "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)"
    )
    out = folder.parent / "out"
    command = ["collect", str(folder), "-o", str(out), "--as-of", "25/11/2026"]
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", script, *command], capture_output=True, text=True, check=True
    )
    assert f"Đã đọc {count} tệp: {count} đơn vị đủ, 0 nghi ngờ" in done.stdout
    assert len(list(out.rglob(REPORT))) == count
    return int(done.stdout.splitlines()[-1])


@pytest.mark.skipif(sys.platform == "win32", reason="memory is measured as Unix does")
def test_memory_does_not_grow_with_the_files(tmp_path: Path) -> None:
    few = memory_for(round_with(tmp_path / "ít" / "dot"), FEW)
    all_of_them = memory_for(round_with(tmp_path / "nhiều" / "dot"), MANY)
    allowed = SLACK + KEPT * (MANY - FEW)
    print(f"{MANY} workbooks collected: {all_of_them} MB; {FEW}: {few} MB")  # noqa: T201 - the soak shows it
    assert all_of_them - few < allowed, f"{few} MB for {FEW}, {all_of_them} MB for {MANY} files"


def test_the_report_that_a_unit_wrote_in_is_filled_and_its_own_file_stays(folder: Path) -> None:
    out = folder.parent / "out"
    build(folder, out, Options(only=("bao-cao-ket-qua",)))
    skeleton = (out / WARD / REPORT).read_bytes()
    own = with_parts(
        skeleton, lambda _name, text: text.replace(">Nơi nhận:", ">Lời riêng THỬ. Nơi nhận:")
    )
    path = send(folder, "Báo cáo chi bộ.docx", own)
    send(folder, "a.xlsx", filled(WARD))
    sent = path.read_bytes()
    found = run(folder)
    assert {one.congress for one in found.received} == {WARD}
    printed = "\n".join(lines((out / WARD / REPORT).read_bytes()))
    assert "Lời riêng THỬ. " in printed
    assert "trúng cử" in printed.lower()
    assert path.read_bytes() == sent
    assert run(folder).outcome.made == []


def test_a_report_in_the_units_words_is_not_filled_while_figures_disagree(folder: Path) -> None:
    out = folder.parent / "out"
    build(folder, out, Options(only=("bao-cao-ket-qua",)))
    send(folder, "báo cáo.docx", (out / WARD / REPORT).read_bytes())
    send(folder, "a.xlsx", filled(WARD, one_vote_too_many))
    (waiting,) = [one for one in run(folder).outcome.problems if one.code == "filling-waits"]
    assert said(waiting).startswith(
        "results/báo cáo.docx: Số liệu của đơn vị còn chỗ chưa khớp"
    )
    printed = lines((out / WARD / REPORT).read_bytes())
    assert "Dự thảo" in printed
    assert [one for one in printed if "khác số phiếu thu vào" in one]
    send(folder, "a.xlsx", filled(WARD), FIRST_SENT + timedelta(days=1))
    assert [one for one in run(folder).outcome.problems if one.code == "filling-waits"] == []
    assert "Dự thảo" not in lines((out / WARD / REPORT).read_bytes())


def test_a_report_of_another_round_is_not_of_the_unit_of_that_name(folder: Path) -> None:
    out = folder.parent / "out"
    build(folder, out, Options(only=("bao-cao-ket-qua",)))
    skeleton = (out / WARD / REPORT).read_bytes()
    other = with_parts(skeleton, lambda _name, text: text.replace("2025-2030", "2020-2025"))
    send(folder, "cũ.docx", other)
    (received,) = run(folder).received
    assert received.congress == ""
    assert "là của đợt đại hội khác" in said(received.problems[0])


def test_a_copy_beside_a_person_s_file_goes_when_it_is_not_needed(folder: Path) -> None:
    """Open in Word while the draft came, the report keeps no old draft beside it."""
    send(folder, "a.xlsx", filled(WARD))
    run(folder)
    place = folder.parent / "out" / WARD
    lock = place / "~$o-cao-ket-qua.docx"
    lock.touch()
    send(folder, "a.xlsx", filled(WARD, one_vote_too_many), FIRST_SENT + timedelta(days=1))
    run(folder)
    assert (place / "bao-cao-ket-qua.moi.docx").is_file()
    lock.unlink()
    send(folder, "a.xlsx", filled(WARD), FIRST_SENT + timedelta(days=2))
    run(folder)
    assert not (place / "bao-cao-ket-qua.moi.docx").exists()
    assert (place / REPORT).is_file()


def test_papers_of_results_that_are_asked_for_too_early_are_said(folder: Path) -> None:
    options = Options(only=("bien-ban-kiem-phieu",))
    (problem,) = [
        one
        for one in build(folder, folder.parent / "out", options).problems
        if one.code == "no-results"
    ]
    assert "Chưa lập được “Biên bản kiểm phiếu”" in sentence(problem)
    assert "vankien collect" in sentence(problem)
