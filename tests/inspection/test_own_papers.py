"""What we make ourselves gives no finding, not even a reminder."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from conftest import REFERENCE, SAMPLE
from generator.build import Options, build
from generator.paper_format import ProfileCode
from inspected import codes, of_file
from loop import loop

if TYPE_CHECKING:
    from pathlib import Path

    from generator.inspection.inspecting import Inspection

ROUNDS = pytest.mark.parametrize("folder", [REFERENCE, SAMPLE], ids=["tay-ninh", "mau"])


def told(found: Inspection) -> list[tuple[str, str]]:
    return [(one.code, str(one.spot)) for one in found.findings]


def test_papers_and_skeletons_have_no_finding(built: Path) -> None:
    papers = sorted(built.rglob("*.docx"))

    assert len(papers) >= 5
    assert {path.name: told(of_file(path)) for path in papers if codes(of_file(path))} == {}


@ROUNDS
def test_drafts_have_no_finding(folder: Path, tmp_path: Path) -> None:
    build(folder, tmp_path, Options(draft=True))
    papers = sorted(tmp_path.rglob("*.docx"))

    assert len(papers) >= 5
    assert {path.name: told(of_file(path)) for path in papers if codes(of_file(path))} == {}


@pytest.fixture(scope="module", params=[REFERENCE, SAMPLE], ids=["tay-ninh", "mau"])
def filled(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The papers of a round after its units have sent their results."""
    work = tmp_path_factory.mktemp("vong") / "work"
    assert loop(request.param, work) == (0, 0)
    return work / "van-kien"


def test_filled_reports_minutes_and_the_steering_report_have_no_finding(filled: Path) -> None:
    papers = sorted(filled.rglob("*.docx"))

    names = {one.name for one in papers}
    assert {"bao-cao-ket-qua-chi-dao.docx", "bao-cao-ket-qua.docx"} < names
    assert len([one for one in papers if one.name.startswith("bien-ban-kiem-phieu")]) >= 15
    assert {path.name: told(of_file(path)) for path in papers if codes(of_file(path))} == {}


def test_a_paper_shows_which_profile_it_follows(built: Path, reference_papers: Path) -> None:
    reference = of_file(reference_papers / "ke-hoach.docx")

    assert reference.profile.code is ProfileCode.PARTY_HD36
    assert reference.is_sure
    assert "11/2024" in reference.why
    for path in built.rglob("*.docx"):
        assert of_file(path).profile.code is not ProfileCode.STATE_ND30


def test_every_component_of_a_paper_is_found(built: Path) -> None:
    for path in built.rglob("*.docx"):
        assert of_file(path).not_found == (), path
