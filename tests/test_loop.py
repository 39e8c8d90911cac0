"""The whole loop on both rounds: papers out, filled by typing, collected, reports and roll-up.

Every figure that is looked for here comes from what was typed, not from the program.
"""

from __future__ import annotations

import zipfile
from typing import TYPE_CHECKING

import pytest
from python_calamine import CalamineWorkbook

from commands import contents, run
from conftest import REFERENCE, SAMPLE
from generator import sources
from loop import dated, invented, loop
from outline import outline
from plausible import MARK

if TYPE_CHECKING:
    from pathlib import Path

    from generator.model import Round


class Looped:
    """A round that went through the loop: its folder, its papers, how many congresses."""

    def __init__(self, folder: Path, work: Path) -> None:
        self.codes = loop(folder, work)
        self.data, self.papers = work / "dot", work / "van-kien"
        found = sources.load_round(self.data).round
        assert found is not None
        self.round: Round = found
        self.units = [one.organization for one in dated(found)]

    def text(self, name: str) -> str:
        """A Word paper as text, with ordinary spaces."""
        return outline((self.papers / name).read_bytes()).replace("°", " ")

    def rows(self, name: str, sheet: str) -> list[list[object]]:
        """The filled cells of a sheet, row by row, for a reader who does not calculate."""
        book = CalamineWorkbook.from_path(str(self.papers / name))
        found = book.get_sheet_by_name(sheet).to_python()
        return [[cell for cell in row if cell != ""] for row in found]


@pytest.fixture(scope="module", params=[REFERENCE, SAMPLE], ids=["tay-ninh", "mau"])
def looped(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Looped:
    """Both rounds, each once through the loop."""
    return Looped(request.param, tmp_path_factory.mktemp("loop") / "work")


def test_nothing_is_wrong_with_right_results(looped: Looped) -> None:
    assert looped.codes == (0, 0)
    assert len(looped.units) == {"tay-ninh": 5, "binh-minh": 3}[looped.round.organization]


def test_each_unit_has_its_report_with_its_votes(looped: Looped) -> None:
    for unit in looped.units:
        report = looped.text(f"{unit}/bao-cao-ket-qua.docx")
        assert "so với số" in report  # every share names its base
        assert "Trúng cử" in report
        assert "Dự thảo" not in report


def test_a_second_ballot_a_tie_and_an_appointment_are_told(looped: Looped) -> None:
    first, second = (looped.text(f"{one}/bao-cao-ket-qua.docx") for one in looped.units[:2])
    assert "lần thứ hai" in first.lower() or "lần 2" in first.lower()
    assert "bằng phiếu" in second
    assert "Trịnh Văn Chỉ Định" in second


def test_the_units_own_words_stay_and_reach_the_steering_group(looped: Looped) -> None:
    name = looped.round.named(looped.units[1]).full_name
    words = f"{MARK}: lời của {name}."
    flat = looped.text(f"{looped.units[1]}/bao-cao-ket-qua.docx")
    assert words in flat
    steering = looped.text("bao-cao-ket-qua-chi-dao.docx")
    assert words in steering


def test_minutes_of_every_election(looped: Looped) -> None:
    for unit in looped.units:
        made = sorted((looped.papers / unit).glob("bien-ban-kiem-phieu-*.docx"))
        assert len(made) >= 5
        text = outline(made[0].read_bytes())
        assert "BIÊN BẢN KIỂM PHIẾU" in text
        assert "T/M BAN KIỂM PHIẾU" in text


def test_a_second_collection_changes_nothing(looped: Looped) -> None:
    before = contents(looped.papers)
    done = run("collect", looped.data, "--output", looped.papers, "--as-of", "22/11/2026")
    assert done.exit_code == 0, done.output
    after = contents(looped.papers)
    of_words = {name for name in before if name.endswith(".docx") and "/" in name}
    assert {name for name in of_words if before[name] != after[name]} == set()


def test_building_again_keeps_the_filled_reports(looped: Looped) -> None:
    name = f"{looped.units[0]}/bao-cao-ket-qua.docx"
    before = looped.text(name)
    done = run("build", looped.data, "--output", looped.papers)
    assert done.exit_code == 0, done.output
    assert looped.text(name) == before


def test_the_originals_of_the_units_are_untouched(looped: Looped) -> None:
    for path in (looped.data / "results").iterdir():
        with zipfile.ZipFile(path) as archive:
            assert archive.testzip() is None
    assert len(list((looped.data / "results").iterdir())) == 2 * len(looped.units) - 1


def test_the_roll_up_adds_up_what_was_typed(looped: Looped) -> None:
    whole = [one for one in looped.round.reporting if one.organization in looped.units]
    committees = [
        election
        for congress in whole
        for election in invented(looped.round, congress)["elections"]
        if election["body"] == "ban-chap-hanh"
    ]
    seats = sum(one["ballots"][0]["number"] for one in committees)
    listed = sum(len(one["candidates"]) for one in committees)
    rows = looped.rows("tong-hop-ket-qua-bau-cu.xlsx", "Số lượng")
    total = rows[rows.index(["Ban chấp hành"]) + 1]
    assert total[0] == "Cộng"
    assert total[1] == len(committees)
    assert total[3:6] == [seats, listed, listed - seats]
