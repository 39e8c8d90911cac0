"""Page numbers: hidden on the first page, there on the others, above, in the middle."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from generator.errors import Severity
from generator.inspection.document.values import Align, Piece, Spot, paragraphs_of
from generator.inspection.finding import Property, Remedy
from generator.inspection.layout.page import named
from generator.inspection.layout.regions import is_apart, main_text
from generator.inspection.layout.saying import Rule, printed, printed_range

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from generator.inspection.anatomy import Case
    from generator.inspection.document.values import Furniture, Paragraph, Run, Section
    from generator.inspection.finding import Finding
    from generator.paper_format import Profile

_PT_PER_MM = 72 / 25.4
_NARROWEST = 0.4  # of its size: how wide a letter is on the average, at least
_PITCH = 1.149  # of the size of letters: single spacing
_TOLERANCE_PT = 0.05


def check_missing(case: Case) -> Iterator[Finding]:
    """A document of several pages without page numbers, or a long section without."""
    sections = case.document.sections
    rule = Rule("layout-page-number-missing", case.profile.page_number.source)
    without = [one for one in sections if not _has_numbers(case, one)]
    if len(without) == len(sections) > 0 and _is_long(case):
        remedies = [Remedy(Property.PAGE_NUMBER, section=one.number) for one in sections]
        yield rule.broken(None, {"section": ""}, "page_number", remedies)
        return
    if len(without) == len(sections):
        return
    for section in without:
        if _fills_pages(case.profile, [section]):
            remedy = Remedy(Property.PAGE_NUMBER, section=section.number)
            values = {"section": f" ở phần {section.number} của tệp"}
            yield _at(section, rule.broken(None, values, "page_number", [remedy]))


def _at(section: Section, finding: Finding) -> Finding:
    return replace(finding, spot=Spot(section=section.number))


def _has_numbers(case: Case, section: Section) -> bool:
    """Whether the pages after the first have a number, the even ones too."""
    kinds = ("default", "even") if case.document.even_and_odd else ("default",)
    numbered = {one.pages for one in section.furniture if one.page_fields}
    return all(kind in numbered for kind in kinds)


def _is_long(case: Case) -> bool:
    """Whether something surely has a second page; an appendix may be one page by itself."""
    sections = case.document.sections
    apart = {one.section for one in case.anatomy.attachments}
    new_page = any(
        one.kind not in ("continuous", "nextColumn") and one.number not in apart
        for one in sections[1:]
    )
    broken = any(one.starts_page and one.plain for one in [*main_text(case)][1:])
    return new_page or broken or any(_fills_pages(case.profile, [one]) for one in sections)


def _fills_pages(profile: Profile, sections: list[Section] | tuple[Section, ...]) -> bool:
    """Whether sections have more text than one page can hold."""
    texts = (len(one.plain) for section in sections for one in paragraphs_of(section.blocks))
    return sum(texts) > _most_on_a_page(profile)


def _most_on_a_page(profile: Profile) -> float:
    """How many characters a page can hold, taken from the smallest text there may be."""
    page, size = profile.page, profile.components["body"].size_pt.low
    height = page.height_mm - page.top_mm.low - page.bottom_mm.low
    width = page.width_mm - page.left_mm.low - page.right_mm.low
    pitch = profile.body.line_pt.low if profile.body.line_pt else size * _PITCH
    return height * _PT_PER_MM / pitch * width * _PT_PER_MM / (size * _NARROWEST)


def check_first(case: Case) -> Iterator[Finding]:
    """No number on the first page of the document."""
    section = next(case.sections(), None)
    if section is None or section.starts_at not in (None, 0, 1):
        return
    kind = "first" if section.title_page else "default"
    shown = [one for one in section.furniture if one.pages == kind and one.page_fields]
    for furniture in shown[:1]:
        paragraph, _ = furniture.page_fields[0]
        rule = Rule("layout-page-number-first", case.profile.page_number.source)
        remedy = Remedy(Property.PAGE_NUMBER, section=section.number)
        yield rule.broken(Piece(paragraph), {}, "page_number", [remedy])


def check_place(case: Case) -> Iterator[Finding]:
    """Above the text, in the middle."""
    yield from _once(_placed(case))


def _placed(case: Case) -> Iterator[Finding]:
    rules = case.profile.page_number
    for section, furniture, paragraph, _ in _fields(case):
        remedy = Remedy(Property.PAGE_NUMBER, section=section.number)
        if furniture.place == "footer":
            rule = Rule("layout-page-number-below", rules.top_source)
            yield rule.broken(Piece(paragraph), {}, "page_number", [remedy])
        if not _is_middle(paragraph):
            rule = Rule("layout-page-number-middle", rules.source)
            yield rule.broken(Piece(paragraph), {}, "page_number", [remedy])


def _fields(case: Case) -> Iterator[tuple[Section, Furniture, Paragraph, Run]]:
    """Each page number once, with the first section that has it."""
    seen = set()
    for section in case.sections():
        for furniture in section.furniture:
            for paragraph, run in furniture.page_fields:
                if paragraph.key not in seen:
                    seen.add(paragraph.key)
                    yield section, furniture, paragraph, run


def _is_middle(paragraph: Paragraph) -> bool:
    """Whether it is in the middle; what stands in a frame or after a tab may well be."""
    apart = paragraph.in_box or paragraph.spot.table or "\t" in paragraph.text
    return paragraph.align is Align.CENTER or bool(apart)


def check_look(case: Case) -> Iterator[Finding]:
    """Its size, upright."""
    yield from _once(_looked(case))


def _looked(case: Case) -> Iterator[Finding]:
    rules = case.profile.page_number
    for _, _, paragraph, run in _fields(case):
        size = run.look.size_pt
        low, high = rules.size_pt.low - _TOLERANCE_PT, rules.size_pt.high + _TOLERANCE_PT
        piece = Piece(paragraph)
        if not low <= size <= high:
            values = {"is": printed(size), "should": printed_range(rules.size_pt)}
            remedy = Remedy(Property.SIZE, rules.size_pt.preferred, piece=piece)
            rule = Rule("layout-page-number-size", rules.source)
            yield rule.broken(piece, values, "page_number", [remedy])
        if run.look.bold or run.look.italic:
            rule = Rule("layout-page-number-look", rules.source, Severity.WARNING)
            yield rule.broken(piece, {}, "page_number")


def _once(found: Iterable[Finding]) -> Iterator[Finding]:
    """One of what is wrong alike in several headers, with the remedies of all."""
    alike: dict[tuple[str, str], list[Finding]] = {}
    for one in found:
        alike.setdefault((one.code, one.values.get("is", "")), []).append(one)
    for first, *others in alike.values():
        more = (remedy for one in others for remedy in one.remedies)
        yield replace(first, remedies=(*first.remedies, *more))


def check_format(case: Case) -> Iterator[Finding]:
    """Arabic numerals, and how far from the edge of the sheet."""
    rules = case.profile.page_number
    for section in case.sections():
        if not _has_numbers(case, section):
            continue
        if section.number_format != rules.number_format:
            rule = Rule("layout-page-number-format", rules.source)
            values = {"section": named(case, section)}
            yield _at(section, rule.broken(None, values, "page_number"))
        yield from _distance(case, section)


def _distance(case: Case, section: Section) -> Iterator[Finding]:
    rules = case.profile.page_number
    rule = Rule("layout-page-number-distance", rules.position_source)
    above = any(one.place == "header" and one.page_fields for one in section.furniture)
    away = abs(section.header_mm - rules.from_top_mm)
    if rule.judges and above and away > case.profile.page.tolerance_mm:
        values = {
            "is": printed(section.header_mm),
            "should": printed(rules.from_top_mm),
            "section": named(case, section),
        }
        yield _at(section, rule.broken(None, values, "page_number"))


def check_restart(case: Case) -> Iterator[Finding]:
    """Each appendix counts its own pages, where pages are counted at all."""
    starts = {section.number: section.starts_at for section in case.sections()}
    if not any(_has_numbers(case, section) for section in case.sections()):
        return
    alone, first = is_apart(case), set[int]()
    for attachment in case.anatomy.attachments:
        number = attachment.section
        opens = number == 1 and alone
        begins = number not in first and (opens or (starts.get(number) == 1 and number > 1))
        first.add(number)
        if not begins:
            rule = Rule(
                "layout-appendix-pages",
                case.profile.page_number.restart_source,
                Severity.WARNING,
            )
            piece = attachment.heading.pieces[0]
            yield rule.broken(piece, {"is": piece.text}, "appendix")
