"""What tests share: the two rounds, their papers, the golden files."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import pytest

from generator.build import Options, build
from generator.cli.language import choose

ROOT = Path(__file__).parent.parent
GOLDEN = Path(__file__).parent / "golden"
REFERENCE = ROOT / "data" / "tay-ninh-2025-2030"
SAMPLE = ROOT / "data" / "mau"


class Golden(Protocol):
    """Compares a text with the golden file of that name."""

    def __call__(self, name: str, text: str) -> None:
        """Fail, showing the difference, where they differ."""


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="write the golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """The golden files; --update-golden writes them, and a person reads the difference."""

    def compare(name: str, text: str) -> None:
        path = GOLDEN / name
        if request.config.getoption("--update-golden"):
            path.write_text(text, encoding="utf-8")
        assert text == path.read_text(encoding="utf-8")

    return compare


@pytest.fixture(scope="session", params=[REFERENCE, SAMPLE], ids=["tay-ninh", "mau"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of all papers of a shipped round, once for each round."""
    folder: Path = request.param
    target = tmp_path_factory.mktemp("out") / folder.name
    build(folder, target, Options())
    return target


@pytest.fixture(scope="session")
def reference_papers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of all papers of the reference round."""
    target = tmp_path_factory.mktemp("reference")
    build(REFERENCE, target, Options())
    return target


@pytest.fixture(autouse=True)
def _vietnamese() -> None:
    """Messages in Vietnamese, whatever the machine speaks."""
    choose([])
