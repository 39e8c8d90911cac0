"""What a paper looks like, checked against its profile: sheet, letters, components, signs.

Every value comes from `paper_format`, every component from the anatomy of the document; what
is not surely recognised is not judged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from generator.inspection.layout.appendices import check_cited, check_mentions, check_order
from generator.inspection.layout.basis import check_basis_end, check_basis_opening
from generator.inspection.layout.body import (
    check_gap,
    check_indent,
    check_justified,
    check_pitch,
)
from generator.inspection.layout.dating import check_date, check_date_line
from generator.inspection.layout.ending import check_end
from generator.inspection.layout.heading import (
    check_heading_text,
    check_motto,
    check_required,
    check_star,
)
from generator.inspection.layout.ladder import check_ladder
from generator.inspection.layout.leftovers import (
    check_broken_references,
    check_changes,
    check_tags,
)
from generator.inspection.layout.letters import check_colour, check_font, check_sizes
from generator.inspection.layout.looks import check_capitals, check_middle, check_weight
from generator.inspection.layout.number import check_number, check_symbol
from generator.inspection.layout.page import check_margins, check_paper
from generator.inspection.layout.paging import (
    check_first,
    check_format,
    check_look,
    check_missing,
    check_place,
    check_restart,
)
from generator.inspection.layout.recipients import check_filing, check_lines, check_word
from generator.inspection.layout.signing import check_names, check_prefix, check_titles
from generator.inspection.layout.strokes import check_strokes, check_subject_mark
from generator.inspection.layout.subject import (
    check_addressees,
    check_letter_subject,
    check_subject_letter,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from generator.inspection.anatomy import Case
    from generator.inspection.finding import Finding

__all__ = ["LAYOUT_CHECKS"]

LAYOUT_CHECKS: tuple[Callable[[Case], Iterator[Finding]], ...] = (
    check_paper,
    check_margins,
    check_font,
    check_colour,
    check_sizes,
    check_weight,
    check_capitals,
    check_middle,
    check_required,
    check_heading_text,
    check_motto,
    check_strokes,
    check_star,
    check_number,
    check_symbol,
    check_date_line,
    check_date,
    check_subject_letter,
    check_subject_mark,
    check_letter_subject,
    check_addressees,
    check_basis_opening,
    check_basis_end,
    check_justified,
    check_indent,
    check_gap,
    check_pitch,
    check_ladder,
    check_end,
    check_prefix,
    check_titles,
    check_names,
    check_word,
    check_lines,
    check_filing,
    check_missing,
    check_first,
    check_place,
    check_look,
    check_format,
    check_restart,
    check_order,
    check_mentions,
    check_cited,
    check_changes,
    check_broken_references,
    check_tags,
)
