"""What tests share: the two rounds, their papers, the golden files."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn, Protocol

import pytest

from generator import excel, inspector
from generator.build import Options, build
from generator.cli.language import choose
from generator.inspection import inspecting

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Mapping

    from generator.tables import Form, Workbook

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


@pytest.fixture(scope="session", autouse=True)
def _a_form_is_made_once() -> Iterator[None]:
    """The same form of the same congress is laid out and written once for all tests."""
    package = sys.modules["generator.views.election_form"]  # a function has the same name
    forms: dict[Hashable, Form] = {}
    written: dict[int, tuple[Workbook, bytes]] = {}
    lay_out, write = package.laid_out, excel.render

    def laid_out(shape: Any, mark: str, congress: str, given: Mapping[Any, Any]) -> Form:
        key = (shape.text(), mark, congress, tuple(given.items()))
        if key not in forms:
            forms[key] = lay_out(shape, mark, congress, given)
        return forms[key]

    def render(workbook: Workbook) -> bytes:
        if id(workbook) not in written:
            written[id(workbook)] = (workbook, write(workbook))
        return written[id(workbook)][1]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(package, "laid_out", laid_out)
        patch.setattr(excel, "render", render)
        yield


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


def _raised(_of: object, error: Exception) -> NoReturn:
    raise error


@pytest.fixture(autouse=True)
def loudly() -> Iterator[pytest.MonkeyPatch]:
    """What breaks within an inspection breaks the test; after `undo` it is only told."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(inspecting, "failure", _raised)
        patch.setattr(inspector, "unreadable", _raised)
        patch.setattr(inspector, "uncopied", _raised)
        yield patch


@pytest.fixture(autouse=True)
def _vietnamese() -> None:
    """Messages in Vietnamese, whatever the machine speaks."""
    choose([])
