"""What a congress elects, under which regulation, and the whole of its result, counted."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from generator.elections.counting import tally
from generator.elections.shares import base_of
from generator.model import CongressKind, OrganizationKind, Purpose
from generator.model.election import Voter

if TYPE_CHECKING:
    from collections.abc import Iterable

    from generator.elections.tallies import Tally
    from generator.model import Congress, Organization, Round
    from generator.model.election import Body
    from generator.model.regulation import Regulation, Regulations
    from generator.model.result import CongressResult

COMMITTEE, BOARD, SECRETARY, DEPUTY = "ban-chap-hanh", "ban-thuong-vu", "bi-thu", "pho-bi-thu"
INSPECTION, INSPECTION_CHAIR = "uy-ban-kiem-tra", "chu-nhiem"
INSPECTION_DEPUTY = "pho-chu-nhiem"
DELEGATES, ALTERNATES = "dai-bieu", "dai-bieu-du-khuyet"
_DIRECT = {
    Purpose.BAU_TRUC_TIEP_BI_THU: (SECRETARY,),
    Purpose.BAU_TRUC_TIEP_BTV: (BOARD, SECRETARY, DEPUTY),
}
# a cell elects a committee, its secretary and a deputy (24-QĐ/TW, mục 22); that it has none
# of these is inferred
_NOT_OF_A_CELL = (BOARD, INSPECTION, INSPECTION_CHAIR, INSPECTION_DEPUTY)
CELL_COMMITTEE = "chi ủy"


@dataclass(frozen=True, slots=True)
class Counted:
    """A congress, what its workbook says, and what follows from it; the tallies in order.

    One object feeds minutes, report, checks and roll-up, so that no figure has two sources.
    """

    congress: Congress
    result: CongressResult
    regulation: Regulation
    bodies: tuple[Body, ...]
    tallies: tuple[Tally, ...]

    def tally(self, body: str) -> Tally | None:
        """The tally of a body, None where nothing was said of it."""
        return next((one for one in self.tallies if one.body == body), None)

    def body(self, identifier: str) -> Body:
        """The body with this id."""
        return next(one for one in self.bodies if one.id == identifier)


def regulation_of(regulations: Regulations, found: Round, congress: Congress) -> Regulation:
    """The regulation in force when the congress opens, with what the round itself sets."""
    days = congress.known_time
    issued = found.plan.issued_on
    day = days.opening or days.closing or (issued.first if issued else None) or date.max
    return found.election.applied(regulations.on(day))


def bodies_of(regulation: Regulation, found: Round, congress: Congress) -> tuple[Body, ...]:
    """What the congress and its committees elect, in order, with who elects it there."""
    return bodies_here(regulation.bodies, found, congress)


def bodies_here(bodies: Iterable[Body], found: Round, congress: Congress) -> tuple[Body, ...]:
    """Those of the bodies that a congress elects, each with who elects it there."""
    unit = found.unit(congress)
    planned = [one.body for one in congress.elections]
    direct = {body for purpose in congress.purposes for body in _DIRECT.get(purpose, ())}
    return tuple(
        _here(body, unit, elected_directly=body.id in direct)
        for body in bodies
        if (body.id in planned if planned else _has(unit, body.id))
    )


def _has(unit: Organization, body: str) -> bool:
    if unit.kind is OrganizationKind.CHI_BO:
        return body not in _NOT_OF_A_CELL
    return body != BOARD or unit.acts_by_board


def _here(body: Body, unit: Organization, *, elected_directly: bool) -> Body:
    is_cell = unit.kind is OrganizationKind.CHI_BO
    title = CELL_COMMITTEE if is_cell and body.id == COMMITTEE else body.title
    voter = Voter.DAI_HOI if elected_directly else body.elected_by
    if is_cell and voter is Voter.BAN_CHAP_HANH:
        voter = Voter.DAI_HOI  # a cell votes as a whole, on separate ballots (24-QĐ/TW, mục 22)
    return body.model_copy(update={"title": title, "elected_by": voter})


def counted(
    result: CongressResult, congress: Congress, regulation: Regulation, bodies: tuple[Body, ...]
) -> Counted:
    """The result of a congress with the tally of each election that it holds."""
    of_members = (result.kind or congress.kind) is CongressKind.DANG_VIEN
    tallies = []
    for body in bodies:
        election = result.election(body.id)
        if election is None:
            continue
        assembly = result.assembly(body.elected_by)
        rule = regulation.base_rule(body.elected_by, of_members=of_members)
        tallies.append(tally(election, base_of(assembly, rule) if assembly else 0))
    return Counted(congress, result, regulation, bodies, tuple(tallies))
