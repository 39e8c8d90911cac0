"""Our own papers spoilt in one place each: every fault is caught by its check, and only by it.

What is printed of each stands in tests/golden/inspector.mutations.txt, to be read by a person.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mutations import codes, printed
from mutations_table import MUTATIONS
from own_papers import own_papers

from generator.errors.inspection_layout_messages import LAYOUT_MESSAGES
from generator.errors.inspection_text_messages import INSPECTION_TEXT_MESSAGES

if TYPE_CHECKING:
    from mutations import Mutation

    from conftest import Golden


def test_a_fault_is_caught_by_its_check_alone_and_a_near_twin_is_right(golden: Golden) -> None:
    """One test, for the papers are inspected once."""
    untouched = {name: said for name, paper in own_papers().items() if (said := printed(paper))}
    found = {one.name: codes(one.spoilt, one.held) for one in MUTATIONS}
    wanted = {one.name: sorted((one.code, *one.also)) for one in MUTATIONS}
    alarms = {one.name: said for one in MUTATIONS if (said := printed(one.twin, one.held))}

    assert all(one.twin != own_papers()[one.paper] for one in MUTATIONS)
    assert untouched == {}
    assert {name: told for name, told in found.items() if told != wanted[name]} == {}
    assert alarms == {}

    caught = [one for one in MUTATIONS if one.code in found[one.name]]
    head = (
        f"# Faults put into papers of ours: {len(MUTATIONS)}; caught: {len(caught)}.\n"
        f"# False alarms: {len(alarms)} of {len(MUTATIONS)} near twins, "
        f"{len(untouched)} of {len(own_papers())} untouched papers.\n"
        "# A fault, its check, the paper; then every finding as it is printed.\n"
    )
    golden("inspector.mutations.txt", "\n".join((head, *map(_row, MUTATIONS))))


def _row(one: Mutation) -> str:
    title = f"{one.name} [{one.code}] ({one.paper})"
    return "\n".join((title, *printed(one.spoilt, one.held), ""))


def test_every_sentence_is_brought_out_by_a_real_file() -> None:
    told = {code for one in MUTATIONS for code in (one.code, *one.also)}
    assert set(LAYOUT_MESSAGES) | set(INSPECTION_TEXT_MESSAGES) == told


def test_every_name_is_there_once() -> None:
    assert [name for name, n in Counter(one.name for one in MUTATIONS).items() if n > 1] == []
