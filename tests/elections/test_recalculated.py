"""Random results typed into workbooks: formulas, recalculated by LibreOffice, against Python.

`make test` takes a few; VANKIEN_SOAK=1 takes the full count. What was compared is printed.
"""

from __future__ import annotations

import os
import random
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import pytest

from conftest import REFERENCE, SAMPLE
from generator import excel, sources, views
from generator.elections import Counted, bodies_of, counted, regulation_of
from generator.errors import Severity
from generator.model import CongressKind, Purpose
from generator.rules import check_result
from recalculated import Cells, expected_cells, recalculated
from results import Data, Frame, modelled, random_result
from typist import entries_of, typed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from generator.model import Congress, Round
    from generator.model.election import Body
    from generator.model.regulation import Regulation
    from generator.tables import Form

COUNT = 306 if os.environ.get("VANKIEN_SOAK") else 4  # LibreOffice takes 4-5 s for each
BATCH = 6
ROWS = 16  # of a table: random lists are short, and small workbooks are recalculated sooner
CHECKS, WRONG = "Kiểm tra", "SAI:"
STATES = "D"  # the column of the check sheet that says whether a comparison holds


@dataclass(frozen=True, slots=True)
class Setting:
    """A congress with its blank workbook."""

    found: Round
    congress: Congress
    regulation: Regulation
    bodies: tuple[Body, ...]
    form: Form
    blank: bytes


def setting(folder: Path, number: int, *, direct: bool = False) -> Setting:
    """A congress of a shipped round, with short tables; perhaps everything elected by it."""
    loaded = cast("Round", sources.load_round(folder).round)
    regulations = sources.shipped_regulations()
    short = tuple(one.model_copy(update={"rows": ROWS}) for one in regulations.bodies)
    settings = loaded.election.model_copy(update={"bodies": short})
    found = loaded.model_copy(update={"election": settings})
    congress = found.congresses[number]
    if direct:
        congress = congress.model_copy(update={"purposes": (Purpose.BAU_TRUC_TIEP_BTV,)})
    regulation = regulation_of(regulations, found, congress)
    form = views.election_form(found, congress, regulation)
    bodies = bodies_of(regulation, found, congress)
    return Setting(found, congress, regulation, bodies, form, excel.render(form.workbook))


@dataclass(frozen=True, slots=True)
class Case:
    """A filled workbook and what Python says of it."""

    setting: Setting
    data: Data
    counted: Counted

    @property
    def workbook(self) -> bytes:
        return typed(self.setting.blank, entries_of(self.setting.form, self.data))

    @property
    def is_wrong(self) -> bool:
        """Whether a rule finds an error."""
        told = check_result(self.counted, self.setting.found)
        return any(one.severity is Severity.ERROR for one in told)

    @property
    def names_are_clear(self) -> bool:
        """Whether nobody is on a list twice: then it is not known who has which votes."""
        lists = [one.candidates for one in self.counted.result.elections]
        return all(len({one.name for one in names}) == len(names) for names in lists)


def case(place: Setting, seed: int) -> Case:
    """A random result; every third one with a mistake typed into it."""
    dice = random.Random(seed)  # noqa: S311 - no secret
    of_members = (place.congress.kind or CongressKind.DAI_BIEU) is CongressKind.DANG_VIEN
    bands = len(place.regulation.age_bands) + 1
    sized = frozenset(one.body for one in place.congress.elections)
    frame = Frame(place.bodies, of_members=of_members, bands=bands, sized=sized)
    data = random_result(dice, frame)
    if seed % 3 == 2:
        dice.choice(MISTAKES)(dice, data)
    result = modelled(data, place.congress.organization)
    return Case(place, data, counted(result, place.congress, place.regulation, place.bodies))


def voted(dice: random.Random, data: Data) -> Data:
    """One of the elections that were held."""
    found: Data = dice.choice([one for one in data["elections"] if one.get("ballots")])
    return found


def more_returned(dice: random.Random, data: Data) -> None:
    ballot = dice.choice(voted(dice, data)["ballots"])
    ballot["returned"] = ballot["issued"] + dice.randint(1, 3)


def not_summed(dice: random.Random, data: Data) -> None:
    ballot = dice.choice(voted(dice, data)["ballots"])
    ballot["valid"] += dice.randint(1, 3)


def more_votes(dice: random.Random, data: Data) -> None:
    election = voted(dice, data)
    candidate = dice.choice(election["candidates"])
    candidate["votes"][0] = election["ballots"][0]["valid"] + dice.randint(1, 3)


def twice_on_a_list(dice: random.Random, data: Data) -> None:
    lists = [
        one["candidates"] for one in data["elections"] if len(one.get("candidates", ())) > 1
    ]
    if lists:
        names = dice.choice(lists)
        names[0]["name"] = names[-1]["name"]


def no_votes(dice: random.Random, data: Data) -> None:
    candidate = dice.choice(voted(dice, data)["candidates"])
    candidate["votes"] = [None] * len(candidate["votes"])


def more_women(dice: random.Random, data: Data) -> None:
    data["delegates"]["women"] += dice.randint(200, 300)


MISTAKES: tuple[Callable[[random.Random, Data], None], ...] = (
    *(more_returned, not_summed, more_votes, twice_on_a_list, no_votes, more_women),
)


def differences(one: Case, cells: Cells) -> Iterator[tuple[Any, Any, Any]]:
    """Each result cell that does not hold what Python says, with both values."""
    for place, wanted in expected_cells(one.setting.form, one.counted).items():
        shown = cells.get(place, "")
        number = isinstance(wanted, float) and isinstance(shown, int | float)
        if shown != (pytest.approx(wanted, abs=1e-9) if number else wanted):
            yield place, wanted, shown


def wrong_words(cells: Cells) -> list[str]:
    """What the check sheet says is wrong."""
    states = [
        value for (sheet, at), value in cells.items() if sheet == CHECKS and at[0] == STATES
    ]
    return [str(value) for value in states if str(value).startswith(WRONG)]


def test_workbooks_recalculated_agree_with_python() -> None:
    places = [setting(REFERENCE, 0), setting(SAMPLE, 0), setting(REFERENCE, 1, direct=True)]
    cases = [case(places[seed % len(places)], seed) for seed in range(COUNT)]
    compared = wrong = 0
    for first in range(0, COUNT, BATCH):
        batch = list(enumerate(cases))[first : first + BATCH]
        recalculation = recalculated({str(n): one.workbook for n, one in batch})
        for n, one in batch:
            cells = recalculation[str(n)]
            if one.names_are_clear:
                assert list(differences(one, cells)) == [], f"seed {n}"
                compared += len(expected_cells(one.setting.form, one.counted))
            told = wrong_words(cells)
            assert bool(told) == one.is_wrong, (f"seed {n}", told)
            wrong += bool(told)
    print(  # noqa: T201 - the soak shows how many it were
        f"{len(cases)} workbooks recalculated by LibreOffice, {compared} result cells "
        f"agree with Python, {wrong} workbooks told their mistake"
    )
    assert len(cases) == COUNT
    assert 0 < wrong < COUNT
