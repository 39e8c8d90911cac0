"""Delegates and alternates of one list: the formulas seat them as the arithmetic does."""

from __future__ import annotations

import random
from typing import Any

import pytest

from conftest import REFERENCE
from generator import excel
from generator.elections import bodies_of, counted, regulation_of
from generator.model.result import CongressResult
from generator.sources import load_round
from generator.sources.regulation_file import shipped_regulations
from generator.views import election_form
from recalculated import expected_cells, recalculated
from typist import entries_of, typed

ELECTIONS = 4  # one of each number of alternates
LATER = ("bầu tiếp cho đủ số lượng", "bầu lại giữa những người bằng phiếu")
Data = dict[str, Any]


def one_list(dice: random.Random, alternates: int) -> Data:
    """An election of delegates with alternates from the same list, and many equal votes."""
    rounds = dice.choice((1, 2, 3))
    papers = dict.fromkeys(("present", "issued", "returned", "valid"), 20)
    kinds = ("lần đầu", *(dice.choice(LATER) for _ in range(rounds - 1)))
    ballots = [
        {"kind": kind, "number": dice.randint(1, 4), **papers, "invalid": 0} for kind in kinds
    ]
    candidates = [
        {
            "name": f"Nguyễn Văn Thử {n}",
            "votes": [
                dice.choice((8, 11, 12, 13)) if not k or dice.random() < 0.5 else None
                for k in range(rounds)
            ],
            "settled": dice.random() < 0.3,
        }
        for n in range(8)
    ]
    return {
        "body": "dai-bieu",
        "mode": "bầu",
        "planned_size": 6,
        "alternates": alternates,
        "ballots": ballots,
        "candidates": candidates,
    }


def test_delegates_and_alternates_of_one_list() -> None:
    found = load_round(REFERENCE).round
    assert found is not None
    congress = found.reporting[0]
    regulation = regulation_of(shipped_regulations(), found, congress)
    bodies = bodies_of(regulation, found, congress)
    form = election_form(found, congress, regulation)
    blank, dice = excel.render(form.workbook), random.Random(5)  # noqa: S311 - not a secret
    data = {
        str(n): {
            "congress": congress.organization,
            "kind": "đại hội đại biểu",
            "opened_on": "20/02/2025",
            "closed_on": "21/02/2025",
            "assemblies": [{"voter": "đại hội", "convened": 21, "conveners_absent": 1}],
            "elections": [one_list(dice, n % 4)],
        }
        for n in range(ELECTIONS)
    }
    cells = recalculated({n: typed(blank, entries_of(form, one)) for n, one in data.items()})
    for n, one in data.items():
        result = CongressResult.model_validate(one)
        expected = expected_cells(form, counted(result, congress, regulation, bodies))
        assert len(expected) > 20
        assert {at: cells[n].get(at, "") for at in expected} == pytest.approx(expected)
