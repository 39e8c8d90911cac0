"""The sheet and its margins, section by section; a sheet may lie on its side."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.inspection.document.values import Spot
from generator.inspection.finding import Property, Remedy
from generator.inspection.layout.regions import kind_of
from generator.inspection.layout.saying import Rule, nearest, printed, printed_range
from generator.vietnamese import upper_first

if TYPE_CHECKING:
    from collections.abc import Iterator

    from generator.inspection.anatomy import Case
    from generator.inspection.document.values import Section
    from generator.inspection.finding import Finding
    from generator.paper_format import Page, Range

_SIDES = (Property.TOP, Property.BOTTOM, Property.LEFT, Property.RIGHT)
_SHEET_TOLERANCE_MM = 1.0  # printers and programs round a sheet to whole points


def check_paper(case: Case) -> Iterator[Finding]:
    """The size of the sheet."""
    page = case.profile.page
    rule = Rule("layout-paper", page.source)
    for section in case.sections():
        if not (_is(section, (page.width_mm, page.height_mm)) or _is_small(case, section)):
            values = {
                "is": f"{printed(section.width_mm)} × {printed(section.height_mm)}",
                "should": f"{printed(page.width_mm)} × {printed(page.height_mm)}",
                "section": named(case, section),
            }
            yield _at(section, rule.broken(None, values))


def check_margins(case: Case) -> Iterator[Finding]:
    """The four margins; what is lost to the binding counts as margin."""
    page = case.profile.page
    for section in case.sections():
        if _is_small(case, section):
            continue
        measured = _margins(section)
        wanted = _wanted(page, section, measured)
        for side, value, limits in zip(_SIDES, measured, wanted, strict=True):
            if not _fits(value, limits, page.tolerance_mm):
                yield _margin(case, section, side, (value, limits))


def _margin(
    case: Case, section: Section, side: Property, measured: tuple[float, Range]
) -> Finding:
    value, limits = measured
    values = {
        "side": upper_first(side.value),
        "is": printed(value),
        "should": printed_range(limits),
        "section": named(case, section),
    }
    target = nearest(value, limits) - (section.gutter_mm if side is Property.LEFT else 0)
    remedy = Remedy(side, target, section.number)
    return _at(
        section,
        Rule("layout-margin", case.profile.page.source).broken(None, values, "", [remedy]),
    )


def named(case: Case, section: Section) -> str:
    """Which part of the file, for a sentence: the place of a finding never names the first."""
    is_first_of_several = section.number == 1 and len(case.document.sections) > 1
    return f" ở phần {section.number} của tệp" if is_first_of_several else ""


def _at(section: Section, finding: Finding) -> Finding:
    return replace(finding, spot=Spot(section=section.number))


def _margins(section: Section) -> tuple[float, float, float, float]:
    left = section.left_mm + section.gutter_mm
    return section.top_mm, section.bottom_mm, left, section.right_mm


def _wanted(
    page: Page, section: Section, measured: tuple[float, ...]
) -> tuple[Range, Range, Range, Range]:
    """The margins to hold a section to.

    A sheet on its side may keep the numbers of each side, or be the upright sheet turned
    either way.
    """
    top, bottom, left, right = page.top_mm, page.bottom_mm, page.left_mm, page.right_mm
    upright = (top, bottom, left, right)
    if not section.landscape:
        return upright
    turned = ((left, right, bottom, top), (right, left, top, bottom))
    for limits in turned:
        pairs = zip(measured, limits, strict=True)
        if all(_fits(value, one, page.tolerance_mm) for value, one in pairs):
            return limits
    return upright


def _fits(value: float, limits: Range, tolerance: float) -> bool:
    return limits.low - tolerance <= value <= limits.high + tolerance


def _is(section: Section, size: tuple[float, float]) -> bool:
    sides = sorted((section.width_mm, section.height_mm))
    pairs = zip(sides, sorted(size), strict=True)
    return all(abs(one - other) <= _SHEET_TOLERANCE_MM for one, other in pairs)


def _is_small(case: Case, section: Section) -> bool:
    """Whether the sheet is the smaller one, of a kind of paper that may have it."""
    page = case.profile.page
    if page.small_mm is None or not _is(section, page.small_mm):
        return False
    return kind_of(case) in page.small_for
