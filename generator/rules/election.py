"""What the result of a congress must hold: one function a rule, counted in, problems out.

A breach of what was read in an official text, or in two sources that agree, is an error; of
one source or of what follows from practice a warning; what is only remembered finds nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.rules.election_ballots import (
    ballots_are_there,
    disagreement_is_of_lists_without_surplus,
    every_name_has_votes,
    invalid_papers_have_a_reason,
    papers_add_up,
    papers_go_to_people,
    present_people_are_in_the_base,
    seats_are_filled,
    votes_are_of_valid_papers,
    votes_fit_on_the_papers,
)
from generator.rules.election_bodies import (
    appointments_have_a_decision,
    bodies_are_known_once,
    bodies_fit_their_size,
    members_come_from_the_body_they_are_drawn_from,
    modes_are_as_told,
    numbers_are_as_planned,
    posts_exclude_each_other,
    tables_are_there,
    there_is_one_of_a_post,
)
from generator.rules.election_delegates import (
    attendance_is_of_those_convened,
    bands_are_those_of_the_round,
    parts_are_the_whole,
    parts_are_within_the_whole,
)
from generator.rules.election_people import (
    counters_are_not_on_the_list,
    lists_are_in_order,
    lives_are_in_order,
    minutes_have_their_people,
    names_are_of_people,
    names_are_once_on_a_list,
    nobody_joins_two_ways,
    people_are_named_once,
    people_are_on_some_list,
)
from generator.rules.election_rounds import (
    common_lists_fill_their_alternates,
    later_rounds_are_for_the_seats_left,
    lists_are_long_enough,
    no_more_are_elected_than_seats,
    nobody_is_elected_twice,
    rounds_are_of_their_kind,
    settled_names_were_tied,
    surplus_is_within_its_limit,
    ties_are_settled,
    ties_are_voted_on_again_as_they_were,
)
from generator.rules.election_voters import (
    a_committee_meets_as_it_was_made,
    bases_can_be_counted,
    cells_elect_as_cells_do,
    cells_vote_thrice_for_a_secretary,
    convened_members_are_members,
    days_are_as_planned,
    days_are_in_order,
    deductions_are_of_the_kind,
    the_kind_is_of_the_size,
    the_kind_of_congress_is_known,
    voters_are_told,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from generator.elections import Counted
    from generator.errors import Problem
    from generator.model import Round

    ElectionRule = Callable[[Counted, Round], Iterable[Problem]]


def check_result(counted: Counted, found: Round) -> tuple[Problem, ...]:
    """Every problem of a congress's result; the paths lead into its CongressResult."""
    return tuple(problem for rule in ELECTION_RULES for problem in rule(counted, found))


ELECTION_RULES: tuple[ElectionRule, ...] = (
    days_are_in_order,
    days_are_as_planned,
    the_kind_of_congress_is_known,
    the_kind_is_of_the_size,
    voters_are_told,
    bases_can_be_counted,
    deductions_are_of_the_kind,
    convened_members_are_members,
    a_committee_meets_as_it_was_made,
    cells_elect_as_cells_do,
    cells_vote_thrice_for_a_secretary,
    attendance_is_of_those_convened,
    parts_are_the_whole,
    parts_are_within_the_whole,
    bands_are_those_of_the_round,
    people_are_named_once,
    people_are_on_some_list,
    lives_are_in_order,
    bodies_are_known_once,
    tables_are_there,
    modes_are_as_told,
    ballots_are_there,
    papers_add_up,
    papers_go_to_people,
    present_people_are_in_the_base,
    votes_are_of_valid_papers,
    votes_fit_on_the_papers,
    disagreement_is_of_lists_without_surplus,
    every_name_has_votes,
    invalid_papers_have_a_reason,
    rounds_are_of_their_kind,
    lists_are_long_enough,
    surplus_is_within_its_limit,
    later_rounds_are_for_the_seats_left,
    nobody_is_elected_twice,
    no_more_are_elected_than_seats,
    ties_are_voted_on_again_as_they_were,
    ties_are_settled,
    settled_names_were_tied,
    seats_are_filled,
    common_lists_fill_their_alternates,
    names_are_once_on_a_list,
    names_are_of_people,
    nobody_joins_two_ways,
    lists_are_in_order,
    counters_are_not_on_the_list,
    minutes_have_their_people,
    appointments_have_a_decision,
    bodies_fit_their_size,
    numbers_are_as_planned,
    members_come_from_the_body_they_are_drawn_from,
    posts_exclude_each_other,
    there_is_one_of_a_post,
)
