"""What a round must hold: one function a rule, model in, problems out.

The structural rules come first: where the tree of organisations is broken, the others would
speak of nonsense and are not asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.errors import has_errors
from generator.rules.bodies import (
    bodies_are_drawn_from_others,
    each_body_is_elected_once,
    numbers_fit_the_planned_size,
    points_with_votes_name_their_bodies,
)
from generator.rules.dates import (
    a_team_is_in_one_place,
    congresses_are_in_their_term,
    congresses_avoid_holidays,
    congresses_were_held_as_planned,
    notices_come_before_what_they_announce,
    papers_are_not_due_before_the_plan,
    sessions_are_in_order,
    visits_are_on_working_days,
    visits_come_after_the_papers,
    visits_come_before_the_opening,
    windows_are_not_over,
)
from generator.rules.election import check_result
from generator.rules.legal import (
    documents_are_older_than_the_plan,
    numbers_are_those_of_their_dates,
    numbers_have_their_signs,
)
from generator.rules.paper import (
    attachments_are_remembered,
    plan_has_a_profile,
    profile_is_of_the_date,
    units_have_symbols,
)
from generator.rules.schedule import (
    actual_days_are_of_held_congresses,
    changed_congress_names_its_document,
    congresses_without_days_have_no_limits,
    each_congress_is_in_a_group,
    each_group_once,
    each_unit_once,
    expected_counts_agree,
    orders_name_the_scheduled_units,
    some_congress_is_on,
    suspended_units_make_no_report,
)
from generator.rules.structure import (
    ids_are_unique,
    only_groups_have_members,
    superiors_lead_to_the_head,
    superiors_stand_higher,
    the_head_holds_no_congress_of_its_own_round,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date

    from generator.calendar import WorkingCalendar
    from generator.errors import Problem
    from generator.model import Round

    Rule = Callable[[Round], Iterable[Problem]]
    DateRule = Callable[[Round, WorkingCalendar], Iterable[Problem]]

__all__ = ["DATE_RULES", "RULES", "STRUCTURE", "check", "check_result"]


def check(
    found: Round, calendar: WorkingCalendar, as_of: date | None = None
) -> tuple[Problem, ...]:
    """Every problem of the round, with the path of the value it is about.

    `as_of` is the day on which the data is looked at; without it, the month of the plan.
    """
    structural = tuple(problem for rule in STRUCTURE for problem in rule(found))
    if has_errors(structural):
        return structural
    issued = found.plan.issued_on
    day = as_of or (issued.first if issued else None)
    return (
        *structural,
        *(problem for rule in RULES for problem in rule(found)),
        *(problem for rule in DATE_RULES for problem in rule(found, calendar)),
        *(windows_are_not_over(found, day) if day else ()),
    )


STRUCTURE: tuple[Rule, ...] = (
    ids_are_unique,
    the_head_holds_no_congress_of_its_own_round,
    superiors_lead_to_the_head,
    superiors_stand_higher,
    only_groups_have_members,
)
RULES: tuple[Rule, ...] = (
    each_unit_once,
    each_group_once,
    each_congress_is_in_a_group,
    expected_counts_agree,
    orders_name_the_scheduled_units,
    changed_congress_names_its_document,
    actual_days_are_of_held_congresses,
    suspended_units_make_no_report,
    some_congress_is_on,
    congresses_without_days_have_no_limits,
    each_body_is_elected_once,
    numbers_fit_the_planned_size,
    bodies_are_drawn_from_others,
    points_with_votes_name_their_bodies,
    plan_has_a_profile,
    profile_is_of_the_date,
    units_have_symbols,
    attachments_are_remembered,
    documents_are_older_than_the_plan,
    numbers_are_those_of_their_dates,
    numbers_have_their_signs,
)
DATE_RULES: tuple[DateRule, ...] = (
    sessions_are_in_order,
    visits_come_before_the_opening,
    visits_come_after_the_papers,
    visits_are_on_working_days,
    a_team_is_in_one_place,
    congresses_avoid_holidays,
    congresses_are_in_their_term,
    notices_come_before_what_they_announce,
    papers_are_not_due_before_the_plan,
    congresses_were_held_as_planned,
)
