"""The whole form laid out from its shape: sheets in the order in which they are filled."""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.model.election import Voter
from generator.tables import Form, Sheet, Stamp, Workbook
from generator.views.election_form.appointments import Bench
from generator.views.election_form.body import BodyPage, body_page
from generator.views.election_form.body_checks import BodyChecks
from generator.views.election_form.charts import charts
from generator.views.election_form.checks import check_sheet, sheet_of, states
from generator.views.election_form.cover import cover, put_state
from generator.views.election_form.delegates import attendance
from generator.views.election_form.makeup import makeup
from generator.views.election_form.members import members
from generator.views.election_form.page import NOT_YET, Check, Desk, Page
from generator.views.election_form.people import people
from generator.views.election_form.results import results
from generator.views.election_form.row_checks import RowChecks
from generator.views.election_form.shape import FORM, VERSION, WORKINGS
from generator.views.election_form.voters import voters

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from generator.views.election_form.page import Path, Ref, Value
    from generator.views.election_form.people import People
    from generator.views.election_form.shape import Shape
    from generator.views.election_form.voters import Voters


def laid_out(shape: Shape, round_: str, congress: str, given: Mapping[Path, Value]) -> Form:
    """The form of a shape, with what is known beforehand in place."""
    return stamped(shape, Stamp(FORM, VERSION, round_, congress, shape.text()), given)


def stamped(shape: Shape, stamp: Stamp, given: Mapping[Path, Value]) -> Form:
    """The same with the stamp that it is to carry."""
    desk = Desk(given, [(("congress",), stamp.congress)])
    title = f"Thống kê kết quả bầu cử đại hội {shape.unit} nhiệm kỳ {shape.term}"
    sheets = (*_sheets(shape, desk), stamp.sheet())
    return Form(Workbook(title, sheets), stamp, tuple(desk.fixed), frozenset(desk.weak))


def _sheets(shape: Shape, desk: Desk) -> list[Sheet]:
    workings = Page(WORKINGS, (10.0,) * 60)
    first = cover(shape, desk, workings)
    assemblies = voters(shape, desk, workings, first)
    present = attendance(shape, desk, first, assemblies)
    known = people(shape, desk, workings, first)
    pages = _bodies(shape, desk, known, (assemblies, first.maker))
    everybody = members(shape, pages)
    made_up = makeup(shape, pages, known, everybody, workings)
    drawn = charts(shape, pages, made_up, everybody.page)
    found = [*first.checks, *assemblies.checks, *present.checks, *known.checks]
    for one in pages:
        RowChecks(shape, one, known, everybody).put_row_states()
        found += BodyChecks(shape, one).checks()
    checked = _checked(shape, first.page, found)
    shown = [first.sheet(), assemblies.sheet(), present.sheet(), known.sheet()]
    shown += [one.sheet() for one in pages]
    shown += [checked, results(shape, everybody), made_up.sheet(), *([drawn] if drawn else [])]
    shown += [_hidden(workings), known.sorting.sheet(), everybody.sheet()]
    return [*shown, *(one.counted.sheet() for one in pages)]


def _bodies(
    shape: Shape, desk: Desk, known: People, around: tuple[Voters, Ref]
) -> Sequence[BodyPage]:
    assemblies, maker = around
    return [
        body_page(
            Bench(shape, desk, known.sorting.choices, assemblies.of[Voter(body.voter)], maker),
            number,
        )
        for number, body in enumerate(shape.bodies)
    ]


def _checked(shape: Shape, first: Page, found: list[Check]) -> Sheet:
    page = check_sheet(shape, found)
    missing = sum(check.value == NOT_YET for check in found)
    put_state(first, states(page, len(found)), missing)
    return sheet_of(page)


def _hidden(page: Page) -> Sheet:
    return Sheet(page.name, page.widths, page.rows(), protected=True, hidden=True)
